//! The only place that says SQL.
//!
//! One SQL for two engines: `$n` parameters and the subset SQLite and PostgreSQL share. The two
//! schema files are twins; a test prepares every statement of [`statements`] on both engines.

mod column;
pub mod engine;
pub(crate) mod history;
pub(crate) mod table;
mod tables;
mod upgrade;

use crate::error::{Error, Result};
use crate::model::{
    Architecture, AssetFields, ExclusionFields, FormatFields, InsightFields, InterviewFields,
    JourneyFields, MappingFields, MemberFields, NeedFields, PersonaFields, PlacementFields,
    StageFields, TriggerFields, VerdictFields, WorkspaceFields,
};
use engine::{Session, Shape, Sqlite};
use std::path::Path;
pub(crate) use table::Stored;

/// The schema as SQLite takes it.
pub const SQLITE_SCHEMA: &str = include_str!("schema.sqlite.sql");
/// The same schema as PostgreSQL takes it.
pub const POSTGRES_SCHEMA: &str = include_str!("schema.postgres.sql");
/// The version these schemas have.
pub const SCHEMA_VERSION: i64 = 1;

/// Runs the body once for every stored kind: `each_kind!(F => load::<F>(…)?)`.
macro_rules! each_kind {
    ($fields:ident => $body:expr) => {{
        {
            type $fields = WorkspaceFields;
            $body;
        }
        {
            type $fields = MemberFields;
            $body;
        }
        {
            type $fields = FormatFields;
            $body;
        }
        {
            type $fields = PersonaFields;
            $body;
        }
        {
            type $fields = InterviewFields;
            $body;
        }
        {
            type $fields = InsightFields;
            $body;
        }
        {
            type $fields = TriggerFields;
            $body;
        }
        {
            type $fields = JourneyFields;
            $body;
        }
        {
            type $fields = StageFields;
            $body;
        }
        {
            type $fields = AssetFields;
            $body;
        }
        {
            type $fields = PlacementFields;
            $body;
        }
        {
            type $fields = VerdictFields;
            $body;
        }
        {
            type $fields = ExclusionFields;
            $body;
        }
        {
            type $fields = NeedFields;
            $body;
        }
        {
            type $fields = MappingFields;
            $body;
        }
    }};
}

/// Makes a workspace file with an empty schema. The first edit fills it.
pub(crate) fn create(path: &Path) -> Result<Box<dyn Session>> {
    let mut session = Sqlite::create(path)?;
    install(&mut session)?;
    Ok(Box::new(session))
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

/// Opens a workspace file: checked, and brought to the current schema.
pub(crate) fn open(path: &Path, read_only: bool) -> Result<Box<dyn Session>> {
    let mut session = open_unchanged(path, read_only)?;
    let version = session.schema_version()?;
    upgrade::bring_up(&mut session, version, read_only)?;
    Ok(Box::new(session))
}

/// Opens a workspace file as it is, once it is known to be sound and nobody else's.
fn open_unchanged(path: &Path, read_only: bool) -> Result<Sqlite> {
    let mut session = Sqlite::open(path, read_only)?;
    let version = session.schema_version()?;
    if version > SCHEMA_VERSION {
        return Err(Error::Newer { found: version, known: SCHEMA_VERSION });
    }
    session.check_integrity()?;
    check_shape(&session, version)?;
    Ok(session)
}

/// Everything each version of the schema holds. A version, once landed, never changes.
const SHAPES: [&str; 1] = [include_str!("shape/1.txt")];

/// Refuses a schema that is not exactly the one of its version.
fn check_shape(session: &Sqlite, version: i64) -> Result<()> {
    let known = usize::try_from(version - 1).ok().and_then(|at| SHAPES.get(at));
    let known =
        known.ok_or_else(|| Error::Damaged(format!("it names schema version {version}")))?;
    let changes = Shape::written(known).differences(&session.shape()?);
    if changes.is_empty() { Ok(()) } else { Err(Error::Changed(changes)) }
}

/// Looks at every page, every reference and every row of a workspace file, writing nothing: what is
/// wrong, in words, and the plan where it can be read.
pub(crate) fn inspect(path: &Path) -> Result<(Vec<String>, Option<Architecture>)> {
    let mut session = open_unchanged(path, true)?;
    let mut findings = session.check_everything()?;
    let plan = load(&mut session).map_err(|error| findings.push(error.to_string())).ok();
    Ok((findings, plan))
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
    let mut all: Vec<String> = history::STATEMENTS.iter().map(|&sql| sql.to_owned()).collect();
    each_kind!(F => {
        all.extend([table::select_sql::<F>(), table::upsert_sql::<F>(), table::delete_sql::<F>()]);
        for link in F::LINKS {
            all.extend([link.select_sql(), link.insert_sql(), link.clear_sql()]);
        }
    });
    all
}
