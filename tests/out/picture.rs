//! Figures as pictures: as SVG, a reader of XML finds in it what the map says; as PNG it has two dots
//! for each unit. What is drawn of a PNG is looked at in the window (tests/window/charts.rs).

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use throughline_tests::fixture::Quarter;

fn saved(quarter: &Quarter, name: &str, request: Value) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    *quarter.host.target.lock().unwrap() = Some(path.clone());
    quarter.host.call("export.figure", request);
    std::fs::read(path).unwrap()
}

/// The texts of a drawing, in their order.
fn texts(svg: &[u8]) -> Vec<String> {
    let svg = String::from_utf8(svg.to_vec()).unwrap();
    let page = dom_query::Document::from(svg);
    page.select("text").iter().map(|text| text.text().to_string()).collect()
}

#[test]
fn the_map_is_drawn_as_it_stands() {
    let quarter = Quarter::set_up();
    let of = json!({ "of": { "name": "map" }, "format": "svg", "ground": "light" });
    let drawn = texts(&saved(&quarter, "map.svg", of));
    // The score and the counts of tests/out/report.rs.
    assert_eq!(drawn[0], "Coverage of New business");
    assert_eq!(drawn[1], "15 of 39 cells are covered, 12 have nothing live.");
    let map = quarter.host.call("coverage.map", json!({}));
    for part in ["personas", "stages"] {
        for one in map[part].as_array().unwrap() {
            let name = one["name"].as_str().unwrap();
            assert!(drawn.iter().any(|text| text == name), "{name}: {drawn:?}");
        }
    }
    let cells = map["cells"].as_array().unwrap();
    for state in ["covered", "thin", "empty", "planned", "stale", "unhelpful"] {
        let cells = cells.iter().filter(|cell| cell["state"] == state).count();
        assert_eq!(drawn.iter().filter(|text| *text == state).count(), cells, "{state}");
    }
}

#[test]
fn a_picture_has_two_dots_for_each_unit() {
    let quarter = Quarter::set_up();
    let of = |format: &str| json!({ "of": { "name": "map" }, "format": format, "ground": "dark" });
    let drawn = String::from_utf8(saved(&quarter, "map.svg", of("svg"))).unwrap();
    let size = drawn.split("viewBox=\"0 0 ").nth(1).unwrap().split('"').next().unwrap();
    let units: Vec<u32> = size.split(' ').map(|side| side.parse().unwrap()).collect();
    let painted = saved(&quarter, "map.png", of("png"));
    assert_eq!(painted[..8], *b"\x89PNG\r\n\x1a\n");
    // The first part of a PNG is its head: width and height, big end first.
    let side = |at: usize| u32::from_be_bytes(painted[at..at + 4].try_into().unwrap());
    assert_eq!([side(16), side(20)], [2 * units[0], 2 * units[1]]);
}

#[test]
fn a_filtered_map_is_drawn_filtered() {
    let quarter = Quarter::set_up();
    let filter = json!({ "statuses": ["planned"] });
    let of = json!({ "name": "map", "filter": filter });
    let map = quarter.host.call("coverage.map", json!({ "filter": filter }));
    let cells = map["cells"].as_array().unwrap();
    let planned = cells.iter().filter(|cell| cell["state"] == "planned").count();
    assert!(planned > 0, "{map}");
    let request = json!({ "of": of, "format": "svg", "ground": "light" });
    let drawn = texts(&saved(&quarter, "map.svg", request));
    assert_eq!(drawn.iter().filter(|text| *text == "planned").count(), planned);
    assert!(!drawn.iter().any(|text| text == "covered"), "{drawn:?}");
}

#[test]
fn scores_are_drawn_from_snapshot_to_today() {
    let quarter = Quarter::set_up();
    let shown = quarter.host.call("figure.get", json!({ "name": "coverageHistory" }));
    let rows = shown["twin"]["rows"].as_array().unwrap();
    let days: Vec<_> = rows.iter().map(|row| row[0].as_str().unwrap()).collect();
    assert_eq!(days, ["1 September 2026", "1 October 2026"]);
    // 74 of 140 credits: tests/out/report.rs.
    assert_eq!(rows[1][1], "52.9");
    let snapshot = &quarter.host.call("snapshot.list", json!({}))[0];
    assert_eq!(snapshot["asOf"], "2026-09-01");
}

#[test]
fn of_two_snapshots_of_a_day_the_later_one_counts() {
    let quarter = Quarter::set_up();
    let host = &quarter.host;
    let take = |name: &str| host.call("snapshot.take", json!({ "name": name }));
    take("Morning");
    let cfo = host.workspace().plan.view().personas.in_order()[0].id;
    host.call("persona.update", json!({ "id": cfo, "set": { "weight": 1 } }));
    host.pass(60_000);
    take("Noon");
    host.pass(86_400_000);
    let shown = host.call("figure.get", json!({ "name": "coverageHistory" }));
    // By tests/out/report.rs the CFO has 20 of 35 at weight 5: 4 of 7 at weight 1. 58 of 112.
    let first = &shown["twin"]["rows"][1];
    assert_eq!([&first[0], &first[1]], ["1 October 2026", "51.8"]);
}

#[test]
fn spending_counts_by_the_rate_of_its_month() {
    let quarter = Quarter::set_up();
    let money = |minor: i64, currency: &str| json!({ "minor": minor, "currency": currency });
    let month = |month: &str, budget: Value, cost: Value| json!({ "month": month, "budget": budget, "cost": cost });
    let months = [
        month("2026-08-01", money(100_000, "EUR"), Value::Null),
        month("2026-09-01", money(200_000, "XTS"), money(1, "EUR")),
    ];
    let fields = json!({ "name": "Autumn", "months": months });
    let made = quarter.host.call("programme.create", json!({ "fields": fields }));
    let of = json!({ "name": "spending", "programmeId": made["value"]["id"] });
    let twin = quarter.host.call("figure.get", of)["twin"].clone();
    assert_eq!(
        twin["rows"],
        json!([["Aug 2026", "1,000 EUR", "no data"], ["Sep 2026", "no data", "0 EUR"]])
    );
}

/// The colours of a theme in the window: its tokens by name.
fn tokens(theme: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/style/tokens.css");
    let css = std::fs::read_to_string(path).unwrap();
    let block = css.split(&format!("[data-theme=\"{theme}\"] {{")).nth(1).unwrap();
    let block = &block[..block.find('}').unwrap()];
    let token = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        Some((name.to_owned(), value.trim().trim_end_matches(';').to_owned()))
    };
    block.lines().filter_map(token).collect()
}

#[test]
fn a_picture_has_the_colours_of_the_window() {
    let quarter = Quarter::set_up();
    let map = quarter.host.call("coverage.map", json!({}));
    let states: BTreeSet<&str> = map["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| cell["state"].as_str().unwrap())
        .collect();
    assert!(states.len() > 5, "{states:?}");
    for theme in ["light", "dark"] {
        let of = json!({ "of": { "name": "map" }, "format": "svg", "ground": theme });
        let drawn = String::from_utf8(saved(&quarter, "map.svg", of)).unwrap();
        let tokens = tokens(theme);
        let fills = |token: &str| {
            let colour = &tokens[token];
            assert!(drawn.contains(&format!("fill=\"{colour}\"")), "{theme}, --{token}: {colour}");
        };
        for token in ["surface", "text", "text-2", "accent", "danger-text"] {
            fills(token);
        }
        for state in states.iter().map(|state| state.replace(' ', "-")) {
            fills(&format!("state-{state}-fg"));
            if !tokens[&format!("state-{state}-bg")].starts_with("var") {
                fills(&format!("state-{state}-bg"));
            }
        }
    }
}
