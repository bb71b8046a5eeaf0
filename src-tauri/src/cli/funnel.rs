//! `throughline funnel`: what came into each stage, and what became of it.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use throughline_core::api::Context;
use throughline_core::demand::{CohortRow, FunnelDimension, FunnelQuery, FunnelReport, funnel};
use throughline_core::error::{Error, Result};
use throughline_core::funnel::StageLedger;
use throughline_core::model::{Architecture, Period, Unit};

use super::coverage::named;
use super::{Said, json as written};
use crate::desk::Desk;

/// Say what came into each stage of a journey, and what became of it.
#[derive(Debug, Args)]
pub(super) struct Funnel {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The journey's name; the first one unless given.
    #[arg(long)]
    journey: Option<String>,
    /// How visits are put together by their beginning: month, quarter or year.
    #[arg(long, default_value = "quarter", value_parser = unit)]
    cohort: Unit,
    /// What leads are told apart by: channel, persona, level, industry, country.
    #[arg(long, default_value = "channel", value_parser = dimension)]
    by: FunnelDimension,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

fn unit(text: &str) -> Result<Unit, String> {
    text.parse::<Unit>().map_err(|error| error.to_string())
}

fn dimension(text: &str) -> Result<FunnelDimension, String> {
    text.parse::<FunnelDimension>().map_err(|error| error.to_string())
}

impl Funnel {
    /// Tells the ledger of every stage.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let journey = self.journey.as_deref().map(|name| named(context, name)).transpose()?;
        let open = context.host.opened().ok_or(Error::NoWorkspace)?;
        let query = FunnelQuery { journey, cohort: Some(self.cohort), by: Some(self.by) };
        let (report, view) = (funnel(&open.plan, &query)?, context.view()?);
        Ok(if self.json { written(&told(&report, &view)) } else { report.in_words(&view) })
    }
}

/// The report with the names of journey and stages in place of their ids.
fn told(report: &FunnelReport, view: &Architecture) -> Value {
    let names: Vec<&str> = report
        .stages
        .iter()
        .map(|stage| view.stages.get(stage.stage_id).map_or("", |one| one.name.as_str()))
        .collect();
    let named = |stages: Vec<(&StageLedger, Value)>| -> Vec<Value> {
        let stages = names.iter().zip(stages);
        stages.map(|(name, (ledger, figures))| stage(name, ledger, figures)).collect()
    };
    let cohort = |one: &CohortRow| {
        let stages = named(one.stages.iter().map(|stage| (&stage.ledger, json!(stage))).collect());
        let Period { from, to } = one.period;
        json!({ "from": from, "to": to, "isOpen": one.is_open, "stages": stages, "seam": one.seam })
    };
    let cohorts: Vec<Value> = report.cohorts.iter().map(cohort).collect();
    let all = report.stages.iter().map(|one| (&one.ledger, json!(one.ledger)));
    json!({
        "asOf": report.as_of,
        "journey": view.journeys.get(report.journey_id).map(|one| one.name.as_str()),
        "leads": report.leads,
        "deals": report.deals,
        "stages": named(all.collect()),
        "seam": report.seam,
        "cohort": report.cohort,
        "cohorts": cohorts,
        "audience": report.audience,
        "by": report.by,
        "segments": report.segments,
        "totals": report.totals,
    })
}

fn stage(name: &str, ledger: &StageLedger, figures: Value) -> Value {
    let mut told = json!({ "stage": name, "conversion": ledger.conversion() });
    if let (Some(told), Value::Object(figures)) = (told.as_object_mut(), figures) {
        told.extend(figures);
    }
    told
}
