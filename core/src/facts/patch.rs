//! What a later file says of leads known already: the slots it speaks of, and a column for each
//! field it says something new about. A blank says nothing, and never erases.
//!
//! Where it says what was known, it *restates* that: the text is not kept again, only that it still
//! held. A file that speaks of a time between is told by it not to prevail.

use super::column::{TextWriter, damaged};
use super::field::{FIELDS, LeadField};
use super::texts::Texts;
use crate::error::Result;
use crate::model::Word;
use std::collections::BTreeMap;

/// What one file says of some leads of a segment: by slot, a text for each field that has news.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    rows: BTreeMap<u16, [Option<String>; FIELDS]>,
    /// By slot, the fields restated: one bit a field.
    restated: BTreeMap<u16, u32>,
}

impl Patch {
    /// Says something of a lead.
    pub fn set(&mut self, slot: u16, field: LeadField, text: String) {
        self.rows.entry(slot).or_default()[field.at()] = Some(text);
        if let Some(fields) = self.restated.get_mut(&slot) {
            *fields &= !bit(field);
        }
    }

    /// Says that what was known of a lead's field still holds.
    pub fn restate(&mut self, slot: u16, field: LeadField) {
        *self.restated.entry(slot).or_default() |= bit(field);
    }

    /// Whether it says so.
    pub fn restates(&self, slot: u16, field: LeadField) -> bool {
        self.restated.get(&slot).is_some_and(|fields| fields & bit(field) != 0)
    }

    /// What it says of a lead's field.
    pub fn get(&self, slot: u16, field: LeadField) -> Option<&str> {
        self.rows.get(&slot)?[field.at()].as_deref()
    }

    /// The leads it speaks of.
    pub fn slots(&self) -> impl Iterator<Item = u16> {
        self.rows.keys().copied()
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.restated.is_empty()
    }

    /// The patch as bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut out = count(self.rows.len()).to_vec();
        self.rows.keys().for_each(|slot| out.extend_from_slice(&slot.to_le_bytes()));
        out.extend_from_slice(&count(self.restated.len()));
        for (slot, fields) in &self.restated {
            out.extend_from_slice(&slot.to_le_bytes());
            out.extend_from_slice(&fields.to_le_bytes());
        }
        let mut writer = TextWriter::default();
        for field in LeadField::ALL {
            for texts in self.rows.values() {
                writer.push(texts[field.at()].as_deref().unwrap_or_default());
            }
            let column = writer.column();
            writer.clear();
            out.extend_from_slice(&count(column.len()));
            out.extend_from_slice(&column);
        }
        out
    }

    /// Reads what [`Patch::write`] wrote. One that is older may lack the last fields.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let (size, mut rest) = counted(bytes)?;
        let (slots, after) = rest.split_at_checked(size.saturating_mul(2)).ok_or_else(damaged)?;
        rest = after;
        let slots: Vec<u16> =
            slots.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        let mut patch = Self::default();
        let (restated, after) = counted(rest)?;
        let (entries, after) =
            after.split_at_checked(restated.saturating_mul(6)).ok_or_else(damaged)?;
        rest = after;
        for entry in entries.chunks_exact(6) {
            let fields = u32::from_le_bytes([entry[2], entry[3], entry[4], entry[5]]);
            patch.restated.insert(u16::from_le_bytes([entry[0], entry[1]]), fields);
        }
        for field in LeadField::ALL {
            if rest.is_empty() {
                break;
            }
            let (len, after) = counted(rest)?;
            let (column, after) = after.split_at_checked(len).ok_or_else(damaged)?;
            rest = after;
            let texts = Texts::read(column, size)?;
            for (row, slot) in slots.iter().enumerate() {
                let text = texts.get(row);
                if !text.is_empty() {
                    patch.set(*slot, *field, text.to_owned());
                }
            }
        }
        Ok(patch)
    }
}

fn bit(field: LeadField) -> u32 {
    1 << field.at()
}

fn count(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

fn counted(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>().ok_or_else(damaged)?;
    Ok((u32::from_le_bytes(*number) as usize, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn patches_come_back_as_they_were(
            said in prop::collection::vec((any::<u16>(), 0..FIELDS, "[a-c]{1,3}"), 0..40),
        ) {
            let mut patch = Patch::default();
            for (slot, field, text) in said {
                let field = LeadField::ALL[field];
                if text == "a" { patch.restate(slot, field) } else { patch.set(slot, field, text) }
            }
            prop_assert_eq!(Patch::read(&patch.write()).unwrap(), patch);
        }

        #[test]
        fn any_bytes_at_all_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Patch::read(&bytes);
        }
    }
}
