//! Somebody else has their hands on the files of an open workspace.

use crate::hand::Hand;
use crate::place::Place;
use crate::say::seed;
use rusqlite::Connection;
use throughline_tests::work::{Picture, Worker};

/// An act of this seed that makes an asset, so that it is saved or not, and no rule refuses it.
fn at_work() -> (Place, u64) {
    let place = Place::new();
    Worker::create(&place.file(), seed()).unwrap().close().unwrap();
    (place, seed())
}

#[test]
fn a_deleted_file_is_never_a_false_saved() {
    let (place, seed) = at_work();
    let mut hand = Hand::on(&place, seed).start_stepped();
    assert!(hand.step());
    std::fs::remove_file(place.file()).unwrap();
    assert!(!hand.step(), "an edit was saved nowhere");
    assert!(hand.hear().ended_well());
    assert!(!place.file().exists(), "a file was made in silence");
}

#[test]
fn a_file_replaced_by_another_is_never_a_false_saved() {
    let (place, seed) = at_work();
    let (other, _) = at_work();
    let theirs = std::fs::read(other.file()).unwrap();
    let mut hand = Hand::on(&place, seed).start_stepped();
    assert!(hand.step());
    std::fs::rename(other.file(), place.file()).unwrap();
    assert!(!hand.step(), "an edit was saved into a file that is no more");
    assert!(hand.hear().ended_well());
    assert_eq!(std::fs::read(place.file()).unwrap(), theirs, "the other file was written to");
}

#[test]
fn a_deleted_log_is_never_a_false_saved() {
    let (place, seed) = at_work();
    let mut hand = Hand::on(&place, seed).start_stepped();
    let first = hand.step();
    std::fs::remove_file(place.beside("-wal")).unwrap();
    let saved = [first, hand.step(), hand.step()];
    assert!(hand.hear().ended_well());
    let left_out: Vec<u64> = (1..=3).zip(saved).filter(|(_, done)| !done).map(|(n, _)| n).collect();
    let found = Worker::open(&place.file(), seed).unwrap().picture();
    let told = Picture::after(seed, 3, &left_out);
    assert!(found == told, "{saved:?}:\n{}", told.differences(&found));
}

#[test]
fn another_program_s_lock_is_waited_for_and_told() {
    let (place, seed) = at_work();
    let mut hand = Hand::on(&place, seed).start_stepped();
    assert!(hand.step());
    let other = Connection::open(place.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(!hand.step(), "an edit was saved through another's lock");
    other.execute_batch("ROLLBACK").unwrap();
    assert!(hand.step(), "the lock is gone");
    drop(other);
    assert!(hand.hear().ended_well());
    let found = Worker::open(&place.file(), seed).unwrap().picture();
    assert_eq!(found, Picture::after(seed, 3, &[2]));
}
