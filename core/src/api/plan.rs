//! The plan as a whole: undo, redo, the workspace's own fields, journeys from presets.

use super::Context;
use super::edit::{Nothing, merge};
use crate::error::Result;
use crate::id::EntityKind;
use crate::model::{Journey, Word, Workspace, WorkspaceFields};
use crate::plan::{Done, Op, Outcome, Preset, Verb, add_journey, undo};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

/// Takes back the latest change.
pub(super) fn undo(context: Context<'_>, _: Nothing) -> Result<Outcome<Done>> {
    undo::undo(&context.open()?.plan, context.by()?)
}

/// Makes the change again that was taken back last.
pub(super) fn redo(context: Context<'_>, _: Nothing) -> Result<Outcome<Done>> {
    undo::redo(&context.open()?.plan, context.by()?)
}

/// The workspace.
pub(super) fn workspace(context: Context<'_>, _: Nothing) -> Result<Workspace> {
    Ok(Workspace::clone(context.view()?.workspace()?))
}

/// Changes the workspace's fields.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UpdateWorkspace {
    /// The fields to set.
    #[ts(type = "Partial<import(\"./WorkspaceFields\").WorkspaceFields>")]
    pub set: Map<String, Value>,
}

/// Changes the workspace's fields.
pub(super) fn update_workspace(
    context: Context<'_>,
    request: UpdateWorkspace,
) -> Result<Outcome<Workspace>> {
    let workspace = Workspace::clone(context.view()?.workspace()?);
    let op = Op::one(Verb::Update, EntityKind::Workspace, workspace.name.clone());
    context.transact(op, |tx| {
        let set = |fields: &mut WorkspaceFields| merge(fields, request.set);
        tx.update::<WorkspaceFields>(workspace.id, None, set).map(|now| Workspace::clone(&now))
    })
}

/// The names of all time zones there are.
#[allow(clippy::unnecessary_wraps, reason = "a handler like any other")]
pub(super) fn time_zones(_: Context<'_>, _: Nothing) -> Result<Vec<&'static str>> {
    Ok(chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect())
}

/// A preset to choose from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PresetInfo {
    /// Which one.
    pub preset: Preset,
    /// The journey it makes.
    pub journey: String,
    /// Its stages, in order.
    pub stages: Vec<String>,
}

/// The presets to choose from.
#[allow(clippy::unnecessary_wraps, reason = "a handler like any other")]
pub(super) fn presets(_: Context<'_>, _: Nothing) -> Result<Vec<PresetInfo>> {
    let info = |preset: &Preset| PresetInfo {
        preset: *preset,
        journey: preset.journey().to_owned(),
        stages: preset.stages().into_iter().map(str::to_owned).collect(),
    };
    Ok(Preset::ALL.iter().map(info).collect())
}

/// Adds a journey from a preset.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddJourney {
    /// Which preset.
    pub preset: Preset,
    /// The journey's name; the preset's unless given.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
}

/// Adds a journey with its stages.
pub(super) fn add(context: Context<'_>, request: AddJourney) -> Result<Outcome<Journey>> {
    let name = request.name.unwrap_or_else(|| request.preset.journey().to_owned());
    context.transact(Op::one(Verb::Create, EntityKind::Journey, name.clone()), |tx| {
        add_journey(tx, request.preset, &name).map(|journey| Journey::clone(&journey))
    })
}
