//! The plan through its contract and its file: bindings, engines, history, undo and redo.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so")]
#![allow(clippy::needless_pass_by_value, reason = "JSON written on the spot is handed over")]

mod assets;
mod beside;
mod bindings;
mod document;
mod edits;
mod endless;
mod engines;
mod history;
mod home;
mod merge;
mod merging;
mod model;
mod opening;
mod paths;
mod practice;
mod random;
mod review;
mod rules;
mod safety;
mod sample;
mod speaking;
mod triage;
mod turned;
