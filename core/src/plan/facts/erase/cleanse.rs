//! Backups and other files of a workspace that were made before somebody was erased: they are written
//! anew without them.

use super::{of_marks, purge};
use crate::error::Result;
use crate::plan::Plan;
use crate::store::facts::erased::{self as store, MarkRow};
use crate::store::facts::{self, Counter};
use crate::store::other;
use std::path::Path;

/// The marks of those who were erased, to be carried to other files.
#[derive(Clone, Debug, Default)]
pub struct Marks(Vec<MarkRow>);

impl Marks {
    /// Whether nobody was erased.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes marks of another file over, too.
    pub fn join(&mut self, other: Self) {
        self.0.extend(other.0);
        self.0.sort();
        self.0.dedup();
    }

    /// Whether all of them are among others.
    fn are_in(&self, others: &Self) -> bool {
        let has = |row: &MarkRow| {
            others.0.iter().any(|known| (known.secret, known.mark) == (row.secret, row.mark))
        };
        self.0.iter().all(has)
    }
}

impl Plan {
    /// The marks of those who were erased here.
    pub fn marks(&self) -> Result<Marks> {
        self.read_store(store::marks).map(Marks)
    }
}

/// The marks in a file, as far as they can be read; of a file without any, or of none at all, none.
pub fn marks_of(path: &Path) -> Marks {
    let mut marks = Marks::default();
    // Whatever keeps a file from being read, nothing is to be learnt from it.
    let _ = other::each_mark(path, &mut |row| marks.0.push(row));
    marks.0.sort();
    marks
}

/// Writes a file of a workspace anew without those who are marked, and with their marks, unless it
/// has all of those already. Whether it had to be. Whatever fails, the file is as it was.
pub fn cleanse(path: &Path, marks: &Marks) -> Result<bool> {
    if marks.are_in(&marks_of(path)) {
        return Ok(false);
    }
    other::change(path, |session| {
        session.begin()?;
        marks.0.iter().try_for_each(|row| store::keep_mark(session, row))?;
        let all = store::marks(session)?;
        purge::purge(session, &of_marks(&all))?;
        // It is written anew before it has a name.
        facts::count_on(session, Counter::Unswept, 0)?;
        session.commit()
    })?;
    Ok(true)
}

/// Writes a file of a workspace anew, so that nothing is left in it of what was erased before.
pub(crate) fn sweep_file(path: &Path) -> Result<()> {
    other::change(path, |session| {
        session.begin()?;
        facts::count_on(session, Counter::Unswept, 0)?;
        session.commit()
    })
}
