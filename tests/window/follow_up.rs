//! Leads that were handed over: the queue is gone through by the keyboard, a brief is read, leads are
//! accepted and turned back, and rules tell who gets which.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use chrono::{Duration, SecondsFormat};
use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::clock::now;
use throughline_tests::terminal::{call_in, make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

const HEADER: &str = "Email,Name,Job Title,Company,Country,Activity Type,Activity Date,Content";
/// Content of the sample that has takeaways for a CFO.
const GUIDE: &str = "TCO worksheet for storage and backup";

const ADA: &str = "ada@fabrikam.example,Ada Lovelace,CFO,Fabrikam,Germany";
const BOB: &str = "bob@contoso.example,Bob Oak,CISO,Contoso,France";
const CY: &str = "cy@adatum.example,Cy Elm,VP Operations,Adatum,Germany";
const DEE: &str = "dee@tailspin.example,Dee Ash,IT Manager,Tailspin,Italy";
const EVE: &str = "eve@stars.example,Eve Sun,Astronaut,Stars,Spain";

/// What five people did, so many minutes ago. Cy and Eve wait for too long, Dee is hot, Ada has opened
/// what she asked for, Bob has not.
const ACTS: [(&str, &str, i64, &str); 16] = [
    (CY, "Webinar", 17_300, "Live talk"),
    (CY, "Request", 15_900, GUIDE),
    (CY, "Open", 15_840, GUIDE),
    (EVE, "Demo", 7_200, ""),
    (ADA, "Webinar", 4_300, "Live talk"),
    (ADA, "Request", 3_000, GUIDE),
    (ADA, "Request", 2_990, "A guide from elsewhere"),
    (ADA, "Open", 1_200, GUIDE),
    (ADA, "Open", 1_190, "A guide from elsewhere"),
    (BOB, "Request", 7_000, "A guide from elsewhere"),
    (BOB, "Webinar", 1_560, "Live talk"),
    (BOB, "View", 1_203, "Prices"),
    (BOB, "View", 1_202, "Prices"),
    (BOB, "View", 1_201, "Prices"),
    (BOB, "Request", 180, GUIDE),
    (DEE, "Demo", 10, ""),
];

/// The sample with these five, as they would stand so many days ago.
#[allow(clippy::disallowed_methods, reason = "the clocks of leads run by that of the window")]
fn handed_over(folder: &Path, days_ago: i64) -> PathBuf {
    let file = folder.join("Calls.throughline");
    make_sample(&file);
    let then = now() - Duration::days(days_ago);
    let mut rows = format!("{HEADER}\n");
    for (who, what, minutes, content) in ACTS {
        let at = (then - Duration::minutes(minutes)).to_rfc3339_opts(SecondsFormat::Secs, true);
        writeln!(rows, "{who},{what},{at},{content}").unwrap();
    }
    let list = folder.join("acts.csv");
    std::fs::write(&list, rows).unwrap();
    let [source, into] = [&list, &file].map(|path| path.display().to_string());
    terminal(&["import", "events", &source, "--workspace", &into]);
    file
}

/// A journey on the follow-up of these five.
fn on_the_queue(name: &str, days_ago: i64, body: impl AsyncFnOnce(&mut Window)) {
    let folder = TempDir::new().unwrap();
    let file = handed_over(folder.path(), days_ago);
    journey(name, &[&file.display().to_string()], async |window| {
        window.press("g").await;
        window.press("f").await;
        window.by_role("grid", "To answer").await;
        body(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

async fn counts(window: &Window) -> [u64; 4] {
    let page = window.call("followUp.list", json!({ "limit": 0 })).await;
    ["toAnswer", "toCall", "accepted", "turnedBack"]
        .map(|list| page["counts"][list].as_u64().unwrap())
}

async fn until_counts(window: &Window, wanted: [u64; 4]) {
    wait::until(&format!("the queue to hold {wanted:?}"), async || {
        (counts(window).await == wanted).then_some(())
    })
    .await;
}

/// Who is in the queue, from above.
async fn shown(window: &Window) -> Vec<String> {
    let script = "const rows = [...document.querySelectorAll('[data-row-id]')];
        rows.sort((one, other) => one.dataset.index - other.dataset.index);
        return rows.map((row) => row.querySelector('[data-column=\"0\"] a').textContent);";
    serde_json::from_value(window.script(script, vec![]).await).unwrap_or_default()
}

async fn until_shown(window: &Window, wanted: &[&str]) {
    wait::until(&format!("{wanted:?} to be shown"), async || {
        (shown(window).await == wanted).then_some(())
    })
    .await;
}

async fn key_of(window: &Window, email: &str) -> Value {
    window.call("lead.find", json!({ "name": email })).await["key"].clone()
}

#[test]
fn the_queue_is_answered_by_the_keyboard() {
    on_the_queue("follow-up", 0, async |window| {
        // What is to be called first stands first; both clocks are in words.
        until_shown(window, &["Cy Elm", "Eve Sun", "Dee Ash", "Ada Lovelace", "Bob Oak"]).await;
        window.shows("5 to answer, 2 overdue").await;
        window.shows("Wait until").await;
        window.shows("28 h, reference; call by").await;
        window.shows("opened after 30 h").await;
        window.shows("not opened for 3 h").await;
        window.pictures("follow-up").await;
        window.assert_accessible_in_both("the queue").await;

        // Down to Dee, and accepted; undone, and accepted again.
        window.press("j").await;
        window.press("j").await;
        window.press("a").await;
        window.shows("Dee Ash accepted").await;
        until_counts(window, [4, 1, 0, 0]).await;
        window.press("Control+z").await;
        until_counts(window, [5, 0, 0, 0]).await;
        until_shown(window, &["Cy Elm", "Eve Sun", "Dee Ash", "Ada Lovelace", "Bob Oak"]).await;
        window.press("a").await;
        until_counts(window, [4, 1, 0, 0]).await;
        until_shown(window, &["Cy Elm", "Eve Sun", "Ada Lovelace", "Bob Oak"]).await;

        // The first one is turned back, for a reason.
        window.press("k").await;
        window.press("k").await;
        window.press("t").await;
        window.by_role("dialog", "Turn back Cy Elm").await;
        window.pictures("follow-up-turn-back").await;
        window.assert_accessible_in_both("turning back").await;
        for key in ["Space", "ArrowDown", "Tab"] {
            window.press(key).await;
        }
        window.type_text("Next year, they say").await;
        window.press("Control+Enter").await;
        window.shows("Cy Elm turned back: no budget").await;
        until_counts(window, [3, 1, 0, 1]).await;

        window.click("radio", "Turned back").await;
        window.by_role("grid", "Turned back").await;
        window.shows("No budget Next year, they say").await;
        window.pictures("follow-up-turned-back").await;
        window.assert_accessible_in_both("who was turned back").await;
    });
}

#[test]
fn a_call_is_noted_and_told_by_whom() {
    on_the_queue("follow-up-called", 0, async |window| {
        let key = key_of(window, "ada@fabrikam.example").await;
        window.call("followUp.answer", json!({ "key": key, "answer": "accepted" })).await;
        window.go("#/follow-up?list=toCall").await;
        window.by_role("grid", "To call").await;
        until_shown(window, &["Ada Lovelace"]).await;
        window.press("i").await;
        window.by_role("dialog", "In touch with Ada Lovelace").await;
        window.pictures("follow-up-in-touch").await;
        window.assert_accessible_in_both("noting a call").await;
        window.press("Control+Enter").await;
        window.shows("In touch with Ada Lovelace: noted").await;
        until_counts(window, [4, 0, 1, 0]).await;
        window.shows("Nobody waits for a call").await;
        window.click("radio", "Accepted").await;
        window.shows("on time").await;
        window.pictures("follow-up-accepted").await;
        window.assert_accessible_in_both("who was accepted").await;
        window.go("#/history").await;
        window.shows("answered a lead: Accepted").await;
    });
}

#[test]
fn a_brief_tells_what_to_say() {
    on_the_queue("follow-up-brief", 0, async |window| {
        until_shown(window, &["Cy Elm", "Eve Sun", "Dee Ash", "Ada Lovelace", "Bob Oak"]).await;
        for key in ["j", "j", "j", "Enter"] {
            window.press(key).await;
        }
        window.by_role("heading", "Ada Lovelace").await;
        window.shows("A guide from elsewhere").await;
        window.shows("It is not among your content, so no takeaways are known.").await;
        window.by_role("list", &format!("What to say of {GUIDE}")).await;
        window.by_role("list", "What they ask").await;
        window.pictures("follow-up-brief").await;
        window.assert_accessible_in_both("a brief").await;
        window.tick("checkbox", &format!("I have read what to say of {GUIDE}")).await;
        window.shows(&format!("{GUIDE}: read")).await;

        // The next one is Bob, who has to be left time.
        window.script("document.activeElement.blur()", vec![]).await;
        window.press("j").await;
        window.by_role("heading", "Bob Oak").await;
        window.shows("There are too few requests to tell how long to wait").await;
        window.pictures("follow-up-brief-wait").await;
        window.assert_accessible_in_both("a brief with a wait").await;
        window.press("t").await;
        window.by_role("dialog", "Turn back Bob Oak").await;
        window.tick("radio", "Competitor").await;
        window.click("button", "Turn back").await;
        window.shows("Never handed over again.").await;
        window.assert_accessible_in_both("a brief that was answered").await;
        // Another answer takes its place.
        window.press("a").await;
        window.shows("Bob Oak accepted").await;
        until_counts(window, [4, 1, 0, 0]).await;
    });
}

#[test]
fn a_hot_lead_says_what_it_asked_for() {
    let folder = TempDir::new().unwrap();
    let file = handed_over(folder.path(), 0).display().to_string();
    let queue = terminal(&["queue", "--json", "--workspace", &file]);
    let queue: Value = serde_json::from_str(&queue).unwrap();
    let kinds = queue["rows"].as_array().unwrap().iter().map(|row| &row["hotAsk"]["kind"]);
    // Cy, Eve, Dee, Ada, Bob.
    let (demo, none) = (&json!("demoRequest"), &Value::Null);
    assert_eq!(kinds.collect::<Vec<_>>(), [none, demo, demo, none, none]);
    assert!(terminal(&["queue", "--workspace", &file]).contains(", asked for a demo "));
    journey("follow-up-hot", &[&file], async |window| {
        window.go("#/follow-up").await;
        window.shows("Asked for a demo").await;
        let dee = key_of(window, "dee@tailspin.example").await;
        window.go(&format!("#/follow-up/{dee}")).await;
        window.by_role("heading", "Dee Ash").await;
        window.shows("It asked for a demo: there is nothing to wait for.").await;
        window.pictures("follow-up-hot").await;
        window.assert_accessible_in_both("the brief of a hot lead").await;
        window.go(&format!("#/leads/{dee}")).await;
        window.by_role("heading", "With sales").await;
        window.shows("Asked for a demo").await;
        window.pictures("follow-up-hot-lead").await;
    });
}

#[test]
fn rules_tell_who_gets_which_leads() {
    on_the_queue("follow-up-rules", 0, async |window| {
        window.press("r").await;
        window.shows("5 of 5 to answer are assigned to nobody.").await;
        window.shows("No rule yet").await;
        window.pictures("follow-up-no-rules").await;
        window.assert_accessible_in_both("no rules").await;
        for (companies, owner) in
            [(["Fabrikam", "adatum.example"].as_slice(), "A. Kim"), (&[], "D. Okafor")]
        {
            for company in companies {
                window.fill("combobox", "Companies or domains", company).await;
                window.press("Enter").await;
            }
            window.click("button", "Who gets them").await;
            window.click("option", owner).await;
            window.click("button", "Add the rule").await;
            window.shows(&format!("→ {owner}: added")).await;
        }
        window.shows("All 5 to answer have an owner.").await;
        window.pictures("follow-up-rules").await;
        window.assert_accessible_in_both("rules").await;

        // The rule for the rest, first, takes all of them.
        window.focus("button", "Move everybody → D. Okafor").await;
        window.press("ArrowUp").await;
        wait::until("the rules to be reordered", async || {
            let rules = window.call("routingRule.list", json!({})).await;
            rules[0]["accounts"].as_array()?.is_empty().then_some(())
        })
        .await;
        window.press("Escape").await;
        window.press("Control+z").await;
        window.go("#/follow-up?owner=none").await;
        window.shows("None of these leads is theirs").await;
        window.click("button", "Show everybody’s").await;
        window.click("button", "Everybody’s").await;
        window.click("option", "A. Kim").await;
        until_shown(window, &["Cy Elm", "Ada Lovelace"]).await;
        window.pictures("follow-up-owner").await;
    });
}

#[test]
fn a_lead_and_a_persona_tell_what_sales_said() {
    on_the_queue("follow-up-lead", 0, async |window| {
        let cfo = window.call("persona.list", json!({})).await[0]["id"].clone();
        let cfo = cfo.as_str().unwrap();
        window.go(&format!("#/leads/{}", key_of(window, "ada@fabrikam.example").await)).await;
        window.by_role("heading", "With sales").await;
        window.pictures("follow-up-lead").await;
        window.assert_accessible_in_both("a lead with sales").await;
        window.click("button", "Turn back…").await;
        window.tick("radio", "Not ready").await;
        window.click("button", "Turn back").await;
        window.shows("Turned back: not ready").await;
        window.assert_accessible_in_both("a lead that was turned back").await;
        window.click("link", "Read the brief").await;
        window.by_role("heading", "The answer").await;
        window.go(&format!("#/personas/{cfo}")).await;
        window.by_role("heading", "Its leads").await;
        window.shows("Not ready").await;
        window.pictures("follow-up-persona").await;
        window.assert_accessible_in_both("the leads of a persona").await;
    });
}

#[test]
fn clocks_stand_where_files_are_old() {
    on_the_queue("follow-up-stands", 3, async |window| {
        window.shows("Clocks stand.").await;
        window.shows("Not called in time").await;
        window.pictures("follow-up-stands").await;
        window.assert_accessible_in_both("clocks that stand").await;
    });
}

#[test]
fn an_empty_queue_says_what_fills_it() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Nobody.throughline");
    make_sample(&file);
    journey("follow-up-none", &[&file.display().to_string()], async |window| {
        window.go("#/follow-up").await;
        window.by_role("heading", "Nobody to call yet").await;
        window.pictures("follow-up-none").await;
        window.assert_accessible_in_both("nobody to call").await;
    });
    let acts = folder.path().join("acts.csv");
    std::fs::write(&acts, format!("{HEADER}\n{ADA},View,2026-03-01T10:00:00Z,Prices\n")).unwrap();
    let [source, into] = [&acts, &file].map(|path| path.display().to_string());
    terminal(&["import", "events", &source, "--workspace", &into]);
    journey("follow-up-nobody", &[&into], async |window| {
        window.go("#/follow-up").await;
        window.by_role("heading", "No lead has been handed over yet").await;
        window.pictures("follow-up-nobody").await;
        window.assert_accessible_in_both("nobody handed over").await;
    });
    // Everybody is answered.
    let file = handed_over(folder.path(), 0);
    let queue = call_in(&file, "Mara Ruiz", "followUp.list", &json!({}));
    for row in queue["rows"].as_array().unwrap() {
        let said = json!({ "key": row["key"], "answer": "accepted" });
        call_in(&file, "Mara Ruiz", "followUp.answer", &said);
    }
    journey("follow-up-done", &[&file.display().to_string()], async |window| {
        window.go("#/follow-up").await;
        window.by_role("heading", "Every lead is answered").await;
        window.pictures("follow-up-done").await;
        window.assert_accessible_in_both("everybody answered").await;
    });
}
