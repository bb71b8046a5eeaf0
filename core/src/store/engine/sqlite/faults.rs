//! What SQLite says went wrong, in our terms.

use crate::error::{Error, Fault};
use rusqlite::ErrorCode as Code;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

/// The error of a call that read or wrote.
#[allow(clippy::needless_pass_by_value, reason = "used as `map_err(store_error)`")]
pub(super) fn store_error(error: rusqlite::Error) -> Error {
    // A value that is not of its column's kind.
    if matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
    ) {
        return Error::Damaged(error.to_string());
    }
    let fault = match error.sqlite_error_code() {
        Some(Code::DatabaseCorrupt | Code::NotADatabase) => {
            return Error::Damaged(error.to_string());
        }
        // Nobody else interrupts.
        Some(Code::OperationInterrupted) => {
            return Error::Damaged("its parts refer to one another without an end".to_owned());
        }
        // The rules of the plan come first: nothing about the file or the disk would mend this.
        Some(Code::ConstraintViolation) => return Error::Internal(error.to_string()),
        Some(Code::DiskFull) => Fault::Full,
        Some(Code::ReadOnly | Code::PermissionDenied) => Fault::Denied,
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => Fault::Busy,
        // The log's index could not be made as large as it has to be.
        _ if extended(&error) == Some(SQLITE_IOERR_SHMSIZE) => Fault::Full,
        _ => Fault::Other(error.to_string()),
    };
    Error::Store(fault)
}

fn extended(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|error| error.extended_code)
}
