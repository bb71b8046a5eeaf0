//! Lists of content as people really have them, from a file to the plan.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod attack;
mod duck;
mod files;
mod leads;
mod northwind;
mod real;
