//! How mature the demand process is.

use serde_json::{Value, json};
use throughline_tests::window::{Window, journey, wait};

async fn standing(window: &Window, question: &str) -> Value {
    let maturity = window.call("maturity.get", json!({})).await;
    let questions = maturity["questions"].as_array().unwrap();
    questions.iter().find(|one| one["question"] == question).unwrap().clone()
}

#[test]
fn the_process_is_rated_with_what_shows_it_and_what_the_plan_knows() {
    journey("maturity", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        window.press("g").await;
        window.press("u").await;
        window.by_role("heading", "Maturity").await;
        window.shows("14 of 23 questions rated").await;
        // People as last rated: together 2, roles 3, agreement 1, follow-up 1; 7 \u{f7} 4.
        window.shows("1.8").await;
        window.pictures("maturity").await;
        window.assert_accessible_in_both("the maturity").await;

        // The lowest that can change leads to its rating; arrows go along the levels, Space takes one.
        window.click("button", "There are offers for every stage").await;
        window.press("ArrowRight").await;
        window.press("Space").await;
        let rated = wait::until("the rating", async || {
            let offers = standing(window, "offers").await;
            (offers["rating"]["level"] == 3).then_some(offers)
        })
        .await;
        assert_eq!(rated["before"], 2);
        assert_eq!(rated["rating"]["member"], "Mara Ruiz");
        window.shows("most of it, 2 before").await;
        window.click("button", "What shows it: There are offers for every stage").await;
        window.press("Control+a").await;
        window.type_text("Every stage has three by now.").await;
        window.press("Control+Enter").await;
        wait::until("the evidence", async || {
            let offers = standing(window, "offers").await;
            (offers["rating"]["evidence"] == "Every stage has three by now.").then_some(())
        })
        .await;
        // 19 of the 70 cells that apply are covered: the plan's own word stands beside.
        window.shows("19 of 70 cells covered").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
