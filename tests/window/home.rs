//! Home: a sales leader comes back and sees what became of what they asked for.

use serde_json::{Value, json};
use throughline_tests::window::{Window, journey};

/// Changes something as a member of that name.
async fn change(window: &Window, name: &str, command: &str, payload: Value) -> Value {
    let members = window.call("member.list", json!({})).await;
    let member = members.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
    let envelope = json!({ "command": command, "payload": payload, "speaker": member["id"] });
    window.invoke("rpc", envelope).await.unwrap()["value"].clone()
}

async fn need(window: &Window, text: &str) -> Value {
    let needs = window.call("need.list", json!({})).await;
    let mut needs = needs.as_array().unwrap().iter();
    needs.find(|one| one["text"].as_str().unwrap().starts_with(text)).unwrap().clone()
}

/// The strategist publishes a piece where a need stands, and answers the need by it.
async fn answer(window: &Window, text: &str, title: &str) {
    let need = need(window, text).await;
    let fields = json!({ "title": title, "status": "published" });
    let asset = change(window, "Mara Ruiz", "asset.create", json!({ "fields": fields })).await;
    let cell = json!({ "personaId": need["personaId"], "stageId": need["stageId"] });
    let place = json!({ "assetIds": [asset["id"]], "cells": [cell], "answer": "yes" });
    change(window, "Mara Ruiz", "placement.place", place).await;
    let set = json!({ "id": need["id"], "set": { "answerIds": [asset["id"]] } });
    change(window, "Mara Ruiz", "need.update", set).await;
}

async fn speak_as(window: &Window, name: &str) {
    window.click("button", "Speaking as").await;
    window.click("menuitem", name).await;
}

#[test]
fn sales_sees_what_became_of_its_needs() {
    journey("home", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        window.press("g").await;
        window.press("h").await;
        window.by_role("heading", "Home").await;
        window.shows("Mara Ruiz, strategist").await;
        window.shows("This is your first visit").await;
        // As DuckDB counts the sample's tables: 9 of the 15 open needs are must.
        window.shows("9 Must-needs open, of 15 open in all").await;
        window.assert_accessible_in_both("the first visit").await;
        window.pictures("home-first").await;

        speak_as(window, "D. Okafor").await;
        window.shows("D. Okafor, sales").await;
        window.shows("This is your first visit").await;
        answer(window, "Payment terms side by side", "Payment terms, compared").await;
        answer(window, "A penetration test", "Penetration test 2026").await;
        answer(window, "The 200 usual questions", "Security answers").await;
        let gone = need(window, "Keys must never").await;
        let set = json!({ "id": gone["id"], "set": { "declined": "Law asks for it nowhere" } });
        change(window, "Mara Ruiz", "need.update", set).await;

        window.reopen(&[]).await;
        window.by_role("heading", "3 of your needs were answered, 1 declined").await;
        window.shows("Answered by Payment terms, compared").await;
        window.shows("Declined: Law asks for it nowhere").await;
        window.by_role("heading", "3 assets came out").await;
        window.by_role("heading", "Marketing answered 3 deal checks: 3 yes").await;
        window.assert_accessible_in_both("home").await;
        window.pictures("home").await;

        window.click("link", "A penetration test").await;
        window.by_role("complementary", "Need").await;
        window.script("history.back()", vec![]).await;
        window.by_role("heading", "Since your last visit").await;
        window.click("link", "CFO at Negotiation").await;
        window.by_role("grid", "Coverage").await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

#[test]
fn the_window_opens_in_the_view_that_the_role_needs() {
    journey("home-by-role", &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("heading", "Architecture").await;
        for (name, heading) in
            [("D. Okafor", "Stages & needs"), ("Ines Falk", "Home"), ("Mara Ruiz", "Architecture")]
        {
            speak_as(window, name).await;
            window.go("#/").await;
            window.by_role("heading", heading).await;
        }
    });
}
