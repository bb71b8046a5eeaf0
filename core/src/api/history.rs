//! The history: who changed what, and back to it.

use super::Context;
use crate::error::{Error, Result};
use crate::id::{EntityKind, MemberId};
use crate::model::Millis;
use crate::plan::Outcome;
use crate::plan::log::{self, Edit, EditFilter, EditRow};
use crate::plan::undo;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

/// Which edits to list.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ListEdits {
    /// Only by this member.
    pub member_id: Option<MemberId>,
    /// Only those that touched this kind.
    pub kind: Option<EntityKind>,
    /// Only those that touched this entity.
    #[ts(type = "string")]
    pub entity_id: Option<Uuid>,
    /// Only from this time on.
    pub from: Option<Millis>,
    /// Only before this time.
    pub until: Option<Millis>,
    /// Only before this edit, for the next page.
    pub before: Option<i64>,
    /// How many; 50 unless given, 500 at most.
    pub limit: Option<u32>,
}

/// A page of the history, the latest edit first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EditPage {
    /// The edits.
    pub edits: Vec<Edit>,
    /// More lie before them.
    pub more: bool,
}

/// A page of the history.
pub(super) fn list(context: Context<'_>, request: ListEdits) -> Result<EditPage> {
    let limit = request.limit.unwrap_or(50).clamp(1, 500);
    let filter = EditFilter {
        before: request.before,
        member_id: request.member_id,
        kind: request.kind,
        entity_id: request.entity_id,
        from: request.from,
        until: request.until,
        limit: limit + 1,
    };
    let mut edits = log::edits(&context.open()?.plan, &filter)?;
    let more = edits.len() > limit as usize;
    edits.truncate(limit as usize);
    Ok(EditPage { edits, more })
}

/// Names an edit.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BySeq {
    /// Its number.
    pub seq: i64,
}

/// What an edit changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EditDetail {
    /// The edit.
    pub edit: Edit,
    /// Every row it touched.
    pub rows: Vec<ChangedRow>,
}

/// A row an edit touched.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChangedRow {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// What it is called, now or when it last was.
    pub title: String,
    /// It was made by the edit.
    pub made: bool,
    /// It was deleted by the edit.
    pub deleted: bool,
    /// The fields that changed, in the order of the entity.
    pub fields: Vec<ChangedField>,
}

/// A field that changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChangedField {
    /// Its name in JSON.
    pub name: String,
    /// Before; null where there was nothing.
    #[ts(type = "unknown")]
    pub before: Value,
    /// After; null where there is nothing.
    #[ts(type = "unknown")]
    pub after: Value,
}

/// What an edit changed.
pub(super) fn detail(context: Context<'_>, request: BySeq) -> Result<EditDetail> {
    let (edit, rows) = log::edit_rows(&context.open()?.plan, request.seq)?;
    let view = context.view()?;
    let rows = rows.iter().map(|row| changed_row(row, &log::title(&view, row)));
    Ok(EditDetail { edit, rows: rows.collect::<Result<_>>()? })
}

/// What changes with every edit and says nothing.
const STAMP: [&str; 5] = ["id", "createdAt", "updatedAt", "updatedBy", "version"];

fn changed_row(row: &EditRow, title: &str) -> Result<ChangedRow> {
    let read = |json: &Option<String>| match json {
        Some(json) => serde_json::from_str(json).map_err(|error| Error::Damaged(error.to_string())),
        None => Ok(Value::Null),
    };
    let (before, after) = (read(&row.before)?, read(&row.after)?);
    let names = after.as_object().or(before.as_object()).into_iter().flat_map(|all| all.keys());
    let fields = names
        .filter(|name| !STAMP.contains(&name.as_str()) && before.get(name) != after.get(name))
        .map(|name| ChangedField {
            name: name.clone(),
            before: before.get(name).cloned().unwrap_or_default(),
            after: after.get(name).cloned().unwrap_or_default(),
        });
    Ok(ChangedRow {
        kind: row.kind,
        id: row.id,
        title: title.to_owned(),
        made: row.before.is_none(),
        deleted: row.after.is_none(),
        fields: fields.collect(),
    })
}

/// Brings what an edit touched back to how it was before, as a new edit.
pub(super) fn restore(context: Context<'_>, request: BySeq) -> Result<Outcome<()>> {
    context.change(|open| undo::restore(&open.plan, context.by()?, request.seq))
}
