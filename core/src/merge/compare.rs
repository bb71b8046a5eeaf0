//! What the copy has otherwise, thing by thing.

use super::{Became, Copy, FieldDifference, MergeItem, SAID, internal, theirs};
use crate::by_kind;
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use crate::model::{Architecture, Entity, Fields};
use crate::plan::{Past, Ruled};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

/// The sides of a merge.
pub(super) struct Sides<'a> {
    pub(super) copy: &'a Copy,
    /// The plan of the copy beside ours.
    pub(super) theirs: Architecture,
    pub(super) ours: &'a Architecture,
    /// What things have been here since the copy was made.
    pub(super) our_past: &'a Past,
}

impl<'a> Sides<'a> {
    pub(super) fn new(copy: &'a Copy, ours: &'a Architecture, our_past: &'a Past) -> Self {
        Self { copy, theirs: theirs::beside(&copy.plan, &copy.base, ours), ours, our_past }
    }

    /// What the ids in the fields of items are called.
    pub(super) fn names(&self, items: &[MergeItem]) -> BTreeMap<String, String> {
        let fields = items.iter().flat_map(|item| &item.fields);
        let mut ids = BTreeSet::new();
        for field in fields {
            for value in [&field.before, &field.ours, &field.theirs] {
                collect_ids(value, &mut ids);
            }
        }
        let plans = [self.ours, &self.theirs, &self.copy.base];
        let name = |id: Uuid| {
            let mut kinds = EntityKind::ALL.into_iter();
            kinds.find_map(|kind| plans.iter().find_map(|plan| by_kind!(kind, name_in(plan, id))))
        };
        ids.into_iter().filter_map(|id| Some((id.to_string(), name(id)?))).collect()
    }

    /// All that the copy has otherwise, kinds in the order in which they refer to each other.
    pub(super) fn items(&self) -> Result<Vec<MergeItem>> {
        let mut items = Vec::new();
        // How files were read is a habit of whoever reads them.
        for kind in EntityKind::ALL
            .into_iter()
            .filter(|kind| kind.travels() && *kind != EntityKind::Mapping)
        {
            by_kind!(kind, compare_all(self, &mut items))?;
        }
        Ok(items)
    }
}

fn compare_all<F: Ruled>(sides: &Sides<'_>, items: &mut Vec<MergeItem>) -> Result<()> {
    let known = F::table(sides.ours).iter().chain(F::table(&sides.theirs).iter());
    let ids: BTreeSet<F::Id> = known.map(|one| one.id).collect();
    for id in ids {
        items.extend(Thing::<F>::of(sides, id).compare()?);
    }
    Ok(())
}

fn collect_ids(value: &Value, into: &mut BTreeSet<Uuid>) {
    match value {
        Value::String(text) => into.extend(Uuid::try_parse(text).ok()),
        Value::Array(all) => all.iter().for_each(|one| collect_ids(one, into)),
        Value::Object(all) => all.values().for_each(|one| collect_ids(one, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn name_in<F: Ruled>(plan: &Architecture, id: Uuid) -> Option<String> {
    F::table(plan).get(F::Id::from_uuid(id)).map(|one| one.fields.title_in(plan))
}

/// A thing as it was and as it is on both sides.
struct Thing<'a, F: Ruled> {
    sides: &'a Sides<'a>,
    id: F::Id,
    base: Option<&'a Arc<Entity<F>>>,
    ours: Option<&'a Arc<Entity<F>>>,
    theirs: Option<&'a Arc<Entity<F>>>,
}

impl<'a, F: Ruled> Thing<'a, F> {
    fn of(sides: &'a Sides<'a>, id: F::Id) -> Self {
        Self {
            sides,
            id,
            base: F::table(&sides.copy.base).get(id),
            ours: F::table(sides.ours).get(id),
            theirs: F::table(&sides.theirs).get(id),
        }
    }

    fn compare(&self) -> Result<Option<MergeItem>> {
        match (self.ours, self.theirs) {
            (Some(ours), Some(theirs)) => self.changed(ours, theirs),
            (Some(ours), None) => Ok(self.deleted(ours)),
            (None, Some(theirs)) => Ok(self.new_or_gone(theirs)),
            (None, None) => Ok(None),
        }
    }

    fn new_or_gone(&self, theirs: &Entity<F>) -> Option<MergeItem> {
        let was_here = self.base.is_some() || self.sides.our_past.contains_key(&self.key());
        if !was_here {
            return Some(self.item(theirs, Became::New, false));
        }
        let as_it_was = self.base.is_some_and(|base| base.fields == theirs.fields);
        let left = as_it_was || self.has_been(self.sides.our_past, theirs);
        (!left).then(|| MergeItem { gone_here: true, ..self.item(theirs, Became::Changed, true) })
    }

    fn deleted(&self, ours: &Entity<F>) -> Option<MergeItem> {
        let was_there = self.base.is_some() || self.sides.copy.past.contains_key(&self.key());
        let changed = self.base.is_some_and(|base| base.fields != ours.fields);
        was_there.then(|| self.item(ours, Became::Deleted, changed))
    }

    fn changed(&self, ours: &Entity<F>, theirs: &Entity<F>) -> Result<Option<MergeItem>> {
        let base = self.base.map(|base| &base.fields);
        if ours.fields == theirs.fields
            || base == Some(&theirs.fields)
            || self.has_been(self.sides.our_past, theirs)
        {
            return Ok(None);
        }
        // What went on there alone goes on from ours.
        let alone = base == Some(&ours.fields) || self.has_been(&self.sides.copy.past, ours);
        let base = if alone { Some(&ours.fields) } else { base };
        let fields = differences(base, &ours.fields, &theirs.fields)?;
        if fields.is_empty() {
            return Ok(None);
        }
        let conflict = fields.iter().any(|field| field.conflict);
        Ok(Some(MergeItem { fields, ..self.item(theirs, Became::Changed, conflict) }))
    }

    /// Whether the thing ever was, on one side, what it is on the other.
    fn has_been(&self, past: &Past, other: &Entity<F>) -> bool {
        let states = past.get(&self.key()).map(Vec::as_slice).unwrap_or_default();
        let mut states = states.iter().flatten();
        states.any(|json| theirs::state::<F>(json, self.sides.copy).as_ref() == Some(&other.fields))
    }

    fn key(&self) -> (EntityKind, Uuid) {
        (F::KIND, self.id.uuid())
    }

    fn item(&self, entity: &Entity<F>, became: Became, conflict: bool) -> MergeItem {
        let plan = if became == Became::Deleted { self.sides.ours } else { &self.sides.theirs };
        MergeItem {
            kind: F::KIND,
            id: self.id.uuid(),
            name: entity.fields.title_in(plan),
            became,
            gone_here: false,
            conflict,
            of_plan: !SAID.contains(&F::KIND),
            fields: Vec::new(),
        }
    }
}

/// The fields that were changed there, in the order of the entity.
fn differences<F: Fields>(base: Option<&F>, ours: &F, theirs: &F) -> Result<Vec<FieldDifference>> {
    let before = base.map(to_map).transpose()?;
    let (ours, theirs) = (to_map(ours)?, to_map(theirs)?);
    let mut found = Vec::new();
    for (name, theirs) in theirs {
        let ours = ours.get(&name).cloned().unwrap_or_default();
        let before = before.as_ref().map(|all| all.get(&name).cloned().unwrap_or_default());
        if ours != theirs && before.as_ref() != Some(&theirs) {
            let conflict = before.as_ref() != Some(&ours);
            let before = before.unwrap_or_default();
            found.push(FieldDifference { name, before, ours, theirs, conflict });
        }
    }
    Ok(found)
}

pub(super) fn to_map<F: Fields>(fields: &F) -> Result<Map<String, Value>> {
    match serde_json::to_value(fields).map_err(internal)? {
        Value::Object(map) => Ok(map),
        other => Err(internal(format!("{other} has no fields"))),
    }
}
