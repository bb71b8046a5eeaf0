//! Files of what leads did, of moves, deals, accounts and counts, with the traps of real ones.

use std::collections::BTreeMap;

use proptest::prelude::*;
use throughline_core::demand::{FactQuery, fact_rows, lead};
use throughline_core::error::Error;
use throughline_core::facts::subject::Subject;
use throughline_core::import::facts::preview;
use throughline_core::model::{EventKind, FactKind};
use throughline_core::plan::Plan;

use crate::leads::{State, Workspace, state, take, text};

fn take_in(plan: &Plan, csv: &str, told: &[(&str, &str)]) -> [u32; 5] {
    let tally = take(plan, &text(csv), told).unwrap().tally;
    [tally.added, tally.updated, tally.unchanged, tally.rejected_count, tally.events]
}

/// What is known about a subject: each row as field and text, by a field.
fn known(plan: &Plan, subject: Subject, by: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let query = FactQuery { subject, text: String::new(), offset: 0, limit: Some(1_000) };
    let rows = fact_rows(plan, &query).unwrap();
    let said = rows.rows.iter().map(|row| {
        let pairs = rows.fields.iter().cloned().zip(row.texts.iter().cloned());
        let said: BTreeMap<_, _> = pairs.filter(|(_, text)| !text.is_empty()).collect();
        (said.get(by).cloned().unwrap_or_default(), said)
    });
    said.collect()
}

const ACTS: &str = "\
Email,Activity Type,Activity Date,Content,Channel,Campaign,Activity ID,Is Bot Activity
ana@acme.example,Click Email,2026-03-01 10:00:00,https://a.example/guide,email,Spring,a1,no
ana@acme.example,Click Email,2026-03-01 10:00:00,https://a.example/guide,email,Spring,a2,no
ANA@acme.example,Click Email,2026-03-01 10:00:00,https://a.example/guide,email,Spring,a1,no
bo@basil.example,Demo,2026-03-02 09:00:00,,web,,a3,
bo@basil.example,Open Email,2026-03-02 08:00:01,Newsletter,email,Spring,a4,TRUE
bo@basil.example,Coffee,2026-03-02 11:00:00,,,,a5,
bo@basil.example,Note,2026-03-02 12:00:00,,,,a6,
";

#[test]
fn rows_of_events_give_what_leads_did_with_channel_and_campaign() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let shown = preview(&text(ACTS), None, &plan.view()).unwrap();
    assert_eq!(shown.kind, FactKind::Events);
    let asked: Vec<_> = shown.questions.iter().map(|one| one.choice.as_str()).collect();
    assert_eq!(asked, ["kind", "zone", "activity:Coffee"]);
    // Two clicks of one moment with ids of their own are two; the same id again, and a note, are
    // nothing new.
    let told = [("activity:Coffee", "salesTouch")];
    assert_eq!(take_in(plan, ACTS, &told), [2, 3, 2, 0, 5]);
    assert_eq!(take_in(plan, ACTS, &[]), [0, 0, 7, 0, 0]);
    let state = state(plan);
    let kinds = |who: &str| -> Vec<EventKind> {
        let mut kinds: Vec<_> = state[who].1.iter().map(|(kind, ..)| *kind).collect();
        kinds.sort();
        kinds
    };
    assert_eq!(
        kinds("bo@basil.example"),
        [EventKind::EmailOpened, EventKind::DemoRequest, EventKind::SalesTouch,]
    );
    let page = (0..2).map(|key| lead(plan, key).unwrap());
    let events: Vec<_> = page.flat_map(|page| page.events).collect();
    assert_eq!(events.len(), 5);
    let opened = events.iter().find(|event| event.kind == EventKind::EmailOpened).unwrap();
    assert!(opened.machine);
    assert_eq!((opened.channel.as_str(), opened.campaign.as_str()), ("email", "Spring"));
}

/// Which columns of a file of what leads did are the lead's id and that of what happened.
fn ids(csv: &str) -> (Option<String>, Option<String>) {
    let workspace = Workspace::new();
    let shown = preview(&text(csv), None, &workspace.plan.view()).unwrap();
    assert_eq!(shown.kind, FactKind::Events, "{csv}");
    let column = |field: &str| shown.mapping.columns.get(field).cloned();
    (column("externalId"), column("activityId"))
}

#[test]
fn a_row_of_events_tells_of_its_lead_by_id_level_and_country() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let csv = "Id,Activity Type,Activity Date,Job Level,Country\n\
               7,Demo,2026-03-01 10:00:00,VP,Spain\n\
               7,Open,2026-03-02 10:00:00,,\n\
               8,View,2026-03-02 11:00:00,Manager,France\n";
    assert_eq!(take_in(plan, csv, &[]), [2, 1, 0, 0, 3]);
    let leads = known(plan, Subject::Lead, "externalId");
    assert_eq!(leads.keys().collect::<Vec<_>>(), ["7", "8"]);
    assert_eq!((leads["7"]["level"].as_str(), leads["7"]["country"].as_str()), ("VP", "Spain"));
    assert_eq!(
        (leads["8"]["level"].as_str(), leads["8"]["country"].as_str()),
        ("Manager", "France")
    );
    // The lead of that id, whatever file tells of it.
    assert_eq!(take_in(plan, "Contact Id,Job Title\n8,CFO\n", &[]), [0, 1, 0, 0, 0]);
}

#[test]
fn an_id_in_a_file_of_events_is_the_lead_s_where_none_is_more_surely_so() {
    let row = |header: &str, cells: &str| {
        format!("{header},Activity Type,Activity Date\n{cells},View,2026-03-01 10:00:00\n")
    };
    let named = |lead: &str, act: &str| {
        let name = |name: &str| (!name.is_empty()).then(|| name.to_owned());
        (name(lead), name(act))
    };
    assert_eq!(ids(&row("Id", "7")), named("Id", ""));
    assert_eq!(ids(&row("Lead Id", "7")), named("Lead Id", ""));
    assert_eq!(ids(&row("Contact Id", "7")), named("Contact Id", ""));
    assert_eq!(ids(&row("Activity Id,Id", "a1,7")), named("Id", "Activity Id"));
    assert_eq!(ids(&row("Id,Lead Id", "a1,7")), named("Lead Id", "Id"));
    assert_eq!(ids(&row("Email,Id", "ana@acme.example,7")), named("Id", ""));
    // An id that is another one each time the same address comes tells apart what happened.
    let again = |id: u32| format!("ana@acme.example,{id},View,2026-03-01 11:00:00\n");
    let first = row("Email,Id", "ana@acme.example,7");
    assert_eq!(ids(&(first.clone() + &again(7))), named("Id", ""));
    assert_eq!(ids(&(first + &again(9))), named("", "Id"));
}

#[test]
fn what_a_file_does_not_say_is_asked_for() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let csv = "Email,Date\nana@acme.example,2026-03-01\n";
    let refused = take(plan, &text(csv), &[("kind", "events")]);
    assert!(matches!(refused, Err(Error::Invalid { .. })), "{refused:?}");
    let told = [("kind", "events"), ("everyActivity", "webinar")];
    assert_eq!(take_in(plan, csv, &told), [1, 0, 0, 0, 1]);
    let spend = "Channel,Spend\nSearch,\"€ 1.200,50\"\n";
    assert!(take(plan, &text(spend), &[]).is_err());
    assert!(take(plan, &text(spend), &[("day", "March")]).is_err());
    assert_eq!(take_in(plan, spend, &[("day", "2026-03-31")]), [1, 0, 0, 0, 0]);
    let spent = known(plan, Subject::ChannelDay, "channel");
    assert_eq!(spent["Search"]["cost"], "120050");
    assert!(take(plan, &text(spend), &[("everyStage", "Nowhere"), ("day", "2026-03-31")]).is_err());
}

const DEALS: &str = "\
Deal ID,Deal Name,Deal Stage,Amount,Amount Currency,Create Date,Close Date,Company Name,Contact Email,\
Date entered \"Demo (Sales Pipeline)\",Date entered \"Closed won\"
7,Acme robots,Demo done,\"$45,000\",,2026-01-05,2026-06-30,Acme,ana@acme.example,2026-02-01,
8,Basil arms,Closed won,1.2M,EUR,2026-01-07,2026-03-15,Basil,bo@basil.example;cy@basil.example,2026-02-03,2026-03-15
9,Cedar eyes,Closed lost,n/a,EUR,2026-01-09,2026-02-15,Cedar,,,
,,,,,,,,,,
Grand Totals (3 records),,,,,,,,,,
";

#[test]
fn deals_have_stages_that_are_asked_for_once_and_dates_for_each_of_them() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let shown = preview(&text(DEALS), None, &plan.view()).unwrap();
    assert_eq!(shown.kind, FactKind::Deals);
    let asked = shown.questions.iter().filter(|one| one.choice.starts_with("stage:"));
    let asked: Vec<_> = asked.map(|one| one.choice.as_str()).collect();
    assert_eq!(asked, ["stage:Demo done", "stage:Demo"]);
    let told = [("stage:Demo done", "Evaluation"), ("stage:Demo", "Discovery")];
    // Three deals; one reached Demo, one Demo and the end.
    assert_eq!(take_in(plan, DEALS, &told), [3, 0, 0, 0, 3]);
    assert_eq!(take_in(plan, DEALS, &told), [0, 0, 3, 0, 0]);
    let view = plan.view();
    let named = |name: &str| view.stages.iter().find(|stage| stage.name == name).unwrap();
    assert_eq!(named("Evaluation").known_as, ["Demo done"]);
    assert_eq!(named("Discovery").known_as, ["Demo"]);
    let deals = known(plan, Subject::Deal, "externalId");
    assert_eq!(deals["7"]["value"], "4500000");
    assert_eq!((deals["7"]["currency"].as_str(), deals["7"]["outcome"].as_str()), ("USD", "open"));
    assert_eq!(
        (deals["8"]["value"].as_str(), deals["8"]["outcome"].as_str()),
        ("120000000", "won")
    );
    assert_eq!(deals["9"]["outcome"], "lost");
    assert!(!deals["9"].contains_key("value"));
    // Another file that calls the stages the same asks no more, in whatever order its columns are.
    let other = "Opportunity ID,Stage,Amount\n7,Demo done,46000\n";
    let shown = preview(&text(other), None, &plan.view()).unwrap();
    assert!(shown.questions.iter().all(|one| one.choice == "kind"), "{:?}", shown.questions);
}

#[test]
fn deals_without_ids_that_are_called_the_same_stay_apart() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let csv = "Opportunity Name,Account Name,Stage,Amount\nRenewal,Acme,Proposal,100\n\
        Renewal,Acme,Proposal,200\nRenewal,Basil,Proposal,300\n,,,400\n";
    assert_eq!(take_in(plan, csv, &[]), [3, 0, 0, 1, 0]);
    let changed = csv.replace("200", "250");
    assert_eq!(take_in(plan, &changed, &[]), [0, 1, 2, 1, 0]);
    let query = FactQuery { subject: Subject::Deal, text: "acme".into(), offset: 0, limit: None };
    let rows = fact_rows(plan, &query).unwrap();
    assert_eq!((rows.all, rows.total), (3, 2));
    let at = rows.fields.iter().position(|field| field == "value").unwrap();
    let values: Vec<_> = rows.rows.iter().map(|row| row.texts[at].as_str()).collect();
    assert_eq!(values, ["10000", "25000"]);
}

#[test]
fn accounts_are_found_by_id_domain_or_name() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let first = "Company ID,Company name,Company Domain Name,Industry,Number of Employees\n\
        1,Acme,https://www.acme.example/,Robots,\"1,200\"\n2,Basil,basil.example,,40\n";
    assert_eq!(take_in(plan, first, &[]), [2, 0, 0, 0, 0]);
    let by_domain = "Company name,Domain,Country,Employees\nAcme Corp,acme.example,Norway,1300\n";
    assert_eq!(take_in(plan, by_domain, &[]), [0, 1, 0, 0, 0]);
    let accounts = known(plan, Subject::Account, "externalId");
    assert_eq!(accounts["1"]["country"], "Norway");
    assert_eq!(accounts["1"]["size"], "1300");
    assert_eq!(accounts.len(), 2);
}

const STAGES: [&str; 3] = ["Inquiry", "MQL", "SAL"];

/// A made-up file of moves: who, which stage, which hour, which id.
fn moves() -> impl Strategy<Value = Vec<(usize, usize, i64)>> {
    prop::collection::vec((0..3_usize, 0..3_usize, 0..40_i64), 1..8)
}

fn written(rows: &[(usize, usize, i64)]) -> String {
    let row = |(who, stage, hour): &(usize, usize, i64)| {
        let (day, hour) = (1 + hour / 24, hour % 24);
        format!("who{who}@acme.example,{},2026-03-0{day} {hour:02}:00:00,why\n", STAGES[*stage])
    };
    let rows: String = rows.iter().map(row).collect();
    format!("Email,New Stage,Edit Date,Reason\n{rows}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn moves_in_any_order_and_again_give_the_same(
        files in prop::collection::vec(moves(), 1..4),
        order in Just(vec![0_usize, 1, 2, 0, 1, 2]).prop_shuffle(),
    ) {
        let workspace = Workspace::new();
        let plan = &workspace.plan;
        let mut taken = Vec::new();
        for at in order.into_iter().filter(|at| *at < files.len()) {
            let counts = take_in(plan, &written(&files[at]), &[]);
            prop_assert!(!taken.contains(&at) || counts[4] == 0);
            taken.push(at);
        }
        let mut expected = State::new();
        for (who, stage, hour) in files.iter().flatten() {
            let at = 1_772_323_200_000 + hour * 3_600_000;
            let events = &mut expected.entry(format!("who{who}@acme.example")).or_default().1;
            events.insert((EventKind::Move, at, STAGES[*stage].to_owned()));
        }
        let found = state(plan);
        let events = found.into_iter().map(|(who, (_, events))| (who, events));
        let expected = expected.into_iter().map(|(who, (_, events))| (who, events));
        prop_assert_eq!(events.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}
