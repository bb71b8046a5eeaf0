//! Placements on which marketing and sales differ.

use crate::check::{DealCheck, deal_check};
use crate::coverage::Ledger;
use crate::id::{AssetId, PersonaId, PlacementId, StageId};
use crate::model::{Architecture, Placement};
use serde::Serialize;
use std::cmp::Reverse;
use ts_rs::TS;

/// A placement on which marketing and sales differ.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Disagreement {
    /// The placement.
    pub placement_id: PlacementId,
    /// What is placed.
    pub asset_id: AssetId,
    /// Its title.
    pub title: String,
    /// For whom.
    pub persona_id: PersonaId,
    /// Where.
    pub stage_id: StageId,
    /// Both answers with their reasons.
    pub check: DealCheck,
}

/// Every disagreement on content in use, the weightiest persona first, then in the order of
/// stages and titles.
pub fn disagreements(ledger: &Ledger) -> Vec<Disagreement> {
    let plan = ledger.architecture();
    let placements = ledger.disagreements().filter_map(|id| plan.placements.get(id));
    let mut all: Vec<Disagreement> = placements.map(|one| disagreement(plan, one)).collect();
    in_order(plan, &mut all, |one| one);
    all
}

/// Puts what is told of placements in order: the weightiest persona first, then by stages and titles.
pub fn in_order<T>(plan: &Architecture, all: &mut [T], of: impl Fn(&T) -> &Disagreement) {
    all.sort_by_cached_key(|one| {
        let one = of(one);
        let weight = plan.personas.get(one.persona_id).map(|persona| persona.weight);
        let stage = plan.stages.get(one.stage_id).map(|stage| stage.position);
        (Reverse(weight), stage, one.title.clone())
    });
}

/// A placement with both answers.
pub fn disagreement(plan: &Architecture, placement: &Placement) -> Disagreement {
    let asset = plan.asset(placement.asset_id);
    Disagreement {
        placement_id: placement.id,
        asset_id: placement.asset_id,
        title: asset.map(|asset| asset.title.clone()).unwrap_or_default(),
        persona_id: placement.persona_id,
        stage_id: placement.stage_id,
        check: deal_check(plan, placement.id),
    }
}
