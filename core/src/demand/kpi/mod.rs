//! The figures of the dictionary, worked out of facts (product.md, section 8; METHOD.md, "KPIs").

mod attributed;
mod behind;
mod content;
mod count;
mod counter;
mod engagement;
mod figures;
mod kept;
mod look;
mod names;
mod nurture;
mod passing;
mod query;
mod report;
mod returns;
mod revenue;
mod sends;
mod spans;
mod spend;
mod split;
mod stages;
mod told;
mod touches;

pub use attributed::{Attributed, AttributedRow};
pub use behind::Behind;
pub use names::KpiNames;
pub use query::{KpiFilter, KpiQuery};
pub use report::{
    KpiColumn, KpiCost, KpiCosts, KpiPoint, KpiReport, KpiRow, KpiRows, KpiTable, KpiValue,
    ReturnInputs,
};
pub use touches::RevenueDimension;

use super::funnel::{DealCourse, Line};
use super::stamps::newest;
use crate::attribution::AttributionModel;
use crate::error::Result;
use crate::facts::FactKey;
use crate::id::JourneyId;
use crate::kpi::{Definition, Measure, dictionary};
use crate::model::{Architecture, KpiFamily, KpiSettings, Period, Terms, Unit, Word};
use crate::plan::Plan;
use kept::{Asked, Found};
use passing::Passing;

/// Days of a month: those of four years by their 48 months.
const DAYS_OF_MONTH: f64 = 1_461.0 / 48.0;

/// The figures of a period.
pub fn kpis(plan: &Plan, query: &KpiQuery) -> Result<KpiReport> {
    let view = plan.view();
    let workspace = view.workspace()?;
    let today = count::calendar(&view)?.day_of(newest(&view).map_or(0, |at| at.0));
    let period = query.period(today, workspace.fiscal_year_start)?;
    let unit: Option<Unit> = period.unit(workspace.fiscal_year_start);
    let journey = journey(&view, query.journey_id)?;
    let asked = Asked { plan, view: &view, journey, filter: &query.filter };
    let mut found = asked.found(period, unit)?;
    let terms = workspace.numbers.terms;
    let is_of = |family| query.family.is_none_or(|asked| asked == family);
    let before = unit.map_or_else(|| period.same_before(), |unit| unit.before(period));
    let by = query.by.unwrap_or(RevenueDimension::Asset);
    let with_returns = is_of(KpiFamily::Return);
    Ok(KpiReport {
        as_of: newest(&view),
        currency: workspace.currency.clone(),
        period,
        unit,
        before,
        values: values(&found, (&workspace.numbers, period, unit), is_of),
        tables: tables(&view, &found, terms.as_ref(), query),
        inputs: with_returns.then(|| found.now.basis.inputs(terms)),
        attributed: is_of(KpiFamily::Revenue)
            .then(|| found.now.attributed.swap_remove(by as usize)),
    })
}

/// Works out what pages show without a count: after a large import, so that nobody waits.
pub fn prepare_kpis(plan: &Plan) -> Result<()> {
    let view = plan.view();
    let journey = journey(&view, None)?;
    Asked { plan, view: &view, journey, filter: &KpiFilter::default() }.prepare()
}

/// What the files name at any time, and a filter can ask for.
pub fn kpi_names(plan: &Plan) -> Result<KpiNames> {
    let view = plan.view();
    let journey = journey(&view, None)?;
    Asked { plan, view: &view, journey, filter: &KpiFilter::default() }.names()
}

/// The leads behind a figure, in the order of their keys.
pub(super) fn leads_behind(
    plan: &Plan,
    journey_id: Option<JourneyId>,
    behind: &Behind,
) -> Result<Vec<FactKey>> {
    let view = plan.view();
    let journey = journey(&view, journey_id)?;
    Asked { plan, view: &view, journey, filter: &behind.filter }.behind(behind)
}

/// The deals behind a figure, in the order of their keys.
pub fn deals_behind(
    plan: &Plan,
    journey_id: Option<JourneyId>,
    behind: &Behind,
) -> Result<Vec<FactKey>> {
    let view = plan.view();
    let journey = journey(&view, journey_id)?;
    Asked { plan, view: &view, journey, filter: &behind.filter }.deals_behind(behind)
}

/// The touches of each deal, the earliest first: when, and with which content.
pub(super) fn touches_of_deals(
    plan: &Plan,
    view: &Architecture,
    deals: &[DealCourse],
    known: (&Line, i64),
) -> Result<Vec<Vec<(i64, String)>>> {
    let filter = KpiFilter::default();
    let touched = touches::touches(plan, view, deals, known, &Passing::of(view, &filter))?;
    let named = |touch: &touches::Touch| (touch.at, touch.of(RevenueDimension::Asset).to_owned());
    Ok(touched.touches.iter().map(|theirs| theirs.iter().map(named).collect()).collect())
}

/// The journey asked for, else the first; `None` = there is none.
fn journey(view: &Architecture, asked: Option<JourneyId>) -> Result<Option<JourneyId>> {
    match asked {
        Some(id) => view.journeys.need(id).map(|_| Some(id)),
        None => Ok(view.journeys.in_order().first().map(|one| one.id)),
    }
}

/// The figures asked for, in order.
fn values(
    found: &Found,
    (settings, period, unit): (&KpiSettings, Period, Option<Unit>),
    is_of: impl Fn(KpiFamily) -> bool,
) -> Vec<KpiValue> {
    let terms = settings.terms.as_ref();
    let all = |values: &[Measure], returned: Vec<Measure>| -> Vec<Measure> {
        values.iter().copied().chain(returned).collect()
    };
    let now = all(&found.now.values, found.now.basis.returned(terms));
    let before = all(&found.before.values, found.before.basis.returned(terms));
    let series: Vec<Vec<Option<f64>>> = found
        .series
        .iter()
        .map(|point| {
            let returned = point.basis.returned(terms).into_iter().map(|one| one.value);
            point.values.iter().copied().chain(returned).collect()
        })
        .collect();
    let value = |(at, told): (usize, &Definition)| {
        let points = found.series.iter().zip(&series);
        let point = |(point, values): (&kept::Point, &Vec<Option<f64>>)| KpiPoint {
            period: point.period,
            value: values.get(at).copied().flatten(),
        };
        KpiValue {
            id: told.id,
            now: now[at],
            before: before[at],
            growth: now[at].growth(&before[at]),
            target: target(told, settings, (period, unit)),
            series: points.map(point).collect(),
        }
    };
    let asked = dictionary().iter().enumerate().filter(|(_, told)| is_of(told.family));
    asked.map(value).collect()
}

/// What a figure is to be in a period: of one that adds up over time as much as the period is longer or
/// shorter than the stretch of time for which it was said.
fn target(
    told: &Definition,
    settings: &KpiSettings,
    (period, unit): (Period, Option<Unit>),
) -> Option<f64> {
    let target = settings.targets.iter().find(|one| one.kpi == told.id)?;
    if !told.adds {
        return Some(target.value);
    }
    let months = match unit {
        Some(unit) => f64::from(unit.months()),
        None => f64::from(u32::try_from(period.days()).ok()?) / DAYS_OF_MONTH,
    };
    Some(target.value * months / f64::from(target.every.months()))
}

/// The tables of the families asked for, each with what its rows were before.
fn tables(
    view: &Architecture,
    found: &Found,
    terms: Option<&Terms>,
    query: &KpiQuery,
) -> Vec<KpiTable> {
    let model = query.model.unwrap_or(AttributionModel::Linear);
    let counted = KpiFamily::ALL.iter().zip(found.now.tables.iter().zip(&found.before.tables));
    let is_of = |family| query.family.is_none_or(|asked| asked == family);
    let counted = counted.filter(|(family, _)| is_of(**family));
    let mut tables: Vec<KpiTable> =
        counted.map(|(_, (now, before))| with_before(now.clone(), before)).collect();
    if is_of(KpiFamily::Return) {
        let of = |figures| returns::tables(view, figures, (model, terms));
        let pairs = of(&found.now).into_iter().zip(of(&found.before));
        tables.extend(pairs.map(|(now, before)| with_before(now, &before)));
    }
    tables
}

/// A table with what each of its rows was before.
fn with_before(mut table: KpiTable, before: &KpiTable) -> KpiTable {
    for row in &mut table.rows {
        let same = |one: &&KpiRow| (&one.name, one.stage_id) == (&row.name, row.stage_id);
        let known = before.rows.iter().find(same);
        let was = |at: usize| known.and_then(|one| one.values.get(at)?.value);
        row.before = (0..table.columns.len()).map(was).collect();
    }
    table
}
