//! The map by names instead of ids: for scripts and the terminal.

use super::Context;
use super::coverage::OfJourney;
use crate::coverage::{Cell, Factors, Finding, Gap, Map, State, Worth};
use crate::error::Result;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// Coverage of a journey by names.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// As of when.
    pub at: NaiveDate,
    /// 0–1; none where no cell is applicable.
    pub score: Option<f64>,
    /// Cells covered.
    pub covered: u32,
    /// Cells that count.
    pub applicable: u32,
    /// Applicable cells with nothing live.
    pub nothing_live: u32,
    /// Every cell, persona by persona.
    pub cells: Vec<NamedCell>,
    /// The gaps, the largest first.
    pub gaps: Vec<NamedGap>,
}

/// A cell by names.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedCell {
    /// The persona's name.
    pub persona: String,
    /// The stage's name.
    pub stage: String,
    /// Its state.
    pub state: State,
    /// Published placements, stale ones included.
    pub published: u32,
    /// Live placements.
    pub live: u32,
    /// Live placements whose effective verdict is yes.
    pub yes: u32,
    /// Must-needs open.
    pub open_must_needs: u32,
    /// What is to be seen to.
    pub findings: Vec<Finding>,
}

/// A gap by names.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedGap {
    /// The persona's name.
    pub persona: String,
    /// The stage's name.
    pub stage: String,
    /// Its state.
    pub state: State,
    /// 100 = the largest.
    pub priority: f64,
    /// Must-needs open.
    pub open_must_needs: u32,
    /// What its priority is made of.
    pub factors: Factors,
    /// What leak and stake are made of; none where nothing was imported.
    pub worth: Option<Worth>,
    /// All of it in words.
    pub words: String,
}

/// Coverage of a journey by names.
pub(super) fn summary(context: Context<'_>, request: OfJourney) -> Result<Summary> {
    let map = context.map(request.journey_id, request.as_of, &request.filter)?;
    let journey = map.journey_id;
    let gaps = context.coverage(Some(map.as_of), |ledger| ledger.gaps(journey, &request.filter))?;
    Ok(Summary::of(&map, &gaps))
}

impl Summary {
    /// The map and its gaps by names.
    pub fn of(map: &Map, gaps: &[Gap]) -> Self {
        let places = map.personas.iter().flat_map(|persona| {
            map.stages.iter().map(move |stage| (persona.name.clone(), stage.name.clone()))
        });
        Self {
            at: map.as_of,
            score: map.score.value,
            covered: map.score.covered,
            applicable: map.score.applicable,
            nothing_live: map.score.nothing_live,
            cells: places.zip(&map.cells).map(named_cell).collect(),
            gaps: gaps.iter().map(named_gap).collect(),
        }
    }
}

fn named_cell(((persona, stage), cell): ((String, String), &Cell)) -> NamedCell {
    NamedCell {
        persona,
        stage,
        state: cell.state,
        published: cell.published,
        live: cell.live,
        yes: cell.live_yes,
        open_must_needs: cell.needs.open_must,
        findings: cell.findings.clone(),
    }
}

/// A gap by names.
pub fn named_gap(gap: &Gap) -> NamedGap {
    NamedGap {
        persona: gap.persona.clone(),
        stage: gap.stage.clone(),
        state: gap.state,
        priority: gap.relative,
        open_must_needs: gap.open_must_needs,
        factors: gap.factors,
        worth: gap.worth.clone(),
        words: gap.in_words(),
    }
}
