//! Real files of leads, made by others and kept outside the project. Counts were taken with Python's
//! csv module.

use std::collections::BTreeMap;
use std::path::PathBuf;

use throughline_core::demand::{LeadQuery, lead, order, window};
use throughline_core::facts::field::LeadField;
use throughline_core::import::facts::{FactInput, FactTally};
use throughline_core::plan::Plan;
use throughline_tests::fixture::real;

use crate::leads::{Workspace, source, take};

fn bring(plan: &Plan, path: PathBuf, told: &[(&str, &str)]) -> FactTally {
    take(plan, &source(FactInput::File(path)).unwrap(), told).unwrap().tally
}

fn counts(tally: &FactTally) -> [u32; 5] {
    [tally.read, tally.added, tally.updated, tally.unchanged, tally.rejected_count]
}

#[test]
fn contacts_in_hubspot_s_columns_go_in_once() {
    let Some(path) = real("hubspot-synthetic/hubspot_contacts.csv") else { return };
    let workspace = Workspace::new();
    assert_eq!(counts(&bring(&workspace.plan, path.clone(), &[])), [950, 950, 0, 0, 0]);
    assert_eq!(counts(&bring(&workspace.plan, path, &[])), [950, 0, 0, 950, 0]);
    let query = LeadQuery { text: "anna72@example.net".to_owned(), ..LeadQuery::default() };
    let list = window(&workspace.plan, &query, &order(&workspace.plan, &query).unwrap()).unwrap();
    assert_eq!((list.leads, list.total), (950, 1));
    let page = lead(&workspace.plan, list.rows[0].key).unwrap();
    let known: BTreeMap<_, _> =
        page.values.into_iter().map(|value| (value.field, value.text)).collect();
    assert_eq!(known[&LeadField::Name], "Francisco Small");
    assert_eq!(known[&LeadField::Title], "Youth worker");
    assert_eq!(known[&LeadField::ExternalId], "CONT-03a4142c-188d-4855-ae0e-951b7f32137e");
    assert_eq!(known[&LeadField::Source], "Direct Traffic");
    // 2024-08-18, midnight in UTC.
    assert_eq!(known[&LeadField::Created], "1723939200000");
}

#[test]
fn a_marketo_table_of_leads_goes_in_once() {
    let Some(path) = real("marketo-tables/marketo_lead_data.csv") else { return };
    let workspace = Workspace::new();
    assert_eq!(counts(&bring(&workspace.plan, path.clone(), &[])), [100, 100, 0, 0, 0]);
    assert_eq!(counts(&bring(&workspace.plan, path, &[])), [100, 0, 0, 100, 0]);
}

#[test]
fn leads_known_by_ids_alone_are_the_same_under_another_order_of_dates() {
    let (Some(path), Some(american)) = (
        real("olist-funnel/olist_marketing_qualified_leads_dataset.csv"),
        real("olist-funnel/mql_us_m_d_yyyy_dates.csv"),
    ) else {
        return;
    };
    let workspace = Workspace::new();
    let tally = bring(&workspace.plan, path, &[]);
    assert_eq!((counts(&tally), tally.anonymous), ([8_000, 8_000, 0, 0, 0], 0));
    assert_eq!(counts(&bring(&workspace.plan, american, &[])), [8_000, 0, 0, 8_000, 0]);
}
