//! Journeys and their stages.

use super::text::{check_length, check_line, tidy_line, tidy_list, tidy_text};
use super::word::words;
use super::{Entity, Fields, LINE_LIMIT, Side, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{EntityKind, JourneyId, StageId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An ordered line of stages.
pub type Journey = Entity<JourneyFields>;
/// A step of a journey.
pub type Stage = Entity<StageFields>;

words! {
    /// The perpetual phases of demand.
    Phase {
        /// Content that is unique to a persona and starts the dialogue.
        Engage = "engage",
        /// Content that is unique to a persona and keeps it going.
        Nurture = "nurture",
        /// Content that may be shared: the vision is shared by then.
        Convert = "convert",
    }
}

words! {
    /// What moves through a stage.
    StageKind {
        /// A lead.
        Lead = "lead",
        /// A deal.
        Deal = "deal",
    }
}

/// The facts of a journey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JourneyFields {
    /// "New business".
    pub name: String,
}

impl Fields for JourneyFields {
    type Id = JourneyId;
    const KIND: EntityKind = EntityKind::Journey;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The journey's name", &self.name)
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

/// The facts of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StageFields {
    /// The journey it is a step of.
    pub journey_id: JourneyId,
    /// "Evaluation".
    pub name: String,
    /// Its phase.
    pub phase: Phase,
    /// Who owns it.
    pub owner: Side,
    /// What is true when a deal may leave it.
    #[serde(default)]
    pub exit_criterion: String,
    /// Whether leads or deals pass it.
    pub kind: StageKind,
    /// Entry to this stage is the handoff from marketing to sales. One stage a journey at most.
    #[serde(default)]
    pub handoff: bool,
    /// What other tools call it: by these names it is known in imported files.
    #[serde(default)]
    pub known_as: Vec<String>,
}

impl Fields for StageFields {
    type Id = StageId;
    const KIND: EntityKind = EntityKind::Stage;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
        tidy_text(&mut self.exit_criterion);
        tidy_list(&mut self.known_as);
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The stage's name", &self.name)?;
        check_length("exitCriterion", "The exit criterion", &self.exit_criterion, TEXT_LIMIT)?;
        for name in &self.known_as {
            check_length("knownAs", "A name of the stage", name, LINE_LIMIT)?;
        }
        Ok(())
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}
