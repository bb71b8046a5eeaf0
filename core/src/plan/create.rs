//! A new workspace: who starts it, with which journey.

use super::presets::{self, Preset};
use super::{By, Holder, Op, Plan, Tx, Verb, first_broken};
use crate::error::{Error, Result};
use crate::id::EntityKind;
use crate::model::{Architecture, MemberFields, Role, WorkspaceFields};
use crate::store::{self, Taken};
use std::path::Path;

/// What a new workspace starts with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The company or team.
    pub name: String,
    /// Currency of all money without another.
    pub currency: String,
    /// IANA name of the time zone.
    pub time_zone: String,
    /// Who starts it; the first member, a strategist.
    pub member: String,
    /// Its first journey.
    pub preset: Preset,
}

impl Plan {
    /// Makes a workspace file and opens it. Fails when something is there already.
    pub fn create(path: &Path, by: By, setup: Setup) -> Result<Self> {
        Self::create_with(path, by, setup, |_| Ok(()))
    }

    /// Makes a workspace file, filled in the same step, and opens it: the file is there with all of
    /// that or not at all. Fails when something is there already.
    pub fn create_with(
        path: &Path,
        by: By,
        setup: Setup,
        then: impl FnOnce(&mut Tx<'_>) -> Result<()>,
    ) -> Result<Self> {
        let holder = Holder { user: setup.member.clone(), at: by.at, ..Holder::default() };
        store::create(path, Taken::Leave, |session| Self::over(session)?.set_up(by, setup, then))?;
        Self::open_fresh(path, &holder)
    }

    /// Makes a workspace file that holds a whole plan, with its ids and stamps, and opens it: all of
    /// it, or nothing. Its history begins with one edit that says so. Fails when something is there
    /// already, and where the plan breaks a rule.
    pub fn adopt(path: &Path, by: By, user: &str, plan: &Architecture) -> Result<Self> {
        let holder = Holder { user: user.to_owned(), at: by.at, ..Holder::default() };
        adopt_into(path, Taken::Leave, by, plan)?;
        Self::open_fresh(path, &holder)
    }

    /// A workspace in memory that ends with its plan.
    pub fn in_memory(by: By, setup: Setup) -> Result<Self> {
        let plan = Self::over(store::in_memory()?)?;
        plan.set_up(by, setup, |_| Ok(()))?;
        Ok(plan)
    }

    fn set_up(
        &self,
        by: By,
        setup: Setup,
        then: impl FnOnce(&mut Tx<'_>) -> Result<()>,
    ) -> Result<()> {
        let op = Op::one(Verb::Setup, EntityKind::Workspace, setup.name.clone());
        self.transact(by, op, |tx| {
            fill(tx, setup)?;
            then(tx)
        })
        .map(drop)
    }
}

/// Makes a workspace file at `path` that holds a whole plan.
pub(super) fn adopt_into(path: &Path, taken: Taken, by: By, plan: &Architecture) -> Result<()> {
    if let Some(broken) = first_broken(plan) {
        return Err(Error::invalid(broken));
    }
    let op = Op::one(Verb::Adopt, EntityKind::Workspace, plan.workspace()?.name.clone());
    store::create(path, taken, |session| {
        Plan::over(session)?.transact(by, op, |tx| tx.adopt(plan)).map(drop)
    })
}

fn fill(tx: &mut Tx<'_>, setup: Setup) -> Result<()> {
    let Setup { name, currency, time_zone, member, preset } = setup;
    tx.create(WorkspaceFields { currency, time_zone, ..WorkspaceFields::named(name) })?;
    tx.create(MemberFields::named(member, Role::Strategist))?;
    for format in presets::formats() {
        tx.create(format)?;
    }
    presets::add_journey(tx, preset, preset.journey()).map(drop)
}
