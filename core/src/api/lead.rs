//! Leads in lists and one by one.

use super::Context;
use super::edit::Nothing;
use crate::demand::{self, LeadList, LeadOrder, LeadPage, LeadQuery, UnmatchedTitles};
use crate::error::Result;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// The order of the list that was asked for last.
#[derive(Debug, Default)]
pub(super) struct KeptOrder(Mutex<Option<(LeadQuery, u64, Arc<LeadOrder>)>>);

/// A part of the list of leads.
pub(super) fn list(context: Context<'_>, request: LeadQuery) -> Result<LeadList> {
    let open = context.open()?;
    let revision = open.plan.revision();
    let asked = LeadQuery { offset: 0, limit: None, ..request.clone() };
    let kept = open.leads.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let kept = kept.filter(|(query, at, _)| *query == asked && *at == revision);
    let order = if let Some((.., order)) = kept {
        order
    } else {
        let order = Arc::new(demand::order(&open.plan, &asked)?);
        let mut slot = open.leads.0.lock().unwrap_or_else(PoisonError::into_inner);
        *slot = Some((asked, revision, Arc::clone(&order)));
        order
    };
    demand::window(&open.plan, &request, &order)
}

/// One lead.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfLead {
    /// Its number.
    pub key: u32,
}

/// One lead with what it did.
pub(super) fn page(context: Context<'_>, request: OfLead) -> Result<LeadPage> {
    demand::lead(&context.open()?.plan, request.key)
}

/// Titles that tell of no persona.
pub(super) fn titles(context: Context<'_>, _: Nothing) -> Result<UnmatchedTitles> {
    demand::unmatched(&context.open()?.plan)
}
