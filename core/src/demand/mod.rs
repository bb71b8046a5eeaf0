//! The demand side: leads and what they did, read off the facts of a workspace.
//!
//! Facts are read segment by segment, on two connections of their own, so that nobody who edits
//! waits. What takes a look at every lead is kept with a stamp that says what it was worked out
//! from, and worked out anew when that has changed.

mod advocates;
mod answers;
mod assets;
mod deals;
mod effect;
mod erase;
mod funnel;
mod gaps;
mod handoff;
mod kpi;
mod lead;
mod leads;
mod persona;
mod prices;
mod programmes;
mod quality;
mod record;
mod rows;
mod scan;
mod score;
mod scorecard;
mod sorter;
mod stamps;
#[cfg(test)]
mod test_plan;
mod titles;
mod worker;

pub use advocates::{AdvocateMark, MarkedLead, marked};
pub use deals::{
    DealContent, DealFacts, DealList, DealMove, DealOutcome, DealQuery, DealRow, DealSort,
    DealStage, DealTouch, DealVisit, Deals, deal, deal_list, deal_rows, deals_of,
};
pub use effect::{MeasuredEffect, effects};
pub use erase::{LeadsHeld, erase_leads, held_of_leads};
pub use funnel::{
    Audience, CohortRow, CohortStage, FunnelDimension, FunnelQuery, FunnelReport, FunnelSegment,
    FunnelStage, LeadGroup, Seam, StageTotal, funnel,
};
pub use gaps::{
    ConsumptionReport, ConsumptionSegment, GapDimension, GapFigures, GapRow, consumption,
    consumption_segment, consumption_segments,
};
pub use handoff::{
    BriefRequest, Cases, FollowUpBrief, FollowUpCounts, FollowUpList, FollowUpPage, FollowUpQuery,
    FollowUpRequest, FollowUpRow, FollowUpStatus, HandedLead, HotAsk, PersonaAnswers, PromiseKind,
    Promised, ReasonCount, SalesReply, SlaMonth, SlaReport, Wait, WaitSource, answers_by_persona,
    brief, cases, follow_ups, handed, sla,
};
pub use kpi::{
    Attributed, AttributedRow, Behind, KpiColumn, KpiCost, KpiCosts, KpiFilter, KpiNames, KpiPoint,
    KpiQuery, KpiReport, KpiRow, KpiRows, KpiTable, KpiValue, ReturnInputs, RevenueDimension,
    deals_behind, kpi_names, kpis, prepare_kpis,
};
pub use lead::{LeadEvent, LeadPage, LeadValue, find_lead, lead};
pub use leads::{LeadList, LeadOrder, LeadQuery, LeadRow, LeadSort, order, window};
pub use prices::{known_prices, prices};
pub use quality::{
    FlagCount, FlaggedList, FlaggedOrder, FlaggedQuery, FlaggedRow, GuardCampaign, GuardList,
    GuardQuery, GuardRow, GuardTally, LeadQuality, MailedBy, QualityReport, VerifyList, VerifyRow,
    flagged_order, flagged_window, guard_tally, guard_window, quality, verify_first,
};
pub use record::{LeadRecord, lead_record};
pub use rows::{FactCount, FactQuery, FactRow, FactRows, fact_counts, fact_rows};
pub use scan::{Counting, counting};
pub use score::{
    AppliedModel, BacktestReport, LeadScore, LeadState, ModelTest, ScoreBin, ScoreDistribution,
    ScoreLine, ScorePoint, ScoreSpell, TestedLead, applied, backtest, distribution, lead_score,
    top_scores,
};
pub use scorecard::{OwnFigure, ReferenceRow, Scorecard, scorecard};
pub use titles::{TitleCount, UnmatchedTitles, unmatched};
