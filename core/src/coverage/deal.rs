//! What helps a deal on: the best content that each persona has not touched yet, and the needs of the
//! stage.

use super::answered::{NeedInCell, urgency};
use super::cell::{NeedStatus, State};
use super::ledger::Ledger;
use super::playbook::PlaybookAsset;
use crate::id::{AssetId, NeedId, PersonaId, StageId};
use crate::model::{Answer, DecisionRole, Importance, NeedKind};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use ts_rs::TS;

/// So many pieces are offered to a persona at most.
const MOST: usize = 3;

/// A persona and what of it sits at the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// The leads of the deal of that persona, by their numbers.
    pub leads: Vec<u32>,
    /// The content that they touched.
    pub touched: BTreeSet<AssetId>,
}

/// Content to offer next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DealOffer {
    /// The content.
    pub asset: PlaybookAsset,
    /// Whether it moves the deal on only partly.
    pub partly: bool,
}

/// A persona of the plan, as a deal meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DealPersona {
    /// The persona.
    pub persona_id: PersonaId,
    /// Its name.
    pub name: String,
    /// Its part in the decision.
    pub role: DecisionRole,
    /// Decision weight, 1–5.
    pub weight: u8,
    /// The leads of the deal of that persona; none = it is missing.
    pub leads: Vec<u32>,
    /// Whether it takes part at the stage: its cell is not set not applicable.
    pub takes_part: bool,
    /// Live content that moves the deal on there and that it has not touched, the best first: up to 3.
    pub next: Vec<DealOffer>,
    /// How much of what is live and moves the deal on there it has touched.
    pub touched: usize,
}

/// A need of the stage that a deal is at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DealNeed {
    /// The need.
    pub id: NeedId,
    /// Who needs it.
    pub kind: NeedKind,
    /// What is needed.
    pub text: String,
    /// How much.
    pub importance: Importance,
    /// What it asks of us as a whole: the status of its cells that asks most.
    pub status: NeedStatus,
    /// Where it stands for each persona asked, in the order of the personas.
    pub cells: Vec<NeedInCell>,
}

/// What helps a deal on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct DealHelp {
    /// All personas of the plan, the weightiest first, then in their order. Without a stage nothing is
    /// offered.
    pub personas: Vec<DealPersona>,
    /// The needs of the stage of the personas that sit at the table, of all where none does: what is
    /// open first, then what matters most.
    pub needs: Vec<DealNeed>,
}

impl Ledger {
    /// What helps a deal on that is at a stage; `seat` tells who sits at its table.
    pub fn deal_help(&self, stage: Option<StageId>, seat: impl Fn(PersonaId) -> Seat) -> DealHelp {
        let mut personas = self.architecture.personas.in_order();
        personas.sort_by_key(|persona| Reverse(persona.weight));
        let mut help = DealHelp::default();
        for persona in &personas {
            let seat = seat(persona.id);
            let offers = stage.and_then(|stage| self.offers_at(persona.id, stage));
            let takes_part = offers.is_some();
            let offers = offers.unwrap_or_default();
            let (touched, mut next): (Vec<_>, Vec<_>) =
                offers.into_iter().partition(|(one, _)| seat.touched.contains(&one.asset_id));
            next.truncate(MOST);
            help.personas.push(DealPersona {
                persona_id: persona.id,
                name: persona.name.clone(),
                role: persona.role,
                weight: persona.weight,
                leads: seat.leads,
                takes_part,
                next: next.into_iter().map(DealOffer::of).collect(),
                touched: touched.len(),
            });
        }
        if let Some(stage) = stage {
            help.needs = self.deal_needs(stage, &help.personas);
        }
        help
    }

    /// Live content that moves the deal on at a stage for a persona: what does wholly before what does
    /// partly, each in the order of the playbook. `None` where the persona takes no part there.
    fn offers_at(
        &self,
        persona: PersonaId,
        stage: StageId,
    ) -> Option<Vec<(PlaybookAsset, Answer)>> {
        let cell = self.cells().find(|one| (one.persona_id, one.stage_id) == (persona, stage))?;
        if cell.state == State::NotApplicable {
            return None;
        }
        let dialogue = self.dialogue_at(persona, stage).lines;
        let told = |answer| {
            let assets = self.useful_at((persona, stage), answer, &dialogue).into_iter();
            assets.map(move |asset| (asset, answer))
        };
        Some(told(Answer::Yes).chain(told(Answer::Partly)).collect())
    }

    fn deal_needs(&self, stage: StageId, personas: &[DealPersona]) -> Vec<DealNeed> {
        let any = personas.iter().any(|one| !one.leads.is_empty());
        let asked = |one: &&DealPersona| !any || !one.leads.is_empty();
        let asked: Vec<PersonaId> =
            personas.iter().filter(asked).map(|one| one.persona_id).collect();
        let standings = self.needs_at(stage, &asked).into_iter();
        let told = standings.filter_map(|standing| {
            let need = self.architecture.needs.get(standing.need_id)?;
            Some(DealNeed {
                id: need.id,
                kind: need.kind,
                text: need.text.clone(),
                importance: need.importance,
                status: standing.status?,
                cells: standing.cells,
            })
        });
        let mut needs: Vec<DealNeed> = told.collect();
        needs.sort_by_key(|need| (urgency(need.status), need.importance));
        needs
    }
}

impl DealOffer {
    fn of((asset, answer): (PlaybookAsset, Answer)) -> Self {
        Self { asset, partly: answer == Answer::Partly }
    }
}
