//! Leads that are marked as advocates.

use super::Context;
use crate::demand;
use crate::error::Result;
use crate::model::{Advocate, AdvocateFields, Entity, Fields, lead_told};
use crate::plan::{Op, Outcome, Verb};
use serde::Deserialize;
use ts_rs::TS;

/// A lead that speaks for us.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkAdvocate {
    /// The lead's number.
    pub key: u32,
    /// How it speaks for us.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub note: String,
}

/// Marks a lead as an advocate; of one that is marked the note changes.
pub(super) fn mark(context: Context<'_>, request: MarkAdvocate) -> Result<Outcome<Advocate>> {
    let by = context.by()?;
    let lead = demand::marked(&context.open()?.plan, request.key)?;
    let note = request.note;
    let verb = if lead.mark.is_some() { Verb::Update } else { Verb::Create };
    context.transact(Op::one(verb, AdvocateFields::KIND, ""), |tx| {
        let mark = match lead.mark {
            Some(id) => tx.update(id, None, |fields: &mut AdvocateFields| {
                fields.note.clone_from(&note);
                Ok(())
            })?,
            None => tx.create(AdvocateFields {
                lead: lead_told(lead.number),
                note,
                marked_at: by.at,
                member_id: by.member,
            })?,
        };
        Ok(Entity::clone(&mark))
    })
}
