//! Ask sales: a workbook goes out, is filled in, and comes back as that person's answers.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use throughline_tests::fixture::form::fill;
use throughline_tests::window::{Window, journey, wait};

/// The checks that A. Kim is asked, in the order of the sheet.
async fn asked(window: &Window) -> Vec<Value> {
    let members = window.call("ask.people", json!({})).await;
    assert_eq!(members[0]["name"], "A. Kim");
    let queue = json!({ "memberId": members[0]["memberId"], "limit": 1000 });
    let mut questions =
        window.call("check.questions", queue).await["first"].as_array().unwrap().clone();
    let order = ["unchecked", "unsure", "disagreement", "old"];
    questions.sort_by_key(|one| order.iter().position(|ask| one["ask"] == *ask));
    questions
}

/// Asks A. Kim out of the deal check and gives the workbook.
async fn ask(window: &mut Window) -> PathBuf {
    window.go("#/check").await;
    window.click("button", "Ask sales…").await;
    window.by_role("dialog", "Ask sales").await;
    window.shows("checks and").await;
    window.settle().await;
    window.pictures("ask").await;
    window.assert_accessible_in_both("asking sales").await;
    window.click("button", "Save the workbook…").await;
    let file = window.save_as("questions.xlsx").await;
    window.shows("Saved as questions.xlsx").await;
    // The focus went back to the button: a late key opens the dialog once more.
    wait::until("the dialog to be gone", async || {
        window.press("Escape").await;
        window.settle().await;
        window.names("dialog").await.is_empty().then_some(())
    })
    .await;
    file
}

/// Answers the system's dialog; a key that comes when it has gone already presses nothing.
async fn pick(window: &Window, file: &Path) {
    window.script("document.activeElement.blur()", vec![]).await;
    window.pick_file(file).await;
}

/// Answers a check as somebody of sales might meanwhile.
async fn answer(window: &Window, question: &Value, answer: &str) {
    let members = window.call("ask.people", json!({})).await;
    let payload = json!({ "placementIds": [question["placementId"]], "answer": answer,
        "reason": "Heard it in a call." });
    let speaker = members[0]["memberId"].clone();
    let envelope = json!({ "command": "check.answer", "payload": payload, "speaker": speaker });
    window.invoke("rpc", envelope).await.expect("it is answered");
}

async fn said(window: &Window, question: &Value) -> Value {
    let on = json!({ "placementId": question["placementId"] });
    window.call("check.answers", on).await[0].clone()
}

/// A check that marketing has answered: its place in the list, and the opposite of that answer.
fn contested(questions: &[Value]) -> (usize, &'static str) {
    let at = questions.iter().skip(2).position(|one| one["other"].is_string()).unwrap() + 2;
    (at, if questions[at]["other"] == "yes" { "no" } else { "yes" })
}

/// What A. Kim fills in: two checks, one of them otherwise than marketing; a reason without an
/// answer; a need that is none, and one that is new.
fn answers_into(file: &Path, questions: &[Value]) {
    let (at, opposite) = contested(questions);
    let (cell, why) = (format!("K{}", at + 2), format!("L{}", at + 2));
    fill(
        file,
        &[
            ("Checks", "K2", "Partly"),
            ("Checks", "L2", "Good for the first call, too long after it."),
            ("Checks", &cell, opposite),
            ("Checks", &why, "Seen it work, and seen it fail."),
            ("Checks", "L3", "An answer is missing"),
            ("Needs", "I2", "No deal has hung on it."),
            ("New needs", "B2", "Evaluation"),
            ("New needs", "E2", "must"),
            ("New needs", "F2", "A price list that can be forwarded"),
        ],
    );
}

/// Reads the filled workbook and takes it in, the answer in conflict included.
async fn hear(window: &mut Window, file: &Path) {
    window.go("#/import").await;
    window.by_role("heading", "Answers from sales").await;
    window.pictures("read-answers").await;
    window.click("button", "Read answers…").await;
    pick(window, file).await;
    window.shows("Answers of A. Kim").await;
    window.shows("MR for A. Kim").await;
    window.shows("Checks, row 3").await;
    window.settle().await;
    window.pictures("answers").await;
    window.assert_accessible_in_both("answers out of a file").await;
    let theirs = window.by_role("radio", "In the file").await;
    window.script("arguments[0].focus()", vec![serde_json::to_value(&theirs).unwrap()]).await;
    window.press("Space").await;
    window.click("button", "Take the answers in").await;
    window.shows("2 checks and 2 needs came in").await;
    window.picture("answers-in").await;
}

#[test]
fn sales_is_asked_in_a_workbook_and_heard_out_of_it() {
    journey("asking", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        let file = ask(window).await;
        let questions = asked(window).await;
        answers_into(&file, &questions);
        answer(window, &questions[0], "no").await;
        hear(window, &file).await;
        assert_eq!(said(window, &questions[0]).await["answer"], "partly");

        window.go("#/check?way=differ").await;
        window.shows("Seen it work, and seen it fail.").await;
        window.shows("MR for A. Kim").await;
        window.settle().await;
        window.press("Control+z").await;
        wait::until("it to be taken back", async || {
            (said(window, &questions[0]).await["answer"] == "no").then_some(())
        })
        .await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
