//! A segment as it is known while a file speaks of its rows.

use super::Live;
use super::read::{Facts, Overlay, Rank, overlays, texts_of};
use super::write::Met;
use crate::error::Result;
use crate::facts::field::LeadField;
use crate::facts::patch::Patch;
use crate::facts::subject::{FactField, Subject};
use crate::facts::texts::Texts;
use crate::model::Millis;
use crate::store::engine::Session;
use crate::store::facts::{self, SegmentRow};
use std::collections::HashMap;

/// The end of time.
const LAST: Rank = (Millis(i64::MAX), i64::MAX);

/// A segment as it is known, as far as rows about it ask.
pub(super) struct Segment<'a> {
    pub(super) row: SegmentRow,
    pub(super) live: &'a Live,
    columns: HashMap<usize, Texts>,
    overlays: Vec<Overlay>,
}

impl<'a> Segment<'a> {
    /// The segment of that number, if it counts.
    pub(super) fn open(
        session: &mut dyn Session,
        segment: u32,
        live: &'a Live,
    ) -> Result<Option<Self>> {
        let row = facts::segment(session, segment)?;
        let Some(row) = row.filter(|row| live.contains_key(&row.batch)) else { return Ok(None) };
        let overlays = overlays(session, segment, live)?;
        Ok(Some(Self { row, live, columns: HashMap::new(), overlays }))
    }

    fn base(&mut self, session: &mut dyn Session, slot: u16, field: usize) -> Result<&str> {
        if !self.columns.contains_key(&field) {
            let texts = texts_of(session, self.row, field)?;
            self.columns.insert(field, texts);
        }
        Ok(self.columns.get(&field).map_or("", |texts| texts.get(slot.into())))
    }

    /// Whether a row is about somebody else whose address makes the same number.
    pub(super) fn is_another(&mut self, session: &mut dyn Session, met: &Met) -> Result<bool> {
        if self.row.subject != Subject::Lead {
            return Ok(false);
        }
        let email = LeadField::Email.at();
        let said = met.fields.iter().find(|(field, _)| *field == email);
        let Some((_, address)) = said else { return Ok(false) };
        let known = self.resolved(session, met.key.slot(), email, LAST)?;
        Ok(known.is_some_and(|known| known != *address))
    }

    /// Whether a text differs from any that was said of the field.
    pub(super) fn differs(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: usize,
        text: &str,
    ) -> Result<bool> {
        let base = self.base(session, slot, field)?;
        if base != text && !base.is_empty() {
            return Ok(true);
        }
        let mut said = !base.is_empty();
        for overlay in &self.overlays {
            match overlay.patch.get(slot, field) {
                Some(told) if told != text => return Ok(true),
                Some(_) => said = true,
                None => {}
            }
        }
        Ok(!said)
    }

    /// The text that held at a rank, if there is one.
    pub(super) fn resolved(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: usize,
        until: Rank,
    ) -> Result<Option<String>> {
        let base_at = Facts::rank(self.live, self.row.batch);
        let base = self.base(session, slot, field)?.to_owned();
        let mut found = (!base.is_empty() && base_at <= until).then_some((base_at, base));
        for overlay in self.overlays.iter().filter(|overlay| overlay.rank <= until) {
            let newer = found.as_ref().is_none_or(|(rank, _)| *rank <= overlay.rank);
            if let Some(text) = overlay.patch.get(slot, field).filter(|_| newer) {
                found = Some((overlay.rank, text.to_owned()));
            }
        }
        Ok(found.map(|(_, text)| text))
    }

    /// Writes down what a later file restated, before a text of a time between is said: what it
    /// restated would be taken for that otherwise.
    pub(super) fn hold_later(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: usize,
        batch: i64,
    ) -> Result<()> {
        let at = Facts::rank(self.live, batch);
        let base_at = Facts::rank(self.live, self.row.batch);
        let told = base_at > at && !self.base(session, slot, field)?.is_empty();
        let told = told.then_some(base_at);
        let explicit = self.overlays.iter().filter(|one| one.patch.get(slot, field).is_some());
        let told = explicit.map(|one| one.rank).filter(|rank| *rank > at).chain(told).min();
        let restates = |one: &Overlay| {
            one.rank > at
                && told.is_none_or(|told| one.rank < told)
                && one.patch.restates(slot, field)
        };
        let Some(place) = self.overlays.iter().position(restates) else { return Ok(()) };
        let Some(text) = self.resolved(session, slot, field, self.overlays[place].rank)? else {
            return Ok(());
        };
        let overlay = &mut self.overlays[place];
        overlay.patch.set(slot, field, text);
        let (_, number) = overlay.rank;
        facts::keep_patch(session, self.row.segment, number, overlay.patch.write())
    }

    /// Restates what is said again. Of a time before all that was said it is kept as a text: nothing
    /// would be there to be restated.
    pub(super) fn restate(
        &mut self,
        session: &mut dyn Session,
        batch: i64,
        slots: &[u32],
        patch: &mut Patch,
    ) -> Result<()> {
        let at = Facts::rank(self.live, batch);
        if self.row.batch == batch {
            return Ok(());
        }
        for (slot, fields) in slots.iter().enumerate().filter(|(_, fields)| **fields != 0) {
            let slot = u16::try_from(slot).unwrap_or(u16::MAX);
            let all = 0..self.row.subject.fields().len();
            for field in all.filter(|field| fields & (1_u32 << field) != 0) {
                let said = self.said(session, slot, field)?;
                let again = said.iter().any(|(as_of, _)| *as_of == at.0);
                if again || patch.get(slot, field).is_some() {
                    continue;
                }
                let text = self.resolved(session, slot, field, LAST)?;
                match text.filter(|_| said.iter().all(|rank| *rank > at)) {
                    Some(text) => patch.set(slot, field, text),
                    None => patch.restate(slot, field),
                }
            }
        }
        Ok(())
    }

    /// As of when something was said of a field.
    pub(super) fn said(
        &mut self,
        session: &mut dyn Session,
        slot: u16,
        field: usize,
    ) -> Result<Vec<Rank>> {
        let says = |one: &&Overlay| {
            one.patch.get(slot, field).is_some() || one.patch.restates(slot, field)
        };
        let mut said: Vec<Rank> = self.overlays.iter().filter(says).map(|one| one.rank).collect();
        if !self.base(session, slot, field)?.is_empty() {
            said.push(Facts::rank(self.live, self.row.batch));
        }
        Ok(said)
    }
}
