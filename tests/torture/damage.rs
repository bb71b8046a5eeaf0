//! Files that rotted: flipped bits, swapped, emptied and missing pages. `FLIPS` says how many.
//!
//! SQLite keeps no sums over its pages, so a flipped letter of a text is a text like any other;
//! what is asked here is that nothing dies of it, and that whatever breaks the file's build is told.

use crate::place::Place;
use crate::say::{asked, say, seed};
use std::panic::{AssertUnwindSafe, catch_unwind};
use throughline_core::plan::verify;
use throughline_tests::work::{Dice, Picture, Worker};

const PAGE: usize = 4_096;
/// Acts in the workspace that is damaged.
const ACTS: u64 = 60;

/// Who noticed.
#[derive(Debug, Default)]
struct Noticed {
    runs: u64,
    on_opening: u64,
    by_verify: u64,
    harmless: u64,
    by_nobody: u64,
}

impl Noticed {
    fn look(&mut self, bytes: &[u8], whole: &Picture, seed: u64) {
        let place = Place::new();
        std::fs::write(place.file(), bytes).unwrap();
        self.runs += 1;
        let found = catch_unwind(AssertUnwindSafe(|| {
            let findings = verify(&place.file());
            let opened = Worker::open(&place.file(), seed);
            let picture = opened.ok().map(|worker| worker.try_picture());
            (findings, picture)
        }));
        match found.expect("it panicked") {
            (_, None | Some(None)) => self.on_opening += 1,
            (findings, _) if !findings.is_empty() => self.by_verify += 1,
            (_, Some(Some(picture))) if picture == *whole => self.harmless += 1,
            _ => self.by_nobody += 1,
        }
    }

    fn say(&self, test: &str) {
        let Self { runs, on_opening, by_verify, harmless, by_nobody } = self;
        let seen = format!("{on_opening} noticed on opening, {by_verify} by verify alone");
        say(
            test,
            &format!(
                "{runs} files, {seen}, {harmless} that the plan and the list of edits do not show, {by_nobody} unnoticed"
            ),
        );
    }
}

/// The bytes of a workspace at rest and what it holds.
fn workspace(seed: u64) -> (Vec<u8>, Picture) {
    let place = Place::new();
    let worker = Worker::create(&place.file(), seed).unwrap();
    (1..=ACTS).for_each(|act| drop(worker.act(act)));
    let picture = worker.picture();
    worker.close().unwrap();
    (std::fs::read(place.file()).unwrap(), picture)
}

#[test]
fn a_flipped_bit_kills_nothing() {
    let (bytes, whole) = workspace(seed());
    let (mut noticed, mut dice) = (Noticed::default(), Dice::new(seed()));
    for _ in 0..asked("FLIPS", 60) {
        let mut flipped = bytes.clone();
        let at = dice.below(flipped.len());
        flipped[at] ^= 1 << dice.below(8);
        noticed.look(&flipped, &whole, seed());
    }
    assert!(noticed.by_nobody < noticed.runs, "nothing is ever noticed: {noticed:?}");
    noticed.say("bit flips");
}

#[test]
fn a_page_that_is_swapped_emptied_or_missing_is_noticed_or_harmless() {
    let (bytes, whole) = workspace(seed());
    let (mut noticed, mut dice) = (Noticed::default(), Dice::new(seed()));
    let pages = bytes.len() / PAGE;
    for round in 0..asked("FLIPS", 60) {
        let mut broken = bytes.clone();
        let (one, other) = (dice.below(pages) * PAGE, dice.below(pages) * PAGE);
        match round % 3 {
            0 => broken.truncate(one),
            1 => broken[one..one + PAGE].fill(0),
            _ => {
                broken.copy_within(other..other + PAGE, one);
                broken[other..other + PAGE].copy_from_slice(&bytes[one..one + PAGE]);
            }
        }
        noticed.look(&broken, &whole, seed());
    }
    assert_eq!(noticed.by_nobody, 0, "{noticed:?}");
    noticed.say("broken pages");
}
