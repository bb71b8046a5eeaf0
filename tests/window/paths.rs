//! A persona's path: where it leads on, where it breaks, and how that is mended.

use serde_json::json;
use throughline_tests::window::{journey, wait};

#[test]
fn a_path_is_mended_where_it_leads_nowhere() {
    journey("path", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        let personas = window.call("persona.list", json!({})).await;
        let cfo = personas[0]["id"].as_str().unwrap().to_owned();
        window.go(&format!("#/personas/{cfo}")).await;
        window.by_role("list", "Path by stage").await;
        window.by_role("list", "Stops at Discovery").await;
        window.pictures("path").await;
        window.assert_accessible_in_both("a path").await;
        let path = async || window.call("persona.path", json!({ "personaId": cfo })).await;
        let tracks = path().await["tracks"].as_array().unwrap().len();

        window.click("button", "The renewal clause nobody reads").await;
        window.by_role("region", "Next steps of The renewal clause nobody reads").await;
        window.click("button", "Change here: Deepens it").await;
        window.fill("combobox", "Deepens it: another asset", "Storage cost calc").await;
        window.by_role("option", "Storage cost calculator").await;
        window.press("Enter").await;
        wait::until("the track", async || {
            (path().await["tracks"].as_array()?.len() == tracks + 1).then_some(())
        })
        .await;
        window.click("button", "Done: Deepens it").await;
        window.shows("(here alone)").await;
        window.assert_accessible("an open stop").await;
        window.press("Control+z").await;
        wait::until("the track to be gone", async || {
            (path().await["tracks"].as_array()?.len() == tracks).then_some(())
        })
        .await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
