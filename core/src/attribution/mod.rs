//! To which touches the value of a deal is due (product.md, section 8; METHOD.md, "Attribution").
//!
//! A touch is something that a lead of the deal did of its own accord before the deal was closed.
//! [`weights`] tells what each weighs by one of five models, [`split`] parts the deal's value by them so that
//! nothing is lost: the parts add up to the cent.
//!
//! Pure: times are epoch milliseconds, amounts are minor units.

use crate::model::words;

words! {
    /// How a deal is parted among its touches.
    AttributionModel {
        /// All to the first one.
        FirstTouch = "firstTouch",
        /// All to the last one.
        LastTouch = "lastTouch",
        /// The same to each.
        Linear = "linear",
        /// 40% to the first, 40% to the last, 20% to those between; of two half to each.
        PositionBased = "positionBased",
        /// The nearer to the close the more: half of it for each week before.
        TimeDecay = "timeDecay",
    }
}

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;
/// Touches longer ago than this count no more.
pub const LOOK_BACK: i64 = 365 * DAY;
/// After this a touch weighs half of what it would at the close.
const HALF_LIFE: f64 = 7.0 * 86_400_000.0;
/// What the last touch weighs by time: enough for what is left of it after a year to be told in whole
/// numbers.
const WHOLE: f64 = 18_446_744_073_709_551_616.0;

/// Whether a touch counts for a deal that was closed then.
pub fn counts(touch: i64, closed: i64) -> bool {
    touch < closed && closed - touch <= LOOK_BACK
}

/// What each touch of a deal weighs beside the others, the earliest first: whole numbers, so that of
/// equal remainders none is larger by what rounding left behind. None where there is no touch.
pub fn weights(model: AttributionModel, touches: &[i64]) -> Vec<i128> {
    let n = touches.len();
    let at = |place: usize| {
        let mut weights = vec![0; n];
        if let Some(one) = weights.get_mut(place) {
            *one = 1;
        }
        weights
    };
    match model {
        AttributionModel::FirstTouch => at(0),
        AttributionModel::LastTouch => at(n.saturating_sub(1)),
        AttributionModel::Linear => vec![1; n],
        AttributionModel::PositionBased => by_position(n),
        AttributionModel::TimeDecay => by_time(touches),
    }
}

/// Two fifths to either end, and one to those between together.
fn by_position(n: usize) -> Vec<i128> {
    let mut weights = vec![1; n];
    if let [first, between @ .., last] = weights.as_mut_slice()
        && !between.is_empty()
    {
        let end = i128::try_from(2 * between.len()).unwrap_or(i128::MAX);
        (*first, *last) = (end, end);
    }
    weights
}

/// The last touch weighs the most there is, so that touches of long ago do not all vanish.
fn by_time(touches: &[i64]) -> Vec<i128> {
    let last = touches.last().copied().unwrap_or_default();
    let weight = |touch: &i64| {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a year has far less than 2^53 milliseconds"
        )]
        let before = (last - touch) as f64;
        #[expect(clippy::cast_possible_truncation, reason = "at most 2^64")]
        let weight = ((-before / HALF_LIFE).exp2() * WHOLE).round() as i128;
        weight
    };
    touches.iter().map(weight).collect()
}

/// Parts an amount by weights, by the largest remainder: each gets its whole minor units, and those left
/// over go one each to the largest remainders, of equal ones to the earlier. The parts add up to the
/// amount; none where there is no weight.
pub fn split(amount: i64, weights: &[i128]) -> Vec<i64> {
    let all: i128 = weights.iter().sum();
    if all == 0 {
        return Vec::new();
    }
    let due = |weight: &i128| i128::from(amount) * weight;
    let whole = |weight: &i128| i64::try_from(due(weight).div_euclid(all)).unwrap_or(amount);
    let mut parts: Vec<i64> = weights.iter().map(whole).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(due(&weights[*at]).rem_euclid(all)));
    let left = usize::try_from(amount - parts.iter().sum::<i64>()).unwrap_or_default();
    order.iter().take(left).for_each(|at| parts[*at] += 1);
    parts
}

#[cfg(test)]
mod tests;
