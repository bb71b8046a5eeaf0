//! The funnel as tables of its own: what became of every visit, and how long it takes to convert.

use super::sheet::{Sheet, Value};
use super::{table, titled};
use crate::export::report::Report;
use crate::export::words::capital;
use crate::funnel::StageLedger;
use crate::model::Period;
use crate::snapshot::{StageTurn, turned_stages};
use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::io::{self, Write};

/// Fewer visits than these are too few.
const FEW: u32 = 30;

/// What the tables hold.
#[derive(Debug)]
pub struct FunnelTable<'a> {
    /// The day on which they are written.
    pub day: NaiveDate,
    /// The name of the journey.
    pub journey: &'a str,
    /// Visits to each stage: all of them, and those that began in a stretch of time.
    pub visits: Vec<VisitsRow<'a>>,
    /// What leads are told apart by.
    pub by: &'a str,
    /// How many of each became deals and how long that took.
    pub segments: Vec<ConvertedRow<'a>>,
}

/// Visits to a stage.
#[derive(Clone, Copy, Debug)]
pub struct VisitsRow<'a> {
    /// The cohort they are of; `None` = all.
    pub cohort: Option<CohortTold>,
    /// The stage.
    pub stage: &'a str,
    /// The visits.
    pub ledger: &'a StageLedger,
}

/// A cohort, held against the one before.
#[derive(Clone, Copy, Debug)]
pub struct CohortTold {
    /// When its visits began.
    pub period: Period,
    /// Whether it is not over.
    pub is_open: bool,
    /// How many came in the one before.
    pub before: Option<u32>,
    /// By how much more came, from −1 up; `None` = no data.
    pub growth: Option<f64>,
}

/// Leads that have something in common, and what became of them.
#[derive(Clone, Copy, Debug)]
pub struct ConvertedRow<'a> {
    /// What they have in common; empty where it is not known.
    pub name: &'a str,
    /// All of them, those that became part of a deal, and those with a deal that was won.
    pub counts: [u32; 3],
    /// Median days until there was a deal, and until one was won.
    pub days: [Option<f64>; 2],
}

const BEGAN: [(&str, u16); 2] = [("Began from", 12), ("Until", 12)];
const AGAINST: [(&str, u16); 2] = [("Entered before", 10), ("Growth (%)", 10)];
const STAGE: [(&str, u16); 10] = [
    ("Stage", 24),
    ("Entered", 10),
    ("Passed through", 10),
    ("Advanced", 10),
    ("Moved back", 10),
    ("Lost", 10),
    ("Still here", 10),
    ("Go on (%)", 10),
    ("Median stay (days)", 12),
    ("Note", 12),
];
const SEGMENTS: [(&str, u16); 6] = [
    ("Leads", 10),
    ("Became deals", 12),
    ("Won", 10),
    ("Deal after (days)", 12),
    ("Won after (days)", 12),
    ("Note", 12),
];

/// Writes what became of every visit as CSV.
pub fn funnel_table(table: &FunnelTable<'_>, out: &mut dyn Write) -> io::Result<()> {
    table::written(&visits(table), out)
}

/// Writes all of it as a workbook.
pub fn funnel_workbook(table: &FunnelTable<'_>, out: &mut dyn Write) -> io::Result<()> {
    let built = || -> Result<Workbook, XlsxError> {
        let mut book = titled(&format!("Funnel of {}", table.journey), table.day);
        visits(table).write(book.add_worksheet())?;
        segments(table).write(book.add_worksheet())?;
        Ok(book)
    };
    let bytes = built().and_then(|mut book| book.save_to_buffer());
    out.write_all(&bytes.map_err(io::Error::other)?)
}

fn visits(table: &FunnelTable<'_>) -> Sheet {
    let [stage @ .., note] = STAGE;
    let columns = BEGAN.into_iter().chain(stage).chain(AGAINST).chain([note]);
    let mut sheet = Sheet::new("Visits", &columns.collect::<Vec<_>>());
    sheet.frozen = 3;
    let row = |one: &VisitsRow<'_>| {
        let VisitsRow { cohort, stage, ledger } = one;
        let (began, against) = match cohort {
            Some(CohortTold { period, before, growth, .. }) => (
                [Value::Day(period.from), Value::Day(period.to)],
                [before.map_or_else(|| Value::text("no data"), Value::Count), percent(*growth)],
            ),
            None => ([Value::text("all"), Value::Empty], [Value::Empty, Value::Empty]),
        };
        let note = note_of(ledger.entered, *cohort);
        began.into_iter().chain(values(stage, ledger)).chain(against).chain([note]).collect()
    };
    sheet.rows = table.visits.iter().map(row).collect();
    sheet
}

/// The stages of the funnel of a report, with all their visits.
pub(super) fn stages(report: &Report) -> Option<Sheet> {
    let funnel = report.demand.as_ref()?.funnel.as_ref()?;
    let mut sheet = Sheet::new("Funnel", &STAGE);
    let row = |(name, one): &(String, StageLedger)| {
        values(name, one).chain([note_of(one.entered, None)]).collect()
    };
    sheet.rows = funnel.stages.iter().map(row).collect();
    Some(sheet)
}

/// The stages whose visits are not what they were, of a report that compares.
pub(super) fn turned(report: &Report) -> Option<Sheet> {
    let turned = report.turned.as_ref()?;
    let [stage, figures @ .., _] = STAGE;
    let mut sheet = Sheet::new("Funnel turned", &[stage]);
    let heads =
        figures.map(|(name, width)| [(format!("{name}, was"), width), (name.to_owned(), width)]);
    sheet.columns.extend(heads.into_iter().flatten());
    let row = |one: StageTurn| {
        let told = |side: Option<&StageLedger>| -> Vec<Value> {
            let none = || vec![Value::text("no data"); figures.len()];
            side.map_or_else(none, |ledger| values("", ledger).skip(1).collect())
        };
        let figures = told(one.before.as_ref()).into_iter().zip(told(one.after.as_ref()));
        let figures = figures.flat_map(|(was, is)| [was, is]);
        std::iter::once(Value::text(one.name)).chain(figures).collect()
    };
    sheet.rows = turned_stages(&turned.before, &turned.after).into_iter().map(row).collect();
    (!sheet.rows.is_empty()).then_some(sheet)
}

/// A stage with its visits.
fn values(stage: &str, one: &StageLedger) -> impl Iterator<Item = Value> + use<> {
    let counts = [one.entered, one.inferred, one.advanced, one.moved_back, one.lost, one.here];
    let figures = [percent(one.conversion()), days(one.days)];
    std::iter::once(Value::text(stage)).chain(counts.map(Value::Count)).chain(figures)
}

/// What is to be known of a row: of how few it is, and whether more may come.
fn note_of(entered: u32, cohort: Option<CohortTold>) -> Value {
    let is_few = |of: u32| of > 0 && of < FEW;
    let before = cohort.and_then(|one| one.before).unwrap_or(0);
    let notes = [
        (is_few(entered), "too few"),
        (is_few(before), "too few before"),
        (cohort.is_some_and(|one| one.is_open), "not over yet"),
    ];
    let notes: Vec<&str> = notes.iter().filter(|(is_so, _)| *is_so).map(|one| one.1).collect();
    if notes.is_empty() { Value::Empty } else { Value::text(notes.join(", ")) }
}

fn segments(table: &FunnelTable<'_>) -> Sheet {
    let mut sheet = Sheet::new("Time to convert", &SEGMENTS);
    sheet.columns.insert(0, (capital(table.by), 28));
    let row = |one: &ConvertedRow<'_>| {
        let name = if one.name.is_empty() { "Unknown" } else { one.name };
        let figures = one.counts.map(Value::Count).into_iter().chain(one.days.map(days));
        let note = std::iter::once(note_of(one.counts[0], None));
        std::iter::once(Value::text(name)).chain(figures).chain(note).collect()
    };
    sheet.rows = table.segments.iter().map(row).collect();
    sheet
}

fn percent(share: Option<f64>) -> Value {
    days(share.map(|share| share * 100.0))
}

/// To two decimals.
fn days(days: Option<f64>) -> Value {
    let round = |days: f64| Value::Number((days * 100.0).round() / 100.0);
    days.map_or_else(|| Value::text("no data"), round)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ledger() -> StageLedger {
        StageLedger {
            entered: 40,
            inferred: 3,
            advanced: 25,
            moved_back: 2,
            lost: 8,
            here: 5,
            days: Some(12.256),
            timed: 22,
            ..StageLedger::default()
        }
    }

    #[test]
    fn the_table_tells_every_stage_and_stretch_of_time() {
        let period = Period { from: day("2026-01-01"), to: day("2026-03-31") };
        let (ledger, none) = (ledger(), StageLedger::default());
        let cohort = |before, growth| CohortTold { period, is_open: true, before, growth };
        let row = |cohort, stage, ledger| VisitsRow { cohort, stage, ledger };
        let told = FunnelTable {
            day: day("2026-04-02"),
            journey: "New business",
            visits: vec![
                row(None, "MQL", &ledger),
                row(Some(cohort(Some(29), Some(11.0 / 29.0))), "MQL", &ledger),
                row(Some(cohort(None, None)), "=SAL", &none),
            ],
            by: "channel",
            segments: Vec::new(),
        };
        let mut out = Vec::new();
        funnel_table(&told, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        let head = "Go on (%),Median stay (days),Entered before,Growth (%),Note";
        assert!(lines[0].ends_with(head), "{}", lines[0]);
        assert_eq!(lines[1], "all,,MQL,40,3,25,2,8,5,62.5,12.26,,,");
        assert_eq!(
            lines[2],
            "2026-01-01,2026-03-31,MQL,40,3,25,2,8,5,62.5,12.26,29,37.93,\"too few before, not over yet\""
        );
        assert_eq!(
            lines[3],
            "2026-01-01,2026-03-31,'=SAL,0,0,0,0,0,0,no data,no data,no data,no data,not over yet",
            "no data is not 0, and no cell opens a formula"
        );
        let mut book = Vec::new();
        funnel_workbook(&told, &mut book).unwrap();
        assert!(book.starts_with(b"PK"));
    }
}
