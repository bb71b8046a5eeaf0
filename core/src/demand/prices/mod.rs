//! What gaps are worth, counted from leads and deals and kept (METHOD.md, "Gaps").

mod tally;

use super::answers::Answers;
use super::funnel::{DealCourse, Line, Tracks, by_lead, courses};
use super::persona::Personas;
use super::scan::scan;
use super::stamps::{newest, versions};
use crate::error::{Error, Result};
use crate::facts::field::LeadField;
use crate::funnel::visits;
use crate::id::{EntityId, JourneyId, PersonaId};
use crate::model::text::fold;
use crate::model::{Architecture, StageKind, WorkspaceFields};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use crate::price::{JourneyPrices, Prices};
use crate::scoring::Outcome;
use crate::sla::Calendar;
use chrono::{Days, Months};
use chrono_tz::Tz;
use siphasher::sip::SipHasher13;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hasher;
use tally::{LeadPrices, StageTally, add_leaks, here, stages_of};

/// Which way of working prices out they were kept by: counted up when the way changes.
const WAY: u32 = 1;

/// The fields of leads to ask for.
const FIELDS: [LeadField; 3] = [LeadField::Email, LeadField::ExternalId, LeadField::Title];
const EMAIL: usize = 0;
const ID: usize = 1;
const TITLE: usize = 2;

/// Four quarters.
const MONTHS: Months = Months::new(12);

/// What gaps are worth by what files say until now; counted anew where that has changed since it was
/// kept.
pub fn prices(plan: &Plan) -> Result<Prices> {
    let view = plan.view();
    if newest(&view).is_none() {
        return Ok(Prices::default());
    }
    let stamp = stamp(plan, &view)?;
    let kept = plan.kept_figure(&name(), &stamp)?;
    if let Some(prices) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        return Ok(prices);
    }
    let prices = counted(plan, &view)?;
    let json =
        serde_json::to_string(&prices).map_err(|error| Error::Internal(error.to_string()))?;
    plan.keep_figure(&name(), &stamp, json);
    Ok(prices)
}

/// What gaps are worth as it was counted last, and whether that is what files say now.
pub fn known_prices(plan: &Plan) -> Result<(Prices, bool)> {
    let view = plan.view();
    if newest(&view).is_none() {
        return Ok((Prices::default(), true));
    }
    let stamp = stamp(plan, &view)?;
    let last = plan.last_figure(&name())?;
    let known = last.and_then(|(of, data)| Some((serde_json::from_str(&data).ok()?, of == stamp)));
    Ok(known.unwrap_or_default())
}

fn name() -> String {
    format!("prices {WAY}")
}

/// What they depend on: facts, money and days of the workspace, stages, what sales answered, and which
/// titles tell of which persona.
fn stamp(plan: &Plan, view: &Architecture) -> Result<String> {
    let mut titles = SipHasher13::new();
    for persona in view.personas.in_order() {
        titles.write(persona.id.uuid().as_bytes());
        for pattern in &persona.title_patterns {
            titles.write(pattern.as_bytes());
            titles.write_u8(0);
        }
    }
    Ok(format!(
        "{} {} {} {} {:016x}",
        plan.facts_stamp(view)?,
        view.workspace()?.stamp.version,
        versions(&view.stages),
        versions(&view.lead_answers),
        titles.finish(),
    ))
}

fn counted(plan: &Plan, view: &Architecture) -> Result<Prices> {
    let mut journeys = BTreeMap::new();
    for journey in view.journeys.in_order() {
        journeys.insert(journey.id, of_journey(plan, view, journey.id)?);
    }
    Ok(Prices { as_of: newest(view), currency: view.workspace()?.currency.clone(), journeys })
}

fn of_journey(plan: &Plan, view: &Architecture, journey: JourneyId) -> Result<JourneyPrices> {
    let workspace = view.workspace()?;
    let (line, until) = (Line::of(view, journey), newest(view).map_or(0, |at| at.0));
    let zone = workspace.time_zone.parse().unwrap_or(Tz::UTC);
    let hours = (workspace.work_starts, workspace.work_ends);
    let calendar = Calendar::new(zone, &workspace.working_days, hours, []);
    let since = first_instant(&calendar, until);
    let deals = courses(plan, &line, until)?;
    let tracks =
        Tracks { plan: view, line, until, answers: Answers::of(plan)?, deals: by_lead(&deals) };
    let leads = leads(plan, &tracks, since)?;
    let line = &tracks.line;
    let mut priced = DealPrices {
        stages: vec![StageTally::default(); line.deals],
        told: JourneyPrices::default(),
        buyers: &leads.buyers,
        workspace,
        calendar: &calendar,
        line,
        period: (since, until),
    };
    for deal in &deals {
        priced.push(deal);
    }
    let DealPrices { stages: of_deals, told, .. } = priced;
    let (mut of_leads, mut of_deals) = (leads.stages.into_iter(), of_deals.into_iter());
    let stages = line.stages.iter().filter_map(|stage| {
        let tally = match stage.kind {
            StageKind::Lead => of_leads.next(),
            StageKind::Deal => of_deals.next(),
        };
        Some((stage.id, tally?.told()))
    });
    Ok(JourneyPrices { stages: stages.collect(), ..told })
}

/// Looks at all leads.
fn leads(plan: &Plan, tracks: &Tracks<'_>, since: i64) -> Result<LeadPrices> {
    let wanted = Wanted { fields: &FIELDS, events: true, history: Some(LeadField::Stage) };
    let make = || (Personas::of(tracks.plan), LeadPrices::of(&tracks.line));
    let mut all = LeadPrices::of(&tracks.line);
    for (_, leads) in scan(plan, wanted, make, |worker, part| look(worker, tracks, part, since))? {
        all.merge(leads);
    }
    Ok(all)
}

fn look(
    (personas, prices): &mut (Personas, LeadPrices),
    tracks: &Tracks<'_>,
    part: &Part,
    since: i64,
) {
    let mut moves = tracks.moves(part);
    for at in part.slots() {
        let slot = u16::try_from(at).unwrap_or(u16::MAX);
        let (course, sold) = tracks.course(part, slot, [EMAIL, ID], &mut moves);
        let persona = personas.of_title(part.columns[TITLE].get(at));
        let visits = visits(&course.recorded, tracks.line.leads, tracks.until);
        prices.push(&visits, persona, sold.is_some_and(|sold| sold.won.is_some()), since);
        if let (Some(_), Some(persona)) = (sold, persona) {
            let names = [EMAIL, ID].map(|column| fold(part.columns[column].get(at)));
            let of_deals = names.into_iter().filter(|name| tracks.deals.contains_key(name));
            prices.buyers.extend(of_deals.map(|name| (name, persona)));
        }
    }
}

/// The first instant of the four quarters that end on the day of an instant.
fn first_instant(calendar: &Calendar, until: i64) -> i64 {
    let day = calendar.day_of(until);
    let first = day.checked_sub_months(MONTHS).and_then(|day| day.checked_add_days(Days::new(1)));
    calendar.begins(first.unwrap_or(day))
}

/// What deals say of the worth of gaps.
struct DealPrices<'a> {
    stages: Vec<StageTally>,
    told: JourneyPrices,
    buyers: &'a HashMap<String, PersonaId>,
    workspace: &'a WorkspaceFields,
    calendar: &'a Calendar,
    line: &'a Line,
    /// Since when visits say what leaks, and until when anything is known.
    period: (i64, i64),
}

impl DealPrices<'_> {
    fn push(&mut self, deal: &DealCourse) {
        let (since, until) = self.period;
        let visits = visits(&deal.recorded, self.line.deals, until);
        add_leaks(&mut self.stages, &visits, self.line.handed_from(StageKind::Deal), since);
        let value = deal.value.as_ref().and_then(|value| {
            let day = self.calendar.day_of(deal.closed.unwrap_or(until));
            self.workspace.worth(value, day)
        });
        if deal.closed.is_none() {
            match here(&visits) {
                Some(stage) => {
                    let personas = self.personas(deal);
                    self.stages[stage].wait(personas, value);
                }
                None => self.told.elsewhere.add(value),
            }
            return;
        }
        let won = u32::from(deal.outcome == Outcome::Won);
        self.told.deals.of += 1;
        self.told.deals.won += won;
        for stage in stages_of(&visits) {
            self.stages[stage].wins.of += 1;
            self.stages[stage].wins.won += won;
        }
        if let Some(value) = value.filter(|_| won > 0) {
            self.told.won_value = self.told.won_value.saturating_add(value);
            self.told.won_valued += 1;
        }
    }

    /// The personas of its leads, each once.
    fn personas(&self, deal: &DealCourse) -> Vec<PersonaId> {
        let leads = deal.leads.iter();
        let mut personas: Vec<PersonaId> =
            leads.filter_map(|lead| self.buyers.get(lead)).copied().collect();
        personas.sort_unstable();
        personas.dedup();
        personas
    }
}
