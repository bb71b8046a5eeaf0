//! To which touches the value of a deal is due (product.md, section 8; METHOD.md, "Attribution").
//!
//! A touch is something that a lead of the deal did of its own accord before the deal was closed.
//! [`shares`] parts a deal among its touches by one of five models, [`split`] parts its value so that
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
/// What the first and the last touch get by position.
const ENDS: f64 = 0.4;

/// Whether a touch counts for a deal that was closed then.
pub fn counts(touch: i64, closed: i64) -> bool {
    touch < closed && closed - touch <= LOOK_BACK
}

/// The share of each touch of a deal, in their order: the earliest first, all of them before the
/// close. They add up to 1; none where there is no touch.
pub fn shares(model: AttributionModel, touches: &[i64], closed: i64) -> Vec<f64> {
    let n = touches.len();
    let at = |place: usize, share: f64| {
        let mut shares = vec![0.0; n];
        if let Some(one) = shares.get_mut(place) {
            *one = share;
        }
        shares
    };
    match model {
        AttributionModel::FirstTouch => at(0, 1.0),
        AttributionModel::LastTouch => at(n.saturating_sub(1), 1.0),
        AttributionModel::Linear => vec![1.0 / count(n); n],
        AttributionModel::PositionBased => by_position(n),
        AttributionModel::TimeDecay => by_time(touches, closed),
    }
}

fn by_position(n: usize) -> Vec<f64> {
    if n <= 2 {
        return vec![1.0 / count(n); n];
    }
    let mut shares = vec![(1.0 - 2.0 * ENDS) / count(n - 2); n];
    shares[0] = ENDS;
    shares[n - 1] = ENDS;
    shares
}

/// The last touch weighs 1, so that touches of long ago do not all vanish.
fn by_time(touches: &[i64], closed: i64) -> Vec<f64> {
    let last = touches.last().copied().unwrap_or(closed);
    let weight = |touch: &i64| {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a year has far less than 2^53 milliseconds"
        )]
        let before = (last - touch) as f64;
        (-before / HALF_LIFE).exp2()
    };
    let weights: Vec<f64> = touches.iter().map(weight).collect();
    let all: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / all).collect()
}

#[expect(clippy::cast_precision_loss, reason = "nobody has 2^53 touches")]
fn count(n: usize) -> f64 {
    n as f64
}

/// Parts an amount by shares that add up to 1, by the largest remainder: each gets its whole minor
/// units, and those left over go one each to the largest remainders, of equal ones to the earlier.
/// The parts add up to the amount; none where there is no share.
pub fn split(amount: i64, shares: &[f64]) -> Vec<i64> {
    #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 minor units")]
    let exact: Vec<f64> = shares.iter().map(|share| share * amount as f64).collect();
    #[expect(clippy::cast_possible_truncation, reason = "no part is larger than the amount")]
    let mut parts: Vec<i64> = exact.iter().map(|part| part.floor() as i64).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|a, b| {
        (exact[*b] - exact[*b].floor()).total_cmp(&(exact[*a] - exact[*a].floor()))
    });
    let mut left = amount - parts.iter().sum::<i64>();
    // Rounding of the shares may leave a little more, or less, than one for each.
    while left != 0 && !order.is_empty() {
        for at in &order {
            parts[*at] += left.signum();
            left -= left.signum();
        }
    }
    parts
}

#[cfg(test)]
mod tests;
