//! What holds for the whole workspace is said above every view.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::fixture::{self, northwind};
use throughline_tests::window::{journey, wait};

use crate::disk::Disk;

const FAILURE: &str = "return document.body.innerText.includes('The last backup failed.')";

fn shelves(home: &Path) -> PathBuf {
    home.join("data/org.throughline.planner/backups")
}

/// Puts a file where the folder of the backups belongs, so that none can be made.
fn hinder(home: &Path) {
    let folder = shelves(home);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(folder.parent().unwrap()).unwrap();
    std::fs::write(folder, "").unwrap();
}

#[test]
fn a_failed_backup_is_said_until_one_succeeds() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind.throughline");
    fixture::save(&northwind::northwind().architecture, &file);
    journey("backup-failed", &[&file.display().to_string()], async |window| {
        window.by_role("grid", "Coverage").await;
        hinder(window.home());
        window.go("#/backups").await;
        window.click("button", "Back up now").await;
        window.shows("The last backup failed.").await;
        window.shows("a file has the name of one of its folders. Rename that file.").await;
        window.shows("The workspace itself is not affected.").await;
        window.assert_accessible_in_both("backups, the last of which failed").await;
        window.pictures("backups-failed").await;
        window.go("#/architecture").await;
        window.by_role("grid", "Coverage").await;
        window.shows("The last backup failed.").await;
        window.assert_accessible_in_both("the map after a failed backup").await;
        window.pictures("backup-failed").await;

        std::fs::remove_file(shelves(window.home())).unwrap();
        window.click("button", "Open Backups").await;
        window.by_role("heading", "Backups").await;
        window.click("button", "Back up now").await;
        window.by_role("button", "Made by hand").await;
        wait::until("the failure to be forgotten", async || {
            (window.script(FAILURE, vec![]).await == false).then_some(())
        })
        .await;
    });
}

#[test]
fn a_protected_workspace_is_read_and_copied() {
    let folder = TempDir::new().unwrap();
    let Some(disk) = Disk::at(folder.path().join("disk")) else { return };
    let file = disk.workspace();
    disk.protect();
    journey("protected", &[&file.display().to_string()], async |window| {
        window.by_role("grid", "Coverage").await;
        window.shows("This workspace can only be read.").await;
        window.shows("Read only").await;
        window.by_role("button", "Save a copy…").await;
        window.assert_accessible_in_both("a protected workspace").await;
        window.pictures("protected").await;

        window.click("button", "Save a copy…").await;
        let copy = window.home().join("copy.throughline");
        window.pick_file(&copy).await;
        window.shows("Saved").await;
        let open = window.call("session.get", json!({})).await["open"].clone();
        assert_eq!(open["readOnly"], Value::Null);
        assert_eq!(open["location"]["path"], json!(copy));
    });
}
