//! A merge as it is shown before, and as it is made: one change that one undo takes back.

use super::compare::Sides;
use super::settle::{Settled, also_plan, settle};
use super::{Became, Copy, MergeChoices, MergeItem, NotTaken};
use crate::error::Result;
use crate::id::EntityKind;
use crate::model::Millis;
use crate::plan::{By, Op, Outcome, Plan, Verb};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// So many things are shown; conflicts and deletions first.
const SHOWN: usize = 1_000;

/// What a merge would do.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergePreview {
    /// What the copy's file is called.
    pub copy: String,
    /// Until when both were one.
    pub since: Millis,
    /// What the copy has otherwise, by kind.
    pub counts: Vec<MergeCount>,
    /// The first of it, conflicts and deletions first.
    pub items: Vec<MergeItem>,
    /// How many more there are.
    pub more: usize,
    /// Whether changes of the plan itself come in unless somebody says otherwise.
    pub also_plan: bool,
    /// What cannot come in if nothing else is chosen.
    pub refused: Vec<NotTaken>,
    /// What the ids in the fields of these items are called, by id.
    pub names: BTreeMap<String, String>,
}

/// How many things of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeCount {
    /// The kind.
    pub kind: EntityKind,
    /// New in the copy.
    pub new: usize,
    /// Changed there.
    pub changed: usize,
    /// Deleted there.
    pub deleted: usize,
    /// Of all these, in conflict.
    pub conflicts: usize,
}

/// What a merge did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Merged {
    /// Things that came in.
    pub taken: usize,
    /// Things that were deleted.
    pub deleted: usize,
    /// Conflicts in which ours stayed, wholly or in part.
    pub kept: usize,
    /// What could not come in.
    pub refused: Vec<NotTaken>,
}

/// What a merge would do; nothing is changed.
pub fn preview(plan: &Plan, copy: &Copy) -> Result<MergePreview> {
    let (ours, past) = (plan.view(), plan.past_since(copy.edit)?);
    let sides = Sides::new(copy, &ours, &past);
    let mut items = sides.items()?;
    let refused = settle(&sides, &items, &MergeChoices::default())?.refused;
    let (counts, also_plan) = (counts(&items), also_plan(&items));
    items.sort_by_key(|item| (!item.conflict, item.became != Became::Deleted));
    let more = items.len().saturating_sub(SHOWN);
    items.truncate(SHOWN);
    let names = sides.names(&items);
    let (copy, since) = (copy.name.clone(), copy.at);
    Ok(MergePreview { copy, since, counts, items, more, also_plan, refused, names })
}

/// Merges: what comes in by itself and what is chosen, as one change.
pub fn apply(plan: &Plan, by: By, copy: &Copy, choices: &MergeChoices) -> Result<Outcome<Merged>> {
    let (ours, past) = (plan.view(), plan.past_since(copy.edit)?);
    let (settled, _) = work_out(&Sides::new(copy, &ours, &past), choices)?;
    let size = u32::try_from(settled.taken.len() + settled.deleted.len()).unwrap_or(u32::MAX);
    let op = Op {
        verb: Verb::Merge,
        kind: Some(EntityKind::Workspace),
        subject: copy.name.clone(),
        size,
    };
    plan.transact(by, op, |tx| {
        // Somebody may have changed the plan since it was looked at.
        let ours = tx.view().clone();
        let (settled, items) = work_out(&Sides::new(copy, &ours, &past), choices)?;
        tx.bring_in(&settled.plan, &settled.taken)?;
        settled.deleted.iter().rev().try_for_each(|thing| tx.delete_any(*thing))?;
        let kept = kept(&items, choices);
        let (taken, deleted) = (settled.taken.len(), settled.deleted.len());
        Ok(Merged { taken, deleted, kept, refused: settled.refused })
    })
}

fn work_out(sides: &Sides<'_>, choices: &MergeChoices) -> Result<(Settled, Vec<MergeItem>)> {
    let items = sides.items()?;
    Ok((settle(sides, &items, choices)?, items))
}

/// Conflicts in which ours stays in something.
fn kept(items: &[MergeItem], choices: &MergeChoices) -> usize {
    let is_taken = |item: &MergeItem| {
        let chosen = choices.take.iter().find(|one| (one.kind, one.id) == (item.kind, item.id));
        chosen.is_some_and(|chosen| {
            let mut conflicts = item.fields.iter().filter(|field| field.conflict);
            chosen.fields.is_empty() || conflicts.all(|field| chosen.fields.contains(&field.name))
        })
    };
    items.iter().filter(|item| item.conflict && !is_taken(item)).count()
}

fn counts(items: &[MergeItem]) -> Vec<MergeCount> {
    let mut counts: BTreeMap<EntityKind, MergeCount> = BTreeMap::new();
    for item in items {
        let none = MergeCount { kind: item.kind, new: 0, changed: 0, deleted: 0, conflicts: 0 };
        let count = counts.entry(item.kind).or_insert(none);
        match item.became {
            Became::New => count.new += 1,
            Became::Changed => count.changed += 1,
            Became::Deleted => count.deleted += 1,
        }
        count.conflicts += usize::from(item.conflict);
    }
    counts.into_values().collect()
}
