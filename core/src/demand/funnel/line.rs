//! The stages of a journey as leads and deals pass them.

use crate::funnel::Place;
use crate::id::{JourneyId, StageId};
use crate::import::facts::StageNames;
use crate::model::{Architecture, Side, Stage, StageKind};
use std::collections::HashMap;
use std::sync::Arc;

/// The line of a journey's stages.
#[derive(Clone, Debug, Default)]
pub(in crate::demand) struct Line {
    /// All stages, in order.
    pub(in crate::demand) stages: Vec<Arc<Stage>>,
    pub(in crate::demand) places: HashMap<StageId, (StageKind, usize)>,
    /// How many stages leads pass, and deals.
    pub(in crate::demand) leads: usize,
    pub(in crate::demand) deals: usize,
    /// The place among the stages of leads that is the handoff: behind the last of them where deals
    /// begin with it; `None` = nothing is handed over.
    pub(in crate::demand) handoff: Option<usize>,
    pub(super) names: StageNames,
}

impl Line {
    pub(in crate::demand) fn of(plan: &Architecture, journey: JourneyId) -> Self {
        let stages = plan.stages_of(journey);
        let mut places = HashMap::new();
        let (mut leads, mut deals) = (0, 0);
        for stage in &stages {
            let count = if stage.kind == StageKind::Lead { &mut leads } else { &mut deals };
            places.insert(stage.id, (stage.kind, *count));
            *count += 1;
        }
        let handed = stages.iter().find(|stage| stage.handoff);
        let handed = handed.or_else(|| stages.iter().find(|stage| stage.owner == Side::Sales));
        let handoff = handed.map(|stage| match places[&stage.id] {
            (StageKind::Lead, place) => place,
            (StageKind::Deal, _) => leads,
        });
        Self { stages, places, leads, deals, handoff, names: StageNames::of(plan) }
    }

    /// Where a lead stands of which a file says that.
    pub(super) fn of_lead(&self, said: &str) -> Option<Place> {
        match self.said(said)? {
            Said::At(StageKind::Lead, place) => Some(Place::Stage(place)),
            Said::At(StageKind::Deal, _) | Said::Won => Some(Place::Past),
            Said::Lost => Some(Place::Lost),
        }
    }

    /// Where a deal stands of which a file says that.
    pub(super) fn of_deal(&self, said: &str) -> Option<Place> {
        match self.said(said)? {
            Said::At(StageKind::Deal, place) => Some(Place::Stage(place)),
            Said::At(StageKind::Lead, _) => None,
            Said::Won => Some(Place::Past),
            Said::Lost => Some(Place::Lost),
        }
    }

    /// Whether a file that says that means a stage of another journey.
    pub(super) fn is_of_another(&self, said: &str) -> bool {
        self.names.get(said).is_some_and(|id| !self.places.contains_key(&id))
    }

    fn said(&self, said: &str) -> Option<Said> {
        if let Some(id) = self.names.get(said) {
            let (kind, place) = self.places.get(&id)?;
            return Some(Said::At(*kind, *place));
        }
        StageNames::ends(said).map(|won| if won { Said::Won } else { Said::Lost })
    }

    /// The stage of leads or of deals at a place.
    pub(in crate::demand) fn stage(&self, kind: StageKind, place: usize) -> Option<&Arc<Stage>> {
        self.stages.iter().filter(|stage| stage.kind == kind).nth(place)
    }

    /// The place from which on a lead, or a deal, is with sales.
    pub(in crate::demand) fn handed_from(&self, kind: StageKind) -> Option<usize> {
        match kind {
            StageKind::Lead => self.handoff,
            StageKind::Deal => {
                let handed = self.stages.iter().find(|stage| stage.handoff);
                let place = handed.map(|stage| self.places[&stage.id]);
                place.filter(|(kind, _)| *kind == StageKind::Deal).map(|(_, place)| place)
            }
        }
    }

    /// Whether a lead at a place is with sales.
    pub(super) fn is_handed(&self, place: Place) -> bool {
        match place {
            Place::Stage(at) => self.handoff.is_some_and(|handoff| at >= handoff),
            Place::Past => true,
            Place::Lost => false,
        }
    }
}

enum Said {
    At(StageKind, usize),
    Won,
    Lost,
}
