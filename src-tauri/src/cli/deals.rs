//! `throughline deals`: the deals of a journey, where they stand and for how long.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use throughline_core::api::{Context, deals};
use throughline_core::demand::{DealList, DealOutcome, DealQuery};
use throughline_core::error::{Error, Result};
use throughline_core::id::StageId;
use throughline_core::model::Architecture;
use throughline_core::model::text::fold;

use super::coverage::named;
use super::{Said, json as written};
use crate::desk::Desk;

/// Say which deals there are, stage by stage, and which have stayed longer than deals do that go on.
#[derive(Debug, Args)]
pub(super) struct Deals {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The journey's name; the first one unless given.
    #[arg(long)]
    journey: Option<String>,
    /// Only those at the stage of that name.
    #[arg(long)]
    stage: Option<String>,
    /// Only those of which this became: open, won or lost.
    #[arg(long, value_parser = outcome)]
    outcome: Option<DealOutcome>,
    /// Only those that are past the line of their stage.
    #[arg(long)]
    past_line: bool,
    /// How many deals, 1,000 at most.
    #[arg(long, default_value_t = 100)]
    limit: usize,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

fn outcome(text: &str) -> Result<DealOutcome, String> {
    text.parse::<DealOutcome>().map_err(|error| error.to_string())
}

impl Deals {
    /// Tells the deals that pass, those first that have been at their stage the longest.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let view = context.view()?;
        let query = DealQuery {
            journey: self.journey.as_deref().map(|name| named(context, name)).transpose()?,
            stage: self.stage.as_deref().map(|name| stage(&view, name)).transpose()?,
            outcome: self.outcome,
            past_line: self.past_line,
            limit: Some(self.limit),
            ..DealQuery::default()
        };
        let list = deals::list(context, query)?;
        Ok(if self.json { written(&told(&list, &view)) } else { list.in_words(&view) })
    }
}

fn stage(view: &Architecture, name: &str) -> Result<StageId> {
    let found = view.stages.iter().find(|stage| fold(&stage.name) == fold(name));
    let none = || Error::invalid(format!("There is no stage \"{name}\"."));
    found.map(|stage| stage.id).ok_or_else(none)
}

/// The list with the names of stages and personas beside their ids.
fn told(list: &DealList, view: &Architecture) -> Value {
    let mut told = json!(list);
    let name = |id: Option<StageId>| id.and_then(|id| view.stages.get(id)).map(|one| &one.name);
    for (at, stage) in list.stages.iter().enumerate() {
        told["stages"][at]["stage"] = json!(name(stage.stage_id));
    }
    for (at, row) in list.rows.iter().enumerate() {
        let present = row.present.iter().filter_map(|id| view.personas.get(*id));
        told["rows"][at]["stage"] = json!(name(row.stage_id));
        told["rows"][at]["present"] = json!(present.map(|one| &one.name).collect::<Vec<_>>());
    }
    told
}
