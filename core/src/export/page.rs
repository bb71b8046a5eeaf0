//! The coverage of a journey as one page that needs nothing else: no script, no font, no picture
//! from elsewhere, so that it can be mailed, printed and kept.
//!
//! The template escapes every text by itself; nothing is marked as safe. What stands in a link has
//! passed [`link::parse`].

use super::words::{LEGEND, Look, capital, counted, finding, look, phase_finding};
use crate::coverage::{
    Cell, Filter, Finding, Gap, Ledger, Map, NeedStatus, PhaseFinding, Score, Standing, freshness,
};
use crate::id::{AssetId, JourneyId, PersonaId, StageId};
use crate::model::{Architecture, Importance, Placement, Word, link};
use askama::Template;
use std::collections::HashSet;
use std::io::{self, Write};

/// Beyond these, gaps are counted and not told: nobody reads the sixtieth.
const GAPS: usize = 50;
/// Beyond these, the pieces in a cell are counted.
const PIECES: usize = 5;
/// Beyond these, the cells with a finding are counted.
const CELLS: usize = 24;

/// The coverage of a journey, ready to be written.
#[derive(Template)]
#[template(path = "coverage.html")]
pub struct Page {
    workspace: String,
    journey: String,
    as_of: String,
    filtered: bool,
    score: Mark,
    summary: String,
    phases: Vec<(String, usize)>,
    stages: Vec<Column>,
    rows: Vec<Line>,
    legend: Vec<Look>,
    gaps: Vec<Told>,
    more_gaps: usize,
    findings: Vec<Found>,
    content: Vec<Placed>,
    content_count: String,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page").field("journey", &self.journey).finish_non_exhaustive()
    }
}

/// A score from 0 to 100, or a dash.
struct Mark {
    text: String,
    percent: u32,
}

struct Column {
    name: String,
    handoff: bool,
    score: Mark,
}

struct Line {
    persona: String,
    role: String,
    weight: usize,
    cells: Vec<Shown>,
    score: Mark,
}

struct Shown {
    look: Look,
    count: u32,
    open_musts: u32,
}

/// A gap with its reasons.
struct Told {
    rank: usize,
    persona: String,
    stage: String,
    look: Look,
    relative: u32,
    needs: Vec<String>,
    reason: String,
}

/// A finding with where it was found.
struct Found {
    sentence: &'static str,
    places: Vec<String>,
    more: usize,
}

/// What stands in a cell.
struct Placed {
    persona: String,
    stage: String,
    pieces: Vec<Piece>,
    more: usize,
}

struct Piece {
    title: String,
    /// Where it can be read, if that is an address that may be followed.
    address: Option<String>,
    standing: &'static str,
}

/// Writes a page.
pub fn coverage(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let text = page.render().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}

impl Page {
    /// The page of a journey, counted on what passes the filter; `None` where there is no such
    /// journey.
    pub fn of(ledger: &Ledger, journey: JourneyId, filter: &Filter) -> Option<Self> {
        let plan = ledger.architecture();
        let map = ledger.map(journey, filter)?;
        let gaps = ledger.gaps(journey, filter);
        let content = content(plan, &map, filter);
        Some(Self {
            workspace: plan.workspace().map(|one| one.name.clone()).unwrap_or_default(),
            journey: plan.journeys.get(journey)?.name.clone(),
            as_of: map.as_of.format("%-d %B %Y").to_string(),
            filtered: map.filtered,
            score: Mark::of(&map.score),
            summary: summary(&map.score),
            phases: phases(&map),
            stages: map.stages.iter().map(Column::of).collect(),
            rows: rows(&map),
            legend: LEGEND.into_iter().map(look).collect(),
            more_gaps: gaps.len().saturating_sub(GAPS),
            gaps: gaps.iter().take(GAPS).enumerate().map(|one| told(ledger, one)).collect(),
            findings: findings(&map),
            content_count: counted(
                content.iter().map(|one| one.pieces.len() + one.more).sum(),
                "placement",
                "placements",
            ),
            content,
        })
    }
}

impl Mark {
    fn of(score: &Score) -> Self {
        score.value.map_or_else(
            || Self { text: "–".to_owned(), percent: 0 },
            |value| Self { text: format!("{:.0}", value * 100.0), percent: percent(value) },
        )
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 100 by then"
)]
fn percent(share: f64) -> u32 {
    (share * 100.0).round().clamp(0.0, 100.0) as u32
}

impl Column {
    fn of(stage: &crate::coverage::MapColumn) -> Self {
        let score = Mark::of(&stage.score);
        Self { name: stage.name.clone(), handoff: stage.handoff, score }
    }
}

fn summary(score: &Score) -> String {
    format!(
        "{} of {} covered, {} with nothing live",
        score.covered,
        counted(score.applicable as usize, "cell", "cells"),
        score.nothing_live
    )
}

/// Neighbouring stages of the same phase, under one head.
fn phases(map: &Map) -> Vec<(String, usize)> {
    let runs = map.stages.chunk_by(|one, next| one.phase == next.phase);
    runs.map(|run| (capital(run[0].phase.as_word()), run.len())).collect()
}

fn rows(map: &Map) -> Vec<Line> {
    let cells = map.cells.chunks(map.stages.len().max(1));
    let shown = |cell: &Cell| Shown {
        look: look(cell.state),
        count: cell.placements,
        open_musts: cell.needs.open_must,
    };
    let lines = map.personas.iter().zip(cells.chain(std::iter::repeat(&[][..])));
    lines
        .map(|(persona, cells)| Line {
            persona: persona.name.clone(),
            role: capital(persona.role.as_word()),
            weight: persona.weight.into(),
            cells: cells.iter().map(shown).collect(),
            score: Mark::of(&persona.score),
        })
        .collect()
}

fn told(ledger: &Ledger, (at, gap): (usize, &Gap)) -> Told {
    let detail = ledger.cell(gap.persona_id, gap.stage_id);
    let open = detail
        .into_iter()
        .flat_map(|detail| detail.needs)
        .filter(|need| need.importance == Importance::Must && need.status == NeedStatus::Open);
    Told {
        rank: at + 1,
        persona: gap.persona.clone(),
        stage: gap.stage.clone(),
        look: look(gap.state),
        relative: percent(gap.relative / 100.0),
        needs: open.map(|need| need.text).collect(),
        reason: reason(gap),
    }
}

/// "Decision weight 5 of 5. 1.2M EUR waits there; 41% leaks. A white paper has cost 4200.00 EUR on average (3 known)."
fn reason(gap: &Gap) -> String {
    let mut said = format!("Decision weight {:.0} of 5.", gap.factors.weight);
    if gap.open_must_needs > 0 {
        let needs = counted(gap.open_must_needs as usize, "must-need", "must-needs");
        said = format!("{said} {needs} open.");
    }
    if let Some(worth) = &gap.worth {
        said = format!("{said} {}.", capital(&worth.in_words()));
    }
    if let Some(cost) = &gap.cost {
        let known = cost.assets;
        said = format!(
            "{said} In the format “{}” a piece has cost {} on average ({known} known).",
            cost.format, cost.mean
        );
    }
    said
}

/// Findings, those that weigh most first: each counts by the decision weight of whose cells it is in.
fn findings(map: &Map) -> Vec<Found> {
    let weight_of = |persona: PersonaId| {
        let row = map.personas.iter().find(|row| row.id == persona);
        row.map_or((0, ""), |row| (u32::from(row.weight), row.name.as_str()))
    };
    let stage =
        |id: StageId| map.stages.iter().find(|one| one.id == id).map_or("", |one| &one.name);
    let of_cells = Finding::ALL.iter().map(|one| {
        let cells = map.cells.iter().filter(|cell| cell.findings.contains(one));
        let places =
            cells.map(|cell| (weight_of(cell.persona_id), stage(cell.stage_id).to_owned()));
        (finding(*one), places.collect::<Vec<_>>())
    });
    let of_phases = PhaseFinding::ALL.iter().map(|one| {
        let cells = map.phase_cells.iter().filter(|cell| cell.findings.contains(one));
        let places = cells.map(|cell| (weight_of(cell.persona_id), capital(cell.phase.as_word())));
        (phase_finding(*one), places.collect::<Vec<_>>())
    });
    let mut all: Vec<_> = of_cells.chain(of_phases).filter(|(_, at)| !at.is_empty()).collect();
    let sum = |places: &[((u32, &str), String)]| places.iter().map(|one| one.0.0).sum::<u32>();
    all.sort_by_key(|(_, places)| std::cmp::Reverse(sum(places)));
    all.into_iter().map(|(sentence, places)| found(sentence, places)).collect()
}

fn found(sentence: &'static str, mut places: Vec<((u32, &str), String)>) -> Found {
    places.sort_by_key(|((weight, _), _)| std::cmp::Reverse(*weight));
    let more = places.len().saturating_sub(CELLS);
    let named = places.into_iter().take(CELLS);
    let places = named.map(|((_, persona), place)| format!("{persona} at {place}")).collect();
    Found { sentence, places, more }
}

/// What stands in each cell that counts, the most useful first.
fn content(plan: &Architecture, map: &Map, filter: &Filter) -> Vec<Placed> {
    let passing: HashSet<AssetId> = filter.passing(plan).iter().map(|asset| asset.id).collect();
    let counts = |placement: &Placement| {
        passing.contains(&placement.asset_id)
            && filter.trigger_id.is_none_or(|id| placement.trigger_ids.contains(&id))
    };
    let mut content = Vec::new();
    for cell in map.cells.iter().filter(|cell| cell.placements > 0) {
        let ids = plan.index.placements_at(cell.persona_id, cell.stage_id);
        let placements = ids.filter_map(|id| plan.placements.get(id));
        let mut pieces: Vec<_> = placements
            .filter(|placement| counts(placement))
            .filter_map(|placement| piece(plan, map, placement.asset_id))
            .collect();
        pieces.sort_by(|a, b| (a.0, &a.1.title).cmp(&(b.0, &b.1.title)));
        let more = pieces.len().saturating_sub(PIECES);
        let row = map.personas.iter().find(|row| row.id == cell.persona_id);
        let column = map.stages.iter().find(|column| column.id == cell.stage_id);
        content.push(Placed {
            persona: row.map(|row| row.name.clone()).unwrap_or_default(),
            stage: column.map(|column| column.name.clone()).unwrap_or_default(),
            pieces: pieces.into_iter().take(PIECES).map(|(_, piece)| piece).collect(),
            more,
        });
    }
    content.retain(|one| !one.pieces.is_empty());
    content
}

fn piece(plan: &Architecture, map: &Map, asset: AssetId) -> Option<(Standing, Piece)> {
    let asset = plan.assets.get(asset)?;
    let standing = freshness(plan, asset, map.as_of).standing;
    let address = link::parse(&asset.url).ok().map(String::from);
    let piece = Piece { title: asset.title.clone(), address, standing: standing.as_word() };
    (standing != Standing::Retired).then_some((standing, piece))
}
