//! One list of the report as a table of its own.

use super::sheet::{Sheet, Value};
use super::{content, lists, maps};
use crate::export::csv;
use crate::export::report::Report;
use crate::model::{Word, words};
use std::io::{self, Write};

words! {
    /// A list that can be had as a table.
    TableName {
        /// Every cell of every journey with its state and counts.
        Cells = "cells",
        /// The gaps, the largest first.
        Gaps = "gaps",
        /// Needs with what became of them.
        Needs = "needs",
        /// Placements with both answers.
        Placements = "placements",
        /// Planned content that asks for money.
        Funding = "funding",
        /// What we should stop producing.
        Stop = "stop",
        /// The questions on maturity with their ratings.
        Maturity = "maturity",
        /// What reviews decided.
        Decisions = "decisions",
    }
}

/// Writes a list of a report as CSV.
pub fn table(report: &Report, name: TableName, out: &mut dyn Write) -> io::Result<()> {
    written(&sheet(report, name), out)
}

/// Writes a sheet as CSV.
pub(super) fn written(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let head: Vec<String> = sheet.columns.iter().map(|(name, _)| name.clone()).collect();
    let rows = sheet.rows.iter().map(|row| row.iter().map(text).collect());
    csv(std::iter::once(head).chain(rows), out)
}

fn sheet(report: &Report, name: TableName) -> Sheet {
    match name {
        TableName::Cells => maps::cells(report),
        TableName::Gaps => lists::gaps(report),
        TableName::Needs => lists::needs(report),
        TableName::Placements => content::placements(report),
        TableName::Funding => lists::funding(report),
        TableName::Stop => lists::stop(report),
        TableName::Maturity => lists::maturity(report),
        TableName::Decisions => lists::decisions(report),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Money(money) => money.to_string(),
        Value::State(state) => state.as_word().to_owned(),
    }
}
