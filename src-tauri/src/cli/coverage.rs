//! `throughline coverage`: the map of a journey in the terminal.

use std::fmt::Write;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use throughline_core::api::summary::Summary;
use throughline_core::api::{Context, count_prices};
use throughline_core::coverage::{Cell, Filter, Gap, Map, State};
use throughline_core::error::{Error, Result};
use throughline_core::id::JourneyId;
use throughline_core::model::Word;
use throughline_core::model::text::fold;

use super::Said;
use crate::desk::Desk;

/// Show which cells have content that moves the deal on, and what is missing.
#[derive(Debug, Args)]
pub(super) struct Coverage {
    /// The workspace to look at.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The journey's name; the first one unless given.
    #[arg(long)]
    journey: Option<String>,
    /// As of this date (YYYY-MM-DD); today unless given.
    #[arg(long)]
    at: Option<NaiveDate>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Coverage {
    /// Works out the map and its gaps.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        count_prices(context)?;
        let journey = self.journey.as_deref().map(|name| named(context, name)).transpose()?;
        let map = context.map(journey, self.at, &Filter::default())?;
        let gaps =
            context.coverage(self.at, |ledger| ledger.gaps(map.journey_id, &Filter::default()))?;
        Ok(if self.json { super::json(&Summary::of(&map, &gaps)) } else { as_text(&map, &gaps) })
    }
}

/// The journey of that name; fails with those there are.
pub(super) fn named(context: Context<'_>, name: &str) -> Result<JourneyId> {
    let view = context.view()?;
    let found = view.journeys.iter().find(|journey| fold(&journey.name) == fold(name));
    found.map(|journey| journey.id).ok_or_else(|| {
        let known: Vec<_> = view.journeys.iter().map(|journey| journey.name.as_str()).collect();
        Error::invalid(format!("There is no journey \"{name}\"; there are: {}.", known.join(", ")))
    })
}

/// A score of 0–1 as people read it, or a word where there is none.
fn score(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{:.0}", value * 100.0))
}

fn as_text(map: &Map, gaps: &[Gap]) -> String {
    let names = map.personas.iter().map(|persona| persona.name.chars().count());
    let first = names.max().unwrap_or(0).max("Score".len()) + 2;
    let wide: Vec<usize> =
        map.stages.iter().map(|stage| stage.name.chars().count().max(10) + 2).collect();
    let mut lines = vec![headline(map), String::new(), head(map, first, &wide)];
    for (row, persona) in map.personas.iter().enumerate() {
        let mut line = format!("{:first$}", persona.name);
        for (column, width) in wide.iter().enumerate() {
            let _ = write!(line, "{:width$}", in_cell(&map.cells[row * wide.len() + column]));
        }
        lines.push(line + &format!("{:>5}", score(persona.score.value)));
    }
    lines.push(foot(map, first, &wide));
    lines.extend(top_gaps(gaps));
    lines.join("\n")
}

fn headline(map: &Map) -> String {
    let total = &map.score;
    format!(
        "Coverage {} on {}: {} of {} cells covered, {} with nothing live",
        score(total.value),
        map.as_of,
        total.covered,
        total.applicable,
        total.nothing_live
    )
}

fn head(map: &Map, first: usize, wide: &[usize]) -> String {
    let mut line = " ".repeat(first);
    for (stage, width) in map.stages.iter().zip(wide) {
        let _ = write!(line, "{:width$}", stage.name);
    }
    line + "Score"
}

fn foot(map: &Map, first: usize, wide: &[usize]) -> String {
    let mut line = format!("{:first$}", "Score");
    for (stage, width) in map.stages.iter().zip(wide) {
        let _ = write!(line, "{:width$}", score(stage.score.value));
    }
    line + &format!("{:>5}", score(map.score.value))
}

fn in_cell(cell: &Cell) -> String {
    match (cell.state, cell.placements) {
        (State::NotApplicable, _) => "n/a".to_owned(),
        (state, 0) => state.as_word().to_owned(),
        (state, count) => format!("{} {count}", state.as_word()),
    }
}

fn top_gaps(gaps: &[Gap]) -> Vec<String> {
    let line = |gap: &Gap| {
        let needs = match gap.open_must_needs {
            0 => String::new(),
            n => format!(", {n} must-needs open"),
        };
        let worth = gap.worth.as_ref().map(|one| format!("; {}", one.in_words()));
        format!(
            "{:>4.0}  {} at {}: {}{needs}{}",
            gap.relative,
            gap.persona,
            gap.stage,
            gap.state.as_word(),
            worth.unwrap_or_default(),
        )
    };
    let heading = [String::new(), format!("The largest of {} gaps (100 = largest)", gaps.len())];
    if gaps.is_empty() {
        return Vec::new();
    }
    heading.into_iter().chain(gaps.iter().take(10).map(line)).collect()
}
