//! Death and loss of power in the midst of a large import: all of the file is in, or nothing, and the
//! same file can be brought in after it. `LARGE` says how many of each.

use crate::image::Disk;
use crate::log::Log;
use crate::place::Place;
use crate::power::lay;
use crate::say::{asked, say, seed};
use crate::shim::Fault;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use throughline_core::demand::fact_counts;
use throughline_core::plan::verify;
use throughline_tests::fixture::open;
use throughline_tests::window::built;
use throughline_tests::work::Dice;

/// Leads that are there before.
const BEFORE: usize = 3_000;
/// Rows of the import: some about those leads, with other titles, and so many leads after it.
const ROWS: usize = 60_000;
const AFTER: usize = BEFORE + ROWS - ROWS / 20;

/// Rows about leads from a number on; what each asked for is told, too.
fn rows(first: usize, count: usize, title: &str) -> String {
    let row = |number: usize| {
        // A name that no other has: more is written than waits in memory.
        let company = format!("Company number {number} of many that are written to the file, Inc");
        format!("lead{number}@large.example,{title},\"{company}\",Content,2026-03-01 10:00:00\n")
    };
    (first..first + count).map(row).collect()
}

/// The two files of a place.
fn files(place: &Place) -> (PathBuf, PathBuf) {
    let [few, large] = ["few.csv", "large.csv"].map(|name| place.elsewhere().join(name));
    let head = "Email,Job Title,Company,Content,Requested\n";
    let known = ROWS / 20;
    std::fs::write(&few, format!("{head}{}", rows(0, BEFORE, "CFO"))).unwrap();
    let list = rows(0, known, "CIO") + &rows(BEFORE, ROWS - known, "CFO");
    std::fs::write(&large, format!("{head}{list}")).unwrap();
    (few, large)
}

/// The program with a line, told to write nowhere else.
fn program(place: &Place, line: &[&str]) -> Command {
    let mut command = Command::new(built("throughline"));
    command.args(line).env("XDG_DATA_HOME", place.elsewhere()).env("TMPDIR", place.elsewhere());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn importing(place: &Place, file: &std::path::Path) -> Command {
    let (workspace, file) = (place.file().display().to_string(), file.display().to_string());
    program(place, &["import", "leads", &file, "--workspace", &workspace])
}

fn done(mut command: Command) {
    assert!(command.status().unwrap().success(), "{command:?}");
}

/// A workspace with leads, written under `fault` where there is one.
fn with_leads(place: &Place, few: &std::path::Path, fault: Option<&Fault>) {
    let make = program(place, &["new", &place.file().display().to_string()]);
    for mut command in [make, importing(place, few)] {
        if let Some(fault) = fault {
            fault.befall(&mut command, place);
        }
        done(command);
    }
}

/// How many leads a sound workspace holds.
fn leads(place: &Place) -> usize {
    let findings = verify(&place.file());
    assert!(findings.is_empty(), "{findings:?}");
    let plan = open(&place.file()).unwrap();
    fact_counts(&plan).unwrap().iter().map(|count| count.rows).sum()
}

/// Whether all of the file is in; if not, nothing is.
fn is_in(place: &Place) -> bool {
    let leads = leads(place);
    assert!([BEFORE, AFTER].contains(&leads), "{leads} leads: a part of the file is in");
    leads == AFTER
}

/// Whether some of an import stands in the log that SQLite writes ahead.
fn is_written(place: &Place) -> bool {
    place.beside("-wal").metadata().is_ok_and(|log| log.len() > 1 << 18)
}

#[test]
fn an_import_that_is_killed_is_in_or_not() {
    let (cycles, base): (u64, _) = (asked("LARGE", 6), Place::new());
    let (few, large) = files(&base);
    with_leads(&base, &few, None);
    let whole = base.copied();
    let start = Instant::now();
    done(importing(&whole, &large));
    let took = start.elapsed();
    assert!(is_in(&whole));
    let (mut dice, mut midst) = (Dice::new(seed()), 0);
    for cycle in 0..cycles {
        let place = base.copied();
        let mut child = importing(&place, &large).spawn().unwrap();
        if cycle % 2 == 0 {
            let share = f64::from(u8::try_from(dice.below(100)).unwrap()) / 100.0;
            std::thread::sleep(took.mul_f64(share));
        } else {
            // However busy the machine is, some are killed while they write.
            while !is_written(&place) && child.try_wait().unwrap().is_none() {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        midst += u64::from(is_written(&place));
        if !is_in(&place) {
            done(importing(&place, &large));
            assert!(is_in(&place));
        }
    }
    assert!(midst > 0, "it was never killed while it wrote");
    say("kill -9 in a large import", &format!("{cycles} kills, {midst} while it wrote"));
}

#[test]
fn a_large_import_survives_loss_of_power_whole_or_not_at_all() {
    let (images, place): (u64, _) = (asked("LARGE", 6), Place::new());
    let (few, large) = files(&place);
    with_leads(&place, &few, Some(&Fault::none()));
    let before = Log::read(&place.log()).events.len();
    let mut import = importing(&place, &large);
    Fault::none().befall(&mut import, &place);
    done(import);
    let log = Log::read(&place.log());
    let (mut dice, mut disk, mut followed, mut held) = (Dice::new(seed()), Disk::default(), 0, 0);
    let span = log.events.len() + 1 - before;
    let mut moments: Vec<usize> = (0..images).map(|_| before + dice.below(span)).collect();
    moments.sort_unstable();
    moments.push(log.events.len());
    for moment in moments {
        log.events[followed..moment].iter().for_each(|event| disk.follow(event));
        followed = moment;
        lay(&place, &disk.after_power_loss(&mut dice));
        let is_in = is_in(&place);
        held += u64::from(is_in);
        // Whoever was told that it is in finds it.
        assert!(is_in || moment < log.events.len(), "it was told to be in and is lost");
    }
    say("power loss in a large import", &format!("{images} images, {held} of them after it"));
}
