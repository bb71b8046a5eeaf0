//! Workspaces as every version of the schema left them: opened, sound, what they were made with,
//! and in shape like a fresh one; and the program killed at each call while it opens them.
//!
//! `MAKE_FROZEN=1` writes the file of the current version; once landed, a file never changes.

use crate::hand::Hand;
use crate::log::Log;
use crate::place::Place;
use crate::shim::Fault;
use rusqlite::Connection;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use throughline_core::error::Code;
use throughline_core::model::Millis;
use throughline_core::plan::{rescue, verify};
use throughline_core::store::SCHEMA_VERSION;
use throughline_core::store::engine::Sqlite;
use throughline_tests::work::Worker;

/// What the files were made with.
const SEED: u64 = 1;
const ACTS: u64 = 90;
const PAGE: usize = 4_096;

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

/// Fields that came with a version: what older files have in them then.
const SINCE: [(i64, &str, &str, &str); 4] = [
    (4, "stage", "knownAs", "[]"),
    (4, "import", "kind", "\"leads\""),
    (5, "workspace", "quality", QUALITY),
    (6, "workspace", "numbers", r#"{ "targets": [], "terms": null }"#),
];
/// How leads are kept in order until somebody says otherwise.
const QUALITY: &str = r#"{
    "rates": { "person": 30.0, "address": 30.0, "company": 30.0 },
    "guard": { "emails": 2, "days": 7 },
    "readiness": {
        "domainWhitelisted": { "ok": false, "checkedOn": null },
        "notBlacklisted": { "ok": false, "checkedOn": null },
        "dedicatedIp": { "ok": false, "checkedOn": null },
        "privacyPolicy": { "ok": false, "checkedOn": null }
    },
    "profile": ["email", "name", "title", "company", "level", "industry", "country"]
}"#;
/// Fields that have another name since a version.
const CALLED: [(i64, &str, &str, &str); 1] = [(4, "import", "leads", "added")];

/// What is told of a lead besides since a version: worked out, so older files cannot say it.
const WORKED_OUT: [(i64, &[&str]); 3] = [
    (4, &["score", "state", "since", "flipsAt"]),
    (5, &["contentSays", "recorded"]),
    (7, &["advocate"]),
];

/// A line of what a file holds: the kind of thing, and its fields; other lines as they are.
fn read(line: &str) -> (String, Value) {
    let (noun, fields) = line.split_once('{').unwrap_or((line, ""));
    let noun = noun.trim().to_owned();
    let fields: Result<Map<String, Value>, _> = serde_json::from_str(&format!("{{{fields}"));
    let Ok(fields) = fields else { return (line.to_owned(), Value::Null) };
    (noun, Value::Object(fields))
}

/// What is found in a file of a version, without what it could not be asked then.
fn comparable(version: i64, line: &str) -> (String, Value) {
    let (noun, mut fields) = read(line);
    if let Some(map) = fields.as_object_mut().filter(|_| noun == "lead") {
        for (_, worked_out) in WORKED_OUT.iter().filter(|(since, _)| version < *since) {
            map.retain(|field, _| !worked_out.contains(&field.as_str()));
        }
    }
    (noun, fields)
}

/// What a file of a version was made with, as it is told now.
fn as_now(version: i64, line: &str) -> (String, Value) {
    let (noun, mut fields) = read(line);
    let Some(map) = fields.as_object_mut() else { return (noun, fields) };
    for (_, _, old, new) in CALLED.iter().filter(|one| one.0 > version && one.1 == noun.as_str()) {
        let value = map.remove(*old).unwrap();
        map.insert((*new).to_owned(), value);
    }
    for (_, _, field, value) in SINCE.iter().filter(|one| one.0 > version && one.1 == noun.as_str())
    {
        map.insert((*field).to_owned(), serde_json::from_str(value).unwrap());
    }
    (noun, fields)
}

fn assert_is_whole(place: &Place, version: i64, name: &str) {
    let worker = Worker::open(&place.file(), SEED).unwrap();
    let (found, made) = (worker.picture().0, told(version));
    assert_same(version, found.lines(), made.lines(), name);
    worker.close().unwrap();
    assert_eq!(verify(&place.file()), Vec::<String>::new(), "{name}");
}

/// Lines that were found in a file of a version are those that it was made with.
fn assert_same<'a>(
    version: i64,
    found: impl Iterator<Item = &'a str>,
    made: impl Iterator<Item = &'a str>,
    name: &str,
) {
    let found: Vec<_> = found.map(|line| comparable(version, line)).collect();
    let made: Vec<_> = made.map(|line| as_now(version, line)).collect();
    assert_eq!(found.len(), made.len(), "{name}");
    for (found, made) in found.into_iter().zip(made) {
        assert_eq!(found, made, "{name}");
    }
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

/// Empties the page of an index of the assets: nothing of a table is lost.
fn damage(file: &Path) {
    let query = "SELECT rootpage FROM sqlite_schema WHERE name = 'asset_format_id'";
    let root = Connection::open(file).unwrap().query_row(query, [], |row| row.get(0));
    let root: u32 = root.unwrap();
    let mut bytes = std::fs::read(file).unwrap();
    bytes[(root as usize - 1) * PAGE..root as usize * PAGE].fill(0);
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn all_that_can_be_read_of_an_old_file_that_is_damaged_is_saved() {
    for version in 1..=SCHEMA_VERSION {
        let (place, saved, name) = (copied(version), Place::new(), format!("version {version}"));
        damage(&place.file());
        assert_eq!(Worker::open(&place.file(), SEED).unwrap_err().code, Code::Damaged, "{name}");
        let rescued = rescue(&place.file(), &saved.file(), Millis(0)).unwrap();
        assert_eq!((rescued.lost, rescued.from_history), (Vec::new(), 0), "{name}");
        let worker = Worker::open(&saved.file(), SEED).unwrap();
        let (found, made) = (worker.picture().0, told(version));
        let is_edit = |line: &&str| line.starts_with("edit ");
        let holds = |line: &&str| !is_edit(line);
        assert_same(version, found.lines().filter(holds), made.lines().filter(holds), &name);
        // And that it was saved.
        let edits = |text: &str| text.lines().filter(is_edit).count();
        assert_eq!(edits(&found), edits(&made) + 1, "{name}");
        worker.close().unwrap();
        assert_eq!(verify(&saved.file()), Vec::<String>::new(), "{name}");
    }
}
