//! Small files among many leads: who is known is found without reading all that is there.

use throughline_core::demand::{erase_leads, find_lead, held_of_leads};
use throughline_core::id::EntityKind;
use throughline_core::import::facts::FactTally;
use throughline_core::model::BatchFields;
use throughline_core::plan::{Copied, Op, Plan, Verb, undo};

use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;

/// So many that the index of them is far longer than a small file.
const MANY: usize = 30_000;
const FEW: usize = 400;

fn leads(numbers: impl Iterator<Item = usize>) -> String {
    let rows = numbers.map(|number| format!("lead.{number}@sieve.example,CFO\n"));
    format!("Email,Job Title\n{}", rows.collect::<String>())
}

/// Added, updated and unchanged.
fn counts(tally: &FactTally) -> (u32, u32, u32) {
    (tally.added, tally.updated, tally.unchanged)
}

/// Half of them known, half of them new.
fn half_known(plan: &Plan) -> (u32, u32, u32) {
    counts(&bring_in(plan, &leads((0..FEW).map(|nth| nth * 2 * MANY / FEW))))
}

#[test]
fn the_known_are_found_and_the_new_are_new() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let half = u32::try_from(FEW / 2).unwrap();
    assert_eq!(bring_in(plan, &leads(0..MANY)).added as usize, MANY);
    assert_eq!(half_known(plan), (half, 0, half));
    assert_eq!(half_known(plan), (0, 0, 2 * half));
    // Every one of the first, in files of a few.
    for first in (0..MANY).step_by(MANY / 10) {
        let few = bring_in(plan, &leads(first..first + FEW));
        assert_eq!(counts(&few), (0, 0, 2 * half));
    }
}

#[test]
fn those_of_a_file_taken_back_are_new_again() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let half = u32::try_from(FEW / 2).unwrap();
    bring_in(plan, &leads(0..MANY));
    assert_eq!(half_known(plan), (half, 0, half));
    undo::undo(plan, BY).unwrap();
    assert_eq!(half_known(plan), (half, 0, half));
    undo::undo(plan, BY).unwrap();
    undo::undo(plan, BY).unwrap();
    assert_eq!(half_known(plan), (2 * half, 0, 0));
    assert_eq!(half_known(plan), (0, 0, 2 * half));
}

#[test]
fn a_lead_that_two_files_brought_is_found_by_the_one_that_counts() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, &leads(0..MANY));
    let batch = plan.view().batches.iter().next().unwrap().id;
    let op = Op::one(Verb::Delete, EntityKind::Batch, "leads.csv".to_owned());
    plan.transact(BY, op, |tx| tx.delete::<BatchFields>(batch)).unwrap();
    // One lead more, so that the two entries of a lead fall on both sides of the end of a page, too.
    assert_eq!(bring_in(plan, &leads(0..=MANY)).added as usize, MANY + 1);
    undo::undo(plan, BY).unwrap();
    undo::undo(plan, BY).unwrap();
    for first in (0..MANY).step_by(FEW) {
        let few = bring_in(plan, &leads(first..first + FEW));
        assert_eq!(few.added, 0, "of {FEW} from {first} on");
    }
}

#[test]
fn those_that_came_after_a_backup_are_new_once_it_is_restored() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    let backup = workspace.path().with_file_name("backup.throughline");
    assert_eq!(plan.save_copy(&backup, BY.at).unwrap(), Copied::Whole);
    bring_in(plan, &leads(0..MANY));
    // What is read of the index is held from here on.
    assert_eq!(counts(&bring_in(plan, &leads(0..5))), (0, 0, 5));
    plan.restore(&backup).unwrap();
    bring_in(plan, &leads(MANY..2 * MANY));
    assert_eq!(counts(&bring_in(plan, &leads(0..5))), (5, 0, 0));
    assert_eq!(counts(&bring_in(plan, &leads(MANY..MANY + 5))), (0, 0, 5));
}

#[test]
fn who_was_erased_among_many_stays_so() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    bring_in(plan, &leads(0..MANY));
    let key = find_lead(plan, "lead.77@sieve.example").unwrap();
    assert_eq!(held_of_leads(plan, BY, &[key]).unwrap().leads, 1);
    erase_leads(plan, BY, &[key]).unwrap().1.unwrap();
    let again = bring_in(plan, &leads(70..80));
    assert_eq!((counts(&again), again.erased), ((0, 0, 9), 1));
    assert_eq!(counts(&bring_in(plan, &leads(MANY..MANY + 5))), (5, 0, 0));
}
