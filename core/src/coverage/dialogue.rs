//! The buyer dialogue: what a persona asks and objects from the first stage to the last, and what
//! answers it.

use super::cell::NeedStatus;
use super::fact::Fact;
use super::freshness::Standing;
use super::ledger::Ledger;
use super::need;
use crate::id::{AssetId, JourneyId, NeedId, PersonaId, StageId};
use crate::model::{Importance, Need, NeedKind};
use serde::Serialize;
use ts_rs::TS;

/// A stage of the buyer dialogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DialogueStage {
    /// The stage.
    pub stage_id: StageId,
    /// Whether the persona has anything to do there.
    pub applicable: bool,
    /// What the persona asks and objects there, in the order of the needs; none where it has nothing
    /// to do.
    pub lines: Vec<DialogueLine>,
}

/// A question or an objection, and what answers it for the persona.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DialogueLine {
    /// The need.
    pub need_id: NeedId,
    /// Whether it is asked or objected.
    pub kind: NeedKind,
    /// In words.
    pub text: String,
    /// How much a deal depends on it.
    pub importance: Importance,
    /// What became of it for the persona.
    pub status: NeedStatus,
    /// The linked content that is placed there, live before planned and stale.
    pub answers: Vec<DialogueAnswer>,
    /// Why it is declined.
    pub declined: Option<String>,
}

/// Content that answers a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DialogueAnswer {
    /// The asset.
    pub asset_id: AssetId,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub standing: Standing,
    /// What a rep must know to talk about it.
    pub takeaways: Vec<String>,
}

impl Ledger {
    /// The dialogue with a persona along a journey, stage by stage; `None` where there is no such
    /// journey. What sales needs is no part of it.
    pub fn dialogue(&self, persona: PersonaId, journey: JourneyId) -> Option<Vec<DialogueStage>> {
        let section = self.layout.section(journey)?;
        let stages = self.layout.columns[section.columns.clone()].iter();
        Some(stages.map(|column| self.dialogue_at(persona, column.stage.id)).collect())
    }

    /// What a persona asks and objects at one stage.
    pub(super) fn dialogue_at(&self, persona: PersonaId, stage_id: StageId) -> DialogueStage {
        let scene = self.scene(None);
        let content = scene.content(persona, stage_id);
        let needs = self.architecture.needs.in_order();
        let asked = needs.iter().filter(|need| {
            content.applicable
                && need.stage_id == stage_id
                && need.kind != NeedKind::SalesNeed
                && need::concerns(need, persona)
        });
        let lines = asked.map(|need| self.line(need, &content.facts)).collect();
        DialogueStage { stage_id, applicable: content.applicable, lines }
    }

    fn line(&self, need: &Need, facts: &[&Fact]) -> DialogueLine {
        let linked = facts.iter().filter(|fact| need.answer_ids.contains(&fact.placement.asset_id));
        let mut answers: Vec<_> = linked.filter_map(|fact| self.dialogue_answer(fact)).collect();
        answers.sort_by_key(|answer| answer.standing);
        DialogueLine {
            need_id: need.id,
            kind: need.kind,
            text: need.text.clone(),
            importance: need.importance,
            status: need::status(need, facts),
            answers,
            declined: need.declined.clone(),
        }
    }

    fn dialogue_answer(&self, fact: &Fact) -> Option<DialogueAnswer> {
        let asset = self.architecture.asset(fact.placement.asset_id)?;
        Some(DialogueAnswer {
            asset_id: asset.id,
            title: asset.title.clone(),
            standing: fact.standing(),
            takeaways: asset.takeaways.clone(),
        })
    }
}
