//! One writer a workspace: whoever writes holds a lock on a small file beside it, which says who
//! that is. Whoever finds it taken reads only.
//!
//! The lock is the system's, so it ends with the process however that ends. A folder that another
//! computer shares may carry the file without the lock; then the time in it, which the holder
//! renews, says whether somebody is still there.

use crate::error::{Error, Result};
use crate::model::Millis;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// A holder on another computer that was not heard of for this long is gone.
const SILENCE: i64 = 10 * 60 * 1_000;

/// Who writes to a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Holder {
    /// Their name on that computer.
    pub user: String,
    /// The computer.
    pub computer: String,
    /// When they last said so.
    pub at: Millis,
}

/// The right to write to a workspace; given back when dropped.
#[derive(Debug)]
pub(crate) struct Hold {
    file: File,
    path: PathBuf,
}

/// What came of asking for the right to write.
#[derive(Debug)]
pub(crate) enum Asked {
    /// It is ours.
    Given(Hold),
    /// Somebody else has it.
    Taken(Holder),
    /// The folder cannot be written.
    Denied,
}

impl Hold {
    /// Asks for the right to write to the workspace at `workspace` in the name of `holder`.
    pub(crate) fn ask(workspace: &Path, holder: &Holder) -> Result<Asked> {
        let path = lock_beside(workspace);
        // A file found locked and let go in that moment is looked for again.
        for _ in 0..3 {
            let options =
                OpenOptions::new().read(true).write(true).create(true).truncate(false).clone();
            let Ok(mut file) = options.open(&path) else { return Ok(Asked::Denied) };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(Asked::Taken(said(&mut file))),
                Err(TryLockError::Error(fault)) => return Err(Error::io(&path, fault)),
            }
            if !is_at(&file, &path) {
                continue;
            }
            let before = said(&mut file);
            // Whoever makes a workspace names no computer yet; the lock is the witness then.
            let elsewhere = !before.computer.is_empty() && before.computer != holder.computer;
            if elsewhere && holder.at.0 - before.at.0 < SILENCE {
                return Ok(Asked::Taken(before));
            }
            let mut hold = Self { file, path };
            // The lock is what counts; on a full disk nobody can say who has it.
            let _ = hold.renew(holder);
            return Ok(Asked::Given(hold));
        }
        Ok(Asked::Taken(Holder::default()))
    }

    /// Says again who writes, and that they are still there.
    pub(crate) fn renew(&mut self, holder: &Holder) -> Result<()> {
        let text =
            serde_json::to_vec(holder).map_err(|fault| Error::Internal(fault.to_string()))?;
        self.file
            .rewind()
            .and_then(|()| self.file.set_len(0))
            .and_then(|()| self.file.write_all(&text))
            .map_err(|fault| Error::io(&self.path, fault))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Taken away while it is still locked: whoever opened it meanwhile finds another one there.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn lock_beside(workspace: &Path) -> PathBuf {
    let real = workspace.canonicalize().unwrap_or_else(|_| workspace.to_owned());
    let name = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
    real.with_file_name(format!(".{name}.lock"))
}

/// Who the file says holds it; nobody where it says nothing that can be read.
fn said(file: &mut File) -> Holder {
    let mut text = Vec::new();
    let _ = file.rewind().and_then(|()| file.take(4_096).read_to_end(&mut text));
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Whether the file is still the one of that name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let which = |about: std::fs::Metadata| (about.dev(), about.ino());
    let (Ok(open), Ok(named)) = (file.metadata(), std::fs::metadata(path)) else { return false };
    which(open) == which(named)
}

/// An open file keeps its name here.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
