//! A copy of the workspace merged back: read once, shown, and applied as one change. The window names
//! no path; the copy is never changed.

use super::edit::Nothing;
use super::file::{Location, WORKSPACE};
use super::{Context, keeping};
use crate::backup::Reason;
use crate::error::{Error, Result};
use crate::merge::{self, Copy, MergeChoices, MergePreview, Merged};
use crate::plan::{Outcome, Plan, ReadOnly};
use std::path::Path;

/// Asks for a copy in a native dialog and shows what merging it would do; none when thought better
/// of it.
pub(super) fn read(context: Context<'_>, _: Nothing) -> Result<Option<MergePreview>> {
    let open = context.open()?;
    let Some(path) = context.host.pick_file("Merge a copy back", WORKSPACE) else {
        return Ok(None);
    };
    let copy = read_copy(context, &path)?;
    let preview = merge::preview(&open.plan, &copy)?;
    open.merging.set(copy);
    Ok(Some(preview))
}

/// Merges the copy that was read.
pub(super) fn apply(context: Context<'_>, request: MergeChoices) -> Result<Outcome<Merged>> {
    let open = context.open()?;
    let copy = open.merging.get("There is no copy to merge. Choose it again.")?;
    let merged = merge_copy(context, &copy, &request)?;
    open.merging.clear();
    Ok(merged)
}

/// Reads the copy at a path, which stays as it is: `throughline merge`.
pub fn read_copy(context: Context<'_>, path: &Path) -> Result<Copy> {
    let open = context.open()?;
    if open.is_at(path) {
        return Err(Error::invalid("This is the workspace itself. Choose a copy of it."));
    }
    let copy = Plan::look(path, ReadOnly::Protected)?;
    Copy::of(&open.plan, &copy, Location::of(path).name)
}

/// What merging a copy would do.
pub fn preview_copy(context: Context<'_>, copy: &Copy) -> Result<MergePreview> {
    merge::preview(&context.open()?.plan, copy)
}

/// Merges a copy as one change, once what is there is backed up.
pub fn merge_copy(
    context: Context<'_>,
    copy: &Copy,
    choices: &MergeChoices,
) -> Result<Outcome<Merged>> {
    let (open, by) = (context.open()?, context.by()?);
    open.plan.may_write()?;
    keeping::keep_now(context.host, Reason::BeforeImport);
    merge::apply(&open.plan, by, copy, choices)
}
