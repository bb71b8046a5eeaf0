//! The window opens, is ours, and lets nothing in.

use serde_json::json;
use throughline_tests::window::{Theme, journey};

#[test]
fn the_window_opens_accessible_in_both_themes() {
    journey("opens", &[], async |window| {
        assert_eq!(window.title().await, "Throughline");
        window.by_role("navigation", "").await;
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
        let inline = "const s = document.createElement('script'); s.textContent = 'window.in = 1';
            document.head.append(s); return window.in ?? null";
        assert!(window.script(inline, vec![]).await.is_null(), "an inline script has run");
        let fetched = "return fetch('https://example.com').then(() => true, () => false)";
        assert_eq!(window.script(fetched, vec![]).await, false, "the network answered");
        window
            .script(
                "const f = document.createElement('iframe'); f.src = 'https://example.com';
            document.body.append(f)",
                vec![],
            )
            .await;
        let seen = window.policy_violations().await;
        for directive in ["script-src-elem", "connect-src", "frame-src"] {
            assert!(seen.iter().any(|one| one.starts_with(directive)), "{directive} in {seen:?}");
        }
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

#[test]
fn the_page_may_call_nothing_of_the_shell_but_what_it_needs() {
    journey("capabilities", &[], async |window| {
        let refused = window.invoke("plugin:window|close", json!({ "label": "main" })).await;
        assert!(refused.is_err(), "the page may close windows: {refused:?}");
        let unknown = window.invoke("rpc", json!({ "command": "no.such", "payload": {} })).await;
        assert_eq!(unknown.unwrap_err()["code"], "unknown_command");
    });
}
