//! Files of every kind of facts come in: deals whose stages are asked for, counts without a day, what
//! leads did; and stand in tables and on a lead's page.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use throughline_tests::window::{Window, wait};

use crate::leads::{choose, on_the_leads};

const DROP_HERE: &str = "Drag a file of leads, deals or counts onto this place";

fn file(folder: &Path, name: &str, rows: &[&str]) -> PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, rows.join("\r\n")).unwrap();
    file
}

/// Deals in stages that nobody here knows, one that is won and one without an amount.
fn deals(folder: &Path) -> PathBuf {
    file(
        folder,
        "deals.csv",
        &[
            "Deal ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Create Date,Company name,\
            Contact email,Date entered Tasting,Date entered Handshake",
            "D-1,Fabrikam storage,Tasting,48000,EUR,2026-05-31,2026-01-12,Fabrikam,\
            ada@fabrikam.com,2026-01-20,",
            "D-2,Contoso archive,Handshake,1250.5,USD,2026-06-30,2026-02-03,Contoso,\
            bob@contoso.com,2026-02-04,2026-02-11",
            "D-3,Adatum plant,Closed Won,99000,EUR,2026-02-28,2025-11-20,Adatum,dee@adatum.com,,",
            "D-4,Northwind pilot,Tasting,,,2026-07-31,2026-02-14,Northwind,eve@northwind.com,,",
        ],
    )
}

fn spend(folder: &Path) -> PathBuf {
    file(folder, "spend.csv", &["Channel,Impressions,Cost", "Search,12000,400", "Social,7000,0"])
}

fn events(folder: &Path) -> PathBuf {
    file(
        folder,
        "activities.csv",
        &[
            "Email,Contact name,Activity type,Activity date,Content,Channel,Campaign,Bot",
            "ada@fabrikam.com,Ada Lovelace,Email opened,2026-03-01T09:00:00Z,Spring news,email,Spring,yes",
            "ada@fabrikam.com,Ada Lovelace,Email clicked,2026-03-01T09:31:00Z,Spring news,email,Spring,no",
            "ada@fabrikam.com,Ada Lovelace,Form submission,2026-03-01T09:40:00Z,Storage basics,,Spring,no",
            "ada@fabrikam.com,Ada Lovelace,Booth chat,2026-03-04T15:00:00Z,Fair,,,no",
            "bob@contoso.com,Bob Oak,Meeting,2026-03-05T15:00:00Z,First call,,,no",
        ],
    )
}

fn moves(folder: &Path) -> PathBuf {
    file(
        folder,
        "moves.csv",
        &[
            "Email,To stage,Edit date,Reason",
            "ada@fabrikam.com,Marketing Qualified Lead,2026-03-02T08:00:00Z,asked for the guide",
        ],
    )
}

async fn to_the_importer(window: &Window) {
    window.go("#/import?what=leads").await;
    window.by_role("heading", DROP_HERE).await;
}

/// The import is not offered while something is missing that must be said.
async fn until_offered(window: &Window, name: &str, offered: bool) {
    wait::until(&format!("{name} to be offered: {offered}"), async || {
        let button = window.by_role("button", name).await;
        let held = button.attr("disabled").await.unwrap().is_some();
        (held != offered).then_some(())
    })
    .await;
}

async fn pick(window: &Window, field: &str, option: &str) {
    window.click("button", field).await;
    window.click("option", option).await;
    window.settle().await;
}

async fn known_as(window: &Window) -> String {
    let stages = window.call("stage.list", json!({})).await;
    let all = stages.as_array().unwrap();
    all.iter().map(|stage| stage["knownAs"].to_string()).collect()
}

async fn stage_names(window: &Window) -> Vec<String> {
    let stages: Value = window.call("stage.list", json!({})).await;
    let all = stages.as_array().unwrap().iter();
    all.map(|stage| stage["name"].as_str().unwrap().to_owned()).collect()
}

/// Columns that are named for stages may be several: one is left out and taken in again.
async fn entered_again(window: &Window) {
    let field = "What “Date entered Handshake” becomes";
    window.by_role("button", "Reached this stage What “Date entered Tasting” becomes").await;
    pick(window, field, "Leave out").await;
    window.by_role("button", &format!("Leave out {field}")).await;
    pick(window, field, "Reached this stage").await;
    window.by_role("button", &format!("Reached this stage {field}")).await;
    window.by_role("button", "Reached this stage What “Date entered Tasting” becomes").await;
}

/// What the file is taken for is set wrong and right again, then its stages are told.
async fn previewed(window: &Window, stage: &str) {
    window.shows("Deals, with their value, stage, leads and way through the stages.").await;
    window.by_role("table", "Stages in this file").await;
    window.shows("2 words not answered").await;
    window.settle().await;
    window.assert_accessible_in_both("the preview of deals").await;
    window.pictures("facts-preview").await;

    pick(window, "What this file holds", "Accounts").await;
    window.by_role("button", "Import accounts").await;
    pick(window, "What this file holds", "Deals").await;
    window.by_role("button", "Import deals").await;
    entered_again(window).await;
    pick(window, "Which of your stages is \"Tasting\"?", stage).await;
    pick(window, "Which of your stages is \"Handshake\"?", "Won").await;
    window.shows("all answered").await;
}

async fn seen_in_a_table(window: &Window) {
    window.click("button", "See the deals").await;
    window.by_role("grid", "Deals").await;
    window.shows("4 deals, as of").await;
    window.by_role("link", "Imported data").await;
    window.by_role("gridcell", "Fabrikam storage").await;
    window.settle().await;
    window.assert_accessible_in_both("the deals that came in").await;
    window.pictures("facts-deals").await;
    window.press("/").await;
    window.type_text("contoso").await;
    window.shows("1 of 4 deals").await;
    window.script("document.querySelector('[role=grid]').focus()", vec![]).await;
    window.press("Escape").await;
    window.shows("4 deals, as of").await;
}

#[test]
fn deals_come_in_and_their_stages_are_told() {
    on_the_leads("facts-deals", async |window| {
        let stage = stage_names(window).await.remove(0);
        to_the_importer(window).await;
        window.settle().await;
        window.assert_accessible_in_both("choosing a file").await;
        window.pictures("facts-choose").await;
        choose(window, &deals(window.home())).await;
        previewed(window, &stage).await;
        window.press("Control+Enter").await;
        window.by_role("heading", "4 deals added").await;
        window.shows("3 stage moves").await;
        window.shows("what the file said of stages are remembered").await;
        window.settle().await;
        window.assert_accessible_in_both("deals that came in").await;
        window.pictures("facts-done").await;
        assert!(known_as(window).await.contains("Tasting"));
        seen_in_a_table(window).await;

        window.press("Control+z").await;
        window.by_role("heading", "No deals yet").await;
        window.gone("link", "Imported data").await;
        assert!(!known_as(window).await.contains("Tasting"));
        window.settle().await;
        window.assert_accessible_in_both("no deals").await;
        window.pictures("facts-none").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn counts_without_a_day_wait_for_it() {
    on_the_leads("facts-day", async |window| {
        to_the_importer(window).await;
        choose(window, &spend(window.home())).await;
        window.shows("Impressions and cost by channel.").await;
        window.shows("To be answered first: Until which day").await;
        until_offered(window, "Import channel counts", false).await;
        window.settle().await;
        window.assert_accessible_in_both("counts without a day").await;
        window.pictures("facts-day").await;
        window.focus("spinbutton", "month").await;
        window.type_text("01312026").await;
        until_offered(window, "Import channel counts", true).await;
        window.click("button", "Import channel counts").await;
        window.by_role("heading", "2 channel counts added").await;
        window.click("button", "Import another").await;
        window.by_role("cell", "Channel counts").await;
        window.go("#/facts").await;
        window.by_role("grid", "Channels").await;
        window.by_role("gridcell", "Search").await;
        window.by_role("gridcell", "Jan 31, 2026").await;
        window.go("#/history").await;
        window.shows("imported spend.csv").await;
    });
}

async fn what_ada_did(window: &Window) {
    window.go("#/leads?text=ada").await;
    window.click("link", "Ada Lovelace").await;
    window.shows("3 acts, 1 requested, 1 stage reached, 1 by a machine").await;
    window.shows("Clicked in an e-mail Spring news").await;
    window.shows("Attended a webinar Fair").await;
    window.shows("by a machine, does not count").await;
    window.shows("asked for the guide").await;
    window.settle().await;
    window.assert_accessible_in_both("what a lead did").await;
    window.pictures("facts-lead").await;
}

#[test]
fn what_leads_did_stands_on_their_page() {
    on_the_leads("facts-events", async |window| {
        to_the_importer(window).await;
        choose(window, &events(window.home())).await;
        window.shows("What leads did, and when.").await;
        window.by_role("table", "What happened").await;
        pick(window, "What does \"Booth chat\" say happened?", "Attended a webinar or an event")
            .await;
        window.settle().await;
        window.assert_accessible_in_both("the preview of events").await;
        window.pictures("facts-events").await;
        window.click("button", "Import events").await;
        window.by_role("heading", "5 events added").await;
        window.shows("2 leads first heard of here").await;
        window.by_role("button", "See the consumption gap").await;

        window.click("button", "Import another").await;
        choose(window, &moves(window.home())).await;
        window.shows("Which stages were reached, and when.").await;
        window.click("button", "Import stage moves").await;
        window.by_role("heading", "1 stage move added").await;
        what_ada_did(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
