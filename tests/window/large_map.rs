//! A map of 50 personas and 12 stages is moved through like a small one, and never holds more rows
//! than can be seen. How long its frames take is measured with the benches.

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_core::model::{Phase, Status, Word};
use throughline_tests::fixture::{Sketch, save};
use throughline_tests::window::{Window, journey, wait};

const PERSONAS: usize = 50;
const STAGES: usize = 12;
/// More than fit on the screen, far fewer than there are.
const DRAWN: u64 = 25;

/// The row and column of the focus in the map, and whether all of it is between the frozen parts.
const FOCUS: &str = "const cell = document.activeElement;
const row = cell.closest('[data-row]');
if (row === null) return null;
const grid = row.closest('[role=grid]');
const [head] = grid.querySelectorAll('[role=row]');
const foot = [...grid.querySelectorAll('[role=row]')].at(-1);
const box = cell.getBoundingClientRect();
const frame = grid.parentElement.getBoundingClientRect();
const isSeen = box.top >= head.getBoundingClientRect().bottom - 1
  && box.bottom <= foot.getBoundingClientRect().top + 1
  && box.left >= frame.left && box.right <= frame.right;
return [Number(row.dataset.row), [...row.children].indexOf(cell), isSeen];";
const DRAWN_ROWS: &str = "return document.querySelectorAll('[data-row]').length";
/// Rows between the frozen parts, and how many have their place there.
const IN_SIGHT: &str = "const grid = document.querySelector('[role=grid]');
const rows = [...grid.querySelectorAll('[role=row]')].map((row) => row.getBoundingClientRect());
const [top, bottom] = [rows[0].bottom, rows.at(-1).top];
const seen = rows.slice(1, -1).filter((row) => row.bottom > top && row.top < bottom);
return [seen.length, Math.floor((bottom - top) / seen[0].height)];";

const SELECTED: &str =
    "const cell = document.querySelector(\"[role=gridcell][aria-selected='true']\");
const foot = [...document.querySelectorAll('[role=grid] [role=row]')].at(-1);
return cell !== null && cell.getBoundingClientRect().bottom <= foot.getBoundingClientRect().top";

/// Everybody but the first persona weighs 1 and has nothing; the last one has nothing either and
/// comes last among the gaps.
fn plan() -> Sketch {
    let mut plan = Sketch::new();
    let journey = plan.journey("New business");
    let stages: Vec<_> = (0..STAGES)
        .map(|at| plan.stage(journey, &format!("Stage {at}"), Phase::ALL[at / 4]))
        .collect();
    let asset = plan.asset("Payback in a year", Status::Published);
    for at in 0..PERSONAS {
        let persona = plan.persona(&format!("Persona {at}"), if at == 0 { 5 } else { 1 });
        if at == 0 {
            plan.place(asset, persona, stages[0]);
        }
    }
    plan
}

async fn focus_is_at(window: &Window, row: usize, column: usize) {
    let wanted = json!([row, column, true]);
    wait::until(&format!("the focus at row {row}, column {column}"), async || {
        (window.script(FOCUS, vec![]).await == wanted).then_some(())
    })
    .await;
    let drawn: Value = window.script(DRAWN_ROWS, vec![]).await;
    assert!(drawn.as_u64().is_some_and(|rows| rows < DRAWN), "{drawn} rows are drawn");
}

/// The same after a key: what has come into sight is drawn with the move, not a frame later.
async fn key_leads_to(window: &Window, row: usize, column: usize) {
    focus_is_at(window, row, column).await;
    let seen = window.script(IN_SIGHT, vec![]).await;
    assert!(seen[0].as_u64() >= seen[1].as_u64(), "rows in sight, places for them: {seen}");
}

#[test]
fn fifty_personas_are_moved_through_by_keys() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Large.throughline");
    save(&plan().architecture, &file);
    journey("large-map", &[&file.display().to_string()], async |window| {
        window.go("#/architecture?mode=state").await;
        let grid = window.by_role("grid", "Coverage").await;
        assert_eq!(grid.attr("aria-rowcount").await.unwrap().as_deref(), Some("52"));
        window.script("document.querySelector('[role=gridcell][data-stop]').focus()", vec![]).await;
        focus_is_at(window, 0, 1).await;
        window.press("Control+End").await;
        key_leads_to(window, PERSONAS - 1, STAGES).await;
        window.press("PageUp").await;
        key_leads_to(window, PERSONAS - 9, STAGES).await;
        window.press("ArrowDown").await;
        key_leads_to(window, PERSONAS - 8, STAGES).await;
        window.picture("large-map-end").await;
        window.press("Control+Home").await;
        key_leads_to(window, 0, 0).await;
        // Tab leads back to where it left, even when that has scrolled away.
        window.press("ArrowRight").await;
        key_leads_to(window, 0, 1).await;
        window.script("document.activeElement.blur()", vec![]).await;
        let far = "document.querySelector('[role=grid]').parentElement.scrollTop = 2000";
        window.script(far, vec![]).await;
        let back = "document.querySelector(\"[data-stop][tabindex='0']\").focus()";
        wait::until("the rows below", async || {
            let last = "return document.querySelector(\"[data-row='32']\") !== null";
            (window.script(last, vec![]).await == true).then_some(())
        })
        .await;
        window.script(back, vec![]).await;
        focus_is_at(window, 0, 1).await;
        wait::until("a row at each place in sight", async || {
            let seen = window.script(IN_SIGHT, vec![]).await;
            (seen[0].as_u64() >= seen[1].as_u64()).then_some(())
        })
        .await;
    });
}

#[test]
fn what_is_selected_comes_into_sight() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Large.throughline");
    save(&plan().architecture, &file);
    journey("large-map-selected", &[&file.display().to_string()], async |window| {
        let map = window.call("coverage.map", json!({})).await;
        let stage = map["stages"][2]["id"].as_str().unwrap();
        let persona = map["personas"][PERSONAS - 3]["id"].as_str().unwrap();
        window.go(&format!("#/architecture?persona={persona}&stage={stage}")).await;
        wait::until("the selected cell in sight", async || {
            (window.script(SELECTED, vec![]).await == true).then_some(())
        })
        .await;
        window.shows("Persona 47 at Stage 2").await;
        window.picture("large-map-selected").await;
    });
}
