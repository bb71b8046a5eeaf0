//! A file that takes years to follow or to work out is refused, and what else is in it saved.

use rusqlite::Connection;
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;
use tempfile::TempDir;
use throughline_core::error::Error;
use throughline_core::id::EntityKind;
use throughline_core::model::Millis;
use throughline_core::plan::{rescue, verify};
use throughline_tests::fixture::endless::{Tree, make_endless};
use throughline_tests::fixture::northwind::northwind;
use throughline_tests::fixture::{open, save};

/// Far longer than anything of this takes, far shorter than forever.
const LONG: Duration = Duration::from_mins(4);

/// The page where the tree of that name begins.
fn root(path: &Path, name: &str) -> u32 {
    let file = Connection::open(path).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    file.query_row(sql, [name], |row| row.get(0)).unwrap()
}

/// As [`tried`], of a file with a tree of pages that is endless.
fn tried_with(at: impl FnOnce(&Path) -> (u32, Tree)) -> (Result<(), Error>, Vec<String>, usize) {
    tried(|path| {
        let (page, tree) = at(path);
        let mut file = std::fs::read(path).unwrap();
        make_endless(&mut file, page, tree);
        std::fs::write(path, file).unwrap();
    })
}

/// What opening and verifying say of a changed file, and how many assets can be saved of it.
fn tried(change: impl FnOnce(&Path)) -> (Result<(), Error>, Vec<String>, usize) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("endless.throughline");
    save(&northwind().architecture, &path);
    change(&path);
    let (done, outcome) = mpsc::channel();
    std::thread::spawn(move || {
        let opened = open(&path).map(drop);
        let findings = verify(&path);
        let rescued = rescue(&path, &path.with_extension("rescued"), Millis(0));
        let kept = rescued.map(|rescued| rescued.kept).unwrap_or_default();
        let assets = kept.iter().find(|count| count.kind == EntityKind::Asset);
        let _ = done.send((opened, findings, assets.map_or(0, |count| count.rows)));
    });
    outcome.recv_timeout(LONG).expect("it ends")
}

fn assert_damaged(opened: &Result<(), Error>, findings: &[String]) {
    assert!(matches!(opened, Err(Error::Damaged(_))), "{opened:?}");
    assert!(!findings.is_empty());
}

#[test]
fn a_schema_without_an_end_is_damage() {
    let (opened, findings, assets) = tried_with(|_| (1, Tree::Rows));
    assert_damaged(&opened, &findings);
    assert!(findings.concat().contains("without an end"), "{findings:?}");
    // Without a schema nothing else can be found.
    assert_eq!(assets, 0);
}

#[test]
fn a_table_without_an_end_is_damage_and_the_others_are_saved() {
    let whole = northwind().architecture.assets.len();
    let (opened, findings, assets) = tried_with(|path| (root(path, "persona"), Tree::Rows));
    assert_damaged(&opened, &findings);
    assert_eq!(assets, whole);
    // What the table itself held comes from the history.
    let (opened, findings, assets) = tried_with(|path| (root(path, "asset"), Tree::Rows));
    assert_damaged(&opened, &findings);
    assert_eq!(assets, whole);
}

#[test]
fn an_index_without_an_end_is_damage_and_the_other_tables_are_saved() {
    let whole = northwind().architecture.assets.len();
    for name in ["sqlite_autoindex_asset_1", "trigger_persona", "change_entity"] {
        let (opened, findings, assets) = tried_with(|path| (root(path, name), Tree::Entries));
        assert_damaged(&opened, &findings);
        assert_eq!(assets, whole, "{name}");
    }
}

#[test]
fn a_condition_without_an_end_is_never_worked_out() {
    let whole = northwind().architecture.assets.len();
    let (opened, findings, assets) = tried(|path| {
        let file = Connection::open(path).unwrap();
        let sql = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql,
            'title TEXT NOT NULL', 'title TEXT NOT NULL CHECK (instr(hex(zeroblob(20000000)),
             hex(zeroblob(10000000)) || 1) = 0)') WHERE name = 'asset'";
        file.execute_batch(sql).unwrap();
    });
    assert!(matches!(opened, Err(Error::Changed(_))), "{opened:?}");
    assert!(findings.concat().contains("rule of asset"), "{findings:?}");
    assert_eq!(assets, whole);
}
