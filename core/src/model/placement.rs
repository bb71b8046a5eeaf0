//! Placements (asset × persona × stage) and the answers to their deal check.

use super::text::{check_length, tidy_text};
use super::word::words;
use super::{Entity, Fields, NextStep, Side, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{
    AssetId, EntityKind, ExclusionId, MemberId, PersonaId, PlacementId, StageId, TriggerId,
    VerdictId,
};
use crate::model::Millis;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An asset at a persona and a stage. The pair is the record: an asset that serves two personas at
/// two stages has as many placements as it was given, never the product of two tag lists.
pub type Placement = Entity<PlacementFields>;
/// One answer to a deal check.
pub type Verdict = Entity<VerdictFields>;
/// A cell set not applicable.
pub type Exclusion = Entity<ExclusionFields>;

/// The facts of a placement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlacementFields {
    /// The asset placed.
    pub asset_id: AssetId,
    /// For whom.
    pub persona_id: PersonaId,
    /// At which stage.
    pub stage_id: StageId,
    /// The triggers it answers.
    #[serde(default)]
    pub trigger_ids: Vec<TriggerId>,
    /// Overrides the asset's step that maintains the relationship.
    #[serde(default)]
    pub maintain: Option<NextStep>,
    /// Overrides the asset's step that deepens it.
    #[serde(default)]
    pub deepen: Option<NextStep>,
}

impl PlacementFields {
    /// An asset at a cell, answering no trigger yet.
    pub fn at(asset_id: AssetId, persona_id: PersonaId, stage_id: StageId) -> Self {
        Self {
            asset_id,
            persona_id,
            stage_id,
            trigger_ids: Vec::new(),
            maintain: None,
            deepen: None,
        }
    }
}

impl Fields for PlacementFields {
    type Id = PlacementId;
    const KIND: EntityKind = EntityKind::Placement;

    fn tidy(&mut self) {
        self.trigger_ids.sort_unstable();
        self.trigger_ids.dedup();
        self.maintain.iter_mut().chain(&mut self.deepen).for_each(NextStep::tidy);
    }

    fn check(&self) -> Result<()> {
        self.maintain.iter().try_for_each(|step| step.check("maintain"))?;
        self.deepen.iter().try_for_each(|step| step.check("deepen"))
    }

    fn title(&self) -> String {
        String::new()
    }
}

words! {
    /// Does this help sales move the deal from this stage to the next?
    Answer {
        /// It does.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// It does not.
        No = "no",
        /// Cannot say yet: kept, asked again, never overrides.
        Unsure = "unsure",
    }
}

/// One answer, kept for good: a later one does not overwrite it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerdictFields {
    /// The placement asked about.
    pub placement_id: PlacementId,
    /// Whose answer it is.
    pub member_id: MemberId,
    /// Who entered it; differs from `member_id` when entered for another ("MR for A. Kim").
    pub entered_by: MemberId,
    /// The side the member spoke for when answering.
    pub side: Side,
    /// The answer.
    pub answer: Answer,
    /// Why.
    pub reason: String,
    /// When.
    pub answered_at: Millis,
}

impl Fields for VerdictFields {
    type Id = VerdictId;
    const KIND: EntityKind = EntityKind::Verdict;

    fn tidy(&mut self) {
        tidy_text(&mut self.reason);
    }

    fn check(&self) -> Result<()> {
        check_length("reason", "The reason", &self.reason, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        use super::Word;
        self.answer.as_word().to_owned()
    }
}

/// Why a persona × stage cell needs no content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExclusionFields {
    /// The persona of the cell.
    pub persona_id: PersonaId,
    /// The stage of the cell.
    pub stage_id: StageId,
    /// Why nothing is needed there.
    pub reason: String,
}

impl Fields for ExclusionFields {
    type Id = ExclusionId;
    const KIND: EntityKind = EntityKind::Exclusion;

    fn tidy(&mut self) {
        tidy_text(&mut self.reason);
    }

    fn check(&self) -> Result<()> {
        super::text::check_line("reason", "The reason", &self.reason)
    }

    fn title(&self) -> String {
        self.reason.clone()
    }
}
