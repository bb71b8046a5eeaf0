//! Random edits: undo takes every one back, redo brings every one again, the plan as it was at a time
//! is what it was, and the file holds what memory holds.

use crate::edits::{apply, by, edits, setup};
use proptest::prelude::*;
use std::sync::Arc;
use throughline_core::id::EntityKind;
use throughline_core::model::{Architecture, Millis};
use throughline_core::plan::{Op, Plan, Verb, undo};
use throughline_tests::fixture::open;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn undo_and_redo_retrace_every_step(edits in edits()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.throughline");
        let plan = Plan::create(&path, by(0), setup()).unwrap();
        let mut states: Vec<Arc<Architecture>> = vec![plan.view()];
        let mut times = vec![by(0).at];
        for (step, edit) in edits.iter().enumerate() {
            let op = Op::many(Verb::Update, EntityKind::Asset, 1);
            // An edit that breaks a rule is refused and must leave nothing behind.
            let before = plan.view();
            match plan.transact(by(step + 1), op, |tx| apply(tx, edit)) {
                Ok(outcome) if outcome.changes.rows.is_empty() => {}
                Ok(_) => {
                    states.push(plan.view());
                    times.push(by(step + 1).at);
                }
                Err(_) => prop_assert!(*plan.view() == *before),
            }
        }
        for state in states.iter().rev().skip(1) {
            undo::undo(&plan, by(100)).unwrap();
            prop_assert!(*plan.view() == **state);
        }
        prop_assert!(undo::undo(&plan, by(100)).is_err());
        for state in states.iter().skip(1) {
            undo::redo(&plan, by(200)).unwrap();
            prop_assert!(*plan.view() == **state);
        }
        for (state, time) in states.iter().zip(&times) {
            prop_assert!(plan.at(*time).unwrap().unwrap() == **state, "as it was at {time:?}");
        }
        prop_assert!(plan.at(by(100).at).unwrap().unwrap() == *states[0], "all taken back");
        prop_assert!(plan.at(Millis(by(0).at.0 - 1)).unwrap().is_none(), "before it was made");
        let held = plan.view();
        drop(plan);
        prop_assert!(*open(&path).unwrap().view() == *held);
    }
}
