//! How much leaks at a stage.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// As many visits as usual are added to those of a stage, so that a few do not say much.
const ADDED: f64 = 10.0;

/// What leaks where nothing is known.
const WITHOUT_HISTORY: f64 = 0.5;

/// Visits to a stage that ended of late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Leaks {
    /// Of those: lost.
    pub lost: u32,
    /// Of those: turned back over the handoff.
    pub turned_back: u32,
    /// All that ended: advanced, moved back or lost.
    pub resolved: u32,
}

/// How much leaks at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Leak {
    /// Visits that were lost.
    pub lost: u32,
    /// Visits that were turned back over the handoff.
    pub turned_back: u32,
    /// All that ended: advanced, moved back or lost.
    pub resolved: u32,
    /// `(lost + turned back + 10·usual) ÷ (resolved + 10)`.
    pub share: f64,
    /// The same ratio over all stages of the journey; 0.5 without history.
    pub usual: f64,
}

impl Leaks {
    fn and(self, other: Self) -> Self {
        Self {
            lost: self.lost.saturating_add(other.lost),
            turned_back: self.turned_back.saturating_add(other.turned_back),
            resolved: self.resolved.saturating_add(other.resolved),
        }
    }

    fn gone(self) -> f64 {
        f64::from(self.lost) + f64::from(self.turned_back)
    }
}

impl Leak {
    /// What leaks at each stage of a journey.
    pub fn of_all(stages: &[Leaks]) -> Vec<Self> {
        let all = stages.iter().copied().fold(Leaks::default(), Leaks::and);
        let usual =
            if all.resolved == 0 { WITHOUT_HISTORY } else { all.gone() / f64::from(all.resolved) };
        stages.iter().map(|one| Self::of(*one, usual)).collect()
    }

    fn of(leaks: Leaks, usual: f64) -> Self {
        let Leaks { lost, turned_back, resolved } = leaks;
        let share = ADDED.mul_add(usual, leaks.gone()) / (f64::from(resolved) + ADDED);
        Self { lost, turned_back, resolved, share, usual }
    }
}
