//! `throughline copy`: a workspace as another file, whole or without the people in it.

use std::path::PathBuf;

use clap::Args;
use throughline_core::api::{Context, save_copy};

use super::Said;
use crate::desk::Desk;

/// Save a copy of a workspace.
#[derive(Debug, Args)]
pub(super) struct Copy {
    /// The workspace to copy.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The file to make; nothing may be there yet.
    #[arg(long, short)]
    out: PathBuf,
    /// Leave out who is named, what was said in confidence, and the history.
    #[arg(long)]
    anonymous: bool,
}

impl Copy {
    /// Saves it and says where.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        save_copy(Context { host: &desk, speaker: None }, &self.out, self.anonymous)?;
        Ok(format!("{} is saved.", self.out.display()))
    }
}
