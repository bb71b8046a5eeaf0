//! Product.md section 2: answers, verdicts, marks and the order of questions.

use crate::desk::{Desk, today};
use throughline_core::check::{Mark, answers, deal_check, mark};
use throughline_core::coverage::{Ask, Ledger, State, groups};
use throughline_core::model::{Answer, AssetFields, Millis, Side, Status};
use throughline_tests::fixture::northwind::{as_of, northwind};

const NOON: Millis = Millis(1_780_000_000_000);
const LATER: Millis = Millis(1_780_000_000_001);

#[test]
fn the_latest_answer_of_a_side_counts_and_unsure_never_overrides() {
    let mut desk = Desk::new();
    let asset = desk.plan.asset("Guide", Status::Published);
    let placement = desk.plan.place(asset, desk.cfo, desk.inquiry);
    desk.plan.say(placement, Side::Marketing, Answer::No, LATER);
    desk.plan.say(placement, Side::Marketing, Answer::Yes, NOON);
    let said = answers(&desk.plan.architecture, placement);
    assert_eq!(said.marketing.answer(), Some(Answer::No), "by time, not by entry");

    desk.plan.say(placement, Side::Marketing, Answer::Unsure, Millis(LATER.0 + 1));
    let said = answers(&desk.plan.architecture, placement);
    assert_eq!(said.marketing.answer(), Some(Answer::No));
    assert!(said.marketing.unsure.is_some(), "it is asked again");

    desk.plan.say(placement, Side::Marketing, Answer::Partly, Millis(LATER.0 + 2));
    let said = answers(&desk.plan.architecture, placement);
    assert_eq!((said.effective(), said.marketing.unsure), (Some(Answer::Partly), None));
}

#[test]
fn answers_of_one_instant_go_by_id() {
    let mut desk = Desk::new();
    let (_, placement) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan.say(placement, Side::Sales, Answer::No, Millis(0));
    let said = answers(&desk.plan.architecture, placement);
    assert_eq!(said.effective(), Some(Answer::No), "the later id");
}

#[test]
fn sales_answer_stands_over_marketings() {
    use Answer::{No, Partly, Unsure, Yes};
    for (marketing, sales, effective, disagree) in [
        (None, None, None, false),
        (Some(Yes), None, Some(Yes), false),
        (None, Some(No), Some(No), false),
        (Some(Yes), Some(No), Some(No), true),
        (Some(Partly), Some(Partly), Some(Partly), false),
        (Some(Yes), Some(Unsure), Some(Yes), false),
        (Some(Unsure), None, None, false),
    ] {
        let mut desk = Desk::new();
        let asset = desk.plan.asset("Guide", Status::Published);
        let placement = desk.plan.place(asset, desk.cfo, desk.inquiry);
        for (side, answer) in [(Side::Marketing, marketing), (Side::Sales, sales)] {
            if let Some(answer) = answer {
                desk.plan.say(placement, side, answer, NOON);
            }
        }
        let check = deal_check(&desk.plan.architecture, placement);
        let case = format!("{marketing:?} {sales:?}");
        assert_eq!((check.effective, check.disagreement), (effective, disagree), "{case}");
    }
}

#[test]
fn an_asset_is_marked_when_all_its_placements_are_no() {
    for (status, marked) in [
        (Status::Idea, Some(Mark::Stop)),
        (Status::Planned, Some(Mark::Stop)),
        (Status::InProduction, Some(Mark::Stop)),
        (Status::Published, Some(Mark::Rework)),
        (Status::Retired, None),
    ] {
        let mut desk = Desk::new();
        let (asset, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::No);
        desk.plan.edit::<AssetFields>(asset, |fields| fields.status = status);
        assert_eq!(mark(&desk.plan.architecture, asset), marked, "{status:?}");
        desk.plan.place(asset, desk.ciso, desk.mql);
        assert_eq!(mark(&desk.plan.architecture, asset), None, "one of two is unchecked");
    }
    let mut desk = Desk::new();
    let unplaced = desk.plan.asset("Guide", Status::Published);
    assert_eq!(mark(&desk.plan.architecture, unplaced), None);
}

#[test]
fn who_entered_an_answer_for_another_is_named() {
    use throughline_core::model::VerdictFields;
    let mut desk = Desk::new();
    let (_, placement) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    let marketing = desk.plan.architecture.members.iter().next().unwrap().id;
    let verdict = desk.plan.architecture.verdicts.iter().next().unwrap().id;
    desk.plan.edit::<VerdictFields>(verdict, |fields| fields.entered_by = marketing);
    let given = deal_check(&desk.plan.architecture, placement).sales.answer.unwrap();
    assert_eq!((&*given.member, given.entered_by.as_deref()), ("A. Kim", Some("M. Ruiz")));
}

#[test]
fn what_is_unchecked_comes_first_and_of_it_what_flips_a_cell() {
    let mut desk = Desk::new();
    // CFO at Inquiry is covered already: another yes changes nothing.
    desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    let asset = desk.plan.asset("Second", Status::Published);
    let idle = desk.plan.place(asset, desk.cfo, desk.inquiry);
    // CISO at MQL: unproven → covered, 3 × 1. CFO at Proposal: thin → covered, 5 × ½.
    let asset = desk.plan.asset("Third", Status::Published);
    let ciso = desk.plan.place(asset, desk.ciso, desk.mql);
    let (_, partly) = desk.plan.proven(desk.cfo, desk.proposal, Answer::Partly);
    desk.plan.say(partly, Side::Sales, Answer::Unsure, NOON);
    let questions = desk.ledger().questions(Side::Sales);
    let asked: Vec<_> = questions.iter().map(|one| (one.placement_id, one.ask)).collect();
    // The first yes is of 1970: old.
    assert_eq!(asked[..3], [(ciso, Ask::Unchecked), (idle, Ask::Unchecked), (partly, Ask::Unsure)]);
    assert_eq!(asked[3].1, Ask::Old);
    assert!((questions[0].adds - 3.0).abs() < 1e-12);
    assert!(questions[1].adds.abs() < 1e-12);
    assert!((questions[2].adds - 2.5).abs() < 1e-12);
    assert_eq!((questions[0].state, questions[0].if_yes), (State::Unproven, State::Covered));
}

#[test]
fn marketings_yes_flips_nothing_where_sales_has_answered() {
    let mut desk = Desk::new();
    desk.plan.proven(desk.cfo, desk.proposal, Answer::No);
    let questions = desk.ledger().questions(Side::Marketing);
    assert_eq!(questions.len(), 1);
    assert_eq!((questions[0].ask, questions[0].if_yes), (Ask::Unchecked, State::Unhelpful));
    assert!(questions[0].adds.abs() < 1e-12);
}

#[test]
fn an_answer_is_old_after_a_year() {
    let day = 86_400_000;
    let midnight = today().and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp_millis();
    for (days, old) in [(365, false), (366, true)] {
        let mut desk = Desk::new();
        let asset = desk.plan.asset("Guide", Status::Published);
        let placement = desk.plan.place(asset, desk.cfo, desk.inquiry);
        desk.plan.say(placement, Side::Sales, Answer::Yes, Millis(midnight - days * day));
        assert_eq!(desk.ledger().questions(Side::Sales).len() == 1, old, "{days} days");
    }
}

#[test]
fn questions_of_one_format_persona_and_stage_make_a_group() {
    let plan = northwind();
    let questions = Ledger::new(&plan.architecture, as_of()).questions(Side::Sales);
    let groups = groups(&questions);
    let cell = (plan.personas["VP Operations"], plan.stages["Inquiry"]);
    let of_cell =
        |one: &&throughline_core::coverage::QuestionGroup| (one.persona_id, one.stage_id) == cell;
    // Sales has answered one of the seven: four articles, a case study and a guide are left.
    let mut sizes: Vec<usize> =
        groups.iter().filter(of_cell).map(|one| one.placement_ids.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 1, 4]);
}
