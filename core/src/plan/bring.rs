//! Several things at once that refer to each other: the rules are looked at when all are there.

use super::seen::Changed;
use super::{Ruled, Tx};
use crate::by_kind;
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use crate::model::{Architecture, Entity, Millis, Stamp};
use uuid::Uuid;

impl Tx<'_> {
    /// Gives things the fields that another plan has for them. What is new comes last among its kind
    /// and keeps the time of its making; what is there keeps its place. All of it holds to the rules,
    /// or nothing of it is taken.
    pub fn bring_in(&mut self, from: &Architecture, things: &[Changed]) -> Result<()> {
        for kind in EntityKind::ALL {
            for (_, id) in things.iter().filter(|(of, _)| *of == kind) {
                by_kind!(kind, put_from(self, from, *id))?;
            }
        }
        things.iter().try_for_each(|(kind, id)| by_kind!(*kind, look_at(self, *id)))
    }

    /// Deletes a thing with all that hangs on it, where it is still there.
    pub fn delete_any(&mut self, (kind, id): Changed) -> Result<()> {
        by_kind!(kind, delete_as(self, id))
    }
}

fn put_from<F: Ruled>(tx: &mut Tx<'_>, from: &Architecture, id: Uuid) -> Result<()> {
    let id = F::Id::from_uuid(id);
    let wanted = F::table(from).need(id)?;
    let mut entity = match F::table(tx.view()).get(id) {
        Some(now) if now.fields == wanted.fields => return Ok(()),
        Some(now) => Entity { fields: wanted.fields.clone(), ..Entity::clone(now) },
        None => {
            let made = wanted.stamp.created_at.0.clamp(0, tx.by().at.0.max(0));
            let stamp = Stamp { created_at: Millis(made), ..Stamp::default() };
            let (fields, position) = (wanted.fields.clone(), tx.next_position::<F>());
            Entity { id, fields, position, stamp }
        }
    };
    entity.fields.tidy();
    tx.touch(&mut entity.stamp);
    tx.put_raw(entity)
}

fn look_at<F: Ruled>(tx: &mut Tx<'_>, id: Uuid) -> Result<()> {
    let id = F::Id::from_uuid(id);
    let fields = F::table(tx.view()).need(id)?.fields.clone();
    fields.check()?;
    fields.check_in(tx.view(), id)?;
    F::settle(tx, id)
}

fn delete_as<F: Ruled>(tx: &mut Tx<'_>, id: Uuid) -> Result<()> {
    let id = F::Id::from_uuid(id);
    if F::table(tx.view()).has(id) { tx.delete::<F>(id) } else { Ok(()) }
}
