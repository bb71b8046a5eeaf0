//! The periods that figures are counted for at once.

use crate::model::Period;
use crate::sla::Calendar;
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use std::collections::HashMap;

/// Days are told by quarters of an hour: no zone begins its days in between.
const QUARTER: i64 = 900_000;

/// Periods, and the times that lie in them.
#[derive(Clone)]
pub(super) struct Spans<'a> {
    calendar: &'a Calendar,
    pub(super) periods: Vec<Period>,
    /// The first instant of each, and the last that is known of it.
    bounds: Vec<(i64, i64)>,
    /// The last instants, each once, the earliest first.
    ends: Vec<i64>,
    /// The day and the set of each quarter of an hour that was asked for.
    known: HashMap<i64, (NaiveDate, usize)>,
    days: HashMap<NaiveDate, usize>,
    sets: Vec<Vec<usize>>,
    last: Option<(i64, NaiveDate, usize)>,
}

impl<'a> Spans<'a> {
    /// `until` = what is known.
    pub(super) fn new(calendar: &'a Calendar, periods: Vec<Period>, until: i64) -> Self {
        let bounds: Vec<(i64, i64)> =
            periods.iter().map(|one| bounds(calendar, *one, until)).collect();
        let mut ends: Vec<i64> = bounds.iter().map(|(_, last)| *last).collect();
        ends.sort_unstable();
        ends.dedup();
        Self {
            calendar,
            periods,
            bounds,
            ends,
            known: HashMap::new(),
            days: HashMap::new(),
            sets: Vec::new(),
            last: None,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.periods.len()
    }

    pub(super) fn zone(&self) -> Tz {
        self.calendar.zone()
    }

    /// The first instant of a period, and the last that is known of it.
    pub(super) fn bounds(&self, at: usize) -> (i64, i64) {
        self.bounds[at]
    }

    /// The day of an instant, and the periods it lies in.
    pub(super) fn of(&mut self, at: i64) -> (NaiveDate, &[usize]) {
        let quarter = at.div_euclid(QUARTER);
        let (day, set) = match self.last {
            Some((last, day, set)) if last == quarter => (day, set),
            _ => self.found(quarter),
        };
        self.last = Some((quarter, day, set));
        (day, &self.sets[set])
    }

    fn found(&mut self, quarter: i64) -> (NaiveDate, usize) {
        if let Some(known) = self.known.get(&quarter) {
            return *known;
        }
        let day = self.calendar.day_of(quarter * QUARTER);
        let set = *self.days.entry(day).or_insert_with(|| {
            let within = self.periods.iter().enumerate().filter(|(_, one)| one.holds(day));
            self.sets.push(within.map(|(at, _)| at).collect());
            self.sets.len() - 1
        });
        self.known.insert(quarter, (day, set));
        (day, set)
    }
}

fn bounds(calendar: &Calendar, period: Period, until: i64) -> (i64, i64) {
    let after = period.to.checked_add_days(Days::new(1)).unwrap_or(period.to);
    (calendar.begins(period.from), (calendar.begins(after) - 1).min(until))
}

/// How many are there at the end of each period: who comes, and who goes.
#[derive(Clone, Debug, Default)]
pub(super) struct Stock {
    /// By the place of the end: so many more than at the one before.
    changes: Vec<i64>,
}

impl Stock {
    /// Somebody is there from a time on, until another.
    pub(super) fn stay(&mut self, spans: &Spans<'_>, from: i64, to: Option<i64>) {
        self.changes.resize(spans.ends.len() + 1, 0);
        let first = spans.ends.partition_point(|end| *end < from);
        let last = to.map_or(spans.ends.len(), |to| spans.ends.partition_point(|end| *end < to));
        if first < last {
            self.changes[first] += 1;
            self.changes[last] -= 1;
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        if self.changes.len() < other.changes.len() {
            self.changes.resize(other.changes.len(), 0);
        }
        self.changes.iter_mut().zip(&other.changes).for_each(|(ours, theirs)| *ours += theirs);
    }

    /// How many are there at the end of a period.
    pub(super) fn at(&self, spans: &Spans<'_>, period: usize) -> u32 {
        let end = spans.bounds[period].1;
        let place = spans.ends.partition_point(|one| *one < end);
        let there: i64 = self.changes.iter().take(place + 1).sum();
        u32::try_from(there).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: i64 = 86_400_000;

    fn period(from: i64, days: i64) -> Period {
        let day =
            |at: i64| NaiveDate::from_ymd_opt(1970, 1, 1).unwrap() + chrono::Duration::days(at);
        Period { from: day(from), to: day(from + days - 1) }
    }

    fn calendar() -> Calendar {
        Calendar::new(Tz::UTC, &[1, 2, 3, 4, 5], (540, 1_020), [])
    }

    #[test]
    fn a_time_lies_in_every_period_that_holds_its_day() {
        let calendar = calendar();
        let mut spans =
            Spans::new(&calendar, vec![period(0, 10), period(5, 10), period(30, 1)], i64::MAX);
        assert_eq!(spans.of(7 * DAY + 5).1, [0, 1]);
        assert_eq!(spans.of(10 * DAY - 1).1, [0, 1]);
        assert_eq!(spans.of(10 * DAY).1, [1]);
        assert_eq!(spans.of(20 * DAY).1, [] as [usize; 0]);
        assert_eq!(spans.bounds(2), (30 * DAY, 31 * DAY - 1));
        let known = Spans::new(&calendar, vec![period(0, 10)], 4 * DAY);
        assert_eq!(known.bounds(0).1, 4 * DAY, "no more is known of it");
    }

    proptest! {
        /// Counted one by one.
        #[test]
        fn who_is_there_at_an_end(
            stays in prop::collection::vec((0_i64..40, prop::option::of(0_i64..40)), 0..20),
            periods in prop::collection::vec((0_i64..30, 1_i64..10), 1..6),
        ) {
            let calendar = calendar();
            let periods = periods.into_iter().map(|(from, days)| period(from, days)).collect();
            let spans = Spans::new(&calendar, periods, 25 * DAY);
            let (mut stock, mut other) = (Stock::default(), Stock::default());
            for (at, (from, to)) in stays.iter().enumerate() {
                let half = if at % 2 == 0 { &mut stock } else { &mut other };
                half.stay(&spans, from * DAY, to.map(|to| to * DAY));
            }
            stock.merge(&other);
            for at in 0..spans.len() {
                let end = spans.bounds(at).1;
                let there = |(from, to): &&(i64, Option<i64>)| {
                    from * DAY <= end && to.is_none_or(|to| to * DAY > end)
                };
                let expected = stays.iter().filter(there).count();
                prop_assert_eq!(stock.at(&spans, at) as usize, expected);
            }
        }
    }
}
