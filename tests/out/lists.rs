//! Every list of the report as a table of its own, as another program reads it.

use serde_json::json;
use throughline_core::export::TableName;
use throughline_core::model::Word;
use throughline_tests::host::TestHost;

/// The rows of a table as it is saved, its head first.
fn rows(host: &TestHost, table: TableName) -> Vec<Vec<String>> {
    let file = tempfile::NamedTempFile::with_suffix(".csv").unwrap();
    *host.target.lock().unwrap() = Some(file.path().to_owned());
    host.call("export.table", json!({ "table": table }));
    let text = std::fs::read_to_string(file.path()).unwrap();
    // Without the mark that tells a spreadsheet the encoding.
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let at = rows[0].iter().position(|head| head == name).unwrap();
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

fn sample() -> TestHost {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    host
}

#[test]
fn each_list_is_a_table_of_what_it_lists() {
    let host = sample();
    // As DuckDB counts the sample's tables: 28 needs and 128 placements; 7 and 5 stages for 6 personas;
    // 23 questions; no review has decided anything.
    let expected = [
        (TableName::Cells, 72),
        (TableName::Needs, 28),
        (TableName::Placements, 128),
        (TableName::Maturity, 23),
        (TableName::Decisions, 0),
    ];
    for (name, count) in expected {
        assert_eq!(rows(&host, name).len() - 1, count, "{name:?}");
    }
    for name in TableName::ALL {
        let rows = rows(&host, *name);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{name:?}");
    }
    let statuses = column(&rows(&host, TableName::Needs), "Status");
    assert_eq!(statuses.iter().filter(|status| *status == "Open").count(), 15);
    assert_eq!(host.suggested.lock().unwrap()[0], "Northwind Cloud cells 2026-09-01.csv");
}

#[test]
fn no_cell_of_a_list_opens_a_formula() {
    let host = sample();
    let need = host.call("need.list", json!({}))[0]["id"].clone();
    let formula = "=HYPERLINK(\"https://example.org\")";
    host.call("need.update", json!({ "id": need, "set": { "text": formula } }));
    let texts = column(&rows(&host, TableName::Needs), "Need");
    assert!(texts.contains(&format!("'{formula}")), "{texts:?}");
}
