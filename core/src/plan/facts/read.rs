//! Facts as they hold now: segment by segment, each with what later files said of it.

use super::history::History;
use super::index::{Index, Whose};
use super::{Live, live};
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::event::Events;
use crate::facts::field::LeadField;
use crate::facts::patch::Patch;
use crate::facts::subject::{FactField, Subject};
use crate::facts::texts::{Texts, text_at};
use crate::model::{Architecture, Millis};
use crate::store::engine::Session;
use crate::store::facts::{self, SegmentRow};
use std::collections::{BTreeMap, HashSet};

/// As of when a batch speaks, and which of two of one time is the later.
pub(super) type Rank = (Millis, i64);

/// What one file said of a segment's rows.
#[derive(Debug)]
pub(super) struct Overlay {
    pub(super) rank: Rank,
    pub(super) patch: Patch,
}

/// The overlays of a segment that count, the oldest first.
pub(super) fn overlays(
    session: &mut dyn Session,
    segment: u32,
    live: &Live,
) -> Result<Vec<Overlay>> {
    let mut overlays = Vec::new();
    for (batch, bytes) in facts::patches(session, segment)? {
        if live.contains_key(&batch) {
            let patch = Patch::read(&bytes)?;
            overlays.push(Overlay { rank: Facts::rank(live, batch), patch });
        }
    }
    overlays.sort_by_key(|overlay| overlay.rank);
    Ok(overlays)
}

/// A column as it came with its segment.
pub(super) fn texts_of(session: &mut dyn Session, row: SegmentRow, field: usize) -> Result<Texts> {
    match facts::column(session, row.segment, row.subject.fields()[field])? {
        Some(bytes) => Texts::read(&bytes, row.size),
        None => Ok(Texts::blank(row.size)),
    }
}

/// What is asked of each segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a, F = LeadField> {
    /// These fields: those of leads, or of what else facts are about.
    pub(crate) fields: &'a [F],
    /// What happened with them.
    pub(crate) events: bool,
    /// Everything that files said of this field, not only what holds now.
    pub(crate) history: Option<F>,
}

/// Rows of a segment with what was asked of them.
#[derive(Debug)]
pub(crate) struct Part {
    /// The segment's number.
    pub(crate) segment: u32,
    /// How many rows it holds, those that were erased among them.
    pub(crate) size: usize,
    /// The rows that were erased: they are blank and count no more.
    gone: Vec<u16>,
    /// The columns asked for, in the order asked.
    pub(crate) columns: Vec<Texts>,
    /// What they did, one list a file.
    pub(crate) events: Vec<Events>,
    /// As of when the last of the columns asked for is told, by row; where nothing is told the time
    /// means nothing.
    pub(crate) told: Vec<Millis>,
    /// What files said of the field whose history was asked for.
    pub(crate) history: History,
}

impl Part {
    /// The rows that count.
    pub(crate) fn slots(&self) -> impl Iterator<Item = usize> {
        (0..self.size).filter(|slot| !self.is_gone(*slot))
    }

    /// Whether a row was erased.
    pub(crate) fn is_gone(&self, slot: usize) -> bool {
        !self.gone.is_empty() && u16::try_from(slot).is_ok_and(|slot| self.gone.contains(&slot))
    }
}

/// One lead, or what else facts are about, as it is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct OneRow {
    /// Its slot in its segment.
    pub(crate) slot: u16,
    /// What each field says.
    texts: Vec<String>,
    /// As of when.
    told: Vec<Option<Millis>>,
}

impl OneRow {
    /// What a field says; empty where nothing does.
    pub(crate) fn get(&self, field: impl FactField) -> &str {
        self.texts.get(field.at()).map_or("", String::as_str)
    }

    /// As of when the file speaks that says it; `None` where nothing does.
    pub(crate) fn told_at(&self, field: impl FactField) -> Option<Millis> {
        self.told.get(field.at()).copied().flatten()
    }
}

/// Some rows of a segment.
#[derive(Debug, Default)]
pub(crate) struct Chosen {
    /// Those asked for, in the order asked.
    pub(crate) rows: Vec<OneRow>,
    /// What all of the segment did, one list a file.
    pub(crate) events: Vec<Events>,
}

/// The facts of a workspace that count.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(super) live: Live,
    segments: Vec<SegmentRow>,
    /// The rows that were erased, by segment, in order.
    gone: BTreeMap<u32, Vec<u16>>,
}

impl Facts {
    /// What counts in a plan.
    pub(crate) fn of(plan: &Architecture, session: &mut dyn Session) -> Result<Self> {
        let live = live(plan);
        let mut segments = facts::segments(session)?;
        segments.retain(|row| live.contains_key(&row.batch));
        let mut gone = BTreeMap::<u32, Vec<u16>>::new();
        for (segment, slot) in facts::erased::rows(session)? {
            gone.entry(segment).or_default().push(slot);
        }
        Ok(Self { live, segments, gone })
    }

    fn gone_of(&self, segment: u32) -> &[u16] {
        self.gone.get(&segment).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rank(live: &Live, batch: i64) -> Rank {
        (live.get(&batch).copied().unwrap_or(Millis(i64::MAX)), batch)
    }

    /// Reads some rows of one segment, given by their slots: what fields say of each, and what all
    /// of the segment did. Nothing where there is no such segment of that subject.
    pub(crate) fn some(
        &self,
        session: &mut dyn Session,
        subject: Subject,
        segment: u32,
        slots: &[u16],
    ) -> Result<Chosen> {
        let at = self.segments.binary_search_by_key(&segment, |row| row.segment);
        let row = at.ok().map(|at| self.segments[at]).filter(|row| row.subject == subject);
        let Some(row) = row else { return Ok(Chosen::default()) };
        let gone = self.gone_of(segment);
        let slots = slots.iter().copied().filter(|slot| usize::from(*slot) < row.size);
        let slots = slots.filter(|slot| !gone.contains(slot));
        let blank = |slot| OneRow { slot, ..OneRow::default() };
        let mut rows: Vec<OneRow> = slots.map(blank).collect();
        let overlays = overlays(session, segment, &self.live)?;
        let base = Self::rank(&self.live, row.batch);
        for (at, field) in subject.fields().iter().enumerate() {
            let column = facts::column(session, segment, field)?;
            for one in &mut rows {
                let said = column.as_ref().map(|bytes| text_at(bytes, row.size, one.slot.into()));
                let mut text = said.transpose()?.unwrap_or_default();
                let mut rank = (!text.is_empty()).then_some(base);
                for overlay in &overlays {
                    if rank.is_some_and(|rank| overlay.rank < rank) {
                        continue;
                    }
                    let told = overlay.patch.get(one.slot, at);
                    if let Some(told) = told {
                        told.clone_into(&mut text);
                    }
                    if told.is_some() || overlay.patch.restates(one.slot, at) {
                        rank = Some(overlay.rank);
                    }
                }
                one.told.push(rank.filter(|_| !text.is_empty()).map(|(as_of, _)| as_of));
                one.texts.push(text);
            }
        }
        Ok(Chosen { rows, events: self.events(session, segment)? })
    }

    /// What was known at a time: without what came from files that speak of a later one.
    pub(crate) fn as_of(&self, at: Millis) -> Self {
        let mut then = self.clone();
        then.live.retain(|_, as_of| *as_of <= at);
        then.segments.retain(|row| then.live.contains_key(&row.batch));
        then
    }

    /// Whether there is such a row about a subject.
    pub(crate) fn has(&self, subject: Subject, key: FactKey) -> bool {
        self.segment_of(subject, key).is_some()
    }

    /// The segment of a row that is there.
    pub(super) fn segment_of(&self, subject: Subject, key: FactKey) -> Option<SegmentRow> {
        let at = self.segments.binary_search_by_key(&key.segment(), |row| row.segment);
        let row = at.ok().map(|at| self.segments[at]).filter(|row| row.subject == subject)?;
        let is_there = usize::from(key.slot()) < row.size
            && !self.gone_of(key.segment()).contains(&key.slot());
        is_there.then_some(row)
    }

    /// The rows about a subject that numbers stand for.
    pub(crate) fn find(
        &self,
        session: &mut dyn Session,
        subject: Subject,
        numbers: &[u64],
    ) -> Result<Vec<Option<FactKey>>> {
        let whose = Whose { subject, live: self.live.clone() };
        let mut index = Index::open(session, None, whose, numbers.len())?;
        index.find_all(numbers.iter().copied())
    }

    /// How many rows there are about a subject.
    pub(crate) fn count(&self, subject: Subject) -> usize {
        let ours = self.segments.iter().filter(|row| row.subject == subject);
        ours.map(|row| row.size.saturating_sub(self.gone_of(row.segment).len())).sum()
    }

    /// How many segments there are about a subject.
    pub(crate) fn parts<F: FactField>(&self) -> usize {
        self.segments.iter().filter(|row| row.subject == F::SUBJECT).count()
    }

    fn events(&self, session: &mut dyn Session, segment: u32) -> Result<Vec<Events>> {
        let mut events = Vec::new();
        for (batch, chunk) in facts::chunks(session, segment)? {
            if self.live.contains_key(&batch) {
                events.push(Events::read(chunk)?);
            }
        }
        Ok(events)
    }

    /// Hands the segments about a subject to `each`, in order: of `turns` who share them those of one.
    pub(crate) fn each<F: FactField>(
        &self,
        session: &mut dyn Session,
        wanted: Wanted<'_, F>,
        (turn, turns): (usize, usize),
        each: &mut dyn FnMut(Part),
    ) -> Result<()> {
        let ours = self.segments.iter().filter(|row| row.subject == F::SUBJECT);
        for row in ours.skip(turn).step_by(turns.max(1)) {
            each(self.read(session, *row, wanted)?);
        }
        Ok(())
    }

    fn read<F: FactField>(
        &self,
        session: &mut dyn Session,
        row: SegmentRow,
        wanted: Wanted<'_, F>,
    ) -> Result<Part> {
        let overlays = overlays(session, row.segment, &self.live)?;
        let base = Self::rank(&self.live, row.batch);
        let mut columns = Vec::with_capacity(wanted.fields.len());
        let mut told = Vec::new();
        for (at, field) in wanted.fields.iter().enumerate() {
            let mut texts = texts_of(session, row, field.at())?;
            if at + 1 == wanted.fields.len() {
                told = vec![base.0; row.size];
            }
            let mut filled = HashSet::new();
            for overlay in &overlays {
                overlay.lay_on(&mut texts, &mut told, (field.at(), base), &mut filled);
            }
            columns.push(texts);
        }
        let events = if wanted.events { self.events(session, row.segment)? } else { Vec::new() };
        let gone = self.gone_of(row.segment).to_vec();
        let history = match wanted.history {
            Some(field) => {
                let base = (texts_of(session, row, field.at())?, base);
                History::of(base, &overlays, field.at())
            }
            None => History::default(),
        };
        Ok(Part { segment: row.segment, size: row.size, gone, columns, events, told, history })
    }
}

impl Overlay {
    /// Puts what it says in place of what was there, unless that came with the segment and is of a
    /// newer time. `told`: as of when each row is told, where that is asked; `filled`: the slots that were blank there.
    fn lay_on(
        &self,
        texts: &mut Texts,
        told: &mut [Millis],
        (field, base): (usize, Rank),
        filled: &mut HashSet<usize>,
    ) {
        for slot in self.patch.slots() {
            let at = usize::from(slot);
            let newer = self.rank >= base || filled.contains(&at);
            let Some(text) = self.patch.get(slot, field) else {
                if newer && self.patch.restates(slot, field) {
                    self.date(told, at);
                }
                continue;
            };
            let blank = texts.get(at).is_empty() && filled.insert(at);
            if at < texts.codes.len() && (blank || newer) {
                texts.codes[at] = texts.words.push(text);
                self.date(told, at);
            }
        }
    }

    fn date(&self, told: &mut [Millis], at: usize) {
        if let Some(told) = told.get_mut(at) {
            *told = self.rank.0;
        }
    }
}
