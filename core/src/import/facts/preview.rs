//! What is shown before a file of leads is taken in: its columns, what they are taken for, the first
//! rows, and what must be asked.

use super::super::date::order_told;
use super::super::mapping::DATE_ORDER;
use super::super::preview::{Answer, Question, SampleRow};
use super::super::sheet::{Origin, Sheet};
use super::apply::{order, times, zone};
use super::field::LeadColumn;
use super::mapping::{ZONE, complete, resolve};
use super::source::FactSource;
use crate::error::Result;
use crate::model::{Architecture, MappingFields, Word};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many rows are shown.
const SAMPLE: usize = 20;
/// How many different values of a column are shown.
const EXAMPLES: usize = 3;

/// A file of leads as it would be taken in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactPreview {
    /// The name of the file.
    pub file: String,
    /// Its size in bytes.
    pub size: u64,
    /// About how many rows it has.
    pub rows: usize,
    /// Whether that is exact.
    pub is_exact: bool,
    /// What was found out about it.
    pub origin: Origin,
    /// The line of the header; 0 where there is none.
    pub header_line: u32,
    /// All columns.
    pub columns: Vec<LeadColumnPreview>,
    /// The first rows.
    pub sample: Vec<SampleRow>,
    /// What only a person can know.
    pub questions: Vec<Question>,
    /// What is worth knowing, in words.
    pub notes: Vec<String>,
    /// The mapping all of this was worked out by: to be changed and sent back.
    pub mapping: MappingFields,
}

/// A column of theirs.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeadColumnPreview {
    /// Its name.
    pub name: String,
    /// How many of the first rows say something in it.
    pub filled: u32,
    /// Some of its values.
    pub examples: Vec<String>,
    /// What it is taken for.
    pub column: Option<LeadColumn>,
}

/// Works out what a file would be read as, under a mapping or the one that fits best.
pub fn preview(
    source: &FactSource,
    mapping: Option<MappingFields>,
    plan: &Architecture,
) -> Result<FactPreview> {
    let head = &source.head;
    let mapping = complete(head, mapping, plan)?;
    let columns = resolve(head, &mapping)?;
    let sample = head.rows.iter().take(SAMPLE);
    let sample = sample.map(|row| SampleRow {
        line: row.line,
        file: None,
        cells: (0..head.columns.len()).map(|at| row.cell(at).to_owned()).collect(),
    });
    Ok(FactPreview {
        file: source.name.clone(),
        size: source.size,
        rows: source.rows(),
        is_exact: source.is_whole(),
        origin: head.origin.clone(),
        header_line: head.header_line,
        columns: shown(head, &columns),
        sample: sample.collect(),
        questions: questions(head, &columns, &mapping, plan)?,
        notes: notes(head, &columns),
        mapping,
    })
}

fn shown(head: &Sheet, columns: &BTreeMap<LeadColumn, usize>) -> Vec<LeadColumnPreview> {
    let column = |(at, column): (usize, &super::super::sheet::Column)| {
        let mut examples: Vec<String> = Vec::new();
        let mut filled = 0_u32;
        for cell in head.said(at) {
            filled += 1;
            if examples.len() < EXAMPLES && !examples.iter().any(|known| known == cell) {
                examples.push(cell.chars().take(80).collect());
            }
        }
        let taken = columns.iter().find(|(_, taken)| **taken == at).map(|(column, _)| *column);
        LeadColumnPreview { name: column.name.clone(), filled, examples, column: taken }
    };
    head.columns.iter().enumerate().map(column).collect()
}

fn questions(
    head: &Sheet,
    columns: &BTreeMap<LeadColumn, usize>,
    mapping: &MappingFields,
    plan: &Architecture,
) -> Result<Vec<Question>> {
    let mut questions = Vec::new();
    let told = order_told(times(head, columns));
    if told.is_open() || mapping.choices.contains_key(DATE_ORDER) {
        let example = told.example.unwrap_or_default();
        let answer = order(head, columns, mapping).map_or("", |order| order.word());
        let option =
            |value: &str, label: &str| Answer { value: value.to_owned(), label: label.to_owned() };
        questions.push(Question {
            choice: DATE_ORDER.to_owned(),
            text: format!("In dates such as {example}, which comes first?"),
            options: vec![option("dayFirst", "The day"), option("monthFirst", "The month")],
            answer: answer.to_owned(),
            required: true,
        });
    }
    if times(head, columns).any(|cell| cell.contains(':') && !has_offset(cell)) {
        questions.push(Question {
            choice: ZONE.to_owned(),
            text: "The times in this file say no time zone. Which one are they in?".to_owned(),
            options: Vec::new(),
            answer: zone(mapping, plan)?.name().to_owned(),
            required: false,
        });
    }
    Ok(questions)
}

/// Whether a time says how far from Greenwich it is.
fn has_offset(cell: &str) -> bool {
    let time = cell.split_once(':').map_or("", |(_, time)| time).trim_end();
    time.ends_with(['Z', 'z', ')'])
        || time.contains(['+', '-'])
        || time.ends_with("UTC")
        || time.ends_with("GMT")
}

fn notes(head: &Sheet, columns: &BTreeMap<LeadColumn, usize>) -> Vec<String> {
    let mut notes = head.notes.clone();
    let has = |column: LeadColumn| columns.contains_key(&column);
    if !has(LeadColumn::Email) && !has(LeadColumn::ExternalId) {
        notes.push(
            "No column holds e-mail addresses or ids: every row counts, and nobody is found again \
             in another file."
                .to_owned(),
        );
    }
    if has(LeadColumn::Opened) && !has(LeadColumn::Requested) {
        let message = "Nothing says when content was requested, so how long it took to be opened \
            cannot be told.";
        notes.push(message.to_owned());
    }
    let unread = LeadColumn::ALL.iter().filter(|column| column.is_time() && has(**column));
    for column in unread {
        let at = columns[column];
        if head.said(at).next().is_none() {
            notes.push(format!(
                "The column \"{}\" is empty in the first rows.",
                head.columns[at].name
            ));
        }
    }
    notes
}
