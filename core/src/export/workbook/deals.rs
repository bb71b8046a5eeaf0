//! The list of deals as a table of its own.

use super::sheet::{Sheet, Value};
use super::{table, titled};
use crate::funnel::LineInDays;
use crate::model::Money;
use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::io::{self, Write};

/// What the table holds.
#[derive(Debug)]
pub struct DealsTable<'a> {
    /// The day on which it is written.
    pub day: NaiveDate,
    /// The workspace's currency.
    pub currency: &'a str,
    /// The deals.
    pub rows: Vec<DealLine<'a>>,
}

/// A deal.
#[derive(Clone, Debug)]
pub struct DealLine<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its account.
    pub account: &'a str,
    /// Who is in charge of it.
    pub owner: &'a str,
    /// The stage it is or was at; empty where it is not known.
    pub stage: &'a str,
    /// What became of it.
    pub outcome: &'a str,
    /// Why it was lost.
    pub reason: &'a str,
    /// What it is worth, in its own currency.
    pub value: Option<&'a Money>,
    /// That in the workspace's.
    pub worth: Option<Money>,
    /// When it was opened.
    pub opened: Option<NaiveDate>,
    /// When it ended.
    pub closed: Option<NaiveDate>,
    /// When it is to be closed.
    pub expected: Option<NaiveDate>,
    /// When one of its leads did something last.
    pub last_touch: Option<NaiveDate>,
    /// How many days an open deal has been at its stage.
    pub days: Option<f64>,
    /// The line of the stage.
    pub line: Option<LineInDays>,
    /// Whether it is past that.
    pub past_line: bool,
    /// How many leads it has.
    pub people: u32,
    /// The names of the personas that are missing.
    pub missing: Vec<String>,
}

const COLUMNS: [(&str, u16); 18] = [
    ("Deal", 32),
    ("Account", 24),
    ("Stage", 18),
    ("Outcome", 10),
    ("Days at stage", 10),
    ("Line (days)", 10),
    ("Deals behind the line", 12),
    ("Past the line", 10),
    ("Value", 14),
    ("Worth", 14),
    ("Opened", 12),
    ("To be closed", 12),
    ("Closed", 12),
    ("Reason", 20),
    ("Owner", 18),
    ("People", 10),
    ("Personas missing", 32),
    ("Last touch", 12),
];
/// Which of them is in the workspace's currency.
const WORTH: usize = 9;

/// Writes the deals as CSV.
pub fn deals_table(table: &DealsTable<'_>, out: &mut dyn Write) -> io::Result<()> {
    table::written(&deals(table), out)
}

/// Writes the deals as a workbook.
pub fn deals_workbook(table: &DealsTable<'_>, out: &mut dyn Write) -> io::Result<()> {
    let built = || -> Result<Workbook, XlsxError> {
        let mut book = titled("Deals", table.day);
        deals(table).write(book.add_worksheet())?;
        Ok(book)
    };
    let bytes = built().and_then(|mut book| book.save_to_buffer());
    out.write_all(&bytes.map_err(io::Error::other)?)
}

fn deals(table: &DealsTable<'_>) -> Sheet {
    let mut sheet = Sheet::new("Deals", &COLUMNS);
    sheet.columns[WORTH].0 = format!("Worth in {}", table.currency);
    sheet.rows = table.rows.iter().map(row).collect();
    sheet
}

fn row(one: &DealLine<'_>) -> Vec<Value> {
    vec![
        Value::text(one.name),
        Value::text(one.account),
        Value::text(if one.stage.is_empty() { "not known" } else { one.stage }),
        Value::text(one.outcome),
        Value::number(one.days.map(tenths)),
        one.line.map_or_else(|| Value::text("no data"), |line| Value::Number(tenths(line.days))),
        one.line.map_or(Value::Empty, |line| Value::Count(line.n)),
        if one.past_line { Value::text("yes") } else { Value::Empty },
        one.value.map_or_else(|| Value::text("no data"), |value| Value::Money(value.clone())),
        one.worth.clone().map_or_else(|| Value::text("no data"), Value::Money),
        Value::day(one.opened),
        Value::day(one.expected),
        Value::day(one.closed),
        Value::text(one.reason),
        Value::text(one.owner),
        Value::Count(one.people),
        Value::text(one.missing.join(", ")),
        Value::day(one.last_touch),
    ]
}

fn tenths(days: f64) -> f64 {
    (days * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.to_owned() }
    }

    fn known(value: &Money) -> DealLine<'_> {
        DealLine {
            name: "=Big",
            account: "Acme",
            owner: "Kim",
            stage: "Proposal",
            outcome: "open",
            reason: "",
            value: Some(value),
            worth: Some(money(110_000, "EUR")),
            opened: day("2026-01-05"),
            closed: None,
            expected: day("2026-06-30"),
            last_touch: day("2026-02-01"),
            days: Some(40.04),
            line: Some(LineInDays { days: 30.0, n: 41, too_few: false }),
            past_line: true,
            people: 2,
            missing: vec!["CFO".to_owned(), "CISO".to_owned()],
        }
    }

    #[test]
    fn the_table_tells_every_deal_and_no_cell_opens_a_formula() {
        let value = money(120_050, "USD");
        let known = known(&value);
        let blank = DealLine {
            stage: "",
            outcome: "lost",
            reason: "Price",
            value: None,
            worth: None,
            days: None,
            line: None,
            past_line: false,
            missing: Vec::new(),
            ..known.clone()
        };
        let table = DealsTable {
            day: day("2026-03-01").unwrap(),
            currency: "EUR",
            rows: vec![known, blank],
        };
        let mut out = Vec::new();
        deals_table(&table, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].contains(",Value,Worth in EUR,"), "{}", lines[0]);
        assert_eq!(
            lines[1],
            "'=Big,Acme,Proposal,open,40,30,41,yes,1200.50 USD,1100.00 EUR,2026-01-05,2026-06-30,,,Kim,2,\"CFO, CISO\",2026-02-01"
        );
        assert_eq!(
            lines[2],
            "'=Big,Acme,not known,lost,,no data,,,no data,no data,2026-01-05,2026-06-30,,Price,Kim,2,,2026-02-01",
            "no data is not 0"
        );
        let mut book = Vec::new();
        deals_workbook(&table, &mut book).unwrap();
        assert!(book.starts_with(b"PK"));
    }
}
