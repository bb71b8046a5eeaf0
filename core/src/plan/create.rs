//! A new workspace: who starts it, with which journey.

use super::presets::{self, Preset};
use super::{By, Holder, Op, Plan, Tx, Verb};
use crate::error::Result;
use crate::id::EntityKind;
use crate::model::{MemberFields, Role, WorkspaceFields};
use crate::store;
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
        store::create(path, |session| Self::over(session)?.set_up(by, setup, then))?;
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

fn fill(tx: &mut Tx<'_>, setup: Setup) -> Result<()> {
    let Setup { name, currency, time_zone, member, preset } = setup;
    tx.create(WorkspaceFields { currency, time_zone, ..WorkspaceFields::named(name) })?;
    tx.create(MemberFields::named(member, Role::Strategist))?;
    for format in presets::formats() {
        tx.create(format)?;
    }
    presets::add_journey(tx, preset, preset.journey()).map(drop)
}
