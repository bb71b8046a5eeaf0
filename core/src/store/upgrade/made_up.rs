//! The version after this one, that never was, to see what an upgrade does.

use crate::store::engine::Sqlite;
use crate::store::schema::{CURRENT, Schema};
use crate::store::{SCHEMA_VERSION, SQLITE_SCHEMA};

/// What leads there, step by step. The rows of one are more than is held in memory, so that the log
/// holds some of them before the end.
pub(crate) const STEPS: [&str; 5] = [
    "ALTER TABLE asset ADD COLUMN mood TEXT;",
    "UPDATE asset SET mood = 'calm', version = version + 1;",
    "CREATE TABLE song (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;",
    "INSERT INTO song (title)
     WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 6000)
     SELECT format('%01000d', n) FROM number;",
    "CREATE INDEX song_by_title ON song (title);",
];
/// After so many steps they are there.
pub(crate) const ROWS_ARE_THERE: usize = 4;
/// A step that cannot be done.
pub(crate) const FAILS: &str = "DROP TABLE what_was_never_there;";
/// A step that never ends.
pub(crate) const LASTS: &str = "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM \
                                number) SELECT count(*) FROM number;";

/// Calls `use_it` with a schema that is reached by these steps, and whose shape is that of [`STEPS`].
pub(crate) fn next_version<T>(steps: &[&str], use_it: impl FnOnce(&Schema<'_>) -> T) -> T {
    let mut fresh = Sqlite::in_memory().unwrap();
    fresh.run_script(SQLITE_SCHEMA).unwrap();
    fresh.run_script(&STEPS.concat()).unwrap();
    let (shape, script) = (fresh.shape().unwrap().to_string(), steps.concat());
    let shapes = [CURRENT.shapes, &[&shape]].concat();
    let scripts = [CURRENT.scripts, &[&script]].concat();
    use_it(&Schema { version: SCHEMA_VERSION + 1, shapes: &shapes, scripts: &scripts })
}
