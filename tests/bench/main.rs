//! How fast Throughline is, beside other tools measured in the same run: `make bench`.
//!
//! Named parts alone (`bench screen start`) or all of them: core, keep, search, leads, screen, scroll, start.
//! Every figure is a median of at least five. The table comes last; a goal that is missed is said
//! there and fails nothing, as time depends on the machine.
#![allow(clippy::print_stdout, reason = "a bench prints its table")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so")]

mod calc;
mod keep;
mod large;
mod leads;
mod map;
mod package;
mod router;
mod screen;
mod scroll;
mod search;
mod sqlite;
mod start;
mod table;

use large::Large;
use table::Table;
use tempfile::TempDir;
use throughline_tests::fixture::save;

fn main() {
    let parts: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|named| named == part);
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Large.throughline");
    let mut table = Table::default();
    let large = Large::new();
    save(&large.plan.architecture, &file);
    if wanted("core") {
        map::measure(large, folder.path(), &file, &mut table);
        router::measure(&file);
    }
    if wanted("keep") {
        keep::measure(folder.path(), &file, &mut table);
    }
    if wanted("search") {
        search::measure(&file, &mut table);
    }
    if wanted("leads") {
        leads::measure(folder.path(), &mut table);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(async {
        if wanted("screen") {
            screen::measure(&file, &mut table).await;
        }
        if wanted("scroll") {
            scroll::measure(&file, &mut table).await;
        }
        if wanted("start") {
            start::measure(&file, &mut table).await;
        }
    });
    package::measure(&mut table);
    println!("\n{table}");
}
