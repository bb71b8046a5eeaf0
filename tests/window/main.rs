//! Journeys in the real window. Each file is one job a person comes to do.
//!
//! The long journeys through every view run with the feature `journeys` (`make journeys`); what
//! holds the window itself together runs always.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so")]

mod hands;
mod opens;
mod workspace;

#[cfg(feature = "journeys")]
mod architecture;
#[cfg(feature = "journeys")]
mod assets;
#[cfg(feature = "journeys")]
mod check;
#[cfg(feature = "journeys")]
mod history;
#[cfg(feature = "journeys")]
mod import;
#[cfg(feature = "journeys")]
mod plan_entities;
#[cfg(feature = "journeys")]
mod scroll;
#[cfg(feature = "journeys")]
mod start;
