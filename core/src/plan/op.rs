//! What kinds of change there are, as the history names them.

use crate::id::EntityKind;
use crate::model::Word;

macro_rules! ops {
    ($($(#[$meta:meta])* $variant:ident = $word:literal),* $(,)?) => {
        /// The verb of a change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Verb { $($(#[$meta])* $variant),* }

        impl Word for Verb {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            fn as_word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
    };
}

ops! {
    /// Something was made.
    Create = "create",
    /// Something was changed.
    Update = "update",
    /// Something was deleted, with what hung on it.
    Delete = "delete",
    /// The order was changed.
    Reorder = "reorder",
    /// Assets were placed.
    Place = "place",
    /// Placements were moved to another cell.
    Move = "move",
    /// A deal check was answered.
    Answer = "answer",
    /// Content was imported.
    Import = "import",
    /// What was done in a copy was merged back.
    Merge = "merge",
    /// Answers that somebody filled into a file were taken in.
    Hear = "hear",
    /// Takeaways were marked as read.
    Read = "read",
    /// Takeaways were marked as not read.
    Unread = "unread",
    /// A question on maturity was rated.
    Rate = "rate",
    /// A scoring model was applied.
    Apply = "apply",
    /// Leads were erased, for good: the history does not say whom.
    Erase = "erase",
    /// Values were brought back from the history.
    Restore = "restore",
    /// A change was taken back.
    Undo = "undo",
    /// A change taken back was made again.
    Redo = "redo",
    /// The workspace was set up.
    Setup = "setup",
    /// A whole plan was taken over into a new workspace: the history begins here.
    Adopt = "adopt",
    /// What could be read of a damaged file was saved: the history before need not lead here.
    Rescue = "rescue",
}

/// A change: its verb, and what it is done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Op {
    /// The verb.
    pub verb: Verb,
    /// The kind of thing.
    pub kind: Option<EntityKind>,
    /// Its name, where it is one thing.
    pub subject: String,
    /// How many things.
    pub size: u32,
}

impl Op {
    /// A change of one named thing.
    pub fn one(verb: Verb, kind: EntityKind, subject: impl Into<String>) -> Self {
        Self { verb, kind: Some(kind), subject: subject.into(), size: 1 }
    }

    /// A change of several things.
    pub fn many(verb: Verb, kind: EntityKind, size: usize) -> Self {
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        Self { verb, kind: Some(kind), subject: String::new(), size }
    }
}
