//! Workspaces opened before, kept as a small list beside the settings of the window.

use crate::error::{Error, Result};
use crate::file;
use std::path::{Path, PathBuf};

const KEPT: usize = 10;

/// The list, the latest first.
#[derive(Debug)]
pub struct Recent {
    file: PathBuf,
}

impl Recent {
    /// The list kept in `folder`.
    pub fn kept_in(folder: &Path) -> Self {
        Self { file: folder.join("recent.json") }
    }

    /// What was opened; nothing where the list is missing or cannot be read.
    pub fn list(&self) -> Vec<PathBuf> {
        let text = std::fs::read(&self.file).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Puts `path` first. The list is a convenience: where it cannot be written, it is left.
    pub fn note(&self, path: &Path) {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let mut list = self.list();
        list.retain(|known| *known != path);
        list.insert(0, path);
        list.truncate(KEPT);
        let _ = self.write(&list);
    }

    fn write(&self, list: &[PathBuf]) -> Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(|fault| Error::io(folder, fault))?;
        file::replace(&self.file, |out| Ok(serde_json::to_writer(out, list)?))
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Recent};
    use std::path::{Path, PathBuf};

    #[test]
    fn the_latest_comes_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let recent = Recent::kept_in(folder.path());
        assert!(recent.list().is_empty());
        for name in ["a", "b", "a"] {
            recent.note(Path::new(name));
        }
        assert_eq!(recent.list(), ["a", "b"].map(PathBuf::from));
    }

    #[test]
    fn the_list_stays_short_and_survives_nonsense() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("recent.json"), "{").unwrap();
        let recent = Recent::kept_in(folder.path());
        for number in 0..KEPT + 5 {
            recent.note(&PathBuf::from(number.to_string()));
        }
        assert_eq!(recent.list().len(), KEPT);
        assert_eq!(recent.list()[0], PathBuf::from((KEPT + 4).to_string()));
    }
}
