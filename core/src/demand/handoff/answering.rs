//! Which lead is answered: its number, and which of its handoffs.

use super::cases::Cases;
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::facts::identity::{Identities, Identity, is_address};
use crate::facts::subject::Subject;
use crate::id::{EntityId, LeadAnswerId};
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
    let chosen = plan.read_facts(1, |facts, sessions| {
        facts.some(&mut *sessions[0], Subject::Lead, key.segment(), &[key.slot()])
    })?;
    let lead = chosen.rows.first();
    let get = |field| lead.map_or("", |lead| lead.get(field));
    let (email, id) = (get(LeadField::Email), get(LeadField::ExternalId));
    let identities = Identities::of(plan.view().workspace()?.id.uuid());
    let identity =
        if is_address(email) { Identity::Email(email) } else { Identity::ExternalId(id) };
    Ok(HandedLead {
        number: identities.number(identity),
        at: case.handed_at,
        answer: case.answer.as_ref().map(|answer| answer.id),
    })
}
