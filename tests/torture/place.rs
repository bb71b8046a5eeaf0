//! Where a run takes place: in memory where that is to be had, as what is tested is the order of
//! calls and not the disk.

use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder of its own with three in it: the workspace's, one for whatever else the program
/// writes, and one to look at copies in.
#[derive(Debug)]
pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
        let place = Self { folder: folder.unwrap() };
        for folder in [place.home(), place.elsewhere()] {
            std::fs::create_dir(folder).unwrap();
        }
        place
    }

    /// The folder of the workspace.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join("home")
    }

    /// The workspace.
    pub(crate) fn file(&self) -> PathBuf {
        self.home().join("Plan.throughline")
    }

    /// What is beside the workspace, by the end of its name.
    pub(crate) fn beside(&self, ending: &str) -> PathBuf {
        self.home().join(format!("Plan.throughline{ending}"))
    }

    /// A folder for whatever else the program writes.
    pub(crate) fn elsewhere(&self) -> PathBuf {
        self.folder.path().join("elsewhere")
    }

    /// Where its backups are kept.
    pub(crate) fn backups(&self) -> PathBuf {
        self.elsewhere().join("backups")
    }

    /// What the faults were and what was written.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// A copy of the workspace's folder as the disk holds it, without the index of the log, which
    /// lives in memory.
    pub(crate) fn copied(&self) -> Self {
        let copy = Self::new();
        for entry in std::fs::read_dir(self.home()).unwrap() {
            let entry = entry.unwrap();
            if !entry.file_name().to_string_lossy().ends_with("-shm") {
                std::fs::copy(entry.path(), copy.home().join(entry.file_name())).unwrap();
            }
        }
        copy
    }
}
