//! Undo and redo, kept in the file: they reach across a restart.
//!
//! Every edit is either undoable, undone (redo brings it again) or settled. A new edit settles what
//! could be redone. Undo and redo are edits themselves, so that the history tells all that happened.

use super::outcome::{Done, Outcome};
use super::rules::Ruled;
use super::tx::{Record, Recorded, Tx};
use super::{By, Op, Plan, Verb};
use crate::by_kind;
use crate::error::{Error, Result};
use crate::id::EntityId;
use crate::model::{Entity, Word};
use crate::store::engine::Session;
use crate::store::history::{self, ChangeRow, EditRow, State};

/// Which edit an undo or redo reverts, and where that leaves it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Revert {
    seq: i64,
    state: State,
}

/// Takes back the latest edit that can be taken back.
pub fn undo(plan: &Plan, by: By) -> Result<Outcome<Done>> {
    turn(plan, by, Verb::Undo, history::latest_undoable, Error::NothingTo("undo"))
}

/// Makes the edit again that was taken back last.
pub fn redo(plan: &Plan, by: By) -> Result<Outcome<Done>> {
    turn(plan, by, Verb::Redo, history::next_redoable, Error::NothingTo("redo"))
}

type Next = fn(&mut dyn Session) -> Result<Option<EditRow>>;

fn turn(plan: &Plan, by: By, verb: Verb, next: Next, nothing: Error) -> Result<Outcome<Done>> {
    while let Some(edit) = plan.read_store(next)? {
        let changes = plan.read_store(|session| history::list_changes(session, edit.seq))?;
        let op = Op { verb, kind: edit.kind, subject: edit.subject.clone(), size: edit.size };
        let turned = plan.transact(by, op, |tx| {
            // Somebody may have changed something since: then it is the turn of another edit.
            if tx.history(next)?.is_none_or(|now| now.seq != edit.seq) {
                return Ok(None);
            }
            turn_in(tx, &edit, &changes, verb).map(Some)
        })?;
        if let Outcome { value: Some(value), changes } = turned {
            return Ok(Outcome { value, changes });
        }
    }
    Err(nothing)
}

fn turn_in(tx: &mut Tx<'_>, edit: &EditRow, changes: &[ChangeRow], verb: Verb) -> Result<Done> {
    let state = if verb == Verb::Undo { State::Undone } else { State::Undoable };
    tx.revert(Revert { seq: edit.seq, state });
    if verb == Verb::Undo {
        changes.iter().rev().try_for_each(|row| put_back(tx, row, row.before.as_deref()))?;
    } else {
        changes.iter().try_for_each(|row| put_back(tx, row, row.after.as_deref()))?;
    }
    Ok(done(edit))
}

/// Puts an entity into the state a change log holds; `None` = it does not exist.
fn put_back(tx: &mut Tx<'_>, row: &ChangeRow, state: Option<&str>) -> Result<()> {
    by_kind!(row.kind, put_back_as(tx, row, state))
}

fn put_back_as<F: Ruled>(tx: &mut Tx<'_>, row: &ChangeRow, state: Option<&str>) -> Result<()> {
    match state {
        Some(json) => tx.put_raw::<F>(read::<F>(json)?),
        None => tx.take_raw::<F>(F::Id::from_uuid(row.id)),
    }
}

pub(super) fn read<F: Ruled>(json: &str) -> Result<Entity<F>> {
    serde_json::from_str(json).map_err(|error| Error::Damaged(error.to_string()))
}

/// Brings what an edit touched back to how it was before that edit, as a new edit.
///
/// What was deleted since comes back, what was made by the edit goes; whatever else changed on
/// those rows since is replaced. Fails when something they refer to is gone.
pub fn restore(plan: &Plan, by: By, seq: i64) -> Result<Outcome<()>> {
    let edit = plan.read_store(|session| history::get_edit(session, seq))?;
    let edit = edit.ok_or_else(|| Error::invalid("This edit is not in the history."))?;
    let changes = plan.read_store(|session| history::list_changes(session, seq))?;
    let op = Op { verb: Verb::Restore, kind: edit.kind, subject: edit.subject, size: edit.size };
    plan.transact(by, op, |tx| changes.iter().rev().try_for_each(|row| restore_row(tx, row)))
}

fn restore_row(tx: &mut Tx<'_>, row: &ChangeRow) -> Result<()> {
    by_kind!(row.kind, restore_as(tx, row))
}

fn restore_as<F: Ruled>(tx: &mut Tx<'_>, row: &ChangeRow) -> Result<()> {
    let id = F::Id::from_uuid(row.id);
    let exists = F::table(tx.view()).has(id);
    match &row.before {
        Some(json) => tx.bring_back::<F>(read::<F>(json)?),
        None if exists => tx.delete::<F>(id),
        None => Ok(()),
    }
}

/// Remembers a change in the history and tells what undo and redo would do after it.
pub(super) fn log(
    session: &mut dyn Session,
    by: By,
    op: Op,
    record: &Record,
) -> Result<(Option<Done>, Option<Done>)> {
    if !record.rows.is_empty() || record.reverts.is_some() || record.for_good {
        write_log(session, by, op, record)?;
    }
    stacks(session)
}

fn write_log(session: &mut dyn Session, by: By, op: Op, record: &Record) -> Result<()> {
    let seq = history::last_seq(session)?.max(record.after) + 1;
    let state = match record.reverts {
        Some(_) => State::Settled,
        None if record.for_good => State::Settled,
        None if matches!(op.verb, Verb::Setup | Verb::Adopt) => State::Settled,
        None => State::Undoable,
    };
    match record.reverts {
        Some(revert) => history::set_state(session, revert.seq, revert.state)?,
        None => history::settle_undone(session)?,
    }
    let edit = EditRow {
        seq,
        op: op.verb.as_word().to_owned(),
        kind: op.kind,
        subject: op.subject,
        size: op.size,
        member_id: by.member,
        at: by.at,
        state,
        reverts: record.reverts.map(|revert| revert.seq),
    };
    history::insert_edit(session, &edit)?;
    for (ordinal, row) in (0_i64..).zip(&record.rows) {
        history::insert_change(session, seq, ordinal, &change_row(row))?;
    }
    Ok(())
}

fn change_row(row: &Recorded) -> ChangeRow {
    ChangeRow { kind: row.kind, id: row.id, before: row.before.clone(), after: row.after.clone() }
}

/// What undo and redo would do.
pub(super) fn stacks(session: &mut dyn Session) -> Result<(Option<Done>, Option<Done>)> {
    let undo = history::latest_undoable(session)?;
    let redo = history::next_redoable(session)?;
    Ok((undo.as_ref().map(done), redo.as_ref().map(done)))
}

/// An edit as others see it.
pub(super) fn done(edit: &EditRow) -> Done {
    Done {
        seq: edit.seq,
        verb: edit.op.clone(),
        kind: edit.kind,
        subject: edit.subject.clone(),
        size: edit.size,
        member_id: edit.member_id,
        at: edit.at,
    }
}
