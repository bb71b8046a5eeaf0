//! What an edit can change of a map.

use crate::id::{AssetId, EntityId, EntityKind, FormatId, PersonaId, PlacementId, StageId};
use crate::model::{
    Architecture, Entity, ExclusionFields, Fields, Kept, NeedFields, PersonaFields,
    PlacementFields, TriggerFields, VerdictFields,
};
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// What has to be worked out anew after an edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// All of it: a shelf life has changed.
    pub everything: bool,
    /// Every row and the columns: journeys or stages have changed, or personas were added, deleted
    /// or put in another order.
    pub all_rows: bool,
    /// The rows of these personas.
    pub rows: BTreeSet<PersonaId>,
    /// The needs of these columns, in every row.
    pub columns: BTreeSet<StageId>,
    /// The facts of these placements.
    pub placements: BTreeSet<PlacementId>,
}

/// What an edit touched, from the plan before and after it and the kinds and ids of the rows it
/// inserted, updated or deleted.
pub fn touched(
    before: &Architecture,
    after: &Architecture,
    changed: &[(EntityKind, Uuid)],
) -> Touched {
    let mut touched = Touched::default();
    for (kind, id) in changed {
        touched.add(before, after, *kind, *id);
    }
    touched.add_rows_of_placements(before, after);
    touched
}

impl Touched {
    fn add(&mut self, before: &Architecture, after: &Architecture, kind: EntityKind, id: Uuid) {
        let plans = [before, after];
        match kind {
            EntityKind::Asset => self.add_placements_of(plans, EntityId::from_uuid(id)),
            EntityKind::Placement => self.add_placement(plans, id),
            EntityKind::Verdict => self
                .placements
                .extend(versions::<VerdictFields>(plans, id).map(|verdict| verdict.placement_id)),
            EntityKind::Exclusion => {
                let exclusions = versions::<ExclusionFields>(plans, id);
                self.rows.extend(exclusions.map(|exclusion| exclusion.persona_id));
            }
            EntityKind::Trigger => {
                let triggers = versions::<TriggerFields>(plans, id);
                self.rows.extend(triggers.flat_map(|trigger| &trigger.persona_ids));
            }
            EntityKind::Need => self.add_need(plans, id),
            EntityKind::Format => {
                self.everything |= shelf_life(before, id) != shelf_life(after, id);
            }
            EntityKind::Persona => self.add_persona(plans, id),
            EntityKind::Journey | EntityKind::Stage => self.all_rows = true,
            EntityKind::Workspace
            | EntityKind::Member
            | EntityKind::Interview
            | EntityKind::Insight
            | EntityKind::Mapping
            | EntityKind::Reading
            | EntityKind::Programme
            | EntityKind::ProgrammeNote
            | EntityKind::Rating
            | EntityKind::Snapshot
            | EntityKind::Review
            | EntityKind::Decision
            | EntityKind::Batch
            | EntityKind::ScoringModel
            | EntityKind::LeadAnswer
            | EntityKind::Advocate
            | EntityKind::RoutingRule
            | EntityKind::Agreement => {}
        }
    }

    fn add_need(&mut self, plans: [&Architecture; 2], id: Uuid) {
        self.columns.extend(versions::<NeedFields>(plans, id).map(|need| need.stage_id));
    }

    fn add_placement(&mut self, plans: [&Architecture; 2], id: Uuid) {
        self.placements.insert(EntityId::from_uuid(id));
        for placement in versions::<PlacementFields>(plans, id) {
            self.add_placements_of(plans, placement.asset_id);
        }
    }

    fn add_persona(&mut self, plans: [&Architecture; 2], id: Uuid) {
        let personas: Vec<_> = versions::<PersonaFields>(plans, id).collect();
        let [was, is] = &personas[..] else { return self.all_rows = true };
        self.all_rows |= was.position != is.position;
        self.rows.insert(is.id);
    }

    /// An asset is read by its placements, and by the uniqueness of its other placements.
    fn add_placements_of(&mut self, plans: [&Architecture; 2], asset: AssetId) {
        for plan in plans {
            self.placements.extend(plan.index.placements_of(asset));
        }
    }

    fn add_rows_of_placements(&mut self, before: &Architecture, after: &Architecture) {
        for id in &self.placements {
            let versions = [before.placements.get(*id), after.placements.get(*id)];
            self.rows.extend(versions.into_iter().flatten().map(|one| one.persona_id));
        }
    }
}

/// The entity before and after the edit, where it was and is there.
fn versions<F: Kept>(plans: [&Architecture; 2], id: Uuid) -> impl Iterator<Item = &Arc<Entity<F>>> {
    let id = <F as Fields>::Id::from_uuid(id);
    plans.into_iter().filter_map(move |plan| F::table(plan).get(id))
}

fn shelf_life(plan: &Architecture, id: Uuid) -> Option<u32> {
    plan.formats.get(FormatId::from_uuid(id)).and_then(|format| format.shelf_life_days)
}
