//! What tables and columns were called in earlier versions, and what stands in columns that came
//! later: as the scripts have it that lead from version to version. A salvage reads by it, as a file
//! that is not sound cannot be brought up to date before it is read.

use super::engine::{Sought, SoughtColumn};
use super::schema::CURRENT;

/// A table of the current schema as any version may hold it.
pub(crate) fn sought(table: &'static str, columns: &[&'static str]) -> Sought {
    let column = |name| SoughtColumn { names: vec![name], otherwise: "NULL" };
    let mut sought =
        Sought { tables: vec![table], columns: columns.iter().map(|&name| column(name)).collect() };
    for script in CURRENT.scripts.iter().rev() {
        let statements = script.lines().filter(|line| !line.starts_with("--"));
        let statements: Vec<_> =
            statements.filter(|line| line.starts_with("ALTER TABLE")).collect();
        statements.into_iter().rev().for_each(|statement| step_back(&mut sought, statement));
    }
    sought
}

/// The names that stood before a statement.
fn step_back(sought: &mut Sought, statement: &'static str) {
    let statement = statement.trim_end_matches(';');
    let words: Vec<&'static str> = statement.split_whitespace().collect();
    let table = sought.tables.last().copied().unwrap_or_default();
    match words[2..] {
        [before, "RENAME", "TO", now] if now == table => sought.tables.push(before),
        [of, "RENAME", "COLUMN", before, "TO", now] if of == table => {
            if let Some(column) = sought.column(now) {
                column.names.push(before);
            }
        }
        [of, "ADD", "COLUMN", added, ..] if of == table => {
            let default = statement.split_once(" DEFAULT ").map(|(_, value)| value);
            if let (Some(column), Some(value)) = (sought.column(added), default) {
                column.otherwise = value;
            }
        }
        _ => {}
    }
}

impl Sought {
    /// The column that had this name at some time last.
    fn column(&mut self, name: &str) -> Option<&mut SoughtColumn> {
        self.columns.iter_mut().find(|column| column.names.last() == Some(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every column by its names and what else stands there.
    fn columns(sought: &Sought) -> Vec<(Vec<&str>, &str)> {
        let columns = sought.columns.iter();
        columns.map(|column| (column.names.clone(), column.otherwise)).collect()
    }

    #[test]
    fn names_and_values_of_earlier_versions_are_those_of_the_scripts() {
        let segments = sought("fact_segment", &["segment", "subject"]);
        assert_eq!(segments.tables, ["fact_segment", "lead_segment"]);
        assert_eq!(
            columns(&segments),
            [(vec!["segment"], "NULL"), (vec!["subject"], "'lead'")],
            "a segment was of leads before there were others"
        );
        let batches = sought("batch", &["added", "kind", "events"]);
        assert_eq!(batches.tables, ["batch"]);
        assert_eq!(
            columns(&batches),
            [(vec!["added", "leads"], "NULL"), (vec!["kind"], "'leads'"), (vec!["events"], "NULL"),]
        );
        assert_eq!(columns(&sought("workspace", &["quality"])), [(vec!["quality"], "'{}'")]);
        assert_eq!(columns(&sought("event_chunk", &["marks"])), [(vec!["marks"], "NULL")]);
        assert_eq!(sought("fact_page", &[]).tables, ["fact_page", "lead_page"]);
    }

    #[test]
    fn every_change_of_a_table_stands_on_a_line_of_its_own() {
        for script in CURRENT.scripts {
            let lines = script.lines().filter(|line| !line.starts_with("--"));
            let altering: Vec<_> = lines.filter(|line| line.contains("ALTER TABLE")).collect();
            let whole = |line: &&str| line.starts_with("ALTER TABLE ") && line.ends_with(';');
            assert!(altering.iter().all(whole), "{altering:?}");
        }
    }
}
