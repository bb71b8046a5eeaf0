//! From the start of the program to the first map on the screen, and the memory of all its
//! processes then; beside it a window with nothing in it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use throughline_tests::window::{Window, built};

use crate::large::ASSETS;
use crate::table::{Other, Row, Table, median};

const RUNS: usize = 7;
const TIMES_BARE: f64 = 2.0;
const MORE_THAN_BARE: f64 = 120.0;
/// Memory is looked at when what the start left to do is done.
const REST: Duration = Duration::from_secs(2);

/// The program of the bare window.
pub(crate) fn bare() -> PathBuf {
    built("bare")
}

/// Starts both in turn.
pub(crate) async fn measure(file: &Path, table: &mut Table) {
    println!("Starting with {ASSETS} assets");
    let (mut ours, mut bares) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        bares.push(start(&bare(), &[], "painted").await);
        ours.push(start(&built("throughline"), &[file.display().to_string()], "map").await);
    }
    let times = |runs: &[(f64, f64)]| median(runs.iter().map(|run| run.0).collect());
    let memory = |runs: &[(f64, f64)]| median(runs.iter().map(|run| run.1).collect());
    let (time, bare_time) = (times(&ours), times(&bares));
    table.add(Row {
        what: "start → first map on screen",
        unit: "ms",
        ours: Some(time),
        other: Other::Tool("bare window", bare_time),
        goal: (format!("≤ {TIMES_BARE} × bare"), time <= TIMES_BARE * bare_time),
    });
    let (held, bare_held) = (memory(&ours), memory(&bares));
    table.add(Row {
        what: "memory, all processes (PSS)",
        unit: "MB",
        ours: Some(held),
        other: Other::Tool("bare window", bare_held),
        goal: (format!("≤ bare + {MORE_THAN_BARE} MB"), held <= bare_held + MORE_THAN_BARE),
    });
}

/// Milliseconds to a mark of the page, and the memory after it.
async fn start(program: &Path, args: &[String], mark: &str) -> (f64, f64) {
    let window = Window::open_program(program, args).await;
    let time = window.from_start_to(mark).await;
    tokio::time::sleep(REST).await;
    let memory = window.memory();
    window.close().await;
    (time, memory)
}
