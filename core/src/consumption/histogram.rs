//! Gaps in fixed bins.

use super::gaps::Row;
use super::{DAY, HOUR};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where bins meet, in hours: under 1, 1–4, 4–12, 12–24, 24–48, 48 hours–7 days, 7–30 days, from 30
/// days on.
const EDGES: [u32; 7] = [1, 4, 12, 24, 48, 7 * DAY / HOUR, 30 * DAY / HOUR];

/// How many requests were opened after a gap from one time until before another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapBin {
    /// From, hours; a gap of exactly that is in it.
    pub from_hours: u32,
    /// To, hours; a gap of exactly that is in the next one. `None` = however long.
    pub to_hours: Option<u32>,
    /// How many were opened.
    pub opened: usize,
}

/// The bins of rows that are in order.
pub(super) fn histogram(rows: &[Row]) -> Vec<GapBin> {
    let mut bins = Vec::with_capacity(EDGES.len() + 1);
    let (mut rest, mut from_hours) = (rows, 0);
    for to_hours in EDGES.into_iter().map(Some).chain([None]) {
        let before = |row: &Row| to_hours.is_none_or(|to| row.seconds() < to * HOUR);
        let (bin, after) = rest.split_at(rest.partition_point(before));
        let opened = bin.iter().filter(|row| row.is_opened()).count();
        bins.push(GapBin { from_hours, to_hours, opened });
        (rest, from_hours) = (after, to_hours.unwrap_or_default());
    }
    bins
}
