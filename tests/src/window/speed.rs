//! What the window costs: time to start, frames, memory.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Window, wait};

/// Scrolls an element by so many pixels a frame and keeps the time between frames.
const SCROLL: &str = r"
const [selector, step, frames] = arguments;
const box = document.querySelector(selector);
const times = [];
let last = null, blank = 0;
window.scrolled = null;
box.scrollTop = 0;
const frame = (now) => {
  if (last !== null) times.push(now - last);
  last = now;
  blank += box.querySelectorAll('[role=row]').length < 5 ? 1 : 0;
  box.scrollTop += step;
  if (times.length < frames) requestAnimationFrame(frame);
  else window.scrolled = { times, blank, top: box.scrollTop };
};
requestAnimationFrame(frame);";

/// A frame at 60 Hz.
const FRAME: Duration = Duration::from_micros(16_667);

/// When a mark of the page was set, in milliseconds since 1970.
const MARKED: &str = r"
const [mark] = performance.getEntriesByName(arguments[0]);
return mark === undefined ? null : performance.timeOrigin + mark.startTime";

/// The frames of a scroll.
#[derive(Debug)]
pub struct Frames {
    times: Vec<f64>,
    /// How many of them showed no rows.
    pub blank: u64,
}

impl Frames {
    fn of(seen: &Value) -> Self {
        let times = seen["times"].as_array().into_iter().flatten().filter_map(Value::as_f64);
        let mut times: Vec<f64> = times.collect();
        times.sort_by(f64::total_cmp);
        Self { times, blank: seen["blank"].as_u64().unwrap_or_default() }
    }

    /// The frame in the middle, in milliseconds.
    pub fn median(&self) -> f64 {
        self.times.get(self.times.len() / 2).copied().unwrap_or_default()
    }

    /// The longest frame, in milliseconds.
    pub fn longest(&self) -> f64 {
        self.times.last().copied().unwrap_or_default()
    }

    /// How many of a hundred frames are shorter than so many milliseconds.
    pub fn percent_under(&self, limit: f64) -> f64 {
        let under = self.times.partition_point(|time| *time < limit);
        let part = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        100.0 * part(under) / part(self.times.len().max(1))
    }
}

impl Window {
    /// Scrolls the first element a selector finds by `step` pixels a frame.
    pub async fn scroll(&self, selector: &str, step: u32, frames: u32) -> Frames {
        self.script(SCROLL, vec![json!(selector), json!(step), json!(frames)]).await;
        // Looking at the page from outside takes its time too: nobody looks before it can be done.
        tokio::time::sleep(FRAME * frames).await;
        let seen = wait::until("the end of the scroll", async || {
            let seen = self.script("return window.scrolled", vec![]).await;
            (!seen.is_null()).then_some(seen)
        });
        Frames::of(&seen.await)
    }

    /// Milliseconds from the start of the program to a mark that its page has set.
    pub async fn from_start_to(&self, mark: &str) -> f64 {
        let marked = wait::until(&format!("the mark {mark}"), async || {
            self.script(MARKED, vec![json!(mark)]).await.as_f64()
        })
        .await;
        marked - self.driver.launched_at()
    }

    /// Megabytes of memory of all processes of the program; shared pages are split among those
    /// that share them.
    pub fn memory(&self) -> f64 {
        self.driver.offspring().into_iter().map(proportional_kilobytes).sum::<f64>() / 1_000.0
    }
}

/// Every process with its parent.
pub(super) fn parents() -> Vec<(u32, u32)> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id| Some((id, parent(id)?))).collect()
}

/// The name of a program stands in brackets and may hold anything; the parent is the second field
/// after it.
fn parent(id: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()
}

fn proportional_kilobytes(id: u32) -> f64 {
    let rollup = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kibibytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kibibytes.unwrap_or_default() * 1.024
}
