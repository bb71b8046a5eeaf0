//! Finds leads, deals and the like by their numbers: those of the workspace, in runs of pages, and those that the file
//! at hand has brought so far.
//!
//! A run is sorted, and so is a page. Looking up few numbers among many reads a page for each;
//! looking up many reads all pages once. Runs are merged as they become many, so that a lookup goes
//! through few of them.

use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::store::engine::Session;
use crate::store::facts::{self, Counter};
use hashbrown::HashTable;
use std::collections::HashSet;

/// How many entries a page holds: so many fit beside a page's head in one page of the store.
const PAGE: usize = 300;
/// How many bytes an entry takes.
const ENTRY: usize = 12;

/// How many entries room is made for at most before they come.
const MOST_ROOM: usize = 12_000_000;

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

/// Runs that were too long to read.
struct Probing {
    session: Box<dyn Session>,
    runs: Vec<i64>,
    segments: HashSet<u32>,
}

impl std::fmt::Debug for Probing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Probing").field("runs", &self.runs).finish_non_exhaustive()
    }
}

impl Index {
    /// The index over leads in live segments, for a file of about so many rows. With a reader of its
    /// own it looks up page by page where that is less work.
    pub(super) fn open(
        session: &mut dyn Session,
        segments: HashSet<u32>,
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
        let runs = facts::runs(session)?;
        let pages: i64 = runs.iter().map(|(_, pages)| pages).sum();
        let runs: Vec<i64> = runs.into_iter().map(|(run, _)| run).collect();
        let few = rows.saturating_mul(4) < usize::try_from(pages).unwrap_or(0);
        let reader = if few { session.reader()? } else { None };
        if let Some(session) = reader {
            index.probing = Some(Probing { session, runs, segments });
            return Ok(index);
        }
        for run in runs {
            each_entry(session, run, &mut |(number, key)| {
                if segments.contains(&key.segment()) {
                    index.add(number, key);
                }
            })?;
        }
        index.old = index.numbers.len();
        Ok(index)
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

impl Probing {
    fn find(&mut self, number: u64) -> Result<Option<FactKey>> {
        let signed = i64::try_from(number).unwrap_or(i64::MAX);
        for run in &self.runs {
            let Some(page) = facts::page_for(self.session.as_mut(), *run, signed)? else {
                continue;
            };
            // A batch that was taken back may have brought the same lead before.
            let live =
                |(one, key): &Entry| *one == number && self.segments.contains(&key.segment());
            if let Some((_, key)) = entries(&page)?.find(live) {
                return Ok(Some(key));
            }
        }
        Ok(None)
    }
}

fn entries(page: &[u8]) -> Result<impl Iterator<Item = Entry>> {
    if !page.len().is_multiple_of(ENTRY) {
        return Err(Error::Damaged("a page of the index of leads does not add up".to_owned()));
    }
    Ok(page.chunks_exact(ENTRY).map(|entry| {
        let (mut number, mut key) = ([0; 8], [0; 4]);
        number.copy_from_slice(&entry[..8]);
        key.copy_from_slice(&entry[8..]);
        (u64::from_le_bytes(number), FactKey(u32::from_le_bytes(key)))
    }))
}

fn each_entry(session: &mut dyn Session, run: i64, each: &mut dyn FnMut(Entry)) -> Result<()> {
    facts::each_page(session, run, &mut |page| {
        entries(page)?.for_each(&mut *each);
        Ok(())
    })
}

/// Hands over every entry of every run, whatever became of its segment.
pub(super) fn each(session: &mut dyn Session, each: &mut dyn FnMut(Entry)) -> Result<()> {
    facts::erased::each_page_of_all(session, &mut |page| {
        entries(&page.data)?.for_each(&mut *each);
        Ok(())
    })
}

/// Leaves entries out of all runs, by the keys they lead to.
pub(super) fn leave_out(
    session: &mut dyn Session,
    is_gone: &dyn Fn(FactKey) -> bool,
) -> Result<()> {
    let mut shorter = Vec::new();
    facts::erased::each_page_of_all(session, &mut |page| {
        let left: Vec<Entry> = entries(&page.data)?.filter(|(_, key)| !is_gone(*key)).collect();
        if left.len() * ENTRY < page.data.len() {
            shorter.push((page.run, page.first, left));
        }
        Ok(())
    })?;
    for (run, first, left) in shorter {
        facts::erased::delete_page(session, run, first)?;
        write_page(session, run, &left)?;
    }
    Ok(())
}

/// Writes a page, if there is anything on it; its first number is its name.
fn write_page(session: &mut dyn Session, run: i64, page: &[Entry]) -> Result<()> {
    let Some((number, _)) = page.first() else { return Ok(()) };
    let first = i64::try_from(*number).unwrap_or(i64::MAX);
    let mut data = Vec::with_capacity(page.len() * ENTRY);
    for (number, key) in page {
        data.extend_from_slice(&number.to_le_bytes());
        data.extend_from_slice(&key.0.to_le_bytes());
    }
    facts::insert_page(session, run, first, data)
}

/// Writes entries as a run, merged with all runs that are no longer than twice as long. Entries of
/// segments that are gone are left out of what is merged.
pub(super) fn write_run(
    session: &mut dyn Session,
    entries: Vec<Entry>,
    segments: &HashSet<u32>,
) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let entries = merged(session, entries, segments)?;
    let run = facts::next(session, Counter::Run)?;
    facts::count_on(session, Counter::Run, run + 1)?;
    entries.chunks(PAGE).try_for_each(|page| write_page(session, run, page))
}

fn merged(
    session: &mut dyn Session,
    mut entries: Vec<Entry>,
    segments: &HashSet<u32>,
) -> Result<Vec<Entry>> {
    let mut runs = facts::runs(session)?;
    runs.sort_by_key(|(_, pages)| *pages);
    let mut merged = false;
    for (run, pages) in runs {
        let pages = usize::try_from(pages).unwrap_or(usize::MAX);
        if pages > entries.len().div_ceil(PAGE).saturating_mul(2) {
            break;
        }
        each_entry(session, run, &mut |entry| {
            if segments.contains(&entry.1.segment()) {
                entries.push(entry);
            }
        })?;
        facts::delete_run(session, run)?;
        merged = true;
    }
    if merged {
        entries.sort_unstable();
    }
    Ok(entries)
}
