//! The index as it is kept: runs of pages. A run is sorted, and so is a page. Runs are merged as they
//! become many, so that a lookup goes through few of them.

use super::Entry;
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::facts::sieve::Sieve;
use crate::store::engine::Session;
use crate::store::facts::runs::{self as pages, Run};
use crate::store::facts::{self, Counter, SegmentRow};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// How many entries a page holds: so many fit beside a page's head in one page of the store.
const PAGE: usize = 300;
/// How many bytes an entry takes.
const ENTRY: usize = 12;
/// Of so many pages segments are looked up one by one; of more all are read at once.
const FEW: usize = 64;
/// A run of more pages has a sieve.
const SIEVED: usize = 8;

/// The sieves of runs that were read before. A run that is there keeps its number and what is in it,
/// but for what is erased.
#[derive(Debug, Default)]
pub(crate) struct Sieves(Mutex<BTreeMap<i64, Arc<Sieve>>>);

impl Sieves {
    /// Leaves those that are no runs any more.
    pub(super) fn keep(&self, there: &[Run]) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|run, _| there.iter().any(|one| one.number == *run));
    }

    /// The sieve of a run that others see too.
    pub(super) fn of(&self, session: &mut dyn Session, run: i64) -> Result<Option<Arc<Sieve>>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sieve) = known.get(&run) {
            return Ok(Some(Arc::clone(sieve)));
        }
        let sieve = pages::sieve(session, run)?.and_then(Sieve::of_bytes).map(Arc::new);
        if let Some(sieve) = &sieve {
            known.insert(run, Arc::clone(sieve));
        }
        Ok(sieve)
    }
}

/// What is on a page.
pub(super) fn entries(page: &[u8]) -> Result<impl Iterator<Item = Entry>> {
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

/// Hands over every entry of a run.
pub(super) fn each_entry(
    session: &mut dyn Session,
    run: i64,
    each: &mut dyn FnMut(Entry),
) -> Result<()> {
    pages::each_page(session, run, &mut |page| {
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
    let runs: BTreeSet<i64> = shorter.iter().map(|(run, _, _)| *run).collect();
    for (run, first, left) in shorter {
        facts::erased::delete_page(session, run, first)?;
        write_page(session, run, &left)?;
    }
    // The old ones would tell that what is gone may have been there.
    runs.into_iter().try_for_each(|run| sift_anew(session, run))
}

/// Gives a run that has a sieve one of what it holds now.
fn sift_anew(session: &mut dyn Session, run: i64) -> Result<()> {
    if pages::sieve(session, run)?.is_none() {
        return Ok(());
    }
    let mut numbers = Vec::new();
    each_entry(session, run, &mut |(number, _)| numbers.push(number))?;
    pages::set_sieve(session, run, Sieve::of(numbers.into_iter()).as_bytes())
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
    pages::insert_page(session, run, first, data)
}

/// Writes entries as a run, merged with all runs that are no longer than twice as long. Entries of
/// segments that are gone are left out of what is merged.
pub(super) fn write(session: &mut dyn Session, entries: Vec<Entry>) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let entries = merged(session, entries)?;
    let run = facts::next(session, Counter::Run)?;
    facts::count_on(session, Counter::Run, run + 1)?;
    let len = entries.len().div_ceil(PAGE);
    let sieve = (len > SIEVED).then(|| Sieve::of(entries.iter().map(|(number, _)| *number)));
    pages::keep_run(session, run, len, sieve.as_ref().map(Sieve::as_bytes))?;
    entries.chunks(PAGE).try_for_each(|page| write_page(session, run, page))
}

fn merged(session: &mut dyn Session, mut entries: Vec<Entry>) -> Result<Vec<Entry>> {
    let mut shorter = Vec::new();
    let (mut all, mut len) = (pages::runs(session)?, entries.len());
    all.sort_by_key(|run| run.pages);
    for run in all {
        if run.pages > len.div_ceil(PAGE).saturating_mul(2) {
            break;
        }
        len += run.pages * PAGE;
        shorter.push(run);
    }
    if shorter.is_empty() {
        return Ok(entries);
    }
    // Those of a batch that undo can bring back are to be found again then.
    each_of_all(session, &shorter, &|_| true, &mut |entry| entries.push(entry))?;
    shorter.iter().try_for_each(|run| pages::delete_run(session, run.number))?;
    entries.sort_unstable();
    Ok(entries)
}

/// Hands over the entries of some runs whose segments are there and asked for.
pub(super) fn each_of_all(
    session: &mut dyn Session,
    runs: &[Run],
    is_asked_for: &dyn Fn(&SegmentRow) -> bool,
    each: &mut dyn FnMut(Entry),
) -> Result<()> {
    let few = runs.iter().map(|run| run.pages).sum::<usize>() <= FEW;
    let mut segments = Segments::default();
    if !few {
        segments.ask_all(session, is_asked_for)?;
    }
    for run in runs {
        let mut entries = Vec::new();
        each_entry(session, run.number, &mut |entry| {
            if few {
                entries.push(entry);
            } else if segments.known(entry.1.segment()) == Some(true) {
                each(entry);
            }
        })?;
        for entry in entries {
            if segments.ask(session, entry.1.segment(), is_asked_for)? {
                each(entry);
            }
        }
    }
    Ok(())
}

/// Whether segments are asked for, as far as that was looked up.
#[derive(Debug, Default)]
pub(super) struct Segments(HashMap<u32, bool>);

impl Segments {
    fn known(&self, segment: u32) -> Option<bool> {
        self.0.get(&segment).copied()
    }

    /// Looks one up.
    pub(super) fn ask(
        &mut self,
        session: &mut dyn Session,
        segment: u32,
        is_asked_for: &dyn Fn(&SegmentRow) -> bool,
    ) -> Result<bool> {
        if let Some(told) = self.known(segment) {
            return Ok(told);
        }
        let told = facts::segment(session, segment)?.is_some_and(|row| is_asked_for(&row));
        self.0.insert(segment, told);
        Ok(told)
    }

    fn ask_all(
        &mut self,
        session: &mut dyn Session,
        is_asked_for: &dyn Fn(&SegmentRow) -> bool,
    ) -> Result<()> {
        let all = facts::segments(session)?;
        self.0.extend(all.iter().map(|row| (row.segment, is_asked_for(row))));
        Ok(())
    }
}
