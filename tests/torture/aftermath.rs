//! What must hold of a workspace after a run in which something went wrong.

use crate::hand::Heard;
use crate::place::Place;
use std::collections::{BTreeSet, HashMap};
use throughline_core::plan::verify;
use throughline_tests::work::{Picture, Worker};
use walkdir::WalkDir;

/// What a run left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// No workspace, and that was said.
    Nothing,
    /// What was said.
    AsTold,
    /// The same, but for an act whose outcome the program could not know.
    ButOne,
}

/// Looks at what the runs of one seed left, each begun after so many acts.
#[derive(Debug)]
pub(crate) struct Aftermath {
    seed: u64,
    from: u64,
    /// Acts that may come to something or nothing, whatever was said: those whose only trace is a
    /// backup, where it is the backups that fail.
    loose: BTreeSet<u64>,
    prints: HashMap<(u64, BTreeSet<u64>), u64>,
}

impl Aftermath {
    pub(crate) fn of(seed: u64, from: u64) -> Self {
        Self { seed, from, loose: BTreeSet::new(), prints: HashMap::new() }
    }

    /// With acts that may come to something or nothing.
    pub(crate) fn loose(mut self, acts: &[u64]) -> Self {
        self.loose = acts.iter().copied().collect();
        self
    }

    /// What a run left, or what is wrong with it; in words.
    pub(crate) fn look(&mut self, place: &Place, heard: &Heard) -> Result<Left, String> {
        if !heard.ended_well() {
            return Err(format!("it ended with {}", heard.status));
        }
        whole_copies(place)?;
        let unborn = self.from == 0 && heard.acknowledged.is_none();
        if unborn && heard.failed.is_empty() {
            return Err("it said nothing".to_owned());
        }
        let worker = match Worker::open(&place.file(), self.seed) {
            Ok(worker) => worker,
            // Nothing that could be taken for a workspace.
            Err(_) if unborn => return Ok(Left::Nothing),
            Err(error) => return Err(format!("it does not open: {}", error.message)),
        };
        let found = worker.picture();
        drop(worker);
        let findings = verify(&place.file());
        if findings.is_empty() { self.holds(&found, heard) } else { Err(findings.join("; ")) }
    }

    /// Everything that was acknowledged is there, and nothing of what was not: except the first act
    /// that failed, which may have come to something before it did.
    fn holds(&mut self, found: &Picture, heard: &Heard) -> Result<Left, String> {
        let acts = heard.failed.iter().map(|(act, _)| *act);
        let failed: BTreeSet<u64> = acts.filter(|act| *act > self.from).collect();
        // What a rule refused did nothing, though it might have where an act before had succeeded.
        let refused = heard.refused.iter().copied().filter(|act| *act > self.from);
        let idle: BTreeSet<u64> = failed.iter().copied().chain(refused).collect();
        let told = heard.acknowledged.unwrap_or(self.from);
        let last = failed.last().copied().unwrap_or(self.from).max(told);
        let print = found.print();
        if self.print(last, &idle) == print {
            return Ok(Left::AsTold);
        }
        let may_be_otherwise = failed.first().into_iter().chain(&self.loose);
        let mut otherwise: Vec<_> =
            may_be_otherwise.map(|act| &idle ^ &BTreeSet::from([*act])).collect();
        otherwise.extend([&idle - &self.loose, &idle | &self.loose]);
        if otherwise.iter().any(|left_out| self.print(last, left_out) == print) {
            return Ok(Left::ButOne);
        }
        let listed: Vec<u64> = idle.into_iter().collect();
        let wanted = Picture::after(self.seed, last, &listed);
        Err(format!("told {told}, failed {:?}:\n{}", heard.failed, wanted.differences(found)))
    }

    fn print(&mut self, acts: u64, left_out: &BTreeSet<u64>) -> u64 {
        let seed = self.seed;
        *self.prints.entry((acts, left_out.clone())).or_insert_with(|| {
            let listed: Vec<u64> = left_out.iter().copied().collect();
            Picture::after(seed, acts, &listed).print()
        })
    }
}

/// Whatever bears the name of a copy or a backup is whole.
pub(crate) fn whole_copies(place: &Place) -> Result<(), String> {
    let below = [place.home(), place.backups()];
    let files = below.iter().flat_map(WalkDir::new).flatten();
    let copies = files.filter(|file| {
        file.path().extension().is_some_and(|ending| ending == "throughline")
            && file.path() != place.file()
    });
    for file in copies {
        let findings = verify(file.path());
        if !findings.is_empty() {
            return Err(format!("{}: {}", file.path().display(), findings.join("; ")));
        }
    }
    Ok(())
}
