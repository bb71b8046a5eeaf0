//! What is to be seen to in a cell, and for a persona in a phase (product.md section 3).

use crate::id::{PlacementId, TriggerId};
use crate::model::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// A finding of a cell.
    Finding {
        /// More than 5 published placements, whatever their verdict.
        Excess = "excess",
        /// A trigger of the persona that no Engage placement answers; on its Engage cells.
        TriggerUnanswered = "trigger unanswered",
        /// A live yes is here and a next applicable cell exists, but no yes-asset leads there or
        /// to an action.
        BrokenPath = "broken path",
        /// A live asset lacks one of its next steps or both.
        OneWay = "one-way",
        /// A live asset at or after the handoff has no takeaways.
        NoTakeaways = "no takeaways",
        /// The last day of a live asset's shelf life is at most 60 days away.
        Expiring = "expires within 60 days",
        /// A live asset has neither a date of publication nor one of review.
        Undated = "undated",
    }
}

words! {
    /// A finding of a persona in a phase, over its live assets. Where nothing is live there is
    /// none: the cells say so already.
    PhaseFinding {
        /// Nothing interactive or visual.
        NothingInteractive = "no interactive or visual piece",
        /// Nothing foundational.
        NoFoundational = "no foundational",
        /// Nothing prescriptive.
        NoPrescriptive = "no prescriptive",
        /// Every piece is of one and the same format.
        SingleFormat = "single format",
        /// The persona prefers formats, and no piece is of one of them.
        NotPreferred = "not in a preferred format",
        /// Nothing is sent out.
        NoOutbound = "no outbound",
    }
}

/// A finding of a cell with what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellFinding {
    /// Which.
    pub finding: Finding,
    /// The placements at fault; empty for *excess* and *trigger unanswered*.
    pub placement_ids: Vec<PlacementId>,
    /// The triggers nobody answers; empty but for *trigger unanswered*.
    pub trigger_ids: Vec<TriggerId>,
}
