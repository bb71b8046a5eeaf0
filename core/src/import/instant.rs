//! Moments in the shapes that tools write them: a date as [`date`] reads it, a time of day,
//! an offset or a zone. A time without an offset is of the zone that was told for the file.

use super::date::{self, DayOrder};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// The first day whose offset is remembered, 1990-01-01, in days since 1970, and how many follow.
const FIRST_DAY: i64 = 7_305;
const DAYS: usize = 366 * 60;
const DAY: i64 = 24 * 60 * 60 * 1_000;
/// So many days of the calendar are remembered.
const KNOWN_DAYS: usize = 1 << 10;

/// Reads moments of one file.
#[derive(Clone, Debug)]
pub(super) struct Instants {
    zone: Tz,
    order: Option<DayOrder>,
    /// By day since 1990, the offset of the zone in seconds where it holds all day.
    offsets: Vec<Option<i32>>,
    /// Days of the calendar and their midnights, each at a place of its number's own.
    days: Vec<(u32, i64)>,
}

/// Why a text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is no date at all.
    NoDate,
    /// Its day and month could be either way round.
    Open,
}

impl Instants {
    /// For a file whose times are of `zone` and whose numeric dates have that order.
    pub(super) fn of(zone: Tz, order: Option<DayOrder>) -> Self {
        Self { zone, order, offsets: Vec::new(), days: vec![(0, 0); KNOWN_DAYS] }
    }

    /// Epoch milliseconds; a date without a time is its midnight.
    pub(super) fn read(&mut self, text: &str) -> Result<i64, Unread> {
        let text = text.trim();
        if let Some((naive, rest)) = self.plain(text) {
            return Ok(self.settle(naive, rest));
        }
        if let Some(instant) = bare_number(text) {
            return Ok(instant);
        }
        let day = date::read(text, self.zone).ok_or(Unread::NoDate)?;
        let day = day.day(self.order).ok_or(Unread::Open)?;
        let (time, rest) = time_of_day(text).unwrap_or((NaiveTime::MIN, ""));
        Ok(self.settle(millis(day.and_time(time)), rest))
    }

    /// Epoch milliseconds of the midnight with which a day begins.
    pub(super) fn midnight(&mut self, day: NaiveDate) -> i64 {
        self.settle(millis(day.and_time(NaiveTime::MIN)), "")
    }

    /// `naive` = what a clock shows, as if it were of UTC.
    fn settle(&mut self, naive: i64, rest: &str) -> i64 {
        let offset = match offset(rest) {
            Some(seconds) => seconds,
            None => self.offset_of(naive),
        };
        naive - i64::from(offset) * 1_000
    }

    fn offset_of(&mut self, naive: i64) -> i32 {
        if self.zone == Tz::UTC {
            return 0;
        }
        let day = usize::try_from(naive.div_euclid(DAY) - FIRST_DAY).unwrap_or(DAYS);
        if day >= DAYS {
            return self.looked_up(naive);
        }
        if self.offsets.is_empty() {
            self.offsets = vec![None; DAYS];
        }
        if let Some(known) = self.offsets[day] {
            return known;
        }
        let midnight = naive.div_euclid(DAY) * DAY;
        let first = self.looked_up(midnight);
        if first == self.looked_up(midnight + DAY) {
            self.offsets[day] = Some(first);
            return first;
        }
        self.looked_up(naive)
    }

    /// The earlier of two moments that a clock set back shows twice; an hour that a clock set
    /// forward leaves out counts as before.
    fn looked_up(&self, naive: i64) -> i32 {
        let Some(naive) = DateTime::from_timestamp_millis(naive) else { return 0 };
        let naive = naive.naive_utc();
        let offset = |naive: &NaiveDateTime| {
            let at = self.zone.offset_from_local_datetime(naive).earliest()?;
            Some(at.fix().local_minus_utc())
        };
        offset(&naive).or_else(|| offset(&(naive - TimeDelta::hours(1)))).unwrap_or(0)
    }

    /// `2024-03-01 10:22:31` and its kin, as if it were of UTC, and what follows.
    fn plain<'t>(&mut self, text: &'t str) -> Option<(i64, &'t str)> {
        let bytes = text.as_bytes();
        let mark = |at: usize, marks: &[u8]| bytes.get(at).is_some_and(|byte| marks.contains(byte));
        if !(mark(4, b"-") && mark(7, b"-") && mark(10, b" T") && mark(13, b":")) {
            return None;
        }
        let midnight =
            self.day(number(bytes, 0, 4)?, number(bytes, 5, 2)?, number(bytes, 8, 2)?)?;
        let (hour, minute) = (number(bytes, 11, 2)?, number(bytes, 14, 2)?);
        let (second, mut end) = if mark(16, b":") { (number(bytes, 17, 2)?, 19) } else { (0, 16) };
        let mut milli = 0;
        if end == 19 && mark(19, b".,") {
            let digits = bytes[20..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            let shown = digits.min(3);
            milli = number(bytes, 20, shown)? * 10_u32.pow(u32::try_from(3 - shown).unwrap_or(0));
            end = 20 + digits;
        }
        let rest = text.get(end..)?;
        if rest.trim_start().starts_with(['a', 'A', 'p', 'P']) {
            return None;
        }
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let seconds = i64::from((hour * 60 + minute) * 60 + second);
        Some((midnight + seconds * 1_000 + i64::from(milli), rest))
    }

    /// The midnight of a day, as if it were of UTC.
    fn day(&mut self, year: u32, month: u32, day: u32) -> Option<i64> {
        let number = (year * 100 + month) * 100 + day;
        let place = ((year * 12 + month) * 31 + day) as usize % KNOWN_DAYS;
        let (known, midnight) = self.days[place];
        if known == number && number > 0 {
            return Some(midnight);
        }
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        let midnight = millis(date.and_time(NaiveTime::MIN));
        self.days[place] = (number, midnight);
        Some(midnight)
    }
}

fn millis(naive: NaiveDateTime) -> i64 {
    naive.and_utc().timestamp_millis()
}

/// A number of so many digits.
fn number(bytes: &[u8], from: usize, len: usize) -> Option<u32> {
    bytes.get(from..from + len)?.iter().try_fold(0_u32, |sum, byte| {
        byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

/// Seconds or milliseconds since 1970.
fn bare_number(text: &str) -> Option<i64> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    let millis = match text.len() {
        9 | 10 => number * 1_000,
        12 | 13 => number,
        _ => return None,
    };
    DateTime::from_timestamp_millis(millis).map(|_| millis)
}

/// The time of day in a text, and what follows it: `9:30 pm CET`.
fn time_of_day(text: &str) -> Option<(NaiveTime, &str)> {
    let colon = text.find(':')?;
    let start = text[..colon].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let mut hour: u32 = text[start..colon].parse().ok()?;
    let two = |from: usize| text.get(from..from + 2)?.parse::<u32>().ok();
    let minute = two(colon + 1)?;
    let mut end = colon + 3;
    let mut second = 0;
    if text[end..].starts_with(':') {
        second = two(end + 1)?;
        end += 3;
    }
    if text[end..].starts_with('.') {
        end += 1 + text[end + 1..].bytes().take_while(u8::is_ascii_digit).count();
    }
    let rest = text[end..].trim_start();
    let half = rest.get(..2).map(str::to_ascii_lowercase);
    let rest = match half.as_deref() {
        Some("am") => {
            hour %= 12;
            &rest[2..]
        }
        Some("pm") => {
            hour = hour % 12 + 12;
            &rest[2..]
        }
        _ => rest,
    };
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, rest))
}

/// Seconds east of Greenwich, where a text says so.
fn offset(rest: &str) -> Option<i32> {
    let rest = rest.trim();
    let word = rest.trim_start_matches('(').trim_end_matches(')');
    if ["z", "utc", "gmt"].iter().any(|zero| word.eq_ignore_ascii_case(zero)) {
        return Some(0);
    }
    let sign = match rest.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = rest[1..].chars().filter(char::is_ascii_digit).take(4).collect();
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) =
        if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, zone: Tz) -> Result<String, Unread> {
        let millis = Instants::of(zone, Some(DayOrder::MonthFirst)).read(text)?;
        Ok(DateTime::from_timestamp_millis(millis).unwrap().to_rfc3339())
    }

    #[test]
    fn times_of_many_shapes_are_read() {
        for (text, told) in [
            ("2024-03-01 10:22", "2024-03-01T10:22:00+00:00"),
            ("2024-03-01 10:22:31", "2024-03-01T10:22:31+00:00"),
            ("2022-02-13T14:06:20Z", "2022-02-13T14:06:20+00:00"),
            ("2022-02-13T14:06:20.5+02:00", "2022-02-13T12:06:20.500+00:00"),
            ("2022-02-13 14:06:20 -0500", "2022-02-13T19:06:20+00:00"),
            ("3/4/2025, 10:22 AM", "2025-03-04T10:22:00+00:00"),
            ("3/4/2025 12:05 am", "2025-03-04T00:05:00+00:00"),
            ("Jun 09, 2018 09:30 pm", "2018-06-09T21:30:00+00:00"),
            ("05-Mar-2026", "2026-03-05T00:00:00+00:00"),
            ("2024-03-01", "2024-03-01T00:00:00+00:00"),
            ("1709288551", "2024-03-01T10:22:31+00:00"),
            ("1709288551000", "2024-03-01T10:22:31+00:00"),
        ] {
            assert_eq!(read(text, Tz::UTC).as_deref(), Ok(told), "{text}");
        }
        assert_eq!(read("n/a", Tz::UTC), Err(Unread::NoDate));
        assert_eq!(Instants::of(Tz::UTC, None).read("3/4/2025 10:22"), Err(Unread::Open));
    }

    #[test]
    fn naive_times_are_of_the_zone_also_where_a_clock_is_changed() {
        let zone = Tz::Europe__Berlin;
        for (text, told) in [
            ("2024-01-15 12:00:00", "2024-01-15T11:00:00+00:00"),
            ("2024-07-15 12:00:00", "2024-07-15T10:00:00+00:00"),
            // Twice on that night: the earlier one. Left out on the other: as before the change.
            ("2024-10-27 02:30:00", "2024-10-27T00:30:00+00:00"),
            ("2024-03-31 02:30:00", "2024-03-31T01:30:00+00:00"),
            ("2024-03-31 12:00:00", "2024-03-31T10:00:00+00:00"),
            ("2024-07-15 12:00:00Z", "2024-07-15T12:00:00+00:00"),
        ] {
            assert_eq!(read(text, zone).as_deref(), Ok(told), "{text}");
        }
    }
}
