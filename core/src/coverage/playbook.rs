//! The playbook: what a rep can use and say, stage by stage and persona by persona.

use super::dialogue::DialogueLine;
use super::fact::Fact;
use super::ledger::Ledger;
use crate::id::{AssetId, JourneyId, MemberId, PersonaId, StageId};
use crate::model::{Answer, Asset, DecisionRole, NextStep, Persona, Phase, Stage};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use ts_rs::TS;

/// A stage of the playbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaybookStage {
    /// The stage.
    pub stage_id: StageId,
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: Phase,
    /// What is true when a deal may leave it.
    pub exit_criterion: String,
    /// The personas that take part there, the weightiest first, then in their order.
    pub personas: Vec<PlaybookPersona>,
}

/// A persona at a stage, as a rep meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaybookPersona {
    /// The persona.
    pub persona_id: PersonaId,
    /// Its name.
    pub name: String,
    /// Its part in the decision.
    pub role: DecisionRole,
    /// Decision weight, 1–5.
    pub weight: u8,
    /// What keeps it awake.
    pub challenges: Vec<String>,
    /// Live content that moves the deal on there (its effective verdict is yes): what answers most
    /// questions first, then what has most to say, then by title.
    pub assets: Vec<PlaybookAsset>,
    /// What the persona asks and objects there, with what answers it.
    pub dialogue: Vec<DialogueLine>,
}

/// Content to use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaybookAsset {
    /// The asset.
    pub asset_id: AssetId,
    /// Its title.
    pub title: String,
    /// The name of its format, or empty.
    pub format: String,
    /// Its address, or the name of its file; may be empty.
    pub url: String,
    /// What it says, in short.
    pub summary: String,
    /// What a rep must know to talk about it.
    pub takeaways: Vec<String>,
    /// Who has read them as they are now.
    pub read_by: Vec<MemberId>,
    /// The questions and objections of the persona there that it answers.
    pub answers: Vec<String>,
    /// What to offer next in words, the placement's own step before the asset's: its text, the title
    /// of the asset it leads to, or both; may be empty.
    pub next: String,
    /// The last day of its shelf life.
    pub expires_on: Option<NaiveDate>,
}

impl Ledger {
    /// The playbook of a journey; `None` where there is no such journey. A persona to whom nothing is
    /// known to be said at a stage is left out there.
    pub fn playbook(&self, journey: JourneyId) -> Option<Vec<PlaybookStage>> {
        let section = self.layout.section(journey)?;
        let stages = self.layout.columns[section.columns.clone()].iter();
        Some(stages.map(|column| self.playbook_stage(&column.stage)).collect())
    }

    /// What the playbook tells of a persona at a stage; `None` where there is none of them.
    pub fn playbook_at(&self, persona: PersonaId, stage: StageId) -> Option<PlaybookPersona> {
        let persona = self.architecture.personas.get(persona)?;
        self.architecture.stages.get(stage)?;
        Some(self.playbook_persona(persona, stage))
    }

    fn playbook_stage(&self, stage: &Stage) -> PlaybookStage {
        let mut personas = self.architecture.personas.in_order();
        personas.sort_by_key(|persona| std::cmp::Reverse(persona.weight));
        let told = personas.iter().map(|persona| self.playbook_persona(persona, stage.id));
        PlaybookStage {
            stage_id: stage.id,
            name: stage.name.clone(),
            phase: stage.phase,
            exit_criterion: stage.exit_criterion.clone(),
            personas: told
                .filter(|one| !one.assets.is_empty() || !one.dialogue.is_empty())
                .collect(),
        }
    }

    fn playbook_persona(&self, persona: &Arc<Persona>, stage: StageId) -> PlaybookPersona {
        let dialogue = self.dialogue_at(persona.id, stage).lines;
        let assets = self.useful_at((persona.id, stage), Answer::Yes, &dialogue);
        PlaybookPersona {
            persona_id: persona.id,
            name: persona.name.clone(),
            role: persona.role,
            weight: persona.weight,
            challenges: persona.challenges.clone(),
            assets,
            dialogue,
        }
    }

    /// Live content of a cell whose effective verdict is that: what answers most questions first.
    pub(super) fn useful_at(
        &self,
        (persona, stage): (PersonaId, StageId),
        verdict: Answer,
        dialogue: &[DialogueLine],
    ) -> Vec<PlaybookAsset> {
        let content = self.scene(None).content(persona, stage);
        let is_useful =
            |fact: &&&Fact| content.applicable && fact.is_live() && fact.verdict == Some(verdict);
        let useful = content.facts.iter().filter(is_useful);
        let mut assets: Vec<_> =
            useful.filter_map(|fact| self.playbook_asset(fact, dialogue)).collect();
        assets.sort_by(|a, b| {
            let rank = |one: &PlaybookAsset| (one.answers.len(), one.takeaways.len());
            rank(b).cmp(&rank(a)).then_with(|| a.title.cmp(&b.title))
        });
        assets
    }

    fn playbook_asset(&self, fact: &Fact, dialogue: &[DialogueLine]) -> Option<PlaybookAsset> {
        let asset: &Asset = self.architecture.asset(fact.placement.asset_id)?;
        let format = asset.format_id.and_then(|id| self.architecture.formats.get(id));
        let is_answer =
            |line: &&DialogueLine| line.answers.iter().any(|answer| answer.asset_id == asset.id);
        let answered = dialogue.iter().filter(is_answer);
        let own = fact.placement.deepen.as_ref().filter(|step| step.is_set());
        Some(PlaybookAsset {
            asset_id: asset.id,
            title: asset.title.clone(),
            format: format.map(|format| format.name.clone()).unwrap_or_default(),
            url: asset.url.clone(),
            summary: asset.summary.clone(),
            takeaways: asset.takeaways.clone(),
            read_by: self.architecture.readers(asset),
            answers: answered.map(|line| line.text.clone()).collect(),
            next: self.in_words(own.unwrap_or(&asset.deepen)),
            expires_on: fact.asset.freshness.expires_on,
        })
    }

    /// Live content that moves the deal on somewhere and has takeaways, in the order of its making.
    pub fn to_read(&self) -> Vec<Arc<Asset>> {
        let useful = self.facts_in_use().filter(|fact| fact.is_live_yes() && fact.asset.takeaways);
        let ids: BTreeSet<AssetId> = useful.map(|fact| fact.placement.asset_id).collect();
        ids.into_iter().filter_map(|id| self.architecture.asset(id)).cloned().collect()
    }

    fn in_words(&self, step: &NextStep) -> String {
        let asset = step.asset_id.and_then(|id| self.architecture.asset(id));
        match asset.map(|asset| asset.title.as_str()) {
            Some(title) if step.text.is_empty() => title.to_owned(),
            Some(title) => format!("{} ({title})", step.text),
            None => step.text.clone(),
        }
    }
}
