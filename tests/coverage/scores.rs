//! Product.md section 3: scores, phases, filters and themes.

use crate::desk::Desk;
use throughline_core::coverage::{Filter, State, ThemeCell};
use throughline_core::model::{Answer, AssetFields, Phase, PlacementFields, Status};

/// CFO (5): covered, empty, thin. CISO (3): empty, not applicable, empty.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan.proven(desk.cfo, desk.proposal, Answer::Partly);
    desk.plan.exclude(desk.ciso, desk.mql);
    desk
}

#[test]
fn scores_weigh_credit_over_applicable_cells() {
    let map = desk().map();
    let rows: Vec<_> = map.personas.iter().map(|row| row.score.value).collect();
    assert_eq!(rows, [Some(0.5), Some(0.0)], "(1 + 0 + ½) ÷ 3; 0 ÷ 2");
    let columns: Vec<_> = map.stages.iter().map(|column| column.score.value).collect();
    assert_eq!(columns, [Some(5.0 / 8.0), Some(0.0), Some(2.5 / 8.0)], "÷ (5 + 3), 5, (5 + 3)");
    assert_eq!(map.score.value, Some(7.5 / 21.0), "7.5 ÷ (3 × 5 + 2 × 3)");
    assert_eq!((map.score.covered, map.score.applicable, map.score.nothing_live), (1, 5, 3));
}

#[test]
fn no_applicable_cell_is_no_score() {
    let mut desk = desk();
    for stage in [desk.inquiry, desk.proposal] {
        let persona = desk.ciso;
        desk.plan.exclude(persona, stage);
    }
    assert_eq!(desk.map().personas[1].score.value, None);
}

#[test]
fn the_workspace_counts_all_journeys() {
    let mut desk = desk();
    let other = desk.plan.journey("Retention");
    let renewal = desk.plan.stage(other, "Renewal", Phase::Convert);
    desk.plan.proven(desk.cfo, renewal, Answer::Yes);
    let map = desk.map();
    assert_eq!(map.score.value, Some(7.5 / 21.0));
    assert_eq!(map.workspace.value, Some(12.5 / 29.0), "5 more of 5 + 3 more");
    assert_eq!(map.cells.len(), 6, "the map shows one journey");
}

#[test]
fn a_phase_shows_mean_credit_and_a_strip_of_states() {
    let mut desk = desk();
    let journey = desk.journey;
    desk.plan.stage(journey, "Contract", Phase::Convert);
    let map = desk.map();
    let phases: Vec<_> = map.phases.iter().map(|one| (one.phase, one.stage_ids.len())).collect();
    assert_eq!(phases, [(Phase::Engage, 1), (Phase::Nurture, 1), (Phase::Convert, 2)]);
    let convert = &map.phase_cells[2];
    assert_eq!(convert.credit, Some(0.25), "(½ + 0) ÷ 2");
    assert_eq!(convert.states, [State::Thin, State::Empty]);
    assert_eq!(map.phase_cells[4].credit, None, "the CISO has no applicable Nurture cell");
    assert_eq!(map.phases[2].score.value, Some(2.5 / 16.0));
}

#[test]
fn a_filter_recounts_on_what_passes() {
    let mut desk = desk();
    let (german, placement) = desk.plan.proven(desk.ciso, desk.proposal, Answer::Yes);
    desk.plan.edit::<AssetFields>(german, |fields| {
        fields.title = "Prüfbericht lesen".to_owned();
        fields.language = "de".to_owned();
        fields.owner = "Jo".to_owned();
        fields.themes = vec!["Audit".to_owned()];
    });
    let persona = desk.ciso;
    let trigger = desk.plan.trigger("Audit finding", &[persona]);
    desk.plan.edit::<PlacementFields>(placement, |fields| fields.trigger_ids = vec![trigger]);
    let one = |text: &str| vec![text.to_owned()];
    for filter in [
        Filter { languages: one("DE"), ..Filter::default() },
        Filter { owners: one("jo"), ..Filter::default() },
        Filter { themes: one("audit"), ..Filter::default() },
        Filter { text: "lesen pruf".to_owned(), ..Filter::default() },
        Filter { trigger_id: Some(trigger), ..Filter::default() },
    ] {
        let map = desk.ledger().map(desk.journey, &filter).unwrap();
        assert_eq!(map.score.covered, 1, "{filter:?}");
        assert_eq!(map.score.value, Some(3.0 / 21.0), "{filter:?}");
        assert!(map.filtered);
    }
    let nothing = Filter { statuses: vec![Status::Idea], ..Filter::default() };
    let map = desk.ledger().map(desk.journey, &nothing).unwrap();
    assert_eq!((map.score.value, map.score.nothing_live), (Some(0.0), 5));
    assert_eq!(desk.ledger().gaps(desk.journey, &nothing).len(), 5, "gaps are recounted too");
}

#[test]
fn themes_count_each_asset_once_a_persona() {
    let mut desk = Desk::new();
    let (asset, _) = desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan
        .edit::<AssetFields>(asset, |fields| fields.themes = vec!["Audit".into(), "Cost".into()]);
    desk.plan.place(asset, desk.cfo, desk.mql);
    let idea = desk.plan.asset("Idea", Status::Idea);
    desk.plan.edit::<AssetFields>(idea, |fields| fields.themes = vec!["cost".into()]);
    desk.plan.place(idea, desk.ciso, desk.mql);
    let grid = desk.ledger().themes(desk.journey, &Filter::default()).unwrap();
    let rows: Vec<_> = grid.themes.iter().map(|row| (row.theme.as_str(), &row.cells[..])).collect();
    let (yes, planned) =
        (ThemeCell { count: 1, live: 1, yes: 1 }, ThemeCell { count: 1, live: 0, yes: 0 });
    assert_eq!(rows, [("Cost", &[yes, planned][..]), ("Audit", &[yes, ThemeCell::default()][..])]);
}
