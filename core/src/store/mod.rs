//! The only place that says SQL.
//!
//! One SQL for two engines: `$n` parameters and the subset SQLite and PostgreSQL share. The two
//! schema files are twins; a test prepares every statement of [`statements`] on both engines.

mod column;
mod durable;
pub mod engine;
pub(crate) mod facts;
pub(crate) mod forget;
mod former;
pub(crate) mod history;
pub(crate) mod hold;
pub(crate) mod other;
pub(crate) mod rescue;
pub(crate) mod schema;
pub(crate) mod table;
mod tables;
pub(crate) mod upgrade;

use crate::each_kind;
use crate::error::{Error, OrNotFound, Result};
pub(crate) use crate::file::Taken;
use crate::id::{EntityId, EntityKind, WorkspaceId};
use crate::model::Architecture;
pub(crate) use durable::whole;
use engine::{Session, Sqlite};
use schema::{CURRENT, Schema};
use std::path::Path;
pub(crate) use table::Stored;

/// The schema as SQLite takes it.
pub const SQLITE_SCHEMA: &str = include_str!("schema.sqlite.sql");
/// The same schema as PostgreSQL takes it.
pub const POSTGRES_SCHEMA: &str = include_str!("schema.postgres.sql");
/// The version these schemas have.
pub const SCHEMA_VERSION: i64 = 7;

/// Makes a workspace file, filled by `fill`: whole, or not at all.
pub(crate) fn create(
    path: &Path,
    taken: Taken,
    fill: impl FnOnce(Box<dyn Session>) -> Result<()>,
) -> Result<()> {
    whole(path, taken, |part| {
        let mut session = Sqlite::create(part)?;
        install(&mut session)?;
        fill(Box::new(session))?;
        Sqlite::open(part)?.close()
    })
}

/// A workspace in memory, for tests and previews.
pub(crate) fn in_memory() -> Result<Box<dyn Session>> {
    let mut session = Sqlite::in_memory()?;
    install(&mut session)?;
    Ok(Box::new(session))
}

fn install(session: &mut Sqlite) -> Result<()> {
    session.begin()?;
    session.run_script(SQLITE_SCHEMA)?;
    session.set_schema_version(SCHEMA_VERSION)?;
    session.commit()
}

/// Opens a workspace file to write: checked, and brought to the schema. Before that is done, `keep`
/// is given the chance to keep what is there.
pub(crate) fn open(
    path: &Path,
    schema: &Schema<'_>,
    keep: impl FnOnce(&mut dyn Session) -> Result<()>,
) -> Result<Box<dyn Session>> {
    let mut session = Sqlite::open(path)?;
    let version = check(&mut session, schema)?;
    if version < schema.version {
        keep(&mut session)?;
        upgrade::bring_up(&mut session, version, schema)?;
    }
    Ok(Box::new(session))
}

/// Opens a workspace file of the current schema to read.
pub(crate) fn open_to_read(path: &Path) -> Result<Box<dyn Session>> {
    Ok(Box::new(open_unchanged(path)?))
}

fn open_unchanged(path: &Path) -> Result<Sqlite> {
    let mut session = Sqlite::open_to_read(path)?;
    if check(&mut session, &CURRENT)? < SCHEMA_VERSION {
        let older = "This workspace was written by an older Throughline. Open it where it can be \
            written once, to bring it up to date.";
        return Err(Error::ReadOnly(older.to_owned()));
    }
    Ok(session)
}

/// Whether a file is sound and nobody else's. Gives its schema version.
fn check(session: &mut Sqlite, schema: &Schema<'_>) -> Result<i64> {
    let version = session.schema_version()?;
    if version > schema.version {
        return Err(Error::Newer { found: version, known: schema.version });
    }
    // The rules of the schema are worked out by the check: only ours are.
    let changes = schema.differences(session, version)?;
    if !changes.is_empty() {
        return Err(Error::Changed(changes));
    }
    session.check_integrity()?;
    Ok(version)
}

/// Writes the workspace at `source` as it is now to `target`, looks at the copy as on opening, and
/// only then gives it its name.
pub(crate) fn copy(source: &dyn Session, target: &Path, taken: Taken) -> Result<()> {
    whole(target, taken, |part| {
        source.copy_to(part)?;
        check(&mut Sqlite::open_to_read(part)?, &CURRENT).map(drop)
    })
}

/// Hands a file to `use_it` that holds what the sound one at `source` holds, in the current schema.
pub(crate) fn up_to_date<T>(source: &Path, use_it: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    let version = check(&mut Sqlite::open_to_read(source)?, &CURRENT)?;
    if version == SCHEMA_VERSION {
        return use_it(source);
    }
    let folder = tempfile::tempdir().map_err(|fault| Error::io(&std::env::temp_dir(), fault))?;
    let file = folder.path().join("upgraded.throughline");
    bring_up_to_date(source, &file)?;
    use_it(&file)
}

/// Makes a file of the current schema at `target`, where an empty one may lie, out of a sound one of
/// any version that is known.
pub(crate) fn bring_up_to_date(source: &Path, target: &Path) -> Result<()> {
    Sqlite::open_to_read(source)?.copy_to(target)?;
    let mut session = Sqlite::open(target)?;
    let version = check(&mut session, &CURRENT)?;
    if version < SCHEMA_VERSION {
        upgrade::bring_up(&mut session, version, &CURRENT)?;
    }
    Ok(())
}

/// Fails unless the file at `path` begins as a workspace does. No connection is made.
pub(crate) fn is_workspace(path: &Path) -> Result<()> {
    engine::check_header(path)
}

/// The id of the workspace itself; the first one, where a file has several.
pub(crate) fn workspace_id(session: &mut dyn Session) -> Result<WorkspaceId> {
    let mut found = None;
    session.query("SELECT id FROM workspace ORDER BY id LIMIT 1", &[], &mut |row| {
        found = Some(WorkspaceId::from_uuid(table::read_uuid(row)?));
        Ok(())
    })?;
    found.or_not_found(EntityKind::Workspace)
}

/// Looks at every page, every reference and every row of a workspace file, writing nothing: what is
/// wrong, in words, and the plan where it can be read.
pub(crate) fn inspect(
    path: &Path,
    look: impl FnOnce(&mut dyn Session, &Architecture) -> Result<Vec<String>>,
) -> Result<Vec<String>> {
    let mut session = open_unchanged(path)?;
    let findings = session.check_everything()?;
    if !findings.is_empty() {
        return Ok(findings);
    }
    let plan = load(&mut session)?;
    look(&mut session, &plan)
}

/// Reads the whole plan into memory.
pub(crate) fn load(session: &mut dyn Session) -> Result<Architecture> {
    let mut architecture = Architecture::default();
    each_kind!(F => table::load::<F>(session, &mut |entity| {
        architecture.put(entity);
    })?);
    Ok(architecture)
}

/// Every statement there is, for the test that prepares them on both engines.
pub fn statements() -> Vec<String> {
    let mut all: Vec<String> =
        history::STATEMENTS.iter().chain(&facts::STATEMENTS).map(|&sql| sql.to_owned()).collect();
    all.extend(facts::runs::STATEMENTS.map(str::to_owned));
    all.extend(facts::erased::STATEMENTS.map(str::to_owned));
    all.extend(forget::STATEMENTS.map(str::to_owned));
    let tables = facts::TABLES.iter().chain(&facts::erased::TABLES);
    all.extend(tables.map(|(table, columns)| facts::insert_sql(table, columns)));
    each_kind!(F => {
        all.extend([table::select_sql::<F>(), table::upsert_sql::<F>(), table::delete_sql::<F>()]);
        for link in F::LINKS {
            all.extend([link.select_sql(), link.insert_sql(), link.clear_sql()]);
        }
    });
    all
}
