//! What a change did, for whoever asked for it.

use super::tx::{Record, Recorded};
use crate::id::{EntityId, EntityKind, MemberId};
use crate::model::Millis;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// The value a change gave, and what it touched.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Outcome<T> {
    /// What was asked for.
    pub value: T,
    /// What changed on the way.
    pub changes: Changes,
}

/// What a change touched.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Changes {
    /// The revision of the plan that holds it.
    pub revision: u64,
    /// The kinds touched, each once.
    pub kinds: Vec<EntityKind>,
    /// The rows touched, each once.
    pub rows: Vec<RowChange>,
    /// What undo would take back now.
    pub undo: Option<Done>,
    /// What redo would bring again now.
    pub redo: Option<Done>,
}

/// One row touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RowChange {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// It is gone.
    pub deleted: bool,
}

/// An edit, as undo, redo and the history name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// Its number.
    pub seq: i64,
    /// The verb, a word of [`Verb`](super::Verb).
    pub verb: String,
    /// The kind it was done to.
    pub kind: Option<EntityKind>,
    /// The name of what it was done to, or empty.
    pub subject: String,
    /// How many things.
    pub size: u32,
    /// Who did it.
    pub member_id: Option<MemberId>,
    /// When.
    pub at: Millis,
}

impl RowChange {
    pub(super) fn of(recorded: &Recorded) -> Self {
        Self { kind: recorded.kind, id: recorded.id, deleted: recorded.after.is_none() }
    }

    /// Whether it is this entity.
    pub fn is<I: EntityId>(self, id: I) -> bool {
        self.id == id.uuid()
    }
}

impl Changes {
    pub(super) fn of(
        revision: u64,
        record: &Record,
        (undo, redo): (Option<Done>, Option<Done>),
    ) -> Self {
        let beside = record.beside.iter().copied();
        let rows: Vec<_> = record.rows.iter().map(RowChange::of).chain(beside).collect();
        let mut kinds: Vec<_> = rows.iter().map(|row| row.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut seen = std::collections::HashSet::new();
        let mut latest: Vec<_> = rows.into_iter().rev().filter(|row| seen.insert(row.id)).collect();
        latest.reverse();
        Self { revision, kinds, rows: latest, undo, redo }
    }
}
