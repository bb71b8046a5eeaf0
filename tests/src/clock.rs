//! The time on the clock of the machine, for tests of the real window, which goes by it.

use chrono::{DateTime, Utc};

/// Now: when a file that has just been made says it was.
pub fn now() -> DateTime<Utc> {
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().metadata().unwrap().modified().unwrap().into()
}
