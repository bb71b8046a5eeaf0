//! `throughline export-lead`: all that is held on one lead, as a file.

use std::path::PathBuf;

use clap::Args;
use throughline_core::api::{Context, Host, save_record};
use throughline_core::demand::find_lead;
use throughline_core::error::Error;

use super::Said;
use crate::desk::Desk;

/// Save all that is held on one lead: what every file said of it, what it did, its deals, its score.
#[derive(Debug, Args)]
pub(super) struct ExportLead {
    /// The lead, by its e-mail address or id.
    #[arg(value_name = "EMAIL-OR-ID")]
    lead: String,
    /// The workspace to read.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The file to write, .json for programs or .csv for spreadsheets; one that is there is replaced.
    #[arg(long, short)]
    out: PathBuf,
}

impl ExportLead {
    /// Saves it and says where.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let open = desk.opened().ok_or(Error::NoWorkspace)?;
        let key = find_lead(&open.plan, &self.lead)?;
        save_record(Context { host: &desk, speaker: None }, key, &self.out)?;
        Ok(format!("{} is saved.", self.out.display()))
    }
}
