//! Workspaces as every version of the schema left them: opened, sound, what they were made with,
//! and in shape like a fresh one; and the program killed at each call while it opens them.
//!
//! `MAKE_FROZEN=1` writes the file of the current version; once landed, a file never changes.

use crate::hand::Hand;
use crate::log::Log;
use crate::place::Place;
use crate::shim::Fault;
use std::path::{Path, PathBuf};
use throughline_core::plan::verify;
use throughline_core::store::SCHEMA_VERSION;
use throughline_core::store::engine::Sqlite;
use throughline_tests::work::Worker;

/// What the files were made with.
const SEED: u64 = 1;
const ACTS: u64 = 90;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/workspace")
}

fn frozen(version: i64) -> PathBuf {
    folder().join(format!("schema-{version}.throughline"))
}

/// The text of what a file holds, which lies beside it.
fn told(version: i64) -> String {
    std::fs::read_to_string(frozen(version).with_extension("txt")).unwrap()
}

fn make(version: i64) {
    let place = Place::new();
    let worker = Worker::create(&place.file(), SEED).unwrap();
    (1..=ACTS).for_each(|act| drop(worker.act(act)));
    std::fs::create_dir_all(folder()).unwrap();
    std::fs::write(frozen(version).with_extension("txt"), worker.picture().0).unwrap();
    worker.close().unwrap();
    std::fs::copy(place.file(), frozen(version)).unwrap();
}

/// A copy to open, as opening upgrades.
fn copied(version: i64) -> Place {
    let place = Place::new();
    std::fs::copy(frozen(version), place.file()).unwrap();
    place
}

fn assert_is_whole(place: &Place, version: i64, name: &str) {
    let worker = Worker::open(&place.file(), SEED).unwrap();
    assert_eq!(worker.picture().0, told(version), "{name}");
    worker.close().unwrap();
    assert_eq!(verify(&place.file()), Vec::<String>::new(), "{name}");
}

#[test]
fn every_old_file_opens_as_what_it_was_made_with() {
    if std::env::var("MAKE_FROZEN").is_ok() {
        make(SCHEMA_VERSION);
    }
    let fresh = Place::new();
    Worker::create(&fresh.file(), SEED).unwrap().close().unwrap();
    let shape = |place: &Place| Sqlite::open_to_read(&place.file()).unwrap().shape().unwrap();
    for version in 1..=SCHEMA_VERSION {
        let place = copied(version);
        assert_is_whole(&place, version, &format!("version {version}"));
        assert_eq!(shape(&place), shape(&fresh), "version {version}");
    }
}

#[test]
fn death_at_any_call_of_an_opening_leaves_an_old_file_whole() {
    for version in 1..=SCHEMA_VERSION {
        let place = copied(version);
        Hand::on(&place, SEED).acts(0).under(&Fault::none(), &place).run();
        let calls = Log::read(&place.log()).calls;
        assert!(calls > 3, "{calls} calls");
        for call in 1..=calls {
            let place = copied(version);
            let fault = Fault::at(call, "kill");
            let heard = Hand::on(&place, SEED).acts(0).under(&fault, &place).run();
            assert_eq!(heard.signal(), Some(9), "version {version}, call {call}");
            assert_is_whole(&place, version, &format!("version {version}, call {call}"));
        }
    }
}
