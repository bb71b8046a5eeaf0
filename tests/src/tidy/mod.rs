//! The habits of the tree that no compiler and no linter holds: sizes, arrows, words.
//!
//! Every rule is a pure function from files to findings, so that it can be shown to fail. A
//! finding says what to do instead. Where the rule is wrong for one file, [`EXCEPTIONS`] says why.

pub mod arrows;
mod code;
pub mod front;
pub mod sizes;
pub mod words;

use std::path::Path;

use walkdir::{DirEntry, WalkDir};

/// One text file, its path relative to the top of the tree and with `/`.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it lies, e.g. `core/src/plan.rs`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// A broken habit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, or folder, it is about.
    pub path: String,
    /// What is wrong and what to do instead.
    pub advice: String,
}

/// Files that may break a rule: path, a piece of the rule's advice, the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("tests/src/tidy/arrows.rs", "names tauri", "names what it looks for"),
    ("tests/src/tidy/words.rs", "", "names the words it looks for"),
    ("tests/tidy.rs", "", "breaks every rule on purpose, to see it caught"),
];

/// Folders that hold what is built or fetched, not what is written.
const NOT_WRITTEN: &[&str] = &[
    ".git",
    ".duckdb",
    "target",
    "node_modules",
    "dist",
    "pictures",
    "src-tauri/gen",
    "ui/src/bindings",
];

impl Source {
    /// A file for the rules to judge.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether the file lies in `folder`.
    pub fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// Whether the file's name ends in one of `endings`.
    pub fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    pub(crate) fn finding(&self, advice: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), advice: advice.into() }
    }
}

/// Every text file that is written by hand below `top`.
pub fn sources(top: &Path) -> Vec<Source> {
    let written = |entry: &DirEntry| {
        let path = relative(top, entry.path());
        !NOT_WRITTEN
            .iter()
            .any(|skipped| path == *skipped || path.ends_with(&format!("/{skipped}")))
    };
    let walk = WalkDir::new(top).sort_by_file_name().into_iter().filter_entry(written);
    walk.filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let text = std::fs::read_to_string(entry.path()).ok()?;
            Some(Source { path: relative(top, entry.path()), text })
        })
        .collect()
}

/// Leaves out what [`EXCEPTIONS`] gives a reason for.
pub fn without_exceptions(findings: Vec<Finding>) -> Vec<Finding> {
    let excepted = |one: &Finding| {
        EXCEPTIONS.iter().any(|(path, advice, _)| one.path == *path && one.advice.contains(advice))
    };
    findings.into_iter().filter(|one| !excepted(one)).collect()
}

fn relative(top: &Path, path: &Path) -> String {
    let path = path.strip_prefix(top).unwrap_or(path);
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
