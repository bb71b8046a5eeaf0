//! Others at the same workspace: a second program, and folders that are somebody else's to write.

use crate::aftermath::{Aftermath, Left};
use crate::hand::{Hand, Running};
use crate::place::Place;
use crate::say::{say, seed};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use throughline_tests::work::Worker;

/// Acts done before somebody else comes.
const BEFORE: u64 = 4;

fn at_work(place: &Place) -> Running {
    let mut running = Hand::on(place, seed()).new_workspace().start_stepped();
    (0..BEFORE).for_each(|_| assert!(running.step()));
    running
}

fn assert_as_told(place: &Place, running: Running) {
    let heard = running.hear();
    assert_eq!(Aftermath::of(seed(), 0).look(place, &heard), Ok(Left::AsTold), "{heard:?}");
}

#[test]
fn a_second_program_reads_only_and_the_first_goes_on() {
    let place = Place::new();
    let mut first = at_work(&place);
    let mut second = Hand::on(&place, seed()).from(BEFORE).start_stepped();
    assert_eq!(second.heard.acknowledged, Some(BEFORE), "it reads");
    assert!(!second.step(), "two programs write");
    let (_, words) = &second.heard.failed[0];
    assert!(words.contains("open in another window or program"), "{words}");
    assert!(first.step());
    assert!(second.hear().ended_well());
    assert!(first.step());
    assert_as_told(&place, first);
}

#[test]
fn whoever_comes_second_writes_once_the_first_has_gone_or_died() {
    let (gone, dead) = (Place::new(), Place::new());
    at_work(&gone).hear();
    at_work(&dead).kill(Duration::ZERO, 0);
    for place in [gone, dead] {
        let mut next = Hand::on(&place, seed()).from(BEFORE).start_stepped();
        assert!(next.step(), "{:?}", next.heard);
        let heard = next.hear();
        assert_eq!(Aftermath::of(seed(), BEFORE).look(&place, &heard), Ok(Left::AsTold));
    }
}

/// Both open it at the same moment, over and over: one of them writes.
#[test]
fn of_two_programs_that_start_at_once_one_writes() {
    for _ in 0..10 {
        let place = Place::new();
        Worker::create(&place.file(), seed()).unwrap().close().unwrap();
        let mut both = [(), ()].map(|()| Hand::on(&place, seed()).start_stepped_at_once());
        both.iter_mut().for_each(Running::wait_until_open);
        let [mut one, mut other] = both;
        let saved = [one.step(), other.step()];
        assert_eq!(saved.iter().filter(|saved| **saved).count(), 1, "{one:?} {other:?}");
        let (writer, reader) = if saved[0] { (one, other) } else { (other, one) };
        assert!(reader.hear().ended_well());
        assert_as_told(&place, writer);
    }
}

const NOBODY: [&str; 4] = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

/// Why nobody else can be played here, if so.
fn cannot_be_nobody() -> Option<&'static str> {
    if fs::metadata("/proc/self").unwrap().uid() != 0 {
        return Some("it takes another user, and this one is not root");
    }
    let mut hand = Command::new(NOBODY[0]);
    hand.args(&NOBODY[1..]).args([env!("CARGO_BIN_EXE_hand"), "--help"]);
    let ran = hand.stdout(Stdio::null()).stderr(Stdio::null()).status();
    let reached = ran.is_ok_and(|status| status.success());
    (!reached).then_some("another user cannot run what lies where this was built")
}

fn allow(path: &Path, bits: u32) {
    fs::set_permissions(path, Permissions::from_mode(bits)).unwrap();
}

/// A workspace of ours: the file and its folder let others do so much.
fn of_ours(file: u32, home: u32) -> Place {
    let place = Place::new();
    Hand::on(&place, seed()).new_workspace().acts(BEFORE).run();
    allow(place.home().parent().unwrap(), 0o755);
    allow(&place.elsewhere(), 0o777);
    allow(&place.backups(), 0o777);
    allow(&place.file(), file);
    allow(&place.home(), home);
    place
}

/// An edit, and a backup that is to be put back.
fn only_looks(what: &str, file: u32, home: u32) {
    let place = of_ours(file, home);
    let before = fs::read(place.file()).unwrap();
    let heard = Hand::through(&NOBODY, &place, seed()).from(BEFORE).acts(2).run();
    assert_eq!(heard.acknowledged, Some(BEFORE), "{what} can be read: {heard:?}");
    assert_eq!(heard.failed.len(), 2, "{what}: {heard:?}");
    for (_, words) in &heard.failed {
        assert!(words.contains("protected against writing"), "{what}: {words}");
    }
    assert!(heard.ended_well(), "{what}: {heard:?}");
    assert!(fs::read(place.file()).unwrap() == before, "{what} was written to");
}

#[test]
fn what_only_others_may_write_is_read_and_told_to_be_protected() {
    if let Some(why) = cannot_be_nobody() {
        return say("another user's files", &format!("left out: {why}"));
    }
    only_looks("a protected file", 0o644, 0o777);
    only_looks("a protected folder", 0o666, 0o755);
    only_looks("a protected file in a protected folder", 0o644, 0o755);
    say("another user's files", "3 ways, each read, none written, each told");
}

#[test]
fn what_nobody_else_may_read_is_told_and_not_replaced() {
    if let Some(why) = cannot_be_nobody() {
        return say("a file that may not be read", &format!("left out: {why}"));
    }
    let place = of_ours(0o600, 0o777);
    let before = fs::read(place.file()).unwrap();
    let heard = Hand::through(&NOBODY, &place, seed()).from(BEFORE).acts(1).run();
    assert_eq!(heard.acknowledged, None);
    let (_, words) = &heard.failed[0];
    assert!(words.contains("cannot be read or written by you"), "{words}");
    assert!(heard.ended_well());
    assert!(fs::read(place.file()).unwrap() == before);
}
