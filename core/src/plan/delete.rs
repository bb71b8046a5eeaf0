//! What hangs on an entity: shown before it is deleted, found by rehearsing the deletion.

use super::rules::Ruled;
use super::{By, Plan};
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a deletion would take along or change, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Hanging {
    /// The kind.
    pub kind: EntityKind,
    /// How many would be deleted with it.
    pub deleted: u32,
    /// How many would stay, without their reference to it.
    pub changed: u32,
}

/// What hangs on an entity, kinds in a fixed order; empty when nothing does.
pub fn hanging<F: Ruled>(plan: &Plan, id: F::Id) -> Result<Vec<Hanging>> {
    let ((), rows) = plan.rehearse(By::default(), |tx| tx.delete::<F>(id))?;
    let mut found: BTreeMap<EntityKind, Hanging> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| row.id != id.uuid()) {
        let hanging =
            found.entry(row.kind).or_insert(Hanging { kind: row.kind, deleted: 0, changed: 0 });
        if row.deleted {
            hanging.deleted += 1;
        } else {
            hanging.changed += 1;
        }
    }
    Ok(found.into_values().collect())
}
