//! What a later file says of rows known already: the slots it speaks of, and a column for each
//! field it says something new about. A blank says nothing, and never erases.
//!
//! Where it says what was known, it *restates* that: the text is not kept again, only that it still
//! held. A file that speaks of a time between is told by it not to prevail.

use super::column::{TextWriter, damaged};
use super::purge::Anew;
use super::subject::MOST_FIELDS;
use super::texts::Texts;
use crate::error::Result;
use std::collections::{BTreeMap, BTreeSet};

/// What one file says of some rows of a segment: by slot, a text for each field that has news.
/// Fields are told by their places among those of the segment's subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    rows: BTreeMap<u16, BTreeMap<usize, String>>,
    /// By slot, the fields restated: one bit a field.
    restated: BTreeMap<u16, u32>,
}

impl Patch {
    /// Says something.
    pub fn set(&mut self, slot: u16, field: usize, text: String) {
        self.rows.entry(slot).or_default().insert(field, text);
        if let Some(fields) = self.restated.get_mut(&slot) {
            *fields &= !bit(field);
        }
    }

    /// Says that what was known of a field still holds.
    pub fn restate(&mut self, slot: u16, field: usize) {
        *self.restated.entry(slot).or_default() |= bit(field);
    }

    /// Whether it says so.
    pub fn restates(&self, slot: u16, field: usize) -> bool {
        self.restated.get(&slot).is_some_and(|fields| fields & bit(field) != 0)
    }

    /// What it says of a field.
    pub fn get(&self, slot: u16, field: usize) -> Option<&str> {
        self.rows.get(&slot)?.get(&field).map(String::as_str)
    }

    /// The slots of which it says something.
    pub fn slots(&self) -> impl Iterator<Item = u16> {
        self.rows.keys().copied()
    }

    /// The slots of which it says something, or that what was known still holds.
    pub fn all_slots(&self) -> impl Iterator<Item = u16> {
        let restated = self.restated.keys().filter(|slot| !self.rows.contains_key(slot));
        self.rows.keys().chain(restated).copied()
    }

    /// Forgets some rows, and tells the texts of the others as they are told now, given the place of
    /// their field; `None` where nothing changed.
    pub fn without(
        mut self,
        gone: &BTreeSet<u16>,
        retell: impl Fn(usize, &str) -> Option<String>,
    ) -> Option<Anew<Self>> {
        let (mut went, mut retold, mut restated) = (0, 0, false);
        for slot in gone {
            went += self.rows.remove(slot).map_or(0, |texts| texts.len() as u64);
            restated |= self.restated.remove(slot).is_some();
        }
        for (field, text) in self.rows.values_mut().flatten() {
            if let Some(told) = retell(*field, text) {
                *text = told;
                retold += 1;
            }
        }
        (restated || went + retold > 0).then_some(Anew { data: self, went, retold })
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
        let last = self.rows.values().filter_map(|texts| texts.keys().max()).max();
        for field in 0..last.map_or(0, |last| last + 1) {
            for texts in self.rows.values() {
                writer.push(texts.get(&field).map_or("", String::as_str));
            }
            let column = writer.column();
            writer.clear();
            out.extend_from_slice(&count(column.len()));
            out.extend_from_slice(&column);
        }
        out
    }

    /// Reads what [`Patch::write`] wrote. The last fields are lacking where it says nothing of them.
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
        for field in 0..MOST_FIELDS {
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
                    patch.set(*slot, field, text.to_owned());
                }
            }
        }
        Ok(patch)
    }
}

fn bit(field: usize) -> u32 {
    1_u32.checked_shl(u32::try_from(field).unwrap_or(u32::MAX)).unwrap_or_default()
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
            said in prop::collection::vec((any::<u16>(), 0..MOST_FIELDS, "[a-c]{1,3}"), 0..40),
        ) {
            let mut patch = Patch::default();
            for (slot, field, text) in said {
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
