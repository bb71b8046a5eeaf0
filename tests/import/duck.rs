//! The consumption gap of a large file beside `DuckDB`'s: every figure of every segment.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write as _};

use serde_json::Value;
use throughline_core::consumption::{Consumption, Quantile};
use throughline_core::demand::{GapDimension, consumption, distribution};
use throughline_core::import::facts::FactInput;
use throughline_core::model::ScoringRecipe;
use throughline_tests::{corpus, duck};

use crate::leads::{Workspace, source};
use crate::northwind::BY;

const ROWS: u64 = 200_000;

#[test]
fn every_figure_of_two_hundred_thousand_requests_is_that_of_duckdb() {
    let Some(python) = duck::python() else {
        let _ = writeln!(std::io::stderr(), "skipped: no DuckDB");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("corpus.csv");
    corpus::write(ROWS, 7, BufWriter::new(File::create(&file).unwrap())).unwrap();
    let theirs = duck::ask(&python, &file, &folder.path().join("duck.db"), &["--exact-only"]);

    let workspace = Workspace::new();
    let source = source(FactInput::File(file)).unwrap();
    let view = workspace.plan.view();
    let mapping = throughline_core::import::facts::complete_mapping(&source, None, &view).unwrap();
    let go_on = |_, _| std::ops::ControlFlow::Continue(());
    throughline_core::import::facts::import(&workspace.plan, BY, &source, &mapping, &go_on)
        .unwrap();
    let by = [GapDimension::Industry, GapDimension::Level];
    let ours = consumption(&workspace.plan, &by, None).unwrap();

    let mut known: BTreeMap<Vec<String>, &Consumption> =
        ours.figures.segments.iter().map(|one| (one.segment.clone(), &one.figures)).collect();
    let mut negative = 0;
    for segment in theirs["segments"].as_array().unwrap() {
        let name = |field: &str| segment[field].as_str().unwrap().to_owned();
        let key = vec![name("industry"), name("level")];
        negative += segment["negative"].as_u64().unwrap();
        match known.remove(&key) {
            Some(figures) => same(&key, segment, figures),
            None => assert_eq!(segment["n"], 0, "{key:?}"),
        }
    }
    assert!(known.is_empty(), "segments that DuckDB has not: {:?}", known.keys());
    assert_eq!(negative, u64::try_from(ours.figures.negative).unwrap());
    assert!(negative > 0 && ours.figures.segments.len() > 120);
}

#[test]
fn the_scores_of_two_hundred_thousand_requests_lie_as_duckdb_says() {
    let Some(python) = duck::python() else {
        let _ = writeln!(std::io::stderr(), "skipped: no DuckDB");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("corpus.csv");
    corpus::write(ROWS, 11, BufWriter::new(File::create(&file).unwrap())).unwrap();
    let later = folder.path().join("later.csv");
    corpus::write_acts(ROWS, ROWS, 11, BufWriter::new(File::create(&later).unwrap())).unwrap();
    let asked = ["--exact-only", "--scores", "15", "--acts", later.to_str().unwrap()];
    let theirs = duck::ask(&python, &file, &folder.path().join("duck.db"), &asked);
    let workspace = Workspace::new();
    let mut events = 0;
    for file in [file, later] {
        let source = source(FactInput::File(file)).unwrap();
        events += crate::leads::take(&workspace.plan, &source, &[]).unwrap().tally.events;
    }
    assert_eq!(theirs["acts"], events);
    let ours = distribution(&workspace.plan, &ScoringRecipe::usual(), None).unwrap();
    let bins = theirs["bins"].as_array().unwrap();
    let (mut zero, mut drawn) = (0, 0);
    for bin in bins {
        let at = usize::try_from(bin["bin"].as_i64().unwrap()).unwrap();
        let (leads, none) = (bin["leads"].as_u64().unwrap(), bin["zero"].as_u64().unwrap());
        assert_eq!(ours.bins[at].leads, leads - none, "scores from {}", ours.bins[at].from);
        zero += none;
        drawn += leads - none;
    }
    assert_eq!((ours.at_zero, ours.leads), (zero, zero + drawn));
    assert!(bins.len() > 10, "{bins:?}");
}

fn same(key: &[String], theirs: &Value, ours: &Consumption) {
    let number = |field: &str| theirs[field].as_f64();
    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9 * a.abs().max(1.0),
        (a, b) => a.is_none() && b.is_none(),
    };
    let count = |field: &str| usize::try_from(theirs[field].as_u64().unwrap()).unwrap();
    assert_eq!((count("n"), count("opened")), (ours.n, ours.opened), "{key:?}");
    let seconds = |quantile: Quantile| match quantile {
        Quantile::Reached { hours } => Some(hours * 3_600.0),
        Quantile::NoData | Quantile::NotReached => None,
    };
    assert!(close(number("within24h"), ours.within_24h), "{key:?} {theirs} {ours:?}");
    assert!(close(number("meanHours"), ours.mean_hours), "{key:?} {theirs} {ours:?}");
    assert!(
        close(number("medianSeconds"), seconds(ours.median_hours)),
        "{key:?} {theirs} {ours:?}"
    );
    assert!(close(number("p90Seconds"), seconds(ours.p90_hours)), "{key:?} {theirs} {ours:?}");
    let wait = ours.recommended_wait_hours.map(f64::from);
    assert!(close(number("waitHours"), wait), "{key:?} {theirs} {ours:?}");
}
