//! Erasing leads: what goes, and what stays because it is no record of theirs.

use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::subject::Subject;
use crate::plan::facts::erase::{Gone, mentions};
use crate::plan::{By, Mention, Outcome, Plan};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// What is held of leads: what goes when they are erased, and where else they are named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct LeadsHeld {
    /// So many leads.
    pub leads: u32,
    /// What files said of them: values of fields, each file counted.
    #[ts(type = "number")]
    pub values: u64,
    /// What they did.
    #[ts(type = "number")]
    pub events: u64,
    /// What sales answered about them.
    pub answers: usize,
    /// Those of them that are marked as advocates.
    pub advocates: usize,
    /// Deals that name one of them: the name goes, the deal stays.
    #[ts(type = "number")]
    pub deals: u64,
    /// Texts of other leads, accounts or counts in which an address of theirs stands: it goes.
    #[ts(type = "number")]
    pub texts: u64,
    /// Things of the plan that name one of them. They were written here and stay.
    pub mentions: Vec<Mention>,
    /// Edits of the history that do.
    #[ts(type = "number")]
    pub edits: u64,
}

impl LeadsHeld {
    fn of(gone: &Gone, (mentions, edits): (Vec<Mention>, u64)) -> Self {
        let texts = &gone.purged.texts;
        let deals = texts.get(&Subject::Deal).copied().unwrap_or_default();
        Self {
            leads: gone.leads,
            values: gone.purged.values,
            events: gone.purged.events,
            answers: gone.purged.told.answers.len(),
            advocates: gone.purged.told.advocates.len(),
            deals,
            texts: texts.values().sum::<u64>() - deals,
            mentions,
            edits,
        }
    }
}

/// Where else people are named who have gone or would go.
fn named(plan: &Plan, gone: &Gone) -> Result<(Vec<Mention>, u64)> {
    mentions(plan, (&gone.emails, &gone.names), &gone.purged.told.all)
}

/// What erasing some leads would take; nothing is changed.
pub fn held_of_leads(plan: &Plan, by: By, keys: &[u32]) -> Result<LeadsHeld> {
    let gone = plan.try_erase(by, &keyed(keys))?;
    Ok(LeadsHeld::of(&gone, named(plan, &gone)?))
}

/// Erases some leads, for good, and writes the file anew. Where the latter fails the leads are gone
/// all the same, and the file has yet to be written anew: the fault is the second of the pair.
pub fn erase_leads(plan: &Plan, by: By, keys: &[u32]) -> Result<(Outcome<LeadsHeld>, Result<()>)> {
    let Outcome { value, changes } = plan.erase(by, &keyed(keys))?;
    let swept = plan.sweep();
    // They are gone, whether or not it can be told where else they are named.
    let named = named(plan, &value).unwrap_or_default();
    Ok((Outcome { value: LeadsHeld::of(&value, named), changes }, swept))
}

fn keyed(keys: &[u32]) -> BTreeSet<FactKey> {
    keys.iter().copied().map(FactKey).collect()
}
