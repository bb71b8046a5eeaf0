//! Which lead is answered: its number, and which of its handoffs.

use super::super::lead::number_of;
use super::cases::Cases;
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::id::LeadAnswerId;
use crate::plan::Plan;

/// A lead that can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandedLead {
    /// Its number among the identities of the workspace.
    pub number: u64,
    /// When it was handed over, in epoch milliseconds.
    pub at: i64,
    /// What was answered about that before.
    pub answer: Option<LeadAnswerId>,
}

/// The latest handoff of a lead, to be answered.
pub fn handed(plan: &Plan, cases: &Cases, key: u32) -> Result<HandedLead> {
    let key = FactKey(key);
    let theirs = cases.all.iter().filter(|case| case.key == key);
    let case = theirs.max_by_key(|case| case.handed_at);
    let case = case.filter(|case| case.answer.is_some() || case.state.is_handed());
    let case = case.ok_or_else(|| {
        Error::invalid("This lead is not with sales, so there is nothing to answer.")
    })?;
    let number = number_of(plan, key)?.ok_or_else(|| {
        Error::invalid(
            "This lead has neither an address nor an id, so no answer can be kept on it.",
        )
    })?;
    Ok(HandedLead {
        number,
        at: case.handed_at,
        answer: case.answer.as_ref().map(|answer| answer.id),
    })
}
