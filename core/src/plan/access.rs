//! Who may write: one window or program a workspace; all others read, and are told why.

use super::{Holder, Plan};
use crate::backup::{Backups, Reason};
use crate::error::{Error, Fault, Result};
use crate::file;
use crate::model::Millis;
use crate::store::engine::Session;
use crate::store::hold::{Asked, Hold};
use crate::store::schema::{CURRENT, Schema};
use crate::store::{self};
use serde::Serialize;
use std::fmt;
use std::path::Path;
use std::sync::PoisonError;
use ts_rs::TS;

/// Why a workspace can only be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "why", rename_all = "camelCase")]
pub enum ReadOnly {
    /// Another window or program writes to it.
    Held {
        /// Who that is.
        holder: Holder,
    },
    /// The file or its folder cannot be written.
    Protected,
    /// It is a look at a backup.
    Backup {
        /// The state it shows.
        at: Millis,
    },
    /// It is a copy of what can be read of a file of a newer Throughline.
    Newer,
}

/// In whose name a workspace is opened, and where backups go.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Who writes from here on.
    pub holder: Holder,
    /// Where the file is kept as it is before it is brought to a newer version.
    pub backups: Backups,
}

impl fmt::Display for ReadOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Held { holder } => write!(
                f,
                "This workspace is open in another window or program{}, so here it can only be \
                 read. Close it there to edit here.",
                by(holder)
            ),
            Self::Protected => f.write_str(
                "The file or its folder is protected against writing, so it can only be read. Copy \
                 it to a folder of yours to edit it.",
            ),
            Self::Backup { .. } => {
                f.write_str("This is a look at a backup. Restore it to go on from there.")
            }
            Self::Newer => f.write_str(
                "This is a copy of what can be read of a workspace of a newer Throughline. Update \
                 Throughline to edit it.",
            ),
        }
    }
}

fn by(holder: &Holder) -> String {
    match (holder.user.as_str(), holder.computer.as_str()) {
        ("", "") => String::new(),
        (user, "") => format!(" by {user}"),
        ("", computer) => format!(" on {computer}"),
        (user, computer) => format!(" by {user} on {computer}"),
    }
}

impl Plan {
    /// Opens the workspace at `path` to write, or to read where somebody else writes or nobody can.
    pub fn open(path: &Path, opening: &Opening) -> Result<Self> {
        Self::open_as(path, opening, &CURRENT)
    }

    pub(super) fn open_as(path: &Path, opening: &Opening, schema: &Schema<'_>) -> Result<Self> {
        store::is_workspace(path)?;
        let hold = match Hold::ask(path, &opening.holder)? {
            Asked::Given(hold) => hold,
            Asked::Taken(holder) => return Self::open_to_read(path, ReadOnly::Held { holder }),
            Asked::Denied => return Self::open_to_read(path, ReadOnly::Protected),
        };
        if std::fs::metadata(path).is_ok_and(|about| about.permissions().readonly()) {
            return Self::open_to_read(path, ReadOnly::Protected);
        }
        file::sweep(file::folder_of(path), opening.holder.at.0);
        match store::open(path, schema, |session| keep(session, path, opening)) {
            Ok(session) => {
                let plan = Self::over(session)?.held(hold);
                // Whoever erased was stopped before the file was written anew. Where that cannot be
                // done now, it is done with the next backup or the next time.
                let _ = plan.sweep();
                Ok(plan)
            }
            Err(Error::Store(Fault::Denied)) => Self::open_to_read(path, ReadOnly::Protected),
            Err(error) => Err(error),
        }
    }

    /// Opens a file made just now, of which there is nothing to keep.
    pub(super) fn open_fresh(path: &Path, holder: &Holder) -> Result<Self> {
        let nothing = Backups::kept_in(path.with_extension("backups"));
        Self::open(path, &Opening { holder: holder.clone(), backups: nothing })
    }

    /// Opens the workspace at `path` to read.
    pub fn open_to_read(path: &Path, why: ReadOnly) -> Result<Self> {
        let plan = Self::over(store::open_to_read(path)?)?;
        Ok(Self { read_only: Some(why), ..plan })
    }

    /// Why it can only be read; `None` where it can be changed.
    pub fn read_only(&self) -> Option<&ReadOnly> {
        self.read_only.as_ref()
    }

    /// Says again who writes, so that other computers see that somebody does.
    pub fn renew_hold(&self, holder: &Holder) {
        let mut hold = self.hold.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(hold) = hold.as_mut() {
            // The lock is what counts; what the file says is only for others to read.
            let _ = hold.renew(holder);
        }
    }

    /// Fails with the reason where it can only be read.
    pub(crate) fn may_write(&self) -> Result<()> {
        match &self.read_only {
            Some(why) => Err(Error::ReadOnly(why.to_string())),
            None => Ok(()),
        }
    }

    fn held(mut self, hold: Hold) -> Self {
        self.hold = Some(hold).into();
        self
    }
}

fn keep(session: &mut dyn Session, path: &Path, opening: &Opening) -> Result<()> {
    let workspace = store::workspace_id(session)?;
    let shelf = opening.backups.of(path, workspace)?;
    shelf.make(session, opening.holder.at, Reason::BeforeUpgrade).map(drop)
}
