//! Where the commands are given: a small plan that holds something of every kind, and beside it what
//! somebody could pick in a dialog.

use crate::host::TestHost;
use base64::Engine;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use throughline_core::api::Host;
use throughline_core::error::Error;
use throughline_core::model::Architecture;
use throughline_core::plan::{Plan, ReadOnly};

/// The file that is open at first.
pub(super) const PLAN: &str = "plan.throughline";
/// Files that can be picked: a second plan, a damaged one, one of a newer version, and a text.
const OTHERS: [&str; 4] =
    ["other.throughline", "damaged.throughline", "newer.throughline", "text.throughline"];
/// A plan saved as JSON.
const DOCUMENT: &str = "plan.json";
/// Where the header of a file holds the version of its schema.
const VERSION: std::ops::Range<usize> = 60..64;

/// A host with the plan open.
pub(super) fn desk() -> TestHost {
    let mut host = TestHost::default();
    host.workbooks = || Err(Error::invalid("Workbooks are read by another target."));
    let folder = host.documents();
    let [plan, damaged, newer] = files();
    let others = [plan, damaged, newer, b"Not a plan.\n".as_slice()];
    std::fs::write(folder.join(PLAN), plan).unwrap();
    for (name, bytes) in OTHERS.into_iter().zip(others) {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    std::fs::write(folder.join(DOCUMENT), document()).unwrap();
    let pages = folder.join("pages");
    std::fs::create_dir(&pages).unwrap();
    std::fs::write(pages.join("a.md"), "---\ntitle: A page\ntags: [x]\n---\n# Heading\n\nText.\n")
        .unwrap();
    *host.recent.lock().unwrap() =
        [PLAN, OTHERS[0], OTHERS[1]].map(|name| folder.join(name)).into();
    *host.pages.lock().unwrap() = Some(pages);
    host.open(&folder.join(PLAN)).unwrap();
    host
}

/// What is picked in the dialogs from here on: three bits say which workspace, or the highest that a
/// plan saved as JSON; two say where to save.
pub(super) fn pick(host: &TestHost, dialogs: u8) {
    let folder = host.documents();
    let names = [PLAN, OTHERS[0], OTHERS[1], OTHERS[2], OTHERS[3], "gone.throughline", "pages"];
    let workspace = names.get(usize::from(dialogs % 8));
    let document = (dialogs & 0x80 != 0).then_some(&DOCUMENT);
    let picked = document.or(workspace).map(|name| folder.join(name));
    let target: [Option<PathBuf>; 4] =
        [Some(folder.join("saved")), Some(folder.join(PLAN)), Some(folder.join("pages/x/y")), None];
    *host.picked.lock().unwrap() = picked;
    target[usize::from(dialogs >> 3 & 3)].clone_into(&mut host.target.lock().unwrap());
}

/// The bytes of the plan as it is at first.
pub(super) fn untouched() -> &'static [u8] {
    files()[0]
}

/// The plan as it is at first.
pub(super) fn plan_untouched() -> Arc<Architecture> {
    static READ: OnceLock<Arc<Architecture>> = OnceLock::new();
    let read = || {
        let host = TestHost::default();
        let path = host.documents().join(PLAN);
        std::fs::write(&path, untouched()).unwrap();
        Plan::open_to_read(&path, ReadOnly::Protected).unwrap().view()
    };
    Arc::clone(READ.get_or_init(read))
}

/// The plan as it is at first, as JSON.
fn document() -> &'static [u8] {
    static WRITTEN: OnceLock<Vec<u8>> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let mut bytes = Vec::new();
        throughline_core::document::write(&plan_untouched(), &mut bytes).unwrap();
        bytes
    })
}

/// The bytes of a plan, of the same one damaged, and of one from a newer version.
fn files() -> [&'static [u8]; 3] {
    static FILES: OnceLock<[Vec<u8>; 3]> = OnceLock::new();
    let files = FILES.get_or_init(|| {
        let plan = plan();
        let (mut damaged, mut newer) = (plan.clone(), plan.clone());
        let middle = plan.len() / 2;
        damaged[middle..middle + 8_192].fill(0x55);
        newer[VERSION].copy_from_slice(&99_u32.to_be_bytes());
        [plan, damaged, newer]
    });
    files.each_ref().map(Vec::as_slice)
}

/// Three leads with what they asked for.
const LEADS: &str = "\
Email,Name,Job Title,Content,Requested,Opened
a@b.example,Ada Kim,CFO,Guide,2026-03-01 09:00:00,2026-03-02 09:00:00
b@b.example,Ben Oduya,CISO,Guide,2026-03-02 09:00:00,
c@b.example,,,ROI model,2026-03-03 09:00:00,
";

/// A deal of two of them.
const DEALS: &str = "\
Deal ID,Deal name,Associated Contact Email,Amount,Currency,Create date,Deal stage
D1,Robots,a@b.example; b@b.example,900.00,EUR,2026-03-01,Discovery
";

fn bring_in(host: &TestHost, file: &str) {
    let bytes = base64::engine::general_purpose::STANDARD.encode(file);
    host.call("import.begin", json!({}));
    host.call("import.piece", json!({ "name": "facts.csv", "bytes": bytes }));
    let preview = host.call("facts.read", json!({}));
    host.call("facts.apply", json!({ "mapping": preview["mapping"] }));
}

fn plan() -> Vec<u8> {
    let host = TestHost::with_workspace();
    let id = |made: Value| made["value"]["id"].clone();
    let make = |kind: &str, fields: Value| {
        id(host.call(&format!("{kind}.create"), json!({ "fields": fields })))
    };
    let ada =
        json!({ "name": "Ada Kim", "email": "ada@example.org", "role": "sales", "former": false });
    let ada = make("member", ada);
    let stages = host.call("stage.list", json!({}));
    let stage = |at: usize| stages[at]["id"].clone();
    let cfo = make("persona", json!({ "name": "CFO", "role": "economic buyer", "weight": 5 }));
    let ciso = make("persona", json!({ "name": "CISO", "role": "gatekeeper", "weight": 3 }));
    make("interview", json!({ "personaId": cfo, "who": "A CFO" }));
    make("insight", json!({ "personaId": cfo, "text": "Wants numbers" }));
    let trigger = make("trigger", json!({ "name": "Audit finding", "personaIds": [ciso] }));
    let asset = |title: &str, status: &str| {
        let url = format!("https://example.org/{}", title.len());
        let themes = ["security"];
        make("asset", json!({ "title": title, "status": status, "url": url, "themes": themes }))
    };
    let [guide, model, _] = [("Guide", "published"), ("ROI model", "planned"), ("Old", "idea")]
        .map(|(title, status)| asset(title, status));
    let cell = |persona: &Value, at| json!({ "personaId": persona, "stageId": stage(at) });
    host.call(
        "placement.place",
        json!({ "assetIds": [guide, model], "cells": [cell(&cfo, 0), cell(&ciso, 1)],
            "triggerIds": [trigger], "answer": "yes", "reason": "" }),
    );
    let why =
        json!({ "stageId": stage(0), "kind": "objection", "text": "Why?", "importance": "must" });
    make("need", why);
    make("scoringModel", json!({ "name": "Spring", "state": "draft", "recipe": {} }));
    make("routingRule", json!({ "personaIds": [cfo], "ownerId": ada }));
    make("agreement", json!({ "startsOn": "2026-11-01" }));
    host.call("cell.setApplicable", json!({ "cell": cell(&cfo, 2), "reason": "Nobody asks" }));
    bring_in(&host, LEADS);
    bring_in(&host, DEALS);
    let path = host.workspace().path.clone();
    host.hold(None);
    std::fs::read(path).unwrap()
}
