//! What the tree does not say, and what does not lie at its top.

use super::{Finding, Source};

/// Everything that may lie at the top, and why each does is plain from its name.
const AT_TOP: &[&str] = &[
    ".ci",
    ".git",
    ".gitattributes",
    ".gitignore",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Makefile",
    "README.md",
    "clippy.toml",
    "core",
    "deny.toml",
    "icons",
    "rustfmt.toml",
    "src-tauri",
    "target",
    "tests",
    "ui",
];

const UNFINISHED: &[&str] = &["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", "@ts-ignore"];

const ONE_MACHINE: &[&str] = &["/root/", "/home/", "/Users/", "/tmp/", "/work/", "C:\\Users"];

/// Words that say nothing about what a thing does.
const EMPTY: &[&str] = &["Manager", "Service", "Helper", "Helpers", "Util", "Utils", "Common"];

const DECLARES: &[&str] = &["struct ", "enum ", "trait ", "class ", "interface ", "type "];

const PROSE: &[&str] = &[".lock", "package-lock.json", ".svg", "LICENSE-APACHE"];

/// Unfinished work, paths of one machine and names that say nothing.
pub fn findings(sources: &[Source]) -> Vec<Finding> {
    sources.iter().filter(|one| !one.ends(PROSE)).flat_map(of_file).collect()
}

/// What lies at the top without a reason; `names` are the entries there.
pub fn at_top<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<Finding> {
    let strays = names.into_iter().filter(|name| !AT_TOP.contains(name));
    strays
        .map(|name| Finding {
            path: name.to_owned(),
            advice: "lies at the top: give it a room, or a line in tests/src/tidy/words.rs".into(),
        })
        .collect()
}

fn of_file(source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    if EMPTY
        .iter()
        .any(|word| source.path.split(['/', '.']).any(|part| part == word.to_lowercase()))
    {
        found.push(source.finding("its name says nothing: name it after what it does"));
    }
    for (line, text) in source.text.lines().enumerate() {
        found.extend(
            of_line(text).map(|advice| source.finding(format!("line {}: {advice}", line + 1))),
        );
    }
    found
}

fn of_line(line: &str) -> Option<String> {
    if let Some(word) = UNFINISHED.iter().find(|word| line.contains(**word)) {
        return Some(format!("{word}: finish it, or leave it out"));
    }
    if let Some(path) = ONE_MACHINE.iter().find(|path| line.contains(**path)) {
        return Some(format!(
            "{path} is a path of one machine: take a parameter or a temporary folder"
        ));
    }
    let name = declared(line)?;
    let empty = EMPTY.iter().find(|word| name.ends_with(**word))?;
    Some(format!("{name}: {empty} says nothing, use the field's word"))
}

fn declared(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = ["pub(crate) ", "pub(super) ", "pub ", "export "]
        .iter()
        .find_map(|opening| line.strip_prefix(opening))
        .unwrap_or(line);
    let name = DECLARES.iter().find_map(|opening| line.strip_prefix(opening))?;
    name.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()
}
