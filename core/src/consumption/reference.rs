//! What others measured. Never the user's own data: shown with its source.

use serde::Serialize;
use ts_rs::TS;

/// How long to wait where nothing of one's own says, in hours: the mean of 2016.
pub const REFERENCE_WAIT_HOURS: u32 = 28;

/// A published mean gap.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReferenceGap {
    /// Of whom, and of when.
    pub label: &'static str,
    /// The mean gap of what was opened, hours.
    pub hours: f64,
    /// Whether it is said to be longer than that, and not by how much.
    pub over: bool,
    /// Who published it where.
    pub source: &'static str,
}

const REPORT_OF_2017: &str =
    "NetLine, 2017 State of IT Content Consumption and Demand Report, from 8.5 million leads";

/// The published gaps, the oldest first.
pub const REFERENCE_GAPS: [ReferenceGap; 4] = [
    ReferenceGap {
        label: "All professionals, 2016",
        hours: 28.0,
        over: false,
        source: REPORT_OF_2017,
    },
    ReferenceGap {
        label: "C-suite in technology, 2016",
        hours: 30.0,
        over: true,
        source: REPORT_OF_2017,
    },
    ReferenceGap {
        label: "Later edition, 2022",
        hours: 28.7,
        over: false,
        source: "NetLine, edition of 2022 of its report on content consumption",
    },
    ReferenceGap {
        label: "Later edition, 2023",
        hours: 31.2,
        over: false,
        source: "NetLine, edition of 2023 of its report on content consumption",
    },
];
