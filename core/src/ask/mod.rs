//! Questions for one person, as a workbook, and the answers out of its filled copy.
//!
//! What is asked is worked out from coverage ([`Asking`]) and written by [`export`](crate::export).
//! The copy that comes back is a stranger's file: it is read as any workbook is, each row says by its
//! [`Mark`] what it is about, and whatever does not fit is told by sheet and row. What fits is shown
//! ([`preview`]) and taken in as one change ([`take_in`]) that keeps all rules.
//!
//! An answer that was given after the file was written, to something else, is a *conflict*: it stays
//! unless somebody chooses. The same file again changes nothing.

mod apply;
mod asking;
mod choices;
mod filled;
mod mark;
mod settle;
#[cfg(test)]
mod tests;

pub use apply::{AnswerChoices, TakenIn, take_in};
pub use asking::{AskedCheck, AskedNeed, Asking, Open, open_for};
pub use choices::{Choices, EVERYBODY};
pub use filled::{Filled, RowFault};
pub use mark::Mark;
pub use settle::{AnswerBecame, AnswerCounts, AnswerItem, AnswersPreview, preview};

/// The first sheet, which is only read by people.
pub const HOW: &str = "How to answer";
/// The hidden sheet of what can be chosen.
pub const LISTS: &str = "Lists";

/// A sheet with answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A deal check a row.
    Checks,
    /// A need a row.
    Needs,
    /// A row each for a need that is not known yet.
    NewNeeds,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Checks, Self::Needs, Self::NewNeeds];

    /// What its sheet is called.
    pub fn sheet(self) -> &'static str {
        match self {
            Self::Checks => "Checks",
            Self::Needs => "Needs",
            Self::NewNeeds => "New needs",
        }
    }

    /// Its columns that are filled in.
    pub fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Checks => &[column::MOVES, column::WHY],
            Self::Needs => &[column::ANSWERED_BY, column::NOT_NEEDED],
            Self::NewNeeds => {
                &[column::STAGE, column::PERSONA, column::KIND, column::IMPORTANCE, column::NEED]
            }
        }
    }
}

/// Names of columns that are read again.
pub mod column {
    /// What a row is about: a [`Mark`](super::Mark).
    pub const REFERENCE: &str = "Reference";
    /// The answer to a deal check.
    pub const MOVES: &str = "Does it move the deal?";
    /// Why.
    pub const WHY: &str = "Why";
    /// The asset that answers a need.
    pub const ANSWERED_BY: &str = "Answered by";
    /// Why a need is none.
    pub const NOT_NEEDED: &str = "Not needed, because";
    /// Where a new need stands.
    pub const STAGE: &str = "Stage";
    /// Whose it is.
    pub const PERSONA: &str = "Persona";
    /// What kind of need.
    pub const KIND: &str = "Kind";
    /// How much a deal depends on it.
    pub const IMPORTANCE: &str = "Importance";
    /// The need itself.
    pub const NEED: &str = "Need";
}
