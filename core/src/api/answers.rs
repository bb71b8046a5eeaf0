//! Answers out of the filled copy of what Ask sales wrote: read once, shown, and taken in as one
//! change. The window names no path.

use super::edit::Nothing;
use super::export::WORKBOOK;
use super::file::Location;
use super::{Context, keeping};
use crate::ask::{self, AnswerChoices, AnswersPreview, Filled, Part, TakenIn};
use crate::backup::Reason;
use crate::error::{Error, Result};
use crate::import::{Reader, Sheet, SourceKind, read_path};
use crate::plan::Outcome;
use std::ops::ControlFlow;
use std::path::Path;

/// Asks for the filled copy in a native dialog and shows what it would do; none when thought better
/// of it.
pub(super) fn read(context: Context<'_>, _: Nothing) -> Result<Option<AnswersPreview>> {
    let open = context.open()?;
    let Some(path) = context.host.pick_file("Read answers", WORKBOOK) else { return Ok(None) };
    let filled = read_answers(context, &path)?;
    let preview = preview_answers(context, &filled)?;
    open.hearing.set(filled);
    Ok(Some(preview))
}

/// Takes in the answers that were read.
pub(super) fn apply(context: Context<'_>, request: AnswerChoices) -> Result<Outcome<TakenIn>> {
    let open = context.open()?;
    let filled = open.hearing.get("There are no answers to take in. Choose the file again.")?;
    let taken = take_answers(context, &filled, &request)?;
    open.hearing.clear();
    Ok(taken)
}

/// Reads the answers at a path: `throughline answers`.
pub fn read_answers(context: Context<'_>, path: &Path) -> Result<Filled> {
    let workspace = context.view()?.workspace()?.id;
    let sheets = sheets(context, path)?;
    Filled::of(Location::of(path).name, &sheets, workspace)
}

/// The sheets with answers that are there. Each is read in a process of its own.
fn sheets(context: Context<'_>, path: &Path) -> Result<Vec<(Part, Sheet)>> {
    let progress = |_, _| ControlFlow::Continue(());
    let reader = Reader { workbooks: &|| context.host.workbook_reader(), progress: &progress };
    let mut sheets = Vec::new();
    for part in Part::ALL {
        match read_path(path, Some(part.sheet()), &reader) {
            Ok(sheet) if sheet.origin.kind == SourceKind::Workbook => sheets.push((part, sheet)),
            // A file of another kind has no sheets, and no answers.
            Ok(_) => break,
            Err(Error::Invalid { field: Some("sheet"), .. }) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(sheets)
}

/// What answers would do.
pub fn preview_answers(context: Context<'_>, filled: &Filled) -> Result<AnswersPreview> {
    context.coverage(None, |ledger| ask::preview(ledger, filled))?
}

/// Takes answers in as one change, once what is there is backed up.
pub fn take_answers(
    context: Context<'_>,
    filled: &Filled,
    choices: &AnswerChoices,
) -> Result<Outcome<TakenIn>> {
    let (open, by, today) = (context.open()?, context.by()?, context.today()?);
    open.plan.may_write()?;
    keeping::keep_now(context.host, Reason::BeforeImport);
    ask::take_in(&open.plan, (by, today), filled, choices)
}
