//! A copy merged back, as the window does it: what people said comes in, conflicts are shown with
//! both values, and what cannot come in is told.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use throughline_core::api::Host;
use throughline_core::plan::verify;
use throughline_tests::host::TestHost;

/// Somebody with the sample, and somebody else with a copy of it.
struct Two {
    folder: TempDir,
    ours: TestHost,
    theirs: TestHost,
    path: PathBuf,
}

fn two() -> Two {
    let folder = tempfile::tempdir().unwrap();
    let ours = TestHost::default();
    ours.call("file.sample", json!({}));
    let path = folder.path().join("For sales.throughline");
    *ours.target.lock().unwrap() = Some(path.clone());
    ours.call("file.saveCopy", json!({ "goOn": false }));
    let theirs = TestHost::at(&path);
    theirs.set_clock(ours.now().0 + 3_600_000);
    Two { folder, ours, theirs, path }
}

impl Two {
    /// The copy is closed and picked in our window.
    fn read(&self) -> Value {
        if self.theirs.opened().is_some() {
            self.theirs.call("file.close", json!({}));
        }
        let bytes = std::fs::read(&self.path).unwrap();
        *self.ours.picked.lock().unwrap() = Some(self.path.clone());
        let told = self.ours.call("merge.read", json!({}));
        assert!(std::fs::read(&self.path).unwrap() == bytes, "the copy was changed");
        told
    }

    fn apply(&self, choices: Value) -> Value {
        self.ours.call("merge.apply", choices)
    }

    fn sound(&self) {
        let path = self.ours.workspace().path.clone();
        self.ours.call("file.close", json!({}));
        assert_eq!(verify(&path), Vec::<String>::new());
    }
}

fn nth(host: &TestHost, kind: &str, n: usize) -> Value {
    host.call(&format!("{kind}.list"), json!({}))[n].clone()
}

fn set(host: &TestHost, kind: &str, id: &Value, fields: Value) {
    let mut change = json!({ "id": id });
    change["set"] = fields;
    host.call(&format!("{kind}.update"), change);
}

fn item<'a>(told: &'a Value, kind: &str) -> &'a Value {
    let items = told["items"].as_array().unwrap();
    items.iter().find(|item| item["kind"] == kind).unwrap()
}

fn count(told: &Value, kind: &str) -> [u64; 4] {
    let counts = told["counts"].as_array().unwrap();
    let count = counts.iter().find(|count| count["kind"] == kind).unwrap();
    ["new", "changed", "deleted", "conflicts"].map(|name| count[name].as_u64().unwrap())
}

#[test]
fn what_sales_said_in_a_copy_comes_in_as_one_change() {
    let two = two();
    let view = two.theirs.workspace().plan.view();
    let placement = view.placements.iter().next().unwrap().id;
    two.theirs.call(
        "check.answer",
        json!({ "placementIds": [placement], "answer": "no", "reason": "Nobody asks for it" }),
    );
    let stage = nth(&two.theirs, "stage", 3);
    let need = json!({ "stageId": stage["id"], "kind": "objection", "text": "Too dear", "importance": "must" });
    two.theirs.call("need.create", json!({ "fields": need }));
    let told = two.read();
    assert_eq!(told["copy"], "For sales");
    assert_eq!(count(&told, "verdict"), [1, 0, 0, 0]);
    assert_eq!(count(&told, "need"), [1, 0, 0, 0]);
    assert_eq!(told["counts"].as_array().unwrap().len(), 2);
    assert_eq!(item(&told, "need")["name"], "Too dear");
    assert_eq!(told["refused"], json!([]));
    let merged = two.apply(json!({}));
    assert_eq!(merged["value"], json!({ "taken": 2, "deleted": 0, "kept": 0, "refused": [] }));
    assert_eq!(merged["changes"]["undo"]["verb"], "merge");
    assert_eq!(merged["changes"]["undo"]["subject"], "For sales");
    let ours = two.ours.workspace().plan.view();
    let answer = ours.verdicts.iter().next_back().unwrap();
    assert_eq!((answer.placement_id, answer.reason.as_str()), (placement, "Nobody asks for it"));
    two.ours.call("plan.undo", json!({}));
    assert_eq!(two.ours.workspace().plan.view().verdicts.len() + 1, ours.verdicts.len());
    two.ours.call("plan.redo", json!({}));
    assert_eq!(two.read()["items"], json!([]), "the same copy again");
    two.sound();
}

#[test]
fn work_goes_on_after_a_merge_on_either_side() {
    let two = two();
    let needs = [0, 1, 2].map(|n| nth(&two.ours, "need", n)["id"].clone());
    for id in &needs {
        set(&two.theirs, "need", id, json!({ "text": "Said in the copy" }));
    }
    two.read();
    assert_eq!(two.apply(json!({}))["value"]["taken"], 3);
    // What came in is changed and deleted here: the same copy brings nothing of it back.
    set(&two.ours, "need", &needs[0], json!({ "text": "Said better here" }));
    two.ours.call("need.delete", json!({ "id": needs[1] }));
    assert_eq!(two.read()["items"], json!([]));
    // What goes on in the copy goes on from what came in.
    let theirs = TestHost::at(&two.path);
    theirs.set_clock(two.ours.now().0 + 3_600_000);
    set(&theirs, "need", &needs[2], json!({ "text": "Said again in the copy" }));
    theirs.call("file.close", json!({}));
    let told = two.read();
    assert_eq!(count(&told, "need"), [0, 1, 0, 0], "{told}");
    assert_eq!(two.apply(json!({}))["value"]["taken"], 1);
    let now = two.ours.call("need.list", json!({})).to_string();
    assert!(now.contains("Said again in the copy") && now.contains("Said better here"));
    two.sound();
}

#[test]
fn a_conflict_shows_both_values_and_ours_stays_unless_chosen() {
    let two = two();
    let need = nth(&two.ours, "need", 0);
    let before = need["text"].clone();
    set(&two.theirs, "need", &need["id"], json!({ "text": "Theirs", "importance": "nice" }));
    set(&two.ours, "need", &need["id"], json!({ "text": "Ours", "declined": "Not now" }));
    let told = two.read();
    assert_eq!(count(&told, "need"), [0, 1, 0, 1]);
    assert_eq!(told["alsoPlan"], json!(false));
    let found = item(&told, "need");
    let text =
        found["fields"].as_array().unwrap().iter().find(|one| one["name"] == "text").unwrap();
    let wanted = json!({ "name": "text", "before": before, "ours": "Ours", "theirs": "Theirs", "conflict": true });
    assert_eq!(*text, wanted);
    let merged = two.apply(json!({}));
    assert_eq!(merged["value"]["kept"], 1);
    // What only one of them changed is as that one has it.
    let now = nth(&two.ours, "need", 0);
    assert_eq!([&now["text"], &now["importance"], &now["declined"]], ["Ours", "nice", "Not now"]);
    two.read();
    let take = json!({ "kind": "need", "id": need["id"], "fields": ["text"] });
    assert_eq!(two.apply(json!({ "take": [take] }))["value"]["kept"], 0);
    let now = nth(&two.ours, "need", 0);
    assert_eq!([&now["text"], &now["importance"], &now["declined"]], ["Theirs", "nice", "Not now"]);
    two.sound();
}

#[test]
fn deletions_are_offered_and_never_taken_by_themselves() {
    let two = two();
    let (insight, gone) = (nth(&two.ours, "insight", 0), nth(&two.ours, "insight", 1));
    two.theirs.call("insight.delete", json!({ "id": insight["id"] }));
    set(&two.theirs, "insight", &gone["id"], json!({ "text": "Said again" }));
    two.ours.call("insight.delete", json!({ "id": gone["id"] }));
    let told = two.read();
    assert_eq!(count(&told, "insight"), [0, 1, 1, 1]);
    assert_eq!(item(&told, "insight")["goneHere"], json!(true), "conflicts come first");
    let before = two.ours.workspace().plan.view().insights.len();
    let merged = two.apply(json!({}));
    assert_eq!(merged["value"], json!({ "taken": 0, "deleted": 0, "kept": 1, "refused": [] }));
    two.read();
    let take = [&insight, &gone].map(|one| json!({ "kind": "insight", "id": one["id"] }));
    let merged = two.apply(json!({ "take": take }));
    assert_eq!(merged["value"], json!({ "taken": 1, "deleted": 1, "kept": 0, "refused": [] }));
    let texts = two.ours.call("insight.list", json!({}));
    assert_eq!(texts.as_array().unwrap().len(), before);
    assert!(texts.to_string().contains("Said again"));
    two.sound();
}

#[test]
fn what_belongs_to_something_deleted_here_is_told_and_not_taken() {
    let two = two();
    let persona = nth(&two.ours, "persona", 0);
    let said = json!({ "personaId": persona["id"], "text": "They ask for references" });
    two.theirs.call("insight.create", json!({ "fields": said }));
    two.ours.call("persona.delete", json!({ "id": persona["id"] }));
    let told = two.read();
    let reason = told["refused"][0]["reason"].as_str().unwrap();
    assert_eq!(reason, "It belongs to a persona that is not here and does not come in.");
    let merged = two.apply(json!({}));
    assert_eq!(merged["value"]["taken"], 0);
    assert_eq!(merged["value"]["refused"], told["refused"]);
    two.sound();
}

#[test]
fn a_piece_placed_in_one_cell_on_both_sides_is_one_placement() {
    let two = two();
    let view = two.ours.workspace().plan.view();
    let asset = view.assets.iter().find(|one| !view.index.is_placed(one.id)).map(|one| one.id);
    let asset = asset.unwrap_or_else(|| view.assets.iter().next().unwrap().id);
    let (persona, stage) = (nth(&two.ours, "persona", 5), nth(&two.ours, "stage", 6));
    let cell = json!({ "personaId": persona["id"], "stageId": stage["id"] });
    let place = json!({ "assetIds": [asset], "cells": [cell], "triggerIds": [] });
    let ours = two.ours.call("placement.place", place.clone())["value"][0]["id"].clone();
    let theirs = two.theirs.call("placement.place", place)["value"][0]["id"].clone();
    assert_ne!(ours, theirs);
    let answer = json!({ "placementIds": [theirs], "answer": "yes", "reason": "It closed a deal" });
    two.theirs.call("check.answer", answer);
    let told = two.read();
    assert_eq!(told["refused"], json!([]));
    assert_eq!(two.apply(json!({}))["value"]["taken"], 1, "the answer");
    let answers = two.ours.call("check.answers", json!({ "placementId": ours }));
    assert_eq!(answers[0]["reason"], "It closed a deal");
    assert_eq!(two.read()["items"], json!([]));
    two.sound();
}

#[test]
fn changes_of_the_plan_itself_are_one_choice() {
    let two = two();
    let id = json!(two.ours.workspace().plan.view().assets.iter().next().unwrap().id);
    set(&two.theirs, "asset", &id, json!({ "title": "Renamed there" }));
    two.read();
    assert_eq!(two.apply(json!({ "alsoPlan": false }))["value"]["taken"], 0);
    let told = two.read();
    assert_eq!(item(&told, "asset")["ofPlan"], json!(true));
    assert_eq!(two.apply(json!({}))["value"]["taken"], 1);
    let asset = two.ours.workspace().plan.view();
    assert!(asset.assets.iter().any(|one| one.title == "Renamed there"));
    two.sound();
}

#[test]
fn what_is_no_copy_is_refused_and_nothing_is_changed() {
    let two = two();
    let other = two.folder.path().join("other.throughline");
    let another = TestHost::default();
    another.call("file.sample", json!({}));
    *another.target.lock().unwrap() = Some(other.clone());
    another.call("file.saveCopy", json!({ "goOn": false }));
    let text = two.folder.path().join("text.throughline");
    std::fs::write(&text, "no workspace").unwrap();
    let bare = two.folder.path().join("bare.throughline");
    *two.ours.target.lock().unwrap() = Some(bare.clone());
    two.ours.call("file.saveAnonymousCopy", json!({}));
    let last = two.ours.workspace().plan.last_edit().unwrap();
    let refused = |path: &Path| {
        *two.ours.picked.lock().unwrap() = Some(path.to_owned());
        two.ours.attempt("merge.read", json!({})).unwrap_err().message
    };
    assert!(refused(&other).contains("another one: \"Northwind Cloud\""));
    assert!(refused(&text).contains("not a Throughline workspace"));
    assert!(refused(&bare).contains("no history in common"));
    assert!(refused(&two.ours.workspace().path.clone()).contains("the workspace itself"));
    assert!(two.ours.attempt("merge.apply", json!({})).unwrap_err().message.contains("no copy"));
    assert_eq!(two.ours.workspace().plan.last_edit().unwrap(), last);
    *two.ours.picked.lock().unwrap() = None;
    assert_eq!(two.ours.call("merge.read", json!({})), Value::Null);
    two.sound();
}
