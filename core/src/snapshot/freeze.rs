//! The figures of a plan.

use super::demand::DemandFigures;
use super::figures::{
    AssetCounts, CellFigures, Figures, JourneyFigures, Line, NeedFigures, PersonaFigures,
    RatingFigures, StageFigures,
};
use crate::check::{Mark, mark};
use crate::coverage::{Cell, Filter, Ledger, Map, Score, Standing, VerdictCounts, freshness};
use crate::maturity::latest;
use crate::model::{Architecture, Asset, Funding, Sum};
use std::sync::Arc;

/// The figures of a plan, with its coverage as of a day, and with what is known of demand.
pub fn freeze(ledger: &Ledger, demand: DemandFigures) -> Figures {
    let plan = ledger.architecture();
    let journeys = plan.journeys.in_order();
    let maps: Vec<Map> =
        journeys.iter().filter_map(|one| ledger.map(one.id, &Filter::default())).collect();
    let names = journeys.iter().map(|journey| journey.name.clone());
    let rated = latest(plan).into_iter();
    Figures {
        as_of: ledger.as_of(),
        workspace: maps.first().map_or_else(Score::default, |map| map.workspace),
        journeys: in_order((0..).zip(names.zip(&maps)).map(|(position, (name, map))| {
            JourneyFigures { id: map.journey_id, name, position, score: map.score }
        })),
        stages: in_order(maps.iter().flat_map(stages)),
        personas: in_order((0..).zip(plan.personas.in_order()).map(|(position, persona)| {
            let (name, weight) = (persona.name.clone(), persona.weight);
            PersonaFigures { id: persona.id, name, weight, position }
        })),
        cells: in_order(ledger.cells().map(cell)),
        needs: in_order(freeze_needs(ledger)),
        assets: assets(ledger),
        verdicts: verdicts(ledger),
        ratings: in_order(rated.map(|(question, level)| RatingFigures { question, level })),
        demand: Some(demand),
    }
}

fn in_order<T: Line>(lines: impl Iterator<Item = T>) -> Vec<T> {
    let mut lines: Vec<T> = lines.collect();
    lines.sort_by_key(Line::key);
    lines
}

fn stages(map: &Map) -> impl Iterator<Item = StageFigures> + '_ {
    (0..).zip(&map.stages).map(|(position, stage)| StageFigures {
        id: stage.id,
        journey_id: map.journey_id,
        name: stage.name.clone(),
        phase: stage.phase,
        position,
        score: stage.score,
    })
}

fn cell(cell: &Cell) -> CellFigures {
    CellFigures {
        persona_id: cell.persona_id,
        stage_id: cell.stage_id,
        state: cell.state,
        placements: cell.placements,
        published: cell.published,
        live: cell.live,
        live_yes: cell.live_yes,
        verdicts: cell.verdicts,
        needs: cell.needs,
    }
}

/// Every need that applies to anybody, in the order of journeys and needs.
pub fn freeze_needs(ledger: &Ledger) -> impl Iterator<Item = NeedFigures> + '_ {
    let needs = &ledger.architecture().needs;
    ledger.need_statuses().filter_map(|(id, status)| {
        let need = needs.get(id)?;
        Some(NeedFigures {
            id,
            text: need.text.clone(),
            kind: need.kind,
            importance: need.importance,
            stage_id: need.stage_id,
            persona_id: need.persona_id,
            status,
        })
    })
}

fn assets(ledger: &Ledger) -> AssetCounts {
    let plan = ledger.architecture();
    let mut counts = AssetCounts {
        planned: 0,
        live: 0,
        stale: 0,
        retired: 0,
        stop: 0,
        rework: 0,
        funded: funded(plan, ledger),
    };
    for asset in plan.assets.iter() {
        *match freshness(plan, asset, ledger.as_of()).standing {
            Standing::Planned => &mut counts.planned,
            Standing::Live => &mut counts.live,
            Standing::Stale => &mut counts.stale,
            Standing::Retired => &mut counts.retired,
        } += 1;
        match mark(plan, asset.id) {
            Some(Mark::Stop) => counts.stop += 1,
            Some(Mark::Rework) => counts.rework += 1,
            None => {}
        }
    }
    counts
}

fn funded(plan: &Architecture, ledger: &Ledger) -> Sum {
    let to_make = |asset: &&Arc<Asset>| {
        let planned = freshness(plan, asset, ledger.as_of()).standing == Standing::Planned;
        planned && asset.funding == Some(Funding::Fund)
    };
    let budgets = plan.assets.iter().filter(to_make);
    let budgets = budgets.map(|asset| (asset.budget.as_ref(), ledger.as_of()));
    Sum::in_plan(plan, budgets)
}

fn verdicts(ledger: &Ledger) -> VerdictCounts {
    let mut all = VerdictCounts::default();
    for cell in ledger.cells().filter(|cell| cell.state.is_applicable()) {
        all.yes += cell.verdicts.yes;
        all.partly += cell.verdicts.partly;
        all.no += cell.verdicts.no;
        all.unchecked += cell.verdicts.unchecked;
        all.disagreements += cell.verdicts.disagreements;
    }
    all
}
