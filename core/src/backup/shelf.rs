//! The backups of one workspace file.

use super::ring;
use crate::error::{Error, Result};
use crate::file;
use crate::model::Millis;
use crate::store::engine::Session;
use crate::store::{self, Taken, history};
use chrono::{DateTime, Datelike, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

const ENDING: &str = ".throughline";
const TIME: &str = "%Y-%m-%d %H-%M-%S%.3f";

/// The end of the year 9999, in milliseconds.
const END_OF_TIME: i64 = 253_402_300_799_999;

/// What a backup was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// While somebody worked.
    Regular,
    /// Somebody asked for it.
    Asked,
    /// Before an import.
    BeforeImport,
    /// Before another backup took its place.
    BeforeRestore,
    /// Before the file was brought to a newer version.
    BeforeUpgrade,
}

/// A backup: durable, opened and found sound when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its name among those of its workspace.
    pub name: String,
    /// The state it holds.
    pub at: Millis,
    /// The number of the latest edit in it; 0 where there is none.
    pub edit: i64,
    /// What it was made for.
    pub reason: Reason,
    /// Bytes.
    pub size: u64,
}

/// The folder with the backups of one workspace file.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

impl Reason {
    const ALL: [Self; 5] =
        [Self::Regular, Self::Asked, Self::BeforeImport, Self::BeforeRestore, Self::BeforeUpgrade];

    /// Its place in a file's name.
    fn word(self) -> &'static str {
        match self {
            Self::Regular => "",
            Self::Asked => " asked",
            Self::BeforeImport => " before import",
            Self::BeforeRestore => " before restore",
            Self::BeforeUpgrade => " before upgrade",
        }
    }
}

impl Backup {
    /// Months since year 0, in UTC.
    pub(super) fn month(&self) -> i64 {
        let date = DateTime::from_timestamp_millis(self.at.0).unwrap_or_default();
        i64::from(date.year()) * 12 + i64::from(date.month0())
    }

    fn read(entry: &std::fs::DirEntry) -> Option<Self> {
        let name = entry.file_name().into_string().ok()?;
        let stem = name.strip_suffix(ENDING)?;
        let (time, rest) = stem.split_once("Z edit ")?;
        let time = NaiveDateTime::parse_from_str(time, TIME).ok()?;
        let end = rest.find(' ').unwrap_or(rest.len());
        let edit = rest[..end].parse().ok()?;
        let reason = Reason::ALL.into_iter().find(|reason| reason.word() == &rest[end..])?;
        let size = entry.metadata().ok()?.len();
        Some(Self { at: Millis(time.and_utc().timestamp_millis()), edit, reason, size, name })
    }
}

impl Shelf {
    pub(super) fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All, the latest last.
    pub fn list(&self) -> Vec<Backup> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut all: Vec<Backup> = entries.filter_map(|entry| Backup::read(&entry)).collect();
        all.sort_by(|a, b| (a.at, &a.name).cmp(&(b.at, &b.name)));
        all
    }

    /// The file of a backup of that name, if there is one here. The name may come from anywhere.
    pub fn path_of(&self, name: &str) -> Option<PathBuf> {
        let known = self.list().into_iter().find(|backup| backup.name == name)?;
        Some(self.folder.join(known.name))
    }

    /// Takes away what began to be made here and never was, however lately: nobody makes anything.
    pub(crate) fn sweep(&self) {
        file::sweep(&self.folder, END_OF_TIME);
    }

    /// Makes a backup of what a session holds, looks at it as on opening, and lets older ones make
    /// room.
    pub(crate) fn make(
        &self,
        source: &mut dyn Session,
        at: Millis,
        reason: Reason,
    ) -> Result<Backup> {
        let time = DateTime::from_timestamp_millis(at.0).unwrap_or_default().format(TIME);
        let edit = history::last_seq(source)?;
        let name = format!("{time}Z edit {edit}{}{ENDING}", reason.word());
        let path = self.folder.join(&name);
        file::sweep(&self.folder, at.0);
        store::copy(source, &path, Taken::Replace)?;
        let size = std::fs::metadata(&path).map_err(|fault| Error::io(&path, fault))?.len();
        self.thin(at);
        Ok(Backup { name, at, edit, reason, size })
    }

    fn thin(&self, now: Millis) {
        let all = self.list();
        for at in ring::to_go(&all, now) {
            // One that cannot be deleted now is looked at again the next time.
            let _ = file::remove(&self.folder.join(&all[at].name));
        }
    }
}
