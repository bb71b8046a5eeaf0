//! The funnel of a journey.

use super::Context;
use super::consumption::TableFormat;
use super::export::{SavedFile, check, with_ending};
use crate::demand::{self, FunnelQuery, FunnelReport, FunnelSegment};
use crate::error::Result;
use crate::export::{
    CohortTold, ConvertedRow, FunnelTable, VisitsRow, funnel_table, funnel_workbook,
};
use crate::figure::{self, Figure, FunnelStage, Seam};
use crate::file;
use crate::id::JourneyId;
use crate::model::{Architecture, StageKind, Word};
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// What came into each stage, and what became of it.
pub(super) fn report(context: Context<'_>, request: FunnelQuery) -> Result<FunnelReport> {
    demand::funnel(&context.open()?.plan, &request)
}

/// The flow from stage to stage.
pub(super) fn flow(context: Context<'_>, journey: Option<JourneyId>) -> Result<Figure> {
    let query = FunnelQuery { journey, ..FunnelQuery::default() };
    drawn(&*context.view()?, &demand::funnel(&context.open()?.plan, &query)?)
}

/// A funnel as a figure.
pub(super) fn drawn(view: &Architecture, told: &FunnelReport) -> Result<Figure> {
    let name = &view.journeys.need(told.journey_id)?.name;
    let stages = told.stages.iter().filter_map(|one| Some((view.stages.get(one.stage_id)?, one)));
    let stages: Vec<FunnelStage<'_>> = stages
        .map(|(stage, one)| FunnelStage {
            name: &stage.name,
            is_deal: stage.kind == StageKind::Deal,
            ledger: &one.ledger,
        })
        .collect();
    let demand::Seam { leads, deals, direct } = told.seam;
    Ok(figure::funnel(name, &stages, Some(Seam { leads, deals, direct })))
}

/// Which funnel, as what.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFunnel {
    /// Which.
    pub of: FunnelQuery,
    /// As what.
    pub format: TableFormat,
}

/// Asks where to and saves the funnel as a table; none when thought better of it.
pub(super) fn save(context: Context<'_>, request: SaveFunnel) -> Result<Option<SavedFile>> {
    let workspace = context.view()?.workspace()?.name.clone();
    let kind = request.format.kind();
    let name = file::file_name(&format!("{workspace} funnel {}", context.today()?), kind.ending);
    let Some(path) = context.host.pick_target("Save the table", &name, kind) else {
        return Ok(None);
    };
    save_funnel(context, &request, &with_ending(path, kind.ending)).map(Some)
}

/// Saves the funnel as a table at a path.
pub fn save_funnel(context: Context<'_>, request: &SaveFunnel, path: &Path) -> Result<SavedFile> {
    let view = context.view()?;
    let told = demand::funnel(&context.open()?.plan, &request.of)?;
    let table = FunnelTable {
        day: context.today()?,
        journey: &view.journeys.need(told.journey_id)?.name,
        visits: visits(&view, &told),
        by: told.by.as_word(),
        segments: told.segments.iter().map(converted).collect(),
    };
    check(context, path)?;
    file::replace(path, |out| match request.format {
        TableFormat::Csv => funnel_table(&table, out),
        TableFormat::Xlsx => funnel_workbook(&table, out),
    })?;
    Ok(SavedFile::at(path))
}

/// Every stage with all its visits, then those of each cohort.
fn visits<'a>(view: &'a Architecture, told: &'a FunnelReport) -> Vec<VisitsRow<'a>> {
    let name = |id| view.stages.get(id).map_or("", |stage| stage.name.as_str());
    let names: Vec<&str> = told.stages.iter().map(|one| name(one.stage_id)).collect();
    let all = names.iter().zip(&told.stages);
    let all = all.map(|(stage, one)| VisitsRow { cohort: None, stage, ledger: &one.ledger });
    let cohorts = told.cohorts.iter().flat_map(|row| {
        let stages = names.iter().zip(&row.stages);
        stages.map(|(stage, one)| VisitsRow {
            cohort: Some(CohortTold {
                period: row.period,
                is_open: row.is_open,
                before: one.before,
                growth: one.growth,
            }),
            stage,
            ledger: &one.ledger,
        })
    });
    all.chain(cohorts).collect()
}

fn converted(one: &FunnelSegment) -> ConvertedRow<'_> {
    ConvertedRow {
        name: &one.name,
        counts: [one.leads, one.deals, one.won],
        days: [one.days_to_deal, one.days_to_won],
    }
}
