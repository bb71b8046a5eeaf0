//! The map, its gaps, and its cells from every side.

use super::Context;
use super::check::At;
use super::edit::Nothing;
use crate::coverage::{
    Candidate, CellDetail, DialogueStage, Filter, Gap, Ledger, Map, NeedStanding, PersonaPath,
    PlaybookStage, Proposal, ThemeGrid, Thinned, TriggerAnswers,
};
use crate::error::{Error, OrNotFound, Result};
use crate::id::{AssetId, EntityKind, JourneyId, MemberId, PersonaId};
use crate::model::{Asset, Placement};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which map.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OfJourney {
    /// The journey; the first one unless given.
    pub journey_id: Option<JourneyId>,
    /// As of a date; today unless given.
    pub as_of: Option<NaiveDate>,
    /// Counting only this content.
    #[ts(as = "Option<Filter>")]
    pub filter: Filter,
}

/// The map of a journey.
pub(super) fn map(context: Context<'_>, request: OfJourney) -> Result<Map> {
    context.map(request.journey_id, request.as_of, &request.filter)
}

/// The gaps of a journey, the largest first.
pub(super) fn gaps(context: Context<'_>, request: OfJourney) -> Result<Vec<Gap>> {
    let journey = context.journey(request.journey_id)?;
    context.coverage(request.as_of, |ledger| ledger.gaps(journey, &request.filter))
}

/// Themes against personas.
pub(super) fn themes(context: Context<'_>, request: OfJourney) -> Result<ThemeGrid> {
    let journey = context.journey(request.journey_id)?;
    context
        .coverage(request.as_of, |ledger| ledger.themes(journey, &request.filter))?
        .or_not_found(EntityKind::Journey)
}

/// What answers each trigger.
pub(super) fn trigger_answers(context: Context<'_>, _: Nothing) -> Result<Vec<TriggerAnswers>> {
    context.coverage(None, Ledger::trigger_answers)
}

/// What became of each need of a journey.
pub(super) fn need_standings(
    context: Context<'_>,
    request: InJourney,
) -> Result<Vec<NeedStanding>> {
    let journey = context.journey(request.journey_id)?;
    context
        .coverage(None, |ledger| ledger.need_standings(journey))?
        .or_not_found(EntityKind::Journey)
}

/// Whose dialogue, along which journey.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfPersona {
    /// The persona.
    pub persona_id: PersonaId,
    /// The journey; the first one unless given.
    #[serde(default)]
    #[ts(optional)]
    pub journey_id: Option<JourneyId>,
}

/// What a persona asks and objects along a journey, and what answers it.
pub(super) fn dialogue(context: Context<'_>, request: OfPersona) -> Result<Vec<DialogueStage>> {
    let journey = context.journey(request.journey_id)?;
    context.view()?.personas.need(request.persona_id)?;
    context
        .coverage(None, |ledger| ledger.dialogue(request.persona_id, journey))?
        .or_not_found(EntityKind::Journey)
}

/// A persona's path along a journey.
pub(super) fn path(context: Context<'_>, request: OfPersona) -> Result<PersonaPath> {
    let journey = context.journey(request.journey_id)?;
    context
        .coverage(None, |ledger| ledger.path(request.persona_id, journey))?
        .or_not_found(EntityKind::Persona)
}

/// The playbook of a journey.
pub(super) fn playbook(context: Context<'_>, request: InJourney) -> Result<Vec<PlaybookStage>> {
    let journey = context.journey(request.journey_id)?;
    context.coverage(None, |ledger| ledger.playbook(journey))?.or_not_found(EntityKind::Journey)
}

/// Names a journey.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct InJourney {
    /// The journey; the first one unless given.
    pub journey_id: Option<JourneyId>,
}

/// Which cell, as of when, counting what.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfCell {
    /// The cell.
    pub cell: At,
    /// As of a date; today unless given.
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<NaiveDate>,
    /// Counting only this content, as the map does.
    #[serde(default)]
    #[ts(optional, as = "Option<Filter>")]
    pub filter: Filter,
}

/// A cell with its rank among the gaps.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CellView {
    /// The cell in full.
    pub detail: CellDetail,
    /// It as a gap; none when it is covered or not applicable.
    pub gap: Option<Gap>,
    /// Its place among the gaps, from 1.
    pub rank: Option<usize>,
}

/// A cell in full.
pub(super) fn cell(context: Context<'_>, request: OfCell) -> Result<CellView> {
    let At { persona_id, stage_id } = request.cell;
    context.coverage(request.as_of, |ledger| {
        let detail = ledger
            .cell_within(persona_id, stage_id, &request.filter)
            .or_not_found(EntityKind::Persona)?;
        let ranked = ledger.gap_at(persona_id, stage_id, &request.filter);
        let (rank, gap) = ranked.unzip();
        Ok(CellView { detail, gap, rank })
    })?
}

/// Content that could close the gap of a cell, the best first.
pub(super) fn candidates(context: Context<'_>, request: OfCell) -> Result<Vec<Candidate>> {
    let At { persona_id, stage_id } = request.cell;
    context.coverage(request.as_of, |ledger| ledger.candidates(persona_id, stage_id, 20))
}

/// Placements about to be made.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Proposals {
    /// All of them together.
    pub proposals: Vec<Proposal>,
}

/// The covered cells that placements would turn thin.
pub(super) fn thinned(context: Context<'_>, request: Proposals) -> Result<Vec<Thinned>> {
    context.coverage(None, |ledger| ledger.thinned_by(&request.proposals))
}

/// An asset on its own page.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssetPage {
    /// The asset.
    pub asset: Asset,
    /// Where it stands.
    pub summary: crate::coverage::AssetSummary,
    /// Its placements, each with its deal check.
    pub placements: Vec<PlacementOnPage>,
    /// The needs it answers.
    pub needs: Vec<crate::model::Need>,
    /// Who has read its takeaways as they are now.
    pub read_by: Vec<MemberId>,
}

/// A placement on the page of its asset.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlacementOnPage {
    /// The placement.
    pub placement: Placement,
    /// The persona's name.
    pub persona: String,
    /// The stage's name.
    pub stage: String,
    /// The journey's name.
    pub journey: String,
    /// Its deal check.
    pub check: crate::check::DealCheck,
}

/// Which asset.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfAsset {
    /// Its id.
    pub id: AssetId,
}

/// An asset on its own page.
pub(super) fn asset_page(context: Context<'_>, request: OfAsset) -> Result<AssetPage> {
    let view = context.view()?;
    let asset = view.assets.need(request.id)?;
    let summary = crate::coverage::asset_summary(&view, asset, context.today()?);
    let placements = view.index.placements_of(request.id).filter_map(|id| view.placements.get(id));
    let page = |placement: &std::sync::Arc<Placement>| -> Result<PlacementOnPage> {
        let stage = view.stages.need(placement.stage_id)?;
        Ok(PlacementOnPage {
            persona: view.personas.need(placement.persona_id)?.name.clone(),
            stage: stage.name.clone(),
            journey: view.journeys.need(stage.journey_id)?.name.clone(),
            check: crate::check::deal_check(&view, placement.id),
            placement: Placement::clone(placement),
        })
    };
    let answered = |need: &&std::sync::Arc<_>| {
        let need: &crate::model::Need = need;
        need.answer_ids.contains(&request.id)
    };
    Ok(AssetPage {
        asset: Asset::clone(asset),
        summary,
        placements: placements.map(page).collect::<Result<_>>()?,
        needs: view.needs.iter().filter(answered).map(|need| (**need).clone()).collect(),
        read_by: view.readers(asset),
    })
}

impl Context<'_> {
    /// The journey named, or the first one.
    pub(super) fn journey(&self, journey: Option<JourneyId>) -> Result<JourneyId> {
        let first = || self.view().map(|view| view.journeys.in_order().first().map(|one| one.id));
        match journey {
            Some(journey) => Ok(journey),
            None => first()?.ok_or(Error::NotFound(EntityKind::Journey)),
        }
    }
}
