//! The quarterly review: what was frozen, what was looked at, what was decided.

use super::text::{check_length, check_line, tidy_line, tidy_text};
use super::{Entity, Fields, LINE_LIMIT, Millis, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{DecisionId, EntityKind, ReviewId, SnapshotId};
use crate::require;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The figures of a day, frozen.
pub type Snapshot = Entity<SnapshotFields>;
/// A review: two snapshots, an agenda, decisions.
pub type Review = Entity<ReviewFields>;
/// What a review decided.
pub type Decision = Entity<DecisionFields>;

/// The longest figures that are kept: 50 personas at 12 stages take a twentieth of it.
const FIGURES_LIMIT: usize = 16 << 20;
/// More edits than anybody ever makes.
const EDIT_LIMIT: i64 = 1 << 50;

/// What is known of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SnapshotFields {
    /// What it is called: "Q3 2026".
    pub name: String,
    /// The day whose figures these are.
    pub as_of: NaiveDate,
    /// When they were frozen.
    pub taken_at: Millis,
    /// The latest edit they hold; 0 where there was none.
    #[ts(type = "number")]
    pub last_edit: i64,
    /// The figures as JSON. Their shape is the business of the room that works them out.
    pub figures: String,
}

impl Fields for SnapshotFields {
    type Id = SnapshotId;
    const KIND: EntityKind = EntityKind::Snapshot;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The snapshot's name", &self.name)?;
        let edit = (0..EDIT_LIMIT).contains(&self.last_edit);
        require!(edit, "lastEdit", "There is no edit {}.", self.last_edit);
        check_length("figures", "What was frozen", &self.figures, FIGURES_LIMIT)
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

/// What is known of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewFields {
    /// What it is called: "Quarterly review, autumn".
    pub name: String,
    /// When it is held.
    pub held_on: NaiveDate,
    /// The older snapshot; `None` = there is nothing to compare with yet.
    #[serde(default)]
    pub before_id: Option<SnapshotId>,
    /// The newer snapshot; `None` = the plan as it is.
    #[serde(default)]
    pub after_id: Option<SnapshotId>,
    /// What was said.
    #[serde(default)]
    pub notes: String,
}

impl Fields for ReviewFields {
    type Id = ReviewId;
    const KIND: EntityKind = EntityKind::Review;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
        tidy_text(&mut self.notes);
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The review's name", &self.name)?;
        let two = self.before_id.is_none() || self.before_id != self.after_id;
        require!(two, "afterId", "A snapshot cannot be compared with itself.");
        check_length("notes", "The notes", &self.notes, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

/// A decision, open until it is done; the reviews after its own carry it over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionFields {
    /// The review that decided it.
    pub review_id: ReviewId,
    /// What was decided.
    pub text: String,
    /// Who does it.
    #[serde(default)]
    pub owner: String,
    /// By when.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// When it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
}

impl Fields for DecisionFields {
    type Id = DecisionId;
    const KIND: EntityKind = EntityKind::Decision;

    fn tidy(&mut self) {
        tidy_text(&mut self.text);
        tidy_line(&mut self.owner);
    }

    fn check(&self) -> Result<()> {
        require!(!self.text.is_empty(), "text", "The decision cannot be empty.");
        check_length("text", "The decision", &self.text, TEXT_LIMIT)?;
        check_length("owner", "The owner", &self.owner, LINE_LIMIT)
    }

    fn title(&self) -> String {
        self.text.clone()
    }
}
