//! How many of those that come to a stage are won in the end.

use crate::model::words;
use serde::{Deserialize, Serialize};

/// Of fewer than these a share tells little.
const FEW: u32 = 30;

/// The share that counts as won where nothing has ended yet.
const WITHOUT_HISTORY: f64 = 0.5;

/// Some that were won in the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wins {
    /// So many.
    pub won: u32,
    /// Of so many.
    pub of: u32,
}

words! {
    /// What a share of won ones is read from.
    ShareOf {
        /// Those that came to the stage.
        Stage = "stage",
        /// All deals that ended: none of those that came to the stage has.
        Deals = "deals",
        /// Nothing: no deal has ended yet, so half counts as won.
        Nothing = "nothing",
    }
}

impl Wins {
    fn share(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.won) / f64::from(self.of))
    }

    /// Whether they are too few to go by.
    pub fn are_few(self) -> bool {
        self.of < FEW
    }

    /// The share of those at a stage that is won: of those that came there, else of `all`, else half.
    pub(super) fn else_of(self, all: Self) -> (f64, Self, ShareOf) {
        if let Some(share) = self.share() {
            return (share, self, ShareOf::Stage);
        }
        match all.share() {
            Some(share) => (share, all, ShareOf::Deals),
            None => (WITHOUT_HISTORY, all, ShareOf::Nothing),
        }
    }
}
