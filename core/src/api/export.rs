//! Content out: asked for by the window, whose host asks where to in a native dialog, or by the
//! terminal, which names a path. The window never does.

use super::asset::{ListAssets, select_all};
use super::coverage::OfJourney;
use super::file::EXTENSION;
use super::{Context, FileKind};
use crate::error::{Error, OrNotFound, Result};
use crate::export::{self, Page, Paper, PlaybookPage};
use crate::file;
use crate::id::{EntityKind, JourneyId};
use crate::model::words;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

pub(super) const TABLE: FileKind = FileKind { name: "Table (CSV)", ending: "csv" };
pub(super) const WORKBOOK: FileKind = FileKind { name: "Workbook (XLSX)", ending: "xlsx" };
pub(super) const PAGE: FileKind = FileKind { name: "Page (HTML)", ending: "html" };
pub(super) const DOCUMENT: FileKind = FileKind { name: "Document (PDF)", ending: "pdf" };

/// What was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SavedFile {
    /// The file's name.
    pub name: String,
    /// The folder it is in.
    pub folder: String,
}

/// Asks where to and saves assets as a table; none when thought better of it.
pub(super) fn assets(context: Context<'_>, request: ListAssets) -> Result<Option<SavedFile>> {
    let workspace = context.view()?.workspace()?.name.clone();
    let name = file::file_name(&format!("{workspace} assets"), TABLE.ending);
    let Some(path) = context.host.pick_target("Save the assets", &name, TABLE) else {
        return Ok(None);
    };
    save_assets(context, &request, &with_ending(path, TABLE.ending)).map(Some)
}

/// Asks where to and saves the map of a journey as a page; none when thought better of it.
pub(super) fn coverage(context: Context<'_>, request: OfJourney) -> Result<Option<SavedFile>> {
    let view = context.view()?;
    let journey = view.journeys.need(context.journey(request.journey_id)?)?;
    let as_of = request.as_of.map_or_else(|| context.today(), Ok)?;
    let about = format!("{} coverage of {} {as_of}", view.workspace()?.name, journey.name);
    let name = file::file_name(&about, PAGE.ending);
    let Some(path) = context.host.pick_target("Save the map", &name, PAGE) else {
        return Ok(None);
    };
    save_coverage(context, &request, &with_ending(path, PAGE.ending)).map(Some)
}

words! {
    /// What a playbook or a brief is written as.
    DocumentFormat {
        /// One page for a browser.
        Html = "html",
        /// A document to print.
        Pdf = "pdf",
    }
}

/// Which playbook.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaybookOf {
    /// The journey; the first one unless given.
    #[serde(default)]
    #[ts(optional)]
    pub journey_id: Option<JourneyId>,
    /// As what; a page unless given.
    #[serde(default)]
    #[ts(optional)]
    pub format: Option<DocumentFormat>,
    /// What a document is printed on; A4 unless given.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<Paper>,
}

impl PlaybookOf {
    fn kind(&self) -> FileKind {
        match self.format {
            Some(DocumentFormat::Pdf) => DOCUMENT,
            Some(DocumentFormat::Html) | None => PAGE,
        }
    }
}

/// Asks where to and saves the playbook of a journey; none when thought better of it.
pub(super) fn playbook(context: Context<'_>, request: PlaybookOf) -> Result<Option<SavedFile>> {
    let view = context.view()?;
    let journey = view.journeys.need(context.journey(request.journey_id)?)?;
    let about = format!("{} playbook of {}", view.workspace()?.name, journey.name);
    let kind = request.kind();
    let name = file::file_name(&about, kind.ending);
    let Some(path) = context.host.pick_target("Save the playbook", &name, kind) else {
        return Ok(None);
    };
    save_playbook(context, &request, &with_ending(path, kind.ending)).map(Some)
}

/// Saves assets as a table at a path, in the order of the list.
pub fn save_assets(context: Context<'_>, request: &ListAssets, path: &Path) -> Result<SavedFile> {
    let view = context.view()?;
    let ids = select_all(context, request.clone())?;
    check(context, path)?;
    file::replace(path, |out| export::assets(&view, &ids, out))?;
    Ok(SavedFile::at(path))
}

/// Saves the map of a journey as a page at a path.
pub fn save_coverage(context: Context<'_>, request: &OfJourney, path: &Path) -> Result<SavedFile> {
    let journey = context.journey(request.journey_id)?;
    let page =
        context.coverage(request.as_of, |ledger| Page::of(ledger, journey, &request.filter))?;
    let page = page.or_not_found(EntityKind::Journey)?;
    check(context, path)?;
    file::replace(path, |out| export::coverage(&page, out))?;
    Ok(SavedFile::at(path))
}

/// Saves the playbook of a journey at a path.
pub fn save_playbook(context: Context<'_>, request: &PlaybookOf, path: &Path) -> Result<SavedFile> {
    let journey = context.journey(request.journey_id)?;
    let page = context.coverage(None, |ledger| PlaybookPage::of(ledger, journey))?;
    let page = page.or_not_found(EntityKind::Journey)?;
    check(context, path)?;
    file::replace(path, |out| match request.format {
        Some(DocumentFormat::Pdf) => {
            export::pdf(&page.document(), request.paper.unwrap_or(Paper::A4), out)
        }
        Some(DocumentFormat::Html) | None => export::playbook(&page, out),
    })?;
    Ok(SavedFile::at(path))
}

impl SavedFile {
    pub(super) fn at(path: &Path) -> Self {
        let text = |part: Option<&std::ffi::OsStr>| {
            part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
        };
        Self { name: text(path.file_name()), folder: text(path.parent().map(Path::as_os_str)) }
    }
}

/// The name with its ending, where none was typed; not where that would be a file that is there,
/// which nobody agreed to replace.
pub(super) fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    let full = path.with_extension(ending);
    if full.exists() { path } else { full }
}

/// Fails where a workspace, or what belongs to one, would be replaced.
pub(super) fn check(context: Context<'_>, path: &Path) -> Result<()> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let open = context.host.opened().is_some_and(|open| open.is_at(path));
    if open || ending.starts_with(EXTENSION) {
        let reason = "a workspace is kept under such a name. Choose another name".to_owned();
        return Err(Error::NotWritten { path: path.display().to_string(), reason });
    }
    Ok(())
}
