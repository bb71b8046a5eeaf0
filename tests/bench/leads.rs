//! The reference corpus of leads, imported with its consumption gap; beside it `DuckDB` loading and
//! asking the same file in the same run. `LEADS` says how many rows (8,500,000 unless told).

use std::fs::File;
use std::io::BufWriter;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use throughline_core::demand::{GapDimension, KpiQuery, consumption, distribution, kpis};
use throughline_core::error::Error;
use throughline_core::import::Reader;
use throughline_core::import::facts::{FactInput, FactSource, complete_mapping, import};
use throughline_core::model::{KpiFamily, Millis, ScoringRecipe};
use throughline_core::plan::{By, Plan, Preset, Setup};
use throughline_tests::fixture::open;
use throughline_tests::{corpus, duck};

use crate::table::{Other, Row, Table, median, median_ms, milliseconds};

const RUNS: usize = 5;
const ROWS: u64 = 8_500_000;
const MORE: u64 = 1_000;
/// Acts of leads besides, for each row of the corpus: with them 8.5 million rows make 30 million acts.
const MORE_ACTS: (u64, u64) = (19, 10);
const BY: By = By { member: None, at: Millis(1_780_300_800_000) };
const ASKED: [GapDimension; 2] = [GapDimension::Industry, GapDimension::Level];

/// What `DuckDB` took, in seconds: to load, and to ask.
type Duck = Option<(f64, f64)>;

/// Measures in a folder of its own.
pub(crate) fn measure(folder: &Path, table: &mut Table) {
    let rows = std::env::var("LEADS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(ROWS);
    println!("{rows} leads with what they requested and opened");
    let file = folder.join("corpus.csv");
    corpus::write(rows, 1, BufWriter::new(File::create(&file).unwrap())).unwrap();
    println!("    {} MB of CSV", std::fs::metadata(&file).unwrap().len() / 1_000_000);
    let duck = duckdb(folder, &file);
    let workspace = folder.join("leads.throughline");
    let (mut times, mut peak) = (Vec::new(), 0.0_f64);
    for _ in 0..RUNS {
        make(&workspace);
        let (seconds, megabytes) = import_apart("leads", &file, &workspace);
        times.push(seconds);
        peak = peak.max(megabytes);
    }
    let ours = median(times);
    let both = duck.map(|(load, ask)| load + ask);
    let met = both.is_some_and(|both| ours <= 0.8 * both);
    let other = both.map_or(Other::Missing("DuckDB"), |both| Other::Tool("DuckDB", both));
    let goal = ("≤ 0.8 ×".to_owned(), met);
    table.add(Row {
        what: "leads in, gap by industry × level",
        unit: "s",
        ours: Some(ours),
        other,
        goal,
    });
    let goal = ("≤ 512 MB".to_owned(), peak <= 512.0);
    table.add(Row {
        what: "most memory of that",
        unit: "MB",
        ours: Some(peak),
        other: Other::None,
        goal,
    });
    dashboard(&workspace, duck, table);
    figures(&workspace, table);
    more(folder, &workspace, table);
    scores(folder, (&file, rows), &workspace, table);
}

fn duckdb(folder: &Path, file: &Path) -> Duck {
    let python = duck::python()?;
    let database = folder.join("leads.duckdb");
    let (mut loads, mut asks) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let told = duck::ask(&python, file, &database, &["--quick-only"]);
        loads.push(told["loadSeconds"].as_f64().unwrap());
        asks.push(told["querySeconds"].as_f64().unwrap());
    }
    Some((median(loads), median(asks)))
}

fn make(workspace: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = workspace.as_os_str().to_owned();
        name.push(end);
        let _ = std::fs::remove_file(name);
    }
    let setup = Setup {
        name: "Leads".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "UTC".to_owned(),
        member: "Ada".to_owned(),
        preset: Preset::Default,
    };
    Plan::create(workspace, BY, setup).unwrap();
}

/// Imports in a process of its own: how long it took, and the most memory it had.
fn import_apart(kind: &str, file: &Path, workspace: &Path) -> (f64, f64) {
    let program = std::env::current_exe().unwrap().with_file_name("throughline");
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(["import", kind, "--json", "--workspace"])
        .args([workspace, file])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0.0_f64;
    while child.try_wait().unwrap().is_none() {
        peak = peak.max(most_memory(&child).unwrap_or(0.0));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let seconds = start.elapsed().as_secs_f64();
    assert!(child.wait().unwrap().success());
    (seconds, peak)
}

/// The most memory that a process had so far, in megabytes.
fn most_memory(child: &Child) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kib| kib / 1024.0)
}

fn dashboard(workspace: &Path, duck: Duck, table: &mut Table) {
    let plan = open(workspace).unwrap();
    let ours = median_ms(RUNS, |_| (), |()| consumption(&plan, &ASKED, None).unwrap());
    let theirs = duck.map(|(_, ask)| ask * 1e3);
    let met = ours <= 16.0 && theirs.is_none_or(|theirs| theirs >= 20.0 * ours);
    let other = theirs.map_or(Other::Missing("DuckDB"), |theirs| Other::Tool("DuckDB", theirs));
    let goal = ("≤ 16 ms, ≥ 20 × faster".to_owned(), met);
    table.add(Row { what: "the gap asked for again", unit: "ms", ours: Some(ours), other, goal });
}

/// A page of key figures: counted once, then read again from what was kept.
fn figures(workspace: &Path, table: &mut Table) {
    let plan = open(workspace).unwrap();
    let query = KpiQuery { family: Some(KpiFamily::Engagement), ..KpiQuery::default() };
    let start = Instant::now();
    kpis(&plan, &query).unwrap();
    println!("    key figures of all periods counted in {:.1} s", milliseconds(start) / 1e3);
    let ours = median_ms(RUNS, |_| (), |()| kpis(&plan, &query).unwrap());
    let goal = ("≤ 16 ms".to_owned(), ours <= 16.0);
    let other = Other::None;
    table.add(Row {
        what: "key figures asked for again",
        unit: "ms",
        ours: Some(ours),
        other,
        goal,
    });
}

/// Every lead under a changed model, with what leads did besides: how all scores lie, worked out anew.
fn scores(folder: &Path, (file, rows): (&Path, u64), workspace: &Path, table: &mut Table) {
    let later = folder.join("later.csv");
    let acts = rows * MORE_ACTS.0 / MORE_ACTS.1;
    let out = BufWriter::new(File::create(&later).unwrap());
    corpus::write_acts(acts, rows, 1, out).unwrap();
    let (seconds, megabytes) = import_apart("events", &later, workspace);
    println!("    {acts} acts of theirs besides, in {seconds:.1} s with {megabytes:.0} MB at most");
    let plan = open(workspace).unwrap();
    let mut recipe = ScoringRecipe::usual();
    recipe.rules[0].points = 16;
    recipe.rules[1].points = 16;
    let ours = median_ms(RUNS, |_| (), |()| distribution(&plan, &recipe, None).unwrap()) / 1e3;
    let theirs = duck::python().map(|python| {
        let asked = ["--scores", "16", "--acts", later.to_str().unwrap()];
        let told = duck::ask(&python, file, &folder.join("scores.duckdb"), &asked);
        println!("    {} acts in all", told["acts"]);
        told["scoreSeconds"].as_f64().unwrap()
    });
    let met = theirs.is_some_and(|theirs| ours <= theirs);
    let other = theirs.map_or(Other::Missing("DuckDB"), |theirs| Other::Tool("DuckDB", theirs));
    let goal = ("≤ 1.0 ×".to_owned(), met);
    table.add(Row { what: "all leads scored anew", unit: "s", ours: Some(ours), other, goal });
}

/// A thousand more leads: into the full workspace, and into an empty one.
fn more(folder: &Path, full: &Path, table: &mut Table) {
    let empty = folder.join("empty.throughline");
    make(&empty);
    let (empty, full) = (open(&empty).unwrap(), open(full).unwrap());
    let time = |plan: &Plan, name: &str, run: usize| {
        let source = few(&format!("{name}{run}"));
        let mapping = complete_mapping(&source, None, &plan.view()).unwrap();
        let start = Instant::now();
        import(plan, BY, &source, &mapping, &|_, _| ControlFlow::Continue(())).unwrap();
        milliseconds(start)
    };
    // By turns, so that what else the machine does meets both.
    let times = |run| (time(&empty, "empty", run), time(&full, "full", run));
    let (alone, ours): (Vec<f64>, Vec<f64>) = (0..RUNS * 7).map(times).unzip();
    let (alone, ours) = (median(alone), median(ours));
    let goal = ("≤ 1.2 ×".to_owned(), ours <= 1.2 * alone);
    let other = Other::Tool("into an empty workspace", alone);
    table.add(Row { what: "1,000 more leads", unit: "ms", ours: Some(ours), other, goal });
}

/// A file of leads that nobody knows yet.
fn few(name: &str) -> FactSource {
    let rows = (0..MORE).map(|row| {
        format!("{name}.{row}@later.example,CFO,Company {row},Guide,2016-11-01 10:00:00,\n")
    });
    let text =
        format!("Email,Job Title,Company,Content,Requested,Opened\n{}", rows.collect::<String>());
    let workbooks = || Err(Error::invalid("there are no workbooks here"));
    let reader = Reader { workbooks: &workbooks, progress: &|_, _| ControlFlow::Continue(()) };
    let input = FactInput::Bytes(Arc::new(text.into_bytes()));
    FactSource::open("later.csv".to_owned(), input, None, &reader).unwrap()
}
