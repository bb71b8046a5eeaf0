//! What the process that reads a workbook says: a head, then a line a row, then the end. Rows come
//! one by one, so that neither side ever holds the whole text, and nothing is taken as given: not
//! the order, not the counts, not the lengths.

use super::super::sheet::{
    CELL_LIMIT, COLUMN_LIMIT, Column, Origin, REJECTION_LIMIT, Rejection, Row, Sheet, SourceKind,
};
use super::died;
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Changes with every change of [`Line`].
const FORMAT: u32 = 1;
/// The longest line: a row of 4 MiB in which every sign is written as six.
const LINE_LIMIT: u64 = 32 << 20;
/// The longest answer.
const ANSWER_LIMIT: u64 = 512 << 20;
/// The most sheets that can be chosen from; the reader takes no more files in a workbook.
const SHEET_LIMIT: usize = 1_000;
/// The longest words about something, in bytes.
const WORDS_LIMIT: usize = 4_096;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum Line {
    Head(Head),
    Row(u32, Vec<String>),
    Rejected(u32, String),
    End,
    /// Instead of all else: why there is no sheet, and whether it is the name of the sheet.
    Refused(String, bool),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Head {
    format: u32,
    sheets: Vec<String>,
    sheet: Option<String>,
    header_line: u32,
    columns: Vec<String>,
    notes: Vec<String>,
    rows: usize,
}

/// How many rows have come, of how many.
#[derive(Debug, Default)]
pub(super) struct Far {
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Far {
    pub(super) fn read(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}

/// Writes a sheet, or why there is none.
pub(super) fn tell(read: Result<Sheet>, output: impl Write) -> std::io::Result<()> {
    let mut output = BufWriter::new(output);
    let mut say = |line: &Line| {
        serde_json::to_writer(&mut output, line)?;
        output.write_all(b"\n")
    };
    match read {
        Err(fault) => {
            let names_sheet = matches!(fault, Error::Invalid { .. });
            say(&Line::Refused(cut(fault.to_string()), names_sheet))?;
        }
        Ok(sheet) => {
            say(&Line::Head(Head {
                format: FORMAT,
                sheets: sheet.origin.sheets,
                sheet: sheet.origin.sheet,
                header_line: sheet.header_line,
                columns: sheet.columns.into_iter().map(|column| column.name).collect(),
                notes: sheet.notes,
                rows: sheet.rows.len(),
            }))?;
            for row in sheet.rows {
                say(&Line::Row(row.line, row.cells))?;
            }
            for one in sheet.rejected {
                say(&Line::Rejected(one.line, one.reason))?;
            }
            say(&Line::End)?;
        }
    }
    output.flush()
}

/// Takes in what is said, as far as it is a sheet that could have been read here.
pub(super) fn gather(output: impl Read, far: &Far) -> Result<Sheet> {
    let mut lines = Lines { input: BufReader::new(output.take(ANSWER_LIMIT)), line: Vec::new() };
    let head = match lines.next()? {
        Line::Head(head) => head,
        Line::Refused(why, false) => return Err(Error::Unreadable(cut(why))),
        Line::Refused(why, true) => return Err(Error::invalid_field("sheet", cut(why))),
        _ => return Err(died()),
    };
    if !head.is_sound() {
        return Err(died());
    }
    far.total.store(head.rows, Ordering::Relaxed);
    let (mut rows, mut rejected, mut cells) = (Vec::new(), Vec::new(), 0);
    loop {
        match lines.next()? {
            Line::Row(line, said) if said.len() <= head.columns.len() && rejected.is_empty() => {
                cells += said.len();
                rows.push(Row { line, file: None, cells: said });
                far.done.store(rows.len(), Ordering::Relaxed);
            }
            Line::Rejected(line, reason) => rejected.push(Rejection::at(line, cut(reason))),
            Line::End if rows.len() == head.rows => return Ok(head.sheet_of(rows, rejected)),
            _ => return Err(died()),
        }
        if cells > CELL_LIMIT || rows.len() > head.rows || rejected.len() > REJECTION_LIMIT {
            return Err(died());
        }
    }
}

impl Head {
    fn is_sound(&self) -> bool {
        let mut words = self.sheets.iter().chain(&self.sheet).chain(&self.notes);
        self.format == FORMAT
            && self.columns.len() <= COLUMN_LIMIT
            && self.sheets.len() <= SHEET_LIMIT
            && self.notes.len() <= SHEET_LIMIT
            && words.all(|words| words.len() <= WORDS_LIMIT)
    }

    fn sheet_of(self, rows: Vec<Row>, rejected: Vec<Rejection>) -> Sheet {
        let mut origin = Origin::of(SourceKind::Workbook);
        origin.sheets = self.sheets;
        origin.sheet = self.sheet;
        let columns = self.columns.into_iter().map(|name| Column { name, computed: false });
        let mut sheet = Sheet::known(origin, columns.collect(), rows);
        sheet.header_line = self.header_line;
        sheet.rejected = rejected;
        sheet.notes = self.notes;
        sheet
    }
}

struct Lines<R> {
    input: BufReader<R>,
    line: Vec<u8>,
}

impl<R: Read> Lines<R> {
    fn next(&mut self) -> Result<Line> {
        self.line.clear();
        let mut input = (&mut self.input).take(LINE_LIMIT);
        input.read_until(b'\n', &mut self.line).map_err(|_| died())?;
        if self.line.last() != Some(&b'\n') {
            return Err(died());
        }
        serde_json::from_slice(&self.line).map_err(|_| died())
    }
}

fn cut(mut words: String) -> String {
    words.truncate(words.floor_char_boundary(WORDS_LIMIT));
    words
}
