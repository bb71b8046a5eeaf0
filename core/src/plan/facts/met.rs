//! Rows about what is known already: what they say is compared with what is known, segment by
//! segment, and only what is new is written.
//!
//! Which text of a field holds is a matter of time: that of the batch with the newest as-of time, of
//! two of one time that of the later import. As of when the file at hand speaks is known at its
//! end, so texts that differ from any that is known wait until then. Texts that do not differ are
//! restated, for a file of a time between may come later.

use super::Live;
use super::read::Facts;
use super::segment::Segment;
use super::write::{Met, OwnEvent, Taking};
use crate::error::Result;
use crate::facts::event::{EventWriter, Events};
use crate::facts::patch::Patch;
use crate::facts::{FactKey, SEGMENT};
use crate::model::Millis;
use crate::store::engine::Session;
use crate::store::facts;
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// How many rows, and how many bytes of them, wait to be compared at most.
const MOST_ROWS: usize = 400_000;
const MOST_BYTES: usize = 48 << 20;

/// Rows that wait, and texts that wait for the end of the file.
#[derive(Debug, Default)]
pub(super) struct Known {
    waiting: Vec<Met>,
    bytes: usize,
    parts: i64,
    news: BTreeMap<(FactKey, usize), (String, u32)>,
    /// By segment, of each slot the fields whose text was said again: one bit a field.
    restated: BTreeMap<u32, Vec<u32>>,
    /// Lines that were counted as updating for an event.
    counted: HashSet<u32>,
    updated: HashSet<FactKey>,
}

impl Known {
    pub(super) fn push(&mut self, row: Met) {
        let texts = row.fields.iter().map(|(_, text)| text.len());
        let events = row.events.iter().map(|event| event.len() + 96);
        self.bytes += 128 + texts.chain(events).map(|len| len + 48).sum::<usize>();
        self.waiting.push(row);
    }

    pub(super) fn is_full(&self) -> bool {
        self.waiting.len() >= MOST_ROWS || self.bytes >= MOST_BYTES
    }

    /// Compares all rows that wait; their segments are written.
    pub(super) fn compare(
        &mut self,
        session: &mut dyn Session,
        batch: i64,
        live: &Live,
        taking: &mut Taking,
    ) -> Result<()> {
        self.parts += 1;
        self.bytes = 0;
        let mut ready = std::mem::take(&mut self.waiting);
        // Stable: of two rows about one of them the later one in the file comes later here.
        ready.sort_by_key(|met| met.key.segment());
        let mut live = live.clone();
        // As of the end of time: what this file said so far counts as said.
        live.insert(batch, Millis(i64::MAX));
        for rows in ready.chunk_by(|a, b| a.key.segment() == b.key.segment()) {
            let number = rows[0].key.segment();
            let Some(mut segment) = Segment::open(session, number, &live)? else { continue };
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
            for event in &met.events {
                if known.insert((slot, event.clone())) {
                    events.push(&event.at(slot));
                }
            }
            if events.len() > before {
                self.count(met, segment.row.batch != batch, taking);
            } else {
                taking.unchanged += 1;
            }
            self.note_news(session, segment, met, batch)?;
        }
        taking.events += events.len() as u64;
        if !events.is_empty() {
            let chunk = events.chunk();
            facts::keep_chunk(session, segment.row.segment, batch, self.parts, chunk)?;
        }
        Ok(())
    }

    fn count(&mut self, met: &Met, was_known: bool, taking: &mut Taking) {
        taking.updated += 1;
        self.counted.insert(met.line);
        if was_known && self.updated.insert(met.key) {
            taking.known_updated += 1;
        }
    }

    /// Keeps what differs from anything that was said of the field before.
    fn note_news(
        &mut self,
        session: &mut dyn Session,
        segment: &mut Segment<'_>,
        met: &Met,
        batch: i64,
    ) -> Result<()> {
        for (field, text) in &met.fields {
            let waits = self.news.contains_key(&(met.key, *field));
            if waits || segment.differs(session, met.key.slot(), *field, text)? {
                self.news.insert((met.key, *field), (text.clone(), met.line));
            } else if segment.row.batch != batch {
                let slots = self.restated.entry(segment.row.segment);
                let slots = slots.or_insert_with(|| vec![0; segment.row.size]);
                slots[usize::from(met.key.slot())] |= 1 << *field;
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
        taking: &mut Taking,
    ) -> Result<()> {
        let mut news: BTreeMap<u32, Vec<News>> = BTreeMap::new();
        for ((key, field), (text, line)) in std::mem::take(&mut self.news) {
            news.entry(key.segment()).or_default().push(News { key, field, text, line });
        }
        let restated = std::mem::take(&mut self.restated);
        let touched: BTreeSet<u32> = news.keys().chain(restated.keys()).copied().collect();
        for number in touched {
            let Some(mut segment) = Segment::open(session, number, live)? else { continue };
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
        if segment.row.batch != batch && self.updated.insert(key) {
            taking.known_updated += 1;
        }
        Ok(())
    }
}

/// A text that waits for the end of its file.
struct News {
    key: FactKey,
    field: usize,
    text: String,
    line: u32,
}

/// Events of a segment, each once.
type KnownEvents = HashSet<(u16, OwnEvent), RandomState>;

/// What is known to have happened with those whom some rows are about.
fn known_events(
    session: &mut dyn Session,
    segment: &Segment<'_>,
    rows: &[Met],
) -> Result<KnownEvents> {
    let mut known = KnownEvents::default();
    let mut asked = vec![false; SEGMENT as usize];
    for met in rows.iter().filter(|met| !met.events.is_empty()) {
        asked[usize::from(met.key.slot())] = true;
    }
    if !asked.contains(&true) {
        return Ok(known);
    }
    for (batch, chunk) in facts::chunks(session, segment.row.segment)? {
        if segment.live.contains_key(&batch) {
            let events = Events::read(chunk)?;
            let is_asked = |at: &usize| asked.get(usize::from(events.act(*at).0)) == Some(&true);
            let theirs = (0..events.len()).filter(is_asked).map(|at| events.get(at));
            known.extend(theirs.map(|one| (one.slot, OwnEvent::of(&one))));
        }
    }
    Ok(known)
}
