//! Upright bars in groups.

use super::Reference;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Upright bars: a group for each month or kind, in it a bar for each series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Groups {
    /// The head of the labels in the twin.
    pub labels: String,
    /// What the axis begins with: 0, or below it where a bar is.
    #[serde(default)]
    pub least: f64,
    /// What the axis ends with; above what it begins with.
    pub full: f64,
    /// What the axis says, evenly apart, from its beginning to its end.
    pub ticks: Vec<String>,
    /// What the bars of each group are of.
    pub series: Vec<String>,
    /// The groups, from the left.
    pub groups: Vec<Group>,
    /// Values to compare with, each a line across all groups.
    #[serde(default)]
    pub references: Vec<Reference>,
}

/// The bars that stand together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Group {
    /// What they are of.
    pub label: String,
    /// A bar for each series.
    pub bars: Vec<GroupBar>,
}

/// A bar in a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct GroupBar {
    /// Its height; `None` = no data, which is not 0.
    pub value: Option<f64>,
    /// The value in words.
    pub text: String,
}

/// Where an axis ends that holds a value, and in how many steps it is told: 1, 2, 2.5 or 5 times a
/// power of ten each.
pub(super) fn axis(most: f64) -> (f64, u32) {
    if !most.is_finite() || most <= 0.0 {
        return (1.0, 1);
    }
    let power = 10_f64.powf((most / 4.0).log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|times| times * power);
    let step = step.into_iter().find(|step| most / step <= 4.0 + 1e-9).unwrap_or(most);
    let steps = (1..=4).find(|steps| f64::from(*steps) * step >= most - step * 1e-9).unwrap_or(4);
    (f64::from(steps) * step, steps)
}

/// Where an axis begins and ends that holds values above and below 0, and in how many steps of one length
/// it is told.
pub(super) fn axis_around(least: f64, most: f64) -> (f64, f64, u32) {
    let (far, steps) = axis(most.max(-least));
    let step = far / f64::from(steps);
    let whole = |value: f64| (1..=4).find(|many| f64::from(*many) * step >= value - step * 1e-9);
    let below = if least < 0.0 { whole(-least).unwrap_or(4) } else { 0 };
    let above = if most > 0.0 { whole(most).unwrap_or(4) } else { 0 };
    let above = if below + above == 0 { 1 } else { above };
    (-f64::from(below) * step, f64::from(above) * step, below + above)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 350 on one side takes steps of 100; of −120 two of them.
    #[test]
    fn an_axis_around_0_has_steps_of_one_length() {
        assert_eq!(axis_around(-120.0, 350.0), (-200.0, 400.0, 6));
        assert_eq!(axis_around(-350.0, 0.0), (-400.0, 0.0, 4));
        assert_eq!(axis_around(0.0, 7.0), (0.0, 8.0, 4));
        assert_eq!(axis_around(0.0, 0.0), (0.0, 1.0, 1));
    }

    #[test]
    fn an_axis_ends_at_a_round_value_above_all() {
        assert_eq!(axis(3.0), (3.0, 3));
        assert_eq!(axis(7.0), (8.0, 4));
        assert_eq!(axis(95.0), (100.0, 4));
        assert_eq!(axis(1_200_000.0), (1_500_000.0, 3));
        assert_eq!(axis(0.0), (1.0, 1));
    }
}
