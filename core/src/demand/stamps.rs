//! What figures about facts depend on.

use crate::id::EntityId;
use crate::model::{Architecture, Fields, Millis, Table};
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// The newest time in the files; `None` = there are none.
pub(super) fn newest(plan: &Architecture) -> Option<Millis> {
    plan.batches.iter().map(|batch| batch.as_of).max()
}

/// What a table of the plan is told by: every entity with its version.
pub(super) fn versions<F: Fields>(table: &Table<F>) -> String {
    let mut hasher = SipHasher13::new();
    for entity in table.iter() {
        hasher.write(entity.id.uuid().as_bytes());
        hasher.write(&entity.stamp.version.to_le_bytes());
    }
    format!("{:016x}", hasher.finish())
}
