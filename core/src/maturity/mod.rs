//! The maturity of the demand process (METHOD.md): what each question was rated, what the workspace
//! itself knows of it, and how the four dimensions came to stand where they do.
//!
//! Pure: the plan, its coverage and the time zone are parameters.

mod bars;
mod fact;
mod standing;

pub use bars::{Bar, BarPoint, bars, history};
pub use fact::{Known, KnownFact, facts};
pub use standing::{GivenRating, QuestionStanding, latest, standings};

use crate::coverage::Ledger;
use crate::model::MaturityQuestion;
use chrono_tz::Tz;
use serde::Serialize;
use ts_rs::TS;

/// How many questions are named as the next to work on.
const NEXT: usize = 5;

/// The maturity of the demand process.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Maturity {
    /// The four dimensions, in their order.
    pub bars: Vec<Bar>,
    /// How they came to stand so: a point for each day on which somebody rated, the earliest first.
    pub history: Vec<BarPoint>,
    /// Every question, in order.
    pub questions: Vec<QuestionStanding>,
    /// The rated questions with a fact that is not whole yet and can change within a quarter, the
    /// lowest rated first, then the one with most still to do.
    pub next: Vec<MaturityQuestion>,
}

impl Maturity {
    /// The maturity of a plan, with its coverage as of a day.
    pub fn of(ledger: &Ledger, zone: Tz) -> Self {
        let plan = ledger.architecture();
        let questions = standings(ledger);
        let next = next(&questions);
        Self { bars: bars(plan), history: history(plan, zone), questions, next }
    }
}

fn next(questions: &[QuestionStanding]) -> Vec<MaturityQuestion> {
    let mut open: Vec<(u8, f64, MaturityQuestion)> = Vec::new();
    for standing in questions {
        let share = standing.facts.iter().filter_map(KnownFact::share).reduce(f64::min);
        let rated = standing.rating.as_ref().map(|rating| rating.level);
        if let (Some(level), Some(share)) = (rated, share.filter(|share| *share < 1.0)) {
            open.push((level, share, standing.question));
        }
    }
    open.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    open.into_iter().take(NEXT).map(|(_, _, question)| question).collect()
}
