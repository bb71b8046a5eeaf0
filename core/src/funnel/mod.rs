//! The ledger of visits: what came into each stage, and what became of it (product.md, section 9;
//! METHOD.md, "Funnel").
//!
//! A visit is one stay of a lead or a deal at a stage. Of what was recorded of each, [`visits`] tells
//! its visits; a [`Tally`] adds them up so that at every stage
//! `entered = advanced + moved back + lost + still here`.
//!
//! Pure: times are epoch milliseconds, stages are told by their places among those that leads, or
//! deals, pass in a journey.

mod span;
mod tally;
mod visit;

pub use span::{LineInDays, StageLine, days};
pub use tally::{StageLedger, Tally, median_days};
pub use visit::{Exit, Place, Recorded, Visit, visits};

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
