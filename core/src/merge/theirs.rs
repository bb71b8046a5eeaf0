//! The plan of a copy in the form in which it can stand beside ours. Nothing in it is trusted.

use super::Copy;
use crate::document::check_times;
use crate::each_kind;
use crate::error::{Error, Result};
use crate::id::EntityKind;
use crate::model::{
    Architecture, Entity, ExclusionFields, Fields, Kept, PlacementFields, ReadingFields, Snapshot,
    SnapshotFields, VerdictFields,
};
use crate::plan::first_broken;
use serde_json::Value;
use std::sync::Arc;

/// A plan that keeps all rules, in its normal form; what its snapshots say of edits that only the
/// copy knows is forgotten, as the same numbers are other edits here.
pub(super) fn sound(
    copy: &Architecture,
    base: &Architecture,
    last_shared: i64,
) -> Result<Architecture> {
    if let Some(broken) = first_broken(copy) {
        return Err(Error::invalid(format!("This copy cannot be merged: {broken}")));
    }
    let mut plan = Architecture::default();
    each_kind!(F => for entity in F::table(copy).iter().filter(|_| F::KIND.travels()) {
        times_hold(entity)?;
        let mut entity = Entity::clone(entity);
        entity.fields.tidy();
        plan.put(entity);
    });
    let is_later =
        |one: &&Arc<Snapshot>| one.last_edit > last_shared && !base.snapshots.has(one.id);
    let later: Vec<_> = plan.snapshots.iter().filter(is_later).cloned().collect();
    for snapshot in later {
        let mut entity = Entity::clone(&snapshot);
        entity.fields.last_edit = 0;
        plan.put::<SnapshotFields>(entity);
    }
    Ok(plan)
}

fn times_hold<F: Fields>(entity: &Entity<F>) -> Result<()> {
    let Ok(Value::Object(fields)) = serde_json::to_value(entity) else { return Ok(()) };
    check_times(&fields).map_err(|fault| {
        let (kind, title) = (F::KIND.noun(), entity.fields.title());
        Error::invalid(format!("This copy cannot be merged: the {kind} \"{title}\": {fault}"))
    })
}

/// The state that a thing was in since, in the same form.
pub(super) fn state<F: Kept>(json: &str, copy: &Copy) -> Option<F> {
    let mut value: Value = serde_json::from_str(json).ok()?;
    if F::KIND == EntityKind::Snapshot && value["lastEdit"].as_i64() > Some(copy.edit) {
        let entity: Entity<F> = serde_json::from_value(value.clone()).ok()?;
        if !F::table(&copy.base).has(entity.id) {
            value["lastEdit"] = Value::from(0);
        }
    }
    let mut entity: Entity<F> = serde_json::from_value(value).ok()?;
    entity.fields.tidy();
    Some(entity.fields)
}

/// The plan of a copy with what was made on both sides since as one thing under our id: the same
/// asset in the same cell, the same cell set not applicable. Of readings by the same member, ours
/// stays.
pub(super) fn beside(
    copy: &Architecture,
    base: &Architecture,
    ours: &Architecture,
) -> Architecture {
    let mut plan = copy.clone();
    answer_ours(&mut plan, copy, base, ours);
    for placement in only_in::<PlacementFields>(copy, base, ours) {
        let at = (placement.asset_id, placement.persona_id, placement.stage_id);
        if let Some(there) = ours.placed_at(at.0, at.1, at.2) {
            rename::<PlacementFields>(&mut plan, placement.id, there.id);
        }
    }
    for exclusion in only_in::<ExclusionFields>(copy, base, ours) {
        let there = ours.index.exclusion_at(exclusion.persona_id, exclusion.stage_id);
        if let Some(there) = there {
            rename::<ExclusionFields>(&mut plan, exclusion.id, there);
        }
    }
    for reading in only_in::<ReadingFields>(copy, base, ours) {
        if ours.index.reading_of(reading.asset_id, reading.member_id).is_some() {
            plan.take::<ReadingFields>(reading.id);
        }
    }
    plan
}

/// What was made in the copy and is not here.
fn only_in<'a, F: Kept>(
    copy: &'a Architecture,
    base: &'a Architecture,
    ours: &'a Architecture,
) -> impl Iterator<Item = &'a Arc<Entity<F>>> {
    let elsewhere = |id| F::table(base).has(id) || F::table(ours).has(id);
    F::table(copy).iter().filter(move |one| !elsewhere(one.id))
}

/// Lets answers that were given in the copy answer our placement where theirs is not here.
fn answer_ours(
    plan: &mut Architecture,
    copy: &Architecture,
    base: &Architecture,
    ours: &Architecture,
) {
    let given = copy.verdicts.iter().filter(|one| !base.verdicts.has(one.id));
    for verdict in given.filter(|one| !ours.placements.has(one.placement_id)) {
        let theirs = copy.placements.get(verdict.placement_id);
        let there =
            theirs.and_then(|one| ours.placed_at(one.asset_id, one.persona_id, one.stage_id));
        if let Some(there) = there {
            let mut verdict = Entity::clone(verdict);
            verdict.fields.placement_id = there.id;
            plan.put::<VerdictFields>(verdict);
        }
    }
}

fn rename<F: Kept>(plan: &mut Architecture, from: F::Id, to: F::Id) {
    let Some(entity) = plan.take::<F>(from) else { return };
    if !F::table(plan).has(to) {
        plan.put(Entity { id: to, ..Entity::clone(&entity) });
    }
}
