//! What the deal check says of an asset as a whole.

use super::answers;
use crate::id::AssetId;
use crate::model::{Answer, Architecture, Status, words};

words! {
    /// What becomes of an asset all of whose placements are *no* (METHOD.md).
    Mark {
        /// Not yet published: it probably should not be produced.
        Stop = "stop",
        /// Published: it needs rework.
        Rework = "rework",
    }
}

/// The mark of an asset: set when it has placements and the effective verdict of every one is no.
/// A retired asset has none.
pub fn mark(architecture: &Architecture, asset: AssetId) -> Option<Mark> {
    let mark = match architecture.asset(asset)?.status {
        Status::Retired => return None,
        Status::Published => Mark::Rework,
        Status::Idea | Status::Planned | Status::InProduction => Mark::Stop,
    };
    let no = |placement| answers(architecture, placement).effective() == Some(Answer::No);
    let placed = architecture.index.is_placed(asset);
    (placed && architecture.index.placements_of(asset).all(no)).then_some(mark)
}
