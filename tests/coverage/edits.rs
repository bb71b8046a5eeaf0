//! Random edits of a small plan, each reported as the rows it changed.

use proptest::prelude::*;
use throughline_core::id::{AssetId, FormatId, JourneyId, PersonaId, PlacementId, StageId};
use throughline_core::model::{
    Answer, AssetFields, ExclusionFields, FormatFields, Importance, Kept, Millis, NeedFields,
    NextStep, PersonaFields, Phase, PlacementFields, Side, StageFields, Status, TriggerFields,
    VerdictFields, Word,
};
use throughline_tests::fixture::{Sketch, day};

/// An edit; numbers pick among what there is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Edit {
    Place(usize, usize, usize),
    Displace(usize),
    Say(usize, Side, usize, i64),
    TakeBack(usize),
    SetStatus(usize, usize),
    Publish(usize, Option<u64>),
    SetFormat(usize, usize),
    SetShelfLife(usize, Option<u32>),
    Deepen(usize, usize),
    DeepenHere(usize, usize),
    Exclude(usize, usize),
    Include(usize),
    Ask(Option<usize>, usize, usize),
    Answer(usize, usize),
    Decline(usize),
    Trigger(usize),
    Move(usize, usize),
    AnswerTrigger(usize, usize),
    Weigh(usize, u8),
    Prefer(usize, usize),
    SetPhase(usize, usize),
    Handoff(usize),
    AddPersona,
    DropPersona(usize),
    AddAsset,
    DropAsset(usize),
    AddStage,
}

/// Up to `most` edits.
pub(crate) fn edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(edit(), 1..most)
}

fn edit() -> impl Strategy<Value = Edit> {
    let one = || 0..64_usize;
    let side = || prop_oneof![Just(Side::Marketing), Just(Side::Sales)];
    prop_oneof![
        12 => (one(), one(), one()).prop_map(|(a, p, s)| Edit::Place(a, p, s)),
        10 => (one(), side(), one(), 0..4_i64).prop_map(|(p, s, a, t)| Edit::Say(p, s, a, t)),
        4 => (one(), one()).prop_map(|(a, s)| Edit::SetStatus(a, s)),
        3 => (one(), prop::option::of(0..800_u64)).prop_map(|(a, d)| Edit::Publish(a, d)),
        2 => (one(), one()).prop_map(|(a, f)| Edit::SetFormat(a, f)),
        2 => (one(), one()).prop_map(|(a, t)| Edit::Deepen(a, t)),
        2 => (one(), one()).prop_map(|(p, t)| Edit::DeepenHere(p, t)),
        3 => (prop::option::of(one()), one(), one()).prop_map(|(p, s, i)| Edit::Ask(p, s, i)),
        3 => (one(), one()).prop_map(|(n, a)| Edit::Answer(n, a)),
        2 => (one(), one()).prop_map(|(p, t)| Edit::AnswerTrigger(p, t)),
        2 => one().prop_map(Edit::Displace),
        6 => rare(),
    ]
}

fn rare() -> impl Strategy<Value = Edit> {
    let one = || 0..64_usize;
    prop_oneof![
        one().prop_map(Edit::TakeBack),
        (one(), prop::option::of(1..900_u32)).prop_map(|(f, d)| Edit::SetShelfLife(f, d)),
        (one(), one()).prop_map(|(p, s)| Edit::Exclude(p, s)),
        one().prop_map(Edit::Include),
        one().prop_map(Edit::Decline),
        one().prop_map(Edit::Trigger),
        (one(), one()).prop_map(|(t, p)| Edit::Move(t, p)),
        (one(), 1..=5_u8).prop_map(|(p, w)| Edit::Weigh(p, w)),
        (one(), one()).prop_map(|(p, f)| Edit::Prefer(p, f)),
        (one(), one()).prop_map(|(s, p)| Edit::SetPhase(s, p)),
        one().prop_map(Edit::Handoff),
        Just(Edit::AddPersona),
        one().prop_map(Edit::DropPersona),
        Just(Edit::AddAsset),
        one().prop_map(Edit::DropAsset),
        Just(Edit::AddStage),
    ]
}

/// Three personas, two journeys, five assets of two formats.
pub(crate) fn start() -> (Sketch, [JourneyId; 2]) {
    let mut plan = Sketch::new();
    for (name, weight) in [("CFO", 5), ("CISO", 3), ("IT", 2)] {
        plan.persona(name, weight);
    }
    let journeys = [plan.journey("New business"), plan.journey("Retention")];
    for phase in Phase::ALL {
        plan.stage(journeys[0], "Stage", *phase);
    }
    plan.stage(journeys[1], "Renewal", Phase::Convert);
    plan.format("Blog post", Some(365));
    plan.format("Guide", None);
    for _ in 0..5 {
        plan.asset("Asset", Status::Published);
    }
    (plan, journeys)
}

/// The id that a number picks.
pub(crate) fn pick<F: Kept>(plan: &Sketch, number: usize) -> Option<F::Id> {
    let table = F::table(&plan.architecture);
    table.iter().nth(number % table.len().max(1)).map(|entity| entity.id)
}

/// Makes an edit; one that picks from nothing, or places twice, changes nothing.
pub(crate) fn make(plan: &mut Sketch, edit: Edit) {
    // `None` only says that there was nothing to pick from.
    let _ = content(plan, edit).or_else(|| talk(plan, edit)).or_else(|| structure(plan, edit));
}

fn content(plan: &mut Sketch, edit: Edit) -> Option<()> {
    match edit {
        Edit::Place(a, p, s) => {
            let (asset, persona): (AssetId, PersonaId) =
                (pick::<AssetFields>(plan, a)?, pick::<PersonaFields>(plan, p)?);
            let stage: StageId = pick::<StageFields>(plan, s)?;
            if !is_at(plan, asset, persona, stage) {
                plan.place(asset, persona, stage);
            }
        }
        Edit::Displace(number) => {
            let placement = pick::<PlacementFields>(plan, number)?;
            displace(plan, placement);
        }
        Edit::SetStatus(a, s) => {
            let id = pick::<AssetFields>(plan, a)?;
            let status = Status::ALL[s % Status::ALL.len()];
            plan.edit::<AssetFields>(id, |asset| asset.status = status);
        }
        Edit::Publish(a, ago) => {
            let id = pick::<AssetFields>(plan, a)?;
            let on = ago.map(|days| day("2026-07-30") - chrono::Days::new(days));
            plan.edit::<AssetFields>(id, |asset| asset.published_on = on);
        }
        Edit::SetFormat(a, f) => {
            let (id, format): (AssetId, FormatId) =
                (pick::<AssetFields>(plan, a)?, pick::<FormatFields>(plan, f)?);
            plan.edit::<AssetFields>(id, |asset| asset.format_id = Some(format));
        }
        Edit::Deepen(a, target) => {
            let (id, to) = (pick::<AssetFields>(plan, a)?, pick::<AssetFields>(plan, target));
            plan.edit::<AssetFields>(id, |asset| asset.deepen.asset_id = to);
        }
        Edit::DeepenHere(p, target) => {
            let (id, to) = (pick::<PlacementFields>(plan, p)?, pick::<AssetFields>(plan, target));
            let step = NextStep { asset_id: to, ..NextStep::default() };
            plan.edit::<PlacementFields>(id, |placement| placement.deepen = Some(step));
        }
        Edit::AddAsset => drop(plan.asset("Another", Status::Published)),
        Edit::DropAsset(a) => {
            let id = pick::<AssetFields>(plan, a)?;
            let placed: Vec<_> = plan.architecture.index.placements_of(id).collect();
            placed.into_iter().for_each(|placement| displace(plan, placement));
            plan.take::<AssetFields>(id);
        }
        _ => return None,
    }
    Some(())
}

fn is_at(plan: &Sketch, asset: AssetId, persona: PersonaId, stage: StageId) -> bool {
    let architecture = &plan.architecture;
    let mut here = architecture.index.placements_at(persona, stage);
    here.any(|id| architecture.placements.get(id).is_some_and(|one| one.asset_id == asset))
}

/// Takes a placement out with its answers.
fn displace(plan: &mut Sketch, placement: PlacementId) {
    let said: Vec<_> = plan.architecture.index.verdicts_on(placement).collect();
    said.into_iter().for_each(|verdict| plan.take::<VerdictFields>(verdict));
    plan.take::<PlacementFields>(placement);
}

fn talk(plan: &mut Sketch, edit: Edit) -> Option<()> {
    match edit {
        Edit::Say(p, side, answer, at) => {
            let placement = pick::<PlacementFields>(plan, p)?;
            plan.say(placement, side, Answer::ALL[answer % 4], Millis(at));
        }
        Edit::TakeBack(v) => {
            let id = pick::<VerdictFields>(plan, v)?;
            plan.take::<VerdictFields>(id);
        }
        Edit::Ask(persona, s, importance) => {
            let stage = pick::<StageFields>(plan, s)?;
            let persona = persona.and_then(|p| pick::<PersonaFields>(plan, p));
            plan.need(persona, stage, Importance::ALL[importance % 3], "A need");
        }
        Edit::Answer(n, a) => {
            let (id, asset) = (pick::<NeedFields>(plan, n)?, pick::<AssetFields>(plan, a)?);
            plan.edit::<NeedFields>(id, |need| need.answer_ids = vec![asset]);
        }
        Edit::Decline(n) => {
            let id = pick::<NeedFields>(plan, n)?;
            plan.edit::<NeedFields>(id, |need| need.declined = Some("No".to_owned()));
        }
        Edit::Trigger(p) => {
            let persona = pick::<PersonaFields>(plan, p)?;
            plan.trigger("A trigger", &[persona]);
        }
        Edit::Move(t, p) => {
            let (id, persona) = (pick::<TriggerFields>(plan, t)?, pick::<PersonaFields>(plan, p)?);
            plan.edit::<TriggerFields>(id, |trigger| trigger.persona_ids = vec![persona]);
        }
        Edit::AnswerTrigger(p, t) => {
            let (id, trigger) =
                (pick::<PlacementFields>(plan, p)?, pick::<TriggerFields>(plan, t)?);
            plan.edit::<PlacementFields>(id, |placement| placement.trigger_ids = vec![trigger]);
        }
        _ => return None,
    }
    Some(())
}

fn structure(plan: &mut Sketch, edit: Edit) -> Option<()> {
    match edit {
        Edit::SetShelfLife(f, days) => {
            let id = pick::<FormatFields>(plan, f)?;
            plan.edit::<FormatFields>(id, |format| format.shelf_life_days = days);
        }
        Edit::Exclude(p, s) => {
            let (persona, stage) = (pick::<PersonaFields>(plan, p)?, pick::<StageFields>(plan, s)?);
            if plan.architecture.index.exclusion_at(persona, stage).is_none() {
                plan.exclude(persona, stage);
            }
        }
        Edit::Include(e) => {
            let id = pick::<ExclusionFields>(plan, e)?;
            plan.take::<ExclusionFields>(id);
        }
        Edit::Weigh(p, weight) => {
            let id = pick::<PersonaFields>(plan, p)?;
            plan.edit::<PersonaFields>(id, |persona| persona.weight = weight);
        }
        Edit::Prefer(p, f) => {
            let (id, format) = (pick::<PersonaFields>(plan, p)?, pick::<FormatFields>(plan, f)?);
            plan.edit::<PersonaFields>(id, |persona| persona.preferred_formats = vec![format]);
        }
        Edit::SetPhase(s, phase) => {
            let id = pick::<StageFields>(plan, s)?;
            plan.edit::<StageFields>(id, |stage| stage.phase = Phase::ALL[phase % 3]);
        }
        Edit::Handoff(s) => {
            let id = pick::<StageFields>(plan, s)?;
            plan.edit::<StageFields>(id, |stage| stage.handoff = !stage.handoff);
        }
        Edit::AddPersona => drop(plan.persona("Another", 4)),
        Edit::DropPersona(p) => drop_persona(plan, pick::<PersonaFields>(plan, p)?),
        Edit::AddStage => {
            let journey = plan.architecture.journeys.iter().next()?.id;
            plan.stage(journey, "Another", Phase::Convert);
        }
        _ => return None,
    }
    Some(())
}

/// Takes a persona out with all that hangs on it.
fn drop_persona(plan: &mut Sketch, id: PersonaId) {
    let before = plan.architecture.clone();
    for placement in before.placements.iter().filter(|one| one.persona_id == id) {
        displace(plan, placement.id);
    }
    for exclusion in before.exclusions.iter().filter(|one| one.persona_id == id) {
        plan.take::<ExclusionFields>(exclusion.id);
    }
    for need in before.needs.iter().filter(|one| one.persona_id == Some(id)) {
        plan.take::<NeedFields>(need.id);
    }
    plan.take::<PersonaFields>(id);
}
