//! The figures of the dictionary, worked out of facts (product.md, section 8; METHOD.md, "KPIs").

mod attributed;
mod revenue;
mod told;
mod touches;

pub use attributed::{Attributed, AttributedRow};
pub use touches::RevenueDimension;

use super::funnel::{DealCourse, Line, courses};
use super::stamps::newest;
use crate::error::{Error, Result};
use crate::kpi::{KpiId, Measure};
use crate::model::{Millis, Period, Unit};
use crate::plan::Plan;
use crate::sla::Calendar;
use chrono_tz::Tz;
use revenue::Deals;
use serde::{Deserialize, Serialize};
use touches::touches;
use ts_rs::TS;

/// Which figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KpiQuery {
    /// Of this period.
    pub period: Period,
    /// What revenue is told apart by; by content unless given.
    #[serde(default)]
    #[ts(optional)]
    pub by: Option<RevenueDimension>,
}

/// A figure, and what it was before.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct KpiValue {
    /// Which.
    pub id: KpiId,
    /// In the period.
    pub now: Measure,
    /// In the period before.
    pub before: Measure,
    /// By how much it grew, from −1 up; `None` = no data.
    pub growth: Option<f64>,
}

/// The figures of a period.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiReport {
    /// The newest time in the files: what came until then is known; `None` = there are none.
    pub as_of: Option<Millis>,
    /// The workspace's currency, of all amounts.
    pub currency: String,
    /// The period.
    pub period: Period,
    /// The one it is held against: that of the calendar before, or as many days before.
    pub before: Period,
    /// The figures, in the order of the dictionary.
    pub values: Vec<KpiValue>,
    /// The revenue by what it is due to.
    pub attributed: Attributed,
}

/// The figures of a period.
pub fn kpis(plan: &Plan, query: &KpiQuery) -> Result<KpiReport> {
    let KpiQuery { period, by } = *query;
    if period.days() == 0 {
        return Err(Error::invalid_field("period", "The period ends before it begins."));
    }
    let view = plan.view();
    let workspace = view.workspace()?;
    let zone = workspace.time_zone.parse().unwrap_or(Tz::UTC);
    let hours = (workspace.work_starts, workspace.work_ends);
    let calendar = Calendar::new(zone, &workspace.working_days, hours, []);
    let until = newest(&view).map_or(0, |at| at.0);
    let journey = view.journeys.in_order().first().map(|one| one.id);
    let all: Vec<DealCourse> = match journey {
        Some(journey) => courses(plan, &Line::of(&view, journey), until)?,
        None => Vec::new(),
    };
    let touches = touches(plan, &view, &all, until)?;
    let deals = Deals { all: &all, touches: &touches, workspace, calendar: &calendar, until };
    let start = workspace.fiscal_year_start;
    let unit: Option<Unit> = period.unit(start);
    let before = unit.map_or_else(|| period.same_before(), |unit| unit.before(period));
    let pairs = deals.figures(period).into_iter().zip(deals.figures(before));
    let values = pairs.map(|((id, now), (_, before))| KpiValue {
        id,
        now,
        before,
        growth: now.growth(&before),
    });
    Ok(KpiReport {
        as_of: newest(&view),
        currency: workspace.currency.clone(),
        period,
        before,
        values: values.collect(),
        attributed: attributed::attributed(
            &deals.revenue(period),
            by.unwrap_or(RevenueDimension::Asset),
        ),
    })
}
