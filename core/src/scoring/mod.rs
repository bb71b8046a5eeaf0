//! Lead scoring with an Active Interest Threshold (product.md, section 5; METHOD.md, "Scoring").
//!
//! A lead's score is worked out from what it did as of a time, in a fixed order: each act decays;
//! the acts of a group are added up; the group is cut at its cap; the groups are added up; open
//! lapses are taken off; below 0 it is 0: that is *behaviour*. Points of the person and the account
//! come on top, and never decay. [`explain`] is that definition; [`Tally`] is the same in closed form,
//! which takes no more than a number a rule; a test holds them together.
//!
//! Pure: times are epoch milliseconds, days are the workspace's, and which rules an act meets is
//! told by whoever knows the plan.

mod backtest;
mod curve;
mod exit;
mod explain;
mod recipe;
mod standing;
mod tally;

pub use backtest::{Backtest, Outcome, Run, Tested};
pub use curve::{CurvePoint, curve};
pub use explain::{Explanation, Line, explain};
pub use recipe::{Act, Bounds, Fit, Lapse, PointRule, RULE_LIMIT, Recipe, Repeat, Rules, Take};
pub use standing::{Answer, Decision, Lead, Spell, Standing, State, Walk};
pub use tally::{Points, Tally};

/// Milliseconds of a day of 24 hours.
pub const DAY: i64 = 86_400_000;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod standing_tests;
#[cfg(test)]
mod tests;
