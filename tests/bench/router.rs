//! What the window waits for when it asks the core: the same commands, as JSON, from a file.

use std::path::Path;

use serde_json::{Value, json};
use throughline_tests::host::TestHost;

use crate::table::{median_ms, note};

const RUNS: usize = 11;
const DAY: i64 = 86_400_000;
/// So many edits are made between two snapshots.
const EDITS: usize = 2_000;

/// Notes the layers of an edit, and of the views that follow it.
pub(crate) fn measure(file: &Path) {
    println!("Through the router, from the file");
    note(
        "open → first map",
        median_ms(5, |_| (), |()| TestHost::at(file).call("coverage.map", json!({}))),
    );
    let host = TestHost::at(file);
    let map = host.call("coverage.map", json!({}));
    let (persona, stage) = (&map["personas"][7]["id"], &map["stages"][3]["id"]);
    let cell = json!({ "cell": { "personaId": persona, "stageId": stage } });
    let placed = host.call("cell.get", cell.clone())["detail"]["placements"].clone();
    let time = |what: &str, command: &str, payload: &dyn Fn(usize) -> Value| {
        note(what, median_ms(RUNS, payload, |payload| host.call(command, payload)));
    };
    time("an answer, safely on the disk", "check.answer", &|run| {
        let answer = ["yes", "no"][run % 2];
        json!({ "placementIds": [placed[0]["id"]], "answer": answer, "reason": "" })
    });
    time("the map", "coverage.map", &|_| json!({}));
    time(
        "the map under a filter",
        "coverage.map",
        &|_| json!({ "filter": { "languages": ["de"] } }),
    );
    time("the gaps", "coverage.gaps", &|_| json!({}));
    time("a cell in full", "cell.get", &|_| cell.clone());
    time("candidates for a cell", "cell.candidates", &|_| cell.clone());
    time("a page of the asset table", "asset.list", &|_| json!({ "offset": 5_000 }));
    time("the questions", "check.questions", &|_| json!({ "limit": 20 }));
    time("the dialogue of a persona", "need.dialogue", &|_| json!({ "personaId": persona }));
    time("the playbook", "playbook.get", &|_| json!({}));
    time("the cadence", "cadence.get", &|_| json!({}));
    // A day after a visit there is something to compare with.
    host.call("home.get", json!({}));
    host.pass(DAY);
    host.call(
        "check.answer",
        json!({ "placementIds": [placed[1]["id"]], "answer": "no", "reason": "" }),
    );
    time("Home, with news", "home.get", &|_| json!({}));
    quarter(&host);
}

/// A quarter's work in a plan with some hundred planned pieces: what comparing it with the snapshot
/// before takes, and Home for whoever was away meanwhile.
fn quarter(host: &TestHost) {
    let planned = json!({ "filter": { "statuses": ["planned"] }, "limit": 1 });
    let planned = host.call("asset.list", planned)["total"].clone();
    let before = host.call("snapshot.take", json!({ "name": "Before" }))["value"].clone();
    let asked = host.call("check.questions", json!({ "limit": 500 }))["first"].clone();
    for (edit, question) in asked.as_array().unwrap().iter().cycle().take(EDITS).enumerate() {
        let answer = ["yes", "no", "partly"][edit % 3];
        let ids = [&question["placementId"]];
        host.call("check.answer", json!({ "placementIds": ids, "answer": answer }));
    }
    let after = host.call("snapshot.take", json!({ "name": "After" }))["value"].clone();
    let compared = json!({ "before": before, "after": after });
    let time = |what: &str, command: &str, payload: &Value| {
        note(what, median_ms(5, |_| payload.clone(), |payload| host.call(command, payload)));
    };
    let what = format!("two snapshots compared, {EDITS} edits between");
    time(&what, "snapshot.compare", &compared);
    time("the snapshot compared with the plan", "snapshot.compare", &json!({ "before": before }));
    host.pass(DAY);
    let what = format!("Home after {EDITS} edits, {planned} pieces planned");
    time(&what, "home.get", &json!({}));
}
