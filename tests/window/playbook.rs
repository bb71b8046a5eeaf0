//! What a rep opens before a call, and what is on the calendar.

use throughline_tests::window::{Window, journey};

fn on_the_sample(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    journey(name, &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        body(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn a_rep_finds_what_to_use_and_what_to_say() {
    on_the_sample("playbook", async |window| {
        window.press("g").await;
        window.press("k").await;
        window.by_role("heading", "Playbook").await;
        window.click("link", "Discovery").await;
        window.by_role("heading", "Discovery").await;
        window.by_role("list", "To use with the CFO").await;
        window.shows("TCO worksheet for storage and backup").await;
        window.shows("Bring the worksheet half filled: the gaps start the talk.").await;
        window.shows("Question · Answered by TCO worksheet for storage and backup").await;
        window.pictures("playbook").await;
        window.assert_accessible_in_both("the playbook").await;

        // What was read is marked by a key, and signed by whoever speaks.
        window.tick("checkbox", "I have read what to say of TCO worksheet").await;
        window.shows("TCO worksheet for storage and backup: read").await;
        window.click("button", "Speaking as").await;
        window.click("menuitem", "A. Kim").await;
        window.shows("Read by Mara Ruiz").await;
        window.go("#/home").await;
        window.shows("Pieces to read before you mention them").await;
        window.go("#/playbook").await;
        window.click("link", "Discovery").await;

        window.click("button", "Any persona").await;
        window.click("option", "CISO").await;
        window.gone("list", "To use with the CFO").await;
        window.by_role("list", "To use with the CISO").await;
        window.click("link", "Recovery test protocol").await;
        window.by_role("heading", "Facts").await;
    });
}

#[test]
fn the_cadence_tells_month_by_month_what_is_due_and_who_is_in_charge() {
    on_the_sample("cadence", async |window| {
        window.press("g").await;
        window.press("l").await;
        window.by_role("heading", "Cadence").await;
        // One piece of the sample was due a week ago, and it is told where it was due.
        window.shows("overdue").await;
        window.pictures("cadence").await;
        window.assert_accessible_in_both("the cadence").await;
        window.press("]").await;
        window.press("]").await;
        window.by_role("list", "Overdue from before").await;
        window.click("radio", "Expires").await;
        window.gone("list", "Overdue from before").await;
        window.click("radio", "All").await;
        window.by_role("list", "Overdue from before").await;
        window.click("button", "This month").await;
        window.gone("list", "Overdue from before").await;
    });
}
