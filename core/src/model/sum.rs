//! Amounts added up in the workspace's currency.

use super::{Architecture, Money, WorkspaceFields};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Amounts added up, and those that could not be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sum {
    /// The total in the workspace's currency; `None` where nothing was counted, which is not 0.
    pub total: Option<Money>,
    /// How many amounts it holds.
    pub counted: u32,
    /// Things whose amount nobody has said.
    pub unknown: u32,
    /// Amounts in a currency without a rate for their day.
    pub unconverted: u32,
}

impl Sum {
    /// Adds up amounts in a plan's currency, each with the day whose rates hold for it.
    pub fn in_plan<'a>(
        plan: &Architecture,
        amounts: impl IntoIterator<Item = (Option<&'a Money>, NaiveDate)>,
    ) -> Self {
        match plan.workspace() {
            Ok(workspace) => Self::of(workspace, amounts),
            Err(_) => Self::default(),
        }
    }

    /// Adds up amounts, each with the day whose rates hold for it.
    pub fn of<'a>(
        workspace: &WorkspaceFields,
        amounts: impl IntoIterator<Item = (Option<&'a Money>, NaiveDate)>,
    ) -> Self {
        let mut sum = Self::default();
        let mut minor = 0_i64;
        for (amount, on) in amounts {
            let Some(amount) = amount else {
                sum.unknown += 1;
                continue;
            };
            match workspace.worth(amount, on) {
                Some(worth) => {
                    minor = minor.saturating_add(worth);
                    sum.counted += 1;
                }
                None => sum.unconverted += 1,
            }
        }
        let total = || Money { minor, currency: workspace.currency.clone() };
        sum.total = (sum.counted > 0).then(total);
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.to_owned() }
    }

    /// Euros; a dollar is 0.80 from January and 0.90 from July on, a yen 0.006.
    fn workspace() -> WorkspaceFields {
        let rate = |currency: &str, on: &str, rate| Rate {
            currency: currency.to_owned(),
            on: day(on),
            rate,
        };
        let rates = vec![
            rate("JPY", "2026-01-01", 0.006),
            rate("USD", "2026-01-01", 0.8),
            rate("USD", "2026-07-01", 0.9),
        ];
        WorkspaceFields { rates, ..WorkspaceFields::named("Northwind") }
    }

    #[test]
    fn an_amount_converts_by_the_rate_of_its_day() {
        let worth = |amount: Money, on: &str| workspace().worth(&amount, day(on));
        assert_eq!(worth(money(10_000, "EUR"), "2020-01-01"), Some(10_000));
        // 100.00 $ × 0.80 = 80.00 €; × 0.90 = 90.00 €.
        assert_eq!(worth(money(10_000, "USD"), "2026-06-30"), Some(8_000));
        assert_eq!(worth(money(10_000, "USD"), "2026-07-01"), Some(9_000));
        // 5,000 ¥ × 0.006 = 30.00 €: a yen has no minor unit.
        assert_eq!(worth(money(5_000, "JPY"), "2026-07-01"), Some(3_000));
        assert_eq!(worth(money(10_000, "USD"), "2025-12-31"), None, "no rate yet");
        assert_eq!(worth(money(10_000, "GBP"), "2026-07-01"), None, "no rate at all");
    }

    #[test]
    fn what_cannot_be_counted_is_told_apart_from_nothing() {
        let on = day("2026-08-01");
        let (euros, dollars, pounds) = (money(150, "EUR"), money(100, "USD"), money(1, "GBP"));
        let sum = Sum::of(
            &workspace(),
            [(Some(&euros), on), (Some(&dollars), on), (None, on), (Some(&pounds), on)],
        );
        // 1.50 € + 1.00 $ × 0.90 = 2.40 €.
        assert_eq!(
            sum,
            Sum { total: Some(money(240, "EUR")), counted: 2, unknown: 1, unconverted: 1 }
        );
        assert_eq!(Sum::of(&workspace(), [(None, on)]).total, None);
    }
}
