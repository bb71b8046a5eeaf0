//! What a new workspace or journey can start from: journeys of the product and of well-known CRMs,
//! and the formats most teams have.

use super::Tx;
use crate::error::Result;
use crate::model::{
    FormatFields, Journey, JourneyFields, Phase, Purpose, Side, StageFields, StageKind, Word,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// A journey to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Preset {
    /// New business.
    Default,
    /// New business over `HubSpot`'s default deal pipeline.
    Hubspot,
    /// New business over Salesforce's default opportunity stages.
    Salesforce,
    /// New business over Pipedrive's default pipeline.
    Pipedrive,
    /// Selling more to customers.
    CrossSell,
    /// Keeping customers.
    Retention,
    /// A journey without stages.
    Empty,
}

impl Word for Preset {
    const ALL: &'static [Self] = &[
        Self::Default,
        Self::Hubspot,
        Self::Salesforce,
        Self::Pipedrive,
        Self::CrossSell,
        Self::Retention,
        Self::Empty,
    ];

    fn as_word(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Hubspot => "hubspot",
            Self::Salesforce => "salesforce",
            Self::Pipedrive => "pipedrive",
            Self::CrossSell => "cross-sell",
            Self::Retention => "retention",
            Self::Empty => "empty",
        }
    }
}

/// A stage of a preset: name, phase, owner, kind, exit criterion, handoff.
type Step = (&'static str, Phase, Side, StageKind, &'static str, bool);

use Phase::{Convert, Engage, Nurture};
use Side::{Marketing, Sales};
use StageKind::{Deal, Lead};

const INQUIRY: Step = (
    "Inquiry",
    Engage,
    Marketing,
    Lead,
    "The buyer has engaged with content of their own accord and can be reached.",
    false,
);
const MQL: Step = (
    "MQL",
    Nurture,
    Marketing,
    Lead,
    "The lead fits the profile and has crossed the Active Interest Threshold.",
    false,
);
const SAL: Step = (
    "SAL",
    Nurture,
    Sales,
    Lead,
    "Sales has spoken with the lead and accepted that there is a problem worth solving.",
    true,
);

const DEFAULT: [Step; 7] = [
    INQUIRY,
    MQL,
    SAL,
    (
        "Discovery",
        Convert,
        Sales,
        Deal,
        "The problem, its cost and the people who decide are known and agreed.",
        false,
    ),
    (
        "Evaluation",
        Convert,
        Sales,
        Deal,
        "The technical evaluation has passed and the business case is signed off.",
        false,
    ),
    (
        "Proposal",
        Convert,
        Sales,
        Deal,
        "The economic buyer has a proposal that answers every open question.",
        false,
    ),
    (
        "Negotiation",
        Convert,
        Sales,
        Deal,
        "Terms are agreed with procurement and legal, and the contract is signed.",
        false,
    ),
];

const HUBSPOT: [Step; 8] = [
    INQUIRY,
    MQL,
    SAL,
    ("Appointment scheduled", Convert, Sales, Deal, "A first meeting is in both calendars.", false),
    ("Qualified to buy", Convert, Sales, Deal, "Need, budget and timing are confirmed.", false),
    (
        "Presentation scheduled",
        Convert,
        Sales,
        Deal,
        "The buying committee has agreed to a presentation.",
        false,
    ),
    (
        "Decision maker bought-in",
        Convert,
        Sales,
        Deal,
        "The economic buyer supports the purchase.",
        false,
    ),
    ("Contract sent", Convert, Sales, Deal, "The contract is signed.", false),
];

const SALESFORCE: [Step; 10] = [
    INQUIRY,
    MQL,
    ("Prospecting", Convert, Sales, Deal, "A contact with a problem has agreed to talk.", true),
    ("Qualification", Convert, Sales, Deal, "Need, budget and timing are confirmed.", false),
    ("Needs analysis", Convert, Sales, Deal, "The needs are written down and agreed.", false),
    (
        "Value proposition",
        Convert,
        Sales,
        Deal,
        "The buyer agrees with what the solution is worth.",
        false,
    ),
    ("Id. decision makers", Convert, Sales, Deal, "Everybody who decides is known and met.", false),
    (
        "Perception analysis",
        Convert,
        Sales,
        Deal,
        "Every member of the committee's view is known, objections included.",
        false,
    ),
    (
        "Proposal/price quote",
        Convert,
        Sales,
        Deal,
        "The economic buyer has a proposal that answers every open question.",
        false,
    ),
    ("Negotiation/review", Convert, Sales, Deal, "The contract is signed.", false),
];

const PIPEDRIVE: [Step; 7] = [
    INQUIRY,
    MQL,
    ("Qualified", Convert, Sales, Deal, "Need, budget and timing are confirmed.", true),
    ("Contact made", Convert, Sales, Deal, "The right person has answered.", false),
    ("Demo scheduled", Convert, Sales, Deal, "The committee has seen the demo.", false),
    ("Proposal made", Convert, Sales, Deal, "The economic buyer has a proposal.", false),
    ("Negotiations started", Convert, Sales, Deal, "The contract is signed.", false),
];

const CROSS_SELL: [Step; 5] = [
    ("Adoption", Engage, Marketing, Lead, "The customer uses what was bought.", false),
    ("Interest", Nurture, Marketing, Lead, "A further problem is named by the customer.", false),
    ("Discovery", Convert, Sales, Deal, "The further problem and its owner are known.", true),
    ("Proposal", Convert, Sales, Deal, "The owner has a proposal for the extension.", false),
    ("Negotiation", Convert, Sales, Deal, "The extension is signed.", false),
];

const RETENTION: [Step; 4] = [
    ("Onboarding", Engage, Marketing, Lead, "The customer reached the first result.", false),
    ("Value review", Nurture, Marketing, Lead, "The results are measured and shared.", false),
    ("Renewal talk", Convert, Sales, Deal, "The customer's owner wants to go on.", true),
    ("Renewal", Convert, Sales, Deal, "The renewal is signed.", false),
];

impl Preset {
    /// The name of the journey it makes.
    pub fn journey(self) -> &'static str {
        match self {
            Self::CrossSell => "Cross-sell",
            Self::Retention => "Retention",
            _ => "New business",
        }
    }

    fn steps(self) -> &'static [Step] {
        match self {
            Self::Default => &DEFAULT,
            Self::Hubspot => &HUBSPOT,
            Self::Salesforce => &SALESFORCE,
            Self::Pipedrive => &PIPEDRIVE,
            Self::CrossSell => &CROSS_SELL,
            Self::Retention => &RETENTION,
            Self::Empty => &[],
        }
    }

    /// The names of the stages it makes, in order.
    pub fn stages(self) -> Vec<&'static str> {
        self.steps().iter().map(|step| step.0).collect()
    }
}

/// Adds a journey of that name with the stages of a preset.
pub fn add_journey(tx: &mut Tx<'_>, preset: Preset, name: &str) -> Result<Arc<Journey>> {
    let journey = tx.create(JourneyFields { name: name.to_owned() })?;
    for &(name, phase, owner, kind, exit, handoff) in preset.steps() {
        tx.create(StageFields {
            journey_id: journey.id,
            name: name.to_owned(),
            phase,
            owner,
            exit_criterion: exit.to_owned(),
            kind,
            handoff,
            known_as: Vec::new(),
        })?;
    }
    Ok(journey)
}

/// Name, shelf life in days (METHOD.md), purpose, interactive, visual.
const FORMATS: [(&str, Option<u32>, Purpose, bool, bool); 20] = [
    ("Article", Some(365), Purpose::ThoughtLeadership, false, false),
    ("Assessment", Some(1_095), Purpose::Foundational, true, false),
    ("Blog post", Some(365), Purpose::ThoughtLeadership, false, false),
    ("Blueprint", Some(1_095), Purpose::Foundational, false, true),
    ("Brochure", Some(730), Purpose::Product, false, true),
    ("Calculator", Some(1_095), Purpose::Foundational, true, false),
    ("Case study", Some(730), Purpose::Prescriptive, false, false),
    ("Comparison", Some(365), Purpose::Prescriptive, false, false),
    ("Demo", Some(365), Purpose::Product, true, true),
    ("E-book", Some(1_095), Purpose::ThoughtLeadership, false, true),
    ("E-mail", Some(365), Purpose::Prescriptive, false, false),
    ("Guide", Some(1_095), Purpose::Prescriptive, false, false),
    ("Infographic", Some(730), Purpose::ThoughtLeadership, false, true),
    ("Podcast", Some(730), Purpose::ThoughtLeadership, false, false),
    ("Report", Some(365), Purpose::ThoughtLeadership, false, false),
    ("RFP template", None, Purpose::Foundational, false, false),
    ("Toolkit", None, Purpose::Foundational, true, false),
    ("Video", Some(730), Purpose::ThoughtLeadership, false, true),
    ("Webinar", Some(365), Purpose::Prescriptive, true, true),
    ("White paper", Some(1_095), Purpose::Prescriptive, false, false),
];

/// The formats a new workspace starts with.
pub(super) fn formats() -> impl Iterator<Item = FormatFields> {
    FORMATS.into_iter().map(|(name, shelf_life_days, purpose, interactive, visual)| FormatFields {
        name: name.to_owned(),
        shelf_life_days,
        purpose: Some(purpose),
        interactive,
        visual,
    })
}
