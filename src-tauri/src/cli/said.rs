//! What the terminal prints: answers to stdout, errors to stderr.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;
use throughline_core::error::ApiError;

/// What a verb says, or what kept it from it.
pub(super) type Said = Result<String, ApiError>;

pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Prints what a verb says.
pub(super) fn told(ran: Said) -> ExitCode {
    match ran {
        Ok(said) => {
            let _ = writeln!(std::io::stdout(), "{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{}", json(&error));
            ExitCode::FAILURE
        }
    }
}

/// Says on stderr why nothing further happens.
pub(crate) fn fail(reason: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "throughline: {reason}");
    ExitCode::FAILURE
}
