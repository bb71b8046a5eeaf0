//! Buyer personas and the evidence they rest on, and the triggers that move them.

use super::text::{check_length, check_line, tidy_line, tidy_list, tidy_text};
use super::word::words;
use super::{Entity, Fields, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{EntityKind, FormatId, InsightId, InterviewId, PersonaId, TriggerId};
use crate::require;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A buyer persona.
pub type Persona = Entity<PersonaFields>;
/// An interview a persona rests on.
pub type Interview = Entity<InterviewFields>;
/// What sales said of a persona, in one line.
pub type Insight = Entity<InsightFields>;
/// A buying trigger.
pub type Trigger = Entity<TriggerFields>;

words! {
    /// The part a persona plays in the decision.
    DecisionRole {
        /// Signs the money.
        EconomicBuyer = "economic buyer",
        /// Wants it and pushes for it.
        Champion = "champion",
        /// Is asked and heard.
        Influencer = "influencer",
        /// Judges whether it works.
        TechnicalEvaluator = "technical evaluator",
        /// Will work with it.
        EndUser = "end user",
        /// Can keep others away.
        Gatekeeper = "gatekeeper",
    }
}

/// What is known of a persona.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PersonaFields {
    /// Short name: "CFO".
    pub name: String,
    /// The part in the decision.
    pub role: DecisionRole,
    /// Decision weight, 1–5.
    pub weight: u8,
    /// Patterns of job titles, to match leads: words, `*` for anything.
    pub title_patterns: Vec<String>,
    /// What keeps them awake.
    pub challenges: Vec<String>,
    /// What they want to reach.
    pub goals: Vec<String>,
    /// Formats they prefer.
    pub preferred_formats: Vec<FormatId>,
    /// Where they can be met.
    pub channels: Vec<String>,
    /// Free notes.
    pub notes: String,
}

impl Default for PersonaFields {
    fn default() -> Self {
        Self::named("", DecisionRole::Influencer, 3)
    }
}

impl PersonaFields {
    /// A persona with that name, role and weight and nothing else known.
    pub fn named(name: impl Into<String>, role: DecisionRole, weight: u8) -> Self {
        Self {
            name: name.into(),
            role,
            weight,
            title_patterns: Vec::new(),
            challenges: Vec::new(),
            goals: Vec::new(),
            preferred_formats: Vec::new(),
            channels: Vec::new(),
            notes: String::new(),
        }
    }
}

impl Fields for PersonaFields {
    type Id = PersonaId;
    const KIND: EntityKind = EntityKind::Persona;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
        tidy_list(&mut self.title_patterns);
        tidy_list(&mut self.challenges);
        tidy_list(&mut self.goals);
        tidy_list(&mut self.channels);
        tidy_text(&mut self.notes);
        self.preferred_formats.sort_unstable();
        self.preferred_formats.dedup();
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The persona's name", &self.name)?;
        require!((1..=5).contains(&self.weight), "weight", "The decision weight goes from 1 to 5.");
        check_length("notes", "The notes", &self.notes, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

/// One interview, and which of the three things it validated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InterviewFields {
    /// The persona it is evidence for.
    pub persona_id: PersonaId,
    /// When it was held.
    #[serde(default)]
    pub held_on: Option<NaiveDate>,
    /// Who was interviewed.
    pub who: String,
    /// It validated content preferences.
    #[serde(default)]
    pub preferences: bool,
    /// It validated the purchase process.
    #[serde(default)]
    pub process: bool,
    /// It validated the problems.
    #[serde(default)]
    pub problems: bool,
    /// What was said.
    #[serde(default)]
    pub notes: String,
}

impl Fields for InterviewFields {
    type Id = InterviewId;
    const KIND: EntityKind = EntityKind::Interview;

    fn tidy(&mut self) {
        tidy_line(&mut self.who);
        tidy_text(&mut self.notes);
    }

    fn check(&self) -> Result<()> {
        check_line("who", "Who was interviewed", &self.who)?;
        check_length("notes", "The notes", &self.notes, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        self.who.clone()
    }
}

/// A sales insight: one line, by whom, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InsightFields {
    /// The persona it is about.
    pub persona_id: PersonaId,
    /// What sales hears.
    pub text: String,
    /// Who said it.
    #[serde(default)]
    pub author: String,
    /// When it was said.
    #[serde(default)]
    pub said_on: Option<NaiveDate>,
}

impl Fields for InsightFields {
    type Id = InsightId;
    const KIND: EntityKind = EntityKind::Insight;

    fn tidy(&mut self) {
        tidy_line(&mut self.text);
        tidy_line(&mut self.author);
    }

    fn check(&self) -> Result<()> {
        check_line("text", "The insight", &self.text)
    }

    fn title(&self) -> String {
        self.text.clone()
    }
}

/// The event that starts a purchase.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct TriggerFields {
    /// Short name: "Audit finding".
    pub name: String,
    /// What happens.
    pub description: String,
    /// The signal by which it is noticed.
    pub signal: String,
    /// The personas it moves.
    pub persona_ids: Vec<PersonaId>,
}

impl Fields for TriggerFields {
    type Id = TriggerId;
    const KIND: EntityKind = EntityKind::Trigger;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
        tidy_text(&mut self.description);
        tidy_text(&mut self.signal);
        self.persona_ids.sort_unstable();
        self.persona_ids.dedup();
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The trigger's name", &self.name)?;
        check_length("description", "The description", &self.description, TEXT_LIMIT)?;
        check_length("signal", "The signal", &self.signal, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}
