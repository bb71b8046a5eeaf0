//! The asset table goes out and comes back the same.

use chrono::NaiveDate;
use serde_json::json;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use throughline_core::api::asset::ListAssets;
use throughline_core::api::{Context, save_assets, speaking};
use throughline_core::import::{Tally, complete, import};
use throughline_core::model::{Architecture, Money, Purpose, Status};
use throughline_tests::host::{TestHost, read};

/// All that the table brings back of an asset, by names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    texts: [String; 7],
    words: (Option<Purpose>, Status),
    themes: Vec<String>,
    dates: [Option<NaiveDate>; 3],
    cost: Option<(i64, String)>,
    places: BTreeSet<(String, String)>,
}

fn kept(plan: &Architecture) -> Vec<Kept> {
    let persona = |id| plan.personas.get(id).unwrap().name.clone();
    let stage = |id| {
        let stage = plan.stages.get(id).unwrap();
        format!("{} of {}", stage.name, plan.journeys.get(stage.journey_id).unwrap().name)
    };
    let mut all: Vec<_> = plan
        .assets
        .iter()
        .map(|asset| {
            let one = &asset.fields;
            let format = one.format_id.map(|id| plan.formats.get(id).unwrap().name.clone());
            let placements = plan.index.placements_of(asset.id).map(|id| plan.placements.get(id));
            let placements = placements.map(Option::unwrap);
            let texts = [&one.title, &one.url, &one.owner, &one.language, &one.external_id];
            let [title, url, owner, language, id] = texts.map(Clone::clone);
            Kept {
                texts: [
                    title,
                    url,
                    owner,
                    language,
                    id,
                    one.summary.clone(),
                    format.unwrap_or_default(),
                ],
                words: (one.purpose, one.status),
                themes: one.themes.clone(),
                dates: [one.published_on, one.reviewed_on, one.due_on],
                cost: one.cost.clone().map(|Money { minor, currency }| (minor, currency)),
                places: placements
                    .map(|one| (persona(one.persona_id), stage(one.stage_id)))
                    .collect(),
            }
        })
        .collect();
    all.sort();
    all
}

fn call(host: &TestHost, command: &str, payload: serde_json::Value) -> String {
    host.call(command, payload)["value"]["id"].as_str().unwrap_or_default().to_owned()
}

/// The sample, with what is hard to bring back: texts that look like formulas, names that hold what
/// parts names, amounts without hundredths, files instead of addresses, many lines.
fn hard() -> TestHost {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    let lone = json!({ "name": "Sales, EMEA; DACH | all", "role": "champion", "weight": 2 });
    let lone = call(&host, "persona.create", json!({ "fields": lone }));
    let view = host.workspace().plan.view();
    let stages: Vec<_> = view.stages.in_order().iter().map(|stage| stage.id.to_string()).collect();
    let personas: Vec<_> = view.personas.in_order().iter().map(|one| one.id.to_string()).collect();
    for (at, title) in
        ["=1+1", "'=1+1", "''-x", "-5 ways", "@home", "＝2", "'tis", "None"].into_iter().enumerate()
    {
        let fields = json!({
            "title": title, "status": "published", "url": format!("file-{at}.pdf"),
            "externalId": format!("=ID {at}"), "owner": "+Ann, \"A\"; B",
            "summary": "one,\n\"two\";\r\n\n=three | four", "themes": ["-minus", "a b"],
            "cost": { "minor": 1_234_500 + at, "currency": if at % 2 == 0 { "JPY" } else { "EUR" } },
            "dueOn": "2026-03-04", "publishedOn": "2026-02-01",
        });
        let id = call(&host, "asset.create", json!({ "fields": fields }));
        let cells: Vec<_> = [(&lone, 0), (&lone, 2), (&personas[0], 0), (&personas[1], 2)]
            .iter()
            .map(|(persona, stage)| json!({ "personaId": persona, "stageId": stages[*stage] }))
            .collect();
        host.call("placement.place", json!({ "assetIds": [id], "cells": cells }));
    }
    host
}

fn bring_in(host: &TestHost, file: &std::path::Path) -> Tally {
    let context = Context { host, speaker: speaking(host, None).unwrap() };
    let sheet = read(file, None).unwrap();
    let mapping = complete(&sheet, None, &context.view().unwrap()).unwrap();
    let go_on = |_, _| ControlFlow::Continue(());
    let plan = &host.workspace().plan;
    import(plan, context.by().unwrap(), &sheet, &mapping, &go_on).unwrap().value.tally
}

fn saved(host: &TestHost) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::with_suffix(".csv").unwrap();
    let context = Context { host, speaker: None };
    save_assets(context, &ListAssets::default(), file.path()).unwrap();
    file
}

#[test]
fn out_and_in_again_changes_nothing() {
    let host = hard();
    let before = host.workspace().plan.view();
    let tally = bring_in(&host, saved(&host).path());
    let after = host.workspace().plan.view();
    assert_eq!((tally.added, tally.updated, tally.placements), (0, 0, 0), "{tally:?}");
    assert!(tally.rejected.is_empty() && tally.unchanged == tally.read, "{tally:?}");
    assert!(before.assets == after.assets && before.placements == after.placements);
    assert!(before.formats == after.formats);
}

#[test]
fn out_of_one_and_into_an_empty_one_gives_the_same_assets() {
    let (full, empty) = (hard(), hard());
    let ids: Vec<_> =
        empty.workspace().plan.view().assets.iter().map(|one| one.id.to_string()).collect();
    empty.call("asset.deleteMany", json!({ "ids": ids }));
    assert!(empty.workspace().plan.view().assets.is_empty());
    let tally = bring_in(&empty, saved(&full).path());
    assert!(tally.rejected.is_empty(), "{tally:?}");
    let (ours, theirs) = (full.workspace().plan.view(), empty.workspace().plan.view());
    assert_eq!(theirs.assets.len(), ours.assets.len());
    for (one, other) in kept(&ours).iter().zip(&kept(&theirs)) {
        assert_eq!(one, other);
    }
}

#[test]
fn another_reader_finds_the_same_cells_and_no_formula() {
    let host = hard();
    let bytes = std::fs::read(saved(&host).path()).unwrap();
    assert!(bytes.starts_with(b"\xef\xbb\xbfTitle,URL,"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[3..]);
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert!(rows.len() > host.workspace().plan.view().assets.len());
    let opens =
        |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    assert!(!rows.iter().flatten().any(opens));
    let titles: BTreeSet<_> = rows.iter().map(|row| row[0].to_owned()).collect();
    for armed in ["'=1+1", "''=1+1", "'''-x", "'-5 ways", "'@home", "'＝2", "'tis"] {
        assert!(titles.contains(armed), "{armed}");
    }
}
