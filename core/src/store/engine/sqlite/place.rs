//! Where the file of a connection is, and whether it is there still.
//!
//! SQLite goes on writing to a file that another program has moved, deleted or replaced, and calls
//! it committed; what is written then is lost. So each change looks first. Looking must not open the
//! file: closing any descriptor of it would drop the locks SQLite holds.

use std::ffi::OsString;
use std::fs::Metadata;
use std::path::{Path, PathBuf};

/// What tells one file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Identity(u64, u64);

/// A workspace file as it was found when it was opened.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) path: PathBuf,
    file: Option<Identity>,
    log: Option<Identity>,
}

/// What a look at the place found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// All is as it was.
    Whole,
    /// The file is another one or none.
    Gone,
    /// Only the log beside it was taken away.
    LogGone,
}

impl Place {
    /// The file at `path`, which is open.
    pub(super) fn of(path: &Path) -> Self {
        Self { path: path.to_owned(), file: identity(path), log: identity(&beside(path, "-wal")) }
    }

    /// Looks whether file and log are those that are open.
    pub(super) fn look(&mut self) -> Found {
        if identity(&self.path) != self.file {
            return Found::Gone;
        }
        let log = identity(&beside(&self.path, "-wal"));
        // The log comes into being with the first change.
        if self.log.is_none() {
            self.log = log;
        }
        if log == self.log { Found::Whole } else { Found::LogGone }
    }
}

/// The path of what belongs to a file and lies beside it.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

fn identity(path: &Path) -> Option<Identity> {
    std::fs::metadata(path).ok().map(|about| identity_of(&about))
}

#[cfg(unix)]
fn identity_of(about: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    Identity(about.dev(), about.ino())
}

/// An open file can be neither replaced nor deleted here: that it is there is enough.
#[cfg(not(unix))]
fn identity_of(_: &Metadata) -> Identity {
    Identity(0, 0)
}
