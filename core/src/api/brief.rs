//! The brief of a planned piece, as a page or a document.

use super::Context;
use super::export::{DOCUMENT, DocumentFormat, PAGE, SavedFile, check, with_ending};
use crate::error::{OrNotFound, Result};
use crate::export::{self, Paper};
use crate::file;
use crate::id::{AssetId, EntityKind};
use serde::Deserialize;
use ts_rs::TS;

/// Which brief.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BriefOf {
    /// Of which asset.
    pub id: AssetId,
    /// As what; a page unless given.
    #[serde(default)]
    #[ts(optional)]
    pub format: Option<DocumentFormat>,
    /// What a document is printed on; A4 unless given.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<Paper>,
}

/// Asks where to and saves the brief of an asset; none when thought better of it.
pub(super) fn brief(context: Context<'_>, request: BriefOf) -> Result<Option<SavedFile>> {
    let view = context.view()?;
    let title = &view.assets.need(request.id)?.title;
    let is_document = request.format == Some(DocumentFormat::Pdf);
    let kind = if is_document { DOCUMENT } else { PAGE };
    let name = file::file_name(&format!("Brief {title}"), kind.ending);
    let Some(path) = context.host.pick_target("Save the brief", &name, kind) else {
        return Ok(None);
    };
    let path = with_ending(path, kind.ending);
    let document = context.coverage(None, |ledger| export::brief(ledger, request.id))?;
    let document = document.or_not_found(EntityKind::Asset)?;
    check(context, &path)?;
    file::replace(&path, |out| {
        if is_document {
            export::pdf(&document, request.paper.unwrap_or(Paper::A4), out)
        } else {
            export::document_page(&document, out)
        }
    })?;
    Ok(Some(SavedFile::at(&path)))
}
