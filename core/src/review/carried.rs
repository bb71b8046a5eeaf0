//! Decisions of earlier reviews that are still to be done.

use crate::id::ReviewId;
use crate::model::{Architecture, Decision, Review};
use serde::Serialize;
use std::sync::Arc;
use ts_rs::TS;

/// A decision of an earlier review.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Carried {
    /// The decision.
    pub decision: Decision,
    /// What the review that made it is called.
    pub review: String,
}

/// The decisions that a review has to look at again: those of reviews held before it (of the same
/// day, those entered before) that were not done by the day it is held; the earliest due first,
/// those without a date last.
pub fn carried_into(plan: &Architecture, review: &Review) -> Vec<Carried> {
    let mut carried: Vec<(&Arc<Decision>, &Arc<Review>)> = plan
        .decisions
        .iter()
        .filter_map(|decision| Some((decision, plan.reviews.get(decision.review_id)?)))
        .filter(|(_, of)| moment(of) < moment(review))
        .filter(|(decision, _)| decision.done_on.is_none_or(|done| done >= review.held_on))
        .collect();
    carried.sort_by_key(|(decision, _)| (decision.due_on.is_none(), decision.due_on, decision.id));
    let named = carried.into_iter().map(|(decision, of)| Carried {
        decision: Decision::clone(decision),
        review: of.name.clone(),
    });
    named.collect()
}

fn moment(review: &Review) -> (chrono::NaiveDate, ReviewId) {
    (review.held_on, review.id)
}
