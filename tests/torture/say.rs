//! How long a run is, and what it came to.

use std::io::Write;
use std::str::FromStr;

/// A number from the environment, else `small`.
pub(crate) fn asked<T: FromStr>(name: &str, small: T) -> T {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(small)
}

/// The seed of a run: the one asked for, else always the same, so that CI repeats itself.
pub(crate) fn seed() -> u64 {
    asked("SEED", 20_260_901)
}

/// Says what a test came to, past the runner that would swallow it.
pub(crate) fn say(test: &str, figures: &str) {
    let line = format!("torture: {test}: {figures} (SEED={})\n", seed());
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}
