//! Deals of a small workspace, worked out by hand: six deals, three personas, four pieces of content.
//! What is known ends on 15 March 2026 at noon.

use serde_json::{Value, json};
use throughline_tests::host::TestHost;

use crate::erased::left_of;
use crate::erased_files::bring_file_in;

const LEADS: &str = "\
Email,Name,Job Title,Company,Create Date
ana@a.example,Ana,Group CFO,Alder,2026-01-01
bo@b.example,Bo,IT Manager,Alder,2026-01-01
cy@acme.example,Cy,CISO,Acme,2026-01-01
";
/// Ana asks for a demo at the newest time; an e-mail that was sent is no touch.
const ACTS: &str = "\
Email,Activity Type,Activity Date,Content
ana@a.example,Request,2026-03-02 10:00:00,Guide
ana@a.example,View,2026-03-03 10:00:00,Guide
bo@b.example,Request,2026-03-05 10:00:00,Checklist
bo@b.example,Email sent,2026-03-06 10:00:00,Mail
cy@acme.example,View,2026-03-07 10:00:00,Guide
ana@a.example,Demo,2026-03-15 12:00:00,
";
/// The fourth has two leads, the third one that nobody knows, the fifth those of its account.
const DEALS: &str = "\
Deal ID,Deal name,Associated Contact Email,Company name,Deal owner,Amount,Currency,Create date,Close date,Deal stage
D1,First,ana@a.example,Alder,Kim,1000.00,EUR,2026-01-01,2026-02-01,Closed won
D2,Second,bo@b.example,Alder,Kim,500.00,EUR,2026-01-10,2026-02-20,Closed lost
D3,Third,nobody@x.example,,Lee,70.00,USD,2026-02-01,,Evaluation
D4,Fourth,ana@a.example; bo@b.example,Alder,Lee,900.00,EUR,2026-02-20,2026-06-30,Discovery
D5,Fifth,,Acme,Lee,300.50,,2026-03-10,,Discovery
D6,Sixth,,,Kim,,,2026-03-12,,Discovery
";
/// Of the sixth only the list of deals, as of 12 March, tells where it stands.
const MOVES: &str = "\
Deal ID,New Stage,Edit Date
D1,Discovery,2026-01-01
D1,Evaluation,2026-01-05
D2,Discovery,2026-01-10
D2,Evaluation,2026-01-16
D3,Discovery,2026-02-01
D3,Evaluation,2026-02-09
D4,Discovery,2026-03-01
D5,Discovery,2026-03-10
";

struct Plan {
    host: TestHost,
    discovery: Value,
    evaluation: Value,
    personas: [Value; 3],
}

fn made(host: &TestHost, kind: &str, fields: &Value) -> Value {
    host.call(&format!("{kind}.create"), json!({ "fields": fields }))["value"]["id"].clone()
}

fn persona(host: &TestHost, name: &str, role: &str, weight: u8, pattern: &str) -> Value {
    let fields =
        json!({ "name": name, "role": role, "weight": weight, "titlePatterns": [pattern] });
    made(host, "persona", &fields)
}

fn need(host: &TestHost, cell: [&Value; 2], text: &str, importance: &str, answers: &[&Value]) {
    let [stage, persona] = cell;
    let fields = json!({ "stageId": stage, "personaId": persona, "kind": "sales need",
        "text": text, "importance": importance, "answerIds": answers });
    made(host, "need", &fields);
}

/// A published piece for a persona at some stages, with the answer to the deal check.
fn placed(
    host: &TestHost,
    title: &str,
    persona: &Value,
    (stages, answer): (&[&Value], Option<&str>),
) -> Value {
    let fields = json!({ "title": title, "status": "published", "publishedOn": "2026-08-01" });
    let asset = made(host, "asset", &fields);
    let cell = |stage: &&Value| json!({ "personaId": persona, "stageId": stage });
    let cells: Vec<Value> = stages.iter().map(cell).collect();
    let mut request = json!({ "assetIds": [asset], "cells": cells, "triggerIds": [] });
    if let Some(answer) = answer {
        request["answer"] = json!(answer);
    }
    host.call("placement.place", request);
    asset
}

/// Guide and Case are for the CFO, Checklist for IT; the price list only helps in part.
fn workspace() -> Plan {
    let host = TestHost::with_workspace();
    let stages = host.call("stage.list", json!({}));
    let stage = |name: &str| {
        let found = stages.as_array().unwrap().iter().find(|one| one["name"] == name);
        found.unwrap()["id"].clone()
    };
    let (discovery, evaluation) = (stage("Discovery"), stage("Evaluation"));
    let it = persona(&host, "IT", "technical evaluator", 3, "it manager");
    let cfo = persona(&host, "CFO", "economic buyer", 5, "cfo");
    let ciso = persona(&host, "CISO", "influencer", 4, "ciso");
    let (first, both) = ([&discovery], [&discovery, &evaluation]);
    placed(&host, "Guide", &cfo, (&both, Some("yes")));
    placed(&host, "Price list", &cfo, (&first, Some("partly")));
    placed(&host, "Case", &cfo, (&first, Some("yes")));
    placed(&host, "Unchecked", &cfo, (&first, None));
    let checklist = placed(&host, "Checklist", &it, (&both, Some("yes")));
    need(&host, [&discovery, &Value::Null], "A reference", "nice", &[&checklist]);
    need(&host, [&discovery, &cfo], "A business case", "must", &[]);
    need(&host, [&discovery, &ciso], "Proof of security", "must", &[]);
    for file in [LEADS, ACTS, DEALS, MOVES] {
        let taken = bring_file_in(&host, file);
        assert_eq!(taken["rejectedCount"], 0, "{taken}");
    }
    Plan { host, discovery, evaluation, personas: [cfo, ciso, it] }
}

fn list(plan: &Plan, query: Value) -> Value {
    plan.host.call("deals.list", query)
}

fn names(list: &Value) -> Vec<&str> {
    list["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

fn row<'a>(list: &'a Value, name: &str) -> &'a Value {
    list["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap()
}

fn page(plan: &Plan, name: &str) -> Value {
    let list = list(plan, json!({}));
    plan.host.call("deal.get", json!({ "key": row(&list, name)["key"] }))
}

#[test]
fn deals_stand_at_stages_and_some_are_past_the_line() {
    let plan = workspace();
    let all = list(&plan, json!({}));
    assert_eq!((&all["deals"], &all["total"]), (&json!(6), &json!(6)));
    // Days at the stage until 15 March at noon; deals that ended come last.
    assert_eq!(names(&all), ["Third", "Fourth", "Fifth", "Sixth", "First", "Second"]);
    let days: Vec<_> = all["rows"].as_array().unwrap().iter().map(|row| &row["days"]).collect();
    assert_eq!(
        days,
        [&json!(34.5), &json!(14.5), &json!(5.5), &json!(3.5), &Value::Null, &Value::Null]
    );
    // Three went on from Discovery, after 4, 6 and 8 days: twice 6. One from Evaluation, after 27.
    let stages = &all["stages"];
    assert_eq!(stages[0]["line"], json!({ "days": 12.0, "n": 3, "tooFew": true }));
    assert_eq!(stages[1]["line"], json!({ "days": 54.0, "n": 1, "tooFew": true }));
    assert_eq!(stages[2]["line"], Value::Null, "what was passed has no length");
    assert_eq!(stages.as_array().unwrap().len(), 4);
    let figures = |at: usize| {
        ["deals", "worth", "valued", "pastLine"].map(|one| stages[at][one].as_i64().unwrap())
    };
    assert_eq!(figures(0), [3, 120_050, 2, 1], "900.00 and 300.50; one says no value");
    assert_eq!(figures(1), [1, 0, 0, 0], "there is no rate for dollars");
    assert_eq!(names(&list(&plan, json!({ "pastLine": true }))), ["Fourth"]);
    let sixth = row(&all, "Sixth");
    assert_eq!((&sixth["sinceExact"], &sixth["pastLine"]), (&json!(false), &json!(false)));
    assert_eq!(row(&all, "Third")["value"], json!({ "minor": 7_000, "currency": "USD" }));
    assert_eq!(row(&all, "Fifth")["value"]["currency"], "EUR");
    assert_eq!(row(&all, "First")["outcome"], "won");
    assert_eq!(row(&all, "First")["stageId"], plan.evaluation);
}

#[test]
fn the_list_is_filtered_sorted_and_parted() {
    let plan = workspace();
    let ask = |query: Value| {
        let found = list(&plan, query);
        names(&found).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        ask(json!({ "stage": plan.discovery, "outcome": "open" })),
        ["Fourth", "Fifth", "Sixth"]
    );
    assert_eq!(ask(json!({ "outcome": "lost" })), ["Second"]);
    assert_eq!(ask(json!({ "text": " ACME" })), ["Fifth"]);
    assert_eq!(ask(json!({ "text": "lee", "sort": "name" })), ["Fifth", "Fourth", "Third"]);
    assert_eq!(ask(json!({ "sort": "value", "limit": 3 })), ["First", "Fourth", "Second"]);
    let by_value = ask(json!({ "sort": "value", "reversed": true }));
    assert_eq!(by_value, ["Fifth", "Second", "Fourth", "First", "Third", "Sixth"], "blank last");
    assert_eq!(ask(json!({ "sort": "opened", "offset": 4 })), ["Second", "First"]);
    assert_eq!(ask(json!({ "sort": "close", "limit": 3 })), ["First", "Second", "Fourth"]);
    assert_eq!(ask(json!({ "sort": "touch", "limit": 2 })), ["Fourth", "Fifth"]);
    let ana = plan.host.call("lead.find", json!({ "name": "ana@a.example" }))["key"].clone();
    assert_eq!(ask(json!({ "lead": ana, "sort": "name" })), ["First", "Fourth"]);
    // Stages tell of the open deals that pass the other filters.
    let of_lee = list(&plan, json!({ "text": "lee", "stage": plan.evaluation }));
    assert_eq!((&of_lee["total"], &of_lee["stages"][0]["deals"]), (&json!(1), &json!(2)));
}

#[test]
fn the_committee_is_who_is_there_and_who_is_missing() {
    let plan = workspace();
    let all = list(&plan, json!({}));
    let [cfo, ciso, it] = &plan.personas;
    let fourth = row(&all, "Fourth");
    assert_eq!((&fourth["people"], &fourth["present"]), (&json!(2), &json!([it, cfo])));
    assert_eq!((&fourth["missing"], &fourth["missingBuyers"]), (&json!(1), &json!([])));
    let fifth = row(&all, "Fifth");
    assert_eq!((&fifth["ofAccount"], &fifth["present"]), (&json!(true), &json!([ciso])));
    assert_eq!((&fifth["missing"], &fifth["missingBuyers"]), (&json!(2), &json!([cfo])));
    let third = row(&all, "Third");
    assert_eq!((&third["people"], &third["missing"]), (&json!(0), &json!(3)));
    assert_eq!(page(&plan, "Third")["unknown"], json!(["nobody@x.example"]));
    let page = page(&plan, "Fourth");
    let personas = page["help"]["personas"].as_array().unwrap();
    let told: Vec<_> = personas.iter().map(|one| (&one["name"], &one["weight"])).collect();
    let (five, four, three) = (json!(5), json!(4), json!(3));
    let (a, b, c) = (json!("CFO"), json!("CISO"), json!("IT"));
    assert_eq!(told, [(&a, &five), (&b, &four), (&c, &three)]);
    assert_eq!(personas[1]["leads"], json!([]), "the CISO is missing");
    // Ana did something last.
    let people = page["people"].as_array().unwrap();
    assert_eq!(people.iter().map(|one| &one["name"]).collect::<Vec<_>>(), ["Ana", "Bo"]);
    assert_eq!((&personas[0]["leads"][0], &people[0]["persona"]), (&people[0]["key"], cfo));
    let course = page["course"].as_array().unwrap();
    assert_eq!(course.len(), 1);
    assert_eq!((&course[0]["exit"], &course[0]["days"]), (&json!("here"), &json!(14.5)));
    assert_eq!(page["line"]["days"], 12.0);
}

#[test]
fn touched_content_tells_the_stage_and_what_to_offer_next() {
    let plan = workspace();
    let page = page(&plan, "Fourth");
    let content = page["content"].as_array().unwrap();
    let titles: Vec<_> = content.iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["", "Checklist", "Guide"], "the demo last, no e-mail that was sent");
    let guide = &content[2];
    assert_eq!(
        (&guide["touches"][0]["times"], &guide["touches"][0]["kind"]),
        (&json!(2), &json!("view"))
    );
    assert_eq!(guide["stages"], json!([plan.discovery, plan.evaluation]));
    // Three touches of content at each of both: the later one.
    assert_eq!((&page["contentSays"], &page["recorded"]), (&plan.evaluation, &plan.discovery));
    let next = |at: usize| {
        let one = &page["help"]["personas"][at];
        let offers = one["next"].as_array().unwrap().iter();
        let offers: Vec<_> = offers
            .map(|offer| (offer["asset"]["title"].as_str().unwrap(), offer["partly"] == true))
            .collect();
        (offers, one["touched"].as_i64().unwrap())
    };
    assert_eq!(next(0), (vec![("Case", false), ("Price list", true)], 1), "the guide was touched");
    assert_eq!(next(1), (vec![], 0), "a gap: nothing helps the CISO there");
    assert_eq!(next(2), (vec![], 1), "IT had all there is");
    let needs = page["help"]["needs"].as_array().unwrap();
    let told: Vec<_> = needs
        .iter()
        .map(|need| {
            let cells = need["cells"].as_array().unwrap().iter();
            let cells: Vec<_> = cells.map(|cell| cell["status"].as_str().unwrap()).collect();
            (need["text"].as_str().unwrap(), need["status"].as_str().unwrap(), cells)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("A business case", "open", vec!["open"]),
            ("A reference", "open", vec!["open", "answered"]),
        ],
        "that of the CISO, who is missing, is not asked"
    );
}

#[test]
fn a_deal_that_ended_is_touched_no_more_and_offered_nothing() {
    let plan = workspace();
    let first = page(&plan, "First");
    assert_eq!(first["content"], json!([]), "Ana's touches came after the close");
    let personas = first["help"]["personas"].as_array().unwrap();
    assert!(personas.iter().all(|one| one["next"] == json!([])));
    assert_eq!(first["help"]["needs"], json!([]));
    let exits = first["course"].as_array().unwrap().iter();
    let exits: Vec<_> = exits.map(|one| (&one["exit"], &one["inferred"], &one["days"])).collect();
    let (on, yes, no, none) = (json!("advanced"), json!(true), json!(false), Value::Null);
    assert_eq!(
        exits,
        [(&on, &no, &json!(4.0)), (&on, &no, &json!(27.0)), (&on, &yes, &none), (&on, &yes, &none),]
    );
    assert!(plan.host.attempt("deal.get", json!({ "key": 999_999 })).is_err());
}

#[test]
fn deals_are_saved_as_a_table_and_told_in_words() {
    let plan = workspace();
    let folder = tempfile::tempdir().unwrap();
    *plan.host.target.lock().unwrap() = Some(folder.path().join("deals.csv"));
    plan.host.call("export.deals", json!({ "of": { "outcome": "open" }, "format": "csv" }));
    let csv = std::fs::read_to_string(folder.path().join("deals.csv")).unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(
        lines[2],
        "Fourth,Alder,Discovery,open,14.5,12,3,yes,900.00 EUR,900.00 EUR,2026-02-20,2026-06-30,,,Lee,2,CISO,2026-03-15"
    );
    *plan.host.target.lock().unwrap() = Some(folder.path().join("deals.xlsx"));
    plan.host.call("export.deals", json!({ "of": {}, "format": "xlsx" }));
    assert!(std::fs::read(folder.path().join("deals.xlsx")).unwrap().starts_with(b"PK"));
    let open = plan.host.workspace();
    let deals = throughline_core::demand::deals_of(&open.plan, None).unwrap();
    let query = throughline_core::demand::DealQuery { past_line: true, ..Default::default() };
    let told = throughline_core::demand::deal_list(&deals, &query).in_words(&open.plan.view());
    assert!(
        told.contains("Discovery: 1 open, 900 EUR, 1 past the line (12.0 d [n 3, too few])"),
        "{told}"
    );
    assert!(
        told.ends_with(
            "Fourth, Alder: Discovery, 14.5 d, past the line; 900.00 EUR; 2 people, 1 personas missing; last touch 2026-03-15"
        ),
        "{told}"
    );
}

/// Who belongs to deals is kept from one edit to the next, and told anew when titles tell otherwise.
#[test]
fn what_is_kept_of_committees_follows_the_plan() {
    let plan = workspace();
    let before = list(&plan, json!({}));
    made(&plan.host, "trigger", &json!({ "name": "Audit" }));
    assert_eq!(list(&plan, json!({})), before);
    persona(&plan.host, "Group CFO", "champion", 3, "group cfo");
    let after = list(&plan, json!({}));
    let fourth = row(&after, "Fourth");
    assert_eq!((&fourth["missing"], &fourth["missingBuyers"][0]), (&json!(2), &plan.personas[0]));
}

/// What is kept of committees names nobody, and what is erased is gone from them.
#[test]
fn an_erased_lead_leaves_every_committee() {
    let plan = workspace();
    page(&plan, "Fourth");
    let ana = plan.host.call("lead.find", json!({ "name": "ana@a.example" }))["key"].clone();
    plan.host.call("lead.erase", json!({ "keys": [ana] }));
    let all = list(&plan, json!({}));
    let fourth = row(&all, "Fourth");
    assert_eq!(
        (&fourth["people"], &fourth["missingBuyers"]),
        (&json!(1), &json!([plan.personas[0]]))
    );
    let page = page(&plan, "Fourth");
    assert_eq!(page["unknown"], json!([]), "who was erased is not asked for");
    assert_eq!(page["content"].as_array().unwrap().len(), 1, "Bo's checklist");
    let home = plan.host.workspace().path.parent().unwrap().to_owned();
    assert_eq!(left_of(&home, &["ana@a.example"]), Vec::<String>::new());
}
