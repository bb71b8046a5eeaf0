//! Counts figures for periods: one look at leads, deals, channels and mails for all of them.

use super::attributed::{Attributed, attributed, by_first_touch, by_programme};
use super::behind::{Behind, Which};
use super::counter::{Counted, Worker};
use super::figures::{self, AtStages, Pieces, Told};
use super::look::{Looker, Shared, fields};
use super::names::{KpiNames, Named};
use super::passing::Passing;
use super::query::KpiFilter;
use super::report::{KpiCosts, KpiTable};
use super::revenue::Deals;
use super::sends::{Sending, mailed, mails, sendings};
use super::spans::Spans;
use super::spend::{ChannelDay, Spend, Spent, Totals, channel_days, shown, spend};
use super::split::{Merge, amount, told};
use super::touches::{RevenueDimension, Touched, touches};
use crate::attribution::AttributionModel;
use crate::demand::answers::Answers;
use crate::demand::funnel::{DealCourse, Line, Tracks, by_lead, courses};
use crate::demand::programmes::Programmes;
use crate::demand::scan::scan;
use crate::demand::score::links;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::funnel::Tally;
use crate::id::{JourneyId, ProgrammeId, StageId};
use crate::kpi::Measure;
use crate::model::{Architecture, Period, StageKind, Word};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use crate::sla::Calendar;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The place of closed revenue among the figures of deals.
const CLOSED_REVENUE: usize = 3;

/// What return is worked out of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Basis {
    pub(super) costs: KpiCosts,
    pub(super) customers: u32,
    /// What was won, in minor units; `None` = no value is known.
    pub(super) revenue: Option<f64>,
    /// What of it is due to anything.
    pub(super) due: f64,
    /// Deals won whose value is known.
    pub(super) won: u32,
}

/// What was counted of one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Figures {
    /// In the order of the dictionary, without return.
    pub(super) values: Vec<Measure>,
    /// One of each family, in order, without return.
    pub(super) tables: Vec<KpiTable>,
    /// By each dimension.
    pub(super) attributed: Vec<Attributed>,
    /// By the content of the first touch, which has all of a deal.
    pub(super) first: Attributed,
    /// By the ids of programmes.
    pub(super) of_programmes: Attributed,
    pub(super) basis: Basis,
    /// What channels, pieces and programmes cost, in minor units.
    pub(super) channels: BTreeMap<String, f64>,
    pub(super) pieces: BTreeMap<String, f64>,
    pub(super) programmes: BTreeMap<ProgrammeId, f64>,
}

/// How the time of a workspace counts.
pub(super) fn calendar(view: &Architecture) -> Result<Calendar> {
    let workspace = view.workspace()?;
    let zone = workspace.time_zone.parse().unwrap_or(Tz::UTC);
    let hours = (workspace.work_starts, workspace.work_ends);
    Ok(Calendar::new(zone, &workspace.working_days, hours, []))
}

/// What is counted on.
pub(super) struct Sources<'a> {
    plan: &'a Plan,
    view: &'a Architecture,
    calendar: &'a Calendar,
    tracks: Tracks<'a>,
    deals: Vec<DealCourse>,
    passing: Passing<'a>,
    days: Vec<ChannelDay>,
    sendings: Vec<Sending>,
    programmes: Programmes,
}

impl<'a> Sources<'a> {
    /// `until` = what is known.
    pub(super) fn of(
        plan: &'a Plan,
        view: &'a Architecture,
        (journey, until): (Option<JourneyId>, i64),
        (calendar, filter): (&'a Calendar, &'a KpiFilter),
    ) -> Result<Self> {
        let line = journey.map_or_else(Line::default, |id| Line::of(view, id));
        let deals = courses(plan, &line, until)?;
        let passing = Passing::of(view, filter);
        let tracks =
            Tracks { plan: view, line, until, answers: Answers::of(plan)?, deals: by_lead(&deals) };
        Ok(Self {
            plan,
            view,
            calendar,
            tracks,
            deals,
            days: channel_days(plan, view, calendar, &passing)?,
            sendings: sendings(plan, &passing)?,
            programmes: Programmes::of(view),
            passing,
        })
    }

    /// The figures of some periods, and what is named at any time.
    pub(super) fn figures(&self, periods: Vec<Period>) -> Result<(Vec<Figures>, KpiNames)> {
        let Tracks { line, until, .. } = &self.tracks;
        let mut spans = Spans::new(self.calendar, periods, *until);
        let workspace = self.view.workspace()?;
        let touched = touches(self.plan, self.view, &self.deals, (line, *until), &self.passing)?;
        let deals = self.deals(&touched)?;
        let spends =
            spend(self.view, workspace, &self.days, &spans, (&self.passing, &self.programmes));
        let mut all = self.leads(&spans)?;
        all.nurture.merge(mails(&self.sendings, &mut spans));
        all.tells.mails |= !self.sendings.is_empty();
        let periods = 0..spans.len();
        let told = periods.map(|at| self.told(at, &spans, &mut all, (&spends[at], &deals)));
        let told = told.collect();
        Ok((told, self.named(all.named)))
    }

    /// What leads did names, and what totals do besides.
    fn named(&self, mut named: Named) -> KpiNames {
        self.days.iter().for_each(|day| named.day(day));
        self.sendings.iter().for_each(|one| named.sending(one));
        named.told()
    }

    fn deals<'b>(&'b self, touched: &'b Touched) -> Result<Deals<'b>> {
        let Tracks { line, until, .. } = &self.tracks;
        let known = (line, *until);
        Ok(Deals::of(&self.deals, touched, (self.view.workspace()?, self.calendar), known))
    }

    /// The deals behind a figure, in the order of their keys.
    pub(super) fn deals_behind(&self, behind: &Behind) -> Result<Vec<FactKey>> {
        let known = (&self.tracks.line, self.tracks.until);
        let touched = touches(self.plan, self.view, &self.deals, known, &self.passing)?;
        let spans = Spans::new(self.calendar, vec![behind.period], self.tracks.until);
        self.deals(&touched)?.behind(behind, spans.bounds(0))
    }

    /// Looks at all leads.
    fn leads(&self, spans: &Spans<'_>) -> Result<Counted> {
        self.with_shared(|shared, wanted| {
            let make = || Worker::new(shared, spans.clone());
            let workers = scan(self.plan, wanted, make, Worker::look)?;
            let mut counted = Worker::new(shared, spans.clone()).counted();
            for worker in workers {
                counted.merge(worker.counted());
            }
            Ok(counted)
        })
    }

    /// What a look at all leads needs, and asks of each segment.
    fn with_shared<T>(&self, look: impl FnOnce(&Shared<'_>, Wanted<'_>) -> Result<T>) -> Result<T> {
        let links = links(self.plan)?;
        let totals = Totals { shown: shown(&self.days), mailed: mailed(&self.sendings) };
        let (tracks, passing) = (&self.tracks, &self.passing);
        let shared = Shared { tracks, links: &links, passing, totals: &totals };
        let fields = fields(passing);
        look(&shared, Wanted { fields: &fields, events: true, history: Some(LeadField::Stage) })
    }

    /// The leads behind a figure, in the order of their keys.
    pub(super) fn behind(&self, behind: &Behind) -> Result<Vec<FactKey>> {
        let spans = Spans::new(self.calendar, vec![behind.period], self.tracks.until);
        let which = Which::of(behind, &self.tracks.line, spans.bounds(0))?;
        self.with_shared(|shared, wanted| {
            let make = || (Looker::new(shared, spans.zone()), Vec::new());
            let look = |(looker, found): &mut (Looker<'_>, Vec<FactKey>), part: &Part| {
                looker.each(part, |_, key, lead| {
                    found.extend(which.is_behind(lead).then_some(key));
                });
            };
            let workers = scan(self.plan, wanted, make, look)?;
            let mut keys: Vec<FactKey> = workers.into_iter().flat_map(|(_, found)| found).collect();
            keys.sort_unstable();
            Ok(keys)
        })
    }

    fn told(
        &self,
        at: usize,
        spans: &Spans<'_>,
        all: &mut Counted,
        (spend, deals): (&Spend, &Deals<'_>),
    ) -> Figures {
        let bounds = spans.bounds(at);
        let won = deals.revenue(bounds);
        let due = RevenueDimension::ALL.iter().map(|by| attributed(&won, *by));
        let due: Vec<Attributed> = due.collect();
        let revenue = deals.told(bounds);
        let closed = revenue.values[CLOSED_REVENUE];
        let linear = due[RevenueDimension::Asset as usize].due_by(AttributionModel::Linear);
        let pieces = Pieces { costs: self.pieces(), due: linear };
        let at_stages = self.at_stages(at, spans, all);
        let stages: Vec<StageId> = at_stages.stages.iter().map(|one| one.0).collect();
        let tells = all.tells;
        let reachable = told(tells.leads > 0, all.database.at(spans, at));
        let of_stages = (stages.as_slice(), at_stages.handoff, tells);
        let told = [
            figures::engagement(&all.engagement[at], spend, (&closed, tells)),
            figures::content(&all.content[at], spend, &pieces, of_stages),
            figures::nurture(&all.nurture[at], reachable, tells),
            figures::leads(&at_stages, &spend.costs),
            revenue,
        ];
        let basis = Basis {
            costs: spend.costs,
            customers: deals.customers(bounds),
            revenue: closed.value,
            due: due[0].due_amount(),
            won: closed.n,
        };
        Figures {
            values: told.iter().flat_map(|one| one.values.clone()).collect(),
            tables: told.into_iter().map(|one: Told| one.table).collect(),
            attributed: due,
            first: by_first_touch(&won),
            of_programmes: by_programme(&won, &self.programmes),
            basis,
            channels: known(&spend.channels),
            pieces: with_channels(pieces.costs, &spend.assets),
            programmes: spend.programmes.clone(),
        }
    }

    fn at_stages(&self, at: usize, spans: &Spans<'_>, all: &mut Counted) -> AtStages {
        let line = &self.tracks.line;
        let leads = line.stages.iter().filter(|stage| stage.kind == StageKind::Lead);
        let stages = leads.enumerate().map(|(place, stage)| {
            let ledger = Tally::ledger(&mut all.stages.periods[at].stages[place]);
            let here = all.stages.buyers[place].at(spans, at);
            (stage.id, stage.name.clone(), ledger, here)
        });
        let stages = stages.collect();
        let handoff = line.handoff.filter(|place| *place < line.leads);
        AtStages { tells: all.tells, new: all.stages.periods[at].new, stages, handoff }
    }

    /// What pieces cost to make, by title, in minor units of the workspace's currency.
    fn pieces(&self) -> BTreeMap<String, f64> {
        let Ok(workspace) = self.view.workspace() else { return BTreeMap::new() };
        let today = self.calendar.day_of(self.tracks.until);
        let cost = |asset: &std::sync::Arc<crate::model::Asset>| {
            let on = asset.published_on.unwrap_or(today);
            let worth = workspace.worth(asset.cost.as_ref()?, on)?;
            Some((asset.title.clone(), amount(worth)))
        };
        self.view.assets.iter().filter_map(cost).collect()
    }
}

fn known(spent: &BTreeMap<String, Spent>) -> BTreeMap<String, f64> {
    let known = spent.iter().filter(|(_, one)| one.counted > 0);
    known.map(|(name, one)| (name.clone(), one.cost)).collect()
}

/// What pieces cost to make and to show.
fn with_channels(
    mut pieces: BTreeMap<String, f64>,
    spent: &BTreeMap<String, Spent>,
) -> BTreeMap<String, f64> {
    for (name, cost) in known(spent) {
        *pieces.entry(name).or_default() += cost;
    }
    pieces
}
