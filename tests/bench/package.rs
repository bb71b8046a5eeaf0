//! The size of the package, where `make bundle` has made one.

use std::path::PathBuf;

use crate::table::{Other, Row, Table};

const GOAL: f64 = 20.0;

/// Looks at the package beside the program that runs.
pub(crate) fn measure(table: &mut Table) {
    let size = package().map(|path| std::fs::metadata(path).unwrap().len());
    let megabytes = size.map(|bytes| f64::from(u32::try_from(bytes).unwrap()) / 1e6);
    if megabytes.is_none() {
        println!("  There is no package yet: `make bundle` makes it.");
    }
    table.add(Row {
        what: "package, .deb",
        unit: "MB",
        ours: megabytes,
        other: Other::None,
        goal: (format!("≤ {GOAL} MB"), megabytes.is_some_and(|size| size <= GOAL)),
    });
}

fn package() -> Option<PathBuf> {
    let bench = std::env::current_exe().unwrap();
    let folders = bench.ancestors().map(|folder| folder.join("release/bundle/deb"));
    let bundle = folders.into_iter().find(|folder| folder.is_dir())?;
    let files = std::fs::read_dir(bundle).ok()?.flatten().map(|entry| entry.path());
    files.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "deb"))
}
