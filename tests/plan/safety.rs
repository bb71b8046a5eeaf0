//! The only copy: one writer, a file that goes away under us, backups, restore, rescue.

use rusqlite::Connection;
use serde_json::{Value, json};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use throughline_core::api::{Host, keep};
use throughline_core::error::Code;
use throughline_core::id::EntityKind;
use throughline_core::model::Millis;
use throughline_core::plan::{ReadOnly, verify};
use throughline_tests::fixture::northwind::northwind;
use throughline_tests::fixture::{open, save};
use throughline_tests::host::TestHost;

fn workspace(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("Northwind.throughline");
    save(&northwind().architecture, &path);
    path
}

fn names(host: &TestHost) -> Vec<String> {
    let personas = host.call("persona.list", json!({}));
    let name = |persona: &Value| persona["name"].as_str().unwrap().to_owned();
    personas.as_array().unwrap().iter().map(name).collect()
}

fn rename(host: &TestHost, from: &str, to: &str) -> Result<Value, Code> {
    let personas = host.call("persona.list", json!({}));
    let mut all = personas.as_array().unwrap().iter();
    let persona = all.find(|persona| persona["name"] == from).unwrap();
    let request = json!({
        "id": persona["id"], "version": persona["version"], "set": { "name": to },
    });
    host.attempt("persona.update", request).map_err(|error| error.code)
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn whoever_comes_second_reads_and_follows_and_writes_once_the_first_is_gone() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let first = TestHost::at(&path);
    let second = TestHost::at(&path);
    let told = second.call("session.get", json!({}));
    assert_eq!(told["open"]["readOnly"]["why"], "held");
    assert_eq!(told["open"]["readOnly"]["holder"]["user"], "Mara Ruiz");
    assert_eq!(rename(&second, "CFO", "Finance"), Err(Code::ReadOnly));

    rename(&first, "CFO", "Finance").unwrap();
    assert!(names(&second).contains(&"Finance".to_owned()), "{:?}", names(&second));

    first.hold(None);
    second.hold(None);
    assert!(open(&path).unwrap().read_only().is_none());
    assert_eq!(files(folder.path()), ["Northwind.throughline"], "no lock, no log is left");
}

#[test]
fn what_another_computer_said_of_late_counts_as_held_until_it_falls_silent() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let lock = folder.path().join(".Northwind.throughline.lock");
    let said = |at: i64| json!({ "user": "Jo", "computer": "elsewhere", "at": at }).to_string();
    // The fixture opens on 1 June 2026, 08:00 UTC: 9 minutes before that, and 10.
    std::fs::write(&lock, said(1_780_300_800_000 - 9 * 60_000)).unwrap();
    let plan = open(&path).unwrap();
    let Some(ReadOnly::Held { holder }) = plan.read_only() else { panic!("{plan:?}") };
    assert_eq!((holder.user.as_str(), holder.computer.as_str()), ("Jo", "elsewhere"));
    std::fs::write(&lock, said(1_780_300_800_000 - 10 * 60_000)).unwrap();
    assert!(open(&path).unwrap().read_only().is_none());
}

#[cfg(unix)]
#[test]
fn nothing_is_called_saved_once_the_file_is_another_one_or_none() {
    let ways: [fn(&Path); 3] = [
        |path| std::fs::rename(path, path.with_extension("moved")).unwrap(),
        |path| std::fs::remove_file(path).unwrap(),
        |path| {
            let other = path.with_extension("other");
            save(&northwind().architecture, &other);
            std::fs::rename(other, path).unwrap();
        },
    ];
    for way in ways {
        let folder = TempDir::new().unwrap();
        let path = workspace(&folder);
        let host = TestHost::at(&path);
        rename(&host, "CFO", "Finance").unwrap();
        way(&path);
        assert_eq!(rename(&host, "CISO", "Security"), Err(Code::NotSaved));
        assert!(names(&host).contains(&"CISO".to_owned()), "what is shown is what is saved");

        let copy = folder.path().join("Copy.throughline");
        *host.target.lock().unwrap() = Some(copy.clone());
        let saved = host.call("file.saveCopy", json!({ "goOn": true }));
        assert_eq!(saved["withoutHistory"], false);
        rename(&host, "CISO", "Security").unwrap();
        host.hold(None);
        assert_eq!(verify(&copy), Vec::<String>::new());
        let again = TestHost::at(&copy);
        assert!(names(&again).contains(&"Finance".to_owned()));
        assert!(names(&again).contains(&"Security".to_owned()));
    }
}

/// The log of the file that was moved away must not be taken for the log of the one put there.
#[cfg(unix)]
#[test]
fn a_file_put_in_place_of_an_open_one_stays_as_it_is() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let other = folder.path().join("other.throughline");
    std::fs::copy(&path, &other).unwrap();
    let host = TestHost::at(&path);
    rename(&host, "CFO", "Finance").unwrap();
    let moved = folder.path().join("moved.throughline");
    std::fs::rename(&path, &moved).unwrap();
    std::fs::rename(&other, &path).unwrap();
    assert_eq!(rename(&host, "CISO", "Security"), Err(Code::NotSaved));
    std::mem::forget(host);

    assert_eq!(verify(&path), Vec::<String>::new());
    assert!(names(&TestHost::at(&path)).contains(&"CFO".to_owned()));
    assert!(names(&TestHost::at(&moved)).contains(&"Finance".to_owned()));
}

#[cfg(unix)]
#[test]
fn a_log_taken_away_costs_nothing() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let host = TestHost::at(&path);
    rename(&host, "CFO", "Finance").unwrap();
    std::fs::remove_file(folder.path().join("Northwind.throughline-wal")).unwrap();
    rename(&host, "CISO", "Security").unwrap();
    std::mem::forget(host);
    let again = TestHost::at(&path);
    assert!(names(&again).contains(&"Finance".to_owned()));
    assert!(names(&again).contains(&"Security".to_owned()));
    assert_eq!(verify(&path), Vec::<String>::new());
}

#[test]
fn backups_are_made_as_work_goes_on_and_one_is_put_back() {
    let host = TestHost::with_workspace();
    let list = || host.call("backup.list", json!({}))["backups"].as_array().unwrap().clone();
    keep(&host);
    assert_eq!(list().len(), 1, "what was there before anybody looked");
    keep(&host);
    assert_eq!(list().len(), 1, "nothing was done since");

    let cfo = json!({ "fields": { "name": "CFO", "role": "economic buyer", "weight": 5 } });
    host.call("persona.create", cfo);
    keep(&host);
    assert_eq!(list().len(), 1, "the work is fresh");
    host.pass(4 * 60_000);
    keep(&host);
    assert_eq!(list().len(), 2, "the work is four minutes old");
    assert_eq!(list()[0]["editsSince"], 0);
    assert_eq!(list()[1]["editsSince"], 1);

    let since = host.call("backup.since", json!({ "name": list()[1]["name"] }));
    assert_eq!(since["edits"][0]["subject"], "CFO");
    let before = list()[1]["name"].clone();
    let session = host.call("backup.restore", json!({ "name": before }));
    assert_eq!(session["open"]["size"]["personas"], 0);
    assert_eq!(list()[0]["reason"], "beforeRestore");
    let back = list()[0]["name"].clone();
    let session = host.call("backup.restore", json!({ "name": back }));
    assert_eq!(session["open"]["size"]["personas"], 1, "a restore can be put back as well");
    assert_eq!(verify(&host.workspace().path), Vec::<String>::new());
}

#[test]
fn a_look_at_a_backup_is_for_reading_and_leads_back() {
    let host = TestHost::with_workspace();
    let made = host.call("backup.make", json!({}));
    let cfo = json!({ "fields": { "name": "CFO", "role": "economic buyer", "weight": 5 } });
    host.call("persona.create", cfo.clone());
    let look = host.call("backup.look", json!({ "name": made["name"] }));
    assert_eq!(look["open"]["readOnly"]["why"], "backup");
    assert_eq!(names(&host), Vec::<String>::new());
    assert_eq!(host.attempt("persona.create", cfo.clone()).unwrap_err().code, Code::ReadOnly);
    host.call("backup.leave", json!({}));
    assert_eq!(names(&host), ["CFO"]);
    host.call(
        "persona.create",
        json!({ "fields": { "name": "CISO", "role": "champion", "weight": 1 } }),
    );
}

#[test]
fn a_damaged_file_is_set_aside_whole_and_a_backup_takes_its_place() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let host = TestHost::at(&path);
    host.call("backup.make", json!({}));
    host.hold(None);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4_096 * 4_096;
    bytes[middle..middle + 4_096].fill(0xA5);
    std::fs::write(&path, &bytes).unwrap();

    let refused = host.open(&path).unwrap_err();
    assert_eq!(refused.code, Code::Damaged);
    let told = host.call("session.get", json!({}));
    assert_eq!(told["refused"]["code"], "damaged");
    assert_eq!(told["refused"]["backups"], 1);
    assert_eq!(told["open"], Value::Null);
    let name = host.call("backup.list", json!({}))["backups"][0]["name"].clone();
    let session = host.call("backup.restore", json!({ "name": name }));
    assert_eq!(session["refused"], Value::Null);
    assert_eq!(*host.workspace().plan.view(), *TestHost::at(&path).workspace().plan.view());
    assert!(names(&host).contains(&"CFO".to_owned()));
    let aside = files(folder.path()).into_iter().find(|name| name.contains("set aside")).unwrap();
    assert_eq!(std::fs::read(folder.path().join(aside)).unwrap(), bytes);
}

/// Pages rot under an open workspace, where nobody looks at them: the next backup would be as rotten.
#[test]
fn a_damaged_workspace_costs_no_good_backup() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let host = TestHost::at(&path);
    let good = host.call("backup.make", json!({}));
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    let middle = file.metadata().unwrap().len() / 2 / 4_096 * 4_096;
    file.seek(SeekFrom::Start(middle)).unwrap();
    file.write_all(&[0xA5; 4_096]).unwrap();

    let refused = host.attempt("backup.make", json!({})).unwrap_err();
    assert_eq!(refused.code, Code::Damaged, "{refused:?}");
    let list = host.call("backup.list", json!({}));
    assert_eq!(list["backups"].as_array().unwrap().len(), 1, "{list}");
    assert!(list["state"]["failed"].is_string(), "it is told: {list}");
    let backup = Path::new(list["folder"].as_str().unwrap()).join(good["name"].as_str().unwrap());
    assert_eq!(verify(&backup), Vec::<String>::new());
}

#[test]
fn what_can_be_read_of_a_changed_file_is_saved_to_a_new_one() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let before = open(&path).unwrap().view();
    let hostile = "CREATE TRIGGER quiet AFTER UPDATE ON asset BEGIN DELETE FROM need; END;
                   CREATE VIEW extra AS SELECT * FROM asset;";
    Connection::open(&path).unwrap().execute_batch(hostile).unwrap();
    let bytes = std::fs::read(&path).unwrap();

    let host = TestHost::default();
    assert_eq!(host.open(&path).unwrap_err().code, Code::Changed);
    let saved = host.call("file.rescue", json!({}));
    assert_eq!(saved["rescued"]["lost"], json!([]));
    assert_eq!(*host.workspace().plan.view(), *before);
    assert_eq!(verify(&host.workspace().path), Vec::<String>::new());
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "the file itself is not touched");
    let edits = host.call("history.list", json!({}))["edits"].as_array().unwrap().len();
    assert_eq!(edits, 3, "the set-up, the copy, and that it was saved from a damaged file");
}

#[test]
fn rows_that_cannot_be_read_come_from_the_history_or_take_what_hung_on_them_along() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let before = open(&path).unwrap().view();
    // A persona's row goes without a word in the history, as a damaged page would have it.
    let lost = "PRAGMA foreign_keys = OFF; DELETE FROM persona WHERE name = 'CFO';
                CREATE VIEW extra AS SELECT 1;";
    Connection::open(&path).unwrap().execute_batch(lost).unwrap();
    let host = TestHost::default();
    host.open(&path).unwrap_err();
    let saved = host.call("file.rescue", json!({}));
    assert_eq!(saved["rescued"]["fromHistory"], 1);
    assert_eq!(*host.workspace().plan.view(), *before);

    let gone = "DELETE FROM change;";
    Connection::open(&path).unwrap().execute_batch(gone).unwrap();
    host.open(&path).unwrap_err();
    let saved = host.call("file.rescue", json!({}));
    assert_eq!(saved["rescued"]["fromHistory"], 0);
    let view = host.workspace().plan.view();
    assert_eq!(view.personas.len() + 1, before.personas.len());
    let of_cfo = before.personas.iter().find(|one| one.name == "CFO").unwrap().id;
    let hung = before.placements.iter().filter(|one| one.persona_id == of_cfo).count();
    assert_eq!(view.placements.len() + hung, before.placements.len());
    assert_eq!(verify(&host.workspace().path), Vec::<String>::new());
}

#[test]
fn a_newer_file_is_looked_at_as_a_copy() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let before = open(&path).unwrap().view();
    let newer = "ALTER TABLE asset ADD COLUMN mood TEXT; CREATE TABLE song (id TEXT) STRICT;
                 PRAGMA user_version = 99;";
    Connection::open(&path).unwrap().execute_batch(newer).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let host = TestHost::default();
    assert_eq!(host.open(&path).unwrap_err().code, Code::Newer);
    let session = host.call("file.readCopy", json!({}));
    assert_eq!(session["open"]["readOnly"]["why"], "newer");
    assert_eq!(*host.workspace().plan.view(), *before);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn what_is_left_of_a_file_cut_short_is_saved() {
    let folder = TempDir::new().unwrap();
    let path = workspace(&folder);
    let before = open(&path).unwrap().view();
    let bytes = std::fs::read(&path).unwrap();
    // A copy that ended at nine tenths: the last tables and indexes are gone.
    std::fs::write(&path, &bytes[..bytes.len() / 10 * 9]).unwrap();
    let host = TestHost::default();
    assert_eq!(host.open(&path).unwrap_err().code, Code::Damaged);
    let saved = host.call("file.rescue", json!({}));
    let view = host.workspace().plan.view();
    assert!(view.assets.len() * 2 > before.assets.len(), "{saved}");
    let known = |one: &_| before.assets.iter().any(|was| was == one);
    assert!(view.assets.iter().all(known));
    assert_eq!(verify(&host.workspace().path), Vec::<String>::new());
    assert_eq!(
        std::fs::read(&path).unwrap().len(),
        bytes.len() / 10 * 9,
        "nothing is written to it"
    );
}

/// Names of files are bytes on Linux; those of old disks are often no UTF-8.
#[cfg(target_os = "linux")]
#[test]
fn what_can_be_read_is_saved_whatever_letters_the_path_has() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().unwrap();
    let odd = folder.path().join(std::ffi::OsStr::from_bytes(b"M\xfcller.throughline"));
    std::fs::rename(workspace(&folder), &odd).unwrap();
    let rescued = throughline_core::plan::rescue(&odd, &folder.path().join("saved"), Millis(0));
    let rescued = rescued.unwrap();
    assert_eq!(rescued.from_history, 0, "all rows were read");
    let assets = rescued.kept.iter().find(|count| count.kind == EntityKind::Asset).unwrap();
    assert_eq!(assets.rows, northwind().architecture.assets.len());
}
