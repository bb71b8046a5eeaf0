//! What leaves the window as a file, by the system's own dialog: the table, the map, a copy.

use throughline_core::plan::verify;
use throughline_tests::window::journey;

#[test]
fn the_table_the_map_and_a_copy_are_saved_where_one_chooses() {
    journey("saves", &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;

        window.click("button", "Save…").await;
        window.click("menuitem", "The map as a page (HTML)…").await;
        let page = std::fs::read_to_string(window.save_as("map.html").await).unwrap();
        assert!(page.contains("Northwind Cloud") && page.contains("VP Operations"), "{page}");
        window.shows("Saved as map.html").await;

        window.go("#/assets").await;
        window.click("button", "Save as CSV…").await;
        let table = std::fs::read_to_string(window.save_as("assets.csv").await).unwrap();
        let assets = window.call("asset.list", serde_json::json!({})).await["total"].clone();
        let rows = csv::Reader::from_reader(table.as_bytes()).into_records().count();
        assert!(rows as u64 >= assets.as_u64().unwrap(), "{rows} rows of {assets} assets");
        window.shows("Saved as assets.csv").await;

        window.go("#/settings").await;
        window.click("button", "Save a copy…").await;
        let copy = window.save_as("copy.throughline").await;
        assert_eq!(verify(&copy), Vec::<String>::new());
        window.shows("Copy saved").await;
        let said = window.script("return document.body.innerText", vec![]).await;
        assert!(!said.as_str().unwrap().contains("Nothing was saved"), "{said}");
        window.settle().await;
        window.assert_accessible("after a copy was saved").await;
        window.picture("saved").await;
    });
}
