//! The consumption gap by segments as a table and as figures, as other programs read them.

use serde_json::{Value, json};
use throughline_tests::corpus;
use throughline_tests::host::TestHost;
use throughline_tests::terminal::{make_sample, terminal};

/// A workspace with 300 rows of the reference corpus.
fn imported(folder: &std::path::Path) -> TestHost {
    let (file, list) = (folder.join("Gap.throughline"), folder.join("leads.csv"));
    make_sample(&file);
    corpus::write(300, 3, std::fs::File::create(&list).unwrap()).unwrap();
    let [source, into] = [&list, &file].map(|path| path.display().to_string());
    terminal(&["import", "leads", &source, "--workspace", &into]);
    TestHost::at(&file)
}

fn saved(host: &TestHost, name: &str, command: &str, request: Value) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    *host.target.lock().unwrap() = Some(path.clone());
    host.call(command, request);
    std::fs::read(path).unwrap()
}

#[test]
fn every_segment_is_a_row_and_what_is_no_number_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let host = imported(folder.path());
    let by = json!(["level", "month"]);
    let report = host.call("consumption.get", json!({ "by": by }));
    let request = json!({ "by": by, "format": "csv" });
    let bytes = saved(&host, "gap.csv", "export.consumption", request);
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let head: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(head[..4], ["Level", "Month", "Requests", "Opened"]);
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let segments = report["segments"].as_array().unwrap();
    assert_eq!(rows.len(), segments.len() + 1);
    assert_eq!(&rows[0][0], "All");
    assert_eq!(rows[0][2], report["all"]["n"].to_string());
    for (row, segment) in rows[1..].iter().zip(segments) {
        assert_eq!(row[2], segment["n"].to_string());
        let few = if segment["tooFew"] == true { "too few" } else { "" };
        assert_eq!(&row[10], few);
        let told = match segment["p90Hours"]["kind"].as_str().unwrap() {
            "notReached" => "not reached".to_owned(),
            "noData" => "no data".to_owned(),
            _ => ((segment["p90Hours"]["hours"].as_f64().unwrap() * 100.0).round() / 100.0)
                .to_string(),
        };
        assert_eq!(row[8], told);
    }
    let workbook =
        saved(&host, "gap.xlsx", "export.consumption", json!({ "by": by, "format": "xlsx" }));
    assert_eq!(workbook[..2], *b"PK");
}

#[test]
fn segments_are_drawn_beside_all_requests_and_marks_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let host = imported(folder.path());
    let of = json!({ "name": "gapMeans", "by": ["level"], "segments": [["Manager"], [""]] });
    let shown = host.call("figure.get", of.clone());
    let rows = shown["twin"]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 3 + 4, "{rows:?}");
    assert!(rows[2][0].as_str().unwrap().starts_with("Unknown"), "{rows:?}");
    assert_eq!(rows[3][0], "All professionals, 2016");
    let svg = saved(
        &host,
        "means.svg",
        "export.figure",
        json!({ "of": of, "format": "svg", "ground": "light" }),
    );
    let svg = String::from_utf8(svg).unwrap();
    assert!(svg.contains("C-suite in technology, 2016: over 30 h"), "{svg}");
    assert!(svg.contains("NetLine, 2017 State of IT Content Consumption"), "{svg}");

    let five = json!({ "name": "unopened", "by": ["level"], "segments": [["a"], ["b"], ["c"], ["d"], ["e"]] });
    assert_eq!(host.attempt("figure.get", five).unwrap_err().field.as_deref(), Some("segments"));
}
