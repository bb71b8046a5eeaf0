//! Files that are there whole or not at all: made under another name beside their place, made
//! durable, then given their name.

use crate::error::{Error, Fault, Result};
use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use tempfile::{Builder, TempPath};

/// What to do where something has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Leave it and fail.
    Leave,
    /// Put the new file in its place.
    Replace,
}

/// Makes the file at `target`; `make` is given the path under which it comes into being, where an
/// empty file lies.
pub(crate) fn whole(
    target: &Path,
    taken: Taken,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    if taken == Taken::Leave && target.exists() {
        return Err(exists(target));
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let part = empty_in(folder).map_err(|fault| io(folder, fault))?;
    make(&part).inspect_err(|_| {
        // What did not come into being leaves no log either.
        for ending in ["-wal", "-shm"] {
            let mut beside = part.as_os_str().to_owned();
            beside.push(ending);
            let _ = std::fs::remove_file(beside);
        }
    })?;
    File::open(&part).and_then(|file| file.sync_all()).map_err(|fault| io(target, fault))?;
    let named = match taken {
        Taken::Leave => part.persist_noclobber(target),
        Taken::Replace => part.persist(target),
    };
    named.map_err(|fault| match fault.error.kind() {
        ErrorKind::AlreadyExists => exists(target),
        _ => io(target, fault.error),
    })?;
    sync_folder(folder)
}

/// Makes names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    // A folder cannot be opened, and needs not be, where the system is not of the Unix kind.
    if cfg!(unix) {
        return File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|fault| io(folder, fault));
    }
    Ok(())
}

fn empty_in(folder: &Path) -> std::io::Result<TempPath> {
    let mut builder = Builder::new();
    builder.prefix(".").suffix(".part");
    #[cfg(unix)]
    let open = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(open);
    Ok(builder.tempfile_in(folder)?.into_temp_path())
}

fn exists(target: &Path) -> Error {
    Error::invalid(format!("{} exists already. Choose another name.", target.display()))
}

/// A failure of the file system where something was to be saved.
fn io(path: &Path, fault: std::io::Error) -> Error {
    match fault.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::Store(Fault::Full),
        _ => Error::io(path, fault),
    }
}
