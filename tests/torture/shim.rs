//! The library that comes between the program and its files, and which fault it makes.

use crate::place::Place;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const SOURCE: &str = include_str!("shim/shim.c");

/// The library, built once.
fn library() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let mut hasher = DefaultHasher::new();
        SOURCE.hash(&mut hasher);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let built = folder.join(format!("shim-{:x}.so", hasher.finish()));
        if !built.exists() {
            // Another run may be building it too: each under a name of its own, then one wins.
            let own = folder.join(format!("shim-{}.so", std::process::id()));
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("torture/shim/shim.c");
            let mut cc = Command::new("cc");
            cc.args(["-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o"]);
            assert!(cc.arg(&own).arg(source).status().unwrap().success(), "cc");
            std::fs::rename(&own, &built).unwrap();
        }
        built
    })
}

/// What goes wrong.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fault(Vec<(&'static str, String)>);

impl Fault {
    /// Nothing does; what is written is logged.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// The call of this number goes wrong: `eio`, `enospc`, `short`, `kill` or `tear`.
    pub(crate) fn at(call: u64, with: &str) -> Self {
        Self(vec![("FAULT_AT", call.to_string()), ("FAULT_WITH", with.to_owned())])
    }

    /// Syncing files whose name ends so does nothing.
    pub(crate) fn lying(ending: &str) -> Self {
        Self(vec![("FAULT_LIE", ending.to_owned())])
    }

    /// The files may grow by so many bytes.
    pub(crate) fn room(bytes: u64) -> Self {
        Self(vec![("FAULT_ROOM", bytes.to_string())])
    }

    /// Every call from then on goes wrong.
    pub(crate) fn ever(mut self) -> Self {
        self.0.push(("FAULT_EVER", "1".to_owned()));
        self
    }

    /// Only below this folder, which is not the workspace's.
    pub(crate) fn below(mut self, folder: &Path) -> Self {
        self.0.push(("FAULT_FOLDER", folder.display().to_string()));
        self
    }

    /// Only calls of these kinds count, by the letters of `shim.c`.
    pub(crate) fn among(mut self, kinds: &str) -> Self {
        self.0.push(("FAULT_KINDS", kinds.to_owned()));
        self
    }

    /// Puts the library in front of a program.
    pub(crate) fn befall(&self, program: &mut Command, place: &Place) {
        program.env("LD_PRELOAD", library()).env("FAULT_FOLDER", place.home());
        program.env("FAULT_LOG", place.log()).envs(self.0.iter().cloned());
    }
}
