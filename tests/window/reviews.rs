//! The quarterly review: figures are frozen, two snapshots compared, money answered, decisions kept.

use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;
use throughline_tests::terminal::{call_in, make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

fn on_the_reviews(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    journey(name, &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        window.press("g").await;
        window.press("r").await;
        window.by_role("heading", "Reviews").await;
        body(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

/// Answers a few checks that turn cells, as somebody else might meanwhile.
async fn answer_checks(window: &Window) {
    let questions = window.call("check.questions", json!({ "limit": 4 })).await;
    let first = questions["first"].as_array().unwrap();
    let ids: Vec<Value> = first.iter().map(|one| one["placementId"].clone()).collect();
    let members = window.call("member.list", json!({})).await;
    let mara = members.as_array().unwrap()[0]["id"].clone();
    let payload = json!({ "placementIds": ids, "answer": "yes", "reason": "They use it." });
    let envelope = json!({ "command": "check.answer", "payload": payload, "speaker": mara });
    window.invoke("rpc", envelope).await.expect("it is answered");
}

/// The first snapshot, out of the empty views that lead to it.
async fn freeze(window: &Window) {
    window.shows("What was decided last quarter?").await;
    window.click("radio", "Snapshots").await;
    window.shows("What was it a quarter ago?").await;
    window.assert_accessible_in_both("no snapshots").await;
    window.fill("textbox", "Name of the new snapshot", "Q3 2026").await;
    window.press("Enter").await;
    window.by_role("table", "Snapshots").await;
    window.shows("Nothing has changed").await;
}

/// A decision with its owner, by the keyboard.
async fn decide(window: &Window) {
    window.press("d").await;
    window.type_text("Fund the price guarantee").await;
    window.press("Enter").await;
    window.click("button", "Owner of: Fund the price guarantee").await;
    window.type_text("Ines Falk").await;
    window.press("Enter").await;
    let decided = wait::until("the decision", async || {
        let all = window.call("decision.list", json!({})).await;
        let one = all.as_array()?.first()?.clone();
        (one["owner"] == "Ines Falk").then_some(one)
    })
    .await;
    assert_eq!(decided["text"], "Fund the price guarantee");
}

#[test]
fn a_quarter_is_frozen_reviewed_and_decided_on() {
    on_the_reviews("review", async |window| {
        freeze(window).await;
        answer_checks(window).await;

        window.go("#/reviews").await;
        window.press("n").await;
        window.by_role("heading", "Decisions").await;
        window.shows("cells changed").await;
        window.shows("Mara Ruiz answered 4 answers").await;
        decide(window).await;
        window.pictures("review").await;
        window.assert_accessible_in_both("a review").await;

        // The next review has to look at it again, until it is done.
        window.go("#/reviews").await;
        window.by_role("list", "Reviews").await;
        window.shows("1 decision, 1 open").await;
        window.pictures("reviews").await;
        window.assert_accessible_in_both("the reviews").await;
        window.press("n").await;
        window.by_role("region", "Carried over").await;
        window.tick("checkbox", "Done: Fund the price guarantee").await;
        wait::until("it to be done", async || {
            let all = window.call("decision.list", json!({})).await;
            all[0]["doneOn"].is_string().then_some(())
        })
        .await;
    });
}

#[test]
fn a_reviewer_answers_with_money_and_the_gap_shows_it() {
    on_the_reviews("funding", async |window| {
        window.click("radio", "Funding").await;
        window.by_role("table", "Planned assets").await;
        window.pictures("funding").await;
        window.assert_accessible_in_both("the funding").await;
        let title = "A framework contract, annotated for buyers";
        window.fill("textbox", &format!("Budget of {title}"), "2400").await;
        window.press("Tab").await;
        let group = window.by_role("radiogroup", &format!("Is {title} to be made?")).await;
        let fund = window.by_role_in(&group, "radio", "Fund").await;
        fund.click().await.unwrap();
        window.shows(&format!("{title} is funded")).await;
        let line = wait::until("the answer", async || {
            let list = window.call("review.funding", json!({})).await;
            let lines = list["lines"].as_array()?.clone();
            lines.into_iter().find(|one| one["title"] == title && one["funding"] == "fund")
        })
        .await;
        assert_eq!(line["budget"], json!({ "minor": 240_000, "currency": "EUR" }));
        // The gap that it closes tells it too.
        let (persona, stage) = (line["personaId"].as_str(), line["stageId"].as_str());
        let cell = format!("#/architecture?persona={}&stage={}", persona.unwrap(), stage.unwrap());
        window.go(&cell).await;
        window.shows("pieces are planned").await;
        window.go("#/reviews?show=stop").await;
        window.shows("Nothing to stop").await;
        let questions = window.call("asset.list", json!({ "filter": { "text": title } })).await;
        let asset = questions["rows"][0]["asset"]["id"].clone();
        window.go(&format!("#/assets/{}", asset.as_str().unwrap())).await;
        window.click("button", "Procurement lead").await;
        window.fill("textbox", "Why, in a line", "No buyer asks.").await;
        window.press("Shift+Tab").await;
        window.press("n").await;
        window.shows("Answered no").await;
        window.go("#/reviews?show=stop").await;
        window.by_role("table", "What we should stop producing").await;
        window.shows("would still be spent on it").await;
        window.shows("No buyer asks.").await;
        window.pictures("stop").await;
        window.assert_accessible_in_both("what to stop").await;
    });
}

#[test]
fn a_disagreement_is_settled_where_it_stands() {
    journey("settle", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        window.go("#/check?way=differ").await;
        window.shows("19 where marketing and sales differ").await;
        window.click("button", "Settle The finance chief who cancelled a data centre").await;
        window.fill("textbox", "Reason", "No CFO has named it in a year").await;
        window.press("Shift+Tab").await;
        window.press("n").await;
        window.shows("Settled: both say no").await;
        window.shows("18 where marketing and sales differ").await;
        window.press("Control+z").await;
        window.shows("19 where marketing and sales differ").await;
        window.assert_accessible_in_both("the disagreements").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

const HEAD: &str = "Email,New Stage,Edit Date,Reason\n";
const MOVES: &str = "\
ana@a.example,Inquiry,2026-01-05,
bo@b.example,Inquiry,2026-01-10,
bo@b.example,MQL,2026-01-15,
gus@g.example,Inquiry,2026-04-02,
";
/// No figure of the second quarter tells of it.
const LATER: &str = "ana@a.example,MQL,2026-01-20,\n";

fn import(folder: &Path, file: &Path, moves: &str) {
    let source = folder.join("moves.csv");
    std::fs::write(&source, format!("{HEAD}{moves}")).unwrap();
    let [source, into] = [&source, file].map(|path| path.display().to_string());
    terminal(&["import", "moves", &source, "--workspace", &into]);
}

#[test]
fn a_comparison_tells_which_stages_of_the_funnel_changed() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Stages.throughline");
    make_sample(&file);
    import(folder.path(), &file, MOVES);
    call_in(&file, "Mara Ruiz", "snapshot.take", &json!({ "name": "April" }));
    import(folder.path(), &file, LATER);
    journey("reviews-stages", &[&file.display().to_string()], async |window| {
        window.go("#/reviews?show=snapshots").await;
        window.by_role("region", "Stages of the funnel that changed").await;
        window.gone("region", "Key figures that changed").await;
        let rows = "return [...document.querySelectorAll('[aria-label=\"Stages of the funnel that changed\"] tbody tr')]
            .map((row) => [...row.children].map((cell) => cell.innerText.replaceAll(/\\s+/g, ' ').trim()))";
        let rows = window.script(rows, vec![]).await;
        // Of those who went on from Inquiry bo stayed 5 days and ana 15: 10 in the middle.
        let expected = json!([
            ["Inquiry", "3", "2 was 1", "0", "0", "1 was 2", "10 days too few (2) was 5 days"],
            ["MQL", "2 was 1", "0", "0", "0", "2 was 1", "no data"],
        ]);
        assert_eq!(rows, expected);
        window.pictures("reviews-stages").await;
        window.assert_accessible_in_both("stages that changed").await;
    });
}
