//! What comes in, once it is chosen: a plan that keeps all rules, with what could not come in.

use super::compare::{Sides, to_map};
use super::{Became, MergeChoice, MergeChoices, MergeItem, NotTaken, internal};
use crate::by_kind;
use crate::error::{Error, Result};
use crate::id::EntityId;
use crate::model::{Architecture, Entity};
use crate::plan::{Changed, Ruled};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// What comes in.
pub(super) struct Settled {
    /// Ours with what comes in.
    pub(super) plan: Architecture,
    /// What is new or changed in it, in the order in which things refer to each other.
    pub(super) taken: Vec<Changed>,
    /// What is deleted, and was chosen to be.
    pub(super) deleted: Vec<Changed>,
    /// What broke a rule here.
    pub(super) refused: Vec<NotTaken>,
}

/// Puts what is wanted of the items into our plan, as far as the rules allow.
pub(super) fn settle(
    sides: &Sides<'_>,
    items: &[MergeItem],
    choices: &MergeChoices,
) -> Result<Settled> {
    let chosen: HashMap<_, _> =
        choices.take.iter().map(|chosen| ((chosen.kind, chosen.id), chosen)).collect();
    let also_plan = choices.also_plan.unwrap_or_else(|| also_plan(items));
    let mut settled = Settled {
        plan: sides.ours.clone(),
        taken: Vec::new(),
        deleted: Vec::new(),
        refused: Vec::new(),
    };
    for item in items {
        let chosen = chosen.get(&(item.kind, item.id)).copied();
        if item.became == Became::Deleted {
            settled.deleted.extend(chosen.map(|_| (item.kind, item.id)));
            continue;
        }
        let by_itself = also_plan || !item.of_plan;
        if by_itself || chosen.is_some() {
            by_kind!(item.kind, take(sides, &mut settled, item, chosen))?;
        }
    }
    settled.keep_rules(sides, items);
    Ok(settled)
}

/// Whether changes of the plan itself come in unless somebody says otherwise.
pub(super) fn also_plan(items: &[MergeItem]) -> bool {
    !items.iter().any(|item| item.conflict)
}

/// Takes over an item, or the fields of it that are wanted.
fn take<F: Ruled>(
    sides: &Sides<'_>,
    settled: &mut Settled,
    item: &MergeItem,
    chosen: Option<&MergeChoice>,
) -> Result<()> {
    let id = F::Id::from_uuid(item.id);
    let theirs = F::table(&sides.theirs).need(id)?;
    let Some(ours) = F::table(sides.ours).get(id) else {
        if item.became == Became::New || chosen.is_some() {
            settled.plan.put(Entity::clone(theirs));
            settled.taken.push((item.kind, item.id));
        }
        return Ok(());
    };
    let mut fields = to_map(&ours.fields)?;
    for field in &item.fields {
        let is_named =
            |chosen: &MergeChoice| chosen.fields.is_empty() || chosen.fields.contains(&field.name);
        if !field.conflict || chosen.is_some_and(is_named) {
            fields.insert(field.name.clone(), field.theirs.clone());
        }
    }
    let mut fields: F = serde_json::from_value(fields.into()).map_err(internal)?;
    fields.tidy();
    if fields != ours.fields {
        settled.plan.put(Entity { fields, ..Entity::clone(ours) });
        settled.taken.push((item.kind, item.id));
    }
    Ok(())
}

impl Settled {
    /// Leaves out what breaks a rule, and tries it again once all of that is out: what is left out
    /// depends on what is in, not on the order in which it was looked at.
    fn keep_rules(&mut self, sides: &Sides<'_>, items: &[MergeItem]) {
        let mut out: Vec<(Changed, Error)> = Vec::new();
        let with_all = self.plan.clone();
        loop {
            let before = out.len();
            self.taken.retain(|(kind, id)| {
                let Some(error) = by_kind!(*kind, fault(&self.plan, *id)) else { return true };
                by_kind!(*kind, put_from(&mut self.plan, sides.ours, *id));
                out.push(((*kind, *id), error));
                false
            });
            if out.len() == before {
                break;
            }
        }
        loop {
            let before = out.len();
            out.retain(|((kind, id), _)| {
                by_kind!(*kind, put_from(&mut self.plan, &with_all, *id));
                let fits = by_kind!(*kind, fault(&self.plan, *id)).is_none();
                if fits {
                    self.taken.push((*kind, *id));
                } else {
                    by_kind!(*kind, put_from(&mut self.plan, sides.ours, *id));
                }
                !fits
            });
            if out.len() == before {
                break;
            }
        }
        let names: HashMap<_, _> =
            items.iter().map(|item| ((item.kind, item.id), &item.name)).collect();
        let name = |thing| names.get(&thing).map(|name| (*name).clone()).unwrap_or_default();
        let told = out.iter().map(|(thing, error)| not_taken(*thing, name(*thing), error));
        self.refused = told.collect();
    }
}

/// The rule that a thing breaks.
fn fault<F: Ruled>(plan: &Architecture, id: Uuid) -> Option<Error> {
    let id = F::Id::from_uuid(id);
    let entity: &Arc<Entity<F>> = F::table(plan).get(id)?;
    entity.fields.check().and_then(|()| entity.fields.check_in(plan, id)).err()
}

/// Makes a thing in a plan what it is in another one.
fn put_from<F: Ruled>(plan: &mut Architecture, from: &Architecture, id: Uuid) {
    let id = F::Id::from_uuid(id);
    match F::table(from).get(id) {
        Some(entity) => drop(plan.put(Entity::clone(entity))),
        None => drop(plan.take::<F>(id)),
    }
}

fn not_taken((kind, id): Changed, name: String, error: &Error) -> NotTaken {
    let reason = match error {
        Error::NotFound(missing) => {
            format!("It belongs to a {} that is not here and does not come in.", missing.noun())
        }
        other => other.to_string(),
    };
    NotTaken { kind, id, name, reason }
}
