//! Identifiers. Every plan entity has its own id type, so that a persona's id cannot be passed
//! where a stage's is meant. All are version 7 UUIDs: they sort by creation.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;
use uuid::Uuid;

/// A typed id over a UUID: `"0192…"` in JSON, `TEXT` in the store.
pub trait EntityId:
    Copy + Ord + std::hash::Hash + fmt::Debug + fmt::Display + Send + Sync + 'static
{
    /// Wraps a raw UUID.
    fn from_uuid(uuid: Uuid) -> Self;
    /// The raw UUID.
    fn uuid(self) -> Uuid;
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(Uuid);

        impl EntityId for $name {
            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }
            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// The one workspace of a file.
    WorkspaceId,
    /// Somebody who works on the plan.
    MemberId,
    /// A buyer persona.
    PersonaId,
    /// An interview that a persona rests on.
    InterviewId,
    /// A line sales said about a persona.
    InsightId,
    /// A buying trigger.
    TriggerId,
    /// An ordered line of stages.
    JourneyId,
    /// A step of a journey.
    StageId,
    /// A content format with its shelf life.
    FormatId,
    /// A piece of content.
    AssetId,
    /// An asset at a persona and a stage.
    PlacementId,
    /// One answer to a deal check.
    VerdictId,
    /// A cell set not applicable.
    ExclusionId,
    /// What a deal at a stage needs.
    NeedId,
    /// A remembered column mapping of an import.
    MappingId,
    /// A member's reading of an asset's takeaways.
    ReadingId,
    /// A programme of marketing.
    ProgrammeId,
    /// What changed in a programme.
    ProgrammeNoteId,
    /// One rating of a question on maturity.
    RatingId,
    /// Frozen figures.
    SnapshotId,
    /// A file of facts that was taken in.
    BatchId,
    /// A version of how leads are scored.
    ScoringModelId,
    /// What sales answered about a lead.
    LeadAnswerId,
    /// A mark on a lead that speaks for us.
    AdvocateId,
    /// A rule that tells who gets a lead.
    RoutingRuleId,
    /// What marketing and sales agreed on.
    AgreementId,
    /// A quarterly review.
    ReviewId,
    /// What a review decided.
    DecisionId,
}

/// The kinds of plan entity, as the contract and the history name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EntityKind {
    /// The workspace itself.
    Workspace,
    /// Somebody who works on the plan.
    Member,
    /// A buyer persona.
    Persona,
    /// An interview behind a persona.
    Interview,
    /// What sales said of a persona.
    Insight,
    /// A buying trigger.
    Trigger,
    /// A line of stages.
    Journey,
    /// A step of a journey.
    Stage,
    /// A content format.
    Format,
    /// A piece of content.
    Asset,
    /// An asset at a persona and a stage.
    Placement,
    /// An answer to a deal check.
    Verdict,
    /// A cell set not applicable.
    Exclusion,
    /// What a deal at a stage needs.
    Need,
    /// A remembered column mapping.
    Mapping,
    /// A member's reading of an asset's takeaways.
    Reading,
    /// A programme of marketing.
    Programme,
    /// What changed in a programme.
    ProgrammeNote,
    /// One rating of a question on maturity.
    Rating,
    /// Frozen figures.
    Snapshot,
    /// A quarterly review.
    Review,
    /// What a review decided.
    Decision,
    /// A file of facts that was taken in.
    Batch,
    /// A version of how leads are scored.
    ScoringModel,
    /// What sales answered about a lead.
    LeadAnswer,
    /// A mark on a lead that speaks for us.
    Advocate,
    /// A rule that tells who gets a lead.
    RoutingRule,
    /// What marketing and sales agreed on.
    Agreement,
}

impl EntityKind {
    /// Every kind, in the order in which rows can be inserted without dangling references.
    pub const ALL: [Self; 28] = [
        Self::Workspace,
        Self::Member,
        Self::Format,
        Self::Persona,
        Self::Interview,
        Self::Insight,
        Self::Trigger,
        Self::Journey,
        Self::Stage,
        Self::Asset,
        Self::Placement,
        Self::Verdict,
        Self::Exclusion,
        Self::Need,
        Self::Mapping,
        Self::Reading,
        Self::Programme,
        Self::ProgrammeNote,
        Self::Rating,
        Self::Snapshot,
        Self::Review,
        Self::Decision,
        Self::Batch,
        Self::ScoringModel,
        Self::LeadAnswer,
        Self::Advocate,
        Self::RoutingRule,
        Self::Agreement,
    ];

    /// Whether it goes where the plan goes without its facts: a document, a copy without names, a
    /// merge. A file that was taken in stays with the rows that came with it, and so does what
    /// sales answered about them and who of them is an advocate.
    pub fn travels(self) -> bool {
        !matches!(self, Self::Batch | Self::LeadAnswer | Self::Advocate)
    }

    /// The word people use for it.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Member => "member",
            Self::Persona => "persona",
            Self::Interview => "interview",
            Self::Insight => "sales insight",
            Self::Trigger => "trigger",
            Self::Journey => "journey",
            Self::Stage => "stage",
            Self::Format => "format",
            Self::Asset => "asset",
            Self::Placement => "placement",
            Self::Verdict => "answer",
            Self::Exclusion => "not-applicable mark",
            Self::Need => "need",
            Self::Mapping => "column mapping",
            Self::Reading => "reading",
            Self::Programme => "programme",
            Self::ProgrammeNote => "programme note",
            Self::Rating => "rating",
            Self::Snapshot => "snapshot",
            Self::Review => "review",
            Self::Decision => "decision",
            Self::Batch => "import",
            Self::ScoringModel => "scoring model",
            Self::LeadAnswer => "sales answer",
            Self::Advocate => "advocate mark",
            Self::RoutingRule => "routing rule",
            Self::Agreement => "agreement",
        }
    }
}
