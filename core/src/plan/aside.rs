//! A workspace file that is not opened stays: it is set aside, and a backup takes its place.

use super::{Opening, Plan, ReadOnly};
use crate::error::{Error, Result};
use crate::store::hold::{Asked, Hold};
use crate::store::{self, Taken};
use chrono::DateTime;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What belongs to a workspace file and lies beside it.
const BESIDE: [&str; 3] = ["", "-wal", "-shm"];

impl Plan {
    /// Opens what a backup holds, to look at it. The backup itself is not touched.
    pub fn look(backup: &Path, why: ReadOnly) -> Result<Self> {
        store::up_to_date(backup, |file| Self::open_to_read(file, why))
    }
}

/// Puts the backup at `backup` where the file at `path` is, or was. Gives where that file is now,
/// if there was one: it is set aside whole, never deleted.
pub fn place_backup(backup: &Path, path: &Path, opening: &Opening) -> Result<Option<PathBuf>> {
    let _hold = match Hold::ask(path, &opening.holder)? {
        Asked::Given(hold) => hold,
        Asked::Taken(holder) => {
            return Err(Error::ReadOnly(ReadOnly::Held { holder }.to_string()));
        }
        Asked::Denied => return Err(Error::ReadOnly(ReadOnly::Protected.to_string())),
    };
    let mut aside = None;
    store::whole(path, Taken::Replace, |part| {
        store::bring_up_to_date(backup, part)?;
        aside = set_aside(path, opening)?;
        Ok(())
    })?;
    Ok(aside)
}

/// The files that were set aside in favour of backups of the workspace at `path`, in order. They are
/// damaged, so nobody can change what they hold.
pub fn files_aside(path: &Path) -> Vec<PathBuf> {
    let folder = crate::file::folder_of(path);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let beginning = format!("{stem} (set aside ");
    let is_one = |one: &PathBuf| {
        let name = one.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&beginning) && one.extension() == path.extension()
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_one).collect();
    found.sort();
    found
}

/// Gives the file another name in its folder, and what lies beside it the same.
fn set_aside(path: &Path, opening: &Opening) -> Result<Option<PathBuf>> {
    if !path.exists() && !named(path, BESIDE[1]).exists() {
        return Ok(None);
    }
    let time = DateTime::from_timestamp_millis(opening.holder.at.0).unwrap_or_default();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy()));
    let numbered = |n: u32| {
        let number = if n == 1 { String::new() } else { format!(" {n}") };
        let time = time.format("%Y-%m-%d %H-%M");
        let ending = ending.as_deref().unwrap_or_default();
        path.with_file_name(format!("{stem} (set aside {time}{number}){ending}"))
    };
    let free = |aside: &PathBuf| BESIDE.iter().all(|ending| !named(aside, ending).exists());
    let aside = (1..10_000).map(numbered).find(free).unwrap_or_else(|| numbered(10_000));
    // The log first: a file without its log is damaged further, a log without its file is not.
    for ending in BESIDE.iter().rev() {
        let from = named(path, ending);
        if from.exists() {
            std::fs::rename(&from, named(&aside, ending))
                .map_err(|fault| Error::io(&from, fault))?;
        }
    }
    Ok(Some(aside))
}

fn named(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}
