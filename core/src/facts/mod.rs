//! Facts: what was imported about people and what they did, in the shape it is kept in.
//!
//! Facts are many (millions of leads) and change by the file, not by the row, so they are kept in
//! columns: [`SEGMENT`] rows about one kind of [`subject`] make a *segment*; each field of a segment
//! is one run of bytes ([`column`]), and what its leads did, or its deals went through, lies in
//! chunks beside it ([`event`]). A row is known by its key: segment × [`SEGMENT`] + slot. Nothing is
//! written over: what a later file says of a row known already is a [`patch`] of its own, so that
//! taking a file back is to leave its parts out.
//!
//! This room knows bytes and rules, no database: pure functions over what the store reads.

pub mod column;
pub mod erased;
pub mod event;
pub mod field;
pub mod identity;
pub mod patch;
pub mod purge;
pub mod sieve;
pub mod subject;
pub mod texts;

/// How many rows a segment holds at most; a slot fits into two bytes.
pub const SEGMENT: u32 = 16_384;

/// The number of a lead, a deal, or what else facts are about: its segment and its slot there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactKey(pub u32);

impl FactKey {
    /// The row at a slot of a segment.
    pub fn at(segment: u32, slot: u16) -> Self {
        Self(segment * SEGMENT + u32::from(slot))
    }

    /// Its segment.
    pub fn segment(self) -> u32 {
        self.0 / SEGMENT
    }

    /// Its slot in the segment.
    pub fn slot(self) -> u16 {
        u16::try_from(self.0 % SEGMENT).unwrap_or_default()
    }
}
