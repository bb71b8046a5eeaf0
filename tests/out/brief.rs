//! The brief of a planned piece as a page: what whoever makes it reads, and that it stays text.

use dom_query::Document;
use serde_json::{Value, json};
use throughline_tests::host::TestHost;
use throughline_tests::page::{dangers, words};
use throughline_tests::pdf::poppler;

fn saved_as(host: &TestHost, asset: &Value, format: &str) -> Vec<u8> {
    let file = tempfile::NamedTempFile::with_suffix(format!(".{format}")).unwrap();
    *host.target.lock().unwrap() = Some(file.path().to_owned());
    host.call("export.brief", json!({ "id": asset, "format": format }));
    std::fs::read(file.path()).unwrap()
}

fn saved(host: &TestHost, asset: &Value) -> Document {
    Document::from(String::from_utf8(saved_as(host, asset, "html")).unwrap())
}

fn said(page: &Document) -> String {
    words(&page.select("main").text())
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
    let said = said(&page);
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
    assert!(said(&page).contains("<script>alert(1)</script>"));
    assert!(page.select("script, img, svg[onload]").is_empty());
    assert!(dangers(&page).iter().all(|one| one.starts_with("a href=#part-")));
}

/// A document that can be read aloud has no heading without one above it: whatever is known of a piece,
/// or nothing of it.
#[test]
fn on_paper_it_says_the_same_however_little_is_known() {
    let (host, asset) = planned("Payback model");
    let whole = poppler("pdftotext", &["-nodiag"], &saved_as(&host, &asset, "pdf"));
    for part in ["Payback model", "1 December 2026", "Five budgets", "Ten questions (Discovery)"] {
        assert!(whole.contains(part), "{part}\n{whole}");
    }
    host.call("asset.update", json!({ "id": asset, "set": { "summary": "" } }));
    let placed = poppler("pdftotext", &["-nodiag"], &saved_as(&host, &asset, "pdf"));
    assert!(placed.contains("Where it stands") && !placed.contains("Five budgets"), "{placed}");
    let bare = json!({ "fields": { "title": "An idea", "status": "idea" } });
    let bare = host.call("asset.create", bare)["value"]["id"].clone();
    let pdf = saved_as(&host, &bare, "pdf");
    assert!(poppler("pdfinfo", &[], &pdf).contains("Tagged: yes"));
    assert!(poppler("pdftotext", &["-nodiag"], &pdf).contains("An idea"));
}
