//! Who gets a lead.

use crate::id::{MemberId, PersonaId};
use crate::model::{Architecture, RoutingRule};
use std::sync::Arc;

/// The rules of a plan, in their order. One whose owner has left is passed over.
#[derive(Clone, Debug)]
pub(super) struct Routing {
    rules: Vec<Arc<RoutingRule>>,
}

impl Routing {
    pub(super) fn of(plan: &Architecture) -> Self {
        let mut rules = plan.routing_rules.in_order();
        rules.retain(|rule| plan.members.get(rule.owner_id).is_some_and(|owner| !owner.former));
        Self { rules }
    }

    /// The owner that the first rule names which a lead meets; `None` = it is assigned to nobody.
    /// Without a domain that of the address counts.
    pub(super) fn owner(
        &self,
        persona: Option<PersonaId>,
        company: &str,
        (domain, address): (&str, &str),
        country: &str,
    ) -> Option<MemberId> {
        let own = address.rsplit_once('@').map_or("", |(_, domain)| domain);
        let domain = if domain.is_empty() { own } else { domain };
        let met = self.rules.iter().find(|rule| rule.meets(persona, [company, domain], country));
        met.map(|rule| rule.owner_id)
    }
}
