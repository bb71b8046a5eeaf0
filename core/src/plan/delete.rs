//! What hangs on entities: shown before they are deleted, found by rehearsing the deletion.

use super::rules::Ruled;
use super::{By, Plan, Tx};
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
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

/// What hangs on entities of a kind, kinds in a fixed order; empty when nothing does. What hangs on
/// several of them counts once.
pub fn hanging<F: Ruled>(plan: &Plan, ids: &[F::Id]) -> Result<Vec<Hanging>> {
    let delete = |tx: &mut Tx<'_>| ids.iter().try_for_each(|id| tx.delete::<F>(*id));
    let ((), rows) = plan.rehearse(By::default(), delete)?;
    let own: HashSet<_> = ids.iter().map(|id| id.uuid()).collect();
    // A need that loses two answers is touched twice, and counts once: as it ends.
    let touched: BTreeMap<_, _> =
        rows.into_iter().map(|row| ((row.kind, row.id), row.deleted)).collect();
    let mut found: BTreeMap<EntityKind, Hanging> = BTreeMap::new();
    for ((kind, _), deleted) in touched.into_iter().filter(|((_, id), _)| !own.contains(id)) {
        let hanging = found.entry(kind).or_insert(Hanging { kind, deleted: 0, changed: 0 });
        if deleted {
            hanging.deleted += 1;
        } else {
            hanging.changed += 1;
        }
    }
    Ok(found.into_values().collect())
}
