//! Whether visits to a stage go on more often with a piece of content than without (product.md,
//! section 2; METHOD.md, "Measured effect").
//!
//! Pure: whoever reads facts hands over what is counted.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// With fewer visits than these on either side it could be luck.
const FEW: u32 = 20;
/// 95% of a normal distribution lie within so many standard deviations.
const Z: f64 = 1.959_963_984_540_054;

/// Visits of one kind, and how many of them went on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitSide {
    /// Visits.
    pub n: u32,
    /// Of those went on.
    pub advanced: u32,
}

/// How much more often visits with a touch went on than those without.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Effect {
    /// Visits with a touch of the content.
    pub with: VisitSide,
    /// Visits without one.
    pub without: VisitSide,
    /// The share that went on with a touch, less that without, −1 to 1; `None` = no data, for there are
    /// no visits on one side.
    pub difference: Option<f64>,
    /// Where the difference lies with 95% certainty: from, to.
    pub interval: Option<[f64; 2]>,
    /// Whether the interval holds 0, or there are fewer than 20 visits on a side.
    pub could_be_luck: bool,
}

impl VisitSide {
    /// One more visit.
    pub fn push(&mut self, advanced: bool) {
        self.n += 1;
        self.advanced += u32::from(advanced);
    }

    /// Those of another, too.
    pub fn merge(&mut self, other: Self) {
        self.n += other.n;
        self.advanced += other.advanced;
    }

    /// Without those that are a part of it.
    #[must_use]
    pub fn less(self, part: Self) -> Self {
        Self {
            n: self.n.saturating_sub(part.n),
            advanced: self.advanced.saturating_sub(part.advanced),
        }
    }

    /// The share that went on; `None` = there are no visits.
    pub fn share(self) -> Option<f64> {
        (self.n > 0).then(|| f64::from(self.advanced) / f64::from(self.n))
    }

    /// Where the share lies with 95% certainty (Wilson's score interval).
    fn wilson(self) -> Option<[f64; 2]> {
        let (n, share) = (f64::from(self.n), self.share()?);
        let middle = 2.0 * n * share + Z * Z;
        let half = Z * (Z * Z + 4.0 * n * share * (1.0 - share)).sqrt();
        let below = 2.0 * (n + Z * Z);
        Some([(middle - half) / below, (middle + half) / below])
    }
}

impl Effect {
    /// The difference of two shares, and where it lies (Newcombe 1998, method 10).
    pub fn of(with: VisitSide, without: VisitSide) -> Self {
        let difference = || Some(with.share()? - without.share()?);
        let interval = || {
            let (a, b) = (with.share()?, without.share()?);
            let ([a_low, a_high], [b_low, b_high]) = (with.wilson()?, without.wilson()?);
            let low = a - b - (a - a_low).hypot(b_high - b);
            let high = a - b + (a_high - a).hypot(b - b_low);
            Some([low.max(-1.0), high.min(1.0)])
        };
        let interval = interval();
        let holds_nothing = interval.is_none_or(|[low, high]| low <= 0.0 && high >= 0.0);
        let could_be_luck = holds_nothing || with.n < FEW || without.n < FEW;
        Self { with, without, difference: difference(), interval, could_be_luck }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side(advanced: u32, n: u32) -> VisitSide {
        VisitSide { n, advanced }
    }

    fn near(told: Option<[f64; 2]>, expected: [f64; 2]) -> bool {
        told.is_some_and(|told| told.iter().zip(expected).all(|(a, b)| (a - b).abs() < 5e-5))
    }

    /// The examples of Newcombe's paper (Statistics in Medicine 17, 1998, table II, method 10).
    #[test]
    fn intervals_are_those_of_the_paper() {
        let told = Effect::of(side(56, 70), side(48, 80));
        assert!((told.difference.unwrap() - 0.2).abs() < 1e-12);
        assert!(near(told.interval, [0.0524, 0.3339]), "{told:?}");
        assert!(!told.could_be_luck);
        let few = Effect::of(side(9, 10), side(3, 10));
        assert!(near(few.interval, [0.1705, 0.8090]), "{few:?}");
        assert!(few.could_be_luck, "ten are too few, whatever the interval");
        assert!(near(Effect::of(side(5, 56), side(0, 29)).interval, [-0.0381, 0.1926]));
        assert!(near(Effect::of(side(10, 10), side(0, 20)).interval, [0.6791, 1.0]));
    }

    #[test]
    fn without_visits_there_is_no_data() {
        let told = Effect::of(side(0, 0), side(20, 40));
        assert_eq!((told.difference, told.interval, told.could_be_luck), (None, None, true));
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_difference_and_turns_with_the_sides(
            (a, n) in (1_u32..400).prop_flat_map(|n| (0..=n, Just(n))),
            (b, m) in (1_u32..400).prop_flat_map(|m| (0..=m, Just(m))),
        ) {
            let told = Effect::of(side(a, n), side(b, m));
            let ([low, high], difference) = (told.interval.unwrap(), told.difference.unwrap());
            prop_assert!(-1.0 <= low && low <= difference + 1e-12);
            prop_assert!(difference - 1e-12 <= high && high <= 1.0);
            let turned = Effect::of(side(b, m), side(a, n));
            let [back_low, back_high] = turned.interval.unwrap();
            prop_assert!((back_low + high).abs() < 1e-9 && (back_high + low).abs() < 1e-9);
            prop_assert_eq!(turned.could_be_luck, told.could_be_luck);
        }
    }
}
