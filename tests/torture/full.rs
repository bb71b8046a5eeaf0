//! The disk is full: `POINTS` says at how many sizes.

use crate::aftermath::Aftermath;
use crate::faults::Tally;
use crate::hand::{Hand, Heard};
use crate::place::Place;
use crate::say::{asked, say, seed};
use crate::shim::Fault;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use throughline_tests::work::Dice;

const ACTS: u64 = 24;

/// Runs it at so many points and looks at what it left.
fn at_points(test: &str, points: u64, run: impl Fn(&mut Dice, &Place) -> Heard) {
    let (mut dice, mut tally) = (Dice::new(seed()), Tally::default());
    let mut aftermath = Aftermath::of(seed(), 0);
    for point in 1..=points {
        let place = Place::new();
        let heard = run(&mut dice, &place);
        tally.count(&format!("point {point}"), &heard, aftermath.look(&place, &heard));
    }
    tally.conclude(test);
}

#[test]
fn a_full_disk_is_never_a_false_saved() {
    at_points("disk full", asked("POINTS", 40), |dice, place| {
        let fault = Fault::room(dice.next() % 1_600_000);
        Hand::on(place, seed()).new_workspace().acts(ACTS).under(&fault, place).run()
    });
}

#[test]
fn a_limit_to_the_size_of_files_is_never_a_false_saved() {
    at_points("the size of files limited", asked("POINTS", 20), |dice, place| {
        // In blocks of 512 bytes.
        let limit = format!("ulimit -f {}; exec \"$@\"", 100 + dice.below(2_000));
        let hand = Hand::through(&["sh", "-c", &limit, "sh"], place, seed());
        hand.new_workspace().acts(ACTS).run()
    });
}

/// A disk of its own for a workspace, taken away with its place.
struct Disk(PathBuf);

impl Disk {
    /// None where nothing may be mounted.
    fn of_2_mb(place: &Place) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=2m", "none"]).arg(place.home());
        let done = mount.stderr(Stdio::null()).status();
        done.is_ok_and(|status| status.success()).then(|| Self(place.home()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // What is still in use then is taken away with the last who uses it.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_disk_that_is_truly_full_is_never_a_false_saved() {
    let test = "a disk of 2 MB, full";
    if Disk::of_2_mb(&Place::new()).is_none() {
        return say(test, "left out: nothing may be mounted here");
    }
    let (mut dice, mut tally) = (Dice::new(seed()), Tally::default());
    let mut aftermath = Aftermath::of(seed(), 0);
    for point in 1..=asked("POINTS", 20) {
        let place = Place::new();
        let _disk = Disk::of_2_mb(&place).unwrap();
        let ballast = place.home().join("ballast");
        std::fs::write(&ballast, vec![1; 600_000 + dice.below(1_480_000)]).unwrap();
        let heard = Hand::on(&place, seed()).new_workspace().acts(ACTS).run();
        // Somebody makes room.
        std::fs::remove_file(&ballast).unwrap();
        tally.count(&format!("point {point}"), &heard, aftermath.look(&place, &heard));
    }
    tally.conclude(test);
}
