//! A workspace is brought to a newer version whole, after it was kept as it is; or it stays as it is.

use super::{By, Holder, Op, Opening, Plan, Preset, Setup, Verb, verify};
use crate::backup::{Backup, Backups, Reason};
use crate::error::{Error, Result};
use crate::id::EntityKind;
use crate::model::{Architecture, AssetFields, Millis, Status};
use crate::store::SCHEMA_VERSION;
use crate::store::upgrade::made_up::{FAILS, LASTS, ROWS_ARE_THERE, STEPS, next_version};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// 1 September 2026, 08:00 UTC.
const NOW: Millis = Millis(1_788_249_600_000);
/// The version upgraded to.
const NEXT: i64 = SCHEMA_VERSION + 1;
/// Names the workspace to whoever is killed, and how many steps they do.
const UPGRADE: &str = "THROUGHLINE_UPGRADE";

/// A workspace of the current version, which is the older one here.
struct Old {
    folder: TempDir,
    before: Arc<Architecture>,
}

impl Old {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let setup = Setup {
            name: "Old".to_owned(),
            currency: "EUR".to_owned(),
            time_zone: "UTC".to_owned(),
            member: "Mara Ruiz".to_owned(),
            preset: Preset::Default,
        };
        let by = By { member: None, at: NOW };
        let plan = Plan::create(&file(folder.path()), by, setup).unwrap();
        let op = Op::many(Verb::Create, EntityKind::Asset, 40);
        let assets = |tx: &mut super::Tx<'_>| {
            (0..40).try_for_each(|number| {
                let fields = AssetFields::titled(format!("Asset {number}"), Status::Published);
                tx.create(fields).map(drop)
            })
        };
        plan.transact(by, op, assets).unwrap();
        Self { before: plan.view(), folder }
    }

    fn open_as(&self, steps: &[&str]) -> Result<Plan> {
        let folder = self.folder.path();
        next_version(steps, |next| Plan::open_as(&file(folder), &opening(folder), next))
    }

    fn backups(&self) -> Vec<(Backup, PathBuf)> {
        let folder = self.folder.path();
        let shelves = opening(folder).backups.for_file(&file(folder), None);
        let of = |shelf: &crate::backup::Shelf| {
            let path = |backup: Backup| (backup.clone(), shelf.path_of(&backup.name).unwrap());
            shelf.list().into_iter().map(path).collect::<Vec<_>>()
        };
        shelves.iter().flat_map(of).collect()
    }

    fn assert_is_as_it_was(&self, what: &str) {
        self.assert_holds_the_same(&file(self.folder.path()), what);
    }

    fn assert_holds_the_same(&self, path: &Path, what: &str) {
        assert_eq!(verify(path), Vec::<String>::new(), "{what}");
        let plan = Plan::open(path, &opening(self.folder.path())).unwrap();
        assert!(*plan.view() == *self.before, "{what}");
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("Old.throughline")
}

fn opening(folder: &Path) -> Opening {
    let holder = Holder { user: "Mara Ruiz".into(), computer: "desk".into(), at: NOW };
    Opening { holder, backups: Backups::kept_in(folder.join("backups")) }
}

/// The first `done` steps and one more.
fn steps(done: usize, then: &'static str) -> Vec<&'static str> {
    STEPS[..done].iter().copied().chain([then]).collect()
}

#[test]
fn rows_survive_an_upgrade_and_a_backup_is_made_before() {
    let old = Old::new();
    let plan = old.open_as(&STEPS).unwrap();
    let (now, before) = (plan.view(), &old.before);
    assert_eq!(now.assets.len(), before.assets.len());
    let same = |(one, other): (&Arc<crate::model::Asset>, &Arc<crate::model::Asset>)| {
        one.fields == other.fields && one.stamp.version == other.stamp.version + 1
    };
    assert!(now.assets.iter().zip(before.assets.iter()).all(same), "the second step was done");
    assert!(now.stages == before.stages && now.members == before.members);
    drop(plan);
    let path = file(old.folder.path());
    let refused = Plan::open(&path, &opening(old.folder.path())).unwrap_err();
    assert!(matches!(refused, Error::Newer { found: NEXT, .. }), "{refused:?}");
    old.open_as(&STEPS).expect("it is of that version now");

    let backups = old.backups();
    let [(backup, path)] = backups.as_slice() else { panic!("{backups:?}") };
    assert_eq!(backup.reason, Reason::BeforeUpgrade);
    old.assert_holds_the_same(path, "the backup");
}

#[test]
fn an_upgrade_that_fails_at_any_step_changes_nothing() {
    for done in 0..=STEPS.len() {
        let old = Old::new();
        old.open_as(&steps(done, FAILS)).unwrap_err();
        old.assert_is_as_it_was(&format!("after {done} steps"));
        assert_eq!(old.backups().len(), 1);
    }
}

#[test]
fn an_upgrade_that_leads_elsewhere_is_taken_back() {
    let old = Old::new();
    let error = old.open_as(&STEPS[..4]).unwrap_err().to_string();
    assert!(error.contains("index on song (title BINARY) is missing"), "{error}");
    old.assert_is_as_it_was("after four of five steps");
}

#[test]
fn nothing_is_upgraded_that_could_not_be_kept() {
    let old = Old::new();
    // Where the backups would be, there is a file.
    std::fs::write(old.folder.path().join("backups"), "taken").unwrap();
    old.open_as(&STEPS).unwrap_err();
    old.assert_is_as_it_was("without a backup");
}

fn wait_until(what: &str, done: impl Fn() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_mins(1), "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn an_upgrade_killed_at_any_step_changes_nothing() {
    for done in 0..=STEPS.len() {
        let old = Old::new();
        let mut program = Command::new(std::env::current_exe().unwrap());
        program.args(["--exact", "--ignored", "plan::upgrade_tests::whoever_is_killed"]);
        program.env(UPGRADE, format!("{done} {}", old.folder.path().display()));
        let mut upgrading = program.stdout(Stdio::null()).spawn().unwrap();
        wait_until("a backup is made", || !old.backups().is_empty());
        if done >= ROWS_ARE_THERE {
            let log = old.folder.path().join("Old.throughline-wal");
            let grown = || log.metadata().is_ok_and(|log| log.len() > 1 << 20);
            wait_until("the log holds some of the rows", grown);
        }
        // Whatever steps it does, it has done them by then.
        std::thread::sleep(Duration::from_millis(150));
        assert!(upgrading.try_wait().unwrap().is_none(), "it ended by itself");
        upgrading.kill().unwrap();
        upgrading.wait().unwrap();
        let what = format!("killed after {done} steps");
        let (_, backup) = old.backups().remove(0);
        old.assert_holds_the_same(&backup, &what);
        old.assert_is_as_it_was(&what);
        old.open_as(&STEPS).expect("the next one brings it up");
    }
}

#[test]
#[ignore = "it upgrades until it is killed"]
fn whoever_is_killed() {
    let asked = std::env::var(UPGRADE).unwrap();
    let (done, folder) = asked.split_once(' ').unwrap();
    let folder = Path::new(folder);
    let steps = steps(done.parse().unwrap(), LASTS);
    next_version(&steps, |next| drop(Plan::open_as(&file(folder), &opening(folder), next)));
}
