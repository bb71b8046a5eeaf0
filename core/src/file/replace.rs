//! A file written whole or not at all.
//!
//! The bytes go to a temporary file in the same folder, to the disk, and then take the place of the
//! old file in one step. Whatever fails on the way, the old file is as it was and nothing is left
//! beside it.
//!
//! A link is not followed, and not replaced either: what it points to lies where nobody chose, and a
//! link that has become a file would be missed. Whoever wants the file behind it names that file.

use super::whole::{Taken, Unmade, sync_names, whole};
use crate::error::{Error, Result};
use std::fs::{Metadata, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

/// Writes what `write` gives into the file at `path`, in place of what was there.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let before = match std::fs::symlink_metadata(path) {
        Ok(about) => Some(about),
        Err(fault) if fault.kind() == ErrorKind::NotFound => None,
        Err(fault) => return Err(not_saved(path, &fault)),
    };
    if let Some(reason) = before.as_ref().and_then(refusal) {
        return Err(Error::NotWritten {
            path: path.display().to_string(),
            reason: reason.to_owned(),
        });
    }
    put(path, before.as_ref(), write).map_err(|fault| not_saved(path, &fault))
}

/// Why what is there is not replaced.
fn refusal(before: &Metadata) -> Option<&'static str> {
    if before.is_symlink() {
        return Some("it is a link to another file. Choose that file, or another name");
    }
    if before.is_dir() {
        return Some("there is a folder of that name. Choose another name");
    }
    if !before.is_file() {
        return Some("it is no ordinary file. Choose another name");
    }
    let locked = before.permissions().readonly();
    locked.then_some("the file there may only be read. Choose another name, or unlock it")
}

fn put(
    path: &Path,
    before: Option<&Metadata>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let made = whole(path, Taken::Replace, |part| {
        let file = OpenOptions::new().write(true).open(part)?;
        let mut buffered = BufWriter::new(file);
        write(&mut buffered)?;
        let file = buffered.into_inner()?;
        before.map_or(Ok(()), |before| file.set_permissions(before.permissions()))
    });
    made.map_err(|unmade| match unmade {
        Unmade::Taken => ErrorKind::AlreadyExists.into(),
        Unmade::Disk(fault) | Unmade::Content(fault) => fault,
    })?;
    // The new file is in place by now; where a folder cannot be synced, that is no failure to save.
    let _ = sync_names(path);
    Ok(())
}

fn not_saved(path: &Path, fault: &io::Error) -> Error {
    let reason = match fault.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "nothing may be written there. Choose another folder".to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "there is no room left. Make room, or choose another disk".to_owned()
        }
        ErrorKind::NotFound => "the folder is not there. Choose another one".to_owned(),
        ErrorKind::InvalidFilename => "the name cannot be used. Choose another one".to_owned(),
        _ => format!("{fault}. Try another folder"),
    };
    Error::NotWritten { path: path.display().to_string(), reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fs::File;

    fn entries(folder: &Path) -> Vec<String> {
        let names = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_is_as_other_files_of_its_owner_are() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.csv");
        replace(&path, |out| out.write_all(b"whole")).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"whole");
        assert_eq!(entries(folder.path()), ["new.csv"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let plain = folder.path().join("plain");
            std::fs::write(&plain, "").unwrap();
            let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode();
            assert_eq!(mode(&path), mode(&plain));
        }
    }

    #[test]
    fn a_failure_half_way_leaves_the_old_file_and_no_litter() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.csv");
        std::fs::write(&path, "old").unwrap();
        let failed = replace(&path, |out| {
            out.write_all(&vec![b'x'; 100_000])?;
            Err(io::Error::from(ErrorKind::StorageFull))
        });
        let said = failed.unwrap_err().to_string();
        assert!(said.contains("no room left") && said.contains("as it was"), "{said}");
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        assert_eq!(entries(folder.path()), ["old.csv"]);
    }

    #[test]
    fn a_reader_of_the_old_file_goes_on_reading_it() {
        use std::io::Read;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("read.csv");
        std::fs::write(&path, "old").unwrap();
        let mut reader = File::open(&path).unwrap();
        replace(&path, |out| out.write_all(b"new and longer")).unwrap();
        let mut text = String::new();
        reader.read_to_string(&mut text).unwrap();
        assert_eq!(text, "old");
    }

    #[cfg(unix)]
    #[test]
    fn links_folders_and_locked_files_are_left_alone() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let there = |name: &str| folder.path().join(name);
        std::fs::write(there("elsewhere"), "theirs").unwrap();
        symlink(there("elsewhere"), there("link")).unwrap();
        symlink(there("nowhere"), there("dangling")).unwrap();
        std::fs::create_dir(there("folder")).unwrap();
        std::fs::write(there("locked"), "kept").unwrap();
        std::fs::set_permissions(there("locked"), PermissionsExt::from_mode(0o444)).unwrap();
        let before = entries(folder.path());
        for name in ["link", "dangling", "folder", "locked"] {
            let said = replace(&there(name), |out| out.write_all(b"x")).unwrap_err().to_string();
            assert!(said.contains("Choose"), "{said}");
        }
        assert_eq!(std::fs::read(there("elsewhere")).unwrap(), b"theirs");
        assert_eq!(std::fs::read(there("locked")).unwrap(), b"kept");
        assert_eq!(entries(folder.path()), before);
    }

    #[test]
    fn a_missing_folder_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let said = replace(&folder.path().join("gone/x.csv"), |_| Ok(())).unwrap_err().to_string();
        assert!(said.contains("the folder is not there"), "{said}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn it_holds_the_last_bytes_that_were_written_whole(
            writes in prop::collection::vec((prop::collection::vec(any::<u8>(), 0..64), any::<bool>()), 1..6),
        ) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("file");
            let mut expected = None;
            for (bytes, fails) in writes {
                let written = replace(&path, |out| {
                    out.write_all(&bytes)?;
                    if fails { Err(io::Error::other("pulled")) } else { Ok(()) }
                });
                prop_assert_eq!(written.is_err(), fails);
                if !fails {
                    expected = Some(bytes);
                }
                prop_assert_eq!(std::fs::read(&path).ok(), expected.clone());
                prop_assert!(entries(folder.path()).len() <= 1);
            }
        }
    }
}
