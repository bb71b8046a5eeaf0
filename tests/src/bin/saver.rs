//! Saves something of a workspace where it is told to, as the window does, and says what came of it:
//! what the torture tests leave without room.
#![allow(clippy::expect_used, reason = "what cannot be asked is not answered")]

use clap::Parser;
use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use throughline_tests::host::TestHost;

/// Saves something of a workspace.
#[derive(Debug, Parser)]
struct Asked {
    /// The workspace.
    file: PathBuf,
    /// Where to.
    target: PathBuf,
    /// What, as the window calls it.
    command: String,
    /// And as what.
    payload: String,
}

fn main() -> ExitCode {
    let asked = Asked::parse();
    let payload: Value = serde_json::from_str(&asked.payload).expect("the payload is JSON");
    let host = TestHost::at(&asked.file);
    *host.target.lock().expect("nobody else has it") = Some(asked.target);
    match host.attempt(&asked.command, payload) {
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            writeln!(std::io::stderr(), "{}", error.message).expect("somebody listens");
            ExitCode::FAILURE
        }
    }
}
