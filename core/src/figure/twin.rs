//! A figure as a table.

use super::{Bars, Curves, Figure, Grid, GridCell, Groups, Picture};
use crate::model::Word;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The same as a figure, for reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Twin {
    /// The heads of the columns.
    pub header: Vec<String>,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

impl Figure {
    /// The figure as a table.
    pub fn twin(&self) -> Twin {
        match &self.picture {
            Picture::Bars(bars) => of_bars(bars),
            Picture::Curves(curves) => of_curves(curves),
            Picture::Grid(grid) => of_grid(grid),
            Picture::Groups(groups) => of_groups(groups),
        }
    }
}

fn of_bars(bars: &Bars) -> Twin {
    let row = |label: &str, text: &str, note: &str| {
        vec![label.to_owned(), text.to_owned(), note.to_owned()]
    };
    let mut rows: Vec<_> =
        bars.bars.iter().map(|bar| row(&bar.label, &bar.text, &bar.note)).collect();
    if let Some(reference) = &bars.reference {
        rows.push(row(&reference.label, &short(reference.value), ""));
    }
    Twin { header: row(&bars.labels, &bars.values, "Note"), rows }
}

fn of_groups(groups: &Groups) -> Twin {
    let head = std::iter::once(&groups.labels).chain(&groups.series);
    let row = |group: &super::Group| {
        let texts = group.bars.iter().map(|bar| bar.text.clone());
        std::iter::once(group.label.clone()).chain(texts).collect()
    };
    Twin { header: head.cloned().collect(), rows: groups.groups.iter().map(row).collect() }
}

fn of_curves(curves: &Curves) -> Twin {
    let days: BTreeSet<NaiveDate> =
        curves.curves.iter().flat_map(|curve| curve.points.iter().map(|point| point.on)).collect();
    let names = curves.curves.iter().map(|curve| curve.name.clone());
    let header = std::iter::once("Day".to_owned()).chain(names).collect();
    let at: Vec<BTreeMap<NaiveDate, Option<f64>>> = curves
        .curves
        .iter()
        .map(|curve| curve.points.iter().map(|point| (point.on, point.value)).collect())
        .collect();
    let row = |day: &NaiveDate| {
        let values = at.iter().map(|points| {
            points.get(day).copied().flatten().map_or_else(|| "no data".to_owned(), short)
        });
        std::iter::once(date(*day)).chain(values).collect()
    };
    Twin { header, rows: days.iter().map(row).collect() }
}

fn of_grid(grid: &Grid) -> Twin {
    let names = grid.columns.iter().map(|column| column.name.clone());
    let header = std::iter::once(grid.corner.clone()).chain(names).chain(["Score".to_owned()]);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in &grid.rows {
        let cells = row.cells.iter().map(in_words);
        let name = std::iter::once(row.name.clone());
        rows.push(name.chain(cells).chain([score(row.score)]).collect());
    }
    if grid.has_foot {
        let scores = grid.columns.iter().map(|column| score(column.score));
        let foot = std::iter::once("Score".to_owned()).chain(scores);
        rows.push(foot.chain([score(grid.total)]).collect());
    }
    Twin { header: header.collect(), rows }
}

/// "thin, 2 pieces, 1 must-need open".
fn in_words(cell: &GridCell) -> String {
    let pieces = match cell.count {
        0 => String::new(),
        1 => ", 1 piece".to_owned(),
        count => format!(", {count} pieces"),
    };
    let musts = match cell.open_musts {
        0 => String::new(),
        1 => ", 1 must-need open".to_owned(),
        count => format!(", {count} must-needs open"),
    };
    format!("{}{pieces}{musts}", cell.state.as_word())
}

/// "46", or that there is none.
pub(super) fn score(value: Option<f64>) -> String {
    value.map_or_else(|| "no score".to_owned(), |value| format!("{value:.0}"))
}

/// With one decimal at most, half of it up.
pub(super) fn short(value: f64) -> String {
    let text = format!("{:.1}", (value * 10.0).round() / 10.0);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// "26 November 2026".
pub(super) fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
