//! Programmes with their notes and sums.

use super::Context;
use super::edit::Nothing;
use crate::error::Result;
use crate::id::ProgrammeNoteId;
use crate::model::{Architecture, Millis, Programme, ProgrammeMonth, Sum};
use crate::review::{NoteLine, note_line};
use serde::Serialize;
use std::sync::Arc;
use ts_rs::TS;

/// A programme with what it costs and what changed in it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProgrammeRow {
    /// The programme.
    pub programme: Programme,
    /// What it may cost, over all months.
    pub budget: Sum,
    /// What it did cost, over all months.
    pub cost: Sum,
    /// What changed in it, the latest first.
    pub notes: Vec<NoteRow>,
}

/// A note on a programme.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteRow {
    /// The note.
    pub id: ProgrammeNoteId,
    /// What it says.
    #[serde(flatten)]
    pub line: NoteLine,
    /// When it was written down.
    pub created_at: Millis,
}

/// All programmes, in the order people gave them.
pub(super) fn list(context: Context<'_>, _: Nothing) -> Result<Vec<ProgrammeRow>> {
    let view = context.view()?;
    Ok(view.programmes.in_order().iter().map(|programme| row(&view, programme)).collect())
}

fn row(view: &Architecture, programme: &Arc<Programme>) -> ProgrammeRow {
    let sum = |of: fn(&ProgrammeMonth) -> Option<&crate::model::Money>| {
        // A month that says only one of the two says nothing of the other.
        let said = programme.months.iter().filter(|month| of(month).is_some());
        Sum::in_plan(view, said.map(|month| (of(month), month.month)))
    };
    let of = view.programme_notes.iter().filter(|note| note.programme_id == programme.id);
    let mut notes: Vec<_> = of.collect();
    notes.sort_by_key(|note| std::cmp::Reverse((note.noted_on, note.id)));
    ProgrammeRow {
        programme: Programme::clone(programme),
        budget: sum(|month| month.budget.as_ref()),
        cost: sum(|month| month.cost.as_ref()),
        notes: notes
            .into_iter()
            .map(|note| NoteRow {
                id: note.id,
                line: note_line(view, note),
                created_at: note.stamp.created_at,
            })
            .collect(),
    }
}
