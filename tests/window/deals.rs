//! Deals: by stage, as a table, one with its committee, and what a workspace without any says.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::corpus::{self, Sales};
use throughline_tests::terminal::{make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

const LEADS: u64 = 2_000;

/// The sample with leads of the reference corpus, and deals with their stages.
fn imported(folder: &Path) -> PathBuf {
    let (file, list) = (folder.join("Deals.throughline"), folder.join("leads.csv"));
    make_sample(&file);
    corpus::write(LEADS, 7, std::fs::File::create(&list).unwrap()).unwrap();
    let [_, deals, moves] = Sales::of(2_000, 7).write(folder).unwrap();
    for (kind, source) in ["leads", "deals", "moves"].into_iter().zip([list, deals, moves]) {
        let [source, into] = [&source, &file].map(|path| path.display().to_string());
        terminal(&["import", kind, &source, "--workspace", &into]);
    }
    file
}

fn thousands(count: &Value) -> String {
    throughline_core::model::thousands(count.as_u64().unwrap())
}

#[test]
fn a_rep_finds_the_deals_that_are_stuck_and_what_to_offer_next() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path());
    journey("deals", &[&file.display().to_string()], async |window| {
        window.go("#/home").await;
        window.press("g").await;
        window.press("1").await;
        window.by_role("heading", "Deals").await;
        let open = window.call("deals.list", json!({ "outcome": "open", "limit": 1 })).await;
        window.shows(&format!("{} open deals", thousands(&open["total"]))).await;
        window.by_role("heading", "Discovery").await;
        window.pictures("deals").await;
        window.assert_accessible_in_both("deals by stage").await;
        card_by_card(window).await;
        table(window).await;
        one(window).await;
    });
}

/// Arrow keys go from card to card, Enter opens one, Back leads to the board again.
async fn card_by_card(window: &Window) {
    let focus = "document.querySelector('[data-column=\"0\"][data-place=\"0\"]').focus()";
    window.script(focus, vec![]).await;
    window.press("ArrowDown").await;
    window.press("ArrowRight").await;
    let at =
        "const { column, place } = document.activeElement.dataset; return `${column} ${place}`";
    assert_eq!(window.script(at, vec![]).await, json!("1 1"));
    window.press("Enter").await;
    window.by_role("heading", "Buying committee").await;
    window.script("history.back()", vec![]).await;
    window.by_role("heading", "Evaluation").await;
}

async fn table(window: &Window) {
    window.click("radio", "Table").await;
    window.by_css("[role=grid][aria-label=Deals]").await;
    let past = window.call("deals.list", json!({ "outcome": "open", "pastLine": true })).await;
    assert!(past["total"].as_u64() > Some(0), "{}", past["stages"]);
    window.click("button", "How long at the stage").await;
    window.click("option", "Past the line").await;
    window.shows(&format!("{} of ", thousands(&past["total"]))).await;
    window.pictures("deals-table").await;
    window.assert_accessible_in_both("deals as a table").await;
    window.click("button", "Save the table").await;
    window.click("menuitem", "Table (CSV)…").await;
    let file = window.save_as("deals.csv").await;
    window.shows("Saved as deals.csv").await;
    let text = std::fs::read_to_string(file).unwrap();
    assert_eq!(text.lines().count() as u64, past["total"].as_u64().unwrap() + 1, "{text}");
    window.press("Escape").await;
    wait::until("all open deals", async || {
        window
            .script("return location.hash", vec![])
            .await
            .as_str()
            .and_then(|hash| (!hash.contains("age=past")).then_some(()))
    })
    .await;
}

/// A deal with people at its table, a lead of it, and back.
async fn one(window: &Window) {
    let list = window.call("deals.list", json!({ "sort": "people", "outcome": "open" })).await;
    let key = &list["rows"][0]["key"];
    window.go(&format!("#/deals/{key}?view=table")).await;
    window.by_role("heading", "Buying committee").await;
    window.by_role("heading", "What to offer next").await;
    window.by_role("heading", "Needs of the stage").await;
    window.pictures("deal").await;
    window.assert_accessible_in_both("a deal").await;
    let page = window.call("deal.get", json!({ "key": key })).await;
    let lead = page["people"][0]["key"].clone();
    window.go(&format!("#/leads/{lead}")).await;
    window.by_role("heading", "Deals").await;
    let name = page["deal"]["name"].as_str().unwrap();
    window.click("link", name).await;
    window.by_role("heading", "Buying committee").await;
}

#[test]
fn a_workspace_without_deals_says_what_stands_here() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Empty.throughline");
    make_sample(&file);
    journey("deals-empty", &[&file.display().to_string()], async |window| {
        window.go("#/deals").await;
        window.shows("No deals yet").await;
        window.pictures("deals-empty").await;
        window.assert_accessible_in_both("no deals").await;
        window.click("button", "Import deals…").await;
        window.by_role("heading", "Import").await;
    });
}
