//! Files made to do harm: each ends in one clear error, or costs the rows that are at fault, and the
//! process that asked for it is not touched.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use base64::Engine;
use serde_json::json;
use throughline_core::error::{Code, Error, Result};
use throughline_core::import::{Reader, Sheet, read_files};
use throughline_tests::fixture::hostile::{ROWS, hidden_lie, strings, workbook};
use throughline_tests::host::{TestHost, workbook_reader};
use throughline_tests::window::built;

/// What is said of a workbook whose reader died.
const DIED: &str = "a list of content can be saved as CSV too.";

fn read(bytes: Vec<u8>) -> Result<Sheet> {
    let workbooks = || Ok(workbook_reader());
    let progress = |_, _| ControlFlow::Continue(());
    let reader = Reader { workbooks: &workbooks, progress: &progress };
    read_files(&[("list".to_owned(), bytes)], None, &reader)
}

fn refused(bytes: Vec<u8>) -> String {
    let error = read(bytes).unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error:?}");
    error.to_string()
}

#[test]
fn a_workbook_without_malice_comes_through_its_process() {
    let sheet = read(workbook(ROWS, &strings("1"), &[])).unwrap();
    assert_eq!(sheet.origin.sheet.as_deref(), Some("List"));
    // The formula is what it last said.
    assert_eq!(sheet.rows[0].cells, ["One", "https://a.example/1"]);
}

#[test]
fn a_lie_about_the_number_of_texts_is_refused_and_one_that_gets_through_kills_the_reader_alone() {
    let told = workbook(ROWS, &strings("9999999999"), &[]);
    assert!(told.len() < 2_000);
    assert!(refused(told).contains("more texts than fit"));
    let error = refused(hidden_lie());
    assert!(error.ends_with(DIED), "{error}");
}

#[test]
fn a_cell_at_the_far_end_costs_its_row_only() {
    let far = format!("{ROWS}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    let sheet = read(workbook(&far, &strings("1"), &[])).unwrap();
    assert_eq!((sheet.rows.len(), sheet.rejected.len()), (1, 1));
    assert_eq!(sheet.rejected[0].line, 1_048_576);
}

#[test]
fn a_bomb_is_refused() {
    let zeros = vec![0; 32 << 20];
    let bomb = workbook(ROWS, &strings("1"), &[("xl/media/image1.png", &zeros)]);
    assert!(bomb.len() < 100_000);
    assert!(refused(bomb).contains("200 times"));
}

/// 190 to 1 and under 256 MB: allowed by the scan, too much for a reader that keeps all of it.
#[test]
fn a_bomb_within_the_limits_of_the_scan_ends_with_a_clear_error() {
    let cells: String = (3..260_000).fold(String::new(), |mut cells, at| {
        write!(cells, "<row r=\"{at}\"><c r=\"ALL{at}\"><v>{at}</v></c></row>").unwrap();
        cells
    });
    let error = refused(workbook(&format!("{ROWS}{cells}"), &strings("1"), &[]));
    assert!(error.contains("more cells than can be read") || error.ends_with(DIED), "{error}");
}

/// The limits of a process, the soft and the hard, as the system tells them.
fn limits_of(process: u32) -> Vec<(&'static str, Vec<String>)> {
    let told = std::fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
    let names = ["data size", "address space", "cpu time", "core file size", "file size"];
    let limit = |name: &'static str| {
        let name_told = format!("Max {name}");
        let line = told.lines().find_map(|line| line.strip_prefix(&name_told)).unwrap();
        (name, line.split_whitespace().take(2).map(str::to_owned).collect())
    };
    names.map(limit).to_vec()
}

#[test]
fn the_reader_holds_itself_within_limits() {
    // 512 MiB, 1 GiB, 30 seconds, nothing, nothing.
    let wanted = ["536870912", "1073741824", "30", "0", "0"].map(|limit| vec![limit.to_owned(); 2]);
    let mut child = workbook_reader().stdin(std::process::Stdio::piped()).spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(20);
    let held = loop {
        let held = limits_of(child.id());
        let all = held.iter().map(|(_, limit)| limit).eq(&wanted);
        if all || Instant::now() > end {
            break held;
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(held.iter().map(|(_, limit)| limit).eq(&wanted), "{held:?}");
}

#[test]
fn an_unclosed_quotation_mark_does_not_eat_a_large_file() {
    let mut text = "Title,URL\nOne,https://a.example/1\n\"Two,https://a.example/2\n".to_owned();
    for at in 3..300_000 {
        writeln!(text, "Title {at},https://a.example/{at}").unwrap();
    }
    let sheet = read(text.into_bytes()).unwrap();
    assert_eq!((sheet.rows.len(), sheet.rejected.len()), (299_998, 1));
    assert_eq!(sheet.rejected[0].line, 3);
    assert!(sheet.rejected[0].reason.contains("opened in line 3"));
}

#[test]
fn garbage_ends_quickly_in_one_error() {
    let noise: Vec<_> = (0..60_000).map(|at| format!("\"{at}\"x\n,\"\n")).collect();
    let began = Instant::now();
    let error = refused(format!("Title,URL\nOne,a\n{}", noise.concat()).into_bytes());
    assert!(error.contains("cannot be read. The first is at line 4"), "{error}");
    assert!(began.elapsed() < Duration::from_secs(20));
}

fn send(host: &TestHost, name: &str, bytes: &[u8]) {
    host.call("import.begin", json!({}));
    let encoder = &base64::engine::general_purpose::STANDARD;
    for piece in bytes.chunks(768 * 1_024) {
        host.call("import.piece", json!({ "name": name, "bytes": encoder.encode(piece) }));
    }
}

#[test]
fn what_is_sent_is_read_once_and_another_sheet_of_a_workbook_again() {
    let host = TestHost::with_workspace();
    send(&host, "list.xlsx", &workbook(ROWS, &strings("1"), &[]));
    for _ in 0..2 {
        let shown = host.call("import.read", json!({ "sheet": "List" }));
        assert_eq!(shown["tally"]["added"], 1);
    }
    let wrong = host.attempt("import.read", json!({ "sheet": "Elsewhere" })).unwrap_err();
    assert_eq!((wrong.code, wrong.field.as_deref()), (Code::Invalid, Some("sheet")));
    send(&host, "list.xlsx", &hidden_lie());
    let died = host.attempt("import.read", json!({})).unwrap_err();
    assert!(died.code == Code::Unreadable && died.message.ends_with(DIED), "{died:?}");
    // It lives, and reads the next.
    send(&host, "list.csv", b"Title,URL\nOne,https://a.example/1\n");
    assert_eq!(host.call("import.read", json!({}))["tally"]["added"], 1);
    let gone = host.attempt("import.read", json!({})).unwrap_err();
    assert_eq!(gone.code, Code::Unreadable);
}

#[test]
fn reading_is_cancelled_from_beside_and_leaves_nothing() {
    let host = TestHost::with_workspace();
    let rows: Vec<_> =
        (0..400_000).map(|at| format!("Title {at},https://a.example/{at}\n")).collect();
    send(&host, "list.csv", format!("Title,URL\n{}", rows.concat()).as_bytes());
    let read = std::thread::scope(|scope| {
        let reading = scope.spawn(|| host.attempt("import.read", json!({})));
        while host.call("import.progress", json!({}))["total"] == 0 && !reading.is_finished() {
            std::thread::sleep(Duration::from_millis(1));
        }
        host.call("import.cancel", json!({}));
        reading.join().unwrap()
    });
    assert_eq!(read.unwrap_err().code, Code::Cancelled);
    // Cancelling stays with what was cancelled.
    send(&host, "list.csv", b"Title,URL\nOne,https://a.example/1\n");
    assert_eq!(host.call("import.read", json!({}))["tally"]["added"], 1);
}

#[test]
fn the_terminal_takes_the_same_way() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    std::fs::write(path("bad.xlsx"), hidden_lie()).unwrap();
    std::fs::write(path("good.xlsx"), workbook(ROWS, &strings("1"), &[])).unwrap();
    let run = |args: &[&str]| {
        let mut program = std::process::Command::new(built("throughline"));
        program.args(args).current_dir(folder.path()).output().unwrap()
    };
    assert!(run(&["new", "plan.throughline"]).status.success());
    let bring_in = |name: &str| run(&["import", "assets", name, "--workspace", "plan.throughline"]);
    let bad = bring_in("bad.xlsx");
    assert_eq!(bad.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&bad.stderr).contains(DIED));
    let good = bring_in("good.xlsx");
    assert!(String::from_utf8_lossy(&good.stdout).starts_with("1 rows read: 1 added"));
    // The verb is not for people.
    assert!(!String::from_utf8_lossy(&run(&["--help"]).stdout).contains("read-workbook"));
}
