//! Figures of a period as sheets.

use crate::demand::{Attributed, KpiColumn, KpiReport, KpiRow, KpiTable, KpiValue};
use crate::export::{KpiCell, KpiSheet, KpiSheets};
use crate::id::StageId;
use crate::kpi::{Measure, definition};
use crate::model::{KpiUnit, Word, decimals};
use chrono::NaiveDate;
use std::collections::HashMap;

const HEAD: [(&str, u16); 14] = [
    ("Family", 14),
    ("Figure", 28),
    ("Unit", 12),
    ("From", 12),
    ("Until", 12),
    ("Value", 14),
    ("Numerator", 14),
    ("Denominator", 14),
    ("Counted", 10),
    ("Left out", 10),
    ("Note", 12),
    ("Before", 14),
    ("Target", 14),
    ("Definition", 60),
];

/// All figures, then a sheet for each table, then what revenue is due to.
pub(super) fn sheets(
    report: &KpiReport,
    stages: &HashMap<StageId, String>,
    day: NaiveDate,
) -> KpiSheets {
    let told = Told { report, stages };
    let mut sheets = vec![told.figures()];
    sheets.extend(report.tables.iter().map(|table| told.table(table)));
    sheets.extend(report.attributed.as_ref().map(|due| told.attributed(due)));
    let title = format!("KPIs {} to {}", report.period.from, report.period.to);
    KpiSheets { day, title, sheets }
}

/// All figures.
pub(super) fn figures(report: &KpiReport) -> KpiSheet {
    Told { report, stages: &HashMap::new() }.figures()
}

struct Told<'a> {
    report: &'a KpiReport,
    stages: &'a HashMap<StageId, String>,
}

impl Told<'_> {
    fn figures(&self) -> KpiSheet {
        KpiSheet {
            name: "Figures".to_owned(),
            head: HEAD.map(|(name, width)| (name.to_owned(), width)).to_vec(),
            rows: self.report.values.iter().map(|value| self.figure(value)).collect(),
        }
    }

    fn figure(&self, value: &KpiValue) -> Vec<KpiCell> {
        let told = definition(value.id);
        let text = |text: &str| KpiCell::Text(text.to_owned());
        let Measure { numerator, denominator, n, left_out, too_few, .. } = value.now;
        let part = |part: Option<f64>| part.map_or(text(""), |part| KpiCell::Number(Some(part), 2));
        vec![
            text(told.family.as_word()),
            text(told.name),
            KpiCell::Text(self.unit(told.unit)),
            KpiCell::Day(self.report.period.from),
            KpiCell::Day(self.report.period.to),
            self.number(value.now.value, told.unit),
            part(numerator),
            part(denominator),
            KpiCell::Count(n),
            KpiCell::Count(left_out),
            text(if too_few { "too few" } else { "" }),
            self.number(value.before.value, told.unit),
            value.target.map_or(text(""), |target| self.number(Some(target), told.unit)),
            text(told.definition),
        ]
    }

    fn unit(&self, unit: KpiUnit) -> String {
        let currency = &self.report.currency;
        match unit {
            KpiUnit::Money => currency.clone(),
            KpiUnit::MoneyPerDay => format!("{currency} a day"),
            KpiUnit::Share => "%".to_owned(),
            KpiUnit::Days | KpiUnit::Hours | KpiUnit::Count => unit.as_word().to_owned(),
        }
    }

    /// Amounts in the currency, shares in per cent.
    fn number(&self, value: Option<f64>, unit: KpiUnit) -> KpiCell {
        let places = decimals(&self.report.currency);
        let scale = 10_f64.powi(i32::try_from(places).unwrap_or(0));
        match unit {
            KpiUnit::Money | KpiUnit::MoneyPerDay => {
                KpiCell::Number(value.map(|minor| minor / scale), 4)
            }
            KpiUnit::Share => KpiCell::Number(value.map(|share| share * 100.0), 2),
            KpiUnit::Days | KpiUnit::Hours | KpiUnit::Count => KpiCell::Number(value, 2),
        }
    }

    fn table(&self, table: &KpiTable) -> KpiSheet {
        let by = capital(table.by.as_word());
        let columns = table.columns.iter().map(|column| (self.heading(column), 16));
        let head = std::iter::once((by.clone(), 32)).chain(columns).collect();
        let family = table.columns.first().map(|column| definition(column.id).family);
        let family = family.map_or_else(String::new, |family| capital(family.as_word()));
        let row = |row: &KpiRow| {
            let values = table.columns.iter().zip(&row.values);
            let cells = values
                .map(|(column, measure)| self.number(measure.value, definition(column.id).unit));
            std::iter::once(KpiCell::Text(named(&row.name))).chain(cells).collect()
        };
        KpiSheet {
            name: format!("{family} by {}", by.to_lowercase()),
            head,
            rows: table.rows.iter().map(row).collect(),
        }
    }

    fn heading(&self, column: &KpiColumn) -> String {
        let told = definition(column.id);
        let unit = self.unit(told.unit);
        let stage = column.stage_id.and_then(|id| self.stages.get(&id));
        let stage = stage.map_or_else(String::new, |stage| format!(", {stage}"));
        match told.unit {
            KpiUnit::Count => format!("{}{stage}", told.name),
            _ => format!("{}{stage} ({unit})", told.name),
        }
    }

    fn attributed(&self, due: &Attributed) -> KpiSheet {
        let by = capital(due.by.as_word());
        let models = due
            .models
            .iter()
            .map(|model| (format!("{} ({})", capital(model.as_word()), self.report.currency), 16));
        let head = [(by, 32), ("Deals".to_owned(), 10)].into_iter().chain(models).collect();
        #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 minor units")]
        let amount = |minor: &i64| self.number(Some(*minor as f64), KpiUnit::Money);
        let mut rows: Vec<Vec<KpiCell>> = due
            .rows
            .iter()
            .map(|row| {
                let head = [KpiCell::Text(named(&row.name)), KpiCell::Count(row.deals)];
                head.into_iter().chain(row.amounts.iter().map(amount)).collect()
            })
            .collect();
        let unattributed = [KpiCell::Text("Unattributed".to_owned()), KpiCell::Text(String::new())];
        let amounts = due.models.iter().map(|_| amount(&due.unattributed));
        rows.push(unattributed.into_iter().chain(amounts).collect());
        KpiSheet { name: "Revenue is due to".to_owned(), head, rows }
    }
}

fn named(name: &str) -> String {
    if name.is_empty() { "Unknown".to_owned() } else { name.to_owned() }
}

/// "firstTouch" as "First touch".
fn capital(word: &str) -> String {
    let mut said = String::new();
    for letter in word.chars() {
        if letter.is_uppercase() {
            said.push(' ');
        }
        if said.is_empty() {
            said.extend(letter.to_uppercase());
        } else {
            said.extend(letter.to_lowercase());
        }
    }
    said
}
