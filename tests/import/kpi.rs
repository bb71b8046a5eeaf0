//! Revenue and what it is due to, of a small workspace worked out by hand: five deals, UTC, euros.

use throughline_core::demand::{AttributedRow, KpiQuery, KpiReport, RevenueDimension, kpis};
use throughline_core::kpi::Measure;
use throughline_core::model::{KpiId, Period};
use throughline_core::plan::Plan;

use crate::leads::{Workspace, bring_in};

/// Ana's e-mail sent and what she did after the close do not count; the newest time is that of gus.
const ACTS: &str = "\
Email,Company,Activity Type,Activity Date,Content,Channel,Campaign
ana@a.example,,Request,2026-01-05,Guide,Organic,Spring
ana@a.example,,Email sent,2026-01-07,Mail,E-mail,Spring
ana@a.example,,View,2026-01-26,Page,Paid,Spring
ana@a.example,,Click,2026-02-16,Mail,E-mail,Autumn
ana@a.example,,View,2026-02-21,Late,Paid,Autumn
gil@acme.example,Acme,Request,2026-02-15,Guide,Paid,Spring
gil@acme.example,Acme,View,2026-02-22,Page,Paid,Spring
fay@f.example,,View,2026-03-20,Page,Paid,Spring
gus@g.example,,View,2026-04-30,Page,Paid,Spring
";
/// The third names nobody, the fourth an account, the fifth a lead that did nothing.
const DEALS: &str = "\
Deal ID,Deal name,Contact email,Company name,Amount,Currency,Create date,Close date,Deal stage
D1,First,ana@a.example,,1000.00,EUR,2026-01-20,2026-02-20,Closed won
D2,Second,fay@f.example,,500.00,EUR,2026-03-10,2026-04-10,Closed lost
D3,Third,,,70.00,,2026-03-15,,Discovery
D4,Fourth,,Acme,300.01,EUR,2026-02-01,2026-03-01,Closed won
D5,Fifth,bo@b.example,,200.00,EUR,2026-02-10,2026-03-31,Closed won
";

fn workspace() -> Workspace {
    let workspace = Workspace::new();
    for file in [ACTS, DEALS] {
        let tally = bring_in(&workspace.plan, file);
        assert_eq!(tally.rejected_count, 0, "{tally:?}");
    }
    workspace
}

fn report(plan: &Plan, from: &str, to: &str, by: RevenueDimension) -> KpiReport {
    let period = Period { from: from.parse().unwrap(), to: to.parse().unwrap() };
    kpis(plan, &KpiQuery { by: Some(by), ..KpiQuery::of(period) }).unwrap()
}

fn of(report: &KpiReport, id: KpiId) -> (Measure, Measure, Option<f64>) {
    let found = report.values.iter().find(|one| one.id == id).unwrap();
    (found.now, found.before, found.growth)
}

fn now(report: &KpiReport, id: KpiId) -> (Option<f64>, u32) {
    let (now, ..) = of(report, id);
    (now.value, now.n)
}

#[test]
fn a_quarter_is_worth_what_was_open_and_won() {
    let workspace = workspace();
    let q1 = report(&workspace.plan, "2026-01-01", "2026-03-31", RevenueDimension::Asset);
    assert_eq!(q1.before.from.to_string(), "2025-10-01");
    assert_eq!(now(&q1, KpiId::OpenDeals), (Some(2.0), 2));
    assert_eq!(now(&q1, KpiId::PipelineValue), (Some(57_000.0), 2), "500 and 70");
    assert_eq!(now(&q1, KpiId::ClosedRevenue), (Some(150_001.0), 3));
    assert_eq!(now(&q1, KpiId::WinRate), (Some(1.0), 3));
    assert_eq!(now(&q1, KpiId::MedianCycle), (Some(31.0), 3), "28, 31 and 49 days");
    // 2 × 285.00 × 1 ÷ 31 a day.
    assert_eq!(now(&q1, KpiId::PipelineVelocity), (Some(57_000.0 / 31.0), 2));
    assert_eq!(now(&q1, KpiId::SourcedPipeline).0, Some(0.0));
    assert_eq!(now(&q1, KpiId::InfluencedPipeline).0, Some(50_000.0 / 57_000.0));
    assert_eq!(now(&q1, KpiId::SourcedRevenue).0, Some(100_000.0 / 150_001.0));
    assert_eq!(now(&q1, KpiId::InfluencedRevenue).0, Some(130_001.0 / 150_001.0));
    assert!(of(&q1, KpiId::WinRate).0.too_few);
    let (_, before, growth) = of(&q1, KpiId::ClosedRevenue);
    assert_eq!((before.value, growth), (Some(0.0), None), "growth from nothing is no data");
    assert_eq!(of(&q1, KpiId::WinRate).1.value, None);
}

#[test]
fn a_month_is_held_against_the_month_before() {
    let workspace = workspace();
    let march = report(&workspace.plan, "2026-03-01", "2026-03-31", RevenueDimension::Asset);
    assert_eq!(march.before.to.to_string(), "2026-02-28");
    // 500.01 against 1,000.00.
    let (now_, before, growth) = of(&march, KpiId::ClosedRevenue);
    assert_eq!((now_.value, before.value), (Some(50_001.0), Some(100_000.0)));
    assert!((growth.unwrap() + 0.49999).abs() < 1e-9);
    let april = report(&workspace.plan, "2026-04-01", "2026-04-30", RevenueDimension::Asset);
    assert_eq!(now(&april, KpiId::WinRate), (Some(0.0), 1), "one was lost");
    assert_eq!(now(&april, KpiId::ClosedRevenue), (Some(0.0), 0));
    assert_eq!(now(&april, KpiId::MedianCycle), (None, 0));
    assert_eq!(now(&april, KpiId::PipelineVelocity).0, None);
    assert_eq!(now(&april, KpiId::SourcedRevenue).0, None, "nothing was won");
    let days = report(&workspace.plan, "2026-02-15", "2026-02-24", RevenueDimension::Asset);
    assert_eq!(days.before.from.to_string(), "2026-02-05", "as many days before");
    let period = Period { from: "2026-02-02".parse().unwrap(), to: "2026-02-01".parse().unwrap() };
    assert!(kpis(&workspace.plan, &KpiQuery::of(period)).is_err());
}

fn row(name: &str, deals: u32, amounts: [i64; 5]) -> AttributedRow {
    AttributedRow { name: name.to_owned(), deals, amounts: amounts.to_vec() }
}

/// First, last, linear, by position and by time. The first deal of 1,000.00 was touched 46, 25 and 4
/// days before its close: by time 1⁄73, 8⁄73 and 64⁄73. The fourth of 300.01 twice, a week apart: ⅓ and ⅔.
#[test]
fn revenue_is_due_to_touches_by_five_models() {
    let workspace = workspace();
    let q1 = report(&workspace.plan, "2026-01-01", "2026-03-31", RevenueDimension::Asset);
    let told = q1.attributed.as_ref().unwrap();
    let expected = [
        row("Guide", 2, [130_001, 0, 33_334 + 15_001, 40_000 + 15_001, 1_370 + 10_000]),
        row("Page", 2, [0, 30_001, 33_333 + 15_000, 20_000 + 15_000, 10_959 + 20_001]),
        row("Mail", 1, [0, 100_000, 33_333, 40_000, 87_671]),
    ];
    assert_eq!(told.rows, expected);
    assert_eq!((told.unattributed, told.revenue), (20_000, 150_001));
    for model in 0..5 {
        let sum: i64 = told.rows.iter().map(|row| row.amounts[model]).sum();
        assert_eq!(sum + told.unattributed, told.revenue);
    }
    let by = |by| report(&workspace.plan, "2026-01-01", "2026-03-31", by).attributed.unwrap().rows;
    let channels = by(RevenueDimension::Channel);
    assert_eq!(channels[0], row("Paid", 2, [30_001, 30_001, 63_334, 50_001, 40_960]));
    let campaigns = by(RevenueDimension::Campaign);
    assert_eq!(campaigns[0].name, "Spring");
    assert_eq!(campaigns[0].amounts[1], 30_001);
    let personas = by(RevenueDimension::Persona);
    assert_eq!(personas, [row("", 2, [130_001; 5])], "no title tells of a persona");
}
