//! A figure in words.

use crate::model::{KpiUnit, Money, decimals, thousands};

/// Amounts below this many minor units are told with what is less than one.
const SMALL: f64 = 10.0;

/// How much a figure is; `currency` = that of its minor units.
pub fn in_words(value: f64, unit: KpiUnit, currency: &str) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "amounts stay far below 2^53 minor units")]
    let minor = value.round() as i64;
    let money = || Money { minor, currency: currency.to_owned() }.in_full();
    match unit {
        // A part of a minor unit, as an impression costs.
        KpiUnit::Money if value != 0.0 && value.abs() < SMALL => {
            let scale = 10_f64.powi(i32::try_from(decimals(currency)).unwrap_or(0));
            format!("{:.4} {currency}", value / scale)
        }
        KpiUnit::Money => money(),
        KpiUnit::MoneyPerDay => format!("{} a day", money()),
        KpiUnit::Share => format!("{:.1}%", tenth(value * 100.0)),
        KpiUnit::Days => format!("{:.1} d", tenth(value)),
        KpiUnit::Hours => format!("{:.1} h", tenth(value)),
        KpiUnit::Count => thousands(minor.unsigned_abs()),
    }
}

/// By how much a figure changed, with its sign; shares by so many points.
pub fn change_in_words(by: f64, unit: KpiUnit, currency: &str) -> String {
    let sign = if by < 0.0 { "−" } else { "+" };
    match unit {
        KpiUnit::Share => format!("{sign}{:.1} points", tenth(by.abs() * 100.0)),
        _ => format!("{sign}{}", in_words(by.abs(), unit, currency)),
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_told_in_its_unit() {
        let told = |value, unit| in_words(value, unit, "EUR");
        assert_eq!(told(150_001.0, KpiUnit::Money), "1,500.01 EUR");
        assert_eq!(told(2.5, KpiUnit::Money), "0.0250 EUR");
        assert_eq!(told(0.0, KpiUnit::Money), "0.00 EUR");
        assert_eq!(told(183_871.0, KpiUnit::MoneyPerDay), "1,838.71 EUR a day");
        assert_eq!(told(0.125, KpiUnit::Share), "12.5%");
        assert_eq!(told(31.04, KpiUnit::Days), "31.0 d");
        assert_eq!(told(1_204.0, KpiUnit::Count), "1,204");
    }

    #[test]
    fn a_change_has_its_sign_and_shares_change_by_points() {
        assert_eq!(change_in_words(-0.25, KpiUnit::Share, "EUR"), "−25.0 points");
        assert_eq!(change_in_words(50_000.0, KpiUnit::Money, "EUR"), "+500.00 EUR");
        assert_eq!(change_in_words(-3.0, KpiUnit::Count, "EUR"), "−3");
    }
}
