//! The whole workspace as a file: copies, backups, and a backup in place of what is there.

use super::facts::erase::sweep_file;
use super::{By, Plan};
use crate::backup::{Backup, Reason, Shelf};
use crate::error::{Error, Result};
use crate::model::{Architecture, Millis, Table};
use crate::store::engine::Session;
use crate::store::{self, Taken, history, rescue};
use std::path::Path;

/// What a copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// Everything.
    Whole,
    /// The plan as it was held in memory: the file with its history can no longer be read.
    WithoutHistory,
}

impl Plan {
    /// Makes a backup of what is saved now. Edits go on meanwhile.
    pub fn back_up(&self, shelf: &Shelf, at: Millis, reason: Reason) -> Result<Backup> {
        let swept = self.sweep();
        let made = self.with_reader(|session| shelf.make(session, at, reason))?;
        if swept.is_err() {
            // What lies between what is there was copied along.
            sweep_file(&shelf.folder().join(&made.name))?;
        }
        Ok(made)
    }

    /// Writes a copy to `target`, in place of what is there.
    pub fn save_copy(&self, target: &Path, at: Millis) -> Result<Copied> {
        // Where that cannot be done here, it is when the copy is opened.
        let _ = self.sweep();
        let copied = self.with_reader(|session| store::copy(session, target, Taken::Replace));
        match copied {
            Ok(()) => Ok(Copied::Whole),
            Err(Error::Store(_) | Error::Damaged(_)) => {
                let plan = (*self.seen().architecture()).clone();
                let mut salvage = rescue::Salvage { plan, ..rescue::Salvage::default() };
                // What was taken in lies in the file alone.
                salvage.plan.batches = Table::default();
                salvage.edits.push(super::rescue::mark(&salvage, at));
                rescue::write(target, Taken::Replace, &salvage).map(drop)?;
                Ok(Copied::WithoutHistory)
            }
            Err(error) => Err(error),
        }
    }

    /// Writes a file to `target`, in place of what is there, that holds another form of this plan
    /// and no history, as before-images would tell what the other form leaves out.
    pub fn save_form(&self, target: &Path, at: Millis, form: &Architecture) -> Result<()> {
        super::create::adopt_into(target, Taken::Replace, By { member: None, at }, form)
    }

    /// Puts what the backup at `path` holds in place of everything.
    pub fn restore(&self, path: &Path) -> Result<()> {
        self.may_write()?;
        store::up_to_date(path, |file| {
            let mut writer = self.writer();
            let writer = &mut *writer;
            writer.session.take_over(file)?;
            let architecture = store::load(writer.session.as_mut())?;
            writer.lasting.follow(writer.session.data_version()?);
            self.seen_to_change().replace(architecture);
            Ok(())
        })
        .map_err(Error::while_saving)
    }

    /// The number of the latest edit; 0 where there is none.
    pub fn last_edit(&self) -> Result<i64> {
        self.read_store(history::last_seq)
    }

    /// Reads for long without keeping anybody from writing, where the file is still in its place.
    fn with_reader<T>(&self, read: impl FnOnce(&mut dyn Session) -> Result<T>) -> Result<T> {
        let reader = self.writer().session.reader()?;
        match reader {
            Some(mut reader) => read(reader.as_mut()),
            None => read(self.writer().session.as_mut()),
        }
    }
}
