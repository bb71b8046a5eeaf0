//! How cohorts of the funnel grew, at the terminal and in a saved table: two came in January, three in
//! February, nobody in March, one in April.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use throughline_tests::host::TestHost;
use throughline_tests::terminal::{make_sample, terminal};

const MOVES: &str = "\
Email,New Stage,Edit Date,Reason
ana@a.example,Inquiry,2026-01-05,
bo@b.example,Inquiry,2026-01-10,
cy@c.example,Inquiry,2026-02-01,
di@d.example,Inquiry,2026-02-03,
ed@e.example,Inquiry,2026-02-20,
fay@f.example,Inquiry,2026-04-02,
";

fn imported(folder: &Path) -> PathBuf {
    let (file, moves) = (folder.join("Grown.throughline"), folder.join("moves.csv"));
    make_sample(&file);
    std::fs::write(&moves, MOVES).unwrap();
    let [source, into] = [&moves, &file].map(|path| path.display().to_string());
    terminal(&["import", "moves", &source, "--workspace", &into]);
    file
}

#[test]
fn the_terminal_tells_growth() {
    let folder = tempfile::tempdir().unwrap();
    let into = imported(folder.path()).display().to_string();
    let line = ["funnel", "--workspace", &into, "--cohort", "month", "--json"];
    let told: Value = serde_json::from_str(&terminal(&line)).unwrap();
    let names = ["stage", "entered", "before", "growth"];
    let cohorts: Vec<Value> = told["cohorts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let inquiry = names.map(|name| one["stages"][0][name].clone());
            json!([one["from"], one["isOpen"], inquiry])
        })
        .collect();
    let expected = json!([
        ["2026-04-01", true, ["Inquiry", 1, null, null]],
        ["2026-02-01", false, ["Inquiry", 3, 2, 0.5]],
        ["2026-01-01", false, ["Inquiry", 2, null, null]],
    ]);
    assert_eq!(json!(cohorts), expected, "from nothing there is no growth");
}

#[test]
fn a_saved_table_tells_growth() {
    let folder = tempfile::tempdir().unwrap();
    let host = TestHost::at(&imported(folder.path()));
    let path = folder.path().join("funnel.csv");
    *host.target.lock().unwrap() = Some(path.clone());
    host.call("export.funnel", json!({ "of": { "cohort": "month" }, "format": "csv" }));
    let bytes = std::fs::read(path).unwrap();
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let at = |name: &str| head.iter().position(|one| one == name).unwrap();
    let columns = ["Began from", "Entered", "Entered before", "Growth (%)", "Note"].map(at);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let inquiry = rows.iter().filter(|row| &row[at("Stage")] == "Inquiry");
    let said: Vec<Vec<&str>> =
        inquiry.map(|row| columns.iter().map(|column| &row[*column]).collect()).collect();
    assert_eq!(
        said,
        [
            ["all", "6", "", "", "too few"],
            ["2026-04-01", "1", "no data", "no data", "too few, not over yet"],
            ["2026-02-01", "3", "2", "50", "too few, too few before"],
            ["2026-01-01", "2", "no data", "no data", "too few"],
        ]
    );
}
