//! Random edits: undo takes every one back, redo brings every one again, the plan as it was at a time
//! is what it was, the file holds what memory holds, and what turned between two snapshots leads from
//! the one to the other.

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use throughline_core::coverage::{Ledger, State};
use throughline_core::error::Result;
use throughline_core::id::{EntityKind, PersonaId, StageId};
use throughline_core::model::{
    Answer, Architecture, AssetFields, DecisionRole, Importance, Millis, NeedFields, NeedKind,
    PersonaFields, PlacementFields, StageFields, Status, TriggerFields, VerdictFields,
};
use throughline_core::plan::{By, Op, Plan, Preset, Setup, Tx, Verb, undo};
use throughline_core::snapshot::{Causes, CellCauses, Comparison, Figures, freeze};
use throughline_tests::fixture::{day, open};

#[derive(Clone, Debug)]
enum Edit {
    AddPersona(u8),
    AddAsset(u8),
    AddTrigger(usize),
    AddNeed(usize, usize),
    Rename(usize, u8),
    Place(usize, usize, usize),
    Answer(usize),
    LeadTo(usize, usize),
    DeletePersona(usize),
    DeleteAsset(usize),
    DeleteStage(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        any::<u8>().prop_map(Edit::AddPersona),
        any::<u8>().prop_map(Edit::AddAsset),
        (0..4_usize).prop_map(Edit::AddTrigger),
        (0..7_usize, 0..6_usize).prop_map(|(stage, asset)| Edit::AddNeed(stage, asset)),
        (0..6_usize, any::<u8>()).prop_map(|(asset, name)| Edit::Rename(asset, name)),
        (0..6_usize, 0..4_usize, 0..7_usize).prop_map(|(a, p, s)| Edit::Place(a, p, s)),
        (0..6_usize).prop_map(Edit::Answer),
        (0..6_usize, 0..6_usize).prop_map(|(from, to)| Edit::LeadTo(from, to)),
        (0..4_usize).prop_map(Edit::DeletePersona),
        (0..6_usize).prop_map(Edit::DeleteAsset),
        (0..7_usize).prop_map(Edit::DeleteStage),
    ];
    prop::collection::vec(edit, 1..30)
}

/// The n-th of a table, counted round.
macro_rules! nth {
    ($tx:expr, $table:ident, $n:expr) => {{
        let ids: Vec<_> = $tx.view().$table.iter().map(|one| one.id).collect();
        if ids.is_empty() {
            return Ok(());
        }
        ids[$n % ids.len()]
    }};
}

fn apply(tx: &mut Tx<'_>, edit: &Edit) -> Result<()> {
    match *edit {
        Edit::AddPersona(n) => {
            let name = format!("Persona {n}");
            tx.create(PersonaFields::named(name, DecisionRole::Champion, n % 5 + 1)).map(drop)
        }
        Edit::AddAsset(n) => {
            tx.create(AssetFields::titled(format!("Asset {n}"), Status::Published)).map(drop)
        }
        Edit::AddTrigger(persona) => add_trigger(tx, persona),
        Edit::AddNeed(stage, asset) => add_need(tx, stage, asset),
        Edit::Rename(asset, name) => {
            change_asset(tx, asset, |fields| fields.title = format!("Asset {name}"))
        }
        Edit::Place(asset, persona, stage) => place(tx, asset, persona, stage),
        Edit::Answer(placement) => answer(tx, placement),
        Edit::LeadTo(from, to) => {
            let to = nth!(tx, assets, to);
            change_asset(tx, from, |fields| fields.deepen.asset_id = Some(to))
        }
        Edit::DeletePersona(n) => {
            let id = nth!(tx, personas, n);
            tx.delete::<PersonaFields>(id)
        }
        Edit::DeleteAsset(n) => {
            let id = nth!(tx, assets, n);
            tx.delete::<AssetFields>(id)
        }
        Edit::DeleteStage(n) => {
            let id = nth!(tx, stages, n);
            tx.delete::<StageFields>(id)
        }
    }
}

fn add_trigger(tx: &mut Tx<'_>, persona: usize) -> Result<()> {
    let persona = nth!(tx, personas, persona);
    let name = format!("Trigger {}", tx.view().triggers.len());
    tx.create(TriggerFields { name, persona_ids: vec![persona], ..TriggerFields::default() })
        .map(drop)
}

fn change_asset(
    tx: &mut Tx<'_>,
    asset: usize,
    change: impl FnOnce(&mut AssetFields),
) -> Result<()> {
    let id = nth!(tx, assets, asset);
    tx.update::<AssetFields>(id, None, |fields| {
        change(fields);
        Ok(())
    })
    .map(drop)
}

fn place(tx: &mut Tx<'_>, asset: usize, persona: usize, stage: usize) -> Result<()> {
    let asset = nth!(tx, assets, asset);
    let (persona, stage) = (nth!(tx, personas, persona), nth!(tx, stages, stage));
    tx.create(PlacementFields::at(asset, persona, stage)).map(drop)
}

fn add_need(tx: &mut Tx<'_>, stage: usize, asset: usize) -> Result<()> {
    let (stage_id, asset) = (nth!(tx, stages, stage), nth!(tx, assets, asset));
    tx.create(NeedFields {
        stage_id,
        persona_id: None,
        kind: NeedKind::SalesNeed,
        text: "Proof of security".to_owned(),
        importance: Importance::Must,
        author_id: None,
        answer_ids: vec![asset],
        declined: None,
    })
    .map(drop)
}

fn answer(tx: &mut Tx<'_>, placement: usize) -> Result<()> {
    let (placement_id, member) = (nth!(tx, placements, placement), nth!(tx, members, 0));
    let side = tx.view().members.need(member)?.role.side();
    tx.create(VerdictFields {
        placement_id,
        member_id: member,
        entered_by: member,
        side,
        answer: Answer::Yes,
        reason: String::new(),
        answered_at: tx.by().at,
    })
    .map(drop)
}

fn setup() -> Setup {
    Setup {
        name: "Random".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "UTC".to_owned(),
        member: "Mara Ruiz".to_owned(),
        preset: Preset::Default,
    }
}

fn by(step: usize) -> By {
    let at = i64::try_from(step).unwrap();
    By { member: None, at: Millis(1_788_249_600_000 + at * 1_000) }
}

/// What was frozen of a state of the plan, and the number of its latest edit.
struct Frozen {
    figures: Figures,
    last_edit: i64,
}

fn frozen(plan: &Plan, on: &str) -> Frozen {
    let figures = freeze(&Ledger::new(&plan.view(), day(on)));
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
