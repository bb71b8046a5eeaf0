//! A real vendor's content on the map: a surplus at the top, nothing late. Skipped where the data
//! is absent. The counts are those of tests/coverage/vendor.rs.

use throughline_tests::fixture::vendor::{POSTS, Vendor};
use throughline_tests::window::{Window, journey, wait};

const FIRST: &str = "Infrastructure/Platform Engineer";

/// What a screen reader says of the first persona at a stage.
async fn cell(window: &Window, stage: &str) -> String {
    let start = format!("{FIRST} at {stage}: ");
    let names = window.names("gridcell").await;
    names.into_iter().find(|name| name.starts_with(&start)).unwrap_or_default()
}

async fn until_cell(window: &Window, stage: &str, says: &[&str]) {
    wait::until(&format!("{says:?} at {stage}"), async || {
        let name = cell(window, stage).await;
        says.iter().all(|words| name.contains(words)).then_some(())
    })
    .await;
}

/// Filters the table by the formats of posts, and places all that pass.
async fn place_posts(window: &Window) {
    window.go("#/assets").await;
    window.shows("527 in all").await;
    window.click("button", "Filter").await;
    window.click("option", "Format").await;
    for format in POSTS {
        window.click("option", format).await;
    }
    window.press("Escape").await;
    window.shows("425 of 527").await;
    window.click("checkbox", "Select all").await;
    window.shows("425 selected").await;
    window.click("button", "Place…").await;
    window.fill("combobox", "For whom", FIRST).await;
    window.press("Enter").await;
    window.press("Tab").await;
    window.fill("combobox", "At which stage", "Inquiry").await;
    window.press("Enter").await;
    window.press("Tab").await;
    window.click("button", "Place 425 times").await;
    window.shows("Placed").await;
}

#[test]
fn the_posts_of_a_real_vendor_pile_up_at_the_top() {
    let Some(vendor) = Vendor::set_up() else { return };
    let session = vendor.host.call("session.get", serde_json::json!({}));
    let file = session["open"]["location"]["path"].as_str().unwrap().to_owned();
    vendor.host.call("file.close", serde_json::json!({}));
    journey("vendor", &[&file], async |window| {
        place_posts(window).await;
        window.go("#/architecture?mode=count&asOf=2022-06-01").await;
        until_cell(window, "Inquiry", &["425", "excess"]).await;
        until_cell(window, "Negotiation", &["0 assets"]).await;
        window.settle().await;
        window.pictures("vendor-2022").await;
        window.assert_accessible("the map of a vendor").await;
        window.go("#/architecture?mode=state&asOf=2026-11-22").await;
        until_cell(window, "Inquiry", &["planned", "425"]).await;
        window.by_role("grid", "Coverage").await;
        window.settle().await;
        window.pictures("vendor-2026").await;
    });
}
