//! Columns of a segment as bytes: texts by dictionary or plain, times as distances from the first.
//!
//! Every column begins with one byte that names its form. All numbers are little-endian. What is
//! read was in a file and is trusted no more than one: a column that does not add up is damage, an
//! error and never a panic.

use crate::error::{Error, Result};
use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::BuildHasher;

/// All blank.
const BLANK: u8 = 0;
/// Different texts once, and which row has which.
const WORDS: u8 = 1;
/// Every text in full.
const PLAIN: u8 = 2;
/// Addresses: the part before the `@` plain, the part behind it as words.
const ADDRESSES: u8 = 3;
/// Times: a first one, a unit and distances.
const TIMES: u8 = 4;

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
}

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
        let hash = |text: &[u8]| FixedState::default().hash_one(text);
        if let Some(found) = self.words.find(hash(text), |at| self.word(*at) == text) {
            return found + 1;
        }
        let at = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.bytes.extend_from_slice(text);
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
        let Self { words, bytes, ends, .. } = self;
        words.insert_unique(hash(text), at, |at| hash(word_of(bytes, ends, *at)));
        at + 1
    }

    /// The column as bytes; the writer is empty afterwards.
    pub fn finish(&mut self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.bytes.len() + self.codes.len() * 2 + 16);
        if self.ends.is_empty() {
            out.push(BLANK);
        } else if self.ends.len() * 2 > self.codes.len() {
            self.write_plain(&mut out);
        } else {
            self.write_words(&mut out);
        }
        self.words.clear();
        self.bytes.clear();
        self.ends.clear();
        self.codes.clear();
        out
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

    /// The column as bytes; the writer is empty afterwards.
    pub fn finish(&mut self) -> Vec<u8> {
        let domains = self.domains.finish();
        let longest = self.lens.iter().copied().max().unwrap_or(0);
        if longest == 0 && domains == [BLANK] {
            self.lens.clear();
            return domains;
        }
        let mut out = Vec::with_capacity(self.locals.len() + self.lens.len() + domains.len() + 16);
        out.push(ADDRESSES);
        put_numbers(&mut out, longest.into(), self.lens.iter().map(|len| u64::from(*len)));
        out.extend_from_slice(&self.locals);
        out.extend_from_slice(&domains);
        self.lens.clear();
        self.locals.clear();
        out
    }
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

/// Bytes read from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, len: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or_else(damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn len(&mut self) -> Result<usize> {
        let bytes = self.take(4)?.try_into().map_err(|_| damaged())?;
        Ok(u32::from_le_bytes(bytes) as usize)
    }

    fn time(&mut self) -> Result<i64> {
        Ok(i64::from_le_bytes(self.take(8)?.try_into().map_err(|_| damaged())?))
    }

    fn numbers(&mut self, rows: usize) -> Result<Numbers<'a>> {
        let width = usize::from(self.byte()?);
        if !matches!(width, 1 | 2 | 4 | 8) {
            return Err(damaged());
        }
        let bytes = self.take(rows.checked_mul(width).ok_or_else(damaged)?)?;
        Ok(Numbers { bytes, width })
    }

    fn text(&mut self, len: usize) -> Result<&'a str> {
        std::str::from_utf8(self.take(len)?).map_err(|_| damaged())
    }
}

/// Numbers of one width.
#[derive(Clone, Copy, Debug)]
struct Numbers<'a> {
    bytes: &'a [u8],
    width: usize,
}

impl Numbers<'_> {
    fn at(self, row: usize) -> usize {
        let bytes = self.bytes.get(row * self.width..(row + 1) * self.width).unwrap_or_default();
        let mut wide = [0; 8];
        wide[..bytes.len()].copy_from_slice(bytes);
        usize::try_from(u64::from_le_bytes(wide)).unwrap_or(usize::MAX)
    }

    fn each(self) -> impl Iterator<Item = u64> {
        self.bytes.chunks_exact(self.width).map(|bytes| {
            let mut wide = [0; 8];
            wide[..bytes.len()].copy_from_slice(bytes);
            u64::from_le_bytes(wide)
        })
    }

    fn sizes(self) -> impl Iterator<Item = usize> {
        self.each().map(|number| usize::try_from(number).unwrap_or(usize::MAX))
    }
}

/// A column of texts as it is read: the different ones, and which row has which.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// The texts; the first is the empty one.
    pub words: Vec<String>,
    /// For each row the place of its text among them.
    pub codes: Vec<u32>,
}

impl Texts {
    /// All blank.
    pub fn blank(rows: usize) -> Self {
        Self { words: vec![String::new()], codes: vec![0; rows] }
    }

    /// Reads a column of so many rows.
    pub fn read(bytes: &[u8], rows: usize) -> Result<Self> {
        let mut bytes = Bytes(bytes);
        let texts = Self::read_from(&mut bytes, rows)?;
        if bytes.0.is_empty() { Ok(texts) } else { Err(damaged()) }
    }

    fn read_from(bytes: &mut Bytes<'_>, rows: usize) -> Result<Self> {
        match bytes.byte()? {
            BLANK => Ok(Self::blank(rows)),
            WORDS => Self::read_words(bytes, rows),
            PLAIN => Self::read_plain(bytes, rows),
            ADDRESSES => Self::read_addresses(bytes, rows),
            _ => Err(damaged()),
        }
    }

    fn read_words(bytes: &mut Bytes<'_>, rows: usize) -> Result<Self> {
        let count = bytes.len()?;
        if count > rows {
            return Err(damaged());
        }
        let lens = (0..count).map(|_| bytes.len()).collect::<Result<Vec<_>>>()?;
        let mut words = Vec::with_capacity(count + 1);
        words.push(String::new());
        for len in lens {
            words.push(bytes.text(len)?.to_owned());
        }
        let codes: Vec<u32> = bytes
            .numbers(rows)?
            .each()
            .map(|code| u32::try_from(code).unwrap_or(u32::MAX))
            .collect();
        if codes.iter().any(|code| *code as usize >= words.len()) {
            return Err(damaged());
        }
        Ok(Self { words, codes })
    }

    fn read_plain(bytes: &mut Bytes<'_>, rows: usize) -> Result<Self> {
        let lens = bytes.numbers(rows)?;
        let mut texts = Self { words: vec![String::new()], codes: Vec::with_capacity(rows) };
        for len in lens.sizes() {
            texts.push(bytes.text(len)?.to_owned());
        }
        Ok(texts)
    }

    fn read_addresses(bytes: &mut Bytes<'_>, rows: usize) -> Result<Self> {
        let lens = bytes.numbers(rows)?;
        let total = lens.sizes().try_fold(0_usize, usize::checked_add).ok_or_else(damaged)?;
        let locals = bytes.text(total)?;
        let domains = Self::read_from(bytes, rows)?;
        let mut texts = Self { words: vec![String::new()], codes: Vec::with_capacity(rows) };
        let mut at = 0;
        for (row, len) in lens.sizes().enumerate() {
            let local = locals.get(at..at + len).ok_or_else(damaged)?;
            at += len;
            let domain = domains.get(row);
            texts.push(if domain.is_empty() {
                local.to_owned()
            } else {
                format!("{local}@{domain}")
            });
        }
        Ok(texts)
    }

    fn push(&mut self, text: String) {
        if text.is_empty() {
            self.codes.push(0);
        } else {
            self.codes.push(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
            self.words.push(text);
        }
    }

    /// The text of a row; empty = blank.
    pub fn get(&self, row: usize) -> &str {
        self.codes.get(row).map_or("", |code| &self.words[*code as usize])
    }
}

/// The text of one row of a column of so many rows, without reading the others.
pub fn text_at(bytes: &[u8], rows: usize, row: usize) -> Result<String> {
    let mut bytes = Bytes(bytes);
    text_from(&mut bytes, rows, row)
}

fn text_from(bytes: &mut Bytes<'_>, rows: usize, row: usize) -> Result<String> {
    if row >= rows {
        return Err(damaged());
    }
    match bytes.byte()? {
        BLANK => Ok(String::new()),
        WORDS => word_at(bytes, rows, row),
        PLAIN => Ok(plain_at(bytes, rows, row)?.0.to_owned()),
        ADDRESSES => {
            let (local, total, locals) = plain_at(bytes, rows, row)?;
            let mut rest = Bytes(locals.get(total..).ok_or_else(damaged)?);
            let domain = text_from(&mut rest, rows, row)?;
            Ok(if domain.is_empty() { local.to_owned() } else { format!("{local}@{domain}") })
        }
        _ => Err(damaged()),
    }
}

fn word_at(bytes: &mut Bytes<'_>, rows: usize, row: usize) -> Result<String> {
    let count = bytes.len()?;
    if count > rows {
        return Err(damaged());
    }
    let lens = (0..count).map(|_| bytes.len()).collect::<Result<Vec<_>>>()?;
    let total = lens.iter().try_fold(0_usize, |sum, len| sum.checked_add(*len));
    let words = bytes.take(total.ok_or_else(damaged)?)?;
    let code = bytes.numbers(rows)?.at(row);
    let Some(at) = code.checked_sub(1) else { return Ok(String::new()) };
    let len = *lens.get(at).ok_or_else(damaged)?;
    let start: usize = lens[..at].iter().sum();
    let word = words.get(start..start + len).ok_or_else(damaged)?;
    std::str::from_utf8(word).map(str::to_owned).map_err(|_| damaged())
}

/// The text of a row among texts in full, how long all are together, and where they begin.
fn plain_at<'a>(
    bytes: &mut Bytes<'a>,
    rows: usize,
    row: usize,
) -> Result<(&'a str, usize, &'a [u8])> {
    let lens = bytes.numbers(rows)?;
    let (mut start, mut total) = (0_usize, 0_usize);
    for (at, len) in lens.sizes().enumerate() {
        if at == row {
            start = total;
        }
        total = total.checked_add(len).ok_or_else(damaged)?;
    }
    let text = bytes.0.get(start..start.saturating_add(lens.at(row))).ok_or_else(damaged)?;
    Ok((std::str::from_utf8(text).map_err(|_| damaged())?, total, bytes.0))
}

/// Reads a column of times in milliseconds.
pub fn read_times(bytes: &[u8], rows: usize) -> Result<Vec<Option<i64>>> {
    let mut bytes = Bytes(bytes);
    match bytes.byte()? {
        BLANK => return Ok(vec![None; rows]),
        TIMES => {}
        _ => return Err(damaged()),
    }
    let (first, unit) = (bytes.time()?, bytes.time()?);
    let numbers = bytes.numbers(rows)?;
    let time = |number: u64| {
        let distance = i64::try_from(number.checked_sub(1)?).ok()?.checked_mul(unit)?;
        first.checked_add(distance)
    };
    Ok(numbers.each().map(time).collect())
}

#[cfg(test)]
#[path = "column_tests.rs"]
mod tests;
