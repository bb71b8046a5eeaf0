//! Workspaces as files: new, open, recent; and what a window needs to know when it starts.

use super::edit::Nothing;
use super::host::Refused;
use super::keeping::{self, BackupState};
use super::place::{self, Shared};
use super::refused::{self, RefusedFile};
use super::{Context, FileKind, Host, Open, visits};
use crate::backup::{Backups, Reason};
use crate::error::{ApiError, Error, Result};
use crate::file;
use crate::id::MemberId;
use crate::model::{Architecture, Member, Workspace};
use crate::plan::{By, Done, Holder, Opening, Plan, Preset, ReadOnly, Setup};
use crate::sample;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;

/// The ending of a workspace's file name.
pub const EXTENSION: &str = "throughline";

/// A workspace, as dialogs name it.
pub(super) const WORKSPACE: FileKind =
    FileKind { name: "Throughline workspace", ending: EXTENSION };

/// What is open, and what could be.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// The open workspace, if any.
    pub open: Option<OpenWorkspace>,
    /// The file that was to be opened last and was not, with the ways on from there.
    pub refused: Option<RefusedFile>,
    /// Workspaces opened before, the latest first; those whose file is gone are left out.
    pub recent: Vec<Location>,
    /// The name of whoever sits at the machine.
    pub user_name: String,
    /// The folder in which new workspaces are kept.
    pub folder: String,
    /// The version of the program.
    pub version: String,
}

/// An open workspace.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenWorkspace {
    /// Where it is.
    pub location: Location,
    /// Its facts.
    pub workspace: Workspace,
    /// Who works on it.
    pub members: Vec<Member>,
    /// Why it can only be read here; `None` where it can be changed.
    pub read_only: Option<ReadOnly>,
    /// It lies where several computers write: what keeps it there.
    pub shared: Option<Shared>,
    /// How its backups stand.
    pub backup: BackupState,
    /// What undo would take back.
    pub undo: Option<Done>,
    /// What redo would bring again.
    pub redo: Option<Done>,
    /// How much is in it, to know whether it is still empty.
    pub size: Size,
}

/// How much a workspace holds.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Size {
    /// Personas.
    pub personas: u32,
    /// Stages of all journeys.
    pub stages: u32,
    /// Assets.
    pub assets: u32,
    /// Placements.
    pub placements: u32,
}

/// Where a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Location {
    /// The whole path.
    pub path: String,
    /// The file's name without its ending.
    pub name: String,
    /// The folder.
    pub folder: String,
}

/// A new workspace.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct New {
    /// The company or team.
    pub name: String,
    /// Who starts it; whoever sits at the machine unless given.
    #[serde(default)]
    #[ts(optional)]
    pub member: Option<String>,
    /// Its first journey.
    pub preset: Preset,
    /// ISO 4217 code; EUR unless given.
    #[serde(default)]
    #[ts(optional)]
    pub currency: Option<String>,
}

/// Names a workspace opened before.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ByPath {
    /// Its path, as [`Session`] gave it.
    pub path: String,
}

impl Location {
    pub(super) fn of(path: &Path) -> Self {
        let text = |part: Option<&std::ffi::OsStr>| {
            part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
        };
        Self {
            path: path.display().to_string(),
            name: text(path.file_stem()),
            folder: text(path.parent().map(Path::as_os_str)),
        }
    }
}

/// What is open, and what could be.
pub(super) fn session(context: Context<'_>, _: Nothing) -> Result<Session> {
    let host = context.host;
    let recent = host.recent();
    Ok(Session {
        open: host.opened().map(|open| describe(&open)).transpose()?,
        refused: refused::told(host),
        recent: recent.iter().filter(|path| path.exists()).map(|p| Location::of(p)).collect(),
        user_name: host.user_name(),
        folder: host.documents().display().to_string(),
        version: host.version().to_owned(),
    })
}

fn describe(open: &Open) -> Result<OpenWorkspace> {
    let view = open.plan.view();
    let (undo, redo) = open.plan.undo_redo()?;
    Ok(OpenWorkspace {
        location: Location::of(&open.path),
        workspace: Workspace::clone(view.workspace()?),
        members: view.members.in_order().iter().map(|member| Member::clone(member)).collect(),
        read_only: open.plan.read_only().cloned(),
        shared: place::shared(&open.path),
        backup: open.keeping.told(),
        undo,
        redo,
        size: size(&view),
    })
}

fn size(view: &Architecture) -> Size {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Size {
        personas: count(view.personas.len()),
        stages: count(view.stages.len()),
        assets: count(view.assets.len()),
        placements: count(view.placements.len()),
    }
}

/// Makes a workspace in the usual folder and opens it.
pub(super) fn new(context: Context<'_>, request: New) -> Result<Session> {
    let folder = context.host.documents();
    std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, error))?;
    let path = free_path(&folder, &request.name);
    create_at(context, &path, request)?;
    session(context, Nothing {})
}

/// Makes a workspace at a path and opens it.
pub fn create_at(context: Context<'_>, path: &Path, request: New) -> Result<Option<MemberId>> {
    let host = context.host;
    let setup = Setup {
        name: request.name,
        currency: request.currency.unwrap_or_else(|| "EUR".to_owned()),
        time_zone: host.time_zone(),
        member: request.member.unwrap_or_else(|| host.user_name()),
        preset: request.preset,
    };
    let plan = Plan::create(path, By { member: None, at: host.now() }, setup)?;
    let first = plan.view().members.iter().next().map(|member| member.id);
    take(host, path, plan);
    Ok(first)
}

/// Makes the sample workspace in the usual folder and opens it.
pub(super) fn sample(context: Context<'_>, _: Nothing) -> Result<Session> {
    let folder = context.host.documents();
    std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, error))?;
    sample_at(context, &free_path(&folder, sample::COMPANY))?;
    session(context, Nothing {})
}

/// Makes the sample workspace at a path and opens it: `throughline new FILE --sample`.
pub fn sample_at(context: Context<'_>, path: &Path) -> Result<()> {
    let host = context.host;
    let plan = sample::create(path, host.now(), host.time_zone())?;
    take(host, path, plan);
    Ok(())
}

/// A path for a new workspace of that name: characters that no file system minds, and a number
/// where the name is taken.
pub(super) fn free_path(folder: &Path, name: &str) -> PathBuf {
    let numbered = |n: u32| folder.join(file::numbered(name, n, EXTENSION));
    let taken = (1..10_000).map(numbered).find(|path| !path.exists());
    taken.unwrap_or_else(|| numbered(10_000))
}

/// Asks for a workspace in a native dialog and opens it.
pub(super) fn open(context: Context<'_>, _: Nothing) -> Result<Session> {
    if let Some(path) = context.host.pick_file("Open a workspace", WORKSPACE) {
        open_at(context, &path)?;
    }
    session(context, Nothing {})
}

/// Opens a workspace opened before.
pub(super) fn reopen(context: Context<'_>, request: ByPath) -> Result<Session> {
    let path = PathBuf::from(request.path);
    if !context.host.recent().contains(&path) {
        return Err(Error::invalid("Only a workspace from the list can be opened this way."));
    }
    open_at(context, &path)?;
    session(context, Nothing {})
}

/// Opens the workspace at a path in place of the one that is open. Where that fails, the one that is
/// open stays, and the host remembers what was refused.
pub fn open_at(context: Context<'_>, path: &Path) -> Result<()> {
    let host = context.host;
    let writes = |open: &Open| open.is_itself() && open.plan.read_only().is_none();
    if host.opened().is_some_and(|open| open.is_at(path) && writes(&open)) {
        host.refuse(None);
        return Ok(());
    }
    let plan = Plan::open(path, &opening(host)).inspect_err(|error| {
        host.refuse(Some(Refused { path: path.to_owned(), reason: ApiError::told(error) }));
    })?;
    take(host, path, plan);
    Ok(())
}

/// Holds a plan in place of the one that is open, of which a last backup is made.
pub(super) fn take(host: &dyn Host, path: &Path, plan: Plan) {
    keeping::keep_now(host, Reason::Regular);
    visits::leave(host);
    host.refuse(None);
    host.hold(Some(Arc::new(Open::new(path, plan))));
}

/// In whose name workspaces are opened here.
pub(super) fn opening(host: &dyn Host) -> Opening {
    let holder = Holder { user: host.user_name(), computer: host.computer(), at: host.now() };
    Opening { holder, backups: Backups::kept_in(host.backups()) }
}

/// Closes the workspace; its file alone holds everything then, and so does a backup.
pub fn put_down(host: &dyn Host) {
    keeping::keep_now(host, Reason::Regular);
    visits::leave(host);
    host.hold(None);
}

/// Closes the workspace.
pub(super) fn close(context: Context<'_>, _: Nothing) -> Result<Session> {
    put_down(context.host);
    session(context, Nothing {})
}
