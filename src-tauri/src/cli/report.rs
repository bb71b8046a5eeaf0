//! `throughline report`: what the quarterly review talks about, to a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use throughline_core::api::report::{ReportFormat, ReportOf};
use throughline_core::api::{Context, count_prices, save_plan, save_report};
use throughline_core::error::{Error, Result};
use throughline_core::export::Paper;
use throughline_core::model::text::fold;

use super::Said;
use crate::desk::Desk;

/// Save what the quarterly review talks about: coverage, gaps, funding, maturity and decisions.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// The workspace to read.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The file to write; one that is there is replaced.
    #[arg(long, short)]
    out: PathBuf,
    /// As what.
    #[arg(long, short, value_enum, default_value = "pdf")]
    format: Format,
    /// What a PDF is printed on.
    #[arg(long, value_enum, default_value = "a4")]
    paper: OnPaper,
    /// The name of an older snapshot to compare with.
    #[arg(long)]
    snapshot: Option<String>,
    /// The name of the review it is for, whose decisions it tells.
    #[arg(long)]
    review: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Pdf,
    Xlsx,
    Html,
    /// The whole plan as one document, as `throughline export plan` writes it.
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum OnPaper {
    A4,
    Letter,
}

impl Format {
    /// What the report is written as; `None` = it is the plan itself.
    fn written(self) -> Option<ReportFormat> {
        match self {
            Self::Pdf => Some(ReportFormat::Pdf),
            Self::Xlsx => Some(ReportFormat::Xlsx),
            Self::Html => Some(ReportFormat::Html),
            Self::Json => None,
        }
    }
}

impl Report {
    /// Saves it and says where.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        count_prices(context)?;
        match self.format.written() {
            Some(format) => save_report(context, &self.request(context, format)?, &self.out)?,
            None => save_plan(context, &self.out)?,
        };
        Ok(format!("{} is saved.", self.out.display()))
    }

    fn request(&self, context: Context<'_>, format: ReportFormat) -> Result<ReportOf> {
        let view = context.view()?;
        let snapshots = view.snapshots.iter().map(|one| (one.id, one.name.as_str()));
        let reviews = view.reviews.iter().map(|one| (one.id, one.name.as_str()));
        Ok(ReportOf {
            format,
            paper: Some(match self.paper {
                OnPaper::A4 => Paper::A4,
                OnPaper::Letter => Paper::Letter,
            }),
            snapshot_id: named("snapshot", self.snapshot.as_deref(), snapshots)?,
            review_id: named("review", self.review.as_deref(), reviews)?,
        })
    }
}

/// The one of that name, if a name is given; fails with those there are.
fn named<'a, I>(
    kind: &str,
    name: Option<&str>,
    all: impl Iterator<Item = (I, &'a str)>,
) -> Result<Option<I>> {
    let Some(name) = name else { return Ok(None) };
    let mut known = Vec::new();
    for (id, its) in all {
        if fold(its) == fold(name) {
            return Ok(Some(id));
        }
        known.push(its);
    }
    Err(Error::invalid(match known.as_slice() {
        [] => format!("There is no {kind} \"{name}\", nor any other."),
        known => format!("There is no {kind} \"{name}\"; there are: {}.", known.join(", ")),
    }))
}
