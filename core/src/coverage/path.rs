//! A persona's path along a journey: stages as a line, live content as stops, and the steps that
//! deepen the relationship as the track between them.

use super::cell::State;
use super::fact::Fact;
use super::finding::Finding;
use super::ledger::Ledger;
use super::row::Content;
use crate::id::{AssetId, JourneyId, PersonaId, PlacementId, StageId};
use crate::model::{Answer, NextStep, Phase};
use serde::Serialize;
use ts_rs::TS;

/// A persona's path along a journey.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PersonaPath {
    /// The stages, in order.
    pub stages: Vec<PathStage>,
    /// Where a stop leads on to another one at a later stage, in the order of the stops.
    pub tracks: Vec<Track>,
}

/// A stage of a path.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PathStage {
    /// The stage.
    pub stage_id: StageId,
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: Phase,
    /// The state of the cell.
    pub state: State,
    /// The name of the next stage that applies, where the path breaks before it: something helps
    /// here, and nothing of that leads on.
    pub broken_before: Option<String>,
    /// Live content: what helps first, then what nobody has checked, then the rest; each by title.
    pub stops: Vec<PathStop>,
}

/// Live content at a stage.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PathStop {
    /// The placement.
    pub id: PlacementId,
    /// Its version, for changing it.
    #[ts(type = "number")]
    pub version: i64,
    /// What is placed.
    pub asset_id: AssetId,
    /// Its title.
    pub title: String,
    /// The effective verdict.
    pub verdict: Option<Answer>,
    /// The step that keeps the relationship: the placement's own, else the asset's.
    pub maintain: NextStep,
    /// The step that deepens it: the placement's own, else the asset's.
    pub deepen: NextStep,
    /// The step that keeps the relationship is the placement's own.
    pub maintains_here: bool,
    /// The step that deepens it is the placement's own.
    pub deepens_here: bool,
}

/// One stop leads on to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Track {
    /// From this placement.
    pub from: PlacementId,
    /// To this one, of the same persona at a later stage.
    pub to: PlacementId,
}

impl Ledger {
    /// A persona's path along a journey; `None` where there is no such persona or journey.
    pub fn path(&self, persona: PersonaId, journey: JourneyId) -> Option<PersonaPath> {
        let section = self.layout.section(journey)?;
        let row = self.rows.iter().find(|row| row.persona.id == persona)?;
        let scene = self.scene(None);
        let columns = &self.layout.columns[section.columns.clone()];
        let contents: Vec<Content<'_>> =
            columns.iter().map(|column| scene.content(persona, column.stage.id)).collect();
        let cells = &row.cells[section.columns.clone()];
        let mut stages: Vec<PathStage> = Vec::with_capacity(columns.len());
        for (at, (column, cell)) in columns.iter().zip(cells).enumerate() {
            let following = cells[at + 1..].iter().position(|next| next.state.is_applicable());
            let next = following.map(|after| columns[at + 1 + after].stage.name.clone());
            let is_broken = cell.findings.contains(&Finding::BrokenPath);
            stages.push(PathStage {
                stage_id: column.stage.id,
                name: column.stage.name.clone(),
                phase: column.stage.phase,
                state: cell.state,
                broken_before: next.filter(|_| is_broken),
                stops: self.stops(&contents[at]),
            });
        }
        let tracks = tracks(&stages);
        Some(PersonaPath { stages, tracks })
    }

    fn stops(&self, content: &Content<'_>) -> Vec<PathStop> {
        let live = content.facts.iter().filter(|fact| content.applicable && fact.is_live());
        let mut stops: Vec<PathStop> = live.filter_map(|fact| self.stop(fact)).collect();
        stops.sort_by(|a, b| {
            rank(a.verdict).cmp(&rank(b.verdict)).then_with(|| a.title.cmp(&b.title))
        });
        stops
    }

    fn stop(&self, fact: &Fact) -> Option<PathStop> {
        let placement = &fact.placement;
        let asset = self.architecture.asset(placement.asset_id)?;
        let own = |step: &Option<NextStep>| step.clone().filter(NextStep::is_set);
        let (maintain, deepen) = (own(&placement.maintain), own(&placement.deepen));
        Some(PathStop {
            id: placement.id,
            version: placement.stamp.version,
            asset_id: asset.id,
            title: asset.title.clone(),
            verdict: fact.verdict,
            maintains_here: maintain.is_some(),
            deepens_here: deepen.is_some(),
            maintain: maintain.unwrap_or_else(|| asset.maintain.clone()),
            deepen: deepen.unwrap_or_else(|| asset.deepen.clone()),
        })
    }
}

/// What helps comes first, what does not comes last.
fn rank(verdict: Option<Answer>) -> u8 {
    match verdict {
        Some(Answer::Yes) => 0,
        Some(Answer::Partly) => 1,
        None | Some(Answer::Unsure) => 2,
        Some(Answer::No) => 3,
    }
}

/// From each stop to what its step that deepens leads to, at the first later stage where that stands.
fn tracks(stages: &[PathStage]) -> Vec<Track> {
    let mut tracks = Vec::new();
    for (at, stage) in stages.iter().enumerate() {
        for stop in &stage.stops {
            let Some(target) = stop.deepen.asset_id else { continue };
            let mut later = stages[at + 1..].iter().flat_map(|later| &later.stops);
            if let Some(to) = later.find(|later| later.asset_id == target) {
                tracks.push(Track { from: stop.id, to: to.id });
            }
        }
    }
    tracks
}
