//! How the scores came to stand so.

use super::Figures;
use crate::coverage::{Filter, Ledger};
use crate::error::Result;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The scores, from 0 to 1, of the journeys there are now, in their order, on each day with a
/// snapshot and on the ledger's own, the earliest first. Of two snapshots of a day the later one
/// counts; a journey that was not there yet has no score.
pub fn scores_over_time(ledger: &Ledger) -> Result<Vec<(NaiveDate, Vec<Option<f64>>)>> {
    let plan = ledger.architecture();
    let journeys = plan.journeys.in_order();
    let mut snapshots: Vec<_> = plan.snapshots.iter().collect();
    snapshots.sort_by_key(|snapshot| snapshot.taken_at);
    let mut days = BTreeMap::new();
    for snapshot in snapshots {
        let figures = Figures::read(&snapshot.figures)?;
        let score = |id| figures.journeys.iter().find(|one| one.id == id)?.score.value;
        days.insert(snapshot.as_of, journeys.iter().map(|one| score(one.id)).collect());
    }
    let score = |id| ledger.map(id, &Filter::default())?.score.value;
    days.insert(ledger.as_of(), journeys.iter().map(|one| score(one.id)).collect());
    Ok(days.into_iter().collect())
}
