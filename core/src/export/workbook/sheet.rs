//! A sheet as plain data, and how it is written: what it holds is fixed before any format is.

use crate::coverage::State;
use crate::export::words::LEGEND;
use crate::figure::colours;
use crate::file::arm;
use crate::model::{Money, Word, decimals};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, ExcelDateTime, Format, FormatAlign,
    Worksheet, XlsxError,
};

/// The longest text a cell takes.
const LONGEST: usize = 32_000;
/// Headers at the top of a sheet.
const HEAD: u32 = 1;
/// How high a line is, in points, and how many a row takes at most.
const LINE_HEIGHT: f64 = 15.0;
const MOST_LINES: u16 = 10;

/// A sheet: a head, and rows as wide as it.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) columns: Vec<(String, u16)>,
    pub(super) rows: Vec<Vec<Value>>,
    /// So many columns at the left are hidden: references, not for reading.
    pub(super) hidden: u16,
    /// So many columns stay in sight.
    pub(super) frozen: u16,
    /// A score at the foot, which no filter may hide.
    pub(super) has_foot: bool,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Empty,
    Text(String),
    Number(f64),
    Count(u32),
    Day(NaiveDate),
    Money(Money),
    State(State),
}

impl Value {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    pub(super) fn money(money: Option<&Money>) -> Self {
        money.cloned().map_or(Self::Empty, Self::Money)
    }

    pub(super) fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// A score from 0 to 1 as 0 to 100, to two decimals.
    pub(super) fn score(value: Option<f64>) -> Self {
        value.map_or_else(
            || Self::text("no score"),
            |value| Self::Number((value * 10_000.0).round() / 100.0),
        )
    }
}

impl Sheet {
    /// A sheet without rows.
    pub(super) fn new(name: impl Into<String>, columns: &[(&str, u16)]) -> Self {
        let columns = columns.iter().map(|(name, width)| ((*name).to_owned(), *width)).collect();
        Self { name: name.into(), columns, frozen: 1, ..Self::default() }
    }

    /// Writes it.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(&self.name)?;
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x00F3_F4F5));
        for (column, (name, width)) in (0_u16..).zip(&self.columns) {
            put_text(sheet, (0, column), name, &head)?;
            sheet.set_column_width(column, *width)?;
        }
        let names: Vec<_> = self.columns.iter().map(|(name, _)| Value::text(name)).collect();
        sheet.set_row_height(0, self.height(&names))?;
        for hidden in 0..self.hidden {
            sheet.set_column_hidden(hidden)?;
        }
        for (row, values) in (HEAD..).zip(&self.rows) {
            sheet.set_row_height(row, self.height(values))?;
            for (column, value) in (0_u16..).zip(values) {
                put(sheet, (row, column), value)?;
            }
        }
        sheet.set_freeze_panes(HEAD, self.frozen)?;
        sheet.set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
        let rows = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let last = rows.saturating_sub(u32::from(self.has_foot));
        let across = u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        if last > 0 {
            sheet.autofilter(0, 0, last, across)?;
        }
        if self.rows.iter().flatten().any(|value| matches!(value, Value::State(_))) {
            colour_states(sheet, [HEAD, last.max(HEAD)], across)?;
        }
        Ok(())
    }

    /// How high a row is: not every spreadsheet finds out by itself.
    fn height(&self, values: &[Value]) -> f64 {
        let of = |(value, (_, width)): (&Value, &(String, u16))| match value {
            Value::Text(text) => {
                let wrapped = |line: &str| line.chars().count() / usize::from(*width).max(1) + 1;
                text.split('\n').map(wrapped).sum()
            }
            _ => 1,
        };
        let shown = values.iter().zip(&self.columns).skip(self.hidden.into());
        let most: usize = shown.map(of).max().unwrap_or(1);
        LINE_HEIGHT * f64::from(u16::try_from(most).unwrap_or(MOST_LINES).clamp(1, MOST_LINES))
    }
}

/// Colours follow what stands in a cell, also when somebody changes it.
fn colour_states(sheet: &mut Worksheet, rows: [u32; 2], across: u16) -> Result<(), XlsxError> {
    for state in LEGEND {
        let (colour, ground) = colours(state);
        let mut format = Format::new().set_font_color(colour);
        if let Some(ground) = ground {
            format = format.set_background_color(ground);
        }
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(state.as_word()))
            .set_format(format);
        sheet.add_conditional_format(rows[0], 0, rows[1], across, &rule)?;
    }
    Ok(())
}

/// Writes a value. Texts are written as texts: none becomes a formula or a link.
pub(super) fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
) -> Result<(), XlsxError> {
    let top = Format::new().set_align(FormatAlign::Top);
    match value {
        Value::Empty => {}
        Value::Text(text) => put_text(sheet, (row, column), text, &top.set_text_wrap())?,
        Value::State(state) => put_text(sheet, (row, column), state.as_word(), &top)?,
        Value::Number(number) => {
            let whole = number.fract() == 0.0;
            let format = top.set_num_format(if whole { "#,##0" } else { "#,##0.00" });
            sheet.write_number_with_format(row, column, *number, &format)?;
        }
        Value::Count(count) => {
            sheet.write_number_with_format(row, column, *count, &top.set_num_format("#,##0"))?;
        }
        Value::Money(money) => {
            let (number, format) = in_units(money);
            sheet.write_number_with_format(row, column, number, &top.set_num_format(format))?;
        }
        Value::Day(day) => match excel_day(*day) {
            Some(moment) => {
                let format = top.set_num_format("yyyy-mm-dd");
                sheet.write_datetime_with_format(row, column, moment, &format)?;
            }
            None => put_text(sheet, (row, column), &day.to_string(), &top)?,
        },
    }
    Ok(())
}

/// A spreadsheet's day; it knows none before 1900.
pub(super) fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, date) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, date).ok()
}

#[expect(clippy::cast_precision_loss, reason = "a spreadsheet's numbers are of that precision")]
fn in_units(money: &Money) -> (f64, String) {
    let places = decimals(&money.currency);
    let zeros = if places == 0 { String::new() } else { format!(".{:0<1$}", "", places as usize) };
    let number = money.minor as f64 / 10_f64.powi(i32::try_from(places).unwrap_or_default());
    (number, format!("#,##0{zeros} \"{}\"", money.currency))
}

/// Writes a text; one that a spreadsheet could take for a formula when it is edited is marked as a
/// text for good.
fn put_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text: String = text.chars().filter(|letter| is_legal(*letter)).take(LONGEST).collect();
    let format = match arm(&text) {
        std::borrow::Cow::Owned(_) => format.clone().set_quote_prefix(),
        std::borrow::Cow::Borrowed(_) => format.clone(),
    };
    sheet.write_string_with_format(row, column, text, &format)?;
    Ok(())
}

/// Whether a file of XML may hold it.
fn is_legal(letter: char) -> bool {
    matches!(letter, '\t' | '\n')
        || !(letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}'))
}
