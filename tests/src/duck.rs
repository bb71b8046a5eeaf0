//! `DuckDB`, which loads the same file and computes the same gap: `bench/duck.py`.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The interpreter that knows `DuckDB`, as `.ci/setup` installs it; `None` where it could not.
pub fn python() -> Option<PathBuf> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join(".duckdb/bin/python");
    python.is_file().then_some(python)
}

/// What `DuckDB` says of a CSV of requests, in a database file that it makes anew.
pub fn ask(python: &Path, file: &Path, database: &Path, options: &[&str]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/duck.py");
    let mut program = Command::new(python);
    let ran = program.arg(script).args(options).arg(file).arg(database).output().unwrap();
    assert!(ran.status.success(), "DuckDB: {}", String::from_utf8_lossy(&ran.stderr));
    serde_json::from_slice(&ran.stdout).unwrap()
}
