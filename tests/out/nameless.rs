//! A copy without the people who are named in a workspace: nobody is found anywhere in its bytes, and
//! what it is about is as it was.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use throughline_core::api::{Context, Host};
use throughline_core::coverage::Filter;
use throughline_core::each_kind;
use throughline_core::model::{Architecture, Kept};
use throughline_core::plan::verify;
use throughline_core::snapshot::{DemandFigures, freeze};
use throughline_tests::fixture::{open, texts_in};
use throughline_tests::host::TestHost;

fn sample() -> TestHost {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    host
}

/// Saves the copy in a folder.
fn copy(host: &TestHost, folder: &Path) -> PathBuf {
    let path = folder.join("bare.throughline");
    *host.target.lock().unwrap() = Some(path.clone());
    host.call("file.saveAnonymousCopy", json!({}));
    path
}

/// Everybody who is named where a plan names somebody.
fn named(plan: &Architecture) -> Vec<String> {
    let members = plan.members.iter().flat_map(|one| [one.name.clone(), one.email.clone()]);
    let mut all: Vec<String> = members.collect();
    all.extend(plan.assets.iter().map(|one| one.owner.clone()));
    all.extend(plan.programmes.iter().map(|one| one.owner.clone()));
    all.extend(plan.decisions.iter().map(|one| one.owner.clone()));
    all.extend(plan.insights.iter().map(|one| one.author.clone()));
    all.extend(plan.interviews.iter().flat_map(|one| [one.who.clone(), one.notes.clone()]));
    all.extend(plan.reviews.iter().map(|one| one.notes.clone()));
    all.retain(|text| !text.is_empty());
    all.sort();
    all.dedup();
    all
}

/// Every figure there is: scores, cells, verdicts, content, maturity, gaps and findings.
fn figures(host: &TestHost) -> Value {
    let context = Context { host, speaker: None };
    let view = context.view().unwrap();
    let mut all = vec![json!(
        context.coverage(None, |ledger| freeze(ledger, DemandFigures::default())).unwrap()
    )];
    for journey in view.journeys.iter() {
        let of = json!({ "journeyId": journey.id });
        all.push(json!(context.map(Some(journey.id), None, &Filter::default()).unwrap()));
        all.extend(["coverage.gaps", "coverage.themes"].map(|name| host.call(name, of.clone())));
    }
    let mut all = json!(all);
    without_names(&mut all);
    all
}

/// What things are called is no figure.
fn without_names(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(without_names),
        Value::Object(fields) => {
            fields.retain(|key, _| !["name", "text", "persona"].contains(&key.as_str()));
            fields.values_mut().for_each(without_names);
        }
        _ => {}
    }
}

fn ids<F: Kept>(plan: &Architecture) -> Vec<String> {
    F::table(plan).iter().map(|one| format!("{} {:?}", one.id, one.stamp)).collect()
}

/// Nobody is named in the copy, it is sound, and its figures are those of the plan.
fn assert_is_bare(host: &TestHost, expected: usize) -> (Vec<String>, Architecture) {
    let folder = tempfile::tempdir().unwrap();
    let path = copy(host, folder.path());
    let whole = host.workspace();
    let names = named(&whole.plan.view());
    assert_eq!(names.len(), expected, "{names:?}");
    assert_eq!(texts_in(&whole.path, &names).len(), names.len(), "the search finds what is there");
    assert_eq!(texts_in(&path, &names), Vec::<String>::new());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "the copy is one file");
    assert_eq!(verify(&path), Vec::<String>::new());
    let bare = TestHost::at(&path);
    bare.set_clock(host.now().0);
    assert_eq!(bare.call("history.list", json!({}))["edits"].as_array().unwrap().len(), 1);
    let (ours, theirs) = (whole.plan.view(), bare.workspace().plan.view());
    each_kind!(F => if !F::table(&theirs).is_empty() {
        assert_eq!(ids::<F>(&ours), ids::<F>(&theirs));
    });
    assert!(figures(&bare) == figures(host), "the figures are others");
    drop(bare);
    (names, (*open(&path).unwrap().view()).clone())
}

/// Four members with their e-mails, five owners besides, and twelve interviews with their notes.
const IN_SAMPLE: usize = 4 + 4 + 5 + 12 + 12;

#[test]
fn nobody_of_the_sample_is_in_its_bare_copy() {
    let host = sample();
    let (_, bare) = assert_is_bare(&host, IN_SAMPLE);
    let names: Vec<_> = bare.members.in_order().iter().map(|one| one.name.clone()).collect();
    assert_eq!(names, ["Strategist 1", "Reviewer 1", "Sales 1", "Sales 2"]);
    assert!(bare.members.iter().all(|one| one.email.is_empty()));
    let asked: Vec<_> = bare.interviews.iter().map(|one| one.who.as_str()).collect();
    assert!(asked.iter().all(|who| who.starts_with("Person ")), "{asked:?}");
    assert!(bare.interviews.iter().all(|one| one.notes.is_empty()));
    // Five own content besides the strategist, who is a member.
    let mut owners: Vec<_> = bare.assets.iter().map(|one| one.owner.clone()).collect();
    owners.retain(|owner| !owner.is_empty());
    owners.sort();
    owners.dedup();
    assert_eq!(owners.len(), 6, "{owners:?}");
    assert!(owners.contains(&"Strategist 1".to_owned()), "{owners:?}");
}

/// What names two people and an e-mail wherever it stands.
const SAID: &str = "Zoë Quux-Ärmel (zoe.quux@corge.example) says so, and \"Odd\" Ωmega Grault.";

fn make(host: &TestHost, kind: &str, fields: Value) -> Value {
    let mut wanted = json!({});
    wanted["fields"] = fields;
    host.call(&format!("{kind}.create"), wanted)["value"]["id"].clone()
}

/// Gives a workspace something of every kind, each of which names somebody.
fn name_people(host: &TestHost) {
    for (name, email, former) in [
        ("Zoë Quux-Ärmel", "zoe.quux@corge.example", true),
        ("\"Odd\" Ωmega Grault", "odd@corge.example", false),
    ] {
        let member = json!({ "name": name, "email": email, "role": "sales", "former": former });
        make(host, "member", member);
    }
    let persona = json!({
        "name": "CFO of Zoë Quux-Ärmel", "role": "champion", "weight": 3, "notes": SAID,
        "goals": [SAID], "challenges": [SAID], "titlePatterns": ["*Zoë Quux-Ärmel*"]
    });
    let persona = make(host, "persona", persona);
    let asked = json!({ "personaId": persona, "who": "Garply Waldo", "notes": "In confidence." });
    make(host, "interview", asked);
    let heard = json!({ "personaId": persona, "text": SAID, "author": "garply waldo" });
    make(host, "insight", heard);
    let trigger =
        json!({ "name": "T", "description": SAID, "signal": SAID, "personaIds": [persona] });
    make(host, "trigger", trigger);
    name_in_content(host, &persona);
    name_in_programmes(host);
}

fn name_in_content(host: &TestHost, persona: &Value) {
    let step = json!({ "text": SAID, "url": "mailto:fred@corge.example" });
    let asset = json!({
        "title": "By Zoë Quux-Ärmel", "status": "published", "owner": "Fred Plugh",
        "summary": SAID, "takeaways": [SAID], "maintain": step, "deepen": step
    });
    let asset = make(host, "asset", asset);
    let stage = host.call("stage.list", json!({}))[3]["id"].clone();
    let cell = json!({ "personaId": persona, "stageId": stage });
    let place = json!({
        "assetIds": [asset], "cells": [cell], "triggerIds": [], "answer": "yes", "reason": SAID
    });
    host.call("placement.place", place);
    host.call("asset.markRead", json!({ "assetIds": [asset], "read": true }));
    let need =
        json!({ "stageId": stage, "kind": "sales need", "text": SAID, "importance": "must" });
    make(host, "need", need);
}

fn name_in_programmes(host: &TestHost) {
    let programme = json!({
        "name": "Spring", "owner": "Xyzzy Thud", "goal": SAID, "forSales": SAID,
        "campaigns": [SAID], "state": "running"
    });
    let programme = make(host, "programme", programme);
    let note = json!({ "programmeId": programme, "notedOn": "2026-09-01", "text": SAID });
    make(host, "programmeNote", note);
    host.call("maturity.rate", json!({ "question": "roles", "level": 2, "evidence": SAID }));
    host.call("snapshot.take", json!({ "name": "Autumn of Zoë Quux-Ärmel" }));
    let review = json!({ "name": "Review", "heldOn": "2026-09-01", "notes": "Zoë was late." });
    let review = make(host, "review", review);
    let owner = "zoe.quux@corge.example";
    make(host, "decision", json!({ "reviewId": review, "text": SAID, "owner": owner }));
}

#[test]
fn nobody_is_found_where_everything_names_somebody() {
    let host = sample();
    name_people(&host);
    // Two members with their e-mails, one of them owner too, an interview with its notes, which was
    // with an author, two more owners, and what was said in a review.
    let (_, bare) = assert_is_bare(&host, IN_SAMPLE + 4 + 3 + 2 + 1);
    let last = bare.members.in_order().pop().unwrap();
    assert_eq!(last.name, "Sales 4");
    let insight = bare.insights.iter().next_back().unwrap();
    let interview = bare.interviews.iter().next_back().unwrap();
    assert_eq!(insight.author, interview.who, "the same person has the same number");
    assert_eq!(insight.text, "Sales 3 (someone@example.org) says so, and Sales 4.");
    let asset = bare.assets.iter().next_back().unwrap();
    assert_eq!(asset.title, "By Sales 3");
    assert_eq!(asset.deepen.url, "mailto:someone@example.org");
    assert_eq!(bare.readers(asset).len(), 1, "what was read is as it was read");
    assert_eq!(bare.decisions.iter().next().unwrap().owner, "Sales 3");
    assert_eq!(bare.programmes.iter().next_back().unwrap().owner[..7], *"Person ");
    assert_eq!(bare.reviews.iter().next().unwrap().notes, "");
    assert!(bare.personas.iter().any(|one| one.notes.starts_with("Sales 3")), "notes stay");
}

#[test]
fn a_copy_is_not_put_where_the_workspace_is() {
    let host = sample();
    let path = host.workspace().path.clone();
    *host.target.lock().unwrap() = Some(path.clone());
    assert!(host.attempt("file.saveAnonymousCopy", json!({})).is_err());
    *host.target.lock().unwrap() = None;
    assert_eq!(host.call("file.saveAnonymousCopy", json!({})), Value::Null);
    assert_eq!(verify(&path), Vec::<String>::new());
}
