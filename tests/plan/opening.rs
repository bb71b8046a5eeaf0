//! What a workspace file must be to be opened, and what `verify` finds in one that is not sound.

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use throughline_core::error::Error;
use throughline_core::plan::verify;
use throughline_core::store::engine::Sqlite;
use throughline_core::store::{SCHEMA_VERSION, SQLITE_SCHEMA};
use throughline_tests::fixture::northwind::northwind;
use throughline_tests::fixture::{open, save};

/// A workspace with the drawn map, closed.
fn workspace(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("Northwind.throughline");
    save(&northwind().architecture, &path);
    path
}

fn with_sql(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

fn refusal(path: &Path) -> Vec<String> {
    match open(path) {
        Err(Error::Changed(changes)) => changes,
        other => panic!("{:?}", other.map(drop)),
    }
}

#[test]
fn the_shape_written_down_is_that_of_a_fresh_file() {
    assert_eq!(SCHEMA_VERSION, 7, "write the shape of the new version down beside the others");
    let mut session = Sqlite::in_memory().unwrap();
    session.run_script(SQLITE_SCHEMA).unwrap();
    let written = include_str!("../../core/src/store/shape/7.txt");
    assert_eq!(session.shape().unwrap().to_string(), written);
}

#[test]
fn whatever_another_program_adds_or_takes_out_is_named() {
    let cases = [
        (
            "CREATE TRIGGER quiet AFTER UPDATE ON asset BEGIN UPDATE asset SET title = 'x'; END",
            "trigger quiet on asset was added",
        ),
        ("CREATE VIEW v AS SELECT * FROM asset", "view v on v was added"),
        ("CREATE TABLE notes (text TEXT)", "table notes was added"),
        ("ALTER TABLE persona ADD COLUMN mood TEXT", "column persona.mood TEXT was added"),
        (
            "ALTER TABLE persona ADD COLUMN twice INTEGER AS (weight * 2)",
            "column persona.twice INTEGER computed was added",
        ),
        ("DROP TABLE mapping", "table mapping is missing"),
        (
            "CREATE UNIQUE INDEX one_title ON asset (title COLLATE NOCASE DESC) WHERE url = ''",
            "index on asset (title NOCASE desc) unique partial was added",
        ),
        (
            "CREATE INDEX computed ON asset (lower(title))",
            "index on asset (an expression BINARY) was added",
        ),
    ];
    cases.into_iter().for_each(assert_named);
}

/// Rules that are part of a table's text alone: of what becomes of a row that does not fit, and of what
/// a row has to fulfil.
#[test]
fn a_rule_that_another_program_writes_into_a_table_is_named() {
    let cases = [
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = \
             replace(sql, 'id TEXT PRIMARY KEY', 'id TEXT PRIMARY KEY ON CONFLICT IGNORE')",
            "rule of asset: conflict ignore was added",
        ),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = \
             replace(sql, 'title TEXT NOT NULL', 'title TEXT NOT NULL CHECK (title <> ''Late'')')",
            "rule of asset: ( title <> 'Late' ) was added",
        ),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = \
             replace(sql, 'CHECK (handoff IN (0, 1))', '')",
            "rule of stage: ( handoff in ( 0 , 1 ) ) is missing",
        ),
    ];
    cases.into_iter().for_each(assert_named);
}

fn assert_named((sql, said): (&str, &str)) {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    with_sql(&path, sql);
    let changes = refusal(&path);
    assert!(changes.iter().any(|change| change == said), "{sql}: {changes:?}");
    assert!(verify(&path).join(" ").contains(said), "{sql}: verify");
}

#[test]
fn statistics_of_the_planner_are_nobody_s_change() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    with_sql(&path, "ANALYZE; VACUUM;");
    open(&path).unwrap();
    assert_eq!(verify(&path), Vec::<String>::new());
}

#[test]
fn verify_finds_what_opening_does_not_look_at() {
    let cases = [
        ("UPDATE persona SET weight = 9 WHERE name = 'CFO'", "The persona \"CFO\": "),
        ("DELETE FROM workspace", "The workspace itself has no name"),
        (
            "PRAGMA foreign_keys = OFF; DELETE FROM persona WHERE name = 'CFO'",
            "a row of placement names one of persona that is not there",
        ),
        ("UPDATE asset SET status = 'lost'", "lost"),
        (
            "UPDATE persona SET name = 'CFU' WHERE name = 'CFO'",
            "left the persona \"CFU\" otherwise",
        ),
        (
            "UPDATE change SET row_after = replace(row_after, '\"CFO\"', '\"CFU\"')",
            "left the persona \"CFO\" otherwise",
        ),
        ("UPDATE change SET row_after = 'x' WHERE kind = 'persona'", "does not go on from how"),
        ("UPDATE edit SET op = 'sing' WHERE seq = 1", "Edit 1 of the history"),
    ];
    for (sql, said) in cases {
        let folder = TempDir::new().unwrap();
        let path = workspace(&folder);
        assert_eq!(verify(&path), Vec::<String>::new());
        with_sql(&path, sql);
        let findings = verify(&path).join("\n");
        assert!(findings.contains(said), "{sql}: {findings}");
    }
}

#[test]
fn verify_speaks_of_files_that_are_no_workspace_and_of_damaged_ones() {
    let folder = TempDir::new().unwrap();
    let missing = folder.path().join("missing.throughline");
    assert!(verify(&missing)[0].contains("missing.throughline"));
    let path = workspace(&folder);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4_096 * 4_096;
    bytes[middle..middle + 4_096].fill(0xA5);
    let damaged = folder.path().join("damaged.throughline");
    std::fs::write(&damaged, &bytes).unwrap();
    assert!(verify(&damaged)[0].contains("damaged"), "{:?}", verify(&damaged));
    std::fs::write(&damaged, b"title,url\n").unwrap();
    assert!(verify(&damaged)[0].contains("not a Throughline workspace"));
}
