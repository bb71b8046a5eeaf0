//! Any edits here and in a copy: an untouched copy has nothing to say, what comes in keeps all rules,
//! the same copy twice changes nothing more, and undo takes all of it back.

use crate::edits::{Edit, apply, by, edits, setup};
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use throughline_core::each_kind;
use throughline_core::id::{EntityId, EntityKind};
use throughline_core::merge::{self, Copy, MergeChoice, MergeChoices, MergeItem, MergePreview};
use throughline_core::model::{Architecture, Kept};
use throughline_core::plan::{Op, Plan, ReadOnly, Verb, undo, verify};
use throughline_tests::fixture::open;

/// A workspace and a copy of it, with what was done in each since.
struct Pair {
    _folder: TempDir,
    path: PathBuf,
    ours: Plan,
    copy: Copy,
    theirs: Architecture,
}

fn work(plan: &Plan, edits: &[Edit], from: usize) {
    for (step, edit) in edits.iter().enumerate() {
        let op = Op::many(Verb::Update, EntityKind::Asset, 1);
        let _ = plan.transact(by(from + step), op, |tx| apply(tx, edit));
    }
}

fn pair(before: &[Edit], here: &[Edit], there: &[Edit]) -> Pair {
    let folder = tempfile::tempdir().unwrap();
    let (path, copied) =
        (folder.path().join("plan.throughline"), folder.path().join("copy.throughline"));
    let ours = Plan::create(&path, by(0), setup()).unwrap();
    work(&ours, before, 1);
    ours.save_copy(&copied, by(90).at).unwrap();
    work(&ours, here, 100);
    let theirs = open(&copied).unwrap();
    work(&theirs, there, 200);
    let view = (*theirs.view()).clone();
    drop(theirs);
    let copy = read(&ours, &copied);
    Pair { _folder: folder, path, ours, copy, theirs: view }
}

fn read(ours: &Plan, path: &Path) -> Copy {
    let copy = Plan::look(path, ReadOnly::Protected).unwrap();
    Copy::of(ours, &copy, "copy".to_owned()).unwrap()
}

fn shown(pair: &Pair) -> MergePreview {
    merge::preview(&pair.ours, &pair.copy).unwrap()
}

/// Things that a plan does not have as another one has them.
fn lacking<F: Kept>(plan: &Architecture, other: &Architecture) -> Vec<(EntityKind, uuid::Uuid)> {
    let has = |id, fields: &F| F::table(plan).get(id).is_some_and(|one| one.fields == *fields);
    let all = F::table(other).iter().filter(|one| !has(one.id, &one.fields));
    all.map(|one| (F::KIND, one.id.uuid())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_untouched_copy_has_nothing_to_say(before in edits(), here in edits()) {
        let pair = pair(&before, &here, &[]);
        let told = shown(&pair);
        prop_assert!(told.items.is_empty() && told.counts.is_empty(), "{:?}", told.items);
        let last = pair.ours.last_edit().unwrap();
        let choices = MergeChoices { also_plan: Some(true), ..MergeChoices::default() };
        let merged = merge::apply(&pair.ours, by(300), &pair.copy, &choices).unwrap();
        prop_assert!(merged.changes.rows.is_empty());
        prop_assert_eq!(pair.ours.last_edit().unwrap(), last, "it left a trace");
    }

    #[test]
    fn what_comes_in_is_sound_comes_once_and_goes_with_one_undo(
        before in edits(), here in edits(), there in edits(), theirs in any::<bool>(),
    ) {
        let pair = pair(&before, &here, &there);
        let was = pair.ours.view();
        let told = shown(&pair);
        let chosen = |item: &MergeItem| MergeChoice { kind: item.kind, id: item.id, fields: Vec::new() };
        // Conflicts and deletions, or none of them.
        let wanted = told.items.iter().filter(|_| theirs);
        let take = wanted.filter(|item| item.kind != EntityKind::Member).map(chosen).collect();
        let choices = MergeChoices { also_plan: Some(true), take };
        let merged = merge::apply(&pair.ours, by(300), &pair.copy, &choices).unwrap();
        let now = pair.ours.view();
        let again = merge::apply(&pair.ours, by(301), &pair.copy, &choices).unwrap();
        prop_assert!(again.changes.rows.is_empty(), "{:?} {:?}", again.changes.rows, told.items);
        prop_assert!(*pair.ours.view() == *now);
        if !merged.changes.rows.is_empty() {
            undo::undo(&pair.ours, by(302)).unwrap();
            prop_assert!(*pair.ours.view() == *was, "undo left something");
            undo::redo(&pair.ours, by(303)).unwrap();
            prop_assert!(*pair.ours.view() == *now, "redo left something");
        }
        drop(pair.ours);
        prop_assert_eq!(verify(&pair.path), Vec::<String>::new());
    }

    #[test]
    fn where_only_the_copy_went_on_all_of_it_comes_in_or_is_told(before in edits(), there in edits()) {
        let pair = pair(&before, &[], &there);
        let told = shown(&pair);
        prop_assert!(told.also_plan && told.items.iter().all(|item| !item.conflict));
        let merged = merge::apply(&pair.ours, by(300), &pair.copy, &MergeChoices::default()).unwrap().value;
        let mut lacks = Vec::new();
        let ours = pair.ours.view();
        each_kind!(F => lacks.extend(lacking::<F>(&ours, &pair.theirs)));
        // Snapshots forget edits that only the copy knows.
        lacks.retain(|(kind, _)| *kind != EntityKind::Snapshot);
        let refused: Vec<_> = merged.refused.iter().map(|one| (one.kind, one.id)).collect();
        prop_assert!(lacks.iter().all(|one| refused.contains(one)), "{lacks:?} {refused:?}");
    }
}
