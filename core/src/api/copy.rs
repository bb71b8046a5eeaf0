//! A copy of the workspace elsewhere: to keep, or to go on with where its own place fails.

use super::edit::Nothing;
use super::file::{self, EXTENSION, Location, Session, WORKSPACE};
use super::{Context, Open};
use crate::error::{Error, Result};
use crate::nameless::nameless;
use crate::plan::{Copied, Plan};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// What to do with the copy.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveCopy {
    /// Work goes on in the copy.
    pub go_on: bool,
}

/// The copy that was saved.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedCopy {
    /// Where it is.
    pub location: Location,
    /// It holds the plan alone: the file with the history can no longer be read.
    pub without_history: bool,
    /// What is open now.
    pub session: Session,
}

/// Asks where, and saves a copy there; `None` when thought better of it.
pub(super) fn save(context: Context<'_>, request: SaveCopy) -> Result<Option<SavedCopy>> {
    let host = context.host;
    let open = context.open()?;
    let Some(target) = target(context, &open, "Save a copy", "copy")? else { return Ok(None) };
    let copied = open.plan.save_copy(&target, context.host.now())?;
    if request.go_on {
        let plan = Plan::open(&target, &file::opening(host))?;
        file::take(host, &target, plan);
    }
    Ok(Some(SavedCopy {
        location: Location::of(&target),
        without_history: copied == Copied::WithoutHistory,
        session: file::session(context, Nothing {})?,
    }))
}

/// Asks where, and saves a copy there without the people who are named in it and without history;
/// `None` when thought better of it.
pub(super) fn save_nameless(context: Context<'_>, _: Nothing) -> Result<Option<Location>> {
    let open = context.open()?;
    let asked = target(context, &open, "Save a copy without names", "without names")?;
    let Some(target) = asked else { return Ok(None) };
    open.plan.save_form(&target, context.host.now(), &nameless(&open.plan.view()))?;
    Ok(Some(Location::of(&target)))
}

/// Saves a copy at a path where nothing is yet: `throughline copy`.
pub fn save_copy(context: Context<'_>, target: &Path, without_names: bool) -> Result<()> {
    let open = context.open()?;
    if target.exists() {
        let there = format!("{} exists already. Choose another name.", target.display());
        return Err(Error::invalid(there));
    }
    let now = context.host.now();
    if without_names {
        return open.plan.save_form(target, now, &nameless(&open.plan.view()));
    }
    open.plan.save_copy(target, now).map(drop)
}

/// Where whoever is asked wants the copy; never where the workspace itself is.
fn target(context: Context<'_>, open: &Open, title: &str, what: &str) -> Result<Option<PathBuf>> {
    let name = open.path.file_stem().unwrap_or_default().to_string_lossy();
    let suggested = format!("{name} {what}.{EXTENSION}");
    let Some(mut target) = context.host.pick_target(title, &suggested, WORKSPACE) else {
        return Ok(None);
    };
    if target.extension().is_none() {
        target.set_extension(EXTENSION);
    }
    if open.is_at(&target) {
        return Err(Error::invalid("The copy needs another name than the workspace itself."));
    }
    Ok(Some(target))
}
