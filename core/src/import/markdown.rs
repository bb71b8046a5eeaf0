//! Markdown files with front matter: the keys become columns, and so do what can be told from the
//! file itself: its path and folder, its first heading, its first paragraph.

use super::apart::Reader;
use super::encoding::decode;
use super::sheet::{
    CELL_LIMIT, COLUMN_LIMIT, Column, Origin, REJECTION_LIMIT, Rejection, Row, Sheet, SourceKind,
    too_broken, too_large,
};
use crate::error::{Error, Result};
use std::collections::{BTreeMap, HashSet};

mod folder;
mod front;

pub(super) use folder::files_in;

/// A file by its path in the folder, with `/` between its parts.
pub type NamedFile = (String, Vec<u8>);

/// The path of the file.
pub(super) const PATH: &str = "source_path";
/// The folder it lies in.
pub(super) const FOLDER: &str = "folder";
/// The topmost folder.
pub(super) const SECTION: &str = "section";
/// The name of the file or, of an index, of its folder.
pub(super) const STEM: &str = "file_name";
/// The first heading.
pub(super) const HEADING: &str = "first_heading";
/// The first paragraph.
pub(super) const PARAGRAPH: &str = "first_paragraph";

/// The most files that are read at once.
const FILE_LIMIT: usize = 50_000;
/// The largest file; an article is text.
const SIZE_LIMIT: usize = 4 << 20;

const COMPUTED: [&str; 6] = [PATH, FOLDER, SECTION, STEM, HEADING, PARAGRAPH];

/// Whether a file's name is that of a Markdown file.
pub(super) fn is_markdown(name: &str) -> bool {
    let name = name.to_lowercase();
    [".md", ".mdx", ".markdown"].iter().any(|ending| name.ends_with(ending))
}

/// Reads Markdown files, in the order of their paths.
pub(super) fn read(files: &[NamedFile], reader: &Reader<'_>) -> Result<Sheet> {
    let mut files: Vec<&NamedFile> = files.iter().filter(|(name, _)| is_markdown(name)).collect();
    if files.len() > FILE_LIMIT {
        return Err(too_many());
    }
    files.sort();
    let mut rejected = Vec::new();
    let mut pages = Vec::with_capacity(files.len());
    for (at, (path, bytes)) in files.iter().enumerate() {
        reader.go_on(at, files.len())?;
        match page_of(path, bytes) {
            Ok(page) => pages.push(page),
            Err((line, reason)) => {
                rejected.push(Rejection { line, file: Some(path.clone()), reason });
            }
        }
        if rejected.len() > REJECTION_LIMIT {
            return Err(too_broken(&rejected));
        }
    }
    let mut sheet = sheet_of(pages)?;
    sheet.rejected = rejected;
    Ok(sheet)
}

fn too_many() -> Error {
    Error::Unreadable(format!("More than {FILE_LIMIT} Markdown files are not read at once."))
}

fn page_of(path: &str, bytes: &[u8]) -> Result<Page, (u32, String)> {
    if bytes.len() > SIZE_LIMIT {
        return Err((1, "This file is larger than 4 MiB.".to_owned()));
    }
    let text = decode(bytes).text;
    let (keys, body) = front::read(&text)?;
    Ok(page(path.to_owned(), keys, body))
}

/// The keys of all pages are the columns, as many as a table may have.
fn sheet_of(pages: Vec<Page>) -> Result<Sheet> {
    let (mut known, mut names) = (HashSet::from(COMPUTED), Vec::new());
    for name in pages.iter().flat_map(|page| &page.order) {
        if known.insert(name) {
            names.push(name.clone());
        }
    }
    let room = COLUMN_LIMIT - COMPUTED.len();
    let more = names.len().saturating_sub(room);
    names.truncate(room);
    let mut columns: Vec<_> =
        names.into_iter().map(|name| Column { name, computed: false }).collect();
    columns.extend(COMPUTED.map(|name| Column { name: name.to_owned(), computed: true }));
    if columns.len() * pages.len() > CELL_LIMIT {
        return Err(too_large());
    }
    let rows = pages.into_iter().map(|mut page| {
        let cell = |column: &Column| page.cells.remove(&column.name).unwrap_or_default();
        let cells = columns.iter().map(cell).collect();
        Row { line: 1, file: Some(page.path), cells }
    });
    let rows: Vec<_> = rows.collect();
    let mut sheet = Sheet::known(Origin::of(SourceKind::Markdown), columns, rows);
    if more > 0 {
        sheet.notes.push(format!("{more} more keys were left out: {room} are read."));
    }
    Ok(sheet)
}

struct Page {
    path: String,
    order: Vec<String>,
    cells: BTreeMap<String, String>,
}

fn page(path: String, keys: Vec<(String, String)>, body: &str) -> Page {
    let order = keys.iter().map(|(key, _)| key.clone()).collect();
    let mut cells: BTreeMap<_, _> = keys.into_iter().collect();
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let index = matches!(stem.to_lowercase().as_str(), "index" | "_index" | "readme");
    // A page kept as a folder of its own lies, as a page, one folder up.
    let (folder, stem) = match folder.rsplit_once('/') {
        Some((above, own)) if index => (above, own),
        None if index && !folder.is_empty() => ("", folder),
        _ => (folder, stem),
    };
    cells.insert(FOLDER.to_owned(), folder.to_owned());
    let section = folder.split('/').next().unwrap_or_default();
    cells.insert(SECTION.to_owned(), section.to_owned());
    cells.insert(STEM.to_owned(), stem.to_owned());
    cells.insert(HEADING.to_owned(), heading(body).unwrap_or_default());
    cells.insert(PARAGRAPH.to_owned(), paragraph(body));
    cells.insert(PATH.to_owned(), path.clone());
    Page { path, order, cells }
}

fn heading(body: &str) -> Option<String> {
    let mut lines = outside_code(body).into_iter().peekable();
    while let Some(line) = lines.next() {
        if let Some(text) = line.strip_prefix("# ") {
            return Some(bare(text.trim_end_matches('#')));
        }
        let underlined =
            lines.peek().is_some_and(|next| next.len() >= 3 && next.chars().all(|c| c == '='));
        if underlined && !line.is_empty() {
            return Some(bare(line));
        }
    }
    None
}

fn paragraph(body: &str) -> String {
    const NOT_PROSE: &[char] = &['#', '>', '|', '!', '<', '-', '*', '+', '=', '{', ':'];
    let mut text: Vec<&str> = Vec::new();
    for line in outside_code(body) {
        let begins = !line.is_empty()
            && (!line.starts_with(NOT_PROSE) || line.starts_with("**"))
            && !line.starts_with("import ")
            && !line.starts_with("export ");
        match (text.is_empty(), begins) {
            (_, true) => text.push(line),
            (true, false) => {}
            (false, false) => break,
        }
    }
    bare(&text.join(" "))
}

fn outside_code(body: &str) -> Vec<&str> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in body.lines().map(str::trim) {
        if line.starts_with("```") || line.starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced {
            lines.push(line);
        }
    }
    lines
}

/// Text without the marks of Markdown: links become their words, emphasis goes.
fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let link = rest[at..].find("](").and_then(|mid| {
            let end = rest[at + mid..].find(')')?;
            Some((at + mid, at + mid + end))
        });
        let Some((mid, end)) = link else { break };
        out.push_str(rest[..at].trim_end_matches('!'));
        out.push_str(&rest[at + 1..mid]);
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out.replace("**", "").replace(['`', '*'], "").trim().to_owned()
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
