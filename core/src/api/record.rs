//! All that is held on one lead, as a file: for whoever asks what that is.

use super::export::{SavedFile, TABLE, check, with_ending};
use super::{Context, FileKind};
use crate::demand::{LeadRecord, lead_record};
use crate::error::{Error, Result};
use crate::export::csv;
use crate::file;
use crate::model::words;
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

const DATA: FileKind = FileKind { name: "Data (JSON)", ending: "json" };

words! {
    /// What is held is written as.
    RecordFormat {
        /// For programs.
        Json = "json",
        /// For spreadsheets.
        Csv = "csv",
    }
}

/// Which lead, as what.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveRecord {
    /// Its number.
    pub key: u32,
    /// As what.
    pub format: RecordFormat,
}

/// Asks where to and saves all that is held on a lead; none when thought better of it.
pub(super) fn save(context: Context<'_>, request: SaveRecord) -> Result<Option<SavedFile>> {
    let record = lead_record(&context.open()?.plan, request.key)?;
    let kind = match request.format {
        RecordFormat::Json => DATA,
        RecordFormat::Csv => TABLE,
    };
    // Not by whose name: it would stand in the list of files last used.
    let name =
        file::file_name(&format!("What is held on a lead {}", context.today()?), kind.ending);
    let Some(path) = context.host.pick_target("Save all that is held", &name, kind) else {
        return Ok(None);
    };
    let path = with_ending(path, kind.ending);
    write(context, &record, request.format, &path).map(Some)
}

/// Saves all that is held on a lead at a path, as its ending says: `throughline export-lead`.
pub fn save_record(context: Context<'_>, key: u32, path: &Path) -> Result<SavedFile> {
    let record = lead_record(&context.open()?.plan, key)?;
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let format = ending.parse().map_err(|_| {
        Error::invalid("It is written as JSON or as CSV: let the file's name end in .json or .csv.")
    })?;
    write(context, &record, format, path)
}

fn write(
    context: Context<'_>,
    record: &LeadRecord,
    format: RecordFormat,
    path: &Path,
) -> Result<SavedFile> {
    check(context, path)?;
    file::replace(path, |out| match format {
        RecordFormat::Json => serde_json::to_writer_pretty(out, record).map_err(Into::into),
        RecordFormat::Csv => csv(record.rows(), out),
    })?;
    Ok(SavedFile::at(path))
}
