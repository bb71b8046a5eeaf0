//! Changes, their history, undo and redo across a restart.

use base64::Engine;
use serde_json::{Value, json};
use throughline_core::api::Open;
use throughline_tests::fixture::open;
use throughline_tests::host::TestHost;

fn cfo() -> Value {
    json!({ "fields": {
        "name": "CFO", "role": "economic buyer", "weight": 5, "titlePatterns": [], "challenges": [],
        "goals": [], "preferredFormats": [], "channels": [], "notes": "",
    }})
}

fn names(host: &TestHost) -> Vec<String> {
    let personas = host.call("persona.list", json!({}));
    let name = |persona: &Value| persona["name"].as_str().unwrap().to_owned();
    personas.as_array().unwrap().iter().map(name).collect()
}

/// Closes the workspace and opens its file again.
fn restart(host: &TestHost) {
    use throughline_core::api::Host;
    let path = host.workspace().path.clone();
    host.hold(None);
    let plan = open(&path).unwrap();
    host.hold(Some(std::sync::Arc::new(Open::new(path, plan))));
}

#[test]
fn an_edit_can_be_taken_back_and_made_again_after_a_restart() {
    let host = TestHost::with_workspace();
    let created = host.call("persona.create", cfo());
    assert_eq!(created["changes"]["undo"]["subject"], "CFO");
    restart(&host);
    assert_eq!(names(&host), ["CFO"]);

    let undone = host.call("plan.undo", json!({}));
    assert_eq!(names(&host), Vec::<String>::new());
    assert_eq!(undone["changes"]["redo"]["verb"], "create");
    assert_eq!(undone["changes"]["undo"], Value::Null, "setting up cannot be undone");
    restart(&host);

    host.call("plan.redo", json!({}));
    assert_eq!(names(&host), ["CFO"]);
    restart(&host);
    assert_eq!(names(&host), ["CFO"]);
}

/// Two at the end go, another one comes, one of the two comes back.
#[test]
fn a_restart_changes_nothing_about_the_order_of_what_comes_after_it() {
    let order = |restarted: bool| {
        let host = TestHost::with_workspace();
        let create = |name: &str| {
            let fields = json!({ "name": name, "role": "champion", "weight": 1 });
            host.call("persona.create", json!({ "fields": fields }))["value"]["id"].clone()
        };
        let [_, second, third] = ["First", "Second", "Third"].map(create);
        host.call("persona.delete", json!({ "id": third }));
        let gone = host.call("history.list", json!({}))["edits"][0]["seq"].clone();
        host.call("persona.delete", json!({ "id": second }));
        if restarted {
            restart(&host);
        }
        create("Fourth");
        assert_eq!(names(&host), ["First", "Fourth"], "what is new comes last");
        host.call("history.restore", json!({ "seq": gone }));
        names(&host)
    };
    assert_eq!(order(true), order(false));
}

#[test]
fn a_new_edit_ends_what_could_be_redone() {
    let host = TestHost::with_workspace();
    host.call("persona.create", cfo());
    host.call("plan.undo", json!({}));
    host.call("persona.create", cfo());
    let error = host.attempt("plan.redo", json!({})).unwrap_err();
    assert_eq!(error.message, "There is nothing to redo.");
}

#[test]
fn the_history_tells_who_changed_what_from_what_to_what() {
    let host = TestHost::with_workspace();
    let id = host.call("persona.create", cfo())["value"]["id"].clone();
    host.call("persona.update", json!({ "id": id, "set": { "weight": 4 } }));

    let page = host.call("history.list", json!({ "kind": "persona" }));
    let edits = page["edits"].as_array().unwrap();
    assert_eq!(edits.len(), 2);
    assert_eq!((&edits[0]["verb"], &edits[0]["subject"]), (&json!("update"), &json!("CFO")));
    let member = host.call("member.list", json!({}))[0]["id"].clone();
    assert_eq!(edits[0]["memberId"], member);

    let detail = host.call("history.get", json!({ "seq": edits[0]["seq"] }));
    let fields = &detail["rows"][0]["fields"];
    assert_eq!(*fields, json!([{ "name": "weight", "before": 5, "after": 4 }]));
}

#[test]
fn restoring_an_old_edit_is_a_new_edit() {
    let host = TestHost::with_workspace();
    let id = host.call("persona.create", cfo())["value"]["id"].clone();
    let update = host.call("persona.update", json!({ "id": id, "set": { "name": "Finance" } }));
    let seq = update["changes"]["undo"]["seq"].clone();
    host.call("persona.update", json!({ "id": id, "set": { "weight": 1 } }));

    host.call("history.restore", json!({ "seq": seq }));
    assert_eq!(names(&host), ["CFO"]);
    host.call("plan.undo", json!({}));
    assert_eq!(names(&host), ["Finance"]);
}

#[test]
fn a_lost_update_is_refused() {
    let host = TestHost::with_workspace();
    let id = host.call("persona.create", cfo())["value"]["id"].clone();
    host.call("persona.update", json!({ "id": id, "version": 1, "set": { "weight": 4 } }));
    let stale = json!({ "id": id, "version": 1, "set": { "weight": 3 } });
    let error = host.attempt("persona.update", stale).unwrap_err();
    assert_eq!(serde_json::to_value(error.code).unwrap(), "conflict");
}

#[test]
fn a_change_that_changes_nothing_leaves_no_trace() {
    let host = TestHost::with_workspace();
    let id = host.call("persona.create", cfo())["value"]["id"].clone();
    let before = host.call("history.list", json!({}));
    host.call("persona.update", json!({ "id": id, "set": { "name": " CFO " } }));
    assert_eq!(host.call("history.list", json!({})), before);
}

#[test]
fn the_history_is_found_by_words_of_its_subject() {
    let host = TestHost::with_workspace();
    host.call("persona.create", cfo());
    let officer = json!({ "name": "Chief Finance Officer", "role": "champion", "weight": 1 });
    host.call("persona.create", json!({ "fields": officer }));
    let found = |text: &str| {
        let page = host.call("history.list", json!({ "text": text, "limit": 5 }));
        let edits = page["edits"].as_array().unwrap();
        edits.iter().map(|edit| edit["subject"].clone()).collect::<Vec<_>>()
    };
    let none: [Value; 0] = [];
    assert_eq!(found("cfo"), [json!("CFO")]);
    assert_eq!(found("OFFICER fin"), [json!("Chief Finance Officer")]);
    assert_eq!(found("nobody"), none);
}

#[test]
fn an_edit_names_what_its_fields_point_to_even_when_that_is_gone() {
    let host = TestHost::with_workspace();
    let persona = host.call("persona.create", cfo())["value"]["id"].clone();
    let asset = json!({ "fields": { "title": "ROI model", "status": "idea" } });
    let asset = host.call("asset.create", asset)["value"]["id"].clone();
    let stage = host.call("stage.list", json!({}))[0].clone();
    let cell = json!({ "personaId": persona, "stageId": stage["id"] });
    let placed = host.call("placement.place", json!({ "assetIds": [asset], "cells": [cell] }));
    let seq = placed["changes"]["undo"]["seq"].clone();
    host.call("asset.delete", json!({ "id": asset }));

    let detail = host.call("history.get", json!({ "seq": seq }));
    let counts = [&detail["made"], &detail["changed"], &detail["deleted"]];
    assert_eq!(counts, [&json!(1), &json!(0), &json!(0)]);
    let name = |id: &Value| detail["names"][id.as_str().unwrap()].clone();
    assert_eq!((name(&asset), name(&persona)), (json!("ROI model"), json!("CFO")));
    assert_eq!(name(&stage["id"]), stage["name"]);
    let none = host.call("history.get", json!({ "seq": seq, "limit": 0 }));
    assert_eq!((&none["rows"], &none["made"]), (&json!([]), &json!(1)));
}

/// Brings in a list of one row.
fn import(host: &TestHost, title: &str) -> Value {
    host.call("import.begin", json!({}));
    let list = format!("title,url\n{title},https://example.org/{title}\n");
    let bytes = base64::engine::general_purpose::STANDARD.encode(list);
    host.call("import.piece", json!({ "name": "list.csv", "bytes": bytes }));
    let mapping = host.call("import.read", json!({}))["mapping"].clone();
    host.call("import.apply", json!({ "mapping": mapping }))
}

#[test]
fn an_import_that_was_taken_back_is_restored_over_a_later_one_of_the_same_kind() {
    let host = TestHost::with_workspace();
    import(&host, "first");
    host.call("plan.undo", json!({}));
    let undone = host.call("history.list", json!({}))["edits"][0]["seq"].clone();
    import(&host, "second");
    // What both remember of such files may stand once only.
    host.call("history.restore", json!({ "seq": undone }));
    let assets = host.call("asset.list", json!({}))["total"].clone();
    assert_eq!(assets, 2);
    assert_eq!(host.workspace().plan.view().mappings.len(), 1);
    host.call("plan.undo", json!({}));
    assert_eq!(host.workspace().plan.view().mappings.len(), 1);
    let path = host.workspace().path.clone();
    assert_eq!(throughline_core::plan::verify(&path), Vec::<String>::new());
}
