//! Facts as they hold now: segment by segment, each with what later files said of it.

use super::{Live, live};
use crate::error::Result;
use crate::facts::column::{Texts, text_at};
use crate::facts::event::Events;
use crate::facts::field::{FIELDS, LeadField};
use crate::facts::patch::Patch;
use crate::model::{Architecture, Millis, Word};
use crate::store::engine::Session;
use crate::store::facts::{self, SegmentRow};
use std::collections::HashSet;

/// As of when a batch speaks, and which of two of one time is the later.
pub(super) type Rank = (Millis, i64);

/// What one file said of a segment's leads.
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
pub(super) fn texts_of(
    session: &mut dyn Session,
    row: SegmentRow,
    field: LeadField,
) -> Result<Texts> {
    match facts::column(session, row.segment, field)? {
        Some(bytes) => Texts::read(&bytes, row.size),
        None => Ok(Texts::blank(row.size)),
    }
}

/// What is asked of each segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// These fields of the leads.
    pub(crate) fields: &'a [LeadField],
    /// What they did.
    pub(crate) events: bool,
}

/// Leads of a segment with what was asked of them.
#[derive(Debug)]
pub(crate) struct Part {
    /// The segment's number.
    pub(crate) segment: u32,
    /// How many leads it holds.
    pub(crate) size: usize,
    /// The columns asked for, in the order asked.
    pub(crate) columns: Vec<Texts>,
    /// What they did, one list a file.
    pub(crate) events: Vec<Events>,
}

/// One lead as it is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct OneLead {
    /// Its slot in its segment.
    pub(crate) slot: u16,
    /// What each field says.
    pub(crate) texts: [String; FIELDS],
}

impl OneLead {
    fn at(slot: u16) -> Self {
        Self { slot, ..Self::default() }
    }

    /// What a field says; empty where nothing does.
    pub(crate) fn get(&self, field: LeadField) -> &str {
        &self.texts[field.at()]
    }
}

/// Some leads of a segment.
#[derive(Debug, Default)]
pub(crate) struct Chosen {
    /// Those asked for, in the order asked.
    pub(crate) leads: Vec<OneLead>,
    /// What all leads of the segment did, one list a file.
    pub(crate) events: Vec<Events>,
}

/// The facts of a workspace that count.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    live: Live,
    segments: Vec<SegmentRow>,
}

impl Facts {
    /// What counts in a plan.
    pub(crate) fn of(plan: &Architecture, session: &mut dyn Session) -> Result<Self> {
        let live = live(plan);
        let mut segments = facts::segments(session)?;
        segments.retain(|row| live.contains_key(&row.batch));
        Ok(Self { live, segments })
    }

    pub(super) fn rank(live: &Live, batch: i64) -> Rank {
        (live.get(&batch).copied().unwrap_or(Millis(i64::MAX)), batch)
    }

    /// Reads some leads of one segment, given by their slots: what fields say of each, and what all
    /// leads of the segment did. Nothing where there is no such segment.
    pub(crate) fn some(
        &self,
        session: &mut dyn Session,
        segment: u32,
        slots: &[u16],
    ) -> Result<Chosen> {
        let at = self.segments.binary_search_by_key(&segment, |row| row.segment);
        let Ok(at) = at else { return Ok(Chosen::default()) };
        let row = self.segments[at];
        let slots = slots.iter().copied().filter(|slot| usize::from(*slot) < row.size);
        let mut leads: Vec<OneLead> = slots.map(OneLead::at).collect();
        let overlays = overlays(session, segment, &self.live)?;
        let base = Self::rank(&self.live, row.batch);
        for field in LeadField::ALL {
            let column = facts::column(session, segment, *field)?;
            for lead in &mut leads {
                let said = column.as_ref().map(|bytes| text_at(bytes, row.size, lead.slot.into()));
                lead.texts[field.at()] = said.transpose()?.unwrap_or_default();
                let mut rank = (!lead.texts[field.at()].is_empty()).then_some(base);
                for overlay in &overlays {
                    let newer = rank.is_none_or(|rank| overlay.rank >= rank);
                    if let Some(text) = overlay.patch.get(lead.slot, *field).filter(|_| newer) {
                        text.clone_into(&mut lead.texts[field.at()]);
                        rank = Some(overlay.rank);
                    }
                }
            }
        }
        Ok(Chosen { leads, events: self.events(session, segment)? })
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

    /// Hands segments to `each`, in order: of `turns` who share them those of one.
    pub(crate) fn each(
        &self,
        session: &mut dyn Session,
        wanted: Wanted<'_>,
        (turn, turns): (usize, usize),
        each: &mut dyn FnMut(Part),
    ) -> Result<()> {
        for row in self.segments.iter().skip(turn).step_by(turns.max(1)) {
            each(self.read(session, *row, wanted)?);
        }
        Ok(())
    }

    fn read(&self, session: &mut dyn Session, row: SegmentRow, wanted: Wanted<'_>) -> Result<Part> {
        let overlays = overlays(session, row.segment, &self.live)?;
        let base = Self::rank(&self.live, row.batch);
        let mut columns = Vec::with_capacity(wanted.fields.len());
        for field in wanted.fields {
            let mut texts = texts_of(session, row, *field)?;
            let mut filled = HashSet::new();
            for overlay in &overlays {
                overlay.lay_on(&mut texts, *field, base, &mut filled);
            }
            columns.push(texts);
        }
        let events = if wanted.events { self.events(session, row.segment)? } else { Vec::new() };
        Ok(Part { segment: row.segment, size: row.size, columns, events })
    }
}

impl Overlay {
    /// Puts what it says in place of what was there, unless that came with the segment and is of a
    /// newer time. `filled`: the slots that were blank there.
    fn lay_on(&self, texts: &mut Texts, field: LeadField, base: Rank, filled: &mut HashSet<usize>) {
        for slot in self.patch.slots() {
            let Some(text) = self.patch.get(slot, field) else { continue };
            let at = usize::from(slot);
            let blank = texts.get(at).is_empty() && filled.insert(at);
            if at < texts.codes.len() && (blank || filled.contains(&at) || self.rank >= base) {
                texts.codes[at] = u32::try_from(texts.words.len()).unwrap_or(u32::MAX);
                texts.words.push(text.to_owned());
            }
        }
    }
}
