//! Forgetting what sales answered about leads: the answers, and what the history says of them.

use super::column::Column;
use super::engine::{Session, Value};
use super::table::{self, read_uuid};
use crate::error::Result;
use crate::id::{EntityId, LeadAnswerId};
use crate::model::LeadAnswerFields;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Every statement here, for the test that prepares them on both engines.
pub(crate) const STATEMENTS: [&str; 4] = [ANSWERS, TOLD, DELETE_CHANGES, SETTLE_EMPTY];

const ANSWERS: &str = "SELECT id, lead FROM lead_answer ORDER BY id";
const TOLD: &str = "SELECT entity_id, row_before, row_after FROM change WHERE kind = 'leadAnswer'";
const DELETE_CHANGES: &str = "DELETE FROM change WHERE entity_id = $1";
/// What an edit did is no longer known: there is nothing for undo and redo to do.
const SETTLE_EMPTY: &str = "UPDATE edit SET state = 'settled' WHERE state <> 'settled'
    AND NOT EXISTS (SELECT 1 FROM change WHERE change.edit_seq = edit.seq)";

/// The answers that were forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forgotten {
    /// Those that were in the plan.
    pub(crate) there: Vec<LeadAnswerId>,
    /// Those and all that only the history knew.
    pub(crate) all: BTreeSet<Uuid>,
}

/// Deletes every answer about leads of some numbers, with all that the history says of it.
pub(crate) fn forget_answers(
    session: &mut dyn Session,
    numbers: &BTreeSet<u64>,
) -> Result<Forgotten> {
    let is_theirs =
        |lead: &str| u64::from_str_radix(lead, 16).is_ok_and(|number| numbers.contains(&number));
    let Forgotten { mut there, mut all } = Forgotten::default();
    session.query(ANSWERS, &[], &mut |row| {
        let id = read_uuid(row)?;
        if is_theirs(&String::from_value(row.value()?)?) {
            there.push(LeadAnswerId::from_uuid(id));
            all.insert(id);
        }
        Ok(())
    })?;
    session.query(TOLD, &[], &mut |row| {
        let id = read_uuid(row)?;
        for _ in 0..2 {
            let json: Option<String> = Column::from_value(row.value()?)?;
            let told = json.and_then(|json| serde_json::from_str::<LeadAnswerFields>(&json).ok());
            if told.is_some_and(|told| is_theirs(&told.lead)) {
                all.insert(id);
            }
        }
        Ok(())
    })?;
    for id in &there {
        table::delete::<LeadAnswerFields>(session, *id)?;
    }
    for id in &all {
        session.execute(DELETE_CHANGES, &[Value::Text(id.to_string())])?;
    }
    if !all.is_empty() {
        session.execute(SETTLE_EMPTY, &[])?;
    }
    Ok(Forgotten { there, all })
}
