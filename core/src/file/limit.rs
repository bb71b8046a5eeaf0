//! A limit to the size of files, as systems of the Unix kind have it (`ulimit -f`).

/// From here on a write beyond the limit fails like one to a full disk, and is told like that. A
/// program that says nothing to the signal which comes with it (`SIGXFSZ`) is ended in the middle of
/// its work.
#[cfg(unix)]
pub fn outlive_size_limit() {
    // Whoever takes note of the signal lives on, and the write fails. Where that cannot be had, the
    // program ends there like any other, and the workspace is as after any death.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
}

/// There is no such limit here.
#[cfg(not(unix))]
pub fn outlive_size_limit() {}
