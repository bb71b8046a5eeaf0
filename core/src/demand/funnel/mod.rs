//! The funnel: what came into each stage of a journey, and what became of it (product.md, section 9;
//! METHOD.md, "Funnel").

mod audience;
mod count;
mod course;
mod deals;
mod line;
mod report;
mod segments;
mod told;
mod totals;
mod tracks;
mod worker;

pub use audience::{Audience, LeadGroup};
pub(super) use deals::{DealCourse, OfLead, by_lead, courses};
pub(super) use line::Line;
pub use report::{
    CohortRow, CohortStage, FunnelDimension, FunnelQuery, FunnelReport, FunnelStage, Seam,
};
pub use segments::FunnelSegment;
pub use totals::StageTotal;
pub(super) use tracks::Tracks;

use super::advocates::advocates;
use super::answers::Answers;
use super::scan::scan;
use super::score::links;
use super::stamps::{newest, versions};
use crate::error::{Error, OrNotFound, Result};
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::funnel::visits;
use crate::id::{EntityKind, JourneyId, StageId};
use crate::model::{Architecture, SalesPromise, StageKind, Unit, Word};
use crate::plan::Plan;
use crate::plan::facts::Wanted;
use crate::sla::{Calendar, HOUR};
use chrono_tz::Tz;
use count::Counts;
use report::{Cohorts, FunnelFigures};
use segments::Segments;
use worker::{Shared, Sought, Worker};

/// Which way of working figures out they were kept by: counted up when the way changes.
const WAY: u32 = 4;

/// Which leads of a funnel.
#[derive(Clone, Copy, Debug)]
pub(super) enum FunnelLeads {
    /// Those of a group, as a journey has it; as the first has it unless given.
    Group(Option<JourneyId>, LeadGroup),
    /// Those that are at a stage.
    At(StageId),
}

/// The funnel of a journey.
pub fn funnel(plan: &Plan, query: &FunnelQuery) -> Result<FunnelReport> {
    let view = plan.view();
    let journey_id = journey(&view, query.journey)?;
    let (cohort, by) =
        (query.cohort.unwrap_or(Unit::Quarter), query.by.unwrap_or(FunnelDimension::Channel));
    let figures = figures(plan, &view, journey_id, by)?;
    let cohorts = figures.cohorts.into_iter().find(|one| one.unit == cohort);
    Ok(FunnelReport {
        as_of: newest(&view),
        journey_id,
        leads: figures.leads,
        deals: figures.deals,
        stages: figures.stages,
        seam: figures.seam,
        cohort,
        cohorts: cohorts.map_or_else(Vec::new, |one| one.rows),
        audience: figures.audience,
        by,
        segments: figures.segments,
        totals: figures.totals,
    })
}

/// The journey asked for, else the first.
fn journey(view: &Architecture, asked: Option<JourneyId>) -> Result<JourneyId> {
    let journeys = view.journeys.in_order();
    let found = match asked {
        Some(id) => journeys.iter().find(|one| one.id == id),
        None => journeys.first(),
    };
    found.map(|one| one.id).ok_or(Error::NotFound(EntityKind::Journey))
}

fn figures(
    plan: &Plan,
    view: &Architecture,
    journey: JourneyId,
    by: FunnelDimension,
) -> Result<FunnelFigures> {
    let name = format!("funnel {WAY} {journey} {}", by.as_word());
    let stamp = plan.facts_stamp(view)? + &stamp_of(view, by)?;
    let kept = plan.kept_figure(&name, &stamp)?;
    if let Some(figures) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        return Ok(figures);
    }
    let figures = worked_out(plan, view, journey, by)?;
    let json =
        serde_json::to_string(&figures).map_err(|error| Error::Internal(error.to_string()))?;
    plan.keep_figure(&name, &stamp, json);
    Ok(figures)
}

/// What the figures depend on besides the facts.
fn stamp_of(view: &Architecture, by: FunnelDimension) -> Result<String> {
    let mut stamp = format!(
        " {} {} {} {} {}",
        view.workspace()?.stamp.version,
        versions(&view.stages),
        versions(&view.lead_answers),
        versions(&view.advocates),
        versions(&view.agreements),
    );
    if by == FunnelDimension::Persona {
        stamp = format!("{stamp} {}", versions(&view.personas));
    }
    Ok(stamp)
}

fn worked_out(
    plan: &Plan,
    view: &Architecture,
    journey: JourneyId,
    by: FunnelDimension,
) -> Result<FunnelFigures> {
    let workspace = view.workspace()?;
    let (shared, deals) = shared(plan, view, journey, by)?;
    let mut counts =
        Counts::new(&shared.calendar, workspace.fiscal_year_start, &shared.tracks.line);
    let (mut segments, mut audience, mut leads) = (Segments::default(), Audience::default(), 0);
    for worker in looked_at(plan, &shared, workspace.fiscal_year_start)? {
        counts.merge(&worker.counts);
        segments.merge(worker.segments);
        audience.merge(&worker.audience);
        leads += worker.leads;
    }
    for deal in &deals {
        count(&mut counts, deal, &shared);
    }
    let known = (&shared.calendar, shared.calendar.day_of(shared.tracks.until));
    let (stages, seam) = counts.all(&shared.tracks.line);
    let cohorts = Unit::ALL.iter().map(|unit| {
        let rows = counts.by(*unit, &shared.tracks.line, known.1);
        Cohorts { unit: *unit, rows }
    });
    Ok(FunnelFigures {
        leads,
        deals: u32::try_from(deals.len()).unwrap_or(u32::MAX),
        stages,
        seam,
        cohorts: cohorts.collect(),
        audience: audience.with_costs(totals::costs(plan, workspace, known)?, leads),
        segments: segments.told(),
        totals: totals::totals(plan, workspace, &shared.tracks.line, known)?,
    })
}

/// Looks at all leads.
fn looked_at<'a>(
    plan: &Plan,
    shared: &'a Shared<'a>,
    fiscal_year_start: u8,
) -> Result<Vec<Worker<'a>>> {
    let fields = worker::fields(shared.by);
    let wanted = Wanted { fields: &fields, events: true, history: Some(LeadField::Stage) };
    let counts = || Counts::new(&shared.calendar, fiscal_year_start, &shared.tracks.line);
    scan(plan, wanted, || Worker::new(shared, counts()), Worker::look)
}

/// The leads of a group, or those that are at a stage, in the order of their keys.
pub(super) fn members(plan: &Plan, which: &FunnelLeads) -> Result<Vec<FactKey>> {
    let view = plan.view();
    let (journey, sought) = match which {
        FunnelLeads::Group(_, LeadGroup::Advocates) => return marked(plan),
        FunnelLeads::Group(asked, group) => (journey(&view, *asked)?, Sought::Group(*group)),
        FunnelLeads::At(id) => {
            let stage = view.stages.get(*id).or_not_found(EntityKind::Stage)?;
            let kinds = view.stages_of(stage.journey_id);
            let mut leads = kinds.iter().filter(|one| one.kind == StageKind::Lead);
            let place = leads.position(|one| one.id == *id);
            (stage.journey_id, Sought::At(place.unwrap_or(usize::MAX)))
        }
    };
    let (mut shared, _) = shared(plan, &view, journey, FunnelDimension::Channel)?;
    shared.sought = Some(sought);
    let start = view.workspace()?.fiscal_year_start;
    let workers = looked_at(plan, &shared, start)?;
    let mut keys: Vec<FactKey> = workers.into_iter().flat_map(|worker| worker.found).collect();
    keys.sort_unstable();
    Ok(keys)
}

/// Those who are marked as advocates, wherever they stand.
fn marked(plan: &Plan) -> Result<Vec<FactKey>> {
    let mut keys: Vec<FactKey> = advocates(plan)?.into_keys().collect();
    keys.sort_unstable();
    Ok(keys)
}

fn shared<'a>(
    plan: &Plan,
    view: &'a Architecture,
    journey: JourneyId,
    by: FunnelDimension,
) -> Result<(Shared<'a>, Vec<DealCourse>)> {
    let workspace = view.workspace()?;
    let line = Line::of(view, journey);
    let until = newest(view).map_or(0, |at| at.0);
    let deals = courses(plan, &line, until)?;
    let zone = workspace.time_zone.parse().unwrap_or(Tz::UTC);
    let hours = (workspace.work_starts, workspace.work_ends);
    let holidays = workspace.holidays.iter().copied();
    let calendar = Calendar::new(zone, &workspace.working_days, hours, holidays);
    let agreed = view.agreement_on(calendar.day_of(until));
    let promised = agreed.map_or_else(SalesPromise::default, |one| one.sales);
    let shared = Shared {
        tracks: Tracks {
            plan: view,
            line,
            until,
            answers: Answers::of(plan)?,
            deals: by_lead(&deals),
        },
        by,
        promised: i64::from(promised.hours) * HOUR,
        links: links(plan)?,
        calendar,
        advocates: advocates(plan)?.into_keys().collect(),
        sought: None,
    };
    Ok((shared, deals))
}

/// Counts a deal's visits, and that it came over the seam.
fn count(counts: &mut Counts<'_>, deal: &DealCourse, shared: &Shared<'_>) {
    for visit in visits(&deal.recorded, shared.tracks.line.deals, shared.tracks.until) {
        counts.visit(StageKind::Deal, &visit);
    }
    counts.seam(deal.began, |seam| {
        let count = if deal.leads.is_empty() { &mut seam.direct } else { &mut seam.deals };
        *count += 1;
    });
}
