//! The table at the end, and how its figures are taken.

use std::fmt;
use std::time::Instant;

/// What stands beside ours.
pub(crate) enum Other {
    /// The same job, done by that tool.
    Tool(&'static str, f64),
    /// There is such a tool, and it is not on this machine.
    Missing(&'static str),
    /// There is none.
    None,
}

/// One row of the table.
pub(crate) struct Row {
    /// The job.
    pub(crate) what: &'static str,
    /// What the figures are in.
    pub(crate) unit: &'static str,
    /// Ours; none where it could not be taken.
    pub(crate) ours: Option<f64>,
    /// Beside it.
    pub(crate) other: Other,
    /// The goal in words, and whether it is met.
    pub(crate) goal: (String, bool),
}

/// All rows.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// Adds a row, and shows it at once: the rest takes a while.
    pub(crate) fn add(&mut self, row: Row) {
        println!("  {}: {}", row.what, row.cells()[1]);
        self.0.push(row);
    }
}

impl Row {
    fn cells(&self) -> [String; 6] {
        let shown = |value: f64| format!("{} {}", figures(value), self.unit);
        let (other, ratio) = match (&self.other, self.ours) {
            (Other::Tool(name, value), Some(ours)) => {
                (format!("{name}: {}", shown(*value)), format!("{} ×", figures(ours / value)))
            }
            (Other::Tool(name, value), None) => (format!("{name}: {}", shown(*value)), dash()),
            (Other::Missing(name), _) => {
                (format!("{name} is not installed here: not measured"), dash())
            }
            (Other::None, _) => (dash(), dash()),
        };
        let met = match (self.ours, self.goal.1) {
            (None, _) => "not measured",
            (_, true) => "met",
            (_, false) => "not met",
        };
        let ours = self.ours.map_or_else(dash, shown);
        [self.what.to_owned(), ours, other, ratio, self.goal.0.clone(), met.to_owned()]
    }
}

fn dash() -> String {
    "–".to_owned()
}

/// Three figures that count.
fn figures(value: f64) -> String {
    match value.abs() {
        below if below < 0.1 => format!("{value:.4}"),
        below if below < 1.0 => format!("{value:.3}"),
        below if below < 10.0 => format!("{value:.2}"),
        below if below < 100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["what", "Throughline", "other tool", "ratio", "goal", "met?"].map(String::from);
        let lines: Vec<_> = std::iter::once(head).chain(self.0.iter().map(Row::cells)).collect();
        let width = |at: usize| lines.iter().map(|line| line[at].chars().count()).max();
        let widths: Vec<_> = (0..6).map(|at| width(at).unwrap_or_default()).collect();
        for (nth, line) in lines.iter().enumerate() {
            let cells = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
            writeln!(f, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
            if nth == 0 {
                writeln!(f, "{}", "─".repeat(widths.iter().sum::<usize>() + 10))?;
            }
        }
        Ok(())
    }
}

/// The median of some figures.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// The median time of a step, in milliseconds; each run is prepared outside of the measure.
pub(crate) fn median_ms<T, R>(
    runs: usize,
    mut prepare: impl FnMut(usize) -> T,
    mut step: impl FnMut(T) -> R,
) -> f64 {
    let run = |run| {
        let prepared = prepare(run);
        let start = Instant::now();
        std::hint::black_box(step(prepared));
        milliseconds(start)
    };
    median((0..runs).map(run).collect())
}

/// Milliseconds since an instant.
pub(crate) fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}

/// A figure beside the table, in milliseconds.
pub(crate) fn note(what: &str, figure: f64) {
    println!("    {what:<56} {figure:>9.3} ms");
}
