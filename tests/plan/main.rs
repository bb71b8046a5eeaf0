//! The plan through its contract and its file: bindings, engines, history, undo and redo.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod assets;
mod bindings;
mod engines;
mod history;
mod random;
mod rules;
mod sample;
mod triage;
