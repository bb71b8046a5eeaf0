//! Maturity, programmes, readings, funding and what to stop; every number worked out by hand.

use serde_json::{Value, json};
use throughline_tests::host::TestHost;

const DAY: i64 = 86_400_000;

fn made(host: &TestHost, command: &str, fields: Value) -> Value {
    host.call(command, json!({ "fields": fields }))["value"]["id"].clone()
}

fn rate(host: &TestHost, question: &str, level: u8) {
    let rating = json!({ "question": question, "level": level, "evidence": "Seen" });
    host.call("maturity.rate", rating);
}

fn euros(whole: i64) -> Value {
    json!({ "minor": whole * 100, "currency": "EUR" })
}

fn levels(maturity: &Value) -> Vec<Value> {
    maturity["bars"].as_array().unwrap().iter().map(|bar| bar["level"].clone()).collect()
}

/// A CFO and a published guide, placed where the CFO evaluates.
fn with_guide() -> (TestHost, Value, Value) {
    let host = TestHost::with_workspace();
    let cfo = made(&host, "persona.create", json!({ "name": "CFO", "weight": 5 }));
    let stages = host.call("stage.list", json!({}));
    let stage = stages[4]["id"].clone();
    (host, cfo, stage)
}

fn place(host: &TestHost, asset: &Value, persona: &Value, stage: &Value) -> Value {
    let cell = json!({ "personaId": persona, "stageId": stage });
    let placed = host.call("placement.place", json!({ "assetIds": [asset], "cells": [cell] }));
    placed["value"][0]["id"].clone()
}

#[test]
fn a_dimension_is_the_mean_of_its_rated_questions_and_nothing_is_not_zero() {
    let host = TestHost::with_workspace();
    let unrated = host.call("maturity.get", json!({}));
    assert_eq!(levels(&unrated), vec![Value::Null; 4]);
    let counts: Vec<_> =
        unrated["bars"].as_array().unwrap().iter().map(|bar| bar["questions"].clone()).collect();
    assert_eq!(counts, [5, 7, 7, 4]);
    rate(&host, "together", 1);
    rate(&host, "roles", 4);
    rate(&host, "agreement", 0);
    rate(&host, "closed loop", 3);
    // (1 + 4 + 0) ÷ 3, nothing, nothing, 3 ÷ 1.
    let now = host.call("maturity.get", json!({}));
    let people = now["bars"][0]["level"].as_f64().unwrap();
    assert!((people - 5.0 / 3.0).abs() < 1e-12, "{people}");
    assert_eq!(levels(&now)[1..], [Value::Null, Value::Null, json!(3.0)]);
    assert_eq!(now["bars"][0]["rated"], 3);
    let refused = json!({ "question": "roles", "level": 5 });
    assert_eq!(host.attempt("maturity.rate", refused).unwrap_err().field.as_deref(), Some("level"));
}

#[test]
fn its_history_has_a_point_for_each_day_of_rating() {
    let host = TestHost::with_workspace();
    rate(&host, "together", 1);
    rate(&host, "together", 2);
    host.pass(30 * DAY);
    rate(&host, "roles", 4);
    let maturity = host.call("maturity.get", json!({}));
    let history = maturity["history"].as_array().unwrap();
    // 1 September: 2 ÷ 1, the later rating of the day; 1 October: (2 + 4) ÷ 2.
    let people: Vec<_> =
        history.iter().map(|point| (point["on"].clone(), point["levels"][0].clone())).collect();
    assert_eq!(people, [(json!("2026-09-01"), json!(2.0)), (json!("2026-10-01"), json!(3.0))]);
    let question = &maturity["questions"][0];
    assert_eq!((&question["rating"]["level"], &question["before"]), (&json!(2), &json!(1)));
}

#[test]
fn next_is_what_is_rated_lowest_and_has_a_fact_that_is_not_whole() {
    let (host, cfo, stage) = with_guide();
    let asset = json!({ "title": "Guide", "status": "published", "owner": "MR" });
    let guide = made(&host, "asset.create", asset);
    place(&host, &guide, &cfo, &stage);
    // Every asset has an owner, so roles have nothing left to do; one of seven cells could be covered.
    for (question, level) in [("roles", 0), ("offers", 2), ("sales in strategy", 1), ("systems", 0)]
    {
        rate(&host, question, level);
    }
    let maturity = host.call("maturity.get", json!({}));
    assert_eq!(maturity["next"], json!(["sales in strategy", "offers"]));
    let known = |question: &str| {
        let all = maturity["questions"].as_array().unwrap();
        all.iter().find(|one| one["question"] == question).unwrap()["facts"].clone()
    };
    let fact =
        |known: &str, count: u32, of: u32| json!({ "known": known, "count": count, "of": of });
    assert_eq!(known("offers"), json!([fact("cells covered", 0, 7)]));
    assert_eq!(known("roles"), json!([fact("assets with owner", 1, 1)]));
    // No need was entered by anybody: of nothing, nothing can be said.
    let sales = json!([fact("answered by sales", 0, 1), fact("needs by sales", 0, 0)]);
    assert_eq!(known("sales in strategy"), sales);
    assert_eq!(known("systems"), json!([]));
}

#[test]
fn a_programme_sums_what_is_said_by_the_rate_of_each_month() {
    let host = TestHost::with_workspace();
    let rates = json!([{ "currency": "USD", "on": "2026-02-01", "rate": 0.5 }]);
    host.call("workspace.update", json!({ "set": { "currency": "EUR", "rates": rates } }));
    let dollars = |whole: i64| json!({ "minor": whole * 100, "currency": "USD" });
    let months = json!([
        { "month": "2026-01-01", "budget": euros(100), "cost": dollars(50) },
        { "month": "2026-02-01", "budget": euros(200), "cost": dollars(50) },
        { "month": "2026-03-01", "budget": null, "cost": euros(7) },
    ]);
    made(&host, "programme.create", json!({ "name": "Audit season", "months": months }));
    let row = host.call("programme.list", json!({}))[0].clone();
    let sum = |total: i64, counted: u32, unconverted: u32| json!({ "total": euros(total), "counted": counted, "unknown": 0, "unconverted": unconverted });
    // 100 + 200; and 50 $ × 0.5 + 7, while January had no rate.
    assert_eq!(row["budget"], sum(300, 2, 0));
    assert_eq!(row["cost"], sum(32, 2, 1));
    let twice = json!([{ "month": "2026-01-01" }, { "month": "2026-01-01" }]);
    let set = json!({ "id": row["programme"]["id"], "set": { "months": twice } });
    assert_eq!(host.attempt("programme.update", set).unwrap_err().field.as_deref(), Some("months"));
}

#[test]
fn sales_is_told_what_changed_in_programmes() {
    let host = TestHost::with_workspace();
    let kim = made(&host, "member.create", json!({ "name": "A. Kim", "role": "sales" }));
    let kim = serde_json::from_value(kim).unwrap();
    let programme = made(&host, "programme.create", json!({ "name": "Audit season" }));
    host.call_as(kim, "home.get", json!({}));
    host.pass(DAY);
    let note = json!({ "programmeId": programme, "notedOn": "2026-09-02", "text": "Starts later" });
    made(&host, "programmeNote.create", note);
    let must_know = json!({ "id": programme, "set": { "forSales": "Ask for the audit date." } });
    host.call("programme.update", must_know);
    let news = host.call_as(kim, "home.get", json!({}))["since"]["news"]["programmes"].clone();
    assert_eq!(news[0]["name"], "Audit season");
    assert_eq!(news[0]["notes"][0]["text"], "Starts later");
    assert_eq!(news[0]["forSales"], "Ask for the audit date.");
    host.pass(DAY);
    let later = host.call_as(kim, "home.get", json!({}))["since"]["news"]["programmes"].clone();
    assert_eq!(later, json!([]));
}

#[test]
fn a_reading_counts_while_the_takeaways_stay_the_same() {
    let (host, cfo, stage) = with_guide();
    let kim = made(&host, "member.create", json!({ "name": "A. Kim", "role": "sales" }));
    let speaker = serde_json::from_value(kim.clone()).unwrap();
    let fields = json!({ "title": "Guide", "status": "published", "takeaways": ["Pays back"] });
    let guide = made(&host, "asset.create", fields);
    let placement = place(&host, &guide, &cfo, &stage);
    let unread = || {
        let home = host.call_as(speaker, "home.get", json!({}));
        home["waits"]["unread"]["total"].clone()
    };
    assert_eq!(unread(), 0, "nobody says yet that it moves the deal");
    host.call("check.answer", json!({ "placementIds": [placement], "answer": "yes" }));
    assert_eq!(unread(), 1);
    let mark = |read: bool| {
        host.call_as(speaker, "asset.markRead", json!({ "assetIds": [guide], "read": read }))
    };
    mark(true);
    assert_eq!(unread(), 0);
    let read_by = || {
        let stages = host.call("playbook.get", json!({}));
        stages[4]["personas"][0]["assets"][0]["readBy"].clone()
    };
    assert_eq!(read_by(), json!([kim]));
    assert_eq!(host.call("asset.get", json!({ "id": guide }))["readBy"], json!([kim]));
    let set = json!({ "id": guide, "set": { "takeaways": ["Pays back within 9 months"] } });
    host.call("asset.update", set);
    assert_eq!((unread(), read_by()), (json!(1), json!([])));
    mark(true);
    mark(false);
    assert_eq!(unread(), 1);
    host.call("plan.undo", json!({}));
    assert_eq!(unread(), 0, "undo marks it read again");
    let marketing = host.call("home.get", json!({}));
    assert_eq!(marketing["waits"]["unread"]["total"], 0, "only sales is asked to read");
}

#[test]
fn what_asks_for_money_stands_by_the_gap_it_closes() {
    let (host, cfo, stage) = with_guide();
    let plan = |title: &str, status: &str, budget: Value, answer: Value| {
        let fields =
            json!({ "title": title, "status": status, "budget": budget, "funding": answer });
        made(&host, "asset.create", fields)
    };
    let model = plan("Model", "planned", euros(4_000), json!(null));
    plan("Afar", "idea", Value::Null, json!(null));
    let guide = plan("Guide", "in production", euros(2_500), json!("fund"));
    plan("Later", "idea", euros(900), json!("not now"));
    plan("Out", "published", euros(1), json!(null));
    place(&host, &model, &cfo, &stage);
    place(&host, &guide, &cfo, &stage);
    let list = host.call("review.funding", json!({}));
    let lines = list["lines"].as_array().unwrap();
    let titles: Vec<_> = lines.iter().map(|line| line["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Model", "Afar", "Guide", "Later"]);
    assert_eq!((&lines[0]["gap"], &lines[1]["gap"]), (&json!(100.0), &json!(null)));
    let sum = |total: i64, unknown: u32| json!({ "total": euros(total), "counted": 1, "unknown": unknown, "unconverted": 0 });
    assert_eq!(list["asked"], sum(4_000, 1));
    assert_eq!((&list["funded"], &list["notNow"]), (&sum(2_500, 0), &sum(900, 0)));
    let gaps = host.call("coverage.gaps", json!({}));
    let here = gaps.as_array().unwrap().iter().find(|gap| gap["stage"] == "Evaluation").unwrap();
    assert_eq!(here["plans"]["assets"], 2);
    assert_eq!(here["plans"]["funded"], sum(2_500, 0));
    assert_eq!(here["plans"]["asked"], sum(4_000, 0));
    assert_eq!(host.call("home.get", json!({}))["waits"]["toFund"], 1);
}

#[test]
fn what_to_stop_would_still_cost_its_budget_less_what_was_spent() {
    let (host, cfo, stage) = with_guide();
    let format = made(&host, "format.create", json!({ "name": "Film" }));
    let published = json!({
        "title": "Old film", "status": "published", "formatId": format, "cost": euros(1_000),
    });
    made(&host, "asset.create", published);
    let refused = |title: &str, fields: Value| {
        let mut all = json!({ "title": title, "status": "in production" });
        all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let asset = made(&host, "asset.create", all);
        let placement = place(&host, &asset, &cfo, &stage);
        let no = json!({ "placementIds": [placement], "answer": "no", "reason": "Nobody asks." });
        host.call("check.answer", no);
    };
    refused("Priced", json!({ "budget": euros(3_000), "cost": euros(500) }));
    refused("Overspent", json!({ "budget": euros(100), "cost": euros(500) }));
    refused("By its format", json!({ "formatId": format, "cost": euros(400) }));
    refused("Unknown", json!({}));
    let list = host.call("review.stop", json!({}));
    let lines = list["lines"].as_array().unwrap();
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            (line["title"].as_str().unwrap(), line["remaining"].clone(), line["estimated"].clone())
        })
        .collect();
    // 3,000 − 500; the mean of its format 1,000 − 400; never below 0; nobody can say.
    let expected = [
        ("Priced", euros(2_500), json!(false)),
        ("By its format", euros(600), json!(true)),
        ("Overspent", euros(0), json!(false)),
        ("Unknown", Value::Null, json!(false)),
    ];
    assert_eq!(told, expected);
    assert_eq!(lines[0]["reasons"], json!(["Nobody asks."]));
    let sum = json!({ "total": euros(3_100), "counted": 3, "unknown": 1, "unconverted": 0 });
    assert_eq!(list["remaining"], sum);
    // What is to be stopped asks for no money.
    assert_eq!(host.call("review.funding", json!({}))["lines"], json!([]));
}
