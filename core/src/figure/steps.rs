//! Shares that fall step by step over time.

use super::Reference;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shares over time, from 1 down towards 0, on an axis that may give its beginning more room than
/// its end: places on it are told from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Steps {
    /// The head of the times.
    pub along: String,
    /// The head of the shares.
    pub values: String,
    /// The times that the axis tells, the earliest first.
    pub ticks: Vec<Tick>,
    /// The curves.
    pub curves: Vec<StepCurve>,
    /// Times to compare with, told by their place.
    pub marks: Vec<Reference>,
}

/// A time on the axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Tick {
    /// Its place, 0–1.
    pub at: f64,
    /// In words.
    pub label: String,
}

/// A curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StepCurve {
    /// What it is of.
    pub name: String,
    /// Its points, the earliest first; the last one is where what is known ends.
    pub points: Vec<Step>,
}

/// From here on, until the next point, this share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Step {
    /// The place of its time, 0–1.
    pub at: f64,
    /// The time in words.
    pub time: String,
    /// The share, 0–1.
    pub share: f64,
}

impl StepCurve {
    /// The share at a place; none beyond what is known.
    pub(super) fn share_at(&self, place: f64) -> Option<f64> {
        let end = self.points.last()?.at;
        let until = self.points.partition_point(|step| step.at <= place);
        let known = place <= end + 1e-9;
        self.points[..until].last().filter(|_| known).map(|step| step.share)
    }
}
