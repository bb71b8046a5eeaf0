//! The deal checks a side is asked, filtered and in groups, and where the sides disagree.

use serde_json::{Value, json};
use throughline_core::id::MemberId;
use throughline_tests::host::TestHost;

struct Desk {
    host: TestHost,
    sales: MemberId,
    cfo: Value,
    ciso: Value,
    inquiry: Value,
    placements: Vec<Value>,
}

/// Two articles for the CFO (weight 5) and one for the CISO (weight 3), all at Inquiry, and one
/// answer: marketing says yes to the CFO's first.
fn desk() -> Desk {
    let host = TestHost::with_workspace();
    let member = json!({ "fields": { "name": "A. Kim", "role": "sales" } });
    let sales = host.call("member.create", member)["value"]["id"].clone();
    let persona = |name: &str, weight: u8| {
        let fields = json!({ "name": name, "role": "economic buyer", "weight": weight });
        host.call("persona.create", json!({ "fields": fields }))["value"]["id"].clone()
    };
    let (cfo, ciso) = (persona("CFO", 5), persona("CISO", 3));
    let inquiry = host.call("stage.list", json!({}))[0]["id"].clone();
    let place = |title: &str, persona: &Value| {
        let fields = json!({
            "title": title, "status": "published", "publishedOn": "2026-08-01",
        });
        let asset = host.call("asset.create", json!({ "fields": fields }))["value"]["id"].clone();
        let cell = json!({ "personaId": persona, "stageId": inquiry });
        let placed = json!({ "assetIds": [asset], "cells": [cell] });
        host.call("placement.place", placed)["value"][0]["id"].clone()
    };
    let placements =
        vec![place("Hidden fees", &cfo), place("Payback", &cfo), place("Zero trust", &ciso)];
    let answer = json!({ "placementIds": [placements[0]], "answer": "yes", "reason": "Names it." });
    host.call("check.answer", answer);
    let sales = serde_json::from_value(sales).unwrap();
    Desk { host, sales, cfo, ciso, inquiry, placements }
}

impl Desk {
    fn titles(&self, queue: Value) -> Vec<Value> {
        let asked = self.host.call("check.questions", queue);
        asked["first"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect()
    }
}

#[test]
fn each_side_is_asked_what_it_has_not_answered() {
    let desk = desk();
    // A yes adds a whole credit of weight 3 to the CISO's cell, nothing to the CFO's covered one.
    assert_eq!(desk.titles(json!({})), ["Zero trust", "Payback"]);
    let for_sales = desk.titles(json!({ "memberId": desk.sales }));
    assert_eq!(for_sales, ["Zero trust", "Hidden fees", "Payback"]);
    let as_sales = desk.host.call_as(desk.sales, "check.questions", json!({ "limit": 0 }));
    assert_eq!((&as_sales["total"], &as_sales["first"]), (&json!(3), &json!([])));
}

#[test]
fn the_queue_can_be_narrowed() {
    let desk = desk();
    assert_eq!(desk.titles(json!({ "personaId": desk.cfo })), ["Payback"]);
    assert_eq!(desk.titles(json!({ "stageId": desk.inquiry })).len(), 2);
    assert_eq!(desk.titles(json!({ "ask": "unsure" })), Vec::<Value>::new());
    assert_eq!(desk.titles(json!({ "ask": "unchecked", "personaId": desk.ciso })), ["Zero trust"]);
}

#[test]
fn groups_come_only_where_they_are_asked_for() {
    let desk = desk();
    let plain = desk.host.call("check.questions", json!({}));
    assert_eq!((&plain["groups"], &plain["groupTotal"]), (&json!([]), &json!(0)));
    let queue = json!({ "memberId": desk.sales, "groups": 1 });
    let grouped = desk.host.call("check.questions", queue);
    assert_eq!(grouped["groupTotal"], 2);
    assert_eq!(grouped["groups"].as_array().unwrap().len(), 1);
    assert_eq!(grouped["groups"][0]["personaId"], desk.ciso);
}

#[test]
fn when_all_is_answered_it_says_when_it_will_ask_again() {
    let desk = desk();
    let rest = json!({ "placementIds": desk.placements[1..], "answer": "partly" });
    desk.host.call("check.answer", rest);
    let done = desk.host.call("check.questions", json!({}));
    // Answered on 1 September 2026; an answer is old when more than 365 days have passed.
    assert_eq!((&done["total"], &done["againOn"]), (&json!(0), &json!("2027-09-02")));
}

#[test]
fn a_disagreement_shows_both_answers_and_their_reasons() {
    let desk = desk();
    assert_eq!(desk.host.call("check.measured", json!({})), json!([]));
    let no = json!({ "placementIds": [desk.placements[0]], "answer": "no", "reason": "Too thin.",
        "memberId": desk.sales });
    desk.host.call("check.answer", no);
    let differ = desk.host.call("check.measured", json!({}));
    assert_eq!(differ.as_array().unwrap().len(), 1);
    let (marketing, sales) = (&differ[0]["check"]["marketing"], &differ[0]["check"]["sales"]);
    assert_eq!(differ[0]["title"], "Hidden fees");
    assert_eq!(marketing["answer"]["reason"], "Names it.");
    assert_eq!(
        (&sales["answer"]["answer"], &sales["answer"]["reason"]),
        (&json!("no"), &json!("Too thin."),)
    );
    assert_eq!(sales["answer"]["enteredBy"], "Mara Ruiz");
    assert_eq!(desk.titles(json!({ "ask": "disagreement" })), ["Hidden fees"]);
}
