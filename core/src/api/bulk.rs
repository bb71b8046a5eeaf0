//! Many assets at once: changed, deleted, and what hangs on them.

use super::Context;
use super::edit::merge;
use crate::error::Result;
use crate::id::{AssetId, EntityKind};
use crate::model::AssetFields;
use crate::model::text::fold;
use crate::plan::{Hanging, Op, Outcome, Verb, hanging};
use serde::Deserialize;
use serde_json::{Map, Value};
use ts_rs::TS;

/// Sets the same fields on many assets, and adds or takes away themes.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateAssets {
    /// Which ones.
    pub ids: Vec<AssetId>,
    /// The fields to set.
    #[ts(type = "Partial<import(\"./AssetFields\").AssetFields>")]
    pub set: Map<String, Value>,
    /// Themes to add.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub add_themes: Vec<String>,
    /// Themes to take away; compared folded.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub remove_themes: Vec<String>,
}

/// Sets the same fields on many assets.
pub(super) fn update_many(context: Context<'_>, request: UpdateAssets) -> Result<Outcome<()>> {
    let remove: Vec<String> = request.remove_themes.iter().map(|theme| fold(theme)).collect();
    let op = Op::many(Verb::Update, EntityKind::Asset, request.ids.len());
    context.transact(op, |tx| {
        for id in &request.ids {
            tx.update::<AssetFields>(*id, None, |fields| {
                merge(fields, request.set.clone())?;
                fields.themes.retain(|theme| !remove.contains(&fold(theme)));
                fields.themes.extend(request.add_themes.iter().cloned());
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// Names many assets.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Assets {
    /// Which ones.
    pub ids: Vec<AssetId>,
}

/// Deletes many assets with what hangs on them.
pub(super) fn delete_many(context: Context<'_>, request: Assets) -> Result<Outcome<()>> {
    let op = Op::many(Verb::Delete, EntityKind::Asset, request.ids.len());
    context.transact(op, |tx| request.ids.iter().try_for_each(|id| tx.delete::<AssetFields>(*id)))
}

/// What would go with many assets.
pub(super) fn hangs(context: Context<'_>, request: Assets) -> Result<Vec<Hanging>> {
    hanging::<AssetFields>(&context.open()?.plan, &request.ids)
}
