//! A small plan to try one rule on: two personas, a stage of each phase, the last handed over.

use chrono::NaiveDate;
use throughline_core::coverage::{Cell, CellDetail, Filter, Finding, Gap, Ledger, Map, State};
use throughline_core::id::{JourneyId, PersonaId, StageId};
use throughline_core::model::{Phase, StageFields};
use throughline_tests::fixture::{Sketch, day};

pub(crate) struct Desk {
    pub(crate) plan: Sketch,
    pub(crate) journey: JourneyId,
    /// Weight 5.
    pub(crate) cfo: PersonaId,
    /// Weight 3.
    pub(crate) ciso: PersonaId,
    pub(crate) inquiry: StageId,
    pub(crate) mql: StageId,
    /// At the handoff.
    pub(crate) proposal: StageId,
}

/// The date everything is looked at.
pub(crate) fn today() -> NaiveDate {
    day("2026-06-30")
}

impl Desk {
    pub(crate) fn new() -> Self {
        let mut plan = Sketch::new();
        let (cfo, ciso) = (plan.persona("CFO", 5), plan.persona("CISO", 3));
        let journey = plan.journey("New business");
        let inquiry = plan.stage(journey, "Inquiry", Phase::Engage);
        let mql = plan.stage(journey, "MQL", Phase::Nurture);
        let proposal = plan.stage(journey, "Proposal", Phase::Convert);
        plan.edit::<StageFields>(proposal, |stage| stage.handoff = true);
        Self { plan, journey, cfo, ciso, inquiry, mql, proposal }
    }

    pub(crate) fn ledger(&self) -> Ledger {
        Ledger::new(&self.plan.architecture, today())
    }

    pub(crate) fn map(&self) -> Map {
        self.ledger().map(self.journey, &Filter::default()).unwrap()
    }

    pub(crate) fn cell(&self, persona: PersonaId, stage: StageId) -> Cell {
        let cells = self.map().cells;
        let at = |cell: &Cell| cell.persona_id == persona && cell.stage_id == stage;
        cells.into_iter().find(at).unwrap()
    }

    pub(crate) fn state(&self, persona: PersonaId, stage: StageId) -> State {
        self.cell(persona, stage).state
    }

    pub(crate) fn findings(&self, persona: PersonaId, stage: StageId) -> Vec<Finding> {
        self.cell(persona, stage).findings
    }

    pub(crate) fn has(&self, finding: Finding, persona: PersonaId, stage: StageId) -> bool {
        self.findings(persona, stage).contains(&finding)
    }

    pub(crate) fn detail(&self, persona: PersonaId, stage: StageId) -> CellDetail {
        self.ledger().cell(persona, stage).unwrap()
    }

    pub(crate) fn gaps(&self) -> Vec<Gap> {
        self.ledger().gaps(self.journey, &Filter::default())
    }
}
