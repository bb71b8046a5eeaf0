//! The page as a browser reads it: what it says, and that nothing in it runs or fetches.

use dom_query::Document;
use serde_json::json;
use throughline_core::api::coverage::OfJourney;
use throughline_core::api::{Context, save_coverage};
use throughline_tests::host::TestHost;
use throughline_tests::page::dangers;

fn page(host: &TestHost) -> String {
    let file = tempfile::NamedTempFile::with_suffix(".html").unwrap();
    let context = Context { host, speaker: None };
    save_coverage(context, &OfJourney::default(), file.path()).unwrap();
    std::fs::read_to_string(file.path()).unwrap()
}

#[test]
fn the_page_shows_the_map_and_its_gaps() {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    let text = page(&host);
    let page = Document::from(text.as_str());
    assert_eq!(page.select("h1").text().to_string(), "New business");
    assert!(page.select(".overline").text().contains("as of 1 September 2026"));
    // The states of the first row are those of tests/plan/sample.rs.
    let first = page.select("tbody tr").first();
    assert_eq!(first.select(".persona").text().to_string(), "CFO");
    let states: Vec<_> =
        first.select(".state").iter().map(|state| state.text().to_string()).collect();
    assert_eq!(states, ["covered", "covered", "thin", "covered", "empty", "planned", "thin"]);
    let gap = page.select(".gaps li h3").first().text().to_string();
    assert!(gap.starts_with("CFO at Evaluation"), "{gap}");
    assert_eq!(dangers(&page), Vec::<String>::new());
    let policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content").unwrap();
    assert_eq!(policy.to_string(), "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
}

#[test]
fn hostile_texts_stay_texts() {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    let hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{7*7}}";
    let view = host.workspace().plan.view();
    let persona = view.personas.in_order()[0].clone();
    let placed = view.placements.iter().find(|one| one.persona_id == persona.id).unwrap();
    let asset = view.assets.get(placed.asset_id).unwrap();
    for (kind, id, version, field) in [
        ("persona", persona.id.to_string(), persona.stamp.version, "name"),
        ("asset", asset.id.to_string(), asset.stamp.version, "title"),
    ] {
        let set = json!({ "id": id, "version": version, "set": { field: hostile } });
        host.call(&format!("{kind}.update"), set);
    }
    let asset = host.workspace().plan.view().assets.get(asset.id).unwrap().clone();
    let set = json!({
        "id": asset.id, "version": asset.stamp.version, "set": { "url": "javascript:alert(1)" }
    });
    host.call("asset.update", set);
    let text = page(&host);
    let page = Document::from(text.as_str());
    assert_eq!(dangers(&page), Vec::<String>::new());
    assert_eq!(page.select(".persona").first().text().to_string(), hostile);
    assert!(page.select(".placed li").iter().any(|one| one.text().contains(hostile)));
}
