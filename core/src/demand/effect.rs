//! What content does at its stages, measured: whether visits go on more often with a touch of it
//! (product.md, section 2; METHOD.md, "Measured effect").

use super::answers::Answers;
use super::assets::Assets;
use super::funnel::{DealCourse, FunnelQuery, Line, Tracks, by_lead, courses, funnel};
use super::kpi::touches_of_deals;
use super::scan::scan;
use super::score::{Did, Links, Reading, links};
use super::stamps::{newest, versions};
use crate::effect::{Effect, VisitSide};
use crate::error::{Error, Result};
use crate::facts::field::LeadField;
use crate::funnel::{Exit, Visit, visits};
use crate::id::{AssetId, JourneyId, StageId};
use crate::model::text::fold;
use crate::model::{Architecture, StageKind};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use ts_rs::TS;

/// Which way of working figures out they were kept by: counted up when the way changes.
const WAY: u32 = 1;
/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

const FIELDS: [LeadField; 2] = [LeadField::Email, LeadField::ExternalId];

/// What a piece of content does at a stage at which it is placed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasuredEffect {
    /// The content.
    pub asset_id: AssetId,
    /// The stage.
    pub stage_id: StageId,
    /// What it does there.
    pub effect: Effect,
}

/// What each piece does at each stage at which it is placed, as far as visits tell.
pub fn effects(plan: &Plan) -> Result<Vec<MeasuredEffect>> {
    let view = plan.view();
    let mut all = Vec::new();
    for journey in view.journeys.in_order() {
        all.extend(of_journey(plan, &view, journey.id)?);
    }
    Ok(all)
}

fn of_journey(plan: &Plan, view: &Architecture, journey: JourneyId) -> Result<Vec<MeasuredEffect>> {
    let name = format!("effect {WAY} {journey}");
    let tables = [
        versions(&view.assets),
        versions(&view.placements),
        versions(&view.stages),
        versions(&view.lead_answers),
    ];
    let stamp = format!("{} {}", plan.facts_stamp(view)?, tables.join(" "));
    let kept = plan.kept_figure(&name, &stamp)?;
    if let Some(kept) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        return Ok(kept);
    }
    let found = worked_out(plan, view, journey)?;
    let json = serde_json::to_string(&found).map_err(|error| Error::Internal(error.to_string()))?;
    plan.keep_figure(&name, &stamp, json);
    Ok(found)
}

fn worked_out(plan: &Plan, view: &Architecture, journey: JourneyId) -> Result<Vec<MeasuredEffect>> {
    let Some(until) = newest(view).map(|at| at.0) else { return Ok(Vec::new()) };
    let line = Line::of(view, journey);
    let landmarks = Landmarks::of(plan, journey, &line)?;
    let placed = Placed::of(view, &line);
    if placed.by.is_empty() || landmarks.leads.iter().chain(&landmarks.deals).all(Option::is_none) {
        return Ok(Vec::new());
    }
    let deals = courses(plan, &line, until)?;
    let sold = by_lead(&deals);
    let tracks = Tracks { plan: view, line, until, answers: Answers::of(plan)?, deals: sold };
    let (leads, of_deals) = (
        of_leads(plan, &tracks, &landmarks, &placed)?,
        of_deals(plan, view, (&deals, &tracks), &landmarks, &placed)?,
    );
    Ok(told(&tracks.line, &placed, [leads, of_deals]))
}

/// After how long a visit is looked at, in milliseconds: the median stay of those that went on; `None` =
/// nobody knows it.
struct Landmarks {
    leads: Vec<Option<i64>>,
    deals: Vec<Option<i64>>,
}

impl Landmarks {
    fn of(plan: &Plan, journey: JourneyId, line: &Line) -> Result<Self> {
        let query = FunnelQuery { journey: Some(journey), ..FunnelQuery::default() };
        let told = funnel(plan, &query)?;
        let of = |kind| {
            let stages = line.stages.iter().filter(|stage| stage.kind == kind);
            let median = |id: StageId| {
                let days = told.stages.iter().find(|one| one.stage_id == id)?.ledger.days?;
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "milliseconds stay far below 2^53"
                )]
                let millis = (days * DAY).round() as i64;
                Some(millis)
            };
            stages.map(|stage| median(stage.id)).collect()
        };
        Ok(Self { leads: of(StageKind::Lead), deals: of(StageKind::Deal) })
    }
}

/// Where content is placed: leads' and deals' stages by their place.
struct Placed {
    by: HashMap<AssetId, HashSet<(StageKind, usize)>>,
    /// By folded title.
    names: HashMap<String, AssetId>,
}

impl Placed {
    fn of(view: &Architecture, line: &Line) -> Self {
        let (mut by, mut names) = (HashMap::<_, HashSet<_>>::new(), HashMap::new());
        for placement in view.placements.iter() {
            let Some(at) = line.places.get(&placement.stage_id) else { continue };
            by.entry(placement.asset_id).or_default().insert(*at);
            if let Some(asset) = view.asset(placement.asset_id) {
                names.insert(fold(&asset.title), asset.id);
            }
        }
        Self { by, names }
    }
}

/// Visits to stages, all of them and those with a touch of each piece that is placed there.
#[derive(Clone, Debug, Default)]
struct Sides {
    all: BTreeMap<usize, VisitSide>,
    with: BTreeMap<(usize, AssetId), VisitSide>,
}

impl Sides {
    /// A visit counts that ended after the landmark, whatever became of it. `touched` = what was touched
    /// until a time.
    fn visit(
        &mut self,
        (kind, visit): (StageKind, &Visit),
        landmarks: &[Option<i64>],
        placed: &Placed,
        touched: impl Fn(i64) -> Vec<AssetId>,
    ) {
        let (Some(ended), Some(median)) = (visit.ended, landmarks[visit.stage]) else { return };
        let landmark = visit.entered.saturating_add(median);
        if visit.inferred || visit.exit == Exit::Here || ended < landmark {
            return;
        }
        let advanced = visit.exit == Exit::Advanced;
        self.all.entry(visit.stage).or_default().push(advanced);
        let here = (kind, visit.stage);
        let is_placed = |id: &AssetId| placed.by.get(id).is_some_and(|at| at.contains(&here));
        for id in touched(landmark).into_iter().filter(is_placed) {
            self.with.entry((visit.stage, id)).or_default().push(advanced);
        }
    }

    fn merge(&mut self, other: Self) {
        for (stage, side) in other.all {
            self.all.entry(stage).or_default().merge(side);
        }
        for (key, side) in other.with {
            self.with.entry(key).or_default().merge(side);
        }
    }
}

fn told(line: &Line, placed: &Placed, [leads, deals]: [Sides; 2]) -> Vec<MeasuredEffect> {
    let mut all = Vec::new();
    for (asset_id, at) in &placed.by {
        for (kind, place) in at {
            let sides = if *kind == StageKind::Lead { &leads } else { &deals };
            let (Some(visits), Some(stage)) = (sides.all.get(place), line.stage(*kind, *place))
            else {
                continue;
            };
            let with = sides.with.get(&(*place, *asset_id)).copied().unwrap_or_default();
            let effect = Effect::of(with, visits.less(with));
            all.push(MeasuredEffect { asset_id: *asset_id, stage_id: stage.id, effect });
        }
    }
    all.sort_by_key(|one| (one.asset_id, one.stage_id));
    all
}

fn of_deals(
    plan: &Plan,
    view: &Architecture,
    (deals, tracks): (&[DealCourse], &Tracks<'_>),
    landmarks: &Landmarks,
    placed: &Placed,
) -> Result<Sides> {
    let touches = touches_of_deals(plan, view, deals, (&tracks.line, tracks.until))?;
    let mut sides = Sides::default();
    for (deal, touches) in deals.iter().zip(touches) {
        for visit in visits(&deal.recorded, tracks.line.deals, tracks.until) {
            sides.visit((StageKind::Deal, &visit), &landmarks.deals, placed, |until| {
                let then = touches.iter().take_while(|(at, _)| *at <= until);
                let named = then.filter_map(|(_, name)| placed.names.get(&fold(name)));
                named.copied().collect::<HashSet<_>>().into_iter().collect()
            });
        }
    }
    Ok(sides)
}

fn of_leads(
    plan: &Plan,
    tracks: &Tracks<'_>,
    landmarks: &Landmarks,
    placed: &Placed,
) -> Result<Sides> {
    let links = links(plan)?;
    let wanted = Wanted { fields: &FIELDS, events: true, history: Some(LeadField::Stage) };
    let make = || Worker::new(tracks, landmarks, placed, &links);
    let mut sides = Sides::default();
    for worker in scan(plan, wanted, make, Worker::look)? {
        sides.merge(worker.sides);
    }
    Ok(sides)
}

/// Work of one thread.
struct Worker<'a> {
    tracks: &'a Tracks<'a>,
    landmarks: &'a Landmarks,
    placed: &'a Placed,
    reading: Reading<'a>,
    sides: Sides,
}

impl<'a> Worker<'a> {
    fn new(
        tracks: &'a Tracks<'a>,
        landmarks: &'a Landmarks,
        placed: &'a Placed,
        links: &'a Links,
    ) -> Self {
        let reading = Reading::new(Assets::of(tracks.plan), links, Tz::UTC);
        Self { tracks, landmarks, placed, reading, sides: Sides::default() }
    }

    fn look(&mut self, part: &Part) {
        let mut moves = self.tracks.moves(part);
        let acts = self.reading.sorted(&part.events, None);
        for at in part.slots() {
            let slot = u16::try_from(at).unwrap_or(u16::MAX);
            let (course, _) = self.tracks.course(part, slot, [0, 1], &mut moves);
            let visits = visits(&course.recorded, self.tracks.line.leads, self.tracks.until);
            if !visits.is_empty() {
                let first = acts.partition_point(|did| did.slot < slot);
                let own = acts[first..].partition_point(|did| did.slot == slot);
                self.count(&visits, &acts[first..first + own]);
            }
        }
    }

    fn count(&mut self, visits: &[Visit], theirs: &[Did]) {
        let Self { reading, sides, landmarks, placed, .. } = self;
        let touched = |until: i64| -> Vec<AssetId> {
            let then = theirs.iter().take_while(|did| did.at <= until);
            let touches = then.filter(|did| did.is_touch());
            let ids: HashSet<AssetId> =
                touches.filter_map(|did| reading.asset_id(did.asset)).collect();
            ids.into_iter().collect()
        };
        for visit in visits {
            sides.visit((StageKind::Lead, visit), &landmarks.leads, placed, touched);
        }
    }
}
