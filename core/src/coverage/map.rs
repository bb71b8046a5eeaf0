//! One journey as a grid of personas and stages.

use super::{Cell, PhaseFinding, State};
use crate::id::{JourneyId, PersonaId, StageId};
use crate::model::{DecisionRole, Phase, Side, StageKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A coverage score with its two counts (product.md section 3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Score {
    /// Σ weight × credit ÷ Σ weight over applicable cells, 0–1; `None` = no score.
    pub value: Option<f64>,
    /// Cells covered.
    pub covered: u32,
    /// Applicable cells.
    pub applicable: u32,
    /// Applicable cells with nothing live.
    pub nothing_live: u32,
}

/// A persona's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MapRow {
    /// The persona.
    pub id: PersonaId,
    /// Its name.
    pub name: String,
    /// Its part in the decision.
    pub role: DecisionRole,
    /// Decision weight, 1–5.
    pub weight: u8,
    /// The score of the row.
    pub score: Score,
}

/// A stage's column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MapColumn {
    /// The stage.
    pub id: StageId,
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: Phase,
    /// Who owns it.
    pub owner: Side,
    /// Whether leads or deals pass it.
    pub kind: StageKind,
    /// Entry to it is the handoff.
    pub handoff: bool,
    /// What is true when a deal may leave it.
    pub exit_criterion: String,
    /// The score of the column.
    pub score: Score,
}

/// A phase's column, zoomed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MapPhase {
    /// The phase.
    pub phase: Phase,
    /// Its stages, in order.
    pub stage_ids: Vec<StageId>,
    /// The score of its cells.
    pub score: Score,
}

/// A persona in a phase, zoomed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhaseCell {
    /// Whose.
    pub persona_id: PersonaId,
    /// Which phase.
    pub phase: Phase,
    /// The mean credit of its applicable cells, 0–1; `None` = none applies.
    pub credit: Option<f64>,
    /// The states of its stages, in order.
    pub states: Vec<State>,
    /// Live placements in its applicable cells.
    pub live: u32,
    /// What is to be seen to.
    pub findings: Vec<PhaseFinding>,
}

/// One journey as of a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Map {
    /// The journey.
    pub journey_id: JourneyId,
    /// The date.
    pub as_of: NaiveDate,
    /// Rows: personas in their order.
    pub personas: Vec<MapRow>,
    /// Columns: stages in their order.
    pub stages: Vec<MapColumn>,
    /// Row by row: the cell of row r and column c is at `r * stages.length + c`.
    pub cells: Vec<Cell>,
    /// Columns, zoomed out: phases in the order of their first stages.
    pub phases: Vec<MapPhase>,
    /// Row by row, zoomed out: `r * phases.length + p`.
    pub phase_cells: Vec<PhaseCell>,
    /// The score of the journey.
    pub score: Score,
    /// The score over all journeys.
    pub workspace: Score,
    /// Whether a filter left something out: then all of it is a recount of what passed.
    pub filtered: bool,
}
