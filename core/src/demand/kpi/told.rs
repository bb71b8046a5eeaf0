//! The figures in words, for a terminal.

use super::attributed::{Attributed, AttributedRow};
use super::report::{KpiCost, KpiCosts, KpiReport, KpiRow, KpiTable};
use crate::kpi::{Measure, definition, in_words};
use crate::model::{KpiFamily, KpiUnit, Money, Word, thousands};

/// More rows than these are for a file.
const ROWS: usize = 20;

impl KpiReport {
    /// Every figure with what it was before, then their tables, then what the revenue is due to.
    pub fn in_words(&self) -> String {
        let (period, before) = (self.period, self.before);
        let mut lines = vec![format!(
            "{} to {}, against {} to {}",
            period.from, period.to, before.from, before.to
        )];
        let mut family: Option<KpiFamily> = None;
        for value in &self.values {
            let told = definition(value.id);
            if family != Some(told.family) {
                family = Some(told.family);
                lines.extend([String::new(), told.family.as_word().to_uppercase()]);
            }
            let now = self.measure(&value.now, told.unit);
            let before = self.measure(&value.before, told.unit);
            let growth = value.growth.map_or_else(String::new, |growth| {
                format!(", {:+.1}%", (growth * 1_000.0).round() / 10.0)
            });
            let target = value.target.map_or_else(String::new, |target| {
                format!(", target {}", self.amount(target, told.unit))
            });
            lines.push(format!("{}: {now} (before {before}{growth}{target})", told.name));
        }
        for table in self.tables.iter().filter(|table| !table.rows.is_empty()) {
            lines.extend(self.table(table));
        }
        if let Some(told) = &self.attributed {
            lines.push(String::new());
            lines.extend(self.attributed(told));
        }
        if let Some(inputs) = &self.inputs {
            lines.push(String::new());
            lines.extend(self.costs(&inputs.costs));
        }
        lines.join("\n")
    }

    /// What marketing cost is made of.
    fn costs(&self, costs: &KpiCosts) -> Vec<String> {
        let parts = [
            ("Channels", costs.channels),
            ("Programmes", costs.programmes),
            ("Making content", costs.production),
        ];
        let line = |(name, part): (&str, KpiCost)| {
            format!("{name}: {}", self.measure(&part.measured(), KpiUnit::Money))
        };
        let head = ["What marketing cost".to_owned()];
        head.into_iter().chain(parts.into_iter().map(line)).collect()
    }

    fn table(&self, table: &KpiTable) -> Vec<String> {
        let names = table.columns.iter().map(|column| definition(column.id).name);
        let names: Vec<&str> = names.collect();
        let mut lines =
            vec![String::new(), format!("By {}: {}", table.by.as_word(), names.join(", "))];
        lines.extend(table.rows.iter().take(ROWS).map(|row| self.row_of(table, row)));
        let more = table.rows.len().saturating_sub(ROWS) + table.more as usize;
        if more > 0 {
            lines.push(format!("and {more} more"));
        }
        lines
    }

    fn row_of(&self, table: &KpiTable, row: &KpiRow) -> String {
        let values = table.columns.iter().zip(&row.values);
        let said: Vec<String> = values
            .map(|(column, measure)| match measure.value {
                Some(value) => self.amount(value, definition(column.id).unit),
                None => "no data".to_owned(),
            })
            .collect();
        let name = if row.name.is_empty() { "unknown" } else { &row.name };
        format!("{name}: {}", said.join(", "))
    }

    fn attributed(&self, told: &Attributed) -> Vec<String> {
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
        let out = if measure.left_out == 0 {
            String::new()
        } else {
            format!(", {} left out", thousands(measure.left_out.into()))
        };
        let Some(value) = measure.value else { return format!("no data{out}") };
        let said = self.amount(value, unit);
        let few = if measure.too_few { ", too few" } else { "" };
        format!("{said} [n {}{few}{out}]", thousands(measure.n.into()))
    }

    fn amount(&self, value: f64, unit: KpiUnit) -> String {
        in_words(value, unit, &self.currency)
    }
}
