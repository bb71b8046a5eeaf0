//! The two clocks of a lead that was handed over, and what marketing and sales promised each other
//! (product.md, section 6; METHOD.md, "Handoff").
//!
//! Pure: times are epoch milliseconds, and whoever reads facts and agreements hands them over.

mod calendar;
mod clocks;
mod month;

pub use calendar::Calendar;
pub use clocks::{Clocks, FollowUp, Handoff, Promise, Request, clocks, follow_up};
pub use month::{Case, Counts};

/// Milliseconds of an hour.
pub const HOUR: i64 = 3_600_000;
/// Milliseconds of a minute.
pub const MINUTE: i64 = 60_000;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
