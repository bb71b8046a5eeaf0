//! What deals were worth in a period.

use super::touches::Touch;
use crate::demand::funnel::DealCourse;
use crate::funnel::median_days;
use crate::kpi::{KpiId, Measure};
use crate::model::{Period, WorkspaceFields};
use crate::scoring::Outcome;
use crate::sla::Calendar;
use chrono::Days;

/// Deals with their touches, and how their time and money count.
pub(super) struct Deals<'a> {
    pub(super) all: &'a [DealCourse],
    pub(super) touches: &'a [Vec<Touch>],
    pub(super) workspace: &'a WorkspaceFields,
    pub(super) calendar: &'a Calendar,
    /// What is known until then.
    pub(super) until: i64,
}

/// A deal that counts, with what it is worth in minor units of the workspace's currency.
struct Worth<'a> {
    deal: &'a DealCourse,
    touches: &'a [Touch],
    value: Option<i64>,
}

impl<'a> Deals<'a> {
    /// The first instant of a period, and the last that is known of it.
    fn bounds(&self, period: Period) -> (i64, i64) {
        let after = period.to.checked_add_days(Days::new(1)).unwrap_or(period.to);
        (self.calendar.begins(period.from), (self.calendar.begins(after) - 1).min(self.until))
    }

    /// Deals that were open at an instant.
    fn open_at(&self, at: i64) -> Vec<Worth<'a>> {
        let day = self.calendar.day_of(at);
        let open = |deal: &DealCourse| deal.began <= at && deal.closed.is_none_or(|end| end > at);
        self.worth(open, |_| day)
    }

    /// Deals that ended so in a period.
    fn closed_in(&self, period: Period, outcome: Outcome) -> Vec<Worth<'a>> {
        let (first, last) = self.bounds(period);
        let ended = |deal: &DealCourse| {
            deal.outcome == outcome && deal.closed.is_some_and(|at| (first..=last).contains(&at))
        };
        self.worth(ended, |deal| self.calendar.day_of(deal.closed.unwrap_or(last)))
    }

    fn worth(
        &self,
        counts: impl Fn(&DealCourse) -> bool,
        day: impl Fn(&DealCourse) -> chrono::NaiveDate,
    ) -> Vec<Worth<'a>> {
        let all = self.all.iter().zip(self.touches).filter(|(deal, _)| counts(deal));
        all.map(|(deal, touches)| {
            let value =
                deal.value.as_ref().and_then(|value| self.workspace.worth(value, day(deal)));
            Worth { deal, touches, value }
        })
        .collect()
    }

    /// Every figure of a period.
    pub(super) fn figures(&self, period: Period) -> Vec<(KpiId, Measure)> {
        let (_, end) = self.bounds(period);
        let open = self.open_at(end);
        let won = self.closed_in(period, Outcome::Won);
        let lost = self.closed_in(period, Outcome::Lost);
        let closed = count(won.len() + lost.len());
        let rate = Measure::ratio(number(won.len()), f64::from(closed), closed);
        let cycle = cycle(&won);
        vec![
            (KpiId::OpenDeals, Measure::total(Some(number(open.len())), count(open.len()))),
            (KpiId::PipelineValue, total(&open)),
            (KpiId::ClosedRevenue, total(&won)),
            (KpiId::WinRate, rate),
            (KpiId::MedianCycle, cycle),
            (KpiId::PipelineVelocity, velocity(&open, rate, cycle)),
            (KpiId::SourcedPipeline, share(&open, Worth::is_sourced)),
            (KpiId::InfluencedPipeline, share(&open, |one| one.is_influenced_by(end))),
            (KpiId::SourcedRevenue, share(&won, Worth::is_sourced)),
            (KpiId::InfluencedRevenue, share(&won, |one| one.is_influenced_by(end))),
        ]
    }

    /// The deals won in a period whose value is known: how much, when they were closed, and their touches.
    pub(super) fn revenue(&self, period: Period) -> Vec<(i64, i64, &'a [Touch])> {
        let won = self.closed_in(period, Outcome::Won).into_iter();
        won.filter_map(|one| Some((one.value?, one.deal.closed?, one.touches))).collect()
    }
}

impl Worth<'_> {
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
    Measure::total(value, count(known.len()))
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
/// is no time at all.
fn velocity(open: &[Worth<'_>], rate: Measure, cycle: Measure) -> Measure {
    let known: Vec<i64> = open.iter().filter_map(|one| one.value).collect();
    let mean = (!known.is_empty()).then(|| amount(known.iter().sum()) / number(known.len()));
    let days = cycle.value.filter(|days| *days > 0.0);
    let value = || Some(number(open.len()) * mean? * rate.value? / days?);
    Measure { too_few: rate.too_few || cycle.too_few, ..Measure::total(value(), count(open.len())) }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "nobody has 2^53 deals")]
fn number(n: usize) -> f64 {
    n as f64
}

#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 minor units")]
fn amount(minor: i64) -> f64 {
    minor as f64
}
