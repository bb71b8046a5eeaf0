//! The funnel of a large workspace beside `DuckDB`'s: every stage, all together and by quarter.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use throughline_core::demand::{FunnelQuery, funnel, prices};
use throughline_core::funnel::StageLedger;
use throughline_core::import::facts::FactInput;
use throughline_core::plan::Plan;
use throughline_tests::corpus::Sales;
use throughline_tests::duck;

use crate::leads::{Workspace, source, take};

const LEADS: usize = 200_000;

fn same(theirs: &Value, ours: &StageLedger) {
    let count = |field: &str| u32::try_from(theirs[field].as_u64().unwrap()).unwrap();
    let told = ["entered", "inferred", "advanced", "movedBack", "lost", "here"].map(count);
    let known = [ours.entered, ours.inferred, ours.advanced, ours.moved_back, ours.lost, ours.here];
    assert_eq!(told, known, "{theirs}");
    match (theirs["days"].as_f64(), ours.days) {
        (Some(a), Some(b)) => assert!((a - b).abs() < 1e-6, "{theirs} {ours:?}"),
        (a, b) => assert_eq!(a, b, "{theirs}"),
    }
}

/// The place of a stage among all: three of leads, then four of deals.
fn place(row: &Value) -> usize {
    let of_deals = if row["kind"] == "deal" { 3 } else { 0 };
    usize::try_from(row["stage"].as_u64().unwrap()).unwrap() + of_deals
}

/// What leaks and waits at every stage, and what won deals are worth.
fn same_prices(theirs: &Value, plan: &Plan) {
    let ours = prices(plan).unwrap();
    let view = plan.view();
    let journey = view.journeys.in_order()[0].id;
    let (stages, ours) = (view.stages_of(journey), &ours.journeys[&journey]);
    let rows = theirs["prices"].as_array().unwrap();
    assert_eq!(rows.len(), 7);
    for row in rows {
        let stage = &ours.stages[&stages[place(row)].id];
        let there = stage.pots.first().map_or((0, 0), |pot| (pot.n, pot.value));
        let leaks = stage.leaks;
        let counts = [leaks.resolved, leaks.lost, leaks.turned_back, stage.wins.of, stage.wins.won];
        let told = ["resolved", "lost", "turnedBack", "of", "won", "n"];
        let told = told.map(|field| row[field].as_u64().unwrap());
        assert_eq!(told[..5], counts.map(u64::from), "{row}");
        assert_eq!(told[5], u64::from(there.0), "{row}");
        if row["kind"] == "deal" {
            assert_eq!(row["value"].as_i64(), Some(there.1), "{row}");
        }
        assert!(leaks.resolved > 0 && stage.wins.of > 0, "{row}");
    }
    assert_eq!(theirs["won"]["deals"].as_u64(), Some(ours.won_valued.into()));
    assert_eq!(theirs["won"]["value"].as_i64(), Some(ours.won_value));
}

#[test]
fn every_figure_of_the_funnel_of_two_hundred_thousand_leads_is_that_of_duckdb() {
    let Some(python) = duck::python() else {
        let _ = writeln!(std::io::stderr(), "skipped: no DuckDB");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let files = Sales::of(LEADS, 7).write(folder.path()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/funnel.py");
    let database = folder.path().join("duck.db");
    let ran = Command::new(python).arg(script).args(&files).arg(database).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let theirs: Value = serde_json::from_slice(&ran.stdout).unwrap();

    let workspace = Workspace::new();
    for file in files {
        take(&workspace.plan, &source(FactInput::File(file)).unwrap(), &[]).unwrap();
    }
    let ours = funnel(&workspace.plan, &FunnelQuery::default()).unwrap();
    let all = theirs["all"].as_array().unwrap();
    assert_eq!(all.len(), 7);
    for row in all {
        same(row, &ours.stages[place(row)].ledger);
    }
    let quarters = theirs["quarters"].as_array().unwrap();
    assert!(quarters.len() > 30, "{}", quarters.len());
    for row in quarters {
        let begins = row["cohort"].as_str().unwrap();
        let cohort = ours.cohorts.iter().find(|one| one.period.from.to_string() == begins);
        same(row, &cohort.unwrap().stages[place(row)].ledger);
    }
    let came: u32 =
        ours.cohorts.iter().flat_map(|one| &one.stages).map(|one| one.ledger.entered).sum();
    let all: u32 = ours.stages.iter().map(|one| one.ledger.entered).sum();
    assert_eq!(came, all);
    same_prices(&theirs, &workspace.plan);
    let seam = &theirs["seam"];
    let told = ["leads", "deals", "direct"].map(|field| seam[field].as_u64().unwrap());
    assert_eq!(told, [ours.seam.leads, ours.seam.deals, ours.seam.direct].map(u64::from));
}
