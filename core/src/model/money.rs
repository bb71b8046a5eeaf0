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
