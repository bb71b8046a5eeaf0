//! The figures of what came about over time: scores from snapshot to snapshot, money by month.

use super::groups::axis;
use super::twin::{date, percent, score, short};
use super::{Curve, CurvePoint, Curves, Figure, Group, GroupBar, Groups, Picture};
use crate::model::{Money, decimals, thousands};
use chrono::NaiveDate;

/// How coverage came to stand so: a curve for each name over days, the earliest first, each with a
/// score from 0 to 1 for each name; `None` = no score.
pub fn coverage_history(names: &[String], days: &[(NaiveDate, Vec<Option<f64>>)]) -> Figure {
    let points = |at: usize| {
        let point = |(on, scores): &(NaiveDate, Vec<Option<f64>>)| CurvePoint {
            on: *on,
            value: scores.get(at).copied().flatten().map(|value| value * 100.0),
        };
        days.iter().map(point).collect::<Vec<_>>()
    };
    let curves: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, name)| Curve { name: name.clone(), points: points(at) })
        .collect();
    Figure {
        title: "Coverage over time".to_owned(),
        summary: curves.first().map_or_else(String::new, in_words),
        picture: Picture::Curves(Curves {
            values: "Score".to_owned(),
            full: 100.0,
            steps: 4,
            curves,
        }),
    }
}

/// "New business: 46 on 28 August 2026, 63 on 26 November 2026."
fn in_words(curve: &Curve) -> String {
    let known: Vec<_> = curve.points.iter().filter(|point| point.value.is_some()).collect();
    let said = |point: &CurvePoint| format!("{} on {}", score(point.value), date(point.on));
    match known.as_slice() {
        [] => format!("{}: no score yet.", curve.name),
        [only] => format!("{}: {}.", curve.name, said(only)),
        [first, .., last] => format!("{}: {}, {}.", curve.name, said(first), said(last)),
    }
}

/// What a month may cost, and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpendingMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// What it may cost, in the currency of the workspace; `None` = nobody has said, or no rate.
    pub budget: Option<Money>,
    /// What it did cost.
    pub cost: Option<Money>,
}

/// Budget and cost by month, in the currency of the workspace.
pub fn spending(programme: &str, currency: &str, months: &[SpendingMonth]) -> Figure {
    let unit = 10_f64.powi(i32::try_from(decimals(currency)).unwrap_or(0));
    let whole = |money: &Money| whole(money.minor) / unit;
    let bar = |money: &Option<Money>| GroupBar {
        value: money.as_ref().map(whole),
        text: money.as_ref().map_or_else(|| "no data".to_owned(), Money::rounded),
    };
    let amounts = months.iter().flat_map(|month| [&month.budget, &month.cost]).flatten();
    let (full, steps) = axis(amounts.map(whole).fold(0.0, f64::max));
    let tick = |step: u32| grouped(full * f64::from(step) / f64::from(steps));
    let group = |month: &SpendingMonth| Group {
        label: month.month.format("%b %Y").to_string(),
        bars: vec![bar(&month.budget), bar(&month.cost)],
    };
    Figure {
        title: format!("Budget and cost of {programme}"),
        summary: format!("By month, in {currency}."),
        picture: Picture::Groups(Groups {
            labels: "Month".to_owned(),
            full,
            ticks: (0..=steps).map(tick).collect(),
            series: vec!["Budget".to_owned(), "Cost".to_owned()],
            groups: months.iter().map(group).collect(),
            ..Groups::default()
        }),
    }
}

/// How promises were kept in a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PromisedMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// Of the leads due the share followed up in time, 0–1; `None` = none was due.
    pub within_time: Option<f64>,
    /// Of those answered the share accepted, 0–1; `None` = none was answered.
    pub accepted: Option<f64>,
}

/// What both sides are held to, by month: shares of leads in time and accepted, the earliest first.
pub fn promises_kept(months: &[PromisedMonth]) -> Figure {
    let bar = |share: Option<f64>| GroupBar {
        value: share.map(|share| share * 100.0),
        text: share.map_or_else(|| "no data".to_owned(), percent),
    };
    let group = |month: &PromisedMonth| Group {
        label: month.month.format("%b %Y").to_string(),
        bars: vec![bar(month.within_time), bar(month.accepted)],
    };
    Figure {
        title: "In time and accepted".to_owned(),
        summary: "By month: of the leads due the share followed up in time, and of those answered \
                  the share accepted."
            .to_owned(),
        picture: Picture::Groups(Groups {
            labels: "Month".to_owned(),
            full: 100.0,
            ticks: (0..=4).map(|step| format!("{}%", step * 25)).collect(),
            series: vec!["In time".to_owned(), "Accepted".to_owned()],
            groups: months.iter().map(group).collect(),
            ..Groups::default()
        }),
    }
}

/// Exact up to 2^53 minor units; beyond that the picture is not told apart anyway.
#[allow(clippy::cast_precision_loss, reason = "a length in a picture")]
fn whole(minor: i64) -> f64 {
    minor as f64
}

/// "1,200" and "0.5".
fn grouped(value: f64) -> String {
    let text = short(value);
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), thousands);
    if rest.is_empty() { whole } else { format!("{whole}.{rest}") }
}
