//! Cells whose state turned between two snapshots, for people to read.

use super::figures::{CellFigures, Figures};
use super::turns::{Cause, CellCauses};
use crate::coverage::{State, by_what_counts};
use crate::id::{PersonaId, StageId};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

/// A cell whose state turned.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TurnedCell {
    /// Whose.
    pub persona_id: PersonaId,
    /// The persona's name.
    pub persona: String,
    /// Where.
    pub stage_id: StageId,
    /// The stage's name.
    pub stage: String,
    /// Its state before.
    pub before: State,
    /// Its state after.
    pub after: State,
    /// Twice the credit gained, in whole halves: -2 … 2.
    pub gain: i8,
    /// What turned it, in order; empty where the history does not tell.
    pub causes: Vec<Cause>,
}

/// The cells of both snapshots whose state is not the same, those first that count most: by decision
/// weight × the credit gained or lost, then by weight. A cell that came or went with its persona or
/// stage is none of them.
pub fn turned_cells(older: &Figures, newer: &Figures, causes: &[CellCauses]) -> Vec<TurnedCell> {
    let key = |cell: &CellFigures| (cell.persona_id, cell.stage_id);
    let before: HashMap<_, _> = older.cells.iter().map(|cell| (key(cell), cell.state)).collect();
    let personas: HashMap<_, _> = newer.personas.iter().map(|one| (one.id, one)).collect();
    let stages: HashMap<_, _> = newer.stages.iter().map(|one| (one.id, one)).collect();
    let causes: HashMap<_, _> =
        causes.iter().map(|one| ((one.persona_id, one.stage_id), &one.causes)).collect();
    let turned = |cell: &CellFigures| {
        let before = *before.get(&key(cell))?;
        (before != cell.state).then(|| TurnedCell {
            persona_id: cell.persona_id,
            persona: personas.get(&cell.persona_id).map(|one| one.name.clone()).unwrap_or_default(),
            stage_id: cell.stage_id,
            stage: stages.get(&cell.stage_id).map(|one| one.name.clone()).unwrap_or_default(),
            before,
            after: cell.state,
            gain: cell.state.gain_since(before),
            causes: causes.get(&key(cell)).map(|causes| (*causes).clone()).unwrap_or_default(),
        })
    };
    let mut all: Vec<TurnedCell> = newer.cells.iter().filter_map(turned).collect();
    all.sort_by_key(|cell| {
        let weight = personas.get(&cell.persona_id).map_or(0, |one| one.weight);
        let place = stages.get(&cell.stage_id).map_or(0, |one| one.position);
        (by_what_counts(weight, cell.gain), place)
    });
    all
}
