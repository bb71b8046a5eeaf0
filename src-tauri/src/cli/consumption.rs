//! `throughline consumption`: how long what was requested waits to be opened.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use throughline_core::api::Context;
use throughline_core::consumption::{Consumption, Quantile};
use throughline_core::demand::{ConsumptionReport, GapDimension, consumption};
use throughline_core::error::{Error, Result};
use throughline_core::model::{Millis, Word};

use super::{Said, json as written};
use crate::desk::Desk;

/// Say how long requested content waits to be opened, by segments.
#[derive(Debug, Args)]
pub(super) struct ConsumptionVerb {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// What segments are told apart by: persona, level, industry, format, asset, month.
    #[arg(long, value_delimiter = ',', value_parser = dimension)]
    by: Vec<GapDimension>,
    /// As of when, e.g. 2026-11-01T00:00:00Z; the newest time in the files unless given.
    #[arg(long, value_parser = moment)]
    as_of: Option<Millis>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn dimension(text: &str) -> Result<GapDimension, String> {
    text.parse::<GapDimension>().map_err(|error| error.to_string())
}

pub(super) fn moment(text: &str) -> Result<Millis, String> {
    let advice = "write it as 2026-11-01T00:00:00Z";
    let time = chrono::DateTime::parse_from_rfc3339(text).map_err(|_| advice)?;
    Ok(Millis(time.timestamp_millis()))
}

impl ConsumptionVerb {
    /// Tells the figures of every segment.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let open = context.host.opened().ok_or(Error::NoWorkspace)?;
        let report = consumption(&open.plan, &self.by, self.as_of)?;
        Ok(if self.json { written(&rows(&report)) } else { in_words(&report) })
    }
}

fn rows(report: &ConsumptionReport) -> Vec<Value> {
    let figures = &report.figures;
    if report.by.is_empty() {
        return vec![row(&json!({}), &figures.all)];
    }
    let segment = |values: &[String]| {
        let named = report.by.iter().zip(values);
        Value::Object(named.map(|(by, value)| (by.as_word().to_owned(), json!(value))).collect())
    };
    figures.segments.iter().map(|one| row(&segment(&one.segment), &one.figures)).collect()
}

fn row(segment: &Value, figures: &Consumption) -> Value {
    let quantile = |quantile: &Quantile| match quantile {
        Quantile::NoData => Value::Null,
        Quantile::Reached { hours } => json!(hours),
        Quantile::NotReached => json!("not reached"),
    };
    json!({
        "segment": segment,
        "n": figures.n,
        "opened": figures.opened,
        "within24h": figures.within_24h,
        "meanHours": figures.mean_hours,
        "medianHours": quantile(&figures.median_hours),
        "p90Hours": quantile(&figures.p90_hours),
        "recommendedWaitHours": figures.recommended_wait_hours,
    })
}

fn in_words(report: &ConsumptionReport) -> String {
    let figures = &report.figures;
    if figures.all.n == 0 {
        return "No requests were imported yet: import leads with what they requested.".to_owned();
    }
    let mut lines = vec![line("All requests", &figures.all)];
    for one in &figures.segments {
        let known =
            |value: &String| if value.is_empty() { "unknown".into() } else { value.clone() };
        let name: Vec<String> = one.segment.iter().map(known).collect();
        lines.push(line(&name.join(" · "), &one.figures));
    }
    if figures.negative > 0 {
        lines.push(format!(
            "{} requests were opened only before they were made; left out.",
            figures.negative
        ));
    }
    lines.join("\n")
}

fn line(name: &str, figures: &Consumption) -> String {
    // Half of a tenth up, as in the window.
    let told = |hours: f64| format!("{:.1} h", (hours * 10.0).round() / 10.0);
    let hours = |hours: Option<f64>| hours.map_or_else(|| "no data".to_owned(), told);
    let quantile = |quantile: &Quantile| match quantile {
        Quantile::NoData => "no data".to_owned(),
        Quantile::Reached { hours } => told(*hours),
        Quantile::NotReached => "not reached".to_owned(),
    };
    let wait =
        figures.recommended_wait_hours.map_or("no data".to_owned(), |one| format!("{one} h"));
    let few = if figures.too_few { "  (too few)" } else { "" };
    format!(
        "{name}: {} requests, {} opened, mean {}, median {}, 90% {}, wait {wait}{few}",
        figures.n,
        figures.opened,
        hours(figures.mean_hours),
        quantile(&figures.median_hours),
        quantile(&figures.p90_hours),
    )
}
