//! What can still be read of a workspace file that is not opened.

use super::engine::{Row, Session, Sqlite};
use super::facts;
use super::history::{self, ChangeRow, EditRow, State};
use super::table::{self, Stored};
use super::{Taken, former, install, whole};
use crate::each_kind;
use crate::error::Result;
use crate::id::EntityKind;
use crate::model::Architecture;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

/// What was read of a file.
#[derive(Debug, Default)]
pub(crate) struct Salvage {
    /// The rows that could be read. They need not fit together.
    pub(crate) plan: Architecture,
    /// Rows that the file is known to have held and that could not be read, by kind.
    pub(crate) unread: BTreeMap<EntityKind, usize>,
    /// Edits that could be read, in order.
    pub(crate) edits: Vec<EditRow>,
    /// Changes that could be read, by edit, in order.
    pub(crate) changes: BTreeMap<i64, Vec<ChangeRow>>,
    /// The file whose facts go along; none where they are left behind.
    pub(crate) facts_of: Option<PathBuf>,
}

/// Reads what can be read of the file at `path`. The file is not changed.
pub(crate) fn read(path: &Path) -> Result<Salvage> {
    let mut session = Sqlite::open_to_salvage(path)?;
    let mut found = Salvage { facts_of: Some(path.to_owned()), ..Salvage::default() };
    each_kind!(F => read_kind::<F>(&mut session, &mut found)?);
    session.salvage(&former::sought("edit", &history::EDIT_COLUMNS), &mut |mut row| {
        found.edits.extend(history::row_to_edit(&mut row).ok());
    })?;
    session.salvage(&former::sought("change", &history::CHANGE_COLUMNS), &mut |mut row| {
        if let Ok((seq, change)) = history::row_to_numbered_change(&mut row) {
            found.changes.entry(seq).or_default().push(change);
        }
    })?;
    found.edits.sort_by_key(|edit| edit.seq);
    Ok(found)
}

fn read_kind<F: Stored>(session: &mut Sqlite, found: &mut Salvage) -> Result<()> {
    let mut links = Vec::new();
    for link in F::LINKS {
        let mut pairs = Vec::new();
        let sought = former::sought(link.table, &[link.owner, link.target]);
        session.salvage(&sought, &mut |mut row: Row| {
            pairs.extend(table::read_pair(&mut row).ok());
        })?;
        links.push(table::grouped(pairs));
    }
    let mut read = 0_usize;
    let sought = former::sought(F::TABLE, &table::columns::<F>());
    session.salvage(&sought, &mut |mut row: Row| {
        if let Ok(mut entity) = table::read_entity::<F>(&mut row) {
            table::take_links(&mut entity, &mut links);
            found.plan.put(entity);
            read += 1;
        }
    })?;
    let unread = session.known_rows(&sought).map_or(0, |known| known.saturating_sub(read));
    found.unread.insert(F::KIND, unread);
    Ok(())
}

/// Writes a plan that fits together, with its history, to a new workspace file. Nothing in the
/// history can be undone there; all of it can be looked at and restored from. Gives how many rows of
/// facts the source is known to have held that could not be read.
pub(crate) fn write(target: &Path, taken: Taken, salvage: &Salvage) -> Result<usize> {
    let mut lost = 0;
    whole(target, taken, |part| {
        let mut session = Sqlite::create(part)?;
        install(&mut session)?;
        session.begin()?;
        lost = copy_facts(&mut session, salvage)?;
        each_kind!(F => save_kind::<F>(&mut session, &salvage.plan)?);
        save_history(&mut session, salvage)?;
        session.commit()?;
        session.close()
    })?;
    Ok(lost)
}

/// Copies rows of facts as they are: what does not add up in them is found by whoever reads them.
fn copy_facts(session: &mut Sqlite, salvage: &Salvage) -> Result<usize> {
    let Some(path) = &salvage.facts_of else { return Ok(0) };
    let mut source = Sqlite::open_to_salvage(path)?;
    let mut lost = 0_usize;
    for (table, columns) in facts::TABLES.into_iter().chain(facts::erased::TABLES) {
        let insert = facts::insert_sql(table, columns);
        let (mut copied, mut refused) = (0_usize, None);
        let sought = former::sought(table, columns);
        source.salvage(&sought, &mut |row| {
            let values = row.values();
            match session.execute(&insert, &values) {
                Ok(_) => copied += 1,
                Err(error) => refused = Some(error),
            }
        })?;
        refused.map_or(Ok(()), Err)?;
        lost += source.known_rows(&sought).map_or(0, |known| known.saturating_sub(copied));
    }
    facts::runs::count_anew(session)?;
    Ok(lost)
}

fn save_kind<F: Stored>(session: &mut Sqlite, plan: &Architecture) -> Result<()> {
    F::table(plan).iter().try_for_each(|entity| table::save(session, entity, None))
}

fn save_history(session: &mut Sqlite, salvage: &Salvage) -> Result<()> {
    let mut seen = HashSet::new();
    for edit in salvage.edits.iter().filter(|edit| seen.insert(edit.seq)) {
        history::insert_edit(session, &EditRow { state: State::Settled, ..edit.clone() })?;
        let changes = salvage.changes.get(&edit.seq).map(Vec::as_slice).unwrap_or_default();
        for (ordinal, change) in (0_i64..).zip(changes) {
            history::insert_change(session, edit.seq, ordinal, change)?;
        }
    }
    Ok(())
}
