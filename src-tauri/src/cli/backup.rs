//! `throughline backup` and `throughline restore`: a workspace's backups from a terminal.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use throughline_core::api::{Host, Refused, router};
use throughline_core::error::{ApiError, Code, Error};

use super::{Said, json as pretty};
use crate::desk::Desk;

/// Make a backup of a workspace, or list those there are.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The workspace.
    file: PathBuf,
    /// List the backups there are, the latest first, and make none.
    #[arg(long)]
    list: bool,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

/// Put a backup in place of a workspace; what was there stays, as a backup or set aside.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The workspace, which may be damaged or gone.
    file: PathBuf,
    /// The backup's name, as `throughline backup --list` gives it; the latest one unless given.
    #[arg(long)]
    backup: Option<String>,
}

impl Backup {
    /// Makes it, or tells which there are.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        if self.list {
            let list = list(&desk, &self.file)?;
            return Ok(if self.json { pretty(&list) } else { in_words(&list) });
        }
        desk.open(&self.file)?;
        let made = ask(&desk, "backup.make", json!({}))?;
        if self.json {
            return Ok(pretty(&made));
        }
        let name = made["name"].as_str().unwrap_or_default();
        Ok(format!("The backup \"{name}\" was made and checked."))
    }
}

impl Restore {
    /// Restores, and says from what.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        let list = list(&desk, &self.file)?;
        let latest = list["backups"][0]["name"].as_str().map(str::to_owned);
        let none = || Error::invalid("There is no backup of this workspace on this computer.");
        let name = self.backup.or(latest).ok_or_else(none)?;
        ask(&desk, "backup.restore", json!({ "name": name }))?;
        Ok(format!("{} is as it was in the backup \"{name}\".", self.file.display()))
    }
}

/// The backups of a workspace that can be opened or not.
fn list(desk: &Desk, file: &std::path::Path) -> Result<Value, ApiError> {
    if !file.exists() {
        let reason = ApiError {
            code: Code::Store,
            message: format!("{} is not there.", file.display()),
            field: None,
        };
        desk.refuse(Some(Refused { path: file.to_owned(), reason }));
    } else if let Err(error) = desk.open(file) {
        // Refused by now, which is as good for looking at its backups.
        if desk.refused().is_none() {
            return Err(error.into());
        }
    }
    ask(desk, "backup.list", json!({}))
}

fn ask(desk: &Desk, command: &str, payload: Value) -> Result<Value, ApiError> {
    let answer = router::dispatch(desk, command, payload, None)?;
    serde_json::from_str(&answer).map_err(|error| Error::Internal(error.to_string()).into())
}

/// A line a backup: its name, and what is known of it.
fn in_words(list: &Value) -> String {
    let rows = list["backups"].as_array().map(Vec::as_slice).unwrap_or_default();
    let line = |row: &Value| {
        let name = row["name"].as_str().unwrap_or_default();
        let size = row["size"].as_u64().unwrap_or(0).div_ceil(1024);
        let since = match row["editsSince"].as_u64() {
            Some(1) => ", 1 edit since".to_owned(),
            Some(edits) => format!(", {edits} edits since"),
            None => String::new(),
        };
        format!("{name}  ({size} KB{since})")
    };
    match rows {
        [] => "There are no backups of this workspace on this computer.".to_owned(),
        rows => rows.iter().map(line).collect::<Vec<_>>().join("\n"),
    }
}
