//! What core asks of whoever runs it: the time, the files, the person at the machine.
//!
//! The window and the terminal differ in two points: a terminal asks nothing in dialogs, and it
//! leaves no trace in the list of workspaces opened before.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use throughline_core::api::recent::Recent;
use throughline_core::api::visits::Visits;
use throughline_core::api::{Context, FileKind, Host, Open, Refused, keep, open_at};
use throughline_core::error::{Error, Result};
use throughline_core::model::Millis;

use crate::cli::READ_WORKBOOK;
use crate::window;

/// The program's name among the folders of others, as in `tauri.conf.json`.
const IDENTIFIER: &str = "org.throughline.planner";

/// How often is looked whether a backup is due.
const LOOK: Duration = Duration::from_secs(15);

/// The machine as core sees it.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    opened: Mutex<Option<Arc<Open>>>,
    refused: Mutex<Option<Refused>>,
    opening: Mutex<Option<JoinHandle<()>>>,
    window: Option<Surroundings>,
}

/// What there is besides when a window is open.
#[derive(Debug)]
struct Surroundings {
    app: AppHandle,
    recent: Recent,
    visits: Visits,
}

impl Desk {
    /// The desk of a window.
    pub(crate) fn of_window(app: &AppHandle) -> tauri::Result<Self> {
        let folder = app.path().app_config_dir()?;
        let (recent, visits) = (Recent::kept_in(&folder), Visits::kept_in(&folder));
        let window = Some(Surroundings { app: app.clone(), recent, visits });
        Ok(Self { window, ..Self::default() })
    }

    /// Opens the workspace at `path` in place of the one that is open.
    pub(crate) fn open(&self, path: &Path) -> Result<()> {
        open_at(Context { host: self, speaker: None }, path)
    }

    /// Opens a workspace beside the window that comes up; the page's first call waits for it.
    pub(crate) fn meanwhile(&self, open: impl FnOnce() + Send + 'static) {
        let opening = std::thread::spawn(open);
        *self.opening.lock().unwrap_or_else(PoisonError::into_inner) = Some(opening);
    }

    /// Makes backups as they become due, as long as the program runs.
    pub(crate) fn keep_backups(self: &Arc<Self>) {
        let desk = Arc::downgrade(self);
        std::thread::spawn(move || {
            while let Some(desk) = desk.upgrade() {
                keep(desk.as_ref());
                drop(desk);
                std::thread::sleep(LOOK);
            }
        });
    }

    /// Waits until what [`Desk::meanwhile`] began is done.
    pub(crate) fn settle(&self) {
        let mut opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(opening) = opening.take() {
            let _ = opening.join();
        }
    }

    fn ask<T>(&self, ask: impl FnOnce(FileDialogBuilder<tauri::Wry>) -> T) -> Option<T> {
        let app = &self.window.as_ref()?.app;
        let dialog = app.dialog().file();
        Some(ask(match app.get_webview_window(window::MAIN) {
            Some(parent) => dialog.set_parent(&parent),
            None => dialog,
        }))
    }
}

impl Host for Desk {
    #[allow(clippy::disallowed_methods, reason = "the one clock, from which all else is told")]
    fn now(&self) -> Millis {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    fn user_name(&self) -> String {
        let name = whoami::realname().or_else(|_| whoami::username()).unwrap_or_default();
        if name.trim().is_empty() { "Me".to_owned() } else { name }
    }

    fn time_zone(&self) -> String {
        iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned())
    }

    fn opened(&self) -> Option<Arc<Open>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn hold(&self, open: Option<Arc<Open>>) {
        if let (Some(window), Some(open)) = (&self.window, open.as_ref().filter(|o| o.is_itself()))
        {
            window.recent.note(&open.path);
        }
        *self.opened.lock().unwrap_or_else(PoisonError::into_inner) = open;
    }

    fn computer(&self) -> String {
        whoami::hostname().unwrap_or_default()
    }

    fn backups(&self) -> PathBuf {
        dirs::data_dir().unwrap_or_default().join(IDENTIFIER).join("backups")
    }

    fn refused(&self) -> Option<Refused> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn refuse(&self, refused: Option<Refused>) {
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = refused;
    }

    fn recent(&self) -> Vec<PathBuf> {
        self.window.as_ref().map(|window| window.recent.list()).unwrap_or_default()
    }

    fn visits(&self) -> Option<Visits> {
        Some(self.window.as_ref()?.visits.clone())
    }

    fn documents(&self) -> PathBuf {
        let documents = self.window.as_ref().and_then(|window| {
            let path = window.app.path();
            path.document_dir().or_else(|_| path.home_dir()).ok()
        });
        documents.unwrap_or_default().join("Throughline")
    }

    fn pick_file(&self, title: &str, kind: FileKind) -> Option<PathBuf> {
        let picked = self.ask(|dialog| {
            let dialog = dialog.set_title(title);
            dialog.add_filter(kind.name, &[kind.ending]).blocking_pick_file()
        });
        picked??.into_path().ok()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        let picked = self.ask(|dialog| dialog.set_title("Choose a folder").blocking_pick_folder());
        picked??.into_path().ok()
    }

    fn pick_target(&self, title: &str, suggested_name: &str, kind: FileKind) -> Option<PathBuf> {
        let picked = self.ask(|dialog| {
            let dialog = dialog.set_title(title).set_file_name(suggested_name);
            dialog.add_filter(kind.name, &[kind.ending]).blocking_save_file()
        });
        picked??.into_path().ok()
    }

    fn workbook_reader(&self) -> Result<Command> {
        let own = std::env::current_exe();
        let mut program = Command::new(own.map_err(|error| Error::Internal(error.to_string()))?);
        program.arg(READ_WORKBOOK);
        Ok(program)
    }

    fn open_link(&self, address: &str) -> Result<()> {
        let refused = "The system could not open this address. Is there a browser?";
        open::that_detached(address).map_err(|_| Error::invalid_field("url", refused))
    }
}

#[cfg(test)]
mod tests {
    use super::Desk;
    use std::sync::mpsc::channel;

    #[test]
    fn what_was_begun_is_done_once_settled() {
        let desk = Desk::default();
        desk.settle();
        let (opened, is_open) = channel();
        desk.meanwhile(move || opened.send(()).unwrap());
        desk.settle();
        assert!(is_open.try_recv().is_ok());
        desk.settle();
    }
}
