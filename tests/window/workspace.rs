//! Workspaces and the window: named on the command line, remembered, refused.

use std::path::Path;
use std::process::Command;

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_core::model::Millis;
use throughline_core::plan::{By, Plan, Preset, Setup};
use throughline_tests::window::{Window, built, journey};

#[test]
fn the_workspace_of_the_command_line_is_shown_and_remembered() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind Cloud.throughline");
    create(&file);
    journey("workspace", &[&file.display().to_string()], async |window| {
        window.shows("Northwind Cloud").await;
        window.reopen(&[]).await;
        window.shows("Northwind Cloud").await;
        assert_eq!(opened(window).await, json!(file));
        window.assert_accessible("the first view").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
        window.pictures("workspace").await;
    });
    assert_alone(&file);
}

#[test]
fn a_file_that_is_no_workspace_is_refused_in_words() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("letter.throughline");
    std::fs::write(&file, "Dear Sir").unwrap();
    journey("no-workspace", &[&file.display().to_string()], async |window| {
        window.by_role("heading", "This file is not a workspace").await;
        window.shows("Nothing in this file was changed.").await;
        let buttons = window.names("button").await;
        for way in ["Open another…", "Back to start"] {
            assert!(buttons.iter().any(|name| name == way), "{buttons:?}");
        }
        for no_way in ["Restore", "Save what can be read", "Try again"] {
            assert!(buttons.iter().all(|name| name != no_way), "{buttons:?}");
        }
        window.assert_accessible("a file that is no workspace").await;
        assert_eq!(opened(window).await, Value::Null);
        window.click("button", "Back to start").await;
        window.by_role("heading", "See which content moves a deal, and what is missing").await;
    });
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "Dear Sir");
}

#[test]
fn verify_says_in_words_whether_a_file_is_sound() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind Cloud.throughline");
    create(&file);
    let verify = || {
        let ran = Command::new(built("throughline")).arg("verify").arg(&file).output().unwrap();
        (ran.status.code(), String::from_utf8(ran.stdout).unwrap())
    };
    assert_eq!(verify(), (Some(0), format!("{} is sound.\n", file.display())));
    let quiet = "CREATE TRIGGER quiet AFTER UPDATE ON asset BEGIN DELETE FROM need; END";
    Connection::open(&file).unwrap().execute_batch(quiet).unwrap();
    let (code, said) = verify();
    assert_eq!(code, Some(1));
    assert!(said.starts_with("1 thing is wrong with "), "{said}");
    assert!(said.contains("trigger quiet on asset was added"), "{said}");
}

#[test]
fn a_backup_is_made_and_put_back_from_the_terminal() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind Cloud.throughline");
    create(&file);
    let before = std::fs::read(&file).unwrap();
    let run = |line: &[&str]| {
        let mut program = Command::new(built("throughline"));
        program.args(line).arg(&file).env("XDG_DATA_HOME", folder.path().join("data"));
        let ran = program.output().unwrap();
        (ran.status.code(), String::from_utf8(ran.stdout).unwrap())
    };
    let (code, said) = run(&["restore"]);
    assert_eq!((code, said.as_str()), (Some(1), ""), "there is no backup yet");
    let (code, said) = run(&["backup"]);
    assert_eq!(code, Some(0));
    assert!(said.ends_with("was made and checked.\n"), "{said}");
    let (_, listed) = run(&["backup", "--list"]);
    assert!(
        listed.contains("edit 1 asked.throughline") && listed.contains("0 edits since"),
        "{listed}"
    );

    std::fs::write(&file, &before[..before.len() / 2]).unwrap();
    assert_eq!(run(&["verify"]).0, Some(1));
    assert_eq!(run(&["restore"]).0, Some(0));
    assert_eq!(run(&["verify"]).0, Some(0));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(run(&["restore"]).0, Some(0), "gone altogether");
    assert_eq!(run(&["verify"]).0, Some(0));
}

fn create(file: &Path) {
    let setup = Setup {
        name: "Northwind Cloud".into(),
        currency: "EUR".into(),
        time_zone: "UTC".into(),
        member: "Maria Ruiz".into(),
        preset: Preset::Default,
    };
    // 1 June 2026, 08:00 UTC.
    Plan::create(file, By { member: None, at: Millis(1_780_300_800_000) }, setup).unwrap();
}

async fn opened(window: &Window) -> Value {
    window.call("session.get", json!({})).await["open"]["location"]["path"].clone()
}

/// The window has closed the file: nothing of it is left beside it.
fn assert_alone(file: &Path) {
    let beside = std::fs::read_dir(file.parent().unwrap()).unwrap();
    let names: Vec<_> = beside.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [file.file_name().unwrap()]);
}
