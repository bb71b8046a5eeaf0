//! Upgrades: the scripts of all versions between, run in one transaction.

#[cfg(test)]
pub(crate) mod made_up;

use super::engine::{Session, Sqlite};
use super::schema::Schema;
use crate::error::{Error, Result};

/// Brings a file of an older version to that of the schema, or leaves it as it was.
pub(super) fn bring_up(session: &mut Sqlite, version: i64, schema: &Schema<'_>) -> Result<()> {
    let scripts = schema.scripts_from(version)?;
    session.begin()?;
    let brought = run(session, scripts, schema);
    if brought.is_err() {
        session.rollback();
    }
    brought
}

fn run(session: &mut Sqlite, scripts: &[&str], schema: &Schema<'_>) -> Result<()> {
    for script in scripts {
        session.run_script(script)?;
    }
    session.set_schema_version(schema.version)?;
    // A file that is not what it says it is would be refused the next time.
    let differences = schema.differences(session, schema.version)?;
    if !differences.is_empty() {
        let version = schema.version;
        let went_wrong = format!("schema version {version} was missed: {}", differences.join("; "));
        return Err(Error::Internal(went_wrong));
    }
    session.commit()
}
