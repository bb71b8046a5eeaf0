//! `throughline verify`: whether a workspace file is sound.

use std::path::PathBuf;

use clap::Args;
use throughline_core::error::Error;
use throughline_core::plan;

use super::Said;

/// Check every page, reference and rule of a workspace file; nothing is written.
#[derive(Debug, Args)]
pub(super) struct Verify {
    /// The workspace to look at.
    file: PathBuf,
}

impl Verify {
    /// Says that the file is sound, or all that is wrong with it.
    pub(super) fn run(self) -> Said {
        let findings = plan::verify(&self.file);
        if findings.is_empty() {
            return Ok(format!("{} is sound.", self.file.display()));
        }
        let listed: Vec<String> = findings.iter().map(|finding| format!("- {finding}")).collect();
        Err(Error::Damaged(format!("\n{}", listed.join("\n"))).into())
    }
}
