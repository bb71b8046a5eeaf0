//! `throughline score`: how leads score as of a time, and why.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use throughline_core::api::Context;
use throughline_core::demand::{LeadRow, applied, distribution, find_lead, lead_score, top_scores};
use throughline_core::error::Error;
use throughline_core::model::{Millis, Word};
use throughline_core::plan::Plan;

use super::consumption::moment;
use super::{Said, json as written};
use crate::desk::Desk;

/// Say how leads score as of a time, and why.
#[derive(Debug, Args)]
pub(super) struct Score {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// As of when, e.g. 2026-11-01T00:00:00Z; the newest time in the files unless given.
    #[arg(long, value_parser = moment)]
    at: Option<Millis>,
    /// One lead, by its e-mail address or id.
    #[arg(long)]
    lead: Option<String>,
    /// Every line of that lead's score.
    #[arg(long, requires = "lead")]
    explain: bool,
    /// So many leads at most, the highest score first; 0 = all.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Score {
    /// Tells the scores.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let open = context.host.opened().ok_or(Error::NoWorkspace)?;
        match &self.lead {
            Some(name) => self.one(&open.plan, name),
            None => self.all(&open.plan),
        }
    }

    fn one(&self, plan: &Plan, name: &str) -> Said {
        let score = lead_score(plan, find_lead(plan, name)?, self.at)?;
        if !self.json {
            return Ok(score.in_words(self.explain));
        }
        let mut told = json!({
            "lead": name, "at": score.at, "model": score.model.name, "score": score.score,
            "behaviour": score.behaviour, "state": score.state, "since": score.since,
            "flipsAt": score.flips_at,
        });
        if self.explain {
            told["lines"] = json!(score.lines);
        }
        Ok(written(&told))
    }

    fn all(&self, plan: &Plan) -> Said {
        let model = applied(&plan.view());
        let counts = distribution(plan, &model.recipe, self.at)?;
        let rows = top_scores(plan, self.at, self.limit)?;
        if self.json {
            let leads: Vec<_> = rows.iter().map(row).collect();
            return Ok(written(&json!({
                "asOf": counts.as_of, "model": model.name, "leads": counts.leads,
                "states": counts.states, "bins": counts.bins, "scores": leads,
            })));
        }
        let states = counts.states.iter().filter(|(_, leads)| **leads > 0);
        let states: Vec<String> = states.map(|(state, leads)| format!("{leads} {state}")).collect();
        let mut lines =
            vec![format!("{} leads by \"{}\": {}.", counts.leads, model.name, states.join(", "))];
        lines.extend(rows.iter().map(|row| {
            let name = [&row.email, &row.name].into_iter().find(|name| !name.is_empty());
            let name = name.map_or("nobody", String::as_str);
            format!("{:>7.1}  {:<10} {name}", row.score, row.state.as_word())
        }));
        Ok(lines.join("\n"))
    }
}

fn row(row: &LeadRow) -> serde_json::Value {
    json!({
        "key": row.key, "email": row.email, "name": row.name, "score": row.score,
        "state": row.state, "since": row.since, "flipsAt": row.flips_at,
    })
}
