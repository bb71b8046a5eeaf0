//! Figures of a period as tables of their own.

use super::sheet::{Sheet, Value};
use super::{table, titled};
use crate::export::report::Report;
use crate::kpi::definition;
use crate::model::{KpiUnit, Money, Word};
use crate::snapshot::{DemandFigures, KpiTurn, turned_kpis};
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

const TURNED: [(&str, u16); 6] =
    [("Figure", 28), ("Unit", 10), ("Was", 18), ("Is", 18), ("Change", 18), ("For the better", 14)];

/// The figures that are not what they were, of a report that compares.
pub(super) fn turned(report: &Report) -> Option<Sheet> {
    let turned = report.turned.as_ref()?;
    let [before, after] = [&turned.before, &turned.after].map(|one| one.demand.as_ref());
    let row = |one: KpiTurn| {
        let unit = definition(one.id).unit;
        let value = |side: Option<&DemandFigures>| side.and_then(|side| side.of(one.id)?.value);
        let currency = after.map_or("", |side| side.currency.as_str());
        let currency_before = before.map_or(currency, |side| side.currency.as_str());
        let was = value(before).map(|was| in_unit(was, unit, currency_before));
        let is = value(after).map(|is| in_unit(is, unit, currency));
        let by = one.change.and_then(|_| Some(value(after)? - value(before)?));
        let by = by.map(|by| in_unit(by, unit, currency));
        vec![
            Value::text(one.name),
            Value::text(if unit == KpiUnit::Share { "%" } else { unit.as_word() }),
            was.unwrap_or(Value::Text(one.before)),
            is.unwrap_or(Value::Text(one.after)),
            by.unwrap_or_else(|| Value::text("no data")),
            Value::text(match one.is_better {
                Some(true) => "Yes",
                Some(false) => "No",
                None => "",
            }),
        ]
    };
    let mut sheet = Sheet::new("KPIs turned", &TURNED);
    sheet.rows = turned_kpis(&turned.before, &turned.after).into_iter().map(row).collect();
    (!sheet.rows.is_empty()).then_some(sheet)
}

/// Amounts in their currency, shares in per cent; to two decimals.
fn in_unit(value: f64, unit: KpiUnit, currency: &str) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "amounts stay far below 2^53 minor units")]
    let minor = value.round() as i64;
    let round = |value: f64| Value::Number((value * 100.0).round() / 100.0);
    match unit {
        KpiUnit::Money | KpiUnit::MoneyPerDay => {
            Value::Money(Money { minor, currency: currency.to_owned() })
        }
        KpiUnit::Share => round(value * 100.0),
        KpiUnit::Days | KpiUnit::Hours | KpiUnit::Count => round(value),
    }
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
