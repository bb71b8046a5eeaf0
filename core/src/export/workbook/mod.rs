//! The report as a workbook to go on working with: every list whole, numbers and days as such, and
//! charts that follow the cells they are drawn from.
//!
//! Whatever stands in a plan is written as a text and never as a formula.

mod charts;
mod consumption;
mod content;
mod deals;
mod funnel;
mod kpi;
mod lists;
mod maps;
mod questions;
mod sheet;
mod summary;
mod table;

pub use consumption::{GapTable, gap_table, gap_workbook};
pub use deals::{DealLine, DealsTable, deals_table, deals_workbook};
pub use funnel::{CohortTold, ConvertedRow, FunnelTable, VisitsRow, funnel_table, funnel_workbook};
pub use kpi::{KpiCell, KpiSheet, KpiSheets, kpi_table, kpi_workbook};
pub use questions::questions;
pub use table::{TableName, table};

use super::report::Report;
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};
use sheet::excel_day;
use std::io::{self, Write};

/// Writes a report as a workbook.
pub fn workbook(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let bytes = built(report).and_then(|mut book| book.save_to_buffer());
    out.write_all(&bytes.map_err(io::Error::other)?)
}

fn built(report: &Report) -> Result<Workbook, XlsxError> {
    let mut book = titled(&report.workspace, report.as_of);
    let summary = summary::Summary::of(report);
    let gaps = lists::gaps(report);
    summary.write(book.add_worksheet())?;
    let mut sheets = maps::maps(report);
    sheets.push(maps::cells(report));
    sheets.push(gaps);
    sheets.extend(kpi::leading(report));
    sheets.extend(funnel::stages(report));
    sheets.extend([lists::needs(report), content::assets(report), content::placements(report)]);
    sheets.extend([lists::funding(report), lists::stop(report), lists::maturity(report)]);
    sheets.extend([lists::decisions(report)]);
    sheets.extend(lists::turned(report));
    sheets.extend(kpi::turned(report));
    sheets.extend(funnel::turned(report));
    for sheet in &sheets {
        sheet.write(book.add_worksheet())?;
    }
    charts::put(&mut book, &summary, sheets.iter().find(|sheet| sheet.name == lists::GAPS))?;
    Ok(book)
}

/// A workbook without sheets.
fn titled(title: &str, day: NaiveDate) -> Workbook {
    let mut book = Workbook::new();
    let mut properties = DocProperties::new().set_title(title);
    if let Some(day) = excel_day(day) {
        properties = properties.set_creation_datetime(&day);
    }
    book.set_properties(&properties);
    book
}
