//! Where each question stands.

use super::fact::{KnownFact, facts};
use crate::coverage::Ledger;
use crate::id::MemberId;
use crate::model::{Architecture, Dimension, MaturityQuestion, Millis, Rating, Word};
use serde::Serialize;
use std::sync::Arc;
use ts_rs::TS;

/// A question, how it was rated last, and what is known of it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuestionStanding {
    /// The question.
    pub question: MaturityQuestion,
    /// What it is about.
    pub dimension: Dimension,
    /// Its latest rating.
    pub rating: Option<GivenRating>,
    /// The rating before, from 0 to 4.
    pub before: Option<u8>,
    /// What the workspace itself knows of it.
    pub facts: Vec<KnownFact>,
}

/// A rating with the name of who gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GivenRating {
    /// From 0 to 4.
    pub level: u8,
    /// What shows it.
    pub evidence: String,
    /// Who gave it.
    pub member_id: MemberId,
    /// Their name.
    pub member: String,
    /// When.
    pub rated_at: Millis,
}

/// The ratings of a question, the latest first.
fn ratings(plan: &Architecture, question: MaturityQuestion) -> Vec<Arc<Rating>> {
    let of_question = |rating: &&Arc<Rating>| rating.question == question;
    let mut all: Vec<_> = plan.ratings.iter().filter(of_question).cloned().collect();
    all.sort_by_key(|rating| std::cmp::Reverse((rating.rated_at, rating.id)));
    all
}

/// The latest level of every question that was rated, in the order of the questions.
pub fn latest(plan: &Architecture) -> Vec<(MaturityQuestion, u8)> {
    let level = |question| ratings(plan, question).first().map(|rating| (question, rating.level));
    MaturityQuestion::ALL.iter().copied().filter_map(level).collect()
}

/// Where every question stands, in order.
pub fn standings(ledger: &Ledger) -> Vec<QuestionStanding> {
    let plan = ledger.architecture();
    let mut known = facts(ledger);
    let standing = |question: MaturityQuestion| {
        let ratings = ratings(plan, question);
        QuestionStanding {
            question,
            dimension: question.dimension(),
            rating: ratings.first().map(|rating| given(plan, rating)),
            before: ratings.get(1).map(|rating| rating.level),
            facts: known.remove(&question).unwrap_or_default(),
        }
    };
    MaturityQuestion::ALL.iter().copied().map(standing).collect()
}

fn given(plan: &Architecture, rating: &Rating) -> GivenRating {
    let member = plan.members.get(rating.member_id);
    GivenRating {
        level: rating.level,
        evidence: rating.evidence.clone(),
        member_id: rating.member_id,
        member: member.map(|member| member.name.clone()).unwrap_or_default(),
        rated_at: rating.rated_at,
    }
}
