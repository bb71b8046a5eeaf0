//! The list of assets, many of them at once, and the way out of the window.

use serde_json::{Value, json};
use throughline_tests::host::TestHost;

fn asset(host: &TestHost, fields: Value) -> Value {
    host.call("asset.create", json!({ "fields": fields }))["value"]["id"].clone()
}

fn titles(list: &Value) -> Vec<&str> {
    list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["asset"]["title"].as_str())
        .collect()
}

#[test]
fn all_of_a_list_are_selected_in_its_order_whatever_its_length() {
    let host = TestHost::with_workspace();
    let owners = ["Kim", "Ada", "Kim", "Bo", ""];
    let made: Vec<Value> = owners
        .iter()
        .enumerate()
        .map(|(n, owner)| asset(&host, json!({ "title": format!("Piece {n}"), "owner": owner })))
        .collect();
    let by_owner =
        json!({ "sort": [{ "column": "owner" }, { "column": "title", "descending": true }] });
    let all = host.call("asset.selectAll", by_owner);
    let expected: Vec<&Value> = [1, 3, 2, 0, 4].iter().map(|n| &made[*n]).collect();
    assert_eq!(all, json!(expected));
}

#[test]
fn published_assets_without_any_date_are_listed_as_undated() {
    let host = TestHost::with_workspace();
    asset(&host, json!({ "title": "Idea", "status": "idea" }));
    asset(&host, json!({ "title": "Undated", "status": "published" }));
    asset(&host, json!({ "title": "Dated", "status": "published", "publishedOn": "2026-06-01" }));
    assert_eq!(titles(&host.call("asset.list", json!({ "undated": true }))), ["Undated"]);
    assert_eq!(titles(&host.call("asset.list", json!({ "undated": false }))), ["Dated", "Idea"]);
}

#[test]
fn what_hangs_on_several_assets_is_told_once() {
    let host = TestHost::with_workspace();
    let persona =
        host.call("persona.create", json!({ "fields": { "name": "CFO" } }))["value"]["id"].clone();
    let stage = host.call("stage.list", json!({}))[0]["id"].clone();
    let (one, two) =
        (asset(&host, json!({ "title": "One" })), asset(&host, json!({ "title": "Two" })));
    let cell = json!({ "personaId": persona, "stageId": stage });
    host.call(
        "placement.place",
        json!({ "assetIds": [one, two], "cells": [cell], "answer": "yes" }),
    );
    let step = json!({ "text": "", "url": "", "assetId": one });
    asset(&host, json!({ "title": "Three", "deepen": step }));
    let need = json!({
        "stageId": stage, "personaId": null, "kind": "sales need", "text": "Proof",
        "importance": "must", "authorId": null, "answerIds": [one, two], "declined": null,
    });
    host.call("need.create", json!({ "fields": need }));
    let hanging = host.call("asset.hangs", json!({ "ids": [one, two] }));
    let expected = json!([
        { "kind": "asset", "deleted": 0, "changed": 1 },
        { "kind": "placement", "deleted": 2, "changed": 0 },
        { "kind": "verdict", "deleted": 2, "changed": 0 },
        { "kind": "need", "deleted": 0, "changed": 1 },
    ]);
    assert_eq!(hanging, expected);
    assert_eq!(host.call("asset.hangs", json!({ "ids": [] })), json!([]));
}

#[test]
fn only_pages_and_mails_are_opened_outside() {
    let host = TestHost::with_workspace();
    let page = asset(&host, json!({ "title": "Page", "url": "https://example.com/roi" }));
    assert_eq!(
        host.call("asset.openLink", json!({ "id": page })),
        json!({ "host": "example.com" })
    );
    let script = asset(&host, json!({ "title": "Script", "url": "javascript:alert(1)" }));
    let refused = host.attempt("asset.openLink", json!({ "id": script })).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("url"));
    assert_eq!(*host.followed.lock().unwrap(), ["https://example.com/roi"]);
}
