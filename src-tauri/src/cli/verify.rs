//! `throughline verify`: whether a workspace file is sound.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use throughline_core::plan;

/// Check every page, reference and rule of a workspace file; nothing is written.
#[derive(Debug, Args)]
pub(super) struct Verify {
    /// The workspace to look at.
    file: PathBuf,
}

impl Verify {
    /// Says that the file is sound, or all that is wrong with it, a line each.
    pub(super) fn run(self) -> ExitCode {
        let findings = plan::verify(&self.file);
        let file = self.file.display();
        let said = match findings.len() {
            0 => format!("{file} is sound."),
            1 => format!("1 thing is wrong with {file}:\n{}", findings[0]),
            n => format!("{n} things are wrong with {file}:\n{}", findings.join("\n")),
        };
        let _ = writeln!(std::io::stdout(), "{said}");
        if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
