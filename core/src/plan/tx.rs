//! A change under way: every row it touches is checked, written and remembered.

use super::By;
use super::facts::Sieves;
use super::outcome::RowChange;
use super::rules::Ruled;
use crate::each_kind;
use crate::error::{Error, Result};
use crate::id::{EntityId, EntityKind};
use crate::model::{Architecture, Entity, Kept, Millis, Stamp};
use crate::store::engine::Session;
use crate::store::table;
use std::sync::Arc;
use uuid::timestamp::context::ContextV7;
use uuid::{Timestamp, Uuid};

/// A row touched: as JSON, before (`None` = it was made) and after (`None` = it is gone).
#[derive(Clone, Debug)]
pub(super) struct Recorded {
    pub(super) kind: EntityKind,
    pub(super) id: Uuid,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// What a change left to remember.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) rows: Vec<Recorded>,
    /// Undo and redo mark the edit they revert themselves; everything else is a new edit.
    pub(super) reverts: Option<super::undo::Revert>,
    /// The edit is numbered after this one at least.
    pub(super) after: i64,
    /// It is in the history though it touched no row, and neither undo nor redo reaches it.
    pub(super) for_good: bool,
    /// Things that are not in the history and look otherwise now: whoever looks at them looks again.
    pub(super) beside: Vec<RowChange>,
}

/// What lasts from change to change.
pub(super) struct Lasting {
    /// Gives ids out in ascending order.
    ids: ContextV7,
    /// The sieves of the index of facts that were read.
    sieves: Sieves,
    /// Of the file as it was read or written here.
    pub(super) data_version: i64,
}

impl Lasting {
    /// Of a file of that version.
    pub(super) fn of(data_version: i64) -> Self {
        Self { ids: ContextV7::new(), sieves: Sieves::default(), data_version }
    }

    /// The file is another one now: of what was read of it nothing holds.
    pub(super) fn follow(&mut self, data_version: i64) {
        self.data_version = data_version;
        self.sieves = Sieves::default();
    }
}

/// A change under way. Without a session it is a rehearsal: nothing is written.
pub struct Tx<'a> {
    session: Option<&'a mut dyn Session>,
    lasting: &'a Lasting,
    architecture: Architecture,
    by: By,
    record: Record,
}

impl std::fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tx").field("by", &self.by).finish_non_exhaustive()
    }
}

impl<'a> Tx<'a> {
    pub(super) fn new(
        session: Option<&'a mut dyn Session>,
        lasting: &'a Lasting,
        base: &Architecture,
        by: By,
    ) -> Self {
        let architecture = base.clone();
        Self { session, lasting, architecture, by, record: Record::default() }
    }

    pub(super) fn finish(self) -> (Architecture, Record) {
        (self.architecture, self.record)
    }

    /// The plan with what this change has done so far.
    pub fn view(&self) -> &Architecture {
        &self.architecture
    }

    /// Who changes, and when.
    pub fn by(&self) -> By {
        self.by
    }

    /// Makes an entity; it comes last among its kind.
    pub fn create<F: Ruled>(&mut self, mut fields: F) -> Result<Arc<Entity<F>>> {
        fields.tidy();
        let entity = Entity {
            id: F::Id::from_uuid(self.next_id()),
            fields,
            position: self.next_position::<F>(),
            stamp: Stamp {
                created_at: self.by.at,
                updated_at: self.by.at,
                updated_by: self.by.member,
                version: 1,
            },
        };
        self.put_checked(entity)
    }

    /// Changes an entity's fields. With a `version`, fails if somebody changed it since.
    pub fn update<F: Ruled>(
        &mut self,
        id: F::Id,
        version: Option<i64>,
        change: impl FnOnce(&mut F) -> Result<()>,
    ) -> Result<Arc<Entity<F>>> {
        let before = Arc::clone(F::table(&self.architecture).need(id)?);
        if version.is_some_and(|version| version != before.stamp.version) {
            return Err(Error::Conflict(F::KIND));
        }
        let mut after = Entity::clone(&before);
        change(&mut after.fields)?;
        after.fields.tidy();
        if after.fields == before.fields {
            return Ok(before);
        }
        self.touch(&mut after.stamp);
        self.put_checked(after)
    }

    /// Deletes an entity with all that hangs on it, each as a change of its own.
    pub fn delete<F: Ruled>(&mut self, id: F::Id) -> Result<()> {
        F::table(&self.architecture).need(id)?;
        F::may_delete(&self.architecture, id)?;
        F::detach(self, id)?;
        self.take_raw::<F>(id)
    }

    /// Puts entities of a kind in this order; those not named keep theirs, behind.
    pub fn reorder<F: Ruled>(&mut self, ids: &[F::Id]) -> Result<()> {
        for (position, id) in (0_i64..).zip(ids) {
            let before = F::table(&self.architecture).need(*id)?;
            if before.position != position {
                let mut after = Entity::clone(before);
                after.position = position;
                self.touch(&mut after.stamp);
                self.put_raw(after)?;
            }
        }
        Ok(())
    }

    /// Puts an entity back to the fields and place it once had, as a change like any other.
    pub(super) fn bring_back<F: Ruled>(&mut self, mut entity: Entity<F>) -> Result<()> {
        if let Some(now) = F::table(&self.architecture).get(entity.id) {
            if now.fields == entity.fields && now.position == entity.position {
                return Ok(());
            }
            entity.stamp = now.stamp.clone();
        }
        self.touch(&mut entity.stamp);
        entity.fields.make_room(self, entity.id)?;
        self.put_checked(entity).map(drop)
    }

    /// Takes over a plan that keeps all rules, as it is, into one that is empty. What it says of
    /// edits is of another history: this one is numbered from behind those.
    pub(super) fn adopt(&mut self, plan: &Architecture) -> Result<()> {
        each_kind!(F => for entity in F::table(plan).iter() {
            self.put_raw::<F>(Entity::clone(entity))?;
        });
        self.record.after = plan.snapshots.iter().map(|one| one.last_edit).max().unwrap_or(0);
        Ok(())
    }

    /// The position behind all others of a kind.
    pub(super) fn next_position<F: Ruled>(&mut self) -> i64 {
        F::table_mut(&mut self.architecture).next_position()
    }

    pub(super) fn touch(&self, stamp: &mut Stamp) {
        stamp.updated_at = self.by.at;
        stamp.updated_by = self.by.member;
        stamp.version += 1;
    }

    fn put_checked<F: Ruled>(&mut self, entity: Entity<F>) -> Result<Arc<Entity<F>>> {
        entity.fields.check()?;
        entity.fields.check_in(&self.architecture, entity.id)?;
        let id = entity.id;
        self.put_raw(entity)?;
        F::settle(self, id)?;
        F::table(&self.architecture).need(id).cloned()
    }

    /// Writes an entity as it is. The rules were seen to by the caller.
    pub(super) fn put_raw<F: Ruled>(&mut self, entity: Entity<F>) -> Result<()> {
        let before = F::table(&self.architecture).get(entity.id).cloned();
        if let Some(session) = self.session.as_deref_mut() {
            table::save(session, &entity, before.as_deref())?;
        }
        self.record.rows.push(Recorded {
            kind: F::KIND,
            id: entity.id.uuid(),
            before: before.as_deref().map(to_json).transpose()?,
            after: Some(to_json(&entity)?),
        });
        self.architecture.put(entity);
        Ok(())
    }

    pub(super) fn take_raw<F: Ruled>(&mut self, id: F::Id) -> Result<()> {
        let Some(before) = self.architecture.take::<F>(id) else {
            return Err(Error::NotFound(F::KIND));
        };
        if let Some(session) = self.session.as_deref_mut() {
            table::delete::<F>(session, id)?;
        }
        let before = Some(to_json(&before)?);
        self.record.rows.push(Recorded { kind: F::KIND, id: id.uuid(), before, after: None });
        Ok(())
    }

    /// What the history says within this change; nothing where none is kept.
    pub(super) fn history<T>(
        &mut self,
        ask: impl FnOnce(&mut dyn Session) -> Result<Option<T>>,
    ) -> Result<Option<T>> {
        match &mut self.session {
            Some(session) => ask(&mut **session),
            None => Ok(None),
        }
    }

    /// Where facts are written.
    pub(super) fn facts_session(&mut self) -> Result<&mut dyn Session> {
        match &mut self.session {
            Some(session) => Ok(&mut **session),
            None => Err(Error::Internal("facts are not taken in by a rehearsal".to_owned())),
        }
    }

    pub(super) fn sieves(&self) -> &'a Sieves {
        &self.lasting.sieves
    }

    /// What is done beside the plan stays done; these things look otherwise now.
    pub(super) fn settle_for_good(&mut self, beside: Vec<RowChange>) {
        self.record.for_good = true;
        self.record.beside = beside;
    }

    /// Takes an entity out of the plan that the store holds no more, nor the history.
    pub(super) fn forget<F: Ruled>(&mut self, id: F::Id) {
        self.architecture.take::<F>(id);
    }

    pub(super) fn revert(&mut self, revert: super::undo::Revert) {
        self.record.reverts = Some(revert);
    }

    fn next_id(&self) -> Uuid {
        fresh_id(&self.lasting.ids, self.by.at)
    }
}

/// An id of a time, behind all others of the same context.
pub(crate) fn fresh_id(ids: &ContextV7, at: Millis) -> Uuid {
    let millis = u64::try_from(at.0).unwrap_or_default();
    let nanos = u32::try_from(millis % 1000).unwrap_or_default() * 1_000_000;
    Uuid::new_v7(Timestamp::from_unix(ids, millis / 1000, nanos))
}

fn to_json<F: Ruled>(entity: &Entity<F>) -> Result<String> {
    serde_json::to_string(entity).map_err(|error| Error::Internal(error.to_string()))
}
