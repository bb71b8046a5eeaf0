//! What others published on how fast lists of people go bad.

use serde::Serialize;
use ts_rs::TS;

/// A rate that somebody published; never the workspace's own.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct PublishedRate {
    /// So much goes bad in a year, in per cent.
    pub percent: f64,
    /// Of what.
    pub what: &'static str,
    /// Where it is from.
    pub source: &'static str,
}

/// The rates, the highest first.
pub const PUBLISHED_RATES: [PublishedRate; 2] = [
    PublishedRate {
        percent: 30.0,
        what: "a database of companies' people",
        source: "Hidalgo, Driving Demand",
    },
    PublishedRate {
        percent: 22.5,
        what: "an e-mail list, 2.1% a month",
        source: "MarketingSherpa",
    },
];
