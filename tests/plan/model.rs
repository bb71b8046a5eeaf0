//! A plain model beside the store: after every step, and every opening anew, the workspace holds
//! what the model says, in its order. `CASES` says how many lives of a workspace are tried.

use base64::Engine;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tempfile::TempDir;
use throughline_core::api::asset::ListAssets;
use throughline_core::api::{Context, New, create_at, save_assets};
use throughline_core::id::EntityId;
use throughline_core::plan::{Preset, verify};
use throughline_tests::host::TestHost;

/// What titles begin with: some of it means something in a table.
const BEGINNINGS: [&str; 8] =
    ["Asset", "=1+1", "'=", "-", "@home", "a, b; c |", "say \"so\"", "＝"];

#[derive(Clone, Debug)]
enum Step {
    AddPersona,
    AddAsset,
    Rename(usize),
    Place(usize, usize),
    DeletePersona(usize),
    DeleteAsset(usize),
    Import(usize),
    Undo,
    Redo,
    /// What the latest edit did is taken back by the history.
    TakeBack,
    BackUp,
    PutBack(usize),
    Reopen,
}

/// Titles of assets and names of personas, by id and in order; and which are placed with which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct State {
    assets: Vec<(String, String)>,
    personas: Vec<(String, String)>,
    placed: BTreeSet<(String, String)>,
}

#[derive(Clone, Debug, Default)]
struct Model {
    now: State,
    /// States before each edit that undo takes back.
    undo: Vec<State>,
    /// States that redo brings again.
    redo: Vec<State>,
    /// The state before the latest entry of the history.
    before: Option<State>,
}

impl Model {
    fn edit(&mut self, change: impl FnOnce(&mut State)) {
        self.undo.push(self.now.clone());
        self.redo.clear();
        self.before = Some(self.now.clone());
        change(&mut self.now);
    }

    /// Undo, or redo the other way round; whether there was anything to turn.
    fn turn(&mut self, back: bool) -> bool {
        let (from, to) =
            if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        let Some(state) = from.pop() else { return false };
        let was = std::mem::replace(&mut self.now, state);
        to.push(was.clone());
        self.before = Some(was);
        true
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => Just(Step::AddPersona),
        4 => Just(Step::AddAsset),
        3 => (0..9_usize).prop_map(Step::Rename),
        4 => (0..9_usize, 0..9_usize).prop_map(|(asset, persona)| Step::Place(asset, persona)),
        2 => (0..9_usize).prop_map(Step::DeletePersona),
        3 => (0..9_usize).prop_map(Step::DeleteAsset),
        2 => (1..6_usize).prop_map(Step::Import),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        2 => Just(Step::TakeBack),
        1 => Just(Step::BackUp),
        1 => (0..9_usize).prop_map(Step::PutBack),
        2 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, 1..40)
}

/// The id of the n-th, counted round.
fn nth(of: &[(String, String)], n: usize) -> Option<String> {
    of.get(n % of.len().max(1)).map(|(id, _)| id.clone())
}

/// A workspace, the model of it, and what names are given next.
struct Run {
    folder: TempDir,
    host: TestHost,
    model: Model,
    /// Backups by name, each with the model of it.
    kept: Vec<(Value, Model)>,
    number: usize,
}

impl Run {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let host = TestHost::with_backups_in(&folder.path().join("backups"));
        let new =
            New { name: "Model".into(), member: None, preset: Preset::Default, currency: None };
        let file = folder.path().join("Model.throughline");
        create_at(Context { host: &host, speaker: None }, &file, new).unwrap();
        Self { folder, host, model: Model::default(), kept: Vec::new(), number: 0 }
    }

    fn step(&mut self, step: &Step) {
        self.number += 1;
        let edits = self.model.undo.len();
        match *step {
            Step::AddPersona => self.add_persona(),
            Step::AddAsset => self.add_asset(),
            Step::Import(rows) => self.import(rows),
            Step::Rename(n) => self.with_asset(n, Self::rename),
            Step::DeleteAsset(n) => self.with_asset(n, Self::delete_asset),
            Step::DeletePersona(n) => self.with_persona(n, Self::delete_persona),
            Step::Place(a, p) => self.with_asset(a, |run, asset| {
                run.with_persona(p, |run, persona| run.place(asset, persona));
            }),
            _ => return self.step_back_and_forth(step),
        }
        if self.model.undo.len() > edits && self.number.is_multiple_of(2) {
            self.undo_is_the_way_back();
        }
    }

    fn with_asset(&mut self, n: usize, then: impl FnOnce(&mut Self, &str)) {
        if let Some(id) = nth(&self.model.now.assets, n) {
            then(self, &id);
        }
    }

    fn with_persona(&mut self, n: usize, then: impl FnOnce(&mut Self, &str)) {
        if let Some(id) = nth(&self.model.now.personas, n) {
            then(self, &id);
        }
    }

    /// Steps that make no new edit of their own kind.
    fn step_back_and_forth(&mut self, step: &Step) {
        match *step {
            Step::Undo => self.turn(true),
            Step::Redo => self.turn(false),
            Step::TakeBack => self.take_back(),
            Step::BackUp => {
                let made = self.host.call("backup.make", json!({}));
                self.kept.push((made["name"].clone(), self.model.clone()));
            }
            Step::PutBack(n) => {
                let Some((name, model)) = self.kept.get(n % self.kept.len().max(1)) else { return };
                self.host.call("backup.restore", json!({ "name": name }));
                self.model = model.clone();
            }
            _ => self.reopen(),
        }
    }

    fn title(&self) -> String {
        format!("{} {}", BEGINNINGS[self.number % BEGINNINGS.len()], self.number)
    }

    fn made(&self, command: &str, fields: Value) -> String {
        let made = self.host.call(command, json!({ "fields": fields }));
        made["value"]["id"].as_str().unwrap().to_owned()
    }

    fn add_persona(&mut self) {
        let name = format!("Persona {}", self.number);
        let fields = json!({ "name": name, "role": "champion", "weight": 3 });
        let id = self.made("persona.create", fields);
        self.model.edit(|state| state.personas.push((id, name)));
    }

    fn add_asset(&mut self) {
        let title = self.title();
        let id = self.made("asset.create", json!({ "title": title, "status": "planned" }));
        self.model.edit(|state| state.assets.push((id, title)));
    }

    fn rename(&mut self, id: &str) {
        let title = self.title();
        self.host.call("asset.update", json!({ "id": id, "set": { "title": title } }));
        self.model.edit(|state| {
            let mut assets = state.assets.iter_mut();
            assets.find(|(one, _)| one == id).unwrap().1 = title;
        });
    }

    fn place(&mut self, asset: &str, persona: &str) {
        let stage = self.host.call("stage.list", json!({}))[0]["id"].clone();
        let cell = json!({ "personaId": persona, "stageId": stage });
        self.host.call("placement.place", json!({ "assetIds": [asset], "cells": [cell] }));
        // Placed there already: no row is touched, and the history is as it was.
        let placed = (asset.to_owned(), persona.to_owned());
        if !self.model.now.placed.contains(&placed) {
            self.model.edit(|state| state.placed.extend([placed]));
        }
    }

    fn delete_persona(&mut self, id: &str) {
        self.host.call("persona.delete", json!({ "id": id }));
        self.model.edit(|state| {
            state.personas.retain(|(one, _)| one != id);
            state.placed.retain(|(_, persona)| persona != id);
        });
    }

    fn delete_asset(&mut self, id: &str) {
        self.host.call("asset.deleteMany", json!({ "ids": [id] }));
        self.model.edit(|state| {
            state.assets.retain(|(one, _)| one != id);
            state.placed.retain(|(asset, _)| asset != id);
        });
    }

    fn import(&mut self, rows: usize) {
        let titles: Vec<_> =
            (0..rows).map(|row| format!("Imported {}.{row}", self.number)).collect();
        let list = format!("title,status\n{},planned\n", titles.join(",planned\n"));
        bring_in(&self.host, list.as_bytes());
        let held = held(&self.host).assets;
        let fresh = held[self.model.now.assets.len()..].to_vec();
        assert_eq!(fresh.iter().map(|(_, title)| title.clone()).collect::<Vec<_>>(), titles);
        self.model.edit(|state| state.assets.extend(fresh));
    }

    fn turn(&mut self, back: bool) {
        let command = if back { "plan.undo" } else { "plan.redo" };
        let done = self.host.attempt(command, json!({}));
        assert_eq!(done.is_ok(), self.model.turn(back), "{command}: {done:?}");
    }

    /// The latest edit is taken back and made again: everything is as it was, to the last field.
    fn undo_is_the_way_back(&mut self) {
        let Some(before) = self.model.undo.last().cloned() else { return };
        let after = self.host.workspace().plan.view();
        self.turn(true);
        assert_eq!(held(&self.host), before);
        self.turn(false);
        assert!(*self.host.workspace().plan.view() == *after);
    }

    fn take_back(&mut self) {
        let Some(before) = self.model.before.clone() else { return };
        let seq = self.host.call("history.list", json!({}))["edits"][0]["seq"].clone();
        self.host.call("history.restore", json!({ "seq": seq }));
        self.model.edit(|state| *state = before);
    }

    fn reopen(&mut self) {
        let path = self.host.workspace().path.clone();
        self.host.call("file.close", json!({}));
        self.host = TestHost::with_backups_in(&self.folder.path().join("backups"));
        self.host.open(&path).unwrap();
    }

    /// Out as a table and in again: here nothing changes, elsewhere it makes the same assets.
    fn goes_out_and_comes_back(&self) {
        if self.model.now.assets.is_empty() {
            return;
        }
        let table = self.folder.path().join("assets.csv");
        let context = Context { host: &self.host, speaker: None };
        save_assets(context, &ListAssets::default(), &table).unwrap();
        let table = std::fs::read(&table).unwrap();
        let elsewhere = TestHost::with_workspace();
        for (_, name) in &self.model.now.personas {
            let fields = json!({ "name": name, "role": "champion", "weight": 3 });
            elsewhere.call("persona.create", json!({ "fields": fields }));
        }
        bring_in(&elsewhere, &table);
        assert_eq!(by_names(&held(&elsewhere)), by_names(&self.model.now));
        let before = self.host.workspace().plan.view();
        bring_in(&self.host, &table);
        let after = self.host.workspace().plan.view();
        assert!(after.assets == before.assets && after.placements == before.placements);
    }
}

/// Imports a table as it is understood without help.
fn bring_in(host: &TestHost, table: &[u8]) {
    let bytes = base64::engine::general_purpose::STANDARD.encode(table);
    host.call("import.begin", json!({}));
    host.call("import.piece", json!({ "name": "list.csv", "bytes": bytes }));
    let preview = host.call("import.read", json!({}));
    host.call("import.apply", json!({ "mapping": preview["mapping"] }));
}

/// What the workspace of a host holds.
fn held(host: &TestHost) -> State {
    let plan = host.workspace().plan.view();
    let text = |id: uuid::Uuid| id.to_string();
    let assets = plan.assets.in_order();
    let personas = plan.personas.in_order();
    let placed = plan.placements.iter();
    State {
        assets: assets.iter().map(|one| (text(one.id.uuid()), one.title.clone())).collect(),
        personas: personas.iter().map(|one| (text(one.id.uuid()), one.name.clone())).collect(),
        placed: placed
            .map(|one| (text(one.asset_id.uuid()), text(one.persona_id.uuid())))
            .collect(),
    }
}

/// Titles, each with the names of the personas it is placed with.
fn by_names(state: &State) -> Vec<(String, BTreeSet<String>)> {
    let name = |id: &String| state.personas.iter().find(|(one, _)| one == id).unwrap().1.clone();
    let with = |asset: &String| {
        let placed = state.placed.iter().filter(|(one, _)| one == asset);
        placed.map(|(_, persona)| name(persona)).collect()
    };
    let mut all: Vec<_> =
        state.assets.iter().map(|(id, title)| (title.clone(), with(id))).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(20)
    ))]

    #[test]
    fn a_workspace_holds_what_a_model_of_it_says(steps in steps()) {
        let mut run = Run::new();
        for step in &steps {
            run.step(step);
            prop_assert_eq!(held(&run.host), run.model.now.clone(), "after {:?}", step);
        }
        run.reopen();
        prop_assert_eq!(held(&run.host), run.model.now.clone(), "opened anew");
        run.goes_out_and_comes_back();
        let path = run.host.workspace().path.clone();
        run.host.call("file.close", json!({}));
        prop_assert_eq!(verify(&path), Vec::<String>::new());
    }
}
