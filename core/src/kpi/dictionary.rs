//! What each figure is called and means.

use crate::model::words;
use serde::Serialize;
use ts_rs::TS;

words! {
    /// Figures that belong together.
    KpiFamily {
        /// What deals are worth, and how many are won.
        Revenue = "revenue",
    }
}

words! {
    /// What a figure is counted in.
    KpiUnit {
        /// Minor units of the workspace's currency.
        Money = "money",
        /// The same each day.
        MoneyPerDay = "moneyPerDay",
        /// A share from 0 to 1.
        Share = "share",
        /// Days.
        Days = "days",
        /// Leads or deals.
        Count = "count",
    }
}

words! {
    /// A figure.
    KpiId {
        /// Deals that are open.
        OpenDeals = "openDeals",
        /// What they are worth.
        PipelineValue = "pipelineValue",
        /// What was won.
        ClosedRevenue = "closedRevenue",
        /// How many of those closed are won.
        WinRate = "winRate",
        /// How long it takes to win.
        MedianCycle = "medianCycle",
        /// What the pipeline yields each day.
        PipelineVelocity = "pipelineVelocity",
        /// How much of the pipeline marketing began.
        SourcedPipeline = "sourcedPipeline",
        /// How much of it marketing had a part in.
        InfluencedPipeline = "influencedPipeline",
        /// How much of what was won marketing began.
        SourcedRevenue = "sourcedRevenue",
        /// How much of it marketing had a part in.
        InfluencedRevenue = "influencedRevenue",
    }
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Definition {
    /// Which.
    pub id: KpiId,
    /// The family it belongs to.
    pub family: KpiFamily,
    /// What it is called.
    pub name: &'static str,
    /// How it is worked out, in a sentence.
    pub definition: &'static str,
    /// What it is counted in.
    pub unit: KpiUnit,
}

const fn revenue(
    id: KpiId,
    name: &'static str,
    unit: KpiUnit,
    definition: &'static str,
) -> Definition {
    Definition { id, family: KpiFamily::Revenue, name, definition, unit }
}

const DICTIONARY: [Definition; 10] = [
    revenue(
        KpiId::OpenDeals,
        "Open deals",
        KpiUnit::Count,
        "Deals that had begun and were not closed at the end of the period.",
    ),
    revenue(
        KpiId::PipelineValue,
        "Pipeline value",
        KpiUnit::Money,
        "What deals are worth that were open at the end of the period.",
    ),
    revenue(
        KpiId::ClosedRevenue,
        "Closed revenue",
        KpiUnit::Money,
        "What deals are worth that were won in the period.",
    ),
    revenue(
        KpiId::WinRate,
        "Win rate",
        KpiUnit::Share,
        "Deals won ÷ deals closed in the period, won or lost.",
    ),
    revenue(
        KpiId::MedianCycle,
        "Sales cycle",
        KpiUnit::Days,
        "Days from the opening to the close of deals won in the period: the median.",
    ),
    revenue(
        KpiId::PipelineVelocity,
        "Pipeline velocity",
        KpiUnit::MoneyPerDay,
        "Open deals × their mean value × win rate ÷ sales cycle: what the pipeline yields each day.",
    ),
    revenue(
        KpiId::SourcedPipeline,
        "Marketing-sourced pipeline",
        KpiUnit::Share,
        "Of the pipeline value, that of deals whose leads engaged with content before the deal began.",
    ),
    revenue(
        KpiId::InfluencedPipeline,
        "Marketing-influenced pipeline",
        KpiUnit::Share,
        "Of the pipeline value, that of deals whose leads engaged with content by the end of the period.",
    ),
    revenue(
        KpiId::SourcedRevenue,
        "Marketing-sourced revenue",
        KpiUnit::Share,
        "Of the closed revenue, that of deals whose leads engaged with content before the deal began.",
    ),
    revenue(
        KpiId::InfluencedRevenue,
        "Marketing-influenced revenue",
        KpiUnit::Share,
        "Of the closed revenue, that of deals whose leads engaged with content before it was closed.",
    ),
];

/// Every figure there is.
pub fn dictionary() -> &'static [Definition] {
    &DICTIONARY
}

/// What a figure is.
pub fn definition(id: KpiId) -> &'static Definition {
    &DICTIONARY[id as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Word;

    #[test]
    fn every_figure_is_defined_once() {
        assert_eq!(DICTIONARY.len(), KpiId::ALL.len());
        assert!(KpiId::ALL.iter().all(|id| definition(*id).id == *id));
    }
}
