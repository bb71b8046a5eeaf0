//! The funnel of a small workspace, worked out by hand: seven leads, three deals, UTC.

use throughline_core::demand::{
    Audience, CohortRow, FunnelDimension, FunnelQuery, FunnelReport, FunnelSegment, LeadGroup,
    LeadQuery, LeadRow, LeadSort, Seam, find_lead, funnel, lead, marked, order, window,
};
use throughline_core::funnel::StageLedger;
use throughline_core::id::EntityKind;
use throughline_core::model::{AdvocateFields, Millis, Money, Unit, lead_told};
use throughline_core::plan::{Op, Plan, Verb, undo};

use crate::leads::{Workspace, bring_in, take, text};
use crate::northwind::BY;

const LEADS: &str = "\
Email,Original Source,Create Date
ana@a.example,Organic,2026-01-05
bo@b.example,Organic,2026-01-10
cy@c.example,Paid,2026-02-01
di@d.example,Paid,2026-02-03
ed@e.example,Paid,2026-03-02
fay@f.example,E-mail,2026-03-03
gus@g.example,,2026-04-01
";
/// Bo jumps over MQL and is turned back; cy is lost; di waits at MQL, ed at Inquiry.
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
/// Bo wakes up again; cy wants no more e-mails; the newest time is that of gus.
const ACTS: &str = "\
Email,Activity Type,Activity Date,Content
bo@b.example,View,2026-03-01 10:00:00,Page
cy@c.example,Unsubscribe,2026-02-20 10:00:00,
gus@g.example,View,2026-04-30 12:00:00,Page
";
const DEALS: &str = "\
Deal ID,Deal name,Contact email,Amount,Currency,Create date,Close date,Deal stage
D1,First,ana@a.example,1000.00,EUR,2026-01-20,2026-02-20,Closed won
D2,Second,fay@f.example,500.00,EUR,2026-03-10,2026-04-10,Closed lost
D3,Third,,70.00,EUR,2026-03-15,2026-06-30,Discovery
";
const DEAL_MOVES: &str = "\
Deal ID,New Stage,Edit Date
D1,Discovery,2026-01-20
D1,Proposal,2026-02-01
D2,Discovery,2026-03-10
D3,Discovery,2026-03-15
";
const COSTS: &str = "\
Date,Channel,Impressions,Cost,Currency
2026-01-31,Paid,1000,400.00,EUR
2026-02-28,Paid,800,300.00,EUR
";

/// All of it.
pub(crate) const FILES: [&str; 6] = [LEADS, MOVES, DEALS, DEAL_MOVES, ACTS, COSTS];

fn workspace() -> Workspace {
    let workspace = Workspace::new();
    for file in FILES {
        let tally = bring_in(&workspace.plan, file);
        assert_eq!(tally.rejected_count, 0, "{file}: {tally:?}");
    }
    workspace
}

fn report(plan: &Plan, cohort: Unit) -> FunnelReport {
    funnel(plan, &FunnelQuery { cohort: Some(cohort), ..FunnelQuery::default() }).unwrap()
}

/// Entered, inferred, advanced, moved back, lost, still here, days of those who went on.
type Told = (u32, u32, u32, u32, u32, u32, Option<f64>);

fn told(one: &StageLedger) -> Told {
    (one.entered, one.inferred, one.advanced, one.moved_back, one.lost, one.here, one.days)
}

#[test]
fn every_stage_adds_up() {
    let workspace = workspace();
    let all = report(&workspace.plan, Unit::Quarter);
    assert_eq!((all.leads, all.deals), (7, 3));
    let stages: Vec<Told> = all.stages.iter().map(|stage| told(&stage.ledger)).collect();
    let expected = [
        // Ana 4 days, bo 10, di 7; ed is there.
        (4, 0, 3, 0, 0, 1, Some(7.0)),
        // Ana 3 days, fay 2, bo passed it; cy lost; bo, who came back, and di are there.
        (6, 1, 3, 0, 1, 2, Some(2.5)),
        // Ana 8 days, fay 5; bo went back.
        (3, 0, 2, 1, 0, 0, Some(6.5)),
        // The first 12 days; the second lost; the third is there.
        (3, 0, 1, 0, 1, 1, Some(12.0)),
        (1, 1, 1, 0, 0, 0, None),
        (1, 0, 1, 0, 0, 0, Some(19.0)),
        (1, 1, 1, 0, 0, 0, None),
    ];
    assert_eq!(stages, expected);
    assert_eq!(all.seam, Seam { leads: 2, deals: 2, direct: 1 });
}

#[test]
fn cohorts_are_told_by_when_visits_began() {
    let workspace = workspace();
    let months = report(&workspace.plan, Unit::Month).cohorts;
    let named: Vec<String> = months.iter().map(|one| one.period.from.to_string()).collect();
    assert_eq!(named, ["2026-03-01", "2026-02-01", "2026-01-01"]);
    let march = &months[0];
    assert_eq!(told(&march.stages[0].ledger), (1, 0, 0, 0, 0, 1, None));
    assert_eq!(told(&march.stages[2].ledger), (1, 0, 1, 0, 0, 0, Some(5.0)));
    assert_eq!(march.seam, Seam { leads: 1, deals: 1, direct: 1 });
    // Bo passed MQL in January when it was recorded at SAL, and came back to it in February.
    assert_eq!(told(&months[2].stages[1].ledger), (2, 1, 2, 0, 0, 0, Some(3.0)));
    assert_eq!(told(&months[1].stages[1].ledger), (3, 0, 0, 0, 1, 2, None));
    let quarters = report(&workspace.plan, Unit::Quarter).cohorts;
    assert_eq!(quarters.len(), 1);
    assert_eq!(told(&quarters[0].stages[1].ledger), (6, 1, 3, 0, 1, 2, Some(2.5)));
    let year = report(&workspace.plan, Unit::Year).cohorts;
    assert_eq!(year[0].period.to.to_string(), "2026-12-31");
}

/// How many came before and by how much that grew, to a hundredth of a per cent.
fn grown(cohort: &CohortRow) -> Vec<(Option<u32>, Option<f64>)> {
    let round = |growth: f64| (growth * 10_000.0).round() / 10_000.0;
    cohort.stages.iter().map(|one| (one.before, one.growth.map(round))).collect()
}

#[test]
fn cohorts_grow_on_the_one_before() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let months = report(plan, Unit::Month).cohorts;
    // Who came to the stages: in January 2, 2, 2 leads and 1, 0, 0, 0 deals; in February 1, 3, 0 and
    // 0, 1, 1, 1; in March 1, 1, 1 and 2, 0, 0, 0.
    assert_eq!(grown(&months[2]), [(None, None); 7], "nothing is known of December");
    let february = [
        (Some(2), Some(-0.5)),
        (Some(2), Some(0.5)),
        (Some(2), Some(-1.0)),
        (Some(1), Some(-1.0)),
        (Some(0), None),
        (Some(0), None),
        (Some(0), None),
    ];
    assert_eq!(grown(&months[1]), february, "from 0 there is no growth");
    let march = [
        (Some(1), Some(0.0)),
        (Some(3), Some(-0.6667)),
        (Some(0), None),
        (Some(0), None),
        (Some(1), Some(-1.0)),
        (Some(1), Some(-1.0)),
        (Some(1), Some(-1.0)),
    ];
    assert_eq!(grown(&months[0]), march);
    // The newest time is in April.
    assert!(months.iter().all(|one| !one.is_open));
    assert!(report(plan, Unit::Year).cohorts[0].is_open);
    assert_eq!(grown(&report(plan, Unit::Quarter).cohorts[0]), [(None, None); 7]);
    // Nobody came in April: May does not grow on March.
    bring_in(plan, "Email,New Stage,Edit Date,Reason\nhal@h.example,Inquiry,2026-05-04,\n");
    let may = &report(plan, Unit::Month).cohorts[0];
    assert_eq!((may.period.from.to_string(), may.is_open), ("2026-05-01".to_owned(), true));
    assert_eq!(grown(may), [(None, None); 7]);
    let quarters = report(plan, Unit::Quarter).cohorts;
    // Four came to Inquiry in the first quarter, one so far in the second; six to MQL, then none.
    assert_eq!(grown(&quarters[0])[..2], [(Some(4), Some(-0.75)), (Some(6), Some(-1.0))]);
}

#[test]
fn growth_is_told_in_words() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let told = report(plan, Unit::Month).in_words(&plan.view());
    let of = |month: &str| {
        let (_, after) = told.split_once(month).unwrap();
        after.split("\n\n").next().unwrap().to_owned()
    };
    let january = of("Began 2026-01-01 to 2026-01-31");
    assert!(january.contains("MQL: 2 entered"), "{january}");
    assert_eq!(january.matches("growth no data").count(), 4, "{january}");
    let february = of("Began 2026-02-01 to 2026-02-28");
    assert!(february.contains("growth +50.0% on 2 before  (too few)"), "{february}");
    assert!(
        february.contains("SAL: 0 entered"),
        "what nobody came to any more is told: {february}"
    );
    assert!(february.contains("growth no data on 0 before"), "{february}");
    let year = report(plan, Unit::Year).in_words(&plan.view());
    assert!(year.contains("Began 2026-01-01 to 2026-12-31, not over yet"), "{year}");
}

#[test]
fn who_left_is_kept_or_poured_out() {
    let workspace = workspace();
    let euros = |minor| Some(Money { minor, currency: "EUR".to_owned() });
    let found = report(&workspace.plan, Unit::Quarter).audience;
    let expected = Audience {
        // Di; bo was turned back.
        no_mans_land: 1,
        // Bo, cy, and fay, whose only deal is lost.
        left: 3,
        // Not cy, who cannot be written to.
        retained: 2,
        awake: 1,
        came_back: 0,
        advocates: 0,
        retained_advocates: 0,
        poured_out: 1,
        costs: found.costs.clone(),
        // 700 € for seven leads.
        cost_per_lead: euros(10_000),
        poured_out_cost: euros(10_000),
    };
    assert_eq!(found, expected);
    assert_eq!((found.costs.total, found.costs.counted), (euros(70_000), 2));
    // Sales takes bo up again.
    bring_in(&workspace.plan, "Email,New Stage,Edit Date,Reason\nbo@b.example,SAL,2026-04-20,\n");
    let then = report(&workspace.plan, Unit::Quarter).audience;
    assert_eq!((then.left, then.retained, then.awake, then.came_back), (2, 1, 0, 1));
}

fn mark(plan: &Plan, email: &str) {
    let lead = marked(plan, find_lead(plan, email).unwrap()).unwrap();
    assert_eq!(lead.mark, None);
    let fields = AdvocateFields {
        lead: lead_told(lead.number),
        note: String::new(),
        marked_at: Millis(0),
        member_id: None,
    };
    let op = Op::one(Verb::Create, EntityKind::Advocate, "");
    plan.transact(BY, op, |tx| tx.create(fields.clone())).unwrap();
}

#[test]
fn advocates_are_told_apart_from_those_retained() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let of = |group| {
        let query = LeadQuery { group: Some(group), ..LeadQuery::default() };
        let list = window(plan, &query, &order(plan, &query).unwrap()).unwrap();
        list.rows.iter().map(|row| (row.email.clone(), row.advocate)).collect::<Vec<_>>()
    };
    assert!(of(LeadGroup::Advocates).is_empty());
    // Bo is retained, ana bought, cy is poured out.
    for email in ["bo@b.example", "ana@a.example", "cy@c.example"] {
        mark(plan, email);
    }
    let found = report(plan, Unit::Quarter).audience;
    assert_eq!((found.advocates, found.retained_advocates, found.retained), (3, 1, 2));
    assert!(of(LeadGroup::Advocates).iter().all(|(_, advocate)| *advocate));
    assert_eq!(of(LeadGroup::Advocates).len(), 3);
    let retained = [("bo@b.example".to_owned(), true), ("fay@f.example".to_owned(), false)];
    let mut found = of(LeadGroup::Retained);
    found.sort();
    assert_eq!(found, retained);
    undo::undo(plan, BY).unwrap();
    let found = report(plan, Unit::Quarter).audience;
    assert_eq!((found.advocates, found.retained_advocates), (2, 1));
    let page = lead(plan, find_lead(plan, "bo@b.example").unwrap()).unwrap();
    assert_eq!(page.advocate.unwrap().marked_at, Millis(0));
    let page = lead(plan, find_lead(plan, "fay@f.example").unwrap()).unwrap();
    assert_eq!(page.advocate, None);
}

#[test]
fn the_leads_behind_a_figure_are_listed() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let names = |query: &LeadQuery| {
        let list = window(plan, query, &order(plan, query).unwrap()).unwrap();
        let name = |row: &LeadRow| row.email.split('@').next().unwrap().to_owned();
        list.rows.iter().map(name).collect::<Vec<_>>()
    };
    let sort = Some(LeadSort::Name);
    let of = |group| names(&LeadQuery { group: Some(group), sort, ..LeadQuery::default() });
    assert_eq!(of(LeadGroup::NoMansLand), ["di"]);
    assert_eq!(of(LeadGroup::Retained), ["bo", "fay"]);
    assert_eq!(of(LeadGroup::Awake), ["bo"]);
    assert_eq!(of(LeadGroup::PouredOut), ["cy"]);
    assert!(of(LeadGroup::CameBack).is_empty());
    let mql = report(plan, Unit::Month).stages[1].stage_id;
    let at = LeadQuery { stage: Some(mql), sort, ..LeadQuery::default() };
    assert_eq!(names(&at), ["bo", "di"]);
    let both = LeadQuery { group: Some(LeadGroup::Awake), ..at };
    assert_eq!(names(&both), ["bo"]);
}

#[test]
fn segments_tell_how_long_it_takes_to_convert() {
    let workspace = workspace();
    let found = report(&workspace.plan, Unit::Quarter);
    assert_eq!(found.by, FunnelDimension::Channel);
    let segment = |name: &str| {
        let is = |one: &&FunnelSegment| one.name == name;
        let one = found.segments.iter().find(is).unwrap();
        (one.leads, one.deals, one.days_to_deal, one.won, one.days_to_won)
    };
    assert_eq!(found.segments[0].name, "Paid", "the largest comes first");
    assert_eq!(segment("Organic"), (2, 1, Some(15.0), 1, Some(46.0)));
    assert_eq!(segment("Paid"), (3, 0, None, 0, None));
    assert_eq!(segment("E-mail"), (1, 1, Some(7.0), 0, None));
    assert_eq!(segment(""), (1, 0, None, 0, None));
}

#[test]
fn a_list_tells_where_a_lead_is_but_not_since_when() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, "Email,Lifecycle Stage,Last Modified\nana@a.example,MQL,2026-01-31\n");
    bring_in(plan, "Email,Lifecycle Stage,Last Modified\nana@a.example,SAL,2026-02-28\n");
    let found = report(plan, Unit::Quarter);
    let stages: Vec<Told> = found.stages.iter().map(|stage| told(&stage.ledger)).collect();
    assert_eq!(stages[1], (1, 0, 1, 0, 0, 0, None));
    assert_eq!(stages[2], (1, 0, 0, 0, 0, 1, None));
    assert_eq!(found.stages[2].ledger.open_days, None);
}

#[test]
fn a_later_list_that_says_the_same_stage_again_takes_a_lead_back_to_it() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, "Email,Lifecycle Stage,Create Date\nana@a.example,MQL,2026-01-31\n");
    bring_in(plan, "Email,New Stage,Edit Date,Reason\nana@a.example,SAL,2026-02-10,\n");
    // As of the day on which the newest lead of the list was made.
    let list = "Email,Lifecycle Stage,Create Date\nana@a.example,MQL,\nzoe@z.example,,2026-02-28\n";
    bring_in(plan, list);
    let found = report(plan, Unit::Quarter);
    assert_eq!(told(&found.stages[1].ledger), (2, 0, 1, 0, 0, 1, None));
    assert_eq!(told(&found.stages[2].ledger), (1, 0, 0, 1, 0, 0, None));
}

#[test]
fn an_empty_workspace_has_stages_and_nothing_in_them() {
    let workspace = Workspace::new();
    let found = report(&workspace.plan, Unit::Month);
    assert_eq!((found.as_of, found.leads, found.cohorts.len()), (None, 0, 0));
    assert!(found.stages.iter().all(|stage| stage.ledger == StageLedger::default()));
    assert_eq!(found.audience.cost_per_lead, None);
}

#[test]
fn a_stage_that_is_said_to_be_an_ending_is_one() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let moves = "Email,New Stage,Edit Date,Reason\nana@a.example,MQL,2026-01-05,\n\
                 ana@a.example,Ghosted,2026-01-15,\n";
    take(plan, &text(moves), &[("stage:Ghosted", "lost")]).unwrap();
    let wide = "Email,\"Date entered \"\"MQL\"\"\",\"Date entered \"\"Ghosted\"\"\"\n\
                bo@b.example,2026-01-10,2026-01-30\n";
    take(plan, &text(wide), &[("stage:Ghosted", "lost")]).unwrap();
    let found = report(plan, Unit::Quarter);
    assert_eq!(told(&found.stages[1].ledger), (2, 0, 0, 0, 2, 0, None));
    assert_eq!((found.audience.left, found.audience.retained), (2, 2));
}

#[test]
fn the_order_of_files_does_not_matter() {
    let expected = funnel(&workspace().plan, &FunnelQuery::default()).unwrap();
    let workspace = Workspace::new();
    for file in [COSTS, DEAL_MOVES, ACTS, DEALS, MOVES, LEADS] {
        bring_in(&workspace.plan, file);
    }
    let found = funnel(&workspace.plan, &FunnelQuery::default()).unwrap();
    assert_eq!(
        found,
        FunnelReport {
            journey_id: found.journey_id,
            stages: found.stages.clone(),
            ..expected.clone()
        }
    );
    let ledgers =
        |one: &FunnelReport| one.stages.iter().map(|stage| stage.ledger).collect::<Vec<_>>();
    assert_eq!(ledgers(&found), ledgers(&expected));
}
