//! The deal check (METHOD.md): does this help sales move the deal from this stage to
//! the next? Marketing and sales answer apart; every answer is kept, and what counts is read from
//! them here.
//!
//! Answers are read as the plan stands: a date in the past moves the freshness of content, not
//! what people have said since.

mod answers;
mod marks;

pub use answers::{Answers, DealCheck, GivenAnswer, SideCheck, Standpoint, answers, deal_check};
pub use marks::{Mark, mark};
