//! Product.md section 3: the findings of a cell and of a persona in a phase.

use crate::desk::{Desk, today};
use chrono::Days;
use throughline_core::coverage::{Finding, PhaseFinding};
use throughline_core::id::{AssetId, StageId};
use throughline_core::model::{
    Answer, AssetFields, Channel, NextStep, PersonaFields, PlacementFields, Purpose, Status,
};

#[test]
fn excess_is_more_than_five_published_whatever_their_verdict() {
    let mut desk = Desk::new();
    for _ in 0..5 {
        desk.plan.proven(desk.cfo, desk.inquiry, Answer::No);
    }
    let idea = desk.plan.asset("Idea", Status::Idea);
    desk.plan.place(idea, desk.cfo, desk.inquiry);
    assert!(!desk.has(Finding::Excess, desk.cfo, desk.inquiry), "five are enough, not too many");
    desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    assert!(desk.has(Finding::Excess, desk.cfo, desk.inquiry));
}

#[test]
fn a_trigger_no_engage_placement_answers_is_found_on_engage_cells() {
    let mut desk = Desk::new();
    let persona = desk.cfo;
    let trigger = desk.plan.trigger("Audit finding", &[persona]);
    let (_, nurturing) = desk.plan.proven(desk.cfo, desk.mql, Answer::Yes);
    desk.plan.edit::<PlacementFields>(nurturing, |fields| fields.trigger_ids = vec![trigger]);
    assert!(desk.has(Finding::TriggerUnanswered, desk.cfo, desk.inquiry));
    assert!(!desk.has(Finding::TriggerUnanswered, desk.cfo, desk.mql), "only Engage shows it");
    assert!(!desk.has(Finding::TriggerUnanswered, desk.ciso, desk.inquiry), "it moves the CFO");
    let detail = desk.detail(desk.cfo, desk.inquiry);
    assert_eq!(detail.findings[0].trigger_ids, [trigger]);
    let (_, engaging) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan.edit::<PlacementFields>(engaging, |fields| fields.trigger_ids = vec![trigger]);
    assert!(!desk.has(Finding::TriggerUnanswered, desk.cfo, desk.inquiry));
}

fn to_asset(asset: AssetId) -> NextStep {
    NextStep { asset_id: Some(asset), ..NextStep::default() }
}

#[test]
fn a_path_is_broken_when_no_yes_leads_to_the_next_cell() {
    let mut desk = Desk::new();
    let broken = |desk: &Desk| desk.has(Finding::BrokenPath, desk.cfo, desk.inquiry);
    assert!(!broken(&desk), "no yes, no path");
    let (asset, placement) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    assert!(broken(&desk));

    let (next, _) = desk.plan.proven(desk.cfo, desk.mql, Answer::No);
    desk.plan.edit::<AssetFields>(asset, |fields| fields.deepen = to_asset(next));
    assert!(!broken(&desk), "the asset's own step leads there");
    let (after_next, _) = desk.plan.proven(desk.cfo, desk.proposal, Answer::Yes);
    desk.plan.edit::<PlacementFields>(placement, |one| one.deepen = Some(to_asset(after_next)));
    assert!(broken(&desk), "the placement's step overrides it and leads past the next cell");

    desk.plan.exclude(desk.cfo, desk.mql);
    assert!(!broken(&desk), "the next applicable cell is Proposal now");
    let words = NextStep { text: "Talk to us".to_owned(), ..NextStep::default() };
    desk.plan.edit::<PlacementFields>(placement, |fields| fields.deepen = Some(words));
    assert!(broken(&desk), "words alone lead nowhere");
    let demo = NextStep { url: "https://a.example/demo".to_owned(), ..NextStep::default() };
    desk.plan.edit::<PlacementFields>(placement, |fields| fields.deepen = Some(demo));
    assert!(!broken(&desk), "an action leads on");
    assert!(!desk.has(Finding::BrokenPath, desk.cfo, desk.proposal), "nothing comes after");
}

#[test]
fn a_live_asset_without_both_next_steps_is_one_way() {
    let mut desk = Desk::new();
    let (asset, placement) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::No);
    let step = NextStep { text: "The letter".to_owned(), ..NextStep::default() };
    assert!(desk.has(Finding::OneWay, desk.cfo, desk.inquiry));
    desk.plan.edit::<AssetFields>(asset, |fields| fields.maintain = step.clone());
    assert!(desk.has(Finding::OneWay, desk.cfo, desk.inquiry), "one of two");
    desk.plan.edit::<PlacementFields>(placement, |fields| fields.deepen = Some(step));
    assert!(!desk.has(Finding::OneWay, desk.cfo, desk.inquiry));
    let idea = desk.plan.asset("Idea", Status::Idea);
    desk.plan.place(idea, desk.cfo, desk.inquiry);
    assert!(!desk.has(Finding::OneWay, desk.cfo, desk.inquiry), "an idea need not have them yet");
}

#[test]
fn takeaways_are_missed_from_the_handoff_on() {
    let mut desk = Desk::new();
    for (stage, missed) in [(desk.inquiry, false), (desk.mql, false), (desk.proposal, true)] {
        let (asset, placement) = desk.plan.proven(desk.cfo, stage, Answer::Partly);
        assert_eq!(desk.has(Finding::NoTakeaways, desk.cfo, stage), missed);
        if missed {
            let detail = desk.detail(desk.cfo, stage);
            let found = detail.findings.iter().find(|one| one.finding == Finding::NoTakeaways);
            assert_eq!(found.unwrap().placement_ids, [placement]);
        }
        desk.plan
            .edit::<AssetFields>(asset, |fields| fields.takeaways = vec!["Say this".to_owned()]);
        assert!(!desk.has(Finding::NoTakeaways, desk.cfo, stage));
    }
}

#[test]
fn an_end_of_shelf_life_is_told_sixty_days_ahead() {
    let mut desk = Desk::new();
    let format = desk.plan.format("Blog post", Some(365));
    let (asset, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    for (days_left, told) in [(61, false), (60, true), (0, true)] {
        desk.plan.edit::<AssetFields>(asset, |fields| {
            fields.format_id = Some(format);
            fields.published_on = Some(today() + Days::new(days_left) - Days::new(365));
        });
        assert_eq!(desk.has(Finding::Expiring, desk.cfo, desk.inquiry), told, "{days_left}");
    }
}

#[test]
fn undated_is_a_live_asset_with_neither_date() {
    let mut desk = Desk::new();
    let (asset, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    assert!(desk.has(Finding::Undated, desk.cfo, desk.inquiry));
    desk.plan.edit::<AssetFields>(asset, |fields| fields.reviewed_on = Some(today()));
    assert!(!desk.has(Finding::Undated, desk.cfo, desk.inquiry));
}

fn of_engage(desk: &Desk) -> Vec<PhaseFinding> {
    desk.map().phase_cells[0].findings.clone()
}

fn live_at(desk: &mut Desk, stage: StageId, fields: impl FnOnce(&mut AssetFields)) {
    let (asset, _) = desk.plan.proven(desk.cfo, stage, Answer::No);
    desk.plan.edit::<AssetFields>(asset, fields);
}

#[test]
fn a_phase_is_looked_at_over_its_live_assets() {
    use PhaseFinding::{
        NoFoundational, NoOutbound, NoPrescriptive, NotPreferred, NothingInteractive, SingleFormat,
    };
    let mut desk = Desk::new();
    let (blog, film) = (desk.plan.format("Blog post", None), desk.plan.format("Film", None));
    let (persona, stage) = (desk.cfo, desk.inquiry);
    desk.plan.edit::<PersonaFields>(persona, |fields| fields.preferred_formats = vec![film]);
    assert_eq!(of_engage(&desk), [], "nothing live: the cells say so");
    live_at(&mut desk, stage, |fields| fields.format_id = Some(blog));
    assert_eq!(
        of_engage(&desk),
        [
            NothingInteractive,
            NoFoundational,
            NoPrescriptive,
            SingleFormat,
            NotPreferred,
            NoOutbound
        ]
    );
    live_at(&mut desk, stage, |fields| {
        fields.format_id = Some(film);
        fields.visual = true;
        fields.purpose = Some(Purpose::Prescriptive);
    });
    assert_eq!(of_engage(&desk), [NoFoundational, NoOutbound]);
    live_at(&mut desk, stage, |fields| {
        fields.purpose = Some(Purpose::Foundational);
        fields.channels = vec![Channel::Outbound];
    });
    assert_eq!(of_engage(&desk), []);
}
