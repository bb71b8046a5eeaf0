//! The shape of a SQLite file: everything its schema holds, as facts that can be compared.
//!
//! A clean integrity check does not stop a trigger that rewrites rows, or a column that computes
//! itself: only knowing everything that is there does. Compared are facts, not the text of the
//! schema, so that a file brought here by upgrades equals a fresh one.

use super::Sqlite;
use crate::error::Result;
use std::collections::BTreeSet;
use std::fmt;

/// Everything in a schema, one fact a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape(BTreeSet<String>);

/// Each gives facts. Statistics of the query planner, and what SQLite makes for itself, are nobody's
/// change.
const FACTS: [&str; 5] = [
    include_str!("tables.sql"),
    include_str!("columns.sql"),
    include_str!("indexes.sql"),
    include_str!("references.sql"),
    include_str!("programs.sql"),
];

impl Shape {
    /// The facts of a connection's main database.
    pub(super) fn of(session: &Sqlite) -> Result<Self> {
        let mut facts = BTreeSet::new();
        for sql in FACTS {
            facts.extend(session.words(sql)?);
        }
        Ok(Self(facts))
    }

    /// The facts as they were written down.
    pub(crate) fn written(text: &str) -> Self {
        Self(text.lines().map(str::to_owned).collect())
    }

    /// What is in `found` beyond what is known, then what is missing there, in words.
    pub(crate) fn differences(&self, found: &Self) -> Vec<String> {
        let added = found.0.difference(&self.0).map(|fact| format!("{fact} was added"));
        let gone = self.0.difference(&found.0).map(|fact| format!("{fact} is missing"));
        added.chain(gone).collect()
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|fact| writeln!(f, "{fact}"))
    }
}
