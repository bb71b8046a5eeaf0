//! The funnel in words, for a terminal.

use super::report::{CohortRow, CohortStage, FunnelReport, FunnelStage, Seam};
use super::segments::FunnelSegment;
use crate::funnel::StageLedger;
use crate::id::StageId;
use crate::model::{Architecture, Money, Period, StageKind, thousands};

/// Fewer than these tell little.
const FEW: u32 = 30;

impl FunnelReport {
    /// Stage by stage, then who left, who converts, and the cohorts. `plan` = the one it is of.
    pub fn in_words(&self, plan: &Architecture) -> String {
        if self.leads == 0 && self.deals == 0 && self.totals.is_empty() {
            return "Nothing was imported yet: import leads, stage moves or deals.".to_owned();
        }
        let mut lines = vec!["All visits".to_owned()];
        lines.extend(self.by_stage(plan));
        lines.push(String::new());
        lines.extend(self.audience());
        lines.push(String::new());
        lines.extend(self.segments.iter().map(segment));
        lines.extend(self.cohorts.iter().flat_map(|one| self.cohort(one, plan)));
        lines.extend(self.totals());
        lines.join("\n")
    }

    /// The stages to which somebody came, then or before.
    fn cohort(&self, cohort: &CohortRow, plan: &Architecture) -> Vec<String> {
        let Period { from, to } = cohort.period;
        let so_far = if cohort.is_open { ", not over yet" } else { "" };
        let mut lines = vec![String::new(), format!("Began {from} to {to}{so_far}")];
        let stages = self.stages.iter().zip(&cohort.stages);
        let came = stages.filter(|(_, one)| one.ledger.entered > 0 || one.before.unwrap_or(0) > 0);
        lines.extend(came.map(|(stage, one)| {
            format!("{}; {}", ledger(&name(plan, stage.stage_id), &one.ledger), growth(one))
        }));
        lines
    }

    fn by_stage(&self, plan: &Architecture) -> Vec<String> {
        let is_deal = |stage: &FunnelStage| {
            plan.stages.get(stage.stage_id).is_some_and(|one| one.kind == StageKind::Deal)
        };
        let mut lines = Vec::new();
        let mut before = false;
        for stage in &self.stages {
            if is_deal(stage) && !before {
                lines.push(seam(self.seam));
                before = true;
            }
            lines.push(ledger(&name(plan, stage.stage_id), &stage.ledger));
        }
        lines
    }

    fn audience(&self) -> Vec<String> {
        let one = &self.audience;
        let money = |money: &Option<Money>| {
            money.as_ref().map_or_else(|| "no data".to_owned(), Money::in_full)
        };
        vec![
            format!(
                "No-man's-land: {} before the handoff without an answer",
                count(one.no_mans_land)
            ),
            format!(
                "Left: {}; retained {}, awake again {}, taken up again {}",
                count(one.left),
                count(one.retained),
                count(one.awake),
                count(one.came_back),
            ),
            format!(
                "Advocates: {} marked, {} of them retained",
                count(one.advocates),
                count(one.retained_advocates),
            ),
            format!(
                "Poured out: {} × {} a lead = {}",
                count(one.poured_out),
                money(&one.cost_per_lead),
                money(&one.poured_out_cost),
            ),
        ]
    }

    fn totals(&self) -> Vec<String> {
        if self.totals.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![String::new(), "From totals, without identities".to_owned()];
        lines.extend(self.totals.iter().map(|one| {
            let value = one
                .value
                .total
                .as_ref()
                .map_or_else(String::new, |value| format!(", {}", value.in_full()));
            format!("{}: {}{value}", one.name, count(one.count))
        }));
        lines
    }
}

fn name(plan: &Architecture, stage: StageId) -> String {
    plan.stages.get(stage).map_or_else(String::new, |one| one.name.clone())
}

fn seam(seam: Seam) -> String {
    format!(
        "-- {} leads → {} deals, and {} direct",
        count(seam.leads),
        count(seam.deals),
        count(seam.direct)
    )
}

fn ledger(name: &str, one: &StageLedger) -> String {
    let few = if one.entered > 0 && one.entered < FEW { "  (too few)" } else { "" };
    format!(
        "{name}: {} entered = {} advanced + {} moved back + {} lost + {} still here; {} go on, median {}{few}",
        count(one.entered),
        count(one.advanced),
        count(one.moved_back),
        count(one.lost),
        count(one.here),
        share(one.conversion()),
        days(one.days),
    )
}

/// "growth +50.0% on 40 before".
fn growth(one: &CohortStage) -> String {
    let Some(before) = one.before else { return "growth no data".to_owned() };
    let grew = one.growth.map_or_else(
        || "no data".to_owned(),
        |growth| format!("{:+.1}%", (growth * 1_000.0).round() / 10.0),
    );
    let few = if before > 0 && before < FEW { "  (too few)" } else { "" };
    format!("growth {grew} on {} before{few}", count(before))
}

fn segment(one: &FunnelSegment) -> String {
    let name = if one.name.is_empty() { "unknown" } else { &one.name };
    let of = |part: u32| share((one.leads > 0).then(|| f64::from(part) / f64::from(one.leads)));
    format!(
        "{name}: {} leads, {} in deals ({}, median {}), {} won ({}, median {})",
        count(one.leads),
        count(one.deals),
        of(one.deals),
        days(one.days_to_deal),
        count(one.won),
        of(one.won),
        days(one.days_to_won),
    )
}

fn count(count: u32) -> String {
    thousands(count.into())
}

fn share(share: Option<f64>) -> String {
    share.map_or_else(
        || "no data".to_owned(),
        |share| format!("{:.1}%", (share * 1_000.0).round() / 10.0),
    )
}

fn days(days: Option<f64>) -> String {
    days.map_or_else(
        || "no data".to_owned(),
        |days| format!("{:.1} d", (days * 10.0).round() / 10.0),
    )
}
