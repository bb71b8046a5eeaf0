//! Cells whose state changed.

use crate::coverage::{Ledger, State, by_what_counts};
use crate::id::{PersonaId, StageId};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

use super::Few;

/// A cell whose state changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellTurn {
    /// Whose.
    pub persona_id: PersonaId,
    /// Where.
    pub stage_id: StageId,
    /// Its state before.
    pub before: State,
    /// Its state now.
    pub after: State,
}

/// The cells whose state changed, those first that count most: by decision weight × the credit
/// gained or lost, then by decision weight, then in the order of personas and stages.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CellTurns {
    /// The cells.
    #[serde(flatten)]
    pub cells: Few<CellTurn>,
    /// How many of them add more to the score than before.
    pub better: usize,
    /// How many add less.
    pub worse: usize,
}

impl CellTurn {
    /// Twice the credit gained, in whole halves: -2 … 2.
    fn gain(self) -> i8 {
        self.after.gain_since(self.before)
    }
}

impl CellTurns {
    /// Cells of both states of the plan whose state is not the same. A cell that came or went with
    /// its persona or stage is none of them.
    pub(super) fn between(then: &Ledger, now: &Ledger) -> Self {
        let before: HashMap<_, _> =
            then.cells().map(|cell| ((cell.persona_id, cell.stage_id), cell.state)).collect();
        let turn = |(persona_id, stage_id, after): (PersonaId, StageId, State)| {
            let before = *before.get(&(persona_id, stage_id))?;
            (before != after).then_some(CellTurn { persona_id, stage_id, before, after })
        };
        let cells = now.cells().map(|cell| (cell.persona_id, cell.stage_id, cell.state));
        let mut turns: Vec<CellTurn> = cells.filter_map(turn).collect();
        let personas = &now.architecture().personas;
        let weight = |turn: &CellTurn| personas.get(turn.persona_id).map_or(0, |one| one.weight);
        turns.sort_by_key(|turn| by_what_counts(weight(turn), turn.gain()));
        Self {
            better: turns.iter().filter(|turn| turn.gain() > 0).count(),
            worse: turns.iter().filter(|turn| turn.gain() < 0).count(),
            cells: turns.into_iter().collect(),
        }
    }
}
