//! Shared fixtures of the tests.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so")]

pub mod clock;
pub mod corpus;
pub mod duck;
pub mod fixture;
pub mod fuzz;
pub mod host;
pub mod page;
pub mod pdf;
pub mod terminal;
pub mod tidy;
pub mod window;
pub mod work;
