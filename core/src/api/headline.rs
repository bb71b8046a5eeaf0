//! The figures that matter most and the funnel of the first journey, as snapshots and reports tell
//! them.

use super::{Context, funnel, kpi_table};
use crate::demand::{self, FunnelQuery, FunnelReport, KpiQuery, KpiReport};
use crate::error::Result;
use crate::export::{Demand, FunnelPart, HeadFigure};
use crate::kpi::definition;
use crate::model::Architecture;
use crate::snapshot::{DemandFigures, FrozenKpi, FrozenStage};
use chrono::NaiveDate;

/// What is known of demand.
struct Known {
    /// The figures that lead their families, of the latest quarter.
    report: KpiReport,
    /// The funnel; `None` = nothing came to any stage of it.
    funnel: Option<FunnelReport>,
    /// The day until which files tell.
    until: NaiveDate,
}

/// What a snapshot freezes of it: nothing, where nothing was imported.
pub(super) fn frozen(context: &Context<'_>) -> Result<DemandFigures> {
    let Some(Known { report, funnel, until }) = known(context)? else {
        return Ok(DemandFigures::default());
    };
    let view = context.view()?;
    let stages = funnel.iter().flat_map(|one| &one.stages);
    Ok(DemandFigures {
        period: Some(report.period),
        known_until: Some(until),
        currency: report.currency,
        kpis: report.values.iter().map(|one| FrozenKpi::of(one.id, &one.now)).collect(),
        funnel: stages
            .map(|one| FrozenStage {
                stage_id: one.stage_id,
                name: stage_name(&view, one),
                ledger: one.ledger,
            })
            .collect(),
    })
}

/// What a report tells of it; `None` = nothing was imported.
pub(super) fn told(context: &Context<'_>) -> Result<Option<Demand>> {
    let Some(Known { report, funnel, until }) = known(context)? else { return Ok(None) };
    let sheet = kpi_table::figures(&report);
    let figures = report.values.iter().map(|one| HeadFigure {
        id: one.id,
        now: one.now,
        before: one.before,
        target: one.target,
    });
    Ok(Some(Demand {
        period: report.period,
        before: report.before,
        known_until: until,
        figures: figures.collect(),
        currency: report.currency,
        sheet,
        funnel: funnel.map(|one| part(context, &one)).transpose()?,
    }))
}

fn known(context: &Context<'_>) -> Result<Option<Known>> {
    let open = context.open()?;
    let view = context.view()?;
    let mut report = demand::kpis(&open.plan, &KpiQuery::default())?;
    let Some(newest) = report.as_of else { return Ok(None) };
    report.values.retain(|value| definition(value.id).leads);
    let funnel = if view.journeys.is_empty() {
        None
    } else {
        Some(demand::funnel(&open.plan, &FunnelQuery::default())?)
    };
    let has_come = |one: &FunnelReport| one.stages.iter().any(|one| one.ledger.entered > 0);
    Ok(Some(Known {
        report,
        funnel: funnel.filter(has_come),
        until: newest.day_in(context.zone()?),
    }))
}

fn part(context: &Context<'_>, told: &FunnelReport) -> Result<FunnelPart> {
    let view = context.view()?;
    let stages = told.stages.iter();
    Ok(FunnelPart {
        journey: view.journeys.need(told.journey_id)?.name.clone(),
        stages: stages.map(|one| (stage_name(&view, one), one.ledger)).collect(),
        flow: funnel::drawn(&view, told)?,
    })
}

fn stage_name(view: &Architecture, one: &demand::FunnelStage) -> String {
    view.stages.get(one.stage_id).map_or_else(String::new, |stage| stage.name.clone())
}
