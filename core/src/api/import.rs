//! Content in: files sent by the window in pieces, or a folder picked in a native dialog, are
//! staged with the open workspace; a preview is worked out from them as often as the mapping
//! changes, and applied once. The window never names a path.

use super::edit::Nothing;
use super::facts::StagedFacts;
use super::{Context, Open, keeping};
use crate::backup::Reason;
use crate::error::{Error, OrInvalid, Result};
use crate::import::{self, Imported, NamedFile, Preview, Reader, Sheet};
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
    pub(super) files: Mutex<Vec<NamedFile>>,
    pub(super) facts: StagedFacts,
    sheet: Mutex<Option<Arc<Sheet>>>,
    run: Mutex<Arc<Run>>,
}

/// How far the work under way is, and whether it is still wanted.
#[derive(Debug, Default)]
pub(super) struct Run {
    done: AtomicUsize,
    total: AtomicUsize,
    in_rows: AtomicBool,
    cancelled: AtomicBool,
}

pub(super) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Staging {
    /// Forgets all, and ends the work on it.
    pub(super) fn clear(&self) {
        self.cancel();
        *held(&self.files) = Vec::new();
        *held(&self.facts) = None;
        *held(&self.sheet) = None;
    }

    fn cancel(&self) {
        held(&self.run).cancelled.store(true, Ordering::Relaxed);
    }

    /// Begins work of its own, so that cancelling what was under way before stays with that.
    pub(super) fn start(&self) -> Arc<Run> {
        let run = Arc::<Run>::default();
        *held(&self.run) = Arc::clone(&run);
        run
    }

    fn sheet(&self) -> Result<Arc<Sheet>> {
        let none = || Error::invalid("There is no file to import. Choose it again.");
        held(&self.sheet).clone().ok_or_else(none)
    }
}

impl Run {
    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    pub(super) fn note(&self, done: usize, total: usize) -> ControlFlow<()> {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        if self.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// From here on, progress is told in rows.
    fn note_rows(&self) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(0, Ordering::Relaxed);
        self.in_rows.store(true, Ordering::Relaxed);
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

/// Reads what was sent and shows what it would do, with a guessed or remembered mapping. The bytes
/// are let go, except those of a workbook, of which another sheet may be asked for.
pub(super) fn read(context: Context<'_>, request: ReadStaged) -> Result<Preview> {
    let open = context.open()?;
    let run = open.staging.start();
    let files = std::mem::take(&mut *held(&open.staging.files));
    let read = reading(context, &run, |reader| {
        import::read_files(&files, request.sheet.as_deref(), reader)
    });
    if import::has_sheets(&files) && !run.is_cancelled() {
        *held(&open.staging.files) = files;
    } else {
        drop(files);
    }
    stage(&open, &run, read?)
}

/// Asks for a folder in a native dialog, reads it and shows what it would do; none when thought
/// better of it.
pub(super) fn folder(context: Context<'_>, _: Nothing) -> Result<Option<Preview>> {
    let open = context.open()?;
    let Some(path) = context.host.pick_folder() else { return Ok(None) };
    open.staging.clear();
    let run = open.staging.start();
    let sheet = reading(context, &run, |reader| import::read_path(&path, None, reader))?;
    stage(&open, &run, sheet).map(Some)
}

pub(super) fn reading<T>(
    context: Context<'_>,
    run: &Run,
    read: impl FnOnce(&Reader<'_>) -> Result<T>,
) -> Result<T> {
    let progress = |done, total| run.note(done, total);
    read(&Reader { workbooks: &|| context.host.workbook_reader(), progress: &progress })
}

fn stage(open: &Open, run: &Run, sheet: Sheet) -> Result<Preview> {
    if run.is_cancelled() {
        return Err(Error::Cancelled);
    }
    *held(&open.staging.sheet) = Some(Arc::new(sheet));
    preview_of(open, run, None)
}

fn preview_of(open: &Open, run: &Run, mapping: Option<MappingFields>) -> Result<Preview> {
    run.note_rows();
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
    let open = context.open()?;
    preview_of(&open, &open.staging.start(), Some(request.mapping))
}

/// Imports the staged source under a mapping: all of it in one change.
pub(super) fn apply(context: Context<'_>, request: UnderMapping) -> Result<Outcome<Imported>> {
    let by = context.by()?;
    let open = context.open()?;
    let sheet = open.staging.sheet()?;
    let run = open.staging.start();
    run.note_rows();
    let note = |done, total| run.note(done, total);
    keeping::keep_now(context.host, Reason::BeforeImport);
    let imported = import::import(&open.plan, by, &sheet, &request.mapping, &note)?;
    open.staging.clear();
    Ok(imported)
}

/// How far the work under way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Rows, or parts of what is read, seen to.
    pub done: usize,
    /// How many there are; 0 while that is not known.
    pub total: usize,
    /// Whether these are rows: while a file is read, its parts are bytes or files.
    pub in_rows: bool,
}

/// How far the work under way is.
pub(super) fn progress(context: Context<'_>, _: Nothing) -> Result<Progress> {
    let open = context.open()?;
    let run = Arc::clone(&held(&open.staging.run));
    let read = |number: &AtomicUsize| number.load(Ordering::Relaxed);
    let in_rows = run.in_rows.load(Ordering::Relaxed);
    Ok(Progress { done: read(&run.done), total: read(&run.total), in_rows })
}

/// Ends the work under way; nothing of it is kept.
pub(super) fn cancel(context: Context<'_>, _: Nothing) -> Result<()> {
    context.open()?.staging.cancel();
    Ok(())
}
