//! Facts of an open workspace: taken in as part of a change, read segment by segment.
//!
//! What came with a file counts while the plan has its [`Batch`](crate::model::Batch). So undo, redo
//! and restore of an import are those of one row of the plan; the rows of a batch that nothing can
//! bring back are cleared by the next import.

pub(crate) mod erase;
mod history;
mod index;
mod look;
mod met;
mod read;
mod runs;
mod segment;
mod told;
mod write;

pub(crate) use index::{Entry, Index};
pub(crate) use look::Looks;
pub(crate) use read::{Chosen, Facts, OneRow, Part, Wanted};
pub(crate) use runs::Sieves;
pub(crate) use told::{SaidBy, Told};
pub(crate) use write::{FactWriter, Met, OwnEvent, Taking};

use super::{Plan, Tx};
use crate::error::Result;
use crate::facts::subject::Subject;
use crate::model::{Architecture, BatchFields, Millis};
use crate::store::engine::Session;
use crate::store::facts::{self, Counter};
use std::collections::{BTreeMap, BTreeSet};

/// The batches that count, by number, and as of when each speaks.
pub(crate) type Live = BTreeMap<i64, Millis>;

/// The batches that count.
pub(crate) fn live(plan: &Architecture) -> Live {
    plan.batches.iter().map(|batch| (batch.number, batch.as_of)).collect()
}

/// Deletes the rows of batches that nothing can bring back once the edit under way is made.
pub(super) fn clear_away(session: &mut dyn Session, live: &Live) -> Result<()> {
    let mut gone = Vec::new();
    for batch in (0..=facts::next(session, Counter::Batch)?).filter(|one| !live.contains_key(one)) {
        if facts::has_rows(session, batch)? {
            gone.push(batch);
        }
    }
    if gone.is_empty() {
        return Ok(());
    }
    let reachable: BTreeSet<i64> = facts::reachable_batches(session)?
        .iter()
        .filter_map(|json| serde_json::from_str::<BatchFields>(json).ok())
        .map(|batch| batch.number)
        .collect();
    gone.retain(|batch| !reachable.contains(batch));
    gone.into_iter().try_for_each(|batch| facts::delete_batch(session, batch))
}

impl Tx<'_> {
    /// Begins to take a file of facts about a subject in.
    pub(crate) fn take_facts(&mut self, subject: Subject) -> Result<FactWriter<'_>> {
        let (live, sieves) = (live(self.view()), self.sieves());
        let session = self.facts_session()?;
        clear_away(session, &live)?;
        FactWriter::begin(session, sieves, live, subject)
    }
}

impl Plan {
    /// Reads facts on so many connections, so that nobody who edits waits; on the one there is where
    /// there can be no other.
    pub(crate) fn read_facts<T>(
        &self,
        connections: usize,
        read: impl FnOnce(&Facts, &mut [&mut dyn Session]) -> Result<T>,
    ) -> Result<T> {
        let view = self.view();
        let mut writer = self.writer();
        let mut readers: Vec<Box<dyn Session>> = Vec::with_capacity(connections);
        for _ in 0..connections {
            readers.extend(writer.session.reader()?);
        }
        if readers.is_empty() {
            let session = writer.session.as_mut();
            let facts = Facts::of(&view, session)?;
            return read(&facts, &mut [session]);
        }
        drop(writer);
        let facts = Facts::of(&view, readers[0].as_mut())?;
        let mut sessions: Vec<&mut dyn Session> = Vec::with_capacity(readers.len());
        for reader in &mut readers {
            sessions.push(reader.as_mut());
        }
        read(&facts, &mut sessions)
    }

    /// How far looks at all leads are that are under way: parts seen, and all of them; `None` = there is
    /// none.
    pub(crate) fn looking(&self) -> Option<(usize, usize)> {
        self.looks.now()
    }

    /// Looks under way, for whoever begins one.
    pub(crate) fn looks(&self) -> &Looks {
        &self.looks
    }

    /// What figures worked out from facts depend on: which batches count, and how many leads were
    /// erased. To be asked before the facts are read.
    pub(crate) fn facts_stamp(&self, view: &Architecture) -> Result<String> {
        let numbers: Vec<String> = live(view).keys().map(ToString::to_string).collect();
        let erased = self.erased_leads()?.leads;
        let erased = if erased > 0 { format!(" without {erased}") } else { String::new() };
        Ok(numbers.join(",") + &erased)
    }

    /// A figure worked out before from what the stamp says, if it was kept.
    pub(crate) fn kept_figure(&self, name: &str, stamp: &str) -> Result<Option<String>> {
        let last = self.last_figure(name)?;
        Ok(last.filter(|(kept, _)| kept == stamp).map(|(_, data)| data))
    }

    /// A figure as it was kept last, whatever has changed since, with its stamp.
    pub(crate) fn last_figure(&self, name: &str) -> Result<Option<(String, String)>> {
        self.read_store(|session| facts::figure(session, name))
    }

    /// Keeps a figure. Where nothing can be written, as on a full disk, it is worked out anew the next
    /// time: whoever asked for it has it all the same.
    pub(crate) fn keep_figure(&self, name: &str, stamp: &str, data: String) {
        self.keep_figures(stamp, vec![(name.to_owned(), data)]);
    }

    /// Keeps figures of the same stamp, each by its name.
    pub(crate) fn keep_figures(&self, stamp: &str, figures: Vec<(String, String)>) {
        if self.read_only.is_none() {
            let _ = self.try_to_keep(stamp, figures);
        }
    }

    fn try_to_keep(&self, stamp: &str, figures: Vec<(String, String)>) -> Result<()> {
        let mut writer = self.writer();
        writer.session.begin()?;
        let open = super::OpenTransaction { session: writer.session.as_mut(), done: false };
        for (name, data) in figures {
            facts::keep_figure(open.session, &name, stamp, data)?;
        }
        open.commit()
    }
}
