//! What marketing and sales promise each other: an agreement is written from nothing, months are held
//! against it, it gets a new version, is saved to sign, deleted and brought back.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use chrono::{Datelike, Months, NaiveDate};
use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::clock::now;
use throughline_tests::pdf::poppler;
use throughline_tests::terminal::{call_in, make_sample, terminal};
use throughline_tests::window::{Window, browse, journey, wait};

use crate::disk::Disk;

/// The first day of the month so many months before this one.
#[allow(clippy::disallowed_methods, reason = "the months of an agreement are those of the window")]
fn month(before: u32) -> NaiveDate {
    let first = now().date_naive().with_day(1).unwrap();
    first.checked_sub_months(Months::new(before)).unwrap()
}

fn name(month: NaiveDate) -> String {
    month.format("%B %Y").to_string()
}

/// So many leads that ask for a demo in a month, most of whom are called within the hour; the last one
/// never is. Of the last one no name is known.
fn demos(month: NaiveDate, count: u32) -> String {
    let mut rows = "Email,First Name,Job Title,Activity Type,Activity Date,Content\n".to_owned();
    for at in 1..=count {
        let who = format!("lead{at}@{}.example", month.format("%b").to_string().to_lowercase());
        let (name, day) = (if at == count { "" } else { "Lee" }, month.with_day(10).unwrap());
        writeln!(rows, "{who},{name},CFO,Request,{day} 07:00:00,TCO guide").unwrap();
        writeln!(rows, "{who},{name},CFO,Demo,{day} 10:00:00,").unwrap();
        if at < count {
            writeln!(rows, "{who},{name},CFO,Sales call,{day} 10:20:00,").unwrap();
        }
    }
    rows
}

fn import(folder: &Path, file: &Path, month: NaiveDate, count: u32) {
    let list = folder.join(format!("{month}.csv"));
    std::fs::write(&list, demos(month, count)).unwrap();
    let [source, into] = [list.as_path(), file].map(|path| path.display().to_string());
    terminal(&["import", "events", &source, "--workspace", &into]);
}

/// What sales says to all that wait for an answer: the first so many are accepted.
fn answer(file: &Path, accepted: usize) {
    let queue = call_in(file, "Mara Ruiz", "followUp.list", &json!({ "list": "toAnswer" }));
    for (at, row) in queue["rows"].as_array().unwrap().iter().enumerate() {
        let mut said = json!({ "key": row["key"], "answer": "accepted" });
        if at >= accepted {
            said = json!({ "key": row["key"], "answer": "turnedBack", "reason": "noBudget" });
        }
        call_in(file, "Mara Ruiz", "followUp.answer", &said);
    }
}

/// The sample with five leads of the month before last, and four of last month.
fn handed_over(folder: &Path) -> PathBuf {
    let file = folder.join("Promises.throughline");
    make_sample(&file);
    import(folder, &file, month(2), 5);
    answer(&file, 3);
    import(folder, &file, month(1), 4);
    answer(&file, 4);
    file
}

async fn agreements(window: &Window) -> Vec<Value> {
    window.call("agreement.list", json!({})).await.as_array().unwrap().clone()
}

/// Waits until the one agreement has a value at a place.
async fn until_agreed(window: &Window, pointer: &str, wanted: Value) {
    wait::until(&format!("{pointer} to be {wanted}"), async || {
        let all = agreements(window).await;
        (all.last()?.pointer(pointer)? == &wanted).then_some(())
    })
    .await;
}

async fn fill(window: &Window, field: &str, text: &str) {
    window.fill("textbox", field, text).await;
    window.press("Tab").await;
}

/// Writes a text where it stands.
async fn write(window: &Window, text: &str, said: &str) {
    window.click("button", &format!("{text}: ")).await;
    window.press("Control+a").await;
    window.type_text(said).await;
    window.press("Control+Enter").await;
    // Once it is kept the focus goes back to it.
    window.by_role("button", &format!("{text}: {said}")).await;
}

async fn choose(window: &Window, field: &str, choice: &str) {
    window.click("button", field).await;
    window.click("option", choice).await;
    window.gone("option", choice).await;
}

/// Every part of it, from an empty page; it holds from the month before last on.
async fn write_agreement(window: &Window) {
    window.by_role("heading", &format!("Agreement from {}", name(month(0)))).await;
    window.pictures("agreement-empty").await;
    window.assert_accessible_in_both("an agreement with nothing in it").await;
    choose(window, "Holds from", &name(month(2))).await;
    window.by_role("heading", &format!("Agreement from {}", name(month(2)))).await;
    window.click("button", "Fill in the usual words").await;
    window.gone("button", "Fill in the usual words").await;
    until_agreed(
        window,
        "/definitions/mql",
        json!("An inquiry that fits whom we want to win and is warm or hot."),
    )
    .await;
    write(window, "Inquiry", "Somebody who asked for content.").await;
    window.fill("combobox", "Industries", "Banking").await;
    window.press("Tab").await;
    fill(window, "From", "200").await;
    fill(window, "Of those answered, accepted at least", "70").await;
    window.click("button", "Name").await;
    window.click("button", "What it requested").await;
    fill(window, "Answered at least", "80").await;
    fill(window, "Won from all deals", "50000").await;
    write(window, "What else is agreed", "We meet on the first Monday.").await;
    fill(window, "Signs for sales", "D. Okafor").await;
    until_agreed(window, "/salesSigner", json!("D. Okafor")).await;
}

async fn assert_is_as_written(window: &Window) {
    let all = agreements(window).await;
    let agreed = &all[0];
    assert_eq!(agreed["startsOn"], json!(month(2)));
    assert_eq!(agreed["definitions"]["inquiry"], "Somebody who asked for content.");
    assert!(agreed["definitions"]["warm"].as_str().unwrap().contains("60 points"), "{agreed}");
    assert_eq!(agreed["profile"]["industries"], json!(["Banking"]));
    assert_eq!(agreed["profile"]["sizeFrom"], 200);
    assert_eq!(agreed["marketing"]["accepted"], 70);
    assert_eq!(agreed["marketing"]["context"], json!(["name", "request"]));
    assert_eq!(
        agreed["sales"],
        json!({ "hours": 48, "hotMinutes": 60, "answered": 80, "touches": 3, "days": 10 })
    );
    assert_eq!(agreed["salesQuota"]["revenue"], json!({ "minor": 5_000_000, "currency": "EUR" }));
}

#[test]
fn an_agreement_is_written_and_months_are_held_against_it() {
    let folder = TempDir::new().unwrap();
    let file = handed_over(folder.path());
    journey("sla", &[&file.display().to_string()], async |window| {
        window.press("g").await;
        window.press("v").await;
        window.by_role("heading", "SLA").await;
        window.shows(&format!("Nothing was agreed for {}", name(month(1)))).await;
        window.shows("Clocks stand").await;
        window.pictures("sla-unagreed").await;
        window.assert_accessible_in_both("months without an agreement").await;
        window.press("n").await;
        write_agreement(window).await;
        assert_is_as_written(window).await;
        window.pictures("agreement").await;
        window.assert_accessible_in_both("an agreement").await;

        window.click("link", "SLA").await;
        // Last month's four were all accepted; three of them were called in time, and of one no name
        // is known.
        let lines = window.by_role("list", "Marketing promises").await;
        window.by_role_in(&lines, "listitem", "").await;
        window.shows("At least 70% of answered leads accepted").await;
        window.shows("of 4 answered").await;
        window.shows(&format!("{} so far: 0 promises kept, 1 broken", name(month(1)))).await;
        window.pictures("sla").await;
        window.assert_accessible_in_both("a month against the agreement").await;
        a_month_before(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

/// Of the month before last three of five were accepted, less than agreed, and two had no budget.
async fn a_month_before(window: &Window) {
    window.press("[").await;
    window.shows(&format!("{}: ", name(month(2)))).await;
    window.shows("of 5 answered").await;
    window.shows("1 promise kept, 4 broken").await;
    window.pictures("sla-broken").await;
    let report = window.call("sla.get", json!({})).await;
    let facts = &report["months"][1];
    assert_eq!((&facts["accepted"], &facts["turnedBack"]), (&json!(3), &json!(2)));
    let accepted =
        facts["promises"].as_array().unwrap().iter().find(|one| one["kind"] == "accepted");
    assert_eq!(accepted.unwrap()["kept"], false);
    let reasons = window.by_role("list", "Why leads were turned back").await;
    assert!(reasons.text().await.unwrap().contains("No budget"));
    let table = window.by_role("table", "Follow-ups").await;
    window.by_role_in(&table, "rowheader", "On time").await;
    let months = window.by_role("table", "Month by month").await;
    window.by_role_in(&months, "link", &name(month(1))).await.click().await.unwrap();
    window.shows("of 4 answered").await;
}

#[test]
fn a_new_version_is_copied_signed_deleted_and_brought_back() {
    journey("agreement-versions", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        window.go("#/sla").await;
        window.shows("What do marketing and sales owe each other?").await;
        window.shows("State of Inbound Marketing 2013").await;
        window.pictures("sla-empty").await;
        window.assert_accessible_in_both("nothing agreed").await;
        window.press("n").await;
        window.by_role("heading", &format!("Agreement from {}", name(month(0)))).await;
        fill(window, "Leads handed over", "60").await;
        until_agreed(window, "/marketing/leads", json!(60)).await;

        window.click("button", "New version").await;
        wait::until("the second version", async || {
            (agreements(window).await.len() == 2).then_some(())
        })
        .await;
        window.shows("a copy of the last one").await;
        window.shows("to come").await;
        fill(window, "Leads handed over", "80").await;
        wait::until("the promise of the second version", async || {
            let all = agreements(window).await;
            let leads: Vec<_> = all.iter().map(|one| one["marketing"]["leads"].as_u64()).collect();
            (leads.contains(&Some(60)) && leads.contains(&Some(80))).then_some(())
        })
        .await;
        window.pictures("agreement-version").await;
        window.assert_accessible_in_both("a version to come").await;
        signed(window).await;
        deleted_and_back(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

async fn signed(window: &Window) {
    window.click("button", "Save to sign…").await;
    window.by_role("menuitem", "Save to sign as PDF…").await;
    window.assert_accessible("as what to save it").await;
    window.click("menuitem", "Save to sign as PDF…").await;
    let file = window.save_as("to sign.pdf").await;
    window.shows("Saved as to sign.pdf").await;
    let pdf = std::fs::read(file).unwrap();
    let text = poppler("pdftotext", &["-nodiag"], &pdf);
    assert!(text.contains("80 leads handed over a month"), "{text}");
    assert!(poppler("pdfinfo", &[], &pdf).contains("Pages: 1 "));
}

async fn deleted_and_back(window: &Window) {
    window.click("button", "Delete").await;
    window.shows("Deleted the agreement").await;
    wait::until("one version", async || (agreements(window).await.len() == 1).then_some(())).await;
    window.by_role("heading", &format!("Agreement from {}", name(month(0)))).await;
    window.press("Control+z").await;
    wait::until("it to be back", async || (agreements(window).await.len() == 2).then_some(()))
        .await;
    // Nothing was handed over yet.
    window.click("link", "SLA").await;
    window.shows("No leads handed over yet").await;
    window.pictures("sla-waiting").await;
    window.assert_accessible_in_both("nothing handed over").await;
    window.go("#/history").await;
    window.shows("deleted the agreement from").await;
}

#[test]
fn a_month_is_turned_and_the_agreement_reached_by_the_keyboard() {
    let folder = TempDir::new().unwrap();
    let file = handed_over(folder.path());
    let fields = json!({ "fields": { "startsOn": month(2), "marketing": { "accepted": 70 } } });
    call_in(&file, "Mara Ruiz", "agreement.create", &fields);
    journey("sla-keys", &[&file.display().to_string()], async |window| {
        window.press("g").await;
        window.press("v").await;
        window.shows(&format!("{} so far: ", name(month(1)))).await;
        window.press("[").await;
        window.shows(&format!("{}: ", name(month(2)))).await;
        window.press("]").await;
        window.shows(&format!("{} so far: ", name(month(1)))).await;
        window.press("Control+k").await;
        window.type_text("Open the agreement").await;
        window.by_role("option", "Open the agreement").await;
        window.press("Enter").await;
        window.by_role("heading", &format!("Agreement from {}", name(month(2)))).await;
        window.focus("textbox", "Followed up within").await;
        window.press("Control+a").await;
        window.type_text("24").await;
        window.press("Enter").await;
        until_agreed(window, "/sales/hours", json!(24)).await;
        window.press("Control+a").await;
        window.press("Delete").await;
        window.press("Tab").await;
        window.shows("This promise takes a number.").await;
        until_agreed(window, "/sales/hours", json!(24)).await;
        window.focus("button", "Persona").await;
        window.press("Space").await;
        until_agreed(window, "/marketing/context", json!(["persona"])).await;
        window.focus("button", "Hot: ").await;
        window.press("Enter").await;
        window.type_text("Asked for a demo.").await;
        window.press("Control+Enter").await;
        until_agreed(window, "/definitions/hot", json!("Asked for a demo.")).await;
        window.press("Control+z").await;
        until_agreed(window, "/definitions/hot", json!("")).await;
    });
}

#[test]
fn the_page_for_a_browser_has_lines_to_sign_on() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Signed.throughline");
    make_sample(&file);
    let fields = json!({
        "startsOn": month(0), "marketingSigner": "Mara Ruiz", "notes": "We meet on Mondays.",
        "definitions": { "warm": "A score of 60 points or more.", "hot": "Asked for a demo." },
        "profile": { "industries": ["Banking", "Insurance"], "sizeFrom": 200 },
        "marketing": { "leads": 60, "accepted": 70, "context": ["name", "company", "request"] },
        "marketingQuota": { "leads": 80 },
    });
    call_in(&file, "Mara Ruiz", "agreement.create", &json!({ "fields": fields }));
    let page = folder.path().join("agreement.html");
    let [from, to] = [&file, &page].map(|path| path.display().to_string());
    terminal(&["sla", "--workspace", &from, "--agreement", &to]);
    browse(async |browser| {
        browser.go(&page).await;
        let lines = "return [...document.querySelectorAll('.signatures .line')]
            .filter((line) => line.getBoundingClientRect().width > 200).length";
        assert_eq!(browser.script(lines).await, json!(4));
        browser.picture("agreement-page").await;
    });
}

#[test]
fn a_file_that_can_only_be_read_offers_no_verbs() {
    let folder = TempDir::new().unwrap();
    let Some(disk) = Disk::at(folder.path().join("disk")) else { return };
    let file = disk.workspace();
    let fields = json!({ "fields": { "startsOn": month(1), "marketingSigner": "Mara Ruiz" } });
    let (at, fields) = (file.display().to_string(), fields.to_string());
    terminal(&["call", "--workspace", &at, "agreement.create", &fields]);
    disk.protect();
    journey("sla-read", &[&file.display().to_string()], async |window| {
        window.by_role("grid", "Coverage").await;
        window.go("#/sla/agreement").await;
        window.by_role("heading", &format!("Agreement from {}", name(month(1)))).await;
        window.by_role("button", "Save to sign…").await;
        for verb in ["Delete", "New version", "Fill in the usual words"] {
            window.gone("button", verb).await;
        }
        window.pictures("agreement-read").await;
        window.assert_accessible_in_both("an agreement to read").await;
    });
}
