//! Tables of the plan: which columns an entity's fields have, which link tables its lists of ids.
//!
//! Statements are put together from these constants alone; no identifier ever comes from outside.

use super::column::Column;
use super::engine::{Row, Session, Value};
use crate::error::{Error, Result};
use crate::id::EntityId;
use crate::model::{Entity, Kept, Millis, Stamp};
use std::collections::HashMap;
use uuid::Uuid;

/// A list of ids kept in a table of its own, one row an id.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) table: &'static str,
    pub(crate) owner: &'static str,
    pub(crate) target: &'static str,
}

/// Fields that have a table.
pub(crate) trait Stored: Kept {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];
    const LINKS: &'static [Link] = &[];
    fn values(&self) -> Vec<Value>;
    fn read(row: &mut Row) -> Result<Self>;
    fn linked(&self, _link: usize) -> Vec<Uuid> {
        Vec::new()
    }
    fn set_linked(&mut self, _link: usize, _ids: Vec<Uuid>) {}
}

const STAMP: [&str; 6] = ["id", "position", "created_at", "updated_at", "updated_by", "version"];

pub(crate) fn columns<F: Stored>() -> Vec<&'static str> {
    STAMP.iter().chain(F::COLUMNS).copied().collect()
}

pub(crate) fn select_sql<F: Stored>() -> String {
    format!("SELECT {} FROM {} ORDER BY id", columns::<F>().join(", "), F::TABLE)
}

pub(crate) fn upsert_sql<F: Stored>() -> String {
    let columns = columns::<F>();
    let parameters: Vec<_> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let updates: Vec<_> =
        columns[1..].iter().map(|column| format!("{column} = excluded.{column}")).collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        F::TABLE,
        columns.join(", "),
        parameters.join(", "),
        updates.join(", ")
    )
}

pub(crate) fn delete_sql<F: Stored>() -> String {
    format!("DELETE FROM {} WHERE id = $1", F::TABLE)
}

impl Link {
    pub(crate) fn select_sql(self) -> String {
        let Self { table, owner, target } = self;
        format!("SELECT {owner}, {target} FROM {table} ORDER BY {owner}, {target}")
    }
    pub(crate) fn insert_sql(self) -> String {
        let Self { table, owner, target } = self;
        format!("INSERT INTO {table} ({owner}, {target}) VALUES ($1, $2)")
    }
    pub(crate) fn clear_sql(self) -> String {
        format!("DELETE FROM {} WHERE {} = $1", self.table, self.owner)
    }
}

/// Writes an entity over the one with its id; `before` tells which links it had.
pub(crate) fn save<F: Stored>(
    session: &mut dyn Session,
    entity: &Entity<F>,
    before: Option<&Entity<F>>,
) -> Result<()> {
    let stamp = &entity.stamp;
    let mut values = vec![
        uuid_value(entity.id.uuid()),
        entity.position.to_value(),
        stamp.created_at.to_value(),
        stamp.updated_at.to_value(),
        stamp.updated_by.to_value(),
        stamp.version.to_value(),
    ];
    values.extend(entity.fields.values());
    session.execute(&upsert_sql::<F>(), &values)?;
    for (index, link) in F::LINKS.iter().enumerate() {
        let ids = entity.fields.linked(index);
        let had = before.map(|entity| entity.fields.linked(index)).unwrap_or_default();
        if ids != had {
            save_links(session, *link, entity.id.uuid(), &ids)?;
        }
    }
    Ok(())
}

fn save_links(session: &mut dyn Session, link: Link, owner: Uuid, ids: &[Uuid]) -> Result<()> {
    let owner = uuid_value(owner);
    session.execute(&link.clear_sql(), std::slice::from_ref(&owner))?;
    for id in ids {
        session.execute(&link.insert_sql(), &[owner.clone(), uuid_value(*id)])?;
    }
    Ok(())
}

/// Deletes an entity and its links.
pub(crate) fn delete<F: Stored>(session: &mut dyn Session, id: F::Id) -> Result<()> {
    let id = uuid_value(id.uuid());
    for link in F::LINKS {
        session.execute(&link.clear_sql(), std::slice::from_ref(&id))?;
    }
    session.execute(&delete_sql::<F>(), &[id]).map(drop)
}

/// The ids of a link table by owner.
pub(crate) type Linked = HashMap<Uuid, Vec<Uuid>>;

/// Hands every entity of a table to `each`.
pub(crate) fn load<F: Stored>(
    session: &mut dyn Session,
    each: &mut dyn FnMut(Entity<F>),
) -> Result<()> {
    let mut links = Vec::new();
    for link in F::LINKS {
        let mut pairs = Vec::new();
        session.query(&link.select_sql(), &[], &mut |row| {
            pairs.push(read_pair(row)?);
            Ok(())
        })?;
        links.push(grouped(pairs));
    }
    session.query(&select_sql::<F>(), &[], &mut |row| {
        let mut entity = read_entity::<F>(row)?;
        take_links(&mut entity, &mut links);
        each(entity);
        Ok(())
    })
}

/// A row of a link table: owner and target.
pub(crate) fn read_pair(row: &mut Row) -> Result<(Uuid, Uuid)> {
    Ok((read_uuid(row)?, read_uuid(row)?))
}

pub(crate) fn grouped(pairs: Vec<(Uuid, Uuid)>) -> Linked {
    let mut targets = Linked::new();
    for (owner, target) in pairs {
        targets.entry(owner).or_default().push(target);
    }
    targets
}

/// Gives an entity the ids that the link tables of its kind hold for it.
pub(crate) fn take_links<F: Stored>(entity: &mut Entity<F>, links: &mut [Linked]) {
    for (index, targets) in links.iter_mut().enumerate() {
        let ids = targets.remove(&entity.id.uuid()).unwrap_or_default();
        entity.fields.set_linked(index, ids);
    }
}

pub(crate) fn read_entity<F: Stored>(row: &mut Row) -> Result<Entity<F>> {
    let id = F::Id::from_uuid(read_uuid(row)?);
    let position = i64::from_value(row.value()?)?;
    let stamp = Stamp {
        created_at: Millis::from_value(row.value()?)?,
        updated_at: Millis::from_value(row.value()?)?,
        updated_by: Column::from_value(row.value()?)?,
        version: i64::from_value(row.value()?)?,
    };
    Ok(Entity { id, position, stamp, fields: F::read(row)? })
}

fn uuid_value(id: Uuid) -> Value {
    Value::Text(id.to_string())
}

pub(crate) fn read_uuid(row: &mut Row) -> Result<Uuid> {
    let text = String::from_value(row.value()?)?;
    Uuid::try_parse(&text).map_err(|_| Error::Damaged(format!("{text:?} is not an id")))
}

/// Declares the table of some fields: columns in order, each named after its field; lists of ids
/// that live in link tables.
macro_rules! stored {
    ($fields:ident in $table:literal: $($column:ident),+
        $(; $($list:ident by $link:literal ($owner:literal, $target:literal)),+)?) => {
        impl $crate::store::table::Stored for $crate::model::$fields {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($column)),+];
            $(const LINKS: &'static [$crate::store::table::Link] = &[$(
                $crate::store::table::Link { table: $link, owner: $owner, target: $target }
            ),+];)?

            fn values(&self) -> Vec<$crate::store::engine::Value> {
                vec![$($crate::store::column::Column::to_value(&self.$column)),+]
            }

            fn read(
                row: &mut $crate::store::engine::Row,
            ) -> $crate::error::Result<Self> {
                Ok(Self {
                    $($column: $crate::store::column::Column::from_value(row.value()?)?,)+
                    $($($list: Vec::new(),)+)?
                })
            }

            $(
                fn linked(&self, link: usize) -> Vec<uuid::Uuid> {
                    let lists: &[Vec<uuid::Uuid>] = &[$(
                        self.$list.iter().map(|id| $crate::id::EntityId::uuid(*id)).collect()
                    ),+];
                    lists.get(link).cloned().unwrap_or_default()
                }

                fn set_linked(&mut self, link: usize, ids: Vec<uuid::Uuid>) {
                    let mut next = 0_usize;
                    $(
                        if link == next {
                            self.$list =
                                ids.iter().copied().map($crate::id::EntityId::from_uuid).collect();
                        }
                        next += 1;
                    )+
                    debug_assert!(link < next, "a link that was not declared");
                }
            )?
        }
    };
}
pub(crate) use stored;
