//! What coverage needs to know of a placement, boiled down once.

use super::freshness::{Freshness, Standing, freshness};
use crate::check::{Answers, Standpoint, answers};
use crate::id::{AssetId, FormatId, PersonaId, PlacementId, StageId};
use crate::model::{
    Answer, Architecture, Asset, Channel, Millis, NextStep, Placement, Purpose, Side,
};
use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where a next step that deepens the relationship leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    is_set: bool,
    /// To an action: it has an address.
    pub(super) to_action: bool,
    /// To another asset.
    pub(super) to_asset: Option<AssetId>,
}

impl From<&NextStep> for Lead {
    fn from(step: &NextStep) -> Self {
        Self { is_set: step.is_set(), to_action: !step.url.is_empty(), to_asset: step.asset_id }
    }
}

/// What coverage needs to know of an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AssetFact {
    pub(super) freshness: Freshness,
    pub(super) format: Option<FormatId>,
    pub(super) purpose: Option<Purpose>,
    pub(super) interactive_or_visual: bool,
    pub(super) outbound: bool,
    pub(super) takeaways: bool,
    steps: Steps,
}

/// The next steps of an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Steps {
    maintain: bool,
    deepen: Lead,
}

impl AssetFact {
    fn of(architecture: &Architecture, asset: &Asset, as_of: NaiveDate) -> Self {
        Self {
            freshness: freshness(architecture, asset, as_of),
            format: asset.format_id,
            purpose: asset.purpose,
            interactive_or_visual: asset.interactive || asset.visual,
            outbound: asset.channels.contains(&Channel::Outbound),
            takeaways: !asset.takeaways.is_empty(),
            steps: Steps { maintain: asset.maintain.is_set(), deepen: Lead::from(&asset.deepen) },
        }
    }
}

/// What one side says of a placement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opinion {
    /// Its latest yes, partly or no, and when it was given.
    pub(super) answer: Option<Answer>,
    pub(super) answered_at: Option<Millis>,
    /// It was unsure after that.
    pub(super) unsure: bool,
}

impl From<&Standpoint<'_>> for Opinion {
    fn from(standpoint: &Standpoint<'_>) -> Self {
        Self {
            answer: standpoint.answer(),
            answered_at: standpoint.settled.map(|verdict| verdict.answered_at),
            unsure: standpoint.unsure.is_some(),
        }
    }
}

/// What coverage needs to know of a placement.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    pub(super) placement: Arc<Placement>,
    pub(super) asset: AssetFact,
    pub(super) marketing: Opinion,
    pub(super) sales: Opinion,
    /// The effective verdict.
    pub(super) verdict: Option<Answer>,
    pub(super) disagreement: bool,
    /// The asset is placed at this stage for this persona alone.
    pub(super) unique: bool,
    /// Whether both next steps are set, the placement's own before the asset's.
    pub(super) both_ways: bool,
    pub(super) deepen: Lead,
}

impl Fact {
    fn new(
        placement: &Arc<Placement>,
        asset: AssetFact,
        answers: &Answers<'_>,
        unique: bool,
    ) -> Self {
        let own = |step: &Option<NextStep>| step.as_ref().is_some_and(NextStep::is_set);
        let deepen = placement.deepen.as_ref().filter(|step| step.is_set());
        let deepen = deepen.map_or(asset.steps.deepen, Lead::from);
        Self {
            placement: Arc::clone(placement),
            asset,
            marketing: Opinion::from(&answers.marketing),
            sales: Opinion::from(&answers.sales),
            verdict: answers.effective(),
            disagreement: answers.disagree(),
            unique,
            both_ways: deepen.is_set && (own(&placement.maintain) || asset.steps.maintain),
            deepen,
        }
    }

    pub(super) fn id(&self) -> PlacementId {
        self.placement.id
    }

    /// What a side says.
    pub(super) fn of(&self, side: Side) -> &Opinion {
        match side {
            Side::Marketing => &self.marketing,
            Side::Sales => &self.sales,
        }
    }

    pub(super) fn standing(&self) -> Standing {
        self.asset.freshness.standing
    }

    pub(super) fn is_live(&self) -> bool {
        self.asset.freshness.is_live()
    }

    pub(super) fn is_live_yes(&self) -> bool {
        self.is_live() && self.verdict == Some(Answer::Yes)
    }
}

/// The facts of all placements, by cell and there by id.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Facts {
    pub(super) as_of: NaiveDate,
    cells: HashMap<(PersonaId, StageId), Vec<Fact>>,
}

impl Facts {
    /// The facts of all placements as of a date.
    pub(super) fn all(architecture: &Architecture, as_of: NaiveDate) -> Self {
        let assets = architecture.assets.iter();
        let assets: HashMap<AssetId, AssetFact> =
            assets.map(|asset| (asset.id, AssetFact::of(architecture, asset, as_of))).collect();
        let mut heard: HashMap<PlacementId, Answers<'_>> =
            HashMap::with_capacity(architecture.placements.len());
        for verdict in architecture.verdicts.iter() {
            heard.entry(verdict.placement_id).or_default().hear(verdict);
        }
        let shared = shared(architecture);
        let mut cells: HashMap<_, Vec<Fact>> = HashMap::new();
        for placement in architecture.placements.iter() {
            let Some(asset) = assets.get(&placement.asset_id) else { continue };
            let answers = heard.get(&placement.id).copied().unwrap_or_default();
            let unique = !shared.contains(&(placement.asset_id, placement.stage_id));
            let fact = Fact::new(placement, *asset, &answers, unique);
            cells.entry((placement.persona_id, placement.stage_id)).or_default().push(fact);
        }
        Self { as_of, cells }
    }

    /// The facts of a cell, by placement.
    pub(super) fn at(&self, persona: PersonaId, stage: StageId) -> &[Fact] {
        self.cells.get(&(persona, stage)).map_or(&[], Vec::as_slice)
    }

    /// Boils down those placements anew.
    pub(super) fn refresh(
        &mut self,
        before: &Architecture,
        after: &Architecture,
        placements: &BTreeSet<PlacementId>,
    ) {
        for id in placements {
            if let Some(gone) = before.placements.get(*id) {
                self.remove(gone);
            }
            if let Some(fact) = after.placements.get(*id).and_then(|new| self.of(after, new)) {
                self.insert(fact);
            }
        }
    }

    fn of(&self, architecture: &Architecture, placement: &Arc<Placement>) -> Option<Fact> {
        let asset = architecture.asset(placement.asset_id)?;
        let asset = AssetFact::of(architecture, asset, self.as_of);
        let unique = is_unique(architecture, placement);
        Some(Fact::new(placement, asset, &answers(architecture, placement.id), unique))
    }

    fn insert(&mut self, fact: Fact) {
        let cell = (fact.placement.persona_id, fact.placement.stage_id);
        let facts = self.cells.entry(cell).or_default();
        if let Err(at) = facts.binary_search_by_key(&fact.id(), Fact::id) {
            facts.insert(at, fact);
        }
    }

    fn remove(&mut self, placement: &Placement) {
        let cell = (placement.persona_id, placement.stage_id);
        let Some(facts) = self.cells.get_mut(&cell) else { return };
        facts.retain(|fact| fact.id() != placement.id);
        if facts.is_empty() {
            self.cells.remove(&cell);
        }
    }
}

/// Assets that are placed at a stage for several personas.
fn shared(architecture: &Architecture) -> HashSet<(AssetId, StageId)> {
    let mut homes: HashMap<(AssetId, StageId), PersonaId> =
        HashMap::with_capacity(architecture.placements.len());
    let mut shared = HashSet::new();
    for placement in architecture.placements.iter() {
        let key = (placement.asset_id, placement.stage_id);
        if *homes.entry(key).or_insert(placement.persona_id) != placement.persona_id {
            shared.insert(key);
        }
    }
    shared
}

fn is_unique(architecture: &Architecture, placement: &Placement) -> bool {
    let others = architecture.index.placements_of(placement.asset_id);
    let mut others = others.filter_map(|id| architecture.placements.get(id));
    others.all(|other| {
        other.stage_id != placement.stage_id || other.persona_id == placement.persona_id
    })
}
