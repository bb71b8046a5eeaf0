//! The state that what is known of leads is in; expected numbers are worked out by hand.

use throughline_core::demand::{
    FlaggedQuery, GuardList, GuardQuery, find_lead, flagged_order, flagged_window, guard_tally,
    guard_window, lead, quality, verify_first,
};
use throughline_core::facts::identity::{Identities, Identity};
use throughline_core::hygiene::{AnswerFlag, FlagReason, GroupStock};
use throughline_core::id::{EntityId, EntityKind};
use throughline_core::model::{
    EmailLimit, EventKind, EventMatch, EventRule, LeadAnswerFields, Millis, ModelState,
    ProfileField as F, ProgrammeFields, QualitySettings, Repeat, SalesAnswer, ScoreGroup,
    ScoringModelFields, ScoringRecipe, TurnBackReason, WorkspaceFields, lead_told,
};
use throughline_core::plan::{Op, Plan, Verb};

use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;

const DAY: i64 = 86_400_000;
/// 1 March 2026, midnight in UTC.
const MARCH: i64 = 1_772_323_200_000;

/// Ana: verified 1,461 days (four years) before 1 March 2026. Bo: created then, never verified. Cy:
/// nobody says since when. Di: verified on the day.
const LEADS: &str = "\
Email,Full name,Job title,Job level,Company,Industry,Country,Create date,Last verified
ana@acme.example,Ana Alba,CFO,C-level,Acme,Software,Spain,2020-01-01,2022-03-01
info@basil.example,asdfgh,Intern,C-level,Basil,,,2022-03-01,
cy@mailinator.com,Cy Cole,Cy Cole,,test,,Peru,,
di@dill.example,,,,,,,2026-02-01,2026-03-01
";

const MAILS: &str = "\
Email,Activity Type,Activity Date,Campaign
ana@acme.example,Email sent,2026-02-22 00:00:00,Spring news
ana@acme.example,Email sent,2026-02-22 00:00:01,Spring news
ana@acme.example,Email sent,2026-02-25 09:00:00,SPRING NEWS
ana@acme.example,Email delivered,2026-02-25 09:00:05,Spring news
ana@acme.example,Email delivered,2026-02-26 09:00:00,Webinar invitation
di@dill.example,Email sent,2026-02-26 09:00:00,Launch
di@dill.example,Email sent,2026-02-27 09:00:00,LAUNCH
di@dill.example,Email sent,2026-02-28 09:00:00,Other
di@dill.example,Email sent,2026-03-01 00:00:00,
cy@mailinator.com,Email delivered,2026-02-28 09:00:00,Launch
cy@mailinator.com,Email delivered,2026-02-28 10:00:00,Launch
";

fn change(plan: &Plan, change: impl Fn(&mut QualitySettings)) {
    let workspace = plan.view().workspace().unwrap().id;
    let op = Op::one(Verb::Update, EntityKind::Workspace, "Northwind");
    plan.transact(BY, op, |tx| {
        let set = |fields: &mut WorkspaceFields| {
            change(&mut fields.quality);
            Ok(())
        };
        tx.update::<WorkspaceFields>(workspace, None, set).map(drop)
    })
    .unwrap();
}

fn leads() -> Workspace {
    let workspace = Workspace::new();
    assert_eq!(bring_in(&workspace.plan, LEADS).added, 4);
    workspace
}

fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} is not {other}");
}

#[test]
fn what_is_expected_to_hold_is_told_by_group_and_rate() {
    let workspace = leads();
    let plan = &workspace.plan;
    let told = |stock: GroupStock| (stock.leads, stock.undated);
    let report = quality(plan, Some(Millis(MARCH))).unwrap();
    assert_eq!((report.as_of, report.leads), (Some(Millis(MARCH)), 4));
    // Bo's name says nothing, yet there are title and level. Di has an address alone.
    assert_eq!(told(report.stock.person), (3, 1));
    assert_eq!(told(report.stock.address), (4, 1));
    // Cy's company says nothing, yet there is a country.
    assert_eq!(told(report.stock.company), (3, 1));
    assert_eq!(told(report.stock.all), (4, 1));
    // 0.7⁴ = 0.2401 of Ana and Bo, all of Di.
    close(report.stock.person.invalid, 2.0 * (1.0 - 0.2401));
    close(report.stock.address.invalid, 2.0 * (1.0 - 0.2401));
    close(report.stock.address.valid.unwrap(), (2.0 * 0.2401 + 1.0) / 3.0);
    close(report.stock.all.invalid, 2.0 * (1.0 - 0.2401));
    let (young, old) = (report.stock.ages[0], report.stock.ages[8]);
    assert_eq!((young.leads, old.leads, report.stock.ages.len()), (1, 2, 9));
    // Addresses at 10 % a year: 0.9⁴ = 0.6561; leads are as bad as their worst group.
    change(plan, |settings| settings.rates.address = 10.0);
    let changed = quality(plan, Some(Millis(MARCH))).unwrap();
    close(changed.stock.address.invalid, 2.0 * (1.0 - 0.6561));
    close(changed.stock.person.invalid, 2.0 * (1.0 - 0.2401));
    close(changed.stock.all.invalid, 2.0 * (1.0 - 0.2401));
    // The newest time in the file is Di's of 1 March: the same.
    assert_eq!(quality(plan, None).unwrap().stock, changed.stock);
}

#[test]
fn answers_that_cannot_be_true_are_told_with_the_reason() {
    let workspace = leads();
    let plan = &workspace.plan;
    let report = quality(plan, None).unwrap();
    let counts: Vec<_> = report.flags.iter().filter(|one| one.leads > 0).collect();
    let counts: Vec<_> = counts.iter().map(|one| (one.reason, one.leads)).collect();
    assert_eq!(report.flagged, 2);
    assert_eq!(
        counts,
        [
            (FlagReason::Throwaway, 1),
            (FlagReason::KeyboardRun, 1),
            (FlagReason::SaidTwice, 1),
            (FlagReason::TitleAgainstLevel, 1),
            (FlagReason::RoleAddress, 1),
            (FlagReason::DisposableAddress, 1),
        ]
    );
    let list = |reason, offset| {
        let query = FlaggedQuery { reason, offset, limit: Some(1), ..FlaggedQuery::default() };
        flagged_window(plan, &query, &flagged_order(plan, &query).unwrap()).unwrap()
    };
    let first = list(None, 0);
    assert_eq!((first.total, first.rows.len()), (2, 1));
    assert_eq!(first.rows[0].email, "info@basil.example");
    let flag = |reason, field| AnswerFlag { reason, field };
    assert_eq!(
        first.rows[0].flags,
        [
            flag(FlagReason::KeyboardRun, F::Name),
            flag(FlagReason::TitleAgainstLevel, F::Title),
            flag(FlagReason::RoleAddress, F::Email),
        ]
    );
    assert_eq!(list(None, 1).rows[0].email, "cy@mailinator.com");
    assert_eq!(list(Some(FlagReason::DisposableAddress), 0).rows[0].email, "cy@mailinator.com");
    assert_eq!(list(Some(FlagReason::Repeated), 0).total, 0);
    // Flagged and kept: all that was answered is there.
    let cy = lead(plan, find_lead(plan, "cy@mailinator.com").unwrap()).unwrap();
    assert!(cy.values.iter().any(|value| value.text == "test"));
}

#[test]
fn a_profile_is_asked_in_the_order_of_the_plan() {
    let workspace = leads();
    let plan = &workspace.plan;
    let profile = quality(plan, None).unwrap().profile;
    assert_eq!((profile.leads, profile.complete), (4, 1));
    // Ana 7; Bo e-mail, title, level, company; Cy e-mail, name, country; Di e-mail: 15 of 28.
    close(profile.completeness.unwrap(), 15.0 / 28.0);
    let name = profile.fields[1];
    assert_eq!((name.field, name.known, name.next), (F::Name, 2, 2));
    let page = |name: &str| lead(plan, find_lead(plan, name).unwrap()).unwrap().quality;
    let bo = page("info@basil.example");
    assert_eq!((bo.profile.known, bo.profile.planned), (4, 7));
    assert_eq!(bo.profile.next, [F::Name, F::Industry]);
    assert_eq!((bo.since, bo.verified), (Some(Millis(MARCH - 1_461 * DAY)), false));
    close(bo.valid.unwrap(), 0.2401);
    assert_eq!(page("ana@acme.example").profile.next, []);
    assert!(page("ana@acme.example").verified);
    assert_eq!((page("cy@mailinator.com").since, page("cy@mailinator.com").valid), (None, None));
    // E-mail and name come first whatever the plan says.
    change(plan, |settings| settings.profile = vec![F::Country, F::Name]);
    assert_eq!(page("di@dill.example").profile.next, [F::Name, F::Country]);
    assert_eq!(quality(plan, None).unwrap().profile.complete, 2);
}

/// Ten points a request from now on, which never fade.
fn score_requests(plan: &Plan) {
    let rule = EventRule {
        name: "Asked".into(),
        group: 0,
        matches: EventMatch { kinds: vec![EventKind::Request], ..EventMatch::default() },
        points: 10,
        half_life_days: None,
        repeat: Repeat::Every,
    };
    let recipe = ScoringRecipe {
        groups: vec![ScoreGroup { name: "All".into(), cap: None }],
        rules: vec![rule],
        fields: Vec::new(),
        lapses: Vec::new(),
        ..ScoringRecipe::usual()
    };
    let state = ModelState::Applied;
    let model = ScoringModelFields { name: "First".into(), state, applied_at: None, recipe };
    let op = Op::one(Verb::Create, EntityKind::ScoringModel, "First");
    plan.transact(BY, op, |tx| tx.create(model)).unwrap();
}

#[test]
fn what_to_verify_first_goes_by_score_times_age() {
    let workspace = leads();
    let plan = &workspace.plan;
    score_requests(plan);
    bring_in(
        plan,
        "Email,Activity Type,Activity Date,Content\n\
        ana@acme.example,Request,2026-03-05 00:00:00,Guide\n\
        info@basil.example,Request,2026-03-05 00:00:00,Guide\n\
        info@basil.example,Request,2026-03-06 00:00:00,Guide\n\
        cy@mailinator.com,Request,2026-03-06 00:00:00,Guide\n\
        di@dill.example,Request,2026-03-06 00:00:00,Guide\n\
        di@dill.example,Request,2026-03-11 00:00:00,Guide\n",
    );
    let list = verify_first(plan, None).unwrap();
    // Ten days after 1 March: Bo 20 × 1,471, Ana 10 × 1,471, Di 20 × 10; of Cy nobody says since when.
    assert_eq!((list.ranked, list.undated), (3, 1));
    let told: Vec<_> = list.rows.iter().map(|row| (row.email.as_str(), row.days)).collect();
    assert_eq!(
        told,
        [("info@basil.example", 1_471), ("ana@acme.example", 1_471), ("di@dill.example", 10)]
    );
    for (row, score) in list.rows.iter().zip([20.0, 10.0, 20.0]) {
        close(row.score, score);
    }
    assert!(list.rows[1].verified && !list.rows[0].verified);
    close(list.rows[2].valid, 0.7_f64.powf(10.0 / 365.25));
}

#[test]
fn what_sales_turns_back_for_bad_data_is_told_beside_the_flags() {
    let workspace = leads();
    let plan = &workspace.plan;
    let identities = Identities::of(plan.view().workspace().unwrap().id.uuid());
    let answer = |email: &str, reason: TurnBackReason, at: i64| {
        let number = identities.number(Identity::Email(email));
        let fields = LeadAnswerFields {
            lead: lead_told(number),
            answer: SalesAnswer::TurnedBack,
            reason: Some(reason),
            answered_at: Millis(at),
            handed_at: Millis(at - DAY),
            touched_at: None,
            note: String::new(),
            member_id: None,
        };
        let op = Op::one(Verb::Answer, EntityKind::LeadAnswer, email);
        plan.transact(BY, op, |tx| tx.create(fields.clone()).map(drop)).unwrap();
    };
    answer("di@dill.example", TurnBackReason::BadData, MARCH - 9 * DAY);
    answer("ana@acme.example", TurnBackReason::BadData, MARCH - 9 * DAY);
    // What it answers last counts.
    answer("ana@acme.example", TurnBackReason::NotReady, MARCH - 5 * DAY);
    let report = quality(plan, None).unwrap();
    assert_eq!((report.flagged, report.by_sales), (2, 1));
    let query = FlaggedQuery { by_sales: true, ..FlaggedQuery::default() };
    let list = flagged_window(plan, &query, &flagged_order(plan, &query).unwrap()).unwrap();
    let told: Vec<_> = list.rows.iter().map(|row| (row.email.as_str(), row.by_sales)).collect();
    assert_eq!(told, [("di@dill.example", true)]);
    let page = |name: &str| lead(plan, find_lead(plan, name).unwrap()).unwrap().quality.by_sales;
    assert!(page("di@dill.example") && !page("ana@acme.example"));
}

/// What the guard says at midnight of 1 March, under a limit.
fn guarded(plan: &Plan, limit: EmailLimit) -> GuardList {
    change(plan, |settings| settings.guard = limit);
    let tally = guard_tally(plan, Some(Millis(MARCH))).unwrap();
    guard_window(plan, &GuardQuery::default(), &tally).unwrap()
}

#[test]
fn the_guard_counts_what_was_sent_once_and_tells_the_programmes() {
    let workspace = leads();
    let plan = &workspace.plan;
    bring_in(plan, MAILS);
    let fields = ProgrammeFields {
        name: "News".into(),
        campaigns: vec!["spring news".into()],
        ..ProgrammeFields::default()
    };
    let op = Op::one(Verb::Create, EntityKind::Programme, "News");
    let programme = plan.transact(BY, op, |tx| tx.create(fields)).unwrap().value.id;
    // Seven days end at midnight of 1 March and begin after midnight of 22 February. Ana: two of the
    // news (the third came at that midnight, and the one that arrived had been sent) and an
    // invitation that arrived. Di: four, that of midnight among them. Cy: two that arrived.
    let usual = guarded(plan, EmailLimit::default());
    assert_eq!((usual.known, usual.emails, usual.mailed, usual.over), (10, 9, 3, 2));
    let told: Vec<_> = usual.rows.iter().map(|row| (row.email.as_str(), row.emails)).collect();
    assert_eq!(told, [("di@dill.example", 4), ("ana@acme.example", 3)]);
    let by: Vec<_> = usual.rows[1].by.iter().map(|one| (one.name.as_str(), one.emails)).collect();
    assert_eq!(by, [("News", 2), ("Webinar invitation", 1)]);
    assert_eq!(usual.rows[1].by[0].programme_id, Some(programme));
    let campaigns = usual.campaigns.iter();
    let campaigns: Vec<_> = campaigns
        .map(|one| (one.name.as_str(), one.programme_id.is_some(), one.leads, one.emails))
        .collect();
    // Those over the limit alone: Cy's two of the launch count for nothing here.
    assert_eq!(
        campaigns,
        [
            ("Launch", false, 1, 2),
            ("News", true, 1, 2),
            ("", false, 1, 1),
            ("Other", false, 1, 1),
            ("Webinar invitation", false, 1, 1),
        ]
    );
}

#[test]
fn the_guard_goes_by_its_limit_and_says_where_there_is_no_data() {
    let workspace = leads();
    let plan = &workspace.plan;
    let none = guarded(plan, EmailLimit::default());
    assert_eq!((none.known, none.over), (0, 0));
    bring_in(plan, MAILS);
    let over = |emails, days| guarded(plan, EmailLimit { emails, days }).over;
    assert_eq!(over(4, 7), 0);
    // Eight days hold all of Ana's news: four e-mails.
    assert_eq!(over(3, 8), 2);
    // Two of Di and two of Cy came on the last day.
    assert_eq!((over(1, 1), over(2, 1)), (2, 0));
}
