//! One edit → new coverage map, and the views beside it, at the size of quality.md section 4:
//! 10,000 assets, 40,000 placements, 50 × 12 cells. Medians of 21 runs.
#![allow(clippy::print_stdout, reason = "a bench prints its table")]

use std::hint::black_box;
use std::time::{Duration, Instant};
use throughline_core::coverage::{Filter, Ledger};
use throughline_core::id::{AssetId, JourneyId, PersonaId, PlacementId, StageId};
use throughline_core::model::{
    Answer, AssetFields, Importance, Millis, PersonaFields, Phase, Side, Status, Word,
};
use throughline_tests::fixture::{Sketch, day};

const ASSETS: usize = 10_000;
const PERSONAS: usize = 50;
const STAGES: usize = 12;
const RUNS: usize = 21;

struct Large {
    plan: Sketch,
    journey: JourneyId,
    personas: Vec<PersonaId>,
    stages: Vec<StageId>,
    assets: Vec<AssetId>,
    placements: Vec<PlacementId>,
}

/// Each asset at four cells, spread so that every cell has its share.
fn large() -> Large {
    let mut plan = Sketch::new();
    let personas: Vec<_> =
        (0..PERSONAS).map(|at| plan.persona(&format!("Persona {at}"), weight(at))).collect();
    let journey = plan.journey("New business");
    let stages: Vec<_> = (0..STAGES)
        .map(|at| plan.stage(journey, &format!("Stage {at}"), Phase::ALL[at / 4]))
        .collect();
    let formats: Vec<_> =
        [Some(365), Some(730), None].map(|days| plan.format("Format", days)).to_vec();
    let assets: Vec<_> = (0..ASSETS)
        .map(|at| {
            let mut asset =
                AssetFields::titled(format!("Asset {at}"), Status::ALL[[3, 3, 3, 0, 2][at % 5]]);
            asset.format_id = Some(formats[at % 3]);
            asset.published_on = Some(day("2024-01-01") + chrono::Days::new(at as u64 % 900));
            ["en", "de"][at % 2].clone_into(&mut asset.language);
            plan.add(asset)
        })
        .collect();
    let mut placements = Vec::new();
    for (at, asset) in assets.iter().enumerate() {
        for nth in 0..4 {
            let cell = (at * 7 + nth * 151) % (PERSONAS * STAGES);
            let placement = plan.place(*asset, personas[cell / STAGES], stages[cell % STAGES]);
            plan.say(placement, Side::Marketing, Answer::ALL[at % 4], Millis(0));
            placements.push(placement);
        }
    }
    for at in 0..300 {
        plan.need(Some(personas[at % PERSONAS]), stages[at % STAGES], Importance::Must, "A need");
    }
    plan.changes();
    Large { plan, journey, personas, stages, assets, placements }
}

fn weight(at: usize) -> u8 {
    [1, 2, 3, 4, 5][at % 5]
}

/// The median time of a step that is prepared anew for each run.
fn median<T>(mut prepare: impl FnMut(usize) -> T, mut step: impl FnMut(T)) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|run| {
            let prepared = prepare(run);
            let start = Instant::now();
            step(prepared);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn line(what: &str, time: Duration) {
    println!("{what:<52} {:>9.3} ms", time.as_secs_f64() * 1_000.0);
}

fn edit(what: &str, large: &mut Large, ledger: &mut Ledger, change: impl Fn(&mut Large, usize)) {
    let journey = large.journey;
    let time = median(
        |run| {
            change(large, run);
            (large.plan.architecture.clone(), large.plan.changes())
        },
        |(after, changed)| {
            ledger.follow(&after, &changed);
            black_box(ledger.map(journey, &Filter::default()));
        },
    );
    line(what, time);
}

fn main() {
    let mut large = large();
    let today = day("2026-06-30");
    let fresh = median(|_| (), |()| drop(black_box(Ledger::new(&large.plan.architecture, today))));
    line("everything from nothing", fresh);
    let mut ledger = Ledger::new(&large.plan.architecture, today);
    edit("an answer → map", &mut large, &mut ledger, |large, run| {
        let placement = large.placements[run * 1_733];
        large.plan.say(placement, Side::Sales, Answer::Yes, Millis(1));
    });
    edit("a placement → map", &mut large, &mut ledger, |large, run| {
        large.plan.place(large.assets[run * 31], large.personas[run], large.stages[run % STAGES]);
    });
    edit("an asset published → map", &mut large, &mut ledger, |large, run| {
        let asset = large.assets[run * 5 + 3];
        large.plan.edit::<AssetFields>(asset, |fields| fields.status = Status::Published);
    });
    edit("a need of all personas → map", &mut large, &mut ledger, |large, run| {
        large.plan.need(None, large.stages[run % STAGES], Importance::Must, "A need of all");
    });
    edit("a persona's weight → map", &mut large, &mut ledger, |large, run| {
        let persona = large.personas[run];
        large.plan.edit::<PersonaFields>(persona, |fields| fields.weight = weight(run + 1));
    });
    let journey = large.journey;
    let german = Filter { languages: vec!["de".to_owned()], ..Filter::default() };
    line("a filter → map", median(|_| (), |()| drop(black_box(ledger.map(journey, &german)))));
    let all = Filter::default();
    line("the gaps", median(|_| (), |()| drop(black_box(ledger.gaps(journey, &all)))));
    line("a cell in full", {
        median(|_| (), |()| drop(black_box(ledger.cell(large.personas[7], large.stages[3]))))
    });
    line("candidates for a cell", {
        median(
            |_| (),
            |()| drop(black_box(ledger.candidates(large.personas[7], large.stages[3], 20))),
        )
    });
    line("the questions of sales", {
        median(|_| (), |()| drop(black_box(ledger.questions(Side::Sales))))
    });
}
