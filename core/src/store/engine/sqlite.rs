//! SQLite: the default engine, one file a workspace.

mod bound;
mod connect;
mod copy;
mod faults;
mod place;
mod rules;
mod salvage;
mod shape;
mod sweep;

use super::{Opener, Row, Session, Value};
use crate::error::{Error, Fault, Result};
use faults::store_error;
use place::{Found, Place};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql};
use std::path::{Path, PathBuf};

pub(crate) use connect::check_header;
pub(crate) use salvage::{Sought, SoughtColumn};
pub use shape::Shape;

/// A connection to a workspace file.
#[derive(Debug)]
pub struct Sqlite {
    connection: Connection,
    /// The file, whatever letters its path has; empty in memory.
    file: PathBuf,
    /// Where the file is, if this connection writes to one.
    place: Option<Place>,
    /// The disk has failed: what is there is looked at before anything is added.
    suspect: bool,
}

impl Sqlite {
    fn pragma(&self, name: &str, value: i64) -> Result<()> {
        self.connection.pragma_update(None, name, value).map_err(store_error)
    }

    /// The schema version written in the file; 0 in a new one.
    pub fn schema_version(&self) -> Result<i64> {
        self.connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .map_err(store_error)
    }

    /// Writes the schema version. Belongs inside the transaction that brings the schema there.
    pub fn set_schema_version(&self, version: i64) -> Result<()> {
        self.pragma("user_version", version)
    }

    /// Everything in the file's schema.
    pub fn shape(&mut self) -> Result<Shape> {
        self.bounded(Shape::of)
    }

    /// Looks at every page, index and reference: what is wrong, in words.
    pub fn check_everything(&mut self) -> Result<Vec<String>> {
        let mut findings = self.bounded(|session| {
            session.words("SELECT integrity_check FROM pragma_integrity_check")
        })?;
        findings.retain(|finding| finding != "ok");
        findings.extend(self.words(
            "SELECT format('a row of %s names one of %s that is not there', \"table\", parent)
             FROM pragma_foreign_key_check",
        )?);
        Ok(findings)
    }

    fn words(&self, sql: &str) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement.query_map([], |row| row.get(0)).map_err(store_error)?;
        rows.map(|row| row.map_err(store_error)).collect()
    }

    /// Runs a schema script.
    pub fn run_script(&self, script: &str) -> Result<()> {
        self.connection.execute_batch(script).map_err(store_error)
    }

    /// Closes a file that is made to be given its name next: it alone holds everything, or this
    /// fails. Dropping it would leave part of it in the log and say nothing.
    pub fn close(self) -> Result<()> {
        self.fold_log()
    }

    /// Writes what the log holds into the file it belongs to.
    fn fold_log(&self) -> Result<()> {
        let busy: bool = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(store_error)?;
        if busy { Err(Error::Store(Fault::Busy)) } else { Ok(()) }
    }

    /// Fails unless what is written now would be found again in the file.
    fn stand_on_file(&mut self) -> Result<()> {
        if std::mem::take(&mut self.suspect) {
            self.check_integrity().inspect_err(|_| self.suspect = true)?;
        }
        match self.place.as_mut().map_or(Found::Whole, Place::look) {
            Found::Whole => Ok(()),
            Found::Gone => Err(self.left_behind()),
            Found::LogGone => self.begin_log_anew(),
        }
    }

    /// Another file may be at the path by now. The log is folded into the file it belongs to,
    /// wherever that is, so that it is never taken for the other one's; and it stays where it is on
    /// closing, where it could be the other one's by then.
    fn left_behind(&self) -> Error {
        let _ = self.fold_log();
        let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        Error::Store(Fault::Gone)
    }

    /// Somebody took the log away while it was open: what it held is folded into the file, and a new
    /// one is begun.
    fn begin_log_anew(&mut self) -> Result<()> {
        let Some(place) = self.place.take() else { return Ok(()) };
        self.fold_log().inspect_err(|_| self.suspect = true)?;
        // The old connection has to be gone before the new one looks for a log.
        self.connection = Connection::open_in_memory().map_err(store_error)?;
        let anew = Self::connect(&place.path, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .and_then(|session| session.settled(&place.path));
        match anew {
            Ok(session) => *self = session,
            Err(error) => {
                self.place = Some(place);
                return Err(error);
            }
        }
        Ok(())
    }

    /// Takes note of a failed disk.
    fn noted<T>(&mut self, outcome: Result<T>) -> Result<T> {
        self.suspect |= matches!(outcome, Err(Error::Store(Fault::Other(_))));
        outcome
    }

    /// Prepares a statement without running it, to see whether this engine takes it.
    pub fn prepare_only(&self, sql: &str) -> Result<()> {
        self.connection.prepare(&numbered(sql)).map(drop).map_err(store_error)
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        // The log is folded into the file, so that the file alone is the workspace. A failure leaves
        // the log beside it, from which the next open recovers.
        if self.place.is_some() {
            let _ = self.fold_log();
        }
    }
}

impl Session for Sqlite {
    fn opener(&mut self) -> Option<Opener> {
        let place = self.place.as_mut()?;
        if place.look() == Found::Gone {
            return None;
        }
        let path = place.path.clone();
        Some(Box::new(move || Ok(Box::new(Self::open_to_read(&path)?))))
    }

    fn copy_to(&self, target: &Path) -> Result<()> {
        Self::copy_to(self, target)
    }

    fn take_over(&mut self, source: &Path) -> Result<()> {
        self.stand_on_file()?;
        Self::take_over(self, &Self::open_to_read(source)?)
    }

    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<usize> {
        let statement = self.connection.prepare_cached(&numbered(sql));
        let done = statement
            .and_then(|mut statement| statement.execute(rusqlite::params_from_iter(parameters)))
            .map_err(store_error);
        self.noted(done)
    }

    fn query(
        &mut self,
        sql: &str,
        parameters: &[Value],
        each: &mut dyn FnMut(&mut Row) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(&numbered(sql)).map_err(store_error)?;
        let columns = statement.column_count();
        let mut rows =
            statement.query(rusqlite::params_from_iter(parameters)).map_err(store_error)?;
        while let Some(row) = rows.next().map_err(store_error)? {
            let values: Result<Vec<Value>> = (0..columns)
                .map(|column| row.get_ref(column).map_err(store_error).and_then(to_value))
                .collect();
            each(&mut Row::new(values?))?;
        }
        Ok(())
    }

    fn begin(&mut self) -> Result<()> {
        self.stand_on_file()?;
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(store_error)
    }

    fn commit(&mut self) -> Result<()> {
        let done = self.connection.execute_batch("COMMIT").map_err(store_error);
        self.noted(done)?;
        match self.place.as_mut().map(Place::look) {
            Some(Found::Gone) => Err(self.left_behind()),
            _ => Ok(()),
        }
    }

    fn rollback(&mut self) {
        if !self.connection.is_autocommit() {
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }

    fn data_version(&mut self) -> Result<i64> {
        self.connection
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .map_err(store_error)
    }

    fn write_anew(&mut self) -> Result<()> {
        Self::write_anew(self)
    }

    fn check_integrity(&mut self) -> Result<()> {
        let report = self.bounded(|session| session.words("PRAGMA quick_check(1)"))?.concat();
        if report == "ok" { Ok(()) } else { Err(Error::Damaged(report)) }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn to_value(value: ValueRef<'_>) -> Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(bytes) => Value::Text(
            std::str::from_utf8(bytes)
                .map_err(|_| Error::Damaged("a text is not UTF-8".to_owned()))?
                .to_owned(),
        ),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_owned()),
    })
}

/// SQLite takes `$1` as a *named* parameter, numbered by first appearance; `?1` is what is meant.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_may_come_out_of_order_and_twice() {
        let mut session = Sqlite::in_memory().unwrap();
        let parameters = [Value::Int(1), Value::Int(2)];
        let mut seen = Vec::new();
        session
            .query("SELECT $2, $1, $2", &parameters, &mut |row| {
                seen = vec![row.value()?, row.value()?, row.value()?];
                Ok(())
            })
            .unwrap();
        assert_eq!(seen, [Value::Int(2), Value::Int(1), Value::Int(2)]);
    }

    #[test]
    fn another_program_s_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("other.db");
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
        let error = Sqlite::open(&path).unwrap_err();
        assert!(matches!(error, Error::NotAWorkspace(_)), "{error:?}");
    }
}
