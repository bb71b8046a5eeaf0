//! A figure with what it is made of.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Of fewer than these a ratio or a median tells little.
const FEW: u32 = 30;

/// A figure, and what it is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    /// A count, a share from 0 to 1, days, or minor units of the workspace's currency; `None` = no
    /// data, which is not 0.
    pub value: Option<f64>,
    /// What is above the line of a ratio.
    pub numerator: Option<f64>,
    /// What is below it.
    pub denominator: Option<f64>,
    /// Of so many: leads, deals, rows of a file.
    pub n: u32,
    /// So many more are left out: what they are worth is not known.
    #[serde(default, skip_serializing_if = "is_none")]
    #[ts(as = "Option<u32>", optional)]
    pub left_out: u32,
    /// Whether those are too few to go by.
    pub too_few: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "that is how serde asks")]
fn is_none(left_out: &u32) -> bool {
    *left_out == 0
}

impl Measure {
    /// An amount or a count of so many; `None` where nothing was counted.
    pub fn total(value: Option<f64>, n: u32) -> Self {
        Self { value, n, ..Self::default() }
    }

    /// A median of so many.
    pub fn median(value: Option<f64>, n: u32) -> Self {
        Self { value, n, too_few: n > 0 && n < FEW, ..Self::default() }
    }

    /// A share of so many: no data where nothing is below the line.
    pub fn ratio(numerator: f64, denominator: f64, n: u32) -> Self {
        let value = (denominator > 0.0).then(|| numerator / denominator);
        let (above, below) = (Some(numerator), Some(denominator));
        let too_few = n > 0 && n < FEW;
        Self { value, numerator: above, denominator: below, n, too_few, ..Self::default() }
    }

    /// An amount for each of so many: no data where it is not known, or there are none.
    pub fn each(amount: &Self, of: f64, n: u32) -> Self {
        match amount.value {
            Some(value) => Self { left_out: amount.left_out, ..Self::ratio(value, of, n) },
            None => Self { denominator: Some(of), n, ..Self::default() },
        }
    }

    /// By how much it grew on what it was before, from −1 up; `None` where either is not known, or it
    /// was 0.
    pub fn growth(&self, before: &Self) -> Option<f64> {
        let (now, before) = (self.value?, before.value?);
        (before != 0.0).then(|| now / before - 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_data_is_not_nothing() {
        assert_eq!(Measure::ratio(0.0, 0.0, 0).value, None);
        let none = Measure::ratio(0.0, 40.0, 40);
        assert_eq!((none.value, none.too_few), (Some(0.0), false));
        assert!(Measure::ratio(3.0, 29.0, 29).too_few);
        assert!(!Measure::ratio(0.0, 0.0, 0).too_few, "none are not too few: they are no data");
    }

    #[test]
    fn growth_from_nothing_is_no_data() {
        let of = |value| Measure::total(value, 1);
        assert_eq!(of(Some(150.0)).growth(&of(Some(100.0))), Some(0.5));
        assert_eq!(of(Some(0.0)).growth(&of(Some(100.0))), Some(-1.0));
        assert_eq!(of(Some(150.0)).growth(&of(Some(0.0))), None);
        assert_eq!(of(None).growth(&of(Some(100.0))), None);
        assert_eq!(of(Some(1.0)).growth(&of(None)), None);
    }
}
