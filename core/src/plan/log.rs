//! The history as others see it: edits in pages, and the rows of one.

use super::outcome::Done;
use super::undo::{done, read};
use super::{Plan, Ruled};
use crate::by_kind;
use crate::error::{Error, Result};
use crate::id::{EntityId, EntityKind, MemberId};
use crate::model::text::fold;
use crate::model::{Architecture, Millis};
use crate::store::history::{self, ChangeRow, EditQuery};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// An edit of the history.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Edit {
    /// What was done.
    #[serde(flatten)]
    pub done: Done,
    /// Undo or redo of this edit.
    pub reverts: Option<i64>,
    /// It was taken back and can be made again.
    pub undone: bool,
}

/// A row an edit touched, as JSON before (`None` = it was made) and after (`None` = it is gone).
#[derive(Clone, Debug)]
pub struct EditRow {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    pub id: Uuid,
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

/// Which edits to list.
#[derive(Clone, Copy, Debug, Default)]
pub struct EditFilter {
    /// Only those before this one.
    pub before: Option<i64>,
    /// Only by this member.
    pub member_id: Option<MemberId>,
    /// Only those that touched this kind.
    pub kind: Option<EntityKind>,
    /// Only those that touched this entity.
    pub entity_id: Option<Uuid>,
    /// Only from this time on.
    pub from: Option<Millis>,
    /// Only before this time.
    pub until: Option<Millis>,
    /// How many at most.
    pub limit: u32,
}

/// Edits, the latest first, whose subject holds all the words (folded) as parts of words.
pub fn edits(plan: &Plan, filter: &EditFilter, words: &str) -> Result<Vec<Edit>> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let fits = |row: &history::EditRow| {
        let subject = fold(&row.subject);
        words.iter().all(|word| subject.contains(word))
    };
    let (mut found, mut query) = (Vec::new(), query(filter));
    let wanted = filter.limit as usize;
    if !words.is_empty() {
        query.limit = SCAN;
    }
    loop {
        let rows = plan.read_store(|session| history::list_edits(session, &query))?;
        found.extend(rows.iter().filter(|row| fits(row)).map(edit));
        match rows.last().filter(|_| !words.is_empty() && found.len() < wanted) {
            Some(last) => query.before_seq = last.seq,
            None => break,
        }
    }
    found.truncate(wanted);
    Ok(found)
}

/// How many edits are looked through at a time for words.
const SCAN: i64 = 1_000;

fn query(filter: &EditFilter) -> EditQuery {
    EditQuery {
        before_seq: filter.before.unwrap_or(i64::MAX),
        member_id: filter.member_id,
        kind: filter.kind,
        entity_id: filter.entity_id,
        from: filter.from.unwrap_or(Millis(i64::MIN)),
        until: filter.until.unwrap_or(Millis(i64::MAX)),
        limit: filter.limit.into(),
    }
}

/// When an edit was made, if the history knows it.
pub fn edit_time(plan: &Plan, seq: i64) -> Result<Option<Millis>> {
    Ok(plan.read_store(|session| history::get_edit(session, seq))?.map(|edit| edit.at))
}

/// An edit of the history, if it is there.
pub fn edit_of(plan: &Plan, seq: i64) -> Result<Option<Edit>> {
    Ok(plan.read_store(|session| history::get_edit(session, seq))?.as_ref().map(edit))
}

/// An edit with the rows it touched, in the order in which it touched them.
pub fn edit_rows(plan: &Plan, seq: i64) -> Result<(Edit, Vec<EditRow>)> {
    let row = plan.read_store(|session| history::get_edit(session, seq))?;
    let row = row.ok_or_else(|| Error::invalid("This edit is not in the history."))?;
    let changes = plan.read_store(|session| history::list_changes(session, seq))?;
    Ok((edit(&row), changes.into_iter().map(edit_row).collect()))
}

fn edit_row(change: ChangeRow) -> EditRow {
    let ChangeRow { kind, id, before, after } = change;
    EditRow { kind, id, before, after }
}

fn edit(row: &history::EditRow) -> Edit {
    Edit { done: done(row), reverts: row.reverts, undone: row.state == history::State::Undone }
}

/// What the thing of a row is called; placements and answers by what they are about.
pub fn title(plan: &Architecture, row: &EditRow) -> String {
    by_kind!(row.kind, title_as(plan, row)).unwrap_or_default()
}

fn title_as<F: Ruled>(plan: &Architecture, row: &EditRow) -> Option<String> {
    let json = row.after.as_deref().or(row.before.as_deref())?;
    let entity = read::<F>(json).ok()?;
    Some(
        F::table(plan)
            .get(F::Id::from_uuid(row.id))
            .map_or_else(|| entity.fields.title_in(plan), |now| now.fields.title_in(plan)),
    )
}

/// What the thing of an id is called, now or when it last was; `None` where nothing ever had it.
pub fn name(plan: &Plan, id: Uuid) -> Result<Option<String>> {
    let view = plan.view();
    let now = EntityKind::ALL.into_iter().find_map(|kind| by_kind!(kind, name_as(&view, id)));
    if now.is_some() {
        return Ok(now);
    }
    let filter = EditFilter { entity_id: Some(id), limit: 1, ..EditFilter::default() };
    let latest = plan.read_store(|session| history::list_edits(session, &query(&filter)))?;
    let Some(latest) = latest.first() else { return Ok(None) };
    let changes = plan.read_store(|session| history::list_changes(session, latest.seq))?;
    let row = changes.into_iter().find(|change| change.id == id).map(edit_row);
    Ok(row.map(|row| title(&view, &row)))
}

fn name_as<F: Ruled>(plan: &Architecture, id: Uuid) -> Option<String> {
    F::table(plan).get(F::Id::from_uuid(id)).map(|entity| entity.fields.title_in(plan))
}
