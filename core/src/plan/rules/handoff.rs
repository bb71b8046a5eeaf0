//! Leads that are handed over: who gets them, what sales answers, and what both sides agreed on; leads
//! that are advocates.

use super::{Ruled, check_personas, delete_where, ids_where};
use crate::error::Result;
use crate::id::{MemberId, PersonaId};
use crate::model::{
    AdvocateFields, AgreementFields, Architecture, LeadAnswerFields, RoutingRuleFields,
};
use crate::plan::Tx;
use crate::require;

impl Ruled for LeadAnswerFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        self.member_id.map_or(Ok(()), |member| plan.members.need(member).map(drop))?;
        let answers = plan.lead_answers.iter().filter(|other| other.id != id);
        let mut same = answers.filter(|other| other.lead == self.lead);
        let twice = same.any(|other| other.handed_at == self.handed_at);
        require!(!twice, "lead", "This lead was answered already since it was handed over.");
        Ok(())
    }
}

impl Ruled for AdvocateFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        self.member_id.map_or(Ok(()), |member| plan.members.need(member).map(drop))?;
        let mut others = plan.advocates.iter().filter(|other| other.id != id);
        let twice = others.any(|other| other.lead == self.lead);
        require!(!twice, "lead", "This lead is marked as an advocate already.");
        Ok(())
    }
}

impl Ruled for RoutingRuleFields {
    fn check_in(&self, plan: &Architecture, _id: Self::Id) -> Result<()> {
        check_personas(plan, &self.persona_ids)?;
        plan.members.need(self.owner_id).map(drop)
    }
}

impl Ruled for AgreementFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        let mut others = plan.agreements.iter().filter(|other| other.id != id);
        let taken = others.any(|other| other.starts_on == self.starts_on);
        require!(!taken, "startsOn", "Another agreement starts with this month.");
        Ok(())
    }
}

/// Takes a persona out of the rules. One that asked for this persona alone goes along: with an empty
/// list it would catch everybody.
pub(super) fn forget_persona(tx: &mut Tx<'_>, id: PersonaId) -> Result<()> {
    delete_where::<RoutingRuleFields>(tx, |rule| rule.persona_ids == [id])?;
    for rule in ids_where::<RoutingRuleFields>(tx.view(), |rule| rule.persona_ids.contains(&id)) {
        tx.update::<RoutingRuleFields>(rule, None, |fields| {
            fields.persona_ids.retain(|one| *one != id);
            Ok(())
        })?;
    }
    Ok(())
}

/// Deletes the rules that lead to a member.
pub(super) fn forget_member(tx: &mut Tx<'_>, id: MemberId) -> Result<()> {
    delete_where::<RoutingRuleFields>(tx, |rule| rule.owner_id == id)
}
