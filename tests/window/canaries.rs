//! Names and addresses of leads stand in the workspace and nowhere else: not in what the program or its
//! page writes down, prints, caches or leaves behind when it dies.

use serde_json::json;
use std::path::{Path, PathBuf};
use throughline_tests::window::Window;

use crate::erase::bring_in;
use crate::leads::on_the_leads;

const CANARY: &str = "zqcanary";
const FILE: &str = "\
Email,Name,Job Title,Company,Content,Requested
zqcanary.ada@zqcanary.example,Zqcanary Ada,Zqcanary boss,Zqcanary Ltd,Zqcanary guide,2026-03-04 09:00
bob@contoso.example,Bob Oak,Head of IT,Contoso,Storage basics,2026-04-08 10:00
";
/// Times that are none, cells too many, and a file that tells nothing.
const BROKEN: [&str; 3] = [
    "Email,Requested,Opened\nzqcanary@x.example,zqcanary,zqcanary\n",
    "Email,Name\nzqcanary@x.example,Zqcanary,zqcanary,zqcanary,zqcanary\n",
    "zqcanary,zqcanary\nzqcanary,zqcanary\n",
];

/// Every file below a folder that is no workspace, nor a backup of one.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.path()) {
        if path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path));
        } else if !path.to_string_lossy().contains(".throughline") {
            found.push(path);
        }
    }
    found
}

/// The files that hold the canary, in one byte a letter or in two.
fn found_in(folder: &Path) -> Vec<PathBuf> {
    let narrow = CANARY.as_bytes().to_vec();
    let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = files(folder);
    found.retain(|file| {
        let bytes = std::fs::read(file).unwrap_or_default().to_ascii_lowercase();
        let holds = |text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
        holds(&narrow) || holds(&wide)
    });
    found
}

async fn break_imports(window: &Window) {
    use base64::Engine;
    for file in BROKEN {
        let bytes = base64::engine::general_purpose::STANDARD.encode(file);
        window.call("import.begin", json!({})).await;
        window.call("import.piece", json!({ "name": "Broken.csv", "bytes": bytes })).await;
        // Each is refused at one step or the other, or read as far as it goes.
        let Ok(preview) = window.invoke("facts.read", json!({})).await else { continue };
        let _ = window.invoke("facts.apply", json!({ "mapping": preview["mapping"] })).await;
    }
    let lost = json!({ "name": "zqcanary.nobody@x.example" });
    assert!(window.invoke("lead.find", lost).await.is_err());
    assert!(window.invoke("lead.zqcanary", json!({ "zqcanary": "zqcanary" })).await.is_err());
}

async fn look_around(window: &Window) {
    window.go("#/leads").await;
    window.by_role("grid", "Leads").await;
    window.press("/").await;
    window.type_text("zqcanary.ada").await;
    window.shows("1 of ").await;
    window.click("link", "Zqcanary Ada").await;
    window.by_role("heading", "Zqcanary Ada").await;
    window.press("Control+k").await;
    window.type_text("zqcanary").await;
    window.settle().await;
    window.press("Escape").await;
    for route in ["#/consumption", "#/scoring", "#/history", "#/leads?text=zqcanary&sort=name"] {
        window.go(route).await;
        window.settle().await;
    }
}

#[test]
fn nothing_of_a_lead_is_written_down_beside_the_workspace() {
    on_the_leads("canaries", async |window| {
        bring_in(window, FILE).await;
        break_imports(window).await;
        // The page knows of it once it is made anew.
        window.reopen(&[]).await;
        look_around(window).await;
        window.reopen(&[]).await;
        window.by_role("grid", "Leads").await;
        // It opens where it was, and not with whom somebody looked for.
        let address = window.script("return location.hash", vec![]).await;
        assert_eq!(address, "#/leads?sort=name");
        assert_eq!(found_in(window.home()), Vec::<PathBuf>::new());
        assert!(!files(window.home()).is_empty(), "there is something to look at");
    });
}
