//! `throughline queue` and `throughline sla`: leads that were handed over, and what both sides promised.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use throughline_core::api::export::DocumentFormat;
use throughline_core::api::handoff::{self, AgreementOf};
use throughline_core::api::{Context, agreement_today, save_agreement};
use throughline_core::demand::{FollowUpList, FollowUpQuery};
use throughline_core::error::Error;

use super::{Said, json as written};
use crate::desk::Desk;

/// Which part of the queue.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Part {
    /// Handed over, and not answered.
    ToAnswer,
    /// Accepted, and nobody was in touch yet.
    ToCall,
    /// Accepted, and somebody was in touch.
    Accepted,
    /// Turned back.
    TurnedBack,
}

/// Tell which leads sales has to answer or to call, and by when.
#[derive(Debug, Args)]
pub(super) struct Queue {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Which part of the queue.
    #[arg(long, value_enum, default_value_t = Part::ToAnswer)]
    list: Part,
    /// So many leads at most.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Queue {
    /// Tells the queue.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let list = match self.list {
            Part::ToAnswer => FollowUpList::ToAnswer,
            Part::ToCall => FollowUpList::ToCall,
            Part::Accepted => FollowUpList::Accepted,
            Part::TurnedBack => FollowUpList::TurnedBack,
        };
        let query = FollowUpQuery { list, limit: Some(self.limit), ..FollowUpQuery::default() };
        let page = handoff::list(Context { host: &desk, speaker: None }, query)?;
        Ok(if self.json { written(&page) } else { page.in_words() })
    }
}

/// Tell what marketing and sales promised each other, and what became of it.
#[derive(Debug, Args)]
pub(super) struct Sla {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Save the agreement that is in force, to sign: a .pdf or .html file.
    #[arg(long)]
    agreement: Option<PathBuf>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Sla {
    /// Tells it, or saves the agreement.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let Some(path) = &self.agreement else {
            let report = handoff::sla(context, throughline_core::api::edit::Nothing {})?;
            return Ok(if self.json { written(&report) } else { report.in_words() });
        };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let format = match ending.to_ascii_lowercase().as_str() {
            "pdf" => DocumentFormat::Pdf,
            "html" => DocumentFormat::Html,
            _ => return Err(Error::invalid("Name a file that ends in .pdf or .html.").into()),
        };
        let id = agreement_today(context)?;
        let asked = AgreementOf { id, format: Some(format), paper: None };
        let saved = save_agreement(context, &asked, path)?;
        Ok(if self.json { written(&saved) } else { format!("Saved {}.", path.display()) })
    }
}
