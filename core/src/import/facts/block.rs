//! Some rows of a table while they are read.

use super::super::sheet::{Rejection, Row, is_blank, is_plain};

/// Some rows of a table: their cells as places in a text.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The text that cells are places in.
    pub(super) text: String,
    /// The line of each row.
    pub(super) lines: Vec<u32>,
    /// Places of the wanted cells, row by row.
    pub(super) cells: Vec<(u32, u32)>,
    /// How many cells a row has.
    pub(super) wanted: usize,
    /// Rows that cannot be read.
    pub(super) rejected: Vec<Rejection>,
    /// Lines in which a character could not be read and was replaced.
    pub(super) replaced: Vec<u32>,
    /// How many bytes of the file are behind.
    pub(super) read: u64,
}

impl Block {
    /// Rows that were read already.
    pub(super) fn of_rows(rows: &[Row], wanted: &[usize]) -> Self {
        let mut block = Self { wanted: wanted.len(), ..Self::default() };
        for row in rows {
            let first = block.cells.len();
            for column in wanted {
                let from = block.text.len();
                block.text.push_str(row.cell(*column));
                block.cells.push(place(from, block.text.len()));
            }
            if block.cells[first..].iter().any(|(from, to)| from != to) {
                block.lines.push(row.line);
            } else {
                block.cells.truncate(first);
            }
        }
        block
    }

    /// Trims all cells, and empties those that say nothing.
    pub(super) fn tidy(&mut self) {
        let Self { text, cells, .. } = self;
        for (from, to) in cells {
            let raw = &text[*from as usize..*to as usize];
            if is_plain(raw) {
                continue;
            }
            let said = raw.trim();
            if is_blank(said) {
                *to = *from;
            } else if said.len() < raw.len() {
                let start = *from as usize + (raw.len() - raw.trim_start().len());
                (*from, *to) = place(start, start + said.len());
            }
        }
    }

    /// Empties a wanted cell of a row.
    pub(super) fn blank(&mut self, row: usize, wanted: usize) {
        self.cells[row * self.wanted + wanted] = (0, 0);
    }

    /// Turns a wanted cell of a row into lower case.
    pub(super) fn lower(&mut self, row: usize, wanted: usize) {
        let cell = &mut self.cells[row * self.wanted + wanted];
        let (from, to) = (cell.0 as usize, cell.1 as usize);
        if self.text[from..to].is_ascii() {
            if let Some(text) = self.text.get_mut(from..to) {
                text.make_ascii_lowercase();
            }
        } else {
            let (text, from) = (self.text[from..to].to_lowercase(), self.text.len());
            self.text.push_str(&text);
            *cell = place(from, self.text.len());
        }
    }

    /// A wanted cell of a row, as it stands there.
    pub(super) fn cell(&self, row: usize, wanted: usize) -> &str {
        let (from, to) = self.cells[row * self.wanted + wanted];
        &self.text[from as usize..to as usize]
    }
}

/// A piece of a text.
pub(super) fn place(from: usize, to: usize) -> (u32, u32) {
    (u32::try_from(from).unwrap_or(u32::MAX), u32::try_from(to).unwrap_or(u32::MAX))
}
