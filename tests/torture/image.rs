//! What a disk may hold after the power went: what was synced, and of the rest any part. Writes are
//! torn at sectors; a name that was given, taken or changed is there only after its folder was
//! synced. The index of the write-ahead log (`-shm`) lives in memory and is never there.

use crate::log::Event;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use throughline_tests::work::Dice;

const SECTOR: usize = 512;

/// A disk, as it follows what a program does.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    files: Vec<Content>,
    /// Which file an inode is now; inodes are used again.
    inodes: HashMap<u64, usize>,
    names: BTreeMap<PathBuf, usize>,
    synced_names: BTreeMap<PathBuf, usize>,
    renamings: Vec<Renaming>,
}

/// Names that change together.
#[derive(Clone, Debug)]
struct Renaming {
    gone: Option<PathBuf>,
    given: Option<(PathBuf, usize)>,
}

#[derive(Clone, Debug, Default)]
struct Content {
    synced: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    Write { offset: usize, bytes: Vec<u8> },
    Cut(usize),
}

/// How much of what was not synced reached the disk.
#[derive(Clone, Copy, Debug)]
enum Luck {
    Nothing,
    Everything,
    /// So many changes in a hundred, whole.
    Changes(usize),
    /// So many sectors in a hundred.
    Sectors(usize),
}

/// Files by name.
pub(crate) type Image = BTreeMap<PathBuf, Vec<u8>>;

impl Disk {
    /// Follows what was done.
    pub(crate) fn follow(&mut self, event: &Event) {
        match event {
            Event::Made { file, path } => {
                self.files.push(Content::default());
                self.inodes.insert(*file, self.files.len() - 1);
                self.rename(None, Some((path.clone(), self.files.len() - 1)));
            }
            Event::Opened { path, .. } => {
                assert!(self.names.contains_key(path), "{} came from nowhere", path.display());
            }
            Event::Written { file, offset, bytes } => {
                let change = Change::Write { offset: *offset, bytes: bytes.clone() };
                self.content(*file).pending.push(change);
            }
            Event::Cut { file, length } => self.content(*file).pending.push(Change::Cut(*length)),
            Event::Synced { file } => self.content(*file).sync(),
            Event::FolderSynced { path } => self.sync_names(path),
            Event::Renamed { file, from, to } => {
                let given = (to.clone(), self.inodes[file]);
                self.rename(Some(from.clone()), Some(given));
            }
            Event::Unlinked { path } => self.rename(Some(path.clone()), None),
            Event::Linked { file, to } => self.rename(None, Some((to.clone(), self.inodes[file]))),
            Event::Acknowledged { .. } => {}
        }
    }

    fn content(&mut self, inode: u64) -> &mut Content {
        &mut self.files[self.inodes[&inode]]
    }

    fn rename(&mut self, gone: Option<PathBuf>, given: Option<(PathBuf, usize)>) {
        let renaming = Renaming { gone, given };
        renaming.apply(&mut self.names);
        self.renamings.push(renaming);
    }

    fn sync_names(&mut self, folder: &Path) {
        let (synced, rest) =
            self.renamings.drain(..).partition::<Vec<_>, _>(|one| one.is_in(folder));
        for one in synced {
            one.apply(&mut self.synced_names);
        }
        self.renamings = rest;
    }

    /// What is there while the power lasts.
    pub(crate) fn now(&self) -> Image {
        self.image(&self.names, |content| content.after(Luck::Everything, &mut Dice::new(0)))
    }

    /// What may be there if the power goes now.
    pub(crate) fn after_power_loss(&self, dice: &mut Dice) -> Image {
        let percent = dice.below(101);
        let luck = match dice.below(4) {
            0 => Luck::Nothing,
            1 => Luck::Everything,
            2 => Luck::Changes(percent),
            _ => Luck::Sectors(percent),
        };
        let mut names = self.synced_names.clone();
        let kept = dice.below(self.renamings.len() + 1);
        for (at, renaming) in self.renamings.iter().enumerate() {
            let reached = match luck {
                Luck::Nothing => false,
                Luck::Everything => true,
                Luck::Changes(_) => at < kept,
                Luck::Sectors(percent) => dice.happens(percent),
            };
            if reached {
                renaming.apply(&mut names);
            }
        }
        self.image(&names, |content| content.after(luck, dice))
    }

    fn image(
        &self,
        names: &BTreeMap<PathBuf, usize>,
        mut content: impl FnMut(&Content) -> Vec<u8>,
    ) -> Image {
        let lasting = |path: &Path| !path.to_string_lossy().ends_with("-shm");
        let names = names.iter().filter(|(path, _)| lasting(path));
        names.map(|(path, file)| (path.clone(), content(&self.files[*file]))).collect()
    }
}

impl Renaming {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        if let Some(gone) = &self.gone {
            names.remove(gone);
        }
        if let Some((path, file)) = &self.given {
            names.insert(path.clone(), *file);
        }
    }

    fn is_in(&self, folder: &Path) -> bool {
        let path = self.gone.as_ref().or(self.given.as_ref().map(|(path, _)| path));
        path.is_some_and(|path| path.parent() == Some(folder))
    }
}

impl Content {
    fn sync(&mut self) {
        self.synced = self.after(Luck::Everything, &mut Dice::new(0));
        self.pending.clear();
    }

    fn after(&self, luck: Luck, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for change in &self.pending {
            let reached = match luck {
                Luck::Nothing => false,
                Luck::Everything | Luck::Sectors(_) => true,
                Luck::Changes(percent) => dice.happens(percent),
            };
            match change {
                Change::Write { offset, bytes: written } if reached => {
                    let mut at = 0;
                    while at < written.len() {
                        let end = (at + SECTOR - (offset + at) % SECTOR).min(written.len());
                        if !matches!(luck, Luck::Sectors(percent) if !dice.happens(percent)) {
                            write(&mut bytes, offset + at, &written[at..end]);
                        }
                        at = end;
                    }
                }
                Change::Cut(length) if reached => bytes.resize(*length, 0),
                _ => {}
            }
        }
        bytes
    }
}

fn write(bytes: &mut Vec<u8>, offset: usize, written: &[u8]) {
    let end = offset + written.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[offset..end].copy_from_slice(written);
}
