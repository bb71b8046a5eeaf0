//! Coverage (METHOD.md): which persona × stage cells have content that moves the deal
//! on, what is missing and what to do first. Pure functions over [`Architecture`]; the date is a
//! parameter.
//!
//! How a map comes about: every placement is boiled down once to a `Fact` (is its asset live, what
//! is its verdict, is it unique to the persona); facts lie by cell; a `Row` per persona is worked
//! out from the facts of its cells; every view is read from the rows. [`Ledger`] keeps facts and
//! rows from one edit to the next and works out anew only what the edit [`Touched`].
//!
//! As of a date
//! - Freshness follows the date: dates after it have not happened. A published piece whose date of
//!   publication lies after it counts as planned; a review after it is not seen.
//! - Placements, verdicts, needs and statuses are those of the plan as it stands.
//!
//! [`Architecture`]: crate::model::Architecture

mod answered;
mod candidate;
mod cell;
mod deal;
mod detail;
mod dialogue;
mod fact;
mod filter;
mod finding;
mod freshness;
mod gap;
mod layout;
mod ledger;
mod map;
mod need;
mod path;
mod phase;
mod pipeline;
mod playbook;
mod row;
mod score;
mod tally;
mod themes;
mod touched;
mod triage;
mod uniqueness;
mod words;
mod worth;

pub use answered::{NeedInCell, NeedStanding, TriggerAnswers};
pub use candidate::Candidate;
pub use cell::{Cell, NeedCounts, NeedStatus, State, VerdictCounts, by_what_counts};
pub use deal::{DealHelp, DealNeed, DealOffer, DealPersona, Seat};
pub use detail::{AssetSummary, CellDetail, CellNeed, CellPlacement, asset_summary};
pub use dialogue::{DialogueAnswer, DialogueLine, DialogueStage};
pub use filter::Filter;
pub use finding::{CellFinding, Finding, PhaseFinding};
pub use freshness::{Freshness, Standing, freshness};
pub use gap::{Factors, Gap, GapPlans, MeanCost, mean_costs};
pub use ledger::Ledger;
pub use map::{Map, MapColumn, MapPhase, MapRow, PhaseCell, Score};
pub use path::{PathStage, PathStop, PersonaPath, Track};
pub use pipeline::{Pipeline, PipelineCell, PipelineStage};
pub use playbook::{PlaybookAsset, PlaybookPersona, PlaybookStage};
pub use themes::{ThemeCell, ThemeGrid, ThemeRow};
pub use touched::{Touched, touched};
pub use triage::{Ask, Question, QuestionGroup, groups};
pub use uniqueness::{Proposal, Thinned};
pub use worth::Worth;
