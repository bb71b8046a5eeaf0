//! A table of 10,000 rows scrolls like one of ten.
#![allow(clippy::print_stderr, reason = "a measurement shows its figures")]

use serde_json::json;
use tempfile::TempDir;
use throughline_tests::fixture::library::library;
use throughline_tests::fixture::save;
use throughline_tests::window::{Window, journey, wait};

const FRAMES: usize = 600;

/// Scrolls by so many pixels a frame and keeps the time between frames.
const SCROLL: &str = r"
const [step, frames] = arguments;
const grid = document.querySelector('[role=grid]');
const times = [];
let last = null, blank = 0;
window.scrolled = null;
grid.scrollTop = 0;
const frame = (now) => {
  if (last !== null) times.push(now - last);
  last = now;
  blank += grid.querySelectorAll('[role=row]').length < 5 ? 1 : 0;
  grid.scrollTop += step;
  if (times.length < frames) requestAnimationFrame(frame);
  else window.scrolled = { times, blank, top: grid.scrollTop };
};
requestAnimationFrame(frame);";

struct Frames {
    median: f64,
    longest: f64,
    /// The share under 17 ms and under 33 ms, in percent.
    under_17: f64,
    under_33: f64,
}

async fn scroll(window: &Window, step: u32) -> Frames {
    window.script(SCROLL, vec![json!(step), json!(FRAMES)]).await;
    let seen = wait::until("the end of the scroll", async || {
        let seen = window.script("return window.scrolled", vec![]).await;
        (!seen.is_null()).then_some(seen)
    });
    let seen = seen.await;
    assert_eq!(seen["blank"], 0, "frames without rows");
    let mut times: Vec<f64> =
        seen["times"].as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    let share = |limit: f64| {
        let under = times.iter().filter(|time| **time < limit).count();
        100.0 * f64::from(u32::try_from(under).unwrap()) / f64::from(u32::try_from(FRAMES).unwrap())
    };
    Frames {
        median: times[FRAMES / 2],
        longest: times[FRAMES - 1],
        under_17: share(17.0),
        under_33: share(33.5),
    }
}

#[test]
fn ten_thousand_rows_scroll_like_ten() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Large.throughline");
    save(&library(10_000).plan.architecture, &file);
    journey("scroll", &[&file.display().to_string()], async |window| {
        window.go("#/assets").await;
        window.shows("in all").await;
        let grid = window.by_role("grid", "Assets").await;
        assert_eq!(grid.attr("aria-rowcount").await.unwrap().as_deref(), Some("10001"));
        window.settle().await;
        for step in [36, 120, 600] {
            let Frames { median, longest, under_17, under_33 } = scroll(window, step).await;
            eprintln!(
                "{step} px a frame: median {median:.1} ms, longest {longest:.1} ms, \
                 {under_17:.1}% under 17 ms, {under_33:.1}% under 33 ms"
            );
            // A machine that builds beside it skips frames; a table that draws every row stands still.
            assert!(median < 34.0 && under_33 > 50.0, "{step} px a frame stutters");
        }
        window.picture("scrolled").await;
    });
}
