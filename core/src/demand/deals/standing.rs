//! Where every deal of a journey stands, and for how long.

use super::people::{People, people};
use crate::demand::funnel::{DealCourse, Line, courses};
use crate::demand::stamps::newest;
use crate::error::{Error, OrNotFound, Result};
use crate::facts::FactKey;
use crate::funnel::{Exit, Place, StageLine, Visit, days, visits};
use crate::id::{EntityKind, JourneyId, PersonaId, StageId};
use crate::model::{Architecture, DecisionRole, Millis, Money, StageKind, words};
use crate::plan::Plan;
use crate::scoring::Outcome;
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

words! {
    /// What became of a deal.
    DealOutcome {
        /// It is open.
        Open = "open",
        /// It was won.
        Won = "won",
        /// It was lost.
        Lost = "lost",
    }
}

/// A deal in a list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DealRow {
    /// Its number.
    pub key: u32,
    /// Its name, else its id; empty where neither is known.
    pub name: String,
    /// Its account, as the file names it.
    pub account: String,
    /// Who is in charge of it.
    pub owner: String,
    /// What became of it.
    pub outcome: DealOutcome,
    /// Why it was lost.
    pub reason: String,
    /// The stage it is at, or was at when it ended; `None` where no file tells.
    pub stage_id: Option<StageId>,
    /// Since when it is there, at the latest.
    pub since: Option<Millis>,
    /// Whether it came there at that time; else it was there before.
    pub since_exact: bool,
    /// How many days it has been there, at least; of an open deal.
    pub days: Option<f64>,
    /// Whether that is longer than the line of the stage.
    pub past_line: bool,
    /// What it is worth, in its own currency: the workspace's where no file names one.
    pub value: Option<Money>,
    /// That in the workspace's currency, in minor units; `None` where it or its rate is not known.
    #[ts(type = "number | null")]
    pub worth: Option<i64>,
    /// When it was opened.
    pub opened: Option<Millis>,
    /// When it ended.
    pub closed: Option<Millis>,
    /// When it is to be closed.
    pub expected: Option<Millis>,
    /// How many leads it has.
    pub people: u32,
    /// Whether those are the leads of its account, as it names none.
    pub of_account: bool,
    /// The personas that they tell of.
    pub present: Vec<PersonaId>,
    /// How many personas of the plan are missing.
    pub missing: usize,
    /// The economic buyers of the plan where none of them is present: nobody there holds the budget.
    pub missing_buyers: Vec<PersonaId>,
    /// When one of them did something of its own accord last.
    pub last_touch: Option<Millis>,
}

/// A deal, where it stands, and who belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) deal: DealCourse,
    pub(super) visits: Vec<Visit>,
    pub(super) people: People,
    /// What it is worth in the workspace's currency.
    pub(super) worth: Option<i64>,
}

/// The deals of a journey, to be kept while somebody looks at them.
#[derive(Clone, Debug)]
pub struct Deals {
    pub(super) journey_id: JourneyId,
    pub(super) as_of: Option<Millis>,
    /// What is known until then.
    pub(super) until: i64,
    pub(super) currency: String,
    pub(super) all: Vec<Standing>,
    /// The stages that deals pass, each with its line.
    pub(super) stages: Vec<(StageId, Option<StageLine>)>,
    pub(super) personas: Vec<PersonaId>,
    /// Those that hold the budget.
    pub(super) buyers: Vec<PersonaId>,
}

/// The deals of a journey, of the first unless told: those that were at one of its stages, and with the
/// first journey those of which no file tells a stage.
pub fn deals_of(plan: &Plan, journey: Option<JourneyId>) -> Result<Deals> {
    let view = plan.view();
    let journeys = view.journeys.in_order();
    let first = journeys.first().map(|one| one.id);
    let id = journey.or(first).ok_or(Error::NotFound(EntityKind::Journey))?;
    view.journeys.get(id).or_not_found(EntityKind::Journey)?;
    let (line, until) = (Line::of(&view, id), newest(&view).map_or(0, |at| at.0));
    let courses = courses(plan, &line, until)?;
    let mut people = people(plan, &view, &courses, until)?;
    let worth = Worth::of(&view, until)?;
    let is_ours = |deal: &DealCourse| {
        let is_stage = |place| matches!(place, Place::Stage(_));
        deal.recorded.iter().any(|one| is_stage(one.place))
            || (first == Some(id) && !deal.elsewhere)
    };
    let ours = courses.into_iter().filter(is_ours);
    let all: Vec<Standing> = ours
        .map(|deal| Standing {
            visits: visits(&deal.recorded, line.deals, until),
            people: people.remove(&deal.key.0).unwrap_or_default(),
            worth: worth.of_deal(&deal),
            deal,
        })
        .collect();
    let holds = |persona: &&PersonaId| {
        let persona = view.personas.get(**persona);
        persona.is_some_and(|one| one.role == DecisionRole::EconomicBuyer)
    };
    let personas: Vec<PersonaId> = view.personas.in_order().iter().map(|one| one.id).collect();
    Ok(Deals {
        journey_id: id,
        as_of: newest(&view),
        until,
        currency: view.workspace()?.currency.clone(),
        stages: lines(&line, &all),
        all,
        buyers: personas.iter().filter(holds).copied().collect(),
        personas,
    })
}

/// What deals are worth in the workspace's currency.
struct Worth<'a> {
    workspace: &'a crate::model::WorkspaceFields,
    zone: Tz,
    until: i64,
}

impl<'a> Worth<'a> {
    fn of(view: &'a Architecture, until: i64) -> Result<Self> {
        let workspace = view.workspace()?;
        Ok(Self { workspace, zone: workspace.time_zone.parse().unwrap_or(Tz::UTC), until })
    }

    /// By the rate of the day on which it ended, of an open deal of that until which things are known.
    fn of_deal(&self, deal: &DealCourse) -> Option<i64> {
        let day = Millis(deal.closed.unwrap_or(self.until)).day_in(self.zone);
        self.workspace.worth(deal.value.as_ref()?, day)
    }
}

/// The stages that deals pass, each with the line that the deals tell that went on from it.
fn lines(line: &Line, all: &[Standing]) -> Vec<(StageId, Option<StageLine>)> {
    let mut stays: HashMap<usize, Vec<i64>> = HashMap::new();
    for visit in all.iter().flat_map(|one| &one.visits) {
        if visit.exit == Exit::Advanced {
            stays.entry(visit.stage).or_default().extend(visit.lasted);
        }
    }
    let told = (0..line.deals).filter_map(|place| {
        let stage = line.stage(StageKind::Deal, place)?;
        let line = StageLine::of(stays.get_mut(&place).map_or(&mut [][..], Vec::as_mut_slice));
        Some((stage.id, line))
    });
    told.collect()
}

impl Deals {
    /// Those of some keys alone, in their order.
    #[must_use]
    pub fn only(&self, keys: &[FactKey]) -> Self {
        let mut few = self.clone();
        few.all.retain(|one| keys.binary_search(&one.deal.key).is_ok());
        few
    }

    pub(super) fn line_at(&self, place: usize) -> Option<StageLine> {
        self.stages.get(place).and_then(|(_, line)| *line)
    }

    pub(super) fn stage_at(&self, place: usize) -> Option<StageId> {
        self.stages.get(place).map(|(id, _)| *id)
    }

    /// How long an open deal has been at its stage, at least.
    pub(super) fn been(&self, one: &Standing) -> Option<i64> {
        let is_open = one.deal.outcome == Outcome::Open;
        one.here().filter(|_| is_open).map(|visit| self.until - visit.entered)
    }

    /// Whether an open deal has been at its stage for longer than the stage's line.
    pub(super) fn is_past(&self, one: &Standing) -> bool {
        let line = one.here().and_then(|visit| self.line_at(visit.stage));
        line.zip(self.been(one)).is_some_and(|(line, been)| line.is_past(been))
    }

    /// How many personas of the plan are missing from a deal.
    pub(super) fn missing(&self, one: &Standing) -> usize {
        self.personas.iter().filter(|id| !one.people.personas.contains(id)).count()
    }

    fn missing_buyers(&self, one: &Standing) -> Vec<PersonaId> {
        let is_there = self.buyers.iter().any(|id| one.people.personas.contains(id));
        if is_there { Vec::new() } else { self.buyers.clone() }
    }

    fn in_full(&self, value: &Money) -> Money {
        let is_named = !value.currency.is_empty();
        let currency = if is_named { &value.currency } else { &self.currency };
        Money { minor: value.minor, currency: currency.clone() }
    }

    pub(super) fn row(&self, one: &Standing) -> DealRow {
        let Standing { deal, people, .. } = one;
        let last = one.last();
        let present = |id: &&PersonaId| people.personas.contains(id);
        DealRow {
            key: deal.key.0,
            name: deal.name.clone(),
            account: deal.account.clone(),
            owner: deal.owner.clone(),
            outcome: one.outcome(),
            reason: deal.reason.clone(),
            stage_id: last.and_then(|visit| self.stage_at(visit.stage)),
            since: last.map(|visit| Millis(visit.entered)),
            since_exact: last.is_some_and(|visit| visit.lasted.is_some()),
            days: self.been(one).map(days),
            past_line: self.is_past(one),
            value: deal.value.as_ref().map(|value| self.in_full(value)),
            worth: one.worth,
            opened: deal.exact.then_some(Millis(deal.began)),
            closed: deal.closed.map(Millis),
            expected: deal.expected.map(Millis),
            people: people.count,
            of_account: deal.leads.is_empty() && people.count > 0,
            present: self.personas.iter().filter(present).copied().collect(),
            missing: self.missing(one),
            missing_buyers: self.missing_buyers(one),
            last_touch: people.touched.map(Millis),
        }
    }
}

impl Standing {
    /// The stay that it is in.
    pub(super) fn here(&self) -> Option<&Visit> {
        self.visits.last().filter(|visit| visit.exit == Exit::Here)
    }

    /// The stay that it is in, or was in when it ended: the last one of which there is a record.
    pub(super) fn last(&self) -> Option<&Visit> {
        self.visits.iter().rfind(|visit| !visit.inferred)
    }

    pub(super) fn outcome(&self) -> DealOutcome {
        match self.deal.outcome {
            Outcome::Won => DealOutcome::Won,
            Outcome::Lost => DealOutcome::Lost,
            Outcome::Open | Outcome::None => DealOutcome::Open,
        }
    }
}
