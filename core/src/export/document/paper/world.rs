//! Everything there is while a document is set.

use super::letters::Letters;
use crate::export::fonts::INTER;
use std::collections::HashMap;
use std::io;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const TEMPLATE: &str = include_str!("../../../../templates/document.typ");

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static OWN: LazyLock<Vec<Font>> =
    LazyLock::new(|| INTER.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect());

/// The template and what it reads.
pub(super) struct Desk {
    main: Source,
    files: HashMap<FileId, Bytes>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Desk {
    /// A desk with these files beside the template.
    pub(super) fn with(files: Vec<(String, Vec<u8>)>) -> io::Result<Self> {
        let main = Source::new(id("document.typ")?, TEMPLATE.to_owned());
        let letters = Letters::of(files.iter().filter_map(|(_, bytes)| text(bytes)));
        let fonts: Vec<Font> = OWN.iter().cloned().chain(letters.fonts.iter().cloned()).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let shown = |bytes: Vec<u8>| match text(&bytes) {
            Some(text) => Bytes::from_string(letters.shown(text)),
            None => Bytes::new(bytes),
        };
        let files = files.into_iter().map(|(name, bytes)| Ok((id(&name)?, shown(bytes))));
        Ok(Self { main, files: files.collect::<io::Result<_>>()?, book, fonts })
    }
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

fn id(name: &str) -> io::Result<FileId> {
    let path = VirtualPath::new(name).map_err(io::Error::other)?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
