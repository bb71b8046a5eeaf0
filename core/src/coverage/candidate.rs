//! Reuse before producing: content that could close a gap (METHOD.md).

use super::cell::NeedStatus;
use super::detail::{AssetSummary, asset_summary};
use super::fact::Fact;
use super::freshness::Standing;
use super::ledger::Ledger;
use super::need;
use super::words::{Texts, words};
use crate::id::{AssetId, NeedId, PersonaId, PlacementId, StageId};
use crate::model::{Answer, Asset};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// An asset placed next door that could be placed here too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// The asset.
    pub asset: AssetSummary,
    /// The placement next door.
    pub placement_id: PlacementId,
    /// For whom it is placed there.
    pub persona_id: PersonaId,
    /// That persona's name.
    pub persona: String,
    /// At which stage it is placed there.
    pub stage_id: StageId,
    /// That stage's name.
    pub stage: String,
    /// Its effective verdict there.
    pub verdict: Option<Answer>,
    /// The open needs of the cell it matches, best first.
    pub need_ids: Vec<NeedId>,
    /// Its text rank over those needs; 0 where the cell has no open need.
    pub rank: f64,
}

/// The share of a need's words, weighed by rarity, from which an asset matches it.
const MATCH: f64 = 0.25;

impl Ledger {
    /// Candidates for a cell: assets of the same persona at a neighbour stage, or of another
    /// persona at the same stage, that are not placed in the cell and not retired. Those that
    /// match open needs of the cell, best first; where no need is open, all of them: helpful there
    /// first, then live ones. At most `limit`.
    pub fn candidates(&self, persona: PersonaId, stage: StageId, limit: usize) -> Vec<Candidate> {
        let near = self.next_door(persona, stage);
        let needs = self.open_needs(persona, stage);
        let assets: Vec<&Asset> = near
            .iter()
            .filter_map(|fact| self.architecture.asset(fact.placement.asset_id))
            .map(AsRef::as_ref)
            .collect();
        let texts = Texts::of(assets.iter().map(|asset| words(&text(asset))));
        let mut ranked: Vec<(usize, f64, Vec<NeedId>)> = (0..near.len())
            .map(|at| {
                let (rank, matched) = matches(&texts, at, &needs);
                (at, rank, matched)
            })
            .filter(|(_, _, matched)| needs.is_empty() || !matched.is_empty())
            .collect();
        ranked.sort_by(|a, b| {
            let promise = promise(near[a.0]).cmp(&promise(near[b.0]));
            b.1.total_cmp(&a.1).then(promise)
        });
        ranked.truncate(limit);
        let candidate = |(at, rank, need_ids): (usize, f64, Vec<NeedId>)| {
            self.candidate(near[at], assets[at], rank, need_ids)
        };
        ranked.into_iter().filter_map(candidate).collect()
    }

    /// One placement of each asset next door, the most helpful one.
    fn next_door(&self, persona: PersonaId, stage: StageId) -> Vec<&Fact> {
        let here: HashSet<AssetId> =
            self.facts.at(persona, stage).iter().map(|fact| fact.placement.asset_id).collect();
        let same_stage = self.rows.iter().map(|row| (row.persona.id, stage));
        let neighbours = self.neighbours(stage).into_iter().map(|near| (persona, near));
        let near = neighbours
            .chain(same_stage)
            .filter(|cell| *cell != (persona, stage))
            .flat_map(|(persona, stage)| self.facts.at(persona, stage))
            .filter(|fact| fact.standing() != Standing::Retired)
            .filter(|fact| !here.contains(&fact.placement.asset_id));
        let mut best: Vec<&Fact> = Vec::new();
        let mut places: HashMap<AssetId, usize> = HashMap::new();
        for fact in near {
            let place = *places.entry(fact.placement.asset_id).or_insert(best.len());
            if place == best.len() {
                best.push(fact);
            } else if promise(fact) < promise(best[place]) {
                best[place] = fact;
            }
        }
        best.retain(|fact| self.architecture.assets.has(fact.placement.asset_id));
        best
    }

    /// The stages before and after a stage in its journey.
    fn neighbours(&self, stage: StageId) -> Vec<StageId> {
        let columns = &self.layout.columns;
        let at = columns.iter().position(|column| column.stage.id == stage);
        let section = at.and_then(|at| {
            self.layout.sections.iter().find(|section| section.columns.contains(&at))
        });
        let Some((at, section)) = at.zip(section) else { return Vec::new() };
        let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        near.filter(|at| section.columns.contains(at)).map(|at| columns[at].stage.id).collect()
    }

    fn open_needs(&self, persona: PersonaId, stage: StageId) -> Vec<(NeedId, Vec<String>)> {
        let scene = self.scene(None);
        let content = scene.content(persona, stage);
        let needs = scene.needs(persona, stage);
        needs
            .filter(|need| need::status(need, &content.facts) == NeedStatus::Open)
            .map(|need| (need.id, words(&need.text)))
            .collect()
    }

    fn candidate(
        &self,
        fact: &Fact,
        asset: &Asset,
        rank: f64,
        need_ids: Vec<NeedId>,
    ) -> Option<Candidate> {
        let placement = &fact.placement;
        Some(Candidate {
            asset: asset_summary(&self.architecture, asset, self.as_of()),
            placement_id: placement.id,
            persona_id: placement.persona_id,
            persona: self.architecture.personas.get(placement.persona_id)?.name.clone(),
            stage_id: placement.stage_id,
            stage: self.architecture.stages.get(placement.stage_id)?.name.clone(),
            verdict: fact.verdict,
            need_ids,
            rank,
        })
    }
}

/// Smaller is more promising: yes, partly, unchecked, no; then live, to come, stale.
fn promise(fact: &Fact) -> (u8, Standing) {
    let verdict = match fact.verdict {
        Some(Answer::Yes) => 0,
        Some(Answer::Partly) => 1,
        Some(Answer::Unsure) | None => 2,
        Some(Answer::No) => 3,
    };
    (verdict, fact.standing())
}

/// The rank of a text over the needs it matches, and those needs.
fn matches(texts: &Texts, at: usize, needs: &[(NeedId, Vec<String>)]) -> (f64, Vec<NeedId>) {
    let matched = needs.iter().filter(|(_, query)| texts.share(at, query) >= MATCH);
    let mut matched: Vec<(f64, NeedId)> =
        matched.map(|(id, query)| (texts.rank(at, query), *id)).collect();
    matched.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rank = matched.iter().map(|(rank, _)| rank).sum();
    (rank, matched.into_iter().map(|(_, id)| id).collect())
}

/// What an asset is matched by.
fn text(asset: &Asset) -> String {
    let lines = [&asset.title, &asset.summary].into_iter();
    let lines = lines.chain(&asset.themes).chain(&asset.takeaways);
    lines.map(String::as_str).collect::<Vec<_>>().join("\n")
}
