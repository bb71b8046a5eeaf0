//! What changed in programmes.

use crate::id::ProgrammeId;
use crate::model::{Architecture, Programme, ProgrammeNote, ProgrammeState};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;
use ts_rs::TS;

/// A programme with what changed in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProgrammeNews {
    /// The programme.
    pub programme_id: ProgrammeId,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: ProgrammeState,
    /// What sales must know of it.
    pub for_sales: String,
    /// What changed, the latest first.
    pub notes: Vec<NoteLine>,
}

/// A note on a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteLine {
    /// The day it holds from.
    pub noted_on: NaiveDate,
    /// What changed.
    pub text: String,
    /// Who says so, or empty.
    pub author: String,
}

/// Programmes with the notes that meet a condition, in the order of the programmes. Those without any
/// are left out unless they are news themselves.
pub fn programme_news(
    plan: &Architecture,
    is_news: impl Fn(&Programme) -> bool,
    meets: impl Fn(&ProgrammeNote) -> bool,
) -> Vec<ProgrammeNews> {
    let of = |id: ProgrammeId| {
        let mut notes: Vec<&Arc<ProgrammeNote>> = plan
            .programme_notes
            .iter()
            .filter(|note| note.programme_id == id && meets(note))
            .collect();
        notes.sort_by_key(|note| std::cmp::Reverse((note.noted_on, note.id)));
        notes.into_iter().map(|note| note_line(plan, note)).collect::<Vec<_>>()
    };
    let news = |programme: Arc<Programme>| {
        let notes = of(programme.id);
        let told = !notes.is_empty() || is_news(&programme);
        told.then(|| ProgrammeNews {
            programme_id: programme.id,
            name: programme.name.clone(),
            state: programme.state,
            for_sales: programme.for_sales.clone(),
            notes,
        })
    };
    plan.programmes.in_order().into_iter().filter_map(news).collect()
}

/// A note with the name of its author.
pub fn note_line(plan: &Architecture, note: &ProgrammeNote) -> NoteLine {
    let author = note.author_id.and_then(|id| plan.members.get(id));
    NoteLine {
        noted_on: note.noted_on,
        text: note.text.clone(),
        author: author.map(|author| author.name.clone()).unwrap_or_default(),
    }
}
