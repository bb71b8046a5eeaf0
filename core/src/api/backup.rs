//! Backups: what there is, a look at one, one in place of what is there.

use super::edit::Nothing;
use super::file::{self, Location, Session};
use super::keeping::{self, BackupState};
use super::{Context, Open};
use crate::backup::{Backup, Backups, Reason, Shelf};
use crate::error::{Error, Result};
use crate::model::Millis;
use crate::plan::log::{Edit, EditFilter, edit_time, edits};
use crate::plan::{Plan, ReadOnly, cleanse, marks_of, place_backup};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;

/// A backup.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupRow {
    /// Its name among those of its workspace.
    pub name: String,
    /// The state it holds.
    pub at: Millis,
    /// What it was made for.
    pub reason: Reason,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// How many edits were made since; `None` where the workspace cannot be read, or was put back
    /// to an earlier state since.
    #[ts(type = "number | null")]
    pub edits_since: Option<i64>,
}

/// The backups of the workspace that is open, or of the one that was refused.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupList {
    /// The workspace.
    pub location: Location,
    /// The folder they are in; none before the first.
    pub folder: Option<String>,
    /// All, the latest first.
    pub backups: Vec<BackupRow>,
    /// How they stand.
    pub state: BackupState,
}

/// Names a backup.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ByName {
    /// Its name, as the list gave it.
    pub name: String,
}

/// What was done since a backup.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SinceBackup {
    /// The latest edits since, the latest first.
    pub edits: Vec<Edit>,
}

/// So many edits show what was done.
const SHOWN: u32 = 50;

/// Whose backups are meant: of the open workspace, of the one behind a look at a backup, or of the
/// one that was refused.
struct Subject {
    path: PathBuf,
    open: Option<Arc<Open>>,
}

fn subject(context: Context<'_>) -> Result<Subject> {
    if let Some(refused) = context.host.refused() {
        return Ok(Subject { path: refused.path, open: None });
    }
    let open = context.open()?;
    Ok(match &open.look {
        Some(look) => Subject { path: look.path.clone(), open: look.behind.clone() },
        None => Subject { path: open.path.clone(), open: Some(open) },
    })
}

impl Subject {
    fn shelves(&self, context: Context<'_>) -> Vec<Shelf> {
        let workspace = self
            .open
            .as_ref()
            .and_then(|open| open.plan.view().workspace().ok().map(|workspace| workspace.id));
        Backups::kept_in(context.host.backups()).for_file(&self.path, workspace)
    }

    fn file_of(&self, context: Context<'_>, name: &str) -> Result<(Backup, PathBuf)> {
        let found = self.shelves(context).into_iter().find_map(|shelf| {
            let backup = shelf.list().into_iter().find(|backup| backup.name == name)?;
            Some((backup, shelf.path_of(name)?))
        });
        found.ok_or_else(|| {
            Error::invalid("This backup is no longer there. It made room for newer ones.")
        })
    }

    /// Takes those who were erased out of a backup, so that it never shows them: by what the
    /// workspace knows of them, or, where it cannot be read, its file and its latest backup do.
    fn cleanse(&self, context: Context<'_>, file: &Path) -> Result<()> {
        let mut marks = match &self.open {
            Some(open) => open.plan.marks()?,
            None => marks_of(&self.path),
        };
        for shelf in self.shelves(context).iter().filter(|_| self.open.is_none()) {
            let latest = shelf.list().pop().and_then(|latest| shelf.path_of(&latest.name));
            marks.join(latest.map(|latest| marks_of(&latest)).unwrap_or_default());
        }
        cleanse(file, &marks).map(drop)
    }
}

/// The backups there are.
pub(super) fn list(context: Context<'_>, _: Nothing) -> Result<BackupList> {
    let subject = subject(context)?;
    let shelves = subject.shelves(context);
    let mut backups: Vec<Backup> = shelves.iter().flat_map(Shelf::list).collect();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    Ok(BackupList {
        location: Location::of(&subject.path),
        folder: shelves.first().map(|shelf| shelf.folder().display().to_string()),
        backups: backups.into_iter().map(|one| row(one, subject.open.as_deref())).collect(),
        state: subject.open.map(|open| open.keeping.told()).unwrap_or_default(),
    })
}

fn row(backup: Backup, open: Option<&Open>) -> BackupRow {
    let edits_since = open.and_then(|open| edits_since(&backup, &open.plan));
    let Backup { name, at, reason, size, .. } = backup;
    BackupRow { name, at, reason, size, edits_since }
}

/// How many edits lead from a backup to the plan; `None` where none do.
fn edits_since(backup: &Backup, plan: &Plan) -> Option<i64> {
    let since = plan.last_edit().ok()? - backup.edit;
    // Another edit of that number, made after the backup: the plan was put back before it meanwhile.
    let made = edit_time(plan, backup.edit).ok()?;
    (since >= 0 && made.is_none_or(|made| made <= backup.at)).then_some(since)
}

/// What was done since a backup.
pub(super) fn since(context: Context<'_>, request: ByName) -> Result<SinceBackup> {
    let subject = subject(context)?;
    let (backup, _) = subject.file_of(context, &request.name)?;
    let Some(open) = &subject.open else { return Ok(SinceBackup { edits: Vec::new() }) };
    let filter = EditFilter { limit: SHOWN, ..EditFilter::default() };
    let mut edits = edits(&open.plan, &filter, "")?;
    edits.retain(|edit| edit.done.seq > backup.edit);
    Ok(SinceBackup { edits })
}

/// Makes a backup of what is saved now.
pub(super) fn make(context: Context<'_>, _: Nothing) -> Result<BackupRow> {
    let backup = keeping::back_up(context, Reason::Asked)?;
    Ok(row(backup, Some(&*context.open()?)))
}

/// Shows a backup, for reading, in place of the workspace; [`leave`] goes back to it.
pub(super) fn look(context: Context<'_>, request: ByName) -> Result<Session> {
    let subject = subject(context)?;
    let (backup, file) = subject.file_of(context, &request.name)?;
    subject.cleanse(context, &file)?;
    let plan = Plan::look(&file, ReadOnly::Backup { at: backup.at })?;
    context.host.hold(Some(Arc::new(Open::look(subject.path, plan, subject.open))));
    file::session(context, Nothing {})
}

/// Goes back from a look at a backup.
pub(super) fn leave(context: Context<'_>, _: Nothing) -> Result<Session> {
    if let Some(look) = &context.open()?.look {
        context.host.hold(look.behind.clone());
    }
    file::session(context, Nothing {})
}

/// Puts a backup in place of the workspace. What was there stays: as a backup where it could be
/// read, else as the file itself, set aside.
pub(super) fn restore(context: Context<'_>, request: ByName) -> Result<Session> {
    let subject = subject(context)?;
    let (_, file) = subject.file_of(context, &request.name)?;
    subject.cleanse(context, &file)?;
    if let Some(open) = subject.open {
        open.plan.may_write()?;
        context.host.hold(Some(Arc::clone(&open)));
        keeping::back_up(context, Reason::BeforeRestore)?;
        open.plan.restore(&file)?;
    } else {
        place_backup(&file, &subject.path, &file::opening(context.host))?;
        file::open_at(context, &subject.path)?;
    }
    file::session(context, Nothing {})
}
