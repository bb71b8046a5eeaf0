//! What marketing runs, and what sales must know of it.

use serde_json::{Value, json};
use throughline_tests::window::{Window, journey, wait};

async fn programme(window: &Window, name: &str) -> Option<Value> {
    let rows = window.call("programme.list", json!({})).await;
    let rows = rows.as_array().unwrap();
    rows.iter().find(|row| row["programme"]["name"] == name).cloned()
}

/// By the keyboard where a key is at hand.
async fn plan_audit_season(window: &Window) {
    window.press("n").await;
    window.type_text("Audit season").await;
    window.press("Enter").await;
    window.click("link", "Audit season").await;
    window.by_role("heading", "What sales must know").await;
    window.click("button", "What sales must know").await;
    window.type_text("Ask for the audit date.").await;
    window.press("Control+Enter").await;
    window.click("button", "State").await;
    window.click("option", "Running").await;
    window.gone("option", "Running").await;
    window.fill("textbox", "In charge", "Mara Ruiz").await;
    window.click("button", "CISO").await;
    window.fill("textbox", "New change", "Starts two weeks later").await;
    window.press("Enter").await;
    window.by_role("list", "Changes").await;
    window.click("button", "Add").await;
    window.by_role("table", "Budget and cost by month").await;
    window.pictures("programme").await;
    window.assert_accessible_in_both("a programme").await;
}

fn assert_is_as_planned(made: &Value) {
    let fields = &made["programme"];
    assert_eq!(fields["forSales"], "Ask for the audit date.");
    assert_eq!((&fields["state"], &fields["owner"]), (&json!("running"), &json!("Mara Ruiz")));
    assert_eq!(fields["personaIds"].as_array().unwrap().len(), 1);
    assert_eq!(fields["months"].as_array().unwrap().len(), 1);
    assert_eq!(made["notes"][0]["author"], "Mara Ruiz");
}

#[test]
fn a_programme_is_planned_and_sales_is_told_what_changes() {
    journey("programmes", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        // Sales has been here before the change.
        window.click("button", "Speaking as").await;
        window.click("menuitem", "D. Okafor").await;
        window.go("#/home").await;
        window.shows("D. Okafor, sales").await;
        window.click("button", "Speaking as").await;
        window.click("menuitem", "Mara Ruiz").await;
        window.shows("Mara Ruiz, strategist").await;
        window.gone("menuitem", "Mara Ruiz").await;
        window.settle().await;

        window.press("g").await;
        window.press("o").await;
        window.by_role("heading", "Programmes").await;
        window.shows("3 programmes, 1 running").await;
        // 5,480 + 6,210 + 7,395 was spent of 6,000 + 6,000 + 8,000 + 8,000: 68%.
        window.by_role("img", "Spent of the budget of Prove the restore: 68%").await;
        window.pictures("programmes").await;
        window.assert_accessible_in_both("the programmes").await;

        plan_audit_season(window).await;
        let made = wait::until("the programme", async || {
            let row = programme(window, "Audit season").await?;
            (row["notes"].as_array().unwrap().len() == 1).then_some(row)
        })
        .await;
        assert_is_as_planned(&made);

        // Deleting shows what hangs on it, and undo brings all of it back.
        window.click("button", "Delete").await;
        window.shows("1 programme note").await;
        window.click("button", "Delete Audit season").await;
        window.shows("3 programmes, 1 running").await;
        window.press("Control+z").await;
        window.shows("4 programmes, 2 running").await;
        let back = programme(window, "Audit season").await.unwrap();
        assert_eq!(back["notes"].as_array().unwrap().len(), 1);
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
