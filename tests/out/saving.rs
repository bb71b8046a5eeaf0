//! Where things are saved: asked by the host, replaced whole or not at all.

use serde_json::{Value, json};
use throughline_tests::host::TestHost;

/// The program that ships, where files may grow to 50 blocks of 512 bytes: less than a workspace takes.
#[cfg(unix)]
#[test]
fn a_limit_to_the_size_of_files_is_told_and_leaves_nothing() {
    let (folder, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", "ulimit -f 50; exec \"$@\"", "sh"]);
    limited.arg(throughline_tests::window::built("throughline")).args(["new", "Plan.throughline"]);
    limited.current_dir(folder.path()).env("XDG_DATA_HOME", data.path());
    let made = limited.output().unwrap();
    assert!(made.status.code().is_some_and(|code| code != 0), "{made:?}");
    assert!(!made.stderr.is_empty(), "it said nothing");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{made:?}");
}

fn sample() -> TestHost {
    let host = TestHost::default();
    host.call("file.sample", json!({}));
    host
}

#[test]
fn the_host_is_asked_and_the_answer_names_the_file() {
    let host = sample();
    assert_eq!(host.call("export.assets", json!({})), Value::Null);
    let folder = tempfile::tempdir().unwrap();
    *host.target.lock().unwrap() = Some(folder.path().join("all"));
    let saved = host.call("export.assets", json!({}));
    assert_eq!(saved["name"], "all.csv");
    assert_eq!(saved["folder"], folder.path().display().to_string());
    *host.target.lock().unwrap() = Some(folder.path().join("map.html"));
    assert_eq!(host.call("export.coverage", json!({}))["name"], "map.html");
    assert_eq!(
        *host.suggested.lock().unwrap(),
        [
            "Northwind Cloud assets.csv",
            "Northwind Cloud assets.csv",
            "Northwind Cloud coverage of New business 2026-09-01.html"
        ]
    );
}

#[test]
fn only_what_the_list_shows_is_saved() {
    let host = sample();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ideas.csv");
    *host.target.lock().unwrap() = Some(path.clone());
    let ideas = json!({ "filter": { "statuses": ["idea"] } });
    let total = host.call("asset.list", ideas.clone())["total"].as_u64().unwrap();
    host.call("export.assets", ideas);
    let text = std::fs::read_to_string(path).unwrap();
    let rows = csv::Reader::from_reader(text.as_bytes()).into_records().count();
    assert!(total > 0 && u64::try_from(rows).unwrap() >= total);
    assert!(!text.contains(",published,"));
}

#[test]
fn a_workspace_is_never_replaced() {
    let host = sample();
    let workspace = host.workspace().path.clone();
    for path in [workspace.clone(), workspace.with_extension("throughline-wal")] {
        let before = std::fs::read(&path).ok();
        *host.target.lock().unwrap() = Some(path.clone());
        let refused = host.attempt("export.assets", json!({})).unwrap_err();
        assert!(refused.message.contains("Choose another name"), "{}", refused.message);
        assert_eq!(std::fs::read(&path).ok(), before);
    }
}

#[test]
fn a_failure_leaves_the_file_that_is_there() {
    let host = sample();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.html");
    std::fs::write(&path, "theirs").unwrap();
    *host.target.lock().unwrap() = Some(path.clone());
    let nobody = json!({ "journeyId": "00000000-0000-7000-8000-000000000000" });
    assert!(host.attempt("export.coverage", nobody).is_err());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "theirs");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
