//! The figures of every family, of a small workspace worked out by hand: seven leads, one deal won and
//! one lost, UTC, euros, the first quarter of 2026.

use throughline_core::demand::{
    FunnelQuery, KpiFilter, KpiQuery, KpiReport, KpiRows, funnel, kpis,
};
use throughline_core::id::EntityKind;
use throughline_core::kpi::Measure;
use throughline_core::model::{
    AssetFields, KpiFamily, KpiId, KpiTarget, Money, Period, ProgrammeFields, ProgrammeMonth, Rate,
    Status, Terms, Unit, WorkspaceFields,
};
use throughline_core::plan::{Op, Plan, Verb};

use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;

const LEADS: &str = "\
Email,Original Source,Create Date,Country
ana@a.example,Organic,2026-01-05,DE
bo@b.example,Organic,2026-01-10,DE
cy@c.example,Paid,2026-02-01,FR
di@d.example,Paid,2026-02-03,FR
ed@e.example,Paid,2026-03-02,FR
fay@f.example,E-mail,2026-03-03,FR
gus@g.example,,2026-04-01,FR
";
/// Bo jumps over MQL and is turned back; cy is lost.
const MOVES: &str = "\
Email,New Stage,Edit Date,Reason
ana@a.example,Inquiry,2026-01-05,
ana@a.example,MQL,2026-01-09,
ana@a.example,SAL,2026-01-12,
bo@b.example,Inquiry,2026-01-10,
bo@b.example,SAL,2026-01-20,
bo@b.example,MQL,2026-02-01,Not ready yet
cy@c.example,MQL,2026-02-01,
cy@c.example,Lost,2026-02-15,
di@d.example,Inquiry,2026-02-03,
di@d.example,MQL,2026-02-10,
ed@e.example,Inquiry,2026-03-02,
fay@f.example,MQL,2026-03-03,
fay@f.example,SAL,2026-03-05,
";
/// Bo's request has no channel: it is that by which bo came. Ana asks for the guide twice. Cy's
/// impression lies on a day of which the channel has a total; fay's does not. Of the monthly mail there
/// is a total, so that gus's does not count.
const ACTS: &str = "\
Email,Activity Type,Activity Date,Content,Channel,Campaign
ana@a.example,Request,2026-01-06,Guide,Organic,Spring
ana@a.example,Request,2026-01-20,Guide,Organic,Spring
bo@b.example,Request,2026-01-15,Guide,,Spring
bo@b.example,View,2026-03-01,Page,,
cy@c.example,Impression,2026-01-31,Report,Paid,
cy@c.example,Unsubscribe,2026-02-20,,E-mail,
di@d.example,Request,2026-02-12,Report,Paid,Spring
fay@f.example,Impression,2026-03-04,Report,Paid,Spring
ed@e.example,Email sent,2026-03-05,Mail,E-mail,News
ed@e.example,Email opened,2026-03-06,Mail,E-mail,News
ed@e.example,Email opened,2026-03-07,Mail,E-mail,News
fay@f.example,Email sent,2026-03-05,Mail,E-mail,News
gus@g.example,Email sent,2026-02-10,Mail,E-mail,Monthly
gus@g.example,View,2026-04-30,Page,,
";
const DEALS: &str = "\
Deal ID,Deal name,Contact email,Amount,Currency,Create date,Close date,Deal stage
D1,First,ana@a.example,1000.00,EUR,2026-01-20,2026-02-20,Closed won
D2,Second,fay@f.example,500.00,EUR,2026-03-10,2026-04-10,Closed lost
";
const DEAL_MOVES: &str = "\
Deal ID,New Stage,Edit Date
D1,Discovery,2026-01-20
D1,Proposal,2026-02-01
D2,Discovery,2026-03-10
";
/// The last one is of a campaign whose programme has a cost for that month: marketing paid it once.
const COSTS: &str = "\
Date,Channel,Campaign,Impressions,Cost,Currency
2026-01-31,Paid,,1000,400.00,EUR
2026-02-28,Paid,,800,300.00,EUR
2026-02-15,Paid,Spring,,100.00,EUR
";
const SENDS: &str = "\
Title,Send Date,Total Recipients,Unique Opens,Unique Clicks,Hard Bounces,Soft Bounces,Unsubscribes
Monthly,2026-02-10 09:00:00,1000,210,30,5,7,2
";

const TERMS: Terms = Terms { margin: 0.5, retention: 0.8, discount: 0.1, years: 2 };

fn euros(minor: i64) -> Money {
    Money { minor, currency: "EUR".to_owned() }
}

pub(crate) fn workspace() -> Workspace {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    for file in [LEADS, MOVES, DEALS, DEAL_MOVES, ACTS, COSTS, SENDS] {
        let tally = bring_in(plan, file);
        assert_eq!(tally.rejected_count, 0, "{file}: {tally:?}");
    }
    let guide = AssetFields {
        cost: Some(euros(20_000)),
        published_on: "2026-01-02".parse().ok(),
        themes: vec!["Cost".to_owned()],
        ..AssetFields::titled("Guide", Status::Published)
    };
    let february = ProgrammeMonth {
        month: "2026-02-01".parse().unwrap(),
        budget: None,
        cost: Some(euros(5_000)),
    };
    let push = ProgrammeFields {
        name: "Push".to_owned(),
        campaigns: vec!["Spring".to_owned()],
        months: vec![february],
        ..ProgrammeFields::default()
    };
    let op = || Op::one(Verb::Create, EntityKind::Asset, "Guide");
    plan.transact(BY, op(), |tx| tx.create(guide)).unwrap();
    plan.transact(BY, op(), |tx| tx.create(push)).unwrap();
    workspace
}

fn settings(plan: &Plan, change: impl Fn(&mut WorkspaceFields)) {
    let workspace = plan.view().workspace().unwrap().id;
    let op = Op::one(Verb::Update, EntityKind::Workspace, "Northwind");
    plan.transact(BY, op, |tx| {
        let set = |fields: &mut WorkspaceFields| {
            change(fields);
            Ok(())
        };
        tx.update::<WorkspaceFields>(workspace, None, set).map(drop)
    })
    .unwrap();
}

pub(crate) fn first_quarter() -> Period {
    Period { from: "2026-01-01".parse().unwrap(), to: "2026-03-31".parse().unwrap() }
}

fn told(plan: &Plan, filter: KpiFilter) -> KpiReport {
    kpis(plan, &KpiQuery { filter, ..KpiQuery::of(first_quarter()) }).unwrap()
}

pub(crate) fn now(report: &KpiReport, id: KpiId) -> Measure {
    report.values.iter().find(|one| one.id == id).unwrap().now
}

/// Value, numerator, denominator.
fn ratio(report: &KpiReport, id: KpiId) -> (Option<f64>, Option<f64>, Option<f64>) {
    let told = now(report, id);
    (told.value, told.numerator, told.denominator)
}

fn near(told: Option<f64>, expected: f64) -> bool {
    told.is_some_and(|told| (told - expected).abs() < 1e-9 * expected.abs().max(1.0))
}

/// The values of a row, by the columns of its table.
fn row(report: &KpiReport, (family, by): (KpiFamily, KpiRows), name: &str) -> Vec<Option<f64>> {
    let of = |table: &&throughline_core::demand::KpiTable| {
        let first = table.columns.first().unwrap().id;
        table.by == by && throughline_core::kpi::definition(first).family == family
    };
    let table = report.tables.iter().find(of).unwrap();
    let row = table.rows.iter().find(|row| row.name == name);
    row.unwrap_or_else(|| panic!("{name}: {table:?}")).values.iter().map(|one| one.value).collect()
}

#[test]
fn engagement_by_channel() {
    let workspace = workspace();
    let report = told(&workspace.plan, KpiFilter::default());
    // 1,000 and 800, and fay's.
    assert_eq!(now(&report, KpiId::Impressions).value, Some(1_801.0));
    // Ana, bo, di and ed; gus came in April.
    assert_eq!(now(&report, KpiId::EngagedLeads).value, Some(4.0));
    let engaged = ratio(&report, KpiId::ProspectToEngaged);
    assert_eq!(engaged, (Some(4.0 / 1_801.0), Some(4.0), Some(1_801.0)));
    assert_eq!(now(&report, KpiId::EngageCost).value, Some(80_000.0));
    assert_eq!(now(&report, KpiId::CostPerImpression).value, Some(80_000.0 / 1_801.0));
    assert_eq!(now(&report, KpiId::CostPerEngagedLead).value, Some(20_000.0));
    // Of the 1,000.00 that were won.
    assert_eq!(now(&report, KpiId::EngageCostShare).value, Some(0.8));
    let channel = |name| row(&report, (KpiFamily::Engagement, KpiRows::Channel), name);
    assert_eq!(channel("Organic")[..2], [None, Some(2.0)], "no impressions are known");
    assert_eq!(channel("E-mail")[1], Some(1.0));
    let paid = channel("Paid");
    assert_eq!(paid[..4], [Some(1_801.0), Some(1.0), Some(1.0 / 1_801.0), Some(80_000.0)]);
}

#[test]
fn content_by_piece() {
    let workspace = workspace();
    let report = told(&workspace.plan, KpiFilter::default());
    assert_eq!(now(&report, KpiId::Downloads).value, Some(3.0));
    // Of the report alone impressions are known: two, and one asked for it.
    assert_eq!(ratio(&report, KpiId::SubmitRate), (Some(0.5), Some(1.0), Some(2.0)));
    // Ana and bo came to SAL, six and five days after.
    let elasticity = ratio(&report, KpiId::StageElasticity);
    assert_eq!(elasticity, (Some(2.0 / 3.0), Some(2.0), Some(3.0)));
    let took = now(&report, KpiId::DownloadToStage);
    assert_eq!((took.value, took.n, took.denominator), (Some(5.5), 2, Some(3.0)));
    assert_eq!(now(&report, KpiId::ProductionCost).value, Some(20_000.0));
    // All that was won is due to the guide.
    assert_eq!(now(&report, KpiId::ContentCostShare).value, Some(0.2));
    let piece = |name| row(&report, (KpiFamily::Content, KpiRows::Asset), name);
    // Downloads, submit rate; Inquiry, MQL and SAL reached; how long that took; cost and its share.
    // Bo passed MQL without a record of it: it is reached, and nobody knows when.
    let guide = [
        Some(2.0),
        None,
        Some(0.0),
        Some(1.0),
        Some(1.0),
        None,
        Some(3.0),
        Some(5.5),
        Some(20_000.0),
        Some(0.2),
    ];
    assert_eq!(piece("Guide"), guide);
    let report =
        [Some(1.0), Some(0.5), Some(0.0), Some(0.0), Some(0.0), None, None, None, None, None];
    assert_eq!(piece("Report"), report);
}

#[test]
fn mails_by_campaign() {
    let workspace = workspace();
    let report = told(&workspace.plan, KpiFilter::default());
    assert_eq!(now(&report, KpiId::MailsSent).value, Some(1_002.0));
    assert_eq!(
        ratio(&report, KpiId::OpenRate),
        (Some(211.0 / 1_002.0), Some(211.0), Some(1_002.0))
    );
    assert_eq!(now(&report, KpiId::ClickRate).value, Some(30.0 / 1_002.0));
    assert_eq!(now(&report, KpiId::HardBounceRate).value, Some(5.0 / 1_002.0));
    assert_eq!(now(&report, KpiId::SoftBounceRate).value, Some(7.0 / 1_002.0));
    assert_eq!(now(&report, KpiId::UnsubscribeRate).value, Some(2.0 / 1_002.0));
    // Bo, di, ed and fay: ana is a customer, cy wants no more, gus is not there yet.
    assert_eq!(now(&report, KpiId::NurtureDatabase).value, Some(4.0));
    let campaign = |name| row(&report, (KpiFamily::Nurture, KpiRows::Campaign), name);
    assert_eq!(campaign("News")[..2], [Some(2.0), Some(0.5)]);
    assert_eq!(campaign("Monthly")[..2], [Some(1_000.0), Some(0.21)]);
}

#[test]
fn leads_by_stage() {
    let workspace = workspace();
    let report = told(&workspace.plan, KpiFilter::default());
    assert_eq!(now(&report, KpiId::NewLeads).value, Some(6.0));
    // Ed at Inquiry, bo and di at MQL.
    assert_eq!(now(&report, KpiId::Buyers).value, Some(3.0));
    assert_eq!(now(&report, KpiId::StageEntered).value, Some(3.0), "to SAL");
    // To MQL came ana, bo twice, cy, di and fay; ana, bo once and fay went on.
    assert_eq!(ratio(&report, KpiId::StageConversion), (Some(0.5), Some(3.0), Some(6.0)));
    // Ana after three days, fay after two.
    let stayed = now(&report, KpiId::StageDays);
    assert_eq!((stayed.value, stayed.n, stayed.too_few), (Some(2.5), 2, true));
    // 700.00 of channels, 50.00 of the programme, 200.00 for the guide.
    assert_eq!(now(&report, KpiId::CostPerLead).value, Some(95_000.0 / 6.0));
    assert_eq!(now(&report, KpiId::CostPerStage).value, Some(95_000.0 / 3.0));
    let stage = |name| row(&report, (KpiFamily::Leads, KpiRows::Stage), name);
    let inquiry = stage("Inquiry");
    // Ana, bo, di and ed came; ana and bo went on after 4 and 10 days, di after 7.
    assert_eq!(inquiry[..4], [Some(1.0), Some(4.0), Some(0.75), Some(7.0)]);
    assert_eq!(stage("SAL")[..3], [Some(0.0), Some(3.0), Some(2.0 / 3.0)]);
}

#[test]
fn deals_by_stage() {
    let workspace = workspace();
    let report = told(&workspace.plan, KpiFilter::default());
    let stage = |name| row(&report, (KpiFamily::Revenue, KpiRows::Stage), name);
    // Open deals and their value; entered, went on, days; won from there, and of those closed there; past
    // the line. The second has been there for 21 days, the line is twice the 12 of the first.
    let discovery =
        [Some(1.0), Some(50_000.0), Some(2.0), Some(0.5), Some(12.0), Some(0.0), None, Some(0.0)];
    assert_eq!(stage("Discovery"), discovery);
    let proposal = stage("Proposal");
    assert_eq!(proposal[2..5], [Some(1.0), Some(1.0), Some(19.0)]);
    assert_eq!(proposal[5..7], [Some(100_000.0), Some(1.0)]);
    assert_eq!(stage("Evaluation")[2], Some(1.0), "passed between the two");
}

#[test]
fn return_with_terms_and_without() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let report = told(plan, KpiFilter::default());
    assert_eq!(
        now(&report, KpiId::LifetimeValue).value,
        None,
        "nobody said what a customer brings"
    );
    assert_eq!(now(&report, KpiId::ReturnOnInvestment).value, None);
    assert_eq!(now(&report, KpiId::AcquisitionCost).value, Some(95_000.0));
    settings(plan, |workspace| workspace.numbers.terms = Some(TERMS));
    let report = told(plan, KpiFilter::default());
    // 500, 400 and 320; discounted 500 + 400 ÷ 1.1 + 320 ÷ 1.21.
    let discounted = 50_000.0 + 40_000.0 / 1.1 + 32_000.0 / 1.21;
    assert!(near(now(&report, KpiId::LifetimeValue).value, 122_000.0));
    assert!(near(now(&report, KpiId::DiscountedValue).value, discounted));
    assert!(near(now(&report, KpiId::NetPresentValue).value, discounted - 95_000.0));
    let returned = now(&report, KpiId::ReturnOnInvestment);
    assert!(near(returned.value, (discounted - 95_000.0) / 95_000.0));
    let inputs = report.inputs.as_ref().unwrap();
    let costs = inputs.costs;
    let amounts = [costs.channels, costs.programmes, costs.production].map(|one| one.amount);
    assert_eq!(amounts, [Some(70_000.0), Some(5_000.0), Some(20_000.0)]);
    assert_eq!((inputs.revenue, inputs.customers), (100_000.0, 1));
    let table = inputs.sensitivity.as_ref().unwrap();
    assert!(near(Some(table.values[2][2]), discounted - 95_000.0));
    let of = |by, name| row(&report, (KpiFamily::Return, by), name);
    assert_eq!(of(KpiRows::Programme, "Push")[..2], [Some(100_000.0), Some(5_000.0)]);
    assert!(near(of(KpiRows::Programme, "Push")[3], (discounted - 5_000.0) / 5_000.0));
    assert_eq!(of(KpiRows::Channel, "Paid")[..2], [Some(0.0), Some(80_000.0)]);
    assert_eq!(of(KpiRows::Channel, "Organic")[1], None);
    assert_eq!(of(KpiRows::FirstTouch, "Guide")[..2], [Some(100_000.0), Some(20_000.0)]);
}

#[test]
fn a_filter_counts_what_passes() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let paid = told(plan, KpiFilter { channel: Some("paid".into()), ..KpiFilter::default() });
    assert_eq!(now(&paid, KpiId::EngagedLeads).value, Some(1.0), "di");
    assert_eq!(now(&paid, KpiId::Impressions).value, Some(1_801.0));
    assert_eq!(now(&paid, KpiId::NewLeads).value, Some(3.0), "cy, di and ed came over it");
    assert_eq!(now(&paid, KpiId::ClosedRevenue).value, Some(0.0), "ana had nothing to do with it");
    let country = told(plan, KpiFilter { country: Some("DE".into()), ..KpiFilter::default() });
    assert_eq!(now(&country, KpiId::NewLeads).value, Some(2.0), "ana and bo");
    assert_eq!(now(&country, KpiId::ClosedRevenue).value, Some(100_000.0));
    assert_eq!(now(&country, KpiId::EngageCost).value, None, "nobody knows what of it is for whom");
    assert_eq!(now(&country, KpiId::CostPerLead).value, None);
    let theme = told(plan, KpiFilter { theme: Some("cost".into()), ..KpiFilter::default() });
    assert_eq!(now(&theme, KpiId::Downloads).value, Some(2.0), "the guide's");
    let mql = plan.view().stages.iter().find(|stage| stage.name == "MQL").unwrap().id;
    let stage = told(plan, KpiFilter { stage: Some(mql), ..KpiFilter::default() });
    assert_eq!(now(&stage, KpiId::Buyers).value, Some(2.0), "bo and di");
    assert_eq!(now(&stage, KpiId::OpenDeals).value, Some(0.0));
}

#[test]
fn figures_are_kept_and_follow_what_they_depend_on() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let latest = kpis(plan, &KpiQuery::default()).unwrap();
    assert_eq!(latest.period.from.to_string(), "2026-04-01", "that of the newest time");
    let first = told(plan, KpiFilter::default());
    assert_eq!(told(plan, KpiFilter::default()), first, "read again");
    let year = kpis(plan, &KpiQuery { unit: Some(Unit::Year), ..KpiQuery::default() }).unwrap();
    assert_eq!(now(&year, KpiId::NewLeads).value, Some(7.0));
    let leads = first.values.iter().find(|one| one.id == KpiId::NewLeads).unwrap();
    let series: Vec<Option<f64>> = leads.series.iter().map(|point| point.value).collect();
    assert_eq!((series.len(), series[7], series[6]), (8, Some(6.0), Some(0.0)));
    settings(plan, |workspace| {
        let target = KpiTarget { kpi: KpiId::NewLeads, every: Unit::Month, value: 3.0 };
        workspace.numbers.targets = vec![target];
    });
    let with = told(plan, KpiFilter::default());
    let leads = with.values.iter().find(|one| one.id == KpiId::NewLeads).unwrap();
    assert_eq!(leads.target, Some(9.0), "three months");
    bring_in(plan, "Email,Create Date\nhal@h.example,2026-03-30\n");
    assert_eq!(now(&told(plan, KpiFilter::default()), KpiId::NewLeads).value, Some(7.0));
}

/// Dollars have a rate from 1 February on, half a euro: what was paid the day before cannot be said.
#[test]
fn a_cost_converts_by_the_rate_of_its_own_day() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    settings(plan, |workspace| {
        let on = "2026-02-01".parse().unwrap();
        workspace.rates = vec![Rate { currency: "USD".to_owned(), on, rate: 0.5 }];
    });
    bring_in(plan, &COSTS.replace("EUR", "USD"));
    let report = told(plan, KpiFilter::default());
    let cost = now(&report, KpiId::EngageCost);
    // 300.00 and 100.00 of the 800.00.
    assert_eq!((cost.value, cost.n, cost.left_out), (Some(20_000.0), 2, 1));
    let costs = funnel(plan, &FunnelQuery::default()).unwrap().audience.costs;
    assert_eq!((costs.total, costs.counted, costs.unconverted), (Some(euros(20_000)), 2, 1));
}
