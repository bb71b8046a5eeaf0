//! The history: who changed what, found again, and restored.

use serde_json::{Value, json};
use throughline_tests::window::{Window, journey, wait};

/// Calls as the first member, so that the history knows who it was.
async fn change(window: &Window, command: &str, payload: Value) -> Value {
    let member = window.call("member.list", json!({})).await[0]["id"].clone();
    let envelope = json!({ "command": command, "payload": payload, "speaker": member });
    window.invoke("rpc", envelope).await.unwrap()["value"].clone()
}

/// A journey on the history of the sample after the CFO's weight went from 5 to 2, and a trigger
/// came and went.
fn on_the_history(name: &str, body: impl AsyncFnOnce(&mut Window, Value)) {
    journey(name, &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;
        let personas = window.call("persona.list", json!({})).await;
        let cfo = personas.as_array().unwrap().iter().find(|one| one["name"] == "CFO").unwrap();
        let weight = json!({ "id": cfo["id"], "set": { "weight": 2 } });
        change(window, "persona.update", weight).await;
        let fields =
            json!({ "fields": { "name": "Ransomware next door", "personaIds": [cfo["id"]] }});
        let trigger = change(window, "trigger.create", fields).await;
        change(window, "trigger.delete", json!({ "id": trigger["id"] })).await;
        change(window, "plan.undo", json!({})).await;
        window.go("#/history").await;
        window.by_role("heading", "History").await;
        body(window, cfo["id"].clone()).await;
    });
}

async fn weight(window: &Window, id: &Value) -> Value {
    let personas = window.call("persona.list", json!({})).await;
    personas.as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap()["weight"].clone()
}

#[test]
fn a_change_opens_to_its_fields_and_can_be_restored() {
    on_the_history("history", async |window, cfo| {
        window.shows("Mara Ruiz took back: deleted Ransomware next door").await;
        window.click("button", "Mara Ruiz changed CFO").await;
        window.by_role("list", "What it changed").await;
        window.shows("Decision weight 5 2").await;
        window.click("button", "Mara Ruiz added Ransomware next door").await;
        window.shows("Personas it moves").await;
        window.assert_accessible_in_both("history").await;
        window.pictures("history").await;
        window.click("button", "Mara Ruiz added Ransomware next door").await;
        wait::until("one change to be open", async || {
            let names = window.names("button").await;
            (names.iter().filter(|name| name.starts_with("Restore")).count() == 1).then_some(())
        })
        .await;

        window.click("button", "Restore what was before…").await;
        window.shows("This sets back the one thing it changed.").await;
        window.settle().await;
        window.assert_accessible("what restoring does").await;
        window.press("Enter").await;
        wait::until("the old weight", async || (weight(window, &cfo).await == 5).then_some(()))
            .await;
        window.shows("Mara Ruiz restored CFO").await;
        window.gone("dialog", "Restore").await;
        window.press("Control+z").await;
        wait::until("the new weight", async || (weight(window, &cfo).await == 2).then_some(()))
            .await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn changes_are_found_by_words_and_by_what_they_touched() {
    on_the_history("history-find", async |window, cfo| {
        window.by_role("button", "set up Northwind Cloud").await;
        window.fill("searchbox", "Find a change", "ransom").await;
        window.gone("button", "Mara Ruiz changed CFO").await;
        window.shows("added Ransomware next door").await;
        window.go("#/history").await;
        window.go(&format!("#/history?entity={}", cfo.as_str().unwrap())).await;
        window.shows("Only CFO").await;
        window.by_role("button", "changed CFO").await;
        let names = window.names("button").await;
        assert!(names.iter().all(|name| !name.contains("added Ransomware")), "{names:?}");
    });
}

#[test]
fn earlier_pages_come_as_the_list_is_read() {
    on_the_history("history-pages", async |window, cfo| {
        for weight in (0..60).map(|at| 1 + at % 5) {
            let set = json!({ "id": cfo, "set": { "weight": weight } });
            change(window, "persona.update", set).await;
        }
        window.reopen(&[]).await;
        window.go("#/history").await;
        window.click("button", "Show earlier changes").await;
        window.by_role("button", "set up Northwind Cloud").await;
        let changes = window.names("button").await;
        let changed = changes.iter().filter(|name| name.contains("changed CFO")).count();
        // 60 here, of which one may have set the weight it had, and the one before.
        assert!(changed >= 59, "{changed} changes are listed");
    });
}
