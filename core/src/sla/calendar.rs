//! Time as it counts for promises: days on which people work, and the hours of those days.

use super::MINUTE;
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// A zone skips no more than a day when it changes sides of the date line; in quarters of an hour.
const LONGEST_GAP: i64 = 24 * 4;

/// When people work.
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: Tz,
    /// Monday first.
    days: [bool; 7],
    /// First and last minute of a day's work, from midnight.
    hours: (u16, u16),
    holidays: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// `days` = ISO weekdays, 1 = Monday; none = every day. `hours` = first and last minute of work.
    pub fn new(
        zone: Tz,
        days: &[u8],
        hours: (u16, u16),
        holidays: impl IntoIterator<Item = NaiveDate>,
    ) -> Self {
        let mut told = [days.is_empty(); 7];
        for day in days {
            if let Some(day) = told.get_mut(usize::from(*day).wrapping_sub(1)) {
                *day = true;
            }
        }
        Self { zone, days: told, hours, holidays: holidays.into_iter().collect() }
    }

    /// The zone in which its days begin.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The day of an instant.
    pub fn day_of(&self, at: i64) -> NaiveDate {
        DateTime::from_timestamp_millis(at)
            .map_or(NaiveDate::MIN, |time| time.with_timezone(&self.zone).date_naive())
    }

    /// The first instant of a day.
    pub fn begins(&self, day: NaiveDate) -> i64 {
        self.midnight(day)
    }

    /// Whether people work on a day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
        self.days[weekday] && !self.holidays.contains(&day)
    }

    /// The instant at which so many milliseconds of working days have passed, all 24 hours of a day
    /// counted.
    pub fn days_after(&self, start: i64, millis: i64) -> i64 {
        self.after(start, millis, |day| (self.midnight(day), self.midnight_after(day)))
    }

    /// The instant at which so many milliseconds of working hours have passed.
    pub fn work_after(&self, start: i64, millis: i64) -> i64 {
        let (starts, ends) = self.hours;
        self.after(start, millis, |day| {
            let end = if ends >= 24 * 60 { self.midnight_after(day) } else { self.at(day, ends) };
            (self.at(day, starts), end)
        })
    }

    /// Walks over the stretches of working days until so much time has passed in them.
    fn after(&self, start: i64, millis: i64, stretch: impl Fn(NaiveDate) -> (i64, i64)) -> i64 {
        let mut left = millis.max(0);
        let mut day = self.day_of(start);
        loop {
            if self.is_working(day) {
                let (opens, closes) = stretch(day);
                let from = opens.max(start);
                let open = (closes - from).max(0);
                if open > 0 && left <= open {
                    return from + left;
                }
                left -= open;
            }
            match day.succ_opt() {
                Some(next) => day = next,
                // The calendar ends in the year 262142.
                None => return start.saturating_add(left),
            }
        }
    }

    fn midnight(&self, day: NaiveDate) -> i64 {
        self.at(day, 0)
    }

    fn midnight_after(&self, day: NaiveDate) -> i64 {
        day.succ_opt().map_or(i64::MAX, |next| self.midnight(next))
    }

    /// The instant of a minute of a day: of two the earlier; of one that clocks skip the next there is.
    fn at(&self, day: NaiveDate, minute: u16) -> i64 {
        let local = NaiveDateTime::new(day, NaiveTime::MIN) + Duration::minutes(minute.into());
        let quarters = (0..=LONGEST_GAP).map(|quarter| local + Duration::minutes(15 * quarter));
        let mut instants =
            quarters.filter_map(|local| self.zone.from_local_datetime(&local).earliest());
        let found = instants.next().map(|time| time.timestamp_millis());
        found.unwrap_or_else(|| local.and_utc().timestamp_millis() / MINUTE * MINUTE)
    }
}
