//! The funnel: what became of every visit, by month, the leads behind a figure, an empty one.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::corpus::{self, Sales};
use throughline_tests::terminal::{make_sample, terminal};
use throughline_tests::window::{Window, journey, wait};

use crate::charts::drawn;

const LEADS: u64 = 2_000;
const COSTS: &str = "Date,Channel,Impressions,Cost,Currency\n2016-12-31,Paid,1000,40000.00,EUR\n";

/// The sample with leads of the reference corpus, their stages and deals, and what channels cost.
fn imported(folder: &Path) -> PathBuf {
    let (file, list) = (folder.join("Funnel.throughline"), folder.join("leads.csv"));
    let costs = folder.join("costs.csv");
    make_sample(&file);
    corpus::write(LEADS, 7, std::fs::File::create(&list).unwrap()).unwrap();
    std::fs::write(&costs, COSTS).unwrap();
    let [moves, deals, deal_moves] = Sales::of(2_000, 7).write(folder).unwrap();
    let kinds = ["leads", "moves", "deals", "moves", "channel-days"];
    for (kind, source) in kinds.into_iter().zip([list, moves, deals, deal_moves, costs]) {
        let [source, into] = [&source, &file].map(|path| path.display().to_string());
        terminal(&["import", kind, &source, "--workspace", &into]);
    }
    file
}

fn thousands(count: &Value) -> String {
    throughline_core::model::thousands(count.as_u64().unwrap())
}

/// The cells of the row of a table that begins with a text.
async fn row(window: &Window, table: &str, first: &str) -> Vec<String> {
    let script = "const table = document.querySelector(`[role=table][aria-label=\"${arguments[0]}\"]`);
        const rows = [...(table?.querySelectorAll('[role=row]') ?? [])];
        const cells = (row) => [...row.querySelectorAll('[role=cell]')].map((one) => one.innerText.trim());
        return rows.map(cells).find(([head]) => head === arguments[1]) ?? [];";
    let found = window.script(script, vec![json!(table), json!(first)]).await;
    serde_json::from_value(found).unwrap_or_default()
}

/// The figure that stands first in a cell.
fn figure(cell: &str) -> u64 {
    let digits = cell.lines().next().unwrap_or_default().replace([',', '.', '\u{a0}'], "");
    digits.parse().unwrap_or_else(|_| panic!("no figure in {cell:?}"))
}

#[test]
fn a_sales_leader_reads_the_funnel_and_opens_who_waits() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path());
    journey("funnel", &[&file.display().to_string()], async |window| {
        window.go("#/home").await;
        window.press("g").await;
        window.press("n").await;
        window.by_role("heading", "Funnel").await;
        drawn(window).await;
        window.pictures("funnel").await;
        window.assert_accessible_in_both("the funnel").await;
        let told = window.call("funnel.get", json!({})).await;
        for stage in ["Inquiry", "MQL", "SAL", "Discovery", "Negotiation"] {
            let cells = row(window, "What became of every visit", stage).await;
            let counts: Vec<u64> = cells[1..6].iter().map(|cell| figure(cell)).collect();
            assert_eq!(counts[0], counts[1..].iter().sum::<u64>(), "{stage}: {cells:?}");
            assert!(counts[0] > 0, "{stage}: {cells:?}");
        }
        by_month(window).await;
        by_persona(window).await;
        saved(window).await;
        who_waits(window, &told).await;
        who_speaks_for_us(window).await;
    });
}

async fn by_month(window: &Window) {
    window.click("radio", "Month").await;
    window.shows("Go on, by month of entry").await;
    wait::until("a row of a month", async || {
        let cells = row(window, "Go on, by month of entry", "September 2015").await;
        (cells.len() == 9).then_some(())
    })
    .await;
    let scroll = "document.querySelector(`[role=table][aria-label=\"Go on, by month of entry\"]`)
        .scrollIntoView({ block: 'center' })";
    window.script(scroll, vec![]).await;
    window.pictures("funnel-months").await;
    window.click("radio", "Entered").await;
    window.shows("Growth on the month before").await;
    let (mut cells, mut before) = (Vec::new(), Vec::new());
    wait::until("how many came in a month and the one before", async || {
        cells = row(window, "Entered, by month of entry", "September 2015").await;
        before = row(window, "Entered, by month of entry", "August 2015").await;
        (cells.len() == 9 && before.len() == 9).then_some(())
    })
    .await;
    let (is, was) = (figure(&cells[1]), figure(&before[1]));
    assert!(is != was && was > 0, "{cells:?} {before:?}");
    let growth = cells[1].lines().find(|line| line.ends_with('%'));
    let percent = (is.abs_diff(was) * 200 + was) / (2 * was);
    assert_eq!(growth, Some(&*format!("{percent}%")), "{is} after {was}");
    window.script(&scroll.replace("Go on", "Entered"), vec![]).await;
    window.pictures("funnel-growth").await;
    window.assert_accessible_in_both("how cohorts grew").await;
    window.click("radio", "Go on").await;
    window.shows("Go on, by month of entry").await;
}

async fn by_persona(window: &Window) {
    window.click("button", "Leads by").await;
    window.click("option", "Level").await;
    window.gone("option", "Level").await;
    wait::until("a row of a level", async || {
        let cells = row(window, "Time to convert", "C-level").await;
        (cells.len() == 6 && figure(&cells[1]) > 0).then_some(())
    })
    .await;
}

async fn saved(window: &Window) {
    window.click("button", "Save the table").await;
    window.click("menuitem", "Table (CSV)…").await;
    let file = window.save_as("funnel.csv").await;
    window.shows("Saved as funnel.csv").await;
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("Began from,Until,Stage,Entered"), "{text}");
    assert!(
        text.contains("\nall,,Inquiry,") && text.contains("\n2015-09-01,2015-09-30,MQL,"),
        "{text}"
    );
}

/// A figure opens the leads behind it, as many as it says.
async fn who_waits(window: &Window, told: &Value) {
    let count = &told["audience"]["noMansLand"];
    let plain = count.as_u64().unwrap();
    assert!(plain > 0);
    window.click("link", &format!("{plain} leads: No-man’s-land")).await;
    window.by_role("heading", "Leads").await;
    window.shows(&format!("{} of ", thousands(count))).await;
    window.pictures("funnel-leads").await;
    window.assert_accessible_in_both("leads of the funnel").await;
    window.press("Escape").await;
    window.gone("button", "No-man’s-land").await;
    let mql = told["stages"][1]["stageId"].as_str().unwrap();
    window.go(&format!("#/leads?stage={mql}")).await;
    window.by_role("button", "At MQL").await;
    window.shows(&format!("{} of ", told["stages"][1]["here"])).await;
}

/// A lead of the retained is marked as an advocate, counted in the funnel, found by it, and the mark
/// taken back.
async fn who_speaks_for_us(window: &Window) {
    let retained = json!({ "group": "retained", "limit": 1 });
    let list = window.call("lead.list", retained).await;
    let page = format!("#/leads/{}", list["rows"][0]["key"]);
    window.go(&page).await;
    window.click("button", "More about this lead").await;
    window.click("menuitem", "Mark as an advocate…").await;
    window.by_css("[role=dialog] textarea").await;
    window.type_text("Takes reference calls").await;
    window.pictures("advocate-asked").await;
    window.press("Control+Enter").await;
    window.by_role("heading", "Speaks for us").await;
    // The tooltip of the menu, which has the focus again, goes.
    window.go("#/home").await;
    window.go(&page).await;
    window.by_role("heading", "Speaks for us").await;
    window.shows("Takes reference calls").await;
    window.pictures("advocate").await;
    window.assert_accessible_in_both("an advocate").await;
    window.go("#/funnel").await;
    window.shows("Of them 1 retained").await;
    window.click("link", "1 lead: Advocates").await;
    window.by_css("[role=img][aria-label=Advocate]").await;
    window.pictures("advocates").await;
    window.assert_accessible_in_both("advocates").await;
    window.press("Control+z").await;
    window.gone("img", "Advocate").await;
}

#[test]
fn a_funnel_without_stages_says_what_it_needs() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("Empty.throughline");
    make_sample(&file);
    journey("funnel-empty", &[&file.display().to_string()], async |window| {
        window.go("#/funnel").await;
        window.shows("Nothing passed a stage yet").await;
        window.pictures("funnel-empty").await;
        window.assert_accessible_in_both("an empty funnel").await;
        window.click("button", "Import stages and deals…").await;
        window.by_role("heading", "Import").await;
    });
}

/// How far the view is scrolled.
async fn scrolled(window: &Window) -> u64 {
    let far = "return Math.round(document.querySelector('[data-scrolls]').scrollTop)";
    window.script(far, vec![]).await.as_u64().unwrap()
}

#[test]
fn another_view_begins_at_its_top_and_a_filter_does_not_move_the_one_on_show() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path());
    journey("funnel-scrolled", &[&file.display().to_string()], async |window| {
        window.go("#/funnel").await;
        window.by_role("radio", "Entered").await;
        let down = "document.querySelector('[data-scrolls]').scrollTop = 600";
        window.script(down, vec![]).await;
        wait::until("scrolled down", async || (scrolled(window).await == 600).then_some(())).await;
        window.click("radio", "Entered").await;
        window.shows("Entered, by quarter of entry").await;
        assert!(scrolled(window).await > 0, "the view jumped to its top");
        window.go("#/kpis").await;
        window.by_role("heading", "KPIs").await;
        wait::until("at the top", async || (scrolled(window).await == 0).then_some(())).await;
    });
}
