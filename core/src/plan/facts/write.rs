//! Takes a file of facts in: new leads fill segments, what is said of leads known already is
//! compared with what is known of them.

use super::met::Known;
use super::{Entry, Index, Live};
use crate::error::Result;
use crate::facts::column::{AddressWriter, TextWriter};
use crate::facts::event::{EventKind, EventWriter};
use crate::facts::field::{FIELDS, LeadField};
use crate::facts::{LeadKey, SEGMENT};
use crate::model::{Millis, Word};
use crate::store::engine::Session;
use crate::store::facts::{self, Counter, SegmentRow};
use std::collections::{BTreeSet, HashSet};

/// What became of the rows of a file so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taking {
    /// Rows that made a lead.
    pub(crate) added: u64,
    /// Rows that told something new of a lead known already.
    pub(crate) updated: u64,
    /// Rows that told nothing new.
    pub(crate) unchanged: u64,
    /// Leads known before of which something new was told.
    pub(crate) leads_updated: u64,
    /// Events that are new.
    pub(crate) events: u64,
    /// Whether something was restated as of a newer time.
    pub(crate) restated: bool,
    /// Lines whose lead has the number of another: nothing of them was taken.
    pub(crate) clashes: Vec<u32>,
    /// Earlier batches to whose leads something was added.
    pub(crate) builds_on: BTreeSet<i64>,
}

/// A row about a lead known already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Met {
    /// The lead.
    pub(crate) key: LeadKey,
    /// The row's line in the file.
    pub(crate) line: u32,
    /// What it says; blanks left out.
    pub(crate) fields: Vec<(LeadField, String)>,
    /// What the lead did: when, and with which content.
    pub(crate) events: Vec<(EventKind, i64, String)>,
}

/// Writes what came with one file.
pub(crate) struct FactWriter<'a> {
    session: &'a mut dyn Session,
    batch: i64,
    live: Live,
    segments: Vec<SegmentRow>,
    next_segment: u32,
    open: OpenSegment,
    known: Known,
    taking: Taking,
}

impl std::fmt::Debug for FactWriter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FactWriter").field("batch", &self.batch).finish_non_exhaustive()
    }
}

/// The segment that is being filled.
#[derive(Default)]
struct OpenSegment {
    size: usize,
    addresses: AddressWriter,
    texts: [TextWriter; FIELDS],
    events: EventWriter,
}

impl OpenSegment {
    fn clear(&mut self) {
        self.size = 0;
        self.addresses.clear();
        self.texts.iter_mut().for_each(TextWriter::clear);
        self.events.clear();
    }
}

impl<'a> FactWriter<'a> {
    pub(super) fn begin(session: &'a mut dyn Session, live: Live) -> Result<Self> {
        let batch = facts::next(session, Counter::Batch)? + 1;
        facts::count_on(session, Counter::Batch, batch)?;
        let next = facts::next(session, Counter::Segment)?;
        let mut segments = facts::segments(session)?;
        segments.retain(|row| live.contains_key(&row.batch));
        Ok(Self {
            session,
            batch,
            live,
            segments,
            next_segment: u32::try_from(next).unwrap_or(u32::MAX),
            open: OpenSegment::default(),
            known: Known::default(),
            taking: Taking::default(),
        })
    }

    /// The batch's number.
    pub(crate) fn batch(&self) -> i64 {
        self.batch
    }

    /// The key of the first lead that will be new.
    pub(crate) fn first_key(&self) -> LeadKey {
        LeadKey::at(self.next_segment, 0)
    }

    /// The index to find leads with, for a file of about so many rows.
    pub(crate) fn index(&mut self, rows: usize) -> Result<Index> {
        let segments = self.live_segments();
        Index::open(self.session, segments, rows)
    }

    fn live_segments(&self) -> HashSet<u32> {
        self.segments.iter().map(|row| row.segment).collect()
    }

    /// A new lead, the next after the last: its key counts up from [`FactWriter::first_key`].
    pub(crate) fn add(&mut self, fields: &[&str; FIELDS]) {
        let open = &mut self.open;
        for (at, text) in fields.iter().enumerate() {
            if at == LeadField::Email.at() {
                open.addresses.push(text);
            } else {
                open.texts[at].push(text);
            }
        }
        open.size += 1;
        self.taking.added += 1;
    }

    /// An event of the lead added last.
    pub(crate) fn event(&mut self, kind: EventKind, at: i64, asset: &str) {
        let slot = u16::try_from(self.open.size - 1).unwrap_or_default();
        self.open.events.push(slot, kind, at, asset);
        self.taking.events += 1;
    }

    /// Ends a row: a segment that is full is written.
    pub(crate) fn end_row(&mut self) -> Result<()> {
        if self.open.size == SEGMENT as usize { self.write_segment() } else { Ok(()) }
    }

    /// A row about a lead known already.
    pub(crate) fn meet(&mut self, row: Met) -> Result<()> {
        self.known.push(row);
        if !self.known.is_full() {
            return Ok(());
        }
        // As far as it is filled, so that rows about its leads need not wait for the rest of it.
        self.write_open()?;
        self.compare()
    }

    /// Compares the rows that wait with what is known.
    fn compare(&mut self) -> Result<()> {
        let Self { session, batch, live, segments, known, taking, .. } = self;
        known.compare(*session, *batch, live, segments, taking)
    }

    /// Writes the open segment as it is, in place of what was written of it.
    fn write_open(&mut self) -> Result<()> {
        let open = &self.open;
        if open.size == 0 {
            return Ok(());
        }
        let segment = self.next_segment;
        let row = SegmentRow { segment, batch: self.batch, size: open.size };
        facts::keep_segment(self.session, row)?;
        for field in LeadField::ALL {
            let column = match field {
                LeadField::Email => open.addresses.column(),
                _ => open.texts[field.at()].column(),
            };
            if column.len() > 1 {
                facts::keep_column(self.session, segment, *field, column)?;
            }
        }
        if !open.events.is_empty() {
            facts::keep_chunk(self.session, segment, self.batch, 0, open.events.chunk())?;
        }
        self.segments.retain(|known| known.segment != segment);
        self.segments.push(row);
        Ok(())
    }

    /// Writes the open segment and begins the next one.
    fn write_segment(&mut self) -> Result<()> {
        if self.open.size == 0 {
            return Ok(());
        }
        self.write_open()?;
        self.open.clear();
        self.next_segment = self.next_segment.saturating_add(1);
        Ok(())
    }

    /// Writes all that waits. `as_of` = as of when the file speaks; `entries` = what it added to the
    /// index.
    pub(crate) fn finish(mut self, as_of: Millis, entries: Vec<Entry>) -> Result<Taking> {
        self.write_segment()?;
        self.compare()?;
        let Self { session, batch, mut live, segments, known, mut taking, next_segment, .. } = self;
        live.insert(batch, as_of);
        known.settle(session, batch, &live, &segments, &mut taking)?;
        facts::count_on(session, Counter::Segment, next_segment.into())?;
        // Leads of a batch that undo can bring back are to be found again then.
        let there = facts::segments(session)?.into_iter().map(|row| row.segment).collect();
        super::index::write_run(session, entries, &there)?;
        Ok(taking)
    }
}
