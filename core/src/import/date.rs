//! Dates in the shapes that people and tools write them. A date is the one that is written: an
//! offset, even an impossible one, never moves it to another day.

use crate::model::text::fold;
use chrono::{DateTime, Datelike, Days, NaiveDate};
use chrono_tz::Tz;

/// What comes first where a date is written in numbers, as in 3/1/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// 3 January.
    DayFirst,
    /// March 1.
    MonthFirst,
}

impl DayOrder {
    /// Its word in a mapping's choices.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::DayFirst => "dayFirst",
            Self::MonthFirst => "monthFirst",
        }
    }

    /// The order of a word.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        [Self::DayFirst, Self::MonthFirst].into_iter().find(|order| order.word() == word)
    }
}

/// What a cell says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// This day.
    Day(NaiveDate),
    /// One of two days: the first reading puts the day first, the second the month.
    Either(NaiveDate, NaiveDate),
}

impl Read {
    /// The day, where the order is known or does not matter.
    pub(super) fn day(self, order: Option<DayOrder>) -> Option<NaiveDate> {
        match (self, order) {
            (Self::Day(day), _)
            | (Self::Either(day, _), Some(DayOrder::DayFirst))
            | (Self::Either(_, day), Some(DayOrder::MonthFirst)) => Some(day),
            (Self::Either(..), None) => None,
        }
    }
}

/// Reads a date; `None` where the text is none. Instants are days of `zone`.
pub(super) fn read(text: &str, zone: Tz) -> Option<Read> {
    let text = text.trim();
    if text.len() > 64 || !text.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    number(text, zone).or_else(|| numbers(text)).or_else(|| words(text))
}

/// Whether a text is plainly a date: no bare number, which could be anything.
pub(super) fn is_plain(text: &str) -> bool {
    let bare = text.trim().chars().all(|c| c.is_ascii_digit() || c == '.');
    !bare && read(text, Tz::UTC).is_some()
}

/// The order that the numeric dates of a file tell: one with a first number over 12 puts the day
/// first, one with a second number over 12 the month. `None` where none tells, or both do.
pub(super) fn order_told<'a>(cells: impl Iterator<Item = &'a str>) -> Told {
    let mut told = Told::default();
    for cell in cells {
        let Some((first, second, _)) = slashed(cell.trim()) else { continue };
        told.numeric += 1;
        told.day_first |= first > 12;
        told.month_first |= second > 12;
        if first <= 12 && second <= 12 && first != second {
            told.example.get_or_insert_with(|| cell.trim().to_owned());
        }
    }
    told
}

/// What the numeric dates of a file say about their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// How many are written in numbers with the year last.
    pub(super) numeric: usize,
    day_first: bool,
    month_first: bool,
    /// One that can be read either way.
    pub(super) example: Option<String>,
}

impl Told {
    /// The order, where the dates tell it without contradiction.
    pub(super) fn order(&self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether somebody must be asked.
    pub(super) fn is_open(&self) -> bool {
        self.order().is_none() && self.example.is_some()
    }
}

/// 20240301, an Excel serial, seconds or milliseconds since 1970.
fn number(text: &str, zone: Tz) -> Option<Read> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let value: i64 = whole.parse().ok()?;
    match whole.len() {
        8 if fraction.is_empty() => {
            let part = |range: std::ops::Range<usize>| whole[range].parse::<u32>().ok();
            year_month_day(i32::try_from(part(0..4)?).ok()?, part(4..6)?, part(6..8)?)
        }
        5 => excel_day(value).map(Read::Day),
        9 | 10 => instant(value.checked_mul(1_000)?, zone),
        12 | 13 if fraction.is_empty() => instant(value, zone),
        _ => None,
    }
}

fn instant(millis: i64, zone: Tz) -> Option<Read> {
    let day = DateTime::from_timestamp_millis(millis)?.with_timezone(&zone).date_naive();
    (1990..2100).contains(&day.year()).then_some(Read::Day(day))
}

/// The day of an Excel serial, from 1954 to 2119: smaller and larger numbers are something else.
pub(super) fn excel_day(serial: i64) -> Option<NaiveDate> {
    let days = u64::try_from(serial).ok().filter(|days| (20_000..80_000).contains(days))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

fn year_month_day(year: i32, month: u32, day: u32) -> Option<Read> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|day| plausible(*day)).map(Read::Day)
}

fn plausible(day: NaiveDate) -> bool {
    (1970..2100).contains(&day.year())
}

/// Dates in numbers: the year first, or last.
fn numbers(text: &str) -> Option<Read> {
    if let Some((year, month, rest)) = year_first(text) {
        let (day, rest) = match rest.strip_prefix(['-', '/', '.']) {
            Some(rest) => leading_number(rest, 2)?,
            None => (1, rest),
        };
        return is_time(rest).then(|| year_month_day(year, month, day))?;
    }
    let (first, second, year) = slashed(text)?;
    let day_first = NaiveDate::from_ymd_opt(year, second, first).filter(|day| plausible(*day));
    let month_first = NaiveDate::from_ymd_opt(year, first, second).filter(|day| plausible(*day));
    // Where dots separate, the day comes first in every country that writes so.
    if text.contains('.') && !text.contains('/') && first <= 31 {
        return day_first.map(Read::Day);
    }
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Some(Read::Either(one, other)),
        (one, other) => one.or(other).map(Read::Day),
    }
}

fn year_first(text: &str) -> Option<(i32, u32, &str)> {
    let (year, rest) = leading_number(text, 4)?;
    let rest = rest.strip_prefix(['-', '/', '.'])?;
    let (month, rest) = leading_number(rest, 2)?;
    (year > 1_000).then_some((i32::try_from(year).ok()?, month, rest))
}

/// The three numbers of 3/1/2024, 3-1-24 or 3.1.2024, as written, followed by a time or nothing.
fn slashed(text: &str) -> Option<(u32, u32, i32)> {
    let (first, rest) = leading_number(text, 2)?;
    let separator = rest.chars().next().filter(|c| matches!(c, '/' | '-' | '.'))?;
    let (second, rest) = leading_number(rest.strip_prefix(separator)?, 2)?;
    let (year, rest) = leading_number(rest.strip_prefix(separator)?, 4)?;
    let year = match year {
        0..70 => 2_000 + year,
        70..100 => 1_900 + year,
        1_970..2_100 => year,
        _ => return None,
    };
    is_time(rest).then_some((first, second, i32::try_from(year).ok()?))
}

fn leading_number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = (1..=most).contains(&digits).then(|| text[..digits].parse().ok())??;
    Some((number, &text[digits..]))
}

/// What may follow a date: nothing, or a time of day with or without an offset or a zone.
fn is_time(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', ' ']);
    let rest = rest.strip_prefix(['T', 't']).unwrap_or(rest);
    rest.is_empty()
        || rest.contains(':')
            && rest.chars().all(|c| c.is_ascii_alphanumeric() || " :.,+-/()".contains(c))
}

/// Months by their first letters, in English, German, French and Spanish, folded.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"], &["feb", "fev"], &["mar", "mrz"], &["apr", "avr", "abr"],
    &["may", "mai"], &["jun", "juin"], &["jul", "juil"], &["aug", "aou", "ago"],
    &["sep"], &["oct", "okt"], &["nov"], &["dec", "dez", "dic"],
];

/// 1 March 2024, March 1, 2024, 05-Mar-2026, "Sat, 01 Mar 2024 10:00:00 GMT", March 2024.
fn words(text: &str) -> Option<Read> {
    let folded = fold(text);
    let mut parts =
        folded.split([' ', ',', '-', '/', '.', '\u{a0}']).filter(|part| !part.is_empty());
    let (mut day, mut month, mut year) = (None, None, None);
    for part in parts.by_ref() {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Ok(number) = digits.parse::<u32>() {
            match digits.len() {
                1 | 2 if day.is_none() => day = Some(number),
                4 if year.is_none() => year = i32::try_from(number).ok(),
                2 if year.is_none() => year = i32::try_from(2_000 + number).ok(),
                _ => return None,
            }
        } else if let Some(number) = month_of(part) {
            month = month.or(Some(number));
        } else if !is_filler(part) {
            return None;
        }
        if month.is_some() && year.is_some() {
            break;
        }
    }
    let rest: Vec<_> = parts.collect();
    (rest.is_empty() || rest.concat().contains(':')).then_some(())?;
    year_month_day(year?, month?, day.unwrap_or(1))
}

fn month_of(word: &str) -> Option<u32> {
    let letters = word.chars().all(char::is_alphabetic);
    let named = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
    let at = MONTHS.iter().position(|names| letters && word.len() >= 3 && named(names));
    at.and_then(|at| u32::try_from(at + 1).ok()).filter(|_| !is_filler(word))
}

/// Weekdays and little words that stand between the parts of a date.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "de", "del", "of", "the", "le", "den", "am", "mon", "tue", "tues", "wed", "thu", "thur",
    "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes",
    "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "mo", "di", "mi", "do", "fr",
    "sa", "so",
];

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
