//! From a file, or a folder, to a sheet: what it is shows in its bytes, not in its name alone.

use super::apart::{self, Reader};
use super::markdown::{self, NamedFile};
use super::sheet::{REJECTION_LIMIT, Sheet, too_broken};
use super::{delimited, sitemap};
use crate::error::{Error, Result};
use std::path::Path;

/// The largest file that is read.
pub(super) const FILE_LIMIT: u64 = 512 << 20;

/// How many bytes show what a file is.
const OPENING: usize = 1_024;

/// How a workbook begins, as every archive does.
pub(super) const ARCHIVE: &[u8] = b"PK\x03\x04";

/// Reads a file or a folder of Markdown files; `sheet` names the sheet of a workbook.
pub fn read_path(path: &Path, sheet: Option<&str>, reader: &Reader<'_>) -> Result<Sheet> {
    let about = std::fs::metadata(path).map_err(|fault| Error::io(path, fault))?;
    if about.is_dir() {
        return markdown::read(&markdown::files_in(path, reader)?, reader);
    }
    if about.len() > FILE_LIMIT {
        return Err(Error::Unreadable("A list of content larger than 512 MB is not read.".into()));
    }
    let bytes = std::fs::read(path).map_err(|fault| Error::io(path, fault))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    read_files(&[(name.unwrap_or_default(), bytes)], sheet, reader)
}

/// Reads what was dropped: one file of any kind, or several Markdown files by their paths.
pub fn read_files(files: &[NamedFile], sheet: Option<&str>, reader: &Reader<'_>) -> Result<Sheet> {
    let is_markdown = |(name, _): &NamedFile| markdown::is_markdown(name);
    let sheet = match files {
        [(_, bytes)] if !files.iter().any(is_markdown) => read_one(bytes, sheet, reader),
        _ if files.iter().any(is_markdown) => markdown::read(files, reader),
        _ => Err(Error::Unreadable("Choose one file, or a folder of Markdown files.".to_owned())),
    }?;
    bounded(sheet)
}

/// Fails where so many rows are unreadable that it is no list.
pub(super) fn bounded(sheet: Sheet) -> Result<Sheet> {
    if sheet.rejected.len() > REJECTION_LIMIT {
        return Err(too_broken(&sheet.rejected));
    }
    Ok(sheet)
}

/// Whether another sheet of what was read can be asked for.
pub fn has_sheets(files: &[NamedFile]) -> bool {
    matches!(files, [(_, bytes)] if bytes.starts_with(ARCHIVE))
}

/// Pictures, programs and archives are full of characters that no text has.
fn is_text(opening: &str) -> bool {
    let is_odd = |c: &char| c.is_control() && !c.is_whitespace();
    opening.chars().filter(is_odd).count() * 50 <= opening.chars().count()
}

pub(super) fn read_one(bytes: &[u8], sheet: Option<&str>, reader: &Reader<'_>) -> Result<Sheet> {
    let unreadable = |message: &str| Err(Error::Unreadable(message.to_owned()));
    if bytes.starts_with(ARCHIVE) {
        return apart::read(bytes, sheet, reader);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return unreadable(
            "This is an old Excel file (.xls), or one with a password. Save it as .xlsx without one.",
        );
    }
    if bytes.starts_with(&[0x1F, 0x8B]) {
        return unreadable("This file is compressed. Unpack it first.");
    }
    if bytes.starts_with(b"%PDF") {
        return unreadable("This is a PDF. Import a table of your content instead.");
    }
    let opening = super::encoding::decode(&bytes[..bytes.len().min(OPENING)]).text;
    if !is_text(&opening) {
        return unreadable(
            "This is not a text file. Choose a table (CSV, TSV, XLSX), a sitemap or Markdown.",
        );
    }
    let opening = opening.trim_start().to_lowercase();
    if opening.starts_with("<!doctype html") || opening.starts_with("<html") {
        return unreadable(
            "This is a web page, perhaps a sign-in page saved in place of the file.",
        );
    }
    if opening.starts_with("<?xml")
        || opening.starts_with("<urlset")
        || opening.starts_with("<sitemapindex")
    {
        return sitemap::read(bytes, reader);
    }
    let sheet = delimited::read(bytes, reader)?;
    if sheet.rows.is_empty() && sheet.rejected.is_empty() {
        return unreadable("There are no rows in this file.");
    }
    Ok(sheet)
}
