//! A real vendor on the map. Placed, published and live per format and date were counted with the
//! shell of `SQLite` over the inventory (shelf lives as in a new workspace: 365 days, podcast and
//! case study 730, guide, e-book and white paper 1,095):
//!
//! | format | placed | published | live 2022-06-01 | live 2026-11-22 |
//! |---|---|---|---|---|
//! | blog post | 213 | 212 | 56 | 0 |
//! | conference liveblog | 212 | 161 | 0 | 0 |
//! | podcast | 37 | 34 | 34 | 0 |
//! | press release | 6 | 6 | 0 | 0 |
//! | case study (undated) | 15 | 15 | 15 | 15 |
//! | product page, contact or demo form (undated) | 11 | 11 | 11 | 11 |

use serde_json::{Value, json};
use throughline_tests::fixture::vendor::Vendor;

/// A cell of the map as of a date.
fn cell_on(vendor: &Vendor, date: &str, persona: usize, stage: &str) -> Value {
    let map = vendor.host.call("coverage.map", json!({ "asOf": date }));
    let at = vendor.cell(persona, stage);
    let cells = map["cells"].as_array().unwrap();
    let found = cells
        .iter()
        .find(|cell| cell["personaId"] == at["personaId"] && cell["stageId"] == at["stageId"]);
    found.unwrap().clone()
}

fn numbers(cell: &Value) -> (i64, i64, i64, &str) {
    let number = |name: &str| cell[name].as_i64().unwrap();
    (number("placements"), number("published"), number("live"), cell["state"].as_str().unwrap())
}

fn is_excess(cell: &Value) -> bool {
    cell["findings"].as_array().unwrap().contains(&json!("excess"))
}

#[test]
fn a_real_vendor_has_a_surplus_at_the_top_and_nothing_late() {
    let Some(vendor) = Vendor::set_up() else { return };
    vendor.place_posts();
    let on = |persona, stage| cell_on(&vendor, "2022-06-01", persona, stage);
    let posts = on(0, "Inquiry");
    assert_eq!(numbers(&posts), (425, 373, 56, "unproven"));
    assert!(is_excess(&posts));
    assert_eq!(numbers(&on(1, "Inquiry")), (373, 373, 56, "unproven"));
    assert_eq!(numbers(&on(3, "Inquiry")), (43, 40, 34, "unproven"));
    assert_eq!(numbers(&on(5, "MQL")), (7, 7, 7, "unproven"));
    assert_eq!(numbers(&on(3, "Qualification")), (15, 15, 15, "unproven"));
    assert_eq!(numbers(&on(5, "Evaluation")), (11, 11, 11, "unproven"));
    for persona in 0..6 {
        for stage in ["Proposal", "Negotiation"] {
            let late = on(persona, stage);
            assert_eq!(numbers(&late), (0, 0, 0, "empty"));
            assert!(!is_excess(&late));
        }
    }
}

#[test]
fn years_later_the_posts_of_a_real_vendor_are_stale() {
    let Some(vendor) = Vendor::set_up() else { return };
    vendor.place_posts();
    let on = |persona, stage| cell_on(&vendor, "2026-11-22", persona, stage);
    // Where drafts stand beside them, something is in the making.
    let posts = on(0, "Inquiry");
    assert_eq!((numbers(&posts), is_excess(&posts)), ((425, 373, 0, "planned"), true));
    assert_eq!(posts["stale"], json!(373));
    assert_eq!(numbers(&on(1, "Inquiry")), (373, 373, 0, "stale"));
    assert_eq!(numbers(&on(3, "Inquiry")), (43, 40, 0, "planned"));
    assert_eq!(numbers(&on(3, "Qualification")), (15, 15, 15, "unproven"));
    assert_eq!(numbers(&on(5, "Negotiation")), (0, 0, 0, "empty"));
}

#[test]
fn the_largest_gaps_of_a_real_vendor_are_late() {
    let Some(vendor) = Vendor::set_up() else { return };
    let gaps = vendor.host.call("coverage.gaps", json!({ "asOf": "2022-06-01" }));
    // Nothing has been answered yet: the 42 cells are all gaps, ranked by the decision weight.
    assert_eq!(gaps.as_array().unwrap().len(), 42);
    assert_eq!(gaps[0]["persona"], "Dev Infrastructure Head and VP Engineering");
    let stages: Vec<&str> =
        gaps.as_array().unwrap()[..7].iter().map(|gap| gap["stage"].as_str().unwrap()).collect();
    assert!(stages.contains(&"Proposal") && stages.contains(&"Negotiation"));
}
