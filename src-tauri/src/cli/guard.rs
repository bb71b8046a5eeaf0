//! `throughline guard`: who gets too many e-mails, and by which programmes.

use std::path::PathBuf;

use clap::Args;
use throughline_core::api::Context;
use throughline_core::demand::{GuardQuery, guard_tally, guard_window};
use throughline_core::error::Error;
use throughline_core::model::Millis;

use super::consumption::moment;
use super::{Said, json as written};
use crate::desk::Desk;

/// Say which leads got more e-mails than they may, and by which programmes.
#[derive(Debug, Args)]
pub(super) struct Guard {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The end of the days that are looked at; the newest time in the files unless given.
    #[arg(long, value_parser = moment)]
    at: Option<Millis>,
    /// So many leads at most, the most e-mails first.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Guard {
    /// Tells who is over the limit.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let open = context.host.opened().ok_or(Error::NoWorkspace)?;
        let query = GuardQuery { at: self.at, offset: 0, limit: Some(self.limit) };
        let list = guard_window(&open.plan, &query, &guard_tally(&open.plan, self.at)?)?;
        Ok(if self.json { written(&list) } else { list.in_words() })
    }
}
