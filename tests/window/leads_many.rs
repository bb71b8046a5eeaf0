//! Many leads: a list taller than any element, and an import that is given up.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::terminal::{make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

use crate::leads::{choose, leads, on_the_leads};

/// So many rows are taller together than an element may be.
const MANY: u64 = 300_000;

fn many(folder: &Path) -> PathBuf {
    let mut text = "Email,Job Title,Content,Requested\r\n".to_owned();
    for at in 0..MANY {
        write!(text, "p{at:06}@example.com,Buyer {},Guide,2024-04-03T09:00:00Z\r\n", at % 900)
            .unwrap();
    }
    let file = folder.join("Many.csv");
    std::fs::write(&file, text).unwrap();
    file
}

/// The number and the address of the rows within the frame of the table.
const IN_SIGHT: &str = "const grid = document.querySelector('[role=grid]');
const { top, bottom } = grid.getBoundingClientRect();
return [...grid.querySelectorAll('[data-index]')].filter((row) => {
  const place = row.getBoundingClientRect();
  return place.bottom > top + 40 && place.top < bottom;
}).map((row) => [Number(row.dataset.index), row.querySelector('[data-column=\"0\"]').innerText.trim()]);";

/// Waits until rows are in sight, all of them what they should be, and says the first.
async fn first_in_sight(window: &Window) -> u64 {
    wait::until("the rows in sight", async || {
        let seen = window.script(IN_SIGHT, vec![]).await;
        let rows = seen.as_array()?;
        let is_right =
            |row: &Value| row[1] == format!("p{:06}@example.com", row[0].as_u64().unwrap());
        (rows.len() > 10 && rows.iter().all(is_right)).then(|| rows[0][0].as_u64().unwrap())
    })
    .await
}

/// A workspace with all of them.
fn with_many(folder: &Path) -> String {
    let file = folder.join("Many.throughline");
    make_sample(&file);
    let path = file.display().to_string();
    let list = many(folder).display().to_string();
    terminal(&["import", "leads", &list, "--workspace", &path]);
    path
}

#[test]
fn a_list_taller_than_any_element_shows_all_of_its_rows() {
    let folder = TempDir::new().unwrap();
    let path = with_many(folder.path());
    journey("leads-many", &[&path], async |window| {
        window.go("#/leads?sort=name").await;
        window.by_role("grid", "Leads").await;
        assert_eq!(first_in_sight(window).await, 0);
        let scroll = async |to: &str| {
            let source = format!(
                "const grid = document.querySelector('[role=grid]'); grid.scrollTop = {to};"
            );
            window.script(&source, vec![]).await;
            window.settle().await;
            first_in_sight(window).await
        };
        let half = scroll("(grid.scrollHeight - grid.clientHeight) / 2").await;
        assert!(half.abs_diff(MANY / 2) < MANY / 50, "half of the way is at {half}");
        let mut last = half;
        for _ in 0..40 {
            let next = scroll("grid.scrollTop + 360").await;
            assert!((9..=11).contains(&(next - last)), "ten rows on from {last} is {next}");
            last = next;
        }
        let end = scroll("grid.scrollHeight").await;
        assert!(end > MANY - 40, "the end is at {end}");
        assert_eq!(scroll("0").await, 0);
        window.script("document.querySelector('[role=grid]').focus()", vec![]).await;
        window.press("Control+ArrowDown").await;
        wait::until("the last row", async || {
            (first_in_sight(window).await > MANY - 40).then_some(())
        })
        .await;
        window.press("Enter").await;
        window.by_role("heading", "p299999@example.com").await;
    });
}

#[test]
fn an_import_of_leads_that_is_cancelled_leaves_nothing() {
    on_the_leads("leads-cancel", async |window| {
        let file = many(window.home());
        window.click("button", "Import leads…").await;
        choose(window, &file).await;
        window.shows("Leads, and what they requested.").await;
        window.click("button", "Import leads").await;
        window.shows("/s").await;
        window.picture("leads-running").await;
        window.click("button", "Cancel").await;
        window.by_role("heading", "Columns").await;
        assert_eq!(window.call("batch.list", json!({})).await, json!([]));
        window.click("button", "Start over").await;
        window.by_role("heading", "Drag a file of leads, deals or counts onto this place").await;
        let dropped: &[u8] =
            b"Email,Content,Opened\r\na@example.com,Guide,2024-04-03T09:00:00Z\r\n";
        window.script(crate::import::DROP, vec![json!("Few.csv"), json!(dropped)]).await;
        window.shows("Leads, and what they opened.").await;
        window.shows("Nothing says when content was requested").await;
        assert_eq!(leads(window).await, 0);
    });
}
