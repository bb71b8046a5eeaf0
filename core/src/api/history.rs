//! The history: who changed what, and back to it.

use super::Context;
use crate::error::{Error, Result};
use crate::id::{EntityKind, MemberId};
use crate::model::Millis;
use crate::model::text::fold;
use crate::plan::log::{self, Edit, EditFilter, EditRow};
use crate::plan::undo;
use crate::plan::{Outcome, Plan};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
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
    #[ts(as = "Option<String>")]
    pub entity_id: Option<Uuid>,
    /// Only those whose subject holds these words, as parts of words, in any order.
    pub text: Option<String>,
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
    let words = fold(request.text.as_deref().unwrap_or_default());
    let filter = EditFilter {
        before: request.before,
        member_id: request.member_id,
        kind: request.kind,
        entity_id: request.entity_id,
        from: request.from,
        until: request.until,
        limit: limit + 1,
    };
    let mut edits = log::edits(&context.open()?.plan, &filter, &words)?;
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

/// Which edit, and how much of it.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfEdit {
    /// Its number.
    pub seq: i64,
    /// How many of its rows; 100 unless given.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<usize>,
}

/// What an edit changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EditDetail {
    /// The edit.
    pub edit: Edit,
    /// How many things it made.
    pub made: usize,
    /// How many it changed.
    pub changed: usize,
    /// How many it deleted.
    pub deleted: usize,
    /// The first rows it touched.
    pub rows: Vec<ChangedRow>,
    /// What the ids in these rows are called, by id; what nobody knows any more is left out.
    pub names: BTreeMap<String, String>,
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
pub(super) fn detail(context: Context<'_>, request: OfEdit) -> Result<EditDetail> {
    let (open, view) = (context.open()?, context.view()?);
    let (edit, all) = log::edit_rows(&open.plan, request.seq)?;
    let shown = all.iter().take(request.limit.unwrap_or(100));
    let rows = shown.map(|row| changed_row(row, &log::title(&view, row)));
    let rows = rows.collect::<Result<Vec<_>>>()?;
    let made = all.iter().filter(|row| row.before.is_none()).count();
    let deleted = all.iter().filter(|row| row.after.is_none()).count();
    let names = names(&open.plan, &rows)?;
    Ok(EditDetail { edit, made, changed: all.len() - made - deleted, deleted, rows, names })
}

/// What the ids in the fields of rows are called.
fn names(plan: &Plan, rows: &[ChangedRow]) -> Result<BTreeMap<String, String>> {
    let mut ids = BTreeSet::new();
    for field in rows.iter().flat_map(|row| &row.fields) {
        collect_ids(&field.before, &mut ids);
        collect_ids(&field.after, &mut ids);
    }
    let mut names = BTreeMap::new();
    for id in ids {
        if let Some(name) = log::name(plan, id)? {
            names.insert(id.to_string(), name);
        }
    }
    Ok(names)
}

fn collect_ids(value: &Value, into: &mut BTreeSet<Uuid>) {
    match value {
        Value::String(text) => into.extend(Uuid::try_parse(text).ok()),
        Value::Array(all) => all.iter().for_each(|one| collect_ids(one, into)),
        Value::Object(all) => all.values().for_each(|one| collect_ids(one, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
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
    undo::restore(&context.open()?.plan, context.by()?, request.seq)
}
