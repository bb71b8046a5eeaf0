//! Home: what changed since somebody's last visit, and what waits for them.

use serde_json::{Value, json};
use throughline_core::id::MemberId;
use throughline_tests::host::{START, TestHost};

const DAY: i64 = 86_400_000;

struct Desk {
    host: TestHost,
    sales: MemberId,
    cfo: Value,
    stages: Vec<Value>,
}

/// Mara Ruiz (strategist), A. Kim (sales) and a CFO of weight 5 over the default journey.
fn desk() -> Desk {
    let host = TestHost::with_workspace();
    let kim = json!({ "fields": { "name": "A. Kim", "role": "sales" } });
    let sales = serde_json::from_value(host.call("member.create", kim)["value"]["id"].clone());
    let cfo = json!({ "fields": { "name": "CFO", "role": "economic buyer", "weight": 5 } });
    let cfo = host.call("persona.create", cfo)["value"]["id"].clone();
    let stages = host.call("stage.list", json!({}));
    let stages = stages.as_array().unwrap().iter().map(|stage| stage["id"].clone()).collect();
    Desk { host, sales: sales.unwrap(), cfo, stages }
}

impl Desk {
    /// What sales is told on coming in.
    fn home(&self) -> Value {
        self.host.call_as(self.sales, "home.get", json!({}))
    }

    fn news(&self) -> Value {
        self.home()["since"]["news"].clone()
    }

    /// Sales looks, leaves, and comes back on the next day.
    fn next_day(&self) {
        self.home();
        self.host.pass(DAY);
    }

    fn need(&self, stage: usize, text: &str) -> Value {
        let fields = json!({
            "stageId": self.stages[stage], "personaId": self.cfo, "kind": "objection",
            "text": text, "importance": "must", "authorId": self.sales,
        });
        let made = self.host.call_as(self.sales, "need.create", json!({ "fields": fields }));
        made["value"]["id"].clone()
    }

    /// An article placed for the CFO at a stage.
    fn asset(&self, stage: usize, title: &str, mut fields: Value) -> Value {
        fields["title"] = json!(title);
        let made = self.host.call("asset.create", json!({ "fields": fields }))["value"].clone();
        let cell = json!({ "personaId": self.cfo, "stageId": self.stages[stage] });
        self.host.call("placement.place", json!({ "assetIds": [made["id"]], "cells": [cell] }));
        made["id"].clone()
    }

    fn set_need(&self, need: &Value, set: Value) {
        self.host.call("need.update", json!({ "id": need, "set": set }));
    }
}

fn texts(lines: &Value) -> Vec<&str> {
    lines.as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect()
}

fn titles(few: &Value) -> Vec<&str> {
    few["first"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect()
}

#[test]
fn the_first_visit_has_no_news() {
    let desk = desk();
    assert_eq!(desk.home()["since"], Value::Null);
    desk.need(4, "Too dear");
    assert_eq!(desk.home()["since"], Value::Null, "the same visit, the same day");
    let nobody = throughline_core::api::router::dispatch(&desk.host, "home.get", json!({}), None);
    assert!(nobody.unwrap().contains("\"since\":null"));
}

#[test]
fn who_asked_hears_what_became_of_their_needs() {
    let desk = desk();
    let texts_asked = ["Proof", "Price", "Terms", "Plan", "Exit"];
    let needs: Vec<_> = texts_asked.iter().map(|text| desk.need(4, text)).collect();
    desk.next_day();
    let live = desk.asset(4, "ROI model", json!({ "status": "published" }));
    let idea = desk.asset(4, "Worksheet", json!({ "status": "planned" }));
    for need in &needs[..3] {
        desk.set_need(need, json!({ "answerIds": [live] }));
    }
    desk.set_need(&needs[3], json!({ "answerIds": [idea] }));
    desk.set_need(&needs[4], json!({ "declined": "Nobody asks" }));
    let news = desk.news();
    assert_eq!(texts(&news["myNeeds"]["answered"]), ["Proof", "Price", "Terms"]);
    assert_eq!(news["myNeeds"]["answered"][0]["answers"][0]["title"], "ROI model");
    assert_eq!(texts(&news["myNeeds"]["planned"]), ["Plan"]);
    assert_eq!(texts(&news["myNeeds"]["declined"]), ["Exit"]);
    assert_eq!(news["myNeeds"]["declined"][0]["declined"], "Nobody asks");
    assert_eq!(texts(&news["myNeeds"]["reopened"]), Vec::<&str>::new());
    assert_eq!(titles(&news["published"]), ["ROI model"]);

    // It is told until the next visit, and then no more.
    assert_eq!(texts(&desk.news()["myNeeds"]["answered"]).len(), 3);
    desk.next_day();
    assert_eq!(texts(&desk.news()["myNeeds"]["answered"]), Vec::<&str>::new());
}

#[test]
fn a_need_reopens_by_itself_when_its_answer_goes_stale() {
    let desk = desk();
    let format = json!({ "fields": { "name": "Fortnightly", "shelfLifeDays": 14 } });
    let format = desk.host.call("format.create", format)["value"]["id"].clone();
    let need = desk.need(4, "Proof");
    // Out on 1 September, and good for 14 days: live on the 15th, stale on the 16th.
    let fields = json!({ "status": "published", "publishedOn": "2026-09-01", "formatId": format });
    let asset = desk.asset(4, "Snapshot", fields);
    desk.set_need(&need, json!({ "answerIds": [asset] }));
    desk.host.set_clock(START + 14 * DAY);
    desk.next_day();
    let news = desk.news();
    assert_eq!(texts(&news["myNeeds"]["reopened"]), ["Proof"]);
    assert_eq!(titles(&news["stale"]), ["Snapshot"]);
    let turn = &news["cells"]["first"][0];
    assert_eq!((&turn["before"], &turn["after"]), (&json!("unproven"), &json!("stale")));
    assert_eq!((&news["cells"]["better"], &news["cells"]["worse"]), (&json!(0), &json!(0)));
    // Whoever did not ask hears of the piece, not of the need. Mara's own edits were her visit.
    let mara = &desk.host.call("home.get", json!({}))["since"]["news"];
    assert_eq!(texts(&mara["myNeeds"]["reopened"]), Vec::<&str>::new());
    assert_eq!(titles(&mara["stale"]), ["Snapshot"]);
}

#[test]
fn answers_of_others_are_counted_by_side() {
    let desk = desk();
    for title in ["One", "Two", "Three"] {
        desk.asset(0, title, json!({ "status": "published", "publishedOn": "2026-08-01" }));
    }
    let asked = desk.host.call("check.questions", json!({}));
    let ids: Vec<_> =
        asked["first"].as_array().unwrap().iter().map(|one| one["placementId"].clone()).collect();
    let answer = |ids: &[Value], answer: &str| json!({ "placementIds": ids, "answer": answer, "reason": "" });
    desk.next_day();
    desk.host.call("check.answer", answer(&ids[..2], "yes"));
    desk.host.call_as(desk.sales, "check.answer", answer(&ids[1..], "no"));
    let home = desk.home();
    let news = &home["since"]["news"];
    let marketing = json!([{ "side": "marketing", "yes": 2, "partly": 0, "no": 0, "unsure": 0 }]);
    assert_eq!(news["answers"], marketing, "what sales said is no news to sales");
    assert_eq!(news["disagreements"], 1);
    // A yes of marketing for one, two noes of sales: the only Engage cell is covered by the first.
    assert_eq!((&news["cells"]["total"], &news["cells"]["better"]), (&json!(1), &json!(1)));
    assert_eq!(home["waits"]["disagreements"], 1);
    // Sales is asked about the first, which it has not answered, and the second, where they differ.
    assert_eq!(home["waits"]["checks"], 2);
    // Seven cells of one persona: 0 of them covered before, 1 now.
    assert_eq!(home["since"]["score"]["covered"], 0);
    assert_eq!((&home["score"]["covered"], &home["score"]["applicable"]), (&json!(1), &json!(7)));
}

#[test]
fn what_waits_is_counted_and_the_most_urgent_named() {
    let desk = desk();
    desk.need(4, "Proof");
    let other = json!({ "fields": {
        "stageId": desk.stages[5], "kind": "sales need", "text": "Terms", "importance": "nice",
    } });
    desk.host.call("need.create", other);
    let format = json!({ "fields": { "name": "Monthly", "shelfLifeDays": 30 } });
    let format = desk.host.call("format.create", format)["value"]["id"].clone();
    for (title, due) in [("Late", "2026-08-20"), ("Later", "2026-08-10"), ("Soon", "2026-09-01")] {
        desk.asset(1, title, json!({ "status": "planned", "dueOn": due }));
    }
    let fields = json!({ "status": "published", "publishedOn": "2026-08-20", "formatId": format });
    desk.asset(2, "Fading", fields);
    let waits = &desk.home()["waits"];
    assert_eq!((&waits["openNeeds"], &waits["openMusts"]), (&json!(2), &json!(1)));
    assert_eq!(waits["myOpenNeeds"], 1);
    assert_eq!(titles(&waits["overdue"]), ["Later", "Late"], "today's is not overdue");
    assert_eq!(titles(&waits["expiring"]), ["Fading"]);
}

#[test]
fn a_visit_is_remembered_at_the_machine_and_not_in_the_file() {
    let desk = desk();
    let file = desk.host.workspace().path.clone();
    desk.next_day();
    let before = desk.host.workspace().plan.last_edit().unwrap();
    desk.home();
    assert_eq!(desk.host.workspace().plan.last_edit().unwrap(), before);
    // Closed and opened again on the same day: a new visit, since the one before.
    desk.host.call("file.close", json!({}));
    desk.host.open(&file).unwrap();
    let since = desk.home()["since"]["at"].as_i64().unwrap();
    assert!((START + DAY..START + DAY + 600_000).contains(&since), "{since}");
}
