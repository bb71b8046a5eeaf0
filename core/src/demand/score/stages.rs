//! What the content that a lead engages with says of its stage, beside the stage that is recorded.

use super::acts::Did;
use super::matching::places;
use crate::demand::answers::{Answers, answered_stage, latest_stage};
use crate::demand::assets::Assets;
use crate::facts::FactKey;
use crate::id::{PersonaId, StageId};
use crate::import::facts::StageNames;
use crate::model::{Architecture, EventKind, LeadAnswer, Millis};
use std::collections::HashMap;

/// The stages that a lead is said to be in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::demand) struct SaidStages {
    /// What the content says that it engages with.
    pub(in crate::demand) content: Option<StageId>,
    /// What is recorded.
    pub(in crate::demand) recorded: Option<StageId>,
}

impl SaidStages {
    /// Whether both are known and not the same.
    pub(in crate::demand) fn differ(self) -> bool {
        let Self { content, recorded } = self;
        content.is_some() && recorded.is_some() && content != recorded
    }
}

/// Tells the stages of leads.
pub(in crate::demand) struct Stages<'a> {
    plan: &'a Architecture,
    names: StageNames,
    /// The place of each stage in all journeys.
    order: HashMap<StageId, usize>,
    placed: HashMap<(u32, Option<PersonaId>), Vec<StageId>>,
}

impl<'a> Stages<'a> {
    pub(in crate::demand) fn of(plan: &'a Architecture) -> Self {
        let journeys = plan.journeys.in_order();
        let stages = journeys.iter().flat_map(|journey| plan.stages_of(journey.id));
        Self {
            plan,
            names: StageNames::of(plan),
            order: stages.enumerate().map(|(at, stage)| (stage.id, at)).collect(),
            placed: HashMap::new(),
        }
    }

    /// The stages that a lead is said to be in at `t`. `told` = the stage that a file says, and as of
    /// when.
    pub(super) fn said(
        &mut self,
        assets: &Assets,
        (theirs, persona): (&[Did], Option<PersonaId>),
        (told, answers, key): (Option<(Millis, &str)>, &Answers, FactKey),
        t: i64,
    ) -> SaidStages {
        let told = told.filter(|(at, _)| at.0 <= t);
        let answer = answers.last(self.plan, key, Millis(t));
        let recorded = self.recorded(assets, theirs, told, answer, t);
        SaidStages { content: self.content_says(assets, [(theirs, persona)], t), recorded }
    }

    /// The stage at which most of the content that leads engaged with until `t` is placed, each for its
    /// own persona; of several the last.
    pub(in crate::demand) fn content_says<'d>(
        &mut self,
        assets: &Assets,
        leads: impl IntoIterator<Item = (&'d [Did], Option<PersonaId>)>,
        t: i64,
    ) -> Option<StageId> {
        let mut counts: HashMap<StageId, usize> = HashMap::new();
        for (theirs, persona) in leads {
            for did in theirs.iter().filter(|did| did.is_touch() && did.at <= t) {
                for stage in self.places(assets, did.asset, persona) {
                    *counts.entry(*stage).or_default() += 1;
                }
            }
        }
        let place = |stage: &StageId| self.order.get(stage).copied();
        counts
            .into_iter()
            .max_by_key(|(stage, count)| (*count, place(stage)))
            .map(|(stage, _)| stage)
    }

    /// The stages at which content is placed for a persona; for all where it is not known.
    pub(in crate::demand) fn places(
        &mut self,
        assets: &Assets,
        asset: u32,
        persona: Option<PersonaId>,
    ) -> &[StageId] {
        let plan = self.plan;
        let placed = self.placed.entry((asset, persona));
        placed.or_insert_with(|| places(plan, assets.id_of(asset), persona))
    }

    /// The place of a stage in all journeys.
    pub(in crate::demand) fn order_of(&self, stage: StageId) -> usize {
        self.order.get(&stage).copied().unwrap_or(usize::MAX)
    }

    /// The stage that is recorded of a lead at `t`: that of its last move, of a newer file, or of a
    /// newer answer of sales. `told` = the stage that a file says it is in, and as of when.
    fn recorded(
        &self,
        assets: &Assets,
        theirs: &[Did],
        told: Option<(Millis, &str)>,
        answer: Option<&LeadAnswer>,
        t: i64,
    ) -> Option<StageId> {
        let moved = |did: &&Did| did.kind == EventKind::Move && did.at <= t;
        let moves = theirs.iter().filter(moved);
        let moves = moves.map(|did| (Millis(did.at), assets.names[did.asset as usize].as_str()));
        answered_stage(self.plan, latest_stage(&self.names, moves, told), answer)
    }
}
