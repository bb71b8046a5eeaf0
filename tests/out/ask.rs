//! Ask sales: what one person is asked, as a workbook; what comes back in it.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use throughline_core::id::MemberId;
use throughline_tests::fixture::form::{fill, rewrite, saved_by_office};
use throughline_tests::host::TestHost;

/// The sample workspace, and a folder in which questions are saved.
struct Asked {
    host: TestHost,
    folder: TempDir,
    /// Somebody of sales.
    member: MemberId,
    name: String,
}

impl Asked {
    fn new() -> Self {
        let host = TestHost::default();
        host.call("file.sample", json!({}));
        let people = host.call("ask.people", json!({}));
        assert_eq!(people[0]["role"], "sales", "sales stands first");
        let member = serde_json::from_value(people[0]["memberId"].clone()).unwrap();
        let name = people[0]["name"].as_str().unwrap().to_owned();
        Self { host, folder: tempfile::tempdir().unwrap(), member, name }
    }

    fn write(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        *self.host.target.lock().unwrap() = Some(path.clone());
        self.host.call("ask.write", json!({ "memberId": self.member }));
        path
    }

    fn read(&self, path: &Path) -> Value {
        *self.host.picked.lock().unwrap() = Some(path.to_owned());
        self.host.call("answers.read", json!({}))
    }

    fn refused(&self, path: &Path) -> String {
        *self.host.picked.lock().unwrap() = Some(path.to_owned());
        self.host.attempt("answers.read", json!({})).unwrap_err().message
    }

    fn take(&self, take: &[&Value]) -> Value {
        self.host.call("answers.apply", json!({ "take": take }))
    }

    fn questions(&self) -> Vec<Value> {
        let queue = json!({ "memberId": self.member, "limit": 1000 });
        self.host.call("check.questions", queue)["first"].as_array().unwrap().clone()
    }

    /// The placements on the sheet, in its order: the order of the queue, what is unchecked first.
    fn asked(&self) -> Vec<Value> {
        let mut questions = self.questions();
        let order = ["unchecked", "unsure", "disagreement", "old"];
        questions.sort_by_key(|one| order.iter().position(|ask| one["ask"] == *ask));
        questions
    }
}

/// Three checks, a need answered, a need declined, and a need added.
fn filled(asked: &Asked) -> PathBuf {
    let path = asked.write("questions.xlsx");
    let view = asked.host.workspace().plan.view();
    let title = &view.assets.iter().next().unwrap().title;
    fill(
        &path,
        &[
            ("Checks", "K2", " YES "),
            ("Checks", "L2", "Closed two with it"),
            ("Checks", "K3", "Partly"),
            ("Checks", "K4", "no"),
            ("Checks", "L4", "=HYPERLINK(\"http://a.example\",\"x\")"),
            ("Needs", "H2", title),
            ("Needs", "I3", "Nobody asks for it"),
            ("New needs", "B2", "Evaluation"),
            ("New needs", "C2", "everybody"),
            ("New needs", "D2", "Objection"),
            ("New needs", "E2", "MUST"),
            ("New needs", "F2", "Too dear"),
        ],
    );
    path
}

fn holds_what_was_filled_in(told: &Value, asked: &Asked) {
    assert_eq!(told["faults"], json!([]));
    assert_eq!(told["member"].as_str().unwrap(), asked.name);
    let counts = &told["counts"];
    let checks: u64 =
        ["answered", "changed", "confirmed"].map(|one| counts[one].as_u64().unwrap()).iter().sum();
    assert_eq!(checks, 3);
    for (name, count) in [
        ("needsAnswered", 1),
        ("needsDeclined", 1),
        ("needsAdded", 1),
        ("conflicts", 0),
        ("already", 0),
    ] {
        assert_eq!(counts[name], count, "{name}");
    }
}

#[test]
fn what_is_filled_in_comes_back_as_that_persons_answers() {
    let asked = Asked::new();
    let before = asked.host.workspace().plan.view();
    let (questions, path) = (asked.asked(), filled(&asked));
    let told = asked.read(&path);
    holds_what_was_filled_in(&told, &asked);
    assert_eq!(told["file"], "questions");
    let taken = asked.take(&[]);
    assert_eq!((&taken["value"]["checks"], &taken["value"]["needs"]), (&json!(3), &json!(3)));
    assert_eq!(taken["changes"]["undo"]["verb"], "hear");
    assert_eq!(taken["changes"]["undo"]["subject"].as_str().unwrap(), asked.name);
    let view = asked.host.workspace().plan.view();
    for (question, (answer, reason)) in questions.iter().zip([
        ("yes", "Closed two with it"),
        ("partly", ""),
        ("no", "=HYPERLINK(\"http://a.example\",\"x\")"),
    ]) {
        let all =
            asked.host.call("check.answers", json!({ "placementId": question["placementId"] }));
        assert_eq!((&all[0]["answer"], &all[0]["reason"]), (&json!(answer), &json!(reason)));
        assert_eq!(all[0]["memberId"], json!(asked.member));
        assert_eq!(all[0]["side"], "sales");
        assert_ne!(all[0]["enteredBy"], all[0]["memberId"], "Mara Ruiz entered it");
    }
    let added = view.needs.iter().find(|need| need.text == "Too dear").unwrap();
    assert_eq!((added.author_id, added.persona_id), (Some(asked.member), None));
    assert!(view.needs.iter().any(|one| one.declined.as_deref() == Some("Nobody asks for it")));

    let again = asked.read(&path);
    assert_eq!((&again["items"], &again["counts"]["already"]), (&json!([]), &json!(6)));
    assert!(asked.take(&[])["changes"]["rows"].as_array().unwrap().is_empty());
    asked.host.call("plan.undo", json!({}));
    let after = asked.host.workspace().plan.view();
    assert_eq!((after.verdicts == before.verdicts, after.needs.len()), (true, before.needs.len()));
    let fields = |need: &std::sync::Arc<throughline_core::model::Need>| need.fields.clone();
    assert!(after.needs.iter().map(fields).eq(before.needs.iter().map(fields)));
    holds_what_was_filled_in(&asked.read(&path), &asked);
}

#[test]
fn a_spreadsheet_may_save_it_in_its_own_way() {
    let asked = Asked::new();
    let path = filled(&asked);
    if saved_by_office(&path) {
        holds_what_was_filled_in(&asked.read(&path), &asked);
    }
}

#[test]
fn what_was_said_since_stays_unless_chosen() {
    let asked = Asked::new();
    let (questions, path) = (asked.asked(), filled(&asked));
    let about = questions[0]["placementId"].clone();
    let answer = |answer: &str| {
        let said = json!({ "placementIds": [about], "answer": answer, "reason": "Since",
            "memberId": asked.member });
        asked.host.call("check.answer", said);
    };
    answer("no");
    let told = asked.read(&path);
    assert_eq!(told["counts"]["conflicts"], 1);
    let item = &told["items"][0];
    assert_eq!((&item["conflict"], &item["id"]), (&json!(true), &about));
    assert_eq!((&item["answer"], &item["here"]["answer"]), (&json!("yes"), &json!("no")));
    let taken = asked.take(&[]);
    assert_eq!((&taken["value"]["checks"], &taken["value"]["kept"]), (&json!(2), &json!(1)));
    let said = || asked.host.call("check.answers", json!({ "placementId": about }))[0].clone();
    assert_eq!(said()["answer"], "no");
    asked.read(&path);
    assert_eq!(asked.take(&[&about])["value"]["checks"], 1);
    assert_eq!(
        (&said()["answer"], &said()["reason"]),
        (&json!("yes"), &json!("Closed two with it"))
    );
    // What went on from there stays: the file says nothing new.
    answer("partly");
    assert_eq!(asked.read(&path)["items"], json!([]));
}

/// Where the rows stand that cannot be taken in.
fn places(told: &Value) -> Vec<(&str, u64)> {
    let faults = told["faults"].as_array().unwrap().iter();
    let mut places: Vec<_> = faults
        .map(|fault| (fault["sheet"].as_str().unwrap(), fault["row"].as_u64().unwrap()))
        .collect();
    places.sort_unstable();
    places
}

#[test]
fn a_row_that_cannot_be_taken_is_told_and_stops_no_other() {
    let asked = Asked::new();
    let questions = asked.asked();
    let path = asked.write("bad.xlsx");
    fill(
        &path,
        &[
            ("Checks", "K2", "certainly"),
            ("Checks", "L3", "Only why"),
            ("Checks", "K4", "yes"),
            ("Checks", "K5", "no"),
            ("Needs", "H2", "No such thing"),
            ("Needs", "H3", "x"),
            ("Needs", "I3", "y"),
            ("New needs", "B2", "Nowhere"),
            ("New needs", "F2", "Proof"),
            ("New needs", "F3", "Without a stage"),
        ],
    );
    asked.host.call("placement.remove", json!({ "ids": [questions[2]["placementId"]] }));
    let told = asked.read(&path);
    assert_eq!(
        places(&told),
        [
            ("Checks", 2),
            ("Checks", 3),
            ("Checks", 4),
            ("Needs", 2),
            ("Needs", 3),
            ("New needs", 2),
            ("New needs", 3),
        ]
    );
    assert_eq!(told["items"].as_array().unwrap().len(), 1);
    let first = told["faults"][0]["reason"].as_str().unwrap();
    assert_eq!(first, "\"certainly\" is not one of: yes, partly, no, unsure.");
    assert_eq!(asked.take(&[])["value"]["checks"], 1);
}

#[test]
fn a_file_of_another_workspace_or_kind_is_refused_with_what_to_do() {
    let (asked, other) = (Asked::new(), Asked::new());
    let foreign = asked.refused(&filled(&other));
    assert!(foreign.starts_with("These answers are for another workspace."), "{foreign}");
    let table = asked.folder.path().join("table.csv");
    std::fs::write(&table, "Title,URL\nA,https://a.example\n").unwrap();
    for path in [table, report(&asked)] {
        let refused = asked.refused(&path);
        assert!(refused.contains("Choose the workbook that Ask sales wrote"), "{refused}");
    }
    let path = filled(&asked);
    rewrite(&path, |_, part, text| {
        if part == "xl/sharedStrings.xml" {
            *text = text.replace("Does it move the deal?", "Well?");
        }
    });
    let refused = asked.refused(&path);
    assert!(refused.contains("\"Does it move the deal?\""), "{refused}");
    assert!(asked.host.attempt("answers.apply", json!({})).is_err());
}

fn report(asked: &Asked) -> PathBuf {
    let path = asked.folder.path().join("report.xlsx");
    *asked.host.target.lock().unwrap() = Some(path.clone());
    asked.host.call("export.report", json!({ "format": "xlsx" }));
    path
}

#[test]
fn nothing_of_the_plan_is_a_formula_in_it_nor_becomes_one_when_chosen() {
    let asked = Asked::new();
    let hostile = "=HYPERLINK(\"http://a.example\",\"x\")";
    let asset = asked.questions()[0]["assetId"].clone();
    asked.host.call("asset.update", json!({ "id": asset, "set": { "title": hostile } }));
    let path = asked.write("hostile.xlsx");
    rewrite(&path, |names, part, text| {
        assert!(!text.contains("<f>") && !text.contains("<hyperlink"), "{part}");
        assert_eq!(names.last().unwrap(), "Lists");
    });
    // The list offers it with an apostrophe in front, and that is how it is known again.
    fill(&path, &[("Needs", "H2", &format!("'{hostile}"))]);
    let told = asked.read(&path);
    assert_eq!((&told["faults"], &told["items"][0]["reason"]), (&json!([]), &json!(hostile)));
}

#[test]
fn nobody_is_asked_where_nothing_is_open() {
    let host = TestHost::with_workspace();
    let people = host.call("ask.people", json!({}));
    assert_eq!((&people[0]["checks"], &people[0]["needs"]), (&json!(0), &json!(0)));
    let member = people[0]["memberId"].clone();
    let refused = host.attempt("ask.write", json!({ "memberId": member })).unwrap_err();
    assert!(refused.message.starts_with("No check and no need is open for"), "{}", refused.message);
}
