//! A figure as a table.

use super::{Bars, Curves, Figure, Flow, FlowLink, Grid, GridCell, Groups, Picture, Steps};
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
            Picture::Flow(flow) => of_flow(flow),
            Picture::Grid(grid) => of_grid(grid),
            Picture::Groups(groups) => of_groups(groups),
            Picture::Steps(steps) => of_steps(steps),
        }
    }
}

fn of_bars(bars: &Bars) -> Twin {
    let row = |label: &str, text: &str, note: &str| {
        vec![label.to_owned(), text.to_owned(), note.to_owned()]
    };
    let marks = bars.references.iter().map(|one| row(&one.label, &one.text, &one.note));
    let rows = bars.bars.iter().map(|bar| row(&bar.label, &bar.text, &bar.note)).chain(marks);
    Twin { header: row(&bars.labels, &bars.values, "Note"), rows: rows.collect() }
}

fn of_groups(groups: &Groups) -> Twin {
    let head = std::iter::once(&groups.labels).chain(&groups.series);
    let row = |group: &super::Group| {
        let texts = group.bars.iter().map(|bar| bar.text.clone());
        std::iter::once(group.label.clone()).chain(texts).collect()
    };
    let mark = |mark: &super::Reference| {
        let texts = groups.series.iter().map(|_| mark.text.clone());
        std::iter::once(mark.label.clone()).chain(texts).collect()
    };
    let marks = groups.references.iter().map(mark);
    Twin {
        header: head.cloned().collect(),
        rows: groups.groups.iter().map(row).chain(marks).collect(),
    }
}

/// A row for each time that the axis tells, then one for each mark.
fn of_steps(steps: &Steps) -> Twin {
    let names = steps.curves.iter().map(|curve| curve.name.clone());
    let times = steps.ticks.iter().map(|tick| {
        let share = |share: Option<f64>| share.map_or_else(|| "no data".to_owned(), percent);
        let shares = steps.curves.iter().map(|curve| share(curve.share_at(tick.at)));
        std::iter::once(tick.label.clone()).chain(shares).collect()
    });
    let marks = steps.marks.iter().map(|mark| {
        let shares = steps
            .curves
            .iter()
            .map(|curve| curve.share_at(mark.value).map_or_else(|| "no data".to_owned(), percent));
        std::iter::once(mark.said()).chain(shares).collect()
    });
    Twin {
        header: std::iter::once(steps.along.clone()).chain(names).collect(),
        rows: times.chain(marks).collect(),
    }
}

/// "42%" of a share from 0 to 1; what is neither nothing nor all is not called so.
pub(super) fn percent(share: f64) -> String {
    match share * 100.0 {
        some if some > 0.0 && some < 1.0 => "under 1%".to_owned(),
        most if most > 99.0 && most < 100.0 => "over 99%".to_owned(),
        share => format!("{:.0}%", share.round()),
    }
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

/// A row for each link: where from, where to, how much.
fn of_flow(flow: &Flow) -> Twin {
    let row = |link: &FlowLink| {
        let (from, to) = flow.ends(link)?;
        Some(vec![from.name.clone(), to.name.clone(), link.text.clone()])
    };
    Twin {
        header: vec![flow.labels.clone(), "To".to_owned(), flow.values.clone()],
        rows: flow.links.iter().filter_map(row).collect(),
    }
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
