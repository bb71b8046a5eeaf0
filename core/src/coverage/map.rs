//! One journey as a grid of personas and stages.

use super::cell::{Cell, State};
use super::filter::Filter;
use super::finding::PhaseFinding;
use super::layout::{Column, Span};
use super::ledger::Ledger;
use super::row::Row;
use crate::id::{JourneyId, PersonaId, StageId};
use crate::model::{DecisionRole, Phase, Side, StageKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A coverage score with its two counts (METHOD.md).
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
    /// Whether a filter was set: then all of it is a recount of what passed.
    pub filtered: bool,
}

impl Ledger {
    /// The map of a journey, counted on what passes the filter; `None` where there is no such
    /// journey.
    pub fn map(&self, journey: JourneyId, filter: &Filter) -> Option<Map> {
        let section = self.layout.section(journey)?;
        let rows = self.rows(filter);
        let lines = || rows.iter().map(AsRef::as_ref);
        let row = |row: &Row| MapRow {
            id: row.persona.id,
            name: row.persona.name.clone(),
            role: row.persona.role,
            weight: row.persona.weight,
            score: Score::of_columns([row], &section.columns),
        };
        let span = |span: &Span| MapPhase {
            phase: span.phase,
            stage_ids: span.columns.iter().map(|at| self.layout.columns[*at].stage.id).collect(),
            score: of_span(lines(), span),
        };
        let cells = lines().flat_map(|row| &row.cells[section.columns.clone()]);
        let phase_cells = lines().flat_map(|row| &row.phases[section.spans.clone()]);
        Some(Map {
            journey_id: journey,
            as_of: self.as_of(),
            personas: lines().map(row).collect(),
            stages: section
                .columns
                .clone()
                .map(|at| {
                    column(&self.layout.columns[at], Score::of_columns(lines(), &(at..at + 1)))
                })
                .collect(),
            cells: cells.cloned().collect(),
            phases: self.layout.spans[section.spans.clone()].iter().map(span).collect(),
            phase_cells: phase_cells.cloned().collect(),
            score: Score::of_columns(lines(), &section.columns),
            workspace: Score::of_columns(lines(), &(0..self.layout.columns.len())),
            filtered: !filter.is_empty(),
        })
    }
}

fn column(column: &Column, score: Score) -> MapColumn {
    let stage = &column.stage;
    MapColumn {
        id: stage.id,
        name: stage.name.clone(),
        phase: stage.phase,
        owner: stage.owner,
        kind: stage.kind,
        handoff: stage.handoff,
        exit_criterion: stage.exit_criterion.clone(),
        score,
    }
}

fn of_span<'a>(rows: impl Iterator<Item = &'a Row>, span: &Span) -> Score {
    let cells = |row: &'a Row| {
        span.columns.iter().map(|at| (row.persona.weight, &row.cells[*at])).collect::<Vec<_>>()
    };
    Score::over(rows.flat_map(cells))
}
