//! Rows about leads known already: what they say is compared with what is known, segment by
//! segment, and only what is new is written.
//!
//! Which text of a field holds is a matter of time: that of the batch with the newest as-of time, of
//! two of one time that of the later import. As of when the file at hand speaks is known at its
//! end, so texts that differ from any that is known wait until then.

use super::read::{Overlay, overlays, texts_of};
use super::write::{Met, Taking};
use super::{Facts, Live};
use crate::error::Result;
use crate::facts::LeadKey;
use crate::facts::column::Texts;
use crate::facts::event::{EventKind, EventWriter, Events};
use crate::facts::field::LeadField;
use crate::facts::patch::Patch;
use crate::model::Millis;
use crate::store::engine::Session;
use crate::store::facts::{self, SegmentRow};
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many rows, and how many bytes of them, wait to be compared at most.
const MOST_ROWS: usize = 400_000;
const MOST_BYTES: usize = 48 << 20;

/// Rows that wait, and texts that wait for the end of the file.
#[derive(Debug, Default)]
pub(super) struct Known {
    waiting: Vec<Met>,
    bytes: usize,
    parts: i64,
    news: BTreeMap<(LeadKey, LeadField), (String, u32)>,
    /// Lines that were counted as updating for an event.
    counted: HashSet<u32>,
    leads: HashSet<LeadKey>,
}

/// A segment as it is known, as far as rows about it ask.
struct Segment<'a> {
    row: SegmentRow,
    live: &'a Live,
    columns: HashMap<LeadField, Texts>,
    overlays: Vec<Overlay>,
}

impl Known {
    pub(super) fn push(&mut self, row: Met) {
        let texts = row.fields.iter().map(|(_, text)| text.len());
        let contents = row.events.iter().map(|(.., asset)| asset.len());
        self.bytes += 128 + texts.chain(contents).map(|len| len + 48).sum::<usize>();
        self.waiting.push(row);
    }

    pub(super) fn is_full(&self) -> bool {
        self.waiting.len() >= MOST_ROWS || self.bytes >= MOST_BYTES
    }

    /// Compares all rows of segments before `open`.
    pub(super) fn compare(
        &mut self,
        session: &mut dyn Session,
        batch: i64,
        live: &Live,
        segments: &[SegmentRow],
        open: u32,
        taking: &mut Taking,
    ) -> Result<()> {
        self.parts += 1;
        self.bytes = 0;
        let (mut ready, waiting): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.waiting).into_iter().partition(|met| met.key.segment() < open);
        self.waiting = waiting;
        // Stable: of two rows about one lead the later one in the file comes later here.
        ready.sort_by_key(|met| met.key.segment());
        let mut live = live.clone();
        // As of the end of time: what this file said so far counts as said.
        live.insert(batch, Millis(i64::MAX));
        for rows in ready.chunk_by(|a, b| a.key.segment() == b.key.segment()) {
            let at = segments.binary_search_by_key(&rows[0].key.segment(), |row| row.segment);
            let Ok(at) = at else { continue };
            let mut segment = Segment::open(session, segments[at], &live)?;
            if segment.row.batch != batch {
                taking.builds_on.insert(segment.row.batch);
            }
            self.compare_segment(session, &mut segment, batch, rows, taking)?;
        }
        Ok(())
    }

    fn compare_segment(
        &mut self,
        session: &mut dyn Session,
        segment: &mut Segment<'_>,
        batch: i64,
        rows: &[Met],
        taking: &mut Taking,
    ) -> Result<()> {
        let mut known = known_events(session, segment, rows)?;
        let mut events = EventWriter::default();
        for met in rows {
            if segment.is_another(session, met)? {
                taking.clashes.push(met.line);
                continue;
            }
            let slot = met.key.slot();
            let before = events.len();
            for (kind, at, asset) in &met.events {
                if known.insert((slot, *kind, *at, asset.clone())) {
                    events.push(slot, *kind, *at, asset);
                }
            }
            if events.len() > before {
                self.count(met, segment.row.batch != batch, taking);
            } else {
                taking.unchanged += 1;
            }
            self.note_news(session, segment, met)?;
        }
        taking.events += events.len() as u64;
        if !events.is_empty() {
            let chunk = events.finish();
            facts::insert_chunk(session, segment.row.segment, batch, self.parts, chunk)?;
        }
        Ok(())
    }

    fn count(&mut self, met: &Met, was_known: bool, taking: &mut Taking) {
        taking.updated += 1;
        self.counted.insert(met.line);
        if was_known && self.leads.insert(met.key) {
            taking.leads_updated += 1;
        }
    }

    /// Keeps what differs from anything that was said of the field before.
    fn note_news(
        &mut self,
        session: &mut dyn Session,
        segment: &mut Segment<'_>,
        met: &Met,
    ) -> Result<()> {
        for (field, text) in &met.fields {
            let waits = self.news.contains_key(&(met.key, *field));
            if waits || segment.differs(session, met.key.slot(), *field, text)? {
                self.news.insert((met.key, *field), (text.clone(), met.line));
            }
        }
        Ok(())
    }

    /// Writes the texts that waited and are news as of when the file speaks.
    pub(super) fn settle(
        mut self,
        session: &mut dyn Session,
        batch: i64,
        live: &Live,
        segments: &[SegmentRow],
        taking: &mut Taking,
    ) -> Result<()> {
        let news: Vec<_> = std::mem::take(&mut self.news).into_iter().collect();
        let segment_of = |((key, _), _): &((LeadKey, LeadField), (String, u32))| key.segment();
        for some in news.chunk_by(|a, b| segment_of(a) == segment_of(b)) {
            let at = segments.binary_search_by_key(&segment_of(&some[0]), |row| row.segment);
            let Ok(at) = at else { continue };
            let row = segments[at];
            let mut segment = Segment::open(session, row, live)?;
            let mut patch = Patch::default();
            for ((key, field), (text, line)) in some {
                let known = segment.resolved(session, key.slot(), *field, batch)?;
                if known.as_deref() == Some(text) {
                    continue;
                }
                patch.set(key.slot(), *field, text.clone());
                let was_known = row.batch != batch;
                if self.counted.insert(*line) {
                    taking.updated += 1;
                    taking.unchanged = taking.unchanged.saturating_sub(1);
                }
                if was_known && self.leads.insert(*key) {
                    taking.leads_updated += 1;
                }
            }
            if !patch.is_empty() {
                facts::insert_patch(session, row.segment, batch, patch.write())?;
            }
        }
        Ok(())
    }
}

type KnownEvent = (u16, EventKind, i64, String);

/// What the leads of some rows are known to have done.
fn known_events(
    session: &mut dyn Session,
    segment: &Segment<'_>,
    rows: &[Met],
) -> Result<HashSet<KnownEvent>> {
    let said = rows.iter().filter(|met| !met.events.is_empty());
    let slots: HashSet<u16> = said.map(|met| met.key.slot()).collect();
    let mut known = HashSet::new();
    if slots.is_empty() {
        return Ok(known);
    }
    for (batch, chunk) in facts::chunks(session, segment.row.segment)? {
        if segment.live.contains_key(&batch) {
            let events = Events::read(chunk)?;
            let theirs = events.iter().filter(|event| slots.contains(&event.slot));
            known.extend(theirs.map(|one| (one.slot, one.kind, one.at, one.asset.to_owned())));
        }
    }
    Ok(known)
}

impl<'a> Segment<'a> {
    fn open(session: &mut dyn Session, row: SegmentRow, live: &'a Live) -> Result<Self> {
        let overlays = overlays(session, row.segment, live)?;
        Ok(Self { row, live, columns: HashMap::new(), overlays })
    }

    fn base(&mut self, session: &mut dyn Session, slot: u16, field: LeadField) -> Result<&str> {
        if !self.columns.contains_key(&field) {
            let texts = texts_of(session, self.row, field)?;
            self.columns.insert(field, texts);
        }
        Ok(self.columns.get(&field).map_or("", |texts| texts.get(slot.into())))
    }

    /// Whether a row is about somebody else whose address makes the same number.
    fn is_another(&mut self, session: &mut dyn Session, met: &Met) -> Result<bool> {
        let said = met.fields.iter().find(|(field, _)| *field == LeadField::Email);
        let Some((_, address)) = said else { return Ok(false) };
        let known = self.resolved(session, met.key.slot(), LeadField::Email, i64::MAX)?;
        Ok(known.is_some_and(|known| known != *address))
    }

    /// Whether a text differs from any that was said of the field.
    fn differs(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: LeadField,
        text: &str,
    ) -> Result<bool> {
        let base = self.base(session, slot, field)?;
        if base != text && !base.is_empty() {
            return Ok(true);
        }
        let mut said = !base.is_empty();
        for overlay in &self.overlays {
            match overlay.patch.get(slot, field) {
                Some(told) if told != text => return Ok(true),
                Some(_) => said = true,
                None => {}
            }
        }
        Ok(!said)
    }

    /// The text that held as of when a batch speaks, if there is one.
    fn resolved(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: LeadField,
        batch: i64,
    ) -> Result<Option<String>> {
        let until = self.live.get(&batch).map_or((Millis(i64::MAX), i64::MAX), |at| (*at, batch));
        let base_at = Facts::rank(self.live, self.row.batch);
        let base = self.base(session, slot, field)?.to_owned();
        let mut found = (!base.is_empty() && base_at <= until).then_some((base_at, base));
        for overlay in self.overlays.iter().filter(|overlay| overlay.rank <= until) {
            let newer = found.as_ref().is_none_or(|(rank, _)| *rank <= overlay.rank);
            if let Some(text) = overlay.patch.get(slot, field).filter(|_| newer) {
                found = Some((overlay.rank, text.to_owned()));
            }
        }
        Ok(found.map(|(_, text)| text))
    }
}
