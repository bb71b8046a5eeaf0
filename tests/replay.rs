//! The kept inputs of the fuzz targets, each fed once, within bounds.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use throughline_core::api::router::COMMANDS;
use throughline_tests::fuzz::{TARGETS, given, selector, without_example};

/// The longest that an input may take; without optimisation everything takes several times as long.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 });
/// The most memory that all of this may ever take, in kilobytes.
const MEMORY: u64 = 512 * 1_024;

/// The inputs of a corpus with their names.
fn inputs(corpus: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(corpus);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut inputs: Vec<_> =
        files.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{corpus} has no kept input");
    inputs
}

/// The most memory this process has ever taken, in kilobytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[test]
fn every_kept_input_passes() {
    let mut failed = Vec::new();
    for (name, target) in TARGETS {
        for (input, bytes) in inputs(name) {
            let start = Instant::now();
            let passed = catch_unwind(AssertUnwindSafe(|| target(&bytes))).is_ok();
            let took = start.elapsed();
            let memory = peak().unwrap_or_default();
            if !passed || took > PATIENCE || memory > MEMORY {
                failed.push(format!("{}: {passed} {took:?} {memory} kB", input.display()));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_command_has_an_example() {
    assert_eq!(without_example(), Vec::<&str>::new());
}

#[test]
fn the_kept_inputs_give_every_command_and_nearly_all_are_carried_out() {
    let given: Vec<_> = inputs("commands").iter().flat_map(|(_, bytes)| given(bytes)).collect();
    let of = |wanted: fn(bool) -> bool| -> BTreeSet<&str> {
        given.iter().filter(|one| wanted(one.done)).map(|one| one.command).collect()
    };
    let (all, done) = (of(|_| true), of(|done| done));
    let missing = COMMANDS.iter().map(|one| one.name).filter(|name| !all.contains(name));
    // Such an input is these two bytes and then three zeros, which give the command's example.
    let missing: Vec<_> = missing.map(|name| format!("{name} {:04x}", selector(name))).collect();
    assert!(missing.is_empty(), "an input is missing for {missing:?}");
    let refused: Vec<_> = all.difference(&done).collect();
    assert!(refused.len() * 10 < all.len(), "only ever refused: {refused:?}");
}
