//! The verbs every kind of entity has: list, create, update, delete, reorder.

use super::Context;
use crate::by_kind;
use crate::error::{Error, Result};
use crate::id::{EntityId, EntityKind};
use crate::model::Entity;
use crate::plan::{Hanging, Op, Outcome, Plan, Ruled, Verb, hanging};
use serde::Deserialize;
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

/// A request without anything to say.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Makes an entity of these fields.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(bound = "F: TS")]
pub struct Create<F> {
    /// Its fields; what is left out is empty.
    #[ts(type = "Partial<F>")]
    pub fields: F,
}

/// Changes some fields of an entity.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(bound = "F: TS")]
pub struct Update<F> {
    /// Which one.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The version the change was made on; given, a lost update is refused.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<i64>,
    /// The fields to set.
    #[ts(type = "Partial<F>")]
    pub set: Map<String, Value>,
    #[serde(skip)]
    #[ts(skip)]
    fields: std::marker::PhantomData<F>,
}

/// Names one entity.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ById {
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
}

/// Names one entity of any kind.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ByKind {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
}

/// Gives entities an order.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reorder {
    /// All that should be in order, first to last.
    #[ts(type = "string[]")]
    pub ids: Vec<Uuid>,
}

/// All of a kind, in the order people gave them.
pub(super) fn list<F: Ruled>(context: Context<'_>, _: Nothing) -> Result<Vec<Entity<F>>> {
    let view = context.view()?;
    Ok(F::table(&view).in_order().iter().map(|entity| Entity::clone(entity)).collect())
}

pub(super) fn create<F: Ruled>(
    context: Context<'_>,
    request: Create<F>,
) -> Result<Outcome<Entity<F>>> {
    let op = Op::one(Verb::Create, F::KIND, request.fields.title());
    context.transact(op, |tx| tx.create(request.fields).map(|entity| Entity::clone(&entity)))
}

pub(super) fn update<F: Ruled>(
    context: Context<'_>,
    request: Update<F>,
) -> Result<Outcome<Entity<F>>> {
    let id = F::Id::from_uuid(request.id);
    let title = F::table(&*context.view()?).need(id)?.fields.title();
    context.transact(Op::one(Verb::Update, F::KIND, title), |tx| {
        let set = |fields: &mut F| merge(fields, request.set);
        tx.update::<F>(id, request.version, set).map(|entity| Entity::clone(&entity))
    })
}

pub(super) fn delete<F: Ruled>(context: Context<'_>, request: ById) -> Result<Outcome<()>> {
    let id = F::Id::from_uuid(request.id);
    let title = F::table(&*context.view()?).need(id)?.fields.title();
    context.transact(Op::one(Verb::Delete, F::KIND, title), |tx| tx.delete::<F>(id))
}

pub(super) fn reorder<F: Ruled>(context: Context<'_>, request: Reorder) -> Result<Outcome<()>> {
    let ids: Vec<F::Id> = request.ids.into_iter().map(F::Id::from_uuid).collect();
    context.transact(Op::many(Verb::Reorder, F::KIND, ids.len()), |tx| tx.reorder::<F>(&ids))
}

/// Sets the named fields; a field that does not exist or a value of the wrong shape is an error.
pub(super) fn merge<F: Ruled>(fields: &mut F, set: Map<String, Value>) -> Result<()> {
    let internal = |error: serde_json::Error| Error::Internal(error.to_string());
    let mut all = serde_json::to_value(&*fields).map_err(internal)?;
    for (key, value) in set {
        let slot = all.get_mut(&key).ok_or_else(|| {
            Error::invalid(format!("A {} has no field \"{key}\".", F::KIND.noun()))
        })?;
        *slot = value;
    }
    *fields = serde_json::from_value(all)
        .map_err(|error| Error::invalid(format!("A value does not fit its field: {error}.")))?;
    Ok(())
}

/// What hangs on an entity.
pub(super) fn hangs(context: Context<'_>, request: ByKind) -> Result<Vec<Hanging>> {
    let open = context.open()?;
    by_kind!(request.kind, hanging_on(&open.plan, request.id))
}

fn hanging_on<F: Ruled>(plan: &Plan, id: Uuid) -> Result<Vec<Hanging>> {
    hanging::<F>(plan, &[F::Id::from_uuid(id)])
}
