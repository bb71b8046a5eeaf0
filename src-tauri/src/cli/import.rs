//! `throughline import`: content in, from a file or a folder.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use throughline_core::api::{Context, Host, keep_now, speaking};
use throughline_core::backup::Reason;
use throughline_core::error::{Error, Result};
use throughline_core::import::{Reader, Tally, drafts, import, read_path, with_told};
use throughline_core::model::FactKind;

use super::facts::Facts;
use super::{Said, json};
use crate::desk::Desk;

/// Bring data in.
#[derive(Debug, Args)]
pub(super) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Assets(Assets),
    /// Bring leads in from a CSV, TSV or XLSX file, with what they requested and opened.
    Leads(Facts),
    /// Bring in the accounts that leads and deals belong to.
    Accounts(Facts),
    /// Bring in what leads did, a row an event.
    Events(Facts),
    /// Bring in which stages leads or deals reached, and when.
    Moves(Facts),
    /// Bring in deals with their values, stages and outcomes.
    Deals(Facts),
    /// Bring in e-mails that went out, a row a campaign.
    Sends(Facts),
    /// Bring in impressions or cost by channel or content.
    ChannelDays(Facts),
    /// Bring in rows that carry no person and no id, counted by stage.
    StageCounts(Facts),
}

/// Bring content in from a CSV, TSV or XLSX file, a sitemap.xml, or a folder of Markdown.
#[derive(Debug, Args)]
struct Assets {
    /// The file or folder.
    source: PathBuf,
    /// The workspace to bring it into.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Read a column as a field of ours, e.g. --map title=Headline; an empty column leaves the
    /// field out. Also dateOrder=dayFirst|monthFirst, site=https://…, crawl=pages|all.
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

pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    let (field, column) = text.split_once('=').ok_or("write it as FIELD=COLUMN")?;
    Ok((field.trim().to_owned(), column.trim().to_owned()))
}

impl Import {
    /// Imports, and tells what became of every row.
    pub(super) fn run(self) -> Said {
        let wanted = match self.what {
            What::Assets(wanted) => wanted,
            What::Leads(facts) => return facts.run(FactKind::Leads),
            What::Accounts(facts) => return facts.run(FactKind::Accounts),
            What::Events(facts) => return facts.run(FactKind::Events),
            What::Moves(facts) => return facts.run(FactKind::Moves),
            What::Deals(facts) => return facts.run(FactKind::Deals),
            What::Sends(facts) => return facts.run(FactKind::Sends),
            What::ChannelDays(facts) => return facts.run(FactKind::ChannelDays),
            What::StageCounts(facts) => return facts.run(FactKind::StageCounts),
        };
        let tally = wanted.bring_in()?;
        Ok(if wanted.json { json(&tally) } else { in_words(&tally, wanted.dry_run) })
    }
}

impl Assets {
    fn bring_in(&self) -> Result<Tally> {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: speaking(&desk, None)? };
        let go_on = |_, _| ControlFlow::Continue(());
        let reader = Reader { workbooks: &|| desk.workbook_reader(), progress: &go_on };
        let sheet = read_path(&self.source, self.sheet.as_deref(), &reader)?;
        let view = context.view()?;
        let mapping = with_told(&sheet, &self.map, &view)?;
        if self.dry_run {
            return Ok(drafts(&sheet, &mapping, &view, &go_on)?.tally);
        }
        let open = desk.opened().ok_or(Error::NoWorkspace)?;
        keep_now(&desk, Reason::BeforeImport);
        Ok(import(&open.plan, context.by()?, &sheet, &mapping, &go_on)?.value.tally)
    }
}

fn in_words(tally: &Tally, dry_run: bool) -> String {
    let Tally { read, added, updated, unchanged, skipped, .. } = tally;
    let rejected = tally.rejected.len();
    let mut lines = vec![format!(
        "{read} rows read: {added} added, {updated} updated, {unchanged} unchanged, {skipped} left \
         out, {rejected} could not be read."
    )];
    lines.extend(tally.skips.iter().map(|(reason, rows)| format!("  left out, {rows}: {reason}")));
    lines.extend(tally.rejected.iter().map(|row| {
        let file = row.file.as_ref().map(|file| format!("{file}, ")).unwrap_or_default();
        format!("  {file}line {}: {}", row.line, row.reason)
    }));
    if dry_run {
        lines.push("Nothing was changed: this was a dry run.".to_owned());
    }
    lines.join("\n")
}
