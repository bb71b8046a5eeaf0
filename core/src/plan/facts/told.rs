//! Everything that files said of one row: file by file, not only what holds now.

use super::read::{Facts, Rank, overlays};
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::event::Events;
use crate::facts::subject::Subject;
use crate::facts::texts::text_at;
use crate::store::engine::Session;
use crate::store::facts;

/// What one file said of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SaidBy {
    /// The file's batch.
    pub(crate) batch: i64,
    /// What it said; `None` = that what was known still holds.
    pub(crate) text: Option<String>,
}

/// Everything that files said of a row.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Of each field of the subject: what each file said of it, in the order of what they speak of.
    pub(crate) fields: Vec<Vec<SaidBy>>,
    /// What the whole segment did, by the batch that tells of it.
    pub(crate) events: Vec<(i64, Events)>,
}

impl Facts {
    /// Everything that files that count said of a row; nothing where there is no such row.
    pub(crate) fn told(
        &self,
        session: &mut dyn Session,
        subject: Subject,
        key: FactKey,
    ) -> Result<Told> {
        let Some(row) = self.segment_of(subject, key) else { return Ok(Told::default()) };
        let overlays = overlays(session, row.segment, &self.live)?;
        let base = Self::rank(&self.live, row.batch);
        let mut told = Told::default();
        for (at, field) in subject.fields().iter().enumerate() {
            let column = facts::column(session, row.segment, field)?;
            let text = column.map(|bytes| text_at(&bytes, row.size, key.slot().into()));
            let text = text.transpose()?.filter(|text| !text.is_empty());
            let mut said: Vec<(Rank, Option<String>)> =
                text.map(|text| (base, Some(text))).into_iter().collect();
            for overlay in &overlays {
                let text = overlay.patch.get(key.slot(), at).map(str::to_owned);
                if text.is_some() || overlay.patch.restates(key.slot(), at) {
                    said.push((overlay.rank, text));
                }
            }
            said.sort_by_key(|(rank, _)| *rank);
            let said = said.into_iter().map(|((_, batch), text)| SaidBy { batch, text });
            told.fields.push(said.collect());
        }
        for (batch, chunk) in facts::chunks(session, row.segment)? {
            if self.live.contains_key(&batch) {
                told.events.push((batch, Events::read(chunk)?));
            }
        }
        Ok(told)
    }
}
