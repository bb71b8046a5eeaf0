//! Upgrades: append-only scripts, one a version, run in one transaction.

use super::SCHEMA_VERSION;
use super::engine::{Session, Sqlite};
use crate::error::{Error, Result};

/// The script that leads from version `n` to `n + 1` stands at index `n - 1`.
const SCRIPTS: [&str; 0] = [];

/// Brings a file of an older version to the current one, or leaves it as it was.
pub(super) fn bring_up(session: &mut Sqlite, version: i64) -> Result<()> {
    let scripts = usize::try_from(version - 1).ok().and_then(|first| SCRIPTS.get(first..));
    let scripts =
        scripts.ok_or_else(|| Error::Damaged(format!("it names schema version {version}")))?;
    session.begin()?;
    let brought = run(session, scripts);
    if brought.is_err() {
        session.rollback();
    }
    brought
}

fn run(session: &mut Sqlite, scripts: &[&str]) -> Result<()> {
    for script in scripts {
        session.run_script(script)?;
    }
    session.set_schema_version(SCHEMA_VERSION)?;
    session.commit()
}
