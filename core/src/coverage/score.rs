//! Coverage scores.

use super::cell::{Cell, State};
use super::map::Score;
use super::row::Row;
use std::ops::Range;

impl Score {
    /// The score over cells with the decision weights of their personas.
    pub(super) fn over<'a>(cells: impl IntoIterator<Item = (u8, &'a Cell)>) -> Self {
        let mut score = Self::default();
        let (mut credit, mut weights) = (0.0, 0.0);
        for (weight, cell) in cells.into_iter().filter(|(_, cell)| cell.state.is_applicable()) {
            credit += f64::from(weight) * cell.credit;
            weights += f64::from(weight);
            score.applicable += 1;
            score.covered += u32::from(cell.state == State::Covered);
            score.nothing_live += u32::from(cell.state.is_nothing_live());
        }
        score.value = (weights > 0.0).then(|| credit / weights);
        score
    }

    /// The score over some columns of rows.
    pub(super) fn of_columns<'a>(
        rows: impl IntoIterator<Item = &'a Row>,
        columns: &Range<usize>,
    ) -> Self {
        let cells =
            |row: &'a Row| row.cells[columns.clone()].iter().map(|cell| (row.persona.weight, cell));
        Self::over(rows.into_iter().flat_map(cells))
    }
}
