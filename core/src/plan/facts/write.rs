//! Takes a file of facts in: what is new fills segments, what is said of rows known already is
//! compared with what is known of them.

use super::index::Whose;
use super::met::Known;
use super::{Entry, Index, Live, Sieves};
use crate::error::Result;
use crate::facts::column::{AddressWriter, TextWriter, is_blank};
use crate::facts::event::{Event, EventWriter};
use crate::facts::field::LeadField;
use crate::facts::subject::{FactField, Subject};
use crate::facts::{FactKey, SEGMENT};
use crate::model::EventKind;
use crate::model::Millis;
use crate::store::engine::Session;
use crate::store::facts::{self, Counter, SegmentRow};
use std::collections::BTreeSet;

/// What became of the rows of a file so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taking {
    /// Rows that made a lead, or what else the file is about.
    pub(crate) added: u64,
    /// Rows that told something new of one known already.
    pub(crate) updated: u64,
    /// Rows that told nothing new.
    pub(crate) unchanged: u64,
    /// Those known before of which something new was told.
    pub(crate) known_updated: u64,
    /// Events that are new.
    pub(crate) events: u64,
    /// Whether something was restated as of a newer time.
    pub(crate) restated: bool,
    /// Lines about somebody whose number is that of another: nothing of them was taken.
    pub(crate) clashes: Vec<u32>,
    /// Earlier batches to whose rows something was added.
    pub(crate) builds_on: BTreeSet<i64>,
}

/// A row about one known already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Met {
    /// Whom it is about.
    pub(crate) key: FactKey,
    /// The row's line in the file.
    pub(crate) line: u32,
    /// What it says, by the place of the field; blanks left out.
    pub(crate) fields: Vec<(usize, String)>,
    /// What happened.
    pub(crate) events: Vec<OwnEvent>,
}

/// An event that waits to be compared; the slot is left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OwnEvent {
    kind: EventKind,
    at: i64,
    machine: bool,
    asset: String,
    channel: String,
    campaign: String,
    mark: u32,
}

impl OwnEvent {
    pub(crate) fn of(event: &Event<'_>) -> Self {
        Self {
            kind: event.kind,
            at: event.at,
            machine: event.machine,
            asset: event.asset.to_owned(),
            channel: event.channel.to_owned(),
            campaign: event.campaign.to_owned(),
            mark: event.mark,
        }
    }

    /// The event, of a slot.
    pub(super) fn at(&self, slot: u16) -> Event<'_> {
        Event {
            slot,
            at: self.at,
            kind: self.kind,
            machine: self.machine,
            asset: &self.asset,
            channel: &self.channel,
            campaign: &self.campaign,
            mark: self.mark,
        }
    }

    /// How many bytes its texts have.
    pub(super) fn len(&self) -> usize {
        self.asset.len() + self.channel.len() + self.campaign.len()
    }
}

/// Writes what came with one file.
pub(crate) struct FactWriter<'a> {
    session: &'a mut dyn Session,
    sieves: &'a Sieves,
    subject: Subject,
    batch: i64,
    live: Live,
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
struct OpenSegment {
    size: usize,
    addresses: AddressWriter,
    texts: Vec<TextWriter>,
    events: EventWriter,
}

impl OpenSegment {
    fn of(subject: Subject) -> Self {
        Self {
            size: 0,
            addresses: AddressWriter::default(),
            texts: subject.fields().iter().map(|_| TextWriter::default()).collect(),
            events: EventWriter::default(),
        }
    }

    fn clear(&mut self) {
        self.size = 0;
        self.addresses.clear();
        self.texts.iter_mut().for_each(TextWriter::clear);
        self.events.clear();
    }
}

impl<'a> FactWriter<'a> {
    pub(super) fn begin(
        session: &'a mut dyn Session,
        sieves: &'a Sieves,
        live: Live,
        subject: Subject,
    ) -> Result<Self> {
        let batch = facts::next(session, Counter::Batch)? + 1;
        facts::count_on(session, Counter::Batch, batch)?;
        let next = facts::next(session, Counter::Segment)?;
        Ok(Self {
            session,
            sieves,
            subject,
            batch,
            live,
            next_segment: u32::try_from(next).unwrap_or(u32::MAX),
            open: OpenSegment::of(subject),
            known: Known::default(),
            taking: Taking::default(),
        })
    }

    /// The batch's number.
    pub(crate) fn batch(&self) -> i64 {
        self.batch
    }

    /// The key of the first row that will be new.
    pub(crate) fn first_key(&self) -> FactKey {
        FactKey::at(self.next_segment, 0)
    }

    /// The index to find them with, for a file of about so many rows.
    pub(crate) fn index(&mut self, rows: usize) -> Result<Index> {
        let whose = Whose { subject: self.subject, live: self.live.clone() };
        Index::open(self.session, Some(self.sieves), whose, rows)
    }

    /// A new one, the next after the last: its key counts up from [`FactWriter::first_key`].
    /// `texts`: what it says, by the place of the field.
    pub(crate) fn add<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        let is_lead = self.subject == Subject::Lead;
        let open = &mut self.open;
        for (at, (writer, text)) in open.texts.iter_mut().zip(texts).enumerate() {
            if is_lead && at == LeadField::Email.at() {
                open.addresses.push(text);
            } else {
                writer.push(text);
            }
        }
        open.size += 1;
        self.taking.added += 1;
    }

    /// An event of the one added last.
    pub(crate) fn event(&mut self, event: &Event<'_>) {
        let slot = u16::try_from(self.open.size - 1).unwrap_or_default();
        self.open.events.push(&Event { slot, ..*event });
        self.taking.events += 1;
    }

    /// Ends a row: a segment that is full is written.
    pub(crate) fn end_row(&mut self) -> Result<()> {
        if self.open.size == SEGMENT as usize { self.write_segment() } else { Ok(()) }
    }

    /// A row about one known already.
    pub(crate) fn meet(&mut self, row: Met) -> Result<()> {
        self.known.push(row);
        if !self.known.is_full() {
            return Ok(());
        }
        // As far as it is filled, so that what is said of its rows need not wait for the rest of it.
        self.write_open()?;
        self.compare()
    }

    /// Compares the rows that wait with what is known.
    fn compare(&mut self) -> Result<()> {
        let Self { session, batch, live, known, taking, .. } = self;
        known.compare(*session, *batch, live, taking)
    }

    /// Writes the open segment as it is, in place of what was written of it.
    fn write_open(&mut self) -> Result<()> {
        let open = &self.open;
        if open.size == 0 {
            return Ok(());
        }
        let segment = self.next_segment;
        let subject = self.subject;
        let row = SegmentRow { segment, batch: self.batch, size: open.size, subject };
        facts::keep_segment(self.session, row)?;
        for (at, field) in subject.fields().iter().enumerate() {
            let is_address = subject == Subject::Lead && at == LeadField::Email.at();
            let column = if is_address { open.addresses.column() } else { open.texts[at].column() };
            if !is_blank(&column) {
                facts::keep_column(self.session, segment, field, column)?;
            }
        }
        if !open.events.is_empty() {
            facts::keep_chunk(self.session, segment, self.batch, 0, open.events.chunk())?;
        }
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
        let Self { session, batch, mut live, known, mut taking, next_segment, .. } = self;
        live.insert(batch, as_of);
        known.settle(session, batch, &live, &mut taking)?;
        facts::count_on(session, Counter::Segment, next_segment.into())?;
        super::runs::write(session, entries)?;
        Ok(taking)
    }
}
