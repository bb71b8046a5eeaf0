//! Erasing leads: everything that any file said of them, for good.
//!
//! Their rows stay as blank places that count no more, so that the numbers of all others hold. What
//! is left are marks that nobody can read back: a file that brings one of them again is told by them,
//! and so is a backup. The history says that somebody was erased, and not whom; neither undo nor redo
//! reaches it.

mod cleanse;
mod mentions;
mod names;
mod purge;

pub(crate) use cleanse::sweep_file;
pub use cleanse::{Marks, cleanse, marks_of};
pub(crate) use mentions::mentions;
pub use mentions::{Mention, Mentioned};
pub(crate) use purge::Purged;

use super::{Facts, clear_away, live, runs};
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::facts::erased::{Erased, KnownAs, Secret};
use crate::facts::identity::{Identities, Identity};
use crate::facts::subject::Subject;
use crate::id::{EntityId, EntityKind};
use crate::model::text::fold;
use crate::model::{AdvocateFields, Batch, LeadAnswerFields};
use crate::plan::{By, Op, Outcome, Plan, RowChange, Tx, Verb};
use crate::store::engine::Session;
use crate::store::facts::erased::{self as store, MarkRow};
use crate::store::facts::{self, Counter};
use crate::store::forget::Forgotten;
use names::People;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

/// What went with some leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gone {
    /// So many leads.
    pub(crate) leads: u32,
    /// What was imported about them.
    pub(crate) purged: Purged,
    /// The addresses they had.
    pub(crate) emails: BTreeSet<String>,
    /// The names they had.
    pub(crate) names: BTreeSet<String>,
}

/// Why a lead cannot be shown or erased.
pub(crate) fn gone() -> Error {
    let message = "This lead is no longer here. It was erased, or the import it came with was taken \
        back.";
    Error::invalid(message)
}

impl Tx<'_> {
    /// The marks of those who were erased.
    pub(crate) fn erased(&mut self) -> Result<Erased> {
        let session = self.facts_session()?;
        Ok(of_marks(&store::marks(session)?))
    }

    /// Erases leads.
    fn erase_leads(&mut self, keys: &BTreeSet<FactKey>) -> Result<Gone> {
        let view = self.view().clone();
        let (live, workspace) = (live(&view), view.workspace()?.id.uuid());
        let at = self.by().at;
        let session = self.facts_session()?;
        let facts = Facts::of(&view, session)?;
        let there = keys.iter().all(|key| facts.has(Subject::Lead, *key));
        if !there || keys.is_empty() {
            return Err(gone());
        }
        clear_away(session, &live)?;
        let people = People::of(session, keys.clone())?;
        let marks = marks(session, &people, workspace)?;
        let known = store::marks(session)?;
        let secret = known.first().map_or_else(|| *Uuid::new_v4().as_bytes(), |row| row.secret);
        let mut erased = Erased::default();
        for (key, known_as) in &marks {
            for (place, known) in known_as.iter().enumerate() {
                let mark = Secret(secret).mark(known.borrowed());
                let first = place == 0 && keys.contains(key);
                store::keep_mark(session, &MarkRow { secret, mark, first, at })?;
                erased.add(Secret(secret), mark);
            }
        }
        let purged = purge::purge(session, &erased)?;
        self.show_purged(&purged);
        let leads = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        Ok(Gone { leads, purged, emails: people.emails, names: people.names })
    }

    /// Whoever looks at the files that told of them, or at what the plan tells, looks again.
    fn show_purged(&mut self, purged: &Purged) {
        let theirs = |batch: &&Arc<Batch>| purged.batches.contains(&batch.number);
        let batches = self.view().batches.iter().filter(theirs);
        let batches = batches.map(|batch| (EntityKind::Batch, batch.id.uuid(), false));
        let Forgotten { answers, advocates, .. } = &purged.told;
        let told = answers.iter().map(|id| (EntityKind::LeadAnswer, id.uuid(), true));
        let marks = advocates.iter().map(|id| (EntityKind::Advocate, id.uuid(), true));
        let rows = batches.chain(told).chain(marks);
        let rows = rows.map(|(kind, id, deleted)| RowChange { kind, id, deleted }).collect();
        self.settle_for_good(rows);
        for id in answers {
            self.forget::<LeadAnswerFields>(*id);
        }
        for id in advocates {
            self.forget::<AdvocateFields>(*id);
        }
    }
}

/// What somebody was known as.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Email(String),
    Id(String),
    Alias(String),
    Listed(String),
    Number(u64),
}

impl Known {
    fn borrowed(&self) -> KnownAs<'_> {
        match self {
            Self::Email(text) => KnownAs::Email(text),
            Self::Id(text) => KnownAs::Id(text),
            Self::Alias(text) => KnownAs::Alias(text),
            Self::Listed(text) => KnownAs::Listed(text),
            Self::Number(number) => KnownAs::Number(*number),
        }
    }
}

/// All that people were known as, by the row that tells it: their addresses, the ids that lead to
/// them, and the numbers by which rows without either are found again.
fn marks(
    session: &mut dyn Session,
    people: &People,
    workspace: Uuid,
) -> Result<BTreeMap<FactKey, BTreeSet<Known>>> {
    let mut numbers: BTreeMap<FactKey, BTreeSet<u64>> = BTreeMap::new();
    runs::each(session, &mut |(number, key)| {
        if people.rows.contains_key(&key) {
            numbers.entry(key).or_default().insert(number);
        }
    })?;
    let identities = Identities::of(workspace);
    let mut marks = BTreeMap::new();
    for (key, row) in &people.rows {
        let mut left = numbers.remove(key).unwrap_or_default();
        let mut known = BTreeSet::new();
        for email in &row.emails {
            left.remove(&identities.number(Identity::Email(email)));
            known.insert(Known::Email(email.clone()));
        }
        for id in &row.ids {
            let alone = row.emails.is_empty();
            if left.remove(&identities.number(Identity::ExternalId(id))) || alone {
                known.insert(Known::Id(id.clone()));
            }
            if left.remove(&identities.number(Identity::Alias(id))) || alone {
                known.insert(Known::Alias(id.clone()));
            }
            let folded = fold(id);
            if !people.shared.contains(&folded) {
                known.insert(Known::Listed(folded));
            }
        }
        known.extend(left.into_iter().map(Known::Number));
        marks.insert(*key, known);
    }
    Ok(marks)
}

fn of_marks(rows: &[MarkRow]) -> Erased {
    let mut erased = Erased::default();
    for row in rows {
        erased.add(Secret(row.secret), row.mark);
    }
    erased
}

impl Plan {
    /// Erases leads, for good. The file has yet to be [swept](Plan::sweep).
    pub(crate) fn erase(&self, by: By, keys: &BTreeSet<FactKey>) -> Result<Outcome<Gone>> {
        let size = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let op = Op { verb: Verb::Erase, kind: None, subject: String::new(), size };
        self.transact(by, op, |tx| tx.erase_leads(keys))
    }

    /// What erasing leads would take; nothing is changed.
    pub(crate) fn try_erase(&self, by: By, keys: &BTreeSet<FactKey>) -> Result<Gone> {
        let op = Op { verb: Verb::Erase, kind: None, subject: String::new(), size: 0 };
        let mut found = None;
        let undone = self.transact(by, op, |tx| -> Result<()> {
            found = Some(tx.erase_leads(keys)?);
            // Everything is taken back again.
            Err(Error::Cancelled)
        });
        match (found, undone) {
            (Some(found), Err(Error::Cancelled)) => Ok(found),
            (_, Err(fault)) => Err(fault),
            (_, Ok(_)) => {
                Err(Error::Internal("a look at what would be erased was kept".to_owned()))
            }
        }
    }

    /// Writes the file anew where something was erased since it was last: nothing of that is left
    /// between what is there, nor in its log.
    pub fn sweep(&self) -> Result<()> {
        if self.read_only.is_some() {
            return Ok(());
        }
        let mut writer = self.writer();
        let session = writer.session.as_mut();
        if facts::next(session, Counter::Unswept)? == 0 {
            return Ok(());
        }
        session.write_anew().map_err(Error::while_saving)?;
        session.begin()?;
        let open = crate::plan::OpenTransaction { session, done: false };
        facts::count_on(open.session, Counter::Unswept, 0)?;
        open.commit()
    }

    /// How many leads were erased, when the last one was, and of which files' rows: by the batch.
    pub(crate) fn erased_leads(&self) -> Result<ErasedLeads> {
        self.read_store(|session| {
            let (leads, last) = store::leads(session)?;
            Ok(ErasedLeads { leads, last, rows: store::rows_of_batches(session)? })
        })
    }
}

/// How many leads were erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ErasedLeads {
    pub(crate) leads: u64,
    pub(crate) last: Option<crate::model::Millis>,
    /// Rows by the number of the batch they came with.
    pub(crate) rows: Vec<(i64, u64)>,
}
