//! Backups and files that are not opened: gone back to, looked at, held by somebody else.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::fixture::{self, northwind};
use throughline_tests::window::{Window, journey, wait};

/// A folder with the plan of the drawing in a file.
fn workspace() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind.throughline");
    fixture::save(&northwind::northwind().architecture, &file);
    (folder, file)
}

/// The longest that putting a backup back may take, the clicks included.
const RESTORED: std::time::Duration = std::time::Duration::from_secs(10);

async fn opened(window: &Window) -> Value {
    window.call("session.get", json!({})).await["open"].clone()
}

async fn personas(window: &Window) -> Vec<String> {
    let all = window.call("persona.list", json!({})).await;
    let names = all.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned());
    names.collect()
}

/// Overwrites most of what the file holds, and leaves its head.
fn damage(file: &Path) {
    let mut bytes = std::fs::read(file).unwrap();
    let end = bytes.len();
    bytes[4_096..end].fill(0xAA);
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn a_damaged_file_says_so_and_a_backup_takes_its_place() {
    let (folder, file) = workspace();
    journey("refused", &[&file.display().to_string()], async |window| {
        window.by_role("grid", "Coverage").await;
        window.call("backup.make", json!({})).await;
        window.call("file.close", json!({})).await;
        window.call("session.get", json!({})).await;
        damage(&file);
        let broken = std::fs::read(&file).unwrap();
        window.reopen(&[file.display().to_string()]).await;
        window.by_role("heading", "This workspace is damaged").await;
        window.shows("Nothing in this file was changed.").await;
        window.shows(&file.display().to_string()).await;
        window.by_role("button", "Save what can be read").await;
        window.by_role("button", "Back to start").await;
        window.by_role("radio", "Made by hand").await;
        window.assert_accessible_in_both("a file that was not opened").await;
        window.pictures("refused").await;
        assert_eq!(std::fs::read(&file).unwrap(), broken);

        window.click("button", "Restore").await;
        window.by_role("grid", "Coverage").await;
        assert_eq!(opened(window).await["location"]["path"], json!(file));
        let aside = std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().path());
        let aside = aside.filter(|path| path.to_string_lossy().contains("(set aside"));
        let kept: Vec<_> = aside.map(|path| std::fs::read(path).unwrap()).collect();
        assert!(kept.contains(&broken), "the damaged file is set aside whole");
    });
}

#[test]
fn a_workspace_held_elsewhere_can_be_read_until_it_is_let_go() {
    let (_folder, file) = workspace();
    let held = fixture::open(&file).unwrap();
    journey("held", &[&file.display().to_string()], async |window| {
        window.by_role("grid", "Coverage").await;
        window.shows("by Mara Ruiz on desk").await;
        window.shows("Read only").await;
        window.go("#/personas").await;
        window.by_role("heading", "Personas").await;
        let entries = window.names("textbox").await;
        assert!(!entries.iter().any(|name| name.contains("New persona")), "{entries:?}");
        window.click("button", "Try again").await;
        window.shows("by Mara Ruiz on desk").await;
        window.assert_accessible_in_both("a workspace that can only be read").await;
        window.pictures("held").await;
        drop(held);
        window.click("button", "Try again").await;
        window.shows("Saved").await;
        assert_eq!(opened(window).await["readOnly"], Value::Null);
        window.gone("button", "Try again").await;
    });
}

#[test]
fn a_backup_is_looked_at_left_and_restored_by_keyboard() {
    let (_folder, file) = workspace();
    journey("backups", &[&file.display().to_string()], async |window| {
        window.by_role("grid", "Coverage").await;
        window.go("#/backups").await;
        window.by_role("heading", "Backups").await;
        window.click("button", "Back up now").await;
        window.by_role("button", "Made by hand").await;
        let list = window.call("persona.list", json!({})).await;
        let set = json!({ "id": list[0]["id"], "set": { "name": "Finance lead" } });
        window.call("persona.update", set).await;
        window.reopen(&[file.display().to_string()]).await;
        window.go("#/backups").await;

        window.click("button", "Made by hand").await;
        window.by_role("complementary", "Backup").await;
        window.shows("changed").await;
        window.assert_accessible_in_both("backups").await;
        window.pictures("backups").await;
        window.click("button", "Look at it").await;
        window.shows("You are looking at the backup of").await;
        window.shows("Read only").await;
        assert!(!personas(window).await.contains(&"Finance lead".to_owned()));
        window.assert_accessible_in_both("a look at a backup").await;
        window.pictures("backup-look").await;
        window.click("button", "Back to the workspace").await;
        window.gone("button", "Back to the workspace").await;
        assert!(personas(window).await.contains(&"Finance lead".to_owned()));
        restore_by_keyboard(window).await;
        restore_in_three_clicks(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

/// From anywhere: to the view, to the restoring of the backup made by hand, and yes.
async fn restore_by_keyboard(window: &Window) {
    window.go("#/architecture").await;
    window.by_role("grid", "Coverage").await;
    window.press("g").await;
    window.press("b").await;
    window.by_role("button", "Made by hand").await;
    let focused = "return document.activeElement?.closest('li')?.innerText.includes('Made by hand') \
        && document.activeElement.textContent.includes('Restore')";
    wait::until("the keyboard to come to Restore", async || {
        window.press("Tab").await;
        (window.script(focused, vec![]).await == true).then_some(())
    })
    .await;
    window.press("Enter").await;
    window.shows("What there is now is backed up first").await;
    window.settle().await;
    window.assert_accessible("what restoring a backup does").await;
    window.press("Enter").await;
    wait::until("the plan as it was", async || {
        (!personas(window).await.contains(&"Finance lead".to_owned())).then_some(())
    })
    .await;
    window.by_role("button", "Before a restore").await;
}

/// From anywhere with the mouse: the mark beside the name, the latest backup, and yes.
async fn restore_in_three_clicks(window: &Window) {
    let started = std::time::Instant::now();
    window.go("#/architecture").await;
    window.by_role("grid", "Coverage").await;
    window.click("link", "Saved").await;
    window.click("button", "Restore the backup of").await;
    window.click("button", "Restore this backup").await;
    wait::until("the state before the restore", async || {
        personas(window).await.contains(&"Finance lead".to_owned()).then_some(())
    })
    .await;
    assert!(started.elapsed() < RESTORED, "{:?}", started.elapsed());
}
