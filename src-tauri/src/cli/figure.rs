//! `throughline figure`: a picture of the plan, told in the terminal or saved.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use throughline_core::api::coverage::OfJourney;
use throughline_core::api::figure::{FigureOf, PictureFormat, PictureGround, SaveFigure};
use throughline_core::api::{Context, figure_of, save_figure};
use throughline_core::error::{Error, Result};
use throughline_core::figure::{Figure, Picture};
use throughline_core::model::text::fold;

use super::Said;
use crate::desk::Desk;

/// How long the longest bar is, in letters.
const BAR: u32 = 30;

/// Tell a figure as a table, or save it as a picture.
#[derive(Debug, Args)]
pub(super) struct FigureVerb {
    /// Which figure.
    #[arg(value_enum)]
    name: Name,
    /// The workspace to look at.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The journey's name, for its map and its gaps; the first one unless given.
    #[arg(long)]
    journey: Option<String>,
    /// The programme's name, for its spending.
    #[arg(long, required_if_eq("name", "spending"))]
    programme: Option<String>,
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
            return Ok(as_text(&figure_of(context, &of)?));
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
            Name::Gaps => FigureOf::Gaps(of_journey()?),
            Name::CoverageHistory => FigureOf::CoverageHistory,
            Name::Maturity => FigureOf::Maturity,
            Name::MaturityHistory => FigureOf::MaturityHistory,
            Name::Spending => self.spending(context)?,
        })
    }

    fn spending(&self, context: Context<'_>) -> Result<FigureOf> {
        let name = self.programme.as_deref().unwrap_or_default();
        let view = context.view()?;
        let found = view.programmes.iter().find(|one| fold(&one.name) == fold(name));
        let none = || Error::invalid(format!("There is no programme \"{name}\"."));
        Ok(FigureOf::Spending { programme_id: found.ok_or_else(none)?.id })
    }
}

/// Its title, its summary, its table; bars are drawn behind their rows.
fn as_text(figure: &Figure) -> String {
    let twin = figure.twin();
    let rows: Vec<&Vec<String>> = std::iter::once(&twin.header).chain(&twin.rows).collect();
    let wide = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let wide: Vec<usize> =
        (0..twin.header.len()).map(|column| wide(column).unwrap_or_default() + 2).collect();
    let mut lines = vec![figure.title.clone(), figure.summary.clone(), String::new()];
    for (at, row) in rows.iter().enumerate() {
        let cells = row.iter().zip(&wide).map(|(cell, width)| format!("{cell:width$}"));
        let bar = at.checked_sub(1).and_then(|at| bar(figure, at)).unwrap_or_default();
        let line = cells.collect::<String>() + &bar;
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

fn bar(figure: &Figure, at: usize) -> Option<String> {
    let Picture::Bars(bars) = &figure.picture else { return None };
    let share = (bars.bars.get(at)?.value? / bars.full).clamp(0.0, 1.0);
    let filled =
        (0..BAR).take_while(|step| f64::from(*step) + 0.5 <= share * f64::from(BAR)).count();
    Some("█".repeat(filled))
}
