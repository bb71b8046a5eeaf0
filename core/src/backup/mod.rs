//! Backups: verified copies of a workspace, kept outside its folder and thinned with age.
//!
//! Each workspace file has a [`Shelf`], a folder that names the file it belongs to. A backup gets its
//! name only after it was made durable, opened and checked; only then do older ones make room. So a
//! damaged workspace, of which no backup can be made, never costs a good one.

mod ring;
mod shelf;

pub use shelf::{Backup, Reason, Shelf};

use crate::error::{Error, Result};
use crate::id::WorkspaceId;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const ABOUT: &str = "workspace.json";

/// The shelves of all workspaces.
#[derive(Clone, Debug)]
pub struct Backups {
    root: PathBuf,
}

/// Whose backups a shelf holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct About {
    path: PathBuf,
    workspace: WorkspaceId,
}

impl Backups {
    /// The shelves kept in a folder, which need not be there yet.
    pub fn kept_in(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The shelf of the workspace file at `path`; made with its first backup.
    pub fn of(&self, path: &Path, workspace: WorkspaceId) -> Result<Shelf> {
        let about = About { path: real(path), workspace };
        if let Some((_, folder)) = self.all().into_iter().find(|(known, _)| *known == about) {
            return Ok(Shelf::at(folder));
        }
        let folder = self.free(path);
        std::fs::create_dir_all(&folder).map_err(|fault| Error::io(&folder, fault))?;
        let text =
            serde_json::to_vec(&about).map_err(|fault| Error::Internal(fault.to_string()))?;
        let file = folder.join(ABOUT);
        std::fs::write(&file, text).map_err(|fault| Error::io(&file, fault))?;
        Ok(Shelf::at(folder))
    }

    /// The shelves of a file that need not be readable: its own by its path, then those of the same
    /// workspace whose file is no longer there, as it was moved or renamed.
    pub fn for_file(&self, path: &Path, workspace: Option<WorkspaceId>) -> Vec<Shelf> {
        let path = real(path);
        let all = self.all();
        let same = all.iter().filter(|(about, _)| about.path == path);
        let moved = all.iter().filter(|(about, _)| {
            about.path != path && Some(about.workspace) == workspace && !about.path.exists()
        });
        same.chain(moved).map(|(_, folder)| Shelf::at(folder.clone())).collect()
    }

    /// The shelves of one workspace: that of its file, and those of files of it that are no longer
    /// there. A copy that lies elsewhere has its own.
    pub fn of_workspace(&self, path: &Path, workspace: WorkspaceId) -> Vec<Shelf> {
        let path = real(path);
        let is_ours = |about: &About| {
            about.workspace == workspace && (about.path == path || !about.path.exists())
        };
        let ours = self.all().into_iter().filter(|(about, _)| is_ours(about));
        ours.map(|(_, folder)| Shelf::at(folder)).collect()
    }

    fn all(&self) -> Vec<(About, PathBuf)> {
        let entries = std::fs::read_dir(&self.root).into_iter().flatten().flatten();
        let mut all: Vec<_> = entries
            .filter_map(|entry| {
                let text = std::fs::read(entry.path().join(ABOUT)).ok()?;
                Some((serde_json::from_slice(&text).ok()?, entry.path()))
            })
            .collect();
        all.sort_by(|(_, a), (_, b)| a.cmp(b));
        all
    }

    fn free(&self, path: &Path) -> PathBuf {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let numbered = |n: u32| match n {
            1 => self.root.join(&name),
            _ => self.root.join(format!("{name} {n}")),
        };
        (1..10_000)
            .map(numbered)
            .find(|folder| !folder.exists())
            .unwrap_or_else(|| numbered(10_000))
    }
}

/// The path as it is whichever way it was named.
fn real(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    // The file may be gone; its folder tells as much.
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}
