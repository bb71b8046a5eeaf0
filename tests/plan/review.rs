//! Snapshots and reviews: what turned, which edits did it, what is carried over.

use serde_json::{Value, json};
use throughline_tests::host::TestHost;

const DAY: i64 = 86_400_000;

struct Desk {
    host: TestHost,
    cfo: Value,
    stages: Vec<Value>,
}

/// Mara Ruiz (strategist) and a CFO of weight 5 over the default journey, on 1 September 2026.
fn desk() -> Desk {
    let host = TestHost::with_workspace();
    let cfo = json!({ "fields": { "name": "CFO", "role": "economic buyer", "weight": 5 } });
    let cfo = host.call("persona.create", cfo)["value"]["id"].clone();
    let stages = host.call("stage.list", json!({}));
    let stages = stages.as_array().unwrap().iter().map(|stage| stage["id"].clone()).collect();
    Desk { host, cfo, stages }
}

impl Desk {
    fn made(&self, command: &str, fields: Value) -> Value {
        self.host.call(command, json!({ "fields": fields }))["value"]["id"].clone()
    }

    fn cell(&self, stage: usize) -> Value {
        json!({ "personaId": self.cfo, "stageId": self.stages[stage] })
    }

    /// A published asset for the CFO at a stage, with the placement there.
    fn placed(&self, stage: usize, mut fields: Value) -> (Value, Value) {
        fields["status"] = json!("published");
        let asset = self.made("asset.create", fields);
        let place = json!({ "assetIds": [asset], "cells": [self.cell(stage)] });
        let placed = self.host.call("placement.place", place);
        (asset, placed["value"][0]["id"].clone())
    }

    fn freeze(&self, name: &str) -> Value {
        self.host.call("snapshot.take", json!({ "name": name }))["value"].clone()
    }

    fn compare(&self, before: &Value) -> Value {
        self.host.call("snapshot.compare", json!({ "before": before }))
    }
}

fn turns(compared: &Value) -> Vec<(String, String, String)> {
    let word = |one: &Value, name: &str| one[name].as_str().unwrap().to_owned();
    let cells = compared["turned"].as_array().unwrap();
    cells.iter().map(|one| (word(one, "stage"), word(one, "before"), word(one, "after"))).collect()
}

fn turn(stage: &str, before: &str, after: &str) -> (String, String, String) {
    (stage.to_owned(), before.to_owned(), after.to_owned())
}

#[test]
fn nothing_turns_while_nothing_changes() {
    let desk = desk();
    let before = desk.freeze("Q3");
    let compared = desk.compare(&before);
    assert_eq!(turns(&compared), []);
    let comparison = &compared["comparison"];
    for list in ["journeys", "stages", "personas", "cells", "needs", "ratings"] {
        assert_eq!(comparison[list], json!([]), "{list}");
    }
    for one in ["workspace", "assets", "verdicts"] {
        assert_eq!(comparison[one], Value::Null, "{one}");
    }
}

#[test]
fn a_turned_cell_names_the_edits_that_did_it() {
    let desk = desk();
    let before = desk.freeze("Q3");
    let (_, placement) = desk.placed(4, json!({ "title": "Total cost worksheet" }));
    let answer = json!({ "placementIds": [placement], "answer": "yes", "reason": "They ask." });
    desk.host.call("check.answer", answer);
    let compared = desk.compare(&before);
    assert_eq!(turns(&compared), [turn("Evaluation", "empty", "covered")]);
    // 2 halves of credit more.
    assert_eq!(compared["turned"][0]["gain"], 2);
    let causes = compared["turned"][0]["causes"].as_array().unwrap();
    let words = |one: &Value| (one["before"].clone(), one["after"].clone());
    assert_eq!(words(&causes[0]), (json!("empty"), json!("unproven")));
    assert_eq!(words(&causes[1]), (json!("unproven"), json!("covered")));
    let verb = |cause: &Value| {
        let edits = compared["edits"].as_array().unwrap();
        edits.iter().find(|edit| edit["seq"] == cause["edit"]).unwrap()["verb"].clone()
    };
    assert_eq!((verb(&causes[0]), verb(&causes[1])), (json!("place"), json!("answer")));
    // One of seven cells is covered: 1 ÷ 7.
    let after = compared["comparison"]["workspace"]["after"]["value"].as_f64().unwrap();
    assert!((after - 1.0 / 7.0).abs() < 1e-12, "{after}");
    assert_eq!(compared["comparison"]["workspace"]["before"]["value"], 0.0);
}

#[test]
fn what_time_alone_turns_names_no_edit() {
    let desk = desk();
    let format = desk.made("format.create", json!({ "name": "Fortnightly", "shelfLifeDays": 14 }));
    // Out on 1 September and good for 14 days: stale on the 16th.
    let fields =
        json!({ "title": "Weekly figures", "publishedOn": "2026-09-01", "formatId": format });
    desk.placed(4, fields);
    let before = desk.freeze("September");
    desk.host.pass(20 * DAY);
    let compared = desk.compare(&before);
    assert_eq!(turns(&compared), [turn("Evaluation", "unproven", "stale")]);
    assert_eq!(compared["turned"][0]["causes"][0]["edit"], Value::Null);
    assert_eq!(compared["edits"], json!([]));
}

#[test]
fn two_snapshots_are_compared_as_they_were_frozen() {
    let desk = desk();
    let first = desk.freeze("Q3");
    desk.placed(4, json!({ "title": "Guide" }));
    desk.host.pass(90 * DAY);
    let second = desk.freeze("Q4");
    desk.placed(5, json!({ "title": "Later" }));
    let both = json!({ "before": first, "after": second });
    let compared = desk.host.call("snapshot.compare", both);
    assert_eq!(turns(&compared), [turn("Evaluation", "empty", "unproven")]);
    assert_eq!(compared["comparison"]["from"], "2026-09-01");
    assert_eq!(compared["comparison"]["to"], "2026-11-30");
    // Its own figures do not move with the plan.
    let rows = desk.host.call("snapshot.list", json!({}));
    let names: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, ["Q4", "Q3"]);
    assert_eq!(rows[1]["score"]["nothingLive"], 7);
}

#[test]
fn a_snapshot_outlives_what_it_was_taken_of() {
    let desk = desk();
    desk.placed(4, json!({ "title": "Guide" }));
    let before = desk.freeze("Q3");
    desk.host.call("persona.delete", json!({ "id": desk.cfo }));
    let compared = desk.compare(&before);
    // Its cells went with the persona; that is no turn of a cell.
    assert_eq!(turns(&compared), []);
    let personas = compared["comparison"]["personas"].as_array().unwrap();
    assert_eq!(
        (&personas[0]["before"]["name"], &personas[0]["after"]),
        (&json!("CFO"), &json!(null))
    );
    assert_eq!(compared["comparison"]["cells"].as_array().unwrap().len(), 7);
}

#[test]
fn what_was_not_done_is_carried_over_until_it_is() {
    let desk = desk();
    let review = |name: &str, on: &str| {
        desk.made("review.create", json!({ "name": name, "heldOn": on, "notes": "" }))
    };
    let decide = |review: &Value, text: &str, due: Value| {
        let fields = json!({ "reviewId": review, "text": text, "owner": "MR", "dueOn": due });
        desk.made("decision.create", fields)
    };
    let summer = review("Summer", "2026-06-30");
    let autumn = review("Autumn", "2026-09-30");
    decide(&summer, "Some day", json!(null));
    let guide = decide(&summer, "Write the guide", json!("2026-08-01"));
    decide(&summer, "Call the CFOs", json!("2026-07-01"));
    decide(&autumn, "Fund the model", json!("2026-12-01"));
    let carried = |review: &Value| -> Vec<String> {
        let page = desk.host.call("review.get", json!({ "id": review }));
        let texts = page["carried"].as_array().unwrap().iter();
        texts.map(|one| one["decision"]["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(carried(&summer), Vec::<String>::new());
    assert_eq!(carried(&autumn), ["Call the CFOs", "Write the guide", "Some day"]);
    // Done before the autumn review: it need not be talked about there again.
    desk.host.call("decision.update", json!({ "id": guide, "set": { "doneOn": "2026-09-15" } }));
    assert_eq!(carried(&autumn), ["Call the CFOs", "Some day"]);
    let page = desk.host.call("review.get", json!({ "id": autumn }));
    assert_eq!(page["decisions"].as_array().unwrap().len(), 1);
    assert_eq!(page["compared"], Value::Null);
    // 1 July, with no day it was done on: overdue on 1 September, and so is nothing else by then.
    assert_eq!(desk.host.call("home.get", json!({}))["waits"]["decisions"], 1);
}

#[test]
fn deleting_a_snapshot_leaves_its_review_and_undo_brings_both_ties_back() {
    let desk = desk();
    let before = desk.freeze("Q3");
    let fields = json!({ "name": "Autumn", "heldOn": "2026-09-30", "beforeId": before });
    let review = desk.made("review.create", fields);
    let same = json!({ "id": review, "set": { "afterId": before } });
    assert_eq!(
        desk.host.attempt("review.update", same).unwrap_err().field.as_deref(),
        Some("afterId")
    );
    desk.host.call("snapshot.delete", json!({ "id": before }));
    let page = || desk.host.call("review.get", json!({ "id": review }));
    assert_eq!(page()["review"]["beforeId"], Value::Null);
    desk.host.call("plan.undo", json!({}));
    assert_eq!(page()["review"]["beforeId"], before);
}
