//! Who belongs to each deal: its leads, or those of its account where it names none.

use super::whose::{NAMES, OfDeals, Whose};
use crate::demand::assets::Assets;
use crate::demand::funnel::DealCourse;
use crate::demand::persona::Personas;
use crate::demand::scan::scan;
use crate::demand::score::{Links, links};
use crate::demand::stamps::versions;
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::id::PersonaId;
use crate::model::Architecture;
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// Which way of working it out it was kept by: counted up when the way changes.
const WAY: u32 = 1;
/// Of an account that has more leads than these, those are kept that did something last.
const MOST: usize = 50;
/// The job title stands behind what tells which lead is part of a deal.
const TITLE: usize = NAMES.len();

/// Who belongs to a deal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct People {
    /// Their numbers, those first who touched content last.
    pub(super) leads: Vec<u32>,
    /// All of them.
    pub(super) count: u32,
    /// The personas that their titles tell of.
    pub(super) personas: BTreeSet<PersonaId>,
    /// When one of them did something of its own accord last, as far as that counts for the deal.
    pub(super) touched: Option<i64>,
}

/// Who belongs to each deal, by the deal's number.
pub(super) fn people(
    plan: &Plan,
    view: &Architecture,
    deals: &[DealCourse],
    until: i64,
) -> Result<HashMap<u32, People>> {
    let named = Assets::of(view).stamp();
    let stamp = format!("{WAY} {} {} {named}", plan.facts_stamp(view)?, versions(&view.personas));
    let kept = plan.kept_figure("deals people", &stamp)?;
    if let Some(people) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        return Ok(people);
    }
    let people = worked_out(plan, view, deals, until)?;
    let json =
        serde_json::to_string(&people).map_err(|error| Error::Internal(error.to_string()))?;
    plan.keep_figure("deals people", &stamp, json);
    Ok(people)
}

fn worked_out(
    plan: &Plan,
    view: &Architecture,
    deals: &[DealCourse],
    until: i64,
) -> Result<HashMap<u32, People>> {
    if deals.is_empty() {
        return Ok(HashMap::new());
    }
    let (whose, links) = (Whose::of(plan, deals)?, links(plan)?);
    let fields = [&NAMES[..], &[LeadField::Title]].concat();
    let wanted = Wanted { fields: &fields, events: true, history: None };
    let make = || Worker::new(view, &whose, &links, (deals, until));
    let mut found: HashMap<usize, Vec<Found>> = HashMap::new();
    for worker in scan(plan, wanted, make, Worker::look)? {
        for (deal, lead) in worker.found {
            found.entry(deal).or_default().push(lead);
        }
    }
    let all = found.into_iter().map(|(at, leads)| (deals[at].key.0, People::of(&deals[at], leads)));
    Ok(all.collect())
}

/// A lead of a deal.
struct Found {
    key: u32,
    persona: Option<PersonaId>,
    touched: Option<i64>,
}

impl People {
    fn of(deal: &DealCourse, mut leads: Vec<Found>) -> Self {
        leads.sort_unstable_by_key(|one| (Reverse(one.touched), one.key));
        let most = if deal.leads.is_empty() { MOST } else { usize::MAX };
        Self {
            leads: leads.iter().take(most).map(|one| one.key).collect(),
            count: u32::try_from(leads.len()).unwrap_or(u32::MAX),
            personas: leads.iter().filter_map(|one| one.persona).collect(),
            touched: leads.iter().filter_map(|one| one.touched).max(),
        }
    }
}

/// Work of one thread.
struct Worker<'a> {
    leads: OfDeals<'a>,
    personas: Personas,
    deals: &'a [DealCourse],
    until: i64,
    found: Vec<(usize, Found)>,
}

impl<'a> Worker<'a> {
    fn new(
        view: &Architecture,
        whose: &'a Whose,
        links: &'a Links,
        (deals, until): (&'a [DealCourse], i64),
    ) -> Self {
        let leads = OfDeals::new(view, whose, links);
        Self { leads, personas: Personas::of(view), deals, until, found: Vec::new() }
    }

    fn look(&mut self, part: &Part) {
        let Self { leads, personas, deals, until, found } = self;
        leads.each(part, &mut |lead| {
            let persona = personas.of_title(part.columns[TITLE].get(lead.slot.into()));
            let key = FactKey::at(part.segment, lead.slot).0;
            for at in lead.deals {
                let counts = |time: &i64| deals[*at].is_touched_at(*time, *until);
                let touches = lead.theirs.iter().filter(|did| did.is_touch()).map(|did| did.at);
                let touched = touches.filter(counts).max();
                found.push((*at, Found { key, persona, touched }));
            }
        });
    }
}
