//! Calls to the disk fail while a workspace is made, worked on and closed: one, or all from one on.
//! `EVERY` says that each so many-th call is tried (1: all).

use crate::aftermath::{Aftermath, Left};
use crate::hand::{Hand, Heard};
use crate::log::Log;
use crate::place::Place;
use crate::say::{asked, say, seed};
use crate::shim::Fault;
use std::time::Duration;
use throughline_tests::work::{Dice, Picture};

/// One of each kind that takes a few calls.
const ACTS: u64 = 17;
/// Of these, those that read or write backups.
const BACKUPS: [u64; 2] = [4, 6];
/// What a program did before it died, and what the next one does.
const BEFORE: u64 = 7;
const AFTER: u64 = 3;
/// Leads are there after so many acts; the next one erases some.
const ERASED_AFTER: u64 = 18;

/// What became of the runs.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    runs: u64,
    /// The workspace could not be made, and that was said.
    unborn: u64,
    /// Acts that were said not to be saved.
    refused: u64,
    /// Of these, those that were there all the same.
    saved_yet: u64,
    wrong: Vec<String>,
}

impl Tally {
    /// Counts a run by what it left.
    pub(crate) fn count(&mut self, name: &str, heard: &Heard, left: Result<Left, String>) {
        self.runs += 1;
        self.refused += heard.failed.len() as u64;
        match left {
            Ok(Left::Nothing) => self.unborn += 1,
            Ok(Left::AsTold) => {}
            Ok(Left::ButOne) => self.saved_yet += 1,
            Err(words) => self.wrong.push(format!("{name}: {words}")),
        }
    }

    /// Fails if anything was wrong, or if no fault was ever noticed; says what became of the runs.
    pub(crate) fn conclude(&self, test: &str) {
        let Self { runs, unborn, refused, saved_yet, wrong } = self;
        assert!(wrong.is_empty(), "{} of {runs}:\n{}", wrong.len(), wrong.join("\n"));
        assert!(*refused > 0, "no fault was noticed: {self:?}");
        say(
            test,
            &format!(
                "{runs} runs, 0 false \"saved\"; {unborn} without a workspace, {refused} acts \
                 refused, {saved_yet} of them there all the same"
            ),
        );
    }
}

/// A workspace that is there before calls fail.
struct Base {
    place: Place,
    /// So many acts were done in it.
    done: u64,
    /// So many are done while calls fail.
    acts: u64,
}

/// What is done while calls fail.
struct Work<'a> {
    name: &'a str,
    /// Calls that count, by the letters of `shim.c`.
    kinds: &'a str,
    /// What is there before, if it is not the making of a workspace.
    base: Option<&'a Base>,
    /// It is where the backups are that calls fail, not where the workspace is.
    backups: bool,
}

impl Work<'_> {
    fn place(&self) -> Place {
        self.base.map_or_else(Place::new, |base| base.place.copied())
    }

    fn run(&self, place: &Place, seed: u64, fault: Fault) -> Heard {
        let fault = fault.among(self.kinds);
        let fault = if self.backups { fault.below(&place.backups()) } else { fault };
        let hand = Hand::on(place, seed);
        let hand = match self.base {
            None => hand.new_workspace().acts(ACTS),
            Some(base) => hand.from(base.done).acts(base.acts),
        };
        hand.under(&fault, place).run()
    }

    /// Every call fails, each in all of these ways; one in `every` of them.
    fn sweep(&self, seed: u64, every: usize, ways: &[fn(u64) -> Fault]) {
        let whole = self.place();
        let undisturbed = self.run(&whole, seed, Fault::none());
        let calls = Log::read(&whole.log()).calls;
        assert!(calls > 20, "{calls} calls of {}", self.kinds);
        let from = self.base.map_or(0, |base| base.done);
        let loose: &[u64] = if self.backups { &BACKUPS } else { &[] };
        let mut aftermath = Aftermath::of(seed, from).loose(loose);
        assert_eq!(aftermath.look(&whole, &undisturbed), Ok(Left::AsTold));
        let (mut tally, mut dice) = (Tally::default(), Dice::new(seed));
        for way in ways {
            for call in (1..=calls).filter(|_| dice.below(every) == 0) {
                let (place, fault) = (self.place(), way(call));
                let name = format!("{fault:?}, seed {seed}");
                let heard = self.run(&place, seed, fault);
                tally.count(&name, &heard, aftermath.look(&place, &heard));
            }
        }
        tally.conclude(self.name);
    }
}

fn broken(call: u64) -> Fault {
    Fault::at(call, "eio")
}

fn broken_for_ever(call: u64) -> Fault {
    broken(call).ever()
}

fn full(call: u64) -> Fault {
    Fault::at(call, "enospc")
}

fn full_for_ever(call: u64) -> Fault {
    full(call).ever()
}

fn half(call: u64) -> Fault {
    Fault::at(call, "short")
}

fn half_for_ever(call: u64) -> Fault {
    half(call).ever()
}

const ALL: [fn(u64) -> Fault; 6] =
    [broken, broken_for_ever, full, full_for_ever, half, half_for_ever];

#[test]
fn a_call_that_fails_is_never_a_false_saved() {
    let work = Work { name: "I/O errors", kinds: "owtsrulk", base: None, backups: false };
    work.sweep(seed() + 3, asked("EVERY", 20), &[broken, broken_for_ever]);
}

#[test]
fn a_read_that_fails_is_never_a_false_saved() {
    let work = Work { name: "I/O errors on reading", kinds: "d", base: None, backups: false };
    work.sweep(seed() + 3, asked("EVERY", 20), &[broken, broken_for_ever]);
}

#[test]
fn a_call_without_room_is_never_a_false_saved() {
    let work = Work { name: "no room at a call", kinds: "owt", base: None, backups: false };
    work.sweep(seed() + 3, asked("EVERY", 20), &[full, full_for_ever, half, half_for_ever]);
}

/// A workspace whose program died, with the log still beside it.
fn died(seed: u64) -> Base {
    let place = Place::new();
    let mut running = Hand::on(&place, seed).new_workspace().start_stepped();
    (0..BEFORE).for_each(|_| assert!(running.step()));
    running.kill(Duration::ZERO, 0);
    assert!(place.beside("-wal").metadata().unwrap().len() > 0);
    Base { place, done: BEFORE, acts: AFTER }
}

#[test]
fn a_disk_that_fails_while_a_dead_program_s_log_is_taken_over_loses_nothing() {
    let base = died(seed());
    let name = "I/O errors after a death";
    let work = Work { name, kinds: "owtsrulckd", base: Some(&base), backups: false };
    work.sweep(seed(), asked("EVERY", 20), &ALL);
}

/// A workspace with leads, of whom the next act erases some.
fn with_leads(seed: u64) -> Base {
    let place = Place::new();
    let heard = Hand::on(&place, seed).new_workspace().acts(ERASED_AFTER).run();
    assert!(heard.closed && heard.failed.is_empty(), "{heard:?}");
    let leads = |acts| {
        let told = Picture::after(seed, acts, &[]).0;
        told.lines().filter(|line| line.starts_with("lead ")).count()
    };
    assert_eq!(leads(ERASED_AFTER + 1) + 2, leads(ERASED_AFTER));
    Base { place, done: ERASED_AFTER, acts: 1 }
}

#[test]
fn a_disk_that_fails_while_leads_are_erased_loses_nothing_and_brings_nobody_back() {
    let base = with_leads(seed());
    let name = "I/O errors while erasing";
    let work = Work { name, kinds: "owtsrulckd", base: Some(&base), backups: false };
    work.sweep(seed(), asked("EVERY", 20), &ALL);
}

#[test]
fn failing_backups_cost_neither_the_workspace_nor_other_backups() {
    let name = "I/O errors among the backups";
    let work = Work { name, kinds: "owtsrulckd", base: None, backups: true };
    work.sweep(seed(), asked("EVERY", 40), &ALL);
}
