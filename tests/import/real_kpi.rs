//! Figures of real files, made by others and kept outside the project. Expected values were taken with
//! Python's csv module.

use throughline_core::demand::{KpiFilter, KpiQuery, KpiReport, kpis};
use throughline_core::import::facts::FactInput;
use throughline_core::kpi::Measure;
use throughline_core::model::{KpiId, Period};
use throughline_core::plan::Plan;
use throughline_tests::fixture::real;

use crate::leads::{Workspace, source, take};

fn bring_in(plan: &Plan, name: &str, told: &[(&str, &str)]) -> Option<()> {
    let file = source(FactInput::File(real(name)?)).unwrap();
    take(plan, &file, told).unwrap();
    Some(())
}

fn told(plan: &Plan, from: &str, to: &str) -> KpiReport {
    let period = Period { from: from.parse().unwrap(), to: to.parse().unwrap() };
    kpis(plan, &KpiQuery { filter: KpiFilter::default(), ..KpiQuery::of(period) }).unwrap()
}

fn now(report: &KpiReport, id: KpiId) -> Measure {
    report.values.iter().find(|one| one.id == id).unwrap().now
}

/// Sent, opened, clicked, bounced hard and soft, unsubscribed; the rates are those of the sums, where the
/// mean of the rates of mails is far from them: most mails went to a handful of testers.
fn mails(report: &KpiReport, [sent, opened, clicked, hard, soft, gone]: [f64; 6]) {
    assert_eq!(now(report, KpiId::MailsSent).value, Some(sent));
    let rates = [
        (KpiId::OpenRate, opened),
        (KpiId::ClickRate, clicked),
        (KpiId::HardBounceRate, hard),
        (KpiId::SoftBounceRate, soft),
        (KpiId::UnsubscribeRate, gone),
    ];
    for (id, part) in rates {
        let told = now(report, id);
        assert_eq!((told.value, told.numerator), (Some(part / sent), Some(part)), "{id:?}");
    }
}

#[test]
fn rates_of_mailchimps_mails_are_those_of_their_totals() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let Some(()) = bring_in(plan, "mailchimp-campaigns/campaigns_old.csv", &[]) else { return };
    let all = told(plan, "2018-10-01", "2019-12-31");
    mails(&all, [541_749.0, 193_208.0, 15_822.0, 525.0, 1_358.0, 806.0]);
    let quarter = told(plan, "2019-04-01", "2019-06-30");
    mails(&quarter, [183_888.0, 66_727.0, 5_342.0, 248.0, 524.0, 223.0]);
}

#[test]
fn leads_of_olist_become_leads_and_customers_in_their_quarter() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let day_first = [("dateOrder", "dayFirst")];
    let name = "olist-funnel/olist_marketing_qualified_leads_dataset.csv";
    let Some(()) = bring_in(plan, name, &day_first) else { return };
    bring_in(plan, "olist-funnel/olist_closed_deals_dataset.csv", &day_first).unwrap();
    let quarter = told(plan, "2018-01-01", "2018-03-31");
    assert_eq!(now(&quarter, KpiId::NewLeads).value, Some(3_343.0));
    let rate = now(&quarter, KpiId::WinRate);
    assert_eq!((rate.value, rate.n), (Some(1.0), 333), "the file has deals that were won alone");
}
