//! The plan as one JSON document: saved like the other exports, and opened as a new workspace. The
//! window never names a path.

use super::edit::Nothing;
use super::export::{SavedFile, check, with_ending};
use super::file::{self, Session};
use super::{Context, FileKind};
use crate::document;
use crate::error::{Error, Result};
use crate::file as files;
use crate::model::Architecture;
use crate::plan::{By, Plan};
use std::path::Path;

/// The plan, as dialogs name it.
const PLAN: FileKind = FileKind { name: "Plan (JSON)", ending: "json" };

/// Asks where to and saves the plan; none when thought better of it.
pub(super) fn save(context: Context<'_>, _: Nothing) -> Result<Option<SavedFile>> {
    let workspace = context.view()?.workspace()?.name.clone();
    let name = files::file_name(&format!("{workspace} plan"), PLAN.ending);
    let Some(path) = context.host.pick_target("Save the plan", &name, PLAN) else {
        return Ok(None);
    };
    save_plan(context, &with_ending(path, PLAN.ending)).map(Some)
}

/// Saves the plan at a path.
pub fn save_plan(context: Context<'_>, path: &Path) -> Result<SavedFile> {
    let view = context.view()?;
    check(context, path)?;
    files::replace(path, |out| document::write(&view, out))?;
    Ok(SavedFile::at(path))
}

/// Asks for a saved plan in a native dialog, makes a workspace of it in the usual folder and opens
/// that; what is open stays when thought better of it.
pub(super) fn open(context: Context<'_>, _: Nothing) -> Result<Session> {
    let host = context.host;
    if let Some(source) = host.pick_file("Open a saved plan", PLAN) {
        let plan = read_plan(&source)?;
        let folder = host.documents();
        std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, error))?;
        let path = file::free_path(&folder, &plan.workspace()?.name);
        make(context, &plan, &path)?;
    }
    file::session(context, Nothing {})
}

/// Makes a workspace of a saved plan at a path and opens it: `throughline new FILE --from`.
pub fn plan_at(context: Context<'_>, source: &Path, path: &Path) -> Result<()> {
    make(context, &read_plan(source)?, path)
}

fn make(context: Context<'_>, plan: &Architecture, path: &Path) -> Result<()> {
    let host = context.host;
    let by = By { member: None, at: host.now() };
    let made = Plan::adopt(path, by, &host.user_name(), plan)?;
    file::take(host, path, made);
    Ok(())
}

fn read_plan(source: &Path) -> Result<Architecture> {
    let about = std::fs::metadata(source).map_err(|fault| Error::io(source, fault))?;
    if about.len() > document::SIZE_LIMIT {
        return Err(document::too_large());
    }
    let bytes = std::fs::read(source).map_err(|fault| Error::io(source, fault))?;
    document::read(&bytes)
}
