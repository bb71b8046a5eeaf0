//! Triggers and needs over all their cells: what answers them, and for whom nothing does.

use super::cell::NeedStatus;
use super::ledger::Ledger;
use super::need;
use super::row::Scene;
use crate::id::{JourneyId, NeedId, PersonaId, StageId, TriggerId};
use crate::model::{Need, Phase};
use serde::Serialize;
use ts_rs::TS;

/// What answers a trigger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TriggerAnswers {
    /// The trigger.
    pub trigger_id: TriggerId,
    /// Engage placements that answer it, those of retired assets left out.
    pub placements: u32,
    /// Personas it moves for whom no Engage placement answers it, in their order.
    pub unanswered_by: Vec<PersonaId>,
}

/// What became of a need, persona by persona.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedStanding {
    /// The need.
    pub need_id: NeedId,
    /// What it asks of us as a whole: the status of its cells that asks most, open before planned,
    /// declined and answered; `None` where no cell applies.
    pub status: Option<NeedStatus>,
    /// Its cells that apply, in the order of the personas.
    pub cells: Vec<NeedInCell>,
}

/// What became of a need for one persona.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedInCell {
    /// Whose.
    pub persona_id: PersonaId,
    /// Its status there.
    pub status: NeedStatus,
}

/// The status that asks most of us comes first.
const WORST_FIRST: [NeedStatus; 4] =
    [NeedStatus::Open, NeedStatus::Planned, NeedStatus::Declined, NeedStatus::Answered];

/// The place of a status in that order.
pub(super) fn urgency(status: NeedStatus) -> Option<usize> {
    WORST_FIRST.iter().position(|one| *one == status)
}

impl NeedStanding {
    fn of(need_id: NeedId, cells: Vec<NeedInCell>) -> Self {
        let is_there = |status: &NeedStatus| cells.iter().any(|cell| cell.status == *status);
        Self { need_id, status: WORST_FIRST.into_iter().find(is_there), cells }
    }
}

fn need_in_cell(scene: &Scene<'_>, need: &Need, persona_id: PersonaId) -> Option<NeedInCell> {
    let content = scene.content(persona_id, need.stage_id);
    let status = need::status(need, &content.facts);
    content.applicable.then_some(NeedInCell { persona_id, status })
}

impl Ledger {
    /// What answers each trigger, triggers in their order. A trigger is answered in Engage, in
    /// whichever journey (METHOD.md, *trigger unanswered*).
    pub fn trigger_answers(&self) -> Vec<TriggerAnswers> {
        let nothing =
            |trigger_id| TriggerAnswers { trigger_id, placements: 0, unanswered_by: Vec::new() };
        let triggers = self.architecture.triggers.in_order();
        let mut answers: Vec<_> = triggers.iter().map(|trigger| nothing(trigger.id)).collect();
        let scene = self.scene(None);
        for row in &self.rows {
            let contents = scene.contents(row.persona.id);
            let unanswered = scene.unanswered(row.persona.id, &contents);
            let columns = self.layout.columns.iter().zip(&contents);
            let engage = columns.filter(|(column, _)| column.stage.phase == Phase::Engage);
            let facts: Vec<_> = engage.flat_map(|(_, content)| &content.facts).collect();
            for answer in &mut answers {
                let id = answer.trigger_id;
                let found = facts.iter().filter(|fact| fact.placement.trigger_ids.contains(&id));
                answer.placements += u32::try_from(found.count()).unwrap_or(u32::MAX);
                if unanswered.contains(&id) {
                    answer.unanswered_by.push(row.persona.id);
                }
            }
        }
        answers
    }

    /// Every need that applies to anybody with what it asks, in the order of journeys and needs.
    pub fn need_statuses(&self) -> impl Iterator<Item = (NeedId, NeedStatus)> + '_ {
        let journeys = self.layout.sections.iter().map(|section| section.journey);
        let standings = journeys.filter_map(|journey| self.need_standings(journey)).flatten();
        standings.filter_map(|standing| Some((standing.need_id, standing.status?)))
    }

    /// What became of each need of a journey, needs in their order; `None` where there is no such
    /// journey.
    pub fn need_standings(&self, journey: JourneyId) -> Option<Vec<NeedStanding>> {
        let columns = &self.layout.columns[self.layout.section(journey)?.columns.clone()];
        let scene = self.scene(None);
        let needs = self.architecture.needs.in_order();
        let of_journey = needs
            .iter()
            .filter(|need| columns.iter().any(|column| column.stage.id == need.stage_id));
        let personas: Vec<PersonaId> = self.rows.iter().map(|row| row.persona.id).collect();
        Some(of_journey.map(|need| standing(&scene, need, &personas)).collect())
    }

    /// What became of each need of a stage for some personas, needs in their order.
    pub(super) fn needs_at(&self, stage: StageId, personas: &[PersonaId]) -> Vec<NeedStanding> {
        let scene = self.scene(None);
        let needs = self.architecture.needs.in_order();
        let of_stage = needs.iter().filter(|need| need.stage_id == stage);
        of_stage.map(|need| standing(&scene, need, personas)).collect()
    }
}

fn standing(scene: &Scene<'_>, need: &Need, personas: &[PersonaId]) -> NeedStanding {
    let asked = personas.iter().copied().filter(|persona| need::concerns(need, *persona));
    let cells = asked.filter_map(|id| need_in_cell(scene, need, id));
    NeedStanding::of(need.id, cells.collect())
}
