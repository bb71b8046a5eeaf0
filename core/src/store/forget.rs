//! Forgetting what the plan tells of leads: what sales answered about them, that they are advocates,
//! and what the history says of either.

use super::column::Column;
use super::engine::{Session, Value};
use super::table::{self, Stored, read_uuid};
use crate::error::Result;
use crate::id::{AdvocateId, EntityId, LeadAnswerId};
use crate::model::{AdvocateFields, LeadAnswerFields, lead_number};
use serde::Deserialize;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Every statement here, for the test that prepares them on both engines.
pub(crate) const STATEMENTS: [&str; 5] = [ANSWERS, ADVOCATES, TOLD, DELETE_CHANGES, SETTLE_EMPTY];

const ANSWERS: &str = "SELECT id, lead FROM lead_answer ORDER BY id";
const ADVOCATES: &str = "SELECT id, lead FROM advocate ORDER BY id";
const TOLD: &str = "SELECT entity_id, row_before, row_after FROM change
    WHERE kind = 'leadAnswer' OR kind = 'advocate'";
const DELETE_CHANGES: &str = "DELETE FROM change WHERE entity_id = $1";
/// What an edit did is no longer known: there is nothing for undo and redo to do.
const SETTLE_EMPTY: &str = "UPDATE edit SET state = 'settled' WHERE state <> 'settled'
    AND NOT EXISTS (SELECT 1 FROM change WHERE change.edit_seq = edit.seq)";

/// What was forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forgotten {
    /// Answers of sales that were in the plan.
    pub(crate) answers: Vec<LeadAnswerId>,
    /// Marks of advocates that were in the plan.
    pub(crate) advocates: Vec<AdvocateId>,
    /// Those and all that only the history knew.
    pub(crate) all: BTreeSet<Uuid>,
}

/// Which lead something is about, of all that it says.
#[derive(Deserialize)]
struct About {
    lead: String,
}

/// Deletes everything that the plan tells of leads of some numbers, with all that the history says of
/// it.
pub(crate) fn forget_leads(
    session: &mut dyn Session,
    numbers: &BTreeSet<u64>,
) -> Result<Forgotten> {
    let is_theirs = |lead: &str| lead_number(lead).is_some_and(|number| numbers.contains(&number));
    let answers = delete::<LeadAnswerFields>(session, ANSWERS, &is_theirs)?;
    let advocates = delete::<AdvocateFields>(session, ADVOCATES, &is_theirs)?;
    let mut all: BTreeSet<Uuid> = answers.iter().map(|id| id.uuid()).collect();
    all.extend(advocates.iter().map(|id| id.uuid()));
    session.query(TOLD, &[], &mut |row| {
        let id = read_uuid(row)?;
        for _ in 0..2 {
            let json: Option<String> = Column::from_value(row.value()?)?;
            let told = json.and_then(|json| serde_json::from_str::<About>(&json).ok());
            if told.is_some_and(|told| is_theirs(&told.lead)) {
                all.insert(id);
            }
        }
        Ok(())
    })?;
    for id in &all {
        session.execute(DELETE_CHANGES, &[Value::Text(id.to_string())])?;
    }
    if !all.is_empty() {
        session.execute(SETTLE_EMPTY, &[])?;
    }
    Ok(Forgotten { answers, advocates, all })
}

/// Deletes those of a kind that are about some leads.
fn delete<F: Stored>(
    session: &mut dyn Session,
    sql: &str,
    is_theirs: &dyn Fn(&str) -> bool,
) -> Result<Vec<F::Id>> {
    let mut there = Vec::new();
    session.query(sql, &[], &mut |row| {
        let id = F::Id::from_uuid(read_uuid(row)?);
        if is_theirs(&String::from_value(row.value()?)?) {
            there.push(id);
        }
        Ok(())
    })?;
    for id in &there {
        table::delete::<F>(session, *id)?;
    }
    Ok(there)
}
