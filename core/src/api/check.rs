//! Placing assets, and the deal check.

use super::Context;
use crate::error::{OrNotFound, Result};
use crate::id::{AssetId, EntityKind, MemberId, PersonaId, PlacementId, StageId, TriggerId};
use crate::model::{Answer, Placement, PlacementFields, Role, Side, Verdict};
use crate::plan::{Op, Outcome, Tx, Verb};
use serde::Deserialize;
use ts_rs::TS;

/// A cell of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct At {
    /// The persona.
    pub persona_id: PersonaId,
    /// The stage.
    pub stage_id: StageId,
}

/// Places assets at cells. An asset that is placed there already stays as it is.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Place {
    /// Which assets.
    pub asset_ids: Vec<AssetId>,
    /// Where: every asset at every one of these cells.
    pub cells: Vec<At>,
    /// The triggers they answer there.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<TriggerId>>")]
    pub trigger_ids: Vec<TriggerId>,
    /// The speaker's answer to the deal check, given on the spot.
    #[serde(default)]
    #[ts(optional)]
    pub answer: Option<Answer>,
    /// Why.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// Places assets at cells; gives the placements that are there now.
pub(super) fn place(context: Context<'_>, request: Place) -> Result<Outcome<Vec<Placement>>> {
    let size = request.asset_ids.len() * request.cells.len();
    let op = match (request.asset_ids.as_slice(), request.cells.as_slice()) {
        ([asset], [_]) => {
            let title = context.view()?.assets.need(*asset)?.title.clone();
            Op::one(Verb::Place, EntityKind::Placement, title)
        }
        _ => Op::many(Verb::Place, EntityKind::Placement, size),
    };
    context.transact(op, |tx| {
        let mut placed = Vec::with_capacity(size);
        for cell in &request.cells {
            for asset in &request.asset_ids {
                placed.push(place_one(tx, *asset, *cell, &request)?);
            }
        }
        Ok(placed)
    })
}

fn place_one(tx: &mut Tx<'_>, asset: AssetId, cell: At, request: &Place) -> Result<Placement> {
    let there = tx.view().placed_at(asset, cell.persona_id, cell.stage_id).cloned();
    let placement = match there {
        Some(placement) => placement,
        None => tx.create(PlacementFields {
            trigger_ids: request.trigger_ids.clone(),
            ..PlacementFields::at(asset, cell.persona_id, cell.stage_id)
        })?,
    };
    if let Some(answer) = request.answer {
        tx.answer(placement.id, tx.speaker()?, answer, &request.reason)?;
    }
    Ok(Placement::clone(&placement))
}

/// Moves placements to another cell; their answers were about the old one and stay behind.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Move {
    /// Which placements.
    pub placement_ids: Vec<PlacementId>,
    /// Where to.
    pub to: At,
}

/// Moves placements to another cell.
pub(super) fn shift(context: Context<'_>, request: Move) -> Result<Outcome<()>> {
    let op = Op::many(Verb::Move, EntityKind::Placement, request.placement_ids.len());
    context.transact(op, |tx| {
        for id in &request.placement_ids {
            let fields = tx.view().placements.need(*id)?.fields.clone();
            tx.delete::<PlacementFields>(*id)?;
            let At { persona_id, stage_id } = request.to;
            let taken = tx.view().placed_at(fields.asset_id, persona_id, stage_id).is_some();
            if !taken {
                tx.create(PlacementFields { persona_id, stage_id, ..fields })?;
            }
        }
        Ok(())
    })
}

/// Names many placements.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Placements {
    /// Which ones.
    pub ids: Vec<PlacementId>,
}

/// Takes placements off the map.
pub(super) fn unplace(context: Context<'_>, request: Placements) -> Result<Outcome<()>> {
    let op = Op::many(Verb::Delete, EntityKind::Placement, request.ids.len());
    context
        .transact(op, |tx| request.ids.iter().try_for_each(|id| tx.delete::<PlacementFields>(*id)))
}

/// Answers deal checks.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GiveAnswer {
    /// The placements asked about; one answer for all.
    pub placement_ids: Vec<PlacementId>,
    /// The answer.
    pub answer: Answer,
    /// Why.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
    /// Whose answer it is; the speaker's unless given.
    #[serde(default)]
    #[ts(optional)]
    pub member_id: Option<MemberId>,
}

/// Answers deal checks. Earlier answers are kept.
pub(super) fn answer(context: Context<'_>, request: GiveAnswer) -> Result<Outcome<()>> {
    let subject = answered(&context, &request)?;
    let op = match subject {
        Some(title) => Op::one(Verb::Answer, EntityKind::Verdict, title),
        None => Op::many(Verb::Answer, EntityKind::Verdict, request.placement_ids.len()),
    };
    context.transact(op, |tx| {
        let speaker = tx.speaker()?;
        let member = request.member_id.unwrap_or(speaker);
        for placement in &request.placement_ids {
            tx.answer(*placement, member, request.answer, &request.reason)?;
        }
        Ok(())
    })
}

fn answered(context: &Context<'_>, request: &GiveAnswer) -> Result<Option<String>> {
    let [placement] = request.placement_ids.as_slice() else { return Ok(None) };
    let view = context.view()?;
    let asset = view.placements.need(*placement)?.asset_id;
    Ok(Some(view.assets.need(asset)?.title.clone()))
}

/// The answers ever given on a placement, the latest first.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswersOn {
    /// Which placement.
    pub placement_id: PlacementId,
}

/// The answers ever given on a placement, the latest first.
pub(super) fn answers(context: Context<'_>, request: AnswersOn) -> Result<Vec<Verdict>> {
    let view = context.view()?;
    view.placements.get(request.placement_id).or_not_found(EntityKind::Placement)?;
    let mut all: Vec<Verdict> = view
        .index
        .verdicts_on(request.placement_id)
        .filter_map(|id| view.verdicts.get(id))
        .map(|verdict| Verdict::clone(verdict))
        .collect();
    all.sort_by_key(|verdict| std::cmp::Reverse((verdict.answered_at, verdict.id)));
    Ok(all)
}

/// The side a member, the speaker unless given, answers for; marketing where nobody speaks.
pub(super) fn side_of(context: &Context<'_>, member: Option<MemberId>) -> Result<Side> {
    let view = context.view()?;
    let member = member.or(context.speaker).and_then(|id| view.members.get(id));
    Ok(member.map_or(Role::Strategist, |member| member.role).side())
}
