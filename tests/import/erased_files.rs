//! Erasing where there are backups, copies and files set aside: none of them brings anybody back.

use std::path::{Path, PathBuf};

use base64::Engine;
use serde_json::{Value, json};
use throughline_core::api::Host;
use throughline_core::plan::verify;
use throughline_tests::host::TestHost;

use crate::erased::left_of;

const FILE: &str = "\
Email,Lead ID,Name,Job Title,Content,Requested
zqada@zqlocal.example,zq-17,Zqada Zqkim,CFO zqtitle,Zzguide,2026-03-01 09:00:00
bo@basil.example,b-2,Bo Basil,Buyer,Zzguide,2026-03-01 10:00:00
";
const CANARIES: [&str; 5] = ["zqada", "zqlocal", "zq-17", "zqkim", "zqtitle"];

fn bring_in(host: &TestHost) -> Value {
    bring_file_in(host, FILE)
}

/// Takes a file in as the window does.
pub(crate) fn bring_file_in(host: &TestHost, file: &str) -> Value {
    let bytes = base64::engine::general_purpose::STANDARD.encode(file);
    host.call("import.begin", json!({}));
    host.call("import.piece", json!({ "name": "leads.csv", "bytes": bytes }));
    let preview = host.call("facts.read", json!({}));
    host.call("facts.apply", json!({ "mapping": preview["mapping"] }))["value"].clone()
}

fn key(host: &TestHost) -> Value {
    host.call("lead.find", json!({ "name": "zqada@zqlocal.example" }))["key"].clone()
}

fn erase(host: &TestHost) -> Value {
    host.call("lead.erase", json!({ "keys": [key(host)] }))["value"].clone()
}

fn leads(host: &TestHost) -> u64 {
    host.call("lead.list", json!({}))["leads"].as_u64().unwrap()
}

fn shelf(host: &TestHost) -> PathBuf {
    let folder = host.call("backup.list", json!({}))["folder"].clone();
    PathBuf::from(folder.as_str().unwrap())
}

fn back_up(host: &TestHost) -> String {
    host.pass(60_000);
    host.call("backup.make", json!({}))["name"].as_str().unwrap().to_owned()
}

/// Nothing of whom was erased lies beside the workspace or among its backups.
fn assert_gone(host: &TestHost) {
    let home = host.workspace().path.parent().unwrap().to_owned();
    for folder in [home, shelf(host)] {
        assert_eq!(left_of(&folder, &CANARIES), Vec::<String>::new(), "{}", folder.display());
    }
}

fn workspace() -> TestHost {
    let host = TestHost::with_workspace();
    bring_in(&host);
    host
}

#[test]
fn backups_are_written_anew_without_whom_was_erased() {
    let host = workspace();
    let names = [back_up(&host), back_up(&host)];
    assert_eq!(left_of(&shelf(&host), &CANARIES).len(), 2 * CANARIES.len());
    let look = host.call("lead.erasure", json!({ "keys": [key(&host)] }));
    // One was made before the import.
    assert_eq!((look["backups"].as_u64(), look["held"]["leads"].as_u64()), (Some(3), Some(1)));
    let erased = erase(&host);
    assert_eq!(erased["backups"], json!({ "all": 3, "rewritten": 3, "heldBack": [] }));
    assert_eq!((&erased["unswept"], &erased["aside"]), (&Value::Null, &json!([])));
    assert_gone(&host);
    for name in &names {
        let file = shelf(&host).join(name);
        assert_eq!(verify(&file), Vec::<String>::new());
        assert!(!file.with_extension("throughline-wal").exists());
    }
    host.call("backup.look", json!({ "name": names[0] }));
    assert_eq!(leads(&host), 1);
    host.call("backup.leave", json!({}));
    host.call("backup.restore", json!({ "name": names[0] }));
    assert_eq!(leads(&host), 1);
    assert_eq!(bring_in(&host)["erased"], 1, "the marks outlive the restore");
    assert_eq!(leads(&host), 1);
    let count = host.call("lead.erased", json!({}));
    assert_eq!(
        (count["leads"].as_u64(), count["batches"][0]["leads"].as_u64()),
        (Some(1), Some(1))
    );
    assert_gone(&host);
}

/// A backup as it was before somebody was erased: it was on a disk that was not there.
fn put_away(host: &TestHost, name: &str) -> PathBuf {
    let file = shelf(host).join(name);
    let away = tempfile::tempdir().unwrap().keep().join(name);
    std::fs::rename(file, &away).unwrap();
    away
}

fn put_back(host: &TestHost, away: &Path) {
    std::fs::copy(away, shelf(host).join(away.file_name().unwrap())).unwrap();
}

#[test]
fn a_backup_that_nobody_could_write_anew_is_before_it_is_shown_or_restored() {
    let host = workspace();
    let name = back_up(&host);
    let away = put_away(&host, &name);
    erase(&host);
    put_back(&host, &away);
    assert!(!left_of(&shelf(&host), &CANARIES).is_empty());
    host.call("backup.look", json!({ "name": name }));
    assert_eq!(leads(&host), 1);
    host.call("backup.leave", json!({}));
    assert_gone(&host);
    put_back(&host, &away);
    host.call("backup.restore", json!({ "name": name }));
    assert_eq!((leads(&host), &bring_in(&host)["erased"]), (1, &json!(1)));
    assert_gone(&host);
}

#[test]
fn a_backup_takes_the_place_of_a_damaged_file_without_whom_was_erased() {
    let host = workspace();
    let name = back_up(&host);
    let away = put_away(&host, &name);
    erase(&host);
    let path = host.workspace().path.clone();
    // What was made since knows of it.
    back_up(&host);
    host.call("file.close", json!({}));
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[..100].fill(0);
    std::fs::write(&path, bytes).unwrap();
    host.open(&path).unwrap_err();
    put_back(&host, &away);
    host.call("backup.restore", json!({ "name": name }));
    assert_eq!((leads(&host), &bring_in(&host)["erased"]), (1, &json!(1)));
    assert_gone(&host);
    host.call("file.close", json!({}));
    // A later look tells of the file that was set aside.
    host.open(&path).unwrap();
    let bo = host.call("lead.find", json!({ "name": "bo@basil.example" }))["key"].clone();
    let look = host.call("lead.erasure", json!({ "keys": [bo] }));
    assert!(look["aside"][0].as_str().unwrap().contains("(set aside "), "{look}");
}

#[test]
fn a_backup_that_cannot_be_written_anew_is_told_of_and_never_shown() {
    let host = workspace();
    let name = back_up(&host);
    let file = shelf(&host).join(&name);
    let mut bytes = std::fs::read(&file).unwrap();
    let sound = bytes.clone();
    bytes.truncate(bytes.len() / 2);
    std::fs::write(&file, bytes).unwrap();
    let erased = erase(&host);
    assert_eq!(erased["backups"]["heldBack"][0]["name"], name.as_str());
    assert!(host.attempt("backup.look", json!({ "name": name })).is_err());
    assert!(host.attempt("backup.restore", json!({ "name": name })).is_err());
    // The next opening tries again.
    std::fs::write(&file, sound).unwrap();
    let path = host.workspace().path.clone();
    host.call("file.close", json!({}));
    host.open(&path).unwrap();
    throughline_core::api::keep(&host);
    assert_gone(&host);
}

#[test]
fn a_copy_holds_nothing_of_whom_was_erased_and_one_without_names_nothing_of_anybody() {
    let host = workspace();
    erase(&host);
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.throughline");
    *host.target.lock().unwrap() = Some(copy.clone());
    host.call("file.saveCopy", json!({ "goOn": false }));
    assert_eq!(left_of(folder.path(), &CANARIES), Vec::<String>::new());
    let other = TestHost::at(&copy);
    assert_eq!(bring_in(&other)["erased"], 1, "a copy knows who was erased");
    drop(other);
    let bare = tempfile::tempdir().unwrap();
    *host.target.lock().unwrap() = Some(bare.path().join("bare.throughline"));
    host.call("file.saveAnonymousCopy", json!({}));
    let others = ["basil", "b-2", "leads.csv", "zzguide"];
    assert_eq!(left_of(bare.path(), &[&CANARIES[..], &others[..]].concat()), Vec::<String>::new());
    let secret = host.workspace().path.clone();
    let secrets = rusqlite::Connection::open(&secret).unwrap();
    let secret: Vec<u8> =
        secrets.query_row("SELECT secret FROM erased_mark", [], |row| row.get(0)).unwrap();
    let bytes = std::fs::read(bare.path().join("bare.throughline")).unwrap();
    assert!(!bytes.windows(16).any(|part| part == secret), "nor a mark");
    assert!(host.opened().is_some());
}

#[test]
fn what_the_plan_says_of_a_lead_is_told_and_stays() {
    let host = workspace();
    let persona = json!({ "fields": {
        "name": "CFO", "role": "champion", "weight": 3,
        "notes": "Ask Zqada@zqlocal.example first.", "goals": ["As Zqada Zqkim says"],
    }});
    host.call("persona.create", persona);
    let held = &host.call("lead.erasure", json!({ "keys": [key(&host)] }))["held"];
    assert_eq!(held["mentions"].as_array().unwrap().len(), 1);
    assert_eq!(held["mentions"][0]["kind"], "persona");
    assert_eq!(held["mentions"][0]["title"], "CFO");
    assert_eq!(held["mentions"][0]["what"], "address");
    assert_eq!(held["edits"], 1);
    let erased = erase(&host);
    assert_eq!(erased["held"]["mentions"], held["mentions"]);
    let home = host.workspace().path.parent().unwrap().to_owned();
    assert!(!left_of(&home, &["ask zqada@zqlocal.example first"]).is_empty());
}

/// A demo makes hot at once; the clock of the host says 1 September 2026.
const ACTS: &str = "\
Email,Activity Type,Activity Date
zqada@zqlocal.example,Demo,2026-08-31 09:00:00
bo@basil.example,Demo,2026-08-31 10:00:00
";

fn answer(host: &TestHost, lead: &str, note: &str) {
    let key = host.call("lead.find", json!({ "name": lead }))["key"].clone();
    let said = json!({ "key": key, "answer": "turnedBack", "reason": "notReady", "note": note });
    host.call("followUp.answer", said);
}

fn mark(host: &TestHost, lead: &str, note: &str) {
    let key = host.call("lead.find", json!({ "name": lead }))["key"].clone();
    host.call("advocate.mark", json!({ "key": key, "note": note }));
}

#[test]
fn the_mark_of_an_advocate_goes_with_its_history() {
    let host = workspace();
    bring_file_in(&host, ACTS);
    let ada = "zqada@zqlocal.example";
    mark(&host, "bo@basil.example", "Named as a reference");
    mark(&host, ada, "Zqnote, spoke for us");
    mark(&host, ada, "Zqnote, twice");
    // One that the history alone knows.
    let marks = host.call("advocate.list", json!({}));
    let hers = marks.as_array().unwrap().iter().find(|one| one["note"] == "Zqnote, twice").unwrap();
    assert_eq!(marks.as_array().unwrap().len(), 2, "a second mark changes the first: {marks}");
    host.call("advocate.delete", json!({ "id": hers["id"] }));
    mark(&host, ada, "Zqnote, again");
    let record = held_of(&host, ada);
    assert!(record.contains("advocate") && record.contains("Zqnote, again"), "{record}");
    let erased = erase(&host);
    assert_eq!((&erased["held"]["advocates"], &erased["held"]["edits"]), (&json!(1), &json!(0)));
    let notes = ["zqnote", "zqada"];
    let home = host.workspace().path.parent().unwrap().to_owned();
    assert_eq!(left_of(&home, &notes), Vec::<String>::new());
    assert_eq!(left_of(&shelf(&host), &notes), Vec::<String>::new());
    let left = host.call("advocate.list", json!({}));
    assert_eq!(left.as_array().unwrap().len(), 1, "{left}");
    assert_eq!(left[0]["note"], "Named as a reference");
    assert_eq!(verify(&host.workspace().path), Vec::<String>::new());
    let undone = host.call("plan.undo", json!({}));
    assert_eq!(undone["value"]["kind"], "advocate");
    assert_eq!(host.call("advocate.list", json!({})), json!([]));
}

#[test]
fn what_sales_answered_about_a_lead_goes_with_its_history() {
    let host = workspace();
    bring_file_in(&host, ACTS);
    let ada = "zqada@zqlocal.example";
    answer(&host, ada, "Zqnote, on leave");
    answer(&host, "bo@basil.example", "Next year");
    answer(&host, ada, "Zqnote, back again, says zqada@zqlocal.example");
    // One that the history alone knows, and one that nothing but redo could bring.
    let answers = host.call("leadAnswer.list", json!({}));
    let hers = answers.as_array().unwrap().iter().find(|one| one["note"] != "Next year").unwrap();
    host.call("leadAnswer.delete", json!({ "id": hers["id"] }));
    answer(&host, ada, "Zqnote, once more");
    answer(&host, ada, "Zqnote, and again");
    host.call("plan.undo", json!({}));
    let name = back_up(&host);
    let record = held_of(&host, ada);
    assert!(record.contains("answer of sales") && record.contains("Zqnote, once more"), "{record}");
    let erased = erase(&host);
    assert_eq!((&erased["held"]["answers"], &erased["held"]["edits"]), (&json!(1), &json!(0)));
    let notes = ["zqnote", "zqada"];
    let home = host.workspace().path.parent().unwrap().to_owned();
    assert_eq!(left_of(&home, &notes), Vec::<String>::new());
    assert_eq!(left_of(&shelf(&host), &notes), Vec::<String>::new());
    let left = host.call("leadAnswer.list", json!({}));
    assert_eq!(left.as_array().unwrap().len(), 1, "{left}");
    assert_eq!(verify(&host.workspace().path), Vec::<String>::new());
    assert_eq!(verify(&shelf(&host).join(name)), Vec::<String>::new());
    // What is left to take back are the answer about the other lead and what came before it.
    let undone = host.call("plan.undo", json!({}));
    assert_eq!(undone["value"]["kind"], "leadAnswer");
    assert_eq!(host.call("leadAnswer.list", json!({})), json!([]));
    host.call("plan.redo", json!({}));
    assert_eq!(host.call("leadAnswer.list", json!({}))[0]["note"], "Next year");
    let path = host.workspace().path.clone();
    host.call("file.close", json!({}));
    host.open(&path).unwrap();
    assert_eq!(host.call("leadAnswer.list", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(verify(&path), Vec::<String>::new());
}

/// All that is held on a lead, as a table.
fn held_of(host: &TestHost, lead: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("held.csv");
    *host.target.lock().unwrap() = Some(path.clone());
    let key = host.call("lead.find", json!({ "name": lead }))["key"].clone();
    host.call("lead.export", json!({ "key": key, "format": "csv" }));
    std::fs::read_to_string(path).unwrap()
}
