//! What a row of the file is about. It stands in the row itself, so that rows can be sorted, left
//! out or copied into another file and still say what they answer.

use crate::id::{MemberId, WorkspaceId};
use crate::model::Millis;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The mark of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The workspace that asks.
    pub workspace: WorkspaceId,
    /// Who is asked.
    pub member: MemberId,
    /// When the file was written.
    pub at: Millis,
    /// The placement or the need it is about; the id of a need to be.
    pub about: Uuid,
}

impl Mark {
    /// Whether both are of one file.
    pub(super) fn is_with(&self, other: &Self) -> bool {
        (self.workspace, self.member, self.at) == (other.workspace, other.member, other.at)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { workspace, member, at, about } = self;
        write!(f, "{workspace} {member} {} {about}", at.0)
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = text.split_whitespace().collect();
        let [workspace, member, at, about] = parts.as_slice() else { return Err(()) };
        Ok(Self {
            workspace: workspace.parse().map_err(drop)?,
            member: member.parse().map_err(drop)?,
            at: Millis(at.parse().map_err(drop)?),
            about: about.parse().map_err(drop)?,
        })
    }
}
