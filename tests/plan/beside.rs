//! Coverage read by many at once while the plan changes, as the window's calls do.

use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};
use throughline_tests::host::TestHost;

/// A workspace with one persona, and one published asset placed at the first stage.
fn one_cell() -> (TestHost, Value, Value) {
    let host = TestHost::with_workspace();
    let make = |command: &str, fields: Value| {
        host.call(command, json!({ "fields": fields }))["value"]["id"].clone()
    };
    let cfo =
        make("persona.create", json!({ "name": "CFO", "role": "economic buyer", "weight": 5 }));
    let asset = json!({ "title": "Payback", "status": "published", "publishedOn": "2026-08-01" });
    let asset = make("asset.create", asset);
    let inquiry = host.call("stage.list", json!({}))[0]["id"].clone();
    let cell = json!({ "personaId": cfo, "stageId": inquiry });
    let placed = json!({ "assetIds": [asset], "cells": [cell] });
    let placement = host.call("placement.place", placed)["value"][0]["id"].clone();
    (host, cell, placement)
}

#[test]
fn whoever_asks_after_a_change_sees_it_whatever_others_read_meanwhile() {
    let (host, cell, placement) = one_cell();
    let cell = json!({ "cell": cell });
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    host.call("coverage.map", json!({}));
                }
            });
        }
        for round in 0..200 {
            let answer = ["yes", "no"][round % 2];
            let given = json!({ "placementIds": [placement], "answer": answer, "reason": "" });
            host.call("check.answer", given);
            let map = host.call("coverage.map", json!({}));
            let counts = &map["cells"][0]["verdicts"];
            assert_eq!(counts[answer], 1, "after answer {round}: {counts}");
            let shown = host.call("cell.get", cell.clone());
            let check = &shown["detail"]["placements"][0]["check"];
            assert_eq!(check["effective"], answer, "after answer {round}");
        }
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn many_who_undo_at_once_take_every_edit_back_once() {
    const EDITS: usize = 48;
    let host = TestHost::with_workspace();
    for at in 0..EDITS {
        let fields = json!({ "name": format!("CFO {at}"), "role": "economic buyer", "weight": 5 });
        host.call("persona.create", json!({ "fields": fields }));
    }
    let turn = |command: &str| {
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..EDITS / 4 {
                        host.call(command, json!({}));
                    }
                });
            }
        });
        host.call("persona.list", json!({})).as_array().unwrap().len()
    };
    assert_eq!(turn("plan.undo"), 0);
    assert!(host.attempt("plan.undo", json!({})).is_err());
    assert_eq!(turn("plan.redo"), EDITS);
    assert!(host.attempt("plan.redo", json!({})).is_err());
}
