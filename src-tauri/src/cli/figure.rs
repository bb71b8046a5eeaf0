//! `throughline figure`: a picture of the plan, told in the terminal or saved.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use throughline_core::api::consumption::GapsOf;
use throughline_core::api::coverage::OfJourney;
use throughline_core::api::figure::{FigureOf, PictureFormat, PictureGround, SaveFigure};
use throughline_core::api::{Context, count_prices, figure_of, save_figure};
use throughline_core::demand::{GapDimension, KpiQuery, find_lead};
use throughline_core::error::{Error, Result};
use throughline_core::model::{KpiId, text::fold};

use super::Said;
use super::consumption::dimension;
use super::kpi::kpi_id;
use crate::desk::Desk;

/// Tell a figure as a table, or save it as a picture.
#[derive(Debug, Args)]
pub(super) struct FigureVerb {
    /// Which figure.
    #[arg(value_enum)]
    name: Name,
    /// The workspace to look at.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The journey's name, for its map, its gaps and its funnel; the first one unless given.
    #[arg(long)]
    journey: Option<String>,
    /// The programme's name, for its spending.
    #[arg(long, required_if_eq("name", "spending"))]
    programme: Option<String>,
    /// What segments of a gap are told apart by: persona, level, industry, format, asset, month.
    #[arg(long, value_delimiter = ',', value_parser = dimension)]
    by: Vec<GapDimension>,
    /// A segment to draw beside all requests, four at most; names of two are parted by " / ".
    #[arg(long, requires = "by")]
    segment: Vec<String>,
    /// The lead, by e-mail address or id, for lead-score.
    #[arg(long)]
    lead: Option<String>,
    /// The KPI, for kpi-series: closedRevenue, winRate and so on.
    #[arg(long, default_value = "newLeads", value_parser = kpi_id)]
    kpi: KpiId,
    /// As of this date (YYYY-MM-DD), for a map and its gaps; today unless given.
    #[arg(long)]
    at: Option<NaiveDate>,
    /// The file to write, which ends in .png or .svg; one that is there is replaced.
    #[arg(long, short)]
    out: Option<PathBuf>,
    /// Light on black.
    #[arg(long)]
    dark: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Name {
    Map,
    Gaps,
    CoverageHistory,
    Maturity,
    MaturityHistory,
    Spending,
    Unopened,
    GapLengths,
    GapMeans,
    Promises,
    Scores,
    LeadScore,
    StockAges,
    Funnel,
    KpiSeries,
}

impl FigureVerb {
    /// Tells it, or saves it and says where.
    pub(super) fn run(self) -> Said {
        let format = self.format()?;
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let of = self.request(context)?;
        let (Some(format), Some(out)) = (format, &self.out) else {
            return Ok(figure_of(context, &of)?.in_text());
        };
        let ground = if self.dark { PictureGround::Dark } else { PictureGround::Light };
        save_figure(context, &SaveFigure { of, format, ground }, out)?;
        Ok(format!("{} is saved.", out.display()))
    }

    fn format(&self) -> Result<Option<PictureFormat>> {
        let Some(out) = &self.out else { return Ok(None) };
        let ending = out.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match ending.as_str() {
            "png" => Ok(Some(PictureFormat::Png)),
            "svg" => Ok(Some(PictureFormat::Svg)),
            _ => Err(Error::invalid("A picture is written as .png or .svg: name the file so.")),
        }
    }

    fn request(&self, context: Context<'_>) -> Result<FigureOf> {
        let of_journey = || -> Result<OfJourney> {
            let named = |name| super::coverage::named(context, name);
            let journey_id = self.journey.as_deref().map(named).transpose()?;
            Ok(OfJourney { journey_id, as_of: self.at, ..OfJourney::default() })
        };
        Ok(match self.name {
            Name::Map => FigureOf::Map(of_journey()?),
            Name::Gaps => {
                count_prices(context)?;
                FigureOf::Gaps(of_journey()?)
            }
            Name::CoverageHistory => FigureOf::CoverageHistory,
            Name::Maturity => FigureOf::Maturity,
            Name::MaturityHistory => FigureOf::MaturityHistory,
            Name::Spending => self.spending(context)?,
            Name::Unopened => FigureOf::Unopened(self.gaps(context)?),
            Name::GapLengths => FigureOf::GapLengths(self.gaps(context)?),
            Name::GapMeans => FigureOf::GapMeans(self.gaps(context)?),
            Name::Promises => FigureOf::Promises,
            Name::Scores => FigureOf::Scores,
            Name::LeadScore => self.lead(context)?,
            Name::StockAges => FigureOf::StockAges,
            Name::Funnel => FigureOf::Funnel { journey: of_journey()?.journey_id },
            Name::KpiSeries => FigureOf::KpiSeries { of: KpiQuery::default(), id: self.kpi },
        })
    }

    fn lead(&self, context: Context<'_>) -> Result<FigureOf> {
        let name = self.lead.as_deref().unwrap_or_default();
        let open = context.host.opened().ok_or(Error::NoWorkspace)?;
        Ok(FigureOf::LeadScore { key: find_lead(&open.plan, name)? })
    }

    fn gaps(&self, context: Context<'_>) -> Result<GapsOf> {
        GapsOf::named(context, &self.by, &self.segment)
    }

    fn spending(&self, context: Context<'_>) -> Result<FigureOf> {
        let name = self.programme.as_deref().unwrap_or_default();
        let view = context.view()?;
        let found = view.programmes.iter().find(|one| fold(&one.name) == fold(name));
        let none = || Error::invalid(format!("There is no programme \"{name}\"."));
        Ok(FigureOf::Spending { programme_id: found.ok_or_else(none)?.id })
    }
}
