//! Rules between entities, and what goes along when something is deleted.

use serde_json::{Value, json};
use throughline_tests::host::TestHost;

fn persona(host: &TestHost, name: &str) -> Value {
    let fields = json!({
        "name": name, "role": "champion", "weight": 3, "titlePatterns": [], "challenges": [],
        "goals": [], "preferredFormats": [], "channels": [], "notes": "",
    });
    host.call("persona.create", json!({ "fields": fields }))["value"]["id"].clone()
}

fn asset(host: &TestHost, title: &str) -> Value {
    let step = json!({ "text": "", "url": "", "assetId": null });
    let fields = json!({
        "title": title, "url": "", "formatId": null, "purpose": null, "interactive": false,
        "visual": false, "onDemand": false, "channels": [], "language": "", "themes": [],
        "owner": "", "status": "published", "dueOn": null, "publishedOn": null,
        "reviewedOn": null, "cost": null, "takeaways": [], "maintain": step, "deepen": step,
        "editorial": { "educates": null, "offProduct": null, "expert": null }, "funding": null,
        "budget": null, "externalId": "", "summary": "",
    });
    host.call("asset.create", json!({ "fields": fields }))["value"]["id"].clone()
}

fn stage(host: &TestHost, number: usize) -> Value {
    host.call("stage.list", json!({}))[number]["id"].clone()
}

fn place(host: &TestHost, asset: &Value, persona: &Value, stage: &Value, answer: &str) {
    let cell = json!({ "personaId": persona, "stageId": stage });
    let place = json!({ "assetIds": [asset], "cells": [cell], "answer": answer });
    host.call("placement.place", place);
}

#[test]
fn what_hangs_on_a_persona_is_told_and_comes_back_with_undo() {
    let host = TestHost::with_workspace();
    let cfo = persona(&host, "CFO");
    let (one, two) = (asset(&host, "One"), asset(&host, "Two"));
    place(&host, &one, &cfo, &stage(&host, 0), "yes");
    place(&host, &two, &cfo, &stage(&host, 1), "no");
    let trigger = json!({ "name": "Audit", "description": "", "signal": "", "personaIds": [cfo] });
    host.call("trigger.create", json!({ "fields": trigger }));

    let hanging = host.call("entity.hangs", json!({ "kind": "persona", "id": cfo }));
    let expected = json!([
        { "kind": "trigger", "deleted": 0, "changed": 1 },
        { "kind": "placement", "deleted": 2, "changed": 0 },
        { "kind": "verdict", "deleted": 2, "changed": 0 },
    ]);
    assert_eq!(hanging, expected);

    let before = host.workspace().plan.view();
    host.call("persona.delete", json!({ "id": cfo }));
    assert!(host.workspace().plan.view().placements.is_empty());
    assert_eq!(host.call("trigger.list", json!({}))[0]["personaIds"], json!([]));
    host.call("plan.undo", json!({}));
    assert_eq!(*host.workspace().plan.view(), *before);
}

#[test]
fn a_name_is_given_once() {
    let host = TestHost::with_workspace();
    persona(&host, "CFO");
    let fields = json!({
        "name": "cfo", "role": "champion", "weight": 3, "titlePatterns": [], "challenges": [],
        "goals": [], "preferredFormats": [], "channels": [], "notes": "",
    });
    let error = host.attempt("persona.create", json!({ "fields": fields })).unwrap_err();
    assert_eq!(error.field.as_deref(), Some("name"));
    assert_eq!(error.message, "There is already a persona called \"cfo\".");
}

#[test]
fn a_journey_has_one_handoff() {
    let host = TestHost::with_workspace();
    let discovery = stage(&host, 3);
    host.call("stage.update", json!({ "id": discovery, "set": { "handoff": true } }));
    let stages = host.call("stage.list", json!({}));
    let handoffs: Vec<_> = stages
        .as_array()
        .unwrap()
        .iter()
        .filter(|stage| stage["handoff"] == true)
        .map(|stage| stage["name"].clone())
        .collect();
    assert_eq!(handoffs, ["Discovery"]);
}

#[test]
fn placing_twice_places_once() {
    let host = TestHost::with_workspace();
    let (cfo, one) = (persona(&host, "CFO"), asset(&host, "One"));
    place(&host, &one, &cfo, &stage(&host, 0), "yes");
    place(&host, &one, &cfo, &stage(&host, 0), "no");
    let page = host.call("asset.get", json!({ "id": one }));
    assert_eq!(page["placements"].as_array().unwrap().len(), 1);
    assert_eq!(page["placements"][0]["check"]["effective"], "no");
    let id = page["placements"][0]["placement"]["id"].clone();
    let answers = host.call("check.answers", json!({ "placementId": id }));
    let words: Vec<_> = answers.as_array().unwrap().iter().map(|a| a["answer"].clone()).collect();
    assert_eq!(words, ["no", "yes"], "earlier answers are kept");
}

#[test]
fn sales_overrides_marketing() {
    let host = TestHost::with_workspace();
    let (cfo, one) = (persona(&host, "CFO"), asset(&host, "One"));
    place(&host, &one, &cfo, &stage(&host, 3), "yes");
    let kim = json!({ "name": "A. Kim", "email": "", "role": "sales", "former": false });
    let kim = host.call("member.create", json!({ "fields": kim }))["value"]["id"].clone();
    let page = host.call("asset.get", json!({ "id": one }));
    let placement = page["placements"][0]["placement"]["id"].clone();
    let answer = json!({ "placementIds": [placement], "answer": "no", "memberId": kim });
    host.call("check.answer", answer);

    let check = host.call("asset.get", json!({ "id": one }))["placements"][0]["check"].clone();
    assert_eq!(check["effective"], "no");
    assert_eq!(check["disagreement"], true);
    assert_eq!(check["sales"]["answer"]["enteredBy"], "Mara Ruiz");
}

#[test]
fn a_field_that_does_not_exist_is_refused() {
    let host = TestHost::with_workspace();
    let cfo = persona(&host, "CFO");
    let update = json!({ "id": cfo, "set": { "wheight": 1 } });
    let error = host.attempt("persona.update", update).unwrap_err();
    assert_eq!(error.message, "A persona has no field \"wheight\".");
}

#[test]
fn what_signed_answers_cannot_be_deleted() {
    let host = TestHost::with_workspace();
    let kim = json!({ "name": "A. Kim", "email": "", "role": "sales", "former": false });
    let kim = host.call("member.create", json!({ "fields": kim }))["value"]["id"].clone();
    let (cfo, one) = (persona(&host, "CFO"), asset(&host, "One"));
    place(&host, &one, &cfo, &stage(&host, 3), "yes");
    let first = host.call("member.list", json!({}))[0]["id"].clone();
    let error = host.attempt("member.delete", json!({ "id": first })).unwrap_err();
    assert!(error.message.contains("former"), "{}", error.message);
    host.call("member.delete", json!({ "id": kim }));
}
