//! A persona at a stage: its state, what is counted in it and what it is worth.

use super::Finding;
use crate::id::{PersonaId, StageId};
use crate::model::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use ts_rs::TS;

words! {
    /// The state of a cell: the first that holds (METHOD.md).
    State {
        /// Set so, with a reason.
        NotApplicable = "not applicable",
        /// No placement of an asset that is not retired.
        Empty = "empty",
        /// Nothing live, but something is to come.
        Planned = "planned",
        /// Nothing live, but something past its shelf life.
        Stale = "stale",
        /// Live placements, and every effective verdict is no.
        Unhelpful = "unhelpful",
        /// Live placements, none yes or partly.
        Unproven = "unproven",
        /// It helps, but not enough.
        Thin = "thin",
        /// It helps.
        Covered = "covered",
    }
}

impl State {
    /// What a cell in this state adds to the score: covered 1, thin ½, else 0.
    pub fn credit(self) -> f64 {
        f64::from(self.halves()) / 2.0
    }

    /// Twice the credit gained since it was in another state, in whole halves: -2 … 2.
    pub fn gain_since(self, before: Self) -> i8 {
        self.halves() - before.halves()
    }

    /// The credit in whole halves: 2, 1 or 0.
    fn halves(self) -> i8 {
        match self {
            Self::Covered => 2,
            Self::Thin => 1,
            _ => 0,
        }
    }

    /// Whether the cell counts at all.
    pub fn is_applicable(self) -> bool {
        self != Self::NotApplicable
    }

    /// Whether the cell counts and has nothing live.
    pub fn is_nothing_live(self) -> bool {
        matches!(self, Self::Empty | Self::Planned | Self::Stale)
    }
}

/// In what order cells that turned are told: by decision weight × the credit gained or lost, then by
/// decision weight, the most first.
pub fn by_what_counts(weight: u8, gain: i8) -> (Reverse<u16>, Reverse<u8>) {
    (Reverse(u16::from(weight) * u16::from(gain.unsigned_abs())), Reverse(weight))
}

words! {
    /// The status of a need in a cell: the first that holds (METHOD.md).
    NeedStatus {
        /// A linked live asset is placed there.
        Answered = "answered",
        /// A linked asset that is not out yet is placed there, and none that is live.
        Planned = "planned",
        /// Declined with a reason.
        Declined = "declined",
        /// Nothing answers it; also when its answer has gone stale or was taken down.
        Open = "open",
    }
}

/// Placements by effective verdict, those of retired assets left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerdictCounts {
    /// Yes.
    pub yes: u32,
    /// Partly.
    pub partly: u32,
    /// No.
    pub no: u32,
    /// Nobody has settled on an answer.
    pub unchecked: u32,
    /// Both sides answered and differ; counted within the others.
    pub disagreements: u32,
}

/// Needs that apply to a cell, by status; all 0 where the cell is not applicable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedCounts {
    /// Answered.
    pub answered: u32,
    /// Planned.
    pub planned: u32,
    /// Declined.
    pub declined: u32,
    /// Open.
    pub open: u32,
    /// Open must-needs, counted within `open`.
    pub open_must: u32,
}

/// A persona at a stage, with what every mode of the map shows of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Whose.
    pub persona_id: PersonaId,
    /// Where.
    pub stage_id: StageId,
    /// Its state.
    pub state: State,
    /// 1, ½ or 0; 0 where not applicable.
    pub credit: f64,
    /// Placements of assets that are not retired.
    pub placements: u32,
    /// Placements of published assets, stale ones included.
    pub published: u32,
    /// Placements of live assets.
    pub live: u32,
    /// Live placements whose effective verdict is yes.
    pub live_yes: u32,
    /// Placements of stale assets; the stale share is `stale / published`.
    pub stale: u32,
    /// Placements by effective verdict.
    pub verdicts: VerdictCounts,
    /// The newest publication or review of its published assets.
    pub renewed_on: Option<NaiveDate>,
    /// Days from then to the date of the map.
    pub days_since_renewed: Option<i32>,
    /// Needs by status.
    pub needs: NeedCounts,
    /// What is to be seen to.
    pub findings: Vec<Finding>,
}
