//! The workspace itself, and who works on it.

use super::handoff::forget_member;
use super::{Ruled, check_name, delete_where};
use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::model::{Architecture, MemberFields, ReadingFields, WorkspaceFields};
use crate::plan::Tx;
use crate::require;

impl Ruled for WorkspaceFields {
    fn may_delete(_plan: &Architecture, _id: Self::Id) -> Result<()> {
        Err(Error::invalid("The workspace itself cannot be deleted."))
    }
}

impl Ruled for MemberFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)?;
        let others = plan.members.iter().any(|member| member.id != id && !member.former);
        require!(
            !self.former || others,
            "former",
            "Somebody has to stay: this is the last member."
        );
        Ok(())
    }

    fn may_delete(plan: &Architecture, id: Self::Id) -> Result<()> {
        let others = plan.members.iter().any(|member| member.id != id && !member.former);
        if !others {
            return Err(Error::invalid("Somebody has to stay: this is the last member."));
        }
        if signed(plan, id) {
            return Err(Error::invalid(
                "This member signed answers, needs, ratings, notes or marks, which keep the name. Mark the \
                 member as former instead.",
            ));
        }
        Ok(())
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        delete_where::<ReadingFields>(tx, |reading| reading.member_id == id)?;
        forget_member(tx, id)
    }
}

/// Whether something carries the member's name for good.
fn signed(plan: &Architecture, id: MemberId) -> bool {
    plan.verdicts.iter().any(|answer| answer.member_id == id || answer.entered_by == id)
        || plan.needs.iter().any(|need| need.author_id == Some(id))
        || plan.ratings.iter().any(|rating| rating.member_id == id)
        || plan.programme_notes.iter().any(|note| note.author_id == Some(id))
        || plan.lead_answers.iter().any(|answer| answer.member_id == Some(id))
        || plan.advocates.iter().any(|mark| mark.member_id == Some(id))
}
