//! `throughline merge`: what was done in a copy of a workspace comes back.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use throughline_core::api::{Context, merge_copy, preview_copy, read_copy, speaking};
use throughline_core::merge::{
    Became, MergeChoice, MergeChoices, MergeCount, MergeItem, MergePreview, Merged, NotTaken,
};

use super::{Said, json};
use crate::desk::Desk;

/// Merge a copy back: what people said and decided in it comes in, as one change that undo takes
/// back. Where both sides changed the same, the workspace stays as it is.
#[derive(Debug, Args)]
pub(super) struct Merge {
    /// The copy, which stays as it is.
    copy: PathBuf,
    /// The workspace that it is a copy of.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Say what would happen and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Where both sides changed the same, take what the copy says; nothing is deleted.
    #[arg(long)]
    theirs: bool,
    /// Also take what was changed in the plan itself; unless said, only where nothing conflicts.
    #[arg(long, value_name = "YES", num_args = 0..=1, default_missing_value = "true")]
    plan: Option<bool>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Merge {
    /// Merges and says what came in, or says what would.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: speaking(&desk, None)? };
        let copy = read_copy(context, &self.copy)?;
        let preview = preview_copy(context, &copy)?;
        if self.dry_run {
            return Ok(self.said(&preview, &before(&preview)));
        }
        let conflicts = preview.items.iter().filter(|item| item.conflict && self.theirs);
        let conflicts = conflicts.filter(|item| item.became != Became::Deleted);
        let take = conflicts.map(theirs).collect();
        let choices = MergeChoices { also_plan: self.plan, take };
        let merged = merge_copy(context, &copy, &choices)?.value;
        Ok(self.said(&merged, &after(&merged)))
    }

    fn said(&self, what: &impl Serialize, lines: &[String]) -> String {
        if self.json { json(what) } else { lines.join("\n") }
    }
}

fn theirs(item: &MergeItem) -> MergeChoice {
    MergeChoice { kind: item.kind, id: item.id, fields: Vec::new() }
}

/// What the copy has otherwise, a line a kind and a line a conflict.
fn before(preview: &MergePreview) -> Vec<String> {
    let kind = |count: &MergeCount| {
        let MergeCount { kind, new, changed, deleted, conflicts } = count;
        format!(
            "{}: {new} new, {changed} changed, {deleted} deleted, {conflicts} in conflict",
            kind.noun()
        )
    };
    let mut lines: Vec<String> = preview.counts.iter().map(kind).collect();
    if lines.is_empty() {
        lines.push("The copy has nothing that is not here.".to_owned());
    }
    for item in preview.items.iter().filter(|item| item.conflict) {
        lines.push(format!("Conflict: {} \"{}\"", item.kind.noun(), item.name));
        let fields = item.fields.iter().filter(|field| field.conflict);
        lines.extend(fields.map(|field| {
            format!("  {}: here {}, in the copy {}", field.name, field.ours, field.theirs)
        }));
    }
    lines.extend(preview.refused.iter().map(refused));
    lines.push("Nothing was changed: this was a dry run.".to_owned());
    lines
}

fn after(merged: &Merged) -> Vec<String> {
    let Merged { taken, deleted, kept, .. } = merged;
    let mut lines = vec![format!(
        "{taken} came in, {deleted} were deleted, {kept} conflicts stayed as they are here."
    )];
    lines.extend(merged.refused.iter().map(refused));
    lines
}

fn refused(one: &NotTaken) -> String {
    format!("Not taken: {} \"{}\": {}", one.kind.noun(), one.name, one.reason)
}
