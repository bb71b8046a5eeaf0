//! What is counted of leads and deals, before it is parted among personas.

use super::{Leaks, Wins};
use crate::id::{JourneyId, PersonaId, StageId};
use crate::model::Millis;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What leads and deals say of the worth of gaps, by journey.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Prices {
    /// The newest time in the files; `None` = nothing was imported.
    pub as_of: Option<Millis>,
    /// The currency of all amounts.
    pub currency: String,
    /// By journey.
    pub journeys: BTreeMap<JourneyId, JourneyPrices>,
}

/// What they say in one journey.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JourneyPrices {
    /// By stage.
    pub stages: BTreeMap<StageId, StagePrices>,
    /// All deals that ended.
    pub deals: Wins,
    /// What won deals are worth together, in minor units, as far as that is known.
    pub won_value: i64,
    /// Of so many won deals.
    pub won_valued: u32,
    /// Open deals at no stage of the journey.
    pub elsewhere: Pot,
}

/// What they say of one stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StagePrices {
    /// Visits that ended in the last four quarters.
    pub leaks: Leaks,
    /// Those that were won, of all leads that came, or of the deals that came and ended.
    pub wins: Wins,
    /// Who is there now, by whose they are.
    pub pots: Vec<Pot>,
}

/// Open deals or leads at a stage that are the same personas'.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pot {
    /// Whose they are, in order; none = nobody knows.
    pub personas: Vec<PersonaId>,
    /// How many.
    pub n: u32,
    /// What the deals are worth together, in minor units, as far as that is known.
    pub value: i64,
    /// Deals of which it is not.
    pub unknown: u32,
}

impl Pot {
    /// One more lead, or deal of which nobody knows the value.
    pub fn add(&mut self, value: Option<i64>) {
        self.n += 1;
        match value {
            Some(value) => self.value = self.value.saturating_add(value),
            None => self.unknown += 1,
        }
    }
}

impl Prices {
    /// Whether anything is known of leads or deals.
    pub fn is_empty(&self) -> bool {
        self.as_of.is_none()
    }
}
