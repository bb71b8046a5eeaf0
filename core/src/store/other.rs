//! A file of a workspace that is not the one that is open: a backup.

use super::engine::{Session, Sqlite};
use super::facts::erased::{self, MarkRow};
use super::{Taken, bring_up_to_date, former, whole};
use crate::error::Result;
use std::path::Path;

/// Hands over every mark of an erased lead that can be read in the file at `path`.
pub(crate) fn each_mark(path: &Path, each: &mut dyn FnMut(MarkRow)) -> Result<()> {
    let [_, (table, columns)] = erased::TABLES;
    let sought = former::sought(table, columns);
    Sqlite::open_to_salvage(path)?.salvage(&sought, &mut |mut row| {
        if let Ok(mark) = erased::row_to_mark(&mut row) {
            each(mark);
        }
    })
}

/// Changes the sound file at `path` and writes it anew, whole or not at all; of what the change
/// deleted nothing is left in it. It is of the current schema then.
pub(crate) fn change(
    path: &Path,
    change: impl FnOnce(&mut dyn Session) -> Result<()>,
) -> Result<()> {
    whole(path, Taken::Replace, |part| {
        bring_up_to_date(path, part)?;
        let mut session = Sqlite::open(part)?;
        change(&mut session)?;
        session.write_anew()?;
        session.close_alone()
    })
}
