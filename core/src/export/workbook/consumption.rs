//! The content consumption gap by segments, as a table of its own.

use super::sheet::{Sheet, Value};
use super::{table, titled};
use crate::consumption::{Consumption, Quantile};
use crate::export::words::capital;
use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::io::{self, Write};

/// What the table holds.
#[derive(Debug)]
pub struct GapTable<'a> {
    /// The day on which it is written.
    pub day: NaiveDate,
    /// What segments are told apart by.
    pub by: Vec<&'a str>,
    /// What each segment has of each, and its figures.
    pub rows: Vec<(Vec<String>, &'a Consumption)>,
}

/// The figures of each segment.
const COLUMNS: [(&str, u16); 9] = [
    ("Requests", 10),
    ("Opened", 10),
    ("Opened share (%)", 12),
    ("Within 24 h (%)", 12),
    ("Mean gap (h)", 12),
    ("Median gap (h)", 12),
    ("90th percentile (h)", 14),
    ("Recommended wait (h)", 14),
    ("Note", 12),
];

/// Writes it as CSV.
pub fn gap_table(table: &GapTable<'_>, out: &mut dyn Write) -> io::Result<()> {
    table::written(&sheet(table), out)
}

/// Writes it as a workbook.
pub fn gap_workbook(table: &GapTable<'_>, out: &mut dyn Write) -> io::Result<()> {
    let built = || -> Result<Workbook, XlsxError> {
        let mut book = titled("Consumption gap", table.day);
        sheet(table).write(book.add_worksheet())?;
        Ok(book)
    };
    let bytes = built().and_then(|mut book| book.save_to_buffer());
    out.write_all(&bytes.map_err(io::Error::other)?)
}

fn sheet(table: &GapTable<'_>) -> Sheet {
    let mut sheet = Sheet::new("Consumption gap", &COLUMNS);
    let names = table.by.iter().map(|by| (capital(by), 28));
    sheet.columns.splice(0..0, names);
    sheet.frozen = u16::try_from(table.by.len()).unwrap_or_default();
    let row = |(segment, figures): &(Vec<String>, &Consumption)| {
        segment.iter().map(Value::text).chain(values(figures)).collect()
    };
    sheet.rows = table.rows.iter().map(row).collect();
    sheet
}

fn values(figures: &Consumption) -> [Value; 9] {
    let count = |rows: usize| Value::Count(u32::try_from(rows).unwrap_or(u32::MAX));
    let percent = |share: Option<f64>| or_no_data(share.map(|share| share * 100.0));
    [
        count(figures.n),
        count(figures.opened),
        percent(figures.opened_share),
        percent(figures.within_24h),
        or_no_data(figures.mean_hours),
        quantile(figures.median_hours),
        quantile(figures.p90_hours),
        or_no_data(figures.recommended_wait_hours.map(f64::from)),
        if figures.too_few { Value::text("too few") } else { Value::Empty },
    ]
}

fn quantile(quantile: Quantile) -> Value {
    match quantile {
        Quantile::NoData => Value::text("no data"),
        Quantile::Reached { hours } => or_no_data(Some(hours)),
        Quantile::NotReached => Value::text("not reached"),
    }
}

/// To two decimals.
fn or_no_data(number: Option<f64>) -> Value {
    let round = |number: f64| Value::Number((number * 100.0).round() / 100.0);
    number.map_or_else(|| Value::text("no data"), round)
}
