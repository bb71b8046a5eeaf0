//! The plan as everybody sees it, and what of it changed of late.

use crate::id::EntityKind;
use crate::model::Architecture;
use std::collections::VecDeque;
use std::sync::Arc;
use uuid::Uuid;

/// Rows of edits that are remembered at most; whoever is further behind reads everything anew.
const TRAIL: usize = 2_000;

/// A row that an edit inserted, updated or deleted.
pub type Changed = (EntityKind, Uuid);

/// The plan as saved.
#[derive(Debug)]
pub(super) struct Seen {
    architecture: Arc<Architecture>,
    revision: u64,
    /// The rows of the edits that led here, the latest last.
    trail: VecDeque<Vec<Changed>>,
}

/// The plan as saved, and the way to it from an earlier revision.
#[derive(Clone, Debug)]
pub struct Since {
    /// The plan.
    pub architecture: Arc<Architecture>,
    /// Its revision, which counts up with every change that became visible.
    pub revision: u64,
    /// Every row that changed since, in order; `None` where that is no longer known.
    pub changed: Option<Vec<Changed>>,
}

impl Seen {
    /// A plan just read.
    pub(super) fn new(architecture: Architecture) -> Self {
        Self { architecture: Arc::new(architecture), revision: 0, trail: VecDeque::new() }
    }

    /// The plan.
    pub(super) fn architecture(&self) -> Arc<Architecture> {
        Arc::clone(&self.architecture)
    }

    /// Its revision.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// Shows the plan after an edit of these rows. Gives the new revision.
    pub(super) fn follow(&mut self, architecture: Architecture, changed: Vec<Changed>) -> u64 {
        self.trail.push_back(changed);
        while self.trail.iter().map(Vec::len).sum::<usize>() > TRAIL {
            self.trail.pop_front();
        }
        self.turn(architecture)
    }

    /// Shows a plan of which nobody knows what changed. Gives the new revision.
    pub(super) fn replace(&mut self, architecture: Architecture) -> u64 {
        self.trail.clear();
        self.turn(architecture)
    }

    fn turn(&mut self, architecture: Architecture) -> u64 {
        self.architecture = Arc::new(architecture);
        self.revision += 1;
        self.revision
    }

    /// The plan, and what changed since an earlier revision.
    pub(super) fn since(&self, revision: u64) -> Since {
        let steps = self.revision.checked_sub(revision);
        let first = steps.and_then(|steps| {
            let steps = usize::try_from(steps).ok()?;
            self.trail.len().checked_sub(steps)
        });
        let changed = first.map(|first| self.trail.iter().skip(first).flatten().copied().collect());
        Since { architecture: self.architecture(), revision: self.revision, changed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(at: u128) -> Changed {
        (EntityKind::Asset, Uuid::from_u128(at))
    }

    #[test]
    fn what_changed_is_known_as_far_back_as_the_trail_goes() {
        let mut seen = Seen::new(Architecture::default());
        assert_eq!(seen.since(0).changed, Some(vec![]));
        seen.follow(Architecture::default(), vec![row(1)]);
        seen.follow(Architecture::default(), vec![row(2), row(3)]);
        assert_eq!(seen.since(0).changed, Some(vec![row(1), row(2), row(3)]));
        assert_eq!(seen.since(1).changed, Some(vec![row(2), row(3)]));
        assert_eq!(seen.since(2).changed, Some(vec![]));
        assert_eq!(seen.since(3).changed, None, "a revision that is still to come");
    }

    #[test]
    fn a_plan_read_anew_and_an_edit_of_very_many_rows_cut_the_trail() {
        let mut seen = Seen::new(Architecture::default());
        seen.follow(Architecture::default(), vec![row(1)]);
        seen.replace(Architecture::default());
        assert_eq!(seen.since(1).changed, None);
        assert_eq!(seen.since(2).changed, Some(vec![]));
        seen.follow(Architecture::default(), (0..3_000).map(row).collect());
        assert_eq!(seen.since(2).changed, None);
        assert_eq!(seen.since(3).changed, Some(vec![]));
    }
}
