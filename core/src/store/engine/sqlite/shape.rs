//! The shape of a SQLite file: everything its schema holds, as facts that can be compared.
//!
//! A clean integrity check does not stop a trigger that rewrites rows, or a column that computes
//! itself: only knowing everything that is there does. Compared are facts, not the text of the
//! schema, so that a file brought here by upgrades equals a fresh one.

use super::Sqlite;
use super::faults::store_error;
use super::rules::rules;
use crate::error::Result;
use std::collections::BTreeSet;
use std::fmt;

/// Everything in a schema, one fact a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape(BTreeSet<String>);

/// So many letters of a fact are told.
const TOLD: usize = 160;
const TABLES: &str = "SELECT name, ifnull(sql, '') FROM sqlite_schema
    WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'";

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
        facts.extend(Self::rules_of(session).map_err(store_error)?);
        Ok(Self(facts))
    }

    fn rules_of(session: &Sqlite) -> rusqlite::Result<Vec<String>> {
        let mut statement = session.connection.prepare(TABLES)?;
        let of_table = statement
            .query_map([], |row| Ok(rules(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?)))?;
        Ok(of_table.collect::<rusqlite::Result<Vec<_>>>()?.concat())
    }

    /// The facts as they were written down.
    pub(crate) fn written(text: &str) -> Self {
        Self(text.lines().map(str::to_owned).collect())
    }

    /// What is in `found` beyond what is known, then what is missing there, in words.
    pub(crate) fn differences(&self, found: &Self) -> Vec<String> {
        let (more, fewer) = (found.beyond(self), self.beyond(found));
        let added = more.into_iter().map(|fact| format!("{} was added", short(&fact)));
        let gone = fewer.into_iter().map(|fact| format!("{} is missing", short(&fact)));
        added.chain(gone).collect()
    }

    /// What is here and not in `other`; of a table that is not there at all, its name alone.
    fn beyond(&self, other: &Self) -> Vec<String> {
        let names = |shape: &Self| shape.0.iter().filter_map(|fact| table(fact)).collect();
        let (here, there): (BTreeSet<String>, BTreeSet<String>) = (names(self), names(other));
        let whole: Vec<_> = here.difference(&there).map(String::as_str).collect();
        let is_of = |fact: &str| {
            let column = fact.strip_prefix("column ").and_then(|rest| rest.split_once('.'));
            let rule = fact.strip_prefix("rule of ").and_then(|rest| rest.split_once(": "));
            column.or(rule).is_some_and(|(table, _)| whole.contains(&table))
                || table(fact).is_some_and(|table| whole.contains(&table.as_str()))
        };
        let parts = self.0.difference(&other.0).filter(|fact| !is_of(fact));
        let tables = whole.iter().map(|name| format!("table {name}"));
        tables.chain(parts.map(|fact| fact.trim_end().to_owned())).collect()
    }
}

/// A fact as it is told: a stranger may have written a book into it.
fn short(fact: &str) -> String {
    match fact.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", &fact[..end]),
        None => fact.to_owned(),
    }
}

/// The table a fact is about, where it is about one.
fn table(fact: &str) -> Option<String> {
    let name = fact.strip_prefix("table ")?.trim_end_matches(" not strict");
    Some(name.trim_end_matches(" without rowid").to_owned())
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|fact| writeln!(f, "{fact}"))
    }
}
