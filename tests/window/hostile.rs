//! A file made to do harm is chosen: the page says so, and the window lives. A large one is read
//! beside the page, which goes on drawing, and reading it can be called off.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use throughline_tests::fixture::hostile::hidden_lie;
use throughline_tests::window::{Window, journey};

/// The longest that a frame of the page may be held up, in milliseconds.
const HELD_UP: f64 = 100.0;

/// So often the list is read before the page is said to be held up. On a machine that is busy with
/// something else a frame is late now and then; what the page does itself holds it up every time.
const READINGS: usize = 6;

/// When a list of three thousand rows should have been read, whatever else the machine does.
const READ: Duration = Duration::from_secs(90);

/// Keeps the longest time between two frames for as long as a file is read.
const PROBE: &str = "
window.probe = { longest: 0, frames: 0 };
let last = performance.now();
let was = false;
const frame = (now) => {
  const is = document.querySelector('[role=progressbar]') !== null;
  if (is && was) window.probe.longest = Math.max(window.probe.longest, now - last);
  window.probe.frames += is ? 1 : 0;
  [last, was] = [now, is];
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);";

async fn choose(window: &Window, path: &Path) {
    let field = window.by_css("input[type=file]").await;
    field.send_keys(&path.to_string_lossy()).await.expect("the field takes a file");
}

/// A list of so many rows, each with a title, an address and so many letters of notes.
fn list(rows: usize, letters: usize) -> String {
    let mut text = "Title,URL,Format,Owner,Notes\n".to_owned();
    let notes = "n".repeat(letters);
    for at in 0..rows {
        writeln!(text, "Guide {at},https://a.example/{at},Guide,Ada,{notes}")
            .expect("text can be written");
    }
    text
}

/// Reads a list up to its preview and goes back; the longest frame meanwhile, in milliseconds.
async fn longest_frame(window: &Window, large: &Path) -> f64 {
    window.script("window.probe.longest = window.probe.frames = 0", vec![]).await;
    choose(window, large).await;
    let end = Instant::now() + READ;
    let read = "return document.body.innerText.includes('This import adds')";
    while window.script(read, vec![]).await != true {
        assert!(Instant::now() < end, "the list is not read after {READ:?}");
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    let probe = window.script("return window.probe", vec![]).await;
    assert!(probe["frames"].as_u64().unwrap() > 10, "the file was not read beside the page");
    window.click("button", "Start over").await;
    window.by_role("button", "Choose a file…").await;
    probe["longest"].as_f64().unwrap()
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
        window.shows("a list of content can be saved as CSV too.").await;
        window.settle().await;
        window.assert_accessible("a workbook that could not be read").await;
        window.picture("import-hostile").await;
        assert!(!window.call("session.get", json!({})).await["open"].is_null());

        let (larger, large) = (window.home().join("larger.csv"), window.home().join("large.csv"));
        std::fs::write(&larger, list(200_000, 0)).unwrap();
        std::fs::write(&large, list(3_000, 1_000)).unwrap();
        choose(window, &larger).await;
        window.click("button", "Cancel").await;
        window.by_role("button", "Choose a file…").await;

        window.script(PROBE, vec![]).await;
        let mut longest = f64::INFINITY;
        for _ in 0..READINGS {
            longest = longest.min(longest_frame(window, &large).await);
            if longest <= HELD_UP {
                break;
            }
        }
        assert!(longest <= HELD_UP, "a frame took {longest} ms");
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
