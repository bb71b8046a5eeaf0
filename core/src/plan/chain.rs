//! Whether the history leads to the plan: every edit goes on from what the one before left, and the
//! last one left what is there. A row and its history lie in different places of the file, so a
//! letter that rotted in one of them is told by the other.

use super::undo::read;
use super::{Ruled, Verb};
use crate::by_kind;
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use crate::model::{Architecture, Entity, Word};
use crate::store::engine::Session;
use crate::store::history::{self, ChangeRow, EditRow};
use std::collections::HashMap;
use uuid::Uuid;

/// More are not told: what broke so many links broke the history as a whole.
const MOST: usize = 20;

/// What the history leaves each thing as; `None` = it is gone.
type Left = HashMap<(EntityKind, Uuid), Option<String>>;

/// The links that are broken, in words; nothing where there are none.
pub(super) fn broken(session: &mut dyn Session, plan: &Architecture) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    let first = check_edits(session, &mut findings)?;
    let mut left = Left::new();
    history::each_change(session, &mut |seq, change| {
        if seq >= first && findings.len() < MOST {
            findings.extend(follow(&mut left, seq, change));
        }
    })?;
    for ((kind, id), state) in &left {
        if findings.len() < MOST && !by_kind!(*kind, is_as_left(plan, *id, state.as_deref())) {
            let name = by_kind!(*kind, name(plan, *id));
            findings.push(format!("The history left the {} {name} otherwise.", kind.noun()));
        }
    }
    Ok(findings)
}

/// Looks at the edits by themselves. Gives the number of the first from which the history is whole:
/// before it lies what could be read of a damaged file, or the history of another one.
fn check_edits(session: &mut dyn Session, findings: &mut Vec<String>) -> Result<i64> {
    let (mut first, mut before) = (0, 0);
    history::each_edit(session, &mut |edit: EditRow| {
        let verb = Verb::from_word(&edit.op);
        if matches!(verb, Some(Verb::Rescue | Verb::Adopt)) {
            (first, before) = (edit.seq, edit.seq);
            findings.clear();
            return;
        }
        let is_next = edit.seq == before + 1;
        let is_sound = verb.is_some() && edit.reverts.is_none_or(|earlier| earlier < edit.seq);
        if findings.len() < MOST && !(is_next && is_sound) {
            findings.push(format!("Edit {} of the history is not as it was written.", edit.seq));
        }
        before = edit.seq;
    })?;
    Ok(first)
}

/// Takes over what a change left, and says where it does not go on from what was there.
fn follow(left: &mut Left, seq: i64, change: ChangeRow) -> Option<String> {
    let ChangeRow { kind, id, before, after } = change;
    let known = left.get(&(kind, id));
    let goes_on =
        known.is_none_or(|known| by_kind!(kind, same(known.as_deref(), before.as_deref())));
    let is_whole = |state: &Option<String>| {
        state.as_deref().is_none_or(|json| by_kind!(kind, is_of(json, id)))
    };
    let is_sound = goes_on && is_whole(&before) && is_whole(&after);
    left.insert((kind, id), after);
    (!is_sound).then(|| {
        format!("Edit {seq} of the history does not go on from how the {} {id} was.", kind.noun())
    })
}

/// Its title where it is there, or else its id.
fn name<F: Ruled>(plan: &Architecture, id: Uuid) -> String {
    let there = F::table(plan).get(F::Id::from_uuid(id));
    there.map_or_else(|| id.to_string(), |one| format!("\"{}\"", one.fields.title_in(plan)))
}

fn is_of<F: Ruled>(json: &str, id: Uuid) -> bool {
    read::<F>(json).is_ok_and(|entity: Entity<F>| entity.id.uuid() == id)
}

/// Whether two states are one; an older version may have written the same in other words.
fn same<F: Ruled>(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            one == other
                || read::<F>(one).is_ok_and(|one| read::<F>(other).is_ok_and(|other| one == other))
        }
        (None, None) => true,
        _ => false,
    }
}

fn is_as_left<F: Ruled>(plan: &Architecture, id: Uuid, state: Option<&str>) -> bool {
    let there = F::table(plan).get(F::Id::from_uuid(id));
    match (state, there) {
        (Some(json), Some(there)) => read::<F>(json).is_ok_and(|entity| entity == **there),
        (None, None) => true,
        _ => false,
    }
}
