//! The KPIs of a large workspace beside `DuckDB`'s: by channel, piece, campaign and stage.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use throughline_core::demand::{
    Behind, KpiFilter, KpiQuery, KpiReport, KpiRow, KpiRows, KpiTable, LeadQuery, kpis, order,
    window,
};
use throughline_core::import::facts::FactInput;
use throughline_core::kpi::{Measure, definition};
use throughline_core::model::{KpiFamily, KpiId, Period};
use throughline_tests::corpus::{self, Marketing, Sales};
use throughline_tests::duck;

use crate::leads::{Workspace, source, take};

const LEADS: usize = 200_000;
const FROM: &str = "2016-04-01";
const TO: &str = "2016-06-30";

struct Beside {
    ours: KpiReport,
    theirs: Value,
}

impl Beside {
    fn now(&self, id: KpiId) -> Measure {
        self.ours.values.iter().find(|one| one.id == id).unwrap().now
    }

    fn count(&self, id: KpiId, theirs: &Value) {
        assert_eq!(self.now(id).value, theirs.as_f64(), "{id:?}");
    }

    fn table(&self, family: KpiFamily, by: KpiRows) -> &KpiTable {
        let is_it =
            |table: &&KpiTable| table.by == by && definition(table.columns[0].id).family == family;
        self.ours.tables.iter().find(is_it).unwrap()
    }

    fn rows(&self, name: &str) -> &[Value] {
        self.theirs[name].as_array().unwrap()
    }
}

fn row<'a>(table: &'a KpiTable, name: &str) -> &'a KpiRow {
    table.rows.iter().find(|row| row.name == name).unwrap_or_else(|| panic!("no row {name}"))
}

/// A share of theirs; none of nothing.
fn of(part: &Value, all: &Value) -> Option<f64> {
    let (part, all) = (part.as_f64()?, all.as_f64()?);
    (all > 0.0).then(|| part / all)
}

fn near(ours: Option<f64>, theirs: Option<f64>, about: &str) {
    match (ours, theirs) {
        (Some(a), Some(b)) => assert!((a - b).abs() < 1e-6 * b.abs().max(1.0), "{about}: {a} {b}"),
        (a, b) => assert_eq!(a, b, "{about}"),
    }
}

#[test]
fn the_kpis_of_two_hundred_thousand_leads_are_those_of_duckdb() {
    let Some(python) = duck::python() else {
        let _ = writeln!(std::io::stderr(), "skipped: no DuckDB");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let acts = folder.path().join("acts.csv");
    let out = BufWriter::new(File::create(&acts).unwrap());
    corpus::write_acts(3 * LEADS as u64, LEADS as u64, 7, out).unwrap();
    let [leads, mails, costs, sends] = Marketing::of(LEADS, 7).write(folder.path()).unwrap();
    let [moves, deals, deal_moves] = Sales::of(LEADS, 7).write(folder.path()).unwrap();
    let files = [leads, acts, mails, costs, sends, moves, deals, deal_moves];
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/kpi.py");
    let mut program = Command::new(python);
    program.arg(script).args(&files).args([FROM, TO]).arg(folder.path().join("duck.db"));
    let ran = program.output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let theirs: Value = serde_json::from_slice(&ran.stdout).unwrap();

    let workspace = Workspace::new();
    for file in files {
        take(&workspace.plan, &source(FactInput::File(file)).unwrap(), &[]).unwrap();
    }
    let period = Period { from: FROM.parse().unwrap(), to: TO.parse().unwrap() };
    let ours = kpis(&workspace.plan, &KpiQuery::of(period)).unwrap();
    let both = Beside { ours, theirs };
    channels(&both);
    pieces(&both);
    mailed(&both);
    stages(&both);
    for kpi in [KpiId::EngagedLeads, KpiId::NewLeads, KpiId::Buyers, KpiId::NurtureDatabase] {
        let behind = Behind { kpi, period, stage: None, filter: KpiFilter::default() };
        let query = LeadQuery { behind: Some(behind), ..LeadQuery::default() };
        let list = window(&workspace.plan, &query, &order(&workspace.plan, &query).unwrap());
        let total = list.unwrap().total;
        assert_eq!(both.now(kpi).value, u32::try_from(total).ok().map(f64::from), "{kpi:?}");
    }
}

fn channels(both: &Beside) {
    both.count(KpiId::EngagedLeads, &both.theirs["engaged"]);
    let table = both.table(KpiFamily::Engagement, KpiRows::Channel);
    let theirs = both.rows("channels");
    assert!(theirs.len() >= 6 && table.rows.len() == theirs.len(), "{theirs:?}");
    let (mut impressions, mut cost) = (0.0, 0.0);
    for channel in theirs {
        let name = channel[0].as_str().unwrap();
        let values = &row(table, name).values;
        assert_eq!(values[1].value, channel[1].as_f64(), "{name}");
        near(values[0].value, channel[2].as_f64(), name);
        near(values[2].value, of(&channel[1], &channel[2]), name);
        near(values[3].value, channel[3].as_f64(), name);
        near(values[4].value, of(&channel[3], &channel[2]), name);
        near(values[5].value, of(&channel[3], &channel[1]), name);
        impressions += channel[2].as_f64().unwrap_or(0.0);
        cost += channel[3].as_f64().unwrap_or(0.0);
    }
    near(both.now(KpiId::Impressions).value, Some(impressions), "impressions");
    near(both.now(KpiId::EngageCost).value, Some(cost), "cost");
    near(both.now(KpiId::CostPerImpression).value, Some(cost / impressions), "each");
    let engaged = both.theirs["engaged"].as_f64().unwrap();
    near(both.now(KpiId::ProspectToEngaged).value, Some(engaged / impressions), "of those shown");
    near(both.now(KpiId::CostPerEngagedLead).value, Some(cost / engaged), "each lead");
}

fn pieces(both: &Beside) {
    let [downloads, reached, took, timed] = [0, 1, 2, 3].map(|at| &both.theirs["content"][at]);
    both.count(KpiId::Downloads, downloads);
    near(both.now(KpiId::StageElasticity).value, of(reached, downloads), "elasticity");
    let velocity = both.now(KpiId::DownloadToStage);
    near(velocity.value, took.as_f64(), "velocity");
    assert_eq!(Some(u64::from(velocity.n)), timed.as_u64(), "velocity");
    let table = both.table(KpiFamily::Content, KpiRows::Asset);
    let theirs = both.rows("pieces");
    assert!(theirs.len() > 100, "{}", theirs.len());
    for piece in theirs {
        let name = piece[0].as_str().unwrap();
        let stage = usize::try_from(piece[1].as_u64().unwrap()).unwrap();
        let values = &row(table, name).values;
        assert_eq!(values[0].value, piece[2].as_f64(), "{name}");
        near(values[2 + stage].value, of(&piece[3], &piece[2]), name);
        near(values[5 + stage].value, piece[4].as_f64(), name);
        assert_eq!(u64::from(values[5 + stage].n), piece[5].as_u64().unwrap(), "{name}");
    }
}

fn mailed(both: &Beside) {
    let table = both.table(KpiFamily::Nurture, KpiRows::Campaign);
    let theirs = both.rows("mails");
    assert!(theirs.len() > 24, "mails one by one and mailings: {}", theirs.len());
    let mut sums = [0.0; 6];
    for campaign in theirs {
        let name = campaign[0].as_str().unwrap();
        let values = &row(table, name).values;
        assert_eq!(values[0].value, campaign[1].as_f64(), "{name}");
        for at in 1..6 {
            near(values[at].value, of(&campaign[at + 1], &campaign[1]), name);
        }
        for (at, sum) in sums.iter_mut().enumerate() {
            *sum += campaign[at + 1].as_f64().unwrap();
        }
    }
    near(both.now(KpiId::MailsSent).value, Some(sums[0]), "sent");
    let rates = [
        KpiId::OpenRate,
        KpiId::ClickRate,
        KpiId::HardBounceRate,
        KpiId::SoftBounceRate,
        KpiId::UnsubscribeRate,
    ];
    for (at, id) in rates.into_iter().enumerate() {
        let sums = [sums[at + 1], sums[0]];
        near(both.now(id).value, Some(sums[0] / sums[1]), "from totals, never means of rates");
    }
    both.count(KpiId::NurtureDatabase, &both.theirs["database"]);
}

fn stages(both: &Beside) {
    both.count(KpiId::NewLeads, &both.theirs["new"]);
    let tables = [KpiFamily::Leads, KpiFamily::Revenue];
    let [leads, deals] = tables.map(|family| both.table(family, KpiRows::Stage));
    let theirs = both.rows("stages");
    assert_eq!(theirs.len(), 7);
    let mut here = 0.0;
    for stage in theirs {
        let place = usize::try_from(stage[1].as_u64().unwrap()).unwrap();
        let entered = if stage[0] == "lead" {
            here += stage[2].as_f64().unwrap();
            assert_eq!(leads.rows[place].values[0].value, stage[2].as_f64(), "{stage}");
            &leads.rows[place].values[1..4]
        } else {
            &deals.rows[place].values[2..5]
        };
        assert_eq!(entered[0].value, stage[3].as_f64(), "{stage}");
        near(entered[1].value, of(&stage[4], &stage[3]), "conversion");
        near(entered[2].value, stage[5].as_f64(), "days");
    }
    assert_eq!(both.now(KpiId::Buyers).value, Some(here));
    let lead = |place: u64| theirs.iter().find(|one| one[0] == "lead" && one[1] == place).unwrap();
    let (mql, sal) = (lead(1), lead(2));
    near(both.now(KpiId::StageConversion).value, of(&mql[4], &mql[3]), "over the handoff");
    near(both.now(KpiId::StageDays).value, mql[5].as_f64(), "before the handoff");
    both.count(KpiId::StageEntered, &sal[3]);
}
