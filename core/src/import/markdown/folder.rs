//! The Markdown files of a folder on disk.

use super::{NamedFile, is_markdown};
use crate::error::{Error, Result};
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

const FILE_LIMIT: usize = 50_000;
const SIZE_LIMIT: u64 = 4 << 20;
const DEPTH_LIMIT: usize = 32;

/// The Markdown files under a folder, hidden folders and those of build tools left out.
pub(in crate::import) fn files_in(folder: &Path) -> Result<Vec<NamedFile>> {
    let mut files = Vec::new();
    let walk = WalkDir::new(folder).max_depth(DEPTH_LIMIT).into_iter().filter_entry(is_content);
    for entry in walk {
        let entry = entry.map_err(|fault| unread(folder, fault))?;
        let name = entry.file_name().to_string_lossy();
        if !entry.file_type().is_file() || !is_markdown(&name) {
            continue;
        }
        let size = entry.metadata().map_err(|fault| unread(folder, fault))?.len();
        if size > SIZE_LIMIT {
            let message = format!("{} is larger than 4 MiB.", entry.path().display());
            return Err(Error::Unreadable(message));
        }
        if files.len() == FILE_LIMIT {
            let message = format!("This folder holds more than {FILE_LIMIT} Markdown files.");
            return Err(Error::Unreadable(message));
        }
        let bytes = std::fs::read(entry.path()).map_err(|fault| Error::io(entry.path(), fault))?;
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        files.push((parts.join("/"), bytes));
    }
    if files.is_empty() {
        let message = format!("There is no Markdown file in {}.", folder.display());
        return Err(Error::Unreadable(message));
    }
    Ok(files)
}

fn is_content(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || name == "node_modules")
}

fn unread(folder: &Path, fault: walkdir::Error) -> Error {
    let path = fault.path().unwrap_or(folder).to_owned();
    let source = fault.into_io_error().unwrap_or_else(|| std::io::Error::other("a loop of links"));
    Error::io(&path, source)
}
