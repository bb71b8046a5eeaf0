//! What turned between two snapshots.

use super::demand::DemandFigures;
use super::figures::{
    AssetCounts, CellFigures, Figures, JourneyFigures, Line, NeedFigures, PersonaFigures,
    RatingFigures, StageFigures,
};
use crate::coverage::{Score, VerdictCounts};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A line before and after; `None` = it was not there, or is gone.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Turn<T> {
    /// Before.
    pub before: Option<T>,
    /// After.
    pub after: Option<T>,
}

/// What turned between two snapshots: no more and no less than leads from the older one to the
/// newer one.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The day of the older one.
    pub from: NaiveDate,
    /// The day of the newer one.
    pub to: NaiveDate,
    /// The score over all journeys.
    pub workspace: Option<Turn<Score>>,
    /// Journeys.
    pub journeys: Vec<Turn<JourneyFigures>>,
    /// Stages.
    pub stages: Vec<Turn<StageFigures>>,
    /// Personas.
    pub personas: Vec<Turn<PersonaFigures>>,
    /// Cells.
    pub cells: Vec<Turn<CellFigures>>,
    /// Needs.
    pub needs: Vec<Turn<NeedFigures>>,
    /// Content.
    pub assets: Option<Turn<AssetCounts>>,
    /// Verdicts.
    pub verdicts: Option<Turn<VerdictCounts>>,
    /// Maturity.
    pub ratings: Vec<Turn<RatingFigures>>,
    /// What was known of demand, where either knows any; `None` in it = it was not frozen then.
    pub demand: Option<Turn<DemandFigures>>,
}

impl Comparison {
    /// What leads from one snapshot to another.
    pub fn between(older: &Figures, newer: &Figures) -> Self {
        Self {
            from: older.as_of,
            to: newer.as_of,
            workspace: turn(&older.workspace, &newer.workspace),
            journeys: turns(&older.journeys, &newer.journeys),
            stages: turns(&older.stages, &newer.stages),
            personas: turns(&older.personas, &newer.personas),
            cells: turns(&older.cells, &newer.cells),
            needs: turns(&older.needs, &newer.needs),
            assets: turn(&older.assets, &newer.assets),
            verdicts: turn(&older.verdicts, &newer.verdicts),
            ratings: turns(&older.ratings, &newer.ratings),
            demand: demand_turn(older, newer),
        }
    }

    /// Whether nothing turned; that days have passed is nothing by itself.
    pub fn is_empty(&self) -> bool {
        self.workspace.is_none()
            && self.journeys.is_empty()
            && self.stages.is_empty()
            && self.personas.is_empty()
            && self.cells.is_empty()
            && self.needs.is_empty()
            && self.assets.is_none()
            && self.verdicts.is_none()
            && self.ratings.is_empty()
            && self.demand.is_none()
    }

    /// The newer snapshot, out of the older one.
    pub fn apply(&self, older: &Figures) -> Figures {
        Figures {
            as_of: self.to,
            workspace: turned(older.workspace, self.workspace.as_ref()),
            journeys: all_turned(&older.journeys, &self.journeys),
            stages: all_turned(&older.stages, &self.stages),
            personas: all_turned(&older.personas, &self.personas),
            cells: all_turned(&older.cells, &self.cells),
            needs: all_turned(&older.needs, &self.needs),
            assets: turned(older.assets.clone(), self.assets.as_ref()),
            verdicts: turned(older.verdicts, self.verdicts.as_ref()),
            ratings: all_turned(&older.ratings, &self.ratings),
            demand: match &self.demand {
                Some(turn) => turn.after.clone(),
                None => older.demand.clone(),
            },
        }
    }
}

fn turn<T: Clone + PartialEq>(before: &T, after: &T) -> Option<Turn<T>> {
    let turn = || Turn { before: Some(before.clone()), after: Some(after.clone()) };
    (before != after).then(turn)
}

/// That there was nothing to freeze is no turn since it was not frozen.
fn demand_turn(older: &Figures, newer: &Figures) -> Option<Turn<DemandFigures>> {
    let (before, after) = (&older.demand, &newer.demand);
    let knows = |one: &Option<DemandFigures>| one.as_ref().is_some_and(DemandFigures::is_known);
    let turn = || Turn { before: before.clone(), after: after.clone() };
    (before != after && (knows(before) || knows(after))).then(turn)
}

fn turned<T: Clone>(before: T, turn: Option<&Turn<T>>) -> T {
    turn.and_then(|turn| turn.after.clone()).unwrap_or(before)
}

/// The lines that are not the same, in the order of their keys.
fn turns<T: Line>(before: &[T], after: &[T]) -> Vec<Turn<T>> {
    let mut both: BTreeMap<T::Key, Turn<T>> = BTreeMap::new();
    for line in before {
        both.insert(line.key(), Turn { before: Some(line.clone()), after: None });
    }
    for line in after {
        let turn = both.entry(line.key()).or_insert(Turn { before: None, after: None });
        turn.after = Some(line.clone());
    }
    both.into_values().filter(|turn| turn.before != turn.after).collect()
}

fn all_turned<T: Line>(before: &[T], turns: &[Turn<T>]) -> Vec<T> {
    let mut lines: BTreeMap<T::Key, T> =
        before.iter().map(|line| (line.key(), line.clone())).collect();
    for turn in turns {
        match (&turn.before, &turn.after) {
            (_, Some(after)) => drop(lines.insert(after.key(), after.clone())),
            (Some(before), None) => drop(lines.remove(&before.key())),
            (None, None) => {}
        }
    }
    lines.into_values().collect()
}
