//! `throughline kpi`: the figures of a period.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};
use throughline_core::api::Context;
use throughline_core::demand::{KpiQuery, KpiReport, RevenueDimension, kpis};
use throughline_core::error::{Error, Result};
use throughline_core::kpi::definition;
use throughline_core::model::{KpiFamily, KpiId, Period};

use super::{Said, json as written};
use crate::desk::Desk;

/// Say the figures of a period, and what the revenue is due to.
#[derive(Debug, Args)]
pub(super) struct Kpi {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The first day (YYYY-MM-DD).
    #[arg(long)]
    from: NaiveDate,
    /// The last day (YYYY-MM-DD).
    #[arg(long)]
    to: NaiveDate,
    /// What revenue is told apart by: asset, channel, persona, campaign.
    #[arg(long, default_value = "asset", value_parser = dimension)]
    by: RevenueDimension,
    /// Only those of a family: engagement, content, nurture, leads, revenue, return.
    #[arg(long, value_parser = family)]
    family: Option<KpiFamily>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

fn dimension(text: &str) -> Result<RevenueDimension, String> {
    text.parse::<RevenueDimension>().map_err(|error| error.to_string())
}

fn family(text: &str) -> Result<KpiFamily, String> {
    text.parse::<KpiFamily>().map_err(|error| error.to_string())
}

/// A figure by the id it has in the dictionary.
pub(super) fn kpi_id(text: &str) -> Result<KpiId, String> {
    text.parse::<KpiId>().map_err(|error| error.to_string())
}

impl Kpi {
    /// Tells every figure with what it was before.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let open = context.host.opened().ok_or(Error::NoWorkspace)?;
        let period = Period { from: self.from, to: self.to };
        let asked = KpiQuery { by: Some(self.by), family: self.family, ..KpiQuery::of(period) };
        let report = kpis(&open.plan, &asked)?;
        Ok(if self.json { written(&told(&report)) } else { report.in_words() })
    }
}

/// The report, each figure with its definition.
fn told(report: &KpiReport) -> Value {
    let values: Vec<Value> = report
        .values
        .iter()
        .map(|one| {
            let told = definition(one.id);
            json!({
                "id": one.id,
                "name": told.name,
                "definition": told.definition,
                "unit": told.unit,
                "now": one.now,
                "before": one.before,
                "growth": one.growth,
                "target": one.target,
                "series": one.series,
            })
        })
        .collect();
    json!({
        "asOf": report.as_of,
        "currency": report.currency,
        "period": report.period,
        "before": report.before,
        "values": values,
        "tables": report.tables,
        "attributed": report.attributed,
        "inputs": report.inputs,
    })
}
