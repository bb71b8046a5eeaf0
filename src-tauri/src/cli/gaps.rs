//! `throughline gaps`: what is missing, in the order of what closing it is worth.

use std::path::PathBuf;

use clap::Args;
use throughline_core::api::summary::named_gap;
use throughline_core::api::{Context, count_prices};
use throughline_core::coverage::{Factors, Filter, Gap};

use super::coverage::named;
use super::{Said, json};
use crate::desk::Desk;

/// Say what is missing, the largest gap first, with the money that waits there and what leaks.
#[derive(Debug, Args)]
pub(super) struct Gaps {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The journey's name; the first one unless given.
    #[arg(long)]
    journey: Option<String>,
    /// Say so many; all unless given.
    #[arg(long)]
    limit: Option<usize>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Gaps {
    /// Ranks the gaps by what files say until now, however many rows that takes.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        count_prices(context)?;
        let journey = self.journey.as_deref().map(|name| named(context, name)).transpose()?;
        let journey = context.map(journey, None, &Filter::default())?.journey_id;
        let mut gaps = context.coverage(None, |ledger| ledger.gaps(journey, &Filter::default()))?;
        let all = gaps.len();
        gaps.truncate(self.limit.unwrap_or(all));
        if self.json {
            return Ok(json(&gaps.iter().map(named_gap).collect::<Vec<_>>()));
        }
        Ok(as_text(&gaps, all))
    }
}

fn as_text(gaps: &[Gap], all: usize) -> String {
    let Some(first) = gaps.first() else {
        return "There is no gap: every cell that applies is covered.".to_owned();
    };
    let mut lines = vec![format!("{all} gaps, 100 = the largest")];
    if first.worth.is_none() {
        lines.push("Nothing is known of leads and deals: leak counts 0.5 and stake 1.".to_owned());
    } else if first.factors.neutral {
        lines.push("No money is known to wait anywhere: stake counts 1.".to_owned());
    }
    for gap in gaps {
        lines.push(String::new());
        lines.push(format!("{:>4.0}  {}", gap.relative, gap.in_words()));
        lines.push(format!("      {}", factors(gap)));
        lines.extend(gap.worth.as_ref().map(|worth| format!("      {}", worth.made_of())));
    }
    lines.join("\n")
}

/// "weight 5 × shortfall 1 × leak 0.41 × stake 1.2M EUR; 2 must-needs open".
fn factors(gap: &Gap) -> String {
    let of = gap.factors;
    let stake = match &gap.worth {
        Some(worth) if !of.neutral => {
            let raised = if worth.raised { " (5% of the mean)" } else { "" };
            format!("{}{raised}", worth.money(of.stake).short())
        }
        _ => "1".to_owned(),
    };
    let needs = match gap.open_must_needs {
        0 => String::new(),
        1 => "; 1 must-need open".to_owned(),
        n => format!("; {n} must-needs open"),
    };
    let Factors { weight, shortfall, leak, .. } = of;
    format!("weight {weight} × shortfall {shortfall} × leak {leak:.2} × stake {stake}{needs}")
}
