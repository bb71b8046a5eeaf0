//! Looks at what leads did, and sorts the gaps by segment: the work of one thread.

use super::assets::Assets;
use super::gaps::GapDimension;
use super::persona::Personas;
use crate::consumption::Gaps;
use crate::facts::event::Events;
use crate::facts::texts::Words;
use crate::model::EventKind;
use crate::model::{Architecture, Word};
use crate::plan::facts::Part;
use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use std::collections::HashMap;

/// Gaps of the segments that one thread looks at.
pub(super) struct Worker<'a> {
    plan: &'a Architecture,
    by: &'a [GapDimension],
    until: i64,
    zone: Tz,
    personas: Personas,
    assets: Assets,
    /// The texts of each dimension, and the number of each.
    texts: Vec<HashMap<String, u32>>,
    places: HashMap<Vec<u32>, usize>,
    pub(super) segments: Vec<Vec<String>>,
    pub(super) gaps: Vec<Gaps>,
    pub(super) negative: usize,
    pub(super) later: usize,
}

impl<'a> Worker<'a> {
    pub(super) fn new(plan: &'a Architecture, by: &'a [GapDimension], until: i64) -> Self {
        let zone = plan.workspace().ok().and_then(|one| one.time_zone.parse().ok());
        Self {
            plan,
            by,
            until,
            zone: zone.unwrap_or(Tz::UTC),
            personas: Personas::of(plan),
            assets: Assets::of(plan),
            texts: vec![HashMap::new(); by.len()],
            places: HashMap::new(),
            segments: Vec::new(),
            gaps: Vec::new(),
            negative: 0,
            later: 0,
        }
    }

    pub(super) fn look(&mut self, part: &Part) {
        let codes = self.codes(part);
        let events = self.events(&part.events);
        for theirs in events.chunk_by(|a, b| (a.slot, a.asset) == (b.slot, b.asset)) {
            self.look_at(theirs, part, &codes);
        }
    }

    /// For each dimension that a field tells, the numbers of its words in this part.
    fn codes(&mut self, part: &Part) -> Vec<Vec<u32>> {
        let mut columns = part.columns.iter();
        let mut codes = Vec::with_capacity(self.by.len());
        for (at, one) in self.by.iter().enumerate() {
            let words = one.field().and_then(|_| columns.next()).map(|texts| &texts.words);
            let numbers = words.into_iter().flat_map(Words::iter).map(|word| {
                let text = match one {
                    GapDimension::Persona => {
                        let persona = self.personas.of_title(word);
                        let found = persona.and_then(|id| self.plan.personas.get(id));
                        found.map_or_else(String::new, |found| found.name.clone())
                    }
                    _ => word.to_owned(),
                };
                number(&mut self.texts[at], text)
            });
            codes.push(numbers.collect());
        }
        codes
    }

    /// All events of a part by lead, content and time, with the numbers of contents that hold for
    /// all parts.
    fn events(&mut self, chunks: &[Events]) -> Vec<Act> {
        let mut acts = Vec::with_capacity(chunks.iter().map(Events::len).sum());
        for events in chunks {
            let words = events.assets.words.iter();
            let numbers: Vec<u32> = words.map(|word| self.assets.number(word)).collect();
            for at in 0..events.len() {
                let (slot, kind, time) = events.act(at);
                if kind != EventKind::Request && kind != EventKind::Open {
                    continue;
                }
                let asset = numbers[events.assets.codes[at] as usize];
                acts.push(Act { slot, asset, at: time, kind });
            }
        }
        if !acts.is_sorted() {
            acts.sort_unstable();
        }
        acts
    }

    /// What one lead did with one content.
    fn look_at(&mut self, acts: &[Act], part: &Part, codes: &[Vec<u32>]) {
        let is = |kind: EventKind| move |act: &&Act| act.kind == kind;
        let Some(request) = acts.iter().find(is(EventKind::Request)) else { return };
        if request.at > self.until {
            self.later += 1;
            return;
        }
        let mut opens = acts.iter().filter(is(EventKind::Open));
        let open = opens.find(|act| act.at >= request.at).filter(|act| act.at <= self.until);
        if open.is_none()
            && acts.iter().any(|act| act.kind == EventKind::Open && act.at < request.at)
        {
            self.negative += 1;
            return;
        }
        let place = self.place(request, part, codes);
        let gap = open.map(|open| seconds(open.at - request.at));
        self.gaps[place].push(seconds(self.until - request.at), gap);
    }

    fn place(&mut self, request: &Act, part: &Part, codes: &[Vec<u32>]) -> usize {
        let mut key = [0_u32; GapDimension::ALL.len()];
        let mut columns = part.columns.iter();
        for (at, one) in self.by.iter().enumerate() {
            key[at] = match one {
                GapDimension::Asset => request.asset,
                GapDimension::Format => self.assets.format_of(request.asset),
                GapDimension::Month => month(request.at, self.zone),
                GapDimension::Persona | GapDimension::Level | GapDimension::Industry => {
                    let texts = columns.next();
                    let code = texts.and_then(|texts| texts.codes.get(usize::from(request.slot)));
                    let number = code.and_then(|code| codes[at].get(*code as usize));
                    number.copied().unwrap_or_default()
                }
            };
        }
        let key = &key[..self.by.len()];
        if let Some(place) = self.places.get(key) {
            return *place;
        }
        let segment = self.segment(key);
        self.segments.push(segment);
        self.gaps.push(Gaps::default());
        self.places.insert(key.to_vec(), self.gaps.len() - 1);
        self.gaps.len() - 1
    }

    /// The names of a segment.
    fn segment(&self, key: &[u32]) -> Vec<String> {
        let name = |(at, one): (usize, &GapDimension)| match one {
            GapDimension::Asset => self.assets.names[key[at] as usize].clone(),
            GapDimension::Format => self.assets.formats[key[at] as usize].clone(),
            GapDimension::Month => format!("{:04}-{:02}", key[at] / 12, key[at] % 12 + 1),
            _ => {
                let found = self.texts[at].iter().find(|(_, number)| **number == key[at]);
                found.map_or_else(String::new, |(text, _)| text.clone())
            }
        };
        self.by.iter().enumerate().map(name).collect()
    }
}

/// One event, in the order in which a lead's are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Act {
    slot: u16,
    asset: u32,
    at: i64,
    kind: EventKind,
}

/// Whole seconds, rounded up.
fn seconds(millis: i64) -> u32 {
    u32::try_from(millis.max(0).saturating_add(999) / 1_000).unwrap_or(u32::MAX)
}

fn month(at: i64, zone: Tz) -> u32 {
    let Some(time) = DateTime::from_timestamp_millis(at) else { return 0 };
    let day = time.with_timezone(&zone).date_naive();
    u32::try_from(day.year()).unwrap_or(0) * 12 + day.month0()
}

fn number(texts: &mut HashMap<String, u32>, text: String) -> u32 {
    let next = u32::try_from(texts.len()).unwrap_or(u32::MAX);
    *texts.entry(text).or_insert(next)
}
