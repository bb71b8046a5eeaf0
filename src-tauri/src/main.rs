//! `throughline`: the window and the command line of Throughline in one binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    throughline_desktop::start(std::env::args_os())
}
