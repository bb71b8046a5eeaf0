//! What placing content for a second persona takes from the first.

use super::cell::State;
use super::ledger::Ledger;
use crate::id::{AssetId, PersonaId, StageId};
use crate::model::Phase;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// An asset about to be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// What.
    pub asset_id: AssetId,
    /// For whom.
    pub persona_id: PersonaId,
    /// At which stage.
    pub stage_id: StageId,
}

/// A covered cell that would turn thin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Thinned {
    /// Whose.
    pub persona_id: PersonaId,
    /// The persona's name.
    pub persona: String,
    /// Where.
    pub stage_id: StageId,
    /// The stage's name.
    pub stage: String,
}

impl Ledger {
    /// The cells that these placements, made together, would turn thin: covered Engage and Nurture
    /// cells whose last yes-assets of their own would be shared (METHOD.md). In the
    /// order of personas and stages.
    pub fn thinned_by(&self, proposals: &[Proposal]) -> Vec<Thinned> {
        let mut thinned = Vec::new();
        for row in &self.rows {
            for (column, cell) in self.layout.columns.iter().zip(&row.cells) {
                let (persona, stage) = (&row.persona, &column.stage);
                let personal = matches!(stage.phase, Phase::Engage | Phase::Nurture);
                let shared =
                    |one: &&Proposal| one.stage_id == stage.id && one.persona_id != persona.id;
                let lost: HashSet<AssetId> =
                    proposals.iter().filter(shared).map(|one| one.asset_id).collect();
                let covered = personal && cell.state == State::Covered && !lost.is_empty();
                if covered && !self.has_own(persona.id, stage.id, &lost) {
                    thinned.push(Thinned {
                        persona_id: persona.id,
                        persona: persona.name.clone(),
                        stage_id: stage.id,
                        stage: stage.name.clone(),
                    });
                }
            }
        }
        thinned
    }

    /// Whether a cell has a yes-asset of its own besides those.
    fn has_own(&self, persona: PersonaId, stage: StageId, lost: &HashSet<AssetId>) -> bool {
        let mut facts = self.facts.at(persona, stage).iter();
        facts.any(|fact| {
            fact.is_live_yes() && fact.unique && !lost.contains(&fact.placement.asset_id)
        })
    }
}
