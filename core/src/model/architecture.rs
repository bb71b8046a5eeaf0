//! All entities of one workspace in memory. Copying is cheap (shared, persistent maps), so a change
//! is made on a copy that replaces the original only once it is saved.

use super::{
    AdvocateFields, AgreementFields, Asset, AssetFields, BatchFields, DecisionFields, Entity,
    ExclusionFields, Fields, FormatFields, Index, InsightFields, InterviewFields, JourneyFields,
    LeadAnswerFields, MappingFields, MemberFields, NeedFields, PersonaFields, Placement,
    PlacementFields, ProgrammeFields, ProgrammeNoteFields, RatingFields, ReadingFields,
    ReviewFields, RoutingRuleFields, ScoringModelFields, SnapshotFields, Stage, StageFields,
    TriggerFields, VerdictFields, WorkspaceFields,
};
use crate::error::{OrNotFound, Result};
use crate::id::{AssetId, JourneyId, PersonaId, StageId};
use imbl::OrdMap;
use std::sync::Arc;

/// Entities of one kind, in the order of their making.
#[derive(Clone, Debug)]
pub struct Table<F: Fields> {
    rows: OrdMap<F::Id, Arc<Entity<F>>>,
    /// One more than the largest position; `None` where that has to be looked for.
    next_position: Option<i64>,
}

impl<F: Fields> PartialEq for Table<F> {
    /// Equal when they hold the same entities.
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<F: Fields> Default for Table<F> {
    fn default() -> Self {
        Self { rows: OrdMap::new(), next_position: Some(0) }
    }
}

impl<F: Fields> Table<F> {
    /// The entity with that id.
    pub fn get(&self, id: F::Id) -> Option<&Arc<Entity<F>>> {
        self.rows.get(&id)
    }

    /// The entity with that id, or the error that says that it is gone.
    pub fn need(&self, id: F::Id) -> Result<&Arc<Entity<F>>> {
        self.rows.get(&id).or_not_found(F::KIND)
    }

    /// Whether there is one with that id.
    pub fn has(&self, id: F::Id) -> bool {
        self.rows.contains_key(&id)
    }

    /// All, in the order of their making.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Entity<F>>> {
        self.rows.values()
    }

    /// All, in the order people gave them.
    pub fn in_order(&self) -> Vec<Arc<Entity<F>>> {
        let mut all: Vec<_> = self.rows.values().cloned().collect();
        all.sort_by_key(|entity| entity.position);
        all
    }

    /// The position behind all others. It follows from them alone, so that the same edits give the
    /// same order whether or not the workspace was closed in between.
    pub fn next_position(&mut self) -> i64 {
        let behind = || self.rows.values().map(|entity| entity.position + 1).max().unwrap_or(0);
        *self.next_position.get_or_insert_with(behind)
    }

    fn put(&mut self, entity: Arc<Entity<F>>) -> Option<Arc<Entity<F>>> {
        let position = entity.position;
        let before = self.rows.insert(entity.id, entity);
        if let Some(before) = before.as_ref().filter(|before| before.position > position) {
            self.forget_last(before);
        }
        self.next_position = self.next_position.map(|next| next.max(position + 1));
        before
    }

    fn take(&mut self, id: F::Id) -> Option<Arc<Entity<F>>> {
        let before = self.rows.remove(&id)?;
        self.forget_last(&before);
        Some(before)
    }

    /// Whoever was last is no longer there: who is now has to be looked for, once it is asked.
    fn forget_last(&mut self, gone: &Entity<F>) {
        self.next_position = self.next_position.filter(|next| gone.position + 1 < *next);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Fields whose entities an [`Architecture`] keeps.
pub trait Kept: Fields {
    /// Their table.
    fn table(architecture: &Architecture) -> &Table<Self>;
    /// Their table, to change.
    fn table_mut(architecture: &mut Architecture) -> &mut Table<Self>;
    /// Takes an entity into the indexes.
    fn index(_index: &mut Index, _entity: &Arc<Entity<Self>>) {}
    /// Takes an entity out of the indexes.
    fn unindex(_index: &mut Index, _entity: &Arc<Entity<Self>>) {}
}

macro_rules! architecture {
    ($($(#[$meta:meta])* $table:ident: $fields:ty $(, $index:ident, $unindex:ident)?;)*) => {
        /// The plan in memory.
        #[derive(Clone, Debug, Default)]
        pub struct Architecture {
            $($(#[$meta])* pub $table: Table<$fields>,)*
            /// What is looked up by something else than its id.
            pub index: Index,
        }

        $(impl Kept for $fields {
            fn table(architecture: &Architecture) -> &Table<Self> {
                &architecture.$table
            }
            fn table_mut(architecture: &mut Architecture) -> &mut Table<Self> {
                &mut architecture.$table
            }
            $(
                fn index(index: &mut Index, entity: &Arc<Entity<Self>>) {
                    index.$index(entity);
                }
                fn unindex(index: &mut Index, entity: &Arc<Entity<Self>>) {
                    index.$unindex(entity);
                }
            )?
        })*

        impl PartialEq for Architecture {
            /// Equal when they hold the same entities; the indexes follow from those.
            fn eq(&self, other: &Self) -> bool {
                $(self.$table == other.$table)&&*
            }
        }
    };
}

architecture! {
    /// The workspace itself: exactly one.
    workspaces: WorkspaceFields;
    /// Who works on the plan.
    members: MemberFields;
    /// Content formats.
    formats: FormatFields;
    /// Buyer personas.
    personas: PersonaFields;
    /// Interviews behind personas.
    interviews: InterviewFields;
    /// What sales said of personas.
    insights: InsightFields;
    /// Buying triggers.
    triggers: TriggerFields;
    /// Journeys.
    journeys: JourneyFields;
    /// Stages of all journeys.
    stages: StageFields;
    /// Content.
    assets: AssetFields, add_asset, remove_asset;
    /// Assets at cells.
    placements: PlacementFields, add_placement, remove_placement;
    /// Answers to deal checks.
    verdicts: VerdictFields, add_verdict, remove_verdict;
    /// Cells set not applicable.
    exclusions: ExclusionFields, add_exclusion, remove_exclusion;
    /// What deals need.
    needs: NeedFields;
    /// Remembered column mappings.
    mappings: MappingFields;
    /// Who has read which takeaways.
    readings: ReadingFields, add_reading, remove_reading;
    /// What marketing runs.
    programmes: ProgrammeFields;
    /// What changed in programmes.
    programme_notes: ProgrammeNoteFields;
    /// Ratings of the demand process.
    ratings: RatingFields;
    /// Frozen figures.
    snapshots: SnapshotFields;
    /// Quarterly reviews.
    reviews: ReviewFields;
    /// What they decided.
    decisions: DecisionFields;
    /// Files of facts that were taken in.
    batches: BatchFields;
    /// Versions of how leads are scored.
    scoring_models: ScoringModelFields;
    /// What sales answered about leads.
    lead_answers: LeadAnswerFields;
    /// Leads that speak for us.
    advocates: AdvocateFields;
    /// Who gets which leads.
    routing_rules: RoutingRuleFields;
    /// What marketing and sales agreed on.
    agreements: AgreementFields;
}

impl Architecture {
    /// Puts an entity in, in place of the one with its id.
    pub fn put<F: Kept>(&mut self, entity: Entity<F>) -> Option<Arc<Entity<F>>> {
        let entity = Arc::new(entity);
        let before = F::table_mut(self).put(Arc::clone(&entity));
        if let Some(before) = &before {
            F::unindex(&mut self.index, before);
        }
        F::index(&mut self.index, &entity);
        before
    }

    /// Takes an entity out.
    pub fn take<F: Kept>(&mut self, id: F::Id) -> Option<Arc<Entity<F>>> {
        let before = F::table_mut(self).take(id)?;
        F::unindex(&mut self.index, &before);
        Some(before)
    }

    /// The workspace itself.
    pub fn workspace(&self) -> Result<&Arc<Entity<WorkspaceFields>>> {
        self.workspaces.iter().next().or_not_found(WorkspaceFields::KIND)
    }

    /// The stages of a journey, in order.
    pub fn stages_of(&self, journey: JourneyId) -> Vec<Arc<Stage>> {
        let mut stages: Vec<_> =
            self.stages.iter().filter(|stage| stage.journey_id == journey).cloned().collect();
        stages.sort_by_key(|stage| stage.position);
        stages
    }

    /// The placement of an asset in a cell.
    pub fn placed_at(
        &self,
        asset: AssetId,
        persona: PersonaId,
        stage: StageId,
    ) -> Option<&Arc<Placement>> {
        let at = (asset, persona, stage);
        let is_it = |p: &&Arc<Placement>| (p.asset_id, p.persona_id, p.stage_id) == at;
        let mut near = self.index.placements_near(asset, persona, stage);
        near.find_map(|id| self.placements.get(id).filter(is_it))
    }

    /// The asset of an id; placements and next steps always name one that exists.
    pub fn asset(&self, id: AssetId) -> Option<&Arc<Asset>> {
        self.assets.get(id)
    }
}
