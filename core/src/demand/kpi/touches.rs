//! What leads of deals did of their own accord: the touches to which deals are due.

use super::passing::Passing;
use crate::attribution::counts;
use crate::demand::assets::Assets;
use crate::demand::funnel::{DealCourse, Line};
use crate::demand::persona::Personas;
use crate::demand::scan::scan;
use crate::demand::score::{Did, Links, Reading, links};
use crate::error::Result;
use crate::facts::field::{AccountField, LeadField};
use crate::funnel::Place;
use crate::model::text::fold;
use crate::model::{Architecture, StageKind, words};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use chrono_tz::Tz;
use std::collections::HashMap;

words! {
    /// What revenue is told apart by.
    RevenueDimension {
        /// The content that was engaged with.
        Asset = "asset",
        /// The channel it came over.
        Channel = "channel",
        /// The persona of the lead.
        Persona = "persona",
        /// The campaign.
        Campaign = "campaign",
    }
}

/// Something that a lead of a deal did.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Touch {
    pub(super) at: i64,
    /// What it has of each dimension; empty where that is not known.
    of: [String; 4],
}

impl Touch {
    pub(super) fn of(&self, dimension: RevenueDimension) -> &str {
        &self.of[dimension as usize]
    }
}

const FIELDS: [LeadField; 6] = [
    LeadField::Email,
    LeadField::ExternalId,
    LeadField::Title,
    LeadField::Company,
    LeadField::Domain,
    LeadField::Source,
];

/// The deals that leads, and accounts where no lead is named, are part of.
#[derive(Debug, Default)]
struct Whose {
    leads: HashMap<String, Vec<usize>>,
    /// By folded name or domain.
    accounts: HashMap<String, Vec<usize>>,
}

/// The touches of each deal, the earliest first, and whether it passes a filter.
#[derive(Clone, Debug, Default)]
pub(super) struct Touched {
    pub(super) touches: Vec<Vec<Touch>>,
    pub(super) passes: Vec<bool>,
}

/// The touches of each deal: of its leads, of its account's where it names none. Those count that came
/// before it was closed, or before `until` where it is open. A deal passes that is at the stage, and
/// of whose leads one passes and did something that does.
pub(super) fn touches(
    plan: &Plan,
    view: &Architecture,
    deals: &[DealCourse],
    (line, until): (&Line, i64),
    passing: &Passing<'_>,
) -> Result<Touched> {
    let filter = passing.filter();
    let mut touched = Touched {
        touches: vec![Vec::new(); deals.len()],
        passes: vec![filter.is_open() || filter.is_of_stage_alone(); deals.len()],
    };
    if deals.is_empty() {
        return Ok(touched);
    }
    let (whose, links) = (Whose::of(plan, deals)?, links(plan)?);
    let fields: Vec<LeadField> = FIELDS.into_iter().chain(passing.fields()).collect();
    let wanted = Wanted { fields: &fields, events: true, history: None };
    let make = || Worker::new(view, &whose, &links, passing);
    let counts_for = |deal: &DealCourse, at| counts(at, deal.closed.unwrap_or(until));
    for worker in scan(plan, wanted, make, Worker::look)? {
        worker.passed.iter().for_each(|deal| touched.passes[*deal] = true);
        for (deal, touch, passes) in worker.found {
            if counts_for(&deals[deal], touch.at) {
                touched.passes[deal] |= passes;
                touched.touches[deal].push(touch);
            }
        }
    }
    touched.touches.iter_mut().for_each(|theirs| theirs.sort_unstable());
    if let Some(stage) = filter.stage {
        let place = line.places.get(&stage).filter(|(kind, _)| *kind == StageKind::Deal);
        let is_there = |deal: &DealCourse| {
            let here = deal.recorded.last().map(|one| one.place);
            place.is_some_and(|(_, place)| here == Some(Place::Stage(*place)))
        };
        let passes = deals.iter().zip(&mut touched.passes);
        passes.for_each(|(deal, passes)| *passes &= is_there(deal));
    }
    Ok(touched)
}

impl Whose {
    fn of(plan: &Plan, deals: &[DealCourse]) -> Result<Self> {
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

/// Work of one thread.
struct Worker<'a> {
    view: &'a Architecture,
    whose: &'a Whose,
    reading: Reading<'a>,
    personas: Personas,
    passing: &'a Passing<'a>,
    /// Touches of deals, and whether they pass.
    found: Vec<(usize, Touch, bool)>,
    /// Deals that pass for one of their leads does.
    passed: Vec<usize>,
}

impl<'a> Worker<'a> {
    fn new(
        view: &'a Architecture,
        whose: &'a Whose,
        links: &'a Links,
        passing: &'a Passing<'a>,
    ) -> Self {
        Self {
            view,
            whose,
            reading: Reading::new(Assets::of(view), links, Tz::UTC),
            personas: Personas::of(view),
            passing,
            found: Vec::new(),
            passed: Vec::new(),
        }
    }

    fn look(&mut self, part: &Part) {
        let mut acts: Option<Vec<Did>> = None;
        for at in part.slots() {
            let said = |column: usize| part.columns[column].get(at);
            let deals = self.whose.deals([said(0), said(1)], [said(3), said(4)]);
            if deals.is_empty() {
                continue;
            }
            let is_lead = self.passing.is_lead(&mut self.personas, part, (at, FIELDS.len()));
            if is_lead && !self.passing.filter().is_about_acts() {
                self.passed.extend_from_slice(&deals);
            }
            let acts = acts.get_or_insert_with(|| self.reading.sorted(&part.events, None));
            self.touched(&deals, acts, (at, [said(2), said(5)], is_lead));
        }
    }

    /// Touches of deals by a lead: its slot, its title and the channel it came by, and whether it passes.
    fn touched(
        &mut self,
        deals: &[usize],
        acts: &[Did],
        (at, [title, source], is_lead): (usize, [&str; 2], bool),
    ) {
        let slot = u16::try_from(at).unwrap_or(u16::MAX);
        let first = acts.partition_point(|did| did.slot < slot);
        let theirs = acts[first..].iter().take_while(|did| did.slot == slot);
        let persona = self.personas.of_title(title).and_then(|id| self.view.personas.get(id));
        let persona = persona.map_or("", |persona| persona.name.as_str());
        for did in theirs.filter(|did| did.kind.is_engagement() && !did.machine) {
            let (asset, channel, campaign) = self.reading.names(did);
            let channel = if channel.is_empty() { source } else { channel };
            let passes = is_lead && self.passing.is_of([asset, channel, campaign]);
            let of = [asset, channel, persona, campaign].map(str::to_owned);
            let touch = Touch { at: did.at, of };
            self.found.extend(deals.iter().map(|deal| (*deal, touch.clone(), passes)));
        }
    }
}
