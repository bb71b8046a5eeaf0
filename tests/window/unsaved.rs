//! Changes that cannot be saved: said, kept, and saved as soon as that is possible.

use serde_json::json;
use tempfile::TempDir;
use throughline_tests::fixture::{self, northwind};
use throughline_tests::window::{Window, journey, wait};

use crate::disk::Disk;

const MARK: &str = "return document.querySelector('header [role=status]')?.innerText ?? ''";

async fn is_named(window: &Window, name: &str) -> bool {
    let all = window.call("persona.list", json!({})).await;
    all.as_array().unwrap().iter().any(|one| one["name"] == name)
}

/// Opens the page of the CFO.
async fn on_the_cfo(window: &Window) {
    let all = window.call("persona.list", json!({})).await;
    let cfo = all.as_array().unwrap().iter().find(|one| one["name"] == "CFO").unwrap();
    window.go(&format!("#/personas/{}", cfo["id"].as_str().unwrap())).await;
    window.by_role("heading", "CFO").await;
    window.shows("Saved").await;
}

async fn type_name(window: &Window) {
    window.click("button", "Name: CFO. Edit").await;
    window.press("Control+a").await;
    window.type_text("Finance lead").await;
    window.press("Enter").await;
}

async fn is_said(window: &Window) {
    window.shows("1 change is not saved").await;
    assert_eq!(window.script(MARK, vec![]).await, "1 change is not saved");
    let text =
        "return [...document.querySelectorAll('input')].some((i) => i.value === 'Finance lead')";
    assert_eq!(window.script(text, vec![]).await, true, "the field keeps its text");
    assert!(!is_named(window, "Finance lead").await);
}

async fn is_saved_by_itself(window: &Window) {
    wait::until("the change to be saved", async || {
        (window.script(MARK, vec![]).await == "Saved").then_some(())
    })
    .await;
    window.by_role("heading", "Finance lead").await;
    assert!(is_named(window, "Finance lead").await);
}

#[test]
fn a_change_waits_while_the_file_is_gone() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind.throughline");
    let away = folder.path().join("away");
    fixture::save(&northwind::northwind().architecture, &file);
    journey("gone", &[&file.display().to_string()], async |window| {
        on_the_cfo(window).await;
        std::fs::rename(&file, &away).unwrap();
        type_name(window).await;
        is_said(window).await;
        window.shows("its file is no longer where it was").await;
        window.by_role("button", "Save a copy elsewhere…").await;
        window.assert_accessible_in_both("a change that is not saved").await;
        window.pictures("unsaved").await;
        window.click("button", "Show what is not saved").await;
        window.by_role("dialog", "Not saved").await;
        window.shows("Name “Finance lead”").await;
        window.settle().await;
        window.assert_accessible("what is not saved").await;
        window.picture("unsaved-list").await;
        window.press("Escape").await;
        window.gone("dialog", "Not saved").await;

        // Leaving asks first.
        window.press("Control+k").await;
        window.by_role("combobox", "Find anything or run a command").await;
        window.type_text("close the workspace").await;
        window.by_role("option", "Close the workspace").await;
        window.press("Enter").await;
        window.by_role("alertdialog", "1 change is not saved").await;
        window.pictures("leaving").await;
        window.click("button", "Stay").await;
        window.gone("alertdialog", "1 change is not saved").await;
        std::fs::rename(&away, &file).unwrap();
        is_saved_by_itself(window).await;
    });
}

#[test]
fn a_change_waits_while_the_disk_is_full() {
    let folder = TempDir::new().unwrap();
    let Some(disk) = Disk::at(folder.path().join("disk")) else { return };
    let file = disk.workspace();
    journey("full", &[&file.display().to_string()], async |window| {
        on_the_cfo(window).await;
        let filler = disk.fill();
        type_name(window).await;
        is_said(window).await;
        window.shows("the disk is full").await;
        std::fs::remove_file(filler).unwrap();
        is_saved_by_itself(window).await;
    });
}
