//! What becomes of a need in a cell.

use super::cell::{NeedCounts, NeedStatus};
use super::fact::Fact;
use super::freshness::Standing;
use crate::id::{PersonaId, StageId};
use crate::model::{Architecture, Importance, Need};
use std::collections::HashMap;
use std::sync::Arc;

/// Needs by their stage.
pub(super) type Needs = HashMap<StageId, Vec<Arc<Need>>>;

/// All needs, by their stage.
pub(super) fn by_stage(architecture: &Architecture) -> Needs {
    let mut needs = Needs::new();
    for need in architecture.needs.iter() {
        needs.entry(need.stage_id).or_default().push(Arc::clone(need));
    }
    needs
}

/// Whether a need of a stage is a need of this persona there.
pub(super) fn concerns(need: &Need, persona: PersonaId) -> bool {
    need.persona_id.is_none_or(|whose| whose == persona)
}

/// The status of a need in a cell with these placements (METHOD.md). A stale or retired
/// answer counts for nothing, so the need is open again by itself.
pub(super) fn status(need: &Need, facts: &[&Fact]) -> NeedStatus {
    let answers = facts.iter().filter(|fact| need.answer_ids.contains(&fact.placement.asset_id));
    let best = answers.map(|fact| fact.standing()).fold(None, |best, standing| match standing {
        Standing::Live => Some(NeedStatus::Answered),
        Standing::Planned => best.or(Some(NeedStatus::Planned)),
        Standing::Stale | Standing::Retired => best,
    });
    let unanswered = if need.declined.is_some() { NeedStatus::Declined } else { NeedStatus::Open };
    best.unwrap_or(unanswered)
}

/// The needs of a cell by status.
pub(super) fn counts<'a>(
    needs: impl IntoIterator<Item = &'a Arc<Need>>,
    facts: &[&Fact],
) -> NeedCounts {
    let mut counts = NeedCounts::default();
    for need in needs {
        match status(need, facts) {
            NeedStatus::Answered => counts.answered += 1,
            NeedStatus::Planned => counts.planned += 1,
            NeedStatus::Declined => counts.declined += 1,
            NeedStatus::Open => {
                counts.open += 1;
                counts.open_must += u32::from(need.importance == Importance::Must);
            }
        }
    }
    counts
}
