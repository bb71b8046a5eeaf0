//! Product.md section 3: the states of a cell, freshness, needs and uniqueness.

use crate::desk::{Desk, today};
use chrono::Days;
use throughline_core::coverage::{NeedStatus, Proposal, Standing, State, freshness};
use throughline_core::model::{Answer, AssetFields, Importance, Millis, NeedFields, Side, Status};
use throughline_tests::fixture::{Sketch, day};

#[test]
fn not_applicable_goes_before_all_else() {
    let mut desk = Desk::new();
    desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan.exclude(desk.cfo, desk.inquiry);
    assert_eq!(desk.state(desk.cfo, desk.inquiry), State::NotApplicable);
    assert_eq!(desk.detail(desk.cfo, desk.inquiry).excluded.unwrap(), "They have no part in it.");
}

#[test]
fn empty_is_no_asset_but_retired_ones() {
    let mut desk = Desk::new();
    assert_eq!(desk.state(desk.cfo, desk.inquiry), State::Empty);
    let (asset, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan.edit::<AssetFields>(asset, |fields| fields.status = Status::Retired);
    assert_eq!(desk.state(desk.cfo, desk.inquiry), State::Empty);
}

#[test]
fn planned_goes_before_stale_and_both_only_without_anything_live() {
    let mut desk = Desk::new();
    stale(&mut desk);
    assert_eq!(desk.state(desk.cfo, desk.inquiry), State::Stale);
    for status in [Status::Idea, Status::Planned, Status::InProduction] {
        let asset = desk.plan.asset("To come", status);
        let placement = desk.plan.place(asset, desk.cfo, desk.inquiry);
        assert_eq!(desk.state(desk.cfo, desk.inquiry), State::Planned, "{status:?}");
        desk.plan.take::<throughline_core::model::PlacementFields>(placement);
    }
    let live = desk.plan.asset("Live", Status::Published);
    desk.plan.place(live, desk.cfo, desk.inquiry);
    assert_eq!(desk.state(desk.cfo, desk.inquiry), State::Unproven);
}

fn stale(desk: &mut Desk) -> throughline_core::id::AssetId {
    let format = desk.plan.format("Blog post", Some(365));
    let (asset, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan.edit::<AssetFields>(asset, |fields| {
        fields.format_id = Some(format);
        fields.published_on = Some(day("2020-01-01"));
    });
    asset
}

#[test]
fn live_cells_go_by_their_verdicts() {
    use Answer::{No, Partly, Yes};
    // In a Convert stage, where nothing has to be unique.
    for (verdicts, state) in [
        (&[Some(No), Some(No)][..], State::Unhelpful),
        (&[Some(No), None], State::Unproven),
        (&[None], State::Unproven),
        (&[Some(Partly), Some(No)], State::Thin),
        (&[Some(Yes), Some(No), None], State::Covered),
        (&[Some(Yes)], State::Covered),
    ] {
        let mut desk = Desk::new();
        for verdict in verdicts {
            let asset = desk.plan.asset("Guide", Status::Published);
            let placement = desk.plan.place(asset, desk.cfo, desk.proposal);
            if let Some(answer) = verdict {
                desk.plan.say(placement, Side::Marketing, *answer, Millis(0));
            }
        }
        assert_eq!(desk.state(desk.cfo, desk.proposal), state, "{verdicts:?}");
    }
}

#[test]
fn engage_and_nurture_want_a_yes_of_their_own() {
    let mut desk = Desk::new();
    for (stage, state) in
        [(desk.inquiry, State::Thin), (desk.mql, State::Thin), (desk.proposal, State::Covered)]
    {
        let (asset, _) = desk.plan.proven(desk.cfo, stage, Answer::Yes);
        assert_eq!(desk.state(desk.cfo, stage), State::Covered, "it is the CFO's alone");
        desk.plan.place(asset, desk.ciso, stage);
        assert_eq!(desk.state(desk.cfo, stage), state, "shared with the CISO");
    }
    desk.plan.proven(desk.cfo, desk.inquiry, Answer::Partly);
    assert_eq!(desk.state(desk.cfo, desk.inquiry), State::Thin, "a unique partly is not a yes");
    desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    assert_eq!(desk.state(desk.cfo, desk.inquiry), State::Covered);
}

#[test]
fn an_asset_at_another_stage_of_another_persona_stays_unique() {
    let mut desk = Desk::new();
    let (asset, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan.place(asset, desk.ciso, desk.mql);
    assert_eq!(desk.state(desk.cfo, desk.inquiry), State::Covered);
}

#[test]
fn the_drop_says_which_cells_it_turns_thin() {
    let mut desk = Desk::new();
    let (asset_id, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    let (shared, _) = desk.plan.proven(desk.cfo, desk.proposal, Answer::Yes);
    let drop = |asset_id, stage_id| Proposal { asset_id, persona_id: desk.ciso, stage_id };
    let thinned = desk.ledger().thinned_by(&[drop(asset_id, desk.inquiry)]);
    assert_eq!(thinned.len(), 1);
    assert_eq!((&*thinned[0].persona, &*thinned[0].stage), ("CFO", "Inquiry"));
    assert_eq!(desk.ledger().thinned_by(&[drop(shared, desk.proposal)]), [], "Convert is shared");
    assert_eq!(desk.ledger().thinned_by(&[drop(asset_id, desk.mql)]), [], "another stage");

    let (second, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    let (one, two) = (drop_of(&desk, asset_id), drop_of(&desk, second));
    assert_eq!(desk.ledger().thinned_by(&[one]), [], "another of its own is left");
    assert_eq!(desk.ledger().thinned_by(&[one, two]).len(), 1, "both together");
}

fn drop_of(desk: &Desk, asset_id: throughline_core::id::AssetId) -> Proposal {
    Proposal { asset_id, persona_id: desk.ciso, stage_id: desk.inquiry }
}

#[test]
fn an_open_must_need_makes_a_cell_thin() {
    let mut desk = Desk::new();
    let (asset, _) = desk.plan.proven(desk.cfo, desk.proposal, Answer::Yes);
    desk.plan.need(Some(desk.cfo), desk.proposal, Importance::Should, "A reference call");
    desk.plan.need(Some(desk.ciso), desk.proposal, Importance::Must, "An audit report");
    assert_eq!(desk.state(desk.cfo, desk.proposal), State::Covered, "neither must nor theirs");
    let need = desk.plan.need(None, desk.proposal, Importance::Must, "A price that holds");
    assert_eq!(desk.state(desk.cfo, desk.proposal), State::Thin, "a need of all is theirs too");
    desk.plan.edit::<NeedFields>(need, |fields| fields.answer_ids = vec![asset]);
    assert_eq!(desk.state(desk.cfo, desk.proposal), State::Covered);
    assert_eq!(desk.cell(desk.ciso, desk.proposal).needs.open_must, 2, "not placed there");
}

#[test]
fn the_status_of_a_need_follows_its_answers() {
    let mut desk = Desk::new();
    let need = desk.plan.need(Some(desk.cfo), desk.inquiry, Importance::Nice, "A short film");
    let status = |desk: &Desk| desk.detail(desk.cfo, desk.inquiry).needs[0].status;
    assert_eq!(status(&desk), NeedStatus::Open);
    desk.plan.edit::<NeedFields>(need, |fields| fields.declined = Some("Too dear".to_owned()));
    assert_eq!(status(&desk), NeedStatus::Declined);
    desk.plan.edit::<NeedFields>(need, |fields| fields.declined = None);

    let elsewhere = desk.plan.asset("Film", Status::Published);
    desk.plan.place(elsewhere, desk.cfo, desk.mql);
    desk.plan.edit::<NeedFields>(need, |fields| fields.answer_ids = vec![elsewhere]);
    assert_eq!(status(&desk), NeedStatus::Open, "linked, but not placed there");
    desk.plan.place(elsewhere, desk.cfo, desk.inquiry);
    assert_eq!(status(&desk), NeedStatus::Answered);
    desk.plan.edit::<AssetFields>(elsewhere, |fields| fields.status = Status::InProduction);
    assert_eq!(status(&desk), NeedStatus::Planned);
    let gone_stale = stale(&mut desk);
    desk.plan.edit::<NeedFields>(need, |fields| fields.answer_ids = vec![gone_stale]);
    assert_eq!(status(&desk), NeedStatus::Open, "it reopens when its answer goes stale");
}

#[test]
fn an_asset_is_live_to_the_last_day_of_its_shelf_life() {
    // 2025-06-30 and 365 days is 2026-06-30: live that day, stale the day after.
    let last = day("2026-06-30");
    for (published, reviewed, as_of, standing) in [
        ("2025-06-30", None, last, Standing::Live),
        ("2025-06-30", None, last + Days::new(1), Standing::Stale),
        ("2025-06-30", Some("2026-01-01"), last + Days::new(1), Standing::Live),
        ("2025-06-30", Some("2024-01-01"), last + Days::new(1), Standing::Stale),
        ("2025-06-30", None, day("2025-06-30"), Standing::Live),
        ("2025-06-30", None, day("2025-06-29"), Standing::Planned),
        // A review that has not happened yet keeps nothing fresh.
        ("2020-01-01", Some("2026-06-01"), day("2026-05-31"), Standing::Stale),
    ] {
        let (sketch, asset) = post(published, reviewed);
        let asset = sketch.architecture.asset(asset).unwrap();
        let fresh = freshness(&sketch.architecture, asset, as_of);
        assert_eq!(fresh.standing, standing, "{published} {reviewed:?} as of {as_of}");
    }
}

fn post(published: &str, reviewed: Option<&str>) -> (Sketch, throughline_core::id::AssetId) {
    let mut sketch = Sketch::new();
    let format = sketch.format("Blog post", Some(365));
    let asset = sketch.asset("Post", Status::Published);
    sketch.edit::<AssetFields>(asset, |fields| {
        fields.format_id = Some(format);
        fields.published_on = Some(day(published));
        fields.reviewed_on = reviewed.map(day);
    });
    (sketch, asset)
}

#[test]
fn evergreen_and_undated_assets_never_go_stale() {
    let mut sketch = Sketch::new();
    let evergreen = sketch.format("Glossary", None);
    let post = sketch.format("Blog post", Some(365));
    let old = sketch.asset("Old glossary", Status::Published);
    sketch.edit::<AssetFields>(old, |fields| {
        fields.format_id = Some(evergreen);
        fields.published_on = Some(day("1999-01-01"));
    });
    let undated = sketch.asset("Post of no date", Status::Published);
    sketch.edit::<AssetFields>(undated, |fields| fields.format_id = Some(post));
    for (asset, is_undated) in [(old, false), (undated, true)] {
        let asset = sketch.architecture.asset(asset).unwrap();
        let fresh = freshness(&sketch.architecture, asset, today());
        assert_eq!((fresh.standing, fresh.undated), (Standing::Live, is_undated));
        assert_eq!(fresh.expires_on, None);
    }
}

#[test]
fn a_cell_counts_what_its_modes_show() {
    let mut desk = Desk::new();
    let stale = stale(&mut desk);
    desk.plan.proven(desk.cfo, desk.inquiry, Answer::No);
    let idea = desk.plan.asset("Idea", Status::Idea);
    desk.plan.place(idea, desk.cfo, desk.inquiry);
    let reviewed = desk.plan.asset("Reviewed", Status::Published);
    desk.plan.edit::<AssetFields>(reviewed, |fields| fields.reviewed_on = Some(day("2026-06-20")));
    let placement = desk.plan.place(reviewed, desk.cfo, desk.inquiry);
    desk.plan.say(placement, Side::Sales, Answer::Yes, Millis(0));
    desk.plan.say(placement, Side::Marketing, Answer::No, Millis(0));
    let cell = desk.cell(desk.cfo, desk.inquiry);
    assert_eq!((cell.placements, cell.published, cell.live, cell.stale), (4, 3, 2, 1));
    assert_eq!(
        (cell.verdicts.yes, cell.live_yes),
        (2, 1),
        "the stale yes is a yes, not a live one"
    );
    assert_eq!((cell.verdicts.no, cell.verdicts.unchecked, cell.verdicts.disagreements), (1, 1, 1));
    assert_eq!(cell.days_since_renewed, Some(10));
    let detail = desk.detail(desk.cfo, desk.inquiry);
    assert_eq!(detail.placements.len(), 4);
    assert_eq!(detail.placements[3].asset.id, stale, "live, to come, stale");
}
