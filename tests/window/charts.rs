//! Charts: drawn, told as a table, and saved as pictures.

use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use throughline_tests::window::{Window, journey, wait};

/// How many dots of a canvas are painted.
const PAINTED: &str = "const chart = document.querySelector('[role=img] canvas');
if (chart === null) return 0;
const dots = chart.getContext('2d').getImageData(0, 0, chart.width, chart.height).data;
let painted = 0;
for (let at = 3; at < dots.length; at += 4) painted += dots[at] > 0 ? 1 : 0;
return painted;";

/// How large a picture is, and how many of its dots have a colour.
const DOTS: &str = "const [data, wanted, done] = arguments;
const image = new Image();
image.onload = () => {
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const dots = context.getImageData(0, 0, image.width, image.height).data;
  let found = 0;
  for (let at = 0; at < dots.length; at += 4) {
    if (wanted.every((part, n) => dots[at + n] === part)) found += 1;
  }
  window.dots = [image.width, image.height, found];
};
image.onerror = () => { window.dots = 'no picture'; };
window.dots = null;
image.src = data;";

pub(super) async fn drawn(window: &Window) {
    wait::until("a chart that is drawn", async || {
        let painted = window.script(PAINTED, vec![]).await.as_u64().unwrap();
        (painted > 2_000).then_some(())
    })
    .await;
}

/// Saves as the dialog stands and answers the system's own.
pub(super) async fn save_picture(window: &Window, name: &str) -> PathBuf {
    let dialog = window.by_css("[role=dialog]").await;
    window.by_role_in(&dialog, "button", "Save…").await.click().await.unwrap();
    let file = window.save_as(name).await;
    window.shows(&format!("Saved as {name}")).await;
    wait::until("the dialog gone", async || {
        let dialogs =
            window.script("return document.querySelectorAll('[role=dialog]').length", vec![]);
        (dialogs.await == 0).then_some(())
    })
    .await;
    file
}

/// Width, height and how many dots have a colour, as the engine of the window reads a picture.
pub(super) async fn dots(window: &Window, file: &PathBuf, colour: [u8; 3]) -> [u64; 3] {
    let data = format!("data:image/png;base64,{}", STANDARD.encode(std::fs::read(file).unwrap()));
    window.script(DOTS, vec![json!(data), json!(colour)]).await;
    let read = wait::until("the picture", async || {
        let read = window.script("return window.dots", vec![]).await;
        (!read.is_null()).then_some(read)
    })
    .await;
    [&read[0], &read[1], &read[2]].map(|part: &Value| part.as_u64().unwrap())
}

#[test]
fn a_chart_is_drawn_and_told_and_saved() {
    journey("charts", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;

        // The map as a picture: as many dots of the ground of an empty cell as in a few cells.
        window.click("button", "Save…").await;
        window.click("menuitem", "The map as a picture…").await;
        window.by_role("radio", "Picture (PNG)").await;
        window.settle().await;
        window.assert_accessible("saving the map as a picture").await;
        window.pictures("picture-dialog").await;
        let map = save_picture(window, "map.png").await;
        let [width, height, empty] = dots(window, &map, [0xfb, 0xdc, 0xd8]).await;
        assert!(width == 1536 && height > 600, "{width} × {height}");
        assert!(empty > 8 * 3_000, "{empty}");

        window.go("#/maturity").await;
        drawn(window).await;
        // 7 ÷ 4, half up; the mean of the four is 1.5.
        let said = window.names("img").await.join(" ");
        assert!(said.contains("People, 1.8, 4 of 5 rated"), "{said}");
        window.pictures("maturity-charts").await;
        window.assert_accessible_in_both("the charts of maturity").await;
        window.click("button", "Where we stand: show as a table").await;
        let table = window.by_role("table", "Maturity of the demand process").await;
        window.by_role_in(&table, "rowheader", "People").await;
        window.assert_accessible("a chart as a table").await;
        window.picture("chart-table").await;
        window.click("button", "Where we stand: show as a chart").await;
        drawn(window).await;
        window.click("button", "Over time: save as a picture…").await;
        let curves = save_picture(window, "curves.png").await;
        let [_, _, line] = dots(window, &curves, [0x2b, 0x56, 0xcf]).await;
        assert!(line > 500, "{line}");
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn money_by_month_and_coverage_over_time_are_drawn() {
    journey("chart_views", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        let programmes = window.call("programme.list", json!({})).await;
        let with_months = programmes.as_array().unwrap().iter().find(|row| {
            row["programme"]["months"].as_array().is_some_and(|months| months.len() > 1)
        });
        let id = with_months.unwrap()["programme"]["id"].as_str().unwrap();
        window.go(&format!("#/programmes/{id}")).await;
        drawn(window).await;
        window.pictures("programme-chart").await;
        window.assert_accessible_in_both("money by month").await;

        window.call("snapshot.take", json!({ "name": "Today" })).await;
        let review = json!({ "fields": { "name": "Review", "heldOn": "2026-11-26" } });
        window.call("review.create", review).await;
        window.go("#/reviews").await;
        drawn(window).await;
        let said = window.names("img").await.join(" ");
        // The score that the architecture is headed by.
        let score =
            window.call("coverage.map", json!({})).await["score"]["value"].as_f64().unwrap();
        let told = format!("Coverage over time. New business: {:.0} on", score * 100.0);
        assert!(said.contains(&told), "{told}: {said}");
        window.pictures("coverage-history").await;
        window.assert_accessible_in_both("coverage over time").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
