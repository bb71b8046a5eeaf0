//! When requests come: by day and hour, as people work.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{BEFORE, DAY, DAYS, DIGITS, HOUR, put};
use crate::work::Dice;

/// Seconds since [`BEFORE`] days before the first, and how each day is written.
pub(super) struct Calendar {
    days: Vec<String>,
    /// For each hour, how many requests of all were made until then, in shares.
    until: Vec<u64>,
}

impl Calendar {
    pub(super) fn new() -> Self {
        let last = NaiveDate::from_ymd_opt(2016, 12, 31).unwrap();
        let days = (0..(BEFORE + DAYS) as u64).rev();
        let dates: Vec<_> = days.map(|ago| last - Days::new(ago)).collect();
        let (mut until, mut sum) = (Vec::new(), 0);
        for date in &dates[BEFORE..] {
            for hour in 0..24 {
                sum += share(date.weekday(), hour);
                until.push(sum);
            }
        }
        Self { days: dates.iter().map(|date| format!("{date} ")).collect(), until }
    }

    /// When a row's request was made: about in the order of the rows, as files are appended to.
    pub(super) fn request(&self, row: u64, rows: u64, dice: &mut Dice) -> usize {
        let all = self.until.last().copied().unwrap_or(1);
        let late = dice.next() % (all / 100);
        let at = (all * row / rows + late) % all;
        let hour = self.until.partition_point(|until| *until <= at);
        BEFORE * DAY + hour * HOUR + dice.below(HOUR)
    }

    /// Without the time.
    pub(super) fn write_day(&self, day: usize, line: &mut Vec<u8>) {
        put(line, &[self.days[day].trim_end()]);
    }

    pub(super) fn write(&self, second: usize, line: &mut Vec<u8>) {
        put(line, &[&self.days[second / DAY]]);
        let two = |number: usize| [DIGITS[number / 10], DIGITS[number % 10]];
        line.extend(two(second % DAY / HOUR));
        line.push(b':');
        line.extend(two(second % HOUR / 60));
        line.push(b':');
        line.extend(two(second % 60));
    }
}

/// How many requests come in an hour, beside the others.
fn share(day: Weekday, hour: u32) -> u64 {
    match (day, hour) {
        (Weekday::Sat | Weekday::Sun, 9..20) => 6,
        (Weekday::Sat | Weekday::Sun, _) => 1,
        (_, 9..17) => 60,
        (_, 7..21) => 20,
        _ => 3,
    }
}
