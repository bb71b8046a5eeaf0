//! `throughline import leads`: a file of leads in.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Args;
use throughline_core::api::{Context, Host, import_leads, speaking};
use throughline_core::error::Result;
use throughline_core::import::Reader;
use throughline_core::import::facts::{FactInput, FactSource, FactsImported};

use super::import::pair;
use super::{Said, json};
use crate::desk::Desk;

/// Bring leads in from a CSV, TSV or XLSX file, with what they requested and opened.
#[derive(Debug, Args)]
pub(super) struct Leads {
    /// The file.
    source: PathBuf,
    /// The workspace to bring it into.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Read a column as a field of ours, e.g. --map email=Mail; an empty column leaves the field
    /// out. Also dateOrder=dayFirst|monthFirst and zone=Europe/Berlin.
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = pair)]
    map: Vec<(String, String)>,
    /// The sheet of a workbook; the first one with content unless given.
    #[arg(long)]
    sheet: Option<String>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Leads {
    /// Imports, and tells what became of every row.
    pub(super) fn run(self) -> Said {
        let imported = self.bring_in()?;
        Ok(if self.json { json(&imported) } else { in_words(&imported) })
    }

    fn bring_in(&self) -> Result<FactsImported> {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: speaking(&desk, None)? };
        let go_on = |_, _| ControlFlow::Continue(());
        let reader = Reader { workbooks: &|| desk.workbook_reader(), progress: &go_on };
        let name = self.source.file_name().map(|name| name.to_string_lossy().into_owned());
        let input = FactInput::File(self.source.clone());
        let source =
            FactSource::open(name.unwrap_or_default(), input, self.sheet.as_deref(), &reader)?;
        Ok(import_leads(context, &source, &self.map)?.value)
    }
}

fn in_words(imported: &FactsImported) -> String {
    let tally = &imported.tally;
    let mut lines = vec![format!(
        "{} rows read: {} leads added, {} updated, {} unchanged, {} could not be read; {} events.",
        tally.read, tally.added, tally.updated, tally.unchanged, tally.rejected_count, tally.events
    )];
    lines.extend(imported.notes.iter().map(|note| format!("  {note}")));
    let rejected = tally.rejected.iter();
    lines.extend(rejected.map(|row| format!("  line {}: {}", row.line, row.reason)));
    lines.join("\n")
}
