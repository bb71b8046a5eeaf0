//! What leaves the window as a file, by the system's own dialog: the table, the map, a copy.

use std::path::PathBuf;

use throughline_core::plan::verify;
use throughline_tests::window::{Window, journey, wait};

/// Answers the dialog with a name in the home folder and waits for the file.
async fn save_as(window: &Window, name: &str) -> PathBuf {
    let file = window.home().join(name);
    // A key that comes when the dialog has gone already presses nothing.
    window.script("document.activeElement.blur()", vec![]).await;
    window.pick_file(&file).await;
    wait::until(name, async || file.is_file().then_some(())).await;
    file
}

#[test]
fn the_table_the_map_and_a_copy_are_saved_where_one_chooses() {
    journey("saves", &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;

        window.click("button", "Save…").await;
        window.click("menuitem", "The map as a page (HTML)…").await;
        let page = std::fs::read_to_string(save_as(window, "map.html").await).unwrap();
        assert!(page.contains("Northwind Cloud") && page.contains("VP Operations"), "{page}");
        window.shows("Saved as map.html").await;

        window.go("#/assets").await;
        window.click("button", "Save as CSV…").await;
        let table = std::fs::read_to_string(save_as(window, "assets.csv").await).unwrap();
        let assets = window.call("asset.list", serde_json::json!({})).await["total"].clone();
        let rows = csv::Reader::from_reader(table.as_bytes()).into_records().count();
        assert!(rows as u64 >= assets.as_u64().unwrap(), "{rows} rows of {assets} assets");
        window.shows("Saved as assets.csv").await;

        window.go("#/settings").await;
        window.click("button", "Save a copy…").await;
        let copy = save_as(window, "copy.throughline").await;
        assert_eq!(verify(&copy), Vec::<String>::new());
        window.shows("Copy saved").await;
        let said = window.script("return document.body.innerText", vec![]).await;
        assert!(!said.as_str().unwrap().contains("Nothing was saved"), "{said}");
        window.settle().await;
        window.assert_accessible("after a copy was saved").await;
        window.picture("saved").await;
    });
}
