//! The maturity of the demand process: what is asked, and how it was rated (METHOD.md).

use super::text::{check_length, tidy_text};
use super::word::words;
use super::{Entity, Fields, Millis, TEXT_LIMIT, Word};
use crate::error::Result;
use crate::id::{EntityKind, MemberId, RatingId};
use crate::require;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One rating of one question, kept for good: a later one does not overwrite it.
pub type Rating = Entity<RatingFields>;

/// The highest level a question can be rated; the lowest is 0.
pub const MOST_MATURE: u8 = 4;

words! {
    /// What the questions are about.
    Dimension {
        /// How people work together.
        People = "people",
        /// How leads become revenue.
        Process = "process",
        /// What is known of buyers, and said to them.
        Content = "insight and content",
        /// Systems and figures.
        Technology = "technology and data",
    }
}

words! {
    /// What is rated.
    MaturityQuestion {
        /// How marketing and sales work together.
        Together = "together",
        /// Defined roles.
        Roles = "roles",
        /// A clear service level agreement.
        Agreement = "agreement",
        /// Qualified leads are followed up within 48 hours.
        FollowUp = "follow-up",
        /// The structure helps rather than hurts.
        Structure = "structure",
        /// A definition of a qualified lead.
        QualifiedLead = "qualified lead",
        /// The definition is mapped to an ideal customer profile or persona.
        MappedLead = "mapped lead",
        /// A documented process from lead to revenue.
        LeadToRevenue = "lead to revenue",
        /// Routing rules, in time.
        Routing = "routing",
        /// One set of metrics and agreed conversion stages.
        Metrics = "metrics",
        /// A target for marketing's share of the revenue.
        RevenueTarget = "revenue target",
        /// Obstacles are known and taken away.
        Obstacles = "obstacles",
        /// The buying process and the buyer dialogue are mapped.
        BuyingProcess = "buying process",
        /// Offers for every stage.
        Offers = "offers",
        /// Many channels, in and out.
        Multichannel = "multichannel",
        /// The mix of channels fits the buyers.
        ChannelMix = "channel mix",
        /// Nurture is part of the whole.
        Nurture = "nurture",
        /// Sales has a part in the strategy.
        SalesInStrategy = "sales in strategy",
        /// New business, cross-sell and retention.
        AllBusiness = "all business",
        /// The loop from revenue to source is closed.
        ClosedLoop = "closed loop",
        /// The right systems.
        Systems = "systems",
        /// What other systems are in use.
        OtherSystems = "other systems",
        /// The state of the dashboards.
        Dashboards = "dashboards",
    }
}

impl MaturityQuestion {
    /// What it is about.
    pub fn dimension(self) -> Dimension {
        use MaturityQuestion as Q;
        match self {
            Q::Together | Q::Roles | Q::Agreement | Q::FollowUp | Q::Structure => Dimension::People,
            Q::QualifiedLead
            | Q::MappedLead
            | Q::LeadToRevenue
            | Q::Routing
            | Q::Metrics
            | Q::RevenueTarget
            | Q::Obstacles => Dimension::Process,
            Q::BuyingProcess
            | Q::Offers
            | Q::Multichannel
            | Q::ChannelMix
            | Q::Nurture
            | Q::SalesInStrategy
            | Q::AllBusiness => Dimension::Content,
            Q::ClosedLoop | Q::Systems | Q::OtherSystems | Q::Dashboards => Dimension::Technology,
        }
    }
}

/// How a question was rated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RatingFields {
    /// The question.
    pub question: MaturityQuestion,
    /// From 0, nothing of it, to 4, all of it.
    pub level: u8,
    /// What shows it.
    #[serde(default)]
    pub evidence: String,
    /// Who rates.
    pub member_id: MemberId,
    /// When.
    pub rated_at: Millis,
}

impl Fields for RatingFields {
    type Id = RatingId;
    const KIND: EntityKind = EntityKind::Rating;

    fn tidy(&mut self) {
        tidy_text(&mut self.evidence);
    }

    fn check(&self) -> Result<()> {
        let level = self.level <= MOST_MATURE;
        require!(level, "level", "A question is rated from 0 to {MOST_MATURE}.");
        check_length("evidence", "The evidence", &self.evidence, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        self.question.as_word().to_owned()
    }
}
