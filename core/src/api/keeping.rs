//! Backups while somebody works: the latest is never older than a few minutes of work.

use super::{Context, Host, Open};
use crate::backup::{Backup, Backups, Reason, Shelf};
use crate::error::Result;
use crate::model::Millis;
use crate::plan::cleanse;
use serde::Serialize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use ts_rs::TS;

/// Work that is in no backup is that old at most, and a look at the clock more.
const EVERY: i64 = 4 * 60 * 1_000;

/// A file of so many bytes takes a while to copy.
const LARGE: u64 = 128 << 20;
const A_DAY: i64 = 24 * 60 * 60 * 1_000;

/// What is known of the backups of an open workspace.
#[derive(Debug, Default)]
pub(super) struct Keeping(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// The shelf's latest was compared with the file.
    compared: bool,
    /// The revision that is in the latest backup.
    kept: Option<u64>,
    /// Since when there is work in no backup.
    since: Option<Millis>,
    last: Option<Millis>,
    failed: Option<String>,
}

/// How the backups of the open workspace stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct BackupState {
    /// The state the latest one holds; `None` where there is none.
    pub last: Option<Millis>,
    /// Why the latest attempt failed, until one succeeds.
    pub failed: Option<String>,
}

impl Keeping {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn told(&self) -> BackupState {
        let state = self.state();
        BackupState { last: state.last, failed: state.failed.clone() }
    }
}

/// The shelf of an open workspace.
pub(super) fn shelf(host: &dyn Host, open: &Open) -> Result<Shelf> {
    let workspace = open.plan.view().workspace()?.id;
    Backups::kept_in(host.backups()).of(&open.path, workspace)
}

/// Looks whether a backup is due, and makes it. To be called every some seconds; a second call while
/// one is made waits for it.
pub fn keep(host: &dyn Host) {
    renew(host);
    keep_if(host, Reason::Regular, |since, now| now.0 - since.0 >= EVERY);
}

/// Makes a backup unless the latest one holds everything.
pub fn keep_now(host: &dyn Host, reason: Reason) {
    keep_if(host, reason, |_, _| true);
}

/// Before facts come in, which are added to what is there: a file so large that a copy takes longer
/// than the import has one a day. What came in is in the next regular one.
pub(super) fn keep_before_facts(host: &dyn Host, open: &Open) {
    let size = std::fs::metadata(&open.path).map_or(0, |file| file.len());
    let latest = || shelf(host, open).ok().and_then(|shelf| shelf.list().pop());
    let now = host.now().0;
    let is_kept = |latest: Backup| (0..A_DAY).contains(&now.saturating_sub(latest.at.0));
    if size < LARGE || !latest().is_some_and(is_kept) {
        keep_now(host, Reason::BeforeImport);
    }
}

/// Makes a backup of the open workspace, whatever there is already.
pub(super) fn back_up(context: Context<'_>, reason: Reason) -> Result<Backup> {
    let open = context.open()?;
    let mut state = open.keeping.state();
    make(context.host, &open, &mut state, reason)
}

fn renew(host: &dyn Host) {
    if let Some(open) = host.opened() {
        open.plan.renew_hold(&super::file::opening(host).holder);
    }
}

fn keep_if(host: &dyn Host, reason: Reason, due: impl FnOnce(Millis, Millis) -> bool) {
    let Some(open) = host.opened().filter(|open| open.plan.read_only().is_none()) else { return };
    let mut state = open.keeping.state();
    compare(host, &open, &mut state);
    if state.kept == Some(open.plan.revision()) {
        state.since = None;
        return;
    }
    let now = host.now();
    let since = *state.since.get_or_insert(now);
    if due(since, now) {
        // A failure is told by the state until a backup succeeds.
        let _ = make(host, &open, &mut state, reason);
    }
}

/// What was there before this window: where it holds everything, nothing is due; otherwise a backup
/// is due at once.
fn compare(host: &dyn Host, open: &Open, state: &mut State) {
    if std::mem::replace(&mut state.compared, true) {
        return;
    }
    // What could not be done when somebody was erased is tried again.
    let _ = cleanse_all(host, open);
    let revision = open.plan.revision();
    let latest = shelf(host, open).ok().and_then(|shelf| shelf.list().pop());
    state.last = latest.as_ref().map(|latest| latest.at);
    if latest.is_some_and(|latest| open.plan.last_edit().is_ok_and(|edit| edit == latest.edit)) {
        state.kept = Some(revision);
    } else {
        state.since = Some(Millis::default());
    }
}

/// A backup from which those who were erased could not be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HeldBack {
    /// Its name among those of its workspace.
    pub name: String,
    /// The state it holds.
    pub at: Millis,
    /// Why.
    pub reason: String,
}

/// What became of the backups of a workspace from which somebody was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupsCleansed {
    /// How many there are.
    pub all: usize,
    /// How many had to be written anew.
    pub rewritten: usize,
    /// Those that could not be. They are tried again with each opening, and never shown or restored
    /// as they are.
    pub held_back: Vec<HeldBack>,
}

/// Takes those who were erased out of all backups of the open workspace.
pub(super) fn cleanse_backups(host: &dyn Host, open: &Open) -> BackupsCleansed {
    // Nobody makes one meanwhile.
    let _state = open.keeping.state();
    // Where nobody can tell which there are, the next opening looks.
    cleanse_all(host, open).unwrap_or_default()
}

fn cleanse_all(host: &dyn Host, open: &Open) -> Result<BackupsCleansed> {
    let marks = open.plan.marks()?;
    let mut found = BackupsCleansed::default();
    if marks.is_empty() {
        return Ok(found);
    }
    let workspace = open.plan.view().workspace()?.id;
    for shelf in Backups::kept_in(host.backups()).of_workspace(&open.path, workspace) {
        shelf.sweep();
        for backup in shelf.list() {
            found.all += 1;
            match cleanse(&shelf.folder().join(&backup.name), &marks) {
                Ok(rewritten) => found.rewritten += usize::from(rewritten),
                Err(error) => {
                    let Backup { name, at, .. } = backup;
                    found.held_back.push(HeldBack { name, at, reason: error.to_string() });
                }
            }
        }
    }
    Ok(found)
}

fn make(host: &dyn Host, open: &Open, state: &mut State, reason: Reason) -> Result<Backup> {
    state.compared = true;
    let revision = open.plan.revision();
    let made = shelf(host, open).and_then(|shelf| open.plan.back_up(&shelf, host.now(), reason));
    match &made {
        Ok(backup) => {
            *state = State {
                kept: Some(revision),
                last: Some(backup.at),
                compared: true,
                ..State::default()
            };
        }
        Err(error) => state.failed = Some(error.to_string()),
    }
    made
}
