//! What the page in the window may ask of the machine, exactly. A longer list is a decision, and is
//! taken here as well.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn shell() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri")
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_window_may_ask_for_this_and_nothing_else() {
    let folder = shell().join("capabilities");
    let files: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["main.json"]);
    // As the build took it in, after its own additions.
    let built = read(&shell().join("gen/schemas/capabilities.json"));
    assert_eq!(built.as_object().unwrap().len(), 1, "{built}");
    let mut main = built["main"].clone();
    main.as_object_mut().unwrap().remove("description");
    assert_eq!(
        main,
        json!({
            "identifier": "main",
            "local": true,
            "windows": ["main"],
            "permissions": [
                "core:event:allow-listen",
                "core:event:allow-unlisten",
                "core:window:allow-set-title",
                "core:window:allow-set-theme",
                "core:window:allow-destroy",
            ],
        })
    );
}

#[test]
fn the_page_is_ours_and_runs_only_its_own_code() {
    let config = read(&shell().join("tauri.conf.json"));
    let app = &config["app"];
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(
        app["security"],
        json!({
            "freezePrototype": true,
            "csp": {
                "default-src": "'none'",
                "script-src": "'self'",
                "style-src": "'self'",
                "img-src": "'self' data:",
                "font-src": "'self'",
                "connect-src": "ipc: http://ipc.localhost",
                "base-uri": "'none'",
                "form-action": "'none'",
                "frame-ancestors": "'none'",
            },
            "capabilities": ["main"],
        })
    );
    assert_eq!(config["build"], json!({ "frontendDist": "../ui/dist" }));
    let windows = app["windows"].as_array().unwrap();
    assert_eq!(
        (windows.len(), &windows[0]["label"], &windows[0]["url"]),
        (1, &json!("main"), &Value::Null)
    );
    let text = config.to_string();
    for widening in ["dangerous", "remote", "assetProtocol", "devUrl", "plugins"] {
        assert!(!text.contains(&format!("\"{widening}")), "{widening}");
    }
}

#[test]
fn there_is_one_command() {
    let mut commands = 0;
    for file in walkdir::WalkDir::new(shell().join("src")) {
        let file = file.unwrap();
        if file.path().extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(file.path()).unwrap();
            commands += text.matches("::command]").count();
            if let Some((_, handlers)) = text.split_once("generate_handler![") {
                assert!(handlers.starts_with("crate::rpc::rpc]"));
            }
        }
    }
    assert_eq!(commands, 1);
}
