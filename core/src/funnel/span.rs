//! How long deals stay at a stage before they go on, and from when on one has stayed too long.

use super::tally::median;
use serde::Serialize;
use ts_rs::TS;

/// Fewer stays than these tell no percentile.
const ENOUGH: usize = 30;

/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

/// The line of a stage: what has stayed there for longer is past it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageLine {
    /// How long, in milliseconds.
    pub lasts: i64,
    /// How many stays tell it.
    pub n: u32,
    /// Whether those are too few for a percentile.
    pub too_few: bool,
}

/// The line as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LineInDays {
    /// How many days may pass.
    pub days: f64,
    /// How many stays tell it.
    pub n: u32,
    /// Whether those are too few for a percentile, so that it is twice their median.
    pub too_few: bool,
}

impl StageLine {
    /// The line of stays, in milliseconds, of those that went on. Of 30 or more it is their 90th
    /// percentile: the shortest of them that nine in ten do not outlast. Of fewer it is twice their
    /// median. `None` where there is no stay, or the line would be no time at all, as where all moves of
    /// a file say the same time.
    pub fn of(stays: &mut [i64]) -> Option<Self> {
        let n = stays.len();
        let too_few = n < ENOUGH;
        let lasts = if too_few {
            #[expect(clippy::cast_possible_truncation, reason = "milliseconds stay far below 2^53")]
            let twice = (2.0 * median(stays)?).round() as i64;
            twice
        } else {
            *stays.select_nth_unstable((9 * n).div_ceil(10) - 1).1
        };
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        (lasts > 0).then_some(Self { lasts, n, too_few })
    }

    /// Whether somebody who has been there for so long, or longer, is past it.
    pub fn is_past(&self, been: i64) -> bool {
        been > self.lasts
    }

    /// As it is told.
    pub fn in_days(&self) -> LineInDays {
        LineInDays { days: days(self.lasts), n: self.n, too_few: self.too_few }
    }
}

/// Milliseconds as days.
#[expect(clippy::cast_precision_loss, reason = "milliseconds stay far below 2^53")]
pub fn days(millis: i64) -> f64 {
    millis as f64 / DAY
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const D: i64 = 86_400_000;

    fn line(days: impl IntoIterator<Item = i64>) -> Option<(i64, u32, bool)> {
        let mut stays: Vec<i64> = days.into_iter().map(|days| days * D).collect();
        StageLine::of(&mut stays).map(|line| (line.lasts / D, line.n, line.too_few))
    }

    #[test]
    fn the_line_is_the_ninetieth_percentile_or_twice_the_median() {
        assert_eq!(line([]), None, "no data");
        assert_eq!(line([3]), Some((6, 1, true)));
        assert_eq!(line([1, 2, 30]), Some((4, 3, true)), "one slow deal does not move it");
        assert_eq!(line([1, 2, 4, 30]), Some((6, 4, true)), "twice the mean of 2 and 4");
        assert_eq!(line(1..=29), Some((30, 29, true)), "twice 15");
        assert_eq!(line(1..=30), Some((27, 30, false)), "27 of 30 stayed no longer");
        assert_eq!(line(1..=31), Some((28, 31, false)), "27 of 31 are less than nine in ten");
        assert_eq!(line(1..=100), Some((90, 100, false)));
        assert_eq!(line([0; 40]), None, "no time at all is no line");
        let line = StageLine { lasts: 27 * D, n: 30, too_few: false };
        assert!(!line.is_past(27 * D) && line.is_past(27 * D + 1));
        assert_eq!(line.in_days(), LineInDays { days: 27.0, n: 30, too_few: false });
    }

    proptest! {
        /// Of enough stays at most one in ten outlasts the line, and with any shorter line that is a
        /// stay more than that would; order tells nothing.
        #[test]
        fn at_most_one_in_ten_outlasts_the_line(
            mut stays in prop::collection::vec(1_i64..400 * D, 1..120),
        ) {
            let all = stays.clone();
            let line = StageLine::of(&mut stays).unwrap();
            prop_assert_eq!(line.n as usize, all.len());
            prop_assert_eq!(line.too_few, all.len() < 30);
            let past = all.iter().filter(|stay| line.is_past(**stay)).count();
            if line.too_few {
                prop_assert!(past * 2 <= all.len(), "less than half outlast twice the median");
            } else {
                prop_assert!(past * 10 <= all.len());
                prop_assert!(all.contains(&line.lasts));
                let as_long = all.iter().filter(|stay| **stay >= line.lasts).count();
                prop_assert!(as_long * 10 > all.len(), "a shorter line is past for more");
            }
            stays.reverse();
            prop_assert_eq!(StageLine::of(&mut stays), Some(line));
        }
    }
}
