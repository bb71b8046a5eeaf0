//! What goes out of Throughline, and that nothing else can: tables and pages as other programs read
//! them, where they are saved, and what the page in the window may ask for.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod agreement;
mod any;
mod ask;
mod brief;
mod gap;
mod growth;
mod lists;
mod nameless;
mod page;
mod picture;
mod playbook;
mod report;
mod saving;
mod table;
mod trust;
mod workbook;
