use super::*;
use crate::model::Word;
use AttributionModel::{FirstTouch, LastTouch, Linear, PositionBased, TimeDecay};
use proptest::prelude::*;

fn days(days: &[i64]) -> Vec<i64> {
    days.iter().map(|day| day * DAY).collect()
}

fn parts(model: AttributionModel, touched: &[i64], amount: i64) -> Vec<i64> {
    split(amount, &weights(model, &days(touched)))
}

/// A deal of 1,000.00, touched on days 2, 9, 16 and 23. By hand, in cents. By time
/// the touches weigh ⅛, ¼, ½ and 1, of 1⅞ together: 1⁄15, 2⁄15, 4⁄15, 8⁄15.
#[test]
fn a_deal_of_four_touches_by_each_model() {
    let touched = [2, 9, 16, 23];
    assert_eq!(parts(FirstTouch, &touched, 100_000), [100_000, 0, 0, 0]);
    assert_eq!(parts(LastTouch, &touched, 100_000), [0, 0, 0, 100_000]);
    assert_eq!(parts(Linear, &touched, 100_000), [25_000, 25_000, 25_000, 25_000]);
    assert_eq!(parts(PositionBased, &touched, 100_000), [40_000, 10_000, 10_000, 40_000]);
    // 6,666.67, 13,333.33, 26,666.67, 53,333.33: the two left over go to the largest remainders.
    assert_eq!(parts(TimeDecay, &touched, 100_000), [6_667, 13_333, 26_667, 53_333]);
}

#[test]
fn one_touch_gets_all_and_two_get_half_by_position() {
    for model in AttributionModel::ALL {
        assert_eq!(parts(*model, &[4], 999), [999], "{model:?}");
        assert!(parts(*model, &[], 999).is_empty(), "{model:?}");
    }
    assert_eq!(parts(PositionBased, &[1, 9], 1_001), [501, 500]);
    assert_eq!(parts(Linear, &[1, 2, 3], 100), [34, 33, 33], "of equal remainders the earlier");
    assert_eq!(parts(PositionBased, &[1, 2, 3], 1_000), [400, 200, 400]);
}

/// Of 9 cents 3.6 are due to either end and 0.6 to each of three between: of five equal remainders the first
/// three are made whole, whatever 0.6 is as a binary fraction.
#[test]
fn equal_remainders_are_equal() {
    assert_eq!(parts(PositionBased, &[1, 2, 3, 4, 5], 9), [4, 1, 1, 0, 3]);
}

#[test]
fn touches_count_for_a_year_and_until_the_close() {
    let closed = 400 * DAY;
    assert!(counts(closed - 1, closed) && counts(closed - LOOK_BACK, closed));
    assert!(!counts(closed, closed) && !counts(closed - LOOK_BACK - 1, closed));
}

proptest! {
    /// Product.md, section 8: every model sums to the revenue, to the cent.
    #[test]
    fn nothing_is_lost_and_nothing_is_made(
        amount in 0_i64..10_000_000_000,
        touched in prop::collection::vec(0_i64..LOOK_BACK, 1..40),
    ) {
        let mut touched = touched;
        touched.sort_unstable();
        for model in AttributionModel::ALL {
            let weights = weights(*model, &touched);
            let all: i128 = weights.iter().sum();
            let parts = split(amount, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), amount);
            for (part, weight) in parts.iter().zip(&weights) {
                let off = (i128::from(*part) * all - i128::from(amount) * weight).abs();
                prop_assert!(off < all && *part >= 0, "{:?} {} {}", model, part, weight);
            }
        }
    }
}
