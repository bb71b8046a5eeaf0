//! Who speaks within a change, and whose answer is entered: "MR for A. Kim".

use super::Tx;
use crate::error::{Error, Result};
use crate::id::{MemberId, PlacementId};
use crate::model::{Answer, VerdictFields};

impl Tx<'_> {
    /// Who speaks; an answer without a name would be worth nothing.
    pub fn speaker(&self) -> Result<MemberId> {
        self.by()
            .member
            .ok_or_else(|| Error::invalid("Say first who is speaking: choose a member."))
    }

    /// Answers the deal check of a placement for a member, entered by whoever speaks. Earlier
    /// answers are kept.
    pub fn answer(
        &mut self,
        placement: PlacementId,
        member: MemberId,
        answer: Answer,
        reason: &str,
    ) -> Result<()> {
        let side = self.view().members.need(member)?.role.side();
        self.create(VerdictFields {
            placement_id: placement,
            member_id: member,
            entered_by: self.speaker()?,
            side,
            answer,
            reason: reason.to_owned(),
            answered_at: self.by().at,
        })
        .map(drop)
    }
}
