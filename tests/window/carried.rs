//! A plan carried elsewhere: as JSON that opens as a workspace again, and as a copy in which nobody
//! is named.

use std::path::Path;

use serde_json::{Value, json};
use throughline_core::plan::verify;
use throughline_tests::fixture::texts_in;
use throughline_tests::window::{Window, journey, wait};

fn on_the_settings(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    journey(name, &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        body(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

/// The map as a screen reader reads it.
async fn map(window: &Window) -> Vec<String> {
    window.go("#/architecture").await;
    window.by_role("grid", "Coverage").await;
    window.settle().await;
    window.names("gridcell").await
}

async fn opened(window: &Window) -> Value {
    window.call("session.get", json!({})).await["open"].clone()
}

/// Chooses from the menu of the workspace, and a file in the dialog that comes; another one is open
/// then.
async fn open(window: &Window, way: &str, file: &Path) {
    let before = opened(window).await["location"]["path"].clone();
    window.click("button", "Workspace: Northwind Cloud").await;
    window.click("menuitem", way).await;
    window.pick_file(file).await;
    window.gone("menuitem", way).await;
    wait::until("another workspace to open", async || {
        (opened(window).await["location"]["path"] != before).then_some(())
    })
    .await;
    window.settle().await;
}

async fn save_plan(window: &Window, name: &str) -> std::path::PathBuf {
    window.go("#/settings").await;
    window.click("button", "Save the plan as JSON…").await;
    let file = window.save_as(name).await;
    window.shows(&format!("Saved as {name}")).await;
    file
}

#[test]
fn a_plan_saved_as_json_opens_as_the_same_plan() {
    on_the_settings("plan-as-json", async |window| {
        let before = map(window).await;
        assert!(before.len() > 40, "{before:?}");
        let saved = save_plan(window, "plan.json").await;
        open(window, "Open a plan saved as JSON…", &saved).await;
        let made = opened(window).await;
        assert_eq!(made["undo"], Value::Null, "its history begins here");
        assert_eq!(map(window).await, before);
        let again = save_plan(window, "again.json").await;
        let [saved, again] = [saved, again].map(|file| std::fs::read(file).unwrap());
        assert!(saved == again, "the plan was saved otherwise");
        let plan: Value = serde_json::from_slice(&saved).unwrap();
        assert!(plan.to_string().contains("TCO worksheet for storage and backup"));
        let path = made["location"]["path"].as_str().unwrap();
        assert_eq!(verify(Path::new(path)), Vec::<String>::new());
    });
}

/// The names and e-mails of all members.
async fn members(window: &Window) -> Vec<String> {
    let members = window.call("member.list", json!({})).await;
    let members = members.as_array().unwrap().iter();
    let named = members.flat_map(|one| [&one["name"], &one["email"]]);
    named.map(|text| text.as_str().unwrap().to_owned()).filter(|text| !text.is_empty()).collect()
}

#[test]
fn nobody_is_named_in_a_copy_without_names() {
    on_the_settings("copy-without-names", async |window| {
        let (named, before) = (members(window).await, map(window).await);
        assert_eq!(named.len(), 8, "{named:?}");
        let path = opened(window).await["location"]["path"].clone();
        assert_eq!(
            texts_in(Path::new(path.as_str().unwrap()), &named),
            named,
            "all are found there"
        );
        window.go("#/settings").await;
        window.click("button", "Save a copy without names…").await;
        let copy = window.save_as("bare.throughline").await;
        window.shows("Copy without names saved").await;
        assert_eq!(texts_in(&copy, &named), Vec::<String>::new());
        assert_eq!(verify(&copy), Vec::<String>::new());

        open(window, "Open a workspace…", &copy).await;
        assert_eq!(map(window).await, before);
        window.go("#/members").await;
        window.shows("Strategist 1").await;
        let shown = members(window).await;
        assert!(shown.iter().all(|name| !named.contains(name)), "{shown:?}");
        // Opened and worked with, it still names nobody.
        assert_eq!(texts_in(&copy, &named), Vec::<String>::new());
    });
}
