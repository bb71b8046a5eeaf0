//! The plan's entities as plain data, and [`Architecture`]: all of them in memory.
//!
//! The plan is small (10,000 assets, 40,000 placements) and every view of it is computed from
//! memory. Rules that concern one entity alone live with it ([`Fields::check`]); rules between
//! entities live in `plan`, which is the only one to change an [`Architecture`].

mod advocate;
mod agreement;
mod architecture;
mod asset;
mod batch;
mod columns;
mod entity;
mod event;
mod handoff;
mod index;
mod journey;
mod kinds;
mod kpi;
mod lead;
pub mod link;
mod maturity;
mod money;
mod need;
mod period;
mod persona;
mod placement;
mod programme;
mod quality;
mod reading;
mod review;
mod scoring;
mod sum;
pub mod text;
mod usual_scoring;
mod word;
mod workspace;

pub use advocate::{Advocate, AdvocateFields};
pub use agreement::{
    Agreement, AgreementFields, ContextField, IdealProfile, LeadDefinitions, MarketingPromise,
    Quota, SalesPromise,
};
pub use architecture::{Architecture, Kept, Table};
pub use asset::{
    Asset, AssetFields, Channel, EditorialCheck, Format, FormatFields, Funding, NextStep, Purpose,
    Status,
};
pub use batch::{Batch, BatchFields, FactKind};
pub use columns::{ASSET_COLUMNS, TableColumn};
pub use entity::{Entity, Fields, Millis, Stamp};
pub use event::EventKind;
pub use handoff::{
    LeadAnswer, LeadAnswerFields, RoutingRule, RoutingRuleFields, SalesAnswer, TurnBackReason,
};
pub use index::Index;
pub use journey::{Journey, JourneyFields, Phase, Stage, StageFields, StageKind};
pub use kpi::{KpiFamily, KpiId, KpiSense, KpiSettings, KpiTarget, KpiUnit, Terms};
pub use lead::{lead_number, lead_told};
pub use maturity::{Dimension, MOST_MATURE, MaturityQuestion, Rating, RatingFields};
pub use money::{Money, check_currency, decimals, thousands};
pub use need::{Importance, Mapping, MappingFields, Need, NeedFields, NeedKind};
pub use period::{Period, Unit};
pub use persona::{
    DecisionRole, Insight, InsightFields, Interview, InterviewFields, Persona, PersonaFields,
    Trigger, TriggerFields,
};
pub use placement::{
    Answer, Exclusion, ExclusionFields, Placement, PlacementFields, Verdict, VerdictFields,
};
pub use programme::{
    Programme, ProgrammeFields, ProgrammeMonth, ProgrammeNote, ProgrammeNoteFields, ProgrammeState,
};
pub use quality::{
    DecayRates, EmailLimit, EmailReadiness, FieldGroup, ProfileField, QualitySettings,
    ReadinessCheck,
};
pub use reading::{Reading, ReadingFields};
pub use review::{Decision, DecisionFields, Review, ReviewFields, Snapshot, SnapshotFields};
pub use scoring::{
    Bounds, EventMatch, EventRule, FieldRule, FieldTest, Lapse, ModelState, Repeat, ScoreGroup,
    ScoreSide, ScoredField, ScoringModel, ScoringModelFields, ScoringRecipe,
};
pub use sum::Sum;
pub use text::{LINE_LIMIT, TEXT_LIMIT};
pub use word::Word;
pub(crate) use word::words;
pub use workspace::{Member, MemberFields, Rate, Role, Side, Workspace, WorkspaceFields};
