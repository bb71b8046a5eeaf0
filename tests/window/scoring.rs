//! Scoring: a threshold is changed, tried on the history, applied, and taken back; a lead's score is
//! explained line by line, at any time.

use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;
use throughline_tests::terminal::{make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

const ACTS: &str = "\
Email,Activity Type,Activity Date,Content,Campaign
ana@acme.example,Request,2026-03-01 10:00:00,Guide,Spring
ana@acme.example,Open,2026-03-01 12:00:00,Guide,Spring
ana@acme.example,Webinar,2026-03-05 12:00:00,Live talk,Spring
ana@acme.example,Email delivered,2026-03-06 12:00:00,,Spring
ana@acme.example,Click Email,2026-03-06 12:00:05,Link,Spring
bo@basil.example,Demo,2026-03-07 12:00:00,,Spring
cy@cedar.example,View,2026-03-07 12:00:00,Prices,
";

const DEALS: &str = "\
Deal ID,Deal Name,Deal Stage,Create Date,Contact Email
1,Acme,Closed won,2026-03-06,ana@acme.example
2,Basil,Closed lost,2026-03-08,bo@basil.example
";

fn scored(folder: &Path) -> PathBuf {
    let file = folder.join("Scores.throughline");
    make_sample(&file);
    for (kind, text) in [("events", ACTS), ("deals", DEALS)] {
        let list = folder.join(format!("{kind}.csv"));
        std::fs::write(&list, text).unwrap();
        let [source, into] = [&list, &file].map(|path| path.display().to_string());
        terminal(&["import", kind, &source, "--workspace", &into]);
    }
    file
}

async fn warm(window: &Window) -> u64 {
    let spread = window.call("scoring.distribution", json!({})).await;
    spread["states"]["warm"].as_u64().unwrap()
}

async fn until_warm(window: &Window, count: u64) {
    wait::until(&format!("{count} warm leads"), async || {
        (warm(window).await == count).then_some(())
    })
    .await;
}

#[test]
fn a_threshold_is_tried_on_the_history_before_it_counts() {
    let folder = TempDir::new().unwrap();
    let file = scored(folder.path());
    journey("scoring", &[&file.display().to_string()], async |window| {
        window.press("g").await;
        window.press("q").await;
        window.shows("3 leads").await;
        // Ana has 15 and 15 of early March, and 25 of the webinar: less than 60.
        assert_eq!(warm(window).await, 0);
        window.pictures("scoring").await;
        window.assert_accessible_in_both("scoring").await;
        window.fill("textbox", "Enter at", "45").await;
        window.press("Tab").await;
        window.shows("with changes that nothing goes by yet").await;
        window.click("button", "Run the backtest").await;
        window.shows("only the changed model hands over").await;
        window.pictures("scoring-tested").await;
        window.assert_accessible_in_both("a backtest").await;
        assert_eq!(warm(window).await, 0);
        window.click("button", "Apply as Version 1").await;
        until_warm(window, 1).await;
        window.shows("Leads are scored by Version 1").await;
        window.press("Control+z").await;
        until_warm(window, 0).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn a_rule_is_added_and_dropped_by_the_keyboard() {
    let folder = TempDir::new().unwrap();
    let file = scored(folder.path());
    journey("scoring-rule", &[&file.display().to_string()], async |window| {
        window.go("#/scoring").await;
        window.shows("3 leads").await;
        window.focus("button", "Rule").await;
        window.press("Enter").await;
        window.by_css("[role=dialog]").await;
        window.type_text("Saw the prices").await;
        window.focus("button", "Looked at").await;
        window.press("Space").await;
        window.fill("textbox", "Only with content called", "prices").await;
        window.pictures("scoring-rule").await;
        window.assert_accessible_in_both("a rule").await;
        window.click("button", "Keep the rule").await;
        window.shows("content with “prices”").await;
        window.click("button", "Drop the changes").await;
        window.gone("button", "Change Saw the prices").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn a_lead_s_score_is_explained_at_any_time() {
    let folder = TempDir::new().unwrap();
    let file = scored(folder.path());
    journey("lead-score", &[&file.display().to_string()], async |window| {
        let key =
            window.call("lead.find", json!({ "name": "ana@acme.example" })).await["key"].clone();
        window.go(&format!("#/leads/{key}")).await;
        window.shows("Attended a webinar Live talk").await;
        window.shows("by a machine, does not count").await;
        window.shows("How it adds up").await;
        window.pictures("lead-score").await;
        window.assert_accessible_in_both("the score of a lead").await;
        // As of the beginning it had done nothing.
        window.focus("slider", "As of").await;
        window.press("Home").await;
        wait::until("no act yet", async || {
            let said = window.script("return document.body.innerText", vec![]).await;
            (!said.as_str()?.contains("Attended a webinar, +25")).then_some(())
        })
        .await;
        window.gone("row", "Attended a webinar Live talk").await;
        window.go("#/leads?state=hot").await;
        window.shows("bo@basil.example").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
