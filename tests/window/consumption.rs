//! The consumption gap: by level, a segment drawn, told as a table, saved, and taken back.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::corpus;
use throughline_tests::terminal::{make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

use crate::charts::{dots, drawn, save_picture};

const CURVE: &str = "Not opened yet, by time since the request";

/// The sample with 600 rows of the reference corpus.
fn imported(folder: &Path) -> PathBuf {
    let (file, list) = (folder.join("Gap.throughline"), folder.join("leads.csv"));
    make_sample(&file);
    corpus::write(600, 7, std::fs::File::create(&list).unwrap()).unwrap();
    let [source, into] = [&list, &file].map(|path| path.display().to_string());
    terminal(&["import", "leads", &source, "--workspace", &into]);
    file
}

async fn address(window: &Window) -> String {
    window.script("return location.hash", vec![]).await.as_str().unwrap_or_default().to_owned()
}

/// Waits until what a chart says of itself holds a text.
async fn said(window: &Window, text: &str) {
    wait::until(&format!("a chart that says {text:?}"), async || {
        window.names("img").await.iter().any(|name| name.contains(text)).then_some(())
    })
    .await;
}

/// What heads each row of the table, from above.
async fn names_in(window: &Window) -> Vec<String> {
    let script = "const rows = [...document.querySelectorAll('[data-row-id]')];
        rows.sort((one, other) => one.dataset.index - other.dataset.index);
        return rows.map((row) => row.querySelector('[data-column=\"0\"]').textContent.trim());";
    serde_json::from_value(window.script(script, vec![]).await).unwrap_or_default()
}

fn rounded(hours: &Value) -> String {
    format!("{:.1} h", (hours.as_f64().unwrap() * 10.0).round() / 10.0)
}

#[test]
fn a_gap_is_read_by_segments_and_saved() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path());
    journey("consumption", &[&file.display().to_string()], async |window| {
        window.go("#/consumption").await;
        drawn(window).await;
        let all = window.call("consumption.get", json!({})).await["all"].clone();
        let half = rounded(&all["medianHours"]["hours"]);
        window.shows(&format!("Half of what is requested is opened after {half}")).await;
        let wait = &all["recommendedWaitHours"];
        window.shows(&format!("Wait {wait} h: by then half of what will be opened")).await;
        window.shows("NetLine, 2017 State of IT Content Consumption and Demand Report").await;
        window.pictures("consumption").await;
        window.assert_accessible_in_both("the consumption gap").await;

        by_level(window).await;
        draw_one(window).await;
        told_and_saved(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

/// Another dimension beside the usual one, then alone; the address says so.
async fn by_level(window: &Window) {
    window.click("button", "Level").await;
    window.by_role("columnheader", "Level").await;
    window.by_role("columnheader", "Industry").await;
    window.click("button", "Industry").await;
    window.gone("columnheader", "Industry").await;
    assert!(address(window).await.contains("by=level"), "{}", address(window).await);
    let report = window.call("consumption.get", json!({ "by": ["level"] })).await;
    let segments = report["segments"].as_array().unwrap().len();
    wait::until("all levels", async || (names_in(window).await.len() == segments).then_some(()))
        .await;
    let header = window.by_role("columnheader", "Level").await;
    window.by_role_in(&header, "button", "Level").await.click().await.unwrap();
    wait::until("levels by name, what is unknown last", async || {
        let names = names_in(window).await;
        (names.first().is_some_and(|name| name == "C-level")
            && names.last().is_some_and(|name| name == "Unknown"))
        .then_some(())
    })
    .await;
}

async fn draw_one(window: &Window) {
    window.click("button", "Manager").await;
    said(window, "Mean gap of what was opened.").await;
    wait::until("the segment in the address", async || {
        address(window).await.contains("Manager").then_some(())
    })
    .await;
    wait::until("its curve", async || {
        let means = window.names("img").await;
        means.iter().any(|said| said.contains("Manager, ")).then_some(())
    })
    .await;
    drawn(window).await;
    window.pictures("consumption-segment").await;
    window.assert_accessible_in_both("a segment beside all requests").await;
}

async fn told_and_saved(window: &Window) {
    window.click("button", &format!("{CURVE}: show as a table")).await;
    let table = window.by_role("table", CURVE).await;
    window.by_role_in(&table, "rowheader", "24 h").await;
    window.by_role_in(&table, "columnheader", "Manager").await;
    window.pictures("consumption-table").await;
    window.assert_accessible("the curve as a table").await;
    window.click("button", &format!("{CURVE}: show as a chart")).await;
    drawn(window).await;

    window.click("button", &format!("{CURVE}: save as a picture…")).await;
    let picture = save_picture(window, "gap.png").await;
    let [width, _, line] = dots(window, &picture, [0x1a, 0x73, 0x40]).await;
    assert!(width == 1536 && line > 300, "{width} {line}");

    window.click("button", "Save the table").await;
    window.click("menuitem", "Table (CSV)…").await;
    let file = window.save_as("gap.csv").await;
    window.shows("Saved as gap.csv").await;
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("Level,Requests,Opened"), "{text}");
    assert!(text.contains("\nAll,") && text.contains("\nManager,"), "{text}");
}

#[test]
fn without_requests_it_teaches_what_fills_it() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path());
    journey("consumption-empty", &[&file.display().to_string()], async |window| {
        window.go("#/consumption").await;
        drawn(window).await;
        // Taking the file back empties it while it is on show.
        window.press("Control+z").await;
        window.shows("No requests yet").await;
        window.pictures("consumption-empty").await;
        window.assert_accessible_in_both("no consumption gap yet").await;
        window.click("button", "Import leads…").await;
        wait::until("the importer", async || {
            address(window).await.starts_with("#/import").then_some(())
        })
        .await;
    });
}
