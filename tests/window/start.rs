//! The first start, the workspaces after it, and the palette: all by keyboard.

use serde_json::{Value, json};
use throughline_tests::window::{Window, journey, wait};

/// What stands first in the palette.
const FIRST_FOUND: &str = "return document.querySelector(
    '[role=listbox][aria-label=\"Commands and findings\"] [role=option]')?.innerText";

/// Opens the palette, types, and runs what stands first.
async fn run(window: &Window, typed: &str, first: &str) {
    window.press("Control+k").await;
    window.by_role("combobox", "Find anything or run a command").await;
    window.type_text(typed).await;
    wait::until(&format!("{first:?} to be found first"), async || {
        let found = window.script(FIRST_FOUND, vec![]).await;
        found.as_str().is_some_and(|name| name.starts_with(first)).then_some(())
    })
    .await;
    window.press("Enter").await;
    window.gone("combobox", "Find anything or run a command").await;
}

async fn opened(window: &Window) -> Value {
    window.call("session.get", json!({})).await["open"].clone()
}

#[test]
fn a_first_start_by_keyboard_alone_ends_on_an_empty_map() {
    journey("start-empty", &[], async |window| {
        window.by_role("heading", "See which content moves a deal, and what is missing").await;
        window.assert_accessible_in_both("first start").await;
        window.pictures("start").await;
        for key in ["Tab", "Tab", "Enter"] {
            window.press(key).await;
        }
        window.by_role("textbox", "Company or team").await;
        window.press("Enter").await;
        window.shows("Say whose content it is.").await;
        window.type_text("Acme Storage").await;
        window.shows("Negotiation").await;
        window.settle().await;
        window.assert_accessible("the step before a new workspace").await;
        window.pictures("start-empty").await;
        window.press("Enter").await;
        window.by_role("heading", "Architecture").await;
        let open = opened(window).await;
        assert_eq!(open["workspace"]["name"], "Acme Storage");
        assert_eq!(open["size"]["stages"], 7);
        assert!(open["location"]["folder"].as_str().unwrap().ends_with("Throughline"));
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn the_sample_opens_with_enter_and_the_palette_leads_through_it() {
    journey("start-sample", &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;
        assert_eq!(opened(window).await["workspace"]["name"], "Northwind Cloud");

        run(window, "ciso", "CISO").await;
        window.by_role("heading", "CISO").await;
        run(window, "history", "Go to History").await;
        window.by_role("heading", "History").await;
        run(window, "speak as a. kim", "Speak as A. Kim").await;
        window.by_role("button", "Speaking as A. Kim, Sales").await;
        run(window, "cross", "Show the journey Cross-sell").await;
        window.by_role("button", "Journey: Cross-sell").await;

        window.press("?").await;
        window.by_role("dialog", "Keyboard shortcuts").await;
        window.settle().await;
        window.assert_accessible("the shortcuts").await;
        window.press("Escape").await;
        window.gone("dialog", "Keyboard shortcuts").await;

        run(window, "close the workspace", "Close the workspace").await;
        window.by_role("list", "Opened before").await;
        window.assert_accessible("the start with workspaces opened before").await;
        window.pictures("start-recent").await;
        window.click("button", "Northwind Cloud").await;
        window.by_role("button", "Workspace: Northwind Cloud").await;
    });
}

#[test]
fn the_workspace_menu_makes_another_one_and_goes_back() {
    journey("start-menu", &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.click("button", "Workspace: Northwind Cloud").await;
        window.by_role("menu", "Workspace").await;
        window.settle().await;
        window.assert_accessible("the workspace menu").await;
        window.click("menuitem", "New workspace…").await;
        window.by_role("dialog", "New workspace").await;
        window.click("button", "Start empty").await;
        window.by_role("textbox", "Company or team").await;
        window.type_text("Second Company").await;
        window.settle().await;
        window.assert_accessible("the dialog of a new workspace").await;
        window.picture("start-dialog").await;
        window.press("Enter").await;
        window.by_role("button", "Workspace: Second Company").await;

        window.click("button", "Workspace: Second Company").await;
        window.click("menuitem", "Open Northwind Cloud").await;
        window.by_role("button", "Workspace: Northwind Cloud").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
