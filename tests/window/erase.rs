//! A lead is erased in the window, all that is held on it is saved before, and no file brings it back.

use base64::Engine;
use serde_json::{Value, json};
use throughline_tests::window::Window;

use crate::leads::{leads, on_the_leads};

const FILE: &str = "\
Email,Lead ID,Name,Job Title,Company,Content,Requested
ada@fabrikam.example,l-1,Ada Lovelace,CFO,Fabrikam,Storage basics,2026-03-04 09:00
bob@contoso.example,l-2,Bob Oak,Head of IT,Contoso,Storage basics,2026-04-08 10:00
";

/// Takes a file in as the page does, without its views.
pub(crate) async fn bring_in(window: &Window, file: &str) -> Value {
    let bytes = base64::engine::general_purpose::STANDARD.encode(file);
    window.call("import.begin", json!({})).await;
    window.call("import.piece", json!({ "name": "Fair.csv", "bytes": bytes })).await;
    let preview = window.call("facts.read", json!({})).await;
    let mapping = json!({ "mapping": preview["mapping"] });
    window.call("facts.apply", mapping).await["value"].clone()
}

async fn name_in_a_note(window: &Window) {
    let personas = window.call("persona.list", json!({})).await;
    let set = json!({ "notes": "Ask Ada Lovelace (ada@fabrikam.example) first." });
    window.call("persona.update", json!({ "id": personas[0]["id"], "set": set })).await;
    window.call("backup.make", json!({})).await;
}

async fn open_menu(window: &Window, entry: &str) {
    window.click("button", "More about this lead").await;
    window.click("menuitem", entry).await;
}

/// All that is held is saved where a person says, under a name that tells nobody's.
async fn held_is_saved(window: &Window) {
    open_menu(window, "Save all that is held (CSV)…").await;
    let file = window.save_as("held.csv").await;
    window.shows("Saved as held.csv").await;
    let table = std::fs::read_to_string(file).unwrap();
    assert!(table.contains("did,2026-03-04"), "{table}");
}

async fn asked_and_thought_better_of(window: &Window) {
    open_menu(window, "Erase this lead…").await;
    window.by_role("dialog", "Erase Ada Lovelace").await;
    window.shows("5 values that files told of it, old ones too").await;
    window.shows("holds its address").await;
    window.settle().await;
    window.assert_accessible_in_both("erasing a lead").await;
    window.pictures("lead-erase").await;
    // Nothing happens before the address stands there.
    window.type_text("ada@fabrikam").await;
    window.press("Enter").await;
    window.settle().await;
    assert_eq!(leads(window).await, 2);
    window.press("Escape").await;
    window.gone("dialog", "Erase Ada Lovelace").await;
}

async fn erased(window: &Window) {
    open_menu(window, "Erase this lead…").await;
    window.shows("5 values that files told of it, old ones too").await;
    window.type_text("Ada@Fabrikam.example").await;
    window.press("Enter").await;
    window.by_role("dialog", "Ada Lovelace is erased").await;
    window.shows("The workspace file was written anew").await;
    window.shows("written anew without it.").await;
    window.by_role("link", "CFO").await;
    window.settle().await;
    window.assert_accessible_in_both("an erased lead").await;
    window.pictures("lead-erased").await;
    window.click("button", "Go to the leads").await;
    window.shows("1 lead, as of").await;
    assert_eq!(leads(window).await, 1);
}

#[test]
fn a_lead_is_erased_for_good() {
    on_the_leads("lead-erase", async |window| {
        bring_in(window, FILE).await;
        name_in_a_note(window).await;
        window.go("#/leads/0").await;
        window.by_role("heading", "Ada Lovelace").await;
        held_is_saved(window).await;
        asked_and_thought_better_of(window).await;
        erased(window).await;
        window.go("#/leads/0").await;
        window.by_role("heading", "This lead is no longer here").await;
        assert_eq!(bring_in(window, FILE).await["erased"], 1);
        assert_eq!(leads(window).await, 1);
        window.go("#/import?what=leads").await;
        window.shows("1 lead erased since").await;
        window.settle().await;
        window.assert_accessible_in_both("files of erased leads").await;
        window.pictures("lead-erased-files").await;
        window.go("#/history").await;
        window.shows("erased a lead").await;
        // What undo takes back is what was done before, and not the erasing.
        window.press("Control+z").await;
        window.settle().await;
        assert_eq!(leads(window).await, 1);
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}
