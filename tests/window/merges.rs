//! A copy comes back: what was said in it comes in, what both changed is shown with both values, and
//! one undo takes all of it back.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use tempfile::TempDir;
use throughline_core::plan::verify;
use throughline_tests::terminal::{call_in, make_sample};
use throughline_tests::window::{Window, journey};

/// A need of the sample, as it was when the copy was made, as it is called here, and in the copy.
const BEFORE: &str = "What if usage grows three times in year two?";
const HERE: &str = "What does it cost at three times the usage?";
const THERE: &str = "We will grow: who pays for that?";
const NEW: &str = "They ask who else left a hyperscaler";
const REASON: &str = "It won the Fabrikam deal";

/// Sales works on the copy: changes the need, asks for another, answers a check.
fn work_in(copy: &Path) {
    let call = |command: &str, payload| call_in(copy, "D. Okafor", command, &payload);
    let needs = call("need.list", json!({}));
    let need = needs.as_array().unwrap().iter().find(|one| one["text"] == BEFORE).unwrap();
    call("need.update", json!({ "id": need["id"], "set": { "text": THERE } }));
    let fields = json!({
        "stageId": need["stageId"], "personaId": need["personaId"], "kind": "sales need",
        "text": NEW, "importance": "must",
    });
    call("need.create", json!({ "fields": fields }));
    let asked = call("check.questions", json!({ "limit": 1 }))["first"][0].clone();
    let answer =
        json!({ "placementIds": [asked["placementId"]], "answer": "yes", "reason": REASON });
    call("check.answer", answer);
}

/// The same need is changed in the window.
async fn change_here(window: &Window) {
    window.go("#/stages").await;
    window.click("button", BEFORE).await;
    window.click("button", &format!("Need: {BEFORE}. Edit")).await;
    window.press("Control+a").await;
    window.type_text(HERE).await;
    window.press("Control+Enter").await;
    window.shows(HERE).await;
    window.shows("Saved").await;
}

/// Goes where copies are merged, and picks one in the system's dialog.
async fn pick(window: &Window, copy: &Path) {
    window.go("#/import").await;
    window.click("button", "Merge a copy back…").await;
    window.pick_file(copy).await;
    window.by_role("heading", "Merge a copy").await;
}

/// What is in the file of what was said in the copy and here, by another reader.
fn said_in(file: &Path) -> Vec<String> {
    let reader = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let said = format!(
        "SELECT text FROM need WHERE text IN ('{BEFORE}', '{HERE}', '{THERE}', '{NEW}')
         UNION ALL SELECT reason FROM verdict WHERE reason = '{REASON}'
         UNION ALL SELECT op || ' ' || subject FROM edit WHERE op = 'merge' AND state = 'undoable'
         ORDER BY 1"
    );
    let mut said = reader.prepare(&said).unwrap();
    let rows = said.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn a_copy_comes_back_with_what_sales_said_in_it_and_goes_with_one_undo() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind Cloud.throughline");
    let copy = folder.path().join("For sales.throughline");
    make_sample(&file);
    std::fs::copy(&file, &copy).unwrap();
    work_in(&copy);
    let bytes = std::fs::read(&copy).unwrap();
    journey("merge", &[&file.display().to_string()], async |window| {
        change_here(window).await;
        pick(window, &copy).await;
        window.shows("For sales").await;
        window.shows("1 need new, 1 need changed, 1 in conflict").await;
        window.shows(&format!("Before: {BEFORE}")).await;
        window.by_role("radio", &format!("Here {HERE}")).await;
        window.assert_accessible_in_both("a copy to merge").await;
        window.pictures("merge").await;
        window.tick("radio", &format!("In the copy {THERE}")).await;
        window.click("button", "Merge").await;
        window.by_role("heading", "3 things came in").await;
        window.assert_accessible_in_both("a copy that came in").await;
        assert_eq!(said_in(&file), [REASON, NEW, THERE, "merge For sales"]);

        window.go("#/stages").await;
        window.shows(THERE).await;
        window.shows(NEW).await;
        window.press("Control+z").await;
        window.shows(HERE).await;
        window.gone("button", NEW).await;
        assert_eq!(said_in(&file), [HERE]);
        window.press("Control+Shift+Z").await;
        window.shows(THERE).await;
        pick(window, &copy).await;
        window.shows("The copy has nothing that is not here.").await;
        let merge = window.by_role("button", "Merge").await;
        assert!(merge.attr("disabled").await.unwrap().is_some(), "there is nothing to merge");
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
    assert_eq!(said_in(&file), [REASON, NEW, THERE, "merge For sales"]);
    assert_eq!(verify(&file), Vec::<String>::new());
    assert!(std::fs::read(&copy).unwrap() == bytes, "the copy was changed");
}
