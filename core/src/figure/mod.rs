//! Pictures as data: what is shown is said once, and every writer draws or tells the same of it.
//!
//! A [`Figure`] knows no colour and no pixel; it has a [`Twin`], the same as a table for whoever
//! would rather read, and [`svg`] draws it for pages, documents and files. The window draws the
//! same figure with its chart library.

mod build;
mod consumption;
mod flow;
mod funnel;
mod grid;
mod groups;
mod kpi;
mod lettering;
mod over_time;
mod scores;
mod steps;
mod stock;
mod svg;
mod text;
mod twin;

pub use build::{coverage_map, gap_bars, maturity_bars, maturity_history};
pub use consumption::{MeasuredGap, gap_lengths, gap_means, unopened};
pub use flow::{Flow, FlowLink, FlowNode, FlowTone};
pub use funnel::{FunnelStage, Seam, funnel};
pub use grid::{Grid, GridCell, GridColumn, GridRow};
pub use groups::{Group, GroupBar, Groups};
pub use kpi::{ToldKpi, kpi_series};
pub use lettering::{width, wrap};
pub use over_time::{PromisedMonth, SpendingMonth, coverage_history, promises_kept, spending};
pub use scores::{ScoredBin, lead_scores, score_bins};
pub use steps::{Step, StepCurve, Steps, Tick};
pub use stock::{AgedLeads, stock_ages};
pub use svg::{Theme, colours, sheet, sign, svg};
pub use twin::Twin;

use crate::coverage::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A picture with what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// What it shows: its accessible name.
    pub title: String,
    /// What is to be seen in it, in a sentence.
    pub summary: String,
    /// The picture.
    pub picture: Picture,
}

/// What kind of picture it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Picture {
    /// Lengths side by side.
    Bars(Bars),
    /// Values over days.
    Curves(Curves),
    /// Shares that fall step by step.
    Steps(Steps),
    /// Heights in groups.
    Groups(Groups),
    /// What flows from where to where.
    Flow(Flow),
    /// The map of a journey.
    Grid(Grid),
}

/// Horizontal bars.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Bars {
    /// The head of the labels in the twin.
    pub labels: String,
    /// The head of the values in the twin.
    pub values: String,
    /// What fills the whole length; above 0.
    pub full: f64,
    /// The bars, from above.
    pub bars: Vec<BarMark>,
    /// Values to compare with, the least first.
    pub references: Vec<Reference>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BarMark {
    /// What it stands for.
    pub label: String,
    /// What is said beneath the label, or empty.
    pub note: String,
    /// Its length; `None` = no data, which is not 0.
    pub value: Option<f64>,
    /// The value in words.
    pub text: String,
    /// The state it is about, shown by its sign.
    pub state: Option<State>,
}

/// A value to compare with: a marked line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Reference {
    /// What it is.
    pub label: String,
    /// Where it lies.
    pub value: f64,
    /// The value in words.
    pub text: String,
    /// Where it comes from, or empty.
    pub note: String,
}

impl Reference {
    /// What stands at its line.
    pub fn said(&self) -> String {
        format!("{}: {}", self.label, self.text)
    }
}

/// Curves over days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Curves {
    /// The head of the values.
    pub values: String,
    /// The highest value of the axis, which begins at 0; above 0.
    pub full: f64,
    /// In how many steps the axis is told.
    pub steps: u32,
    /// The curves.
    pub curves: Vec<Curve>,
}

/// A curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Curve {
    /// What it is of.
    pub name: String,
    /// Its points, the earliest first.
    pub points: Vec<CurvePoint>,
}

/// A value on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CurvePoint {
    /// The day.
    pub on: NaiveDate,
    /// The value; `None` = no data.
    pub value: Option<f64>,
}

#[cfg(test)]
mod consumption_tests;
#[cfg(test)]
mod flow_tests;
#[cfg(test)]
mod svg_tests;
