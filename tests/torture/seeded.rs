//! The seeded faults: each is put into a copy of the tree by `seeded/run`, where the test that its
//! patch names must fail. That takes long; what would make it worthless is looked at here.

use std::path::{Path, PathBuf};
use std::process::Command;
use walkdir::WalkDir;

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

fn patches() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("torture/seeded");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "patch")).collect()
}

#[test]
fn every_seeded_fault_still_applies() {
    let patches = patches();
    assert!(patches.len() >= 6, "{patches:?}");
    for patch in patches {
        let mut git = Command::new("git");
        let checked = git.args(["apply", "--check"]).arg(&patch).current_dir(top()).output();
        let checked = checked.unwrap();
        assert!(
            checked.status.success(),
            "{} has to follow what it changes: {}",
            patch.display(),
            String::from_utf8_lossy(&checked.stderr)
        );
    }
}

#[test]
fn every_seeded_fault_names_a_test_that_is_there() {
    let sources = ["core/src", "tests"].map(|folder| WalkDir::new(top().join(folder)));
    let sources = sources.into_iter().flatten().flatten();
    let rust = sources.filter(|file| file.path().extension().is_some_and(|ending| ending == "rs"));
    let code: String = rust.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect();
    for patch in patches() {
        let text = std::fs::read_to_string(&patch).unwrap();
        let named = text.lines().find_map(|line| line.strip_prefix("Caught by: "));
        let words: Vec<_> = named.unwrap_or_default().split(' ').collect();
        let [_, _, test] = words[..] else { panic!("{} names no test", patch.display()) };
        let function = test.rsplit("::").next().unwrap();
        assert!(code.contains(&format!("fn {function}(")), "{}: {test}", patch.display());
    }
}
