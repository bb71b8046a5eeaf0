//! CSV, TSV and their kin. `csv-core` parses; this file bounds what one record may take and keeps
//! an unbalanced quotation mark from eating the rows below it.

use super::apart::Reader;
use super::encoding::decode;
use super::sheet::{
    CELL_LIMIT, COLUMN_LIMIT, Origin, REJECTION_LIMIT, Rejection, Row, Sheet, SourceKind,
    too_broken, too_large,
};
use crate::error::Result;
use csv_core::{ReadRecordResult, ReaderBuilder};

pub(super) const FIELD_LIMIT: usize = 1 << 20;
pub(super) const RECORD_LIMIT: usize = 4 << 20;
pub(super) const DELIMITERS: &[(u8, &str)] =
    &[(b',', "comma"), (b'\t', "tab"), (b';', "semicolon"), (b'|', "pipe")];
/// How much of a file is looked at to find its delimiter.
const SNIFFED: usize = 256 * 1_024;
/// After how many bytes is asked whether reading is still wanted.
const LOOK: usize = 1 << 20;
/// How much may be read in vain, besides the length of the text: a record that is refused is read
/// again from its second line on, and rows can be made so that each is refused late.
const IN_VAIN: usize = 64 << 20;

/// Reads a delimited text of any encoding.
pub(super) fn read(bytes: &[u8], reader: &Reader<'_>) -> Result<Sheet> {
    let decoded = decode(bytes);
    let (text, told) = told_delimiter(&decoded.text);
    let (delimiter, name) = told.unwrap_or_else(|| sniff(text));
    let mut origin = Origin::of(SourceKind::Table);
    origin.encoding = Some(decoded.encoding.to_owned());
    origin.delimiter = Some(name.to_owned());
    let mut records = Records::new(text, delimiter);
    records.line += u32::from(told.is_some());
    let (rows, rejected) = rows_of(&mut records, reader)?;
    let sheet = Sheet::laid_out(origin, rows, rejected);
    reader.go_on(text.len(), text.len())?;
    Ok(sheet)
}

fn rows_of(records: &mut Records<'_>, reader: &Reader<'_>) -> Result<(Vec<Row>, Vec<Rejection>)> {
    let (mut rows, mut rejected) = (Vec::new(), Vec::new());
    let (mut count, mut next_look) = (0, 0);
    while let Some((line, record)) = records.next() {
        match record {
            Ok(cells) => {
                count += cells.len();
                rows.push(Row { line, file: None, cells });
            }
            Err(reason) => rejected.push(Rejection::at(line, reason)),
        }
        if count > CELL_LIMIT {
            return Err(too_large());
        }
        if rejected.len() > REJECTION_LIMIT || records.in_vain > records.text.len() + IN_VAIN {
            return Err(too_broken(&rejected));
        }
        if records.at + records.in_vain >= next_look {
            next_look = records.at + records.in_vain + LOOK;
            reader.go_on(records.at, records.text.len())?;
        }
    }
    Ok((rows, rejected))
}

/// Excel's own hint: a first line `sep=;`.
fn told_delimiter(text: &str) -> (&str, Option<(u8, &'static str)>) {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    let told = line.trim_end().strip_prefix("sep=").and_then(|told| told.bytes().next());
    let told = told.and_then(|told| DELIMITERS.iter().find(|(known, _)| *known == told));
    told.map_or((text, None), |told| (&text[line.len()..], Some(*told)))
}

/// The delimiter under which most records have the same number of cells, more than one.
fn sniff(text: &str) -> (u8, &'static str) {
    let mut end = text.len().min(SNIFFED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let score = |delimiter: u8| {
        let widths: Vec<usize> = Records::new(&text[..end], delimiter)
            .take(200)
            .filter_map(|(_, record)| record.ok())
            .take(100)
            .map(|cells| cells.len())
            .collect();
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        let best = widths.iter().filter(|width| **width > 1).max_by_key(|width| alike(**width));
        best.map_or((0, 0), |width| (alike(*width) * 10 / widths.len().max(1), *width))
    };
    let found = DELIMITERS.iter().rev().max_by_key(|(delimiter, _)| score(*delimiter));
    found.copied().unwrap_or(DELIMITERS[0])
}

/// The records of a text with the line each begins on; one that cannot be read costs one line.
struct Records<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    delimiter: u8,
    /// How many cells the last record had.
    width: usize,
    /// How many bytes were read for records that were refused.
    in_vain: usize,
    reader: csv_core::Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        let (output, ends) = (vec![0; 64 * 1_024], vec![0; COLUMN_LIMIT + 1]);
        Self { text, at: 0, line: 1, delimiter, width: 0, in_vain: 0, reader, output, ends }
    }

    /// Goes over line ends to where the next record begins.
    fn skip_blank(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let blank = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        self.forward(blank);
    }

    fn forward(&mut self, bytes: usize) {
        self.line = self.line_at(bytes);
        self.at += bytes;
    }

    /// The line so many bytes further on.
    fn line_at(&self, bytes: usize) -> u32 {
        let text = self.text.as_bytes();
        let ends_line = |at: &usize| match text[*at] {
            b'\n' => true,
            b'\r' => text.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let ends = (self.at..self.at + bytes).filter(ends_line).count();
        self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX))
    }

    /// Reads one record; the number of bytes it took, and its cells or what is wrong with it.
    fn record(&mut self) -> (usize, Result<Vec<String>, String>) {
        self.reader.reset();
        let input = &self.text.as_bytes()[self.at..];
        let (mut taken, mut written, mut ended) = (0, 0, 0);
        loop {
            let (result, read, wrote, ends) = self.reader.read_record(
                &input[taken..],
                &mut self.output[written..],
                &mut self.ends[ended..],
            );
            taken += read;
            written += wrote;
            ended += ends;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
                ReadRecordResult::OutputEndsFull => {
                    return (taken, Err(format!("More than {COLUMN_LIMIT} cells in one row.")));
                }
                ReadRecordResult::OutputFull if self.output.len() >= RECORD_LIMIT => {
                    return (taken, Err(self.too_long(&input[..taken])));
                }
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 4, 0),
            }
            if self.field_too_long(written, ended) {
                return (taken, Err(self.too_long(&input[..taken])));
            }
        }
        let raw = &input[..taken];
        if self.field_too_long(written, ended) {
            return (taken, Err(self.too_long(raw)));
        }
        if let Some(at) = unbalanced_quote(raw, self.delimiter, self.width) {
            return (taken, Err(self.unbalanced(at)));
        }
        self.width = ended;
        (taken, Ok(self.cells(ended)))
    }

    /// Why a record that takes too much is refused: most often for a quotation mark.
    fn too_long(&self, raw: &[u8]) -> String {
        let quote = unbalanced_quote(raw, self.delimiter, self.width);
        quote.map_or_else(
            || "A cell holds more than 1 MiB of text, or the row more than 4 MiB.".to_owned(),
            |at| self.unbalanced(at),
        )
    }

    fn unbalanced(&self, at: usize) -> String {
        format!(
            "A quotation mark is opened in line {} and not closed as it should be. This line was \
             left out; reading went on at the next.",
            self.line_at(at)
        )
    }

    fn field_too_long(&self, written: usize, ended: usize) -> bool {
        let ends = &self.ends[..ended];
        let starts = std::iter::once(&0).chain(ends);
        starts.zip(ends.iter().chain([&written])).any(|(from, to)| to - from.min(to) > FIELD_LIMIT)
    }

    fn cells(&self, ended: usize) -> Vec<String> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(&self.ends[..ended]);
        spans.map(|(from, to)| String::from_utf8_lossy(&self.output[from..*to]).into()).collect()
    }
}

impl Iterator for Records<'_> {
    type Item = (u32, Result<Vec<String>, String>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_blank();
        if self.at >= self.text.len() {
            return None;
        }
        let line = self.line;
        let (taken, record) = self.record();
        let rest = &self.text.as_bytes()[self.at..];
        let first_line = rest.iter().position(|b| matches!(b, b'\r' | b'\n'));
        let bytes = if record.is_ok() { taken } else { first_line.unwrap_or(rest.len()) };
        self.in_vain += taken.saturating_sub(bytes);
        self.forward(bytes.max(1).min(rest.len()));
        Some((line, record))
    }
}

/// Where a quoted field begins that never ends, or spans lines and ends at a quotation mark that
/// opens another field or has swallowed whole rows.
pub(super) fn unbalanced_quote(raw: &[u8], delimiter: u8, width: usize) -> Option<usize> {
    let (mut at, mut field_start) = (0, true);
    while at < raw.len() {
        if field_start && raw[at] == b'"' {
            let Some(end) = closing_quote(raw, at + 1) else { return Some(at) };
            let spans_lines = raw[at..end].iter().any(|b| matches!(b, b'\r' | b'\n'));
            let follows = raw.get(end + 1).copied();
            let clean = follows.is_none_or(|b| b == delimiter || matches!(b, b'\r' | b'\n'));
            if spans_lines && (!clean || holds_rows(&raw[at..end], delimiter, width)) {
                return Some(at);
            }
            at = end;
        }
        field_start = raw[at] == delimiter;
        at += 1;
    }
    None
}

/// Whether a field holds at least two lines, and only lines, that look like rows of the file.
fn holds_rows(field: &[u8], delimiter: u8, width: usize) -> bool {
    let lines: Vec<&[u8]> = field.split(|byte| *byte == b'\n').collect();
    let inner = lines.get(1..lines.len() - 1).unwrap_or_default();
    let row = |line: &&[u8]| line.split(|byte| *byte == delimiter).count() == width;
    width > 2 && inner.len() > 1 && inner.iter().all(row)
}

/// The place of the quotation mark that closes a field; doubled ones are text.
fn closing_quote(raw: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while at < raw.len() {
        match (raw[at], raw.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return Some(at),
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
#[path = "delimited_tests.rs"]
mod tests;
