//! The library as a whole: filtered, placed and changed at once, edited by keyboard, moved on the
//! board, and one piece on its own page.

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::fixture::library::library;
use throughline_tests::fixture::save;
use throughline_tests::window::{Window, journey, wait};

/// Runs a journey over a library of so many pieces.
fn over(pieces: usize, name: &str, body: impl AsyncFnOnce(&mut Window)) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Northwind Cloud.throughline");
    save(&library(pieces).plan.architecture, &file);
    journey(name, &[&file.display().to_string()], body);
}

async fn titled(window: &Window, text: &str) -> Value {
    let filter = json!({ "triggerId": null, "themes": [], "formatIds": [], "owners": [],
        "statuses": [], "languages": [], "purposes": [], "text": text });
    let list = window.call("asset.list", json!({ "filter": filter, "limit": 1 })).await;
    list["rows"][0].clone()
}

/// How many pieces stand at a persona and a stage of the map.
async fn placed_at(window: &Window, persona: &str, stage: &str) -> u64 {
    let map = window.call("coverage.map", json!({})).await;
    let id = |list: &str, name: &str| {
        let known = map[list].as_array().unwrap();
        known.iter().find(|one| one["name"] == name).unwrap()["id"].clone()
    };
    let (persona, stage) = (id("personas", persona), id("stages", stage));
    let cells = map["cells"].as_array().unwrap();
    let here = |cell: &&Value| cell["personaId"] == persona && cell["stageId"] == stage;
    cells.iter().find(here).unwrap()["placements"].as_u64().unwrap()
}

async fn status_of(window: &Window, title: &str) -> Value {
    titled(window, title).await["asset"]["status"].clone()
}

/// The first card of a column of the board, read at one go: cards come and go.
async fn card_in(window: &Window, column: &str) -> String {
    let card = "return document.querySelector(`section[aria-label='${arguments[0]}'] article`)
        ?.getAttribute('aria-label')";
    wait::until(&format!("a card in {column}"), async || {
        window.script(card, vec![json!(column)]).await.as_str().map(str::to_owned)
    })
    .await
}

/// The title in the first row of the table.
async fn first_title(window: &Window) -> String {
    let title = "return document.querySelector('[data-row-id] [data-column=\"0\"]')?.innerText";
    window.script(title, vec![]).await.as_str().unwrap_or_default().trim().to_owned()
}

const HOLD_CARDS: &str =
    "window.held = [...document.querySelectorAll(`section[aria-label='Idea'] article`)];";
const CARDS_GONE: &str = "return window.held.filter((card) => !card.isConnected).length";
const FOCUSED_CARD: &str =
    "return document.activeElement?.closest('article')?.getAttribute('aria-label') ?? null";

async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    wait::until(what, async || holds().await.then_some(())).await;
}

#[test]
fn all_that_pass_a_filter_are_placed_at_once_and_one_undo_takes_it_back() {
    over(60, "assets-bulk", async |window| {
        window.go("#/assets").await;
        window.shows("60 in all").await;
        window.pictures("assets").await;
        window.assert_accessible("assets").await;
        window.click("button", "Filter").await;
        window.click("option", "Format").await;
        window.click("option", "Case study").await;
        window.press("Escape").await;
        window.shows("12 of 60").await;
        window.click("gridcell", "How Fabrikam").await;
        window.press("Control+a").await;
        window.shows("12 selected").await;
        window.pictures("assets-selected").await;
        window.assert_accessible("selected assets").await;
        let before = placed_at(window, "CISO", "Evaluation").await;
        window.click("button", "Place…").await;
        window.fill("combobox", "For whom", "CISO").await;
        window.press("Enter").await;
        window.press("Tab").await;
        window.fill("combobox", "At which stage", "Evaluation").await;
        window.press("Enter").await;
        window.press("Tab").await;
        window.click("button", "Place 12 times").await;
        // One of the twelve is retired, and counts nowhere.
        until("eleven more in the cell", async || {
            placed_at(window, "CISO", "Evaluation").await == before + 11
        })
        .await;
        // Keys belong to the dialog until it is gone.
        window.gone("dialog", "Place").await;
        window.press("Control+z").await;
        until("none of them there", async || {
            placed_at(window, "CISO", "Evaluation").await == before
        })
        .await;
        window.script("history.back()", vec![]).await;
        window.shows("60 in all").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn a_piece_is_edited_in_the_table_by_keyboard_alone() {
    over(60, "assets-edit", async |window| {
        window.go("#/assets?text=audit&sort=title").await;
        window.shows("of 60").await;
        window.focus("grid", "Assets").await;
        window.press("Enter").await;
        window.press("Control+a").await;
        window.type_text("Zero findings: an audit diary").await;
        window.press("Enter").await;
        until("the new title", async || {
            titled(window, "audit diary").await["asset"]["title"] == "Zero findings: an audit diary"
        })
        .await;
        // The renamed piece goes to the end, and another one is first.
        let next = "Reference blueprint for audit readiness, no. 4";
        until("the next piece in its place", async || first_title(window).await == next).await;
        window.press("Control+ArrowUp").await;
        window.press("End").await;
        window.press("Home").await;
        window.press("ArrowRight").await;
        window.press("ArrowRight").await;
        window.press("Enter").await;
        window.by_role("menuitemradio", "Retired").await;
        window.type_text("Ret").await;
        window.press("Enter").await;
        until("the new status", async || {
            titled(window, next).await["asset"]["status"] == "retired"
        })
        .await;
    });
}

#[test]
fn a_card_dragged_to_another_column_takes_its_status() {
    over(60, "assets-board", async |window| {
        window.go("#/assets?view=board").await;
        window.shows("In production").await;
        window.pictures("assets-board").await;
        window.assert_accessible("the board").await;
        let title = card_in(window, "Idea").await;
        window.script(HOLD_CARDS, vec![]).await;
        window.click("button", &format!("What to do with {title}")).await;
        window.click("menuitem", "Published").await;
        until("the card published", async || status_of(window, &title).await == "published").await;
        until("another card first", async || card_in(window, "Idea").await != title).await;
        let title = card_in(window, "Idea").await;
        assert_eq!(
            window.script(CARDS_GONE, vec![]).await,
            1,
            "only the card that moved is made anew"
        );
        until("the focus on the next card", async || {
            window.script(FOCUSED_CARD, vec![]).await == json!(title)
        })
        .await;
        let card = window.by_css("section[aria-label='Idea'] article").await;
        window.drag(&card, &window.by_role("region", "Planned").await).await;
        until("the card planned", async || status_of(window, &title).await == "planned").await;
    });
}

#[test]
fn what_is_written_on_the_page_of_a_piece_is_there_after_closing() {
    over(30, "assets-page", async |window| {
        let id =
            titled(window, "Reference blueprint for backup windows").await["asset"]["id"].clone();
        window.go(&format!("#/assets/{}", id.as_str().unwrap())).await;
        window.fill("textbox", "Owner", "Ines Vidal").await;
        window.press("Enter").await;
        window.fill("textbox", "New takeaway", "Pays back within nine months").await;
        window.press("Enter").await;
        window.fill("textbox", "Production cost", "4200").await;
        window.press("Tab").await;
        window.shows("Pays back within nine months").await;
        window.click("button", "CFO at Inquiry").await;
        window.pictures("assets-page").await;
        window.assert_accessible("the page of an asset").await;
        window.reopen(&[]).await;
        window.shows("Pays back within nine months").await;
        let asset = &window.call("asset.get", json!({ "id": id })).await["asset"];
        assert_eq!(asset["owner"], "Ines Vidal");
        assert_eq!(asset["cost"], json!({ "minor": 420_000, "currency": "EUR" }));
        assert_eq!(asset["takeaways"], json!(["Pays back within nine months"]));
    });
}

#[test]
fn an_address_that_is_no_page_is_not_opened() {
    over(5, "assets-link", async |window| {
        let made = json!({ "fields": { "title": "Trap", "url": "javascript:alert(1)" } });
        let id = window.call("asset.create", made).await["value"]["id"].clone();
        window.go(&format!("#/assets/{}", id.as_str().unwrap())).await;
        window.click("button", "Open its address").await;
        window.shows("Only web and mail addresses open").await;
    });
}
