//! One record with quotation marks, as RFC 4180 has it.

use memchr::{memchr, memchr2};

/// The place of a cell within its record, without its quotation marks.
pub(super) struct Cell {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether quotation marks in it are doubled.
    pub(super) doubled: bool,
}

/// One record: its cells, and how many bytes it took.
pub(super) struct Record {
    pub(super) cells: Vec<Cell>,
    pub(super) taken: usize,
}

/// What reading a record came to.
pub(super) enum Outcome {
    /// It is whole.
    Read(Record),
    /// The rest of it is still to come.
    More,
}

impl Record {
    /// Reads one record from the front.
    pub(super) fn read(text: &[u8], delimiter: u8, last: bool) -> Outcome {
        let mut cells = Vec::new();
        let mut at = 0;
        loop {
            let (cell, end) = if text.get(at) == Some(&b'"') {
                let Some(close) = closing(text, at + 1) else {
                    return if last {
                        Outcome::Read(Self { cells, taken: text.len() })
                    } else {
                        Outcome::More
                    };
                };
                let end = end_of_cell(text, close + 1, delimiter);
                let doubled = text[at + 1..close].contains(&b'"');
                (Cell { from: at + 1, to: close, doubled }, end)
            } else {
                let end = end_of_cell(text, at, delimiter);
                let to = if end > at && text.get(end) != Some(&delimiter) && text[end - 1] == b'\r'
                {
                    end - 1
                } else {
                    end
                };
                (Cell { from: at, to, doubled: false }, end)
            };
            cells.push(cell);
            match text.get(end) {
                Some(byte) if *byte == delimiter => at = end + 1,
                Some(_) => return Outcome::Read(Self { cells, taken: end + 1 }),
                None if last => return Outcome::Read(Self { cells, taken: end }),
                None => return Outcome::More,
            }
        }
    }
}

fn closing(text: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr(b'"', &text[at..])?;
        if text.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

fn end_of_cell(text: &[u8], from: usize, delimiter: u8) -> usize {
    memchr2(delimiter, b'\n', &text[from..]).map_or(text.len(), |at| from + at)
}
