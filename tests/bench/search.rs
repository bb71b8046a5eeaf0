//! Search as one types, letter by letter; beside it the sqlite3 shell's full-text index over the
//! same fields.

use std::path::Path;
use std::time::Instant;

use serde_json::json;
use throughline_tests::host::TestHost;

use crate::sqlite::Shell;
use crate::table::{Other, Row, Table, median, milliseconds, note};

const GOAL: f64 = 16.0;
const LIMIT: usize = 20;
const ROUNDS: usize = 5;
/// Found often, found by two words, found in the middle of many, found nowhere.
const TYPED: [&str; 5] =
    ["ransomware", "capacity planning", "how fabrikam", "model storage", "unheard of"];

const INDEX: &str = "CREATE VIRTUAL TABLE temp.found
        USING fts5(title, themes, owner, url, external_id, prefix = '1 2 3');
    INSERT INTO found SELECT title, themes, owner, url, external_id FROM asset;";

/// Measures every letter of every text.
pub(crate) fn measure(file: &Path, table: &mut Table) {
    println!("Search as you type");
    let host = TestHost::at(file);
    let ours = typed(|text| {
        let start = Instant::now();
        host.call("search", json!({ "text": text, "limit": LIMIT }));
        milliseconds(start)
    });
    let slowest = ours.iter().copied().fold(0.0, f64::max);
    note("the slowest letter", slowest);
    table.add(Row {
        what: "search as you type",
        unit: "ms",
        ours: Some(median(ours)),
        other: Shell::open(file).map_or(Other::Missing("sqlite3"), indexed),
        goal: (format!("≤ {GOAL} ms, every letter"), slowest <= GOAL),
    });
}

fn indexed(mut shell: Shell) -> Other {
    shell.ask(INDEX);
    let times = typed(|text| {
        let words: Vec<_> = text.split_whitespace().map(|word| format!("\"{word}\"*")).collect();
        let matched = words.join(" ");
        shell.time(&format!(
            "SELECT title FROM found WHERE found MATCH '{matched}' ORDER BY rank LIMIT {LIMIT};"
        ))
    });
    Other::Tool("sqlite3, FTS5", median(times))
}

/// The median time of each letter, over some rounds.
fn typed(mut search: impl FnMut(&str) -> f64) -> Vec<f64> {
    let ends = |text: &'static str| (1..=text.len()).map(move |end| text[..end].trim_end());
    let texts = TYPED.into_iter().flat_map(ends);
    texts.map(|text| median((0..ROUNDS).map(|_| search(text)).collect())).collect()
}
