//! The window opens, is ours, and lets nothing in.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use throughline_tests::window::{Theme, journey, wait};

#[test]
fn the_window_opens_accessible_in_both_themes() {
    journey("opens", &[], async |window| {
        assert_eq!(window.title().await, "Throughline");
        window.by_role("heading", "").await;
        for theme in [Theme::Light, Theme::Dark] {
            window.set_theme(theme).await;
            window.settle().await;
            window.assert_accessible(&format!("first page, {theme:?}")).await;
        }
        window.pictures("opens").await;
    });
}

#[test]
fn the_content_policy_holds_and_the_page_keeps_to_it() {
    journey("policy", &[], async |window| {
        assert_eq!(window.policy_violations().await, Vec::<String>::new(), "by the page itself");
        for (forbidden, directive) in [
            ("const e = document.createElement('script'); e.textContent = 'window.ran = 1';
              document.head.append(e)", "script-src-elem"),
            ("document.body.insertAdjacentHTML('beforeend', '<b onclick=\"window.ran = 1\">b</b>');
              document.body.lastChild.click()", "script-src-attr"),
            ("const e = document.createElement('style'); e.textContent = 'b { color: red }';
              document.head.append(e)", "style-src-elem"),
            ("const e = document.createElement('iframe'); e.src = 'https://example.com/';
              document.body.append(e)", "frame-src"),
            ("const e = new Image(); e.src = 'https://example.com/a.png'", "img-src"),
            ("return fetch('https://example.com/').catch(() => null)", "connect-src"),
            ("document.body.insertAdjacentHTML('beforeend',
              '<form action=\"https://example.com/\"></form>'); document.forms[0].submit()",
              "form-action"),
        ] {
            window.script(forbidden, vec![]).await;
            wait::until(directive, async || {
                let seen = window.policy_violations().await;
                seen.iter().any(|one| one.starts_with(directive)).then_some(())
            })
            .await;
        }
        assert!(window.script("return window.ran", vec![]).await.is_null(), "a script has run");
        let eval = "try { return (0, eval)('1') } catch { return null }";
        assert!(window.script(eval, vec![]).await.is_null(), "eval has run");
    });
}

#[test]
fn the_window_stays_on_its_page_and_opens_no_other() {
    journey("stays", &[], async |window| {
        let before = window.script("return location.href", vec![]).await;
        window.script("location.assign('https://example.com/')", vec![]).await;
        let opened = window.script("return window.open('https://example.com/') === null", vec![]);
        assert_eq!(opened.await, true, "a second window");
        assert_eq!(window.script("return location.href", vec![]).await, before);
    });
}

/// Every command that the parts of the shell know, as the build lists them: `plugin:window|close`.
fn commands_of_the_shell() -> BTreeSet<String> {
    let list =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/gen/schemas/acl-manifests.json");
    let list: Value = serde_json::from_slice(&std::fs::read(list).unwrap()).unwrap();
    let mut all = BTreeSet::new();
    for (part, manifest) in list.as_object().unwrap() {
        let plugin = part.strip_prefix("core:").unwrap_or(part);
        for permission in manifest["permissions"].as_object().unwrap().values() {
            let names = permission["commands"]["allow"].as_array().cloned().unwrap_or_default();
            all.extend(
                names.iter().filter_map(Value::as_str).map(|one| format!("plugin:{plugin}|{one}")),
            );
        }
    }
    all
}

#[test]
fn the_page_may_call_nothing_of_the_shell_but_what_it_needs() {
    const ALLOWED: [&str; 5] = [
        "plugin:event|listen",
        "plugin:event|unlisten",
        "plugin:window|destroy",
        "plugin:window|set_theme",
        "plugin:window|set_title",
    ];
    let mut others = commands_of_the_shell();
    for allowed in ALLOWED {
        assert!(others.remove(allowed), "{allowed} is no command");
    }
    assert!(others.len() > 100, "{others:?}");
    others.extend(
        ["fs|read_file", "shell|execute", "http|fetch", "opener|open_url"]
            .map(|one| format!("plugin:{one}")),
    );
    journey("capabilities", &[], async |window| {
        for command in &others {
            let refused = window.invoke(command, json!({ "label": "main" })).await;
            let said = refused.expect_err(command).to_string();
            assert!(
                said.contains("not allowed") || said.contains("not found"),
                "{command}: {said}"
            );
        }
        window
            .invoke("plugin:window|set_title", json!({ "label": "main", "value": "T" }))
            .await
            .unwrap();
        let unknown = window.invoke("rpc", json!({ "command": "no.such", "payload": {} })).await;
        assert_eq!(unknown.unwrap_err()["code"], "unknown_command");
    });
}
