//! The map in the mode "pipeline at stake", and gaps ranked by the money that waits there.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_tests::fixture::northwind::northwind;
use throughline_tests::fixture::save;
use throughline_tests::terminal::terminal;
use throughline_tests::window::{Window, journey};

use crate::architecture::{on_the_map, until_cell};

const PIPELINE: &str = "#/architecture?asOf=2026-06-30&mode=pipeline";

/// One deal was won, one lost at Evaluation, one of 1.8 million euros is there; nobody is named.
const DEALS: &str = "\
Deal ID,Deal name,Amount,Currency,Create date,Close date,Deal stage
D1,First,90000.00,EUR,2026-05-01,2026-06-01,Closed won
D2,Second,1800000.00,EUR,2026-06-10,,Evaluation
D3,Third,50000.00,EUR,2026-06-05,2026-06-10,Closed lost
D4,Fourth,12000.00,EUR,2026-06-11,,
";
const MOVES: &str = "\
Deal ID,New Stage,Edit Date
D1,Discovery,2026-05-01
D1,Evaluation,2026-05-10
D2,Evaluation,2026-06-10
D3,Discovery,2026-06-05
D3,Evaluation,2026-06-08
";

/// More rows than are counted while somebody waits.
fn many() -> String {
    let mut file = "Email,Create Date\n".to_owned();
    for at in 0..20_001 {
        let _ = writeln!(file, "many{at}@many.example,2026-01-01");
    }
    file
}

/// The drawn workspace with files of facts, brought in one after the other.
fn imported(folder: &Path, files: &[(&str, &str)]) -> PathBuf {
    let file = folder.join("northwind.throughline");
    save(&northwind().architecture, &file);
    for (at, (kind, text)) in files.iter().enumerate() {
        let source = folder.join(format!("{at}.csv"));
        std::fs::write(&source, text).unwrap();
        let [source, into] = [&source, &file].map(|path| path.display().to_string());
        terminal(&["import", kind, &source, "--workspace", &into]);
    }
    file
}

/// Of the deals that came to Evaluation and ended half were won: 900,000 of 1.8 million wait, by
/// decision weight 5 : 4 : 4 : 3 : 2. Of six visits that ended one was lost: L = 1⁄6, and at Evaluation
/// (1 + 10⁄6) ÷ (2 + 10) = 22% leaks.
const WAITS: [(&str, &str); 5] = [
    ("CFO", "€250K waits, empty"),
    ("CISO", "€200K waits, stale"),
    ("VP Operations", "€200K waits, thin"),
    ("IT Manager", "€150K waits, thin"),
    ("Procurement lead", "€100K waits, thin"),
];

#[test]
fn the_map_shows_the_money_that_waits_and_gaps_say_it() {
    let folder = TempDir::new().unwrap();
    let file = imported(folder.path(), &[("deals", DEALS), ("moves", MOVES)]);
    at_the_terminal(&file.display().to_string());
    journey("pipeline", &[&file.display().to_string()], async |window| {
        window.go("#/architecture?asOf=2026-06-30").await;
        window.by_role("grid", "Coverage").await;
        window.click("radio", "Pipeline").await;
        window.by_role("grid", "Pipeline at stake").await;
        for (persona, says) in WAITS {
            until_cell(window, &format!("{persona} at Evaluation"), says).await;
        }
        until_cell(window, "CFO at MQL", "no money waits, covered").await;
        window.by_role("gridcell", "Evaluation: €900K").await;
        window.by_role("gridcell", "CFO in all: €250K").await;
        window.by_role("gridcell", "In all: €900K").await;
        window.shows("€900K of it has no known persona and is spread by decision weight.").await;
        window.shows("1 open deal of €12K is at no stage of this journey and in no cell.").await;
        window.click("tab", "Gaps").await;
        window.shows("€250K waits there; 22% leaks.").await;
        window.shows("weight 5 × shortfall 1 × leak 0.22 × stake €250K").await;
        window.pictures("pipeline").await;
        window.assert_accessible_in_both("the pipeline at stake").await;
        by_keys(window).await;
        by_phases(window).await;
    });
}

/// The same in a line of the program.
fn at_the_terminal(file: &str) {
    let said = terminal(&["gaps", "--workspace", file, "--limit", "1"]);
    assert!(said.starts_with("24 gaps, 100 = the largest\n"), "{said}");
    let gap = "CFO at Evaluation: nothing live; 250k EUR waits there; 22% leaks";
    assert!(said.contains(gap) && !said.contains("CISO"), "{said}");
    assert!(said.contains("weight 5 × shortfall 1 × leak 0.22 × stake 250k EUR"), "{said}");
    let json = terminal(&["gaps", "--workspace", file, "--journey", "new business", "--json"]);
    let gaps: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((gaps.as_array().unwrap().len(), &gaps[0]["words"]), (24, &json!(gap)));
    assert_eq!(gaps[0]["worth"]["waits"]["minor"], 25_000_000);
    assert_eq!(gaps[0]["worth"]["leak"]["resolved"], 2);
}

/// The arrows lead from cell to cell, Enter opens the gap in the rail.
async fn by_keys(window: &Window) {
    window.focus("gridcell", "CISO at Evaluation: €200K waits, stale").await;
    window.press("ArrowUp").await;
    window.press("Enter").await;
    window.shows("Largest gap.").await;
    let of = "1 open deal of €1.8M, of which 50% is won (1 of 2 that came and ended, too few).";
    window.shows(of).await;
    window.shows("In the last four quarters 1 of 2 were lost or turned back.").await;
    window.pictures("pipeline-cell").await;
    window.assert_accessible_in_both("a priced gap").await;
}

async fn by_phases(window: &Window) {
    window.click("radio", "Phases").await;
    window.by_role("gridcell", "CFO in Convert: €250K waits, empty").await;
    window.by_role("gridcell", "Convert: €900K").await;
    window.pictures("pipeline-phases").await;
}

#[test]
fn a_map_without_deals_says_what_it_would_show() {
    on_the_map("pipeline-empty", async |window| {
        window.go(PIPELINE).await;
        window.shows("What waits where content is missing?").await;
        window.pictures("pipeline-empty").await;
        window.assert_accessible_in_both("an empty pipeline").await;
        window.click("tab", "Gaps").await;
        window.shows("Leak counts 0.5 and stake 1 until leads and deals are known.").await;
        window.click("button", "Import leads and deals…").await;
        window.by_role("heading", "Import").await;
    });
}

#[test]
fn what_is_counted_beside_the_map_of_many_leads_reaches_it() {
    let folder = TempDir::new().unwrap();
    let leads = many();
    let file = imported(folder.path(), &[("leads", &leads), ("deals", DEALS), ("moves", MOVES)]);
    journey("pipeline-many", &[&file.display().to_string()], async |window| {
        window.go(PIPELINE).await;
        window.by_role("gridcell", "CFO at Evaluation: €250K waits, empty").await;
        window.click("tab", "Gaps").await;
        window.shows("€250K waits there; 22% leaks.").await;
    });
}
