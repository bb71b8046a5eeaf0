//! Everything that files said of one field, row by row.

use super::read::{Overlay, Rank};
use crate::facts::texts::{Texts, Words};
use crate::model::Millis;

/// What files said of a field of each row of a segment, and as of when.
#[derive(Debug, Default)]
pub(crate) struct History {
    words: Words,
    /// By slot and time.
    said: Vec<(u16, Millis, u32)>,
}

impl History {
    /// `base` = what came with the segment; later files in the order of what they speak of.
    pub(super) fn of((base, rank): (Texts, Rank), overlays: &[Overlay], field: usize) -> Self {
        let Texts { mut words, codes } = base;
        let mut all: Vec<(u16, Rank, Option<u32>)> = Vec::new();
        for (slot, code) in (0..=u16::MAX).zip(codes) {
            if !words.get(code).is_empty() {
                all.push((slot, rank, Some(code)));
            }
        }
        for overlay in overlays {
            for slot in overlay.patch.all_slots() {
                let text = overlay.patch.get(slot, field);
                if text.is_some() || overlay.patch.restates(slot, field) {
                    all.push((slot, overlay.rank, text.map(|text| words.push(text))));
                }
            }
        }
        all.sort_by_key(|(slot, rank, _)| (*slot, *rank));
        Self { said: filled(all), words }
    }

    /// What files said of a row, and as of when, the earliest first.
    pub(crate) fn of_row(&self, slot: u16) -> impl Iterator<Item = (Millis, &str)> {
        let first = self.said.partition_point(|(one, ..)| *one < slot);
        let theirs = self.said[first..].iter().take_while(move |(one, ..)| *one == slot);
        theirs.map(|(_, at, code)| (*at, self.words.get(*code)))
    }
}

/// Where a file said that what was known still holds, that stands there.
fn filled(all: Vec<(u16, Rank, Option<u32>)>) -> Vec<(u16, Millis, u32)> {
    let mut said: Vec<(u16, Millis, u32)> = Vec::with_capacity(all.len());
    for (slot, (at, _), code) in all {
        let before = said.last().filter(|(one, ..)| *one == slot).map(|(.., code)| *code);
        said.extend(code.or(before).map(|code| (slot, at, code)));
    }
    said
}
