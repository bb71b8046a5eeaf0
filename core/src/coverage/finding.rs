//! What is to be seen to in a cell, and for a persona in a phase (METHOD.md).

use super::fact::Fact;
use super::layout::Column;
use crate::id::{PlacementId, TriggerId};
use crate::model::{Word, words};
use chrono::NaiveDate;
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

/// What the findings of an applicable cell are read from.
#[derive(Debug)]
pub(super) struct Place<'a> {
    pub(super) column: &'a Column,
    /// Its placements that count.
    pub(super) facts: &'a [&'a Fact],
    /// Those of the next applicable cell of the journey, where there is one.
    pub(super) next: Option<&'a [&'a Fact]>,
    /// Triggers no Engage placement answers; empty outside Engage.
    pub(super) unanswered: &'a [TriggerId],
    pub(super) as_of: NaiveDate,
}

/// Published placements beyond which a cell has too many.
const ENOUGH: usize = 5;

/// The findings of a cell.
pub(super) fn findings(place: &Place<'_>) -> Vec<Finding> {
    Finding::ALL.iter().copied().filter(|finding| holds(*finding, place)).collect()
}

/// The findings of a cell with what they are about.
pub(super) fn findings_in_full(place: &Place<'_>) -> Vec<CellFinding> {
    let in_full = |finding| CellFinding {
        finding,
        placement_ids: place
            .facts
            .iter()
            .filter(|fact| is_at_fault(finding, fact, place))
            .map(|fact| fact.id())
            .collect(),
        trigger_ids: if finding == Finding::TriggerUnanswered {
            place.unanswered.to_vec()
        } else {
            Vec::new()
        },
    };
    findings(place).into_iter().map(in_full).collect()
}

fn holds(finding: Finding, place: &Place<'_>) -> bool {
    let faulty = || place.facts.iter().any(|fact| is_at_fault(finding, fact, place));
    match finding {
        Finding::Excess => {
            place.facts.iter().filter(|fact| fact.asset.freshness.is_published()).count() > ENOUGH
        }
        Finding::TriggerUnanswered => !place.unanswered.is_empty(),
        Finding::BrokenPath => {
            place.next.is_some_and(|next| faulty() && !place.facts.iter().any(|f| leads(f, next)))
        }
        Finding::OneWay | Finding::NoTakeaways | Finding::Expiring | Finding::Undated => faulty(),
    }
}

fn is_at_fault(finding: Finding, fact: &Fact, place: &Place<'_>) -> bool {
    match finding {
        Finding::Excess | Finding::TriggerUnanswered => false,
        Finding::BrokenPath => fact.is_live_yes(),
        Finding::OneWay => fact.is_live() && !fact.both_ways,
        Finding::NoTakeaways => fact.is_live() && place.column.handed && !fact.asset.takeaways,
        Finding::Expiring => fact.asset.freshness.expires_soon(place.as_of),
        Finding::Undated => fact.is_live() && fact.asset.freshness.undated,
    }
}

/// Whether a yes-asset leads on: to an action, or to an asset of the next cell.
fn leads(fact: &Fact, next: &[&Fact]) -> bool {
    let there = |asset| next.iter().any(|other| other.placement.asset_id == asset);
    fact.is_live_yes() && (fact.deepen.to_action || fact.deepen.to_asset.is_some_and(there))
}
