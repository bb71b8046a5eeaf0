//! A file of facts: its head is read to see what it is, the rest as it is imported.

use super::super::apart::Reader;
use super::super::delimited::DELIMITERS;
use super::super::sheet::{Sheet, SourceKind};
use super::super::source::{ARCHIVE, FILE_LIMIT, read_one};
use super::block::Block;
use super::stream::{Blocks, Cut};
use crate::error::{Error, Result};
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;

/// How much of a file is looked at to see what it is.
const HEAD: usize = 512 << 10;

/// Where the bytes of a file are.
#[derive(Clone, Debug)]
pub enum FactInput {
    /// In a file.
    File(PathBuf),
    /// In memory: a file that was dropped.
    Bytes(Arc<Vec<u8>>),
}

/// A file of facts whose head was read.
#[derive(Clone, Debug)]
pub struct FactSource {
    /// The name of the file.
    pub name: String,
    /// The first rows; of a workbook all of them.
    pub head: Sheet,
    /// How many bytes the file has.
    pub size: u64,
    input: FactInput,
}

impl FactSource {
    /// Reads the head of a file; `sheet` names the sheet of a workbook.
    pub fn open(
        name: String,
        input: FactInput,
        sheet: Option<&str>,
        reader: &Reader<'_>,
    ) -> Result<Self> {
        let size = input.size()?;
        let mut head = input.head(HEAD)?;
        if head.starts_with(ARCHIVE) {
            if size > FILE_LIMIT {
                let message = "A workbook larger than 512 MB is not read. Save the sheet as CSV.";
                return Err(Error::Unreadable(message.to_owned()));
            }
            head = input.head(usize::try_from(size).unwrap_or(usize::MAX))?;
        } else if (head.len() as u64) < size {
            head.truncate(whole_lines(&head));
        }
        let head = read_one(&head, sheet, reader)?;
        match head.origin.kind {
            SourceKind::Table | SourceKind::Workbook => Ok(Self { name, head, size, input }),
            SourceKind::Sitemap | SourceKind::Markdown => Err(Error::Unreadable(
                "This file holds content, not leads or deals. Choose a table (CSV, TSV, XLSX)."
                    .to_owned(),
            )),
        }
    }

    /// Where its bytes are.
    pub(crate) fn input(&self) -> &FactInput {
        &self.input
    }

    /// Whether the head is all of it.
    pub fn is_whole(&self) -> bool {
        self.head.origin.kind == SourceKind::Workbook || self.size <= HEAD as u64
    }

    /// About how many rows the file has.
    pub fn rows(&self) -> usize {
        let known = self.head.rows.len();
        if self.is_whole() {
            return known;
        }
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        size / (HEAD / known.max(1)).max(1)
    }

    /// The rows, cut to the wanted columns.
    pub(super) fn rows_of(&self, wanted: Vec<usize>) -> Result<Rows<'_>> {
        if self.head.origin.kind == SourceKind::Workbook {
            return Ok(Rows::Sheet(&self.head, wanted, 0));
        }
        let told = self.head.origin.delimiter.as_deref();
        let found = DELIMITERS.iter().find(|(_, name)| Some(*name) == told);
        let cut = Cut {
            delimiter: found.map_or(b',', |(delimiter, _)| *delimiter),
            width: self.head.columns.len(),
            header_line: self.head.header_line,
            wanted,
        };
        let encoding = self.head.origin.encoding.as_deref().unwrap_or("UTF-8");
        Ok(Rows::Text(Blocks::new(self.input.open()?, encoding, cut)))
    }
}

/// The head of a text without the line that it cuts; of UTF-16 no half of a character.
fn whole_lines(head: &[u8]) -> usize {
    let returns = || memchr::memrchr(b'\r', head);
    let end = memchr::memrchr(b'\n', head).or_else(returns).map_or(head.len(), |at| at + 1);
    end + usize::from(end % 2 == 1 && head.get(end) == Some(&0))
}

impl FactInput {
    fn size(&self) -> Result<u64> {
        match self {
            Self::File(path) => {
                let about = std::fs::metadata(path).map_err(|fault| Error::io(path, fault))?;
                if about.is_dir() {
                    let message = "This is a folder. Choose a table (CSV, TSV, XLSX).";
                    return Err(Error::Unreadable(message.to_owned()));
                }
                Ok(about.len())
            }
            Self::Bytes(bytes) => Ok(bytes.len() as u64),
        }
    }

    fn open(&self) -> Result<Box<dyn Read + Send>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path).map_err(|fault| Error::io(path, fault))?),
            Self::Bytes(bytes) => Box::new(Cursor::new(Shared(Arc::clone(bytes)))),
        })
    }

    fn head(&self, most: usize) -> Result<Vec<u8>> {
        let mut head = Vec::with_capacity(most.min(1 << 20));
        let mut input = self.open()?.take(most as u64);
        let fault = |fault| Error::Unreadable(format!("The file cannot be read: {fault}"));
        input.read_to_end(&mut head).map_err(fault)?;
        Ok(head)
    }
}

/// Bytes that several readers share.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// The rows of a file, block by block.
pub(super) enum Rows<'a> {
    /// Of a text.
    Text(Blocks<Box<dyn Read + Send>>),
    /// Of a workbook: its sheet, the wanted columns, and how many rows are behind.
    Sheet(&'a Sheet, Vec<usize>, usize),
}

impl Rows<'_> {
    /// The next rows; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Block>> {
        match self {
            Self::Text(blocks) => blocks.next(),
            Self::Sheet(sheet, wanted, behind) => {
                let rows = &sheet.rows[*behind..(*behind + 4_096).min(sheet.rows.len())];
                if rows.is_empty() {
                    return Ok(None);
                }
                let mut block = Block::of_rows(rows, wanted);
                if *behind == 0 {
                    block.rejected.clone_from(&sheet.rejected);
                    block.replaced.clone_from(&sheet.replaced);
                }
                *behind += rows.len();
                Ok(Some(block))
            }
        }
    }
}
