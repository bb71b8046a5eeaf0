//! What marketing of a large workspace cost and gave back, beside `DuckDB`'s: by channel, persona,
//! programme and first touch; and which of its deals were past their line.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use throughline_core::attribution::AttributionModel;
use throughline_core::demand::{KpiQuery, KpiReport, KpiRow, KpiRows, KpiTable, kpis};
use throughline_core::id::EntityKind;
use throughline_core::import::facts::FactInput;
use throughline_core::kpi::{Measure, definition};
use throughline_core::model::{
    DecisionRole, KpiFamily, KpiId, Money, Period, PersonaFields, ProgrammeFields, ProgrammeMonth,
    Rate, Terms, Word, WorkspaceFields,
};
use throughline_core::plan::{Op, Plan, Verb};
use throughline_tests::corpus::{self, Marketing, Sales, Spending};
use throughline_tests::duck;

use crate::leads::{Workspace, source, take};
use crate::northwind::{BY, bring_in, read};

const LEADS: usize = 200_000;
/// A quarter and the one before; days of one's own choice, in the middle of months, and as many before.
const PERIODS: [&str; 4] = [
    "2016-04-01:2016-06-30",
    "2016-01-01:2016-03-31",
    "2016-05-11:2016-06-20",
    "2016-03-31:2016-05-10",
];

#[test]
fn return_of_two_hundred_thousand_leads_is_what_duckdb_says() {
    let Some(python) = duck::python() else {
        let _ = writeln!(std::io::stderr(), "skipped: no DuckDB");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let facts = written(folder.path());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/returns.py");
    let mut program = Command::new(python);
    program.arg(script).args([folder.path(), &folder.path().join("duck.db")]).args(PERIODS);
    let ran = program.output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let theirs: Value = serde_json::from_slice(&ran.stdout).unwrap();

    let workspace = Workspace::new();
    for file in facts {
        let imported = take(&workspace.plan, &source(FactInput::File(file)).unwrap(), &[]).unwrap();
        assert_eq!(imported.tally.rejected_count, 0, "{:?}", imported.tally);
    }
    planned(&workspace.plan, folder.path());
    let discounted = theirs["discounted"].as_f64().unwrap();
    for (at, models) in [(0, AttributionModel::ALL), (2, &[AttributionModel::Linear][..])] {
        let [now, before] = [0, 1].map(|next| &theirs["periods"][at + next]);
        for model in models {
            let query = KpiQuery { model: Some(*model), ..KpiQuery::of(period(PERIODS[at])) };
            let ours = kpis(&workspace.plan, &query).unwrap();
            assert_eq!(ours.before, period(PERIODS[at + 1]));
            same_figures(&ours, now, before);
            same_stages(&ours, &now["stages"]);
            same_pieces(&ours, &now["pieces"]);
            same_tables(&ours, &now["tables"], (*model, discounted));
        }
    }
}

fn period(told: &str) -> Period {
    let (from, to) = told.split_once(':').unwrap();
    Period { from: from.parse().unwrap(), to: to.parse().unwrap() }
}

/// Writes all files into a folder; those that are facts.
fn written(folder: &Path) -> Vec<PathBuf> {
    let acts = folder.join("acts.csv");
    let out = BufWriter::new(File::create(&acts).unwrap());
    corpus::write_acts(3 * LEADS as u64, LEADS as u64, 7, out).unwrap();
    let sales = Sales::of(LEADS, 7);
    let mut facts = vec![acts];
    facts.extend(Marketing::of(LEADS, 7).write(folder).unwrap());
    facts.extend(sales.write(folder).unwrap());
    facts.extend(Spending::of(&sales, LEADS, 7).write(folder).unwrap());
    facts
}

/// The rows of a file.
fn rows(file: &Path) -> Vec<Vec<String>> {
    let read = csv::Reader::from_path(file).unwrap().into_records();
    read.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Plans what the files say of content, programmes and personas, of rates and of what customers are worth.
fn planned(plan: &Plan, folder: &Path) {
    let content = bring_in(plan, &read(&folder.join("content.csv"))).tally;
    assert!(content.added > 40 && content.rejected.is_empty(), "{content:?}");
    let op = |kind| Op::many(Verb::Create, kind, 2);
    plan.transact(BY, op(EntityKind::Programme), |tx| {
        let programmes = programmes(&rows(&folder.join("programmes.csv")));
        programmes.into_iter().try_for_each(|one| tx.create(one).map(drop))
    })
    .unwrap();
    plan.transact(BY, op(EntityKind::Persona), |tx| {
        let personas = personas(&rows(&folder.join("personas.csv")));
        personas.into_iter().try_for_each(|one| tx.create(one).map(drop))
    })
    .unwrap();
    let workspace = plan.view().workspace().unwrap().id;
    plan.transact(BY, Op::one(Verb::Update, EntityKind::Workspace, "Northwind"), |tx| {
        let set = |fields: &mut WorkspaceFields| {
            fields.rates = rates(&rows(&folder.join("rates.csv")));
            fields.numbers.terms = Some(terms(&rows(&folder.join("terms.csv"))[0]));
            Ok(())
        };
        tx.update::<WorkspaceFields>(workspace, None, set).map(drop)
    })
    .unwrap();
}

/// A row for each month.
fn programmes(rows: &[Vec<String>]) -> Vec<ProgrammeFields> {
    let mut programmes: Vec<ProgrammeFields> = Vec::new();
    for row in rows {
        if programmes.last().is_none_or(|last| last.name != row[0]) {
            let campaigns = row[1].split(';').filter(|name| !name.is_empty());
            programmes.push(ProgrammeFields {
                name: row[0].clone(),
                campaigns: campaigns.map(str::to_owned).collect(),
                ..ProgrammeFields::default()
            });
        }
        let minor = row[3].replace('.', "").parse().ok();
        let cost = minor.map(|minor| Money { minor, currency: row[4].clone() });
        let month = ProgrammeMonth { month: row[2].parse().unwrap(), budget: None, cost };
        programmes.last_mut().unwrap().months.push(month);
    }
    programmes
}

/// A row for each pattern.
fn personas(rows: &[Vec<String>]) -> Vec<PersonaFields> {
    let mut personas: Vec<PersonaFields> = Vec::new();
    for row in rows {
        if personas.last().is_none_or(|last| last.name != row[0]) {
            personas.push(PersonaFields::named(&row[0], DecisionRole::Influencer, 3));
        }
        personas.last_mut().unwrap().title_patterns.push(row[1].clone());
    }
    personas
}

fn rates(rows: &[Vec<String>]) -> Vec<Rate> {
    let rate = |row: &Vec<String>| Rate {
        currency: row[0].clone(),
        on: row[1].parse().unwrap(),
        rate: row[2].parse().unwrap(),
    };
    rows.iter().map(rate).collect()
}

fn terms(row: &[String]) -> Terms {
    let [margin, retention, discount] = [0, 1, 2].map(|at| row[at].parse().unwrap());
    Terms { margin, retention, discount, years: row[3].parse().unwrap() }
}

/// Far below a cent apart: amounts that are parts of what was spent in some days add up in any order.
fn near(ours: Option<f64>, theirs: Option<f64>) -> bool {
    match (ours, theirs) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-11 * b.abs().max(1.0),
        (a, b) => a == b,
    }
}

/// Value, above and below the line, of how many, how many are left out.
fn same(about: &str, ours: &Measure, theirs: &Value) {
    for (at, ours) in [ours.value, ours.numerator, ours.denominator].into_iter().enumerate() {
        assert!(near(ours, theirs[at].as_f64()), "{about}, {at}: {ours:?} {theirs}");
    }
    let counts = [u64::from(ours.n), u64::from(ours.left_out)];
    assert_eq!(
        counts.map(Some),
        [3, 4].map(|at| theirs[at].as_u64()),
        "{about}: {ours:?} {theirs}"
    );
}

fn same_figures(ours: &KpiReport, now: &Value, before: &Value) {
    let known = now["figures"].as_object().unwrap();
    assert_eq!(known.len(), 19);
    for (name, figure) in known {
        let found = ours.values.iter().find(|one| one.id.as_word() == name).unwrap();
        same(name, &found.now, figure);
        same(&format!("{name} before"), &found.before, &before["figures"][name]);
        let growth = figure[0].as_f64().zip(before["figures"][name][0].as_f64());
        let growth = growth.map(|(now, before)| now / before - 1.0);
        assert!(found.growth.is_some() && near(found.growth, growth), "{name}: {growth:?}");
    }
    let costs = ours.inputs.as_ref().unwrap().costs;
    for (at, cost) in [costs.channels, costs.programmes, costs.production].into_iter().enumerate() {
        let known = cost.amount.is_some_and(|amount| amount > 0.0);
        assert!(known && near(cost.amount, now["costs"][at].as_f64()), "{costs:?}");
    }
}

fn table(ours: &KpiReport, family: KpiFamily, by: KpiRows) -> &KpiTable {
    let is_it =
        |table: &&KpiTable| table.by == by && definition(table.columns[0].id).family == family;
    ours.tables.iter().find(is_it).unwrap()
}

fn value(table: &KpiTable, row: &KpiRow, id: KpiId) -> Measure {
    row.values[table.columns.iter().position(|column| column.id == id).unwrap()]
}

/// Kind, place, who came; open deals, what they are worth, of how many a line is known, and how many are past
/// it; revenue, deals won and closed, by their last stage.
fn same_stages(ours: &KpiReport, theirs: &Value) {
    let [leads, deals] =
        [KpiFamily::Leads, KpiFamily::Revenue].map(|one| table(ours, one, KpiRows::Stage));
    let cost = ours.values.iter().find(|one| one.id == KpiId::MarketingCost).unwrap().now;
    for stage in theirs.as_array().unwrap() {
        let number = |at: usize| stage[at].as_f64();
        let place = usize::try_from(stage[1].as_u64().unwrap()).unwrap();
        if stage[0] == "lead" {
            let each = value(leads, &leads.rows[place], KpiId::CostPerStage);
            assert_eq!(
                (each.denominator, Some(f64::from(each.n))),
                (number(2), number(2)),
                "{stage}"
            );
            assert!(near(each.value, cost.value.zip(number(2)).map(|(a, b)| a / b)), "{stage}");
            continue;
        }
        let told = |id| value(deals, &deals.rows[place], id);
        assert_eq!(told(KpiId::OpenDeals).value, number(3), "{stage}");
        assert_eq!(told(KpiId::PipelineValue).value, number(4), "{stage}");
        let past = told(KpiId::PastLine);
        assert_eq!(
            (past.denominator, past.numerator, past.value),
            (number(5), number(6), number(6))
        );
        assert_eq!(told(KpiId::ClosedRevenue).value, number(7), "{stage}");
        let rate = told(KpiId::WinRate);
        assert_eq!((rate.numerator, rate.denominator), (number(8), number(9)), "{stage}");
        assert!(number(6) > Some(0.0), "{stage}");
    }
}

/// Name, downloads, impressions, what it cost to make, and what is due to it.
fn same_pieces(ours: &KpiReport, theirs: &Value) {
    let table = table(ours, KpiFamily::Content, KpiRows::Asset);
    let theirs = theirs.as_array().unwrap();
    assert!(theirs.len() > 60 && table.rows.len() == theirs.len(), "{}", theirs.len());
    for piece in theirs {
        let name = piece[0].as_str().unwrap();
        let row = table.rows.iter().find(|row| row.name.to_lowercase() == name).unwrap();
        let number = |at: usize| piece[at].as_f64();
        let rate = value(table, row, KpiId::SubmitRate);
        let of = |a: Option<f64>, b: Option<f64>| Some(a? / b.filter(|b| *b > 0.0)?);
        assert!(near(rate.value, of(number(1), number(2))), "{rate:?} {piece}");
        assert!(near(value(table, row, KpiId::ProductionCost).value, number(3)), "{piece}");
        let share = value(table, row, KpiId::ContentCostShare);
        assert!(near(share.value, of(number(3), number(4))), "{share:?} {piece}");
    }
}

/// Name, cost, deals, and what is due under each model.
fn same_tables(ours: &KpiReport, theirs: &Value, (model, discounted): (AttributionModel, f64)) {
    for (by, least) in [
        (KpiRows::Channel, 7),
        (KpiRows::Persona, 5),
        (KpiRows::Programme, 6),
        (KpiRows::FirstTouch, 50),
    ] {
        let of_model = if by == KpiRows::FirstTouch { AttributionModel::FirstTouch } else { model };
        let table = table(ours, KpiFamily::Return, by);
        let theirs = theirs[by.as_word()].as_array().unwrap();
        let names: Vec<&str> = table.rows.iter().map(|row| row.name.as_str()).collect();
        assert!(
            theirs.len() >= least && names.len() == theirs.len(),
            "{by:?}: {names:?} {theirs:?}"
        );
        for told in theirs {
            let name = told[0].as_str().unwrap();
            let row = table.rows.iter().find(|row| row.name == name);
            let row = row.unwrap_or_else(|| panic!("{by:?} {name}: {names:?}"));
            same_row(&format!("{by:?} {name}"), row, told, (of_model, discounted));
        }
    }
}

fn same_row(about: &str, row: &KpiRow, told: &Value, (model, discounted): (AttributionModel, f64)) {
    let [due, cost, worth, returned] = row.values.as_slice() else { panic!("{row:?}") };
    let amount = told[3 + model as usize].as_f64().unwrap();
    let deals = told[2].as_u64();
    assert!(
        [due, worth, returned].iter().all(|one| Some(one.n.into()) == deals),
        "{about}: {row:?} {told}"
    );
    assert!(near(cost.value, told[1].as_f64()), "{about}: {cost:?} {told}");
    if model == AttributionModel::TimeDecay {
        // Powers of two may differ in their last bit, and then a cent may fall elsewhere.
        assert!((due.value.unwrap() - amount).abs() <= 2.0, "{about}: {due:?} {told}");
        return;
    }
    assert_eq!(due.value, Some(amount), "{about}");
    assert!(near(worth.value, Some(amount * discounted)), "{about}: {worth:?}");
    let gain = told[1].as_f64().map(|cost| amount * discounted - cost);
    assert!(near(returned.numerator, gain), "{about}: {returned:?} {gain:?}");
    assert!(
        near(returned.value, gain.zip(told[1].as_f64()).map(|(gain, cost)| gain / cost)),
        "{about}"
    );
}
