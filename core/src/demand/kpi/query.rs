//! Which figures are asked for.

use super::touches::RevenueDimension;
use crate::attribution::AttributionModel;
use crate::error::{Error, Result};
use crate::id::{JourneyId, PersonaId, StageId};
use crate::model::{KpiFamily, Period, Unit};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// What figures are counted on; all of it unless something is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct KpiFilter {
    /// Leads of a persona, and deals with one.
    pub persona: Option<PersonaId>,
    /// What came over a channel.
    pub channel: Option<String>,
    /// What belongs to a campaign.
    pub campaign: Option<String>,
    /// What has to do with a piece of content.
    pub asset: Option<String>,
    /// What has to do with content of a theme.
    pub theme: Option<String>,
    /// Leads and deals that are at a stage now.
    pub stage: Option<StageId>,
    /// Leads of a level, and deals with one.
    pub level: Option<String>,
    /// Those of an industry.
    pub industry: Option<String>,
    /// Those of a country.
    pub country: Option<String>,
}

impl KpiFilter {
    /// Whether everything passes.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it tells people apart: nobody knows what of a cost is due to them.
    pub(super) fn is_about_people(&self) -> bool {
        let texts = [&self.level, &self.industry, &self.country];
        self.persona.is_some() || self.stage.is_some() || texts.iter().any(|text| text.is_some())
    }

    /// Whether it asks for a stage and no more.
    pub(super) fn is_of_stage_alone(&self) -> bool {
        Self { stage: None, ..self.clone() }.is_open()
    }

    /// Whether it tells acts apart.
    pub(super) fn is_about_acts(&self) -> bool {
        let texts = [&self.channel, &self.campaign, &self.asset, &self.theme];
        texts.iter().any(|text| text.is_some())
    }
}

/// Which figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct KpiQuery {
    /// Of this period; of the latest of a unit unless given.
    pub period: Option<Period>,
    /// The unit of the latest period, where none is given: a quarter unless this is.
    pub unit: Option<Unit>,
    /// Of this family; of all unless given.
    pub family: Option<KpiFamily>,
    /// Whose stages; the first journey's unless given.
    pub journey_id: Option<JourneyId>,
    /// What revenue and return are told apart by; by content unless given.
    pub by: Option<RevenueDimension>,
    /// By which model revenue is due to marketing; by equal parts unless given.
    pub model: Option<AttributionModel>,
    /// What they are counted on.
    #[ts(as = "Option<KpiFilter>")]
    pub filter: KpiFilter,
}

impl KpiQuery {
    /// All figures of a period.
    pub fn of(period: Period) -> Self {
        Self { period: Some(period), ..Self::default() }
    }

    /// The period asked for, else the latest of its unit: that of the newest time in the files.
    pub(super) fn period(&self, today: NaiveDate, fiscal_year_start: u8) -> Result<Period> {
        let latest = || self.unit.unwrap_or(Unit::Quarter).around(today, fiscal_year_start);
        let period = self.period.unwrap_or_else(latest);
        if period.days() == 0 {
            return Err(Error::invalid_field("period", "The period ends before it begins."));
        }
        Ok(period)
    }
}
