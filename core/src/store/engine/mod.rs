//! Engines: what runs a statement. Nothing above this folder names one.
//!
//! All SQL is written in the subset SQLite and PostgreSQL share, with `$n` parameters; an engine
//! adapts the spelling at prepare. [`Session`] is all an engine has to offer.

mod sqlite;
mod value;

pub use sqlite::{Shape, Sqlite};
pub(crate) use sqlite::{Sought, SoughtColumn, check_header};
pub use value::{Row, Value};

use crate::error::Result;
use std::path::Path;

/// Opens a connection for reading.
pub type Opener = Box<dyn Fn() -> Result<Box<dyn Session>> + Send>;

/// A connection that may read and write.
pub trait Session: Send {
    /// Runs a statement and returns how many rows it changed.
    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<usize>;

    /// Runs a query and hands every row to `each`, in order.
    fn query(
        &mut self,
        sql: &str,
        parameters: &[Value],
        each: &mut dyn FnMut(&mut Row) -> Result<()>,
    ) -> Result<()>;

    /// Begins a transaction that excludes other writers from its first moment.
    fn begin(&mut self) -> Result<()>;
    /// Makes the transaction durable.
    fn commit(&mut self) -> Result<()>;
    /// Undoes the transaction. A failure is of no consequence: an open transaction dies with its
    /// connection.
    fn rollback(&mut self);

    /// A number that changes when another connection has changed the data.
    fn data_version(&mut self) -> Result<i64>;

    /// What opens another connection to the same data, on any thread, for reading long while others
    /// write; `None` where this one is all there is.
    fn opener(&mut self) -> Option<Opener>;

    /// Another connection to the same data, opened at once.
    fn reader(&mut self) -> Result<Option<Box<dyn Session>>> {
        self.opener().map(|open| open()).transpose()
    }

    /// Writes everything as it is now into a new file at `target`, whole in itself.
    fn copy_to(&self, target: &Path) -> Result<()>;

    /// Puts what the file at `source` holds in place of everything here, in one change that other
    /// connections see whole.
    fn take_over(&mut self, source: &Path) -> Result<()>;

    /// Writes everything anew in its place: of what was deleted or written over nothing is left in
    /// the file, between what is there, nor in its log. Fails where that could not be done, or where
    /// somebody still reads what was; nothing is lost then.
    fn write_anew(&mut self) -> Result<()>;

    /// Checks the whole file; a damaged one gives [`Error::Damaged`](crate::error::Error::Damaged).
    fn check_integrity(&mut self) -> Result<()>;
}
