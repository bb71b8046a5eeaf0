//! The plan: open it, look at it, change it.
//!
//! [`Plan::transact`] is the one way to change anything. The change is made on a copy of the plan in
//! memory and in one transaction of the store; the copy replaces the original only after COMMIT, so
//! that nobody ever sees what is not saved.

mod access;
mod apart;
mod aside;
mod bring;
mod chain;
mod copy;
mod create;
mod delete;
pub(crate) mod facts;
pub mod log;
mod op;
mod outcome;
mod past;
mod presets;
mod rescue;
mod rules;
mod seen;
mod tx;
pub mod undo;
#[cfg(test)]
mod upgrade_tests;
mod verify;
mod voice;

pub use access::{Opening, ReadOnly};
pub use apart::{Apart, Past};
pub use aside::{files_aside, place_backup};
pub use copy::Copied;
pub use create::Setup;
pub use delete::{Hanging, hanging};
pub use facts::erase::{Marks, Mention, Mentioned, cleanse, marks_of};
pub use op::{Op, Verb};
pub use outcome::{Changes, Done, Outcome, RowChange};
pub use past::{Step, Steps};
pub use presets::{Preset, add_journey};
pub use rescue::{Rescued, rescue};
pub use rules::Ruled;
pub use seen::{Changed, Since};
pub use tx::Tx;
pub(crate) use tx::fresh_id;
pub use verify::{first_broken, verify};

pub use crate::store::hold::Holder;

use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::model::{Architecture, Millis};
use crate::store::engine::Session;
use crate::store::hold::Hold;
use seen::Seen;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use tx::{Lasting, Record};

/// Who changes the plan, and when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct By {
    /// The member who speaks; `None` for what the program sets up itself.
    pub member: Option<MemberId>,
    /// The time of the change.
    pub at: Millis,
}

/// An open workspace.
pub struct Plan {
    writer: Mutex<Writer>,
    seen: RwLock<Seen>,
    read_only: Option<ReadOnly>,
    looks: facts::Looks,
    /// The right to write, given back with the plan. The last field: it goes after the file is closed.
    hold: Mutex<Option<Hold>>,
}

/// What changes the file; one at a time.
struct Writer {
    session: Box<dyn Session>,
    lasting: Lasting,
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan").field("read_only", &self.read_only).finish_non_exhaustive()
    }
}

impl Plan {
    fn over(mut session: Box<dyn Session>) -> Result<Self> {
        let seen = RwLock::new(Seen::new(crate::store::load(session.as_mut())?));
        let lasting = Lasting::of(session.data_version()?);
        let writer = Mutex::new(Writer { session, lasting });
        let looks = facts::Looks::default();
        Ok(Self { writer, seen, read_only: None, looks, hold: Mutex::new(None) })
    }

    /// The plan as saved. It stays as it is however long it is held.
    pub fn view(&self) -> Arc<Architecture> {
        self.follow_file();
        self.seen().architecture()
    }

    /// The revision of what [`Plan::view`] shows; it counts up with every change.
    pub fn revision(&self) -> u64 {
        self.follow_file();
        self.seen().revision()
    }

    /// The plan as saved, and what changed in it since a revision.
    pub fn since(&self, revision: u64) -> Since {
        self.follow_file();
        self.seen().since(revision)
    }

    /// What undo and redo would do now.
    pub fn undo_redo(&self) -> Result<(Option<Done>, Option<Done>)> {
        undo::stacks(self.writer().session.as_mut())
    }

    /// Reads from the store what is not held in memory.
    pub(crate) fn read_store<T>(
        &self,
        read: impl FnOnce(&mut dyn Session) -> Result<T>,
    ) -> Result<T> {
        read(self.writer().session.as_mut())
    }

    /// Changes the plan: all of `change` or nothing, saved, remembered in the history and undoable.
    /// A change that touches no row leaves no trace.
    pub fn transact<T>(
        &self,
        by: By,
        op: Op,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Outcome<T>> {
        self.may_write()?;
        let mut writer = self.writer();
        self.save(&mut writer, by, op, change).map_err(Error::while_saving)
    }

    fn save<T>(
        &self,
        writer: &mut Writer,
        by: By,
        op: Op,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Outcome<T>> {
        writer.session.begin()?;
        let open = OpenTransaction { session: writer.session.as_mut(), done: false };
        let base = self.base(open.session, &mut writer.lasting)?;
        let mut tx = Tx::new(Some(&mut *open.session), &writer.lasting, &base, by);
        let value = change(&mut tx)?;
        let (architecture, recorded) = tx.finish();
        let state = undo::log(open.session, by, op, &recorded)?;
        open.commit()?;
        let revision = self.show(architecture, &recorded);
        Ok(Outcome { value, changes: Changes::of(revision, &recorded, state) })
    }

    /// What a change would do, without doing it: the value and the rows it would touch.
    pub fn rehearse<T>(
        &self,
        by: By,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<(T, Vec<RowChange>)> {
        let lasting = Lasting::of(0);
        let mut tx = Tx::new(None, &lasting, &self.view(), by);
        let value = change(&mut tx)?;
        let (_, recorded) = tx.finish();
        Ok((value, recorded.rows.iter().map(RowChange::of).collect()))
    }

    /// The plan to change: read anew if another process has changed the file.
    fn base(&self, session: &mut dyn Session, lasting: &mut Lasting) -> Result<Arc<Architecture>> {
        let version = session.data_version()?;
        if version == lasting.data_version {
            return Ok(self.seen().architecture());
        }
        let architecture = crate::store::load(session)?;
        lasting.follow(version);
        self.seen_to_change().replace(architecture);
        Ok(self.seen().architecture())
    }

    /// Takes over what another process has written, unless a change is under way here.
    fn follow_file(&self) {
        if let Ok(mut writer) = self.writer.try_lock() {
            let writer = &mut *writer;
            // A file that cannot be read now will say so to the next change; what is held in memory
            // was saved and stays true.
            let _ = self.base(writer.session.as_mut(), &mut writer.lasting);
        }
    }

    fn show(&self, architecture: Architecture, record: &Record) -> u64 {
        let mut seen = self.seen_to_change();
        if record.rows.is_empty() && record.beside.is_empty() {
            return seen.revision();
        }
        let rows = record.rows.iter().map(|row| (row.kind, row.id));
        let beside = record.beside.iter().map(|row| (row.kind, row.id));
        seen.follow(architecture, rows.chain(beside).collect())
    }

    fn seen(&self) -> RwLockReadGuard<'_, Seen> {
        self.seen.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn seen_to_change(&self) -> RwLockWriteGuard<'_, Seen> {
        self.seen.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// A panic inside a change rolled its transaction back, so the writer is sound after it.
    fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Rolls back unless committed: on an error and on a panic alike.
struct OpenTransaction<'a> {
    session: &'a mut dyn Session,
    done: bool,
}

impl OpenTransaction<'_> {
    fn commit(mut self) -> Result<()> {
        self.session.commit()?;
        self.done = true;
        Ok(())
    }
}

impl Drop for OpenTransaction<'_> {
    fn drop(&mut self) {
        if !self.done {
            self.session.rollback();
        }
    }
}
