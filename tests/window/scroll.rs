//! A table of 10,000 rows shows whatever part of it is wanted, and never holds more than that.
//! How long its frames take is measured with the benches.

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::fixture::library::library;
use throughline_tests::fixture::save;
use throughline_tests::window::{Window, journey, wait};

const ROWS: u64 = 10_000;

/// More than fit on the screen, far fewer than there are.
const DRAWN: usize = 80;

const SCROLL: &str = "const grid = document.querySelector('[role=grid]');
const row = parseFloat(getComputedStyle(grid.querySelector('[data-row-id]')).height);
grid.scrollTop = arguments[0] * row;";

/// The number and the title of every row that is drawn within the frame of the table.
const IN_SIGHT: &str = "const grid = document.querySelector('[role=grid]');
const { top, bottom } = grid.getBoundingClientRect();
return [...grid.querySelectorAll('[data-index]')].filter((row) => {
  const place = row.getBoundingClientRect();
  return place.bottom > top + 40 && place.top < bottom;
}).map((row) => [Number(row.dataset.index),
  row.querySelector('[data-column=\"0\"]').innerText.trim().split('\\n')[0]]);";

const HOLD: &str = "window.held = [...document.querySelectorAll('[data-row-id]')];";
const STILL_DRAWN: &str = "return window.held.filter((row) => row.isConnected).length";

async fn in_sight(window: &Window) -> Vec<(u64, String)> {
    let seen = window.script(IN_SIGHT, vec![]).await;
    let rows = seen.as_array().map(Vec::as_slice).unwrap_or_default();
    let pair = |row: &Value| Some((row[0].as_u64()?, row[1].as_str()?.to_owned()));
    rows.iter().filter_map(pair).collect()
}

/// Waits until `at` is in sight and every row in sight has the title that core gives its place.
async fn shows_rows_around(window: &Window, at: u64) {
    let first = at.saturating_sub(60);
    let list = window.call("asset.list", json!({ "offset": first, "limit": 120 })).await;
    let title = |row: u64| {
        let place = usize::try_from(row - first).unwrap();
        list["rows"][place]["asset"]["title"].as_str().unwrap_or_default().to_owned()
    };
    wait::until(&format!("row {at} and those around it"), async || {
        let rows = in_sight(window).await;
        let is_there = rows.iter().any(|(row, _)| *row == at);
        let are_right = rows.len() > 10 && rows.iter().all(|(row, shown)| *shown == title(*row));
        (is_there && are_right).then_some(())
    })
    .await;
    let drawn = window.script("return document.querySelectorAll('[data-index]').length", vec![]);
    assert!(drawn.await.as_u64().unwrap() < DRAWN as u64, "rows out of sight are drawn");
}

async fn drawn_still(window: &Window) -> u64 {
    window.script(STILL_DRAWN, vec![]).await.as_u64().unwrap()
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
        for at in [0, 140, 5_000, 9_975, 2_345, 0] {
            window.script(SCROLL, vec![json!(at)]).await;
            shows_rows_around(window, at).await;
        }
        // One row further, one row is new: those that stay are not drawn again.
        window.script(SCROLL, vec![json!(100)]).await;
        shows_rows_around(window, 100).await;
        window.script(HOLD, vec![]).await;
        let held = drawn_still(window).await;
        window.script(SCROLL, vec![json!(101)]).await;
        shows_rows_around(window, 101).await;
        assert!(drawn_still(window).await + 2 >= held, "rows that stay are made anew");
        window.script("document.querySelector('[role=grid]').focus()", vec![]).await;
        window.press("Control+ArrowDown").await;
        shows_rows_around(window, ROWS - 1).await;
        window.press("PageUp").await;
        window.press("Control+ArrowUp").await;
        shows_rows_around(window, 0).await;
        window.picture("scrolled").await;
    });
}
