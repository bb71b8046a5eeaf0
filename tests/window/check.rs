//! The deal check: answered by keys, taken back, by group, and where the sides disagree.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::host::TestHost;
use throughline_tests::terminal::make_sample;
use throughline_tests::window::{Window, journey, wait};

/// A journey on the deal check of the sample.
fn on_the_check(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    journey(name, &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;
        window.go("#/check").await;
        window.by_role("progressbar", "Answered in this sitting").await;
        body(window).await;
    });
}

/// The question that stands first, as the core orders them.
async fn first(window: &Window) -> Value {
    window.call("check.questions", json!({ "limit": 1 })).await["first"][0].clone()
}

async fn name_of(window: &Window, command: &str, id: &Value) -> String {
    let all = window.call(command, json!({})).await;
    let found = all.as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap();
    found["name"].as_str().unwrap().to_owned()
}

/// "CISO at SAL", where a question stands.
async fn place(window: &Window, question: &Value) -> String {
    let persona = name_of(window, "persona.list", &question["personaId"]).await;
    let stage = name_of(window, "stage.list", &question["stageId"]).await;
    format!("{persona} at {stage}")
}

async fn answers(window: &Window, question: &Value) -> Vec<Value> {
    let asked = json!({ "placementId": question["placementId"] });
    let all = window.call("check.answers", asked).await;
    all.as_array().unwrap().iter().map(|one| one["answer"].clone()).collect()
}

async fn total(window: &Window) -> u64 {
    window.call("check.questions", json!({ "limit": 0 })).await["total"].as_u64().unwrap()
}

/// The id of the member of that name.
async fn member(window: &Window, name: &str) -> Value {
    let all = window.call("member.list", json!({})).await;
    let found = all.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
    found["id"].clone()
}

async fn heading(window: &Window) -> String {
    let title = window.by_css("aside[aria-label='The asset'] h2").await;
    title.text().await.unwrap()
}

#[test]
fn five_answers_by_keys_change_the_map_and_can_be_taken_back() {
    on_the_check("check", async |window| {
        let (asked, all) = (first(window).await, total(window).await);
        let at = place(window, &asked).await;
        let before = answers(window, &asked).await;
        assert_ne!(asked["state"], asked["ifYes"], "the first question flips a cell");
        window.shows(&at).await;
        assert_eq!(heading(window).await, asked["title"].as_str().unwrap());
        window.assert_accessible_in_both("deal check").await;
        window.pictures("check").await;

        let mut last = String::new();
        for (count, key) in (1..).zip(["y", "p", "n", "u"]) {
            window.press(key).await;
            window.shows(&format!("{count} of {all}")).await;
            last = heading(window).await;
        }
        window.press("r").await;
        window.type_text("Yes, it names the fees").await;
        window.press("Escape").await;
        window.press("y").await;
        window.shows(&format!("5 of {all}")).await;
        assert_ne!(heading(window).await, last, "the next one comes by itself");
        let given = answers(window, &asked).await;
        assert_eq!((given.len(), &given[0]), (before.len() + 1, &json!("yes")));

        window.press("Control+z").await;
        window.shows(&format!("4 of {all}")).await;
        assert_eq!(heading(window).await, last, "undo returns to what it took back");
        let reason = window.by_role("textbox", "Reason").await;
        assert_eq!(reason.prop("value").await.unwrap().unwrap(), "Yes, it names the fees");
        window.press("Control+Shift+Z").await;
        window.shows(&format!("5 of {all}")).await;

        window.go("#/architecture").await;
        let covered = format!("{at}: {}", asked["ifYes"].as_str().unwrap());
        window.by_role("gridcell", &covered).await;
    });
}

#[test]
fn undo_and_redo_reach_across_a_restart() {
    on_the_check("check-restart", async |window| {
        let asked = first(window).await;
        let before = answers(window, &asked).await;
        window.press("y").await;
        window.shows("1 of").await;
        window.reopen(&[]).await;
        let undo = format!("Undo: answer {}", asked["title"].as_str().unwrap());
        window.by_role("button", &undo).await;
        window.press("Control+z").await;
        wait::until("the answer to be gone", async || {
            (answers(window, &asked).await == before).then_some(())
        })
        .await;
        window.reopen(&[]).await;
        let redo = format!("Redo: answer {}", asked["title"].as_str().unwrap());
        window.click("button", &redo).await;
        wait::until("the answer to be back", async || {
            (answers(window, &asked).await.len() == before.len() + 1).then_some(())
        })
        .await;
    });
}

#[test]
fn skipping_and_going_back_answer_nothing() {
    on_the_check("check-skip", async |window| {
        let (one, all) = (heading(window).await, total(window).await);
        window.press("s").await;
        wait::until("another question", async || (heading(window).await != one).then_some(()))
            .await;
        window.press("ArrowLeft").await;
        wait::until("the first again", async || (heading(window).await == one).then_some(())).await;
        window.press("ArrowRight").await;
        wait::until("another question", async || (heading(window).await != one).then_some(()))
            .await;
        window.shows(&format!("0 of {all}")).await;
        assert_eq!(total(window).await, all);
    });
}

#[test]
fn an_answer_for_sales_is_signed_by_both() {
    on_the_check("check-for", async |window| {
        window.click("button", "Answering as").await;
        window.settle().await;
        window.assert_accessible("the list of members").await;
        window.click("option", "MR for A. Kim").await;
        window.shows("You answer for sales, signed MR for A. Kim.").await;
        window.gone("listbox", "Answering as").await;
        let kim = member(window, "A. Kim").await;
        let asked = json!({ "limit": 0, "memberId": kim });
        let open = window.call("check.questions", asked).await["total"].clone();
        window.shows(&format!("{open} to answer for sales")).await;
        window.press("n").await;
        window.shows("1 of").await;
        window.press("ArrowLeft").await;
        window.shows("MR for A. Kim ·").await;
    });
}

#[test]
fn a_group_takes_one_answer_and_the_disagreements_show_both_sides() {
    on_the_check("check-groups", async |window| {
        window.click("radio", "By group").await;
        let list = window.by_role("list", "Groups").await;
        let all = total(window).await;
        window.by_role_in(&list, "button", "Blueprint").await.click().await.unwrap();
        window.by_role_in(&list, "checkbox", "").await;
        window.settle().await;
        window.assert_accessible("groups").await;
        window.pictures("check-groups").await;
        let group = window.by_role_in(&list, "group", "Blueprint").await;
        window.by_role_in(&group, "button", "Partly").await.click().await.unwrap();
        wait::until("fewer questions", async || (total(window).await < all).then_some(())).await;
        window.shows("Answered 1 placement").await;

        window.click("radio", "Disagreements").await;
        window.by_role("list", "Disagreements").await;
        window.by_role("group", "Sales says").await;
        window.settle().await;
        window.assert_accessible("disagreements").await;
        window.pictures("check-disagreements").await;
    });
}

#[test]
fn where_nothing_is_left_it_says_when_it_asks_again() {
    on_the_check("check-done", async |window| {
        let all = window.call("check.questions", json!({ "limit": 500 })).await;
        let first = all["first"].as_array().unwrap();
        for question in first {
            // Sales' word, so that marketing's yes does not make a disagreement.
            let answer =
                if question["other"].is_null() { &json!("yes") } else { &question["other"] };
            let given = json!({ "placementIds": [question["placementId"]], "answer": answer });
            let member = window.call("member.list", json!({})).await[0]["id"].clone();
            let envelope =
                json!({ "command": "check.answer", "payload": given, "speaker": member });
            window.invoke("rpc", envelope).await.unwrap();
        }
        window.reopen(&[]).await;
        window.go("#/check").await;
        window.shows("Everything is answered for marketing").await;
        window.shows("It asks again on").await;
        window.settle().await;
        window.assert_accessible("nothing left to answer").await;
        window.pictures("check-done").await;
    });
}

/// How many answers a sitting is measured by.
const SITTING: usize = 50;

/// The placements answered in a file since there were so many answers, in the order of the answers,
/// and when the last was given.
fn answered(file: &Path, since: i64) -> (Vec<String>, i64) {
    let reader = Connection::open(file).unwrap();
    let last = reader.query_row("SELECT max(answered_at) FROM verdict", [], |row| row.get(0));
    let all = "SELECT placement_id FROM verdict ORDER BY rowid LIMIT -1 OFFSET ?";
    let mut all = reader.prepare(all).unwrap();
    let ids = all.query_map([since], |row| row.get(0)).unwrap();
    (ids.map(Result::unwrap).collect(), last.unwrap())
}

/// Gives the same answers in a copy, each of which must go to what the queue has first there.
fn assert_in_order(copy: &Path, given: &[String], at: i64) {
    let host = TestHost::at(copy);
    for (number, placement) in given.iter().enumerate() {
        host.set_clock(at);
        let queue = host.call("check.questions", json!({ "limit": 500 }));
        let asked = queue["first"].as_array().unwrap().iter().map(|one| &one["placementId"]);
        let mut open = asked.filter(|id| given[..number].iter().all(|done| *id != done));
        assert_eq!(open.next().unwrap(), placement, "question {number}");
        host.call("check.answer", json!({ "placementIds": [placement], "answer": "yes" }));
    }
}

#[test]
fn fifty_answers_take_fifty_keys_and_go_by_the_queue() {
    let folder = TempDir::new().unwrap();
    let (file, copy) =
        (folder.path().join("Plan.throughline"), folder.path().join("Copy.throughline"));
    make_sample(&file);
    std::fs::copy(&file, &copy).unwrap();
    let before = i64::try_from(answered(&file, 0).0.len()).unwrap();
    let mut took = Duration::ZERO;
    journey("check-fifty", &[&file.display().to_string()], async |window| {
        window.by_role("grid", "Coverage").await;
        window.press("g").await;
        window.press("d").await;
        window.by_role("progressbar", "Answered in this sitting").await;
        window.settle().await;
        let started = Instant::now();
        for count in 1..=SITTING {
            window.press("y").await;
            window.settle().await;
            window.shows(&format!("{count} of ")).await;
        }
        took = started.elapsed();
        window.pictures("check-fifty").await;
        window.assert_accessible("a sitting").await;
    });
    let (given, at) = answered(&file, before);
    assert_eq!(given.len(), SITTING, "one key is one answer");
    assert_in_order(&copy, &given, at);
    let said = format!("journey: {SITTING} answers by {SITTING} keys in {took:.1?}\n");
    std::io::stderr().write_all(said.as_bytes()).unwrap();
}
