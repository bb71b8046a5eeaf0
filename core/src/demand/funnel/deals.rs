//! Deals, where they stood and when.

use super::line::Line;
use crate::attribution::counts;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::event::Events;
use crate::facts::field::DealField;
use crate::funnel::{Place, Recorded};
use crate::model::text::fold;
use crate::model::{EventKind, Money};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use crate::scoring::Outcome;
use std::collections::HashMap;

const FIELDS: [DealField; 11] = [
    DealField::Leads,
    DealField::Outcome,
    DealField::Value,
    DealField::Currency,
    DealField::Account,
    DealField::Opened,
    DealField::Name,
    DealField::ExternalId,
    DealField::Owner,
    DealField::Reason,
    // The last one: as of when it is told is when a deal without that date ended.
    DealField::Closed,
];

/// Where the times are among them.
const OPENED: usize = 5;
const CLOSED: usize = 10;

/// A deal.
#[derive(Clone, Debug)]
pub(in crate::demand) struct DealCourse {
    pub(in crate::demand) key: FactKey,
    /// What it is called: its name, else its id.
    pub(in crate::demand) name: String,
    /// Who is in charge of it.
    pub(in crate::demand) owner: String,
    /// The folded addresses or ids of its leads.
    pub(in crate::demand) leads: Vec<String>,
    /// Where it stood, the earliest first.
    pub(in crate::demand) recorded: Vec<Recorded>,
    /// Whether it stood at a stage of another journey.
    pub(in crate::demand) elsewhere: bool,
    /// When it was there first, as far as that is known: at the latest then.
    pub(in crate::demand) began: i64,
    /// Whether that is when it was opened.
    pub(in crate::demand) exact: bool,
    pub(in crate::demand) outcome: Outcome,
    /// When it was closed; `None` = it is open.
    pub(in crate::demand) closed: Option<i64>,
    /// When it is to be closed, as long as it is open.
    pub(in crate::demand) expected: Option<i64>,
    /// Why it was lost.
    pub(in crate::demand) reason: String,
    /// What it is worth.
    pub(in crate::demand) value: Option<Money>,
    /// Its account, as the file names it.
    pub(in crate::demand) account: String,
}

impl DealCourse {
    /// Whether what a lead did then is a touch of the deal: it came before the close, or until what is
    /// known of a deal that is open.
    pub(in crate::demand) fn is_touched_at(&self, at: i64, until: i64) -> bool {
        counts(at, self.closed.unwrap_or(until.saturating_add(1)))
    }
}

/// The deals that were there by a time.
pub(in crate::demand) fn courses(plan: &Plan, line: &Line, until: i64) -> Result<Vec<DealCourse>> {
    let mut deals = Vec::new();
    plan.read_facts(1, |facts, sessions| {
        let wanted = Wanted { fields: &FIELDS, events: true, history: Some(DealField::Stage) };
        facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
            let mut moves = moves(line, &part);
            for slot in 0..part.size {
                let told = moves.remove(&slot).unwrap_or_default();
                deals.extend(deal(&part, slot, told.with_history(line, &part, slot), until));
            }
        })
    })?;
    Ok(deals)
}

/// What is told of where a deal stood.
#[derive(Debug, Default)]
struct Told {
    recorded: Vec<Recorded>,
    elsewhere: bool,
}

impl Told {
    fn add(&mut self, line: &Line, said: &str, (at, exact): (i64, bool)) {
        match line.of_deal(said) {
            Some(place) => self.recorded.push(Recorded { at, place, exact }),
            None => self.elsewhere |= line.is_of_another(said),
        }
    }

    /// With what lists of deals said of a deal's stage.
    fn with_history(mut self, line: &Line, part: &Part, slot: usize) -> Self {
        for (at, stage) in part.history.of_row(u16::try_from(slot).unwrap_or(u16::MAX)) {
            self.add(line, stage, (at.0, false));
        }
        self
    }
}

fn moves(line: &Line, part: &Part) -> HashMap<usize, Told> {
    let mut moves: HashMap<usize, Told> = HashMap::new();
    let events = part.events.iter().flat_map(Events::iter);
    for event in events.filter(|event| event.kind == EventKind::Move) {
        moves.entry(event.slot.into()).or_default().add(line, event.asset, (event.at, true));
    }
    moves
}

fn deal(part: &Part, slot: usize, told: Told, until: i64) -> Option<DealCourse> {
    let Told { mut recorded, elsewhere } = told;
    let said = |at: usize| part.columns[at].get(slot);
    let time = |at: usize| said(at).parse::<i64>().ok();
    let (opened, closed) = (time(OPENED), time(CLOSED));
    let told = part.told.get(slot).map_or(until, |at| at.0).min(until);
    let ended = ended(said(1), closed.unwrap_or(told)).filter(|(.., at)| *at <= until);
    // A deal that ended stays so, whatever a list says of it later.
    if let Some((_, place, at)) = ended {
        recorded.retain(|one| one.at <= at && matches!(one.place, Place::Stage(_)));
        recorded.push(Recorded { at, place, exact: closed.is_some() });
    }
    recorded.retain(|one| one.at <= until);
    recorded.sort_by_key(|one| (one.at, one.place, !one.exact));
    let first = recorded.first().map_or(told, |one| one.at);
    let began = opened.unwrap_or(first);
    if began > until {
        return None;
    }
    let leads = said(0).split([';', ',']).map(|lead| fold(lead.trim()));
    let minor = said(2).parse::<i64>().ok();
    let called = [said(6), said(7)].into_iter().find(|name| !name.is_empty());
    Some(DealCourse {
        key: FactKey::at(part.segment, u16::try_from(slot).unwrap_or(u16::MAX)),
        name: called.unwrap_or_default().to_owned(),
        owner: said(8).to_owned(),
        leads: leads.filter(|lead| !lead.is_empty()).collect(),
        recorded,
        elsewhere,
        began,
        exact: opened.is_some(),
        outcome: ended.map_or(Outcome::Open, |(outcome, ..)| outcome),
        closed: ended.map(|(.., at)| at),
        expected: closed.filter(|_| ended.is_none()),
        reason: said(9).to_owned(),
        value: minor.map(|minor| Money { minor, currency: said(3).to_owned() }),
        account: said(4).to_owned(),
    })
}

/// How a deal of which a file says that ended at a time; `None` = it is open.
fn ended(said: &str, at: i64) -> Option<(Outcome, Place, i64)> {
    match said {
        "won" => Some((Outcome::Won, Place::Past, at)),
        "lost" => Some((Outcome::Lost, Place::Lost, at)),
        _ => None,
    }
}

/// What became of the deals of one lead.
#[derive(Clone, Debug, Default)]
pub(in crate::demand) struct OfLead {
    /// When each began, and whether that is known exactly.
    pub(super) began: Vec<(i64, bool)>,
    /// When the first was won.
    pub(in crate::demand) won: Option<i64>,
    /// When the last was lost, where none is open or won.
    pub(super) lost: Option<i64>,
}

/// The deals of leads, by what deals call them.
pub(in crate::demand) fn by_lead(deals: &[DealCourse]) -> HashMap<String, OfLead> {
    let mut by_lead: HashMap<String, (OfLead, bool)> = HashMap::new();
    for deal in deals {
        for lead in &deal.leads {
            let (of_lead, alive) = by_lead.entry(lead.clone()).or_default();
            of_lead.began.push((deal.began, deal.exact));
            *alive |= deal.outcome != Outcome::Lost;
            match deal.outcome {
                Outcome::Won => {
                    of_lead.won = of_lead.won.into_iter().chain(deal.closed).min();
                }
                Outcome::Lost => {
                    of_lead.lost = of_lead.lost.into_iter().chain(deal.closed).max();
                }
                Outcome::Open | Outcome::None => {}
            }
        }
    }
    let told = |(lead, (mut one, alive)): (String, (OfLead, bool))| {
        one.lost = one.lost.filter(|_| !alive);
        (lead, one)
    };
    by_lead.into_iter().map(told).collect()
}
