//! `throughline read-workbook`: what the program starts itself as to read a workbook, so that one
//! made to exhaust memory or time takes this process along and no other. See
//! `throughline_core::import`.

use std::io::{stdin, stdout};
use std::process::ExitCode;

use clap::Args;
use throughline_core::import;

/// The name of the verb.
pub(crate) const READ_WORKBOOK: &str = "read-workbook";

/// Read a workbook from standard input and write one sheet of it, as rows, to standard output.
#[derive(Debug, Args)]
pub(super) struct ReadWorkbook {
    /// The sheet; the first one with content unless given.
    #[arg(long)]
    sheet: Option<String>,
}

impl ReadWorkbook {
    /// Reads within limits. Whoever started this process learns from the answer how it went.
    pub(super) fn run(self) -> ExitCode {
        let read = limit()
            .and_then(|()| import::serve(stdin().lock(), self.sheet.as_deref(), stdout().lock()));
        if read.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Memory and time for a list of content; no file, no image of the memory is written.
#[cfg(unix)]
fn limit() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    const MEBIBYTE: u64 = 1 << 20;
    const SECONDS: u64 = 30;
    // The libraries of the window lie in the address space before anything is read, some 350 MiB of
    // it, without taking memory; what is reserved on top is held down by the limit on data.
    let limits = [
        (Resource::Data, 512 * MEBIBYTE),
        (Resource::As, 1_024 * MEBIBYTE),
        (Resource::Cpu, SECONDS),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ];
    for (resource, wanted) in limits {
        let allowed = getrlimit(resource).maximum.map_or(wanted, |most| most.min(wanted));
        let limit = Rlimit { current: Some(allowed), maximum: Some(allowed) };
        // Some systems know a limit by name only: what can be limited is.
        let set = setrlimit(resource, limit);
        if cfg!(target_os = "linux") {
            set?;
        }
    }
    Ok(())
}

/// Where the system limits no process by itself, the time it is waited for does.
#[cfg(not(unix))]
fn limit() -> std::io::Result<()> {
    Ok(())
}
