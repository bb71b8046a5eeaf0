//! What must be in the file after so many acts, worked out where nothing goes wrong.

use super::{Picture, Worker};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The acts of a seed, one after the other, on an undisturbed workspace of its own.
#[derive(Debug)]
pub struct Replay {
    worker: Worker,
    _folder: TempDir,
    prints: Vec<u64>,
    /// The pictures of the latest two.
    latest: [Picture; 2],
}

impl Replay {
    /// The acts of a seed.
    pub fn of(seed: u64) -> Self {
        let folder = quick_folder();
        let worker = Worker::create(&file(&folder), seed).unwrap();
        let latest = [worker.picture(), worker.picture()];
        Self { worker, _folder: folder, prints: vec![latest[1].print()], latest }
    }

    /// The print of the picture after so many acts.
    pub fn print(&mut self, acts: u64) -> u64 {
        let acts = usize::try_from(acts).unwrap();
        while self.prints.len() <= acts {
            self.worker.act(u64::try_from(self.prints.len()).unwrap());
            self.latest.swap(0, 1);
            self.latest[1] = self.worker.picture();
            self.prints.push(self.latest[1].print());
        }
        self.prints[acts]
    }

    /// How many acts, of those acknowledged and the one under way, a picture holds; the differences
    /// where it is neither.
    pub fn place(&mut self, found: &Picture, acknowledged: u64) -> Result<u64, String> {
        let print = found.print();
        let fits = (acknowledged..=acknowledged + 1).find(|acts| self.print(*acts) == print);
        fits.ok_or_else(|| {
            let held = (0..acknowledged).rev().find(|acts| self.print(*acts) == print);
            match held {
                Some(acts) => format!("{acts} acts are there, {acknowledged} were acknowledged"),
                None => format!(
                    "neither {acknowledged} acts nor one more:\n{}",
                    self.latest[0].differences(found)
                ),
            }
        })
    }
}

impl Picture {
    /// What a workspace holds after so many acts of a seed, some of them left out.
    pub fn after(seed: u64, acts: u64, left_out: &[u64]) -> Self {
        let folder = quick_folder();
        let worker = Worker::create(&file(&folder), seed).unwrap();
        for act in (1..=acts).filter(|act| !left_out.contains(act)) {
            worker.act(act);
        }
        worker.picture()
    }
}

fn file(folder: &TempDir) -> PathBuf {
    folder.path().join("Plan.throughline")
}

/// In memory where that is to be had.
fn quick_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.unwrap()
}
