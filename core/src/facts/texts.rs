//! Reads columns of a segment: all rows at once, or one.
//!
//! What is read was in a file and is trusted no more than one: a column that does not add up is
//! damage, an error and never a panic.

use super::column::{ADDRESSES, BLANK, PLAIN, TIMES, WORDS, damaged};
use crate::error::Result;

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

    /// The lengths of so many texts, and how long all are together.
    fn lens(&mut self, rows: usize) -> Result<(Numbers<'a>, usize)> {
        let lens = self.numbers(rows)?;
        let total = lens.sizes().try_fold(0_usize, usize::checked_add).ok_or_else(damaged)?;
        Ok((lens, total))
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

    /// All of them. Each width has a loop of its own: these are most of what reading takes.
    fn all(self) -> Vec<u64> {
        let wide = |bytes: &[u8]| {
            let mut wide = [0; 8];
            wide[..bytes.len()].copy_from_slice(bytes);
            u64::from_le_bytes(wide)
        };
        let bytes = self.bytes;
        match self.width {
            1 => bytes.iter().map(|byte| u64::from(*byte)).collect(),
            2 => {
                bytes.as_chunks::<2>().0.iter().map(|two| u16::from_le_bytes(*two).into()).collect()
            }
            4 => bytes
                .as_chunks::<4>()
                .0
                .iter()
                .map(|four| u32::from_le_bytes(*four).into())
                .collect(),
            _ => bytes.chunks_exact(8).map(wide).collect(),
        }
    }

    fn sizes(self) -> impl Iterator<Item = usize> {
        self.all().into_iter().map(|number| usize::try_from(number).unwrap_or(usize::MAX))
    }
}

/// Different texts, one behind the other in one piece of memory; the first is the empty one.
#[derive(Clone, Debug)]
pub struct Words {
    text: String,
    ends: Vec<u32>,
}

impl Default for Words {
    fn default() -> Self {
        Self { text: String::new(), ends: vec![0] }
    }
}

impl Words {
    fn with_capacity(words: usize, bytes: usize) -> Self {
        let mut ends = Vec::with_capacity(words + 1);
        ends.push(0);
        Self { text: String::with_capacity(bytes), ends }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Never: the empty text is always there.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text at a place.
    pub fn get(&self, at: u32) -> &str {
        let at = at as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start as usize..self.ends[at] as usize]
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|at| self.get(u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// Adds a text; gives its place.
    pub fn push(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        self.end()
    }

    fn end(&mut self) -> u32 {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        u32::try_from(self.ends.len() - 1).unwrap_or(u32::MAX)
    }
}

/// A column of texts as it is read: the different ones, and which row has which.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// The texts.
    pub words: Words,
    /// For each row the place of its text among them.
    pub codes: Vec<u32>,
}

impl Texts {
    /// All blank.
    pub fn blank(rows: usize) -> Self {
        Self { words: Words::default(), codes: vec![0; rows] }
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
        let mut words = Words::with_capacity(count, 0);
        for len in lens {
            words.push(bytes.text(len)?);
        }
        let codes: Vec<u32> = bytes
            .numbers(rows)?
            .all()
            .into_iter()
            .map(|code| u32::try_from(code).unwrap_or(u32::MAX))
            .collect();
        if codes.iter().any(|code| *code as usize >= words.len()) {
            return Err(damaged());
        }
        Ok(Self { words, codes })
    }

    fn read_plain(bytes: &mut Bytes<'_>, rows: usize) -> Result<Self> {
        let (lens, total) = bytes.lens(rows)?;
        let text = bytes.text(total)?;
        let mut texts = Self::with_capacity(rows, total);
        let mut at = 0;
        for len in lens.sizes() {
            texts.push(text.get(at..at + len).ok_or_else(damaged)?);
            at += len;
        }
        Ok(texts)
    }

    fn read_addresses(bytes: &mut Bytes<'_>, rows: usize) -> Result<Self> {
        let (lens, total) = bytes.lens(rows)?;
        let locals = bytes.text(total)?;
        let domains = Self::read_from(bytes, rows)?;
        let mut texts = Self::with_capacity(rows, total * 2);
        let mut at = 0;
        for (row, len) in lens.sizes().enumerate() {
            let local = locals.get(at..at + len).ok_or_else(damaged)?;
            at += len;
            let domain = domains.get(row);
            if domain.is_empty() {
                texts.push(local);
                continue;
            }
            let words = &mut texts.words;
            words.text.push_str(local);
            words.text.push('@');
            words.text.push_str(domain);
            texts.codes.push(words.end());
        }
        Ok(texts)
    }

    fn with_capacity(rows: usize, bytes: usize) -> Self {
        let words = Words::with_capacity(rows, bytes);
        Self { words, codes: Vec::with_capacity(rows) }
    }

    fn push(&mut self, text: &str) {
        let code = if text.is_empty() { 0 } else { self.words.push(text) };
        self.codes.push(code);
    }

    /// The text of a row; empty = blank.
    pub fn get(&self, row: usize) -> &str {
        self.codes.get(row).map_or("", |code| self.words.get(*code))
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
    Ok(numbers.all().into_iter().map(time).collect())
}
