//! The quarterly review.

use super::Context;
use super::edit::Nothing;
use super::snapshot::{Compare, Compared, compare};
use crate::error::Result;
use crate::id::ReviewId;
use crate::model::{Decision, Review, ReviewFields};
use crate::review::{Agenda, Carried, FundingList, StopList, carried_into, funding, stop_list};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A review with what it is about.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReviewPage {
    /// The review.
    pub review: Review,
    /// What turned since the older snapshot; none without one.
    pub compared: Option<Compared>,
    /// What there is to talk about.
    pub agenda: Agenda,
    /// Decisions of earlier reviews that are still to be done.
    pub carried: Vec<Carried>,
    /// What it decided, in order.
    pub decisions: Vec<Decision>,
}

/// Names a review.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfReview {
    /// Its id.
    pub id: ReviewId,
}

/// A review with what it is about.
pub(super) fn page(context: Context<'_>, request: OfReview) -> Result<ReviewPage> {
    let view = context.view()?;
    let review = view.reviews.need(request.id)?;
    let ReviewFields { before_id, after_id, .. } = review.fields;
    let compared = before_id.map(|before| compare(context, Compare { before, after: after_id }));
    let since = before_id.and_then(|id| view.snapshots.get(id)).map(|snapshot| snapshot.as_of);
    let decisions = view.decisions.in_order().into_iter();
    Ok(ReviewPage {
        review: Review::clone(review),
        compared: compared.transpose()?,
        agenda: context.coverage(None, |ledger| Agenda::of(ledger, since))?,
        carried: carried_into(&view, review),
        decisions: decisions
            .filter(|decision| decision.review_id == review.id)
            .map(|decision| Decision::clone(&decision))
            .collect(),
    })
}

/// Planned content that asks for money.
pub(super) fn fundings(context: Context<'_>, _: Nothing) -> Result<FundingList> {
    context.coverage(None, funding)
}

/// What we should stop producing.
pub(super) fn stops(context: Context<'_>, _: Nothing) -> Result<StopList> {
    context.coverage(None, stop_list)
}
