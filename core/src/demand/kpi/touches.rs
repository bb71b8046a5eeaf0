//! What leads of deals did of their own accord: the touches to which deals are due.

use super::passing::Passing;
use crate::demand::deals::{InDeals, NAMES, OfDeals, Whose};
use crate::demand::funnel::{DealCourse, Line};
use crate::demand::persona::Personas;
use crate::demand::scan::scan;
use crate::demand::score::{Links, links};
use crate::error::Result;
use crate::facts::field::LeadField;
use crate::funnel::Place;
use crate::model::{Architecture, StageKind, words};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};

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

/// Title and source stand behind what tells which lead is part of a deal, and what a filter asks for
/// behind those.
const TITLE: usize = NAMES.len();
const SOURCE: usize = TITLE + 1;
const FILTERED: usize = SOURCE + 1;

/// The touches of each deal, the earliest first, and whether it passes a filter.
#[derive(Clone, Debug, Default)]
pub(super) struct Touched {
    pub(super) touches: Vec<Vec<Touch>>,
    pub(super) passes: Vec<bool>,
}

/// The touches of each deal: of its leads, of its account's where it names none. Those count that came
/// before it was closed, or until `until` where it is open. A deal passes that is at the stage, and
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
    let own = NAMES.into_iter().chain([LeadField::Title, LeadField::Source]);
    let fields: Vec<LeadField> = own.chain(passing.fields()).collect();
    let wanted = Wanted { fields: &fields, events: true, history: None };
    let make = || Worker::new(view, &whose, &links, passing);
    for worker in scan(plan, wanted, make, Worker::look)? {
        worker.passed.iter().for_each(|deal| touched.passes[*deal] = true);
        for (deal, touch, passes) in worker.found {
            if deals[deal].is_touched_at(touch.at, until) {
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

/// Work of one thread.
struct Worker<'a> {
    view: &'a Architecture,
    leads: OfDeals<'a>,
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
            leads: OfDeals::new(view, whose, links),
            personas: Personas::of(view),
            passing,
            found: Vec::new(),
            passed: Vec::new(),
        }
    }

    fn look(&mut self, part: &Part) {
        let Self { view, leads, personas, passing, found, passed } = self;
        leads.each(part, &mut |lead| {
            let slot = usize::from(lead.slot);
            let is_lead = passing.is_lead(personas, part, (slot, FILTERED));
            if is_lead && !passing.filter().is_about_acts() {
                passed.extend_from_slice(lead.deals);
            }
            let persona = personas.of_title(part.columns[TITLE].get(slot));
            let persona = persona.and_then(|id| view.personas.get(id));
            let persona = persona.map_or("", |persona| persona.name.as_str());
            let by = [persona, part.columns[SOURCE].get(slot)];
            touched(lead, by, is_lead.then_some(*passing), found);
        });
    }
}

/// Touches of deals by a lead: of a persona, and the channel that it came by; and whether they pass, as
/// far as the lead does.
fn touched(
    lead: &InDeals<'_>,
    [persona, source]: [&str; 2],
    passing: Option<&Passing<'_>>,
    found: &mut Vec<(usize, Touch, bool)>,
) {
    for did in lead.theirs.iter().filter(|did| did.is_touch()) {
        let (asset, channel, campaign) = lead.reading.names(did);
        let channel = if channel.is_empty() { source } else { channel };
        let passes = passing.is_some_and(|one| one.is_of([asset, channel, campaign]));
        let of = [asset, channel, persona, campaign].map(str::to_owned);
        let touch = Touch { at: did.at, of };
        found.extend(lead.deals.iter().map(|deal| (*deal, touch.clone(), passes)));
    }
}
