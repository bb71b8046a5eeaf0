//! Copies of a whole file, made through SQLite's own way, never by copying bytes: a file that is
//! written to meanwhile is copied as it was at one moment.

use super::Sqlite;
use super::faults::store_error;
use crate::error::{Error, Fault, Result};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::Path;
use std::time::Duration;

/// All pages in one step.
const ALL: i32 = -1;
/// So many pages come onto the disk at a time: who saves an edit meanwhile waits for no more.
const SOME: i32 = 512;
const PATIENCE: Duration = Duration::from_millis(50);
const TRIES: u32 = 100;

impl Sqlite {
    /// Writes the file as it is now into a new one at `target`, durably and whole in itself (no log
    /// beside it).
    pub fn copy_to(&self, target: &Path) -> Result<()> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut copy = Self::connect(target, flags)?;
        // Nobody reads the copy before it is whole, and it is made durable at the end.
        copy.connection
            .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            .map_err(store_error)?;
        let file = File::open(target).map_err(|fault| Error::io(target, fault))?;
        // One moment for all steps: they would begin anew with every change in between otherwise.
        let moment = self.connection.unchecked_transaction().map_err(store_error)?;
        moment
            .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
            .map_err(store_error)?;
        pages(&moment, &mut copy.connection, SOME, || {
            file.sync_data().map_err(|fault| Error::io(target, fault))
        })?;
        drop((moment, copy, file));
        let single = Self::connect(target, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        single.connection.execute_batch("PRAGMA journal_mode = DELETE;").map_err(store_error)?;
        drop(single);
        File::open(target)
            .and_then(|file| file.sync_all())
            .map_err(|fault| Error::io(target, fault))
    }

    /// Puts what the file at `source` holds in place of everything here, in one change that other
    /// connections see whole.
    pub fn take_over(&mut self, source: &Self) -> Result<()> {
        pages(&source.connection, &mut self.connection, ALL, || Ok(()))
    }
}

/// Copies all pages, so many at a time.
fn pages(
    from: &Connection,
    to: &mut Connection,
    at_once: i32,
    after_each: impl Fn() -> Result<()>,
) -> Result<()> {
    let backup = Backup::new(from, to).map_err(store_error)?;
    let mut tries = 0;
    while tries < TRIES {
        match backup.step(at_once).map_err(store_error)? {
            StepResult::Done => return Ok(()),
            StepResult::More => after_each()?,
            _ => {
                tries += 1;
                std::thread::sleep(PATIENCE);
            }
        }
    }
    Err(Error::Store(Fault::Busy))
}
