//! The first sheet: the report in figures, which its charts are drawn from.

use super::sheet::{Value, put};
use crate::export::report::Report;
use crate::export::words::{capital, no_total};
use crate::model::{Sum, Word};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// The name of the sheet.
pub(super) const SUMMARY: &str = "Summary";

/// The first sheet, block by block.
pub(super) struct Summary {
    rows: Vec<Vec<Value>>,
    heads: Vec<usize>,
    /// The first row of the counts of content, and how many there are.
    pub(super) content: (u32, u32),
    /// The same of the dimensions of maturity; none where none has a level.
    pub(super) maturity: (u32, u32),
}

impl Summary {
    /// The summary of a report.
    pub(super) fn of(report: &Report) -> Self {
        let mut summary =
            Self { rows: Vec::new(), heads: Vec::new(), content: (0, 0), maturity: (0, 0) };
        summary.open(report);
        summary.scores(report);
        summary.money(report);
        summary.content = summary.assets(report);
        summary.maturity = summary.levels(report);
        summary
    }

    fn head(&mut self, names: &[&str]) {
        if !self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.heads.push(self.rows.len());
        self.rows.push(names.iter().map(|name| Value::text(*name)).collect());
    }

    fn row(&mut self, name: impl Into<String>, values: impl IntoIterator<Item = Value>) {
        self.rows.push(std::iter::once(Value::text(name)).chain(values).collect());
    }

    /// Where the next row will stand.
    fn next(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    fn open(&mut self, report: &Report) {
        self.head(&["Report", ""]);
        self.row("Workspace", [Value::text(&report.workspace)]);
        self.row("As of", [Value::Day(report.as_of)]);
        if let Some(held) = &report.held {
            self.row("Review", [Value::text(&held.review.name)]);
            self.row("Held on", [Value::Day(held.review.held_on)]);
        }
        if let Some(turned) = &report.turned {
            self.row("Compared with", [Value::text(&turned.name)]);
            self.row("Of", [Value::Day(turned.before.as_of)]);
        }
    }

    fn scores(&mut self, report: &Report) {
        self.head(&["Journey", "Score", "Cells", "Covered", "Nothing live"]);
        let all = ("All journeys", &report.score);
        let journeys = report.journeys.iter().map(|one| (one.name.as_str(), &one.map.score));
        for (name, score) in journeys.chain([all]) {
            let counts = [score.applicable, score.covered, score.nothing_live].map(Value::Count);
            self.row(name, std::iter::once(Value::score(score.value)).chain(counts));
        }
    }

    fn money(&mut self, report: &Report) {
        self.head(&["Money", "Amount", "Counted", "Unknown", "Without a rate"]);
        let (funding, stop) = (&report.agenda.funding, &report.agenda.stop);
        for (name, sum) in [
            ("Waits for an answer", &funding.asked),
            ("Funded", &funding.funded),
            ("Not now", &funding.not_now),
            ("Saved by stopping", &stop.remaining),
        ] {
            self.row(name, amounts(sum));
        }
    }

    fn assets(&mut self, report: &Report) -> (u32, u32) {
        self.head(&["Content", "Assets"]);
        let first = self.next();
        let assets = &report.assets;
        for (name, count) in [
            ("Live", assets.live),
            ("Past its shelf life", assets.stale),
            ("Planned or in production", assets.planned),
            ("Retired", assets.retired),
        ] {
            self.row(name, [Value::Count(count)]);
        }
        (first, self.next() - first)
    }

    fn levels(&mut self, report: &Report) -> (u32, u32) {
        self.head(&["Maturity", "Level", "Rated", "Questions"]);
        let first = self.next();
        for bar in &report.maturity.bars {
            let level = bar.level.map_or_else(|| Value::text("no level"), Value::Number);
            let counts = [Value::Count(bar.rated), Value::Count(bar.questions)];
            self.row(capital(bar.dimension.as_word()), std::iter::once(level).chain(counts));
        }
        let is_rated = report.maturity.bars.iter().any(|bar| bar.level.is_some());
        (first, if is_rated { self.next() - first } else { 0 })
    }

    /// Writes it.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(SUMMARY)?;
        for (row, values) in (0_u32..).zip(&self.rows) {
            for (column, value) in (0_u16..).zip(values) {
                put(sheet, (row, column), value)?;
            }
        }
        let head = Format::new().set_bold().set_background_color("#f3f4f5");
        for at in &self.heads {
            let row = u32::try_from(*at).unwrap_or(u32::MAX);
            sheet.set_row_format(row, &Format::new().set_bold())?;
            for (column, value) in (0_u16..).zip(&self.rows[*at]) {
                if let Value::Text(text) = value {
                    sheet.write_string_with_format(row, column, text, &head)?;
                }
            }
        }
        sheet.set_column_width(0, 28)?.set_column_width(1, 28)?;
        for column in 2..5 {
            sheet.set_column_width(column, 16)?;
        }
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        Ok(())
    }
}

fn amounts(sum: &Sum) -> [Value; 4] {
    let total = sum.total.clone().map_or_else(|| Value::text(no_total(sum)), Value::Money);
    [total, Value::Count(sum.counted), Value::Count(sum.unknown), Value::Count(sum.unconverted)]
}
