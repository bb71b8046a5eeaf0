//! The figures in words, for a terminal.

use super::KpiReport;
use super::attributed::AttributedRow;
use crate::kpi::{KpiUnit, Measure, definition};
use crate::model::{Money, Word, thousands};

/// More rows than these are for a file.
const ROWS: usize = 20;

impl KpiReport {
    /// Every figure with what it was before, then what the revenue is due to.
    pub fn in_words(&self) -> String {
        let (period, before) = (self.period, self.before);
        let mut lines = vec![format!(
            "{} to {}, against {} to {}",
            period.from, period.to, before.from, before.to
        )];
        for value in &self.values {
            let told = definition(value.id);
            let now = self.measure(&value.now, told.unit);
            let before = self.measure(&value.before, told.unit);
            let growth = value.growth.map_or_else(String::new, |growth| {
                format!(", {:+.1}%", (growth * 1_000.0).round() / 10.0)
            });
            lines.push(format!("{}: {now} (before {before}{growth})", told.name));
        }
        lines.push(String::new());
        lines.extend(self.attributed());
        lines.join("\n")
    }

    fn attributed(&self) -> Vec<String> {
        let told = &self.attributed;
        let by = told.by.as_word();
        let models: Vec<&str> = told.models.iter().map(|model| model.as_word()).collect();
        let mut lines = vec![format!("Revenue by {by}: {}", models.join(", "))];
        lines.extend(told.rows.iter().take(ROWS).map(|row| self.row(row)));
        if told.rows.len() > ROWS {
            lines.push(format!("and {} more", told.rows.len() - ROWS));
        }
        lines.push(format!(
            "Unattributed: {} of {}",
            self.money(told.unattributed),
            self.money(told.revenue)
        ));
        lines
    }

    fn row(&self, row: &AttributedRow) -> String {
        let name = if row.name.is_empty() { "unknown" } else { &row.name };
        let amounts: Vec<String> = row.amounts.iter().map(|minor| self.money(*minor)).collect();
        format!("{name}: {} ({} deals)", amounts.join(", "), thousands(row.deals.into()))
    }

    fn money(&self, minor: i64) -> String {
        Money { minor, currency: self.currency.clone() }.in_full()
    }

    fn measure(&self, measure: &Measure, unit: KpiUnit) -> String {
        let Some(value) = measure.value else { return "no data".to_owned() };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "amounts stay far below 2^53 minor units"
        )]
        let minor = value.round() as i64;
        let said = match unit {
            KpiUnit::Money => self.money(minor),
            KpiUnit::MoneyPerDay => format!("{} a day", self.money(minor)),
            KpiUnit::Share => format!("{:.1}%", (value * 1_000.0).round() / 10.0),
            KpiUnit::Days => format!("{:.1} d", (value * 10.0).round() / 10.0),
            KpiUnit::Count => thousands(minor.unsigned_abs()),
        };
        let few = if measure.too_few { ", too few" } else { "" };
        format!("{said} [n {}{few}]", thousands(measure.n.into()))
    }
}
