//! Looks at leads, at their courses, and counts: the work of one thread.

use super::audience::{Audience, Beside, LeadGroup, Left};
use super::count::Counts;
use super::course::Course;
use super::deals::OfLead;
use super::report::FunnelDimension;
use super::segments::{Converted, Segments};
use super::tracks::{Moves, Tracks};
use crate::demand::assets::Assets;
use crate::demand::persona::Personas;
use crate::demand::score::{Did, Links, Reading};
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::funnel::{Exit, Place, visits};
use crate::model::{EventKind, StageKind};
use crate::plan::facts::Part;
use crate::sla::Calendar;
use std::collections::HashSet;

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
    pub(super) tracks: Tracks<'a>,
    pub(super) by: FunnelDimension,
    pub(super) calendar: Calendar,
    /// How long sales takes at most, in milliseconds of working days.
    pub(super) promised: i64,
    pub(super) links: Links,
    /// Those who are marked as advocates.
    pub(super) advocates: HashSet<FactKey>,
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
    moves: Moves<'p>,
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
            reading: Reading::new(Assets::of(shared.tracks.plan), &shared.links, zone),
            personas: Personas::of(shared.tracks.plan),
            counts,
            segments: Segments::default(),
            audience: Audience::default(),
            leads: 0,
            found: Vec::new(),
        }
    }

    pub(super) fn look(&mut self, part: &Part) {
        let mut read = self.read(part);
        for at in part.slots() {
            let slot = u16::try_from(at).unwrap_or(u16::MAX);
            self.leads += 1;
            let tracks = &self.shared.tracks;
            let (course, sold) = tracks.course(part, slot, [EMAIL, ID], &mut read.moves);
            let here = self.count(&course);
            let key = FactKey::at(part.segment, slot);
            let is_advocate = self.shared.advocates.contains(&key);
            let beside = self.beside(part, &mut read, slot, (&course, here));
            let beside = Beside { is_advocate, ..beside };
            self.audience.push(beside);
            self.convert(part, &read, slot, (&course, sold));
            let is_sought = match self.shared.sought {
                Some(Sought::Group(group)) => beside.is_of(group),
                Some(Sought::At(stage)) => here.is_some_and(|(at, _)| at == stage),
                None => false,
            };
            if is_sought {
                self.found.push(key);
            }
        }
    }

    fn read<'p>(&mut self, part: &'p Part) -> Read<'p> {
        let gone =
            |kind| matches!(kind, EventKind::EmailBouncedHard | EventKind::EmailUnsubscribed);
        let mut out_of_reach = HashSet::new();
        for events in &part.events {
            let acts = (0..events.len()).map(|at| events.act(at));
            out_of_reach.extend(acts.filter(|(_, kind, _)| gone(*kind)).map(|(slot, ..)| slot));
        }
        let moves = self.shared.tracks.moves(part);
        Read { moves, out_of_reach, acts: None, names: self.names(part) }
    }

    /// What the words of the dimension's column stand for.
    fn names(&mut self, part: &Part) -> Vec<String> {
        let words = part.columns[DIMENSION].words.iter();
        let (personas, plan) = (&mut self.personas, self.shared.tracks.plan);
        let mut name = |word: &str| match self.shared.by {
            FunnelDimension::Persona => {
                let persona = personas.of_title(word).and_then(|id| plan.personas.get(id));
                persona.map_or_else(String::new, |one| one.name.clone())
            }
            _ => word.to_owned(),
        };
        words.map(&mut name).collect()
    }

    /// Counts its visits, and that it came over the seam; the stage at which it still is, and since
    /// when.
    fn count(&mut self, course: &Course) -> Option<(usize, i64)> {
        let Tracks { line, until, .. } = &self.shared.tracks;
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
        let Shared { tracks: Tracks { line, until, .. }, calendar, promised, .. } = self.shared;
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
        let left = if !(why.is_retained() && in_reach) {
            Left::PouredOut
        } else if self.is_awake(part, read, slot, left) {
            Left::Awake
        } else {
            Left::Retained
        };
        Beside { is_forgotten, left: Some(left), came_back, ..Beside::default() }
    }

    /// Whether it did something of its own accord since a time.
    fn is_awake(&mut self, part: &Part, read: &mut Read<'_>, slot: u16, left: i64) -> bool {
        let acts = read.acts.get_or_insert_with(|| self.reading.sorted(&part.events, None));
        let first = acts.partition_point(|did| did.slot < slot);
        let theirs = acts[first..].iter().take_while(|did| did.slot == slot);
        let mut since = theirs.filter(|did| did.at > left && did.at <= self.shared.tracks.until);
        since.any(Did::is_touch)
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
