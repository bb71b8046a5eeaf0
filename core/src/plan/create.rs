//! A new workspace: who starts it, with which journey.

use super::presets::{self, Preset};
use super::{By, Op, Plan, Tx, Verb};
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
    /// Makes a workspace file. Fails when something is there already.
    pub fn create(path: &Path, by: By, setup: Setup) -> Result<Self> {
        Self::create_with(path, by, setup, |_| Ok(()))
    }

    /// Makes a workspace file and fills it in the same step. Fails when something is there already.
    pub fn create_with(
        path: &Path,
        by: By,
        setup: Setup,
        then: impl FnOnce(&mut Tx<'_>) -> Result<()>,
    ) -> Result<Self> {
        let plan = Self::over(store::create(path)?, false)?;
        plan.set_up(by, setup, then)?;
        Ok(plan)
    }

    /// A workspace in memory that ends with its plan.
    pub fn in_memory(by: By, setup: Setup) -> Result<Self> {
        let plan = Self::over(store::in_memory()?, false)?;
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
