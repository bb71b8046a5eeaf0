//! The report: asked for by the window, whose host asks where to, or by the terminal.

use super::export::{DOCUMENT, PAGE, SavedFile, TABLE, WORKBOOK, check, with_ending};
use super::snapshot::figures_now;
use super::{Context, FileKind, headline};
use crate::error::Result;
use crate::export::{
    self, Occasion, Paper, Report, Since, TableName, document_page, pdf, workbook,
};
use crate::file;
use crate::id::{ReviewId, SnapshotId};
use crate::model::{Word, words};
use crate::snapshot::Figures;
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

words! {
    /// What a report is written as.
    ReportFormat {
        /// A document to print and to pass round.
        Pdf = "pdf",
        /// Tables and charts to go on working with.
        Xlsx = "xlsx",
        /// One page for a browser.
        Html = "html",
    }
}

impl ReportFormat {
    fn kind(self) -> FileKind {
        match self {
            Self::Pdf => DOCUMENT,
            Self::Xlsx => WORKBOOK,
            Self::Html => PAGE,
        }
    }
}

/// Which report.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportOf {
    /// As what.
    pub format: ReportFormat,
    /// What a document is printed on; A4 unless given.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<Paper>,
    /// The older snapshot to compare with; that of the review unless given.
    #[serde(default)]
    #[ts(optional)]
    pub snapshot_id: Option<SnapshotId>,
    /// The review it is for, whose decisions it tells.
    #[serde(default)]
    #[ts(optional)]
    pub review_id: Option<ReviewId>,
}

/// Asks where to and saves the report; none when thought better of it.
pub(super) fn report(context: Context<'_>, request: ReportOf) -> Result<Option<SavedFile>> {
    let view = context.view()?;
    let workspace = &view.workspace()?.name;
    let about = match request.review_id {
        Some(id) => format!("{workspace} {}", view.reviews.need(id)?.name),
        None => format!("{workspace} report {}", context.today()?),
    };
    let kind = request.format.kind();
    let name = file::file_name(&about, kind.ending);
    let Some(path) = context.host.pick_target("Save the report", &name, kind) else {
        return Ok(None);
    };
    save_report(context, &request, &with_ending(path, kind.ending)).map(Some)
}

/// Saves the report at a path.
pub fn save_report(context: Context<'_>, request: &ReportOf, path: &Path) -> Result<SavedFile> {
    let occasion = occasion(context, request)?;
    let zone = context.zone()?;
    let report = context.coverage(None, |ledger| Report::of(ledger, zone, occasion))?;
    check(context, path)?;
    let paper = request.paper.unwrap_or(Paper::A4);
    file::replace(path, |out| match request.format {
        ReportFormat::Pdf => pdf(&report.document(), paper, out),
        ReportFormat::Xlsx => workbook(&report, out),
        ReportFormat::Html => document_page(&report.document(), out),
    })?;
    Ok(SavedFile::at(path))
}

/// Which table.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TableOf {
    /// Its name.
    pub table: TableName,
}

/// Asks where to and saves a list of the plan as it is as CSV; none when thought better of it.
pub(super) fn table(context: Context<'_>, request: TableOf) -> Result<Option<SavedFile>> {
    let workspace = context.view()?.workspace()?.name.clone();
    let about = format!("{workspace} {} {}", request.table.as_word(), context.today()?);
    let name = file::file_name(&about, TABLE.ending);
    let Some(path) = context.host.pick_target("Save the table", &name, TABLE) else {
        return Ok(None);
    };
    let (zone, path) = (context.zone()?, with_ending(path, TABLE.ending));
    let report = context.coverage(None, |ledger| Report::of(ledger, zone, Occasion::default()))?;
    check(context, &path)?;
    file::replace(&path, |out| export::table(&report, request.table, out))?;
    Ok(Some(SavedFile::at(&path)))
}

fn occasion(context: Context<'_>, request: &ReportOf) -> Result<Occasion> {
    let view = context.view()?;
    let review = request.review_id.map(|id| view.reviews.need(id).cloned()).transpose()?;
    let figures = |id| Figures::read(&view.snapshots.need(id)?.figures);
    let before = request.snapshot_id.or(review.as_ref().and_then(|review| review.before_id));
    let after = review.as_ref().and_then(|review| review.after_id);
    let since = before.map(|id| -> Result<Since> {
        Ok(Since {
            name: view.snapshots.need(id)?.name.clone(),
            before: figures(id)?,
            after: match after.filter(|after| *after != id) {
                Some(after) => figures(after)?,
                None => figures_now(&context)?,
            },
        })
    });
    Ok(Occasion { since: since.transpose()?, review, demand: headline::told(&context)? })
}
