//! Content in: files sent by the window in pieces, or a folder picked in a native dialog, are
//! staged with the open workspace; a preview is worked out from them as often as the mapping
//! changes, and applied once. The window never names a path.

use super::edit::Nothing;
use super::{Context, Open, keeping};
use crate::backup::Reason;
use crate::error::{Error, OrInvalid, Result};
use crate::import::{self, Imported, NamedFile, Preview, Sheet};
use crate::model::MappingFields;
use crate::plan::Outcome;
use base64::Engine;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ts_rs::TS;

/// All that is sent for one import, together.
const SIZE_LIMIT: usize = 512 * 1024 * 1024;

/// What is staged for import into a workspace: one source at a time.
#[derive(Debug, Default)]
pub struct Staging {
    files: Mutex<Vec<NamedFile>>,
    sheet: Mutex<Option<Arc<Sheet>>>,
    run: Arc<Run>,
}

/// How far the work under way is, and whether it is still wanted.
#[derive(Debug, Default)]
struct Run {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Staging {
    fn clear(&self) {
        held(&self.files).clear();
        *held(&self.sheet) = None;
    }

    fn sheet(&self) -> Result<Arc<Sheet>> {
        let none = || Error::invalid("There is no file to import. Choose it again.");
        held(&self.sheet).clone().ok_or_else(none)
    }
}

impl Run {
    fn start(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
        self.total.store(0, Ordering::Relaxed);
    }

    fn note(&self, done: usize, total: usize) -> ControlFlow<()> {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}

/// Forgets what was staged before and waits for files.
pub(super) fn begin(context: Context<'_>, _: Nothing) -> Result<()> {
    context.open()?.staging.clear();
    Ok(())
}

/// A piece of a file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// The file's name; within a folder, its path from there.
    pub name: String,
    /// The next bytes of it, as base64.
    pub bytes: String,
}

/// Takes the next piece of a file. A new name begins the next file.
pub(super) fn piece(context: Context<'_>, request: Piece) -> Result<()> {
    let open = context.open()?;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(&request.bytes)
        .or_invalid("bytes", "This piece of the file did not arrive whole. Try again.")?;
    let mut files = held(&open.staging.files);
    let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    if size + bytes.len() > SIZE_LIMIT {
        files.clear();
        return Err(Error::Unreadable("More than 512 MB cannot be imported at once.".to_owned()));
    }
    match files.last_mut().filter(|(name, _)| *name == request.name) {
        Some((_, all)) => all.extend(bytes),
        None => files.push((request.name, bytes)),
    }
    Ok(())
}

/// Which part of a workbook.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReadStaged {
    /// The sheet; the first one with content unless given.
    pub sheet: Option<String>,
}

/// Reads what was sent and shows what it would do, with a guessed or remembered mapping.
pub(super) fn read(context: Context<'_>, request: ReadStaged) -> Result<Preview> {
    let open = context.open()?;
    let files = held(&open.staging.files).clone();
    let sheet = import::read_files(files, request.sheet.as_deref())?;
    stage(&open, sheet)
}

/// Asks for a folder in a native dialog, reads it and shows what it would do; none when thought
/// better of it.
pub(super) fn folder(context: Context<'_>, _: Nothing) -> Result<Option<Preview>> {
    let open = context.open()?;
    let Some(path) = context.host.pick_folder() else { return Ok(None) };
    open.staging.clear();
    stage(&open, import::read_path(&path, None)?).map(Some)
}

fn stage(open: &Open, sheet: Sheet) -> Result<Preview> {
    *held(&open.staging.sheet) = Some(Arc::new(sheet));
    preview_of(open, None)
}

fn preview_of(open: &Open, mapping: Option<MappingFields>) -> Result<Preview> {
    let run = Arc::clone(&open.staging.run);
    run.start();
    let note = |done, total| run.note(done, total);
    import::preview(&*open.staging.sheet()?, mapping, &open.plan.view(), &note)
}

/// How a staged source is to be read.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnderMapping {
    /// As the last preview gave it, changed or not.
    pub mapping: MappingFields,
}

/// Shows what the staged source would do under a mapping.
pub(super) fn preview(context: Context<'_>, request: UnderMapping) -> Result<Preview> {
    preview_of(&*context.open()?, Some(request.mapping))
}

/// Imports the staged source under a mapping: all of it in one change.
pub(super) fn apply(context: Context<'_>, request: UnderMapping) -> Result<Outcome<Imported>> {
    let by = context.by()?;
    let open = context.open()?;
    let sheet = open.staging.sheet()?;
    let run = Arc::clone(&open.staging.run);
    run.start();
    let note = |done, total| run.note(done, total);
    keeping::keep_now(context.host, Reason::BeforeImport);
    let imported = import::import(&open.plan, by, &sheet, &request.mapping, &note)?;
    open.staging.clear();
    Ok(imported)
}

/// How far the work under way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// Rows seen to.
    pub done: usize,
    /// Rows in all; 0 while nothing is under way.
    pub total: usize,
}

/// How far the work under way is.
pub(super) fn progress(context: Context<'_>, _: Nothing) -> Result<Progress> {
    let open = context.open()?;
    let run = &open.staging.run;
    let read = |number: &AtomicUsize| number.load(Ordering::Relaxed);
    Ok(Progress { done: read(&run.done), total: read(&run.total) })
}

/// Ends the work under way; nothing of it is kept.
pub(super) fn cancel(context: Context<'_>, _: Nothing) -> Result<()> {
    context.open()?.staging.run.cancelled.store(true, Ordering::Relaxed);
    Ok(())
}
