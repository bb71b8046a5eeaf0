//! Looks at leads, at what they did and where they stood.

use super::passing::{Known, Passing};
use super::spend::Totals;
use crate::demand::assets::Assets;
use crate::demand::funnel::{OfLead, Tracks};
use crate::demand::persona::Personas;
use crate::demand::score::{Did, Links, Reading};
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::funnel::{Recorded, Visit, visits};
use crate::model::{EventKind, StageKind};
use crate::plan::facts::Part;
use chrono_tz::Tz;

const EMAIL: usize = 0;
const ID: usize = 1;
const SOURCE: usize = 2;
const CREATED: usize = 3;
const CONSENT: usize = 4;
/// The first of the fields that a filter asks for.
const ASKED: usize = 5;

/// The fields to ask for.
pub(super) fn fields(passing: &Passing<'_>) -> Vec<LeadField> {
    let mut fields = vec![
        LeadField::Email,
        LeadField::ExternalId,
        LeadField::Source,
        LeadField::Created,
        LeadField::Consent,
    ];
    fields.extend(passing.fields());
    fields
}

/// What all threads share.
pub(super) struct Shared<'a> {
    pub(super) tracks: &'a Tracks<'a>,
    pub(super) links: &'a Links,
    pub(super) passing: &'a Passing<'a>,
    pub(super) totals: &'a Totals,
}

/// One lead.
pub(super) struct Lead<'p> {
    /// All it did until the time that is known, and whether that passes the filter.
    acts: &'p [(Did, bool)],
    pub(super) visits: &'p [Visit],
    pub(super) recorded: &'p [Recorded],
    sold: Option<&'p OfLead>,
    /// The channel it came by first.
    pub(super) source: &'p str,
    pub(super) created: Option<i64>,
    /// Whether it has an address and did not say no.
    is_welcome: bool,
    /// Whether it counts as a lead, and not only with what it did.
    pub(super) is_counted: bool,
}

impl<'p> Lead<'p> {
    /// What it did that passes, the earliest first.
    pub(super) fn passing(&self) -> impl Iterator<Item = &'p Did> {
        self.acts.iter().filter(|(_, passes)| *passes).map(|(did, _)| did)
    }

    /// From when to when it can be written to; `None` = it cannot.
    pub(super) fn in_reach(&self) -> Option<(i64, Option<i64>)> {
        if !self.is_welcome {
            return None;
        }
        let acts = self.acts.iter().map(|(did, _)| did);
        let first = acts.clone().map(|did| did.at);
        let from =
            self.created.or_else(|| first.chain(self.visits.first().map(|one| one.entered)).min());
        let gone = |did: &&Did| {
            matches!(did.kind, EventKind::EmailBouncedHard | EventKind::EmailUnsubscribed)
        };
        let gone = acts.clone().filter(gone).map(|did| did.at).min();
        let to = gone.into_iter().chain(self.sold.and_then(|sold| sold.won)).min();
        Some((from.unwrap_or(i64::MIN), to))
    }
}

/// Looks at leads one after the other.
pub(super) struct Looker<'a> {
    shared: &'a Shared<'a>,
    reading: Reading<'a>,
    personas: Personas,
    known: Known,
}

impl<'a> Looker<'a> {
    pub(super) fn new(shared: &'a Shared<'a>, zone: Tz) -> Self {
        let plan = shared.tracks.plan;
        Self {
            shared,
            reading: Reading::new(Assets::of(plan), shared.links, zone),
            personas: Personas::of(plan),
            known: Known::default(),
        }
    }

    /// Reads what the acts that were handed out are called.
    pub(super) fn reading(&self) -> &Reading<'a> {
        &self.reading
    }

    /// Hands the leads of a segment that pass to `seen`.
    pub(super) fn each(
        &mut self,
        part: &Part,
        mut seen: impl FnMut(&mut Reading<'a>, FactKey, &Lead<'_>),
    ) {
        let Shared { tracks, passing, .. } = self.shared;
        let mut moves = tracks.moves(part);
        let acts = self.reading.sorted(&part.events, None);
        let mut theirs: Vec<(Did, bool)> = Vec::new();
        for at in part.slots() {
            if !passing.is_lead(&mut self.personas, part, (at, ASKED)) {
                continue;
            }
            let slot = u16::try_from(at).unwrap_or(u16::MAX);
            let (course, sold) = tracks.course(part, slot, [EMAIL, ID], &mut moves);
            let visits = visits(&course.recorded, tracks.line.leads, tracks.until);
            if !self.is_at_stage(&visits) {
                continue;
            }
            let said = |column: usize| part.columns[column].get(at);
            theirs.clear();
            self.acts(&acts, slot, said(SOURCE), &mut theirs);
            let created = said(CREATED).parse::<i64>().ok();
            let lead = Lead {
                is_counted: self.is_counted(said(SOURCE), &theirs),
                acts: &theirs,
                visits: &visits,
                recorded: &course.recorded,
                sold,
                source: said(SOURCE),
                created: created.filter(|at| *at <= tracks.until),
                is_welcome: !said(EMAIL).is_empty() && said(CONSENT) != "no",
            };
            seen(&mut self.reading, FactKey::at(part.segment, slot), &lead);
        }
    }

    /// What a lead did until the time that is known, and whether that passes.
    fn acts(&mut self, all: &[Did], slot: u16, source: &str, theirs: &mut Vec<(Did, bool)>) {
        let Shared { passing, tracks, .. } = self.shared;
        let first = all.partition_point(|did| did.slot < slot);
        let own = all[first..].iter().take_while(|did| did.slot == slot);
        for did in own.filter(|did| did.at <= tracks.until && did.kind != EventKind::Move) {
            let passes = self.known.passes(passing, &mut self.reading, (did, source));
            theirs.push((*did, passes));
        }
    }

    /// Whether it is at the stage that is asked for.
    fn is_at_stage(&self, visits: &[Visit]) -> bool {
        let Shared { passing, tracks, .. } = self.shared;
        let here = visits.last().filter(|last| last.ended.is_none());
        let place = |stage| tracks.line.places.get(stage).copied();
        passing.filter().stage.as_ref().is_none_or(|stage| {
            place(stage)
                .is_some_and(|at| here.is_some_and(|one| at == (StageKind::Lead, one.stage)))
        })
    }

    /// Whether the lead itself counts: it did something that passes, or came by the channel.
    fn is_counted(&self, source: &str, theirs: &[(Did, bool)]) -> bool {
        let passing = self.shared.passing;
        let did = |(did, passes): &(Did, bool)| *passes && did.is_touch();
        !passing.filter().is_about_acts() || passing.is_source(source) || theirs.iter().any(did)
    }
}
