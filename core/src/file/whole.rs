//! Files that are there whole or not at all: made under another name beside their place, made
//! durable, then given their name.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::{Duration, SystemTime};
use tempfile::{Builder, TempPath};

const BEGINNING: &str = ".throughline-";
const ENDING: &str = ".part";
/// So many bytes are let go of at a time.
const PIECE: u64 = 4 << 20;
/// What is older than this comes into being no more: whoever made it was stopped.
const ABANDONED: Duration = Duration::from_hours(24);

/// What to do where something has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Leave it and fail.
    Leave,
    /// Put the new file in its place.
    Replace,
}

/// Why a file was not made.
#[derive(Debug)]
pub(crate) enum Unmade<E> {
    /// Something has the name already.
    Taken,
    /// The disk refused.
    Disk(io::Error),
    /// What was to go into it could not be written.
    Content(E),
}

/// Makes the file at `target`; `make` is given the path under which it comes into being, where an
/// empty file lies. Whatever fails, what was at `target` is as it was.
pub(crate) fn whole<E>(
    target: &Path,
    taken: Taken,
    make: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), Unmade<E>> {
    if taken == Taken::Leave && target.exists() {
        return Err(Unmade::Taken);
    }
    let part = empty_in(folder_of(target)).map_err(Unmade::Disk)?;
    make(&part).map_err(Unmade::Content)?;
    File::open(&part).and_then(|file| file.sync_all()).map_err(Unmade::Disk)?;
    let named = match taken {
        Taken::Leave => part.persist_noclobber(target),
        Taken::Replace => part.persist(target),
    };
    named.map_err(|fault| match fault.error.kind() {
        ErrorKind::AlreadyExists => Unmade::Taken,
        _ => Unmade::Disk(fault.error),
    })
}

/// The folder a file lies in.
pub(crate) fn folder_of(target: &Path) -> &Path {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Takes a file away, piece by piece: in one go, whoever makes something durable meanwhile waits until
/// the file system has let go of all of it. Once begun, the file is one that is swept.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    let mut name = OsString::from(BEGINNING);
    name.push(path.file_name().unwrap_or_default());
    name.push(ENDING);
    let going = folder_of(path).join(name);
    std::fs::rename(path, &going)?;
    // Where it does not go piece by piece, it goes as a whole.
    let _ = let_go(&going);
    std::fs::remove_file(&going)
}

fn let_go(path: &Path) -> io::Result<()> {
    let file = OpenOptions::new().write(true).open(path)?;
    let mut left = file.metadata()?.len();
    while left > 0 {
        left = left.saturating_sub(PIECE);
        file.set_len(left)?;
    }
    Ok(())
}

/// Makes the names in the folder of `target` durable.
pub(crate) fn sync_names(target: &Path) -> io::Result<()> {
    // A folder cannot be opened, and needs not be, where the system is not of the Unix kind.
    if cfg!(unix) {
        return File::open(folder_of(target)).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Takes away what was coming into being in a folder when whoever made it was stopped, a day before
/// `now` or earlier (milliseconds since 1970). One that cannot be taken away stays.
pub(crate) fn sweep(folder: &Path, now: i64) {
    let now = SystemTime::UNIX_EPOCH + Duration::from_millis(now.try_into().unwrap_or(0));
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_part = name.starts_with(BEGINNING) && name.contains(ENDING);
        if is_part && entry.metadata().is_ok_and(|about| is_abandoned(&about, now)) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn is_abandoned(about: &std::fs::Metadata, now: SystemTime) -> bool {
    let age = about.modified().ok().and_then(|at| now.duration_since(at).ok());
    about.is_file() && age.is_some_and(|age| age >= ABANDONED)
}

fn empty_in(folder: &Path) -> io::Result<TempPath> {
    let mut builder = Builder::new();
    builder.prefix(BEGINNING).suffix(ENDING);
    // A temporary file is for its owner alone; what people save is as their other files are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    Ok(builder.tempfile_in(folder)?.into_temp_path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_taken_away_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.throughline");
        for length in [0, 1, PIECE, 2 * PIECE + 7] {
            File::create(&path).unwrap().set_len(length).unwrap();
            remove(&path).unwrap();
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{length}");
        }
        assert_eq!(remove(&path).unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn only_our_own_parts_are_swept_and_only_old_ones() {
        let folder = tempfile::tempdir().unwrap();
        let names = [".throughline-a1.part", ".throughline-a1.part-wal", ".a1.part", "plan.part"];
        for name in names {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let made = std::fs::metadata(folder.path().join(names[0])).unwrap().modified().unwrap();
        let made = made.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_millis();
        let made = i64::try_from(made).unwrap();
        let left = || std::fs::read_dir(folder.path()).unwrap().count();
        sweep(folder.path(), made);
        assert_eq!(left(), 4, "they may be under way");
        sweep(folder.path(), made + 25 * 3_600_000);
        assert_eq!(left(), 2);
        assert!(names[2..].iter().all(|name| folder.path().join(name).exists()));
    }
}
