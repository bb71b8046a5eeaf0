//! The plan as it was: what was changed since is taken back, in memory alone.

use super::undo::read;
use super::{Changed, Plan, Ruled, Verb, Writer};
use crate::by_kind;
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use crate::model::{Architecture, Millis, Word};
use crate::store::engine::Session;
use crate::store::history::{self, ChangeRow};
use std::collections::HashMap;
use std::iter::Peekable;
use std::vec::IntoIter;
use uuid::Uuid;

/// A change with the number of its edit.
type Numbered = (i64, ChangeRow);

/// Edits behind which the history does not reach.
const BEGINNINGS: [Verb; 3] = [Verb::Setup, Verb::Adopt, Verb::Rescue];

/// What things were before the first of some edits touched them; `None` = they were not there.
type Before = HashMap<(EntityKind, Uuid), Option<String>>;

impl Plan {
    /// The plan as it was after an edit, with the way from there through every later edit up to
    /// another one; `None` where the history does not reach back so far.
    ///
    /// Costs what was changed since, not what there is.
    pub fn steps(&self, after: i64, until: i64) -> Result<Option<Steps>> {
        let Some((plan, mut changes)) = self.since_edit(after)? else { return Ok(None) };
        changes.retain(|(edit, _)| *edit <= until);
        Ok(Some(Steps { plan, changes: changes.into_iter().peekable() }))
    }

    /// The plan as it was after an edit, and every change since with the number of its edit.
    pub(super) fn since_edit(&self, after: i64) -> Result<Option<(Architecture, Vec<Numbered>)>> {
        let mut writer = self.writer();
        let Writer { session, lasting } = &mut *writer;
        let now = self.base(session.as_mut(), lasting)?;
        if after < history::latest_of(session.as_mut(), BEGINNINGS.map(Verb::as_word))? {
            return Ok(None);
        }
        let mut changes = Vec::new();
        history::each_change_from(session.as_mut(), after + 1, &mut |seq, change| {
            changes.push((seq, change));
        })?;
        drop(writer);
        let mut plan = Architecture::clone(&now);
        for (_, change) in changes.iter().rev() {
            by_kind!(change.kind, put_back(&mut plan, change.id, change.before.as_deref()))?;
        }
        Ok(Some((plan, changes)))
    }

    /// The plan as it was at a time; `None` where the history does not reach back to it, because the
    /// workspace was made or rescued later.
    ///
    /// Costs what was changed since, not what there is.
    pub fn at(&self, time: Millis) -> Result<Option<Architecture>> {
        // Nobody writes while both are read.
        let mut writer = self.writer();
        let Writer { session, lasting } = &mut *writer;
        let now = self.base(session.as_mut(), lasting)?;
        let Some(before) = before(session.as_mut(), time)? else { return Ok(None) };
        drop(writer);
        let mut plan = Architecture::clone(&now);
        for ((kind, id), state) in before {
            by_kind!(kind, put_back(&mut plan, id, state.as_deref()))?;
        }
        Ok(Some(plan).filter(|plan| !plan.workspaces.is_empty()))
    }
}

/// A way through the history, edit by edit.
#[derive(Debug)]
pub struct Steps {
    plan: Architecture,
    changes: Peekable<IntoIter<Numbered>>,
}

/// An edit on the way.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its number.
    pub edit: i64,
    /// The plan after it.
    pub plan: Architecture,
    /// Every row it inserted, updated or deleted.
    pub changed: Vec<Changed>,
}

impl Steps {
    /// The plan as it is where the way has led so far.
    pub fn plan(&self) -> &Architecture {
        &self.plan
    }
}

impl Iterator for Steps {
    type Item = Result<Step>;

    fn next(&mut self) -> Option<Self::Item> {
        let edit = self.changes.peek()?.0;
        let mut changed = Vec::new();
        while let Some((_, change)) = self.changes.next_if(|(same, _)| *same == edit) {
            changed.push((change.kind, change.id));
            if let Err(error) = apply(&mut self.plan, &change) {
                return Some(Err(error));
            }
        }
        Some(Ok(Step { edit, plan: self.plan.clone(), changed }))
    }
}

fn before(session: &mut dyn Session, time: Millis) -> Result<Option<Before>> {
    let (first, begun) = history::edits_after(session, time, BEGINNINGS.map(Verb::as_word))?;
    if begun > 0 {
        return Ok(None);
    }
    let mut before = Before::new();
    if let Some(first) = first {
        history::each_change_from(session, first, &mut |_, change| {
            before.entry((change.kind, change.id)).or_insert(change.before);
        })?;
    }
    Ok(Some(before))
}

fn apply(plan: &mut Architecture, change: &ChangeRow) -> Result<()> {
    by_kind!(change.kind, put_back(plan, change.id, change.after.as_deref()))
}

fn put_back<F: Ruled>(plan: &mut Architecture, id: Uuid, state: Option<&str>) -> Result<()> {
    match state {
        Some(json) => drop(plan.put(read::<F>(json)?)),
        None => drop(plan.take::<F>(F::Id::from_uuid(id))),
    }
    Ok(())
}
