//! What is shown before an import: the columns and what they are taken for, the values and what they
//! become, what must be asked, and what would happen.

use super::crawl::Crawl;
use super::draft::{Drafts, Progress, Tally, drafts};
use super::field::Field;
use super::guess;
use super::mapping::{self, CRAWL, DATE_ORDER, MATCHED, SITE, complete};
use super::reading::Reading;
use super::sheet::{Origin, Sheet, SourceKind};
use crate::error::Result;
use crate::model::text::fold;
use crate::model::{Architecture, MappingFields};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many rows are shown.
const SAMPLE: usize = 20;
/// How many values of a column are shown for matching.
const VALUES: usize = 200;

/// A file as it would be imported.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// What was found out about the source.
    pub origin: Origin,
    /// The line of the header; 0 where there is none.
    pub header_line: u32,
    /// All columns.
    pub columns: Vec<ColumnPreview>,
    /// The first rows.
    pub sample: Vec<SampleRow>,
    /// The columns whose values are matched with ours.
    pub values: Vec<ValuesPreview>,
    /// What only a person can know.
    pub questions: Vec<Question>,
    /// What the import would do, as the mapping stands.
    pub tally: Tally,
    /// What is worth knowing, in words.
    pub notes: Vec<String>,
    /// The mapping all of this was worked out by: to be changed and sent back.
    pub mapping: MappingFields,
}

/// A column of theirs.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ColumnPreview {
    /// Its name.
    pub name: String,
    /// Worked out from the file, not written in it.
    pub computed: bool,
    /// How many rows say something in it.
    pub filled: u32,
    /// Up to three different values.
    pub examples: Vec<String>,
    /// What it is taken for.
    pub field: Option<Field>,
    /// What it was guessed to be, and how sure that is (0–1).
    pub guess: Option<Guess>,
}

/// A guess.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Guess {
    /// The field.
    pub field: Field,
    /// 0–1.
    pub confidence: f32,
}

/// One of the first rows.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SampleRow {
    /// Its line.
    pub line: u32,
    /// The file, where the source is a folder.
    pub file: Option<String>,
    /// Its cells.
    pub cells: Vec<String>,
}

/// A column whose values are matched with ours.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ValuesPreview {
    /// The field.
    pub field: Field,
    /// The column.
    pub column: String,
    /// Its values, the most frequent first.
    pub values: Vec<ValuePreview>,
    /// How many more there are than are listed.
    pub more: u32,
    /// What they can become.
    pub ours: Vec<String>,
    /// A value can also become a new one of that name (formats), or is free text (folders).
    pub open: bool,
}

/// A value of theirs and what it becomes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ValuePreview {
    /// As they write it.
    pub theirs: String,
    /// In how many rows.
    pub count: u32,
    /// What it becomes; empty where it is left out.
    pub ours: String,
    /// Something new is made of it.
    pub is_new: bool,
}

/// A question asked once a file; the answer goes into the mapping's choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The choice it sets.
    pub choice: String,
    /// The question.
    pub text: String,
    /// The answers to choose from; none where any text will do.
    pub options: Vec<Answer>,
    /// The answer so far; empty where there is none.
    pub answer: String,
    /// Something is left out until it is answered.
    pub required: bool,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "QuestionOption")]
pub struct Answer {
    /// What is set.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// Shows what importing a sheet would do. Without a mapping, the remembered or the guessed one.
pub fn preview(
    sheet: &Sheet,
    mapping: Option<MappingFields>,
    plan: &Architecture,
    progress: Progress<'_>,
) -> Result<Preview> {
    let mapping = complete(sheet, mapping, plan)?;
    let drafts = drafts(sheet, &mapping, plan, progress)?;
    let reading = Reading::new(sheet, &mapping, plan)?;
    let sample = sheet.rows.iter().take(SAMPLE).map(|row| SampleRow {
        line: row.line,
        file: row.file.clone(),
        cells: (0..sheet.columns.len()).map(|at| shortened(row.cell(at))).collect(),
    });
    Ok(Preview {
        origin: sheet.origin.clone(),
        header_line: sheet.header_line,
        columns: columns(&reading),
        sample: sample.collect(),
        values: values(&reading, &mapping),
        questions: questions(&reading, &mapping),
        notes: notes(sheet, &drafts, &mapping),
        tally: drafts.tally,
        mapping,
    })
}

fn columns(reading: &Reading<'_>) -> Vec<ColumnPreview> {
    let sheet = reading.sheet;
    let guesses = guess::columns(sheet, Crawl::of(sheet));
    let taken: BTreeMap<_, _> = reading.columns.iter().map(|(field, at)| (*at, *field)).collect();
    let preview = |(at, column): (usize, &super::Column)| {
        let mut examples: Vec<String> = Vec::new();
        for cell in sheet.said(at).map(shortened) {
            if examples.len() == 3 {
                break;
            }
            if !examples.contains(&cell) {
                examples.push(cell);
            }
        }
        let guess = guesses.iter().find(|(_, (column, _))| *column == at);
        ColumnPreview {
            name: column.name.clone(),
            computed: column.computed,
            filled: count(sheet.said(at).count()),
            examples,
            field: taken.get(&at).copied(),
            guess: guess.map(|(field, (_, sure))| Guess { field: *field, confidence: *sure }),
        }
    };
    sheet.columns.iter().enumerate().map(preview).collect()
}

fn values(reading: &Reading<'_>, mapping: &MappingFields) -> Vec<ValuesPreview> {
    let (sheet, plan) = (reading.sheet, reading.plan);
    let preview = |field: Field| {
        let column = *reading.columns.get(&field)?;
        let known = mapping.mapped_values.get(field.word());
        let ours: Vec<String> = mapping::ours(field, plan).collect();
        let all = mapping::values(sheet, field, column, plan);
        let more = count(all.len().saturating_sub(VALUES));
        let value = |(theirs, count): (String, u32)| {
            let becomes = known.and_then(|known| known.get(&theirs)).cloned().unwrap_or_default();
            let is_new = field == Field::Format
                && !becomes.is_empty()
                && !ours.iter().any(|name| fold(name) == fold(&becomes));
            ValuePreview { theirs, count, ours: becomes, is_new }
        };
        let values = all.into_iter().take(VALUES).map(value).collect();
        let open = matches!(field, Field::Format | Field::Folder);
        let column = sheet.columns[column].name.clone();
        Some(ValuesPreview { field, column, values, more, ours, open })
    };
    MATCHED.into_iter().filter_map(preview).collect()
}

fn questions(reading: &Reading<'_>, mapping: &MappingFields) -> Vec<Question> {
    let answer = |choice: &str| mapping.choices.get(choice).cloned().unwrap_or_default();
    let mut questions = Vec::new();
    if reading.told.is_open() {
        let example = reading.told.example.as_deref().unwrap_or_default();
        questions.push(Question {
            choice: DATE_ORDER.to_owned(),
            text: format!("Which comes first in dates such as {example}?"),
            options: options(&[("dayFirst", "The day"), ("monthFirst", "The month")]),
            answer: answer(DATE_ORDER),
            required: true,
        });
    }
    if lacks_site(reading, mapping) {
        questions.push(Question {
            choice: SITE.to_owned(),
            text: "Where on the web is this content? Its address begins with …".to_owned(),
            options: Vec::new(),
            answer: answer(SITE),
            required: false,
        });
    }
    if Crawl::of(reading.sheet).is_some() {
        questions.push(Question {
            choice: CRAWL.to_owned(),
            text: "This is the export of a crawler. Which of its rows are content?".to_owned(),
            options: options(&[("pages", "Indexable web pages"), ("all", "All rows")]),
            answer: if answer(CRAWL) == "all" { "all" } else { "pages" }.to_owned(),
            required: false,
        });
    }
    questions
}

/// Whether some addresses are only paths.
fn lacks_site(reading: &Reading<'_>, mapping: &MappingFields) -> bool {
    let kind = reading.sheet.origin.kind;
    let pathlike = reading
        .columns
        .get(&Field::Url)
        .is_some_and(|at| reading.sheet.said(*at).any(|cell| cell.starts_with('/')));
    let slugs =
        reading.columns.contains_key(&Field::Slug) && !reading.columns.contains_key(&Field::Url);
    let folders = mapping.mapped_values.get(Field::Folder.word());
    let placed = folders.is_some_and(|folders| {
        !folders.is_empty() && folders.values().all(|base| !base.is_empty())
    });
    pathlike || (slugs && !(kind == SourceKind::Markdown && placed))
}

fn options(options: &[(&str, &str)]) -> Vec<Answer> {
    let answer =
        |(value, label): &(&str, &str)| Answer { value: (*value).into(), label: (*label).into() };
    options.iter().map(answer).collect()
}

/// What is worth knowing of an import, in words.
pub(super) fn notes(sheet: &Sheet, drafts: &Drafts, mapping: &MappingFields) -> Vec<String> {
    let mut notes = sheet.notes.clone();
    for (reason, rows) in &drafts.tally.skips {
        notes.push(format!("{} left out: {reason}.", rows_in_words(*rows)));
    }
    if drafts.crossed_rows > 0 {
        notes.push(format!(
            "{} named several personas and several stages. Each persona is placed at each stage of \
             its row, unchecked; take away what is not meant.",
            rows_in_words(drafts.crossed_rows)
        ));
    }
    if drafts.halved_rows > 0 {
        notes.push(format!(
            "{} named personas without stages, or stages without personas, and place nothing.",
            rows_in_words(drafts.halved_rows)
        ));
    }
    if drafts.open_dates > 0 {
        notes.push(format!(
            "{} dates can be read as day/month or as month/day and are left out until you say which.",
            drafts.open_dates
        ));
    }
    for field in [Field::Persona, Field::Stage, Field::Status] {
        let values = mapping.mapped_values.get(field.word()).into_iter().flatten();
        let left: Vec<_> =
            values.filter(|(_, ours)| ours.is_empty()).map(|(theirs, _)| theirs.as_str()).collect();
        if !left.is_empty() {
            let (word, some) = (field.word(), left.iter().take(8).copied().collect::<Vec<_>>());
            let more = if left.len() > some.len() { ", …" } else { "" };
            let some = some.join(", ");
            notes.push(format!("Not known here as a {word}, so left out: {some}{more}."));
        }
    }
    notes
}

fn rows_in_words(rows: u32) -> String {
    if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") }
}

fn shortened(cell: &str) -> String {
    const SHOWN: usize = 200;
    match cell.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}

fn count(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
