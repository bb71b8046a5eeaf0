//! The power goes while somebody works: at any moment, with any part of what was not synced on the
//! disk. `IMAGES` says how many such disks are opened.

use crate::hand::Hand;
use crate::image::{Disk, Image};
use crate::log::{Event, Log};
use crate::place::Place;
use crate::say::{asked, say, seed};
use crate::shim::Fault;
use throughline_core::plan::verify;
use throughline_tests::work::{Dice, Replay, Worker};

/// Acts before and after somebody closed the workspace and opened it again.
const ACTS: [u64; 2] = [30, 20];
/// So many images of one run.
const IMAGES_OF_A_RUN: u64 = 250;

/// Makes a workspace and works on it in two sittings.
fn work(place: &Place, seed: u64, fault: &Fault) -> Log {
    let first = Hand::on(place, seed).new_workspace().acts(ACTS[0]).under(fault, place).run();
    let second = Hand::on(place, seed).from(ACTS[0]).acts(ACTS[1]).under(fault, place).run();
    assert!(first.closed && second.closed, "{first:?} {second:?}");
    // An act that failed leaves a gap among those acknowledged, and is a find of its own.
    assert_eq!((first.failed, second.failed), (vec![], vec![]), "seed {seed}");
    Log::read(&place.log())
}

/// What became of the images of a run.
#[derive(Debug, Default)]
struct Tally {
    images: u64,
    /// Nobody had been told yet that there is a workspace.
    unborn: u64,
    /// Holds an act more than was acknowledged.
    ahead: u64,
    lost: Vec<String>,
}

impl Tally {
    fn count(&mut self, images: u64, seed: u64, fault: &Fault) {
        let place = Place::new();
        let log = work(&place, seed, fault);
        let (mut dice, mut replay) = (Dice::new(seed), Replay::of(seed));
        let length = log.events.len() + 1;
        let mut moments: Vec<usize> = (0..images).map(|_| dice.below(length)).collect();
        moments.sort_unstable();
        let (mut disk, mut acknowledged, mut followed) = (Disk::default(), None, 0);
        for moment in moments {
            for event in &log.events[followed..moment] {
                disk.follow(event);
                if let Event::Acknowledged { acts } = event {
                    acknowledged = Some(*acts);
                }
            }
            followed = moment;
            let image = disk.after_power_loss(&mut dice);
            self.look(&place, &image, &mut replay, seed, acknowledged);
        }
    }

    fn look(
        &mut self,
        place: &Place,
        image: &Image,
        replay: &mut Replay,
        seed: u64,
        acknowledged: Option<u64>,
    ) {
        self.images += 1;
        lay(place, image);
        let opened = Worker::open(&place.file(), seed);
        let Some(acknowledged) = acknowledged else {
            self.unborn += u64::from(opened.is_err());
            return;
        };
        let found = opened.map_err(|error| error.message).and_then(|worker| {
            let acts = replay.place(&worker.picture(), acknowledged)?;
            drop(worker);
            let mut findings = verify(&place.file());
            let copy = place.home().join("Copy.throughline");
            if copy.exists() {
                findings.extend(verify(&copy));
            }
            if findings.is_empty() { Ok(acts) } else { Err(findings.join("; ")) }
        });
        match found {
            Ok(acts) => self.ahead += u64::from(acts > acknowledged),
            Err(lost) => self.lost.push(format!("seed {seed}, act {acknowledged}: {lost}")),
        }
    }
}

/// Lays the files of an image where they were.
pub(crate) fn lay(place: &Place, image: &Image) {
    std::fs::remove_dir_all(place.home()).unwrap();
    std::fs::create_dir(place.home()).unwrap();
    for (path, bytes) in image {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

fn tally(images: u64, fault: &Fault) -> Tally {
    let mut tally = Tally::default();
    while tally.images < images {
        let seed = seed() + tally.images;
        tally.count(IMAGES_OF_A_RUN.min(images - tally.images), seed, fault);
    }
    tally
}

#[test]
fn what_was_acknowledged_survives_power_loss() {
    let tally = tally(asked("IMAGES", 2_000), &Fault::none());
    assert_eq!(tally.lost, Vec::<String>::new(), "of {} images", tally.images);
    let Tally { images, unborn, ahead, .. } = tally;
    let kept = format!("{ahead} held an act not yet acknowledged, {unborn} no workspace yet");
    say("power loss", &format!("{images} images, 0 acknowledged acts lost; {kept}"));
}

/// Without this, the test above might be blind: a log that is not synced is what
/// `synchronous=NORMAL` means.
#[test]
fn power_loss_finds_a_log_that_is_not_synced() {
    let Tally { images, lost, .. } = tally(500, &Fault::lying("-wal"));
    assert!(lost.len() as u64 > images / 4, "only {} of {images} lost an act", lost.len());
    say("power loss, log not synced", &format!("{} of {images} images lost acts", lost.len()));
}

#[test]
fn power_loss_finds_a_workspace_that_is_not_synced() {
    let Tally { images, lost, .. } = tally(500, &Fault::lying(".throughline"));
    assert!(lost.len() as u64 > images / 20, "only {} of {images} lost an act", lost.len());
    say("power loss, file not synced", &format!("{} of {images} images lost acts", lost.len()));
}

#[test]
fn power_loss_finds_names_that_are_not_synced() {
    let Tally { images, lost, .. } = tally(500, &Fault::lying("/home"));
    assert!(!lost.is_empty(), "none of {images} lost an act");
    say("power loss, names not synced", &format!("{} of {images} images lost acts", lost.len()));
}

/// Files that were written past the shim would make every test above worthless.
#[test]
fn nothing_is_written_past_the_shim() {
    for round in 0..3 {
        let place = Place::new();
        let log = work(&place, seed() + round, &Fault::none());
        let mut disk = Disk::default();
        log.events.iter().for_each(|event| disk.follow(event));
        let there: Vec<_> = std::fs::read_dir(place.home()).unwrap().map(Result::unwrap).collect();
        let there: Image = there
            .iter()
            .map(|entry| (entry.path(), std::fs::read(entry.path()).unwrap()))
            .collect();
        let names = |image: &Image| image.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&disk.now()), names(&there));
        assert!(disk.now() == there, "the log tells another content than the disk has");
        assert!(log.events.len() > 100, "{} events", log.events.len());
    }
}
