//! What snapshots freeze of demand, what a review compares of it and what a report tells, of the
//! small workspace of tests/import/funnel.rs. The newest time in its files is 30 April 2026.

use calamine::{Data, Reader, Xlsx};
use dom_query::Document;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Cursor;
use throughline_core::id::{EntityKind, SnapshotId};
use throughline_core::model::SnapshotFields;
use throughline_core::plan::{Op, Verb};
use throughline_core::snapshot::Figures;
use throughline_tests::host::TestHost;
use throughline_tests::page::words;
use throughline_tests::pdf::poppler;

use crate::erased_files::bring_file_in;
use crate::funnel::FILES;
use crate::northwind::BY;

/// Won in the second quarter too, for 200.00 EUR.
const LATER: &str = "\
Deal ID,Deal name,Contact email,Amount,Currency,Create date,Close date,Deal stage
D4,Fourth,ana@a.example,200.00,EUR,2026-04-20,2026-04-28,Closed won
";

/// The workspace before anything is imported; leads are to be 40 in a quarter.
fn empty() -> TestHost {
    let host = TestHost::with_workspace();
    let targets = json!([{ "kpi": "newLeads", "every": "quarter", "value": 40.0 }]);
    let set = json!({ "timeZone": "UTC", "numbers": { "targets": targets, "terms": null } });
    host.call("workspace.update", json!({ "set": set }));
    host
}

fn filled() -> TestHost {
    let host = empty();
    for file in FILES {
        bring_file_in(&host, file);
    }
    host
}

fn freeze(host: &TestHost, name: &str) -> Value {
    host.call("snapshot.take", json!({ "name": name }))["value"].clone()
}

fn compare(host: &TestHost, before: &Value) -> Value {
    host.call("snapshot.compare", json!({ "before": before }))
}

fn figures(host: &TestHost, id: &Value) -> Value {
    let id: SnapshotId = serde_json::from_value(id.clone()).unwrap();
    let view = host.workspace().plan.view();
    serde_json::from_str(&view.snapshots.get(id).unwrap().figures).unwrap()
}

fn one<'a>(list: &'a Value, id: &str) -> &'a Value {
    list.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()
}

fn saved(host: &TestHost, format: &str, more: &Value) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("report.{format}"));
    *host.target.lock().unwrap() = Some(path.clone());
    let mut request = json!({ "format": format });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    host.call("export.report", request);
    std::fs::read(path).unwrap()
}

/// The words of the page, those of two elements apart.
fn page(host: &TestHost, more: &Value) -> String {
    let html = String::from_utf8(saved(host, "html", more)).unwrap().replace('<', " <");
    words(&Document::from(html.as_str()).select("main").text())
}

#[test]
fn a_snapshot_freezes_the_figures_of_the_latest_quarter() {
    let host = filled();
    let demand = figures(&host, &freeze(&host, "Q2"))["demand"].clone();
    assert_eq!(demand["period"], json!({ "from": "2026-04-01", "to": "2026-06-30" }));
    assert_eq!((&demand["knownUntil"], &demand["currency"]), (&json!("2026-04-30"), &json!("EUR")));
    assert_eq!(demand["kpis"].as_array().unwrap().len(), 18, "three of each of six families");
    let told = |id: &str| {
        let kpi = one(&demand["kpis"], id);
        (kpi["value"].clone(), kpi["n"].clone(), kpi["tooFew"].clone())
    };
    // Gus came in April; the second deal was lost in it, and only the third is open.
    assert_eq!(told("newLeads"), (json!(1.0), json!(1), json!(false)));
    assert_eq!(told("winRate"), (json!(0.0), json!(1), json!(true)));
    assert_eq!(told("pipelineValue"), (json!(7_000.0), json!(1), json!(false)));
    // Nobody said what return is worked out with.
    assert_eq!(told("netPresentValue").0, Value::Null);
    let stage = |at: usize| {
        let one = &demand["funnel"][at];
        let names = ["name", "entered", "advanced", "movedBack", "lost", "here", "days"];
        names.map(|name| one[name].clone())
    };
    let expected = json!(["MQL", 6, 3, 0, 1, 2, 2.5]);
    assert_eq!(json!(stage(1)), expected, "as tests/import/funnel.rs works it out");
    assert_eq!(demand["funnel"].as_array().unwrap().len(), 7);
    let text = demand.to_string();
    assert!(!text.contains("example") && !text.contains("First"), "nothing of a person: {text}");
}

#[test]
fn two_snapshots_tell_which_figures_changed() {
    let host = filled();
    let before = freeze(&host, "April");
    assert_eq!(compare(&host, &before)["kpis"], json!([]));
    bring_file_in(&host, LATER);
    let compared = compare(&host, &before);
    let turn = |id: &str| one(&compared["kpis"], id).clone();
    assert_eq!(
        turn("closedRevenue"),
        json!({
            "id": "closedRevenue", "name": "Closed revenue", "before": "0.00 EUR",
            "after": "200.00 EUR", "change": "+200.00 EUR", "isBetter": true,
        })
    );
    // One of two is won now: of so few nobody says that it is better.
    assert_eq!(
        turn("winRate"),
        json!({
            "id": "winRate", "name": "Win rate", "before": "0.0%, too few",
            "after": "50.0%, too few", "change": "+50.0 points", "isBetter": null,
        })
    );
    assert!(compared["kpis"].as_array().unwrap().iter().all(|one| one["id"] != "newLeads"));
    let said = page(&host, &json!({ "snapshotId": before }));
    assert!(said.contains("Win rate 0.0%, too few 50.0%, too few +50.0 points"), "{said}");
    assert!(said.contains("Closed revenue 0.00 EUR 200.00 EUR +200.00 EUR better"), "{said}");
    assert!(said.contains("Both of 1 April 2026 to 30 June 2026."), "{said}");
    let xlsx = saved(&host, "xlsx", &json!({ "snapshotId": before }));
    let mut book = Xlsx::new(Cursor::new(xlsx)).unwrap();
    let mut row = |key: &str| {
        let row = cells(&mut book, "KPIs turned", ("Figure", key));
        ["Was", "Is", "Change"].map(|name| row[name].clone())
    };
    assert_eq!(row("Closed revenue"), [0.0, 200.0, 200.0].map(Data::Float));
    assert_eq!(row("Win rate"), [0.0, 50.0, 50.0].map(Data::Float), "in per cent");
}

/// Ed, who came to Inquiry on 2 March, went on to MQL. No figure of the second quarter tells of that.
const MOVED: &str = "Email,New Stage,Edit Date,Reason\ned@e.example,MQL,2026-03-20,\n";

#[test]
fn two_snapshots_tell_which_stages_changed() {
    let host = filled();
    let before = freeze(&host, "April");
    assert_eq!(compare(&host, &before)["stages"], json!([]));
    bring_file_in(&host, MOVED);
    let compared = compare(&host, &before);
    assert_eq!((&compared["kpis"], &compared["turned"]), (&json!([]), &json!([])));
    let names = ["entered", "advanced", "movedBack", "lost", "here", "days"];
    let of = |side: &Value| names.map(|name| side[name].clone());
    let told = compared["stages"].as_array().unwrap().iter();
    let told: Vec<Value> =
        told.map(|one| json!([one["name"], of(&one["before"]), of(&one["after"])])).collect();
    // Of four who went on from Inquiry after 4, 7, 10 and 18 days the median is 8.5.
    let expected = json!([
        ["Inquiry", [4, 3, 0, 0, 1, 7.0], [4, 4, 0, 0, 0, 8.5]],
        ["MQL", [6, 3, 0, 1, 2, 2.5], [7, 3, 0, 1, 3, 2.5]],
    ]);
    assert_eq!(json!(told), expected);
    let said = page(&host, &json!({ "snapshotId": before }));
    assert!(said.contains("Inquiry 4 4 was 3 0 0 0 was 1 8.5 d was 7.0 d"), "{said}");
    assert!(said.contains("MQL 7 was 6 3 0 1 3 was 2 2.5 d"), "{said}");
    let xlsx = saved(&host, "xlsx", &json!({ "snapshotId": before }));
    let mut book = Xlsx::new(Cursor::new(xlsx)).unwrap();
    let inquiry = cells(&mut book, "Funnel turned", ("Stage", "Inquiry"));
    let figures = ["Still here, was", "Still here", "Median stay (days)"];
    assert_eq!(figures.map(|name| inquiry[name].clone()), [1.0, 0.0, 8.5].map(Data::Float));
}

#[test]
fn an_old_snapshot_says_that_figures_were_not_frozen_then() {
    let host = filled();
    let id = freeze(&host, "Old");
    let mut old = figures(&host, &id);
    old.as_object_mut().unwrap().remove("demand");
    let old = old.to_string();
    assert_eq!(Figures::read(&old).unwrap().demand, None);
    let key: SnapshotId = serde_json::from_value(id.clone()).unwrap();
    let op = Op::one(Verb::Update, EntityKind::Snapshot, "Old".to_owned());
    let write = host.workspace().plan.transact(BY, op, |tx| {
        let set = |fields: &mut SnapshotFields| {
            fields.figures.clone_from(&old);
            Ok(())
        };
        tx.update::<SnapshotFields>(key, None, set).map(drop)
    });
    write.unwrap();
    let compared = compare(&host, &id);
    assert_eq!(compared["before"]["demand"], Value::Null);
    let won = one(&compared["kpis"], "newLeads");
    assert_eq!(
        (&won["before"], &won["after"], &won["change"]),
        (&json!("not frozen then"), &json!("1"), &Value::Null)
    );
    let stages = compared["stages"].as_array().unwrap();
    assert_eq!((stages.len(), &stages[0]["before"]), (7, &Value::Null));
    assert!(page(&host, &json!({ "snapshotId": id })).contains("New leads not frozen then 1"));
}

#[test]
fn where_nothing_was_imported_nothing_is_frozen_or_told() {
    let host = empty();
    let before = freeze(&host, "Empty");
    assert_eq!(figures(&host, &before)["demand"]["period"], Value::Null);
    assert_eq!(figures(&host, &before)["demand"]["kpis"], json!([]));
    let said = page(&host, &json!({ "snapshotId": before }));
    assert!(said.contains("Nothing turned."), "{said}");
    assert!(!said.contains("Scorecard") && !said.contains("Funnel"), "{said}");
    let book = Xlsx::new(Cursor::new(saved(&host, "xlsx", &json!({})))).unwrap();
    let sheets = book.sheet_names();
    assert!(!sheets.iter().any(|name| name == "KPIs" || name == "Funnel"), "{sheets:?}");
    for file in FILES {
        bring_file_in(&host, file);
    }
    let compared = compare(&host, &before);
    assert_eq!(one(&compared["kpis"], "newLeads")["before"], "no data");
}

#[test]
fn a_report_tells_the_scorecard_and_the_funnel() {
    let host = filled();
    let pdf = poppler("pdftotext", &["-nodiag", "-layout"], &saved(&host, "pdf", &json!({})));
    let html = page(&host, &json!({}));
    let both = [
        "Scorecard",
        "1 April 2026 to 30 June 2026, held against 1 January 2026 to 31 March 2026.",
        "Files tell of it until 30 April 2026.",
        // Six leads came in the first quarter, of which one deal was won for 1,000.00.
        "1,000.00 EUR",
        "n 1, too few",
        "Funnel of ",
        "Leads are lost most at MQL: 1 of 6 (17%, too few to tell)",
    ];
    for sentence in both {
        assert!(html.contains(sentence), "{sentence}\n{html}");
    }
    for sentence in ["Scorecard", "Closed revenue", "1,000.00 EUR", "n 1, too few", "MQL"] {
        assert!(pdf.contains(sentence), "{sentence}\n{pdf}");
    }
    // Value, before, target; then the ledger: 6 = 3 + 0 + 1 + 2, of 6 a half went on.
    assert!(html.contains("1 n 1 6 n 6 40"), "{html}");
    assert!(html.contains("MQL 6 3 0 1 2 50.0% too few 2.5 d"), "{html}");
    let scorecard = html.rfind("Scorecard").unwrap();
    assert!(html.rfind("What to close first").unwrap() < scorecard);
    assert!(scorecard < html.rfind("Open needs").unwrap());
}

/// The row of a sheet that has a word in a column, by the names of its columns.
fn cells(
    book: &mut Xlsx<Cursor<Vec<u8>>>,
    sheet: &str,
    (of, key): (&str, &str),
) -> BTreeMap<String, Data> {
    let range = book.worksheet_range(sheet).unwrap();
    let head: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let column = head.iter().position(|one| one == of).unwrap();
    let found = range.rows().find(|row| row[column] == *key).unwrap();
    head.into_iter().zip(found.iter().cloned()).collect()
}

#[test]
fn a_workbook_has_both_as_numbers() {
    let host = filled();
    let mut book = Xlsx::new(Cursor::new(saved(&host, "xlsx", &json!({})))).unwrap();
    let mut row = |sheet: &str, of: &str, key: &str| cells(&mut book, sheet, (of, key));
    let leads = row("KPIs", "Figure", "New leads");
    assert_eq!(leads["Value"], Data::Float(1.0));
    assert_eq!((&leads["Before"], &leads["Target"]), (&Data::Float(6.0), &Data::Float(40.0)));
    let pipeline = row("KPIs", "Figure", "Pipeline value");
    assert_eq!(pipeline["Value"], Data::Float(70.0));
    assert_eq!(pipeline["Unit"], Data::String("EUR".to_owned()));
    let value = row("KPIs", "Figure", "Net present value");
    assert_eq!(value["Value"], Data::String("no data".to_owned()), "which is not 0");
    let stage = row("Funnel", "Stage", "MQL");
    let counts =
        ["Entered", "Advanced", "Moved back", "Lost", "Still here"].map(|name| stage[name].clone());
    assert_eq!(counts, [6.0, 3.0, 0.0, 1.0, 2.0].map(Data::Float));
}
