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

/// Fails unless it looks like an ISO 4217 code.
pub fn check_currency(code: &str) -> Result<()> {
    let letters = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    require!(letters, "currency", "A currency is a code of three letters, such as EUR or USD.");
    Ok(())
}
