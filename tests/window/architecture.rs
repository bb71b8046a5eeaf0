//! The map: what it shows, how content gets onto it, and what that changes.

use tempfile::TempDir;
use throughline_core::model::Word;
use throughline_tests::fixture::northwind::{
    COLUMN_SCORES, COUNTS, PERSONAS, ROW_SCORES, STAGES, STATES, northwind, state,
};
use throughline_tests::fixture::save;
use throughline_tests::window::{Theme, Window, journey, wait};

/// The map on the date of the drawing.
const MAP: &str = "#/architecture?asOf=2026-06-30";
const ROI: &str = "ROI model: storage consolidation with your own numbers";

/// A journey that starts on the drawn map.
pub(crate) fn on_the_map(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("northwind.throughline");
    save(&northwind().architecture, &file);
    journey(name, &[file.to_str().unwrap()], async |window| {
        window.go(MAP).await;
        window.by_role("grid", "Coverage").await;
        body(window).await;
    });
}

/// The name of the cell, as a screen reader says it.
pub(crate) async fn cell(window: &Window, at: &str) -> String {
    let names = window.names("gridcell").await;
    let start = format!("{at}: ");
    names.into_iter().find(|name| name.starts_with(&start)).unwrap_or_default()
}

pub(crate) async fn until_cell(window: &Window, at: &str, says: &str) {
    wait::until(&format!("{at} to be {says}"), async || {
        (cell(window, at).await == format!("{at}: {says}")).then_some(())
    })
    .await;
}

async fn until_score(window: &Window, of: &str, score: u32) {
    window.by_role("img", &format!("{of}: {score}")).await;
}

/// Presses Tab until a field with that label or a button with that text has the focus.
async fn tab_to(window: &Window, name: &str) {
    let focused = "const e = document.activeElement;
        return (e.labels?.[0]?.textContent || e.textContent).trim()";
    for _ in 0..20 {
        if window.script(focused, vec![]).await == name {
            return;
        }
        window.press("Tab").await;
    }
    panic!("Tab does not lead to {name}");
}

/// With the ROI model at Evaluation and a yes, CFO × Evaluation is thin (three must-needs stay
/// open): 5 · ½ more of credit. Journey (56 + 2.5) ÷ 123 = 47.6 %, row 22.5 ÷ 35 = 64.3 %, column
/// (4.5 + 2.5) ÷ 18 = 38.9 %. As a gap it weighs 2.5 of the largest, CFO × Proposal with 5.
async fn assert_roi_counts(window: &Window) {
    until_cell(window, "CFO at Evaluation", "thin, 1 asset, 3 open must-needs").await;
    window.shows("Coverage 48 · 10 of 34 cells covered · 11 have nothing live").await;
    until_score(window, "CFO", 64).await;
    until_score(window, "Evaluation", 39).await;
    window.shows("3 of 54 assets").await;
}

/// The map before: the drawing.
pub(crate) async fn assert_as_drawn(window: &Window) {
    until_cell(window, "CFO at Evaluation", "empty, 0 assets, 3 open must-needs").await;
    window.shows("Coverage 46 · 10 of 34 cells covered · 12 have nothing live").await;
    until_score(window, "CFO", 57).await;
    until_score(window, "Evaluation", 25).await;
    window.shows("4 of 54 assets").await;
}

#[test]
fn the_map_is_the_drawn_one() {
    on_the_map("architecture-drawn", async |window| {
        window.shows("Coverage 46 · 10 of 34 cells covered · 12 have nothing live").await;
        for (row, persona) in PERSONAS.iter().enumerate() {
            for (column, stage) in STAGES.iter().enumerate() {
                let drawn = state(STATES[row].chars().nth(column).unwrap());
                let said = cell(window, &format!("{persona} at {stage}")).await;
                let word = said.split(": ").nth(1).unwrap_or_default();
                assert!(word.starts_with(drawn.as_word()), "{said} is drawn as {drawn:?}");
                let count = COUNTS[row][column];
                let noun = if count == 1 { "asset" } else { "assets" };
                let applies = drawn.is_applicable();
                let counted = word.contains(&format!(", {count} {noun}"));
                assert!(counted || !applies, "{said} is drawn with {count}");
            }
            until_score(window, persona, ROW_SCORES[row]).await;
        }
        for (stage, score) in STAGES.iter().zip(COLUMN_SCORES) {
            until_score(window, stage, score).await;
        }
        window.click("gridcell", "CFO at Evaluation").await;
        for said in ["Largest gap.", "3 must-needs open", "Could be reused", "TCO worksheet"] {
            window.shows(said).await;
        }
        window.pictures("architecture").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
        for theme in [Theme::Light, Theme::Dark] {
            window.set_theme(theme).await;
            window.settle().await;
            window.assert_accessible(&format!("architecture, {theme:?}")).await;
        }
    });
}

#[test]
fn an_asset_is_placed_by_drag_and_answered_on_the_spot() {
    on_the_map("architecture-drag", async |window| {
        assert_as_drawn(window).await;
        let card = window.by_role("option", ROI).await;
        let target = window.by_role("gridcell", "CFO at Evaluation").await;
        window.drag(&card, &target).await;
        window.by_role("dialog", "Deal check").await;
        window.settle().await;
        window.picture("architecture-asked").await;
        window.press("y").await;
        window.gone("dialog", "Deal check").await;
        assert_roi_counts(window).await;
        window.click("tab", "Gaps").await;
        window.shows("CFO at Evaluation Covered thinly. 3 must-needs open.").await;
        // Undo takes back the answer, then the placing; redo makes both again.
        window.press("Control+z").await;
        let asked = "unproven, 1 asset, 3 open must-needs";
        until_cell(window, "CFO at Evaluation", asked).await;
        window.press("Control+z").await;
        assert_as_drawn(window).await;
        window.press("Control+Shift+z").await;
        until_cell(window, "CFO at Evaluation", asked).await;
        window.press("Control+Shift+z").await;
        assert_roi_counts(window).await;
    });
}

#[test]
fn an_asset_is_placed_by_keyboard_alone() {
    on_the_map("architecture-keys", async |window| {
        window.press("p").await;
        window.by_role("dialog", "Place").await;
        window.type_text("roi model").await;
        window.by_role("option", ROI).await;
        window.press("Enter").await;
        for (field, word) in [("For whom", "cfo"), ("At which stage", "eval")] {
            tab_to(window, field).await;
            window.type_text(word).await;
            window.press("Enter").await;
        }
        tab_to(window, "YesY").await;
        window.press("y").await;
        window.assert_accessible("the Place dialog").await;
        window.picture("architecture-place").await;
        tab_to(window, "Place").await;
        window.press("Enter").await;
        window.gone("dialog", "Place").await;
        assert_roi_counts(window).await;
        window.press("Control+z").await;
        assert_as_drawn(window).await;
    });
}

#[test]
fn placing_says_whose_cell_turns_thin() {
    on_the_map("architecture-thins", async |window| {
        // VP Operations at MQL rests on two yes: the checklist, shared with the IT Manager, and
        // this one of their own.
        let own = "Migration readiness check";
        window.press("p").await;
        window.by_role("dialog", "Place").await;
        window.type_text(own).await;
        window.by_role("option", own).await;
        window.press("Enter").await;
        window.fill("combobox", "For whom", "CFO").await;
        window.press("Enter").await;
        window.fill("combobox", "At which stage", "MQL").await;
        window.press("Enter").await;
        window.shows("VP Operations at MQL turns thin").await;
        window.click("button", "Place").await;
        window.gone("dialog", "Place").await;
        until_cell(window, "VP Operations at MQL", "thin, 2 assets").await;
    });
}

#[test]
fn a_need_entered_in_the_rail_is_open_on_the_map() {
    on_the_map("architecture-need", async |window| {
        window.click("gridcell", "CFO at Proposal").await;
        window.fill("textbox", "A need", "Prices in three currencies").await;
        window.press("Enter").await;
        window.shows("1 must-need open").await;
        until_cell(window, "CFO at Proposal", "planned, 1 asset, 1 open must-need").await;
        window.click("button", "Plan an asset").await;
        window.by_role("dialog", "Plan an asset").await;
        window.assert_accessible("the Plan dialog").await;
        window.click("button", "Plan the asset").await;
        window.gone("dialog", "Plan an asset").await;
        // The planned piece answers it: planned, and no longer open.
        until_cell(window, "CFO at Proposal", "planned, 2 assets").await;
    });
}

#[test]
fn modes_zoom_and_filters_are_in_the_address() {
    on_the_map("architecture-modes", async |window| {
        for mode in ["Count", "Verdicts", "Freshness", "Needs"] {
            window.click("radio", mode).await;
            window.settle().await;
            window.picture(&format!("architecture-{}", mode.to_lowercase())).await;
            window.assert_accessible(mode).await;
        }
        window.click("radio", "State").await;
        window.click("radio", "Phases").await;
        window.by_role("gridcell", "CISO in Convert: 13; Discovery thin").await;
        window.picture("architecture-phases").await;
        window.assert_accessible("Phases").await;
        window.click("rowheader", "CFO").await;
        window.shows("Economic buyer, weight 5 of 5.").await;
        window.go("#/architecture?asOf=2026-06-30&text=backup").await;
        // Ransomware …, Immutable backup …, Backup window checklist, Snapshots …, RFP template ….
        window.shows("The map counts only 5 of 54 assets.").await;
        window.click("button", "Clear").await;
        assert_as_drawn(window).await;
        window.script("history.back()", vec![]).await;
        window.shows("The map counts only 5 of 54 assets.").await;
    });
}
