//! What a customer is worth over the years (product.md, section 8).

use crate::model::Terms;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a net present value changes with retention and discount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Sensitivity {
    /// Retention rates, the lowest first.
    pub retentions: Vec<f64>,
    /// Discount rates, the lowest first.
    pub discounts: Vec<f64>,
    /// Net present values in minor units: a row for each retention, in it one for each discount.
    pub values: Vec<Vec<f64>>,
}

/// Steps of a table of sensitivity.
const STEP: f64 = 0.05;

impl Terms {
    /// `Σ_{t=0..T} margin · r^t` of a yearly revenue.
    pub fn lifetime(&self, revenue: f64) -> f64 {
        Self { discount: 0.0, ..*self }.discounted(revenue)
    }

    /// `Σ_{t=0..T} margin · r^t ÷ (1 + d)^t` of a yearly revenue.
    pub fn discounted(&self, revenue: f64) -> f64 {
        let each = self.retention / (1.0 + self.discount);
        let years = (0..=i32::from(self.years)).map(|year| each.powi(year));
        revenue * self.margin * years.sum::<f64>()
    }

    /// The net present value of a yearly revenue that cost so much to win, at rates around these: two
    /// steps of 5 points to either side, as far as they are rates.
    pub fn sensitivity(&self, revenue: f64, cost: f64) -> Sensitivity {
        let around = |rate: f64, most: f64| -> Vec<f64> {
            let steps = (-2_i32..=2).map(|step| rate + STEP * f64::from(step));
            steps.filter(|rate| (-1e-9..=most + 1e-9).contains(rate)).map(tidy).collect()
        };
        let (retentions, discounts) =
            (around(self.retention, 1.0), around(self.discount, f64::INFINITY));
        let row = |retention: &f64| {
            let net = |discount: &f64| {
                let terms = Self { retention: *retention, discount: *discount, ..*self };
                terms.discounted(revenue) - cost
            };
            discounts.iter().map(net).collect()
        };
        let values = retentions.iter().map(row).collect();
        Sensitivity { retentions, discounts, values }
    }
}

/// Without what adding up steps leaves behind the sixth digit.
fn tidy(rate: f64) -> f64 {
    (rate * 1e6).round() / 1e6 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TERMS: Terms = Terms { margin: 0.5, retention: 0.8, discount: 0.1, years: 2 };

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
    }

    /// 1,000 a year at half: 500 + 400 + 320 = 1,220; discounted 500 + 363.636… + 264.462… =
    /// 1,128.099…
    #[test]
    fn three_yearly_margins_by_hand() {
        assert!(near(TERMS.lifetime(1_000.0), 1_220.0));
        assert!(near(TERMS.discounted(1_000.0), 500.0 + 400.0 / 1.1 + 320.0 / 1.21));
        let once = Terms { years: 0, ..TERMS };
        assert!(near(once.discounted(1_000.0), 500.0), "the first year is not discounted");
    }

    /// At 0.9 and 0.05: 500 + 450 ÷ 1.05 + 405 ÷ 1.1025, less 200.
    #[test]
    fn a_table_around_the_rates() {
        let told = TERMS.sensitivity(1_000.0, 200.0);
        assert_eq!(told.retentions, [0.7, 0.75, 0.8, 0.85, 0.9]);
        assert_eq!(told.discounts, [0.0, 0.05, 0.1, 0.15, 0.2]);
        assert!(near(told.values[4][1], 500.0 + 450.0 / 1.05 + 405.0 / 1.1025 - 200.0));
        assert!(near(told.values[2][2], TERMS.discounted(1_000.0) - 200.0));
        let edge = Terms { retention: 1.0, discount: 0.05, ..TERMS }.sensitivity(1.0, 0.0);
        assert_eq!(edge.retentions, [0.9, 0.95, 1.0], "nobody keeps more than all");
        assert_eq!(edge.discounts, [0.0, 0.05, 0.1, 0.15]);
    }

    proptest! {
        /// More years and more who stay are worth more; money that costs more makes them worth less.
        #[test]
        fn worth_grows_with_years_and_retention(
            margin in 0.0..1.0, retention in 0.0..1.0, discount in 0.0..0.5, years in 0_u8..30,
        ) {
            let terms = Terms { margin, retention, discount, years };
            let worth = terms.discounted(100.0);
            prop_assert!(worth <= terms.lifetime(100.0) + 1e-9);
            let longer = Terms { years: years + 1, ..terms };
            prop_assert!(longer.discounted(100.0) >= worth);
            let dearer = Terms { discount: discount + 0.1, ..terms };
            prop_assert!(dearer.discounted(100.0) <= worth + 1e-9);
            prop_assert!(worth >= 100.0 * margin - 1e-9, "the first year is there in full");
        }
    }
}
