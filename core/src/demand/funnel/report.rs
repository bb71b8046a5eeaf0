//! What came into each stage and what became of it, as it is told and kept.

use super::audience::Audience;
use super::segments::FunnelSegment;
use super::totals::StageTotal;
use crate::funnel::StageLedger;
use crate::id::{JourneyId, StageId};
use crate::model::{Millis, Period, Unit, words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// What leads are told apart by.
    FunnelDimension {
        /// The channel they came by first.
        Channel = "channel",
        /// The persona that the job title tells of.
        Persona = "persona",
        /// The level.
        Level = "level",
        /// The company's industry.
        Industry = "industry",
        /// The country.
        Country = "country",
    }
}

/// Which funnel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FunnelQuery {
    /// Of this journey; of the first unless given.
    pub journey: Option<JourneyId>,
    /// Cohorts of visits that began in the same month, quarter or year; quarters unless given.
    pub cohort: Option<Unit>,
    /// What leads are told apart by; the channel unless given.
    pub by: Option<FunnelDimension>,
}

/// What came to a stage and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FunnelStage {
    /// The stage.
    pub stage_id: StageId,
    /// Its visits.
    #[serde(flatten)]
    pub ledger: StageLedger,
}

/// Where the unit changes from leads to deals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Seam {
    /// Leads that became part of a deal, or were recorded at a stage of deals.
    pub leads: u32,
    /// Deals with a lead.
    pub deals: u32,
    /// Deals without a lead.
    pub direct: u32,
}

/// The visits of a cohort to a stage, held against those of the cohort before.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CohortStage {
    /// The visits.
    #[serde(flatten)]
    pub ledger: StageLedger,
    /// How many came in the stretch of the calendar before; `None` = nothing came to any stage then.
    pub before: Option<u32>,
    /// By how much more came than before, from −1 up; `None` = no data, as where nobody came then.
    pub growth: Option<f64>,
}

/// Visits that began in the same stretch of time, and what became of them until now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CohortRow {
    /// When they began.
    pub period: Period,
    /// Whether it is not over: the files do not tell of all of it, so more may come.
    pub is_open: bool,
    /// At each stage of the journey.
    pub stages: Vec<CohortStage>,
    /// Leads that became part of a deal then, and deals that began then.
    pub seam: Seam,
}

/// The cohorts of one length.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Cohorts {
    pub(super) unit: Unit,
    pub(super) rows: Vec<CohortRow>,
}

/// What is worked out of all leads and deals, as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct FunnelFigures {
    pub(super) leads: u32,
    pub(super) deals: u32,
    pub(super) stages: Vec<FunnelStage>,
    pub(super) seam: Seam,
    pub(super) cohorts: Vec<Cohorts>,
    pub(super) audience: Audience,
    pub(super) segments: Vec<FunnelSegment>,
    pub(super) totals: Vec<StageTotal>,
}

/// The funnel of a journey.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FunnelReport {
    /// The newest time in the files: what came until then is known; `None` = there are none.
    pub as_of: Option<Millis>,
    /// The journey.
    pub journey_id: JourneyId,
    /// All leads.
    pub leads: u32,
    /// All deals.
    pub deals: u32,
    /// Its stages in order, with all visits.
    pub stages: Vec<FunnelStage>,
    /// Between the stages of leads and those of deals.
    pub seam: Seam,
    /// How long the stretches of time are.
    pub cohort: Unit,
    /// The same by when visits began, the latest first.
    pub cohorts: Vec<CohortRow>,
    /// Leads that left, and those that wait where nobody looks after them.
    pub audience: Audience,
    /// What leads are told apart by.
    pub by: FunnelDimension,
    /// How many of each became deals, and how long that took; the largest segment first.
    pub segments: Vec<FunnelSegment>,
    /// What files count without naming anybody, by stage: from totals.
    pub totals: Vec<StageTotal>,
}
