//! Writing a file anew, so that of what was deleted no byte is left.
//!
//! SQLite writes zeros over what it deletes, but leaves what it moved while it made room on a page.
//! A file written anew holds what is there and nothing else.

use super::Sqlite;
use super::faults::store_error;
use crate::error::Result;
use rusqlite::limits::Limit;

/// Larger files are written anew by way of a file without a name, smaller ones in memory.
const IN_MEMORY: u64 = 256 << 20;

impl Sqlite {
    /// Writes everything anew, in one change, and folds the log.
    pub fn write_anew(&mut self) -> Result<()> {
        self.stand_on_file()?;
        // What is written anew comes into being as a second file of the connection, which may have
        // none otherwise.
        self.connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1).map_err(store_error)?;
        let in_file = self.bytes() > IN_MEMORY;
        if in_file {
            self.pragma("temp_store", 1)?;
        }
        let written = self.connection.execute_batch("VACUUM").map_err(store_error);
        if in_file {
            self.pragma("temp_store", 2)?;
        }
        self.connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0).map_err(store_error)?;
        self.noted(written)?;
        self.fold_log()
    }

    /// Closes a file that needs nothing beside it, not even where nothing can be written.
    pub fn close_alone(self) -> Result<()> {
        self.fold_log()?;
        self.connection.execute_batch("PRAGMA journal_mode = DELETE").map_err(store_error)
    }
}
