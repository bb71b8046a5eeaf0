//! Finds leads, deals and the like by their numbers: those of the workspace, in runs of pages, and those that the file
//! at hand has brought so far.
//!
//! Looking up few numbers among many reads a page for each that a run may hold; looking up many reads
//! all pages once.

use super::Live;
use super::runs::{self, Segments, Sieves};
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::sieve::Sieve;
use crate::facts::subject::Subject;
use crate::store::engine::{Opener, Session};
use crate::store::facts::runs::Run;
use crate::store::facts::{self, SegmentRow};
use hashbrown::HashTable;
use std::sync::Arc;

/// How many entries room is made for at most before they come.
const MOST_ROOM: usize = 12_000_000;

/// So many numbers are looked up for each page of a run with a sieve, which tells most new ones.
const LOOKS: usize = 16;
/// So many pages are there for each number that is looked up in a run without one.
const PAGES: usize = 4;

/// A number and the lead it leads to.
pub(crate) type Entry = (u64, FactKey);

/// The numbers of leads, known and new.
#[derive(Debug)]
pub(crate) struct Index {
    numbers: Vec<u64>,
    keys: Vec<FactKey>,
    places: HashTable<u32>,
    /// How many entries came from the workspace.
    old: usize,
    probing: Option<Probing>,
}

/// Which rows are looked for: those about a subject, from batches that count.
#[derive(Debug)]
pub(super) struct Whose {
    pub(super) subject: Subject,
    pub(super) live: Live,
}

/// Runs that are too long to read.
struct Probing {
    reader: Reader,
    runs: Vec<(i64, Option<Arc<Sieve>>)>,
    whose: Whose,
    segments: Segments,
}

/// A connection that is opened when it is first asked for: a small file of new rows needs none.
struct Reader {
    open: Opener,
    opened: Option<Box<dyn Session>>,
}

impl Reader {
    fn session(&mut self) -> Result<&mut dyn Session> {
        let session = match &mut self.opened {
            Some(session) => session,
            none => none.insert((self.open)()?),
        };
        Ok(session.as_mut())
    }
}

impl std::fmt::Debug for Probing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Probing").field("runs", &self.runs).finish_non_exhaustive()
    }
}

impl Index {
    /// The index for a file of about so many rows. Runs are looked up page by page where that is less
    /// work and a reader of its own can be had. With sieves, which are read once and held.
    pub(super) fn open(
        session: &mut dyn Session,
        sieves: Option<&Sieves>,
        whose: Whose,
        rows: usize,
    ) -> Result<Self> {
        // A guess of what comes, so that little is moved as it grows; growing is no fault.
        let room = rows.min(MOST_ROOM);
        let mut index = Self {
            numbers: Vec::with_capacity(room),
            keys: Vec::with_capacity(room),
            places: HashTable::with_capacity(room),
            old: 0,
            probing: None,
        };
        let runs = facts::runs::runs(session)?;
        if let Some(sieves) = sieves {
            sieves.keep(&runs);
        }
        let is_long = |run: &Run| {
            let sifted = run.has_sieve && sieves.is_some();
            let (looks, pages) = if sifted { (LOOKS, 1) } else { (1, PAGES) };
            rows.saturating_mul(pages) < run.pages.saturating_mul(looks)
        };
        let (long, short): (Vec<Run>, Vec<Run>) = runs.into_iter().partition(is_long);
        let opener = if long.is_empty() { None } else { session.opener() };
        if let Some(open) = opener {
            index.read(session, &short, &whose)?;
            let sieve = |run: &Run| {
                let sieve = sieves.map(|sieves| sieves.of(session, run.number));
                Ok((run.number, sieve.transpose()?.flatten()))
            };
            let runs = long.iter().map(sieve).collect::<Result<_>>()?;
            let reader = Reader { open, opened: None };
            index.probing = Some(Probing { reader, runs, whose, segments: Segments::default() });
        } else {
            index.read(session, &[short, long].concat(), &whose)?;
        }
        index.old = index.numbers.len();
        Ok(index)
    }

    /// Reads runs with all their pages.
    fn read(&mut self, session: &mut dyn Session, runs: &[Run], whose: &Whose) -> Result<()> {
        let is_asked_for = |row: &SegmentRow| whose.asks_for(row);
        runs::each_of_all(session, runs, &is_asked_for, &mut |(number, key)| self.add(number, key))
    }

    /// The leads of many numbers.
    pub(crate) fn find_all(
        &mut self,
        numbers: impl Iterator<Item = u64>,
    ) -> Result<Vec<Option<FactKey>>> {
        if self.probing.is_some() {
            return numbers.map(|number| self.find(number)).collect();
        }
        Ok(numbers.map(|number| self.find_new(number)).collect())
    }

    /// The lead of a number.
    pub(crate) fn find(&mut self, number: u64) -> Result<Option<FactKey>> {
        if let Some(key) = self.find_new(number) {
            return Ok(Some(key));
        }
        match &mut self.probing {
            Some(probing) => probing.find(number),
            None => Ok(None),
        }
    }

    /// The lead of a number among those held in memory: those that were added, at least.
    pub(crate) fn find_new(&self, number: u64) -> Option<FactKey> {
        let numbers = &self.numbers;
        let found = self.places.find(number, |at| numbers[*at as usize] == number);
        found.map(|at| self.keys[*at as usize])
    }

    /// Adds a lead under a number that is not there.
    pub(crate) fn add(&mut self, number: u64, key: FactKey) {
        let at = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.push(number);
        self.keys.push(key);
        let Self { numbers, places, .. } = self;
        places.insert_unique(number, at, |at| numbers[*at as usize]);
    }

    /// The entries that were added to those of the workspace, in ascending order.
    pub(crate) fn into_new(self) -> Vec<Entry> {
        let Self { numbers, keys, places, old, .. } = self;
        drop(places);
        let mut entries: Vec<Entry> =
            numbers[old..].iter().copied().zip(keys[old..].iter().copied()).collect();
        drop((numbers, keys));
        entries.sort_unstable();
        entries
    }
}

impl Whose {
    fn asks_for(&self, row: &SegmentRow) -> bool {
        row.subject == self.subject && self.live.contains_key(&row.batch)
    }
}

impl Probing {
    fn find(&mut self, number: u64) -> Result<Option<FactKey>> {
        for at in 0..self.runs.len() {
            let (run, sieve) = &self.runs[at];
            if sieve.as_ref().is_some_and(|sieve| !sieve.may_hold(number)) {
                continue;
            }
            let run = *run;
            if let Some(key) = self.find_in(run, number)? {
                return Ok(Some(key));
            }
        }
        Ok(None)
    }

    /// The lead of a number in one run. A batch that was taken back may have brought the same lead: so
    /// a number may come more than once, and begin on the page before.
    fn find_in(&mut self, run: i64, number: u64) -> Result<Option<FactKey>> {
        let mut from = number;
        loop {
            let signed = i64::try_from(from).unwrap_or(i64::MAX);
            let Some(page) = facts::runs::page_for(self.reader.session()?, run, signed)? else {
                return Ok(None);
            };
            for (_, key) in runs::entries(&page)?.filter(|(one, _)| *one == number) {
                if self.is_asked_for(key.segment())? {
                    return Ok(Some(key));
                }
            }
            let first = runs::entries(&page)?.next().map(|(first, _)| first);
            match first.and_then(|first| first.checked_sub(1)) {
                Some(before) if first == Some(number) => from = before,
                _ => return Ok(None),
            }
        }
    }

    fn is_asked_for(&mut self, segment: u32) -> Result<bool> {
        let Self { reader, segments, whose, .. } = self;
        segments.ask(reader.session()?, segment, &|row| whose.asks_for(row))
    }
}
