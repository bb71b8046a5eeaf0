//! The scorecard: the figures that matter most on one page, and beside them what others published.

use super::funnel::{FunnelQuery, funnel};
use super::gaps::consumption;
use super::handoff::SlaReport;
use super::kpi::{KpiQuery, KpiReport, kpis};
use super::quality::quality;
use crate::consumption::Quantile;
use crate::error::Result;
use crate::kpi::{PublishedFigure, REFERENCES, ReferenceId, definition};
use crate::model::{Architecture, KpiId, KpiUnit, Period};
use crate::plan::Plan;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// Of fewer than these a figure tells little.
const FEW: u32 = 30;

/// A figure of one's own beside one that was published.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnFigure {
    /// What it is.
    pub name: &'static str,
    /// What it is counted in.
    pub unit: KpiUnit,
    /// How much; `None` = no data.
    pub value: Option<f64>,
    /// Of so many.
    pub n: u32,
    /// Whether those are too few to go by.
    pub too_few: bool,
}

/// What was published, and what is true here.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ReferenceRow {
    /// What was published.
    pub reference: PublishedFigure,
    /// One's own figures.
    pub own: Vec<OwnFigure>,
    /// Since when there is an agreement, where that is what it is about.
    pub since: Option<NaiveDate>,
}

/// The figures that matter most.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Scorecard {
    /// The figures of all families that lead them; no tables.
    pub report: KpiReport,
    /// What others published, beside what is true here.
    pub references: Vec<ReferenceRow>,
}

/// The scorecard of a period. `sla` = promise against fact.
pub fn scorecard(plan: &Plan, query: &KpiQuery, sla: &SlaReport) -> Result<Scorecard> {
    let asked = KpiQuery { family: None, ..query.clone() };
    let mut report = kpis(plan, &asked)?;
    report.tables.clear();
    let own = Own { plan, view: &plan.view(), report: &report, sla };
    let references = REFERENCES.iter().map(|one| own.beside(*one)).collect::<Result<_>>()?;
    report.values.retain(|value| definition(value.id).leads);
    report.inputs = None;
    report.attributed = None;
    Ok(Scorecard { report, references })
}

struct Own<'a> {
    plan: &'a Plan,
    view: &'a Architecture,
    report: &'a KpiReport,
    sla: &'a SlaReport,
}

impl Own<'_> {
    fn beside(&self, reference: PublishedFigure) -> Result<ReferenceRow> {
        let mut since = None;
        let own = match reference.id {
            ReferenceId::CostPerLead => self.cost_per_lead(),
            ReferenceId::Agreement => {
                since = self.view.agreement_on(self.report.period.to).map(|one| one.starts_on);
                Vec::new()
            }
            ReferenceId::FollowUp => vec![self.followed_up(self.report.period)],
            ReferenceId::ConsumptionGap => self.consumed()?,
            ReferenceId::TurnedAway => vec![self.turned_away()?],
            ReferenceId::Decay => vec![self.gone_bad()?],
        };
        Ok(ReferenceRow { reference, own, since })
    }

    fn cost_per_lead(&self) -> Vec<OwnFigure> {
        let found = self.report.values.iter().filter(|one| one.id == KpiId::CostPerLead);
        let own = found.map(|one| OwnFigure {
            name: "Cost per lead in the period",
            unit: KpiUnit::Money,
            value: one.now.value,
            n: one.now.n,
            too_few: one.now.too_few,
        });
        own.collect()
    }

    /// Of those that were due in the months of a period.
    fn followed_up(&self, period: Period) -> OwnFigure {
        let months = self.sla.months.iter().filter(|month| period.holds(month.month));
        let (mut kept, mut due) = (0, 0);
        for month in months {
            kept += month.early + month.on_time;
            due += month.early + month.on_time + month.late + month.missed;
        }
        share("Followed up no later than promised, in the period", kept, due)
    }

    fn consumed(&self) -> Result<Vec<OwnFigure>> {
        let told = consumption(self.plan, &[], None)?.figures.all;
        let n = count(told.n);
        let hours = |name, value| OwnFigure {
            name,
            unit: KpiUnit::Hours,
            value,
            n,
            too_few: n > 0 && told.too_few,
        };
        let median = match told.median_hours {
            Quantile::Reached { hours } => Some(hours),
            Quantile::NotReached | Quantile::NoData => None,
        };
        Ok(vec![
            hours("Mean of what was opened", told.mean_hours),
            hours("Median of all requests", median),
        ])
    }

    /// Of those that left the stage of the handoff.
    fn turned_away(&self) -> Result<OwnFigure> {
        const NAME: &str = "Handed over, then turned back or lost";
        if self.view.journeys.is_empty() {
            return Ok(share(NAME, 0, 0));
        }
        let told = funnel(self.plan, &FunnelQuery::default())?;
        let is_handoff = |id| self.view.stages.get(id).is_some_and(|stage| stage.handoff);
        let ledgers = told.stages.iter().filter(|one| is_handoff(one.stage_id));
        let (mut away, mut resolved) = (0, 0);
        for one in ledgers {
            let left = one.ledger.moved_back + one.ledger.lost;
            away += left;
            resolved += left + one.ledger.advanced;
        }
        Ok(share(NAME, away, resolved))
    }

    fn gone_bad(&self) -> Result<OwnFigure> {
        let stock = quality(self.plan, None)?.stock.all;
        let n = u32::try_from(stock.leads - stock.undated).unwrap_or(u32::MAX);
        let value = stock.valid.map(|valid| 1.0 - valid);
        let name = "Expected to hold no more, by the rates set here";
        Ok(OwnFigure { name, unit: KpiUnit::Share, value, n, too_few: n > 0 && n < FEW })
    }
}

fn share(name: &'static str, part: u32, of: u32) -> OwnFigure {
    let value = (of > 0).then(|| f64::from(part) / f64::from(of));
    OwnFigure { name, unit: KpiUnit::Share, value, n: of, too_few: of > 0 && of < FEW }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
