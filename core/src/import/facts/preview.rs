//! What is shown before a file of facts is taken in: its columns, what they are taken for, the first
//! rows, and what must be asked.

use super::super::preview::{Question, SampleRow};
use super::super::sheet::{Origin, Sheet};
use super::column::FactColumn;
use super::kind::subject;
use super::mapping::{Columns, complete, kind_of, resolve};
use super::names;
use super::questions::questions;
use super::source::FactSource;
use crate::error::Result;
use crate::facts::subject::Subject;
use crate::model::{Architecture, FactKind, MappingFields};
use serde::Serialize;
use ts_rs::TS;

/// How many rows are shown.
const SAMPLE: usize = 20;
/// How many different values of a column are shown.
const EXAMPLES: usize = 3;

/// A file of facts as it would be taken in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactPreview {
    /// What it holds.
    pub kind: FactKind,
    /// What a column of such a file can be read as.
    pub choices: Vec<FactColumn>,
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
    pub columns: Vec<FactColumnPreview>,
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
pub struct FactColumnPreview {
    /// Its name.
    pub name: String,
    /// How many of the first rows say something in it.
    pub filled: u32,
    /// Some of its values.
    pub examples: Vec<String>,
    /// What it is taken for.
    pub column: Option<FactColumn>,
}

/// Works out what a file would be read as, under a mapping or the one that fits best.
pub fn preview(
    source: &FactSource,
    mapping: Option<MappingFields>,
    plan: &Architecture,
) -> Result<FactPreview> {
    let head = &source.head;
    let mapping = complete(source, mapping, plan)?;
    let kind = kind_of(&mapping);
    let columns = resolve(head, &mapping)?;
    let sample = head.rows.iter().take(SAMPLE);
    let sample = sample.map(|row| SampleRow {
        line: row.line,
        file: None,
        cells: (0..head.columns.len()).map(|at| row.cell(at).to_owned()).collect(),
    });
    Ok(FactPreview {
        kind,
        choices: names::columns(kind).iter().map(|(column, _)| *column).collect(),
        file: source.name.clone(),
        size: source.size,
        rows: source.rows(),
        is_exact: source.is_whole(),
        origin: head.origin.clone(),
        header_line: head.header_line,
        columns: shown(head, &columns),
        sample: sample.collect(),
        questions: questions(head, &columns, &mapping, plan)?,
        notes: notes(head, &columns, kind),
        mapping,
    })
}

fn shown(head: &Sheet, columns: &Columns) -> Vec<FactColumnPreview> {
    let column = |(at, column): (usize, &super::super::sheet::Column)| {
        let mut examples: Vec<String> = Vec::new();
        let mut filled = 0_u32;
        for cell in head.said(at) {
            filled += 1;
            if examples.len() < EXAMPLES && !examples.iter().any(|known| known == cell) {
                examples.push(cell.chars().take(80).collect());
            }
        }
        let taken = columns.of(at);
        FactColumnPreview { name: column.name.clone(), filled, examples, column: taken }
    };
    head.columns.iter().enumerate().map(column).collect()
}

fn notes(head: &Sheet, columns: &Columns, kind: FactKind) -> Vec<String> {
    let mut notes = head.notes.clone();
    let has = |column: FactColumn| columns.has(column);
    let is_lead = subject(kind, columns) == Subject::Lead;
    if is_lead && !has(FactColumn::Email) && !has(FactColumn::ExternalId) {
        notes.push(
            "No column holds e-mail addresses or ids: every row counts, and nobody is found again \
             in another file."
                .to_owned(),
        );
    }
    if has(FactColumn::Opened) && !has(FactColumn::Requested) {
        let message = "Nothing says when content was requested, so how long it took to be opened \
            cannot be told.";
        notes.push(message.to_owned());
    }
    for (_, at) in columns.all().filter(|(column, _)| column.is_time()) {
        if head.said(at).next().is_none() {
            notes.push(format!(
                "The column \"{}\" is empty in the first rows.",
                head.columns[at].name
            ));
        }
    }
    notes
}
