//! When members were here last, so that they can be told what changed since.
//!
//! This is kept at the machine, not in the workspace: looking is no edit, and a workspace that can
//! only be read has readers too. It goes by the workspace's id, which its copies share.

use super::{Host, Open};
use crate::error::{Error, Result};
use crate::file;
use crate::id::{MemberId, WorkspaceId};
use crate::model::Millis;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Visits that are remembered; the oldest are let go of.
const KEPT: usize = 500;

/// The list of visits, kept beside the settings of the window.
#[derive(Clone, Debug)]
pub struct Visits {
    file: PathBuf,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Visit {
    workspace: WorkspaceId,
    member: MemberId,
    at: Millis,
}

impl Visits {
    /// The list kept in `folder`.
    pub fn kept_in(folder: &Path) -> Self {
        Self { file: folder.join("visits.json") }
    }

    /// When a member was in a workspace last, if that is known.
    fn last(&self, workspace: WorkspaceId, member: MemberId) -> Option<Millis> {
        let visits = self.list().into_iter();
        let mut of_both = visits.filter(|one| (one.workspace, one.member) == (workspace, member));
        of_both.next().map(|visit| visit.at)
    }

    /// Puts visits first, in place of earlier ones of the same members. The list is a convenience:
    /// where it cannot be written, it is left.
    fn note(&self, latest: &[Visit]) {
        let is_newer = |known: &Visit| {
            let mut same = latest.iter();
            same.any(|one| (one.workspace, one.member) == (known.workspace, known.member))
        };
        let mut list = latest.to_vec();
        list.extend(self.list().into_iter().filter(|known| !is_newer(known)));
        list.truncate(KEPT);
        let _ = self.write(&list);
    }

    /// What was noted, the latest first; nothing where the list is missing or cannot be read.
    fn list(&self) -> Vec<Visit> {
        let text = std::fs::read(&self.file).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    fn write(&self, list: &[Visit]) -> Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(|fault| Error::io(folder, fault))?;
        file::replace(&self.file, |out| Ok(serde_json::to_writer(out, list)?))
    }
}

/// Who has been here since the workspace was opened.
#[derive(Debug, Default)]
pub(super) struct Here(Mutex<HashMap<MemberId, Sitting>>);

#[derive(Clone, Copy, Debug)]
struct Sitting {
    /// The end of the visit before.
    since: Option<Millis>,
    /// The last sign of them.
    seen: Millis,
}

impl Here {
    fn all(&self) -> MutexGuard<'_, HashMap<MemberId, Sitting>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes a sign of a member: gives when their visit before this one ended. A visit lasts until the
/// workspace is closed or the day ends, as `day` tells it.
pub(super) fn see(
    host: &dyn Host,
    open: &Open,
    member: MemberId,
    now: Millis,
    day: impl Fn(Millis) -> NaiveDate,
) -> Result<Option<Millis>> {
    let Some(visits) = host.visits() else { return Ok(None) };
    let workspace = open.plan.view().workspace()?.id;
    let mut here = open.here.all();
    let sitting = here
        .entry(member)
        .or_insert_with(|| Sitting { since: visits.last(workspace, member), seen: now });
    if day(sitting.seen) != day(now) {
        sitting.since = Some(sitting.seen);
    }
    sitting.seen = now;
    Ok(sitting.since)
}

/// Remembers that a member was here, should the program not end well.
pub(super) fn note(host: &dyn Host, open: &Open, member: MemberId, now: Millis) -> Result<()> {
    let workspace = open.plan.view().workspace()?.id;
    if let Some(visits) = host.visits() {
        visits.note(&[Visit { workspace, member, at: now }]);
    }
    Ok(())
}

/// Everybody who has been here leaves.
pub(super) fn leave(host: &dyn Host) {
    let (Some(visits), Some(open)) = (host.visits(), host.opened()) else { return };
    let Ok(workspace) = open.plan.view().workspace().map(|workspace| workspace.id) else { return };
    let here = open.here.all();
    let visit = |(member, sitting): (&MemberId, &Sitting)| Visit {
        workspace,
        member: *member,
        at: sitting.seen,
    };
    let left: Vec<_> = here.iter().map(visit).collect();
    if !left.is_empty() {
        visits.note(&left);
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Visit, Visits};
    use crate::id::{EntityId, MemberId, WorkspaceId};
    use crate::model::Millis;
    use uuid::Uuid;

    fn visit(workspace: u128, member: u128, at: i64) -> Visit {
        Visit {
            workspace: WorkspaceId::from_uuid(Uuid::from_u128(workspace)),
            member: MemberId::from_uuid(Uuid::from_u128(member)),
            at: Millis(at),
        }
    }

    fn last(visits: &Visits, workspace: u128, member: u128) -> Option<i64> {
        let Visit { workspace, member, .. } = visit(workspace, member, 0);
        visits.last(workspace, member).map(|at| at.0)
    }

    #[test]
    fn everybody_was_here_last_by_themselves_and_workspace_by_workspace() {
        let folder = tempfile::tempdir().unwrap();
        let visits = Visits::kept_in(folder.path());
        assert_eq!(last(&visits, 1, 1), None);
        visits.note(&[visit(1, 1, 10), visit(1, 2, 20)]);
        visits.note(&[visit(1, 1, 30), visit(2, 1, 30)]);
        assert_eq!([last(&visits, 1, 1), last(&visits, 1, 2)], [Some(30), Some(20)]);
        assert_eq!([last(&visits, 2, 1), last(&visits, 2, 2)], [Some(30), None]);
    }

    #[test]
    fn the_list_stays_short_and_survives_nonsense() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("visits.json"), "[{\"member\":").unwrap();
        let visits = Visits::kept_in(folder.path());
        for number in 0..KEPT + 5 {
            let number = number.try_into().unwrap();
            visits.note(&[visit(number, 1, 10)]);
        }
        assert_eq!(visits.list().len(), KEPT);
        assert_eq!([last(&visits, 4, 1), last(&visits, 5, 1)], [None, Some(10)]);
    }
}
