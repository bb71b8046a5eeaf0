//! One cell in full, as the rail shows it.

use super::cell::{NeedStatus, State};
use super::fact::Fact;
use super::filter::{Filter, Sieve};
use super::finding::{CellFinding, findings_in_full};
use super::freshness::{Freshness, freshness};
use super::ledger::Ledger;
use super::need;
use super::row::Scene;
use crate::check::{DealCheck, Mark, deal_check, mark};
use crate::id::{
    AssetId, ExclusionId, FormatId, MemberId, NeedId, PersonaId, PlacementId, StageId, TriggerId,
};
use crate::model::{Architecture, Asset, Importance, Need, NeedKind, NextStep, Purpose, Status};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// What is shown of an asset wherever it is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssetSummary {
    /// The asset.
    pub id: AssetId,
    /// Its title.
    pub title: String,
    /// Its format.
    pub format_id: Option<FormatId>,
    /// The name of its format, or empty.
    pub format: String,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// Its status.
    pub status: Status,
    /// Where it stands as of the date.
    pub freshness: Freshness,
    /// What the deal check says of it as a whole.
    pub mark: Option<Mark>,
}

/// The summary of an asset as of a date.
pub fn asset_summary(architecture: &Architecture, asset: &Asset, as_of: NaiveDate) -> AssetSummary {
    let format = asset.format_id.and_then(|id| architecture.formats.get(id));
    AssetSummary {
        id: asset.id,
        title: asset.title.clone(),
        format_id: asset.format_id,
        format: format.map(|format| format.name.clone()).unwrap_or_default(),
        purpose: asset.purpose,
        status: asset.status,
        freshness: freshness(architecture, asset, as_of),
        mark: mark(architecture, asset.id),
    }
}

/// A need in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellNeed {
    /// The need.
    pub id: NeedId,
    /// Its version, for changing it.
    #[ts(type = "number")]
    pub version: i64,
    /// A need of every persona at the stage.
    pub of_all: bool,
    /// Who needs it.
    pub kind: NeedKind,
    /// What is needed.
    pub text: String,
    /// How much.
    pub importance: Importance,
    /// Its status in this cell.
    pub status: NeedStatus,
    /// Who asked for it.
    pub author_id: Option<MemberId>,
    /// Their name.
    pub author: Option<String>,
    /// The assets that answer it, wherever they are placed.
    pub answer_ids: Vec<AssetId>,
    /// Why it was declined.
    pub declined: Option<String>,
}

/// A placement in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellPlacement {
    /// The placement.
    pub id: PlacementId,
    /// Its version, for changing it.
    #[ts(type = "number")]
    pub version: i64,
    /// What is placed.
    pub asset: AssetSummary,
    /// The triggers it answers.
    pub trigger_ids: Vec<TriggerId>,
    /// The asset is placed at this stage for this persona alone.
    pub unique: bool,
    /// Both sides' answers and what follows from them.
    pub check: DealCheck,
    /// The step that keeps the relationship: the placement's own, else the asset's.
    pub maintain: NextStep,
    /// The step that deepens it: the placement's own, else the asset's.
    pub deepen: NextStep,
    /// The step that keeps the relationship is the placement's own.
    pub maintains_here: bool,
    /// The step that deepens it is the placement's own.
    pub deepens_here: bool,
}

/// A persona at a stage in full.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellDetail {
    /// Whose.
    pub persona_id: PersonaId,
    /// The persona's name.
    pub persona: String,
    /// Where.
    pub stage_id: StageId,
    /// The stage's name.
    pub stage: String,
    /// What is true when a deal may leave the stage.
    pub exit_criterion: String,
    /// The state of the cell.
    pub state: State,
    /// 1, ½ or 0.
    pub credit: f64,
    /// The mark that sets it not applicable.
    pub exclusion_id: Option<ExclusionId>,
    /// Why it is not applicable.
    pub excluded: Option<String>,
    /// What is to be seen to.
    pub findings: Vec<CellFinding>,
    /// Its needs: open ones first, then by importance.
    pub needs: Vec<CellNeed>,
    /// Its placements that pass the filter, those of retired assets included; live ones first.
    pub placements: Vec<CellPlacement>,
    /// Its placements that the filter leaves out.
    pub left_out: u32,
}

impl Ledger {
    /// A cell in full; `None` where there is no such persona or stage.
    pub fn cell(&self, persona: PersonaId, stage: StageId) -> Option<CellDetail> {
        self.cell_within(persona, stage, &Filter::default())
    }

    /// A cell in full, counted on what passes the filter as the map is; `None` where there is no
    /// such persona or stage.
    pub fn cell_within(
        &self,
        persona: PersonaId,
        stage: StageId,
        filter: &Filter,
    ) -> Option<CellDetail> {
        let sieve = self.sieve(filter);
        let scene = self.scene(sieve.as_ref());
        let row = self.rows.iter().find(|row| row.persona.id == persona)?;
        let row = match sieve {
            None => Arc::clone(row),
            Some(_) => Arc::new(scene.row(&row.persona)),
        };
        let at = self.layout.columns.iter().position(|column| column.stage.id == stage)?;
        let section = self.layout.sections.iter().find(|one| one.columns.contains(&at))?;
        let cell = &row.cells[at];
        let contents = scene.contents(persona);
        let unanswered = scene.unanswered(persona, &contents);
        let place = scene.place(section, at, &contents, &unanswered);
        let stage = &self.layout.columns[at].stage;
        let exclusion = self.architecture.index.exclusion_at(persona, stage.id);
        let exclusion = exclusion.and_then(|id| self.architecture.exclusions.get(id));
        let applicable = cell.state.is_applicable();
        let (placements, left_out) = self.placements(persona, stage.id, sieve.as_ref());
        Some(CellDetail {
            persona_id: persona,
            persona: row.persona.name.clone(),
            stage_id: stage.id,
            stage: stage.name.clone(),
            exit_criterion: stage.exit_criterion.clone(),
            state: cell.state,
            credit: cell.credit,
            exclusion_id: exclusion.map(|one| one.id),
            excluded: exclusion.map(|one| one.reason.clone()),
            findings: if applicable { findings_in_full(&place) } else { Vec::new() },
            needs: self.needs(&scene, persona, stage.id, place.facts),
            placements,
            left_out,
        })
    }

    fn needs(
        &self,
        scene: &Scene<'_>,
        persona: PersonaId,
        stage: StageId,
        facts: &[&Fact],
    ) -> Vec<CellNeed> {
        let needs = scene.needs(persona, stage);
        let mut needs: Vec<_> = needs.map(|need| self.need(need, facts)).collect();
        needs.sort_by_key(|need| (need.status != NeedStatus::Open, need.importance));
        needs
    }

    fn need(&self, need: &Need, facts: &[&Fact]) -> CellNeed {
        let author = need.author_id.and_then(|id| self.architecture.members.get(id));
        CellNeed {
            id: need.id,
            version: need.stamp.version,
            of_all: need.persona_id.is_none(),
            kind: need.kind,
            text: need.text.clone(),
            importance: need.importance,
            status: need::status(need, facts),
            author_id: need.author_id,
            author: author.map(|member| member.name.clone()),
            answer_ids: need.answer_ids.clone(),
            declined: need.declined.clone(),
        }
    }

    /// The placements of a cell that pass, and how many do not.
    fn placements(
        &self,
        persona: PersonaId,
        stage: StageId,
        sieve: Option<&Sieve>,
    ) -> (Vec<CellPlacement>, u32) {
        let facts = self.facts.at(persona, stage).iter();
        let passes = |fact: &&Fact| sieve.is_none_or(|sieve| sieve.passes(fact));
        let (passing, left_out): (Vec<&Fact>, Vec<&Fact>) = facts.partition(passes);
        let mut placements: Vec<_> =
            passing.into_iter().filter_map(|fact| self.placement(fact)).collect();
        placements.sort_by_key(|one| one.asset.freshness.standing);
        (placements, u32::try_from(left_out.len()).unwrap_or(u32::MAX))
    }

    fn placement(&self, fact: &Fact) -> Option<CellPlacement> {
        let placement = &fact.placement;
        let asset = self.architecture.asset(placement.asset_id)?;
        let own = |step: &Option<NextStep>| step.clone().filter(NextStep::is_set);
        let (maintain, deepen) = (own(&placement.maintain), own(&placement.deepen));
        Some(CellPlacement {
            id: placement.id,
            version: placement.stamp.version,
            asset: asset_summary(&self.architecture, asset, self.as_of()),
            trigger_ids: placement.trigger_ids.clone(),
            unique: fact.unique,
            check: deal_check(&self.architecture, placement.id),
            maintains_here: maintain.is_some(),
            deepens_here: deepen.is_some(),
            maintain: maintain.unwrap_or_else(|| asset.maintain.clone()),
            deepen: deepen.unwrap_or_else(|| asset.deepen.clone()),
        })
    }
}
