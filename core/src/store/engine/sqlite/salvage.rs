//! Reading what can be read of a file that is damaged, or that another program or a newer version
//! has changed: by known tables and known columns, row by row, stepping over what cannot be read.

use super::faults::store_error;
use super::{Sqlite, to_value};
use crate::error::{Error, Result};
use crate::store::engine::{Row, Value};
use rusqlite::Rows;
use rusqlite::types::ValueRef;
use std::collections::HashSet;

/// How far one step over unreadable rows goes at most, as long as they may be those of a lost page.
const LONGEST_STEP: i64 = 64;
/// So many steps lead over all rows of a lost page of pages; after them they grow without bound, as
/// nothing more is to be expected.
const CAREFUL_STEPS: u32 = 256;
/// After so many steps without a readable row the rest of a table is given up.
const STEPS: u32 = 20_000;

/// The rows of a table that were found so far.
struct Found<'a> {
    each: &'a mut dyn FnMut(Row),
    /// So many bytes can be in further ones: a table holds no more than its file. One whose pages
    /// refer to one another in circles seems to.
    left: u64,
}

impl Found<'_> {
    fn take(&mut self, values: Vec<Value>) -> Result<()> {
        self.left = self.left.saturating_sub(least_bytes(&values));
        if self.left == 0 {
            return Err(Error::Damaged("a table holds more than its file".to_owned()));
        }
        (self.each)(Row::new(values));
        Ok(())
    }
}

/// A table that is asked for, by every name that it may have in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sought {
    /// Its names, today's first.
    pub(crate) tables: Vec<&'static str>,
    /// Its columns, in the order wanted.
    pub(crate) columns: Vec<SoughtColumn>,
}

/// A column that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SoughtColumn {
    /// Its names, today's first.
    pub(crate) names: Vec<&'static str>,
    /// What is read where it is not there, as SQL.
    pub(crate) otherwise: &'static str,
}

impl SoughtColumn {
    fn in_a_table_of(&self, there: &HashSet<String>) -> &'static str {
        self.names.iter().find(|name| there.contains(**name)).unwrap_or(&self.otherwise)
    }
}

impl Sqlite {
    /// Hands every row of a table that can be read to `each`; where a column is not there, with what
    /// else is to stand in it. Only true tables and true columns are read: nothing that a stranger put
    /// into the file runs.
    pub(crate) fn salvage(&mut self, sought: &Sought, each: &mut dyn FnMut(Row)) -> Result<()> {
        self.bound()?;
        let Some((table, there)) = self.find_table(sought)? else { return Ok(()) };
        let list: Vec<_> =
            sought.columns.iter().map(|column| column.in_a_table_of(&there)).collect();
        let mut rows = Found { each, left: self.bytes() };
        if self.is_without_rowid(table)? {
            self.both_ways(table, &list, &mut rows);
        } else {
            self.row_by_row(table, &list.join(", "), &mut rows);
        }
        Ok(())
    }

    /// How many rows of a table its index knows of, where that can be read.
    pub(crate) fn known_rows(&mut self, sought: &Sought) -> Option<usize> {
        self.bound().ok()?;
        let (table, _) = self.find_table(sought).ok()??;
        let index = format!("sqlite_autoindex_{table}_1");
        let sql = format!("SELECT count(*) FROM {table} INDEXED BY {index}");
        let known: i64 = self.connection.query_row(&sql, [], |row| row.get(0)).ok()?;
        usize::try_from(known).ok()
    }

    /// The name by which a table is there, and its columns.
    fn find_table(&self, sought: &Sought) -> Result<Option<(&'static str, HashSet<String>)>> {
        for &table in &sought.tables {
            let columns = self.true_columns(table)?;
            if !columns.is_empty() {
                return Ok(Some((table, columns)));
            }
        }
        Ok(None)
    }

    fn row_by_row(&self, table: &str, list: &str, found: &mut Found<'_>) {
        let sql = format!(
            "SELECT rowid, {list} FROM {table} NOT INDEXED WHERE rowid > ?1 ORDER BY rowid"
        );
        let (mut after, mut step, mut misses) = (i64::MIN, 1_i64, 0);
        for _ in 0..STEPS {
            let before = after;
            let is_read = self.read_from(&sql, &mut after, found).is_ok();
            if is_read || after == i64::MAX || found.left == 0 {
                return;
            }
            misses = if after > before { 0 } else { misses + 1 };
            step = match misses {
                0 => 1,
                1..=CAREFUL_STEPS => (step * 2).min(LONGEST_STEP),
                _ => step.saturating_mul(2),
            };
            // Row numbers begin at 1: below that there is nothing to step over.
            after = after.max(0).saturating_add(step);
        }
    }

    /// Reads on from `after` until the end or until something cannot be read.
    fn read_from(&self, sql: &str, after: &mut i64, found: &mut Found<'_>) -> Result<()> {
        let mut statement = self.connection.prepare_cached(sql).map_err(store_error)?;
        let width = statement.column_count();
        let mut rows = statement.query([*after]).map_err(store_error)?;
        while let Some(row) = rows.next().map_err(store_error)? {
            *after = row.get(0).map_err(store_error)?;
            if let Some(row) = plain(row, 1, width) {
                found.take(row)?;
            }
        }
        Ok(())
    }

    fn both_ways(&self, table: &str, list: &[&str], found: &mut Found<'_>) {
        let mut seen = HashSet::new();
        for direction in ["ASC", "DESC"] {
            let order: Vec<_> =
                (1..=list.len()).map(|column| format!("{column} {direction}")).collect();
            let (list, order) = (list.join(", "), order.join(", "));
            let sql = format!("SELECT {list} FROM {table} ORDER BY {order}");
            let Ok(mut statement) = self.connection.prepare(&sql) else { return };
            let width = statement.column_count();
            let Ok(mut rows) = statement.query([]) else { continue };
            if until_unreadable(&mut rows, width, &mut seen, found) {
                return;
            }
        }
    }

    fn true_columns(&self, table: &str) -> Result<HashSet<String>> {
        let columns = self.words(&format!(
            "SELECT c.name FROM pragma_table_list('{table}') AS t
             JOIN pragma_table_xinfo(t.name) AS c
             WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden = 0"
        ))?;
        Ok(columns.into_iter().collect())
    }

    fn is_without_rowid(&self, table: &str) -> Result<bool> {
        let found = self.words(&format!(
            "SELECT name FROM pragma_table_list('{table}') WHERE schema = 'main' AND wr = 1"
        ))?;
        Ok(!found.is_empty())
    }
}

/// Whether the end was reached.
fn until_unreadable(
    rows: &mut Rows<'_>,
    width: usize,
    seen: &mut HashSet<String>,
    found: &mut Found<'_>,
) -> bool {
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                if let Some(row) = plain(row, 0, width)
                    && seen.insert(format!("{row:?}"))
                    && found.take(row).is_err()
                {
                    return true;
                }
            }
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}

/// A row as values; `None` where one of them is no value of ours.
fn plain(row: &rusqlite::Row<'_>, first: usize, width: usize) -> Option<Vec<Value>> {
    let value = |at: usize| -> Option<Value> {
        let found: ValueRef<'_> = row.get_ref(at).ok()?;
        to_value(found).ok()
    };
    (first..width).map(value).collect()
}

/// What a row takes in a file at least: its place in a page, its head, and its texts.
fn least_bytes(values: &[Value]) -> u64 {
    let text = |value: &Value| if let Value::Text(text) = value { text.len() } else { 0 };
    4 + values.iter().map(text).sum::<usize>() as u64
}
