//! A file made to do harm is chosen: the page says so, and the window lives. A large one is read
//! beside the page, which goes on drawing, and reading it can be called off.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;
use throughline_tests::fixture::hostile::hidden_lie;
use throughline_tests::window::{Window, journey, wait};

/// The longest that a frame of the page may be held up, in milliseconds.
const HELD_UP: f64 = 100.0;

/// Keeps the longest time between two frames, from now on.
const PROBE: &str = "
window.probe = { longest: 0, frames: 0 };
let last = performance.now();
const frame = (now) => {
  window.probe.longest = Math.max(window.probe.longest, now - last);
  window.probe.frames += 1;
  last = now;
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);";

async fn choose(window: &Window, path: &Path) {
    let field = window.by_css("input[type=file]").await;
    field.send_keys(&path.to_string_lossy()).await.expect("the field takes a file");
}

/// A list of so many rows, each with a title and an address.
fn list(rows: usize) -> String {
    let mut text = "Title,URL,Format,Owner\n".to_owned();
    for at in 0..rows {
        writeln!(text, "Guide {at},https://a.example/{at},Guide,Ada").expect("text can be written");
    }
    text
}

#[test]
fn a_hostile_workbook_and_a_large_list_leave_the_window_alive() {
    journey("hostile", &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;
        window.go("#/import").await;
        window.by_role("button", "Choose a file…").await;
        let hostile = window.home().join("content.xlsx");
        std::fs::write(&hostile, hidden_lie()).unwrap();
        choose(window, &hostile).await;
        window.shows("Save the sheet as CSV and import that.").await;
        window.settle().await;
        window.assert_accessible("a workbook that could not be read").await;
        window.picture("import-hostile").await;
        assert!(!window.call("session.get", json!({})).await["open"].is_null());

        let large = window.home().join("large.csv");
        std::fs::write(&large, list(60_000)).unwrap();
        window.script(PROBE, vec![]).await;
        choose(window, &large).await;
        window.click("button", "Cancel").await;
        window.by_role("button", "Choose a file…").await;

        choose(window, &large).await;
        wait::until("the list to be read", async || {
            let shown = window.script("return document.body.innerText", vec![]).await;
            let shown = shown.as_str().unwrap_or_default().to_owned();
            shown.contains("This import adds").then_some(())
        })
        .await;
        let probe = window.script("return window.probe", vec![]).await;
        let longest = probe["longest"].as_f64().unwrap();
        assert!(longest <= HELD_UP, "a frame took {longest} ms while a list was read: {probe}");
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
