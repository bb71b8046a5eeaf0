//! From the key that answers a deal check to the frame that shows the cell changed.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use throughline_tests::window::{Window, wait};

use crate::table::{Other, Row, Table, median, note};

const GOAL: f64 = 16.0;
const RUNS: usize = 11;
const UNWATCHED: Duration = Duration::from_millis(500);

/// Notes when a key goes down, and when the frame with the changed cell has been painted.
const WATCH: &str = r"
const cell = document.querySelector(arguments[0]);
window.painted = null;
let pressed = null;
const onKey = () => { pressed ??= performance.now(); };
addEventListener('keydown', onKey, { capture: true });
new MutationObserver((_, observer) => {
  observer.disconnect();
  removeEventListener('keydown', onKey, { capture: true });
  const changed = performance.now() - pressed;
  requestAnimationFrame(() => setTimeout(() => {
    window.painted = { changed, painted: performance.now() - pressed };
  }));
}).observe(cell, { subtree: true, childList: true, characterData: true, attributes: true });";

const FOCUS: &str = r"
const key = document.querySelector('aside fieldset button:not([disabled])');
key?.focus();
return key !== null && document.activeElement === key";

/// Answers in the rail, again and again, with the map beside it.
pub(crate) async fn measure(file: &Path, table: &mut Table) {
    println!("One edit → the screen");
    let window = Window::open(&[file.display().to_string()]).await;
    let map = window.call("coverage.map", json!({})).await;
    let (persona, stage) = (text(&map["personas"][7]["id"]), text(&map["stages"][3]["id"]));
    window.go(&format!("#/architecture?mode=verdicts&persona={persona}&stage={stage}")).await;
    let (nth, is_yes) = published(&window, persona, stage).await;
    let row = format!("aside ul[aria-label='Placed here'] > li:nth-child({nth}) button");
    window.by_css(&row).await.click().await.unwrap();
    let cell = format!("[role=gridcell][data-persona='{persona}'][data-stage='{stage}']");
    let (mut changed, mut painted) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let seen = answer(&window, &cell, ["y", "n"][(run + usize::from(is_yes)) % 2]).await;
        // The first one warms up what the others find warm.
        if run > 0 {
            changed.push(seen["changed"].as_f64().unwrap());
            painted.push(seen["painted"].as_f64().unwrap());
        }
    }
    window.close().await;
    note("until the page has the change", median(changed));
    let ours = median(painted);
    table.add(Row {
        what: "an answer → painted on the map",
        unit: "ms",
        ours: Some(ours),
        other: Other::None,
        goal: (format!("≤ {GOAL} ms"), ours <= GOAL),
    });
}

/// The first placement of a cell that counts, from 1, and whether its answer is yes already.
async fn published(window: &Window, persona: &str, stage: &str) -> (usize, bool) {
    let at = json!({ "cell": { "personaId": persona, "stageId": stage } });
    let view = window.call("cell.get", at).await;
    let mut placements = view["detail"]["placements"].as_array().unwrap().iter().enumerate();
    let counts = |one: &Value| one["asset"]["status"] == "published";
    let (at, one) = placements.find(|(_, one)| counts(one)).unwrap();
    (at + 1, one["check"]["effective"] == "yes")
}

async fn answer(window: &Window, cell: &str, key: &str) -> Value {
    wait::until("the answers to take keys", async || {
        (window.script(FOCUS, vec![]).await == true).then_some(())
    })
    .await;
    window.settle().await;
    window.script(WATCH, vec![json!(cell)]).await;
    window.press(key).await;
    // Looking at the page from outside takes its time too, so nobody looks while it is measured.
    tokio::time::sleep(UNWATCHED).await;
    wait::until("the cell to change", async || {
        let seen = window.script("return window.painted", vec![]).await;
        (!seen.is_null()).then_some(seen)
    })
    .await
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
