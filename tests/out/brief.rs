//! The brief of a planned piece as a page: what whoever makes it reads, and that it stays text.

use dom_query::Document;
use serde_json::{Value, json};
use throughline_tests::host::TestHost;
use throughline_tests::page::dangers;

fn saved(host: &TestHost, asset: &Value) -> Document {
    let file = tempfile::NamedTempFile::with_suffix(".html").unwrap();
    *host.target.lock().unwrap() = Some(file.path().to_owned());
    host.call("export.brief", json!({ "id": asset }));
    Document::from(std::fs::read_to_string(file.path()).unwrap())
}

fn words(page: &Document) -> String {
    page.select("main").text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A CFO who asks for proof at Evaluation, with a guide that helps at Discovery, and a model planned
/// out of the brief that the cell gives.
fn planned(title: &str) -> (TestHost, Value) {
    let host = TestHost::with_workspace();
    let fields = json!({
        "name": "CFO", "role": "economic buyer", "weight": 5, "challenges": ["Five budgets"],
    });
    let cfo = host.call("persona.create", json!({ "fields": fields }))["value"]["id"].clone();
    let stages = host.call("stage.list", json!({}));
    let cell = |at: usize| json!({ "personaId": cfo, "stageId": stages[at]["id"] });
    let guide = json!({ "fields": { "title": "Ten questions", "status": "published" } });
    let guide = host.call("asset.create", guide)["value"]["id"].clone();
    let place = json!({ "assetIds": [guide], "cells": [cell(3)], "answer": "yes" });
    host.call("placement.place", place);
    let need = json!({
        "stageId": stages[4]["id"], "personaId": cfo, "kind": "sales need", "importance": "must",
        "text": "Proof of payback",
    });
    host.call("need.create", json!({ "fields": need }));
    let brief = host.call("cell.brief", cell(4));
    let plan = json!({
        "cell": cell(4), "title": title, "brief": brief["text"], "dueOn": "2026-12-01",
        "owner": "Mara Ruiz", "needIds": brief["needIds"],
    });
    let asset = host.call("cell.plan", plan)["value"]["asset"]["id"].clone();
    (host, asset)
}

#[test]
fn a_brief_says_what_is_to_be_made_for_whom_and_why() {
    let (host, asset) = planned("Payback model");
    let page = saved(&host, &asset);
    let said = words(&page);
    for part in [
        "Payback model",
        "1 December 2026",
        "Mara Ruiz",
        "no budget yet",
        "Must answer Proof of payback",
        "Challenges Five budgets",
        "Economic buyer",
        "Comes after Ten questions (Discovery)",
        "What it has to answer Proof of payback (must, sales need)",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    let exit = host.call("stage.list", json!({}))[4]["exitCriterion"].clone();
    assert!(said.contains(exit.as_str().unwrap()), "{exit}");
    assert_eq!(host.suggested.lock().unwrap().last().unwrap(), "Brief Payback model.html");
}

#[test]
fn hostile_texts_of_a_brief_stay_texts() {
    let (host, asset) = planned("<img src=x onerror=alert(1)>");
    let set = json!({ "summary": "<script>alert(1)</script>\n- \"><svg onload=alert(1)>" });
    host.call("asset.update", json!({ "id": asset, "set": set }));
    let page = saved(&host, &asset);
    assert!(words(&page).contains("<script>alert(1)</script>"));
    assert!(page.select("script, img, svg[onload]").is_empty());
    assert!(dangers(&page).iter().all(|one| one.starts_with("a href=#part-")));
}
