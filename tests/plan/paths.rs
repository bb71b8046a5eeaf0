//! A persona's path: its stops, its tracks and where it breaks.

use serde_json::{Value, json};
use throughline_tests::host::TestHost;

struct Desk {
    host: TestHost,
    cfo: Value,
    stages: Vec<Value>,
}

fn desk() -> Desk {
    let host = TestHost::with_workspace();
    let fields = json!({ "name": "CFO", "weight": 5 });
    let cfo = host.call("persona.create", json!({ "fields": fields }))["value"]["id"].clone();
    let stages = host.call("stage.list", json!({}));
    let stages = stages.as_array().unwrap().iter().map(|stage| stage["id"].clone()).collect();
    Desk { host, cfo, stages }
}

impl Desk {
    /// A published asset with the verdict given, placed for the CFO at a stage.
    fn placed(&self, title: &str, stage: usize, answer: Value) -> (Value, Value) {
        let fields = json!({ "title": title, "status": "published" });
        let asset = self.host.call("asset.create", json!({ "fields": fields }));
        let asset = asset["value"]["id"].clone();
        let cell = json!({ "personaId": self.cfo, "stageId": self.stages[stage] });
        let mut request = json!({ "assetIds": [asset], "cells": [cell] });
        if answer.is_string() {
            request["answer"] = answer;
        }
        let placed = self.host.call("placement.place", request)["value"][0]["id"].clone();
        (asset, placed)
    }

    fn path(&self) -> Value {
        self.host.call("persona.path", json!({ "personaId": self.cfo }))
    }

    fn titles(&self, stage: usize) -> Vec<String> {
        let path = self.path();
        let stops = path["stages"][stage]["stops"].as_array().unwrap();
        stops.iter().map(|stop| stop["title"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn what_helps_stands_first_and_what_is_not_live_is_no_stop() {
    let desk = desk();
    desk.placed("B unchecked", 4, json!(null));
    desk.placed("C no", 4, json!("no"));
    desk.placed("D yes", 4, json!("yes"));
    desk.placed("A partly", 4, json!("partly"));
    let (gone, _) = desk.placed("E retired", 4, json!("yes"));
    let retired = json!({ "id": gone, "set": { "status": "retired" } });
    desk.host.call("asset.update", retired);
    assert_eq!(desk.titles(4), ["D yes", "A partly", "B unchecked", "C no"]);
}

#[test]
fn a_step_that_deepens_is_a_track_to_where_that_stands_later() {
    let desk = desk();
    let (guide, here) = desk.placed("Guide", 3, json!("yes"));
    let (model, later) = desk.placed("Model", 5, json!("yes"));
    assert_eq!(desk.path()["tracks"], json!([]));
    // Something helps at Discovery and nothing of it leads on to Evaluation.
    assert_eq!(desk.path()["stages"][3]["brokenBefore"], "Evaluation");
    let step = json!({ "assetId": model, "text": "", "url": "" });
    desk.host.call("asset.update", json!({ "id": guide, "set": { "deepen": step } }));
    assert_eq!(desk.path()["tracks"], json!([{ "from": here, "to": later }]));
    assert_eq!(desk.path()["stages"][3]["brokenBefore"], "Evaluation", "it stands at Proposal");
    // Its own step here counts before the asset's: a demo leads on from anywhere.
    let demo = json!({ "assetId": null, "text": "See it", "url": "https://example.org/demo" });
    desk.host.call("placement.update", json!({ "id": here, "set": { "deepen": demo } }));
    let path = desk.path();
    assert_eq!(path["tracks"], json!([]));
    assert_eq!(path["stages"][3]["brokenBefore"], Value::Null);
    let stop = &path["stages"][3]["stops"][0];
    assert_eq!((&stop["deepensHere"], &stop["maintainsHere"]), (&json!(true), &json!(false)));
    // A step back is no track.
    let back = json!({ "assetId": guide, "text": "", "url": "" });
    desk.host.call("asset.update", json!({ "id": model, "set": { "deepen": back } }));
    assert_eq!(desk.path()["tracks"], json!([]));
}
