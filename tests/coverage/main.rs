//! The rules of coverage (core/METHOD.md) against tables worked out by hand.
#![allow(
    clippy::needless_for_each,
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "a table worked out by hand reads best whole"
)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod answered;
mod answers;
mod cadence;
mod cells;
mod desk;
mod drawn;
mod edits;
mod findings;
mod following;
mod gaps;
mod scores;
mod vendor;
