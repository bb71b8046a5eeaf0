//! `throughline answers`: the filled copy of what `throughline ask` wrote.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use throughline_core::api::{Context, preview_answers, read_answers, speaking, take_answers};
use throughline_core::ask::{
    AnswerChoices, AnswerCounts, AnswerItem, AnswersPreview, RowFault, TakenIn,
};
use throughline_core::model::{Answer, Word};

use super::{Said, json};
use crate::desk::Desk;

/// Take in the answers that somebody filled into a workbook of `throughline ask`, as one change that
/// undo takes back. Where somebody has answered otherwise since, the workspace stays as it is.
#[derive(Debug, Args)]
pub(super) struct Answers {
    /// The filled workbook, which stays as it is.
    file: PathBuf,
    /// The workspace that asked.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Who enters the answers; the first member of the team unless given.
    #[arg(long = "as", value_name = "NAME")]
    speaker: Option<String>,
    /// Say what would happen and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Where somebody has answered otherwise since, take what the file says.
    #[arg(long)]
    theirs: bool,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Answers {
    /// Takes the answers in and says what became of them, or says what would.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let speaker = speaking(&desk, self.speaker.as_deref())?;
        let context = Context { host: &desk, speaker };
        let filled = read_answers(context, &self.file)?;
        let preview = preview_answers(context, &filled)?;
        if self.dry_run {
            return Ok(self.said(&preview, &before(&preview)));
        }
        let conflicts = preview.items.iter().filter(|item| item.conflict && self.theirs);
        let choices = AnswerChoices { take: conflicts.map(|item| item.id).collect() };
        let taken = take_answers(context, &filled, &choices)?.value;
        Ok(self.said(&taken, &after(&taken)))
    }

    fn said(&self, what: &impl Serialize, lines: &[String]) -> String {
        if self.json { json(what) } else { lines.join("\n") }
    }
}

/// What the file says, in figures, and a line a conflict.
fn before(preview: &AnswersPreview) -> Vec<String> {
    let AnswerCounts { answered, changed, confirmed, conflicts, already, .. } = preview.counts;
    let AnswerCounts { needs_answered, needs_declined, needs_added, .. } = preview.counts;
    let mut lines = vec![
        format!("Answers of {}.", preview.member),
        format!(
            "Checks: {answered} answered, {changed} changed, {confirmed} confirmed, {conflicts} in \
             conflict"
        ),
        format!("Needs: {needs_answered} answered, {needs_declined} declined, {needs_added} added"),
        format!("{already} are here already."),
    ];
    lines.extend(preview.items.iter().filter(|item| item.conflict).map(conflict));
    lines.extend(preview.faults.iter().map(fault));
    lines.push("Nothing was changed: this was a dry run.".to_owned());
    lines
}

fn conflict(item: &AnswerItem) -> String {
    let AnswerItem { name, place, .. } = item;
    let here = item.here.as_ref().map_or("nothing", |here| here.answer.as_word());
    let theirs = item.answer.map_or("nothing", Answer::as_word);
    format!("Conflict: \"{name}\", {place}: here {here}, in the file {theirs}")
}

fn after(taken: &TakenIn) -> Vec<String> {
    let TakenIn { checks, needs, kept, already, .. } = taken;
    let mut lines = vec![format!(
        "{checks} checks and {needs} needs came in, {kept} conflicts stayed as they are here, \
         {already} were here already."
    )];
    lines.extend(taken.faults.iter().map(fault));
    lines
}

fn fault(fault: &RowFault) -> String {
    format!("Not taken: {}, row {}: {}", fault.sheet, fault.row, fault.reason)
}
