//! The filled copy, row by row. Spreadsheets rewrite what they save: letters become capitals, blanks
//! appear, numbers become texts; all of that is read past. What cannot be read is told by sheet and
//! row, and never stops the rest.

use super::{Mark, Part, column};
use crate::error::{Error, Result};
use crate::id::{MemberId, WorkspaceId};
use crate::import::{Row, Sheet};
use crate::model::text::fold;
use crate::model::{Answer, Importance, Millis, NeedKind, Word};
use serde::Serialize;
use std::collections::HashSet;
use ts_rs::TS;
use uuid::Uuid;

/// What is told of rows; more of them, and it is another kind of file.
const FAULTS: usize = 1_000;

/// Answers out of a file.
#[derive(Clone, Debug)]
pub struct Filled {
    /// What the file is called.
    pub(super) name: String,
    /// Whose answers they are.
    pub(super) member: MemberId,
    /// When the questions were written.
    pub(super) at: Millis,
    /// What was filled in.
    pub(super) rows: Vec<FilledRow>,
    /// Rows that cannot be read.
    pub(super) faults: Vec<RowFault>,
}

/// A row in which something was filled in.
#[derive(Clone, Debug)]
pub(super) struct FilledRow {
    pub(super) part: Part,
    pub(super) line: u32,
    /// The placement, the need or the need to be.
    pub(super) about: Uuid,
    pub(super) said: Said,
}

/// What was filled in.
#[derive(Clone, Debug)]
pub(super) enum Said {
    Check(Answer, String),
    AnsweredBy(String),
    NotNeeded(String),
    New(NewNeed),
}

/// A need that somebody added.
#[derive(Clone, Debug)]
pub(super) struct NewNeed {
    pub(super) stage: String,
    pub(super) persona: String,
    pub(super) kind: NeedKind,
    pub(super) importance: Importance,
    pub(super) text: String,
}

/// A row that cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RowFault {
    /// The sheet.
    pub sheet: String,
    /// The row there, from 1.
    pub row: u32,
    /// Why, and what to do.
    pub reason: String,
}

impl RowFault {
    pub(super) fn at(part: Part, row: u32, reason: impl Into<String>) -> Self {
        Self { sheet: part.sheet().to_owned(), row, reason: reason.into() }
    }
}

impl Filled {
    /// Reads the sheets of a file, as far as they are there, for a workspace.
    pub fn of(
        name: impl Into<String>,
        sheets: &[(Part, Sheet)],
        workspace: WorkspaceId,
    ) -> Result<Self> {
        let marks = sheets.iter().flat_map(|(_, sheet)| {
            let reference = sheet.column(column::REFERENCE);
            sheet.rows.iter().filter_map(move |row| row.cell(reference?).parse::<Mark>().ok())
        });
        let marks: Vec<Mark> = marks.collect();
        if marks.is_empty() {
            return Err(not_ours());
        }
        let Some(own) = marks.iter().find(|mark| mark.workspace == workspace) else {
            return Err(Error::invalid(
                "These answers are for another workspace. Open the workspace that asked, and read \
                 them there.",
            ));
        };
        let mut filled = Self {
            name: name.into(),
            member: own.member,
            at: own.at,
            rows: Vec::new(),
            faults: Vec::new(),
        };
        let mut seen = HashSet::new();
        for (part, sheet) in sheets {
            filled.read(*part, sheet, own, &mut seen)?;
        }
        filled.faults.truncate(FAULTS);
        Ok(filled)
    }

    fn read(
        &mut self,
        part: Part,
        sheet: &Sheet,
        own: &Mark,
        seen: &mut HashSet<Uuid>,
    ) -> Result<()> {
        let unread = sheet.rejected.iter();
        self.faults.extend(unread.map(|one| RowFault::at(part, one.line, one.reason.clone())));
        let reference = named(sheet, part, column::REFERENCE)?;
        let answers: Vec<usize> =
            part.answers().iter().map(|name| named(sheet, part, name)).collect::<Result<_>>()?;
        for row in &sheet.rows {
            let cells: Vec<&str> = answers.iter().map(|at| row.cell(*at).trim()).collect();
            if cells.iter().all(|cell| cell.is_empty()) {
                continue;
            }
            let read = about(row, reference, own, seen).and_then(|about| {
                let said = said(part, &cells)?;
                Ok(FilledRow { part, line: row.line, about, said })
            });
            match read {
                Ok(row) => self.rows.push(row),
                Err(reason) => self.faults.push(RowFault::at(part, row.line, reason)),
            }
        }
        Ok(())
    }
}

/// The error for a file that Throughline did not write, or of which nothing is left.
pub(super) fn not_ours() -> Error {
    Error::invalid(
        "There are no answers to Throughline in this file. Choose the workbook that Ask sales wrote, \
         filled in and saved as XLSX.",
    )
}

fn named(sheet: &Sheet, part: Part, name: &str) -> Result<usize> {
    sheet.column(name).ok_or_else(|| {
        Error::invalid(format!(
            "The column \"{name}\" of the sheet \"{}\" is gone or has another name. Name it so again, \
             or fill the answers into a fresh file.",
            part.sheet()
        ))
    })
}

fn about(
    row: &Row,
    reference: usize,
    own: &Mark,
    seen: &mut HashSet<Uuid>,
) -> Result<Uuid, String> {
    let mark: Mark = row.cell(reference).parse().map_err(|()| {
        "What this row is about is gone: only rows that the file came with can be filled in."
            .to_owned()
    })?;
    if !mark.is_with(own) {
        return Err("This row is out of another file. Read that file by itself.".to_owned());
    }
    if !seen.insert(mark.about) {
        return Err("Another row above is about the same, and was read.".to_owned());
    }
    Ok(mark.about)
}

fn said(part: Part, cells: &[&str]) -> Result<Said, String> {
    match (part, cells) {
        (Part::Checks, ["", _]) => {
            Err(format!("It says why and not what: choose an answer in \"{}\".", column::MOVES))
        }
        (Part::Checks, [answer, why]) => Ok(Said::Check(word(answer)?, (*why).to_owned())),
        (Part::Needs, [asset, ""]) => Ok(Said::AnsweredBy((*asset).to_owned())),
        (Part::Needs, ["", reason]) => Ok(Said::NotNeeded((*reason).to_owned())),
        (Part::Needs, _) => Err(format!(
            "It is answered and not needed at once: leave \"{}\" or \"{}\" empty.",
            column::ANSWERED_BY,
            column::NOT_NEEDED
        )),
        (Part::NewNeeds, [stage, persona, kind, importance, text]) => {
            new_need([stage, persona, kind, importance, text]).map(Said::New)
        }
        _ => Err("This row cannot be read.".to_owned()),
    }
}

fn new_need([stage, persona, kind, importance, text]: [&str; 5]) -> Result<NewNeed, String> {
    for (cell, name) in [(text, column::NEED), (stage, column::STAGE)] {
        if cell.is_empty() {
            return Err(format!("\"{name}\" is empty: a need takes a stage and a text."));
        }
    }
    let kind = if kind.is_empty() { NeedKind::SalesNeed } else { word(kind)? };
    let importance = if importance.is_empty() { Importance::Should } else { word(importance)? };
    let [stage, persona, text] = [stage, persona, text].map(str::to_owned);
    Ok(NewNeed { stage, persona, kind, importance, text })
}

/// A word of ours, whatever its letters.
fn word<W: Word>(said: &str) -> Result<W, String> {
    let folded = fold(said).split_whitespace().collect::<Vec<_>>().join(" ");
    W::ALL.iter().copied().find(|word| word.as_word() == folded).ok_or_else(|| {
        let words: Vec<_> = W::ALL.iter().map(|word| word.as_word()).collect();
        let said: String = said.chars().take(60).collect();
        format!("\"{said}\" is not one of: {}.", words.join(", "))
    })
}
