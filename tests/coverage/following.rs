//! What holds for every plan: following edits gives what a fresh count gives, order does not
//! matter, scores stay within 0 and 1, and a yes never takes away.

use crate::desk::today;
use crate::edits::{Edit, edits, make, pick, start};
use proptest::prelude::*;
use throughline_core::coverage::{Filter, Gap, Ledger, Map, Score};
use throughline_core::id::JourneyId;
use throughline_core::model::{
    Answer, Architecture, AssetFields, Fields, Kept, Millis, PersonaFields, Phase, Side,
    StageFields, Status,
};
use throughline_tests::fixture::Sketch;

fn maps(ledger: &Ledger, journeys: [JourneyId; 2]) -> Vec<Map> {
    journeys.iter().map(|id| ledger.map(*id, &Filter::default()).unwrap()).collect()
}

fn plan_after(edits: &[Edit]) -> (Sketch, [JourneyId; 2]) {
    let (mut plan, journeys) = start();
    edits.iter().for_each(|edit| make(&mut plan, *edit));
    (plan, journeys)
}

fn put_all<F: Kept + Fields>(from: &Architecture, into: &mut Vec<Box<dyn Fn(&mut Architecture)>>) {
    for entity in F::table(from).iter() {
        let entity = (**entity).clone();
        into.push(Box::new(move |architecture| drop(architecture.put(entity.clone()))));
    }
}

/// The same entities, put in another order.
fn reordered(plan: &Architecture, seed: u64) -> Architecture {
    use throughline_core::model::{
        ExclusionFields, FormatFields, JourneyFields, MemberFields, NeedFields, PlacementFields,
        TriggerFields, VerdictFields, WorkspaceFields,
    };
    let mut puts = Vec::new();
    put_all::<WorkspaceFields>(plan, &mut puts);
    put_all::<MemberFields>(plan, &mut puts);
    put_all::<FormatFields>(plan, &mut puts);
    put_all::<PersonaFields>(plan, &mut puts);
    put_all::<TriggerFields>(plan, &mut puts);
    put_all::<JourneyFields>(plan, &mut puts);
    put_all::<StageFields>(plan, &mut puts);
    put_all::<AssetFields>(plan, &mut puts);
    put_all::<PlacementFields>(plan, &mut puts);
    put_all::<VerdictFields>(plan, &mut puts);
    put_all::<ExclusionFields>(plan, &mut puts);
    put_all::<NeedFields>(plan, &mut puts);
    let mut order: Vec<usize> = (0..puts.len()).collect();
    order.sort_by_key(|at| (*at as u64 + seed).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(17));
    let mut architecture = Architecture::default();
    order.into_iter().for_each(|at| puts[at](&mut architecture));
    architecture
}

fn scores(map: &Map) -> Vec<Score> {
    let rows = map.personas.iter().map(|row| row.score);
    let columns = map.stages.iter().map(|column| column.score);
    let phases = map.phases.iter().map(|phase| phase.score);
    rows.chain(columns).chain(phases).chain([map.score, map.workspace]).collect()
}

/// Credit and score of each Convert stage, cell by cell.
fn convert(map: &Map) -> Vec<f64> {
    let columns = map.stages.iter().enumerate();
    let convert = columns.filter(|(_, column)| column.phase == Phase::Convert);
    convert
        .flat_map(|(at, column)| {
            let cells = map.cells.iter().skip(at).step_by(map.stages.len());
            cells.map(|cell| cell.credit).chain([column.score.value.unwrap_or(0.0)])
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn following_edits_gives_what_a_fresh_count_gives(edits in edits(60)) {
        let (mut plan, journeys) = start();
        let mut ledger = Ledger::new(&plan.architecture, today());
        plan.changes();
        for edit in edits {
            make(&mut plan, edit);
            let changed = plan.changes();
            ledger.follow(&plan.architecture, &changed);
            let fresh = Ledger::new(&plan.architecture, today());
            prop_assert_eq!(maps(&ledger, journeys), maps(&fresh, journeys), "{:?}", edit);
            prop_assert_eq!(ledger.questions(Side::Sales), fresh.questions(Side::Sales));
        }
    }

    #[test]
    fn edits_followed_together_give_the_same(edits in edits(60)) {
        let (plan, journeys) = start();
        let mut ledger = Ledger::new(&plan.architecture, today());
        let (mut plan, _) = plan_after(&edits);
        let changed = plan.changes();
        ledger.follow(&plan.architecture, &changed);
        let fresh = Ledger::new(&plan.architecture, today());
        prop_assert_eq!(maps(&ledger, journeys), maps(&fresh, journeys));
    }

    #[test]
    fn the_order_of_insertion_does_not_matter(edits in edits(60), seed: u64) {
        let (plan, journeys) = plan_after(&edits);
        let again = reordered(&plan.architecture, seed % 1_000_003);
        let (one, two) = (Ledger::new(&plan.architecture, today()), Ledger::new(&again, today()));
        prop_assert_eq!(maps(&one, journeys), maps(&two, journeys));
    }

    #[test]
    fn a_cell_knows_its_place_among_the_gaps(edits in edits(60)) {
        let (plan, journeys) = plan_after(&edits);
        let ledger = Ledger::new(&plan.architecture, today());
        let all = Filter::default();
        for map in maps(&ledger, journeys) {
            let gaps = ledger.gaps(map.journey_id, &all);
            for cell in &map.cells {
                let here = |gap: &Gap| (gap.persona_id, gap.stage_id) == (cell.persona_id, cell.stage_id);
                let listed = gaps.iter().position(here).map(|at| (at + 1, gaps[at].clone()));
                prop_assert_eq!(ledger.gap_at(cell.persona_id, cell.stage_id, &all), listed);
            }
        }
    }

    #[test]
    fn scores_lie_within_0_and_1(edits in edits(60)) {
        let (plan, journeys) = plan_after(&edits);
        for map in maps(&Ledger::new(&plan.architecture, today()), journeys) {
            for score in scores(&map) {
                prop_assert_eq!(score.value.is_none(), score.applicable == 0);
                prop_assert!(score.value.is_none_or(|value| (0.0..=1.0).contains(&value)));
                prop_assert!(score.covered + score.nothing_live <= score.applicable);
            }
        }
    }

    #[test]
    fn a_yes_never_takes_away(edits in edits(60), a: usize, p: usize, s: usize, new: bool) {
        let (mut plan, journeys) = plan_after(&edits);
        let chosen = (pick::<PersonaFields>(&plan, p), pick::<StageFields>(&plan, s));
        let (Some(persona), Some(stage)) = chosen else { return Ok(()) };
        let before = maps(&Ledger::new(&plan.architecture, today()), journeys);
        let asset = match pick::<AssetFields>(&plan, a) {
            Some(asset) if !new => asset,
            _ => plan.asset("New", Status::Published),
        };
        let here: Vec<_> = plan.architecture.index.placements_at(persona, stage).collect();
        let twice = here.iter().any(|id| {
            plan.architecture.placements.get(*id).is_some_and(|one| one.asset_id == asset)
        });
        prop_assume!(!twice);
        let placement = plan.place(asset, persona, stage);
        plan.say(placement, Side::Sales, Answer::Yes, Millis(9));
        let after = maps(&Ledger::new(&plan.architecture, today()), journeys);
        for (before, after) in before.iter().zip(&after) {
            for (earlier, later) in before.cells.iter().zip(&after.cells) {
                let own = (later.persona_id, later.stage_id) == (persona, stage);
                prop_assert!(!own || later.credit >= earlier.credit);
            }
            let pairs: Vec<_> = convert(before).into_iter().zip(convert(after)).collect();
            prop_assert!(pairs.iter().all(|(earlier, later)| later >= earlier), "{:?}", pairs);
        }
    }
}
