//! Personas, triggers, stages with their needs, and the settings: made, ordered, deleted and
//! brought back, by mouse and by keyboard alone.

use fantoccini::Locator;
use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::fixture::northwind::northwind;
use throughline_tests::fixture::save;
use throughline_tests::window::{Theme, Window, journey, wait};

/// A journey on the drawn plan: five personas at seven stages.
fn planned(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind Cloud.throughline");
    save(&northwind().architecture, &file);
    journey(name, &[&file.display().to_string()], body);
}

#[test]
fn a_persona_is_made_described_moved_and_deleted_by_mouse() {
    planned("persona-by-mouse", async |window| {
        window.go("#/personas").await;
        window.click("button", "New persona").await;
        window.type_text("Data lead").await;
        window.press("Enter").await;
        window.by_role("link", "Data lead").await;
        let (grip, cfo) = (
            window.by_role("button", "Move Data lead").await,
            window.by_role("button", "Move CFO").await,
        );
        window.drag(&grip, &cfo).await;
        // The grip is on the right half of its card, so it is dropped behind it.
        until_order(window, "persona.list", &["CFO", "Data lead", "CISO"]).await;
        look_at(window, "personas").await;

        window.click("link", "Data lead").await;
        describe_data_lead(window).await;
        look_at(window, "persona").await;

        window.click("button", "Delete").await;
        window.shows("With Data lead go 1 interview and 1 sales insight.").await;
        window.click("button", "Delete Data lead").await;
        until_order(window, "persona.list", &["CFO", "CISO"]).await;
        window.click("button", "Undo").await;
        until_order(window, "persona.list", &["CFO", "Data lead", "CISO"]).await;
        until(window, "interview.list", "/0/who", &json!("P. Lund")).await;
    });
}

async fn describe_data_lead(window: &Window) {
    let weight = window.by_role("radiogroup", "Decision weight").await;
    let dots = weight.find_all(Locator::Css("label:has(input)")).await.unwrap();
    dots[4].click().await.unwrap();
    window.fill("combobox", "Challenges", "Silos").await;
    window.press("Enter").await;
    window.fill("textbox", "Who was interviewed", "P. Lund").await;
    window.press("Enter").await;
    window.click("button", "Purchase process").await;
    window.fill("textbox", "New sales insight", "Wants to see lineage first").await;
    window.press("Enter").await;
    window.shows("1 of 1").await;
    until(window, "persona.list", "/1/weight", &json!(5)).await;
    until(window, "persona.list", "/1/challenges", &json!(["Silos"])).await;
    until(window, "interview.list", "/0/process", &json!(true)).await;
    until(window, "insight.list", "/0/text", &json!("Wants to see lineage first")).await;
}

#[test]
fn a_taken_name_is_told_at_its_field() {
    planned("persona-twice", async |window| {
        window.go("#/personas").await;
        window.fill("textbox", "Name of the new persona", "cfo").await;
        window.press("Enter").await;
        window.shows("There is already a persona called \"cfo\".").await;
        let field = window.by_role("textbox", "Name of the new persona").await;
        assert_eq!(field.prop("value").await.unwrap().as_deref(), Some("cfo"), "what was typed");
        assert_eq!(names(&window.call("persona.list", json!({})).await).len(), 5);
    });
}

#[test]
fn triggers_are_made_moved_and_brought_back_by_mouse() {
    planned("triggers-by-mouse", async |window| {
        window.go("#/triggers").await;
        let known = names(&window.call("trigger.list", json!({})).await);
        window.click("button", "New trigger").await;
        window.type_text("Merger").await;
        window.press("Enter").await;
        let personas = window.by_role("toolbar", "Personas moved by Merger").await;
        window.by_role_in(&personas, "button", "CISO").await.click().await.unwrap();
        window.shows("unanswered").await;
        let first = window.by_role("button", &format!("Move {}", known[0])).await;
        window.drag(&window.by_role("button", "Move Merger").await, &first).await;
        until(window, "trigger.list", "/0/name", &json!("Merger")).await;
        look_at(window, "triggers").await;

        window.click("button", &format!("Delete {}", known[0])).await;
        window.shows("without it.").await;
        window.press("Enter").await;
        window.gone("button", &format!("Move {}", known[0])).await;
        window.click("button", "Undo").await;
        window.by_role("button", &format!("Move {}", known[0])).await;
    });
}

#[test]
fn personas_triggers_and_stages_are_made_and_moved_by_keyboard_alone() {
    planned("entities-by-keyboard", async |window| {
        persona_by_keys(window).await;
        trigger_by_keys(window).await;
        stage_by_keys(window).await;
        look_at(window, "stages").await;
    });
}

async fn persona_by_keys(window: &Window) {
    go_by_keys(window, "p", "Personas").await;
    window.press("n").await;
    window.type_text("Data lead").await;
    window.press("Enter").await;
    until(window, "persona.list", "/5/name", &json!("Data lead")).await;
    reach(window, "Move Data lead").await;
    window.press("ArrowLeft").await;
    until(window, "persona.list", "/4/name", &json!("Data lead")).await;
}

async fn trigger_by_keys(window: &Window) {
    go_by_keys(window, "t", "Triggers").await;
    window.press("n").await;
    window.type_text("Merger").await;
    window.press("Enter").await;
    window.by_role("button", "Move Merger").await;
    reach(window, "Signal of Merger: How is it noticed?. Edit").await;
    window.press("Enter").await;
    window.type_text("Press release").await;
    window.press("Control+Enter").await;
    let last = names(&window.call("trigger.list", json!({})).await).len() - 1;
    until(window, "trigger.list", &format!("/{last}/signal"), &json!("Press release")).await;
}

async fn stage_by_keys(window: &Window) {
    go_by_keys(window, "s", "Stages & needs").await;
    window.press("n").await;
    window.type_text("Legal").await;
    window.press("Enter").await;
    until(window, "stage.list", "/7/name", &json!("Legal")).await;
    reach(window, "Move Legal").await;
    window.press("ArrowLeft").await;
    until(window, "stage.list", "/6/name", &json!("Legal")).await;
    until(window, "stage.list", "/6/phase", &json!("convert")).await;
    reach(window, "New need at Legal").await;
    window.type_text("/must /objection your terms are longer for procurement lead").await;
    window.shows("must · objection · Procurement lead").await;
    window.press("Enter").await;
    window.shows("your terms are longer").await;
    let needs = window.call("need.list", json!({})).await;
    let need = needs.as_array().unwrap().last().unwrap().clone();
    assert_eq!([&need["importance"], &need["kind"]], [&json!("must"), &json!("objection")]);
}

#[test]
fn a_stage_shows_what_hangs_on_it_and_comes_back_with_it() {
    planned("stage-deleted", async |window| {
        let placements = placed(window).await;
        window.go("#/stages").await;
        window.click("button", "Details of Evaluation").await;
        look_at(window, "stage").await;
        window.click("button", "Delete Evaluation").await;
        window.shows("With Evaluation go").await;
        window.click("button", "Delete Evaluation").await;
        window.gone("button", "Details of Evaluation").await;
        assert!(placed(window).await < placements, "nothing went with the stage");
        window.press("Control+z").await;
        window.by_role("button", "Details of Evaluation").await;
        assert_eq!(placed(window).await, placements);
    });
}

#[test]
fn a_journey_is_added_from_a_preset_and_shown() {
    planned("journey-added", async |window| {
        window.go("#/stages").await;
        window.click("button", "Journeys").await;
        window.click("button", "Retention").await;
        window.by_role("button", "Details of Renewal talk").await;
        window.gone("button", "Details of Evaluation").await;
        window.shows("Retention").await;
    });
}

#[test]
fn members_and_settings_are_kept_across_a_restart() {
    planned("settings", async |window| {
        window.go("#/members").await;
        window.fill("textbox", "Name of the new member", "J. Okafor").await;
        window.press("Enter").await;
        window.click("button", "Speak as J. Okafor").await;
        look_at(window, "members").await;

        window.go("#/settings").await;
        change_settings(window).await;
        look_at(window, "settings").await;

        window.reopen(&[]).await;
        window.go("#/settings").await;
        window.shows("Working time").await;
        let workspace = window.call("workspace.get", json!({})).await;
        assert_eq!(workspace["name"], "Northwind Group");
        assert_eq!(workspace["timeZone"], "Europe/Berlin");
        assert_eq!(workspace["workingDays"], json!([1, 2, 3, 4, 5, 6]));
        assert_eq!([&workspace["workStarts"], &workspace["workEnds"]], [&json!(510), &json!(1020)]);
        let zone = window.by_role("combobox", "Time zone").await;
        assert_eq!(zone.prop("value").await.unwrap().as_deref(), Some("Europe/Berlin"));
    });
}

async fn change_settings(window: &Window) {
    window.fill("textbox", "Name", "Northwind Group").await;
    window.press("Enter").await;
    window.fill("combobox", "Time zone", "Europe/Ber").await;
    window.press("ArrowDown").await;
    window.press("Enter").await;
    window.click("button", "Sat").await;
    window.fill("textbox", "Work starts", "8:30").await;
    window.press("Tab").await;
    until(window, "workspace.get", "/timeZone", &json!("Europe/Berlin")).await;
    until(window, "workspace.get", "/workStarts", &json!(510)).await;
    window.fill("textbox", "Work ends", "noon").await;
    window.press("Enter").await;
    window.shows("A time of the day, such as 9:00.").await;
    window.press("Escape").await;
}

/// Pictures of a view, and axe-core's judgement of it in both themes.
async fn look_at(window: &mut Window, view: &str) {
    for theme in [Theme::Light, Theme::Dark] {
        window.set_theme(theme).await;
        window.settle().await;
        window.assert_accessible(&format!("{view}, {theme:?}")).await;
    }
    window.pictures(view).await;
}

/// Goes to a view by its two letters.
async fn go_by_keys(window: &Window, letter: &str, title: &str) {
    window.press("g").await;
    window.press(letter).await;
    window.by_role("heading", title).await;
}

/// Walks with Tab until the thing of that name has the focus.
async fn reach(window: &Window, name: &str) {
    let focused = "return document.activeElement?.getAttribute('aria-label') ?? ''";
    for _ in 0..200 {
        window.press("Shift+Tab").await;
        if window.script(focused, vec![]).await == name {
            return;
        }
    }
    panic!("no Tab leads to {name:?}");
}

/// Waits until a part of a command's answer is as expected.
async fn until(window: &Window, command: &str, part: &str, expected: &Value) {
    wait::until(&format!("{command}{part} to be {expected}"), async || {
        let answer = window.call(command, json!({})).await;
        (answer.pointer(part) == Some(expected)).then_some(())
    })
    .await;
}

/// Waits until the first names of a list are these.
async fn until_order(window: &Window, command: &str, expected: &[&str]) {
    wait::until(&format!("{command} to begin with {expected:?}"), async || {
        let names = names(&window.call(command, json!({})).await);
        names.iter().take(expected.len()).eq(expected.iter()).then_some(())
    })
    .await;
}

fn names(list: &Value) -> Vec<String> {
    let all = list.as_array().unwrap().iter();
    all.map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

/// How many placements the map counts.
async fn placed(window: &Window) -> u64 {
    let map = window.call("coverage.map", json!({})).await;
    let cells = map["cells"].as_array().unwrap().iter();
    cells.map(|cell| cell["placements"].as_u64().unwrap()).sum()
}
