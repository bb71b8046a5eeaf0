//! What leads did: the events of one segment, from one file, in columns.

use super::column::{TextWriter, damaged, is_blank, write_times};
use super::texts::{Texts, read_times};
use crate::error::Result;
use crate::model::{EventKind, Word};

/// The mark of an act that a file says a machine did.
const BY_MACHINE: u8 = 0x80;

/// How a kind is kept in a column. Kept in workspaces: new kinds come last.
fn code(kind: EventKind) -> u8 {
    kind as u8 + 1
}

fn of_code(code: u8) -> Result<EventKind> {
    let at = (code & !BY_MACHINE).checked_sub(1).map(usize::from);
    at.and_then(|at| EventKind::ALL.get(at)).copied().ok_or_else(damaged)
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
    /// Whether the file says that a machine did it.
    pub machine: bool,
    /// With which content, as the file names it.
    pub asset: &'a str,
    /// Over which channel; empty where the file does not say.
    pub channel: &'a str,
    /// Of which campaign; empty where the file does not say.
    pub campaign: &'a str,
    /// Tells it from others that are the same in all else: made of the id that the file gives it, 0
    /// where it gives none.
    pub mark: u32,
}

impl Event<'static> {
    /// Something that happened, of which no more is known.
    pub fn new(slot: u16, kind: EventKind, at: i64) -> Self {
        Self { slot, at, kind, machine: false, asset: "", channel: "", campaign: "", mark: 0 }
    }
}

/// Collects the events of a segment, in any order.
#[derive(Debug, Default)]
pub struct EventWriter {
    slots: Vec<u8>,
    times: Vec<Option<i64>>,
    kinds: Vec<u8>,
    assets: TextWriter,
    channels: TextWriter,
    campaigns: TextWriter,
    marks: Vec<u8>,
    /// Whether any has a mark.
    marked: bool,
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
    /// Over which channel; empty where no event says.
    pub channels: Vec<u8>,
    /// Of which campaign; empty where no event says.
    pub campaigns: Vec<u8>,
    /// Their marks: four bytes an event, or none where no event has one.
    pub marks: Vec<u8>,
}

impl EventWriter {
    /// One more event.
    pub fn push(&mut self, event: &Event<'_>) {
        self.slots.extend_from_slice(&event.slot.to_le_bytes());
        self.times.push(Some(event.at));
        self.kinds.push(code(event.kind) | if event.machine { BY_MACHINE } else { 0 });
        self.assets.push(event.asset);
        self.channels.push(event.channel);
        self.campaigns.push(event.campaign);
        self.marks.extend_from_slice(&event.mark.to_le_bytes());
        self.marked |= event.mark != 0;
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
            channels: said(self.channels.column()),
            campaigns: said(self.campaigns.column()),
            marks: if self.marked { self.marks.clone() } else { Vec::new() },
        }
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.slots.clear();
        self.times.clear();
        self.kinds.clear();
        self.assets.clear();
        self.channels.clear();
        self.campaigns.clear();
        self.marks.clear();
        self.marked = false;
    }
}

/// A column; nothing where it is blank.
fn said(column: Vec<u8>) -> Vec<u8> {
    if is_blank(&column) { Vec::new() } else { column }
}

fn if_any(column: &[u8], size: usize) -> Result<Texts> {
    if column.is_empty() { Ok(Texts::blank(size)) } else { Texts::read(column, size) }
}

/// Events of a segment, as they are read.
#[derive(Clone, Debug, Default)]
pub struct Events {
    slots: Vec<u8>,
    times: Vec<Option<i64>>,
    kinds: Vec<EventKind>,
    machine: Vec<bool>,
    /// The different contents they name, and which each names.
    pub assets: Texts,
    /// The different channels, and which each came over.
    pub channels: Texts,
    /// The different campaigns, and of which each is.
    pub campaigns: Texts,
    marks: Vec<u8>,
}

impl Events {
    /// Reads what [`EventWriter::chunk`] wrote.
    pub fn read(chunk: EventChunk) -> Result<Self> {
        let EventChunk { size, slots, times, kinds, assets, channels, campaigns, marks } = chunk;
        let marked = marks.is_empty() || marks.len() == size * 4;
        if slots.len() != size * 2 || kinds.len() != size || !marked {
            return Err(damaged());
        }
        let times = read_times(&times, size)?;
        if times.iter().any(Option::is_none) {
            return Err(damaged());
        }
        let machine = kinds.iter().map(|code| code & BY_MACHINE != 0).collect();
        let kinds = kinds.into_iter().map(of_code).collect::<Result<_>>()?;
        Ok(Self {
            slots,
            times,
            kinds,
            machine,
            assets: Texts::read(&assets, size)?,
            channels: if_any(&channels, size)?,
            campaigns: if_any(&campaigns, size)?,
            marks,
        })
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
        let mark = self.marks.get(at * 4..at * 4 + 4);
        let mark = mark.map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        Event {
            slot,
            at: time,
            kind,
            machine: self.machine[at],
            asset: self.assets.get(at),
            channel: self.channels.get(at),
            campaign: self.campaigns.get(at),
            mark,
        }
    }

    /// Whose the event at a place is, what it is, and when it happened.
    pub fn act(&self, at: usize) -> (u16, EventKind, i64) {
        let slot = u16::from_le_bytes([self.slots[at * 2], self.slots[at * 2 + 1]]);
        (slot, self.kinds[at], self.times[at].unwrap_or_default())
    }

    /// Whether the file says that a machine did it.
    pub fn is_machine(&self, at: usize) -> bool {
        self.machine[at]
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
                (any::<u16>(), 0..EventKind::ALL.len(), -1_i64 << 40..1_i64 << 42, "[ab]{0,2}",
                    "[ab]{0,2}", any::<bool>(), 0_u32..3), 0..60),
        ) {
            let told: Vec<Event<'_>> = events
                .iter()
                .map(|(slot, kind, at, asset, channel, machine, mark)| Event {
                    machine: *machine,
                    asset,
                    channel,
                    campaign: asset,
                    mark: *mark,
                    ..Event::new(*slot, EventKind::ALL[*kind], *at)
                })
                .collect();
            let mut writer = EventWriter::default();
            for event in &told {
                writer.push(event);
            }
            let read = Events::read(writer.chunk()).unwrap();
            writer.clear();
            prop_assert_eq!(read.iter().collect::<Vec<_>>(), told);
            prop_assert!(writer.is_empty());
        }
    }

    #[test]
    fn a_kind_that_is_none_is_damage() {
        let mut writer = EventWriter::default();
        writer.push(&Event { asset: "Guide", ..Event::new(3, EventKind::Open, 1_000) });
        let chunk = writer.chunk();
        assert!(Events::read(EventChunk { kinds: vec![0x7F], ..chunk.clone() }).is_err());
        assert!(Events::read(EventChunk { kinds: vec![0], ..chunk.clone() }).is_err());
        assert!(Events::read(EventChunk { marks: vec![1], ..chunk.clone() }).is_err());
        assert!(Events::read(EventChunk { size: 2, ..chunk }).is_err());
    }
}
