//! The figures of a period, as they are told.

use super::attributed::Attributed;
use crate::id::StageId;
use crate::kpi::{Measure, Sensitivity};
use crate::model::{KpiId, Millis, Period, Terms, Unit, words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// What a table of figures has rows of.
    KpiRows {
        /// Channels.
        Channel = "channel",
        /// Content.
        Asset = "asset",
        /// Campaigns.
        Campaign = "campaign",
        /// Stages.
        Stage = "stage",
        /// Personas.
        Persona = "persona",
        /// Programmes.
        Programme = "programme",
        /// The content of the first touch.
        FirstTouch = "firstTouch",
    }
}

/// A figure at one time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KpiPoint {
    /// When.
    pub period: Period,
    /// What it was; `None` = no data.
    pub value: Option<f64>,
}

/// A figure, and what it was before.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct KpiValue {
    /// Which.
    pub id: KpiId,
    /// In the period.
    pub now: Measure,
    /// In the period before.
    pub before: Measure,
    /// By how much it grew, from −1 up; `None` = no data.
    pub growth: Option<f64>,
    /// What it is to be in such a period; `None` = nobody said.
    pub target: Option<f64>,
    /// What it was in the periods up to this one, the earliest first.
    pub series: Vec<KpiPoint>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiColumn {
    /// The figure.
    pub id: KpiId,
    /// Of this stage, where it is told stage by stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub stage_id: Option<StageId>,
}

/// A row of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KpiRow {
    /// What it is called; empty where that is not known.
    pub name: String,
    /// The stage it is.
    #[serde(rename = "stageId", default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub stage_id: Option<StageId>,
    /// Its figures, in the order of the columns.
    pub values: Vec<Measure>,
    /// What they were in the period before; `None` = no data.
    #[serde(default)]
    pub before: Vec<Option<f64>>,
}

/// Figures by something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KpiTable {
    /// By what.
    pub by: KpiRows,
    /// The figures.
    pub columns: Vec<KpiColumn>,
    /// The rows; stages in their order, others the largest first.
    pub rows: Vec<KpiRow>,
    /// So many smaller rows are left out.
    pub more: u32,
}

/// What return on investment is worked out with.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturnInputs {
    /// Margin, retention, discount and years; `None` = nobody has said.
    pub terms: Option<Terms>,
    /// The closed revenue of the period, in minor units.
    pub revenue: f64,
    /// Customers won in it.
    pub customers: u32,
    /// What marketing cost, part by part.
    pub costs: KpiCosts,
    /// The net present value of a customer at other rates.
    pub sensitivity: Option<Sensitivity>,
}

/// What a part of marketing cost in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiCost {
    /// How much, in minor units of the workspace's currency; `None` = no amount is known, which is not 0.
    pub amount: Option<f64>,
    /// Amounts that are known.
    pub counted: u32,
    /// Amounts in a currency without a rate.
    pub left_out: u32,
}

impl KpiCost {
    /// Adds what is known and what is not.
    pub(super) fn add(&mut self, amount: f64, counted: u32, left_out: u32) {
        if counted > 0 {
            self.amount = Some(self.amount.unwrap_or(0.0) + amount);
        }
        self.counted += counted;
        self.left_out += left_out;
    }

    /// As a figure.
    pub(super) fn measured(&self) -> Measure {
        Measure { left_out: self.left_out, ..Measure::total(self.amount, self.counted) }
    }
}

/// What marketing cost in a period, part by part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiCosts {
    /// Days of channels, but for those of campaigns of programmes whose month has a cost of its own.
    pub channels: KpiCost,
    /// Programmes, by the days of the month that lie in the period.
    pub programmes: KpiCost,
    /// Making the content that came out in the period.
    pub production: KpiCost,
}

impl KpiCosts {
    /// All of it.
    pub fn all(&self) -> KpiCost {
        let mut all = KpiCost::default();
        for part in [self.channels, self.programmes, self.production] {
            all.add(part.amount.unwrap_or(0.0), part.counted, part.left_out);
        }
        all
    }
}

/// The figures of a period.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiReport {
    /// The newest time in the files: what came until then is known; `None` = there are none.
    pub as_of: Option<Millis>,
    /// The workspace's currency, of all amounts.
    pub currency: String,
    /// The period.
    pub period: Period,
    /// The stretch of the calendar that it is; `None` = days of one's own choice.
    pub unit: Option<Unit>,
    /// The one it is held against: that of the calendar before, or as many days before.
    pub before: Period,
    /// The figures, in the order of the dictionary.
    pub values: Vec<KpiValue>,
    /// By channel, content, campaign, stage or programme.
    pub tables: Vec<KpiTable>,
    /// The revenue by what it is due to; with revenue alone.
    pub attributed: Option<Attributed>,
    /// What return is worked out with; with return alone.
    pub inputs: Option<ReturnInputs>,
}
