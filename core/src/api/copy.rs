//! A copy of the workspace elsewhere: to keep, or to go on with where its own place fails.

use super::Context;
use super::edit::Nothing;
use super::file::{self, EXTENSION, Location, Session, WORKSPACE};
use crate::error::{Error, Result};
use crate::plan::{Copied, Plan};
use serde::{Deserialize, Serialize};
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
    let name = open.path.file_stem().unwrap_or_default().to_string_lossy();
    let suggested = format!("{name} copy.{EXTENSION}");
    let Some(mut target) = host.pick_target("Save a copy", &suggested, WORKSPACE) else {
        return Ok(None);
    };
    if target.extension().is_none() {
        target.set_extension(EXTENSION);
    }
    if open.is_at(&target) {
        return Err(Error::invalid("The copy needs another name than the workspace itself."));
    }
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
