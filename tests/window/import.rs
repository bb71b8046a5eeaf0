//! A list comes in: chosen, mapped otherwise than guessed, imported, imported again, taken back.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use throughline_tests::window::{Window, journey, wait};

/// Seven rows, of which each makes an asset.
const LIST: &str = "comma-bom.csv";

async fn assets(window: &Window) -> i64 {
    let open = window.call("session.get", json!({})).await["open"].clone();
    open["size"]["assets"].as_i64().unwrap()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import").join(name)
}

/// Gives the field for files the path, as the dialog of the system would.
async fn choose(window: &Window, path: &Path) {
    let field = window.by_css("input[type=file]").await;
    field.send_keys(&path.to_string_lossy()).await.expect("the field takes a file");
}

async fn asset(window: &Window, title: &str) -> Value {
    let list = window.call("asset.list", json!({ "limit": 1000 })).await;
    let rows = list["rows"].as_array().unwrap();
    let found = rows.iter().find(|row| row["asset"]["title"] == title);
    found.unwrap_or_else(|| panic!("no asset {title:?}"))["asset"].clone()
}

/// A journey on the import of the sample.
fn on_the_import(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    journey(name, &[], async |window| {
        window.by_role("button", "Open the sample").await;
        window.press("Enter").await;
        window.by_role("grid", "Coverage").await;
        window.go("#/import").await;
        window.by_role("heading", "Import").await;
        body(window).await;
    });
}

#[test]
fn a_list_is_mapped_imported_once_and_taken_back() {
    on_the_import("import", async |window| {
        let before = assets(window).await;
        window.settle().await;
        window.assert_accessible("choosing a list").await;
        window.pictures("import-choose").await;
        choose(window, &fixture(LIST)).await;
        window.shows("This import adds 7 assets.").await;
        window.assert_accessible_in_both("the preview").await;
        window.pictures("import-preview").await;

        window.click("button", "What “Owner” becomes").await;
        window.click("option", "Leave out").await;
        window.gone("option", "Leave out").await;
        window.by_role("columnheader", "Owner left out").await;
        window.click("button", "Import 7 assets").await;
        window.by_role("heading", "7 assets added").await;
        assert_eq!(assets(window).await, before + 7);
        assert_eq!(asset(window, "How pallets learn to drive").await["owner"], "");
        window.settle().await;
        window.assert_accessible("an import that is done").await;
        window.pictures("import-done").await;

        window.click("button", "Import another").await;
        choose(window, &fixture(LIST)).await;
        window.shows("This import changes nothing: 7 rows of it are here already.").await;
        window.press("Control+Enter").await;
        window.by_role("heading", "Nothing changed: all of it was here already.").await;
        window.press("Control+z").await;
        wait::until("the list to be gone again", async || {
            (assets(window).await == before).then_some(())
        })
        .await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

/// What a drop of the system does, as far as the page sees it: files cannot be dragged in from
/// outside by a driver.
pub(crate) const DROP: &str = "const files = new DataTransfer();
files.items.add(new File([Uint8Array.from(arguments[1])], arguments[0]));
const place = [...document.querySelectorAll('[aria-label]')]
  .find((one) => one.getAttribute('aria-label').startsWith('Drop or paste')).parentElement;
const { x, y } = place.getBoundingClientRect();
for (const kind of ['dragenter', 'dragover', 'drop'])
  place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true,
    dataTransfer: files, clientX: x + 9, clientY: y + 9 }));";

/// Windows-1252, a title above the header, dates that can be read two ways, totals below.
const EXPORTED: &[u8] = b"Inhalte von Nordwind\r\n\r\n\
Titel\tContent type\tBuyer\tDeal stage\tAuthor\tGo live\r\n\
Caf\xE9 unter Strom\tChecklist\tCFO\tEvaluation\tZo\xEB Brandt\t03/04/2024\r\n\
Ein Rechner, Zeile f\xFCr Zeile\tCalculator\tLagerleitung\tProposal\t\t05/06/2024\r\n\
\tBlog post\tCFO\tInquiry\t\t07/08/2024\r\n\
Total\t\t\t\t\t\r\n";

/// Waits until the list that opened has the keys: before, they go to its button.
async fn until_in_list(window: &Window) {
    wait::until("an option to have the focus", async || {
        let role = "return document.activeElement.getAttribute('role')";
        (window.script(role, vec![]).await == "option").then_some(())
    })
    .await;
}

async fn until_unsaid(window: &Window, text: &str) {
    wait::until(&format!("{text:?} to be gone"), async || {
        let shown = window.script("return document.body.innerText", vec![]).await;
        (!shown.as_str().unwrap().contains(text)).then_some(())
    })
    .await;
}

#[test]
fn a_dropped_list_is_asked_about_and_mapped_by_keyboard_alone() {
    on_the_import("import-drop", async |window| {
        window.by_role("button", "Choose a file…").await;
        window.script(DROP, vec![json!("export.tsv"), json!(EXPORTED)]).await;
        window.shows("This import adds 2 assets. 1 row cannot be read and stays out").await;
        window.shows("2 dates can be read as day/month or as month/day").await;
        let focused = "return document.activeElement.innerText";
        let told = window.script(focused, vec![]).await;
        assert!(told.as_str().unwrap().starts_with("This import adds"), "the focus is on {told}");
        window.pictures("import-asked").await;
        window.assert_accessible("a list with questions").await;

        // The rows that cannot be read come first, then the question: the day comes first.
        window.press("Tab").await;
        window.press("Tab").await;
        window.press("Space").await;
        until_unsaid(window, "2 dates can be read").await;
        window.focus("button", "What “Lagerleitung” becomes").await;
        window.press("Enter").await;
        until_in_list(window).await;
        window.type_text("IT M").await;
        window.press("Enter").await;
        window.gone("option", "IT Manager").await;
        window.shows("2 placements to check").await;
        window.press("Control+Enter").await;
        window.by_role("heading", "2 assets added").await;

        let made = asset(window, "Café unter Strom").await;
        assert_eq!(
            (&made["owner"], &made["publishedOn"]),
            (&json!("Zoë Brandt"), &json!("2024-04-03"))
        );

        // What was chosen is known when a list with these columns comes again.
        window.by_role("button", "Import another").await;
        window.press("Tab").await;
        window.press("Tab").await;
        window.press("Enter").await;
        window.by_role("button", "Choose a file…").await;
        window.script(DROP, vec![json!("export again.tsv"), json!(EXPORTED)]).await;
        window.shows("This import changes nothing: 2 rows of it are here already.").await;
        window.by_role("button", "IT Manager What “Lagerleitung” becomes").await;
    });
}

#[test]
fn rows_that_cannot_be_read_are_named_and_a_wrong_file_says_what_to_do() {
    on_the_import("import-dirty", async |window| {
        choose(window, &fixture("dirty.csv")).await;
        window.shows("4 rows that cannot be read").await;
        window.by_css("summary").await.click().await.unwrap();
        window.by_role("button", "Copy the list").await;
        window.settle().await;
        window.assert_accessible("rows that cannot be read").await;
        window.picture("import-dirty").await;
        window.click("button", "Start over").await;
        window.by_role("button", "Choose a file…").await;
        let wrong = window.home().join("report.pdf");
        std::fs::write(&wrong, "%PDF-1.7").unwrap();
        choose(window, &wrong).await;
        window.shows("This is a PDF. Import a table of your content instead.").await;
        window.settle().await;
        window.assert_accessible("a file that cannot be read").await;
        window.picture("import-refused").await;
    });
}
