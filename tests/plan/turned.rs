//! What turned between two snapshots leads from the one to the other, and every turn of a cell has its
//! cause.

use crate::edits::{apply, by, edits, setup};
use proptest::prelude::*;
use std::collections::BTreeMap;
use throughline_core::coverage::{Ledger, State};
use throughline_core::id::{EntityKind, PersonaId, StageId};
use throughline_core::plan::{Op, Plan, Verb};
use throughline_core::snapshot::{Causes, CellCauses, Comparison, DemandFigures, Figures, freeze};
use throughline_tests::fixture::day;

/// What was frozen of a state of the plan, and the number of its latest edit.
struct Frozen {
    figures: Figures,
    last_edit: i64,
}

fn frozen(plan: &Plan, on: &str) -> Frozen {
    let figures = freeze(&Ledger::new(&plan.view(), day(on)), DemandFigures::default());
    Frozen { figures, last_edit: plan.last_edit().unwrap() }
}

/// What turned each cell between two snapshots.
fn causes(plan: &Plan, before: &Frozen, after: &Frozen) -> Vec<CellCauses> {
    let steps = plan.steps(before.last_edit, after.last_edit).unwrap().unwrap();
    let then = Ledger::new(steps.plan(), before.figures.as_of);
    let mut causes = Causes::begin(&then, after.figures.as_of);
    for step in steps {
        let step = step.unwrap();
        causes.follow(step.edit, &step.plan, &step.changed);
    }
    causes.end()
}

fn states(figures: &Figures) -> BTreeMap<(PersonaId, StageId), State> {
    let cells = figures.cells.iter();
    cells.map(|cell| ((cell.persona_id, cell.stage_id), cell.state)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_turned_leads_from_one_snapshot_to_the_other(edits in edits(), at in 0..30_usize) {
        let plan = Plan::in_memory(by(0), setup()).unwrap();
        let mut before = frozen(&plan, "2026-09-01");
        for (step, edit) in edits.iter().enumerate() {
            let op = Op::many(Verb::Update, EntityKind::Asset, 1);
            let _ = plan.transact(by(step + 1), op, |tx| apply(tx, edit));
            if step == at {
                before = frozen(&plan, "2026-09-01");
            }
        }
        let after = frozen(&plan, "2027-09-01");
        let same = Comparison::between(&after.figures, &after.figures);
        prop_assert!(same.is_empty());
        let turned = Comparison::between(&before.figures, &after.figures);
        prop_assert_eq!(&turned.apply(&before.figures), &after.figures);
        let kept = Figures::read(&after.figures.write().unwrap()).unwrap();
        prop_assert_eq!(&kept, &after.figures, "frozen and read back");
        // Causes form a chain from the state before to the state after.
        let (was, is) = (states(&before.figures), states(&after.figures));
        let told = causes(&plan, &before, &after);
        for cell in &told {
            let key = (cell.persona_id, cell.stage_id);
            let chained = cell.causes.windows(2).all(|two| two[0].after == two[1].before);
            prop_assert!(chained, "{:?}", cell.causes);
            if let (Some(was), Some(is)) = (was.get(&key), is.get(&key)) {
                prop_assert_eq!(cell.causes.first().map(|cause| cause.before), Some(*was));
                prop_assert_eq!(cell.causes.last().map(|cause| cause.after), Some(*is));
            }
        }
        let explained = |key| told.iter().any(|cell| (cell.persona_id, cell.stage_id) == key);
        for (key, state) in &is {
            let turned = was.get(key).is_some_and(|was| was != state);
            prop_assert!(!turned || explained(*key), "{key:?} turned without a cause");
        }
    }
}
