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

/// The most jumps a curve is drawn with: of more, evenly many are left out.
const JUMPS: usize = 500;

/// The score from one moment to another: just before each act and at it, when a lapse opens, when a
/// field changes, and at `even` moments between. At most 1,000 points beside the even ones and the ends.
pub fn curve(
    recipe: &Recipe,
    acts: &[Act],
    fit: &Fit,
    (from, to): (i64, i64),
    even: u32,
) -> Vec<CurvePoint> {
    if from > to {
        return Vec::new();
    }
    let mut moments: Vec<i64> = jumps(recipe, acts, fit, (from, to));
    moments.extend(evenly((from, to), even));
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

/// The moments at which the score jumps, and those just before.
fn jumps(recipe: &Recipe, acts: &[Act], fit: &Fit, (from, to): (i64, i64)) -> Vec<i64> {
    let mut jumps: Vec<i64> = acts.iter().map(|act| act.at).chain(fit.changes()).collect();
    let active: Vec<i64> = acts.iter().filter(|act| act.activity).map(|act| act.at).collect();
    for (at, last) in active.iter().enumerate() {
        let next = active.get(at + 1).copied().unwrap_or(i64::MAX);
        let opens = recipe.lapses.iter().map(|lapse| lapse.opens(*last));
        jumps.extend(opens.filter(|opens| *opens < next));
    }
    jumps.retain(|at| (from..=to).contains(at));
    jumps.sort_unstable();
    jumps.dedup();
    let each = jumps.len().div_ceil(JUMPS).max(1);
    let drawn = jumps.into_iter().step_by(each);
    drawn.flat_map(|at| [at.saturating_sub(1).max(from), at]).collect()
}

/// Both ends and `even` stretches between, to the millisecond.
fn evenly((from, to): (i64, i64), even: u32) -> impl Iterator<Item = i64> {
    let (span, even) = (i128::from(to) - i128::from(from), even.max(1));
    (0..=even).filter_map(move |step| {
        let after = span * i128::from(step) / i128::from(even);
        i64::try_from(i128::from(from) + after).ok()
    })
}
