//! An end to the work that a file asks for. The pages of one that is damaged, or was made to do harm,
//! can refer to one another in ways that take years to follow; a sound one is read in a small part of
//! the steps that are granted here.

use super::place::beside;
use super::{Sqlite, faults::store_error};
use crate::error::Result;
use std::path::Path;

/// Steps of SQLite's machine for each byte. A check of a sound file takes less than one for ten.
const FOR_A_BYTE: u64 = 8;
/// Steps for a file of any size.
const AT_LEAST: u64 = 1_000_000;
/// So many steps go by between two looks at how many there were.
const A_LOOK: i32 = 1_000;

impl Sqlite {
    /// From here on statements end as damage when all of them together have taken the steps that the
    /// file is worth.
    pub(super) fn bound(&mut self) -> Result<()> {
        let mut looks = (AT_LEAST + self.bytes() * FOR_A_BYTE) / u64::from(A_LOOK.unsigned_abs());
        let is_over = move || {
            looks = looks.saturating_sub(1);
            looks == 0
        };
        self.connection.progress_handler(A_LOOK, Some(is_over)).map_err(store_error)
    }

    /// Does `work` within the steps that the file is worth.
    pub(super) fn bounded<T>(&mut self, work: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        self.bound()?;
        let done = work(self);
        self.connection.progress_handler(0, None::<fn() -> bool>).map_err(store_error)?;
        done
    }

    /// How long the file is, with its log; 0 where there is none.
    pub(super) fn bytes(&self) -> u64 {
        let length = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
        length(&self.file) + length(&beside(&self.file, "-wal"))
    }
}
