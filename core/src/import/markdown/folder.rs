//! The Markdown files of a folder on disk.

use super::{FILE_LIMIT, NamedFile, SIZE_LIMIT, is_markdown, too_many};
use crate::error::{Error, Result};
use crate::import::Reader;
use std::io::Read;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

const DEPTH_LIMIT: usize = 32;
/// All files together, in bytes.
const TOTAL_LIMIT: usize = 512 << 20;
/// How many files and folders are looked at: one who chose a whole disk did not mean it.
const ENTRY_LIMIT: usize = 1_000_000;

/// The Markdown files under a folder, hidden folders and those of build tools left out. Links are
/// not followed: what is read lies in the folder.
pub(in crate::import) fn files_in(folder: &Path, reader: &Reader<'_>) -> Result<Vec<NamedFile>> {
    let (mut files, mut total) = (Vec::new(), 0);
    let walk = WalkDir::new(folder).max_depth(DEPTH_LIMIT).into_iter().filter_entry(is_content);
    for (seen, entry) in walk.enumerate() {
        // How many there are is known only once all have been seen.
        reader.go_on(0, 0)?;
        let entry = entry.map_err(|fault| unread(folder, fault))?;
        let name = entry.file_name().to_string_lossy();
        if seen > ENTRY_LIMIT {
            return Err(refused(format!("{} holds too many files.", folder.display())));
        }
        if !entry.file_type().is_file() || !is_markdown(&name) {
            continue;
        }
        if files.len() == FILE_LIMIT {
            return Err(too_many());
        }
        let bytes = bytes_of(entry.path())?;
        total += bytes.len();
        if total > TOTAL_LIMIT {
            return Err(refused("More than 512 MB cannot be imported at once.".to_owned()));
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        files.push((parts.join("/"), bytes));
    }
    if files.is_empty() {
        return Err(refused(format!("There is no Markdown file in {}.", folder.display())));
    }
    Ok(files)
}

fn refused(why: String) -> Error {
    Error::Unreadable(why)
}

/// No more than shows that a file is too large.
fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let failed = |fault| Error::io(path, fault);
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    let limit = u64::try_from(SIZE_LIMIT + 1).unwrap_or(u64::MAX);
    file.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
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
