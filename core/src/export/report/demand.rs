//! What is known of demand: the figures that matter most, and the funnel.

use super::Report;
use crate::export::document::{Block, Column, Document, Entry};
use crate::export::words::{capital, date};
use crate::export::workbook::KpiSheet;
use crate::figure::Figure;
use crate::funnel::StageLedger;
use crate::kpi::{Measure, definition, in_words};
use crate::model::{KpiId, KpiUnit, Period, Word, thousands};
use chrono::NaiveDate;

/// Of fewer than these a share or a median tells little.
const FEW: u32 = 30;
/// There are fewer figures that lead, and journeys have fewer stages.
const MOST: usize = 60;

/// What is known of demand.
#[derive(Clone, Debug)]
pub struct Demand {
    /// The quarter of the figures.
    pub period: Period,
    /// The one before.
    pub before: Period,
    /// The day until which files tell of it.
    pub known_until: NaiveDate,
    /// The currency of amounts.
    pub currency: String,
    /// The figures that lead their families, in the order of the dictionary.
    pub figures: Vec<HeadFigure>,
    /// The same as a sheet.
    pub sheet: KpiSheet,
    /// The funnel of the first journey; `None` = nothing came to any of its stages.
    pub funnel: Option<FunnelPart>,
}

/// A figure of the dictionary.
#[derive(Clone, Copy, Debug)]
pub struct HeadFigure {
    /// Which.
    pub id: KpiId,
    /// In the quarter.
    pub now: Measure,
    /// In the one before.
    pub before: Measure,
    /// What it is to be; `None` = nobody said.
    pub target: Option<f64>,
}

/// The funnel of a journey.
#[derive(Clone, Debug)]
pub struct FunnelPart {
    /// The name of the journey.
    pub journey: String,
    /// Its stages in order, each with what came to it and what became of that.
    pub stages: Vec<(String, StageLedger)>,
    /// The flow from stage to stage.
    pub flow: Figure,
}

impl Report {
    pub(super) fn put_scorecard(&self, into: &mut Document) {
        let Some(demand) = &self.demand else { return };
        into.heading(1, "Scorecard");
        into.note(demand.period_in_words());
        let columns = [
            Column::text("Figure", 8),
            Column::text("Value", 6),
            Column::text("Before", 6),
            Column::text("Target", 5),
        ];
        into.table(&columns, demand.figures.iter().map(|one| demand.row(one)).collect(), MOST);
        into.note("What each of them counts is told by the workbook of this report.");
    }

    pub(super) fn put_funnel(&self, into: &mut Document) {
        let Some(funnel) = self.demand.as_ref().and_then(|demand| demand.funnel.as_ref()) else {
            return;
        };
        into.heading(1, "Funnel");
        into.note(format!(
            "All visits to the stages of {}. What entered a stage advanced, moved back, was lost or \
             is still here.",
            funnel.journey
        ));
        into.blocks.push(Block::Figure(funnel.flow.clone()));
        let columns = [
            Column::text("Stage", 8),
            Column::number("Entered"),
            Column::number("Advanced"),
            Column::number("Back"),
            Column::number("Lost"),
            Column::number("Here"),
            Column::number("Go on"),
            Column::number("Median stay"),
        ];
        let rows = funnel.stages.iter().map(|(name, ledger)| stage(name, ledger)).collect();
        into.table(&columns, rows, MOST);
    }
}

impl Demand {
    /// "1 July 2026 to 30 September 2026, …".
    fn period_in_words(&self) -> String {
        let days = |period: Period| format!("{} to {}", date(period.from), date(period.to));
        let known = if self.known_until < self.period.to {
            format!(" Files tell of it until {}.", date(self.known_until))
        } else {
            String::new()
        };
        format!("{}, held against {}.{known}", days(self.period), days(self.before))
    }

    fn row(&self, one: &HeadFigure) -> Vec<Entry> {
        let told = definition(one.id);
        let target = one.target.map(|target| in_words(target, told.unit, &self.currency));
        vec![
            Entry::strong(told.name, capital(told.family.as_word())),
            self.measure(&one.now, told.unit),
            self.measure(&one.before, told.unit),
            Entry::text(target.unwrap_or_else(|| "none set".to_owned())),
        ]
    }

    fn measure(&self, measure: &Measure, unit: KpiUnit) -> Entry {
        let Some(value) = measure.value else { return Entry::text("no data") };
        let mut note = format!("n {}", thousands(measure.n.into()));
        if measure.left_out > 0 {
            note = format!("{note}, {} left out", thousands(measure.left_out.into()));
        }
        if measure.too_few {
            note.push_str(", too few");
        }
        Entry::noted(in_words(value, unit, &self.currency), note)
    }
}

fn stage(name: &str, one: &StageLedger) -> Vec<Entry> {
    let few = if one.entered > 0 && one.entered < FEW { "too few" } else { "" };
    let counts = [one.entered, one.advanced, one.moved_back, one.lost, one.here];
    let counts = counts.map(|count| Entry::text(thousands(count.into())));
    let told = |value: Option<f64>, unit| {
        value.map_or_else(|| "no data".to_owned(), |value| in_words(value, unit, ""))
    };
    let rates = [
        Entry::noted(told(one.conversion(), KpiUnit::Share), few),
        Entry::text(told(one.days, KpiUnit::Days)),
    ];
    std::iter::once(Entry::text(name)).chain(counts).chain(rates).collect()
}
