//! The bindings of the window are those of the contract.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings")
}

fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).unwrap().to_owned();
            (name, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// Stale bindings are replaced and fail the test once: look at them, then commit them.
#[test]
fn bindings_are_current() {
    let fresh = tempfile::tempdir().unwrap();
    throughline_core::api::write_bindings(fresh.path()).unwrap();
    let (now, before) = (files(fresh.path()), files(&committed()));
    if now == before {
        return;
    }
    let _ = std::fs::remove_dir_all(committed());
    for (name, text) in &now {
        let path = committed().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let stale: Vec<_> = now.keys().filter(|name| now.get(*name) != before.get(*name)).collect();
    panic!("ui/src/bindings was stale and is written anew; commit it. Changed: {stale:?}");
}
