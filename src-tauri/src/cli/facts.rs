//! `throughline import leads|accounts|events|moves|deals|sends|channel-days|stage-counts`: a file of
//! facts in.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Args;
use throughline_core::api::{Context, FactsAsked, Host, import_facts, speaking};
use throughline_core::error::Result;
use throughline_core::import::Reader;
use throughline_core::import::facts::{FactInput, FactSource, FactsImported};
use throughline_core::model::FactKind;

use super::import::pair;
use super::{Said, json};
use crate::desk::Desk;

/// What is brought in from which file.
#[derive(Debug, Args)]
pub(super) struct Facts {
    /// The file.
    source: PathBuf,
    /// The workspace to bring it into.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Read a column as a field of ours, e.g. --map email=Mail; an empty column leaves the field
    /// out. Also dateOrder=dayFirst|monthFirst, zone=Europe/Berlin, stage:THEIRS=won|lost|-|id,
    /// activity:THEIRS=emailClicked, everyActivity=…, everyStage=…, day=2026-01-31, fromDay=….
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = pair)]
    map: Vec<(String, String)>,
    /// The sheet of a workbook; the first one with content unless given.
    #[arg(long)]
    sheet: Option<String>,
    /// Say what would happen and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Facts {
    /// Imports, and tells what became of every row.
    pub(super) fn run(self, kind: FactKind) -> Said {
        let imported = self.bring_in(kind)?;
        Ok(if self.json { json(&imported) } else { in_words(&imported, self.dry_run) })
    }

    fn bring_in(&self, kind: FactKind) -> Result<FactsImported> {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: speaking(&desk, None)? };
        let go_on = |_, _| ControlFlow::Continue(());
        let reader = Reader { workbooks: &|| desk.workbook_reader(), progress: &go_on };
        let name = self.source.file_name().map(|name| name.to_string_lossy().into_owned());
        let input = FactInput::File(self.source.clone());
        let source =
            FactSource::open(name.unwrap_or_default(), input, self.sheet.as_deref(), &reader)?;
        import_facts(context, &source, &FactsAsked { kind, told: &self.map, dry_run: self.dry_run })
    }
}

fn in_words(imported: &FactsImported, dry_run: bool) -> String {
    let tally = &imported.tally;
    let mut lines = vec![format!(
        "{} rows read: {} added, {} updated, {} unchanged, {} could not be read; {} events.",
        tally.read, tally.added, tally.updated, tally.unchanged, tally.rejected_count, tally.events
    )];
    match tally.erased {
        0 => {}
        1 => lines.push("  1 row was left out because its lead was erased.".to_owned()),
        rows => lines.push(format!("  {rows} rows were left out because their leads were erased.")),
    }
    lines.extend(imported.notes.iter().map(|note| format!("  {note}")));
    let rejected = tally.rejected.iter();
    lines.extend(rejected.map(|row| format!("  line {}: {}", row.line, row.reason)));
    if dry_run {
        lines.push("Nothing was changed: this was a dry run.".to_owned());
    }
    lines.join("\n")
}
