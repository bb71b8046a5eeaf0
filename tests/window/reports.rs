//! What goes to a meeting, to whoever makes a piece, and to a rep: the report in every form, a brief,
//! the playbook, saved by the system's own dialog and read by other programs.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use dom_query::Document;
use serde_json::json;
use throughline_tests::page::{dangers, words};
use throughline_tests::pdf::poppler;
use throughline_tests::window::{Window, journey};

/// What the sample comes to; the map says the first of it too.
const HEADLINE: &str = "Coverage 52 · 15 of 40 cells covered · 12 have nothing live";
const HEADLINES: [&str; 4] = [
    "New business: score 52 of 100; 15 of 40 cells are covered, 12 have nothing live.",
    "Cross-sell: score 18 of 100; 4 of 30 cells are covered, 23 have nothing live.",
    "The largest gap is CFO at Evaluation.",
    "15 needs are open, and marketing and sales differ on 19 placements.",
];

/// A piece of the sample that is still to be made.
const PLANNED: &str = "A framework contract, annotated for buyers";

fn on_the_sample(name: &str, body: impl AsyncFnOnce(&mut Window)) {
    journey(name, &[], async |window| {
        window.click("button", "Open the sample").await;
        window.by_role("grid", "Coverage").await;
        window.shows(HEADLINE).await;
        body(window).await;
        let said = window.script("return document.body.innerText", vec![]).await;
        assert!(!said.as_str().unwrap().contains("Nothing was saved"), "{said}");
        assert_eq!(window.policy_violations().await, Vec::<String>::new());
    });
}

fn text_of_pdf(file: &Path) -> String {
    poppler("pdftotext", &["-nodiag"], &std::fs::read(file).unwrap())
}

/// The words of a page, in which nothing runs or fetches and nothing leads anywhere but down.
fn text_of_page(file: &Path) -> String {
    let page = Document::from(std::fs::read_to_string(file).unwrap());
    let links = dangers(&page);
    assert!(links.iter().all(|one| one.starts_with("a href=#")), "{links:?}");
    words(&page.select("main").text())
}

fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

/// The report in another form, by way of the dialog that the top bar opens.
async fn report(window: &Window, form: Option<&str>, name: &str) -> std::path::PathBuf {
    window.click("button", "Report…").await;
    window.by_role("dialog", "Report").await;
    if let Some(form) = form {
        window.tick("radio", form).await;
    }
    window.settle().await;
    window.click("button", "Save…").await;
    let file = window.save_as(name).await;
    window.shows(&format!("Saved as {name}")).await;
    window.gone("dialog", "Report").await;
    window.settle().await;
    file
}

fn gaps_of_workbook(file: &Path) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let summary = book.worksheet_range("Summary").unwrap();
    let of_journey = |row: &&[Data]| row[0] == Data::String("New business".to_owned());
    let journey = summary.rows().find(of_journey).unwrap();
    assert_eq!(journey[2..5], [40.0, 15.0, 12.0].map(Data::Float), "{journey:?}");
    let gaps = book.worksheet_range("Gaps").unwrap();
    gaps.rows().skip(1).map(<[Data]>::to_vec).collect()
}

#[test]
fn the_report_says_the_same_in_every_form() {
    on_the_sample("report", async |window| {
        window.click("button", "Report…").await;
        window.by_role("dialog", "Report").await;
        window.settle().await;
        window.assert_accessible_in_both("the dialog of the report").await;
        window.pictures("report").await;
        window.press("Escape").await;
        window.gone("dialog", "Report").await;

        let document = report(window, None, "report.pdf").await;
        assert_says(&text_of_pdf(&document), &HEADLINES);
        let page = report(window, Some("Page (HTML)"), "report.html").await;
        assert_says(&text_of_page(&page), &HEADLINES);
        let book = gaps_of_workbook(&report(window, Some("Workbook (Excel)"), "report.xlsx").await);
        let table = report(window, Some("Table (CSV)"), "gaps.csv").await;
        let table: Vec<_> =
            csv::Reader::from_path(table).unwrap().into_records().map(Result::unwrap).collect();
        assert!(book.len() > 25 && book.len() == table.len(), "{} {}", book.len(), table.len());
        assert!(table[0].iter().any(|cell| cell == "CFO"), "{:?}", table[0]);
        assert!(table[0].iter().any(|cell| cell == "Evaluation"), "{:?}", table[0]);
    });
}

/// Runs a command by its name.
async fn run(window: &Window, name: &str) {
    window.press("Control+k").await;
    window.by_role("combobox", "Find anything or run a command").await;
    window.type_text(name).await;
    window.by_role("option", name).await;
    window.press("Enter").await;
    window.gone("option", name).await;
}

#[test]
fn a_brief_goes_to_whoever_makes_the_piece() {
    on_the_sample("brief", async |window| {
        let found = json!({ "filter": { "text": PLANNED } });
        let asset = window.call("asset.list", found).await["rows"][0]["asset"].clone();
        assert_ne!(asset["status"], "published");
        window.go(&format!("#/assets/{}", asset["id"].as_str().unwrap())).await;
        window.click("button", "Save its brief…").await;
        let page = text_of_page(&window.save_as("brief.html").await);
        window.shows("Saved as brief.html").await;
        run(window, "Save its brief as PDF…").await;
        let document = text_of_pdf(&window.save_as("brief.pdf").await);
        window.shows("Saved as brief.pdf").await;
        let asked_of = ["Northwind Cloud · brief as of", PLANNED, "Procurement lead"];
        for said in [page, document] {
            assert_says(&said, &asked_of);
        }
    });
}

#[test]
fn the_playbook_goes_to_a_rep() {
    on_the_sample("playbook-out", async |window| {
        window.go("#/playbook").await;
        window.click("button", "Save as a page…").await;
        let page = window.save_as("playbook.html").await;
        window.shows("Saved as playbook.html").await;
        window.click("button", "Save as PDF…").await;
        let document = window.save_as("playbook.pdf").await;
        window.shows("Saved as playbook.pdf").await;
        let told = ["TCO worksheet for storage and backup", "Bring the worksheet half filled"];
        assert_says(&text_of_pdf(&document), &told);
        assert_says(&words(&Document::from(std::fs::read_to_string(page).unwrap()).text()), &told);
    });
}
