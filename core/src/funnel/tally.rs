//! Visits added up.

use super::visit::{Exit, Visit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

/// What came to a stage, and what became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StageLedger {
    /// Visits.
    pub entered: u32,
    /// Of those passed between two recorded stages, without a record of their own.
    pub inferred: u32,
    /// Went on.
    pub advanced: u32,
    /// Went back to an earlier stage.
    pub moved_back: u32,
    /// Were lost.
    pub lost: u32,
    /// Are still there.
    pub here: u32,
    /// How long those who went on stayed: the median, in days; `None` = no data.
    pub days: Option<f64>,
    /// Of so many visits.
    pub timed: u32,
    /// How long those who are still there have been: the median, in days; `None` = no data.
    pub open_days: Option<f64>,
    /// Of so many visits.
    pub open_timed: u32,
}

impl StageLedger {
    /// The share that went on; `None` = nobody came, which is not 0.
    pub fn conversion(&self) -> Option<f64> {
        (self.entered > 0).then(|| f64::from(self.advanced) / f64::from(self.entered))
    }

    /// By how much more came than the number that came before, from −1 up; `None` = nobody came then,
    /// and from 0 there is no growth.
    pub fn growth(&self, before: u32) -> Option<f64> {
        (before > 0).then(|| f64::from(self.entered) / f64::from(before) - 1.0)
    }
}

/// Adds visits to one stage up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    entered: u32,
    inferred: u32,
    advanced: u32,
    moved_back: u32,
    lost: u32,
    here: u32,
    /// How long those who went on stayed, in milliseconds.
    lasted: Vec<i64>,
    /// How long those who are there have been.
    lasting: Vec<i64>,
}

impl Tally {
    /// One more visit.
    pub fn push(&mut self, visit: &Visit) {
        self.entered += 1;
        self.inferred += u32::from(visit.inferred);
        match visit.exit {
            Exit::Advanced => {
                self.advanced += 1;
                self.lasted.extend(visit.lasted);
            }
            Exit::MovedBack => self.moved_back += 1,
            Exit::Lost => self.lost += 1,
            Exit::Here => {
                self.here += 1;
                self.lasting.extend(visit.lasted);
            }
        }
    }

    /// All visits of another besides.
    pub fn merge(&mut self, other: &Self) {
        self.entered += other.entered;
        self.inferred += other.inferred;
        self.advanced += other.advanced;
        self.moved_back += other.moved_back;
        self.lost += other.lost;
        self.here += other.here;
        self.lasted.extend_from_slice(&other.lasted);
        self.lasting.extend_from_slice(&other.lasting);
    }

    /// What they come to.
    pub fn ledger(&mut self) -> StageLedger {
        StageLedger {
            entered: self.entered,
            inferred: self.inferred,
            advanced: self.advanced,
            moved_back: self.moved_back,
            lost: self.lost,
            here: self.here,
            days: median_days(&mut self.lasted),
            timed: count(&self.lasted),
            open_days: median_days(&mut self.lasting),
            open_timed: count(&self.lasting),
        }
    }
}

fn count(values: &[i64]) -> u32 {
    u32::try_from(values.len()).unwrap_or(u32::MAX)
}

/// The median of times in milliseconds, in days; `None` where there is none.
pub fn median_days(millis: &mut [i64]) -> Option<f64> {
    median(millis).map(|millis| millis / DAY)
}

/// The middle value, of an even number the mean of the two in the middle; `None` where there is none.
pub(super) fn median(values: &mut [i64]) -> Option<f64> {
    let middle = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let is_odd = !values.len().is_multiple_of(2);
    let (below, above, _) = values.select_nth_unstable(middle);
    let above = *above;
    let below = if is_odd { above } else { below.iter().max().copied().unwrap_or(above) };
    #[expect(clippy::cast_precision_loss, reason = "milliseconds stay far below 2^53")]
    let sum = below as f64 + above as f64;
    Some(sum / 2.0)
}
