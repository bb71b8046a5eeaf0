//! What is worth knowing of a file that was taken in, in words.

use super::clock::Clock;
use super::layout::Layout;
use super::row::Misread;
use super::who::Naming;
use crate::facts::subject::Subject;
use crate::model::Word;

/// What could not be read as it should, and who is nobody.
pub(super) fn told(
    layout: &Layout,
    clock: &Clock,
    naming: &Naming,
    misread: &Misread,
) -> Vec<String> {
    let mut notes = Vec::new();
    let mut note = |count: u64, text: &str| {
        if count > 0 {
            notes.push(text.replace("{n}", &count.to_string()));
        }
    };
    if layout.subject == Subject::Lead {
        note(
            naming.anonymous,
            "Rows with neither an e-mail address nor an id, which count and are nobody: {n}.",
        );
    }
    note(
        naming.no_addresses,
        "Cells under e-mail addresses that hold none and were left out: {n}.",
    );
    note(clock.open_dates, "Dates with day and month either way round, left out: {n}.");
    note(misread.no_numbers, "Cells that should hold a number and hold none, left out: {n}.");
    note(
        misread.unknown_activities,
        "Activities with a name that nobody explained, taken as \"other\": {n}.",
    );
    note(misread.cut, "Texts longer than 1,000 characters, which were cut: {n}.");
    notes.extend(no_dates(clock));
    notes
}

/// Rows with a character that could not be read.
pub(super) fn replaced(rows: u64) -> Option<String> {
    (rows > 0)
        .then(|| format!("Rows in which a character could not be read and was replaced: {rows}."))
}

/// Which cells hold a time that is none.
fn no_dates(clock: &Clock) -> Option<String> {
    let (line, column) = clock.no_dates.first()?;
    let lines: Vec<String> =
        clock.no_dates.iter().take(5).map(|(line, _)| line.to_string()).collect();
    let more = if clock.no_dates_count > 5 { " and more" } else { "" };
    Some(match clock.no_dates_count {
        1 => format!(
            "Line {line}: what stands under \"{}\" is no time and was left out.",
            column.as_word()
        ),
        count => format!(
            "{count} cells that should hold a time hold none and were left out: lines {}{more}.",
            lines.join(", ")
        ),
    })
}
