//! The plan as it was: what was changed since is taken back, in memory alone.

use super::undo::{by_kind, read};
use super::{Plan, Ruled, Verb, Writer};
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use crate::model::{
    Architecture, AssetFields, ExclusionFields, FormatFields, InsightFields, InterviewFields,
    JourneyFields, MappingFields, MemberFields, Millis, NeedFields, PersonaFields, PlacementFields,
    StageFields, TriggerFields, VerdictFields, Word, WorkspaceFields,
};
use crate::store::engine::Session;
use crate::store::history;
use std::collections::HashMap;
use uuid::Uuid;

/// What things were before the first of some edits touched them; `None` = they were not there.
type Before = HashMap<(EntityKind, Uuid), Option<String>>;

impl Plan {
    /// The plan as it was at a time; `None` where the history does not reach back to it, because the
    /// workspace was made or rescued later.
    ///
    /// Costs what was changed since, not what there is.
    pub fn at(&self, time: Millis) -> Result<Option<Architecture>> {
        // Nobody writes while both are read.
        let mut writer = self.writer();
        let Writer { session, data_version, .. } = &mut *writer;
        let now = self.base(session.as_mut(), data_version)?;
        let Some(before) = before(session.as_mut(), time)? else { return Ok(None) };
        drop(writer);
        let mut plan = Architecture::clone(&now);
        for ((kind, id), state) in before {
            by_kind!(kind, put_back(&mut plan, id, state.as_deref()))?;
        }
        Ok(Some(plan).filter(|plan| !plan.workspaces.is_empty()))
    }
}

fn before(session: &mut dyn Session, time: Millis) -> Result<Option<Before>> {
    let beginnings = [Verb::Setup, Verb::Rescue].map(Verb::as_word);
    let (first, begun) = history::edits_after(session, time, beginnings)?;
    if begun > 0 {
        return Ok(None);
    }
    let mut before = Before::new();
    if let Some(first) = first {
        history::each_change_from(session, first, &mut |change| {
            before.entry((change.kind, change.id)).or_insert(change.before);
        })?;
    }
    Ok(Some(before))
}

fn put_back<F: Ruled>(plan: &mut Architecture, id: Uuid, state: Option<&str>) -> Result<()> {
    match state {
        Some(json) => drop(plan.put(read::<F>(json)?)),
        None => drop(plan.take::<F>(F::Id::from_uuid(id))),
    }
    Ok(())
}
