//! Calls to the disk fail while a workspace is made, worked on and closed: one, or all from one on.
//! `EVERY` says that each so many-th call is tried (1: all), `POINTS` at how many sizes the disk is
//! full.

use crate::hand::{Hand, Heard};
use crate::log::Log;
use crate::place::Place;
use crate::say::{asked, say, seed};
use crate::shim::Fault;
use std::collections::HashMap;
use throughline_core::plan::verify;
use throughline_tests::work::{Dice, Picture, Worker};

const ACTS: u64 = 16;

/// What became of the runs.
#[derive(Debug, Default)]
struct Tally {
    runs: u64,
    /// The workspace could not be made, and that was said.
    unborn: u64,
    /// Acts that were said not to be saved.
    refused: u64,
    /// Of these, those that were there all the same.
    saved_yet: u64,
    known: HashMap<(u64, u64, Vec<u64>), Picture>,
}

impl Tally {
    fn run(&mut self, seed: u64, fault: &Fault) {
        let place = Place::new();
        let heard = Hand::on(&place, seed).new_workspace().acts(ACTS).under(fault, &place).run();
        let name = format!("{fault:?}, seed {seed}");
        assert!(heard.ended_well(), "{name}: {heard:?}");
        self.runs += 1;
        self.refused += heard.failed.len() as u64;
        let reopened = Worker::open(&place.file(), seed);
        if heard.acknowledged.is_none() {
            assert!(!heard.failed.is_empty(), "{name}: it said nothing");
            self.unborn += 1;
            // A whole workspace, or none that could be taken for one.
            let Ok(worker) = reopened else { return };
            assert_eq!(worker.picture(), self.after(seed, 0, &[]), "{name}");
            return;
        }
        let found = reopened.unwrap_or_else(|error| panic!("{name}: {error:?}, {heard:?}"));
        self.compare(&found.picture(), seed, &heard, &name);
        drop(found);
        assert_eq!(verify(&place.file()), Vec::<String>::new(), "{name}");
    }

    /// Every act that was said to be saved is there; of the others none, or the first, whose
    /// outcome the program could not know.
    fn compare(&mut self, found: &Picture, seed: u64, heard: &Heard, name: &str) {
        let failed: Vec<u64> = heard.failed.iter().map(|(act, _)| *act).collect();
        if *found == self.after(seed, ACTS, &failed) {
            return;
        }
        let but_first = self.after(seed, ACTS, failed.get(1..).unwrap_or_default());
        assert!(
            *found == but_first,
            "{name}: {heard:?}\n{}",
            self.after(seed, ACTS, &failed).differences(found)
        );
        self.saved_yet += 1;
    }

    fn after(&mut self, seed: u64, acts: u64, left_out: &[u64]) -> Picture {
        let key = (seed, acts, left_out.to_vec());
        let picture = self.known.entry(key).or_insert_with(|| Picture::after(seed, acts, left_out));
        picture.clone()
    }

    fn say(&self, test: &str) {
        let Self { runs, unborn, refused, saved_yet, .. } = self;
        say(
            test,
            &format!(
                "{runs} runs, 0 false \"saved\"; {unborn} without a workspace, {refused} acts \
                 refused, {saved_yet} of them there all the same"
            ),
        );
    }
}

/// How many calls of these kinds a run makes.
fn calls(seed: u64, kinds: &str) -> u64 {
    let place = Place::new();
    let fault = Fault::none().among(kinds);
    Hand::on(&place, seed).new_workspace().acts(ACTS).under(&fault, &place).run();
    Log::read(&place.log()).calls
}

fn sweep(test: &str, kinds: &str, faults: &[fn(u64) -> Fault]) {
    let (mut tally, mut dice) = (Tally::default(), Dice::new(seed()));
    let (seed, every) = (seed() + 3, asked("EVERY", 12));
    let calls = calls(seed, kinds);
    assert!(calls > 20, "{calls} calls of {kinds}");
    for fault in faults {
        for call in 1..=calls {
            if dice.below(every) == 0 {
                tally.run(seed, &fault(call).among(kinds));
            }
        }
    }
    assert!(tally.runs > 0 && tally.refused > 0, "{tally:?}");
    tally.say(test);
}

#[test]
fn a_call_that_fails_is_never_a_false_saved() {
    let once = |call| Fault::at(call, "eio");
    let ever = |call| Fault::at(call, "eio").ever();
    sweep("I/O errors", "owtsrulk", &[once, ever]);
}

#[test]
fn a_read_that_fails_is_never_a_false_saved() {
    let once = |call| Fault::at(call, "eio");
    let ever = |call| Fault::at(call, "eio").ever();
    sweep("I/O errors on reading", "d", &[once, ever]);
}

#[test]
fn a_call_without_room_is_never_a_false_saved() {
    let once = |call| Fault::at(call, "enospc");
    let ever = |call| Fault::at(call, "enospc").ever();
    let short = |call| Fault::at(call, "short");
    let short_ever = |call| Fault::at(call, "short").ever();
    sweep("no room at a call", "owt", &[once, ever, short, short_ever]);
}

#[test]
fn a_full_disk_is_never_a_false_saved() {
    let (mut tally, mut dice) = (Tally::default(), Dice::new(seed()));
    for _ in 0..asked("POINTS", 100) {
        let room = dice.next() % 1_200_000;
        tally.run(seed() + 3, &Fault::room(room));
    }
    assert!(tally.unborn > 0 && tally.refused > 0, "{tally:?}");
    tally.say("disk full");
}
