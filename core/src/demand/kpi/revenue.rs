//! What deals were worth in a period.

use super::attributed::Won;
use super::behind::Behind;
use super::figures::{Told, column, passed, stage_row};
use super::report::{KpiRow, KpiRows, KpiTable};
use super::split::{amount, counted};
use super::touches::{Touch, Touched};
use crate::demand::funnel::{DealCourse, Line};
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::funnel::{Exit, Place, StageLedger, StageLine, Tally, median_days, visits};
use crate::kpi::Measure;
use crate::model::{KpiId, StageKind, WorkspaceFields};
use crate::scoring::Outcome;
use crate::sla::Calendar;
use std::collections::BTreeSet;

/// Deals with their touches, and how their time and money count.
pub(super) struct Deals<'a> {
    all: &'a [DealCourse],
    touched: &'a Touched,
    line: &'a Line,
    workspace: &'a WorkspaceFields,
    calendar: &'a Calendar,
    /// What is known until then.
    until: i64,
    /// How long deals may stay at each stage.
    lines: Vec<Option<StageLine>>,
}

/// A deal that counts, with what it is worth in minor units of the workspace's currency.
#[derive(Clone, Copy)]
struct Worth<'a> {
    deal: &'a DealCourse,
    touches: &'a [Touch],
    value: Option<i64>,
}

/// The first instant of a period, and the last that is known of it.
type Bounds = (i64, i64);

/// Deals of a period: open at its end, won and lost in it.
struct Ended<'a> {
    open: Vec<Worth<'a>>,
    won: Vec<Worth<'a>>,
    lost: Vec<Worth<'a>>,
}

impl<'a> Deals<'a> {
    pub(super) fn of(
        all: &'a [DealCourse],
        touched: &'a Touched,
        (workspace, calendar): (&'a WorkspaceFields, &'a Calendar),
        (line, until): (&'a Line, i64),
    ) -> Self {
        let mut stays: Vec<Vec<i64>> = vec![Vec::new(); line.deals];
        for deal in all {
            for visit in visits(&deal.recorded, line.deals, until) {
                let advanced = visit.exit == Exit::Advanced;
                stays[visit.stage].extend(visit.lasted.filter(|_| advanced));
            }
        }
        let lines = stays.iter_mut().map(|stays| StageLine::of(stays)).collect();
        Self { all, touched, line, workspace, calendar, until, lines }
    }

    /// Whether an open deal has been at its stage for too long then; `None` = nobody knows.
    fn is_past(&self, one: &Worth<'_>, end: i64) -> Option<bool> {
        let visits = visits(&one.deal.recorded, self.line.deals, self.until);
        let here = visits
            .iter()
            .find(|visit| visit.entered <= end && visit.ended.is_none_or(|ended| ended > end))?;
        Some(self.lines[here.stage]?.is_past(end - here.entered))
    }

    /// Of open deals those that have been at their stage for too long.
    fn past(&self, open: &[Worth<'_>], end: i64) -> Measure {
        let told: Vec<bool> = open.iter().filter_map(|one| self.is_past(one, end)).collect();
        let past = count(told.iter().filter(|past| **past).count());
        let value = (open.is_empty() || !told.is_empty()).then_some(f64::from(past));
        let left_out = count(open.len() - told.len());
        let (numerator, denominator) = (value, Some(number(told.len())));
        Measure { numerator, denominator, left_out, ..Measure::total(value, count(told.len())) }
    }

    /// The deals behind a figure, in the order of their keys.
    pub(super) fn behind(&self, behind: &Behind, bounds: Bounds) -> Result<Vec<FactKey>> {
        let Ended { open, won, lost } = self.ended(bounds);
        let end = bounds.1;
        let place = behind.stage.map(|id| match self.line.places.get(&id) {
            Some((StageKind::Deal, place)) => Ok(*place),
            _ => Err(Error::invalid_field("stage", "That is no stage of deals.")),
        });
        let place = place.transpose()?;
        let here = |one: &Worth<'_>| place.is_none_or(|at| one.stage_at(end) == Some(at));
        let last = |one: &Worth<'_>| place.is_none_or(|at| one.last_stage() == Some(at));
        let mut found: Vec<Worth<'_>> = match behind.kpi {
            KpiId::OpenDeals
            | KpiId::PipelineValue
            | KpiId::PipelineVelocity
            | KpiId::InfluencedPipeline => open.into_iter().filter(here).collect(),
            KpiId::SourcedPipeline => open.into_iter().filter(Worth::is_sourced).collect(),
            KpiId::PastLine => {
                let past = |one: &Worth<'_>| here(one) && self.is_past(one, end) == Some(true);
                open.into_iter().filter(past).collect()
            }
            KpiId::WinRate => won.into_iter().chain(lost).filter(last).collect(),
            KpiId::SourcedRevenue => won.into_iter().filter(Worth::is_sourced).collect(),
            KpiId::ClosedRevenue
            | KpiId::MedianCycle
            | KpiId::InfluencedRevenue
            | KpiId::AttributedRevenue
            | KpiId::CustomersWon => won.into_iter().filter(last).collect(),
            _ => return Err(Error::invalid_field("kpi", "There are no deals behind this figure.")),
        };
        if matches!(behind.kpi, KpiId::InfluencedPipeline | KpiId::InfluencedRevenue) {
            found.retain(|one| one.is_influenced_by(end));
        }
        let mut keys: Vec<FactKey> = found.iter().map(|one| one.deal.key).collect();
        keys.sort_unstable();
        Ok(keys)
    }

    /// The deals that pass.
    fn passing(&self) -> impl Iterator<Item = (&'a DealCourse, &'a [Touch])> {
        let touched = self.touched;
        let deals = self.all.iter().zip(&touched.touches).zip(&touched.passes);
        deals.filter(|(_, passes)| **passes).map(|((deal, touches), _)| (deal, touches.as_slice()))
    }

    fn ended(&self, (first, last): Bounds) -> Ended<'a> {
        let day = self.calendar.day_of(last);
        let open = |deal: &DealCourse| deal.began <= last && deal.closed.is_none_or(|at| at > last);
        let closed = |outcome| {
            self.worth(
                move |deal: &DealCourse| {
                    let within = |at| (first..=last).contains(&at);
                    deal.outcome == outcome && deal.closed.is_some_and(within)
                },
                |deal| self.calendar.day_of(deal.closed.unwrap_or(last)),
            )
        };
        Ended {
            open: self.worth(open, |_| day),
            won: closed(Outcome::Won),
            lost: closed(Outcome::Lost),
        }
    }

    fn worth(
        &self,
        counts: impl Fn(&DealCourse) -> bool,
        day: impl Fn(&DealCourse) -> chrono::NaiveDate,
    ) -> Vec<Worth<'a>> {
        let all = self.passing().filter(|(deal, _)| counts(deal));
        all.map(|(deal, touches)| {
            let value =
                deal.value.as_ref().and_then(|value| self.workspace.worth(value, day(deal)));
            Worth { deal, touches, value }
        })
        .collect()
    }

    /// Every figure of a period, and those of each stage.
    pub(super) fn told(&self, bounds: Bounds) -> Told {
        let ended = self.ended(bounds);
        let end = bounds.1;
        let Ended { open, won, lost } = &ended;
        let closed = count(won.len() + lost.len());
        let rate = Measure::ratio(number(won.len()), f64::from(closed), closed);
        let cycle = cycle(won);
        let values = vec![
            Measure::total(Some(number(open.len())), count(open.len())),
            self.past(open, end),
            total(open),
            total(won),
            rate,
            cycle,
            velocity(open, rate, cycle),
            share(open, Worth::is_sourced),
            share(open, |one| one.is_influenced_by(end)),
            share(won, Worth::is_sourced),
            share(won, |one| one.is_influenced_by(end)),
        ];
        Told { values, table: self.by_stage(&ended, bounds) }
    }

    fn by_stage(&self, ended: &Ended<'a>, bounds: Bounds) -> KpiTable {
        let columns = [
            KpiId::OpenDeals,
            KpiId::PipelineValue,
            KpiId::StageEntered,
            KpiId::StageConversion,
            KpiId::StageDays,
            KpiId::ClosedRevenue,
            KpiId::WinRate,
            KpiId::PastLine,
        ];
        let stages = self.line.stages.iter().filter(|stage| stage.kind == StageKind::Deal);
        let ledgers = self.ledgers(bounds);
        let row = |(at, stage): (usize, &std::sync::Arc<crate::model::Stage>)| {
            let open: Vec<Worth<'_>> = ended.open_at(at, bounds.1);
            let mut values = ended.at_stage(at, &open, &ledgers[at]);
            values.push(self.past(&open, bounds.1));
            stage_row(stage.id, &stage.name, values)
        };
        let rows: Vec<KpiRow> = stages.enumerate().map(row).collect();
        KpiTable { by: KpiRows::Stage, columns: columns.map(column).to_vec(), rows, more: 0 }
    }

    /// What came to each stage of deals in a period.
    fn ledgers(&self, (first, last): Bounds) -> Vec<StageLedger> {
        let mut tallies = vec![Tally::default(); self.line.deals];
        for (deal, _) in self.passing() {
            let all = visits(&deal.recorded, self.line.deals, self.until);
            for visit in all.iter().filter(|visit| (first..=last).contains(&visit.entered)) {
                tallies[visit.stage].push(visit);
            }
        }
        tallies.iter_mut().map(Tally::ledger).collect()
    }

    /// The deals won in a period whose value is known.
    pub(super) fn revenue(&self, bounds: Bounds) -> Vec<Won<'a>> {
        let won = self.ended(bounds).won.into_iter();
        won.filter_map(|one| Some((one.value?, one.touches))).collect()
    }

    /// Accounts with a deal won in a period; a deal without one is one of its own.
    pub(super) fn customers(&self, bounds: Bounds) -> u32 {
        let won = self.ended(bounds).won;
        let named = won.iter().filter(|one| !one.deal.account.is_empty());
        let accounts: BTreeSet<String> =
            named.map(|one| crate::model::text::fold(&one.deal.account)).collect();
        let alone = won.iter().filter(|one| one.deal.account.is_empty()).count();
        count(accounts.len() + alone)
    }
}

impl Ended<'_> {
    /// Open deals that stood at a stage then.
    fn open_at(&self, stage: usize, end: i64) -> Vec<Worth<'_>> {
        self.open.iter().filter(|one| one.stage_at(end) == Some(stage)).copied().collect()
    }

    /// Open deals and those that ended, of those that stood at a stage then.
    fn at_stage(&self, stage: usize, open: &[Worth<'_>], ledger: &StageLedger) -> Vec<Measure> {
        let last = |one: &&Worth<'_>| one.last_stage() == Some(stage);
        let won: Vec<Worth<'_>> = self.won.iter().filter(last).copied().collect();
        let lost = count(self.lost.iter().filter(last).count());
        let closed = count(won.len()) + lost;
        let [entered, went_on, stayed] = passed(ledger);
        vec![
            counted(count(open.len())),
            total(open),
            entered,
            went_on,
            stayed,
            total(&won),
            Measure::ratio(number(won.len()), f64::from(closed), closed),
        ]
    }
}

impl Worth<'_> {
    /// The stage at which it was at a time.
    fn stage_at(&self, at: i64) -> Option<usize> {
        match self.deal.recorded.iter().rev().find(|one| one.at <= at)?.place {
            Place::Stage(stage) => Some(stage),
            Place::Past | Place::Lost => None,
        }
    }

    /// The last stage at which it was.
    fn last_stage(&self) -> Option<usize> {
        self.deal.recorded.iter().rev().find_map(|one| match one.place {
            Place::Stage(stage) => Some(stage),
            Place::Past | Place::Lost => None,
        })
    }

    fn is_sourced(&self) -> bool {
        self.touches.first().is_some_and(|first| first.at < self.deal.began)
    }

    fn is_influenced_by(&self, at: i64) -> bool {
        self.touches.first().is_some_and(|first| first.at <= at)
    }
}

/// What deals are worth together, as far as that is known. Of no deals that is 0, of deals none of whose
/// values is known there is no data.
fn total(deals: &[Worth<'_>]) -> Measure {
    let known: Vec<i64> = deals.iter().filter_map(|one| one.value).collect();
    let value = (deals.is_empty() || !known.is_empty()).then(|| amount(known.iter().sum()));
    let left_out = count(deals.len() - known.len());
    Measure { left_out, ..Measure::total(value, count(known.len())) }
}

/// Of what deals are worth, the part of some.
fn share<'a>(deals: &[Worth<'a>], is_part: impl Fn(&Worth<'a>) -> bool) -> Measure {
    let known = deals.iter().filter(|one| one.value.is_some());
    let sum = |deals: &mut dyn Iterator<Item = &Worth<'a>>| {
        amount(deals.filter_map(|one| one.value).sum())
    };
    let all = sum(&mut deals.iter());
    let part = sum(&mut deals.iter().filter(|one| is_part(one)));
    Measure::ratio(part, all, count(known.count()))
}

/// Days from the opening to the close; those are left out whose opening is not known, or comes later.
fn cycle(won: &[Worth<'_>]) -> Measure {
    let opened = won.iter().filter(|one| one.deal.exact);
    let lasted = opened.filter_map(|one| Some(one.deal.closed? - one.deal.began));
    let mut lasted: Vec<i64> = lasted.filter(|lasted| *lasted >= 0).collect();
    let n = count(lasted.len());
    Measure::median(median_days(&mut lasted), n)
}

/// `open deals × mean value × win rate ÷ median cycle`; no data where any of these is, or the cycle
/// is no time at all. It stands on the fewest deals that one of these does.
fn velocity(open: &[Worth<'_>], rate: Measure, cycle: Measure) -> Measure {
    let known: Vec<i64> = open.iter().filter_map(|one| one.value).collect();
    let mean = (!known.is_empty()).then(|| amount(known.iter().sum()) / number(known.len()));
    let days = cycle.value.filter(|days| *days > 0.0);
    let value = || Some(number(open.len()) * mean? * rate.value? / days?);
    let n = count(open.len()).min(rate.n).min(cycle.n);
    Measure { too_few: rate.too_few || cycle.too_few, ..Measure::total(value(), n) }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "nobody has 2^53 deals")]
fn number(n: usize) -> f64 {
    n as f64
}
