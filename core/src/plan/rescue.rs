//! Saving what can be read of a workspace that is not opened, as a new file that is.
//!
//! Rows that can be read are taken over; rows that cannot, from the history where it still tells
//! them. What refers to something lost is loosened from it, or goes where it is nothing without it.

use super::{Ruled, Verb};
use crate::by_kind;
use crate::error::Result;
use crate::id::{EntityId, EntityKind, WorkspaceId};
use crate::model::{Architecture, Entity, Millis, Stamp, Word, WorkspaceFields};
use crate::store::Taken;
use crate::store::history::{EditRow, State};
use crate::store::rescue::{self, Salvage};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use ts_rs::TS;
use uuid::{Timestamp, Uuid};

/// How many rows of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Count {
    /// The kind.
    pub kind: EntityKind,
    /// How many.
    pub rows: usize,
}

/// What was saved of a file, and what is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rescued {
    /// What the new file holds.
    pub kept: Vec<Count>,
    /// Of that, rows that only the history still told.
    pub from_history: usize,
    /// What could not be read, or was nothing without what could not be read.
    pub lost: Vec<Count>,
    /// Edits of the history that were kept.
    pub edits: usize,
}

/// Writes what can be read of the file at `source` to a new file at `target`. The source is not
/// changed.
pub fn rescue(source: &Path, target: &Path, at: Millis) -> Result<Rescued> {
    let mut salvage = rescue::read(source)?;
    let found = counts(&salvage.plan);
    let from_history = fill_from_history(&mut salvage);
    name_workspace(&mut salvage.plan, source, at);
    while EntityKind::ALL.into_iter().any(|kind| by_kind!(kind, mend(&mut salvage.plan))) {}
    salvage.edits.push(mark(&salvage, at));
    let facts_lost = rescue::write(target, Taken::Leave, &salvage)?;
    salvage.unread.insert(EntityKind::Batch, facts_lost);
    let kept = counts(&salvage.plan);
    let lost = EntityKind::ALL.into_iter().filter_map(|kind| {
        let had = found[&kind] + salvage.unread.get(&kind).copied().unwrap_or(0);
        let rows = had.saturating_sub(kept[&kind]);
        (rows > 0).then_some(Count { kind, rows })
    });
    Ok(Rescued {
        lost: lost.collect(),
        kept: kept.into_iter().map(|(kind, rows)| Count { kind, rows }).collect(),
        from_history,
        edits: salvage.edits.len() - 1,
    })
}

/// The edit that says from where on the history is whole again.
pub(super) fn mark(salvage: &Salvage, at: Millis) -> EditRow {
    let name = salvage.plan.workspace().map(|workspace| workspace.name.clone());
    EditRow {
        seq: salvage.edits.last().map_or(0, |edit| edit.seq) + 1,
        op: Verb::Rescue.as_word().to_owned(),
        kind: Some(EntityKind::Workspace),
        subject: name.unwrap_or_default(),
        size: 1,
        member_id: None,
        at,
        state: State::Settled,
        reverts: None,
    }
}

fn counts(plan: &Architecture) -> BTreeMap<EntityKind, usize> {
    EntityKind::ALL.into_iter().map(|kind| (kind, by_kind!(kind, count(plan)))).collect()
}

fn count<F: Ruled>(plan: &Architecture) -> usize {
    F::table(plan).len()
}

/// Brings rows that could not be read from what the history says they were last.
fn fill_from_history(salvage: &mut Salvage) -> usize {
    let mut last: HashMap<Uuid, (EntityKind, Option<&String>)> = HashMap::new();
    for change in salvage.changes.values().flatten() {
        last.insert(change.id, (change.kind, change.after.as_ref()));
    }
    let plan = &mut salvage.plan;
    let told = last.into_iter().filter_map(|(id, (kind, after))| Some((id, kind, after?)));
    told.filter(|(id, kind, after)| by_kind!(*kind, fill(plan, *id, after))).count()
}

/// Whether the row was missing and is there now.
fn fill<F: Ruled>(plan: &mut Architecture, id: Uuid, json: &str) -> bool {
    if F::table(plan).has(F::Id::from_uuid(id)) {
        return false;
    }
    match serde_json::from_str::<Entity<F>>(json) {
        Ok(entity) if entity.id.uuid() == id => plan.put(entity).is_none(),
        _ => false,
    }
}

fn name_workspace(plan: &mut Architecture, source: &Path, at: Millis) {
    let surplus: Vec<_> = plan.workspaces.iter().skip(1).map(|one| one.id).collect();
    for id in surplus {
        plan.take::<WorkspaceFields>(id);
    }
    if plan.workspaces.is_empty() {
        let seconds = u64::try_from(at.0 / 1_000).unwrap_or(0);
        let id = Uuid::new_v7(Timestamp::from_unix_time(seconds, 0, 0, 0));
        let name = source.file_stem().unwrap_or_default().to_string_lossy();
        let stamp = Stamp { created_at: at, updated_at: at, updated_by: None, version: 1 };
        let fields = WorkspaceFields::named(name);
        plan.put(Entity { id: WorkspaceId::from_uuid(id), fields, position: 0, stamp });
    }
}

/// Loosens or takes out the rows of a kind that break a rule. Whether there were any.
fn mend<F: Ruled>(plan: &mut Architecture) -> bool {
    let sound = |plan: &Architecture, fields: &F, id| {
        fields.check().and_then(|()| fields.check_in(plan, id)).is_ok()
    };
    let broken: Vec<_> =
        F::table(plan).iter().filter(|one| !sound(plan, &one.fields, one.id)).cloned().collect();
    for entity in &broken {
        plan.take::<F>(entity.id);
        let loose = loosened(plan, entity).filter(|fields| sound(plan, fields, entity.id));
        if let Some(fields) = loose {
            plan.put(Entity { fields, ..Entity::clone(entity) });
        }
    }
    !broken.is_empty()
}

/// The fields without what names something that is not there.
fn loosened<F: Ruled>(plan: &Architecture, entity: &Entity<F>) -> Option<F> {
    let mut json = serde_json::to_value(&entity.fields).ok()?;
    loosen(&mut json, &|id| EntityKind::ALL.into_iter().any(|kind| by_kind!(kind, has(plan, id))));
    serde_json::from_value(json).ok()
}

fn has<F: Ruled>(plan: &Architecture, id: Uuid) -> bool {
    F::table(plan).has(F::Id::from_uuid(id))
}

fn loosen(value: &mut Value, is_there: &dyn Fn(Uuid) -> bool) {
    let lost = |value: &Value| {
        let id = value.as_str().and_then(|text| Uuid::try_parse(text).ok());
        id.is_some_and(|id| !is_there(id))
    };
    match value {
        Value::Array(list) => {
            list.retain(|one| !lost(one));
            for one in list.iter_mut() {
                loosen(one, is_there);
            }
        }
        Value::Object(fields) => {
            for one in fields.values_mut() {
                if lost(one) {
                    *one = Value::Null;
                } else {
                    loosen(one, is_there);
                }
            }
        }
        _ => {}
    }
}
