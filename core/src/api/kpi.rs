//! The figures of the dictionary, and the scorecard.

use super::Context;
use super::consumption::TableFormat;
use super::edit::Nothing;
use super::export::{SavedFile, check, with_ending};
use crate::demand::{self, KpiQuery, KpiReport, Scorecard};
use crate::error::Result;
use crate::export::{kpi_table, kpi_workbook};
use crate::figure::{Figure, ToldKpi, kpi_series};
use crate::file;
use crate::kpi::{Definition, definition, dictionary};
use crate::model::KpiId;
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// Every figure there is, in order.
#[expect(clippy::unnecessary_wraps, reason = "every command answers so")]
pub(super) fn definitions(_: Context<'_>, _: Nothing) -> Result<Vec<Definition>> {
    Ok(dictionary().to_vec())
}

/// The figures of a period.
pub(super) fn report(context: Context<'_>, request: KpiQuery) -> Result<KpiReport> {
    demand::kpis(&context.open()?.plan, &request)
}

/// What the files name, and a filter can ask for.
pub(super) fn names(context: Context<'_>, _: Nothing) -> Result<demand::KpiNames> {
    demand::kpi_names(&context.open()?.plan)
}

/// The figures that matter most, and what others published.
pub fn scorecard(context: Context<'_>, request: KpiQuery) -> Result<Scorecard> {
    let sla = super::handoff::sla(context, Nothing {})?;
    demand::scorecard(&context.open()?.plan, &request, &sla)
}

/// How far the counts under way are; none = nothing is counted.
pub(super) fn counting(context: Context<'_>, _: Nothing) -> Result<Option<demand::Counting>> {
    Ok(demand::counting(&context.open()?.plan))
}

/// A figure over the periods up to the one asked for.
pub(super) fn series(context: Context<'_>, of: &KpiQuery, id: KpiId) -> Result<Figure> {
    let told = definition(id);
    let asked = KpiQuery { family: Some(told.family), ..of.clone() };
    let report = demand::kpis(&context.open()?.plan, &asked)?;
    let fiscal_year_start = context.view()?.workspace()?.fiscal_year_start;
    let found = report.values.iter().find(|value| value.id == id);
    let points =
        found.map(|value| value.series.iter().map(|one| (one.period, one.value)).collect());
    let told = ToldKpi {
        name: told.name,
        definition: told.definition,
        unit: told.unit,
        currency: &report.currency,
        fiscal_year_start,
    };
    let points: Vec<_> = points.unwrap_or_default();
    Ok(kpi_series(told, &points, found.and_then(|value| value.target)))
}

/// Which figures, as what.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveKpi {
    /// Which.
    pub of: KpiQuery,
    /// As what.
    pub format: TableFormat,
}

/// Asks where to and saves figures as a table; none when thought better of it.
pub(super) fn save(context: Context<'_>, request: SaveKpi) -> Result<Option<SavedFile>> {
    let workspace = context.view()?.workspace()?.name.clone();
    let kind = request.format.kind();
    let name = file::file_name(&format!("{workspace} KPIs {}", context.today()?), kind.ending);
    let Some(path) = context.host.pick_target("Save the figures", &name, kind) else {
        return Ok(None);
    };
    save_kpis(context, &request, &with_ending(path, kind.ending)).map(Some)
}

/// Saves figures as a table at a path.
pub fn save_kpis(context: Context<'_>, request: &SaveKpi, path: &Path) -> Result<SavedFile> {
    let view = context.view()?;
    let report = demand::kpis(&context.open()?.plan, &request.of)?;
    let stages = view.stages.iter().map(|stage| (stage.id, stage.name.clone())).collect();
    let sheets = super::kpi_table::sheets(&report, &stages, context.today()?);
    check(context, path)?;
    file::replace(path, |out| match request.format {
        TableFormat::Csv => kpi_table(&sheets, out),
        TableFormat::Xlsx => kpi_workbook(&sheets, out),
    })?;
    Ok(SavedFile::at(path))
}
