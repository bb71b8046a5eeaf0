//! What a filter on figures can ask for: all that any file names, of whatever time.

use throughline_core::demand::{KpiFilter, KpiNames, KpiQuery, kpi_names, kpis, prepare_kpis};
use throughline_core::id::EntityKind;
use throughline_core::model::{AssetFields, KpiFamily, KpiId, Status, Unit};
use throughline_core::plan::{Op, Verb};

use crate::kpi_families::{now, workspace};
use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;

/// Years before all else, and the same channel written otherwise.
const OLD_ACTS: &str = "\
Email,Activity Type,Activity Date,Content,Channel,Campaign
zoe@z.example,View,2019-05-01,Old page,Trade fair,Expo
zoe@z.example,View,2019-05-02,guide,paid,
";
const OLD_LEADS: &str = "Email,Original Source,Create Date\nyan@y.example,Billboard,2018-05-01\n";
const OLD_COSTS: &str = "\
Date,Channel,Campaign,Impressions,Cost,Currency
2018-03-31,Radio,Jingle,10,1.00,EUR
";
const OLD_SENDS: &str = "\
Title,Send Date,Total Recipients,Unique Opens,Unique Clicks,Hard Bounces,Soft Bounces,Unsubscribes
Winter,2017-12-20 09:00:00,10,2,1,0,0,0
";

fn names(channels: &[&str], assets: &[&str], campaigns: &[&str]) -> KpiNames {
    let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
    KpiNames { channels: owned(channels), assets: owned(assets), campaigns: owned(campaigns) }
}

#[test]
fn everything_that_a_file_names_is_offered() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let expected = names(
        &["E-mail", "Organic", "Paid"],
        &["Guide", "Mail", "Page", "Report"],
        &["Monthly", "News", "Spring"],
    );
    assert_eq!(kpi_names(plan).unwrap(), expected);
    for file in [OLD_ACTS, OLD_LEADS, OLD_COSTS, OLD_SENDS] {
        assert_eq!(bring_in(plan, file).rejected_count, 0, "{file}");
    }
    let expected = names(
        &["Billboard", "E-mail", "Organic", "Paid", "Radio", "Trade fair"],
        &["Guide", "Mail", "Old page", "Page", "Report"],
        &["Expo", "Jingle", "Monthly", "News", "Spring", "Winter"],
    );
    assert_eq!(kpi_names(plan).unwrap(), expected, "each once, by name");
    let year = KpiQuery {
        unit: Some(Unit::Year),
        family: Some(KpiFamily::Content),
        ..KpiQuery::default()
    };
    let year = kpis(plan, &year).unwrap();
    assert!(year.tables[0].rows.iter().all(|row| row.name != "Old page"), "it is of no use now");
    let radio = KpiFilter { channel: Some("Radio".to_owned()), ..KpiFilter::default() };
    let then = throughline_core::model::Period {
        from: "2018-01-01".parse().unwrap(),
        to: "2018-03-31".parse().unwrap(),
    };
    let then = kpis(plan, &KpiQuery { filter: radio, ..KpiQuery::of(then) }).unwrap();
    assert_eq!(now(&then, KpiId::EngageCost).value, Some(100.0));
}

/// They are kept with the figures: those of before are told until something else is in the files, or the
/// plan calls a piece otherwise.
#[test]
fn names_are_at_hand_after_the_figures() {
    let workspace = workspace();
    let plan = &workspace.plan;
    prepare_kpis(plan).unwrap();
    let kept = kpi_names(plan).unwrap();
    assert_eq!(kept.assets, ["Guide", "Mail", "Page", "Report"]);
    let piece = AssetFields {
        external_id: "Page".to_owned(),
        ..AssetFields::titled("Pricing", Status::Published)
    };
    let op = Op::one(Verb::Create, EntityKind::Asset, "Pricing");
    plan.transact(BY, op, |tx| tx.create(piece)).unwrap();
    assert_eq!(kpi_names(plan).unwrap().assets, ["Guide", "Mail", "Pricing", "Report"]);
}

#[test]
fn without_files_there_are_none() {
    let workspace = Workspace::new();
    assert_eq!(kpi_names(&workspace.plan).unwrap(), KpiNames::default());
}
