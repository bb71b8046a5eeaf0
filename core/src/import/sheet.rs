//! What every source becomes: a header and rows of text, each with the line it came from.

use super::layout::{self, Laid};
use crate::error::Error;
use crate::file::disarm;
use crate::model::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// The most columns a file may have.
pub(super) const COLUMN_LIMIT: usize = 1_024;

/// The most cells a file may have: more would not fit into memory.
pub(super) const CELL_LIMIT: usize = 12_000_000;

/// The most rows of a file that may be unreadable: more of them, and it is another kind of file.
pub(super) const REJECTION_LIMIT: usize = 10_000;

/// The error that names the first of them.
pub(super) fn too_broken(rejected: &[Rejection]) -> Error {
    let first = rejected.first().map_or("", |one| one.reason.as_str());
    let line = rejected.first().map_or(0, |one| one.line);
    Error::Unreadable(format!(
        "This file is damaged, or not a table: {} of its rows and more cannot be read. The first is \
         at line {line}: {first}",
        rejected.len()
    ))
}

/// The error that says so.
pub(super) fn too_large() -> Error {
    Error::Unreadable("This file holds more cells than can be read. Split it.".to_owned())
}

/// The shape of data a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SourceKind {
    /// Text with a delimiter: CSV, TSV and their kin.
    Table,
    /// An Excel workbook.
    Workbook,
    /// A `sitemap.xml`.
    Sitemap,
    /// Markdown files with front matter.
    Markdown,
}

/// What was found out about a source before its rows were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// The shape of its data.
    pub kind: SourceKind,
    /// The character encoding it was read as, where it is text.
    pub encoding: Option<String>,
    /// What separates its cells: "comma", "tab", "semicolon" or "pipe".
    pub delimiter: Option<String>,
    /// The sheets of a workbook that can be chosen.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub sheet: Option<String>,
}

impl Origin {
    /// A source of that kind, with nothing else known.
    pub fn of(kind: SourceKind) -> Self {
        Self { kind, encoding: None, delimiter: None, sheets: Vec::new(), sheet: None }
    }
}

/// A row that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rejection {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The file, where the source is a folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub file: Option<String>,
    /// What could not be read, and what to do.
    pub reason: String,
}

impl Rejection {
    /// A line of the one file that is read.
    pub fn at(line: u32, reason: impl Into<String>) -> Self {
        Self { line, file: None, reason: reason.into() }
    }
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name: that of the header, told apart from its twins.
    pub name: String,
    /// Worked out by the reader (a folder, a first heading), not written by anybody: it fills what
    /// is blank and never replaces what is there.
    pub computed: bool,
}

/// One row of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The file, where the source is a folder.
    pub file: Option<String>,
    /// Its cells, in the order of the columns; those that are missing at its end are empty.
    pub cells: Vec<String>,
}

impl Row {
    /// What stands in a column, trimmed.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// A header and its rows.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Where it came from.
    pub origin: Origin,
    /// The line of the header; 0 where there is none.
    pub header_line: u32,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, none with more cells than there are columns.
    pub rows: Vec<Row>,
    /// Rows that could not be read.
    pub rejected: Vec<Rejection>,
    /// Lines in which a character could not be read and was replaced.
    pub replaced: Vec<u32>,
    /// What the reader wants known, in words.
    pub notes: Vec<String>,
    /// The lines above the header: the title of a report, the days it is about.
    pub above: Vec<String>,
}

impl Sheet {
    /// Finds header, rows and footers in raw rows.
    pub fn laid_out(origin: Origin, raw: Vec<Row>, mut rejected: Vec<Rejection>) -> Self {
        let laid = layout::lay_out(raw);
        let Laid { header_line, names, mut rows, rejected: ragged, notes, above } = laid;
        rejected.extend(ragged);
        rejected.sort_by_key(|one| one.line);
        rows.iter_mut().flat_map(|row| &mut row.cells).for_each(disarm);
        let damaged = names.iter().any(|name| is_damaged(name));
        let mut replaced = replaced(&rows);
        replaced.splice(..0, damaged.then_some(header_line));
        let columns = name_apart(names);
        Self { origin, header_line, columns, rows, rejected, replaced, notes, above }
    }

    /// A sheet whose columns are known, computed ones included.
    pub fn known(origin: Origin, columns: Vec<Column>, rows: Vec<Row>) -> Self {
        let (rejected, notes, replaced) = (Vec::new(), Vec::new(), replaced(&rows));
        let above = Vec::new();
        Self { origin, header_line: 0, columns, rows, rejected, replaced, notes, above }
    }

    /// The place of a column, by its name (folded).
    pub fn column(&self, name: &str) -> Option<usize> {
        let exact = self.columns.iter().position(|column| column.name == name);
        let name = fold(name.trim());
        exact.or_else(|| self.columns.iter().position(|column| fold(&column.name) == name))
    }

    /// What files with the same header have in common: the mapping is remembered by it.
    pub fn signature(&self) -> String {
        let mut names: Vec<_> = self
            .columns
            .iter()
            .filter(|column| !column.computed)
            .map(|column| fold(&column.name))
            .collect();
        if self.origin.kind == SourceKind::Markdown {
            names = vec!["markdown".to_owned()];
        }
        names.join("\u{1f}")
    }

    /// The cells of a column that say something.
    pub fn said(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.cell(column)).filter(|cell| !is_blank(cell))
    }
}

/// Whether a cell says that it says nothing.
pub(super) fn is_blank(cell: &str) -> bool {
    const NOTHING: &[&str] = &[
        "",
        "n/a",
        "#n/a",
        "na",
        "null",
        "nil",
        "none",
        "nan",
        "-",
        "--",
        "–",
        "—",
        "?",
        "tbd",
        "tba",
        "undefined",
        "(not set)",
        "(none)",
        "k. a.",
        "k.a.",
    ];
    let cell = cell.trim();
    // Most cells say something, and begin as none of these does.
    let opens = cell.bytes().next().is_none_or(opens_nothing);
    opens
        && cell.len() <= LONGEST_NOTHING
        && NOTHING.iter().any(|nothing| nothing.eq_ignore_ascii_case(cell))
}

/// How long a cell is at most that says that it says nothing.
const LONGEST_NOTHING: usize = 12;

/// Whether such a cell may begin with a byte.
fn opens_nothing(byte: u8) -> bool {
    !byte.is_ascii() || b"n#-?tuk(NTUK".contains(&byte)
}

/// Whether a cell certainly says something, with no space around it, as nearly all do: told by its
/// ends.
pub(super) fn is_plain(cell: &str) -> bool {
    let (Some(first), Some(last)) = (cell.bytes().next(), cell.bytes().next_back()) else {
        return false;
    };
    first.is_ascii_graphic()
        && last.is_ascii_graphic()
        && (cell.len() > LONGEST_NOTHING || !opens_nothing(first))
}

fn replaced(rows: &[Row]) -> Vec<u32> {
    let damaged = |row: &&Row| row.cells.iter().any(|cell| is_damaged(cell));
    rows.iter().filter(damaged).map(|row| row.line).collect()
}

/// Whether a letter of it could not be read.
fn is_damaged(cell: &str) -> bool {
    cell.contains('\u{fffd}')
}

/// Gives every column a name of its own: a second "Close Date" becomes "Close Date (2)".
fn name_apart(names: Vec<String>) -> Vec<Column> {
    let mut taken: HashMap<String, usize> = HashMap::new();
    let all: std::collections::HashSet<String> = names.iter().map(|name| fold(name)).collect();
    let mut columns = Vec::with_capacity(names.len());
    for (at, name) in names.into_iter().enumerate() {
        let name = if name.is_empty() { format!("Column {}", at + 1) } else { name };
        let seen = taken.entry(fold(&name)).or_default();
        *seen += 1;
        let mut apart = name.clone();
        while *seen > 1 {
            apart = format!("{name} ({seen})");
            if !all.contains(&fold(&apart)) {
                break;
            }
            *seen += 1;
        }
        columns.push(Column { name: apart, computed: false });
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_of_a_header_are_kept_apart() {
        let names = ["Close Date", "Close Date (2)", "close date", "", "Owner"];
        let columns = name_apart(names.map(str::to_owned).to_vec());
        let names: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["Close Date", "Close Date (2)", "close date (3)", "Column 4", "Owner"]);
    }

    #[test]
    fn placeholders_say_nothing() {
        for cell in ["", " n/a ", "NULL", "—", "tbd"] {
            assert!(is_blank(cell), "{cell}");
        }
        assert!(!is_blank("Nil by mouth"));
    }

    proptest::proptest! {
        #[test]
        fn what_is_plain_says_something_and_stands_alone(cell in "[ \u{a0}nNa/#?(-]{0,4}[a-z./) –]{0,12}") {
            if is_plain(&cell) {
                proptest::prop_assert!(!is_blank(&cell) && cell.trim() == cell, "{cell:?}");
            }
        }
    }
}
