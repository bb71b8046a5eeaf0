//! Leads that are handed over: clocks, answers and promises, worked out by hand with a calendar beside.
//! 1 March 2026 is a Sunday; the workspace keeps UTC, Monday to Friday, 9 to 17.

use throughline_core::demand::{
    Cases, FollowUpList, FollowUpPage, FollowUpQuery, FollowUpStatus, LeadQuery, LeadState,
    PromiseKind, SlaReport, WaitSource, answers_by_persona, backtest, brief, cases, find_lead,
    follow_ups, handed, lead_score, order, sla, window,
};
use throughline_core::id::{EntityKind, MemberId};
use throughline_core::model::{
    AgreementFields, AssetFields, DecisionRole, EventKind, LeadAnswerFields, MemberFields, Millis,
    PersonaFields, PlacementFields, Role, RoutingRuleFields, SalesAnswer, ScoringRecipe, Status,
    TurnBackReason, lead_told,
};
use throughline_core::plan::{Op, Plan, Verb, undo};

use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;
use crate::scoring::{apply, recipe};

const ACTS: &str = "\
Email,Company,Country,Activity Type,Activity Date,Content
ana@acme.example,Acme,Germany,Request,2026-03-02 08:00:00,Guide
ana@acme.example,Acme,Germany,Request,2026-03-02 09:00:00,Paper
ana@acme.example,Acme,Germany,Call,2026-03-04 10:00:00,
bo@basil.example,Basil,France,Request,2026-03-06 10:00:00,Guide
bo@basil.example,Basil,France,Request,2026-03-06 11:00:00,Paper
bo@basil.example,Basil,France,Open,2026-03-06 15:00:00,Paper
bo@basil.example,Basil,France,Call,2026-03-11 09:00:00,
cy@cedar.example,Cedar,,Demo,2026-03-11 00:00:00,
cy@cedar.example,Cedar,,Call,2026-03-11 09:30:00,
di@dill.example,Dill,,Request,2026-03-09 08:00:00,Guide
di@dill.example,Dill,,Request,2026-03-09 09:00:00,Paper
di@dill.example,Dill,,Call,2026-03-09 10:00:00,
ed@elm.example,,,Request,2026-03-09 08:00:00,Guide
ed@elm.example,,,Request,2026-03-09 09:00:00,Paper
gus@gum.example,Gum,,Request,2026-03-19 08:00:00,Guide
gus@gum.example,Gum,,Request,2026-03-19 09:00:00,Paper
fay@fern.example,Fern,,View,2026-03-20 12:00:00,Page
";
const DEALS: &str = "\
Deal name,Company name,Contact email,Amount,Currency,Create date,Close date,Deal stage
First,Acme,ana@acme.example,1000.00,EUR,2026-03-05,2026-03-18,Closed won
Second,Basil,bo@basil.example,500.00,EUR,2026-03-01,2026-03-19,Closed won
Third,Gum,gus@gum.example,70.00,EUR,2026-03-01,2026-03-19,Closed lost
";

pub(crate) fn at(text: &str) -> Millis {
    Millis(chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis())
}

/// An hour after the newest act.
pub(crate) fn now() -> Millis {
    at("2026-03-20T13:00:00Z")
}

pub(crate) fn workspace() -> Workspace {
    let workspace = Workspace::new();
    apply(&workspace.plan, recipe(), "First");
    bring_in(&workspace.plan, ACTS);
    workspace
}

pub(crate) fn page(plan: &Plan, cases: &Cases, list: FollowUpList) -> FollowUpPage {
    follow_ups(plan, cases, &FollowUpQuery { list, ..FollowUpQuery::default() }).unwrap()
}

pub(crate) fn names(page: &FollowUpPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.email.split('@').next().unwrap()).collect()
}

pub(crate) fn key(plan: &Plan, name: &str) -> u32 {
    let domains = ["acme", "basil", "cedar", "dill", "elm", "gum", "fern"];
    let domain = domains.iter().find(|one| one.starts_with(&name[..1])).unwrap();
    find_lead(plan, &format!("{name}@{domain}.example")).unwrap()
}

pub(crate) fn answer(plan: &Plan, name: &str, reason: Option<TurnBackReason>, when: Millis) {
    let cases = cases(plan, now()).unwrap();
    let found = handed(plan, &cases, key(plan, name)).unwrap();
    let answer = if reason.is_some() { SalesAnswer::TurnedBack } else { SalesAnswer::Accepted };
    let fields = LeadAnswerFields {
        lead: lead_told(found.number),
        answer,
        reason,
        answered_at: when,
        handed_at: Millis(found.at),
        touched_at: None,
        note: String::new(),
        member_id: None,
    };
    let op = Op::one(Verb::Answer, EntityKind::LeadAnswer, "");
    plan.transact(BY, op, |tx| tx.create(fields)).unwrap();
}

fn state(plan: &Plan, name: &str) -> LeadState {
    lead_score(plan, key(plan, name), None).unwrap().state
}

#[test]
fn the_queue_goes_by_two_clocks() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let cases = cases(plan, now()).unwrap();
    let queue = page(plan, &cases, FollowUpList::ToAnswer);
    assert!(queue.running);
    assert_eq!((queue.at, queue.as_of), (now(), Some(at("2026-03-20T12:00:00Z"))));
    // Ana, di and ed fell below 40 ten days after they asked; nobody answers them any more.
    assert_eq!(names(&queue), ["bo", "cy", "gus"]);
    let told: Vec<_> = queue.rows.iter().map(|row| (row.not_before, row.not_after)).collect();
    let expected = [
        // Opened on Friday at 15:00: nine hours of Friday, Monday, fifteen of Tuesday.
        ("2026-03-06T15:00:00Z", "2026-03-10T15:00:00Z"),
        // Asked for a demo at midnight: an hour of work from nine on.
        ("2026-03-11T00:00:00Z", "2026-03-11T10:00:00Z"),
        // 28 hours after Thursday at nine; eleven hours of Friday, Monday, thirteen of Tuesday.
        ("2026-03-20T13:00:00Z", "2026-03-24T13:00:00Z"),
    ];
    assert_eq!(told, expected.map(|(from, to)| (at(from), at(to))));
    let follow_ups: Vec<_> = queue.rows.iter().map(|row| row.follow_up).collect();
    assert_eq!(follow_ups, [FollowUpStatus::Late, FollowUpStatus::OnTime, FollowUpStatus::Open]);
    let gus = queue.rows[2].request.clone().unwrap();
    assert_eq!((gus.title.as_str(), gus.opened_at), ("Paper", None));
    assert_eq!((gus.wait.hours, gus.wait.from), (28, WaitSource::Reference));
    assert_eq!((queue.counts.to_answer, queue.counts.unassigned), (3, 3));
    assert!(queue.rows[1].hot && queue.rows[1].request.is_none());
}

#[test]
fn clocks_stand_when_the_files_are_a_day_old() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let late = cases(plan, at("2026-03-21T12:00:00Z")).unwrap();
    let queue = page(plan, &late, FollowUpList::ToAnswer);
    assert!(!queue.running);
    assert_eq!(queue.at, at("2026-03-20T12:00:00Z"));
    assert_eq!(queue.rows[2].follow_up, FollowUpStatus::Open);
    let none = Workspace::new();
    let nothing = cases(&none.plan, now()).unwrap();
    assert_eq!(page(&none.plan, &nothing, FollowUpList::ToAnswer).as_of, None);
}

#[test]
fn an_answer_moves_a_lead_and_undo_moves_it_back() {
    let workspace = workspace();
    let plan = &workspace.plan;
    answer(plan, "bo", None, now());
    answer(plan, "gus", Some(TurnBackReason::NotReady), now());
    answer(plan, "cy", Some(TurnBackReason::Competitor), now());
    assert_eq!(state(plan, "bo"), LeadState::Accepted);
    assert_eq!(state(plan, "gus"), LeadState::TurnedBack);
    assert_eq!(state(plan, "cy"), LeadState::Excluded);
    let held = cases(plan, now()).unwrap();
    assert_eq!(names(&page(plan, &held, FollowUpList::ToAnswer)), [] as [&str; 0]);
    assert_eq!(names(&page(plan, &held, FollowUpList::Accepted)), ["bo"]);
    let back = page(plan, &held, FollowUpList::TurnedBack);
    let reasons: Vec<_> = back.rows.iter().map(|row| row.answer.clone().unwrap().reason).collect();
    assert_eq!(back.counts.turned_back, 2);
    assert!(reasons.contains(&Some(TurnBackReason::Competitor)));
    // A second answer to one handoff is refused.
    let twice = plan.view().lead_answers.iter().next().unwrap().fields.clone();
    let op = Op::one(Verb::Answer, EntityKind::LeadAnswer, "");
    assert!(plan.transact(BY, op, |tx| tx.create(twice)).is_err());
    // What came later does not hand an accepted or excluded lead over again; one that was turned back
    // is handed over by its next act.
    bring_in(
        plan,
        "Email,Activity Type,Activity Date\nbo@basil.example,Demo,2026-03-22 10:00:00\n\
         gus@gum.example,Demo,2026-03-22 10:00:00\ncy@cedar.example,Demo,2026-03-22 10:00:00\n",
    );
    assert_eq!(state(plan, "bo"), LeadState::Accepted);
    assert_eq!(state(plan, "gus"), LeadState::Hot);
    assert_eq!(state(plan, "cy"), LeadState::Excluded);
    undo::undo(plan, BY).unwrap();
    undo::undo(plan, BY).unwrap();
    assert_eq!(state(plan, "cy"), LeadState::Hot);
    let by_persona = answers_by_persona(&cases(plan, now()).unwrap());
    let [none] = by_persona.as_slice() else { panic!("{by_persona:?}") };
    assert_eq!((none.persona, none.handed, none.accepted, none.turned_back), (None, 6, 1, 1));
}

#[test]
fn rules_say_who_gets_a_lead_and_the_first_that_is_met_holds() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let ada = plan.view().members.iter().next().unwrap().id;
    let rule = |accounts: &[&str], countries: &[&str], owner: MemberId| RoutingRuleFields {
        persona_ids: Vec::new(),
        accounts: accounts.iter().map(|text| (*text).to_owned()).collect(),
        countries: countries.iter().map(|text| (*text).to_owned()).collect(),
        owner_id: owner,
    };
    let op = Op::many(Verb::Create, EntityKind::RoutingRule, 3);
    plan.transact(BY, op, |tx| {
        let ben = tx.create(MemberFields::named("Ben", Role::Sales))?.id;
        tx.create(rule(&["basil.example"], &["Spain"], ada))?;
        tx.create(rule(&["BASIL.example"], &[], ben))?;
        tx.create(rule(&["basil", "Gum"], &[], ada))
    })
    .unwrap();
    let ben = plan.view().members.iter().find(|one| one.name == "Ben").unwrap().id;
    let cases = cases(plan, now()).unwrap();
    let queue = page(plan, &cases, FollowUpList::ToAnswer);
    let owners: Vec<_> = queue.rows.iter().map(|row| row.owner_id).collect();
    // Bo by the domain of the address; the rule above asks for Spain too.
    assert_eq!(owners, [Some(ben), None, Some(ada)]);
    let of_ben = FollowUpQuery { owner_id: Some(ben), ..FollowUpQuery::default() };
    assert_eq!(names(&follow_ups(plan, &cases, &of_ben).unwrap()), ["bo"]);
    let of_nobody = FollowUpQuery { unassigned: true, ..FollowUpQuery::default() };
    assert_eq!(names(&follow_ups(plan, &cases, &of_nobody).unwrap()), ["cy"]);
}

fn agree(plan: &Plan) {
    let fields: AgreementFields = serde_json::from_value(serde_json::json!({
        "startsOn": "2026-03-01",
        "marketing": { "leads": 5, "accepted": 50, "context": ["email", "company"] },
        "sales": { "hours": 48, "hotMinutes": 60, "answered": 60, "touches": 1, "days": 4 },
        "marketingQuota": { "leads": 10, "revenue": { "minor": 100_000, "currency": "EUR" } },
        "salesQuota": { "leads": 1, "revenue": { "minor": 200_000, "currency": "EUR" } },
    }))
    .unwrap();
    let op = Op::one(Verb::Create, EntityKind::Agreement, "");
    plan.transact(BY, op, |tx| tx.create(fields)).unwrap();
}

/// What was promised, what it was and whether it was kept.
fn told(report: &SlaReport, kind: PromiseKind) -> (f64, Option<f64>, u32, Option<bool>) {
    let promise = report.months[0].promises.iter().find(|one| one.kind == kind).unwrap();
    (promise.promised, promise.fact, promise.n, promise.kept)
}

/// March, with an agreement, deals, and three answers.
fn answered_march() -> Workspace {
    let workspace = workspace();
    let plan = &workspace.plan;
    crate::leads::take(plan, &crate::leads::text(DEALS), &[]).unwrap();
    agree(plan);
    answer(plan, "bo", None, now());
    answer(plan, "gus", Some(TurnBackReason::NotReady), now());
    answer(plan, "cy", Some(TurnBackReason::NoBudget), now());
    workspace
}

#[test]
fn promises_are_held_against_the_month() {
    let workspace = answered_march();
    let plan = &workspace.plan;
    let report = sla(plan, &cases(plan, now()).unwrap()).unwrap();
    assert_eq!(report.months.len(), 1);
    let march = &report.months[0];
    assert_eq!((march.handed, march.hot, march.complete), (6, 1, 5), "ed has no company");
    // Ana and cy in time, bo late, di early, ed missed, gus turned back before his time was over.
    let follow_ups = (march.on_time, march.late, march.early, march.missed, march.not_needed);
    assert_eq!((follow_ups, march.open), ((2, 1, 1, 1, 1), 0));
    assert_eq!(march.within_time, Some(0.6), "three of five no later than promised");
    assert_eq!((march.accepted, march.turned_back), (1, 2));
    // Ana was handed over on 2 March, before her deal was opened on the 5th; bo after his.
    assert_eq!(march.marketing_revenue.total.as_ref().unwrap().minor, 100_000);
    assert_eq!(march.sales_revenue.total.as_ref().unwrap().minor, 150_000);
    assert!(!march.over);
    // Bo was called five days after the handoff: four were promised.
    assert_eq!(told(&report, PromiseKind::Touches), (1.0, Some(0.0), 1, Some(false)));
    assert_eq!(told(&report, PromiseKind::Leads), (5.0, Some(6.0), 6, Some(true)));
    assert_eq!(told(&report, PromiseKind::MarketingLeads), (10.0, Some(6.0), 6, None), "so far");
    assert_eq!(told(&report, PromiseKind::Accepted), (0.5, Some(1.0 / 3.0), 3, None));
    assert_eq!(told(&report, PromiseKind::Answered), (0.6, Some(0.5), 6, None));
    assert_eq!(told(&report, PromiseKind::Time), (1.0, Some(0.6), 5, Some(false)));
    assert_eq!(told(&report, PromiseKind::Context), (1.0, Some(5.0 / 6.0), 6, Some(false)));
    assert_eq!(told(&report, PromiseKind::SalesLeads), (1.0, Some(1.0), 1, Some(true)));
    let revenue = told(&report, PromiseKind::MarketingRevenue);
    assert_eq!(revenue, (100_000.0, Some(100_000.0), 1, Some(true)));
    assert_eq!(told(&report, PromiseKind::SalesRevenue), (200_000.0, Some(150_000.0), 2, None));
}

#[test]
fn a_month_that_is_over_keeps_or_breaks_every_promise() {
    let workspace = answered_march();
    let plan = &workspace.plan;
    bring_in(
        plan,
        "Email,Activity Type,Activity Date\nfay@fern.example,View,2026-04-02 10:00:00\n",
    );
    let april = sla(plan, &cases(plan, at("2026-04-02T11:00:00Z")).unwrap()).unwrap();
    assert!(april.months[0].over);
    assert_eq!(told(&april, PromiseKind::MarketingLeads).3, Some(false));
    assert_eq!(told(&april, PromiseKind::SalesRevenue).3, Some(false));
    // In April a deal is won whose lead nobody handed over: marketing brought 0, which is known.
    let other = "Deal name,Company name,Contact email,Amount,Currency,Create date,Close date,Deal stage\n\
                 Fourth,Fern,fay@fern.example,10.00,EUR,2026-03-25,2026-04-02,Closed won\n";
    crate::leads::take(plan, &crate::leads::text(other), &[]).unwrap();
    let april = sla(plan, &cases(plan, at("2026-04-02T11:00:00Z")).unwrap()).unwrap();
    let revenue = told(&april, PromiseKind::MarketingRevenue);
    assert_eq!(revenue, (100_000.0, Some(0.0), 0, None));
}

#[test]
fn a_stage_older_than_an_answer_moves_nobody_back_and_a_newer_one_does() {
    let workspace = workspace();
    let plan = &workspace.plan;
    answer(plan, "bo", None, at("2026-03-20T13:00:00Z"));
    let recorded = |name: &str| {
        let score = lead_score(plan, key(plan, name), None).unwrap();
        let stage = score.recorded.map(|id| plan.view().stages.need(id).unwrap().name.clone());
        (score.state, stage)
    };
    let stages = plan.view().journeys.in_order()[0].id;
    let stages = plan.view().stages_of(stages);
    let handoff = stages.iter().position(|stage| stage.handoff).unwrap();
    let (before, after) = (&stages[handoff - 1].name, &stages[handoff].name);
    assert_eq!(recorded("bo"), (LeadState::Accepted, Some(after.clone())));
    // What a file of the day before says.
    let file = |stage: &str, day: &str| {
        format!("Email,Lifecycle stage,Create date\nbo@basil.example,{stage},{day}\n")
    };
    bring_in(plan, &file(before, "2026-03-19 00:00:00"));
    assert_eq!(recorded("bo"), (LeadState::Accepted, Some(after.clone())));
    // What a file of a later day says.
    bring_in(plan, &file(before, "2026-03-25 00:00:00"));
    assert_eq!(recorded("bo"), (LeadState::TurnedBack, Some(before.clone())));
    undo::undo(plan, BY).unwrap();
    assert_eq!(recorded("bo"), (LeadState::Accepted, Some(after.clone())));
}

#[test]
fn leads_whose_content_and_files_differ_are_listed() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let journey = plan.view().journeys.in_order()[0].id;
    let stages = plan.view().stages_of(journey);
    let (first, second) = (stages[0].clone(), stages[1].clone());
    plan.transact(BY, Op::many(Verb::Create, EntityKind::Asset, 2), |tx| {
        let persona = tx.create(PersonaFields::named("CFO", DecisionRole::EconomicBuyer, 5))?.id;
        for (title, stage) in [("Guide", first.id), ("Paper", second.id)] {
            let asset = tx.create(AssetFields::titled(title, Status::Published))?.id;
            tx.create(PlacementFields::at(asset, persona, stage))?;
        }
        Ok(())
    })
    .unwrap();
    let acts = |name: &str, content: &str, stage: &str| {
        format!("{name}@acme.example,{stage},2026-03-02 09:00:00,{content}\n")
    };
    let file = [
        "Email,Lifecycle stage,Requested,Content\n".to_owned(),
        acts("same", "Guide", &first.name),
        acts("differs", "Paper", &first.name),
        acts("unknown", "Paper", ""),
        acts("unplaced", "Other", &first.name),
    ];
    bring_in(plan, &file.concat());
    let query = LeadQuery { stages_differ: true, ..LeadQuery::default() };
    let list = || window(plan, &query, &order(plan, &query).unwrap()).unwrap();
    let told: Vec<_> =
        list().rows.iter().map(|row| (row.email.clone(), row.content_says, row.recorded)).collect();
    assert_eq!(told, [("differs@acme.example".to_owned(), Some(second.id), Some(first.id))]);
    // A newer file puts it where its content says, and one that was the same elsewhere.
    let moves = "Email,Lifecycle stage,Create date\n";
    let later = |name: &str, stage: &str| format!("{name}@acme.example,{stage},2026-03-09\n");
    let file = [moves.to_owned(), later("differs", &second.name), later("same", &second.name)];
    bring_in(plan, &file.concat());
    let names: Vec<_> = list().rows.iter().map(|row| row.email.clone()).collect();
    assert_eq!(names, ["same@acme.example"]);
}

#[test]
fn a_brief_tells_what_was_asked_for_and_when_to_call() {
    let workspace = workspace();
    let plan = &workspace.plan;
    let cases = cases(plan, now()).unwrap();
    let bo = brief(plan, &cases, key(plan, "bo")).unwrap();
    let asked: Vec<_> =
        bo.requests.iter().map(|one| (one.title.as_str(), one.at, one.opened_at)).collect();
    let friday = |time: &str| at(&format!("2026-03-06T{time}:00Z"));
    assert_eq!(
        asked,
        [("Paper", friday("11:00"), Some(friday("15:00"))), ("Guide", friday("10:00"), None)]
    );
    let touches: Vec<_> = bo.touches.iter().map(|event| (event.kind, event.at)).collect();
    assert_eq!(touches, [(EventKind::SalesTouch, at("2026-03-11T09:00:00Z"))]);
    assert_eq!(bo.lead.not_after, at("2026-03-10T15:00:00Z"));
    assert!(brief(plan, &cases, key(plan, "fay")).is_err(), "never handed over");
}

#[test]
fn a_backtest_knows_what_was_accepted() {
    let workspace = workspace();
    let plan = &workspace.plan;
    answer(plan, "bo", None, now());
    answer(plan, "gus", Some(TurnBackReason::BadData), now());
    let mut strict: ScoringRecipe = recipe();
    strict.bounds.enter = 1_000;
    let report = backtest(plan, &strict).unwrap();
    // Six were handed over; only the demo would be.
    assert_eq!((report.old.handed, report.old.accepted, report.old.turned_back), (6, 1, 1));
    assert_eq!((report.new.handed, report.new.accepted, report.new.turned_back), (1, 0, 0));
}
