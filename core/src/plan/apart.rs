//! Two files of one workspace: what they have in common, and what became of it in each.

use super::{Plan, Writer};
use crate::error::{Error, Result};
use crate::id::EntityKind;
use crate::model::{Architecture, Millis};
use crate::store::history::{self, EditRow};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// What things have been since an edit, as JSON, the earliest first; `None` = they were not there.
pub type Past = HashMap<(EntityKind, Uuid), Vec<Option<String>>>;

/// A copy of a workspace and the workspace, both seen from the last edit that they share.
#[derive(Debug)]
pub struct Apart {
    /// The number of that edit.
    pub edit: i64,
    /// When it was made.
    pub at: Millis,
    /// The plan as it was after it.
    pub base: Architecture,
    /// The plan of the copy.
    pub copy: Arc<Architecture>,
    /// What things have been in the copy since.
    pub copy_past: Past,
}

impl Plan {
    /// Looks at a copy of this workspace; fails where it is none, or where the histories do not lead
    /// back to an edit that both know.
    pub fn apart(&self, copy: &Self) -> Result<Apart> {
        let theirs = copy.view();
        if theirs.workspace()?.id != self.view().workspace()?.id {
            let name = &theirs.workspace()?.name;
            return Err(Error::invalid(format!(
                "This file is no copy of this workspace, but another one: \"{name}\". Choose a copy."
            )));
        }
        let (our_edits, their_edits) = (self.all_edits()?, copy.all_edits()?);
        let last = last_shared(&our_edits, &their_edits).ok_or_else(none_shared)?;
        let (edit, at) = (last.seq, last.at);
        let (base, _) = self.since_edit(edit)?.ok_or_else(none_shared)?;
        Ok(Apart { edit, at, base, copy: theirs, copy_past: copy.past_since(edit)? })
    }

    /// What things have been since an edit.
    pub fn past_since(&self, edit: i64) -> Result<Past> {
        let (_, changes) = self.since_edit(edit)?.ok_or_else(none_shared)?;
        let mut past = Past::new();
        for (_, change) in changes {
            let states = past.entry((change.kind, change.id)).or_default();
            if states.is_empty() {
                states.push(change.before);
            }
            states.push(change.after);
        }
        Ok(past)
    }

    fn all_edits(&self) -> Result<Vec<EditRow>> {
        let mut writer = self.writer();
        let Writer { session, .. } = &mut *writer;
        let mut edits = Vec::new();
        history::each_edit(session.as_mut(), &mut |edit| edits.push(edit))?;
        Ok(edits)
    }
}

/// The last edit up to which two histories are one.
fn last_shared<'a>(ours: &'a [EditRow], theirs: &[EditRow]) -> Option<&'a EditRow> {
    let same = |(one, other): &(&EditRow, &EditRow)| {
        let key = |edit: &EditRow| (edit.seq, edit.at, edit.member_id, edit.kind, edit.size);
        key(one) == key(other) && one.op == other.op && one.subject == other.subject
    };
    ours.iter().zip(theirs).take_while(same).last().map(|(edit, _)| edit)
}

fn none_shared() -> Error {
    Error::invalid(
        "This copy has no history in common with the workspace: it was saved without it, or one of \
         the two was made anew since. It cannot be merged.",
    )
}
