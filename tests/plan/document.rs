//! The plan as one JSON document: it comes back identically, and what is no plan is refused with
//! words that say what to do.

use crate::edits::{apply, by, edits, setup};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use throughline_core::api::Host;
use throughline_core::document;
use throughline_core::id::EntityKind;
use throughline_core::model::{Architecture, Table};
use throughline_core::plan::log::{EditFilter, edits as history};
use throughline_core::plan::{Op, Plan, Verb, verify};
use throughline_tests::fixture::open;
use throughline_tests::host::TestHost;

fn written(plan: &Architecture) -> Vec<u8> {
    let mut bytes = Vec::new();
    document::write(plan, &mut bytes).unwrap();
    bytes
}

fn refusal(document: &Value) -> String {
    document::read(document.to_string().as_bytes()).unwrap_err().to_string()
}

/// Out, in as a workspace, and out again.
fn round(plan: &Architecture) {
    let bytes = written(plan);
    let read = document::read(&bytes).unwrap();
    assert!(read == *plan, "it is another plan");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("again.throughline");
    drop(Plan::adopt(&path, by(500), "Mara Ruiz", &read).unwrap());
    assert_eq!(verify(&path), Vec::<String>::new());
    assert!(written(&open(&path).unwrap().view()) == bytes, "it is another document");
}

fn sample() -> TestHost {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    host
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_plan_comes_back_identically(edits in edits()) {
        let plan = Plan::in_memory(by(0), setup()).unwrap();
        for (step, edit) in edits.iter().enumerate() {
            let op = Op::many(Verb::Update, EntityKind::Asset, 1);
            let _ = plan.transact(by(step + 1), op, |tx| apply(tx, edit));
        }
        round(&plan.view());
    }
}

#[test]
fn the_sample_and_the_plans_of_every_version_come_back_identically() {
    round(&sample().workspace().plan.view());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/workspace");
    for version in 1..=throughline_core::store::SCHEMA_VERSION {
        let copy = tempfile::tempdir().unwrap();
        let path = copy.path().join("old.throughline");
        std::fs::copy(folder.join(format!("schema-{version}.throughline")), &path).unwrap();
        let mut plan = (*open(&path).unwrap().view()).clone();
        // What was taken in stays where its rows are.
        assert_eq!(plan.batches.iter().next().is_some(), version >= 3, "version {version}");
        plan.batches = Table::default();
        // And so does what sales answered about them.
        assert_eq!(plan.lead_answers.iter().next().is_some(), version >= 5, "version {version}");
        plan.lead_answers = Table::default();
        assert_eq!(plan.advocates.iter().next().is_some(), version >= 7, "version {version}");
        plan.advocates = Table::default();
        round(&plan);
    }
}

#[test]
fn a_document_is_read_by_others_and_says_all_kinds_in_order() {
    let plan = sample().workspace().plan.view();
    let document: Value = serde_json::from_slice(&written(&plan)).unwrap();
    assert_eq!(document["format"], "throughline-plan");
    assert_eq!(document["version"], 1);
    let kinds: Vec<_> = document["entities"].as_object().unwrap().keys().cloned().collect();
    let travelling = EntityKind::ALL.iter().filter(|kind| kind.travels());
    let all: Vec<_> = travelling.map(|kind| json!(kind)).collect();
    assert_eq!(json!(kinds), json!(all));
    let personas = document["entities"]["persona"].as_array().unwrap();
    assert_eq!(personas.len(), plan.personas.len());
    assert_eq!(personas[0]["name"], "CFO");
    assert_eq!(personas[0]["role"], "economic buyer");
    assert!(personas[0]["id"].is_string() && personas[0]["createdAt"].is_number());
}

/// The document of the sample with a change.
fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut document = serde_json::from_slice(&written(&sample().workspace().plan.view())).unwrap();
    change(&mut document);
    document
}

type Change = fn(&mut Value);

/// What is changed of the sample's document, and a part of what is said of it.
const WRONG: &[(Change, &str)] = &[
    (|all| all["format"] = json!("other"), "not a plan that Throughline saved"),
    (|all| *all = json!([1, 2]), "not a plan that Throughline saved"),
    (|all| *all = json!({ "format": "throughline-plan", "version": 1 }), "not a plan"),
    (|all| all["version"] = json!(2), "newer Throughline (version 2; this one knows 1)"),
    (|all| all["version"] = json!(0), "no version 0"),
    (|all| all["history"] = json!([]), "\"history\""),
    (|all| all["entities"]["lead"] = json!([]), "kind \"lead\""),
    (|all| all["entities"]["workspace"] = json!([]), "exactly one"),
    (|all| all["entities"]["persona"][0]["weight"] = json!(9), "The persona \"CFO\": The decision"),
    (
        |all| all["entities"]["persona"][0]["weight"] = json!("5"),
        "The persona \"CFO\": invalid type",
    ),
    (|all| all["entities"]["persona"][0]["wieght"] = json!(5), "it has no \"wieght\""),
    (|all| all["entities"]["persona"][0]["position"] = json!(i64::MAX), "position"),
    (|all| all["entities"]["persona"][0]["position"] = json!(-1), "position"),
    (|all| all["entities"]["persona"][0]["version"] = json!(0), "version 0"),
    (|all| all["entities"]["persona"][0]["createdAt"] = json!(i64::MIN), "no time"),
    (|all| all["entities"]["verdict"][0]["answeredAt"] = json!(i64::MAX), "no time"),
    (|all| all["entities"]["persona"][1]["name"] = json!("cfo"), "already a persona called"),
    (
        |all| all["entities"]["placement"][0]["assetId"] = json!(NOBODY),
        "This asset no longer exists",
    ),
    (
        |all| all["entities"]["verdict"][0]["memberId"] = json!(NOBODY),
        "This member no longer exists",
    ),
    (|all| all["entities"]["format"][2]["id"] = json!("x"), "The format \""),
    (|all| all["entities"]["format"][2] = json!(7), "The 3rd format: it is no entity"),
    (
        |all| {
            let id = all["entities"]["persona"][0]["id"].clone();
            all["entities"]["asset"][0]["id"] = id;
        },
        "is there already",
    ),
];

const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

#[test]
fn what_breaks_a_rule_is_refused_and_named() {
    for (change, said) in WRONG {
        let refusal = refusal(&changed(*change));
        assert!(refusal.contains(said), "{refusal} should say {said}");
    }
}

#[test]
fn what_is_no_json_says_where_and_what_to_do() {
    let whole = written(&sample().workspace().plan.view());
    let cut = document::read(&whole[..whole.len() / 2]).unwrap_err().to_string();
    assert!(cut.contains("ends too early"), "{cut}");
    let table = document::read(b"Title,URL\n").unwrap_err().to_string();
    assert!(table.contains("not JSON from line 1"), "{table}");
    let twice = [whole.as_slice(), b"{}"].concat();
    assert!(document::read(&twice).is_err());
    // What another editor puts before it is no harm.
    let marked = [b"\xef\xbb\xbf".as_slice(), &whole].concat();
    assert!(document::read(&marked).is_ok());
}

#[test]
fn a_row_that_is_wrong_is_found_by_its_line() {
    let mut text = String::from_utf8(written(&sample().workspace().plan.view())).unwrap();
    let at = text.find("\"weight\": 5").unwrap();
    text.replace_range(at..at + 11, "\"weight\": -5");
    let line = text[..at].lines().count();
    let refusal = document::read(text.as_bytes()).unwrap_err().to_string();
    let told = refusal.rsplit("(Line ").next().unwrap().trim_end_matches(".)");
    // The row ends some lines after the field.
    let told: usize = told.parse().unwrap();
    assert!((line..line + 40).contains(&told), "{refusal}, not {line}");
}

fn in_documents(host: &TestHost) -> Vec<PathBuf> {
    let mut all: Vec<_> =
        std::fs::read_dir(host.documents()).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.extension().is_some_and(|ending| ending == "throughline"));
    all.sort();
    all
}

#[test]
fn the_window_saves_a_plan_and_opens_it_as_a_new_workspace() {
    let host = sample();
    let folder = tempfile::tempdir().unwrap();
    *host.target.lock().unwrap() = Some(folder.path().join("kept"));
    let saved = host.call("export.plan", json!({}));
    assert_eq!(saved["name"], "kept.json");
    assert_eq!(*host.suggested.lock().unwrap(), ["Northwind Cloud plan.json"]);
    let before = host.workspace().plan.view();
    // Nothing picked: nothing happens.
    host.call("file.fromPlan", json!({}));
    assert_eq!(in_documents(&host).len(), 1);
    *host.picked.lock().unwrap() = Some(folder.path().join("kept.json"));
    let session = host.call("file.fromPlan", json!({}));
    assert_eq!(session["open"]["location"]["name"], "Northwind Cloud 2");
    assert_eq!(session["open"]["undo"], Value::Null);
    let plan = &host.workspace().plan;
    assert!(*plan.view() == *before);
    let told = history(plan, &EditFilter { limit: 9, ..EditFilter::default() }, "").unwrap();
    let told: Vec<_> =
        told.iter().map(|edit| (edit.done.verb.as_str(), &*edit.done.subject)).collect();
    assert_eq!(told, [("adopt", "Northwind Cloud")]);
    // Work goes on from there, and undo ends where it began.
    host.call("asset.create", json!({ "fields": { "title": "And on", "status": "planned" } }));
    host.call("plan.undo", json!({}));
    assert!(host.attempt("plan.undo", json!({})).is_err());
    host.call("file.close", json!({}));
    assert_eq!(verify(&in_documents(&host)[0]), Vec::<String>::new());
}

#[test]
fn a_plan_that_is_refused_leaves_no_file_and_what_is_open() {
    let host = sample();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wrong.json");
    for (change, _) in WRONG {
        std::fs::write(&path, changed(*change).to_string()).unwrap();
        *host.picked.lock().unwrap() = Some(path.clone());
        let open = host.workspace().path.clone();
        host.attempt("file.fromPlan", json!({})).unwrap_err();
        assert_eq!(host.workspace().path, open);
        assert_eq!(in_documents(&host), [open]);
    }
}

/// A snapshot names an edit of the history it was taken in. In another history, no edit has that
/// number, so that none is told as what led here.
#[test]
fn a_snapshot_knows_no_edit_of_another_history() {
    let host = sample();
    let name = |title: &str| json!({ "fields": { "title": title, "status": "planned" } });
    (0..3).for_each(|n| drop(host.call("asset.create", name(&format!("Piece {n}")))));
    let taken = host.call("snapshot.take", json!({ "name": "Autumn" }));
    let folder = tempfile::tempdir().unwrap();
    *host.target.lock().unwrap() = Some(folder.path().join("kept.json"));
    host.call("export.plan", json!({}));
    *host.picked.lock().unwrap() = Some(folder.path().join("kept.json"));
    host.call("file.fromPlan", json!({}));
    host.call("asset.create", name("Another"));
    let compared = host.call("snapshot.compare", json!({ "before": taken["value"] }));
    assert_eq!(compared["causes"], Value::Null, "the history does not reach back so far");
    let path = host.workspace().path.clone();
    host.call("file.close", json!({}));
    assert_eq!(verify(&path), Vec::<String>::new());
}
