//! What others published on the figures; never the workspace's own (product.md, section 15).

use crate::model::words;
use serde::Serialize;
use ts_rs::TS;

words! {
    /// A published figure.
    ReferenceId {
        /// What a lead costs, with and without an agreement.
        CostPerLead = "costPerLead",
        /// How many hand leads over by an agreement.
        Agreement = "agreement",
        /// How soon a qualified lead is followed up.
        FollowUp = "followUp",
        /// How long content waits to be opened.
        ConsumptionGap = "consumptionGap",
        /// How many leads sales turns away.
        TurnedAway = "turnedAway",
        /// How fast what is known of people goes bad.
        Decay = "decay",
    }
}

/// What somebody published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PublishedFigure {
    /// Which.
    pub id: ReferenceId,
    /// What it is about.
    pub name: &'static str,
    /// What they found.
    pub said: &'static str,
    /// Who, when, of whom.
    pub source: &'static str,
}

const HUBSPOT: &str = "HubSpot, State of Inbound Marketing 2013: 3,300 marketers in 128 countries";
const HIDALGO: &str = "Hidalgo, Driving Demand";

/// All of them.
pub const REFERENCES: [PublishedFigure; 6] = [
    PublishedFigure {
        id: ReferenceId::CostPerLead,
        name: "Cost per lead",
        said: "$24 with a formal agreement on handing leads over, $49 without one",
        source: HUBSPOT,
    },
    PublishedFigure {
        id: ReferenceId::Agreement,
        name: "Agreement between marketing and sales",
        said: "24% had a formal one",
        source: HUBSPOT,
    },
    PublishedFigure {
        id: ReferenceId::FollowUp,
        name: "Follow-up of qualified leads",
        said: "within 48 hours",
        source: HIDALGO,
    },
    PublishedFigure {
        id: ReferenceId::ConsumptionGap,
        name: "Content consumption gap",
        said: "28 h on average; 28.7 h in 2022, 31.2 h in 2023",
        source: "NetLine: 8.5 million leads, 2016; editions of 2022 and 2023",
    },
    PublishedFigure {
        id: ReferenceId::TurnedAway,
        name: "Leads turned away by sales",
        said: "about 90% of those that were not qualified",
        source: "the leaky bucket of lead management",
    },
    PublishedFigure {
        id: ReferenceId::Decay,
        name: "Records gone bad",
        said: "30% a year; by another rate 2.1% a month, 22.5% a year",
        source: HIDALGO,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Word;

    #[test]
    fn every_reference_stands_in_its_place() {
        let ids: Vec<ReferenceId> = REFERENCES.iter().map(|one| one.id).collect();
        assert_eq!(ids, ReferenceId::ALL);
    }
}
