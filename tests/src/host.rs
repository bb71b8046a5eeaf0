//! A host of core without a window: a clock that ticks, a folder, nobody to ask.

use serde_json::Value;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use throughline_core::api::visits::Visits;
use throughline_core::api::{Context, FileKind, Host, Open, Refused, open_at, router, speaking};
use throughline_core::error::{ApiError, Error};
use throughline_core::id::MemberId;
use throughline_core::import::{Reader, Sheet, read_path};
use throughline_core::model::Millis;

use crate::window::built;

/// 1 September 2026, 08:00 UTC.
pub const START: i64 = 1_788_249_600_000;

/// A host whose clock moves on by a second with every look at it.
#[derive(Debug)]
pub struct TestHost {
    clock: AtomicI64,
    open: Mutex<Option<Arc<Open>>>,
    refused: Mutex<Option<Refused>>,
    folder: TempDir,
    backups: Option<PathBuf>,
    /// Addresses opened outside.
    pub followed: Mutex<Vec<String>>,
    /// Where whoever sits here saves what they are asked about; nowhere unless set.
    pub target: Mutex<Option<PathBuf>>,
    /// The names suggested to them.
    pub suggested: Mutex<Vec<String>>,
    /// The file they pick; none unless set.
    pub picked: Mutex<Option<PathBuf>>,
    /// The folder of pages they pick; none unless set.
    pub pages: Mutex<Option<PathBuf>>,
    /// The workspaces opened before.
    pub recent: Mutex<Vec<PathBuf>>,
    /// The program that reads workbooks.
    pub workbooks: fn() -> Result<Command, Error>,
}

impl Default for TestHost {
    fn default() -> Self {
        Self {
            clock: AtomicI64::new(START),
            open: Mutex::new(None),
            refused: Mutex::new(None),
            folder: TempDir::new().unwrap(),
            backups: None,
            followed: Mutex::default(),
            target: Mutex::default(),
            suggested: Mutex::default(),
            picked: Mutex::default(),
            pages: Mutex::default(),
            recent: Mutex::default(),
            workbooks: || Ok(workbook_reader()),
        }
    }
}

impl TestHost {
    /// A host with a fresh workspace over the default preset; its first member is "Mara Ruiz".
    pub fn with_workspace() -> Self {
        let host = Self::default();
        host.call(
            "file.new",
            serde_json::json!({ "name": "Northwind Cloud", "preset": "default" }),
        );
        host
    }

    /// A host that finds the backups another one made, as the same person's next window does.
    pub fn with_backups_in(folder: &Path) -> Self {
        Self { backups: Some(folder.to_owned()), ..Self::default() }
    }

    /// A host with the workspace of a file open.
    pub fn at(file: &Path) -> Self {
        let host = Self::default();
        open_at(Context { host: &host, speaker: None }, file).unwrap();
        host
    }

    /// Opens the workspace of a file, or tells why not.
    pub fn open(&self, file: &Path) -> Result<(), ApiError> {
        Ok(open_at(Context { host: self, speaker: None }, file)?)
    }

    /// Lets time pass, in milliseconds.
    pub fn pass(&self, millis: i64) {
        self.clock.fetch_add(millis, Ordering::Relaxed);
    }

    /// Puts the clock to a time, from which it goes on.
    pub fn set_clock(&self, at: i64) {
        self.clock.store(at, Ordering::Relaxed);
    }

    /// Runs a command as the first member; it must succeed.
    pub fn call(&self, command: &str, payload: Value) -> Value {
        self.attempt(command, payload).unwrap_or_else(|error| panic!("{command}: {error:?}"))
    }

    /// Runs a command as the first member.
    pub fn attempt(&self, command: &str, payload: Value) -> Result<Value, ApiError> {
        let answer = router::dispatch(self, command, payload, speaking(self, None).unwrap())?;
        Ok(serde_json::from_str(&answer).unwrap())
    }

    /// Runs a command as somebody.
    pub fn call_as(&self, speaker: MemberId, command: &str, payload: Value) -> Value {
        let answer = router::dispatch(self, command, payload, Some(speaker))
            .unwrap_or_else(|error| panic!("{command}: {error:?}"));
        serde_json::from_str(&answer).unwrap()
    }

    /// The open workspace.
    pub fn workspace(&self) -> Arc<Open> {
        self.opened().unwrap()
    }
}

/// The built program as it reads a workbook.
pub fn workbook_reader() -> Command {
    let mut program = Command::new(built("throughline"));
    program.arg("read-workbook");
    program
}

/// Reads a file or a folder as the program does.
pub fn read(path: &Path, sheet: Option<&str>) -> Result<Sheet, Error> {
    let workbooks = || Ok(workbook_reader());
    let progress = |_, _| ControlFlow::Continue(());
    read_path(path, sheet, &Reader { workbooks: &workbooks, progress: &progress })
}

impl Host for TestHost {
    fn now(&self) -> Millis {
        Millis(self.clock.fetch_add(1_000, Ordering::Relaxed))
    }
    fn version(&self) -> &'static str {
        "test"
    }
    fn user_name(&self) -> String {
        "Mara Ruiz".to_owned()
    }
    fn time_zone(&self) -> String {
        "Europe/Berlin".to_owned()
    }
    fn opened(&self) -> Option<Arc<Open>> {
        self.open.lock().unwrap().clone()
    }
    fn hold(&self, open: Option<Arc<Open>>) {
        *self.open.lock().unwrap() = open;
    }
    fn computer(&self) -> String {
        "desk".to_owned()
    }
    fn backups(&self) -> PathBuf {
        self.backups.clone().unwrap_or_else(|| self.folder.path().join("backups"))
    }
    fn refused(&self) -> Option<Refused> {
        self.refused.lock().unwrap().clone()
    }
    fn refuse(&self, refused: Option<Refused>) {
        *self.refused.lock().unwrap() = refused;
    }
    fn recent(&self) -> Vec<PathBuf> {
        self.recent.lock().unwrap().clone()
    }
    fn visits(&self) -> Option<Visits> {
        Some(Visits::kept_in(self.folder.path()))
    }
    fn documents(&self) -> PathBuf {
        self.folder.path().to_owned()
    }
    fn pick_file(&self, _: &str, _: FileKind) -> Option<PathBuf> {
        self.picked.lock().unwrap().clone()
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        self.pages.lock().unwrap().clone()
    }
    fn pick_target(&self, _: &str, suggested_name: &str, _: FileKind) -> Option<PathBuf> {
        self.suggested.lock().unwrap().push(suggested_name.to_owned());
        self.target.lock().unwrap().clone()
    }
    fn workbook_reader(&self) -> Result<Command, Error> {
        (self.workbooks)()
    }
    fn open_link(&self, address: &str) -> Result<(), Error> {
        self.followed.lock().unwrap().push(address.to_owned());
        Ok(())
    }
}
