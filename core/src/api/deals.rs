//! Deals in lists and one by one.

use super::Context;
use super::consumption::TableFormat;
use super::export::{SavedFile, check, with_ending};
use crate::coverage::{DealHelp, Seat};
use crate::demand::{self, DealFacts, DealList, DealOutcome, DealQuery, DealRow, Deals};
use crate::error::Result;
use crate::export::{DealLine, DealsTable, deals_table, deals_workbook};
use crate::file;
use crate::funnel::LineInDays;
use crate::id::{JourneyId, PersonaId, StageId};
use crate::model::{Architecture, Millis, Money, Word};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// The deals that were asked for last.
#[derive(Debug, Default)]
pub(super) struct KeptDeals(Mutex<Option<Kept>>);

/// The deals of a journey as they were at a revision of the plan.
#[derive(Clone, Debug)]
struct Kept {
    revision: u64,
    /// The journey asked for.
    journey: Option<JourneyId>,
    deals: Arc<Deals>,
}

/// The deals of a journey, the first one unless given.
fn deals(context: Context<'_>, journey: Option<JourneyId>) -> Result<Arc<Deals>> {
    let open = context.open()?;
    let revision = open.plan.revision();
    let kept = open.deals.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let is_this = |kept: &Kept| (kept.revision, kept.journey) == (revision, journey);
    if let Some(kept) = kept.filter(is_this) {
        return Ok(kept.deals);
    }
    let deals = Arc::new(demand::deals_of(&open.plan, journey)?);
    let mut slot = open.deals.0.lock().unwrap_or_else(PoisonError::into_inner);
    *slot = Some(Kept { revision, journey, deals: Arc::clone(&deals) });
    Ok(deals)
}

/// The deals of a journey; those behind a figure where one is asked for.
fn wanted(context: Context<'_>, query: &DealQuery) -> Result<Arc<Deals>> {
    let all = deals(context, query.journey)?;
    match &query.behind {
        None => Ok(all),
        Some(behind) => {
            let keys = demand::deals_behind(&context.open()?.plan, query.journey, behind)?;
            Ok(Arc::new(all.only(&keys)))
        }
    }
}

/// A part of the list of deals.
pub fn list(context: Context<'_>, request: DealQuery) -> Result<DealList> {
    Ok(demand::deal_list(&*wanted(context, &request)?, &request))
}

/// Which deal.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfDeal {
    /// Its number.
    pub key: u32,
    /// The journey along which it is told; the first one unless given.
    #[serde(default)]
    #[ts(optional)]
    pub journey: Option<JourneyId>,
}

/// One deal: what files tell of it, and what the plan has for it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DealPage {
    /// What files tell.
    #[serde(flatten)]
    pub facts: DealFacts,
    /// The best next content of each persona, and the needs of the stage; of a deal that ended nothing.
    pub help: DealHelp,
}

/// One deal.
pub fn page(context: Context<'_>, request: OfDeal) -> Result<DealPage> {
    let deals = deals(context, request.journey)?;
    let facts = demand::deal(&context.open()?.plan, &deals, request.key)?;
    let is_open = facts.deal.outcome == DealOutcome::Open;
    let stage = facts.recorded.filter(|_| is_open);
    let help = context.coverage(None, |ledger| ledger.deal_help(stage, |id| seat(&facts, id)))?;
    Ok(DealPage { facts, help })
}

/// What of a persona sits at a deal's table.
fn seat(facts: &DealFacts, persona: PersonaId) -> Seat {
    let theirs = facts.people.iter().filter(|lead| lead.persona == Some(persona));
    let leads: Vec<u32> = theirs.map(|lead| lead.key).collect();
    let touched = facts
        .content
        .iter()
        .filter(|content| content.touches.iter().any(|touch| leads.contains(&touch.lead)));
    Seat { touched: touched.filter_map(|content| content.asset_id).collect(), leads }
}

/// Which deals, as what.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDeals {
    /// Which: all that pass, in that order.
    pub of: DealQuery,
    /// As what.
    pub format: TableFormat,
}

/// Asks where to and saves the list of deals as a table; none when thought better of it.
pub(super) fn save(context: Context<'_>, request: SaveDeals) -> Result<Option<SavedFile>> {
    let workspace = context.view()?.workspace()?.name.clone();
    let kind = request.format.kind();
    let name = file::file_name(&format!("{workspace} deals {}", context.today()?), kind.ending);
    let Some(path) = context.host.pick_target("Save the table", &name, kind) else {
        return Ok(None);
    };
    save_deals(context, &request, &with_ending(path, kind.ending)).map(Some)
}

/// Saves the list of deals as a table at a path.
pub fn save_deals(context: Context<'_>, request: &SaveDeals, path: &Path) -> Result<SavedFile> {
    let view = context.view()?;
    let deals = wanted(context, &request.of)?;
    let rows = demand::deal_rows(&deals, &request.of);
    let lines = demand::deal_list(&deals, &request.of).stages;
    let line = |stage: Option<StageId>| {
        let found = lines.iter().find(|one| one.stage_id == stage && stage.is_some());
        found.and_then(|one| one.line)
    };
    let currency = &view.workspace()?.currency;
    let table = DealsTable {
        day: context.today()?,
        currency,
        rows: rows.iter().map(|row| told(&view, currency, row, line(row.stage_id))).collect(),
    };
    check(context, path)?;
    file::replace(path, |out| match request.format {
        TableFormat::Csv => deals_table(&table, out),
        TableFormat::Xlsx => deals_workbook(&table, out),
    })?;
    Ok(SavedFile::at(path))
}

fn told<'a>(
    view: &'a Architecture,
    currency: &str,
    row: &'a DealRow,
    line: Option<LineInDays>,
) -> DealLine<'a> {
    let zone = view.workspace().ok().and_then(|one| one.time_zone.parse().ok());
    let day = |at: Option<Millis>| at.map(|at| at.day_in(zone.unwrap_or(Tz::UTC)));
    let stage = row.stage_id.and_then(|id| view.stages.get(id));
    let worth = row.worth.map(|minor| Money { minor, currency: currency.to_owned() });
    DealLine {
        name: &row.name,
        account: &row.account,
        owner: &row.owner,
        stage: stage.map_or("", |stage| stage.name.as_str()),
        outcome: row.outcome.as_word(),
        reason: &row.reason,
        value: row.value.as_ref(),
        worth,
        opened: day(row.opened),
        closed: day(row.closed),
        expected: day(row.expected),
        last_touch: day(row.last_touch),
        days: row.days,
        line,
        past_line: row.past_line,
        people: row.people,
        missing: view
            .personas
            .in_order()
            .into_iter()
            .filter(|one| !row.present.contains(&one.id))
            .map(|one| one.name.clone())
            .collect(),
    }
}
