//! What is left of a fault: where it happened, and nothing of what it was about.
//!
//! A message of a panic may quote what was being worked on, and a dump of the memory holds all of it:
//! people's addresses among it. Whoever keeps the output of programs, as desktops do, keeps neither.

use std::io::Write;
use std::panic::PanicHookInfo;

/// From here on a fault tells its place alone, and no memory is dumped.
pub(crate) fn tell_no_tales() {
    std::panic::set_hook(Box::new(tell));
    dump_no_memory();
}

fn tell(fault: &PanicHookInfo<'_>) {
    let place = fault.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let _ = writeln!(std::io::stderr(), "throughline: a fault at {place}");
}

#[cfg(unix)]
fn dump_no_memory() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Where the system does not let us, it dumps as it is told to elsewhere.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

#[cfg(not(unix))]
fn dump_no_memory() {}
