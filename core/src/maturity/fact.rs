//! What the workspace itself knows of a question.

use crate::check::answers;
use crate::coverage::{Cell, Ledger, State, freshness};
use crate::id::{AssetId, PersonaId};
use crate::model::{
    Architecture, Asset, Channel, MaturityQuestion, NeedKind, Phase, Role, Side, StageKind, Status,
    Word, words,
};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use ts_rs::TS;

words! {
    /// What is counted. Each is so many *of* so many.
    Known {
        /// Placements that both sides have answered, of all.
        AnsweredByBoth = "answered by both",
        /// Placements on which the sides agree, of those both have answered.
        Agreed = "agreed",
        /// Content with somebody in charge, of all that is not retired.
        AssetsWithOwner = "assets with owner",
        /// Lead stages that say when a lead may leave them, of all.
        LeadStagesDefined = "lead stages defined",
        /// Personas with patterns by which a lead is matched to them, of all.
        PersonasMatched = "personas matched",
        /// Stages that say when a deal may leave them, of all.
        StagesDefined = "stages defined",
        /// Personas whose purchase process an interview has validated, of all.
        ProcessValidated = "process validated",
        /// Questions and objections of buyers that are answered, of all.
        BuyerAnswered = "buyer answered",
        /// Cells covered, of those that apply.
        CellsCovered = "cells covered",
        /// Live content that is sent out, of all live content.
        Outbound = "outbound",
        /// Live content that can be come upon, of all live content.
        Inbound = "inbound",
        /// Personas with live content that is sent out and such that can be come upon, of all.
        BothWays = "both ways",
        /// Cells of Nurture covered, of those that apply.
        NurtureCovered = "nurture covered",
        /// Placements that sales has answered, of all.
        AnsweredBySales = "answered by sales",
        /// Needs that sales has entered, of all.
        NeedsBySales = "needs by sales",
        /// Journeys with a covered cell, of the three kinds of business at least.
        JourneysServed = "journeys served",
    }
}

/// Something counted: so many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KnownFact {
    /// What is counted.
    pub known: Known,
    /// How many are so.
    pub count: u32,
    /// Of how many; where there are none, nothing can be said.
    pub of: u32,
}

impl KnownFact {
    /// 0–1; `None` where there is nothing to count.
    pub fn share(&self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.count) / f64::from(self.of))
    }
}

/// New business, cross-sell and retention.
const KINDS_OF_BUSINESS: usize = 3;

/// What the workspace knows, by question; questions of which it knows nothing are left out.
pub fn facts(ledger: &Ledger) -> BTreeMap<MaturityQuestion, Vec<KnownFact>> {
    use MaturityQuestion as Q;
    let plan = ledger.architecture();
    let all = [
        (Q::Together, checks(plan)),
        (Q::Roles, vec![owned(plan)]),
        (Q::QualifiedLead, vec![defined(plan, true)]),
        (Q::MappedLead, vec![matched(plan)]),
        (Q::LeadToRevenue, vec![defined(plan, false)]),
        (Q::BuyingProcess, vec![validated(plan), dialogue(ledger)]),
        (Q::Offers, vec![covered(ledger, Known::CellsCovered, None)]),
        (Q::Multichannel, ways(ledger)),
        (Q::ChannelMix, vec![both_ways(ledger)]),
        (Q::Nurture, vec![covered(ledger, Known::NurtureCovered, Some(Phase::Nurture))]),
        (Q::SalesInStrategy, vec![answered_by_sales(plan), needs_by_sales(plan)]),
        (Q::AllBusiness, vec![journeys(ledger)]),
    ];
    all.into_iter().collect()
}

/// Counts those of some things that are so.
fn count<T>(
    known: Known,
    all: impl IntoIterator<Item = T>,
    is_so: impl Fn(&T) -> bool,
) -> KnownFact {
    let mut fact = KnownFact { known, count: 0, of: 0 };
    for one in all {
        fact.of += 1;
        fact.count += u32::from(is_so(&one));
    }
    fact
}

fn checks(plan: &Architecture) -> Vec<KnownFact> {
    let both = |id| {
        let answers = answers(plan, id);
        answers.marketing.answer().is_some() && answers.sales.answer().is_some()
    };
    let ids: Vec<_> = plan.placements.iter().map(|placement| placement.id).collect();
    let answered: Vec<_> = ids.iter().copied().filter(|id| both(*id)).collect();
    vec![
        count(Known::AnsweredByBoth, ids, |id| both(*id)),
        count(Known::Agreed, answered, |id| !answers(plan, *id).disagree()),
    ]
}

fn answered_by_sales(plan: &Architecture) -> KnownFact {
    let ids = plan.placements.iter().map(|placement| placement.id);
    count(Known::AnsweredBySales, ids, |id| answers(plan, *id).of(Side::Sales).answer().is_some())
}

fn needs_by_sales(plan: &Architecture) -> KnownFact {
    let role = |id| plan.members.get(id).map(|member| member.role);
    count(Known::NeedsBySales, plan.needs.iter(), |need| {
        need.author_id.and_then(role) == Some(Role::Sales)
    })
}

fn owned(plan: &Architecture) -> KnownFact {
    let in_use = plan.assets.iter().filter(|asset| asset.status != Status::Retired);
    count(Known::AssetsWithOwner, in_use, |asset| !asset.owner.is_empty())
}

fn defined(plan: &Architecture, leads_only: bool) -> KnownFact {
    let known = if leads_only { Known::LeadStagesDefined } else { Known::StagesDefined };
    let stages = plan.stages.iter().filter(|stage| !leads_only || stage.kind == StageKind::Lead);
    count(known, stages, |stage| !stage.exit_criterion.is_empty())
}

fn matched(plan: &Architecture) -> KnownFact {
    let personas = plan.personas.iter();
    count(Known::PersonasMatched, personas, |persona| !persona.title_patterns.is_empty())
}

fn validated(plan: &Architecture) -> KnownFact {
    count(Known::ProcessValidated, plan.personas.iter(), |persona| {
        plan.interviews.iter().any(|held| held.persona_id == persona.id && held.process)
    })
}

fn dialogue(ledger: &Ledger) -> KnownFact {
    use crate::coverage::NeedStatus::Answered;
    let plan = ledger.architecture();
    let of_buyers = |id| plan.needs.get(id).is_some_and(|need| need.kind != NeedKind::SalesNeed);
    let statuses = ledger.need_statuses().filter(|(id, _)| of_buyers(*id));
    count(Known::BuyerAnswered, statuses, |(_, status)| *status == Answered)
}

fn covered(ledger: &Ledger, known: Known, phase: Option<Phase>) -> KnownFact {
    let plan = ledger.architecture();
    let phase_of = |cell: &Cell| plan.stages.get(cell.stage_id).map(|stage| stage.phase);
    let cells = ledger.cells().filter(|cell| cell.state.is_applicable());
    let cells = cells.filter(|cell| phase.is_none() || phase_of(cell) == phase);
    count(known, cells, |cell| cell.state == State::Covered)
}

fn live(ledger: &Ledger) -> Vec<&Arc<Asset>> {
    let plan = ledger.architecture();
    let is_live = |asset: &&Arc<Asset>| freshness(plan, asset, ledger.as_of()).is_live();
    plan.assets.iter().filter(is_live).collect()
}

fn ways(ledger: &Ledger) -> Vec<KnownFact> {
    let live = live(ledger);
    let goes =
        |known, channel| count(known, live.iter(), |asset| asset.channels.contains(&channel));
    vec![goes(Known::Inbound, Channel::Inbound), goes(Known::Outbound, Channel::Outbound)]
}

fn both_ways(ledger: &Ledger) -> KnownFact {
    let plan = ledger.architecture();
    let live: HashSet<AssetId> = live(ledger).iter().map(|asset| asset.id).collect();
    let mut ways: HashMap<PersonaId, HashSet<Channel>> = HashMap::new();
    for placement in plan.placements.iter().filter(|one| live.contains(&one.asset_id)) {
        let channels = plan.asset(placement.asset_id).map(|asset| asset.channels.as_slice());
        ways.entry(placement.persona_id).or_default().extend(channels.unwrap_or_default());
    }
    count(Known::BothWays, plan.personas.iter(), |persona| {
        ways.get(&persona.id).is_some_and(|ways| ways.len() == Channel::ALL.len())
    })
}

fn journeys(ledger: &Ledger) -> KnownFact {
    let plan = ledger.architecture();
    let covered = |id| {
        let mut cells = ledger.cells().filter(|cell| cell.state == State::Covered);
        cells.any(|cell| plan.stages.get(cell.stage_id).is_some_and(|one| one.journey_id == id))
    };
    let mut fact = count(Known::JourneysServed, plan.journeys.iter(), |one| covered(one.id));
    fact.of = fact.of.max(u32::try_from(KINDS_OF_BUSINESS).unwrap_or(u32::MAX));
    fact
}
