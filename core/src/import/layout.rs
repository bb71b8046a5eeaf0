//! Where the table lies in a file: below report titles and comments, above totals and copyright
//! lines.

use super::field::is_known_name;
use super::sheet::{COLUMN_LIMIT, Rejection, Row};
use crate::model::text::fold;

/// How many rows from the top the header is looked for.
const HEAD: usize = 40;

/// A header and the rows that belong to it.
pub(super) struct Laid {
    pub(super) header_line: u32,
    pub(super) names: Vec<String>,
    pub(super) rows: Vec<Row>,
    pub(super) rejected: Vec<Rejection>,
    pub(super) notes: Vec<String>,
    /// The lines above the header.
    pub(super) above: Vec<String>,
}

/// Finds the header and takes titles, blank lines, totals and footers away.
pub(super) fn lay_out(raw: Vec<Row>) -> Laid {
    let mut raw: Vec<Row> = raw.into_iter().filter(|row| filled(row) > 0).collect();
    let mut notes = Vec::new();
    let Some(head) = header_at(&raw) else {
        let names = headless_names(&raw);
        let (rows, rejected) = cut(raw, names.len());
        notes.push("No header was found, so the columns are numbered.".to_owned());
        return Laid { header_line: 0, names, rows, rejected, notes, above: Vec::new() };
    };
    let mut body = raw.split_off(head);
    let above = raw.iter().map(|row| row.cells.join(" ").trim().to_owned()).collect();
    let header = body.remove(0);
    if head > 0 {
        notes.push(left_out(head, "above the header"));
    }
    let names = names_of(&header);
    let before = body.len();
    body.retain(|row| !is_total(row));
    while body.last().is_some_and(|row| is_footer(row, names.len())) {
        body.pop();
    }
    if before > body.len() {
        notes.push(left_out(before - body.len(), "of totals or footers"));
    }
    let (rows, rejected) = cut(body, names.len());
    Laid { header_line: header.line, names, rows, rejected, notes, above }
}

fn left_out(lines: usize, which: &str) -> String {
    if lines == 1 {
        format!("1 line {which} was left out.")
    } else {
        format!("{lines} lines {which} were left out.")
    }
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// The row that names the columns: the first among the upper ones that holds names we know and is
/// about as wide as the rest, else the first that is as wide as the rest and holds only words.
fn header_at(rows: &[Row]) -> Option<usize> {
    let mut widths: Vec<usize> = rows.iter().take(500).map(filled).collect();
    widths.sort_unstable();
    let usual = *widths.get(widths.len() / 2)?;
    let head = rows.iter().take(HEAD).enumerate().filter(|(_, row)| is_header_like(row));
    let known = |row: &Row| row.cells.iter().filter(|cell| is_known_name(cell)).count();
    let best = head.clone().map(|(at, row)| (known(row), at));
    let best = best.filter(|(known, _)| *known > 0).max_by_key(|(known, at)| (*known, HEAD - at));
    let wide = || head.clone().find(|(_, row)| filled(row) * 10 >= usual * 6).map(|(at, _)| at);
    match best {
        Some((known, at)) if known > 1 || usual == 1 => Some(at),
        Some((_, at)) if filled(&rows[at]) * 10 >= usual * 6 => Some(at),
        _ => wide(),
    }
}

/// Names are words: no addresses, no bare numbers, no comment.
fn is_header_like(row: &Row) -> bool {
    let mut cells = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    !row.cells.first().is_some_and(|cell| cell.starts_with('#'))
        && cells.all(|cell| {
            let numeric = cell.chars().all(|c| c.is_ascii_digit() || ".,-/: ".contains(c));
            !cell.contains("://") && !numeric && cell.len() < 1_000
        })
}

fn names_of(header: &Row) -> Vec<String> {
    let last = header.cells.iter().rposition(|cell| !cell.trim().is_empty());
    let named = header.cells.iter().take(last.map_or(0, |last| last + 1));
    named.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn headless_names(rows: &[Row]) -> Vec<String> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(COLUMN_LIMIT);
    vec![String::new(); width]
}

/// "Grand Totals (5700 records)", "Summe": a row of sums, named as such and nothing else.
pub(super) fn is_total(row: &Row) -> bool {
    const TOTALS: &[&str] = &[
        "total",
        "totals",
        "grand total",
        "grand totals",
        "subtotal",
        "sum",
        "summe",
        "gesamt",
        "gesamtsumme",
        "zwischensumme",
        "total general",
        "somme",
        "total general :",
        "suma",
    ];
    let mut cells = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let Some(first) = cells.next() else { return false };
    let word = fold(first);
    let word = word.split('(').next().unwrap_or_default().trim().trim_end_matches(':').trim();
    TOTALS.contains(&word)
        && cells.all(|cell| cell.chars().any(|c| c.is_ascii_digit()) && !cell.contains("://"))
}

/// A single cell below the table that is no content.
pub(super) fn is_footer(row: &Row, width: usize) -> bool {
    const OPENINGS: &[&str] = &[
        "copyright (c)",
        "copyright ©",
        "© ",
        "(c) ",
        "confidential information",
        "generated by",
        "generated on",
        "exported by",
        "exported on",
        "report generated",
        "report exported",
        "erstellt am",
        "exportiert am",
        "vertraulich",
        "exporte le",
        "exportado el",
    ];
    let only = row.cells.iter().find(|cell| !cell.trim().is_empty());
    let Some(only) = only.filter(|_| width > 1 && filled(row) == 1) else { return false };
    let text = fold(only.trim());
    let year = text.strip_prefix("copyright ").and_then(|rest| rest.chars().next());
    OPENINGS.iter().any(|opening| text.starts_with(opening))
        || text.contains("all rights reserved")
        || year.is_some_and(|c| c.is_ascii_digit())
}

/// Cuts every row down to what it says; one that says more than there are columns is rejected, for
/// its cells would stand under the wrong names.
fn cut(rows: Vec<Row>, width: usize) -> (Vec<Row>, Vec<Rejection>) {
    let mut rejected = Vec::new();
    let mut kept = Vec::with_capacity(rows.len());
    for mut row in rows {
        let said = row.cells.iter().rposition(|cell| !cell.trim().is_empty());
        let cells = said.map_or(0, |last| last + 1);
        if cells > width {
            rejected.push(Rejection::at(
                row.line,
                format!(
                    "{cells} cells where the header has {width}: \
                     a delimiter or a quotation mark is out of place."
                ),
            ));
            continue;
        }
        row.cells.truncate(cells);
        kept.push(row);
    }
    (kept, rejected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&[&str]]) -> Vec<Row> {
        let row = |(at, cells): (usize, &&[&str])| Row {
            line: u32::try_from(at).unwrap() + 1,
            file: None,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        };
        lines.iter().enumerate().map(row).collect()
    }

    #[test]
    fn titles_above_and_totals_below_are_left_out() {
        let laid = lay_out(rows(&[
            &["Content report"],
            &["# exported", "2024-03-01"],
            &[""],
            &["Title", "URL", "Views"],
            &["Grand total", "", "812"],
            &["Total cost of ownership", "https://a.example/tco", "12"],
            &["Copyright law for marketers", "https://a.example/law", "800"],
            &["Grand Totals (2 records)"],
            &["Confidential Information - Do Not Distribute"],
            &["Copyright (c) 2000-2026 Example, inc. All rights reserved."],
        ]));
        assert_eq!((laid.header_line, laid.names.len()), (4, 3));
        let lines: Vec<_> = laid.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [6, 7]);
    }

    #[test]
    fn a_row_with_more_cells_than_the_header_is_rejected() {
        let laid = lay_out(rows(&[
            &["Title", "URL", "", ""],
            &["One", "https://a.example/1", "", ""],
            &["Two", "https://a.example/2", "spilled", ""],
        ]));
        assert_eq!((laid.rows.len(), laid.rejected.len()), (1, 1));
        assert_eq!(laid.rejected[0].line, 3);
    }

    #[test]
    fn a_bare_list_of_addresses_has_no_header() {
        let laid = lay_out(rows(&[&["https://a.example/1"], &["https://a.example/2"]]));
        assert_eq!((laid.header_line, laid.names.len(), laid.rows.len()), (0, 1, 2));
    }

    #[test]
    fn unknown_words_can_be_a_header_too() {
        let laid = lay_out(rows(&[&["Weekly"], &["Foo", "Bar"], &["x", "1"], &["y", "2"]]));
        assert_eq!(laid.names, ["Foo", "Bar"]);
    }
}
