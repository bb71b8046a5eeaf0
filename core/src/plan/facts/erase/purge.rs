//! Takes erased leads out of everything that was imported, wherever a file told of them.

use super::names::each_lead;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::column::is_blank;
use crate::facts::erased::{Erased, KnownAs};
use crate::facts::field::{DealField, LeadField};
use crate::facts::patch::Patch;
use crate::facts::purge::{Anew, addresses_without, events_without, texts_without};
use crate::facts::subject::{FactField, Subject};
use crate::facts::texts::Texts;
use crate::plan::facts::runs;
use crate::store::engine::Session;
use crate::store::facts::{self, Counter, SegmentRow, erased as store};
use crate::store::forget::{Forgotten, forget_leads};
use std::collections::{BTreeMap, BTreeSet};

/// What went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Purged {
    /// Rows about leads.
    pub(crate) rows: u64,
    /// What files said of them: values of fields, of each file.
    pub(crate) values: u64,
    /// What they did.
    pub(crate) events: u64,
    /// Texts elsewhere among what was imported that named one of them, by what they are about.
    pub(crate) texts: BTreeMap<Subject, u64>,
    /// The batches whose rows changed.
    pub(crate) batches: BTreeSet<i64>,
    /// What the plan told of them.
    pub(crate) told: Forgotten,
}

/// Takes everybody out who is marked. What nobody is marked for stays as it is, to the byte.
pub(crate) fn purge(session: &mut dyn Session, erased: &Erased) -> Result<Purged> {
    let mut purged = Purged::default();
    let gone = rows_of(session, erased)?;
    purged.rows = gone.values().map(|slots| slots.len() as u64).sum();
    for row in facts::segments(session)? {
        let none = BTreeSet::new();
        let mut work = Work {
            row,
            gone: gone.get(&row.segment).unwrap_or(&none),
            erased,
            purged: &mut purged,
        };
        if !work.gone.is_empty() {
            work.purged.batches.insert(row.batch);
        }
        work.columns(session)?;
        work.patches(session)?;
        work.events(session)?;
    }
    let is_gone =
        |key: FactKey| gone.get(&key.segment()).is_some_and(|slots| slots.contains(&key.slot()));
    let mut numbers = BTreeSet::new();
    runs::each(session, &mut |(number, key)| {
        if is_gone(key) {
            numbers.insert(number);
        }
    })?;
    purged.told = forget_leads(session, &numbers)?;
    runs::leave_out(session, &is_gone)?;
    for (segment, slots) in &gone {
        slots.iter().try_for_each(|slot| store::keep_row(session, *segment, *slot))?;
    }
    store::delete_figures(session)?;
    facts::count_on(session, Counter::Unswept, 1)?;
    Ok(purged)
}

/// The rows of those who are marked, by segment.
fn rows_of(session: &mut dyn Session, erased: &Erased) -> Result<BTreeMap<u32, BTreeSet<u16>>> {
    let mut gone = BTreeMap::<u32, BTreeSet<u16>>::new();
    let mut add = |key: FactKey| gone.entry(key.segment()).or_default().insert(key.slot());
    each_lead(session, &mut |key, said| {
        if said.is_in(erased) {
            add(key);
        }
    })?;
    let leads: BTreeSet<u32> = facts::segments(session)?
        .into_iter()
        .filter(|row| row.subject == Subject::Lead)
        .map(|row| row.segment)
        .collect();
    runs::each(session, &mut |(number, key)| {
        if leads.contains(&key.segment()) && erased.has(KnownAs::Number(number)) {
            add(key);
        }
    })?;
    Ok(gone)
}

/// One segment.
struct Work<'a> {
    row: SegmentRow,
    gone: &'a BTreeSet<u16>,
    erased: &'a Erased,
    purged: &'a mut Purged,
}

impl Work<'_> {
    /// What becomes of a text of a field.
    fn retold(&self, field: usize, text: &str) -> Option<String> {
        match self.row.subject {
            Subject::Deal if field == DealField::Leads.at() => self.erased.without_listed(text),
            _ => self.erased.without(text),
        }
    }

    fn is_address(&self, field: usize) -> bool {
        self.row.subject == Subject::Lead && field == LeadField::Email.at()
    }

    fn note(&mut self, batch: i64, retold: u64) {
        self.purged.batches.insert(batch);
        if retold > 0 {
            *self.purged.texts.entry(self.row.subject).or_default() += retold;
        }
    }

    fn columns(&mut self, session: &mut dyn Session) -> Result<()> {
        let SegmentRow { segment, batch, size, subject } = self.row;
        for (word, bytes) in store::columns(session, segment)? {
            let Some(field) = subject.fields().iter().position(|one| *one == word) else {
                continue;
            };
            if self.is_address(field) && self.gone.is_empty() {
                continue;
            }
            let texts = Texts::read(&bytes, size)?;
            let anew = if self.is_address(field) {
                addresses_without(&texts, self.gone)
            } else {
                texts_without(&texts, self.gone, &|text| self.retold(field, text))
            };
            let Some(Anew { data, went, retold }) = anew else { continue };
            self.purged.values += went;
            self.note(batch, retold);
            if is_blank(&data) {
                store::delete_column(session, segment, &word)?;
            } else {
                facts::keep_column(session, segment, &word, data)?;
            }
        }
        Ok(())
    }

    fn patches(&mut self, session: &mut dyn Session) -> Result<()> {
        let segment = self.row.segment;
        for (batch, bytes) in facts::patches(session, segment)? {
            let retell = |field: usize, text: &str| {
                if self.is_address(field) { None } else { self.retold(field, text) }
            };
            let anew = Patch::read(&bytes)?.without(self.gone, retell);
            let Some(Anew { data, went, retold }) = anew else { continue };
            self.purged.values += went;
            self.note(batch, retold);
            if data.is_empty() {
                store::delete_patch(session, segment, batch)?;
            } else {
                facts::keep_patch(session, segment, batch, data.write())?;
            }
        }
        Ok(())
    }

    fn events(&mut self, session: &mut dyn Session) -> Result<()> {
        let segment = self.row.segment;
        for part in store::parts(session, segment)? {
            let retell = |text: &str| self.erased.without(text);
            let anew = events_without(&part.chunk, self.gone, &retell)?;
            let Some(Anew { data, went, retold }) = anew else { continue };
            self.purged.events += went;
            self.note(part.batch, retold);
            if data.size == 0 {
                store::delete_part(session, segment, part.batch, part.part)?;
            } else {
                facts::keep_chunk(session, segment, part.batch, part.part, data)?;
            }
        }
        Ok(())
    }
}
