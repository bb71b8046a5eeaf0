//! `throughline export`: content out, to a file.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use throughline_core::api::asset::ListAssets;
use throughline_core::api::coverage::OfJourney;
use throughline_core::api::{Context, save_assets, save_coverage};

use super::Said;
use super::coverage::named;
use crate::desk::Desk;

/// Save what others read: the assets as a table, the map as a page.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Assets(Assets),
    Coverage(Coverage),
}

/// Save every asset with all its fields and placements as CSV.
#[derive(Debug, Args)]
struct Assets {
    /// The workspace to read.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The file to write; one that is there is replaced.
    #[arg(long, short)]
    out: PathBuf,
}

/// Save the map of a journey, its gaps and findings as one HTML page.
#[derive(Debug, Args)]
struct Coverage {
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

impl Export {
    /// Saves it and says where.
    pub(super) fn run(self) -> Said {
        match self.what {
            What::Assets(Assets { workspace, out }) => on(&workspace, &out, |context| {
                save_assets(context, &ListAssets::default(), &out).map(drop)
            }),
            What::Coverage(Coverage { workspace, out, journey }) => {
                on(&workspace, &out, |context| {
                    let journey =
                        journey.as_deref().map(|name| named(context, name)).transpose()?;
                    let request = OfJourney { journey_id: journey, ..OfJourney::default() };
                    save_coverage(context, &request, &out).map(drop)
                })
            }
        }
    }
}

fn on(
    workspace: &Path,
    out: &Path,
    save: impl FnOnce(Context<'_>) -> throughline_core::error::Result<()>,
) -> Said {
    let desk = Desk::default();
    desk.open(workspace)?;
    save(Context { host: &desk, speaker: None })?;
    Ok(format!("{} is saved.", out.display()))
}
