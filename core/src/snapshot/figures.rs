//! What a snapshot holds.

use super::demand::DemandFigures;
use crate::coverage::{NeedCounts, NeedStatus, Score, State, VerdictCounts};
use crate::error::{Error, Result};
use crate::id::{JourneyId, NeedId, PersonaId, StageId};
use crate::model::{Importance, MaturityQuestion, NeedKind, Phase, Sum};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line of figures that has a key of its own among its kind.
pub trait Line: Clone + PartialEq {
    /// What it is told apart by.
    type Key: Ord;
    /// Its key.
    fn key(&self) -> Self::Key;
}

/// The figures of a day. Lists are in the order of their keys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// The day.
    pub as_of: NaiveDate,
    /// The score over all journeys.
    pub workspace: Score,
    /// Journeys.
    pub journeys: Vec<JourneyFigures>,
    /// Stages.
    pub stages: Vec<StageFigures>,
    /// Personas.
    pub personas: Vec<PersonaFigures>,
    /// Cells of all journeys.
    pub cells: Vec<CellFigures>,
    /// Needs that apply to anybody.
    pub needs: Vec<NeedFigures>,
    /// Content by where it stands.
    pub assets: AssetCounts,
    /// Placements by effective verdict, of content in use.
    pub verdicts: VerdictCounts,
    /// What maturity was rated.
    pub ratings: Vec<RatingFigures>,
    /// What was known of demand; `None` = it was not frozen then.
    #[serde(default)]
    pub demand: Option<DemandFigures>,
}

/// A journey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JourneyFigures {
    /// The journey.
    pub id: JourneyId,
    /// Its name.
    pub name: String,
    /// Its place among the journeys, from 0.
    pub position: u32,
    /// Its score.
    pub score: Score,
}

/// A stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StageFigures {
    /// The stage.
    pub id: StageId,
    /// Whose.
    pub journey_id: JourneyId,
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: Phase,
    /// Its place in its journey, from 0.
    pub position: u32,
    /// Its score.
    pub score: Score,
}

/// A persona.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PersonaFigures {
    /// The persona.
    pub id: PersonaId,
    /// Its name.
    pub name: String,
    /// Decision weight, 1–5.
    pub weight: u8,
    /// Its place among the personas, from 0.
    pub position: u32,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellFigures {
    /// Whose.
    pub persona_id: PersonaId,
    /// Where.
    pub stage_id: StageId,
    /// Its state.
    pub state: State,
    /// Placements of assets that are not retired.
    pub placements: u32,
    /// Placements of published assets, stale ones included.
    pub published: u32,
    /// Placements of live assets.
    pub live: u32,
    /// Live placements whose effective verdict is yes.
    pub live_yes: u32,
    /// Placements by effective verdict.
    pub verdicts: VerdictCounts,
    /// Needs by status.
    pub needs: NeedCounts,
}

/// A need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedFigures {
    /// The need.
    pub id: NeedId,
    /// What is needed.
    pub text: String,
    /// Who needs it.
    pub kind: NeedKind,
    /// How much.
    pub importance: Importance,
    /// Where.
    pub stage_id: StageId,
    /// For whom; `None` = for all.
    pub persona_id: Option<PersonaId>,
    /// What it asks of us as a whole.
    pub status: NeedStatus,
}

/// Content counted by where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssetCounts {
    /// Ideas, planned and in production.
    pub planned: u32,
    /// Published and fresh.
    pub live: u32,
    /// Published, past its shelf life.
    pub stale: u32,
    /// Taken down.
    pub retired: u32,
    /// Marked *stop*.
    pub stop: u32,
    /// Marked *rework*.
    pub rework: u32,
    /// What planned content may cost, where it is to be made.
    pub funded: Sum,
}

/// What a question on maturity was rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RatingFigures {
    /// The question.
    pub question: MaturityQuestion,
    /// From 0 to 4.
    pub level: u8,
}

impl Figures {
    /// Reads what was frozen.
    pub fn read(json: &str) -> Result<Self> {
        serde_json::from_str(json)
            .map_err(|error| Error::Damaged(format!("a snapshot cannot be read: {error}")))
    }

    /// As it is kept.
    pub fn write(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::Internal(error.to_string()))
    }
}

macro_rules! lines {
    ($($line:ty: $key:ty = |$one:ident| $how:expr;)*) => {$(
        impl Line for $line {
            type Key = $key;
            fn key(&self) -> $key {
                let $one = self;
                $how
            }
        }
    )*};
}
lines! {
    JourneyFigures: JourneyId = |one| one.id;
    StageFigures: StageId = |one| one.id;
    PersonaFigures: PersonaId = |one| one.id;
    CellFigures: (PersonaId, StageId) = |one| (one.persona_id, one.stage_id);
    NeedFigures: NeedId = |one| one.id;
    RatingFigures: MaturityQuestion = |one| one.question;
}
