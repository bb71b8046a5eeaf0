//! Which column is which field, guessed by the column's name and by what it holds.

use super::address::is_web_address;
use super::crawl::Crawl;
use super::date;
use super::field::{Field, plain};
use super::markdown;
use super::sheet::Sheet;
use super::value::{is_known_format, status_of};
use crate::model::ASSET_COLUMNS;
use std::collections::{BTreeMap, HashSet};

/// How sure a guess must be to be made.
const SURE_ENOUGH: f32 = 0.4;
/// How many rows are looked at.
const LOOKED_AT: usize = 2_000;

/// A column guessed for a field, and how sure that is (0–1).
pub(super) type Guesses = BTreeMap<Field, (usize, f32)>;

/// Guesses a column for each field, each column once, the surest first.
pub(super) fn columns(sheet: &Sheet, crawl: Option<Crawl>) -> Guesses {
    if let Some(own) = own_table(sheet) {
        return own;
    }
    let mut scored = Vec::new();
    for (at, column) in sheet.columns.iter().enumerate() {
        if crawl.is_some_and(|crawl| crawl.uses(at)) {
            continue;
        }
        let facts = Facts::of(sheet, at);
        for field in Field::all() {
            if let Some(score) =
                score(field, &column.name, column.computed, &facts, crawl.is_some())
            {
                scored.push((field, at, score));
            }
        }
    }
    scored.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)));
    let (mut guesses, mut taken) = (Guesses::new(), HashSet::new());
    for (field, at, score) in scored {
        if !guesses.contains_key(&field) && !taken.contains(&at) {
            guesses.insert(field, (at, score));
            taken.insert(at);
        }
    }
    guesses
}

/// The columns of a table that Throughline wrote: their names say everything.
fn own_table(sheet: &Sheet) -> Option<Guesses> {
    let ours = ASSET_COLUMNS.iter().filter_map(|column| Some((column.name, column.field?)));
    ours.map(|(name, field)| {
        let at = sheet.columns.iter().position(|one| !one.computed && one.name == name)?;
        Some((Field::called(field).ok()?, (at, 1.0)))
    })
    .collect()
}

/// What a column holds, as shares of the cells that say something.
struct Facts {
    filled: usize,
    /// The share of rows that say something.
    coverage: f32,
    addresses: f32,
    dates: f32,
    plain_dates: f32,
    statuses: f32,
    formats: f32,
    different: f32,
    kinds: usize,
    words: f32,
}

impl Facts {
    fn of(sheet: &Sheet, column: usize) -> Self {
        let name = &sheet.columns[column].name;
        let cells: Vec<&str> = sheet.said(column).take(LOOKED_AT).collect();
        let share = |holds: &dyn Fn(&str) -> bool| {
            share(cells.iter().filter(|cell| holds(cell)).count(), cells.len())
        };
        let kinds = cells.iter().collect::<HashSet<_>>().len();
        let words = cells.iter().map(|cell| cell.split_whitespace().count()).sum();
        Self {
            filled: cells.len(),
            coverage: self::share(cells.len(), sheet.rows.len().min(LOOKED_AT)),
            addresses: share(&|cell| is_web_address(cell) || cell.starts_with('/')),
            dates: share(&|cell| date::read(cell, chrono_tz::Tz::UTC).is_some()),
            plain_dates: share(&date::is_plain),
            statuses: share(&|cell| status_of(cell, name).is_some()),
            formats: share(&is_known_format),
            different: self::share(kinds, cells.len()),
            kinds,
            words: self::share(words, cells.len()),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share of at most a few million")]
fn share(part: usize, all: usize) -> f32 {
    if all == 0 { 0.0 } else { part as f32 / all as f32 }
}

fn score(field: Field, name: &str, computed: bool, facts: &Facts, crawl: bool) -> Option<f32> {
    if computed {
        return computed_score(field, name, facts);
    }
    if facts.filled == 0 {
        return None;
    }
    let by_name = field.fit(name).filter(|_| holds(field, facts, crawl));
    let found = by_name.or_else(|| by_content(field, facts, name))?;
    (found >= SURE_ENOUGH).then_some(found)
}

/// What can be told from a Markdown file itself stands in for keys that its author did not write.
fn computed_score(field: Field, name: &str, facts: &Facts) -> Option<f32> {
    match (field, name) {
        (Field::Folder, markdown::FOLDER) => Some(0.9),
        (Field::Slug, markdown::STEM) => Some(0.5),
        (Field::Format, markdown::SECTION) if facts.formats > 0.0 => Some(0.5),
        (Field::Title, markdown::HEADING | "title") | (Field::Summary, markdown::PARAGRAPH) => {
            Some(0.4)
        }
        _ => None,
    }
}

/// Whether a column of the right name holds the right things.
fn holds(field: Field, facts: &Facts, crawl: bool) -> bool {
    match field {
        Field::Url => facts.addresses > 0.5,
        Field::PublishedOn | Field::ReviewedOn | Field::DueOn => facts.dates > 0.4,
        Field::Status => {
            !crawl && (facts.statuses > 0.3 || (facts.kinds <= 12 && facts.dates < 0.4))
        }
        Field::Format => facts.addresses < 0.5 && (facts.kinds <= 60 || facts.different < 0.3),
        Field::ExternalId => facts.different > 0.5 && facts.words < 2.0,
        Field::Cost => facts.plain_dates < 0.5,
        Field::Title | Field::Owner | Field::Themes | Field::Summary => facts.addresses < 0.5,
        // A crawler counts the folders of an address; only a list of files names them.
        Field::Folder => !crawl,
        Field::Slug | Field::Language | Field::Purpose | Field::Persona | Field::Stage => true,
    }
}

/// A guess by content alone, for a column that most rows fill: addresses, plain dates, and the
/// words of a title.
fn by_content(field: Field, facts: &Facts, name: &str) -> Option<f32> {
    if facts.coverage < 0.5 {
        return None;
    }
    match field {
        Field::Url => {
            (facts.addresses > 0.9 && facts.different > 0.6 && !is_aside(name)).then_some(0.45)
        }
        Field::PublishedOn => (facts.plain_dates > 0.9).then_some(0.41),
        Field::Title => {
            let titled = facts.different > 0.7 && (2.0..20.0).contains(&facts.words);
            (titled && facts.addresses < 0.1 && facts.plain_dates < 0.1).then_some(0.4)
        }
        Field::Format => (facts.formats > 0.6).then_some(0.45),
        _ => None,
    }
}

/// Addresses of something else than the page: its author, its picture, its source.
fn is_aside(name: &str) -> bool {
    const ASIDES: &[&str] = &[
        "image",
        "img",
        "picture",
        "author",
        "audio",
        "video",
        "external",
        "canonical",
        "thumbnail",
        "avatar",
        "redirect",
        "social",
        "linked",
        "twitter",
        "hero",
        "logo",
        "icon",
        "source",
        "src",
    ];
    let name = plain(name);
    ASIDES.iter().any(|aside| name.split(' ').any(|word| word == *aside))
}
