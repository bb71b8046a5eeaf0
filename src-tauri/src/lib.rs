//! The desktop shell around `throughline-core`.
//!
//! The shell owns what only a desktop has: the window, native dialogs, the clock and the command
//! line. It says no SQL and knows no rule of the plan; both the window ([`rpc`]) and the terminal
//! ([`cli`]) hand a command's name and payload to the same router of the core.

mod cli;
mod desk;
mod faults;
mod rpc;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;
use throughline_core::file::outlive_size_limit;

/// Starts what the arguments ask for: a verb in the terminal, or the window.
pub fn start(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    outlive_size_limit();
    faults::tell_no_tales();
    match cli::read(args) {
        cli::Wish::Window(workspace) => window::open(workspace),
        cli::Wish::Done(code) => code,
    }
}
