//! Revenue of a large workspace beside `DuckDB`'s, and what it is due to under each model.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use throughline_core::demand::{KpiQuery, KpiReport, RevenueDimension, kpis};
use throughline_core::import::facts::FactInput;
use throughline_core::model::{KpiId, Period};
use throughline_tests::corpus::{self, Sales};
use throughline_tests::duck;

use crate::leads::{Workspace, source, take};

const LEADS: u64 = 200_000;
const FROM: &str = "2016-04-01";
const TO: &str = "2016-06-30";

#[test]
fn revenue_of_two_hundred_thousand_leads_is_due_to_what_duckdb_says() {
    let Some(python) = duck::python() else {
        let _ = writeln!(std::io::stderr(), "skipped: no DuckDB");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let acts = folder.path().join("acts.csv");
    let out = BufWriter::new(File::create(&acts).unwrap());
    corpus::write_acts(3 * LEADS, LEADS, 7, out).unwrap();
    let [_, deals, _] = Sales::of(200_000, 7).write(folder.path()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/revenue.py");
    let mut program = Command::new(python);
    program.arg(script).args([&deals, &acts]).args([FROM, TO]).arg(folder.path().join("duck.db"));
    let ran = program.output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let theirs: Value = serde_json::from_slice(&ran.stdout).unwrap();

    let workspace = Workspace::new();
    for file in [acts, deals] {
        take(&workspace.plan, &source(FactInput::File(file)).unwrap(), &[]).unwrap();
    }
    let period = Period { from: FROM.parse().unwrap(), to: TO.parse().unwrap() };
    let query = KpiQuery { by: Some(RevenueDimension::Asset), ..KpiQuery::of(period) };
    let ours = kpis(&workspace.plan, &query).unwrap();
    same_figures(&ours, &theirs);
    same_rows(&ours, theirs["rows"].as_array().unwrap());
}

fn same_figures(ours: &KpiReport, theirs: &Value) {
    let value = |id: KpiId| ours.values.iter().find(|one| one.id == id).unwrap().now.value;
    let number = |field: &str| theirs[field].as_f64().unwrap();
    assert_eq!(value(KpiId::OpenDeals), Some(number("open")));
    assert_eq!(value(KpiId::PipelineValue), Some(number("pipeline")));
    assert_eq!(value(KpiId::ClosedRevenue), Some(number("revenue")));
    let rate = number("won") / (number("won") + number("lost"));
    assert_eq!(value(KpiId::WinRate), Some(rate));
    assert!((value(KpiId::MedianCycle).unwrap() - number("cycle")).abs() < 1e-6);
    let velocity = number("pipeline") * rate / number("cycle");
    assert!((value(KpiId::PipelineVelocity).unwrap() - velocity).abs() < 1e-6 * velocity);
    for (id, part, all) in [
        (KpiId::SourcedPipeline, "sourcedPipeline", "pipeline"),
        (KpiId::InfluencedPipeline, "influencedPipeline", "pipeline"),
        (KpiId::SourcedRevenue, "sourcedRevenue", "revenue"),
        (KpiId::InfluencedRevenue, "influencedRevenue", "revenue"),
    ] {
        assert_eq!(value(id), Some(number(part) / number(all)), "{id:?}");
    }
}

fn same_rows(ours: &KpiReport, theirs: &[Value]) {
    assert!(theirs.len() > 50, "{}", theirs.len());
    let ours = ours.attributed.as_ref().unwrap();
    assert_eq!(ours.rows.len(), theirs.len());
    for row in theirs {
        let name = row["content"].as_str().unwrap();
        let found = ours.rows.iter().find(|one| one.name == name).unwrap();
        assert_eq!(u64::from(found.deals), row["deals"].as_u64().unwrap(), "{name}");
        for (at, amount) in row["amounts"].as_array().unwrap().iter().enumerate() {
            let (due, theirs) = (found.amounts[at], amount.as_i64().unwrap());
            // Powers of two may differ in their last bit, and then a cent may fall elsewhere.
            let off = if at == 4 { 2 } else { 0 };
            assert!((due - theirs).abs() <= off, "{name}, model {at}: {due} {theirs}");
        }
    }
    for model in 0..5 {
        let sum: i64 = ours.rows.iter().map(|row| row.amounts[model]).sum();
        assert_eq!(sum + ours.unattributed, ours.revenue);
    }
}
