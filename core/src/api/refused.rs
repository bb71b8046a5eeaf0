//! A file that was not opened: why, and the ways on from there. Nothing here changes the file; the
//! window never names a path.

use super::edit::Nothing;
use super::file::{self, EXTENSION, Location, Session};
use super::host::{Open, Refused};
use super::{Context, Host};
use crate::backup::{Backups, Shelf};
use crate::error::{Code, Error, Result};
use crate::plan::{self, Plan, ReadOnly, Rescued};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;

/// The file that was not opened.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefusedFile {
    /// Where it is.
    pub location: Location,
    /// Why, to branch on.
    pub code: Code,
    /// Why, in words.
    pub message: String,
    /// How many backups there are of it.
    pub backups: usize,
    /// What can be read of it can be saved to a new file.
    pub can_rescue: bool,
    /// What can be read of it can be looked at.
    pub can_read_copy: bool,
}

/// What came of saving what can be read.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Saved {
    /// What was saved, and what is lost.
    pub rescued: Rescued,
    /// The new file is open.
    pub session: Session,
}

pub(super) fn told(host: &dyn Host) -> Option<RefusedFile> {
    let Refused { path, reason } = host.refused()?;
    let shelves = Backups::kept_in(host.backups()).for_file(&path, None);
    let code = reason.code;
    let readable = matches!(code, Code::Damaged | Code::Changed | Code::Newer | Code::Invalid);
    Some(RefusedFile {
        location: Location::of(&path),
        code,
        message: reason.message,
        backups: shelves.iter().map(|shelf: &Shelf| shelf.list().len()).sum(),
        can_rescue: readable,
        can_read_copy: code == Code::Newer,
    })
}

fn refused(context: Context<'_>) -> Result<Refused> {
    let none = || Error::invalid("No file was refused. Open it again.");
    context.host.refused().ok_or_else(none)
}

/// Tries to open the file again.
pub(super) fn retry(context: Context<'_>, _: Nothing) -> Result<Session> {
    file::open_at(context, &refused(context)?.path)?;
    file::session(context, Nothing {})
}

/// Goes back to what was open.
pub(super) fn forget(context: Context<'_>, _: Nothing) -> Result<Session> {
    context.host.refuse(None);
    file::session(context, Nothing {})
}

/// Saves what can be read to a new file and opens that.
pub(super) fn rescue(context: Context<'_>, _: Nothing) -> Result<Saved> {
    let path = refused(context)?.path;
    let (target, rescued) = rescue_beside(context.host, &path)?;
    file::open_at(context, &target)?;
    Ok(Saved { rescued, session: file::session(context, Nothing {})? })
}

/// Beside the file, or in the usual folder where nothing can be written beside it.
fn rescue_beside(host: &dyn Host, path: &Path) -> Result<(PathBuf, Rescued)> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem} - what could be read");
    let beside = path.parent().map(|folder| file::free_path(folder, &name));
    if let Some(target) = beside {
        match plan::rescue(path, &target, host.now()) {
            Ok(rescued) => return Ok((target, rescued)),
            Err(Error::Io { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let folder = host.documents();
    std::fs::create_dir_all(&folder).map_err(|fault| Error::io(&folder, fault))?;
    let target = file::free_path(&folder, &name);
    let rescued = plan::rescue(path, &target, host.now())?;
    Ok((target, rescued))
}

/// Shows what can be read of a file of a newer version, for reading. The file stays as it is.
pub(super) fn read_copy(context: Context<'_>, _: Nothing) -> Result<Session> {
    let host = context.host;
    let path = refused(context)?.path;
    let folder = tempfile::tempdir().map_err(|fault| Error::io(&std::env::temp_dir(), fault))?;
    let copy = folder.path().join(format!("copy.{EXTENSION}"));
    plan::rescue(&path, &copy, host.now())?;
    let plan = Plan::open_to_read(&copy, ReadOnly::Newer)?;
    let behind = host.opened();
    host.refuse(None);
    host.hold(Some(Arc::new(Open::look(path, plan, behind))));
    file::session(context, Nothing {})
}
