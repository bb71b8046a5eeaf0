//! Figures of a period as tables of their own.

use super::sheet::{Sheet, Value};
use super::{table, titled};
use crate::export::report::Report;
use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::io::{self, Write};

/// What the tables hold.
#[derive(Debug)]
pub struct KpiSheets {
    /// The day on which they are written.
    pub day: NaiveDate,
    /// What they are called together.
    pub title: String,
    /// The tables; the first tells every figure.
    pub sheets: Vec<KpiSheet>,
}

/// One table.
#[derive(Clone, Debug)]
pub struct KpiSheet {
    /// Its name.
    pub name: String,
    /// Its columns, each with its width in characters.
    pub head: Vec<(String, u16)>,
    /// Its rows, as wide as that.
    pub rows: Vec<Vec<KpiCell>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum KpiCell {
    /// Words.
    Text(String),
    /// A number, rounded to so many digits; `None` = no data, which is not 0.
    Number(Option<f64>, u8),
    /// How many.
    Count(u32),
    /// A day.
    Day(NaiveDate),
}

/// Writes every figure as CSV.
pub fn kpi_table(told: &KpiSheets, out: &mut dyn Write) -> io::Result<()> {
    told.sheets.first().map_or(Ok(()), |first| table::written(&sheet(first), out))
}

/// Writes all of it as a workbook.
pub fn kpi_workbook(told: &KpiSheets, out: &mut dyn Write) -> io::Result<()> {
    let built = || -> Result<Workbook, XlsxError> {
        let mut book = titled(&told.title, told.day);
        for one in &told.sheets {
            sheet(one).write(book.add_worksheet())?;
        }
        Ok(book)
    };
    let bytes = built().and_then(|mut book| book.save_to_buffer());
    out.write_all(&bytes.map_err(io::Error::other)?)
}

fn sheet(told: &KpiSheet) -> Sheet {
    let columns: Vec<(&str, u16)> =
        told.head.iter().map(|(name, width)| (name.as_str(), *width)).collect();
    let mut sheet = Sheet::new(told.name.clone(), &columns);
    sheet.rows = told.rows.iter().map(|row| row.iter().map(value).collect()).collect();
    sheet
}

/// The figures that matter most, of a report.
pub(super) fn leading(report: &Report) -> Option<Sheet> {
    let figures = &report.demand.as_ref()?.sheet;
    Some(Sheet { name: "KPIs".to_owned(), frozen: 2, ..sheet(figures) })
}

fn value(cell: &KpiCell) -> Value {
    match cell {
        KpiCell::Text(text) => Value::text(text.clone()),
        KpiCell::Number(None, _) => Value::text("no data"),
        KpiCell::Number(Some(number), digits) => {
            let scale = 10_f64.powi(i32::from(*digits));
            Value::Number((number * scale).round() / scale)
        }
        KpiCell::Count(count) => Value::Count(*count),
        KpiCell::Day(day) => Value::Day(*day),
    }
}
