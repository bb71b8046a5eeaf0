//! What leads did: the events of one segment, from one file, in columns.

use super::column::{TextWriter, damaged, write_times};
use super::texts::{Texts, read_times};
use crate::error::Result;
use crate::model::words;

words! {
    /// What happened.
    EventKind {
        /// Content was asked for.
        Request = "request",
        /// Content that was asked for was opened.
        Open = "open",
    }
}

impl EventKind {
    /// How it is kept in a column.
    fn code(self) -> u8 {
        match self {
            Self::Request => 1,
            Self::Open => 2,
        }
    }

    fn of_code(code: u8) -> Result<Self> {
        match code {
            1 => Ok(Self::Request),
            2 => Ok(Self::Open),
            _ => Err(damaged()),
        }
    }
}

/// Collects the events of a segment, in any order.
#[derive(Debug, Default)]
pub struct EventWriter {
    slots: Vec<u8>,
    times: Vec<Option<i64>>,
    kinds: Vec<u8>,
    assets: TextWriter,
}

/// Events of a segment as they are kept: one run of bytes a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventChunk {
    /// How many there are.
    pub size: usize,
    /// Whose they are: two bytes an event.
    pub slots: Vec<u8>,
    /// When they happened.
    pub times: Vec<u8>,
    /// What happened: one byte an event.
    pub kinds: Vec<u8>,
    /// With which content, as the file names it.
    pub assets: Vec<u8>,
}

impl EventWriter {
    /// One more event, at a time in epoch milliseconds.
    pub fn push(&mut self, slot: u16, kind: EventKind, at: i64, asset: &str) {
        self.slots.extend_from_slice(&slot.to_le_bytes());
        self.times.push(Some(at));
        self.kinds.push(kind.code());
        self.assets.push(asset);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// All of them as bytes.
    pub fn chunk(&self) -> EventChunk {
        EventChunk {
            size: self.kinds.len(),
            slots: self.slots.clone(),
            times: write_times(&self.times),
            kinds: self.kinds.clone(),
            assets: self.assets.column(),
        }
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.slots.clear();
        self.times.clear();
        self.kinds.clear();
        self.assets.clear();
    }
}

/// One event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Event<'a> {
    /// Whose it is.
    pub slot: u16,
    /// When it happened, in epoch milliseconds.
    pub at: i64,
    /// What happened.
    pub kind: EventKind,
    /// With which content, as the file names it.
    pub asset: &'a str,
}

/// Events of a segment, as they are read.
#[derive(Clone, Debug, Default)]
pub struct Events {
    slots: Vec<u8>,
    times: Vec<Option<i64>>,
    kinds: Vec<EventKind>,
    /// The different contents they name, and which each names.
    pub assets: Texts,
}

impl Events {
    /// Reads what [`EventWriter::chunk`] wrote.
    pub fn read(chunk: EventChunk) -> Result<Self> {
        let EventChunk { size, slots, times, kinds, assets } = chunk;
        if slots.len() != size * 2 || kinds.len() != size {
            return Err(damaged());
        }
        let times = read_times(&times, size)?;
        if times.iter().any(Option::is_none) {
            return Err(damaged());
        }
        let kinds = kinds.into_iter().map(EventKind::of_code).collect::<Result<_>>()?;
        Ok(Self { slots, times, kinds, assets: Texts::read(&assets, size)? })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The event at a place.
    pub fn get(&self, at: usize) -> Event<'_> {
        let (slot, kind, time) = self.act(at);
        Event { slot, at: time, kind, asset: self.assets.get(at) }
    }

    /// Whose the event at a place is, what it is, and when it happened.
    pub fn act(&self, at: usize) -> (u16, EventKind, i64) {
        let slot = u16::from_le_bytes([self.slots[at * 2], self.slots[at * 2 + 1]]);
        (slot, self.kinds[at], self.times[at].unwrap_or_default())
    }

    /// All of them, in the order in which they were collected.
    pub fn iter(&self) -> impl Iterator<Item = Event<'_>> {
        (0..self.len()).map(|at| self.get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn events_come_back_as_they_were(
            events in prop::collection::vec(
                (any::<u16>(), any::<bool>(), -1_i64 << 40..1_i64 << 42, "[ab]{0,2}"), 0..60),
        ) {
            let kind = |open: bool| if open { EventKind::Open } else { EventKind::Request };
            let mut writer = EventWriter::default();
            for (slot, open, at, asset) in &events {
                writer.push(*slot, kind(*open), *at, asset);
            }
            let read = Events::read(writer.chunk()).unwrap();
            writer.clear();
            let told: Vec<_> = events
                .iter()
                .map(|(slot, open, at, asset)| Event { slot: *slot, at: *at, kind: kind(*open), asset })
                .collect();
            prop_assert_eq!(read.iter().collect::<Vec<_>>(), told);
            prop_assert!(writer.is_empty());
        }
    }

    #[test]
    fn a_kind_that_is_none_is_damage() {
        let mut writer = EventWriter::default();
        writer.push(3, EventKind::Open, 1_000, "Guide");
        let chunk = writer.chunk();
        assert!(Events::read(EventChunk { kinds: vec![9], ..chunk.clone() }).is_err());
        assert!(Events::read(EventChunk { size: 2, ..chunk }).is_err());
    }
}
