//! Data quality: a rate is changed and taken back, boxes are ticked, flags lead to a lead, the profile
//! is put in another order, and the guard says who gets too many e-mails.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::terminal::{make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

/// Ana was verified four years before the newest time, Bo became a lead then; of Cy nobody says.
const LEADS: &str = "\
Email,Full name,Job title,Job level,Company,Industry,Country,Create date,Last verified
ana@acme.example,Ana Alba,CFO,C-level,Acme,Software,Spain,2020-01-01,2022-03-07
info@basil.example,asdfgh,Intern,C-level,Basil,,,2022-03-07,
cy@mailinator.com,Cy Cole,,,,,Peru,,
";

const ACTS: &str = "\
Email,Activity Type,Activity Date,Content,Campaign
ana@acme.example,Request,2026-03-01 10:00:00,Guide,
ana@acme.example,Open,2026-03-01 12:00:00,Guide,
ana@acme.example,Email sent,2026-03-02 12:00:00,,Spring news
ana@acme.example,Email sent,2026-03-03 12:00:00,,Spring news
ana@acme.example,Email sent,2026-03-04 12:00:00,,Launch
cy@mailinator.com,Email sent,2026-03-07 12:00:00,,Launch
";

fn filled(folder: &Path) -> PathBuf {
    let file = folder.join("Quality.throughline");
    make_sample(&file);
    for (kind, text) in [("leads", LEADS), ("events", ACTS)] {
        let list = folder.join(format!("{kind}.csv"));
        std::fs::write(&list, text).unwrap();
        let [source, into] = [&list, &file].map(|path| path.display().to_string());
        terminal(&["import", kind, &source, "--workspace", &into]);
    }
    file
}

fn on(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    let folder = TempDir::new().unwrap();
    let file = filled(folder.path());
    journey(name, &[&file.display().to_string()], async |window| {
        body(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

async fn settings(window: &Window) -> Value {
    window.call("workspace.get", json!({})).await["quality"].clone()
}

async fn until(window: &Window, what: &str, is: impl Fn(&Value) -> bool) {
    wait::until(what, async || is(&settings(window).await).then_some(())).await;
}

#[test]
fn a_rate_is_changed_and_taken_back_by_the_keyboard() {
    on("quality", async |window| {
        window.press("g").await;
        window.press("z").await;
        window.by_role("table", "What still holds").await;
        // 0.7⁴ of two leads: 24 of a hundred hold.
        window.shows("24% of 2 leads expected to hold").await;
        window.by_role("table", "What to verify first").await;
        window.shows("Leads by the age of what is known").await;
        window.pictures("quality").await;
        window.assert_accessible_in_both("data quality").await;
        // 0.9⁴ = 0.6561 of the addresses, as their worst part still 0.2401 of the leads.
        window.fill("textbox", "Address: yearly decay", "10").await;
        window.press("Tab").await;
        window.shows("66%").await;
        until(window, "the rate to be kept", |now| now["rates"]["address"] == 10.0).await;
        window.script("document.activeElement.blur()", vec![]).await;
        window.press("Control+z").await;
        until(window, "the rate to be taken back", |now| now["rates"]["address"] == 30.0).await;
    });
}

#[test]
fn flags_are_told_with_their_reasons_and_lead_to_the_lead() {
    on("quality-flags", async |window| {
        window.go("#/quality").await;
        window.by_role("table", "What still holds").await;
        window.press("2").await;
        window.by_role("grid", "Flagged leads").await;
        window.shows("Name: keyboard run · Job title: title against level").await;
        window.pictures("quality-flags").await;
        window.assert_accessible_in_both("flagged leads").await;
        window.click("radio", "Throw-away address 1").await;
        window.shows("its domain hands out addresses for an hour").await;
        window.focus("grid", "Flagged leads").await;
        for key in ["ArrowDown", "Enter"] {
            window.press(key).await;
        }
        window.by_role("heading", "Cy Cole").await;
        window.shows("Ask next: Job title, then Company").await;
        window.by_role("list", "Flagged answers").await;
        window.pictures("quality-lead").await;
        window.assert_accessible_in_both("the profile of a lead").await;
    });
}

#[test]
fn boxes_are_ticked_with_the_day_and_the_guard_says_who_is_over() {
    on("quality-email", async |window| {
        window.go("#/quality?part=email").await;
        window.shows("1 lead over it").await;
        window.by_role("table", "Programmes that mailed leads over the limit").await;
        window.by_role("grid", "Leads over the limit").await;
        window.pictures("quality-email").await;
        window.assert_accessible_in_both("e-mails").await;
        window.tick("checkbox", "Dedicated IP").await;
        until(window, "the box to be kept", |now| {
            let check = &now["readiness"]["dedicatedIp"];
            check["ok"] == true && check["checkedOn"].as_str().is_some()
        })
        .await;
        window.shows("1 of 4 in order").await;
        window.fill("textbox", "E-mails a lead may get", "3").await;
        window.press("Tab").await;
        window.shows("Nobody is over it.").await;
        for _ in 0..2 {
            window.script("document.activeElement.blur()", vec![]).await;
            window.press("Control+z").await;
        }
        until(window, "both to be taken back", |now| {
            now["guard"]["emails"] == 2 && now["readiness"]["dedicatedIp"]["ok"] == false
        })
        .await;
        window.go("#/history").await;
        window.shows("changed Northwind Cloud").await;
    });
}

#[test]
fn what_is_asked_is_put_in_another_order_by_the_keyboard() {
    on("quality-profile", async |window| {
        window.go("#/quality?part=profile").await;
        window.by_role("table", "What is asked of leads").await;
        window.pictures("quality-profile").await;
        window.assert_accessible_in_both("profiles").await;
        window.focus("button", "Move Country").await;
        window.press("ArrowUp").await;
        until(window, "the order to be kept", |now| now["profile"][5] == "country").await;
        window.click("button", "Ask no more for Level").await;
        until(window, "one field less", |now| now["profile"].as_array().unwrap().len() == 6).await;
        window.gone("button", "Move Level").await;
    });
}

#[test]
fn without_leads_each_part_says_what_will_stand_there() {
    journey("quality-none", &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;
        window.go("#/quality").await;
        window.by_role("heading", "No leads to look after yet").await;
        window.pictures("quality-none").await;
        window.assert_accessible("no leads to look after").await;
        window.go("#/quality?part=email").await;
        window.shows("No data: no file says yet which e-mails went to whom").await;
        window.assert_accessible("no e-mails yet").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
