//! `throughline quality`: the state that what is known of leads is in.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use throughline_core::api::Context;
use throughline_core::demand::{
    FlaggedQuery, flagged_order, flagged_window, quality, verify_first,
};
use throughline_core::error::Error;
use throughline_core::model::Millis;
use throughline_core::plan::Plan;

use super::consumption::moment;
use super::{Said, json as written};
use crate::desk::Desk;

/// Say how much of what is known of leads still holds, what cannot be true and what to ask next.
#[derive(Debug, Args)]
pub(super) struct Quality {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// As of when, e.g. 2026-11-01T00:00:00Z; the newest time in the files unless given.
    #[arg(long, value_parser = moment)]
    at: Option<Millis>,
    /// So many leads of each list at most.
    #[arg(long, default_value_t = 10)]
    limit: usize,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Quality {
    /// Tells the state of all leads, what to verify first and what is flagged.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let open = context.host.opened().ok_or(Error::NoWorkspace)?;
        self.told(&open.plan)
    }

    fn told(&self, plan: &Plan) -> Said {
        let report = quality(plan, self.at)?;
        let mut verify = verify_first(plan, self.at)?;
        verify.rows.truncate(self.limit);
        let query = FlaggedQuery { limit: Some(self.limit), ..FlaggedQuery::default() };
        let flagged = flagged_window(plan, &query, &flagged_order(plan, &query)?)?;
        if self.json {
            let all = json!({ "report": report, "verifyFirst": verify, "flagged": flagged });
            return Ok(written(&all));
        }
        let mut parts = vec![report.in_words()];
        if report.leads > 0 {
            parts.push(verify.in_words());
        }
        if flagged.total > 0 {
            parts.push(format!("Flagged:\n{}", flagged.in_words()));
        }
        Ok(parts.join("\n\n"))
    }
}
