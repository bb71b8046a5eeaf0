//! The tables of the sample, as they are written.

use crate::error::{Error, Result};
use crate::model::{
    Answer, Channel, DecisionRole, EditorialCheck, Funding, Importance, MaturityQuestion, NeedKind,
    Phase, ProgrammeState, Purpose, Role, Status,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Days from the day the sample is made; before it where negative.
pub(super) type FromToday = i64;

/// All tables.
pub(super) struct Tables {
    pub(super) company: Company,
    pub(super) personas: Personas,
    /// A piece's next steps are further up, so the end of the journey comes first.
    pub(super) pieces: Vec<Piece>,
    pub(super) needs: Needs,
    pub(super) practice: Practice,
}

impl Tables {
    pub(super) fn read() -> Result<Self> {
        let mut pieces = Vec::new();
        for (name, text) in [
            ("convert", include_str!("northwind/convert.toml")),
            ("nurture", include_str!("northwind/nurture.toml")),
            ("engage", include_str!("northwind/engage.toml")),
            ("customers", include_str!("northwind/customers.toml")),
            ("elsewhere", include_str!("northwind/elsewhere.toml")),
        ] {
            pieces.extend(read::<Pieces>(name, text)?.piece);
        }
        Ok(Self {
            company: read("company", include_str!("northwind/company.toml"))?,
            personas: read("personas", include_str!("northwind/personas.toml"))?,
            pieces,
            practice: read("practice", include_str!("northwind/practice.toml"))?,
            needs: read("needs", include_str!("northwind/needs.toml"))?,
        })
    }
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T> {
    toml::from_str(text)
        .map_err(|error| Error::Internal(format!("the sample's table {name} is broken: {error}")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Company {
    pub(super) member: Vec<Colleague>,
    pub(super) step: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Colleague {
    /// The initials they sign with below.
    pub(super) key: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) role: Role,
}

/// A next step that several pieces offer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) key: String,
    pub(super) text: String,
    pub(super) url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Personas {
    pub(super) persona: Vec<Buyer>,
    pub(super) trigger: Vec<Event>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Buyer {
    pub(super) name: String,
    pub(super) role: DecisionRole,
    pub(super) weight: u8,
    pub(super) titles: Vec<String>,
    pub(super) challenges: Vec<String>,
    pub(super) goals: Vec<String>,
    pub(super) formats: Vec<String>,
    pub(super) channels: Vec<String>,
    pub(super) notes: String,
    pub(super) interview: Vec<Talk>,
    pub(super) insight: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Talk {
    pub(super) held: FromToday,
    pub(super) who: String,
    #[serde(default)]
    pub(super) preferences: bool,
    #[serde(default)]
    pub(super) process: bool,
    #[serde(default)]
    pub(super) problems: bool,
    pub(super) notes: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub(super) said: FromToday,
    pub(super) author: String,
    pub(super) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) signal: String,
    pub(super) moves: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pieces {
    piece: Vec<Piece>,
}

/// A piece of content. What is left out follows from its format, or is the usual.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Piece {
    /// What others call it by, and the end of its address.
    pub(super) key: String,
    pub(super) title: String,
    pub(super) format: String,
    #[serde(default = "published")]
    pub(super) status: Status,
    pub(super) purpose: Option<Purpose>,
    pub(super) interactive: Option<bool>,
    pub(super) visual: Option<bool>,
    #[serde(default = "yes")]
    pub(super) on_demand: bool,
    #[serde(default = "inbound")]
    pub(super) channels: Vec<Channel>,
    #[serde(default = "english")]
    pub(super) language: String,
    pub(super) themes: Vec<String>,
    pub(super) owner: String,
    pub(super) published: Option<FromToday>,
    pub(super) reviewed: Option<FromToday>,
    pub(super) due: Option<FromToday>,
    /// Whole euros.
    pub(super) cost: Option<i64>,
    /// Whole euros.
    pub(super) budget: Option<i64>,
    pub(super) funding: Option<Funding>,
    #[serde(default)]
    pub(super) takeaways: Vec<String>,
    pub(super) maintain: Option<String>,
    pub(super) deepen: Option<String>,
    #[serde(default)]
    pub(super) editorial: EditorialCheck,
    #[serde(default)]
    pub(super) summary: String,
    #[serde(default)]
    pub(super) at: Vec<Spot>,
}

fn published() -> Status {
    Status::Published
}

fn yes() -> bool {
    true
}

fn inbound() -> Vec<Channel> {
    vec![Channel::Inbound]
}

fn english() -> String {
    "en".to_owned()
}

/// Where a piece is placed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spot {
    #[serde(rename = "for")]
    pub(super) persona: String,
    pub(super) stage: String,
    /// The triggers it answers.
    #[serde(default)]
    pub(super) on: Vec<String>,
    pub(super) deepen: Option<String>,
    /// The answers to its deal check.
    #[serde(default)]
    pub(super) said: Vec<Said>,
}

/// Who, what, when, why; and who entered it where that was somebody else.
#[derive(Deserialize)]
pub(super) struct Said(
    pub(super) String,
    pub(super) Answer,
    pub(super) FromToday,
    #[serde(default)] pub(super) String,
    #[serde(default)] pub(super) Option<String>,
);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Needs {
    pub(super) need: Vec<Wanted>,
    pub(super) unneeded: Vec<Unneeded>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    pub(super) stage: String,
    /// Everybody's unless given.
    #[serde(rename = "for")]
    pub(super) persona: Option<String>,
    pub(super) kind: NeedKind,
    pub(super) importance: Importance,
    pub(super) text: String,
    pub(super) author: String,
    #[serde(default)]
    pub(super) answers: Vec<String>,
    pub(super) declined: Option<String>,
}

/// A cell that is not applicable.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unneeded {
    #[serde(rename = "for")]
    pub(super) persona: String,
    pub(super) stage: String,
    pub(super) reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Practice {
    pub(super) programme: Vec<Run>,
    pub(super) rating: Vec<Round>,
    pub(super) read: Vec<Read>,
}

/// A programme of marketing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Run {
    pub(super) name: String,
    pub(super) goal: String,
    pub(super) phase: Phase,
    #[serde(rename = "for")]
    pub(super) personas: Vec<String>,
    pub(super) channels: Vec<Channel>,
    pub(super) pieces: Vec<String>,
    pub(super) campaigns: Vec<String>,
    pub(super) owner: String,
    pub(super) state: ProgrammeState,
    pub(super) sales: String,
    pub(super) months: Vec<Spending>,
    pub(super) note: Vec<Note>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spending {
    /// Months before this one.
    pub(super) back: i32,
    /// Whole euros.
    pub(super) budget: Option<i64>,
    /// Whole euros.
    pub(super) cost: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    pub(super) on: FromToday,
    pub(super) by: String,
    pub(super) text: String,
}

/// Ratings somebody gave on one day: the question, the level, what shows it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Round {
    pub(super) on: FromToday,
    pub(super) by: String,
    pub(super) given: Vec<(MaturityQuestion, u8, String)>,
}

/// Pieces whose takeaways somebody has read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Read {
    pub(super) who: String,
    pub(super) pieces: Vec<String>,
}
