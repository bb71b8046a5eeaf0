//! A table of any length, read block by block: a file of gigabytes takes no more memory than one of
//! a page.
//!
//! A line without a quotation mark is cut at its delimiters; one with a quotation mark is read as
//! RFC 4180 has it. A quotation mark that is opened and not closed as it should be costs its line,
//! not the rows below it.

use super::super::delimited::{FIELD_LIMIT, RECORD_LIMIT, unbalanced_quote};
use super::super::sheet::{COLUMN_LIMIT, Rejection};
use super::block::{Block, place};
use super::record::{Cell, Outcome, Record};
use crate::error::{Error, Result};
use encoding_rs::{Decoder, UTF_8};
use memchr::{memchr, memchr_iter, memrchr};
use std::io::Read;

/// How many bytes are read at a time.
const BLOCK: usize = 2 << 20;

/// How a table is to be cut.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    /// What separates cells.
    pub(super) delimiter: u8,
    /// How many columns the header has.
    pub(super) width: usize,
    /// The line of the header; 0 where there is none.
    pub(super) header_line: u32,
    /// The columns that are wanted, in ascending order.
    pub(super) wanted: Vec<usize>,
}

/// Cuts a table into blocks of rows.
pub(super) struct Blocks<R> {
    input: R,
    decoder: Option<Decoder>,
    cut: Cut,
    pending: Vec<u8>,
    line: u32,
    read: u64,
    ended: bool,
    /// Whether lines end as on old Macs, with a carriage return alone; told by the first bytes.
    returns: Option<bool>,
}

impl<R> std::fmt::Debug for Blocks<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Blocks").field("cut", &self.cut).finish_non_exhaustive()
    }
}

impl<R: Read> Blocks<R> {
    /// Begins with the first byte of the input, which is in the encoding of that name.
    pub(super) fn new(input: R, encoding: &str, cut: Cut) -> Self {
        let encoding = encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8);
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder());
        Self {
            input,
            decoder,
            cut,
            pending: Vec::new(),
            line: 1,
            read: 0,
            ended: false,
            returns: None,
        }
    }

    /// The next rows; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Block>> {
        loop {
            self.fill()?;
            if self.pending.is_empty() && self.ended {
                return Ok(None);
            }
            let whole = if self.ended {
                self.pending.len()
            } else {
                memrchr(b'\n', &self.pending).map_or(0, |at| at + 1)
            };
            if whole == 0 && self.pending.len() <= RECORD_LIMIT {
                continue;
            }
            let whole = if whole == 0 { self.pending.len() } else { whole };
            let mut block = self.block(whole);
            block.read = self.read;
            return Ok(Some(block));
        }
    }

    fn fill(&mut self) -> Result<()> {
        if self.ended {
            return Ok(());
        }
        let from = self.pending.len();
        let Some(decoder) = &mut self.decoder else {
            let first = self.read == 0;
            let got = read_on(&mut self.input, &mut self.pending)?;
            self.ended = got < BLOCK;
            self.read += got as u64;
            if first && self.pending.starts_with(b"\xEF\xBB\xBF") {
                self.pending.drain(..3);
            }
            self.end_lines(from);
            return Ok(());
        };
        let mut raw = Vec::new();
        let got = read_on(&mut self.input, &mut raw)?;
        self.ended = got < BLOCK;
        self.read += got as u64;
        let most = decoder.max_utf8_buffer_length(raw.len()).unwrap_or(raw.len() * 3 + 16);
        let mut text = String::with_capacity(most);
        let _ = decoder.decode_to_string(&raw, &mut text, self.ended);
        self.pending.extend_from_slice(text.as_bytes());
        self.end_lines(from);
        Ok(())
    }

    /// Ends lines with line feeds where they end with carriage returns alone.
    fn end_lines(&mut self, from: usize) {
        let added = &mut self.pending[from..];
        let returns = *self.returns.get_or_insert_with(|| {
            memchr(b'\n', added).is_none() && memchr(b'\r', added).is_some()
        });
        if returns {
            for byte in added.iter_mut().filter(|byte| **byte == b'\r') {
                *byte = b'\n';
            }
        }
    }

    /// Cuts so many bytes of what is pending into rows. What a last record lacks is still to come.
    fn block(&mut self, whole: usize) -> Block {
        let rest = self.pending.split_off(whole);
        let bytes = std::mem::replace(&mut self.pending, rest);
        let mut rows = Rows::of(&self.cut, bytes, self.line);
        let left = rows.read_all(self.ended);
        self.line = rows.line;
        if left < rows.end {
            let tail = rows.block.text.as_bytes()[left..rows.end].to_vec();
            self.pending.splice(..0, tail);
        }
        rows.block
    }
}

/// Reads a block, less only at the end, behind what is there; says how many bytes it was.
fn read_on(input: &mut impl Read, into: &mut Vec<u8>) -> Result<usize> {
    into.reserve(BLOCK);
    let fault = |fault| Error::Unreadable(format!("The file cannot be read on: {fault}"));
    input.by_ref().take(BLOCK as u64).read_to_end(into).map_err(fault)
}

/// The rows of one block while they are cut.
struct Rows<'a> {
    cut: &'a Cut,
    block: Block,
    line: u32,
    /// Whether there is any character that could not be read.
    damaged: bool,
    /// Where the file's text ends; behind it lie cells whose doubled quotation marks were undone.
    end: usize,
}

impl<'a> Rows<'a> {
    fn of(cut: &'a Cut, mut bytes: Vec<u8>, line: u32) -> Self {
        if memchr(0, &bytes).is_some() {
            bytes.retain(|byte| *byte != 0);
        }
        let mut block = Block { wanted: cut.wanted.len(), ..Block::default() };
        block.text = String::from_utf8(bytes)
            .unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned());
        let damaged = block.text.contains('\u{fffd}');
        let end = block.text.len();
        Self { cut, block, line, damaged, end }
    }

    /// Cuts all records that are whole; gives where the first one begins that is not.
    fn read_all(&mut self, last: bool) -> usize {
        let mut at = 0;
        while at < self.end {
            let text = &self.block.text.as_bytes()[at..self.end];
            let (left, line_end) = (text.len(), memchr(b'\n', text).unwrap_or(text.len()));
            let record = if memchr(b'"', &text[..line_end]).is_none() {
                self.plain(at, at + line_end);
                (line_end + 1).min(left)
            } else {
                match self.quoted(at, line_end, last) {
                    Some(taken) => taken,
                    None => return at,
                }
            };
            at += record;
        }
        at
    }

    /// One line without a quotation mark.
    fn plain(&mut self, from: usize, to: usize) {
        let line = self.line;
        self.line = line.saturating_add(1);
        let text = &self.block.text.as_bytes()[from..to];
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        if line <= self.cut.header_line || text.is_empty() {
            return;
        }
        if text.len() > RECORD_LIMIT {
            let reason = "The row holds more than 4 MiB of text.";
            self.block.rejected.push(Rejection::at(line, reason));
            return;
        }
        let first = self.block.cells.len();
        let (mut column, mut start, mut next) = (0, 0, 0);
        let ends = memchr_iter(self.cut.delimiter, text).chain(std::iter::once(text.len()));
        for end in ends {
            if self.cut.wanted.get(next) == Some(&column) {
                self.block.cells.push(place(from + start, from + end));
                next += 1;
            }
            column += 1;
            start = end + 1;
        }
        let spilled = column > self.cut.width && {
            let kept = nth_end(text, self.cut.delimiter, self.cut.width);
            text[kept..].iter().any(|byte| *byte != self.cut.delimiter && *byte != b' ')
        };
        self.close(line, first, column, spilled);
    }

    /// One record with a quotation mark, which may span lines; `None` where the rest of it is still
    /// to come.
    fn quoted(&mut self, from: usize, line_end: usize, last: bool) -> Option<usize> {
        let line = self.line;
        let cut = self.cut;
        let rest = &self.block.text.as_bytes()[from..self.end];
        let outcome = Record::read(rest, cut.delimiter, last);
        let record = match outcome {
            Outcome::More if rest.len() <= RECORD_LIMIT => return None,
            Outcome::More => Err(()),
            Outcome::Read(record) => Ok(record),
        };
        let sound = record.and_then(|record| {
            let bad = unbalanced_quote(&rest[..record.taken], cut.delimiter, cut.width).is_some();
            let long = record.cells.iter().any(|cell| cell.to - cell.from > FIELD_LIMIT);
            if bad || long { Err(()) } else { Ok(record) }
        });
        let Ok(record) = sound else {
            self.line = line.saturating_add(1);
            if line > cut.header_line {
                let reason = "A quotation mark is opened in this line and not closed as it should \
                    be. This line was left out; reading went on at the next.";
                self.block.rejected.push(Rejection::at(line, reason));
            }
            return Some((line_end + 1).min(rest.len()));
        };
        let breaks = memchr_iter(b'\n', &rest[..record.taken]).count();
        let ended = rest[..record.taken].ends_with(b"\n");
        self.line = line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.line = self.line.saturating_add(u32::from(!ended));
        if line > cut.header_line {
            self.take(from, line, &record);
        }
        Some(record.taken)
    }

    fn take(&mut self, from: usize, line: u32, record: &Record) {
        let first = self.block.cells.len();
        for wanted in &self.cut.wanted {
            let Some(cell) = record.cells.get(*wanted) else { break };
            let place = if cell.doubled {
                let start = self.block.text.len();
                let text = self.block.text[from + cell.from..from + cell.to].replace("\"\"", "\"");
                self.block.text.push_str(&text);
                place(start, self.block.text.len())
            } else {
                place(from + cell.from, from + cell.to)
            };
            self.block.cells.push(place);
        }
        let beyond = record.cells.get(self.cut.width..).unwrap_or_default();
        let said =
            |cell: &Cell| !self.block.text[from + cell.from..from + cell.to].trim().is_empty();
        let spilled = beyond.iter().any(said);
        self.close(line, first, record.cells.len(), spilled);
    }

    /// Ends a row: its missing cells are blank; one with more cells than there are columns is
    /// rejected, for its cells would stand under the wrong names.
    fn close(&mut self, line: u32, first: usize, columns: usize, spilled: bool) {
        if spilled || columns > COLUMN_LIMIT {
            self.block.cells.truncate(first);
            let width = self.cut.width;
            self.block.rejected.push(Rejection::at(
                line,
                format!(
                    "{columns} cells where the header has {width}: \
                     a delimiter or a quotation mark is out of place."
                ),
            ));
            return;
        }
        self.block.cells.resize(first + self.cut.wanted.len(), (0, 0));
        let row = &self.block.cells[first..];
        if row.iter().all(|(from, to)| from == to) {
            self.block.cells.truncate(first);
            return;
        }
        let is_damaged = |(from, to): &(u32, u32)| {
            self.block.text[*from as usize..*to as usize].contains('\u{fffd}')
        };
        if self.damaged && row.iter().any(is_damaged) {
            self.block.replaced.push(line);
        }
        self.block.lines.push(line);
    }
}

/// Where the last of so many cells ends.
fn nth_end(text: &[u8], delimiter: u8, cells: usize) -> usize {
    memchr_iter(delimiter, text).nth(cells.saturating_sub(1)).unwrap_or(text.len())
}

#[cfg(test)]
#[path = "stream_tests.rs"]
mod tests;
