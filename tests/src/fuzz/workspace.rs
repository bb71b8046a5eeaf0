//! A small workspace file with bytes changed.

use crate::fixture::{northwind, open, save};
use std::path::Path;
use std::sync::OnceLock;
use throughline_core::model::Millis;
use throughline_core::plan::log::{EditFilter, edits};
use throughline_core::plan::rescue;

const PAGE: usize = 4_096;

/// A workspace with changes opens, or says why not; then what can be read of it is saved, or nothing.
///
/// A change is four bytes: three of place and one of value. The first says what is done: `ff` cuts
/// the file at that page, `fe` puts the page of that number in place of another, `fd` empties it;
/// all else sets a byte.
pub fn workspace(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("patched.throughline");
    let mut file = sound().to_vec();
    let (changes, _) = bytes.as_chunks::<4>();
    for change in changes {
        alter(&mut file, *change);
    }
    std::fs::write(&path, file).unwrap();
    if !reads(&path) {
        let _ = rescue(&path, &folder.path().join("rescued.throughline"), Millis(0));
    }
}

fn alter(file: &mut Vec<u8>, [what, middle, low, value]: [u8; 4]) {
    let pages = file.len() / PAGE;
    if pages == 0 {
        return;
    }
    let place = usize::from(middle) << 8 | usize::from(low);
    let page = place % pages * PAGE;
    match what {
        0xff => file.truncate(page + usize::from(value)),
        0xfe => {
            let from = usize::from(value) % pages * PAGE;
            file.copy_within(from..from + PAGE, page);
        }
        0xfd => file[page..page + PAGE].fill(value),
        _ => {
            let place = (usize::from(what) << 16 | place) % file.len();
            file[place] = value;
        }
    }
}

/// Whether it opens; then everything in it and in its history can be looked at.
fn reads(path: &Path) -> bool {
    let Ok(plan) = open(path) else { return false };
    let view = plan.view();
    assert!(view.assets.iter().all(|asset| view.assets.get(asset.id).is_some()));
    let _ = edits(&plan, &EditFilter { limit: 10, ..EditFilter::default() }, "");
    true
}

fn sound() -> &'static [u8] {
    static SOUND: OnceLock<Vec<u8>> = OnceLock::new();
    SOUND.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sound.throughline");
        save(&northwind::northwind().architecture, &path);
        std::fs::read(path).unwrap()
    })
}
