//! Whoever works on a file, as the window does.

use super::acts::Act;
use super::picture::{Picture, picture, try_picture};
use crate::host::{START, TestHost};
use std::path::Path;
use throughline_core::api::{Context, New, create_at};
use throughline_core::error::{ApiError, Code};
use throughline_core::plan::Preset;

/// Time between two acts.
const PACE: i64 = 3_600_000;

/// What an act came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is saved.
    Done,
    /// A rule forbids it; the same plan would always say so.
    Refused,
    /// It could not be saved; in words.
    Failed(String),
}

/// Whoever works on a workspace.
#[derive(Debug)]
pub struct Worker {
    host: TestHost,
    seed: u64,
}

impl Worker {
    /// Makes the workspace of a seed at `path`.
    pub fn create(path: &Path, seed: u64) -> Result<Self, ApiError> {
        Self::create_as(TestHost::default(), path, seed)
    }

    /// The same, at a host.
    pub fn create_as(host: TestHost, path: &Path, seed: u64) -> Result<Self, ApiError> {
        let new = New { name: name(seed), member: None, preset: Preset::Default, currency: None };
        create_at(Context { host: &host, speaker: None }, path, new)?;
        Ok(Self { host, seed })
    }

    /// Opens the workspace of a seed at `path`.
    pub fn open(path: &Path, seed: u64) -> Result<Self, ApiError> {
        Self::open_as(TestHost::default(), path, seed)
    }

    /// The same, at a host.
    pub fn open_as(host: TestHost, path: &Path, seed: u64) -> Result<Self, ApiError> {
        throughline_core::api::open_at(Context { host: &host, speaker: None }, path)?;
        Ok(Self { host, seed })
    }

    /// Does the `number`-th act, counted from 1.
    pub fn act(&self, number: u64) -> Said {
        self.host.set_clock(START + PACE * i64::try_from(number).unwrap());
        let plan = self.host.workspace().plan.view();
        let dice = super::Dice::of_step(self.seed, number);
        match (Act { host: &self.host, plan: &plan, dice, number }).run() {
            Ok(()) => Said::Done,
            Err(error) if is_rule(error.code) => Said::Refused,
            Err(error) => Said::Failed(format!("{:?}: {}", error.code, error.message)),
        }
    }

    /// What the workspace holds.
    pub fn picture(&self) -> Picture {
        picture(&self.host.workspace().plan)
    }

    /// What the workspace holds, if all of its history can be read.
    pub fn try_picture(&self) -> Option<Picture> {
        try_picture(&self.host.workspace().plan).ok()
    }

    /// Asks for a backup and gives its name.
    pub fn back_up(&self) -> String {
        let made = self.host.call("backup.make", serde_json::json!({}));
        made["name"].as_str().unwrap().to_owned()
    }

    /// Closes the workspace, as the window does.
    pub fn close(self) -> Result<(), ApiError> {
        self.host.attempt("file.close", serde_json::json!({})).map(drop)
    }
}

fn name(seed: u64) -> String {
    format!("Northwind {seed}")
}

fn is_rule(code: Code) -> bool {
    matches!(code, Code::Invalid | Code::NotFound | Code::Conflict | Code::NothingTo)
}
