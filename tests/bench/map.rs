//! One edit → new coverage map, and the views beside it; `LibreOffice` Calc and the sqlite3 shell do
//! the counting part of the same job.

use std::io::sink;
use std::path::Path;

use throughline_core::coverage::{Filter, Ledger, Map};
use throughline_core::export::{Occasion, Paper, Report, document_page, pdf, workbook};
use throughline_core::model::{
    Answer, AssetFields, Importance, Millis, PersonaFields, Side, Status,
};
use throughline_tests::fixture::day;

use crate::large::{Large, STAGES, weight};
use crate::sqlite::Shell;
use crate::table::{Other, Row, Table, median_ms, note};
use crate::{calc, table};

const RUNS: usize = 21;
const GOAL: f64 = 1.0;

/// Measures the core, then the others on the same plan; `file` holds it as a workspace.
pub(crate) fn measure(mut large: Large, folder: &Path, file: &Path, table: &mut Table) {
    println!("One edit → coverage map, in core");
    let architecture = &large.plan.architecture;
    let today = day("2026-06-30");
    note("everything from nothing", median_ms(5, |_| (), |()| Ledger::new(architecture, today)));
    let mut ledger = Ledger::new(architecture, today);
    let published = published(&large, &ledger);
    let calc = calc::measure(&large, folder, &published);
    let sqlite = counted_by_sqlite(folder, file, &published);
    let ours = edits(&mut large, &mut ledger);
    views(&large, &ledger);
    reports(&ledger);
    for other in [calc, sqlite] {
        table.add(Row {
            what: "an asset published → map (core)",
            unit: "ms",
            ours: Some(ours),
            other,
            goal: (format!("≤ {GOAL} ms"), ours <= GOAL),
        });
    }
}

/// The published placements of each cell, row by row.
fn published(large: &Large, ledger: &Ledger) -> Vec<u32> {
    let map = whole(large, ledger);
    map.cells.iter().map(|cell| cell.published).collect()
}

fn whole(large: &Large, ledger: &Ledger) -> Map {
    ledger.map(large.journey, &Filter::default()).unwrap()
}

fn edit(what: &str, large: &mut Large, ledger: &mut Ledger, change: fn(&mut Large, usize)) -> f64 {
    let journey = large.journey;
    let time = median_ms(
        RUNS,
        |run| {
            change(large, run);
            (large.plan.architecture.clone(), large.plan.changes())
        },
        |(after, changed)| {
            ledger.follow(&after, &changed);
            ledger.map(journey, &Filter::default())
        },
    );
    note(what, time);
    time
}

/// The times of edits; the one that goes into the table is a publication, as the others can do it.
fn edits(large: &mut Large, ledger: &mut Ledger) -> f64 {
    edit("an answer → map", large, ledger, |large, run| {
        let placement = large.placements[run * 1_733];
        large.plan.say(placement, Side::Sales, Answer::Yes, Millis(1));
    });
    edit("a placement → map", large, ledger, |large, run| {
        large.plan.place(large.assets[run * 31], large.personas[run], large.stages[run % STAGES]);
    });
    edit("a need of all personas → map", large, ledger, |large, run| {
        large.plan.need(None, large.stages[run % STAGES], Importance::Must, "A need of all");
    });
    edit("a persona's weight → map", large, ledger, |large, run| {
        let persona = large.personas[run];
        large.plan.edit::<PersonaFields>(persona, |fields| fields.weight = weight(run + 1));
    });
    edit("an asset published → map", large, ledger, |large, run| {
        let asset = large.assets[run * 8 + 2];
        large.plan.edit::<AssetFields>(asset, |fields| fields.status = Status::Published);
    })
}

fn views(large: &Large, ledger: &Ledger) {
    let journey = large.journey;
    let (persona, stage) = (large.personas[7], large.stages[3]);
    let all = Filter::default();
    let german = Filter { languages: vec!["de".to_owned()], ..Filter::default() };
    let words = Filter { text: "ransomware".to_owned(), ..Filter::default() };
    time("a filter by language → map", || ledger.map(journey, &german));
    time("a filter by words → map", || ledger.map(journey, &words));
    time("the gaps", || ledger.gaps(journey, &all));
    time("a cell in full", || ledger.cell(persona, stage));
    time("candidates for a cell", || ledger.candidates(persona, stage, 20));
    time("the questions of sales", || ledger.questions(Side::Sales));
}

/// The report of all of it; each form should take less than two seconds.
fn reports(ledger: &Ledger) {
    let report = || Report::of(ledger, "UTC".parse().unwrap(), Occasion::default());
    note("the report put together", median_ms(3, |_| (), |()| report()));
    let report = report();
    note(
        "the report → PDF",
        median_ms(3, |_| (), |()| pdf(&report.document(), Paper::A4, &mut sink())),
    );
    note(
        "the report → page",
        median_ms(3, |_| (), |()| document_page(&report.document(), &mut sink())),
    );
    note("the report → workbook", median_ms(3, |_| (), |()| workbook(&report, &mut sink())));
}

fn time<T>(what: &str, view: impl Fn() -> T) {
    note(what, median_ms(RUNS, |_| (), |()| view()));
}

const COUNT: &str = "SELECT persona_id, stage_id, count(*) FROM placement
    JOIN asset ON asset.id = placement.asset_id WHERE status = 'published' GROUP BY 1, 2;";

/// The shell counts the published placements of every cell anew after each edit.
fn counted_by_sqlite(folder: &Path, file: &Path, published: &[u32]) -> Other {
    let copy = folder.join("counted.db");
    std::fs::copy(file, &copy).unwrap();
    let Some(mut shell) = Shell::open(&copy) else { return Other::Missing("sqlite3") };
    let sum: u32 = published.iter().sum();
    let theirs = shell.ask(&format!("SELECT sum(n) FROM ({});", named(COUNT)));
    assert_eq!(theirs, [sum.to_string()], "sqlite3 counts the same placements");
    let planned = shell.ask("SELECT id FROM asset WHERE status = 'planned';");
    shell.ask("BEGIN;");
    let time = |id: &String| {
        let publish = format!("UPDATE asset SET status = 'published' WHERE id = '{id}';");
        shell.time(&format!("{publish}\n{COUNT}"))
    };
    Other::Tool("sqlite3, GROUP BY", table::median(planned.iter().take(RUNS).map(time).collect()))
}

fn named(count: &str) -> String {
    count.trim_end_matches(';').replace("count(*)", "count(*) AS n")
}
