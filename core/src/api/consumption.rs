//! The content consumption gap.

use super::Context;
use crate::demand::{self, ConsumptionReport, ConsumptionSegment, Dimension};
use crate::error::Result;
use crate::model::Millis;
use serde::Deserialize;
use ts_rs::TS;

/// Which segments, and as of when.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ConsumptionOf {
    /// What segments are told apart by; none = all requests together.
    #[ts(as = "Option<Vec<Dimension>>")]
    pub by: Vec<Dimension>,
    /// As of when; the newest time in the files unless given.
    pub as_of: Option<Millis>,
}

/// One segment.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SegmentOf {
    /// What segments are told apart by.
    pub by: Vec<Dimension>,
    /// What this one has of each.
    pub segment: Vec<String>,
    /// As of when; the newest time in the files unless given.
    #[ts(optional)]
    pub as_of: Option<Millis>,
}

/// The gap by segments.
pub(super) fn report(context: Context<'_>, request: ConsumptionOf) -> Result<ConsumptionReport> {
    demand::consumption(&context.open()?.plan, &request.by, request.as_of)
}

/// One segment with its curve.
pub(super) fn segment(context: Context<'_>, request: SegmentOf) -> Result<ConsumptionSegment> {
    let plan = &context.open()?.plan;
    demand::consumption_segment(plan, &request.by, &request.segment, request.as_of)
}
