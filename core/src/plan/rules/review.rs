//! Ratings, snapshots, reviews and their decisions.

use super::{Ruled, check_name, delete_where, update_where};
use crate::error::Result;
use crate::model::{Architecture, DecisionFields, RatingFields, ReviewFields, SnapshotFields};
use crate::plan::Tx;

impl Ruled for RatingFields {
    fn check_in(&self, plan: &Architecture, _id: Self::Id) -> Result<()> {
        plan.members.need(self.member_id).map(drop)
    }
}

impl Ruled for SnapshotFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        update_where::<ReviewFields>(
            tx,
            |review| review.before_id == Some(id) || review.after_id == Some(id),
            |review| {
                review.before_id = review.before_id.filter(|before| *before != id);
                review.after_id = review.after_id.filter(|after| *after != id);
            },
        )
    }
}

impl Ruled for ReviewFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)?;
        let mut named = self.before_id.into_iter().chain(self.after_id);
        named.try_for_each(|snapshot| plan.snapshots.need(snapshot).map(drop))
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        delete_where::<DecisionFields>(tx, |decision| decision.review_id == id)
    }
}

impl Ruled for DecisionFields {
    fn check_in(&self, plan: &Architecture, _id: Self::Id) -> Result<()> {
        plan.reviews.need(self.review_id).map(drop)
    }
}
