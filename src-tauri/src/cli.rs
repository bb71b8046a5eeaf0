//! The command line: what the arguments ask for.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

/// Plan which content serves which buyer at which stage of the deal.
///
/// Without a verb the window opens.
#[derive(Debug, Parser)]
#[command(name = "throughline", version)]
struct Line {}

/// What a start of the program is for.
#[derive(Debug)]
pub(crate) enum Wish {
    /// Open the window.
    Window,
}

/// Reads the arguments; `Err` carries the exit code of a line that is already answered.
pub(crate) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Wish, ExitCode> {
    match Line::try_parse_from(args) {
        Ok(Line {}) => Ok(Wish::Window),
        Err(answer) => {
            let _ = answer.print();
            Err(if answer.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS })
        }
    }
}

/// Says on stderr why nothing further happens.
pub(crate) fn fail(reason: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "throughline: {reason}");
    ExitCode::FAILURE
}
