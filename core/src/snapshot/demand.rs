//! What a snapshot holds of demand: figures that were counted elsewhere, and nothing of a person.

use crate::funnel::StageLedger;
use crate::id::StageId;
use crate::kpi::Measure;
use crate::model::{KpiId, Period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was known of demand; nothing in it = nothing was imported.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DemandFigures {
    /// The quarter whose figures these are: that of the newest time in the files.
    pub period: Option<Period>,
    /// The day until which files told of it.
    pub known_until: Option<NaiveDate>,
    /// The currency of amounts.
    pub currency: String,
    /// The figures that lead their families, in the order of the dictionary.
    pub kpis: Vec<FrozenKpi>,
    /// The stages of the first journey in order, with all their visits.
    pub funnel: Vec<FrozenStage>,
}

/// A figure of the dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FrozenKpi {
    /// Which.
    pub id: KpiId,
    /// How much; `None` = no data.
    pub value: Option<f64>,
    /// Of so many.
    pub n: u32,
    /// Whether those are too few to go by.
    pub too_few: bool,
}

impl FrozenKpi {
    /// A figure as it was counted.
    pub fn of(id: KpiId, counted: &Measure) -> Self {
        Self { id, value: counted.value, n: counted.n, too_few: counted.too_few }
    }
}

/// A stage of the funnel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FrozenStage {
    /// The stage.
    pub stage_id: StageId,
    /// Its name.
    pub name: String,
    /// What came to it, and what became of that.
    #[serde(flatten)]
    pub ledger: StageLedger,
}

impl DemandFigures {
    /// Whether anything was imported to count.
    pub fn is_known(&self) -> bool {
        self.period.is_some()
    }

    /// A figure, where it was frozen.
    pub fn of(&self, id: KpiId) -> Option<&FrozenKpi> {
        self.kpis.iter().find(|one| one.id == id)
    }
}
