//! `throughline export`: content out, to a file.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use throughline_core::api::asset::ListAssets;
use throughline_core::api::coverage::OfJourney;
use throughline_core::api::export::{DocumentFormat, PlaybookOf, SavedFile};
use throughline_core::api::{
    Context, count_prices, save_assets, save_coverage, save_plan, save_playbook,
};
use throughline_core::error::Result;
use throughline_core::id::JourneyId;

use super::Said;
use super::coverage::named;
use crate::desk::Desk;

/// Save what others read: the assets as a table, the map and the playbook as pages, the whole plan.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Save every asset with all its fields and placements as CSV.
    Assets(Whole),
    /// Save the map of a journey, its gaps and findings as one HTML page.
    Coverage(Page),
    Playbook(Playbook),
    /// Save the whole plan as one JSON document, from which `throughline new --from` makes a
    /// workspace again.
    Plan(Whole),
}

#[derive(Debug, Args)]
struct Whole {
    /// The workspace to read.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The file to write; one that is there is replaced.
    #[arg(long, short)]
    out: PathBuf,
}

#[derive(Debug, Args)]
struct Page {
    /// The workspace to read.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The file to write; one that is there is replaced.
    #[arg(long, short)]
    out: PathBuf,
    /// The journey's name; the first one unless given.
    #[arg(long)]
    journey: Option<String>,
}

/// Save what reps can use and say at each stage of a journey.
#[derive(Debug, Args)]
struct Playbook {
    #[command(flatten)]
    page: Page,
    /// As one page for a browser, or as a document with a page a stage.
    #[arg(long, short, value_enum, default_value = "html")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Html,
    Pdf,
}

impl From<Format> for DocumentFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Html => Self::Html,
            Format::Pdf => Self::Pdf,
        }
    }
}

impl Export {
    /// Saves it and says where.
    pub(super) fn run(self) -> Said {
        match self.what {
            What::Plan(Whole { workspace, out }) => {
                on(&workspace, &out, |context| save_plan(context, &out).map(drop))
            }
            What::Assets(Whole { workspace, out }) => on(&workspace, &out, |context| {
                save_assets(context, &ListAssets::default(), &out).map(drop)
            }),
            What::Coverage(page) => page.save(|context, journey_id, out| {
                count_prices(context)?;
                let request = OfJourney { journey_id, ..OfJourney::default() };
                save_coverage(context, &request, out)
            }),
            What::Playbook(Playbook { page, format }) => page.save(|context, journey_id, out| {
                let format = Some(format.into());
                save_playbook(context, &PlaybookOf { journey_id, format, paper: None }, out)
            }),
        }
    }
}

impl Page {
    fn save(
        &self,
        save: impl FnOnce(Context<'_>, Option<JourneyId>, &Path) -> Result<SavedFile>,
    ) -> Said {
        on(&self.workspace, &self.out, |context| {
            let journey = self.journey.as_deref().map(|name| named(context, name)).transpose()?;
            save(context, journey, &self.out).map(drop)
        })
    }
}

fn on(workspace: &Path, out: &Path, save: impl FnOnce(Context<'_>) -> Result<()>) -> Said {
    let desk = Desk::default();
    desk.open(workspace)?;
    save(Context { host: &desk, speaker: None })?;
    Ok(format!("{} is saved.", out.display()))
}
