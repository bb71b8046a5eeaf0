//! What is due to programmes and first touches, and what they cost, of a small workspace worked out by
//! hand: two leads, two deals won, UTC, euros, the first quarter of 2026.

use throughline_core::demand::{KpiQuery, KpiReport, KpiRow, KpiRows, KpiTable, kpis};
use throughline_core::id::EntityKind;
use throughline_core::model::{
    AssetFields, KpiFamily, KpiId, Money, ProgrammeFields, ProgrammeMonth, Rate, Status,
    WorkspaceFields,
};
use throughline_core::plan::{Op, Plan, Verb};

use crate::kpi_families::{first_quarter, now};
use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;

/// Two campaigns of one programme touch ana's deal; a third is called as a programme is.
const ACTS: &str = "\
Email,Activity Type,Activity Date,Content,Channel,Campaign
ana@a.example,Request,2026-01-05,Guide,Organic,Spring
ana@a.example,Request,2026-01-10,Report,Organic,summer
bo@b.example,Request,2026-01-06,Report,Organic,Spring
bo@b.example,View,2026-01-07,Page,Organic,Autumn
gus@g.example,View,2026-04-30,Page,Organic,
";
const DEALS: &str = "\
Deal ID,Deal name,Contact email,Amount,Currency,Create date,Close date,Deal stage
D1,First,ana@a.example,1000.00,EUR,2026-01-20,2026-02-20,Closed won
D2,Second,bo@b.example,500.00,EUR,2026-01-20,2026-03-01,Closed won
";
/// Nobody asked for the poster. What winter cost nobody says.
const COSTS: &str = "\
Date,Channel,Content,Campaign,Impressions,Cost,Currency
2026-02-01,Paid,Guide,,1000,40.00,EUR
2026-02-01,Paid,Poster,,3000,60.00,EUR
2026-02-10,Paid,,AUTUMN,,70.00,EUR
2026-02-11,Paid,,Winter,10,,
";

fn money(minor: i64, currency: &str) -> Money {
    Money { minor, currency: currency.to_owned() }
}

fn programme(name: &str, campaigns: &[&str], months: &[(&str, i64)]) -> ProgrammeFields {
    let month = |(month, minor): &(&str, i64)| ProgrammeMonth {
        month: month.parse().unwrap(),
        budget: None,
        cost: Some(money(*minor, "USD")),
    };
    ProgrammeFields {
        name: name.to_owned(),
        campaigns: campaigns.iter().map(|one| (*one).to_owned()).collect(),
        months: months.iter().map(month).collect(),
        ..ProgrammeFields::default()
    }
}

/// A dollar is half a euro from 10 February on: of what is told by the first of a month March alone has a
/// rate.
fn workspace() -> Workspace {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    for file in [ACTS, DEALS, COSTS] {
        let tally = bring_in(plan, file);
        assert_eq!(tally.rejected_count, 0, "{file}: {tally:?}");
    }
    let months = [("2026-02-01", 30_000), ("2026-03-01", 10_000)];
    let programmes = [
        programme("Push", &["Spring", "Summer"], &months),
        programme("Autumn", &[], &[]),
        programme("Quiet", &["Winter"], &[]),
    ];
    let guide = AssetFields {
        cost: Some(money(20_000, "EUR")),
        ..AssetFields::titled("Guide", Status::Published)
    };
    plan.transact(BY, Op::one(Verb::Create, EntityKind::Asset, "Guide"), |tx| {
        programmes.into_iter().try_for_each(|one| tx.create(one).map(drop))?;
        tx.create(guide)
    })
    .unwrap();
    let id = plan.view().workspace().unwrap().id;
    let rate = Rate { currency: "USD".to_owned(), on: "2026-02-10".parse().unwrap(), rate: 0.5 };
    plan.transact(BY, Op::one(Verb::Update, EntityKind::Workspace, "Northwind"), |tx| {
        let set = |fields: &mut WorkspaceFields| {
            fields.rates = vec![rate];
            Ok(())
        };
        tx.update::<WorkspaceFields>(id, None, set).map(drop)
    })
    .unwrap();
    workspace
}

fn told(plan: &Plan) -> KpiReport {
    kpis(plan, &KpiQuery::of(first_quarter())).unwrap()
}

/// A row: what is due to it, of how many deals, and what it cost.
type Returned<'a> = (&'a str, Option<f64>, u32, Option<f64>);

fn returned<'a>(report: &'a KpiReport, by: KpiRows) -> Vec<Returned<'a>> {
    let is_it = |table: &&KpiTable| {
        let family = throughline_core::kpi::definition(table.columns[0].id).family;
        table.by == by && family == KpiFamily::Return
    };
    let table = report.tables.iter().find(is_it).unwrap();
    let row = |row: &'a KpiRow| {
        let [due, cost] = [0, 1].map(|at| row.values[at]);
        (row.name.as_str(), due.value, due.n, cost.value)
    };
    table.rows.iter().map(row).collect()
}

#[test]
fn a_programme_has_each_deal_once_and_the_campaign_of_its_name() {
    let workspace = workspace();
    let report = told(&workspace.plan);
    // All of ana's deal and half of bo's; February's 300.00 dollars have no rate yet, March's are 50.00.
    let push = ("Push", Some(125_000.0), 2, Some(5_000.0));
    let autumn = ("Autumn", Some(25_000.0), 1, Some(7_000.0));
    assert_eq!(returned(&report, KpiRows::Programme), [push, autumn], "of quiet nothing is known");
    let cost = now(&report, KpiId::MarketingCost);
    // 40.00, 60.00 and 70.00 of channels, and 50.00.
    assert_eq!((cost.value, cost.n, cost.left_out), (Some(22_000.0), 4, 1));
}

#[test]
fn a_deal_is_of_the_piece_that_touched_it_first() {
    let workspace = workspace();
    let report = told(&workspace.plan);
    // The report touched ana's deal too, but not first; it is not in the plan, so nobody says what it cost.
    let guide = ("Guide", Some(100_000.0), 1, Some(24_000.0));
    let later = ("Report", Some(50_000.0), 1, None);
    assert_eq!(returned(&report, KpiRows::FirstTouch), [guide, later]);
}

#[test]
fn pieces_that_nobody_asked_for_were_shown_and_pieces_without_a_cost_are_told() {
    let workspace = workspace();
    let report = told(&workspace.plan);
    // Of the guide and the poster impressions are known: 4,000, and one asked.
    let rate = now(&report, KpiId::SubmitRate);
    assert_eq!((rate.value, rate.numerator, rate.n), (Some(1.0 / 4_000.0), Some(1.0), 4_000));
    let cost = now(&report, KpiId::ProductionCost);
    assert_eq!((cost.value, cost.n, cost.left_out), (Some(20_000.0), 1, 1), "the report's");
    // Half of ana's deal is due to the guide.
    let share = now(&report, KpiId::ContentCostShare);
    assert_eq!((share.value, share.left_out), (Some(0.4), 1));
}
