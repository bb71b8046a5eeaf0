//! What marketing cost, part by part: of a part of which nobody knows an amount there is no data.

use serde_json::json;
use throughline_core::demand::{KpiCosts, KpiQuery, KpiReport, KpiRows, kpis};
use throughline_core::id::EntityKind;
use throughline_core::model::{
    AssetFields, KpiFamily, KpiId, Money, ProgrammeFields, ProgrammeMonth, Status,
};
use throughline_core::plan::{Op, Plan, Verb};

use crate::kpi_families::{first_quarter, now};
use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;

/// The second says how often something was shown, and not what that cost.
const COSTS: &str = "\
Date,Channel,Campaign,Impressions,Cost,Currency
2026-01-31,Paid,,1000,400.00,EUR
2026-02-15,Paid,Spring,500,,
";

fn money(minor: i64, currency: &str) -> Money {
    Money { minor, currency: currency.to_owned() }
}

/// A programme with a campaign, and what it cost in February.
fn programme(plan: &Plan, cost: Option<Money>) {
    let month = "2026-02-01".parse().unwrap();
    let fields = ProgrammeFields {
        name: "Push".to_owned(),
        campaigns: vec!["Spring".to_owned()],
        months: cost
            .map(|cost| ProgrammeMonth { month, budget: None, cost: Some(cost) })
            .into_iter()
            .collect(),
        ..ProgrammeFields::default()
    };
    let op = Op::one(Verb::Create, EntityKind::Programme, "Push");
    plan.transact(BY, op, |tx| tx.create(fields)).unwrap();
}

fn piece(plan: &Plan, cost: Option<Money>) {
    let fields = AssetFields {
        cost,
        published_on: "2026-01-02".parse().ok(),
        ..AssetFields::titled("Guide", Status::Published)
    };
    let op = Op::one(Verb::Create, EntityKind::Asset, "Guide");
    plan.transact(BY, op, |tx| tx.create(fields)).unwrap();
}

fn told(plan: &Plan) -> KpiReport {
    let asked = KpiQuery { family: Some(KpiFamily::Return), ..KpiQuery::of(first_quarter()) };
    kpis(plan, &asked).unwrap()
}

fn costs(report: &KpiReport) -> KpiCosts {
    report.inputs.as_ref().unwrap().costs
}

#[test]
fn what_nobody_says_is_no_data() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, COSTS);
    programme(plan, None);
    piece(plan, None);
    let report = told(plan);
    let one = |amount: Option<f64>, counted, left_out| json!({ "amount": amount, "counted": counted, "leftOut": left_out });
    let expected = json!({
        "channels": one(Some(40_000.0), 1, 0),
        "programmes": one(None, 0, 0),
        "production": one(None, 0, 0),
    });
    assert_eq!(json!(costs(&report)), expected);
    let cost = now(&report, KpiId::MarketingCost);
    assert_eq!((cost.value, cost.n), (Some(40_000.0), 1), "what is known is told");
    let words = report.in_words();
    for line in ["Channels: 400.00 EUR [n 1]", "Programmes: no data\n", "Making content: no data"] {
        assert!(words.contains(line), "{line}: {words}");
    }
    let programmes = report.tables.iter().find(|table| table.by == KpiRows::Programme).unwrap();
    assert_eq!(programmes.rows, [], "its campaign was shown for nobody knows how much");
}

#[test]
fn nothing_paid_is_not_nothing_known() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, COSTS);
    // It cost nothing in February; a piece cost dollars, which have no rate.
    programme(plan, Some(money(0, "EUR")));
    piece(plan, Some(money(10_000, "USD")));
    let report = told(plan);
    let KpiCosts { programmes, production, .. } = costs(&report);
    assert_eq!((programmes.amount, programmes.counted), (Some(0.0), 1));
    assert_eq!((production.amount, production.counted, production.left_out), (None, 0, 1));
    let cost = now(&report, KpiId::MarketingCost);
    assert_eq!((cost.value, cost.n, cost.left_out), (Some(40_000.0), 2, 1));
    let words = report.in_words();
    for line in ["Programmes: 0.00 EUR [n 1]", "Making content: no data, 1 left out"] {
        assert!(words.contains(line), "{line}: {words}");
    }
}

#[test]
fn where_no_cost_is_known_there_is_none() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, "Email,Create Date\nana@a.example,2026-01-05\n");
    let report = told(plan);
    assert_eq!(costs(&report), KpiCosts::default());
    assert_eq!(now(&report, KpiId::MarketingCost).value, None, "which is not 0");
}
