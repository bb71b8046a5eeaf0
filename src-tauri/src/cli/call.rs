//! `throughline call`: any command of the window.

use std::path::PathBuf;

use clap::Args;
use serde_json::Value;
use throughline_core::api::router::{self, COMMANDS};
use throughline_core::api::speaking;
use throughline_core::error::Error;

use super::{Said, json};
use crate::desk::Desk;

/// Run any command of the window; its answer is printed as JSON.
#[derive(Debug, Args)]
pub(super) struct Call {
    /// The command's name, e.g. persona.list.
    #[arg(required_unless_present = "list")]
    command: Option<String>,
    /// What it takes, as JSON.
    #[arg(default_value = "{}")]
    payload: String,
    /// The workspace to work on.
    #[arg(long, short)]
    workspace: Option<PathBuf>,
    /// The member who speaks; the first one on the team unless named.
    #[arg(long = "as", value_name = "NAME")]
    speaker: Option<String>,
    /// Name every command there is.
    #[arg(long)]
    list: bool,
}

impl Call {
    /// Runs the command on the workspace, if one is named.
    pub(super) fn run(self) -> Said {
        let Some(command) = self.command.filter(|_| !self.list) else {
            let names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
            return Ok(names.join("\n"));
        };
        let payload: Value = serde_json::from_str(&self.payload)
            .map_err(|error| Error::invalid(format!("The request is no JSON: {error}.")))?;
        let desk = Desk::default();
        if let Some(path) = &self.workspace {
            desk.open(path)?;
        }
        let speaker = speaking(&desk, self.speaker.as_deref())?;
        let answer = router::dispatch(&desk, &command, payload, speaker)?;
        let answer: Value =
            serde_json::from_str(&answer).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(json(&answer))
    }
}
