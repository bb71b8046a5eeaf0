//! Where workspace files come into being: whole, durable, or not at all.

use crate::error::{Error, Fault, Result};
use crate::file::{self, Taken, Unmade, folder_of, sync_names};
use std::io::ErrorKind;
use std::path::Path;

/// Makes the workspace file at `target`; `make` is given the path under which it comes into being,
/// where an empty file lies.
pub(crate) fn whole(
    target: &Path,
    taken: Taken,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let made = file::whole(target, taken, |part| {
        make(part).inspect_err(|_| {
            // What did not come into being leaves no log either.
            for ending in ["-wal", "-shm"] {
                let mut beside = part.as_os_str().to_owned();
                beside.push(ending);
                let _ = std::fs::remove_file(beside);
            }
        })
    });
    made.map_err(|unmade| match unmade {
        Unmade::Taken => exists(target),
        Unmade::Disk(fault) => io(target, fault),
        Unmade::Content(error) => error,
    })?;
    sync_names(target).map_err(|fault| io(folder_of(target), fault))
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
