//! What the shim wrote down: everything that was done to the files of a folder, in order.

use std::path::{Path, PathBuf};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// A file was made.
    Made { file: u64, path: PathBuf },
    /// A file was opened that was there.
    Opened { file: u64, path: PathBuf },
    /// Bytes were written.
    Written { file: u64, offset: usize, bytes: Vec<u8> },
    /// A file got another length.
    Cut { file: u64, length: usize },
    /// A file's content is on the disk.
    Synced { file: u64 },
    /// A folder's names are on the disk.
    FolderSynced { path: PathBuf },
    /// A file got another name.
    Renamed { file: u64, from: PathBuf, to: PathBuf },
    /// A name is gone.
    Unlinked { path: PathBuf },
    /// A file got one more name.
    Linked { file: u64, to: PathBuf },
    /// Somebody was told that so many acts are saved.
    Acknowledged { acts: u64 },
}

/// Everything that was done, and how many calls there were that could have gone wrong.
#[derive(Debug, Default)]
pub(crate) struct Log {
    pub(crate) events: Vec<Event>,
    /// Calls counted in the last run that ended by itself.
    pub(crate) calls: u64,
}

/// The head of a record: kind, two lengths, padding, file, offset.
const HEAD: usize = 32;

impl Log {
    /// Reads the log at `path`.
    pub(crate) fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap_or_default();
        let (mut log, mut rest) = (Self::default(), bytes.as_slice());
        while rest.len() >= HEAD {
            let word = |at: usize| u32::from_ne_bytes(rest[at..at + 4].try_into().unwrap());
            let long = |at: usize| u64::from_ne_bytes(rest[at..at + 8].try_into().unwrap());
            let (first, second) = (word(4) as usize, word(8) as usize);
            let kind = char::from_u32(word(0)).unwrap();
            let record = Record {
                file: long(16),
                offset: long(24),
                first: &rest[HEAD..HEAD + first],
                second: &rest[HEAD + first..HEAD + first + second],
            };
            match kind {
                '#' => log.calls = record.offset,
                _ => log.events.push(record.event(kind)),
            }
            rest = &rest[HEAD + first + second..];
        }
        log
    }
}

struct Record<'a> {
    file: u64,
    offset: u64,
    first: &'a [u8],
    second: &'a [u8],
}

impl Record<'_> {
    fn event(&self, kind: char) -> Event {
        let file = self.file;
        let offset = usize::try_from(self.offset).unwrap();
        let path = |bytes: &[u8]| PathBuf::from(String::from_utf8(bytes.to_vec()).unwrap());
        match kind {
            'C' => Event::Made { file, path: path(self.first) },
            'O' => Event::Opened { file, path: path(self.first) },
            'W' => Event::Written { file, offset, bytes: self.first.to_vec() },
            'T' => Event::Cut { file, length: offset },
            'S' => Event::Synced { file },
            'D' => Event::FolderSynced { path: path(self.first) },
            'R' => Event::Renamed { file, from: path(self.first), to: path(self.second) },
            'U' => Event::Unlinked { path: path(self.first) },
            'L' => Event::Linked { file, to: path(self.second) },
            'A' => Event::Acknowledged { acts: acts(self.first) },
            other => panic!("no record is of kind {other}"),
        }
    }
}

/// The number in `ack 12 done`.
fn acts(line: &[u8]) -> u64 {
    let line = String::from_utf8(line.to_vec()).unwrap();
    line.split(' ').nth(1).unwrap().trim().parse().unwrap()
}
