//! What stands above the header of a report: the days that it is about.

use super::super::date;
use super::super::field::plain;
use super::super::sheet::Sheet;
use chrono::NaiveDate;

/// The first and the last day that the lines above the header name, as in `# Start date: 20260101`.
pub(super) fn days(head: &Sheet) -> [Option<NaiveDate>; 2] {
    let named = |words: &[&str]| {
        head.above.iter().find_map(|line| {
            let (name, day) = line.trim_start_matches(['#', ' ']).split_once(':')?;
            let name = plain(name);
            let day = words.contains(&name.as_str()).then(|| date::read(day, chrono_tz::UTC))??;
            day.day(None)
        })
    };
    [named(&["start date", "from", "startdatum"]), named(&["end date", "to", "until", "enddatum"])]
}
