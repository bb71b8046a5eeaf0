//! XLSX workbooks. A scan of the archive refuses what would make the reader run out of memory;
//! cells are streamed, formulas are their last values, dates are dates.
//!
//! [`read`] takes bytes and gives a sheet and knows nothing else, so that it can run in a process of
//! its own.

use super::amount;
use super::date::excel_day;
use super::sheet::{
    CELL_LIMIT, COLUMN_LIMIT, Origin, Rejection, Row, Sheet, SourceKind, too_large,
};
use crate::error::{Error, Result};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx};
use std::collections::HashSet;
use std::io::Cursor;

mod archive;

const LENGTH_LIMIT: usize = 1 << 20;
/// The most text in one row, as in a table of text.
const ROW_LIMIT: usize = 4 << 20;
/// The most text that the cells of one sheet may hold.
const TEXT_LIMIT: usize = 256 << 20;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads one sheet of a workbook: the one that is named, else the first visible one that holds a
/// table, else the first with any content.
pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet> {
    archive::scan(bytes)?;
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|fault| broken(&fault))?;
    let visible = book.sheets_metadata().iter().filter(|sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    });
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    let mut origin = Origin::of(SourceKind::Workbook);
    origin.sheets.clone_from(&names);
    if let Some(wanted) = wanted {
        if !names.iter().any(|name| name == wanted) {
            let message = format!("There is no sheet \"{wanted}\" in this workbook.");
            return Err(Error::invalid_field("sheet", message));
        }
        let (rows, rejected) = rows_of(&mut book, wanted)?;
        origin.sheet = Some(wanted.to_owned());
        return Ok(Sheet::laid_out(origin, rows, rejected));
    }
    let mut first = None;
    for name in &names {
        let (rows, rejected) = rows_of(&mut book, name)?;
        if rows.is_empty() && rejected.is_empty() {
            continue;
        }
        let origin = Origin { sheet: Some(name.clone()), ..origin.clone() };
        let sheet = Sheet::laid_out(origin, rows, rejected);
        // A cover page is text, not a table.
        if sheet.columns.len() > 1 && !sheet.rows.is_empty() {
            return Ok(sheet);
        }
        first.get_or_insert(sheet);
    }
    Ok(first.unwrap_or_else(|| Sheet::laid_out(origin, Vec::new(), Vec::new())))
}

fn broken(fault: &calamine::XlsxError) -> Error {
    Error::Unreadable(format!("This workbook cannot be read: {fault}."))
}

fn rows_of(book: &mut Book<'_>, name: &str) -> Result<(Vec<Row>, Vec<Rejection>)> {
    let epoch_1904 = book.has_1904_epoch();
    let mut cells = book.worksheet_cells_reader(name).map_err(|fault| broken(&fault))?;
    let currencies: Vec<_> = cells.styles().iter().map(currency_of).collect();
    let (mut rows, mut rejected): (Vec<Row>, Vec<Rejection>) = (Vec::new(), Vec::new());
    let (mut text, mut places) = (0, 0);
    while let Some((cell, style)) =
        cells.next_cell_with_style_id().map_err(|fault| broken(&fault))?
    {
        let (row, column) = cell.get_position();
        let (line, column) = (row + 1, usize::try_from(column).unwrap_or(usize::MAX));
        let currency = currencies.get(style).and_then(Option::as_deref);
        let said = said(cell.get_value(), epoch_1904, currency);
        if said.is_empty() {
            continue;
        }
        text += said.len();
        if let Some(reason) = too_much(column, &said) {
            if rejected.last().is_none_or(|last| last.line != line) {
                rejected.push(Rejection::at(line, reason));
            }
            continue;
        }
        if rows.last().is_none_or(|last| last.line != line) {
            rows.push(Row { line, ..Row::default() });
        }
        if let Some(last) = rows.last_mut() {
            if last.cells.len() <= column {
                places += column + 1 - last.cells.len();
                last.cells.resize(column + 1, String::new());
            }
            last.cells[column] = said;
        }
        if text > TEXT_LIMIT || places > CELL_LIMIT {
            return Err(too_large());
        }
    }
    Ok(without_lost(rows, rejected))
}

/// Takes out rows of which a cell was refused, and those that are too long as a whole.
fn without_lost(mut rows: Vec<Row>, mut rejected: Vec<Rejection>) -> (Vec<Row>, Vec<Rejection>) {
    let length = |row: &Row| row.cells.iter().map(String::len).sum::<usize>();
    for row in rows.iter().filter(|row| length(row) > ROW_LIMIT) {
        rejected.push(Rejection::at(row.line, "The row holds more than 4 MiB of text."));
    }
    let lost: HashSet<u32> = rejected.iter().map(|one| one.line).collect();
    rows.retain(|row| !lost.contains(&row.line));
    (rows, rejected)
}

fn too_much(column: usize, said: &str) -> Option<String> {
    if column >= COLUMN_LIMIT {
        return Some(format!("A cell lies beyond column {COLUMN_LIMIT}."));
    }
    (said.len() > LENGTH_LIMIT).then(|| "A cell holds more than 1 MiB of text.".to_owned())
}

/// What a cell says, as text.
fn said(value: &DataRef<'_>, epoch_1904: bool, currency: Option<&str>) -> String {
    match (value, currency) {
        (DataRef::Int(number), Some(currency)) => return format!("{number} {currency}"),
        (DataRef::Float(number), Some(currency)) => return format!("{number} {currency}"),
        _ => {}
    }
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) if moment.is_datetime() => day(moment.as_f64(), epoch_1904),
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// The currency that a number is shown in: a workbook keeps it in the cell's format alone.
fn currency_of(style: &Style) -> Option<String> {
    let code = &style.number_format.as_ref()?.format_code;
    let told = code.split("[$").nth(1).and_then(|rest| rest.split(['-', ']']).next());
    let quoted = || code.split('"').skip(1).step_by(2).find_map(amount::currency_of);
    told.and_then(amount::currency_of).or_else(quoted)
}

/// A date cell as an ISO date; days before 1954 stay the numbers they are.
fn day(serial: f64, epoch_1904: bool) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "whole days of a serial number")]
    let whole = serial.floor() as i64;
    // A serial of the 1904 system begins 1,462 days later.
    let days = if epoch_1904 { whole.saturating_add(1_462) } else { whole };
    excel_day(days).map_or_else(|| serial.to_string(), |day| day.to_string())
}

#[cfg(test)]
#[path = "workbook_tests.rs"]
mod tests;
