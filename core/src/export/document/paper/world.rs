//! Everything there is while a document is set.

use crate::export::picture::FONTS;
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

/// What stays the same from one document to the next.
struct Ready {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static READY: LazyLock<Ready> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
    Ready {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// The template and what it reads.
pub(super) struct Desk {
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    /// A desk with these files beside the template.
    pub(super) fn with(files: Vec<(String, Vec<u8>)>) -> io::Result<Self> {
        let main = Source::new(id("document.typ")?, TEMPLATE.to_owned());
        let files = files.into_iter().map(|(name, bytes)| Ok((id(&name)?, Bytes::new(bytes))));
        Ok(Self { main, files: files.collect::<io::Result<_>>()? })
    }
}

fn id(name: &str) -> io::Result<FileId> {
    let path = VirtualPath::new(name).map_err(io::Error::other)?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &READY.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &READY.book
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
        READY.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
