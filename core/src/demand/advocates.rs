//! Leads that are marked as advocates.

use super::lead::number_of;
use super::stamps::versions;
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::facts::subject::Subject;
use crate::id::AdvocateId;
use crate::model::{Advocate, Architecture, Millis, lead_number};
use crate::plan::Plan;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;
use ts_rs::TS;

/// That a lead speaks for us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdvocateMark {
    /// The mark's id.
    pub id: AdvocateId,
    /// How it speaks for us.
    pub note: String,
    /// Since when it is marked.
    pub marked_at: Millis,
    /// Who marked it.
    pub by: Option<String>,
}

/// A lead that can be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedLead {
    /// Its number among the identities of the workspace.
    pub number: u64,
    /// The mark it has.
    pub mark: Option<AdvocateId>,
}

/// The lead of that number in lists, to be marked.
pub fn marked(plan: &Plan, key: u32) -> Result<MarkedLead> {
    let number = number_of(plan, FactKey(key))?.ok_or_else(|| {
        Error::invalid("This lead has neither an address nor an id, so no mark can be kept on it.")
    })?;
    Ok(MarkedLead { number, mark: advocates(plan)?.get(&FactKey(key)).copied() })
}

/// The marks on leads that are there.
pub(super) fn advocates(plan: &Plan) -> Result<HashMap<FactKey, AdvocateId>> {
    let view = plan.view();
    if view.advocates.is_empty() {
        return Ok(HashMap::new());
    }
    let stamp = format!("{} {}", plan.facts_stamp(&view)?, versions(&view.advocates));
    let kept = plan.kept_figure("advocates", &stamp)?;
    let found: Vec<(u32, AdvocateId)> =
        if let Some(kept) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
            kept
        } else {
            let found = found(plan, &view)?;
            let json = serde_json::to_string(&found).unwrap_or_default();
            plan.keep_figure("advocates", &stamp, json);
            found
        };
    Ok(found.into_iter().map(|(key, id)| (FactKey(key), id)).collect())
}

/// Looks up the leads that marks are on.
fn found(plan: &Plan, view: &Architecture) -> Result<Vec<(u32, AdvocateId)>> {
    let marks: Vec<&Arc<Advocate>> = view.advocates.iter().collect();
    let numbers: Vec<u64> =
        marks.iter().map(|one| lead_number(&one.lead).unwrap_or_default()).collect();
    let keys = plan
        .read_facts(1, |facts, sessions| facts.find(&mut *sessions[0], Subject::Lead, &numbers))?;
    let theirs = keys.into_iter().zip(&marks);
    Ok(theirs.filter_map(|(key, mark)| Some((key?.0, mark.id))).collect())
}

/// The mark on a lead.
pub(super) fn mark_on(plan: &Plan, key: FactKey) -> Result<Option<AdvocateMark>> {
    let view = plan.view();
    let id = advocates(plan)?.get(&key).copied();
    Ok(id.and_then(|id| view.advocates.get(id)).map(|mark| AdvocateMark {
        id: mark.id,
        note: mark.note.clone(),
        marked_at: mark.marked_at,
        by: mark.member_id.and_then(|id| view.members.get(id)).map(|one| one.name.clone()),
    }))
}
