//! The content consumption gap (METHOD.md): how long it takes from a request until somebody opens
//! what they asked for, and how long to wait before asking about it.
//!
//! Pure, and knows nothing of other rooms: whoever reads requests and opens hands over durations.
//! Requests that nobody has opened yet count for as long as they were watched (Kaplan–Meier); they
//! are neither left out nor 0.

mod gaps;
mod histogram;
mod reference;
mod survival;

pub use gaps::Gaps;
pub use histogram::GapBin;
pub use reference::{REFERENCE_GAPS, REFERENCE_WAIT_HOURS, ReferenceGap};
pub use survival::{Quantile, UnopenedPoint};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

/// Fewer requests than these are too few to go by.
pub const ENOUGH: usize = 30;

/// Seconds.
const HOUR: u32 = 3_600;
const DAY: u32 = 24 * HOUR;

/// By when what will be opened counts as opened, and how old a request must be to tell, in seconds.
const MONTH: u32 = 30 * DAY;

/// The content consumption gap of a segment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Consumption {
    /// Requests.
    pub n: usize,
    /// Those opened by the as-of time.
    pub opened: usize,
    /// Opened of all, 0–1; `None` = no requests.
    pub opened_share: Option<f64>,
    /// Opened within 24 hours, 0–1, by Kaplan–Meier; `None` = no request was watched that long.
    pub within_24h: Option<f64>,
    /// The mean gap of what was opened, hours; `None` = nothing was.
    pub mean_hours: Option<f64>,
    /// The gap after which half of the requests are opened.
    pub median_hours: Quantile,
    /// The gap after which nine of ten are.
    pub p90_hours: Quantile,
    /// The time by which half of what is opened within 30 days is, in whole hours rounded up;
    /// `None` = no request is 30 days old, or none of those was opened within 30 days.
    pub recommended_wait_hours: Option<u32>,
    /// Whether there are fewer than 30 requests.
    pub too_few: bool,
    /// What was opened by its gap, the shortest first: always the same bins.
    pub histogram: Vec<GapBin>,
    /// The share not opened yet, for drawing: at most 200 points.
    pub curve: Vec<UnopenedPoint>,
}

/// Hours of so many seconds.
fn hours(seconds: u32) -> f64 {
    f64::from(seconds) / f64::from(HOUR)
}

/// A count, or a sum of seconds, to calculate with.
#[expect(clippy::cast_precision_loss, reason = "counts, and seconds of millions, stay below 2⁵³")]
fn number(count: u64) -> f64 {
    count as f64
}

/// A count of rows, to calculate with.
fn count(rows: usize) -> f64 {
    number(rows as u64)
}
