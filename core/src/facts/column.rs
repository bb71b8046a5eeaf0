//! Columns of a segment as bytes: texts by dictionary or plain, times as distances from the first.
//!
//! Every column begins with one byte that names its form; all numbers are little-endian. Reading
//! them is the business of [`texts`](super::texts).

use crate::error::Error;
use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::BuildHasher;

/// All blank.
pub(super) const BLANK: u8 = 0;
/// Different texts once, and which row has which.
pub(super) const WORDS: u8 = 1;
/// Every text in full.
pub(super) const PLAIN: u8 = 2;
/// Addresses: the part before the `@` plain, the part behind it as words.
pub(super) const ADDRESSES: u8 = 3;
/// Times: a first one, a unit and distances.
pub(super) const TIMES: u8 = 4;

const DAMAGED: &str = "a column of facts does not add up";

pub(crate) fn damaged() -> Error {
    Error::Damaged(DAMAGED.to_owned())
}

/// Collects the texts of a column, row by row.
#[derive(Debug, Default)]
pub struct TextWriter {
    words: HashTable<u32>,
    bytes: Vec<u8>,
    ends: Vec<u32>,
    codes: Vec<u32>,
    /// For so many columns more texts are not compared: hardly any came twice in the last one.
    plain: u8,
}

/// A column of so many rows tells how often texts come twice.
const MANY: usize = 1_000;
/// So many columns are written in full before it is looked again whether texts come twice.
const PLAIN_COLUMNS: u8 = 8;

impl TextWriter {
    /// The next row's text; empty = blank.
    pub fn push(&mut self, text: &str) {
        let code = if text.is_empty() { 0 } else { self.code(text.as_bytes()) };
        self.codes.push(code);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    fn word(&self, at: u32) -> &[u8] {
        word_of(&self.bytes, &self.ends, at)
    }

    fn code(&mut self, text: &[u8]) -> u32 {
        if self.plain > 0 {
            return self.add(text) + 1;
        }
        let hash = |text: &[u8]| FixedState::default().hash_one(text);
        if let Some(found) = self.words.find(hash(text), |at| self.word(*at) == text) {
            return found + 1;
        }
        let at = self.add(text);
        let Self { words, bytes, ends, .. } = self;
        words.insert_unique(hash(text), at, |at| hash(word_of(bytes, ends, *at)));
        at + 1
    }

    fn add(&mut self, text: &[u8]) -> u32 {
        let at = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.bytes.extend_from_slice(text);
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
        at
    }

    /// The column as bytes.
    pub fn column(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.bytes.len() + self.codes.len() * 2 + 16);
        if self.ends.is_empty() {
            out.push(BLANK);
        } else if self.plain > 0 || self.is_varied() {
            self.write_plain(&mut out);
        } else {
            self.write_words(&mut out);
        }
        out
    }

    /// Whether hardly any text comes twice.
    fn is_varied(&self) -> bool {
        self.ends.len() * 2 > self.codes.len()
    }

    /// Begins the next column.
    pub fn clear(&mut self) {
        if self.plain > 0 {
            self.plain -= 1;
        } else if self.codes.len() >= MANY && self.is_varied() {
            self.plain = PLAIN_COLUMNS;
        }
        self.words.clear();
        self.bytes.clear();
        self.ends.clear();
        self.codes.clear();
    }

    fn write_words(&self, out: &mut Vec<u8>) {
        out.push(WORDS);
        put_len(out, self.ends.len());
        for at in 0..self.ends.len() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            put_len(out, self.word(at).len());
        }
        out.extend_from_slice(&self.bytes);
        put_numbers(out, self.ends.len() as u64, self.codes.iter().map(|code| u64::from(*code)));
    }

    fn write_plain(&self, out: &mut Vec<u8>) {
        out.push(PLAIN);
        let text = |code: u32| if code == 0 { &[][..] } else { self.word(code - 1) };
        let longest = self.codes.iter().map(|code| text(*code).len() as u64).max().unwrap_or(0);
        put_numbers(out, longest, self.codes.iter().map(|code| text(*code).len() as u64));
        for code in &self.codes {
            out.extend_from_slice(text(*code));
        }
    }
}

fn word_of<'a>(bytes: &'a [u8], ends: &[u32], at: u32) -> &'a [u8] {
    let at = at as usize;
    let start = if at == 0 { 0 } else { ends[at - 1] as usize };
    &bytes[start..ends[at] as usize]
}

/// Collects e-mail addresses, row by row.
#[derive(Debug, Default)]
pub struct AddressWriter {
    lens: Vec<u32>,
    locals: Vec<u8>,
    domains: TextWriter,
}

impl AddressWriter {
    /// The next row's address; empty = blank.
    pub fn push(&mut self, address: &str) {
        let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
        self.lens.push(u32::try_from(local.len()).unwrap_or(u32::MAX));
        self.locals.extend_from_slice(local.as_bytes());
        self.domains.push(domain);
    }

    /// The column as bytes.
    pub fn column(&self) -> Vec<u8> {
        let domains = self.domains.column();
        let longest = self.lens.iter().copied().max().unwrap_or(0);
        if longest == 0 && domains == [BLANK] {
            return domains;
        }
        let mut out = Vec::with_capacity(self.locals.len() + self.lens.len() + domains.len() + 16);
        out.push(ADDRESSES);
        put_numbers(&mut out, longest.into(), self.lens.iter().map(|len| u64::from(*len)));
        out.extend_from_slice(&self.locals);
        out.extend_from_slice(&domains);
        out
    }

    /// Begins the next column.
    pub fn clear(&mut self) {
        self.lens.clear();
        self.locals.clear();
        self.domains.clear();
    }
}

/// Whether a column says nothing in any row.
pub fn is_blank(column: &[u8]) -> bool {
    column == [BLANK]
}

/// Writes times in milliseconds, `None` = blank.
pub fn write_times(times: &[Option<i64>]) -> Vec<u8> {
    let said = || times.iter().flatten().copied();
    let (Some(first), Some(last)) = (said().min(), said().max()) else { return vec![BLANK] };
    let unit: i64 = if said().all(|time| time % 1_000 == 0) { 1_000 } else { 1 };
    let distance = |time: i64| time.abs_diff(first) / unit.unsigned_abs() + 1;
    let mut out = Vec::with_capacity(times.len() * 4 + 16);
    out.push(TIMES);
    out.extend_from_slice(&first.to_le_bytes());
    out.extend_from_slice(&unit.to_le_bytes());
    put_numbers(&mut out, distance(last), times.iter().map(|time| time.map_or(0, distance)));
    out
}

fn put_len(out: &mut Vec<u8>, len: usize) {
    out.extend_from_slice(&u32::try_from(len).unwrap_or(u32::MAX).to_le_bytes());
}

/// Writes numbers as wide as the largest of them takes.
fn put_numbers(out: &mut Vec<u8>, largest: u64, numbers: impl Iterator<Item = u64>) {
    let width: usize = match largest {
        0..=0xFF => 1,
        0x100..=0xFFFF => 2,
        0x1_0000..=0xFFFF_FFFF => 4,
        _ => 8,
    };
    out.push(u8::try_from(width).unwrap_or(8));
    for number in numbers {
        out.extend_from_slice(&number.to_le_bytes()[..width]);
    }
}

#[cfg(test)]
#[path = "column_tests.rs"]
mod tests;
