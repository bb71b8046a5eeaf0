//! `throughline new`: a new workspace.

use std::path::PathBuf;

use clap::{ArgGroup, Args};
use throughline_core::api::{Context, New as Wanted, create_at, plan_at, sample_at};
use throughline_core::error::Error;
use throughline_core::model::Word;
use throughline_core::plan::Preset;

use super::Said;
use crate::desk::Desk;

/// Make a new workspace.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("start").args(["preset", "sample", "from"]))]
pub(super) struct New {
    /// The file to make; nothing may be there yet.
    file: PathBuf,
    /// The journey to start with: default, hubspot, salesforce, pipedrive, cross-sell, retention
    /// or empty.
    #[arg(long, default_value = "default")]
    preset: String,
    /// Start with an invented company to look around in.
    #[arg(long)]
    sample: bool,
    /// Start with a plan that was saved as JSON, with all that is in it.
    #[arg(long, value_name = "PLAN", conflicts_with_all = ["name", "member"])]
    from: Option<PathBuf>,
    /// The company's or team's name; the file's name unless given.
    #[arg(long)]
    name: Option<String>,
    /// Who starts it; whoever sits at the machine unless given.
    #[arg(long)]
    member: Option<String>,
}

impl New {
    /// Makes the workspace.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        let context = Context { host: &desk, speaker: None };
        if let Some(source) = &self.from {
            plan_at(context, source, &self.file)?;
        } else if self.sample {
            sample_at(context, &self.file)?;
        } else {
            let preset = Preset::from_word(&self.preset).ok_or_else(|| unknown(&self.preset))?;
            let stem = self.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let name = self.name.unwrap_or(stem);
            let wanted = Wanted { name, member: self.member, preset, currency: None };
            create_at(context, &self.file, wanted)?;
        }
        Ok(format!("{} is ready.", self.file.display()))
    }
}

fn unknown(preset: &str) -> Error {
    let known: Vec<_> = Preset::ALL.iter().map(|preset| preset.as_word()).collect();
    Error::invalid(format!("There is no preset \"{preset}\"; there are: {}.", known.join(", ")))
}
