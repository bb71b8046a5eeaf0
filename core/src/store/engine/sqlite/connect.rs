//! Connections: how one is made, and the recipe each is made by.
//!
//! WAL with `synchronous=FULL` (NORMAL loses acknowledged edits on power loss), foreign keys on, no
//! trusted schema, no memory mapping, deleted content overwritten.

use super::Sqlite;
use super::faults::store_error;
use super::place::{Place, beside};
use crate::error::{Error, Fault, Result};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::io::{ErrorKind, Read};
use std::path::Path;
use url::Url;

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
/// A workspace of ours stays far below: a file that asks for more was made to use up memory, or to
/// reach other files.
const LIMITS: [(Limit, i32); 3] = [
    (Limit::SQLITE_LIMIT_LENGTH, 64 << 20),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 0),
];
const WRITE_AHEAD: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

impl Sqlite {
    /// Makes a new file at `path`, where nothing or an empty file lies, and connects to it.
    pub fn create(path: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let session = Self::connect(path, flags)?;
        session.pragma("application_id", APPLICATION_ID)?;
        session.settled(path)
    }

    /// Connects to the workspace at `path` to read and write it.
    pub fn open(path: &Path) -> Result<Self> {
        check_header(path)?;
        let session = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // Where it may not write, SQLite connects to read, and says so with the first change.
        if session.connection.is_readonly(MAIN_DB).map_err(store_error)? {
            return Err(Error::Store(Fault::Denied));
        }
        session.settled(path)
    }

    /// Connects to the workspace at `path` to read it. Where not even the files that readers need
    /// can be made beside it, it is read as something that never changes.
    pub fn open_to_read(path: &Path) -> Result<Self> {
        check_header(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let session = Self::connect(path, flags)?;
        if session.schema_version().is_ok() {
            return Ok(session);
        }
        let unsaved = std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
        let address = Url::from_file_path(path).ok().filter(|_| !unsaved);
        let Some(mut address) = address else { return Ok(session) };
        address.set_query(Some("immutable=1"));
        Self::connect_at(address.as_str(), path, flags | OpenFlags::SQLITE_OPEN_URI)
    }

    /// Connects to a damaged workspace at `path` to read what is left of it, also where the file is
    /// shorter than it says. Nothing can be written.
    pub fn open_to_salvage(path: &Path) -> Result<Self> {
        let mut session = Self::open_to_read(path)?;
        // A file that was cut short is refused as a whole unless one is about to mend its schema. All
        // is read at one moment, whatever is written meanwhile.
        session
            .connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
            .and_then(|_| session.connection.execute_batch("PRAGMA writable_schema = ON; BEGIN"))
            .map_err(store_error)?;
        session.bound()?;
        Ok(session)
    }

    /// A workspace in memory that ends with the connection.
    pub fn in_memory() -> Result<Self> {
        let connection = Connection::open_in_memory().map_err(store_error)?;
        let session = Self::over(connection, Path::new(""));
        session.prepare_connection()?;
        session.pragma("application_id", APPLICATION_ID)?;
        Ok(session)
    }

    /// A connection as the recipe has it, to a file that may be nobody's yet.
    pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Self> {
        Self::connect_at(path, path, flags)
    }

    /// As [`Sqlite::connect`], by an address that leads to the file at `path`.
    fn connect_at(address: impl AsRef<Path>, path: &Path, flags: OpenFlags) -> Result<Self> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
        let connection = Connection::open_with_flags(address, flags).map_err(store_error)?;
        let session = Self::over(connection, path);
        session.prepare_connection()?;
        Ok(session)
    }

    fn over(connection: Connection, path: &Path) -> Self {
        Self { connection, file: path.to_owned(), place: None, suspect: false }
    }

    /// Ready to write: changes go to the log first, and each is made durable.
    pub(super) fn settled(mut self, path: &Path) -> Result<Self> {
        self.bounded(|session| session.run_script(WRITE_AHEAD))?;
        self.place = Some(Place::of(path));
        Ok(self)
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
        for (limit, most) in LIMITS {
            connection.set_limit(limit, most).map_err(store_error)?;
        }
        connection.set_prepared_statement_cache_capacity(128);
        Ok(())
    }
}

/// Looks at the first 100 bytes before any connection exists: magic and application id.
pub(crate) fn check_header(path: &Path) -> Result<()> {
    let mut header = [0_u8; 100];
    let mut file = std::fs::File::open(path).map_err(|source| Error::io(path, source))?;
    let whole = match file.read_exact(&mut header) {
        Ok(()) => true,
        Err(fault) if fault.kind() == ErrorKind::UnexpectedEof => false,
        Err(fault) => return Err(Error::io(path, fault)),
    };
    let magic = header.starts_with(b"SQLite format 3\0");
    let id = i64::from(u32::from_be_bytes([header[68], header[69], header[70], header[71]]));
    if whole && magic && id == APPLICATION_ID {
        return Ok(());
    }
    let message = format!("{} is not a Throughline workspace.", path.display());
    Err(Error::NotAWorkspace(message))
}
