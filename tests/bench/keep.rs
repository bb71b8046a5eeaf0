//! A large workspace opened, backed up and put back with every check; beside it the sqlite3 shell
//! doing the bare part of the same. And the longest that an edit takes while a backup is made.

use std::path::Path;
use std::thread;
use std::time::Instant;

use throughline_core::backup::{Backups, Reason, Shelf};
use throughline_core::id::{AssetId, EntityKind};
use throughline_core::model::{AssetFields, Millis};
use throughline_core::plan::{By, Op, Plan, Verb};
use throughline_tests::fixture::open;

use crate::sqlite::Shell;
use crate::table::{Other, Row, Table, median, median_ms, milliseconds, note};

const RUNS: usize = 7;
const OPEN: f64 = 500.0;
const BACKUP: f64 = 300.0;
const BLOCKED: f64 = 50.0;
const RESTORE: f64 = 10_000.0;
/// 1 June 2026, 08:00 UTC.
const START: i64 = 1_780_300_800_000;

/// Measures on the workspace at `file`.
pub(crate) fn measure(folder: &Path, file: &Path, table: &mut Table) {
    println!("Open, backup, restore, each with its checks");
    scale(file);
    let opened = median_ms(RUNS, |_| (), |()| open(file).unwrap());
    let checked = shell(file, |_| "PRAGMA quick_check;".to_owned());
    add(table, "verified open", opened, beside("sqlite3, quick_check alone", checked), OPEN);

    let plan = open(file).unwrap();
    let id = plan.view().workspace().unwrap().id;
    let shelf = Backups::kept_in(folder.join("shelves")).of(file, id).unwrap();
    let make = |at| plan.back_up(&shelf, at, Reason::Regular).unwrap();
    let kept = median_ms(RUNS, minute, make);
    let copied =
        shell(file, |run| format!(".backup '{}'", folder.join(format!("{run}.db")).display()));
    add(table, "verified backup", kept, beside("sqlite3, .backup alone", copied), BACKUP);
    let longest = longest_edit(&plan, &shelf);
    add(table, "longest edit meanwhile", longest, Other::None, BLOCKED);

    let latest = shelf.path_of(&shelf.list().pop().unwrap().name).unwrap();
    let back = median_ms(RUNS, |_| (), |()| plan.restore(&latest).unwrap());
    add(table, "a backup put back", back, Other::None, RESTORE);
}

/// How much that is: a plan without leads, which have a part of their own.
fn scale(file: &Path) {
    let megabytes = std::fs::metadata(file).unwrap().len() / 1_000_000;
    let rows = Shell::open(file).map(|mut shell| {
        let tables = ["asset", "placement", "verdict", "edit", "change"];
        let counts = tables.map(|table| format!("(SELECT count(*) FROM {table})"));
        shell.ask(&format!("SELECT {};", counts.join(" + "))).concat()
    });
    let rows = rows.unwrap_or_else(|| "uncounted".to_owned());
    println!(
        "    a workspace of {megabytes} MB, {rows} rows of assets, placements, answers and history"
    );
}

fn add(table: &mut Table, what: &'static str, ours: f64, other: Other, goal: f64) {
    let goal = (format!("≤ {goal} ms"), ours <= goal);
    table.add(Row { what, unit: "ms", ours: Some(ours), other, goal });
}

fn minute(run: usize) -> Millis {
    Millis(START + i64::try_from(run).unwrap() * 60_000)
}

fn shell(file: &Path, ask: impl Fn(usize) -> String) -> Option<f64> {
    let mut shell = Shell::open(file)?;
    Some(median((0..RUNS).map(|run| shell.time(&ask(run))).collect()))
}

fn beside(name: &'static str, time: Option<f64>) -> Other {
    time.map_or(Other::Missing("sqlite3"), |time| Other::Tool(name, time))
}

/// The longest of all edits that were made while backups were.
fn longest_edit(plan: &Plan, shelf: &Shelf) -> f64 {
    let assets: Vec<AssetId> = plan.view().assets.iter().map(|asset| asset.id).collect();
    let mut edited = assets.iter().cycle().enumerate();
    let mut edit = || {
        let (number, id) = edited.next().unwrap();
        let start = Instant::now();
        rename(plan, *id, number);
        milliseconds(start)
    };
    let alone: Vec<f64> = (0..200).map(|_| edit()).collect();
    note("the longest of 200 edits without a backup", longest(&alone));
    let mut meanwhile = Vec::new();
    for run in RUNS..2 * RUNS {
        thread::scope(|scope| {
            let backup = scope.spawn(|| plan.back_up(shelf, minute(run), Reason::Regular).unwrap());
            while !backup.is_finished() {
                meanwhile.push(edit());
            }
        });
    }
    println!("    {} edits were made during {RUNS} backups", meanwhile.len());
    longest(&meanwhile)
}

fn rename(plan: &Plan, id: AssetId, number: usize) {
    let by = By { member: None, at: Millis(START) };
    let op = Op::one(Verb::Update, EntityKind::Asset, "Renamed");
    let renamed = plan.transact(by, op, |tx| {
        tx.update::<AssetFields>(id, None, |fields| {
            fields.title = format!("Renamed {number}");
            Ok(())
        })
    });
    renamed.unwrap();
}

fn longest(times: &[f64]) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}
