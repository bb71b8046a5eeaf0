//! Leads come in from a file, are looked through and looked at, and tell of personas.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use throughline_tests::window::{Window, journey, wait};

const DONE: &str = "5 leads added";

/// A German export: dates that can be read two ways, a column nobody knows, somebody without a name,
/// and a row with more cells than columns.
fn export(folder: &Path, content: &str) -> PathBuf {
    let rows = [
        "Mail;Name;Funktion;Ebene;Firma;Segment;Inhalt;Angefordert;Geöffnet".to_owned(),
        format!("ada@fabrikam.com;Ada Lovelace;CFO;C-level;Fabrikam;Manufacturing;{content};03/04/2024 09:00;03/04/2024 16:00"),
        "ada@fabrikam.com;Ada Lovelace;CFO;C-level;Fabrikam;Manufacturing;Storage basics;05/04/2024 10:00;".to_owned(),
        format!("bob@contoso.com;Bob Oak;Head of Widgets;Director;Contoso;Retail;{content};08/04/2024 10:00;"),
        "cy@contoso.com;Cy Elm;Head of Widgets;Director;Contoso;Retail;Storage basics;07/04/2024 11:30;07/04/2024 11:42".to_owned(),
        format!(";;;;;;{content};04/04/2024 08:00;"),
        "dee@adatum.com;Dee Ash;Plant buyer;Manager;Adatum;Energy;Storage basics;06/04/2024 12:00;".to_owned(),
        "too;many;cells;in;this;row;for;its;header;by;three;of them".to_owned(),
    ];
    let file = folder.join("Messe.csv");
    std::fs::write(&file, rows.join("\r\n")).unwrap();
    file
}

async fn some_content(window: &Window) -> String {
    let list = window.call("asset.list", json!({ "limit": 1 })).await;
    list["rows"][0]["asset"]["title"].as_str().unwrap().to_owned()
}

pub(crate) async fn leads(window: &Window) -> u64 {
    window.call("lead.list", json!({ "limit": 0 })).await["leads"].as_u64().unwrap()
}

async fn until_leads(window: &Window, count: u64) {
    wait::until(&format!("{count} leads"), async || (leads(window).await == count).then_some(()))
        .await;
}

/// Answers the system's dialog; a key that comes when it has gone already presses nothing.
pub(crate) async fn choose(window: &Window, file: &Path) {
    window.click("button", "Choose a file…").await;
    window.script("document.activeElement.blur()", vec![]).await;
    window.pick_file(file).await;
}

/// The text of the first row in a column.
async fn first_in(window: &Window, column: u8) -> String {
    let text = "return document.querySelector(`[data-index='0'] [data-column='${arguments[0]}']`)?.innerText ?? ''";
    window.script(text, vec![json!(column)]).await.as_str().unwrap().trim().to_owned()
}

async fn until_first(window: &Window, column: u8, wanted: &str) {
    wait::until(&format!("{wanted:?} to come first"), async || {
        (first_in(window, column).await == wanted).then_some(())
    })
    .await;
}

async fn address(window: &Window) -> String {
    window.script("return location.hash", vec![]).await.as_str().unwrap().to_owned()
}

/// A journey on the leads of the sample, which has none.
pub(crate) fn on_the_leads(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    journey(name, &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;
        window.go("#/leads").await;
        window.by_role("heading", "No leads yet").await;
        body(window).await;
    });
}

/// From the empty list to the preview of the export.
async fn preview(window: &Window) {
    let content = some_content(window).await;
    let file = export(window.home(), &content);
    window.click("button", "Import leads…").await;
    window.by_role("heading", "Drag a file of leads, deals or counts onto this place").await;
    choose(window, &file).await;
    window.by_role("heading", "Columns").await;
}

async fn bring_in(window: &Window) {
    preview(window).await;
    window.by_role("radio", "The day").await;
    window.script("[...document.querySelectorAll('input[type=radio]')][0].click()", vec![]).await;
    wait::until("the answer to be taken", async || {
        let busy = "return document.querySelectorAll('[aria-busy=true]').length";
        (window.script(busy, vec![]).await == 0).then_some(())
    })
    .await;
    window.click("button", "Import leads").await;
    window.by_role("heading", DONE).await;
}

/// Imports, takes it back and makes it again.
async fn takes_in_and_back(window: &Window) {
    window.press("Control+Enter").await;
    window.by_role("heading", DONE).await;
    window.shows("1 row that cannot be read").await;
    window.settle().await;
    window.assert_accessible_in_both("leads that came in").await;
    window.pictures("leads-done").await;
    assert_eq!(leads(window).await, 5);

    window.click("button", "Undo").await;
    window.by_role("heading", "Taken back").await;
    until_leads(window, 0).await;
    window.click("button", "Redo").await;
    window.by_role("heading", DONE).await;
    until_leads(window, 5).await;
}

async fn again_changes_nothing(window: &Window, file: &Path) {
    window.click("button", "Import another").await;
    window.by_role("table", "Taken in before").await;
    window.by_role("cell", "Messe.csv").await;
    window.pictures("leads-again").await;
    choose(window, file).await;
    window.by_role("button", "Industry What “Segment” becomes").await;
    window.click("button", "Import leads").await;
    window.by_role("heading", "Nothing changed: all of it was here already.").await;
    window.go("#/history").await;
    window.shows("imported Messe.csv").await;
}

#[test]
fn leads_come_in_by_a_mapping_and_are_taken_back() {
    on_the_leads("leads-import", async |window| {
        window.settle().await;
        window.assert_accessible("no leads").await;
        window.pictures("leads-none").await;
        let file = export(window.home(), &some_content(window).await);
        window.click("button", "Import leads…").await;
        window.by_role("heading", "Drag a file of leads, deals or counts onto this place").await;
        window.settle().await;
        window.assert_accessible_in_both("choosing leads").await;
        window.pictures("leads-choose").await;

        choose(window, &file).await;
        window.shows("Leads, what they requested and when they opened it.").await;
        window.shows("In dates such as 03/04/2024").await;
        window.shows("Until the question about it is answered").await;
        window.by_role("button", "E-mail What “Mail” becomes").await;
        window.by_role("combobox", "The times in this file say no time zone.").await;
        window.click("button", "What “Segment” becomes").await;
        window.click("option", "Industry").await;
        window.by_role("columnheader", "Segment Industry").await;
        window
            .script("[...document.querySelectorAll('input[type=radio]')][0].click()", vec![])
            .await;
        window.settle().await;
        window.assert_accessible_in_both("the preview of leads").await;
        window.pictures("leads-preview").await;

        takes_in_and_back(window).await;
        again_changes_nothing(window, &file).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

async fn sorted_by_mouse_and_keys(window: &Window) {
    // By the mouse, then by keyboard alone.
    window.click("button", "Title").await;
    window.by_role("columnheader", "Title").await;
    until_first(window, 3, "CFO").await;
    window.click("button", "Title").await;
    until_first(window, 3, "Plant buyer").await;
    assert!(address(window).await.contains("sort=-title"));
    window.script("document.querySelector('[role=grid]').focus()", vec![]).await;
    for key in ["Control+Home", "ArrowUp", "Enter"] {
        window.press(key).await;
    }
    until_first(window, 0, "Ada Lovelace\nada@fabrikam.com").await;
    assert!(address(window).await.contains("sort=name"));
}

async fn searched_and_filtered(window: &Window) {
    window.press("/").await;
    window.type_text("contoso").await;
    window.shows("2 of 5 leads").await;
    assert!(address(window).await.contains("text=contoso"));
    window.click("button", "Clear").await;
    window.shows("5 leads, as of").await;
    window.click("button", "Persona: any").await;
    window.click("menuitem", "Without a persona").await;
    window.shows("4 of 5 leads").await;
    // Escape belongs to the menu until it has gone.
    wait::until("the filter to be gone", async || {
        window.press("Escape").await;
        window.settle().await;
        (!address(window).await.contains("persona")).then_some(())
    })
    .await;
}

#[test]
fn leads_are_sorted_found_and_looked_at() {
    on_the_leads("leads", async |window| {
        bring_in(window).await;
        window.click("button", "See the leads").await;
        window.by_role("grid", "Leads").await;
        window.shows("5 leads, as of Apr 8, 2024").await;
        until_first(window, 0, "Bob Oak\nbob@contoso.com").await;
        window.settle().await;
        window.assert_accessible_in_both("the leads").await;
        window.pictures("leads").await;

        sorted_by_mouse_and_keys(window).await;
        searched_and_filtered(window).await;
        window.click("link", "Ada Lovelace").await;
        window.by_role("heading", "Ada Lovelace").await;
        window.shows("opened after 7 h").await;
        window.shows("not opened for 3 days").await;
        window.by_role("link", &some_content(window).await).await;
        window.by_role("link", "CFO").await;
        window.settle().await;
        window.assert_accessible_in_both("a lead").await;
        window.pictures("lead").await;
        window.go("#/leads/4000000000").await;
        window.by_role("heading", "This lead is no longer here").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn a_title_without_a_persona_is_given_one_in_one_step() {
    on_the_leads("leads-titles", async |window| {
        bring_in(window).await;
        window.go("#/leads").await;
        window.click("button", "Titles without a persona").await;
        window.shows("1 of 5 leads has a persona · 1 has no title").await;
        window.settle().await;
        window.assert_accessible_in_both("titles without a persona").await;
        window.pictures("leads-titles").await;

        let personas = window.call("persona.list", json!({})).await;
        let name = personas[0]["name"].as_str().unwrap().to_owned();
        window.click("button", "Add to… Head of Widgets").await;
        window.by_role("dialog", "Add “Head of Widgets” to a persona").await;
        window.settle().await;
        window.assert_accessible("a title and a persona").await;
        window.pictures("leads-title-add").await;
        window.click("option", &name).await;
        window.shows("3 of 5 leads have a persona").await;
        window.gone("button", "Add to… Head of Widgets").await;
        let patterns = |personas: &Value| personas[0]["titlePatterns"].to_string();
        assert!(
            patterns(&window.call("persona.list", json!({})).await).contains("Head of Widgets")
        );

        window.press("Control+z").await;
        window.shows("1 of 5 leads has a persona").await;
        window.by_role("button", "Add to… Head of Widgets").await;
        assert_eq!(window.call("persona.list", json!({})).await, personas);
    });
}
