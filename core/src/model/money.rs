//! Money: whole minor units and the currency they are in.

use crate::error::Result;
use crate::require;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount: `{minor: 120050, currency: "EUR"}` is 1,200.50 €.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Money {
    /// Minor units (cents).
    #[ts(type = "number")]
    pub minor: i64,
    /// ISO 4217 code, upper case.
    pub currency: String,
}

impl Money {
    /// Fails unless the amount is not negative and the currency is a three-letter code.
    pub fn check(&self) -> Result<()> {
        require!(self.minor >= 0, "cost", "An amount cannot be negative.");
        check_currency(&self.currency)
    }

    /// As people read it: "1,200.50 EUR".
    pub fn in_full(&self) -> String {
        let Self { minor, currency } = self;
        let places = decimals(currency);
        let unit = 10_u64.pow(places);
        let (whole, rest) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
        let sign = if *minor < 0 { "−" } else { "" };
        let whole = thousands(whole);
        match places {
            0 => format!("{sign}{whole} {currency}"),
            places => format!("{sign}{whole}.{rest:0width$} {currency}", width = places as usize),
        }
    }

    /// To whole units, half of one up: "1,201 EUR".
    pub fn rounded(&self) -> String {
        let unit = 10_i64.pow(decimals(&self.currency));
        let whole = self.minor.saturating_add(unit / 2).div_euclid(unit);
        let sign = if whole < 0 { "−" } else { "" };
        format!("{sign}{} {}", thousands(whole.unsigned_abs()), self.currency)
    }
}

impl Money {
    /// As short as it can be told: "1.2M EUR", "340k EUR", "7,601 EUR".
    pub fn short(&self) -> String {
        let unit = 10_u64.pow(decimals(&self.currency));
        let whole = (self.minor.unsigned_abs() + unit / 2) / unit;
        let sign = if self.minor < 0 && whole > 0 { "−" } else { "" };
        let told = match whole {
            0..10_000 => thousands(whole),
            10_000..999_500 => format!("{}k", (whole + 500) / 1_000),
            999_500..999_950_000 => tenths(whole, 1_000_000, "M"),
            _ => tenths(whole, 1_000_000_000, "B"),
        };
        format!("{sign}{told} {}", self.currency)
    }
}

/// "1.2M", "12M".
fn tenths(whole: u64, unit: u64, name: &str) -> String {
    let tenths = (whole + unit / 20) / (unit / 10);
    match tenths % 10 {
        0 => format!("{}{name}", thousands(tenths / 10)),
        rest => format!("{}.{rest}{name}", thousands(tenths / 10)),
    }
}

/// A number as people read it: "1,234,567".
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut parted = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

impl std::fmt::Display for Money {
    /// As a table holds it: "1200.50 EUR", "1200 JPY".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { minor, currency } = self;
        match decimals(currency) {
            0 => write!(f, "{minor} {currency}"),
            places => {
                let unit = 10_i64.pow(places);
                let (whole, rest) = (minor / unit, (minor % unit).abs());
                write!(f, "{whole}.{rest:0width$} {currency}", width = places as usize)
            }
        }
    }
}

/// How many decimals a currency's minor unit has (ISO 4217).
pub fn decimals(currency: &str) -> u32 {
    match currency {
        "JPY" | "KRW" | "VND" | "CLP" | "ISK" | "XAF" | "XOF" | "PYG" | "UGX" => 0,
        _ => 2,
    }
}

/// Fails unless it looks like an ISO 4217 code.
pub fn check_currency(code: &str) -> Result<()> {
    let letters = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    require!(letters, "currency", "A currency is a code of three letters, such as EUR or USD.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.to_owned() }
    }

    #[test]
    fn amounts_are_written_as_people_read_them() {
        assert_eq!(money(120_050, "EUR").in_full(), "1,200.50 EUR");
        assert_eq!(money(5, "EUR").in_full(), "0.05 EUR");
        assert_eq!(money(99_999, "USD").in_full(), "999.99 USD");
        assert_eq!(money(123_456_789, "JPY").in_full(), "123,456,789 JPY");
        assert_eq!(money(i64::MIN, "EUR").in_full(), "−92,233,720,368,547,758.08 EUR");
    }

    #[test]
    fn short_amounts_say_what_counts() {
        let euros = |euros: i64| money(euros * 100, "EUR").short();
        assert_eq!(euros(0), "0 EUR");
        assert_eq!(euros(9_999), "9,999 EUR");
        assert_eq!(euros(12_499), "12k EUR");
        assert_eq!(euros(999_499), "999k EUR");
        assert_eq!(euros(999_500), "1M EUR");
        assert_eq!(euros(1_249_999), "1.2M EUR");
        assert_eq!(euros(999_949_999), "999.9M EUR");
        assert_eq!(euros(999_950_000), "1B EUR");
        assert_eq!(euros(-1_250_000), "−1.3M EUR");
        assert_eq!(money(49, "EUR").short(), "0 EUR");
        assert_eq!(money(15_000, "JPY").short(), "15k JPY");
    }

    #[test]
    fn rounded_amounts_have_no_minor_units() {
        assert_eq!(money(760_050, "EUR").rounded(), "7,601 EUR");
        assert_eq!(money(760_049, "EUR").rounded(), "7,600 EUR");
        assert_eq!(money(7_600, "JPY").rounded(), "7,600 JPY");
    }
}
