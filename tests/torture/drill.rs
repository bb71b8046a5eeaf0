//! The restore drill: a workspace comes to harm in six ways, and what the window offers brings it
//! back: nothing of it lost, nothing invented.

use crate::place::Place;
use crate::say::{say, seed};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use throughline_core::api::Host;
use throughline_core::plan::verify;
use throughline_tests::host::{START, TestHost};
use throughline_tests::work::{Picture, Worker, picture};

/// Whoever lost something has it back in that time.
const AT_MOST: Duration = Duration::from_secs(10);
/// Acts before the first backup that counts, and after it.
const ACTS: [u64; 2] = [40, 20];
/// Later than all acts.
const LATER: i64 = START + 100 * 24 * 3_600_000;

/// A workspace that was worked on.
struct Kept {
    place: Place,
    /// A backup that was asked for, and what the workspace held then.
    earlier: (String, Picture),
    /// What it held at last.
    last: Picture,
}

/// Somebody works, asks for a backup, works on, and closes the workspace or leaves it open.
fn work() -> (Kept, Worker) {
    let place = Place::new();
    let host = TestHost::with_backups_in(&place.backups());
    let worker = Worker::create_as(host, &place.file(), seed()).unwrap();
    let acts = |from: u64, to: u64| (from..=to).for_each(|act| drop(worker.act(act)));
    acts(1, ACTS[0]);
    let earlier = (worker.back_up(), worker.picture());
    acts(ACTS[0] + 1, ACTS[0] + ACTS[1]);
    let last = worker.picture();
    (Kept { place, earlier, last }, worker)
}

fn closed() -> Kept {
    let (kept, worker) = work();
    worker.close().unwrap();
    kept
}

/// The window of the same person, the next day.
fn window(kept: &Kept) -> TestHost {
    let host = TestHost::with_backups_in(&kept.place.backups());
    host.set_clock(LATER);
    host
}

fn backups(host: &TestHost) -> Vec<Value> {
    host.call("backup.list", json!({}))["backups"].as_array().unwrap().clone()
}

fn put_back(host: &TestHost, backup: &str) {
    host.call("backup.restore", json!({ "name": backup }));
}

/// The name of the latest, of those made for a reason if there is one.
fn latest(host: &TestHost, reason: Option<&str>) -> String {
    let all = backups(host);
    let mut fitting = all.iter().filter(|one| reason.is_none_or(|reason| one["reason"] == reason));
    fitting.next().unwrap()["name"].as_str().unwrap().to_owned()
}

/// What is open holds that, and can be worked on; its file is sound.
fn assert_is_back(host: &TestHost, wanted: &Picture, how: &str) {
    let open = host.opened().unwrap();
    assert_eq!(wanted.differences(&picture(&open.plan)), "", "{how}");
    let asset = json!({ "fields": { "title": "And on", "status": "planned" } });
    host.call("asset.create", asset);
    host.call("file.close", json!({}));
    assert_eq!(verify(&open.path), Vec::<String>::new(), "{how}");
}

/// How long it took to bring it back.
fn timed(how: &str, bring_back: impl FnOnce()) -> Duration {
    let start = Instant::now();
    bring_back();
    let took = start.elapsed();
    assert!(took <= AT_MOST, "{how}: {took:?}");
    took
}

/// 1. The file, closed in order, is all there is: it was carried elsewhere without anything beside
///    it, and no backup came along.
fn a_closed_file() -> Duration {
    let (kept, elsewhere) = (closed(), Place::new());
    std::fs::copy(kept.place.file(), elsewhere.file()).unwrap();
    let host = TestHost::default();
    let took = timed("a closed file", || host.open(&elsewhere.file()).unwrap());
    assert_is_back(&host, &kept.last, "a closed file");
    took
}

/// 2. A copy of the folder that another program took while the workspace was open.
fn a_copy_with_its_log() -> Duration {
    let (kept, running) = work();
    let copy = kept.place.copied();
    assert!(copy.beside("-wal").metadata().unwrap().len() > 0, "the log is part of it");
    drop(running);
    let host = TestHost::default();
    let took = timed("a copy with its log", || host.open(&copy.file()).unwrap());
    assert_is_back(&host, &kept.last, "a copy with its log");
    took
}

type Damage = fn(&Path);

/// What other programs and disks do to a file.
const DAMAGES: [(&str, Damage); 5] = [
    ("pages overwritten", |file| {
        bytes_of(file, |bytes| {
            bytes.iter_mut().skip(4_096).step_by(97).for_each(|one| *one ^= 0x55);
        });
    }),
    ("cut short", |file| bytes_of(file, |bytes| bytes.truncate(bytes.len() / 2))),
    ("its header zeroed", |file| bytes_of(file, |bytes| bytes[..100].fill(0))),
    ("given a trigger", |file| {
        let trigger = "CREATE TRIGGER t AFTER UPDATE ON asset BEGIN DELETE FROM persona; END";
        Connection::open(file).unwrap().execute_batch(trigger).unwrap();
    }),
    ("replaced by another program's", |file| {
        std::fs::remove_file(file).unwrap();
        Connection::open(file).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    }),
];

fn bytes_of(file: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = std::fs::read(file).unwrap();
    change(&mut bytes);
    std::fs::write(file, bytes).unwrap();
}

fn set_aside(place: &Place) -> Option<PathBuf> {
    let mut entries = std::fs::read_dir(place.home()).unwrap().map(|entry| entry.unwrap().path());
    entries.find(|path| path.to_string_lossy().contains("(set aside"))
}

/// 3. The file is damaged: it is refused and stays, and the latest backup takes its place.
fn a_damaged_file(how: &str, damage: Damage) -> Duration {
    let kept = closed();
    damage(&kept.place.file());
    let damaged = std::fs::read(kept.place.file()).unwrap();
    let host = window(&kept);
    let took = timed(how, || {
        host.open(&kept.place.file()).unwrap_err();
        put_back(&host, &latest(&host, None));
    });
    assert_is_back(&host, &kept.last, how);
    let aside = set_aside(&kept.place).expect("it was deleted");
    assert!(std::fs::read(aside).unwrap() == damaged, "{how}: it was changed");
    took
}

/// 4. The file is gone.
fn a_missing_file() -> Duration {
    let kept = closed();
    std::fs::remove_file(kept.place.file()).unwrap();
    let host = window(&kept);
    let took = timed("a missing file", || {
        host.open(&kept.place.file()).unwrap_err();
        assert!(!kept.place.file().exists(), "an empty one was made in its place");
        put_back(&host, &latest(&host, None));
    });
    assert_is_back(&host, &kept.last, "a missing file");
    took
}

/// 5. The file is sound, and what was done of late is not wanted; nor, after a look, is that.
fn an_older_backup() -> Duration {
    let kept = closed();
    let host = window(&kept);
    host.open(&kept.place.file()).unwrap();
    let (name, earlier) = &kept.earlier;
    let took = timed("an older backup", || put_back(&host, name));
    let restored = picture(&host.opened().unwrap().plan);
    assert_eq!(earlier.differences(&restored), "");
    put_back(&host, &latest(&host, Some("beforeRestore")));
    assert_is_back(&host, &kept.last, "an older backup and back");
    took
}

/// 6. The machine is gone, and a copy of its backups is all there is: any of them is a workspace.
fn a_fresh_machine() -> Duration {
    let kept = closed();
    let shelf = std::fs::read_dir(kept.place.backups()).unwrap().next().unwrap().unwrap().path();
    let files = std::fs::read_dir(shelf).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(is_ours)).collect();
    files.sort();
    let fresh = Place::new();
    std::fs::copy(files.last().unwrap(), fresh.file()).unwrap();
    drop(kept.place);
    let host = TestHost::with_backups_in(&fresh.backups());
    let took = timed("a fresh machine", || host.open(&fresh.file()).unwrap());
    assert_is_back(&host, &kept.last, "a fresh machine");
    host.open(&fresh.file()).unwrap();
    assert!(!backups(&host).is_empty(), "it has backups of its own from there on");
    took
}

fn is_ours(ending: &std::ffi::OsStr) -> bool {
    ending == "throughline"
}

#[test]
fn a_workspace_that_came_to_harm_in_any_of_six_ways_is_brought_back() {
    let mut longest = a_closed_file().max(a_copy_with_its_log());
    for (how, damage) in DAMAGES {
        longest = longest.max(a_damaged_file(how, damage));
    }
    longest = longest.max(a_missing_file()).max(an_older_backup()).max(a_fresh_machine());
    let damages = DAMAGES.len();
    let took = longest.as_millis();
    let ways = format!("6 ways ({damages} kinds of damage among them)");
    say("restore drill", &format!("{ways}, all brought back, 0 invented; {took} ms at most"));
}
