//! A lead's score over time, for a drawing.

use super::recipe::{Act, Fit, Recipe};
use super::tally::Tally;

/// A score at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// When, in epoch milliseconds.
    pub at: i64,
    /// What the lead's acts earn.
    pub behaviour: f64,
    /// That with the points of person and account.
    pub score: f64,
}

/// The score from one moment to another: just before each act and at it, when a lapse opens, when a
/// field changes, and at `even` moments between.
pub fn curve(
    recipe: &Recipe,
    acts: &[Act],
    fit: &Fit,
    (from, to): (i64, i64),
    even: u32,
) -> Vec<CurvePoint> {
    let mut moments = moments(recipe, acts, fit, (from, to), even);
    moments.sort_unstable();
    moments.dedup();
    let mut tally = Tally::new(recipe);
    let mut acts = acts.iter().peekable();
    let mut points = Vec::with_capacity(moments.len());
    for at in moments {
        while let Some(act) = acts.next_if(|act| act.at <= at) {
            tally.push(act);
        }
        let behaviour = tally.at(at).behaviour;
        points.push(CurvePoint { at, behaviour, score: behaviour + fit.at(at) });
    }
    points
}

fn moments(
    recipe: &Recipe,
    acts: &[Act],
    fit: &Fit,
    (from, to): (i64, i64),
    even: u32,
) -> Vec<i64> {
    let lapses = acts.iter().filter(|act| act.activity);
    let lapses = lapses.flat_map(|act| recipe.lapses.iter().map(|lapse| lapse.opens(act.at)));
    let jumps = acts.iter().map(|act| act.at).chain(lapses).chain(fit.changes());
    let mut moments: Vec<i64> = jumps.flat_map(|at| [at - 1, at]).collect();
    let even = i64::from(even.max(1));
    moments.extend((0..=even).map(|step| from + (to - from) / even * step));
    moments.push(to);
    moments.retain(|at| (from..=to).contains(at));
    moments
}
