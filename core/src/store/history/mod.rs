//! The change log: one row an edit, one row a change of an entity within it.

use super::column::Column;
use super::engine::{Row, Session, Value};
use crate::error::{Error, Result};
use crate::id::{EntityKind, MemberId};
use crate::model::Millis;
use uuid::Uuid;

/// Where an edit stands in undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Undo takes it back.
    Undoable,
    /// Taken back; redo brings it again.
    Undone,
    /// Out of reach of undo and redo, in reach of restore.
    Settled,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Undoable => "undoable",
            Self::Undone => "undone",
            Self::Settled => "settled",
        }
    }

    fn from_word(word: &str) -> Result<Self> {
        [Self::Undoable, Self::Undone, Self::Settled]
            .into_iter()
            .find(|state| state.word() == word)
            .ok_or_else(|| Error::Damaged(format!("{word:?} is not a state of an edit")))
    }
}

/// An edit as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EditRow {
    pub(crate) seq: i64,
    pub(crate) op: String,
    pub(crate) kind: Option<EntityKind>,
    pub(crate) subject: String,
    pub(crate) size: u32,
    pub(crate) member_id: Option<MemberId>,
    pub(crate) at: Millis,
    pub(crate) state: State,
    pub(crate) reverts: Option<i64>,
}

/// A change as it is kept: the entity before (`None` = it was made) and after (`None` = deleted).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ChangeRow {
    pub(crate) kind: EntityKind,
    pub(crate) id: Uuid,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// Which edits to list, newest first.
#[derive(Clone, Debug)]
pub(crate) struct EditQuery {
    pub(crate) before_seq: i64,
    pub(crate) member_id: Option<MemberId>,
    pub(crate) kind: Option<EntityKind>,
    pub(crate) entity_id: Option<Uuid>,
    pub(crate) from: Millis,
    pub(crate) until: Millis,
    pub(crate) limit: i64,
}

/// The columns that [`row_to_edit`] reads.
pub(crate) const EDIT_COLUMNS: [&str; 9] =
    ["seq", "op", "kind", "subject", "size", "member_id", "at", "state", "reverts"];
/// The columns that [`row_to_numbered_change`] reads.
pub(crate) const CHANGE_COLUMNS: [&str; 5] =
    ["edit_seq", "kind", "entity_id", "row_before", "row_after"];

/// Every statement of this table, for the test that prepares them on both engines.
pub(crate) const STATEMENTS: [&str; 15] = [
    include_str!("insert_edit.sql"),
    include_str!("insert_change.sql"),
    include_str!("last_seq.sql"),
    include_str!("latest_undoable.sql"),
    include_str!("next_redoable.sql"),
    include_str!("set_state.sql"),
    include_str!("settle_undone.sql"),
    include_str!("list_edits.sql"),
    include_str!("get_edit.sql"),
    include_str!("list_changes.sql"),
    include_str!("all_edits.sql"),
    include_str!("all_changes.sql"),
    include_str!("edits_after.sql"),
    include_str!("changes_from.sql"),
    include_str!("latest_of.sql"),
];

pub(crate) fn insert_edit(session: &mut dyn Session, edit: &EditRow) -> Result<()> {
    let values = [
        Value::Int(edit.seq),
        edit.op.to_value(),
        edit.kind.map(kind_word).to_value(),
        edit.subject.to_value(),
        edit.size.to_value(),
        edit.member_id.to_value(),
        edit.at.to_value(),
        Value::Text(edit.state.word().to_owned()),
        edit.reverts.to_value(),
    ];
    session.execute(include_str!("insert_edit.sql"), &values).map(drop)
}

pub(crate) fn insert_change(
    session: &mut dyn Session,
    seq: i64,
    ordinal: i64,
    change: &ChangeRow,
) -> Result<()> {
    let values = [
        Value::Int(seq),
        Value::Int(ordinal),
        Value::Text(kind_word(change.kind)),
        Value::Text(change.id.to_string()),
        change.before.to_value(),
        change.after.to_value(),
    ];
    session.execute(include_str!("insert_change.sql"), &values).map(drop)
}

pub(crate) fn last_seq(session: &mut dyn Session) -> Result<i64> {
    let mut last = 0;
    session.query(include_str!("last_seq.sql"), &[], &mut |row| {
        last = i64::from_value(row.value()?)?;
        Ok(())
    })?;
    Ok(last)
}

pub(crate) fn latest_undoable(session: &mut dyn Session) -> Result<Option<EditRow>> {
    one_edit(session, include_str!("latest_undoable.sql"), &[])
}

pub(crate) fn next_redoable(session: &mut dyn Session) -> Result<Option<EditRow>> {
    one_edit(session, include_str!("next_redoable.sql"), &[])
}

pub(crate) fn get_edit(session: &mut dyn Session, seq: i64) -> Result<Option<EditRow>> {
    one_edit(session, include_str!("get_edit.sql"), &[Value::Int(seq)])
}

pub(crate) fn set_state(session: &mut dyn Session, seq: i64, state: State) -> Result<()> {
    let values = [Value::Int(seq), Value::Text(state.word().to_owned())];
    session.execute(include_str!("set_state.sql"), &values).map(drop)
}

/// Puts what could be redone out of reach: a new edit was made.
pub(crate) fn settle_undone(session: &mut dyn Session) -> Result<()> {
    session.execute(include_str!("settle_undone.sql"), &[]).map(drop)
}

pub(crate) fn list_edits(session: &mut dyn Session, query: &EditQuery) -> Result<Vec<EditRow>> {
    let text = |text: Option<String>| Value::Text(text.unwrap_or_default());
    let values = [
        Value::Int(query.before_seq),
        text(query.member_id.map(|id| id.to_string())),
        text(query.kind.map(kind_word)),
        text(query.entity_id.map(|id| id.to_string())),
        query.from.to_value(),
        query.until.to_value(),
        Value::Int(query.limit),
    ];
    let mut edits = Vec::new();
    session.query(include_str!("list_edits.sql"), &values, &mut |row| {
        edits.push(row_to_edit(row)?);
        Ok(())
    })?;
    Ok(edits)
}

pub(crate) fn list_changes(session: &mut dyn Session, seq: i64) -> Result<Vec<ChangeRow>> {
    let mut changes = Vec::new();
    session.query(include_str!("list_changes.sql"), &[Value::Int(seq)], &mut |row| {
        changes.push(row_to_change(row)?);
        Ok(())
    })?;
    Ok(changes)
}

/// Hands over every edit, in order.
pub(crate) fn each_edit(session: &mut dyn Session, each: &mut dyn FnMut(EditRow)) -> Result<()> {
    session.query(include_str!("all_edits.sql"), &[], &mut |row| {
        each(row_to_edit(row)?);
        Ok(())
    })
}

/// Hands over every change with the number of its edit, in order.
pub(crate) fn each_change(
    session: &mut dyn Session,
    each: &mut dyn FnMut(i64, ChangeRow),
) -> Result<()> {
    session.query(include_str!("all_changes.sql"), &[], &mut |row| {
        let (seq, change) = row_to_numbered_change(row)?;
        each(seq, change);
        Ok(())
    })
}

/// The number of the first edit made after a time, and how many since are one of three verbs.
pub(crate) fn edits_after(
    session: &mut dyn Session,
    at: Millis,
    verbs: [&str; 3],
) -> Result<(Option<i64>, i64)> {
    let [one, two, three] = verbs.map(|verb| Value::Text(verb.to_owned()));
    let mut found = (None, 0);
    let values = [at.to_value(), one, two, three];
    session.query(include_str!("edits_after.sql"), &values, &mut |row| {
        found = (Column::from_value(row.value()?)?, i64::from_value(row.value()?)?);
        Ok(())
    })?;
    Ok(found)
}

/// The number of the latest edit that is one of three verbs; 0 where there is none.
pub(crate) fn latest_of(session: &mut dyn Session, verbs: [&str; 3]) -> Result<i64> {
    let verbs = verbs.map(|verb| Value::Text(verb.to_owned()));
    let mut found = 0;
    session.query(include_str!("latest_of.sql"), &verbs, &mut |row| {
        found = i64::from_value(row.value()?)?;
        Ok(())
    })?;
    Ok(found)
}

/// Hands over every change from an edit on, in order, with the number of its edit.
pub(crate) fn each_change_from(
    session: &mut dyn Session,
    seq: i64,
    each: &mut dyn FnMut(i64, ChangeRow),
) -> Result<()> {
    session.query(include_str!("changes_from.sql"), &[Value::Int(seq)], &mut |row| {
        let (seq, change) = row_to_numbered_change(row)?;
        each(seq, change);
        Ok(())
    })
}

fn one_edit(session: &mut dyn Session, sql: &str, values: &[Value]) -> Result<Option<EditRow>> {
    let mut found = None;
    session.query(sql, values, &mut |row| {
        found = Some(row_to_edit(row)?);
        Ok(())
    })?;
    Ok(found)
}

pub(crate) fn row_to_edit(row: &mut Row) -> Result<EditRow> {
    Ok(EditRow {
        seq: i64::from_value(row.value()?)?,
        op: String::from_value(row.value()?)?,
        kind: Option::<String>::from_value(row.value()?)?.as_deref().map(word_kind).transpose()?,
        subject: String::from_value(row.value()?)?,
        size: u32::from_value(row.value()?)?,
        member_id: Column::from_value(row.value()?)?,
        at: Millis::from_value(row.value()?)?,
        state: State::from_word(&String::from_value(row.value()?)?)?,
        reverts: Column::from_value(row.value()?)?,
    })
}

/// A change with the number of its edit.
pub(crate) fn row_to_numbered_change(row: &mut Row) -> Result<(i64, ChangeRow)> {
    Ok((i64::from_value(row.value()?)?, row_to_change(row)?))
}

fn row_to_change(row: &mut Row) -> Result<ChangeRow> {
    let kind = String::from_value(row.value()?)?;
    let id = String::from_value(row.value()?)?;
    Ok(ChangeRow {
        kind: word_kind(&kind)?,
        id: Uuid::try_parse(&id).map_err(|_| Error::Damaged(format!("{id:?} is not an id")))?,
        before: Column::from_value(row.value()?)?,
        after: Column::from_value(row.value()?)?,
    })
}

/// The word of a kind in the log: its JSON spelling.
fn kind_word(kind: EntityKind) -> String {
    serde_json::to_value(kind)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn word_kind(word: &str) -> Result<EntityKind> {
    EntityKind::ALL
        .into_iter()
        .find(|kind| kind_word(*kind) == word)
        .ok_or_else(|| Error::Damaged(format!("{word:?} is not a kind")))
}
