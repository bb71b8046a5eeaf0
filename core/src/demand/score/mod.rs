//! Scores of leads: the plan's model, counted with what leads did and who they are.

mod accounts;
mod acts;
mod backtest;
mod distribution;
mod fit;
mod lead;
mod links;
mod matching;
mod model;
mod scorer;
mod stages;
mod told;

pub(super) use acts::{Did, Reading, by_machines};
pub use backtest::{BacktestReport, ModelTest, TestedLead, backtest};
pub use distribution::{ScoreBin, ScoreDistribution, distribution};
pub use lead::{LeadScore, ScoreLine, ScorePoint, ScoreSpell, lead_score};
pub(super) use links::{Links, links};
pub use model::{AppliedModel, LeadState, applied};
pub(super) use scorer::{FIELDS, Handed, Scores, Scoring, counted_all};
pub(super) use stages::{SaidStages, Stages};
pub use told::top_scores;
