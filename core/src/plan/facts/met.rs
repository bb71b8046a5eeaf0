//! Rows about leads known already: what they say is compared with what is known, segment by
//! segment, and only what is new is written.
//!
//! Which text of a field holds is a matter of time: that of the batch with the newest as-of time, of
//! two of one time that of the later import. As of when the file at hand speaks is known at its
//! end, so texts that differ from any that is known wait until then. Texts that do not differ are
//! restated, for a file of a time between may come later.

use super::read::{Overlay, Rank, overlays, texts_of};
use super::write::{Met, Taking};
use super::{Facts, Live};
use crate::error::Result;
use crate::facts::LeadKey;
use crate::facts::column::Texts;
use crate::facts::event::{EventKind, EventWriter, Events};
use crate::facts::field::LeadField;
use crate::facts::patch::Patch;
use crate::model::{Millis, Word};
use crate::store::engine::Session;
use crate::store::facts::{self, SegmentRow};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How many rows, and how many bytes of them, wait to be compared at most.
const MOST_ROWS: usize = 400_000;
const MOST_BYTES: usize = 48 << 20;

/// The end of time.
const LAST: Rank = (Millis(i64::MAX), i64::MAX);

/// Rows that wait, and texts that wait for the end of the file.
#[derive(Debug, Default)]
pub(super) struct Known {
    waiting: Vec<Met>,
    bytes: usize,
    parts: i64,
    news: BTreeMap<(LeadKey, LeadField), (String, u32)>,
    /// By segment, of each slot the fields whose text was said again: one bit a field.
    restated: BTreeMap<u32, Vec<u32>>,
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
            } else {
                let slots = self.restated.entry(segment.row.segment);
                let slots = slots.or_insert_with(|| vec![0; segment.row.size]);
                slots[usize::from(met.key.slot())] |= 1 << field.at();
            }
        }
        Ok(())
    }

    /// Writes the texts that waited and are news as of when the file speaks, and what it restates.
    pub(super) fn settle(
        mut self,
        session: &mut dyn Session,
        batch: i64,
        live: &Live,
        segments: &[SegmentRow],
        taking: &mut Taking,
    ) -> Result<()> {
        let mut news: BTreeMap<u32, Vec<News>> = BTreeMap::new();
        for ((key, field), (text, line)) in std::mem::take(&mut self.news) {
            news.entry(key.segment()).or_default().push(News { key, field, text, line });
        }
        let restated = std::mem::take(&mut self.restated);
        let touched: BTreeSet<u32> = news.keys().chain(restated.keys()).copied().collect();
        for number in touched {
            let at = segments.binary_search_by_key(&number, |row| row.segment);
            let Ok(at) = at else { continue };
            let mut segment = Segment::open(session, segments[at], live)?;
            let mut patch = Patch::default();
            for one in news.remove(&number).unwrap_or_default() {
                self.settle_one(session, &mut segment, batch, one, &mut patch, taking)?;
            }
            if let Some(slots) = restated.get(&number) {
                segment.restate(session, batch, slots, &mut patch)?;
            }
            if !patch.is_empty() {
                taking.restated = true;
                facts::keep_patch(session, number, batch, patch.write())?;
            }
        }
        Ok(())
    }

    fn settle_one(
        &mut self,
        session: &mut dyn Session,
        segment: &mut Segment<'_>,
        batch: i64,
        news: News,
        patch: &mut Patch,
        taking: &mut Taking,
    ) -> Result<()> {
        let News { key, field, text, line } = news;
        let (slot, at) = (key.slot(), Facts::rank(segment.live, batch));
        let said = segment.said(session, slot, field)?;
        if segment.resolved(session, slot, field, at)?.as_ref() == Some(&text) {
            if !said.iter().any(|(as_of, _)| *as_of == at.0) {
                patch.restate(slot, field);
            }
            return Ok(());
        }
        segment.hold_later(session, slot, field, batch)?;
        patch.set(slot, field, text);
        if said.iter().any(|rank| *rank > at) {
            // A newer file says otherwise: what holds now is as it was.
            return Ok(());
        }
        if self.counted.insert(line) {
            taking.updated += 1;
            taking.unchanged = taking.unchanged.saturating_sub(1);
        }
        if segment.row.batch != batch && self.leads.insert(key) {
            taking.leads_updated += 1;
        }
        Ok(())
    }
}

/// A text that waits for the end of its file.
struct News {
    key: LeadKey,
    field: LeadField,
    text: String,
    line: u32,
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
        let known = self.resolved(session, met.key.slot(), LeadField::Email, LAST)?;
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

    /// The text that held at a rank, if there is one.
    fn resolved(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: LeadField,
        until: Rank,
    ) -> Result<Option<String>> {
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

    /// Writes down what a later file restated, before a text of a time between is said: what it
    /// restated would be taken for that otherwise.
    fn hold_later(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: LeadField,
        batch: i64,
    ) -> Result<()> {
        let at = Facts::rank(self.live, batch);
        let base_at = Facts::rank(self.live, self.row.batch);
        let told = base_at > at && !self.base(session, slot, field)?.is_empty();
        let told = told.then_some(base_at);
        let explicit = self.overlays.iter().filter(|one| one.patch.get(slot, field).is_some());
        let told = explicit.map(|one| one.rank).filter(|rank| *rank > at).chain(told).min();
        let restates = |one: &Overlay| {
            one.rank > at
                && told.is_none_or(|told| one.rank < told)
                && one.patch.restates(slot, field)
        };
        let Some(place) = self.overlays.iter().position(restates) else { return Ok(()) };
        let Some(text) = self.resolved(session, slot, field, self.overlays[place].rank)? else {
            return Ok(());
        };
        let overlay = &mut self.overlays[place];
        overlay.patch.set(slot, field, text);
        let (_, number) = overlay.rank;
        facts::keep_patch(session, self.row.segment, number, overlay.patch.write())
    }

    /// Restates what is said again. Of a time before all that was said it is kept as a text: nothing
    /// would be there to be restated.
    fn restate(
        &mut self,
        session: &mut dyn Session,
        batch: i64,
        slots: &[u32],
        patch: &mut Patch,
    ) -> Result<()> {
        let at = Facts::rank(self.live, batch);
        if self.row.batch == batch {
            return Ok(());
        }
        for (slot, fields) in slots.iter().enumerate().filter(|(_, fields)| **fields != 0) {
            let slot = u16::try_from(slot).unwrap_or(u16::MAX);
            for field in LeadField::ALL.iter().filter(|field| fields & (1 << field.at()) != 0) {
                let said = self.said(session, slot, *field)?;
                let again = said.iter().any(|(as_of, _)| *as_of == at.0);
                if again || patch.get(slot, *field).is_some() {
                    continue;
                }
                let text = self.resolved(session, slot, *field, LAST)?;
                match text.filter(|_| said.iter().all(|rank| *rank > at)) {
                    Some(text) => patch.set(slot, *field, text),
                    None => patch.restate(slot, *field),
                }
            }
        }
        Ok(())
    }

    /// As of when something was said of a field.
    fn said(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: LeadField,
    ) -> Result<Vec<Rank>> {
        let says = |one: &&Overlay| {
            one.patch.get(slot, field).is_some() || one.patch.restates(slot, field)
        };
        let mut said: Vec<Rank> = self.overlays.iter().filter(says).map(|one| one.rank).collect();
        if !self.base(session, slot, field)?.is_empty() {
            said.push(Facts::rank(self.live, self.row.batch));
        }
        Ok(said)
    }
}
