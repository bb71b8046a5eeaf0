//! The funnels of real files, made by others and kept outside the project. Figures were taken with
//! Python's csv and statistics modules.

use std::collections::BTreeMap;

use throughline_core::demand::{FunnelQuery, FunnelReport, funnel};
use throughline_core::import::facts::FactInput;
use throughline_core::plan::Plan;
use throughline_tests::fixture::real;

use crate::leads::{Workspace, source, take};

/// Takes files in and tells the funnel; `None` where there are no real files.
fn of(plan: &Plan, files: &[(&str, &[(&str, &str)])]) -> Option<FunnelReport> {
    for (name, told) in files {
        let file = source(FactInput::File(real(name)?)).unwrap();
        take(plan, &file, told).unwrap();
    }
    Some(funnel(plan, &FunnelQuery::default()).unwrap())
}

#[test]
fn leads_of_olist_convert_by_channel() {
    let workspace = Workspace::new();
    let files: [(&str, &[(&str, &str)]); 2] = [
        ("olist-funnel/olist_marketing_qualified_leads_dataset.csv", &[("dateOrder", "dayFirst")]),
        ("olist-funnel/olist_closed_deals_dataset.csv", &[("dateOrder", "dayFirst")]),
    ];
    let Some(found) = of(&workspace.plan, &files) else { return };
    assert_eq!((found.leads, found.deals), (8_000, 842));
    let won: BTreeMap<&str, (u32, u32)> =
        found.segments.iter().map(|one| (one.name.as_str(), (one.won, one.leads))).collect();
    let expected = [
        ("", (14, 60)),
        ("direct_traffic", (56, 499)),
        ("display", (6, 118)),
        ("email", (15, 493)),
        ("organic_search", (271, 2_296)),
        ("other", (4, 150)),
        ("other_publicities", (3, 65)),
        ("paid_search", (195, 1_586)),
        ("referral", (24, 284)),
        ("social", (75, 1_350)),
        ("unknown", (179, 1_099)),
    ];
    assert_eq!(won, BTreeMap::from(expected));
    let timed: u32 = found.segments.iter().map(|one| one.timed_won).sum();
    assert_eq!(timed, 841, "one was won before its first contact");
}

#[test]
fn totals_of_a_saas_company_follow_one_another() {
    let workspace = Workspace::new();
    let files: [(&str, &[(&str, &str)]); 4] = [
        ("b2b-saas-funnel/Leads.csv", &[("everyStage", "Inquiry")]),
        ("b2b-saas-funnel/MQLs.csv", &[("everyStage", "MQL")]),
        ("b2b-saas-funnel/Pipeline_Opportunities.csv", &[("everyStage", "Discovery")]),
        ("b2b-saas-funnel/Closed_Won_Bookings.csv", &[]),
    ];
    let Some(found) = of(&workspace.plan, &files) else { return };
    assert_eq!((found.leads, found.deals), (0, 0));
    let thousandths = |share: f64| (share * 1_000.0).round();
    let told = found.totals.iter();
    let told = told.map(|one| (one.name.as_str(), one.count, one.of_before.map(thousandths)));
    let expected = [
        ("Inquiry", 2_262, None),
        ("MQL", 433, Some(191.0)),
        ("Discovery", 54, Some(125.0)),
        ("Won", 9, Some(167.0)),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}
