//! Looks at leads, at their courses, and counts: the work of one thread.

use super::audience::{Audience, Beside, LeadGroup};
use super::count::Counts;
use super::course::{Course, Sign};
use super::deals::OfLead;
use super::line::Line;
use super::report::FunnelDimension;
use super::segments::{Converted, Segments};
use crate::demand::answers::Answers;
use crate::demand::assets::Assets;
use crate::demand::persona::Personas;
use crate::demand::score::{Did, Links, Reading};
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::funnel::{Exit, Place, visits};
use crate::model::text::fold;
use crate::model::{Architecture, EventKind, StageKind};
use crate::plan::facts::Part;
use crate::sla::Calendar;
use std::collections::{HashMap, HashSet};

/// The fields that are asked for, before that of the dimension.
const EMAIL: usize = 0;
const ID: usize = 1;
const CREATED: usize = 2;
const CONSENT: usize = 3;
const DIMENSION: usize = 4;

/// The fields to ask for.
pub(super) fn fields(by: FunnelDimension) -> [LeadField; 5] {
    let own = match by {
        FunnelDimension::Channel => LeadField::Source,
        FunnelDimension::Persona => LeadField::Title,
        FunnelDimension::Level => LeadField::Level,
        FunnelDimension::Industry => LeadField::Industry,
        FunnelDimension::Country => LeadField::Country,
    };
    [LeadField::Email, LeadField::ExternalId, LeadField::Created, LeadField::Consent, own]
}

/// What all threads share.
pub(super) struct Shared<'a> {
    pub(super) plan: &'a Architecture,
    pub(super) line: Line,
    pub(super) by: FunnelDimension,
    pub(super) until: i64,
    pub(super) calendar: Calendar,
    /// How long sales takes at most, in milliseconds of working days.
    pub(super) promised: i64,
    pub(super) answers: Answers,
    pub(super) links: Links,
    pub(super) deals: HashMap<String, OfLead>,
    /// Which leads are looked for besides.
    pub(super) sought: Option<Sought>,
}

/// Leads that are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sought {
    Group(LeadGroup),
    /// Those that are at a stage, by its place.
    At(usize),
}

/// Work of one thread.
pub(super) struct Worker<'a> {
    shared: &'a Shared<'a>,
    reading: Reading<'a>,
    personas: Personas,
    pub(super) counts: Counts<'a>,
    pub(super) segments: Segments,
    pub(super) audience: Audience,
    pub(super) leads: u32,
    /// Those that were looked for.
    pub(super) found: Vec<FactKey>,
}

/// What is read of a part besides its columns.
struct Read<'p> {
    /// Stage moves by slot: when, where to, and why.
    moves: HashMap<u16, Vec<(i64, Sign<'p>)>>,
    /// Those who cannot be written to any more.
    out_of_reach: HashSet<u16>,
    /// What all did, once it was asked for.
    acts: Option<Vec<Did>>,
    /// What each word of the dimension's column stands for.
    names: Vec<String>,
}

impl<'a> Worker<'a> {
    pub(super) fn new(shared: &'a Shared<'a>, counts: Counts<'a>) -> Self {
        let zone = shared.calendar.zone();
        Self {
            shared,
            reading: Reading::new(Assets::of(shared.plan), &shared.links, zone),
            personas: Personas::of(shared.plan),
            counts,
            segments: Segments::default(),
            audience: Audience::default(),
            leads: 0,
            found: Vec::new(),
        }
    }

    pub(super) fn look(&mut self, part: &Part) {
        let mut read = self.read(part);
        let mut signs = Vec::new();
        for at in part.slots() {
            let slot = u16::try_from(at).unwrap_or(u16::MAX);
            self.leads += 1;
            signs.clear();
            signs.extend(read.moves.remove(&slot).unwrap_or_default());
            let sold = self.signs(part, slot, &mut signs);
            let course = Course::of(&self.shared.line, &mut signs, self.shared.until);
            let here = self.count(&course);
            let beside = self.beside(part, &mut read, slot, (&course, here));
            self.audience.push(beside);
            self.convert(part, &read, slot, (&course, sold));
            let is_sought = match self.shared.sought {
                Some(Sought::Group(group)) => beside.is_of(group),
                Some(Sought::At(stage)) => here.is_some_and(|(at, _)| at == stage),
                None => false,
            };
            if is_sought {
                self.found.push(FactKey::at(part.segment, slot));
            }
        }
    }

    fn read<'p>(&mut self, part: &'p Part) -> Read<'p> {
        let mut read = Read {
            moves: HashMap::new(),
            out_of_reach: HashSet::new(),
            acts: None,
            names: self.names(part),
        };
        let mut places: HashMap<&str, Option<Place>> = HashMap::new();
        for events in &part.events {
            for at in 0..events.len() {
                let (slot, kind, time) = events.act(at);
                match kind {
                    EventKind::Move => {
                        let said = events.assets.get(at);
                        let line = &self.shared.line;
                        let place = *places.entry(said).or_insert_with(|| line.of_lead(said));
                        let Some(place) = place else { continue };
                        let reason = events.campaigns.get(at);
                        let sign = Sign::Recorded { place, exact: true, reason };
                        read.moves.entry(slot).or_default().push((time, sign));
                    }
                    EventKind::EmailBouncedHard | EventKind::EmailUnsubscribed => {
                        read.out_of_reach.insert(slot);
                    }
                    _ => {}
                }
            }
        }
        read
    }

    /// What the words of the dimension's column stand for.
    fn names(&mut self, part: &Part) -> Vec<String> {
        let words = part.columns[DIMENSION].words.iter();
        let (personas, plan) = (&mut self.personas, self.shared.plan);
        let mut name = |word: &str| match self.shared.by {
            FunnelDimension::Persona => {
                let persona = personas.of_title(word).and_then(|id| plan.personas.get(id));
                persona.map_or_else(String::new, |one| one.name.clone())
            }
            _ => word.to_owned(),
        };
        words.map(&mut name).collect()
    }

    /// What lists of leads, answers of sales and deals tell of a lead; the deals it is part of.
    fn signs<'p>(
        &self,
        part: &'p Part,
        slot: u16,
        signs: &mut Vec<(i64, Sign<'p>)>,
    ) -> Option<&'a OfLead> {
        let Shared { line, deals, plan, until, .. } = self.shared;
        let said = part.history.of_row(slot);
        signs.extend(said.filter_map(|(at, stage)| {
            let place = line.of_lead(stage)?;
            Some((at.0, Sign::Recorded { place, exact: false, reason: "" }))
        }));
        let key = FactKey::at(part.segment, slot);
        let answers = self.shared.answers.about(key).map_or(&[][..], |said| &said.answers);
        for answer in answers.iter().filter_map(|id| plan.lead_answers.get(*id)) {
            // What sales said since the files were made is known too, as of then.
            let at = answer.answered_at.0.min(*until);
            signs.push((at, Sign::Answered(answer.answer, answer.reason)));
        }
        if deals.is_empty() {
            return None;
        }
        let name = |column: usize| fold(part.columns[column].get(slot.into()));
        let sold = [EMAIL, ID].iter().find_map(|column| deals.get(&name(*column)))?;
        for (at, exact) in &sold.began {
            let place = Place::Past;
            signs.push((*at, Sign::Recorded { place, exact: *exact, reason: "" }));
        }
        signs.extend(sold.lost.map(|at| (at, Sign::DealsLost)));
        Some(sold)
    }

    /// Counts its visits, and that it came over the seam; the stage at which it still is, and since
    /// when.
    fn count(&mut self, course: &Course) -> Option<(usize, i64)> {
        let Shared { line, until, .. } = self.shared;
        let visits = visits(&course.recorded, line.leads, *until);
        for visit in &visits {
            self.counts.visit(StageKind::Lead, visit);
        }
        if let Some(past) = course.recorded.iter().find(|one| one.place == Place::Past) {
            self.counts.seam(past.at, |seam| seam.leads += 1);
        }
        let last = visits.last().filter(|last| last.exit == Exit::Here);
        last.map(|last| (last.stage, last.entered))
    }

    /// Whether it waits before the handoff for longer than sales promised, and nobody answered.
    fn is_forgotten(&self, course: &Course, here: Option<(usize, i64)>) -> bool {
        let Shared { line, until, calendar, promised, .. } = self.shared;
        let before = line.handoff.and_then(|handoff| handoff.checked_sub(1));
        here.is_some_and(|(stage, entered)| {
            Some(stage) == before
                && course.left.is_none()
                && course.answered.is_none_or(|at| at < entered)
                && calendar.days_after(entered, *promised) < *until
        })
    }

    /// What it is beside the way to a deal.
    fn beside(
        &mut self,
        part: &Part,
        read: &mut Read<'_>,
        slot: u16,
        (course, here): (&Course, Option<(usize, i64)>),
    ) -> Beside {
        let is_forgotten = self.is_forgotten(course, here);
        let came_back = course.came_back;
        let Some((left, why)) = course.left else {
            return Beside { is_forgotten, came_back, ..Beside::default() };
        };
        let said = |column: usize| part.columns[column].get(slot.into());
        let in_reach =
            !said(EMAIL).is_empty() && said(CONSENT) != "no" && !read.out_of_reach.contains(&slot);
        let is_retained = why.is_retained() && in_reach;
        let is_awake = is_retained && self.is_awake(part, read, slot, left);
        Beside { is_forgotten, left: Some(is_retained), is_awake, came_back }
    }

    /// Whether it did something of its own accord since a time.
    fn is_awake(&mut self, part: &Part, read: &mut Read<'_>, slot: u16, left: i64) -> bool {
        let acts = read.acts.get_or_insert_with(|| self.reading.sorted(&part.events, None));
        let first = acts.partition_point(|did| did.slot < slot);
        let theirs = acts[first..].iter().take_while(|did| did.slot == slot);
        let mut since = theirs.filter(|did| did.at > left && did.at <= self.shared.until);
        since.any(|did| did.kind.is_engagement() && !did.machine)
    }

    fn convert(
        &mut self,
        part: &Part,
        read: &Read<'_>,
        slot: u16,
        (course, sold): (&Course, Option<&OfLead>),
    ) {
        let created = part.columns[CREATED].get(slot.into()).parse::<i64>().ok();
        let first = course.recorded.first().filter(|one| one.exact).map(|one| one.at);
        let past = course.recorded.iter().find(|one| one.place == Place::Past);
        let lead = Converted {
            began: created.or(first),
            has_deal: past.is_some(),
            deal: past.filter(|one| one.exact).map(|one| one.at),
            won: sold.and_then(|sold| sold.won),
        };
        let code = part.columns[DIMENSION].codes.get(usize::from(slot));
        let name = code.and_then(|code| read.names.get(*code as usize));
        self.segments.push(name.map_or("", String::as_str), lead);
    }
}
