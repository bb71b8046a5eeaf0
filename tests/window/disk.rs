//! A disk of its own, which can be full or protected.

use std::path::PathBuf;
use std::process::Command;

use throughline_tests::fixture::{self, northwind};

/// A small disk; gone when dropped.
pub(crate) struct Disk(PathBuf);

impl Disk {
    /// `None` where this user may not mount one.
    pub(crate) fn at(path: PathBuf) -> Option<Self> {
        std::fs::create_dir(&path).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=4m", "small"]).arg(&path);
        mount.output().ok()?.status.success().then_some(Self(path))
    }

    /// The plan of the drawing in a file on it.
    pub(crate) fn workspace(&self) -> PathBuf {
        let made = self.0.with_extension("throughline");
        fixture::save(&northwind::northwind().architecture, &made);
        let file = self.0.join("Northwind.throughline");
        std::fs::copy(&made, &file).unwrap();
        std::fs::remove_file(made).unwrap();
        file
    }

    /// Takes all room that is left, until the file returned is removed.
    pub(crate) fn fill(&self) -> PathBuf {
        let filler = self.0.join("filler");
        let all = vec![0; 8 << 20];
        // It fails at the end of the disk, which is what it is for.
        let _ = std::fs::write(&filler, all);
        filler
    }

    /// Nothing can be written onto it from here on.
    pub(crate) fn protect(&self) {
        let ran = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).status().unwrap();
        assert!(ran.success(), "the disk is protected");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
