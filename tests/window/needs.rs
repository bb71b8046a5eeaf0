//! Stages and needs: a sales leader says what a stage needs, finds it again, and sees it answered.

use serde_json::{Value, json};
use throughline_tests::window::{Window, journey, wait};

/// A journey on the stages of the sample.
fn on_the_stages(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    journey(name, &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        window.go("#/stages").await;
        window.shows("28 needs · 15 open, 9 of them must").await;
        body(window).await;
    });
}

async fn need(window: &Window, text: &str) -> Option<Value> {
    let needs = window.call("need.list", json!({})).await;
    let mut needs = needs.as_array().unwrap().iter();
    needs.find(|one| one["text"] == text).cloned()
}

async fn persona(window: &Window, id: &Value) -> Value {
    let personas = window.call("persona.list", json!({})).await;
    personas.as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap()["name"].clone()
}

async fn focus(window: &Window, role: &str, name: &str) {
    window.focus(role, name).await;
    // The page scrolls there, and a list would close that opens meanwhile.
    window.settle().await;
}

#[test]
fn a_need_is_entered_in_one_line_with_completion() {
    on_the_stages("need-entered", async |window| {
        focus(window, "combobox", "New need at Evaluation").await;
        window.type_text("/mu").await;
        window.by_role("option", "/must").await;
        window.settle().await;
        window.picture("need-entry").await;
        window.press("Tab").await;
        window.type_text("/obj").await;
        window.by_role("option", "/objection").await;
        window.press("ArrowDown").await;
        window.press("Enter").await;
        window.type_text("Nobody audits you for ci").await;
        window.by_role("option", "CISO").await;
        window.press("Tab").await;
        window.shows("must · objection · CISO").await;
        window.press("Enter").await;
        let entered =
            wait::until("the need", async || need(window, "Nobody audits you").await).await;
        assert_eq!(
            (&entered["importance"], &entered["kind"]),
            (&json!("must"), &json!("objection"))
        );
        assert_eq!(persona(window, &entered["personaId"]).await, "CISO");
        window.shows("29 needs · 16 open, 10 of them must").await;
        window.assert_accessible("the entry of a need").await;
        // The entry is ready for the next one.
        window.type_text("A plain need").await;
        window.press("Enter").await;
        wait::until("the plain need", async || need(window, "A plain need").await).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn needs_are_found_by_what_they_are() {
    on_the_stages("needs-filtered", async |window| {
        window.click("button", "Any status").await;
        window.click("option", "Open").await;
        window.shows("15 of 28 needs · 15 open, 9 of them must").await;
        window.click("button", "Any kind").await;
        window.click("option", "Objection").await;
        // Usage grows (CFO), keys (CISO), exit clause (procurement).
        window.shows("3 of 28 needs · 3 open, 2 of them must").await;
        window.pictures("needs-filtered").await;
        window.assert_accessible_in_both("filtered needs").await;
        window.script("history.back()", vec![]).await;
        window.shows("15 of 28 needs").await;
    });
}

#[test]
fn a_need_is_answered_by_a_plan_or_declined_with_a_reason() {
    on_the_stages("need-answered", async |window| {
        window.click("button", "What if usage grows three times").await;
        window.by_role("complementary", "Need").await;
        window.click("button", "Plan an asset").await;
        window.by_role("dialog", "Plan an asset").await;
        let title = window.by_role("textbox", "Working title").await;
        let title = title.prop("value").await.unwrap().unwrap();
        assert_eq!(title, "What if usage grows three times in year two?");
        window.click("button", "Plan the asset").await;
        window.gone("dialog", "Plan an asset").await;
        window.shows("28 needs · 14 open, 8 of them must").await;
        window.settle().await;
        window.pictures("need-planned").await;
        window.assert_accessible_in_both("a need with its answer").await;

        window.click("button", "Keys must never leave the country").await;
        window.click("button", "Reason for declining").await;
        window.type_text("The law of no country asks for it").await;
        window.press("Control+Enter").await;
        window.shows("28 needs · 13 open, 8 of them must").await;
        let declined = need(window, "Keys must never leave the country").await.unwrap();
        assert_eq!(declined["declined"], "The law of no country asks for it");
    });
}

#[test]
fn the_buyer_dialogue_reads_from_the_first_stage_to_the_last() {
    on_the_stages("dialogue", async |window| {
        window.click("radio", "Buyer dialogue").await;
        window.by_role("list", "CFO, stage by stage").await;
        window.shows("“What do we pay today, all five budgets together?”").await;
        window.shows("Bring the worksheet half filled: the gaps start the talk.").await;
        window.pictures("dialogue").await;
        window.assert_accessible_in_both("the buyer dialogue").await;
        window.click("button", "CFO").await;
        window.click("option", "CISO").await;
        window.by_role("list", "CISO, stage by stage").await;
        window.click("button", "“Can we see a filled-in test protocol?”").await;
        window.by_role("complementary", "Need").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
