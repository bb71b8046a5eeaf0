//! Journeys in the real window. Each file is one job a person comes to do.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so")]

mod architecture;
mod asking;
mod assets;
mod backups;
mod banners;
mod carried;
mod cell;
mod charts;
mod check;
mod consumption;
mod disk;
mod hands;
mod history;
mod home;
mod hostile;
mod hostile_text;
mod import;
mod large_map;
mod merges;
mod needs;
mod opens;
mod paths;
mod plan_entities;
mod playbook;
mod practice;
mod programmes;
mod reports;
mod reviews;
mod saves;
mod scroll;
mod start;
mod unsaved;
mod vendor;
mod workspace;
