//! Scrolling the asset table; beside it a bare page with as many plain rows.

use std::path::Path;

use serde_json::json;
use throughline_tests::window::{Frames, Window};

use crate::large::ASSETS;
use crate::start::bare;
use crate::table::{Other, Row, Table, median};

/// Three notches of a wheel a frame.
const STEP: u32 = 120;
const FRAMES: u32 = 120;
const RUNS: usize = 5;
/// The page's clock knows whole milliseconds only, and a frame at 60 Hz takes 16 or 17 of them.
const SHORT: f64 = 17.5;
const LONG: f64 = 33.5;

const PLAIN_ROWS: &str = r"
const box = document.createElement('div');
box.id = 'rows';
box.style.cssText = 'position: fixed; inset: 0; overflow: auto; font: 13px sans-serif';
box.innerHTML = Array.from({ length: arguments[0] }, (_, at) =>
  `<div role=row style='display: flex; gap: 1rem; height: 36px'>`
  + `<span>Asset ${at}</span><span>Article</span><span>published</span></div>`).join('');
document.body.append(box);";

struct Scrolled {
    median: f64,
    longest: f64,
    short: f64,
    stalled: f64,
}

/// Scrolls both, and holds ours to the goal.
pub(crate) async fn measure(file: &Path, table: &mut Table) {
    println!("Scrolling {ASSETS} rows");
    let ours = Window::open(&[file.display().to_string()]).await;
    ours.go("#/assets").await;
    ours.by_css("[role=grid][aria-rowcount='10001']").await;
    let own = scroll(&ours, "[role=grid]").await;
    ours.close().await;
    let plain = Window::open_program(&bare(), &[]).await;
    plain.script(PLAIN_ROWS, vec![json!(ASSETS)]).await;
    let other = scroll(&plain, "#rows").await;
    plain.close().await;
    for (whose, one) in [("ours", &own), ("plain rows", &other)] {
        let Scrolled { median, longest, short, stalled } = one;
        println!(
            "    {whose}: median frame {median:.0} ms, longest {longest:.0} ms, {short:.1} % under \
             17 ms, {stalled:.1} % over 33 ms"
        );
    }
    table.add(Row {
        what: "scrolling: frames under 17 ms",
        unit: "%",
        ours: Some(own.short),
        other: Other::Tool("plain rows in a bare window", other.short),
        goal: ("≥ 95 %".to_owned(), own.short >= 95.0),
    });
    table.add(Row {
        what: "scrolling: longest frame",
        unit: "ms",
        ours: Some(own.longest),
        other: Other::Tool("plain rows in a bare window", other.longest),
        goal: ("≤ 33 ms".to_owned(), own.longest < LONG),
    });
}

/// The medians of some scrolls.
async fn scroll(window: &Window, selector: &str) -> Scrolled {
    window.settle().await;
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let frames = window.scroll(selector, STEP, FRAMES).await;
        assert_eq!(frames.blank, 0, "frames without rows");
        runs.push(frames);
    }
    let of = |figure: fn(&Frames) -> f64| median(runs.iter().map(figure).collect());
    Scrolled {
        median: of(Frames::median),
        longest: of(Frames::longest),
        short: of(|frames| frames.percent_under(SHORT)),
        stalled: of(|frames| 100.0 - frames.percent_under(LONG)),
    }
}
