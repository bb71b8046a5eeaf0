//! Errors: rich inside ([`Error`]), small outside ([`ApiError`]).
//!
//! A [`Code`] exists only where the window branches on it; everything else is a message that says
//! what happened and what to do.

use crate::id::EntityKind;
use serde::{Deserialize, Serialize};
use std::io::{self, ErrorKind};
use ts_rs::TS;

/// The result of anything in core.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What can go wrong, with all that is known about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A value breaks a rule of the product.
    #[error("{message}")]
    Invalid {
        /// The field at fault, in its JSON spelling.
        field: Option<&'static str>,
        /// What is wrong and what would be right.
        message: String,
    },
    /// The thing named does not exist (any more).
    #[error("This {kind} no longer exists. It may have been deleted; undo brings it back.", kind = .0.noun())]
    NotFound(EntityKind),
    /// Somebody changed the same thing in between.
    #[error("This {kind} was changed in the meantime. Look at the new values and try again.", kind = .0.noun())]
    Conflict(EntityKind),
    /// There is nothing to undo or redo.
    #[error("There is nothing to {0}.")]
    NothingTo(&'static str),
    /// The file is not a Throughline workspace.
    #[error("{0}")]
    NotAWorkspace(String),
    /// The file was written by a newer Throughline.
    #[error(
        "This workspace was written by a newer Throughline (schema {found}; this one knows {known}). Update Throughline to open it."
    )]
    Newer {
        /// The schema version in the file.
        found: i64,
        /// The newest version this build knows.
        known: i64,
    },
    /// The file failed an integrity check.
    #[error("This workspace is damaged: {0}")]
    Damaged(String),
    /// Another program has changed the schema of the file.
    #[error(
        "This file was changed by another program: {}. It was not opened, as that could change or hide what you write. What can be read of it can be saved into a fresh file.",
        .0.join("; ")
    )]
    Changed(Vec<String>),
    /// The workspace is open for reading only; why, in words.
    #[error("{0}")]
    ReadOnly(String),
    /// No command has this name.
    #[error("There is no command \"{0}\".")]
    UnknownCommand(String),
    /// No workspace is open.
    #[error("No workspace is open.")]
    NoWorkspace,
    /// Long work was cancelled; nothing of it was kept.
    #[error("Cancelled. Nothing was changed.")]
    Cancelled,
    /// A file could not be read as what it claims to be.
    #[error("{0}")]
    Unreadable(String),
    /// The workspace could not be read.
    #[error("The workspace could not be read: {0}")]
    Store(Fault),
    /// A change could not be made durable. Nothing of it is kept in the file.
    #[error("This change is not saved: {0}")]
    NotSaved(Fault),
    /// The file system failed.
    #[error("{path} {reason}", reason = say_io(.source))]
    Io {
        /// The path, as the user knows it.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// A file that somebody wanted saved was not; the one that was there is whole.
    #[error("{path} was not saved: {reason}. What was there is as it was.")]
    NotWritten {
        /// The path, as the user knows it.
        path: String,
        /// What was in the way and what to do, without a full stop.
        reason: String,
    },
    /// A fault of Throughline itself.
    #[error("Something went wrong inside Throughline: {0}. Nothing was changed.")]
    Internal(String),
}

impl Error {
    /// A broken rule without a single field at fault.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid { field: None, message: message.into() }
    }

    /// A broken rule of one field.
    pub fn invalid_field(field: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid { field: Some(field), message: message.into() }
    }

    /// A failure of the engine while something was to be saved.
    pub(crate) fn while_saving(self) -> Self {
        match self {
            Self::Store(fault) => Self::NotSaved(fault),
            other => other,
        }
    }

    /// A failure of the file system at `path`.
    pub fn io(path: &std::path::Path, source: io::Error) -> Self {
        Self::Io { path: path.display().to_string(), source }
    }
}

/// What the system said of a path, in words that say what to do.
fn say_io(fault: &io::Error) -> String {
    match fault.kind() {
        ErrorKind::NotFound => "is not there any more, or its folder is not.".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "cannot be read or written by you. Change who may do that, or choose another place."
                .to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "cannot be written: the disk is full. Free some space.".to_owned()
        }
        ErrorKind::NotADirectory => {
            "cannot be there: a file has the name of one of its folders. Rename that file."
                .to_owned()
        }
        ErrorKind::IsADirectory => "is a folder, not a file. Choose a file.".to_owned(),
        ErrorKind::AlreadyExists => "is there already. Choose another name.".to_owned(),
        _ => {
            let said = fault.to_string();
            let (words, _) = said.split_once(" (os error").unwrap_or((&said, ""));
            format!("could not be read or written: {words}.")
        }
    }
}

/// What keeps the file of a workspace from being read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No space is left.
    #[error("the disk is full. Free some space.")]
    Full,
    /// The system forbids it.
    #[error("the file or its folder is protected against writing.")]
    Denied,
    /// The file is not where it was opened.
    #[error(
        "its file is no longer where it was: another program has moved, renamed, deleted or replaced it."
    )]
    Gone,
    /// Somebody else holds it.
    #[error("another program is writing to it and did not finish within five seconds.")]
    Busy,
    /// Anything else, in the words of the engine.
    #[error("{0}.")]
    Other(String),
}

/// What the window can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The input breaks a rule; `field` says which.
    Invalid,
    /// The thing is gone.
    NotFound,
    /// Changed in the meantime.
    Conflict,
    /// Nothing to undo or redo.
    NothingTo,
    /// Not a workspace file.
    NotAWorkspace,
    /// Written by a newer version.
    Newer,
    /// Failed its integrity check.
    Damaged,
    /// Changed by another program.
    Changed,
    /// Open elsewhere.
    ReadOnly,
    /// No such command.
    UnknownCommand,
    /// No workspace is open.
    NoWorkspace,
    /// Cancelled by the user.
    Cancelled,
    /// An input file could not be read.
    Unreadable,
    /// A file could not be read or written.
    Store,
    /// A change could not be made durable.
    NotSaved,
    /// A fault of Throughline.
    Internal,
}

/// An error as it leaves core.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApiError {
    /// What the window branches on.
    pub code: Code,
    /// What happened and what to do, in the user's words.
    pub message: String,
    /// The field at fault, in its JSON spelling.
    pub field: Option<String>,
}

impl From<&Error> for Code {
    fn from(error: &Error) -> Self {
        match error {
            Error::Invalid { .. } => Self::Invalid,
            Error::NotFound(_) => Self::NotFound,
            Error::Conflict(_) => Self::Conflict,
            Error::NothingTo(_) => Self::NothingTo,
            Error::NotAWorkspace(_) => Self::NotAWorkspace,
            Error::Newer { .. } => Self::Newer,
            Error::Damaged(_) => Self::Damaged,
            Error::Changed(_) => Self::Changed,
            Error::ReadOnly(_) => Self::ReadOnly,
            Error::UnknownCommand(_) => Self::UnknownCommand,
            Error::NoWorkspace => Self::NoWorkspace,
            Error::Cancelled => Self::Cancelled,
            Error::Unreadable(_) => Self::Unreadable,
            Error::Store(_) | Error::Io { .. } | Error::NotWritten { .. } => Self::Store,
            Error::NotSaved(_) => Self::NotSaved,
            Error::Internal(_) => Self::Internal,
        }
    }
}

impl ApiError {
    /// How an error is told outside.
    pub fn told(error: &Error) -> Self {
        let field = match error {
            Error::Invalid { field, .. } => field.map(str::to_owned),
            _ => None,
        };
        Self { code: Code::from(error), message: error.to_string(), field }
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        Self::told(&error)
    }
}

/// Fails with [`Error::Invalid`] unless the condition holds:
/// `require!(weight <= 5, "weight", "The weight goes from 1 to 5.")`.
#[macro_export]
macro_rules! require {
    ($condition:expr, $field:literal, $($message:tt)+) => {
        if !$condition {
            return Err($crate::error::Error::invalid_field($field, format!($($message)+)));
        }
    };
}

/// Turns an absent thing into an error in one line.
pub trait OrNotFound<T> {
    /// The value, or [`Error::NotFound`] of that kind.
    fn or_not_found(self, kind: EntityKind) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self, kind: EntityKind) -> Result<T> {
        self.ok_or(Error::NotFound(kind))
    }
}

/// Turns a failure into [`Error::Invalid`] in one line.
pub trait OrInvalid<T> {
    /// The value, or a broken rule of that field.
    fn or_invalid(self, field: &'static str, message: &str) -> Result<T>;
}

impl<T, E> OrInvalid<T> for std::result::Result<T, E> {
    fn or_invalid(self, field: &'static str, message: &str) -> Result<T> {
        self.map_err(|_| Error::invalid_field(field, message))
    }
}
