//! Real files of deals, accounts, events and counts, made by others and kept outside the project.
//! Figures were taken with Python's csv and decimal modules.

use std::collections::BTreeMap;

use throughline_core::demand::{FactQuery, FactRows, fact_rows};
use throughline_core::facts::subject::Subject;
use throughline_core::import::facts::{FactInput, FactTally, preview};
use throughline_core::model::FactKind;
use throughline_core::plan::Plan;
use throughline_tests::fixture::real;

use crate::leads::{Workspace, source, take};

/// Takes a file in, twice: the second time it changes nothing. What it holds is told by its header.
fn twice(plan: &Plan, name: &str, kind: FactKind, told: &[(&str, &str)]) -> Option<FactTally> {
    let file = source(FactInput::File(real(name)?)).unwrap();
    assert_eq!(preview(&file, None, &plan.view()).unwrap().kind, kind, "{name}");
    let first = take(plan, &file, told).unwrap().tally;
    let again = take(plan, &file, told).unwrap().tally;
    let counts = (again.added, again.updated, again.events, again.rejected_count);
    assert_eq!(counts, (0, 0, 0, 0), "{name} again");
    assert_eq!(again.unchanged, again.read, "{name} again");
    Some(first)
}

fn rows(plan: &Plan, subject: Subject) -> FactRows {
    let text = String::new();
    let query = FactQuery { subject, text, offset: 0, limit: Some(1_000) };
    let rows = fact_rows(plan, &query).unwrap();
    assert_eq!(rows.rows.len(), rows.all.min(1_000));
    rows
}

fn said<'a>(rows: &'a FactRows, field: &str) -> Vec<&'a str> {
    let at = rows.fields.iter().position(|one| one == field).unwrap();
    rows.rows.iter().map(|row| row.texts[at].as_str()).collect()
}

fn sum(rows: &FactRows, field: &str) -> i64 {
    let said = said(rows, field);
    said.iter().filter(|text| !text.is_empty()).map(|text| text.parse::<i64>().unwrap()).sum()
}

fn tally<'a>(texts: &[&'a str]) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        *counts.entry(*text).or_default() += 1;
    }
    counts
}

#[test]
fn opportunities_and_accounts_of_salesforce() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let name = "salesforce/Opportunity.csv";
    let Some(first) = twice(plan, name, FactKind::Deals, &[]) else { return };
    assert_eq!((first.read, first.added), (774, 774));
    let deals = rows(plan, Subject::Deal);
    // 15,972,371 in the workspace's currency, in minor units.
    assert_eq!(sum(&deals, "value"), 1_597_237_100);
    let outcomes = said(&deals, "outcome");
    assert_eq!(tally(&outcomes), BTreeMap::from([("lost", 39), ("open", 95), ("won", 640)]));
    let stages = said(&deals, "stage");
    assert_eq!(tally(&stages)["Perception Analysis"], 18);
    assert_eq!(tally(&stages)[""], 640 + 39);
    let first = twice(plan, "salesforce/Account.csv", FactKind::Accounts, &[]).unwrap();
    assert_eq!((first.read, first.added), (83, 83));
    let sizes = rows(plan, Subject::Account);
    assert_eq!(said(&sizes, "size").iter().filter(|size| !size.is_empty()).count(), 82);
}

#[test]
fn deals_companies_and_activities_in_hubspot_s_columns() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let name = "hubspot-synthetic/hubspot_deals.csv";
    let Some(first) = twice(plan, name, FactKind::Deals, &[]) else { return };
    assert_eq!((first.read, first.added), (500, 500));
    let deals = rows(plan, Subject::Deal);
    assert_eq!(sum(&deals, "value"), 6_249_979_017);
    let outcomes = said(&deals, "outcome");
    assert_eq!(tally(&outcomes), BTreeMap::from([("lost", 69), ("open", 360), ("won", 71)]));
    let name = "hubspot-synthetic/hubspot_companies.csv";
    let first = twice(plan, name, FactKind::Accounts, &[]).unwrap();
    assert_eq!((first.read, first.added), (200, 200));
    let name = "hubspot-synthetic/hubspot_activities.csv";
    let first = twice(plan, name, FactKind::Events, &[]).unwrap();
    // 847 persons; 402 calls, 398 e-mails and 412 meetings; notes and tasks are nothing that happened.
    assert_eq!((first.read, first.added, first.events), (2_000, 847, 402 + 398 + 412));
}

#[test]
fn activities_of_marketo() {
    for (name, added, events) in [
        ("click_email", 6, 100),
        ("open_email", 98, 100),
        // Two were skipped.
        ("send_email", 100, 98),
        ("email_delivered", 100, 100),
        ("email_bounced", 100, 100),
        ("unsubscribe_email", 98, 100),
        ("change_data_value", 84, 0),
    ] {
        let workspace = Workspace::new();
        let name = format!("marketo-tables/marketo_activity_{name}_data.csv");
        let Some(first) = twice(&workspace.plan, &name, FactKind::Events, &[]) else { return };
        assert_eq!((first.read, first.added, first.events), (100, added, events), "{name}");
    }
}

#[test]
fn campaigns_of_mailchimp_and_pages_of_ga4() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let name = "mailchimp-campaigns/campaigns_old.csv";
    let Some(first) = twice(plan, name, FactKind::Sends, &[]) else { return };
    assert_eq!((first.read, first.added), (802, 802));
    let sends = rows(plan, Subject::Send);
    for (field, figure) in [
        ("sent", 541_749),
        ("delivered", 539_866),
        ("opened", 193_208),
        ("clicked", 15_822),
        ("hardBounces", 525),
        ("softBounces", 1_358),
        ("unsubscribed", 806),
    ] {
        assert_eq!(sum(&sends, field), figure, "{field}");
    }
    let name = "ga4/Pages_and_screens_Page_path_and_screen_class.csv";
    let first = twice(plan, name, FactKind::ChannelDays, &[]).unwrap();
    assert_eq!((first.read, first.added), (53, 53));
    let pages = rows(plan, Subject::ChannelDay);
    assert_eq!(sum(&pages, "impressions"), 8_128);
    // 2025-03-03 to 2025-05-31, which stand above the header, midnights in UTC.
    assert!(said(&pages, "from").iter().all(|day| *day == "1740960000000"));
    assert!(said(&pages, "day").iter().all(|day| *day == "1748649600000"));
}

#[test]
fn a_funnel_without_persons_is_counted_by_stage() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let counts = FactKind::StageCounts;
    let inquiry = [("everyStage", "Inquiry")];
    let Some(first) = twice(plan, "b2b-saas-funnel/Leads.csv", counts, &inquiry) else { return };
    assert_eq!((first.read, first.added), (2_262, 2_262));
    let mql = [("everyStage", "MQL")];
    let first = twice(plan, "b2b-saas-funnel/MQLs.csv", counts, &mql).unwrap();
    assert_eq!((first.read, first.added), (433, 433));
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let discovery = [("everyStage", "Discovery")];
    let name = "b2b-saas-funnel/Pipeline_Opportunities.csv";
    assert_eq!(twice(plan, name, counts, &discovery).unwrap().added, 54);
    let pipeline = rows(plan, Subject::StageCount);
    // USD 5,174,990.52: decimal commas, and one point that parts thousands.
    assert_eq!(sum(&pipeline, "value"), 517_499_052);
    let channels = said(&pipeline, "channel");
    assert_eq!(tally(&channels)["paid-search"], 44);
    let won = twice(plan, "b2b-saas-funnel/Closed_Won_Bookings.csv", counts, &[]).unwrap();
    assert_eq!(won.added, 9);
    let day = [("day", "2023-01-31")];
    let first = twice(plan, "b2b-saas-funnel/Spend.csv", FactKind::ChannelDays, &day).unwrap();
    assert_eq!(first.added, 4);
    let spend = rows(plan, Subject::ChannelDay);
    assert_eq!(tally(&said(&spend, "currency")), BTreeMap::from([("BRL", 4)]));
    assert_eq!(sum(&spend, "cost"), 67_634_900);
}

#[test]
fn closed_deals_of_olist_are_known_by_their_leads() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let name = "olist-funnel/olist_closed_deals_dataset.csv";
    let Some(first) = twice(plan, name, FactKind::Deals, &[]) else { return };
    assert_eq!((first.read, first.added), (842, 842));
    let deals = rows(plan, Subject::Deal);
    assert_eq!(tally(&said(&deals, "outcome")), BTreeMap::from([("won", 842)]));
}
