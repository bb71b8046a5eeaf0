//! The figures: six families, a target that is set and taken back, terms of return, the rows behind a
//! figure, and an empty page.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::corpus::{self, Sales};
use throughline_tests::terminal::{make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

use crate::charts::drawn;

const LEADS: u64 = 2_000;
const COSTS: &str = "\
Date,Channel,Impressions,Cost,Currency
2014-03-15,Trade fair,700,8000.00,EUR
2016-08-15,Paid search,41000,9000.00,EUR
2016-11-15,Paid search,52000,12000.00,EUR
2016-11-20,Webinars,8000,6500.00,EUR
2016-12-15,Paid search,48000,11000.00,EUR
2016-12-31,Organic,90000,,EUR
";
const SENDS: &str = "\
Title,Send Date,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,Unique Opens,Unique Clicks,Unsubscribes,Unique Id
Autumn news,2016-10-04 09:30,4000,3900,60,40,980,210,12,s1
Buyers guide,2016-12-06 09:30,5200,5080,70,50,1430,380,9,s2
";

/// The sample with leads of the reference corpus, their stages and deals, what channels cost and what was
/// sent.
pub(super) fn imported(folder: &Path) -> PathBuf {
    let (file, list) = (folder.join("Figures.throughline"), folder.join("leads.csv"));
    let (costs, sends) = (folder.join("costs.csv"), folder.join("sends.csv"));
    make_sample(&file);
    corpus::write(LEADS, 7, std::fs::File::create(&list).unwrap()).unwrap();
    std::fs::write(&costs, COSTS).unwrap();
    std::fs::write(&sends, SENDS).unwrap();
    let [moves, deals, deal_moves] = Sales::of(2_000, 7).write(folder).unwrap();
    let kinds = ["leads", "moves", "deals", "moves", "channel-days", "sends"];
    for (kind, source) in kinds.into_iter().zip([list, moves, deals, deal_moves, costs, sends]) {
        let [source, into] = [&source, &file].map(|path| path.display().to_string());
        terminal(&["import", kind, &source, "--workspace", &into]);
    }
    file
}

async fn numbers(window: &Window) -> Value {
    window.call("workspace.get", json!({})).await["numbers"].clone()
}

async fn until(window: &Window, what: &str, is: impl Fn(&Value) -> bool) {
    wait::until(what, async || is(&numbers(window).await).then_some(())).await;
}

#[test]
fn every_family_is_read_and_a_target_is_set_and_taken_back_by_the_keyboard() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path());
    journey("kpis", &[&file.display().to_string()], async |window| {
        window.go("#/home").await;
        window.press("g").await;
        window.press("j").await;
        window.by_role("heading", "KPIs").await;
        named_as_core_names_them(window).await;
        let families = ["engagement", "content", "nurture", "leads", "revenue", "return"];
        for (at, family) in families.into_iter().enumerate() {
            window.press(&(at + 1).to_string()).await;
            window.shows("Against Q3 2016").await;
            window.pictures(&format!("kpis-{family}")).await;
            window.assert_accessible_in_both(family).await;
        }
        a_target(window).await;
        terms(window).await;
        the_period_before(window).await;
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

/// What the history calls a figure, and what it counts it in, is what the dictionary says.
async fn named_as_core_names_them(window: &Window) {
    let told = window.call("kpi.dictionary", json!({})).await;
    let words = include_str!("../../ui/src/words/kpiNames.ts");
    for one in told.as_array().unwrap() {
        let [id, name, unit] = ["id", "name", "unit"].map(|field| one[field].as_str().unwrap());
        let start =
            words.find(&format!("\n  {id}: ")).unwrap_or_else(|| panic!("{id} has no name"));
        let line = words[start + 1..].lines().next().unwrap();
        assert!(line.contains(&format!("\"{name}\"")), "{line}");
        let is_share = line.contains(": ofMoney(") && unit == "share";
        assert!(is_share || line.contains(&format!("\"{unit}\"")), "{line}");
        assert_eq!(line.contains(", true)"), one["adds"] == true, "{line}");
    }
}

async fn a_target(window: &Window) {
    window.press("5").await;
    window.by_role("button", "Closed revenue: set a target…").await;
    window.focus("button", "Closed revenue: set a target…").await;
    window.press("Enter").await;
    window.by_role("dialog", "Closed revenue: target").await;
    window.fill("textbox", "It is to be", "250000").await;
    window.pictures("kpis-target").await;
    window.assert_accessible_in_both("a target").await;
    window.press("Enter").await;
    until(window, "the target to be kept", |now| {
        let target = &now["targets"][0];
        target["kpi"] == "closedRevenue"
            && target["every"] == "quarter"
            && target["value"].as_f64() == Some(25_000_000.0)
    })
    .await;
    window.shows("of €250K").await;
    let card = window.call("kpi.get", json!({ "family": "revenue" })).await;
    let revenue =
        card["values"].as_array().unwrap().iter().find(|one| one["id"] == "closedRevenue");
    assert_eq!(revenue.unwrap()["target"].as_f64(), Some(25_000_000.0));
    trend(window).await;
    window.press("Control+z").await;
    until(window, "the target to be taken back", |now| now["targets"] == json!([])).await;
    window.press("Control+Shift+z").await;
    until(window, "the target to be there again", |now| now["targets"][0].is_object()).await;
    window.go("#/history").await;
    window.click("button", "Mara Ruiz changed Northwind Cloud").await;
    // Where the system names no language, numbers are written as in English.
    let amount = "const { locale } = new Intl.NumberFormat().resolvedOptions();
        const written = /posix/i.test(locale) ? 'en-US' : undefined;
        return (250000).toLocaleString(written,
            { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })";
    let amount = window.script(amount, vec![]).await;
    let amount = amount.as_str().unwrap().replace('\u{a0}', " ");
    window.shows(&format!("Closed revenue: {amount} every quarter")).await;
    window.go("#/kpis?family=revenue").await;
}

/// The card is a button; its trend has a table, which names the target.
async fn trend(window: &Window) {
    window.focus("button", "Closed revenue: €").await;
    window.press("Enter").await;
    window.shows("Closed revenue over time").await;
    drawn(window).await;
    window.pictures("kpis-trend").await;
    window.assert_accessible_in_both("the trend of a figure").await;
    window.click("button", "Closed revenue over time: show as a table").await;
    window.shows("250,000 EUR").await;
    window.press("Escape").await;
    window.script("document.activeElement.blur()", vec![]).await;
}

async fn terms(window: &Window) {
    window.press("6").await;
    let fields = [("Margin", "60"), ("Retention a year", "85"), ("Discount a year", "10")];
    for (field, value) in fields {
        window.fill("textbox", field, value).await;
        window.press("Tab").await;
    }
    window.fill("textbox", "Last year that counts", "4").await;
    window.press("Tab").await;
    let kept = json!({ "margin": 0.6, "retention": 0.85, "discount": 0.1, "years": 4 });
    until(window, "the terms to be kept", |now| now["terms"] == kept).await;
    window.by_role("table", "Net present value at other rates").await;
    window.script("document.activeElement.blur()", vec![]).await;
    window.pictures("kpis-terms").await;
    window.assert_accessible_in_both("terms of return").await;
    window.press("Control+z").await;
    until(window, "the terms to be taken back", |now| now["terms"].is_null()).await;
}

async fn the_period_before(window: &Window) {
    window.go("#/kpis?family=leads").await;
    window.shows("Q4 2016").await;
    window.press("[").await;
    window.shows("Q3 2016").await;
    window.click("radio", "Month").await;
    window.shows("December 2016").await;
    window.click("radio", "Custom").await;
    window.by_role("group", "From").await;
    window.pictures("kpis-custom").await;
    window.assert_accessible_in_both("days of one's own choice").await;
    window.script("history.back()", vec![]).await;
    window.shows("December 2016").await;
}

#[test]
fn a_filter_is_set_and_the_rows_behind_figures_are_opened() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path());
    journey("kpis-rows", &[&file.display().to_string()], async |window| {
        window.go("#/kpis?family=leads").await;
        window.by_role("table", "By stage").await;
        window.click("button", "Filter").await;
        window.by_role("dialog", "What is counted").await;
        window.click("button", "Persona").await;
        window.click("option", "CFO").await;
        window.gone("option", "CFO").await;
        window.pictures("kpis-filter").await;
        window.press("Escape").await;
        window.shows("Persona: CFO").await;
        window.click("button", "Persona: CFO: take this filter out").await;
        window.gone("button", "Persona: CFO: take this filter out").await;
        of_years_ago(window).await;
        window.click("button", "Save the table").await;
        window.click("menuitem", "Table (CSV)…").await;
        let saved = std::fs::read_to_string(window.save_as("figures.csv").await).unwrap();
        window.shows("Saved as figures.csv").await;
        assert!(saved.contains("New leads") && !saved.contains("Win rate"), "{saved}");
        window.go("#/kpis?family=nurture").await;
        window.click("button", "E-mails sent: show the sends").await;
        window.shows("Buyers guide").await;
        behind(window, ("engagement", "Engaged leads: show the leads"), "Leads").await;
        behind(window, ("revenue", "Open deals: show the deals"), "Deals").await;
    });
}

/// What was done years ago can be asked for, and its period looked at.
async fn of_years_ago(window: &Window) {
    window.go("#/kpis?from=2014-01-01&to=2014-03-31").await;
    window.shows("Q1 2014").await;
    window.click("button", "Filter").await;
    window.by_role("dialog", "What is counted").await;
    window.fill("combobox", "Channel", "trade").await;
    window.by_role("option", "Trade fair").await;
    window.pictures("kpis-filter-years-ago").await;
    window.press("Enter").await;
    window.press("Escape").await;
    window.shows("Channel: Trade fair").await;
    window.by_role("button", "Impressions: 700").await;
    window.go("#/kpis?family=leads").await;
    window.by_role("table", "By stage").await;
}

/// From a figure to the rows behind it, and to all of them.
async fn behind(window: &Window, (family, verb): (&str, &str), view: &str) {
    window.go(&format!("#/kpis?family={family}")).await;
    window.click("button", verb).await;
    window.by_role("heading", view).await;
    let (name, _) = verb.split_once(':').unwrap();
    let only = format!("Behind {name}, Oct 1, 2016 – Dec 31, 2016: take this filter out");
    window.by_role("button", &only).await;
    window.pictures(&format!("kpis-behind-{}", view.to_lowercase())).await;
    window.assert_accessible_in_both(&only).await;
    window.click("button", &only).await;
    window.gone("button", &only).await;
}

#[test]
fn figures_of_nothing_say_what_they_need() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Empty.throughline");
    make_sample(&file);
    journey("kpis-empty", &[&file.display().to_string()], async |window| {
        window.go("#/kpis?family=nurture").await;
        window.shows("No e-mails were sent yet").await;
        window.gone("button", "Save the table").await;
        window.pictures("kpis-empty").await;
        window.assert_accessible_in_both("figures of nothing").await;
        window.click("button", "Import sends…").await;
        window.by_role("heading", "Import").await;
    });
}
