//! A document as PDF, set by Typst as a library: tagged, with its fonts inside, on one machine the
//! same bytes for the same document.
//!
//! The layout is a template of ours; what is said is handed to it as data, so that no text is ever
//! read as markup. The world it is set in holds that data, the figures and fonts: there is no
//! network and no clock in it, and of the machine's files only fonts with letters that Inter lacks.

mod data;
mod letters;
mod world;

use super::Document;
use crate::model::words;
use std::io::{self, Write};
use typst::diag::{SourceDiagnostic, SourceResult};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::Desk;

words! {
    /// What it is printed on.
    Paper {
        /// 210 × 297 mm.
        A4 = "a4",
        /// 8.5 × 11 in.
        Letter = "letter",
    }
}

/// Writes a document as PDF.
pub fn pdf(document: &Document, paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    let desk = Desk::with(data::files(document, paper)?)?;
    let set = typst::compile::<PagedDocument>(&desk).output;
    let written = set.and_then(|pages| {
        // Some scripts join letters into shapes that no longer say which letters they are. Such a
        // document is tagged all the same, but does not claim to meet the standard.
        as_standard(&pages).or_else(|_| typst_pdf::pdf(&pages, &PdfOptions::default()))
    });
    // What was worked out on the way is not needed again.
    typst::comemo::evict(0);
    out.write_all(&written.map_err(|errors| failed(&errors))?)
}

fn as_standard(pages: &PagedDocument) -> SourceResult<Vec<u8>> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
    typst_pdf::pdf(pages, &PdfOptions { standards, ..PdfOptions::default() })
}

fn failed(errors: &[SourceDiagnostic]) -> io::Error {
    let said: Vec<String> = errors.iter().map(|error| error.message.to_string()).collect();
    io::Error::other(said.join("; "))
}
