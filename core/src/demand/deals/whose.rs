//! Which leads belong to which deals, and what they did.

use crate::demand::assets::Assets;
use crate::demand::funnel::DealCourse;
use crate::demand::score::{Did, Links, Reading};
use crate::error::Result;
use crate::facts::field::{AccountField, LeadField};
use crate::model::Architecture;
use crate::model::text::fold;
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use chrono_tz::Tz;
use std::collections::HashMap;

/// The fields that tell which lead is part of a deal: e-mail, id, company and domain.
pub(in crate::demand) const NAMES: [LeadField; 4] =
    [LeadField::Email, LeadField::ExternalId, LeadField::Company, LeadField::Domain];

/// The deals that leads, and accounts where no lead is named, are part of.
#[derive(Debug, Default)]
pub(in crate::demand) struct Whose {
    leads: HashMap<String, Vec<usize>>,
    /// By folded name or domain.
    accounts: HashMap<String, Vec<usize>>,
}

impl Whose {
    pub(in crate::demand) fn of(plan: &Plan, deals: &[DealCourse]) -> Result<Self> {
        let mut whose = Self::default();
        let known = if deals.iter().all(|deal| !deal.leads.is_empty()) {
            HashMap::new()
        } else {
            accounts(plan)?
        };
        for (at, deal) in deals.iter().enumerate() {
            for lead in &deal.leads {
                whose.leads.entry(lead.clone()).or_default().push(at);
            }
            if !deal.leads.is_empty() || deal.account.is_empty() {
                continue;
            }
            let told = fold(&deal.account);
            let names = known.get(&told).cloned().unwrap_or_else(|| vec![told]);
            for name in names {
                whose.accounts.entry(name).or_default().push(at);
            }
        }
        Ok(whose)
    }

    /// The deals of a lead that is called so, or is of such an account.
    fn deals(&self, names: [&str; 2], accounts: [&str; 2]) -> Vec<usize> {
        let of = |map: &HashMap<String, Vec<usize>>, names: [&str; 2]| {
            let known = |name: &&str| !name.is_empty() && !map.is_empty();
            let found =
                names.iter().filter(|name| known(name)).filter_map(|name| map.get(&fold(name)));
            found.flatten().copied().collect::<Vec<_>>()
        };
        let mut deals = of(&self.leads, names);
        deals.extend(of(&self.accounts, accounts));
        deals.sort_unstable();
        deals.dedup();
        deals
    }
}

/// The names and domains of accounts, by what deals may call them: their ids, names and domains.
fn accounts(plan: &Plan) -> Result<HashMap<String, Vec<String>>> {
    const FIELDS: [AccountField; 3] =
        [AccountField::ExternalId, AccountField::Name, AccountField::Domain];
    let mut known = HashMap::new();
    plan.read_facts(1, |facts, sessions| {
        let wanted = Wanted { fields: &FIELDS, events: false, history: None };
        facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
            for slot in 0..part.size {
                let [id, name, domain] = [0, 1, 2].map(|at| fold(part.columns[at].get(slot)));
                let names: Vec<String> =
                    [name, domain].into_iter().filter(|name| !name.is_empty()).collect();
                let called = std::iter::once(id).filter(|id| !id.is_empty());
                for key in called.chain(names.clone()) {
                    known.entry(key).or_insert_with(|| names.clone());
                }
            }
        })
    })?;
    Ok(known)
}

/// Looks for leads of deals: the work of one thread.
pub(in crate::demand) struct OfDeals<'a> {
    whose: &'a Whose,
    reading: Reading<'a>,
}

/// A lead that is part of deals.
pub(in crate::demand) struct InDeals<'p> {
    pub(in crate::demand) slot: u16,
    /// The places of its deals.
    pub(in crate::demand) deals: &'p [usize],
    /// What it did, in the order of time.
    pub(in crate::demand) theirs: &'p [Did],
    /// What tells the names of what it did.
    pub(in crate::demand) reading: &'p Reading<'p>,
}

impl<'a> OfDeals<'a> {
    pub(in crate::demand) fn new(plan: &Architecture, whose: &'a Whose, links: &'a Links) -> Self {
        Self { whose, reading: Reading::new(Assets::of(plan), links, Tz::UTC) }
    }

    /// Hands over the leads of a part that are part of deals. The part's first columns are those of
    /// [`NAMES`].
    pub(in crate::demand) fn each(&mut self, part: &Part, each: &mut dyn FnMut(&InDeals<'_>)) {
        let mut acts: Option<Vec<Did>> = None;
        for at in part.slots() {
            let said = |column: usize| part.columns[column].get(at);
            let deals = self.whose.deals([said(0), said(1)], [said(2), said(3)]);
            if deals.is_empty() {
                continue;
            }
            let slot = u16::try_from(at).unwrap_or(u16::MAX);
            let acts = acts.get_or_insert_with(|| self.reading.sorted(&part.events, None));
            let first = acts.partition_point(|did| did.slot < slot);
            let of_slot = acts[first..].iter().take_while(|did| did.slot == slot).count();
            let theirs = &acts[first..first + of_slot];
            each(&InDeals { slot, deals: &deals, theirs, reading: &self.reading });
        }
    }
}
