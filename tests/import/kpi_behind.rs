//! The leads and deals behind figures, of the workspace whose figures are worked out by hand.

use throughline_core::demand::{
    Behind, DealQuery, KpiFilter, KpiQuery, LeadQuery, LeadSort, deal_rows, deals_behind, deals_of,
    kpis, order, window,
};
use throughline_core::model::{KpiId, Period};
use throughline_core::plan::Plan;

use crate::kpi_families::{first_quarter, now, workspace};

/// The first letters of those behind a figure, of a stage.
fn behind(plan: &Plan, kpi: KpiId, stage: Option<&str>, filter: KpiFilter) -> String {
    let named = |name: &str| plan.view().stages.iter().find(|one| one.name == name).unwrap().id;
    let query = LeadQuery {
        behind: Some(Behind { kpi, period: first_quarter(), stage: stage.map(named), filter }),
        sort: Some(LeadSort::Name),
        ..LeadQuery::default()
    };
    let list = window(plan, &query, &order(plan, &query).unwrap()).unwrap();
    list.rows.iter().filter_map(|row| row.email.chars().next()).collect()
}

#[test]
fn the_leads_behind_a_figure_are_those_that_it_counts() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let all = |kpi| behind(plan, kpi, None, KpiFilter::default());
    assert_eq!(all(KpiId::EngagedLeads), "abde");
    assert_eq!(all(KpiId::Downloads), "abd");
    assert_eq!(all(KpiId::StageElasticity), "ab");
    assert_eq!(all(KpiId::MailsSent), "efg", "gus's is counted by the total, and known");
    assert_eq!(all(KpiId::OpenRate), "e");
    assert_eq!(all(KpiId::NurtureDatabase), "bdef");
    assert_eq!(all(KpiId::NewLeads), "abcdef");
    assert_eq!(all(KpiId::Buyers), "bde");
    assert_eq!(all(KpiId::StageEntered), "abf", "to SAL");
    assert_eq!(all(KpiId::StageConversion), "abf", "from MQL");
    let at = |kpi, stage| behind(plan, kpi, Some(stage), KpiFilter::default());
    assert_eq!(at(KpiId::Buyers, "MQL"), "bd");
    assert_eq!(at(KpiId::StageEntered, "MQL"), "abcdf");
    assert_eq!(at(KpiId::StageElasticity, "MQL"), "ab");
    let organic = KpiFilter { channel: Some("Organic".into()), ..KpiFilter::default() };
    assert_eq!(behind(plan, KpiId::EngagedLeads, None, organic), "ab");
    let asked = |kpi, stage| {
        let stage = Some(plan.view().stages.iter().find(|one| one.name == stage).unwrap().id);
        let filter = KpiFilter::default();
        let behind = Some(Behind { kpi, period: first_quarter(), stage, filter });
        order(plan, &LeadQuery { behind, ..LeadQuery::default() })
    };
    assert!(asked(KpiId::WinRate, "MQL").is_err(), "deals are behind it");
    assert!(asked(KpiId::Buyers, "Proposal").is_err(), "no lead is there");
}

#[test]
fn the_deals_behind_a_figure_are_those_that_it_counts() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let deals = deals_of(plan, None).unwrap();
    let behind = |kpi, (from, to): (&str, &str), stage: Option<&str>| -> Vec<String> {
        let named = |name: &str| plan.view().stages.iter().find(|one| one.name == name).unwrap().id;
        let period = Period { from: from.parse().unwrap(), to: to.parse().unwrap() };
        let filter = KpiFilter::default();
        let asked = Behind { kpi, period, stage: stage.map(named), filter };
        let some = deals.only(&deals_behind(plan, None, &asked).unwrap());
        deal_rows(&some, &DealQuery::default()).into_iter().map(|row| row.name).collect()
    };
    let (first, second) = (("2026-01-01", "2026-03-31"), ("2026-04-01", "2026-06-30"));
    assert_eq!(behind(KpiId::OpenDeals, first, None), ["Second"]);
    assert_eq!(behind(KpiId::PipelineValue, first, Some("Proposal")), [] as [&str; 0]);
    assert_eq!(behind(KpiId::ClosedRevenue, first, None), ["First"]);
    assert_eq!(behind(KpiId::ClosedRevenue, first, Some("Proposal")), ["First"]);
    assert_eq!(behind(KpiId::WinRate, second, None), ["Second"], "it was lost");
    // By 5 April the second has been at Discovery for 26 days; the line is 24.
    let days = ("2026-04-01", "2026-04-05");
    assert_eq!(behind(KpiId::PastLine, days, None), ["Second"]);
    let period = Period { from: "2026-04-01".parse().unwrap(), to: "2026-04-05".parse().unwrap() };
    let report = kpis(plan, &KpiQuery::of(period)).unwrap();
    assert_eq!(now(&report, KpiId::PastLine).value, Some(1.0));
    assert_eq!(behind(KpiId::PastLine, first, None), [] as [&str; 0]);
}
