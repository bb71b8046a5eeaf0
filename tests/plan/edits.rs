//! Edits of every kind, drawn at random: what properties of plans are tested with.

use chrono::NaiveDate;
use proptest::prelude::*;
use throughline_core::error::Result;
use throughline_core::model::{
    Answer, AssetFields, DecisionFields, DecisionRole, Importance, InsightFields, InterviewFields,
    MaturityQuestion, MemberFields, Millis, NeedFields, NeedKind, PersonaFields, PlacementFields,
    ProgrammeFields, ProgrammeNoteFields, RatingFields, ReadingFields, ReviewFields, Role,
    SnapshotFields, StageFields, Status, TriggerFields, VerdictFields,
};
use throughline_core::plan::{By, Preset, Setup, Tx};

/// An edit; numbers say which thing, counted round.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
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
    AddMore(u8, usize),
}

/// Some edits.
pub(crate) fn edits() -> impl Strategy<Value = Vec<Edit>> {
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
        (any::<u8>(), 0..6_usize).prop_map(|(kind, n)| Edit::AddMore(kind, n)),
        (any::<u8>(), 0..6_usize).prop_map(|(kind, n)| Edit::AddMore(kind, n)),
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

/// Makes an edit.
pub(crate) fn apply(tx: &mut Tx<'_>, edit: &Edit) -> Result<()> {
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
        Edit::AddMore(kind, n) => add_more(tx, kind, n),
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

/// Something of a kind that no other edit makes.
fn add_more(tx: &mut Tx<'_>, kind: u8, n: usize) -> Result<()> {
    let name = format!("Name {kind} {n}");
    match kind % 9 {
        0 => tx.create(MemberFields::named(name, Role::Sales)).map(drop),
        1 => add_interview(tx, name, n),
        2 => {
            let persona_id = nth!(tx, personas, n);
            let author = "Ada \"Ünique\" Kim".to_owned();
            tx.create(InsightFields { persona_id, text: name, author, said_on: None }).map(drop)
        }
        3 => {
            let asset_ids = vec![nth!(tx, assets, n)];
            let programme = ProgrammeFields { name, asset_ids, ..ProgrammeFields::default() };
            tx.create(programme).map(drop)
        }
        4 => {
            let (programme_id, author) = (nth!(tx, programmes, n), nth!(tx, members, n));
            let (noted_on, author_id) = (day(), Some(author));
            tx.create(ProgrammeNoteFields { programme_id, noted_on, text: name, author_id })
                .map(drop)
        }
        5 => add_rating(tx, name, n),
        6 => add_reading(tx, name, n),
        7 => add_review(tx, name),
        _ => {
            let (review_id, owner) = (nth!(tx, reviews, n), "Ada Kim".to_owned());
            let (due_on, done_on) = (Some(day()), None);
            tx.create(DecisionFields { review_id, text: name, owner, due_on, done_on }).map(drop)
        }
    }
}

fn day() -> NaiveDate {
    "2026-09-01".parse().unwrap()
}

fn add_interview(tx: &mut Tx<'_>, who: String, n: usize) -> Result<()> {
    let persona_id = nth!(tx, personas, n);
    tx.create(InterviewFields {
        persona_id,
        held_on: Some(day()),
        who,
        preferences: true,
        process: false,
        problems: true,
        notes: format!("Said {n}"),
    })
    .map(drop)
}

fn add_rating(tx: &mut Tx<'_>, evidence: String, n: usize) -> Result<()> {
    let (question, member_id, rated_at) =
        (MaturityQuestion::Roles, nth!(tx, members, n), tx.by().at);
    tx.create(RatingFields { question, level: 3, evidence, member_id, rated_at }).map(drop)
}

fn add_reading(tx: &mut Tx<'_>, line: String, n: usize) -> Result<()> {
    let (asset_id, member_id) = (nth!(tx, assets, n), nth!(tx, members, n));
    let (takeaways, read_at) = (vec![line], tx.by().at);
    tx.create(ReadingFields { asset_id, member_id, takeaways, read_at }).map(drop)
}

fn add_review(tx: &mut Tx<'_>, name: String) -> Result<()> {
    let as_of = day();
    let (taken_at, figures) = (tx.by().at, "{\"line\\n\": 1}".to_owned());
    let snapshot = SnapshotFields { name: name.clone(), as_of, taken_at, last_edit: 7, figures };
    let before_id = Some(tx.create(snapshot)?.id);
    let notes = "Said\n\u{2028}\u{0}\u{202e}".to_owned();
    tx.create(ReviewFields { name, held_on: as_of, before_id, after_id: None, notes }).map(drop)
}

/// What they begin with.
pub(crate) fn setup() -> Setup {
    Setup {
        name: "Random".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "UTC".to_owned(),
        member: "Mara Ruiz".to_owned(),
        preset: Preset::Default,
    }
}

/// Who makes the edit of a number, a second after the one before.
pub(crate) fn by(step: usize) -> By {
    let at = i64::try_from(step).unwrap();
    By { member: None, at: Millis(1_788_249_600_000 + at * 1_000) }
}
