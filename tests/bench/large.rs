//! The plan of all measures: 10,000 assets, 40,000 placements, 50 × 12 cells.

use throughline_core::id::{AssetId, JourneyId, PersonaId, PlacementId, StageId};
use throughline_core::model::{Answer, Importance, Millis, Phase, Side, Word};
use throughline_tests::fixture::Sketch;
use throughline_tests::fixture::library::{formats, piece};

pub(crate) const ASSETS: usize = 10_000;
pub(crate) const PERSONAS: usize = 50;
pub(crate) const STAGES: usize = 12;

pub(crate) struct Large {
    pub(crate) plan: Sketch,
    pub(crate) journey: JourneyId,
    pub(crate) personas: Vec<PersonaId>,
    pub(crate) stages: Vec<StageId>,
    pub(crate) assets: Vec<AssetId>,
    pub(crate) placements: Vec<PlacementId>,
}

impl Large {
    /// Each asset at four cells, spread so that every cell has its share.
    pub(crate) fn new() -> Self {
        let mut plan = Sketch::new();
        let personas: Vec<_> =
            (0..PERSONAS).map(|at| plan.persona(&format!("Persona {at}"), weight(at))).collect();
        let journey = plan.journey("New business");
        let stages: Vec<_> = (0..STAGES)
            .map(|at| plan.stage(journey, &format!("Stage {at}"), Phase::ALL[at / 4]))
            .collect();
        let formats = formats(&mut plan);
        let assets: Vec<_> = (0..ASSETS).map(|at| plan.add(piece(at, &formats))).collect();
        let mut large = Self { plan, journey, personas, stages, assets, placements: Vec::new() };
        large.place();
        for at in 0..300 {
            let (persona, stage) = (large.personas[at % PERSONAS], large.stages[at % STAGES]);
            large.plan.need(Some(persona), stage, Importance::Must, "A need");
        }
        large.plan.changes();
        large
    }

    fn place(&mut self) {
        for (at, asset) in self.assets.iter().enumerate() {
            for nth in 0..4 {
                let cell = (at * 7 + nth * 151) % (PERSONAS * STAGES);
                let (persona, stage) = (self.personas[cell / STAGES], self.stages[cell % STAGES]);
                let placement = self.plan.place(*asset, persona, stage);
                self.plan.say(placement, Side::Marketing, Answer::ALL[at % 4], Millis(0));
                self.placements.push(placement);
            }
        }
    }
}

/// Decision weights, in turn.
pub(crate) fn weight(at: usize) -> u8 {
    [1, 2, 3, 4, 5][at % 5]
}
