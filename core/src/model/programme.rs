//! Programmes: what marketing runs, with which content, for whom, and what sales must know of it.

use super::money::Money;
use super::text::{check_length, check_line, tidy_line, tidy_list, tidy_text};
use super::word::words;
use super::{Channel, Entity, Fields, LINE_LIMIT, Phase, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{
    AssetId, EntityKind, JourneyId, MemberId, PersonaId, ProgrammeId, ProgrammeNoteId,
};
use crate::require;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A programme of marketing.
pub type Programme = Entity<ProgrammeFields>;
/// A dated note of what changed in a programme.
pub type ProgrammeNote = Entity<ProgrammeNoteFields>;

words! {
    /// Where a programme stands.
    ProgrammeState {
        /// Still to start.
        Planned = "planned",
        /// Going on.
        Running = "running",
        /// Stopped for now.
        Paused = "paused",
        /// Over.
        Ended = "ended",
    }
}

/// What a programme may cost in a month, and what it did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammeMonth {
    /// The first day of the month.
    pub month: NaiveDate,
    /// What it may cost.
    #[serde(default)]
    pub budget: Option<Money>,
    /// What it cost.
    #[serde(default)]
    pub cost: Option<Money>,
}

/// What is known of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ProgrammeFields {
    /// Its name.
    pub name: String,
    /// What it is to reach.
    pub goal: String,
    /// The journey it works on.
    pub journey_id: Option<JourneyId>,
    /// The phase it works on; `None` = all of the journey.
    pub phase: Option<Phase>,
    /// For whom.
    pub persona_ids: Vec<PersonaId>,
    /// How it reaches them.
    pub channels: Vec<Channel>,
    /// With which content.
    pub asset_ids: Vec<AssetId>,
    /// Its campaigns, by the names they have in other tools.
    pub campaigns: Vec<String>,
    /// Who is in charge.
    pub owner: String,
    /// Where it stands.
    pub state: ProgrammeState,
    /// Budget and cost by month, the earliest first; a month once.
    pub months: Vec<ProgrammeMonth>,
    /// What sales must know of it.
    pub for_sales: String,
}

impl Default for ProgrammeFields {
    fn default() -> Self {
        Self {
            name: String::new(),
            goal: String::new(),
            journey_id: None,
            phase: None,
            persona_ids: Vec::new(),
            channels: Vec::new(),
            asset_ids: Vec::new(),
            campaigns: Vec::new(),
            owner: String::new(),
            state: ProgrammeState::Planned,
            months: Vec::new(),
            for_sales: String::new(),
        }
    }
}

impl Fields for ProgrammeFields {
    type Id = ProgrammeId;
    const KIND: EntityKind = EntityKind::Programme;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
        tidy_text(&mut self.goal);
        tidy_line(&mut self.owner);
        tidy_text(&mut self.for_sales);
        tidy_list(&mut self.campaigns);
        self.persona_ids.sort_unstable();
        self.persona_ids.dedup();
        self.asset_ids.sort_unstable();
        self.asset_ids.dedup();
        self.channels.sort_unstable();
        self.channels.dedup();
        self.months.sort_by_key(|month| month.month);
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The programme's name", &self.name)?;
        check_length("goal", "The goal", &self.goal, TEXT_LIMIT)?;
        check_length("owner", "The owner", &self.owner, LINE_LIMIT)?;
        check_length("forSales", "What sales must know", &self.for_sales, TEXT_LIMIT)?;
        let first = self.months.iter().all(|month| month.month.day() == 1);
        require!(first, "months", "A month is named by its first day.");
        let once = self.months.windows(2).all(|two| two[0].month != two[1].month);
        require!(once, "months", "A month has one budget and one cost.");
        let amounts = self.months.iter().flat_map(|month| month.budget.iter().chain(&month.cost));
        amounts.into_iter().try_for_each(Money::check)
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

/// What changed in a programme, told to sales.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProgrammeNoteFields {
    /// The programme.
    pub programme_id: ProgrammeId,
    /// The day it holds from.
    pub noted_on: NaiveDate,
    /// What changed.
    pub text: String,
    /// Who says so.
    #[serde(default)]
    pub author_id: Option<MemberId>,
}

impl Fields for ProgrammeNoteFields {
    type Id = ProgrammeNoteId;
    const KIND: EntityKind = EntityKind::ProgrammeNote;

    fn tidy(&mut self) {
        tidy_text(&mut self.text);
    }

    fn check(&self) -> Result<()> {
        require!(!self.text.is_empty(), "text", "The note cannot be empty.");
        check_length("text", "The note", &self.text, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        self.text.clone()
    }
}
