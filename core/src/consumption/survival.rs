//! The share of requests not opened yet, by Kaplan and Meier.

use super::gaps::Row;
use super::{DAY, MONTH, count, hours};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far a share may be off by rounding: more than products of any hand case are, and far less
/// than one request of ten million.
const ROUNDING: f64 = 1e-12;

/// The most points a curve is drawn by.
const POINTS: usize = 200;

/// After how long so many are opened. Ordered by how long that takes.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Quantile {
    /// There are no requests.
    NoData,
    /// After this long.
    Reached {
        /// Hours.
        hours: f64,
    },
    /// For as long as requests were watched, fewer were opened.
    NotReached,
}

/// From here on, until the next point, this share was not opened yet.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct UnopenedPoint {
    /// Hours since the request.
    pub hours: f64,
    /// The share, 0–1.
    pub share: f64,
}

/// A time at which requests were opened, and the share that was not opened after it.
#[derive(Clone, Copy, Debug)]
struct Step {
    seconds: u32,
    share: f64,
}

/// The share not opened yet, over time.
#[derive(Debug)]
pub(super) struct Survival {
    steps: Vec<Step>,
    /// How long the request that was watched or waited longest was, seconds; `None` = no requests.
    last: Option<u32>,
}

impl Survival {
    /// Of rows that are in order.
    pub(super) fn of(rows: &[Row]) -> Self {
        Self { steps: steps(rows), last: rows.last().map(|row| row.seconds()) }
    }

    /// The first time by which this share is opened.
    pub(super) fn quantile(&self, opened: f64) -> Quantile {
        if self.last.is_none() {
            return Quantile::NoData;
        }
        let level = 1.0 - opened + ROUNDING;
        let first = self.steps.partition_point(|step| step.share > level);
        let reached = |step: &Step| Quantile::Reached { hours: hours(step.seconds) };
        self.steps.get(first).map_or(Quantile::NotReached, reached)
    }

    /// The share opened within 24 hours; none where nothing is known of that time.
    pub(super) fn within_a_day(&self) -> Option<f64> {
        let share = self.share_at(DAY);
        let known = share == 0.0 || self.last.is_some_and(|last| last >= DAY);
        known.then_some(1.0 - share)
    }

    fn share_at(&self, seconds: u32) -> f64 {
        let until = self.steps.partition_point(|step| step.seconds <= seconds);
        self.steps[..until].last().map_or(1.0, |step| step.share)
    }

    /// The curve from the request to day 30, or to where the data ends. Of many steps only so many
    /// are drawn that it never is too high by a 197th of the whole drop.
    pub(super) fn curve(&self) -> Vec<UnopenedPoint> {
        let Some(end) = self.last.map(|last| last.min(MONTH)) else { return Vec::new() };
        let steps = &self.steps[..self.steps.partition_point(|step| step.seconds <= end)];
        let mut share = self.share_at(0);
        let mut points = vec![UnopenedPoint { hours: 0.0, share }];
        // The first, the last, and one that rounding may add.
        let room = POINTS - 3;
        let all = steps.len() <= room;
        let drop = (share - self.share_at(end)) / count(room);
        for step in steps.iter().filter(|step| step.seconds > 0) {
            if all || share - step.share >= drop || step.seconds == end {
                share = step.share;
                points.push(UnopenedPoint { hours: hours(step.seconds), share });
            }
        }
        if points.last().is_some_and(|point| point.hours < hours(end)) {
            points.push(UnopenedPoint { hours: hours(end), share: self.share_at(end) });
        }
        points
    }
}

/// The steps of rows that are in order. Between two censorings the share is what it was at their
/// start × what is left ÷ what was there, so it is an exact fraction until the first one.
fn steps(rows: &[Row]) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut share, mut start, mut there) = (1.0, 1.0, rows.len());
    let mut rest = rows;
    while let Some(row) = rest.first() {
        let same = rest.iter().take_while(|other| other.0 >> 1 == row.0 >> 1).count();
        let left = rest.len() - same;
        if row.is_opened() {
            share = start * count(left) / count(there);
            steps.push(Step { seconds: row.seconds(), share });
        } else {
            (start, there) = (share, left);
        }
        rest = &rest[same..];
    }
    steps
}
