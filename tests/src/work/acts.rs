//! What somebody does next.

use super::Dice;
use crate::host::TestHost;
use base64::Engine;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;
use throughline_core::api::{Context, Host, save_copy};
use throughline_core::error::ApiError;
use throughline_core::id::{EntityId, JourneyId, PersonaId, StageId};
use throughline_core::model::Architecture;

/// For so long every backup stays.
const LASTING: i64 = 20 * 3_600_000;

pub(super) type Done = Result<(), ApiError>;

/// One act on a workspace, the `number`-th.
pub(super) struct Act<'a> {
    pub(super) host: &'a TestHost,
    pub(super) plan: &'a Architecture,
    pub(super) dice: Dice,
    pub(super) number: u64,
}

/// Ids of a table, oldest first.
macro_rules! ids {
    ($act:expr, $table:ident) => {
        $act.plan.$table.iter().map(|one| one.id.uuid()).collect::<Vec<_>>()
    };
}

/// One id of a table; the act is left out where there is none.
macro_rules! any {
    ($act:expr, $table:ident) => {
        match $act.dice.one(&ids!($act, $table)) {
            Some(id) => id,
            None => return $act.create_asset(),
        }
    };
}

impl Act<'_> {
    /// A workspace's first acts are one of each kind, so that a short life has them all.
    pub(super) fn run(mut self) -> Done {
        match self.number {
            1 => self.create_asset(),
            2 => self.import(),
            3 => self.call("plan.undo", json!({})),
            4 => self.call("backup.make", json!({})),
            5 => self.update_asset(),
            6 => self.put_backup_back(),
            7 => self.save_copy(),
            8 => self.call("plan.redo", json!({})),
            9 => self.create_persona(),
            10 => self.create_programme(),
            11 => self.note_programme(),
            12 => self.read_takeaways(),
            13 => self.rate(),
            14 => self.freeze(),
            15 => self.review(),
            16 => self.decide(),
            17 => self.merge(),
            18 => self.import_leads(),
            19 => self.erase_leads(),
            20 => self.agree(),
            21 => self.route(),
            22 | 23 => self.answer_lead(),
            24 => self.mark_advocate(),
            _ => self.any(),
        }
    }

    fn any(&mut self) -> Done {
        match self.dice.below(100) {
            0..17 => self.create_asset(),
            17 => self.agree(),
            18 => self.route(),
            19 => self.answer_lead(),
            20 => self.mark_advocate(),
            21..36 => self.update_asset(),
            36..42 => self.create_persona(),
            42..47 => self.update_persona(),
            47..57 => self.place(),
            57..61 => self.answer(),
            61..63 => self.create_trigger(),
            63..65 => self.create_need(),
            65..67 => self.exclude(),
            67..69 => self.create_programme(),
            69..71 => self.note_programme(),
            71..73 => self.read_takeaways(),
            73 => self.rate(),
            74 => self.freeze(),
            75 => self.review(),
            76 => self.decide(),
            77 => self.delete_assets(),
            78 => self.delete_or_rename(),
            79..87 => self.call("plan.undo", json!({})),
            87..90 => self.call("plan.redo", json!({})),
            90..92 => self.restore(),
            92..94 => self.call("backup.make", json!({})),
            94 => self.put_backup_back(),
            95 => self.save_copy(),
            96 => self.merge(),
            97 => self.import_leads(),
            98 => self.erase_leads(),
            _ => self.import(),
        }
    }

    pub(super) fn call(&self, command: &str, payload: Value) -> Done {
        self.host.attempt(command, payload).map(drop)
    }

    pub(super) fn create_asset(&mut self) -> Done {
        let (number, summary) = (self.number, "what it says ".repeat(self.dice.below(40)));
        let status = self.dice.one(&["planned", "in production", "published"]);
        self.call(
            "asset.create",
            json!({ "fields": {
                "title": format!("Asset {number}"),
                "url": format!("https://example.org/{number}"),
                "status": status,
                "summary": summary,
            }}),
        )
    }

    fn update_asset(&mut self) -> Done {
        let (id, number) = (any!(self, assets), self.number);
        let assets = ids!(self, assets);
        let next = self.dice.one(&assets).filter(|next| *next != id);
        let set = match self.dice.below(3) {
            0 => json!({ "title": format!("Renamed {number}") }),
            1 => json!({ "owner": format!("Owner {number}"), "themes": [format!("t{number}")] }),
            _ => json!({ "deepen": { "text": "Go on", "url": "", "assetId": next } }),
        };
        self.call("asset.update", json!({ "id": id, "set": set }))
    }

    fn create_persona(&mut self) -> Done {
        let name = format!("Persona {}", self.number);
        let weight = self.dice.below(5) + 1;
        self.call(
            "persona.create",
            json!({ "fields": {
                "name": name, "role": "champion", "weight": weight, "titlePatterns": [],
                "challenges": [], "goals": [], "preferredFormats": [], "channels": [], "notes": "",
            }}),
        )
    }

    fn update_persona(&mut self) -> Done {
        let id = any!(self, personas);
        let notes = format!("Noted at {}. ", self.number).repeat(self.dice.below(200));
        self.call("persona.update", json!({ "id": id, "set": { "notes": notes } }))
    }

    fn place(&mut self) -> Done {
        let assets = ids!(self, assets);
        let many = self.dice.below(3) + 1;
        let some: Vec<_> = (0..many).filter_map(|_| self.dice.one(&assets)).collect();
        let cell = json!({ "personaId": any!(self, personas), "stageId": any!(self, stages) });
        self.call("placement.place", json!({ "assetIds": some, "cells": [cell] }))
    }

    fn answer(&mut self) -> Done {
        let id = any!(self, placements);
        let reason = format!("Because of {}", self.number);
        self.call(
            "check.answer",
            json!({ "placementIds": [id], "answer": "yes", "reason": reason }),
        )
    }

    fn create_trigger(&mut self) -> Done {
        let (name, persona) = (format!("Trigger {}", self.number), any!(self, personas));
        self.call(
            "trigger.create",
            json!({ "fields": {
                "name": name, "description": "", "signal": "", "personaIds": [persona],
            }}),
        )
    }

    fn create_need(&mut self) -> Done {
        let (stage, asset) = (any!(self, stages), any!(self, assets));
        self.call(
            "need.create",
            json!({ "fields": {
                "stageId": stage, "personaId": null, "kind": "sales need",
                "text": format!("Need {}", self.number), "importance": "must", "authorId": null,
                "answerIds": [asset], "declined": null,
            }}),
        )
    }

    fn create_programme(&mut self) -> Done {
        let (number, persona, asset) = (self.number, any!(self, personas), any!(self, assets));
        let month = json!({
            "month": "2026-05-01", "budget": { "minor": 100_000, "currency": "EUR" },
        });
        self.call(
            "programme.create",
            json!({ "fields": {
                "name": format!("Programme {number}"), "goal": "More of them", "phase": "engage",
                "personaIds": [persona], "assetIds": [asset], "channels": ["outbound"],
                "months": [month], "forSales": format!("Say {number}"),
            }}),
        )
    }

    fn note_programme(&mut self) -> Done {
        let programme = any!(self, programmes);
        let author = self.dice.one(&ids!(self, members));
        self.call(
            "programmeNote.create",
            json!({ "fields": {
                "programmeId": programme, "notedOn": "2026-05-12", "authorId": author,
                "text": format!("Changed at {}", self.number),
            }}),
        )
    }

    fn read_takeaways(&mut self) -> Done {
        let assets = [any!(self, assets), any!(self, assets)];
        let read = self.dice.happens(80);
        self.call("asset.markRead", json!({ "assetIds": assets, "read": read }))
    }

    fn rate(&mut self) -> Done {
        let question = self.dice.one(&["roles", "offers", "closed loop"]);
        let (level, evidence) = (self.dice.below(5), format!("Seen at {}", self.number));
        self.call(
            "maturity.rate",
            json!({ "question": question, "level": level, "evidence": evidence }),
        )
    }

    fn freeze(&mut self) -> Done {
        self.call("snapshot.take", json!({ "name": format!("Snapshot {}", self.number) }))
    }

    /// A review that compares the plan with a snapshot, where there is one.
    fn review(&mut self) -> Done {
        let before = self.dice.one(&ids!(self, snapshots));
        self.call(
            "review.create",
            json!({ "fields": {
                "name": format!("Review {}", self.number), "heldOn": "2026-06-30",
                "beforeId": before, "notes": "We spoke.",
            }}),
        )
    }

    fn decide(&mut self) -> Done {
        let review = any!(self, reviews);
        let done = self.dice.happens(30).then_some("2026-07-01");
        self.call(
            "decision.create",
            json!({ "fields": {
                "reviewId": review, "text": format!("Do {}", self.number), "owner": "MR",
                "dueOn": "2026-09-30", "doneOn": done,
            }}),
        )
    }

    fn exclude(&mut self) -> Done {
        let persona = PersonaId::from_uuid(any!(self, personas));
        let journey = JourneyId::from_uuid(any!(self, journeys));
        let stages: Vec<StageId> =
            self.plan.stages_of(journey).iter().map(|stage| stage.id).collect();
        let stage = self.dice.one(&stages);
        let reason = self.dice.happens(70).then(|| format!("Not needed, {}", self.number));
        self.call(
            "cell.setApplicable",
            json!({ "cell": { "personaId": persona, "stageId": stage }, "reason": reason }),
        )
    }

    fn delete_assets(&mut self) -> Done {
        let ids = [any!(self, assets), any!(self, assets)];
        let ids = if ids[0] == ids[1] { &ids[..1] } else { &ids[..] };
        self.call("asset.deleteMany", json!({ "ids": ids }))
    }

    fn delete_persona(&mut self) -> Done {
        let id = any!(self, personas);
        self.call("persona.delete", json!({ "id": id }))
    }

    fn delete_or_rename(&mut self) -> Done {
        if self.dice.happens(50) { self.delete_persona() } else { self.rename_workspace() }
    }

    fn rename_workspace(&mut self) -> Done {
        let name = format!("Northwind {}", self.number);
        self.call("workspace.update", json!({ "set": { "name": name } }))
    }

    fn restore(&mut self) -> Done {
        let page = self.host.attempt("history.list", json!({}))?;
        let edits = page["edits"].as_array().cloned().unwrap_or_default();
        let seqs: Vec<i64> = edits.iter().filter_map(|edit| edit["seq"].as_i64()).collect();
        // The first edit is the set-up itself; taking that back is refused, and tried all the same.
        let seq = self.dice.one(&seqs);
        self.call("history.restore", json!({ "seq": seq }))
    }

    /// The latest backup that was asked for, unless it may have made room for others.
    fn put_backup_back(&self) -> Done {
        let list = self.host.attempt("backup.list", json!({}))?;
        let lasting = self.host.now().0 - LASTING;
        let mut backups = list["backups"].as_array().into_iter().flatten();
        let asked =
            backups.find(|one| one["reason"] == "asked" && one["at"].as_i64() > Some(lasting));
        match asked {
            Some(backup) => self.call("backup.restore", json!({ "name": backup["name"] })),
            None => Ok(()),
        }
    }

    fn save_copy(&self) -> Done {
        let copy = self.host.workspace().path.with_file_name("Copy.throughline");
        *self.host.target.lock().unwrap() = Some(copy);
        self.call("file.saveCopy", json!({ "goOn": false }))
    }

    /// What somebody did in a copy comes back, what they deleted too. The copy lies where nothing else
    /// of the work does.
    fn merge(&mut self) -> Done {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("Copy.throughline");
        save_copy(Context { host: self.host, speaker: None }, &copy, false)?;
        self.work_in(&copy)?;
        *self.host.picked.lock().unwrap() = Some(copy);
        let told = self.host.attempt("merge.read", json!({}))?;
        let mut items = told["items"].as_array().cloned().unwrap_or_default();
        items.retain(|item| item["became"] == "deleted");
        let take = items.iter().map(|item| json!({ "kind": item["kind"], "id": item["id"] }));
        let choices = json!({ "alsoPlan": true, "take": take.collect::<Vec<_>>() });
        self.call("merge.apply", choices)
    }

    /// Somebody else works in a copy of what is there.
    fn work_in(&mut self, copy: &Path) -> Done {
        let other = TestHost::default();
        other.set_clock(self.host.now().0);
        other.open(copy)?;
        for kind in 0..4 {
            let plan = other.workspace().plan.view();
            let dice = Dice::new(self.dice.next());
            let mut act = Act { host: &other, plan: &plan, dice, number: self.number };
            match kind {
                0 => act.create_need(),
                1 => act.update_asset(),
                2 => act.answer(),
                _ => act.delete_assets(),
            }?;
        }
        other.attempt("file.close", json!({})).map(drop)
    }

    /// A list of a few dozen rows, some of them assets that are there already.
    fn import(&mut self) -> Done {
        let mut list = "title,url,status,themes\n".to_owned();
        for row in 0..self.dice.below(40) + 2 {
            let known = self.dice.happens(20);
            let number = if known { self.dice.below(10) } else { row };
            let act = if known { 0 } else { self.number };
            let _ = writeln!(
                list,
                "Imported {act}.{number},https://example.org/i/{act}/{number},published,round {}",
                self.number
            );
        }
        let bytes = base64::engine::general_purpose::STANDARD.encode(list);
        self.call("import.begin", json!({}))?;
        self.call("import.piece", json!({ "name": "list.csv", "bytes": bytes }))?;
        let preview = self.host.attempt("import.read", json!({}))?;
        self.call("import.apply", json!({ "mapping": preview["mapping"] }))
    }
}
