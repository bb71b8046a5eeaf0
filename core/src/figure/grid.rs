//! The map of a journey as a picture.

use super::{Figure, Picture};
use crate::coverage::State;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Rows and columns of cells, with scores in the margins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Grid {
    /// What rows are.
    pub corner: String,
    /// The columns.
    pub columns: Vec<GridColumn>,
    /// The rows, each with a cell for each column.
    pub rows: Vec<GridRow>,
    /// The score of the whole, from 0 to 100; `None` = no score.
    pub total: Option<f64>,
    /// Whether the scores of the columns are shown below.
    pub has_foot: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct GridColumn {
    /// The head over neighbouring columns.
    pub group: String,
    /// Its name.
    pub name: String,
    /// What is said of it, or empty.
    pub mark: String,
    /// Its score, from 0 to 100.
    pub score: Option<f64>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct GridRow {
    /// Its name.
    pub name: String,
    /// What is said beneath it.
    pub note: String,
    /// Its cells.
    pub cells: Vec<GridCell>,
    /// Its score, from 0 to 100.
    pub score: Option<f64>,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridCell {
    /// Its state.
    pub state: State,
    /// What is counted in it.
    pub count: u32,
    /// Its open must-needs.
    pub open_musts: u32,
}

impl Figure {
    /// A map in pieces of at most so many rows, for paper that ends; the last one has the scores of
    /// the columns. Any other picture is one piece.
    pub fn in_pieces(self, rows: usize) -> Vec<Self> {
        let Picture::Grid(grid) = &self.picture else { return vec![self] };
        let pieces: Vec<_> = grid.rows.chunks(rows.max(1)).collect();
        if pieces.len() < 2 {
            return vec![self];
        }
        let piece = |(at, rows): (usize, &&[GridRow])| Self {
            title: format!("{}, part {} of {}", self.title, at + 1, pieces.len()),
            summary: self.summary.clone(),
            picture: Picture::Grid(Grid {
                rows: rows.to_vec(),
                has_foot: at + 1 == pieces.len(),
                ..grid.clone()
            }),
        };
        pieces.iter().enumerate().map(piece).collect()
    }
}
