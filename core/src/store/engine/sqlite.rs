//! SQLite: the default engine, one file a workspace.
//!
//! The recipe of every connection: WAL with `synchronous=FULL` (NORMAL loses acknowledged edits on
//! power loss), foreign keys on, no trusted schema, no memory mapping, deleted content overwritten.

mod shape;

use super::{Row, Session, Value};
use crate::error::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql};
use std::path::Path;

pub use shape::Shape;

/// "ThLn": marks a file as a Throughline workspace.
const APPLICATION_ID: i64 = 0x5468_4C6E;
/// Older SQLite has the WAL-reset bug.
const OLDEST_SQLITE: i32 = 3_051_003;
const RECIPE: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA fullfsync = ON;
";

/// A connection to a workspace file.
#[derive(Debug)]
pub struct Sqlite {
    connection: Connection,
}

impl Sqlite {
    /// Makes a new file at `path` and connects to it. Fails when something is there already.
    pub fn create(path: &Path) -> Result<Self> {
        if path.exists() {
            let message = format!("{} exists already. Choose another name.", path.display());
            return Err(Error::invalid(message));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let session = Self::connect(path, flags)?;
        session.write_ahead()?;
        session.pragma("application_id", APPLICATION_ID)?;
        Ok(session)
    }

    /// Connects to the workspace at `path`, for reading only if `read_only`.
    pub fn open(path: &Path, read_only: bool) -> Result<Self> {
        check_header(path)?;
        let flags = if read_only {
            OpenFlags::SQLITE_OPEN_READ_ONLY
        } else {
            OpenFlags::SQLITE_OPEN_READ_WRITE
        };
        let session = Self::connect(path, flags)?;
        if !read_only {
            session.write_ahead()?;
        }
        Ok(session)
    }

    /// A workspace in memory that ends with the connection.
    pub fn in_memory() -> Result<Self> {
        let connection = Connection::open_in_memory().map_err(store_error)?;
        let session = Self { connection };
        session.prepare_connection()?;
        Ok(session)
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Self> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
        let connection = Connection::open_with_flags(path, flags).map_err(store_error)?;
        let session = Self { connection };
        session.prepare_connection()?;
        Ok(session)
    }

    fn prepare_connection(&self) -> Result<()> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            let message = format!("SQLite {} is too old to be safe", rusqlite::version());
            return Err(Error::Internal(message));
        }
        let connection = &self.connection;
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
            .and_then(|_| connection.execute_batch(RECIPE))
            .map_err(store_error)?;
        connection.set_prepared_statement_cache_capacity(128);
        Ok(())
    }

    fn write_ahead(&self) -> Result<()> {
        self.connection
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
            .map_err(store_error)
    }

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
    pub fn shape(&self) -> Result<Shape> {
        Shape::of(self)
    }

    /// Looks at every page, index and reference: what is wrong, in words.
    pub fn check_everything(&self) -> Result<Vec<String>> {
        let mut findings = self.words("SELECT integrity_check FROM pragma_integrity_check")?;
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

    /// Prepares a statement without running it, to see whether this engine takes it.
    pub fn prepare_only(&self, sql: &str) -> Result<()> {
        self.connection.prepare(&numbered(sql)).map(drop).map_err(store_error)
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        // The log is folded into the file, so that the file alone is the workspace. A failure leaves
        // the log beside it, from which the next open recovers.
        let _ = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);");
    }
}

impl Session for Sqlite {
    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<usize> {
        let mut statement = self.connection.prepare_cached(&numbered(sql)).map_err(store_error)?;
        statement.execute(rusqlite::params_from_iter(parameters)).map_err(store_error)
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
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(store_error)
    }

    fn commit(&mut self) -> Result<()> {
        self.connection.execute_batch("COMMIT").map_err(store_error)
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

    fn check_integrity(&mut self) -> Result<()> {
        let report: String = self
            .connection
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map_err(store_error)?;
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
        ValueRef::Blob(_) => return Err(Error::Damaged("a column holds raw bytes".to_owned())),
    })
}

/// SQLite takes `$1` as a *named* parameter, numbered by first appearance; `?1` is what is meant.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

/// Looks at the first 100 bytes before any connection exists: magic and application id.
fn check_header(path: &Path) -> Result<()> {
    use std::io::Read;
    let mut header = [0_u8; 100];
    let mut file = std::fs::File::open(path).map_err(|source| Error::io(path, source))?;
    let whole = file.read_exact(&mut header).is_ok();
    let magic = header.starts_with(b"SQLite format 3\0");
    let id = i64::from(u32::from_be_bytes([header[68], header[69], header[70], header[71]]));
    if whole && magic && id == APPLICATION_ID {
        return Ok(());
    }
    let message = format!("{} is not a Throughline workspace.", path.display());
    Err(Error::NotAWorkspace(message))
}

#[allow(clippy::needless_pass_by_value, reason = "used as `map_err(store_error)`")]
fn store_error(error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase, ReadOnly};
    match error.sqlite_error_code() {
        Some(DatabaseCorrupt | NotADatabase) => Error::Damaged(error.to_string()),
        Some(ReadOnly) => Error::ReadOnly,
        _ => Error::Store(error.to_string()),
    }
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
        let error = Sqlite::open(&path, false).unwrap_err();
        assert!(matches!(error, Error::NotAWorkspace(_)), "{error:?}");
    }
}
