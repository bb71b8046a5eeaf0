//! The content consumption gap by segments of leads.

use super::persona::Personas;
use super::scan::scan;
use crate::consumption::{Consumption, Gaps, REFERENCE_GAPS, ReferenceGap};
use crate::error::{Error, Result};
use crate::facts::event::{EventKind, Events};
use crate::facts::field::LeadField;
use crate::id::EntityId;
use crate::model::text::fold;
use crate::model::{Architecture, Fields, Millis, Table, Word, words};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted, stamp};
use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hasher;
use ts_rs::TS;

words! {
    /// What segments are told apart by.
    GapDimension {
        /// The persona that the job title tells of.
        Persona = "persona",
        /// The level.
        Level = "level",
        /// The company's industry.
        Industry = "industry",
        /// The format of the content.
        Format = "format",
        /// The content.
        Asset = "asset",
        /// The month of the request.
        Month = "month",
    }
}

/// A segment's figures, without its curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapRow {
    /// What it has of each dimension asked for; empty where that is not known.
    pub segment: Vec<String>,
    /// Its figures; curve and histogram are left out.
    #[serde(flatten)]
    pub figures: Consumption,
}

/// The gap of all leads and by segments.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsumptionReport {
    /// As of when: requests not opened by then are known to be unopened until then.
    pub as_of: Option<Millis>,
    /// The dimensions.
    pub by: Vec<GapDimension>,
    /// The figures.
    #[serde(flatten)]
    pub figures: GapFigures,
    /// What others published.
    pub references: Vec<ReferenceGap>,
}

/// The figures of a report, as they are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapFigures {
    /// All requests.
    pub all: Consumption,
    /// The segments, by the name of each dimension.
    pub segments: Vec<GapRow>,
    /// Requests whose content was opened only before; left out.
    pub negative: usize,
    /// Requests later than the as-of time; left out.
    pub later: usize,
}

/// One segment with its curve and histogram.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsumptionSegment {
    /// What it has of each dimension.
    pub segment: Vec<String>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: Consumption,
}

/// The gap by some dimensions. `as_of` = the newest time in the files unless given.
pub fn consumption(
    plan: &Plan,
    by: &[GapDimension],
    as_of: Option<Millis>,
) -> Result<ConsumptionReport> {
    check(by)?;
    let view = plan.view();
    let newest = view.batches.iter().map(|batch| batch.as_of).max();
    let figures = figures(plan, &view, by, as_of.or(newest))?;
    let references = REFERENCE_GAPS.to_vec();
    Ok(ConsumptionReport { as_of: as_of.or(newest), by: by.to_vec(), figures, references })
}

fn figures(
    plan: &Plan,
    view: &Architecture,
    by: &[GapDimension],
    as_of: Option<Millis>,
) -> Result<GapFigures> {
    let (name, stamp) = (named(by, as_of), stamp_of(view, by));
    let kept = plan.kept_figure(&name, &stamp)?;
    // What cannot be read was kept by another version: it is worked out anew.
    if let Some(figures) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        return Ok(figures);
    }
    let figures = worked_out(plan, view, by, as_of)?.figures(by);
    let json =
        serde_json::to_string(&figures).map_err(|error| Error::Internal(error.to_string()))?;
    plan.keep_figure(&name, &stamp, json)?;
    Ok(figures)
}

/// One segment of them, with its curve.
pub fn consumption_segment(
    plan: &Plan,
    by: &[GapDimension],
    segment: &[String],
    as_of: Option<Millis>,
) -> Result<ConsumptionSegment> {
    let found = consumption_segments(plan, by, &[segment.to_vec()], as_of)?;
    found.into_iter().next().ok_or_else(|| Error::Internal("no segment".to_owned()))
}

/// Some segments of them, each with its curve, from one look at all leads.
pub fn consumption_segments(
    plan: &Plan,
    by: &[GapDimension],
    segments: &[Vec<String>],
    as_of: Option<Millis>,
) -> Result<Vec<ConsumptionSegment>> {
    check(by)?;
    if segments.is_empty() {
        return Ok(Vec::new());
    }
    let view = plan.view();
    let newest = view.batches.iter().map(|batch| batch.as_of).max();
    let mut found = worked_out(plan, &view, by, as_of.or(newest))?;
    let one = |segment: &Vec<String>| {
        let mut gaps = found.segments.remove(segment).unwrap_or_default();
        ConsumptionSegment { segment: segment.clone(), figures: gaps.summary() }
    };
    Ok(segments.iter().map(one).collect())
}

fn check(by: &[GapDimension]) -> Result<()> {
    let twice = by.iter().enumerate().any(|(at, one)| by[..at].contains(one));
    if twice {
        return Err(Error::invalid_field("by", "A dimension is named twice."));
    }
    Ok(())
}

fn named(by: &[GapDimension], as_of: Option<Millis>) -> String {
    let words: Vec<_> = by.iter().map(|one| one.as_word()).collect();
    let until = as_of.map_or_else(String::new, |at| at.0.to_string());
    format!("consumption {} {until}", words.join(","))
}

/// What the figures depend on: the facts, and what the plan says of titles and content.
fn stamp_of(plan: &Architecture, by: &[GapDimension]) -> String {
    let mut stamp = stamp(plan);
    let zone = plan.workspace().map(|one| one.time_zone.clone()).unwrap_or_default();
    for one in by {
        let kinds = match one {
            GapDimension::Persona => versions(&plan.personas),
            GapDimension::Asset => versions(&plan.assets),
            GapDimension::Format => {
                format!("{} {}", versions(&plan.assets), versions(&plan.formats))
            }
            GapDimension::Month => zone.clone(),
            GapDimension::Level | GapDimension::Industry => continue,
        };
        stamp.push(' ');
        stamp.push_str(&kinds);
    }
    stamp
}

/// What a table of the plan is told by: every entity with its version.
fn versions<F: Fields>(table: &Table<F>) -> String {
    let mut hasher = SipHasher13::new();
    for entity in table.iter() {
        hasher.write(entity.id.uuid().as_bytes());
        hasher.write(&entity.stamp.version.to_le_bytes());
    }
    format!("{:016x}", hasher.finish())
}

/// Gaps by segment.
struct Found {
    segments: BTreeMap<Vec<String>, Gaps>,
    negative: usize,
    later: usize,
}

impl Found {
    fn figures(mut self, by: &[GapDimension]) -> GapFigures {
        let mut all = Gaps::default();
        self.segments.values().for_each(|gaps| all.merge(gaps));
        let rows = self.segments.iter_mut().map(|(segment, gaps)| {
            let mut figures = gaps.summary();
            figures.curve = Vec::new();
            figures.histogram = Vec::new();
            GapRow { segment: segment.clone(), figures }
        });
        let segments = if by.is_empty() { Vec::new() } else { rows.collect() };
        GapFigures { all: all.summary(), segments, negative: self.negative, later: self.later }
    }
}

fn worked_out(
    plan: &Plan,
    view: &Architecture,
    by: &[GapDimension],
    as_of: Option<Millis>,
) -> Result<Found> {
    let fields: Vec<LeadField> = by.iter().filter_map(|one| one.field()).collect();
    let wanted = Wanted { fields: &fields, events: true };
    let until = as_of.map_or(i64::MAX, |at| at.0);
    let workers = scan(plan, wanted, || Worker::new(view, by, until), Worker::look)?;
    let mut found = Found { segments: BTreeMap::new(), negative: 0, later: 0 };
    for worker in workers {
        found.negative += worker.negative;
        found.later += worker.later;
        for (segment, gaps) in worker.segments.into_iter().zip(worker.gaps) {
            found.segments.entry(segment).or_default().merge(&gaps);
        }
    }
    Ok(found)
}

impl GapDimension {
    /// The field of a lead that tells it.
    fn field(self) -> Option<LeadField> {
        match self {
            Self::Persona => Some(LeadField::Title),
            Self::Level => Some(LeadField::Level),
            Self::Industry => Some(LeadField::Industry),
            Self::Format | Self::Asset | Self::Month => None,
        }
    }
}

/// Gaps of the segments that one thread looks at.
struct Worker<'a> {
    plan: &'a Architecture,
    by: &'a [GapDimension],
    until: i64,
    zone: Tz,
    personas: Personas,
    assets: Assets,
    /// The texts of each dimension, and the number of each.
    texts: Vec<HashMap<String, u32>>,
    places: HashMap<Vec<u32>, usize>,
    segments: Vec<Vec<String>>,
    gaps: Vec<Gaps>,
    negative: usize,
    later: usize,
}

impl<'a> Worker<'a> {
    fn new(plan: &'a Architecture, by: &'a [GapDimension], until: i64) -> Self {
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

    fn look(&mut self, part: &Part) {
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
            let numbers = words.into_iter().flatten().map(|word| {
                let text = match one {
                    GapDimension::Persona => {
                        let persona = self.personas.of_title(word);
                        let found = persona.and_then(|id| self.plan.personas.get(id));
                        found.map_or_else(String::new, |found| found.name.clone())
                    }
                    _ => word.clone(),
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
                    let code =
                        columns.next().map_or(0, |texts| texts.codes[usize::from(request.slot)]);
                    codes[at].get(code as usize).copied().unwrap_or_default()
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

/// Contents by the names that files give them.
struct Assets {
    /// The name of ours by what people call it: external id, address, title.
    ours: HashMap<String, (String, String)>,
    numbers: HashMap<String, u32>,
    by_name: HashMap<String, u32>,
    names: Vec<String>,
    formats_of: Vec<u32>,
    formats: Vec<String>,
}

impl Assets {
    fn of(plan: &Architecture) -> Self {
        let mut ours = HashMap::new();
        for asset in plan.assets.iter() {
            let format = asset.format_id.and_then(|id| plan.formats.get(id));
            let format = format.map_or_else(String::new, |format| format.name.clone());
            let told = (asset.title.clone(), format);
            for key in [fold(&asset.title), fold(&asset.url), fold(&asset.external_id)] {
                if !key.is_empty() {
                    ours.entry(key).or_insert_with(|| told.clone());
                }
            }
        }
        Self {
            ours,
            numbers: HashMap::new(),
            by_name: HashMap::new(),
            names: Vec::new(),
            formats_of: Vec::new(),
            formats: Vec::new(),
        }
    }

    /// The number of the content that a file names so.
    fn number(&mut self, text: &str) -> u32 {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let told = self.ours.get(&fold(text)).cloned();
        let (name, format) = told.unwrap_or_else(|| (text.to_owned(), String::new()));
        let known = self.by_name.get(&fold(&name)).copied();
        let number = known.unwrap_or_else(|| {
            let place = self.formats.iter().position(|known| *known == format);
            let place = place.unwrap_or_else(|| {
                self.formats.push(format);
                self.formats.len() - 1
            });
            self.formats_of.push(u32::try_from(place).unwrap_or(u32::MAX));
            self.names.push(name.clone());
            let number = u32::try_from(self.names.len() - 1).unwrap_or(u32::MAX);
            self.by_name.insert(fold(&name), number);
            number
        });
        self.numbers.insert(text.to_owned(), number);
        number
    }

    fn format_of(&self, asset: u32) -> u32 {
        self.formats_of[asset as usize]
    }
}
