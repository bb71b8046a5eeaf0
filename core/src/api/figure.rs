//! Figures: what the window draws with its chart library, saved as a picture or told by the terminal.

use super::consumption::{GapsOf, measured};
use super::coverage::OfJourney;
use super::edit::Nothing;
use super::export::{SavedFile, check, with_ending};
use super::maturity::maturity;
use super::{Context, FileKind};
use crate::demand::KpiQuery;
use crate::error::Result;
use crate::export::{png_picture, svg_picture};
use crate::figure::{
    Figure, PromisedMonth, SpendingMonth, Theme, Twin, coverage_history, coverage_map, gap_bars,
    gap_lengths, gap_means, maturity_bars, maturity_history, promises_kept, spending, unopened,
};
use crate::file;
use crate::id::{JourneyId, ProgrammeId};
use crate::model::{Architecture, KpiId, Money, ProgrammeMonth, Sum, words};
use crate::snapshot::scores_over_time;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Longer lists of gaps are for the table.
const GAPS: usize = 20;
/// And so are months further back.
const MONTHS: usize = 12;

/// Which figure.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "name", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FigureOf {
    /// The map of a journey.
    Map(OfJourney),
    /// The largest gaps of a journey.
    Gaps(OfJourney),
    /// The score of each journey from snapshot to snapshot until today.
    CoverageHistory,
    /// The four dimensions of maturity.
    Maturity,
    /// How they came to stand so.
    MaturityHistory,
    /// Budget and cost of a programme by month.
    Spending {
        /// The programme.
        programme_id: ProgrammeId,
    },
    /// The share of requests that is not opened yet, over time.
    Unopened(GapsOf),
    /// What was opened, by its gap.
    GapLengths(GapsOf),
    /// Mean gaps beside what others published.
    GapMeans(GapsOf),
    /// The shares of leads followed up in time and accepted, by month.
    Promises,
    /// How the scores of all leads lie under the model that is applied.
    Scores,
    /// The score of a lead over time.
    LeadScore {
        /// Its number.
        key: u32,
    },
    /// How much of what is known of leads is expected to hold, by its age.
    StockAges,
    /// What came into each stage of a journey and where it went.
    Funnel {
        /// The journey; the first unless given.
        #[serde(default)]
        #[ts(optional)]
        journey: Option<JourneyId>,
    },
    /// A KPI over the periods up to one, with its target.
    KpiSeries {
        /// Of which period, counted on what.
        #[serde(default)]
        #[ts(as = "Option<KpiQuery>", optional)]
        of: KpiQuery,
        /// Which.
        id: KpiId,
    },
}

/// A figure and the same as a table.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ShownFigure {
    /// The figure.
    pub figure: Figure,
    /// It as a table.
    pub twin: Twin,
}

/// A figure and the same as a table.
pub(super) fn figure(context: Context<'_>, request: FigureOf) -> Result<ShownFigure> {
    let figure = figure_of(context, &request)?;
    Ok(ShownFigure { twin: figure.twin(), figure })
}

words! {
    /// What a picture is written as.
    PictureFormat {
        /// Dots, for slides and mails.
        Png = "png",
        /// Lines and texts that stay sharp at any size.
        Svg = "svg",
    }
}

words! {
    /// What a picture lies on.
    PictureGround {
        /// Dark on white.
        Light = "light",
        /// Light on black.
        Dark = "dark",
    }
}

impl PictureFormat {
    fn kind(self) -> FileKind {
        match self {
            Self::Png => FileKind { name: "Picture (PNG)", ending: "png" },
            Self::Svg => FileKind { name: "Drawing (SVG)", ending: "svg" },
        }
    }
}

impl PictureGround {
    fn theme(self) -> Theme {
        match self {
            Self::Light => Theme::Light,
            Self::Dark => Theme::Dark,
        }
    }
}

/// A figure as a picture.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFigure {
    /// Which figure.
    pub of: FigureOf,
    /// As what.
    pub format: PictureFormat,
    /// On what.
    pub ground: PictureGround,
}

/// Asks where to and saves a figure as a picture; none when thought better of it.
pub(super) fn save(context: Context<'_>, request: SaveFigure) -> Result<Option<SavedFile>> {
    let figure = figure_of(context, &request.of)?;
    let about = format!("{} {}", context.view()?.workspace()?.name, figure.title);
    let kind = request.format.kind();
    let name = file::file_name(&about, kind.ending);
    let Some(path) = context.host.pick_target("Save the picture", &name, kind) else {
        return Ok(None);
    };
    save_figure(context, &request, &with_ending(path, kind.ending)).map(Some)
}

/// Saves a figure as a picture at a path.
pub fn save_figure(context: Context<'_>, request: &SaveFigure, path: &Path) -> Result<SavedFile> {
    let figure = figure_of(context, &request.of)?;
    let theme = request.ground.theme();
    check(context, path)?;
    file::replace(path, |out| match request.format {
        PictureFormat::Png => png_picture(&figure, theme, out),
        PictureFormat::Svg => svg_picture(&figure, theme, out),
    })?;
    Ok(SavedFile::at(path))
}

/// A figure of the plan.
pub fn figure_of(context: Context<'_>, request: &FigureOf) -> Result<Figure> {
    match request {
        FigureOf::Map(of) => {
            let map = context.map(of.journey_id, of.as_of, &of.filter)?;
            let name = context.view()?.journeys.need(map.journey_id)?.name.clone();
            Ok(coverage_map(&name, &map))
        }
        FigureOf::Gaps(of) => {
            let mut gaps = super::coverage::gaps(context, of.clone())?;
            gaps.truncate(GAPS);
            Ok(gap_bars(&gaps))
        }
        FigureOf::CoverageHistory => scores(context),
        FigureOf::Maturity => Ok(maturity_bars(&maturity(context, Nothing {})?.bars)),
        FigureOf::MaturityHistory => Ok(maturity_history(&maturity(context, Nothing {})?.history)),
        FigureOf::Spending { programme_id } => spent(&*context.view()?, *programme_id),
        FigureOf::Unopened(of) => measured(context, of, unopened),
        FigureOf::GapLengths(of) => measured(context, of, gap_lengths),
        FigureOf::GapMeans(of) => measured(context, of, gap_means),
        FigureOf::Promises => promises(context),
        FigureOf::Scores => super::scoring::bins(context),
        FigureOf::LeadScore { key } => super::scoring::curve(context, *key),
        FigureOf::StockAges => super::quality::ages(context),
        FigureOf::Funnel { journey } => super::funnel::flow(context, *journey),
        FigureOf::KpiSeries { of, id } => super::kpi::series(context, of, *id),
    }
}

fn scores(context: Context<'_>) -> Result<Figure> {
    let days = context.coverage(None, scores_over_time)??;
    let journeys = context.view()?.journeys.in_order();
    let names: Vec<_> = journeys.iter().map(|journey| journey.name.clone()).collect();
    Ok(coverage_history(&names, &days))
}

fn promises(context: Context<'_>) -> Result<Figure> {
    let report = super::handoff::sla(context, Nothing {})?;
    let latest = report.months.iter().take(MONTHS).rev();
    let months: Vec<_> = latest
        .map(|month| PromisedMonth {
            month: month.month,
            within_time: month.within_time,
            accepted: month.accepted_share,
        })
        .collect();
    Ok(promises_kept(&months))
}

/// Budget and cost, each by the rate of its month.
fn spent(view: &Architecture, id: ProgrammeId) -> Result<Figure> {
    let programme = view.programmes.need(id)?;
    let worth =
        |money: Option<&Money>, month: NaiveDate| Sum::in_plan(view, [(money, month)]).total;
    let month = |month: &ProgrammeMonth| SpendingMonth {
        month: month.month,
        budget: worth(month.budget.as_ref(), month.month),
        cost: worth(month.cost.as_ref(), month.month),
    };
    let months: Vec<_> = programme.months.iter().map(month).collect();
    Ok(spending(&programme.name, &view.workspace()?.currency, &months))
}
