//! Deals, where they stood and when.

use super::line::Line;
use crate::error::Result;
use crate::facts::event::Events;
use crate::facts::field::DealField;
use crate::funnel::{Place, Recorded};
use crate::model::text::fold;
use crate::model::{EventKind, Money};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use crate::scoring::Outcome;
use std::collections::HashMap;

const FIELDS: [DealField; 7] = [
    DealField::Leads,
    DealField::Outcome,
    DealField::Value,
    DealField::Currency,
    DealField::Account,
    DealField::Opened,
    DealField::Closed,
];

/// A deal.
#[derive(Clone, Debug)]
pub(in crate::demand) struct DealCourse {
    /// The folded addresses or ids of its leads.
    pub(in crate::demand) leads: Vec<String>,
    /// Where it stood, the earliest first.
    pub(in crate::demand) recorded: Vec<Recorded>,
    /// When it was there first, as far as that is known: at the latest then.
    pub(in crate::demand) began: i64,
    /// Whether that is when it was opened.
    pub(in crate::demand) exact: bool,
    pub(in crate::demand) outcome: Outcome,
    /// When it was closed; `None` = it is open.
    pub(in crate::demand) closed: Option<i64>,
    /// What it is worth.
    pub(in crate::demand) value: Option<Money>,
    /// Its account, as the file names it.
    pub(in crate::demand) account: String,
}

/// The deals that were there by a time.
pub(in crate::demand) fn courses(plan: &Plan, line: &Line, until: i64) -> Result<Vec<DealCourse>> {
    let mut deals = Vec::new();
    plan.read_facts(1, |facts, sessions| {
        let wanted = Wanted { fields: &FIELDS, events: true, history: Some(DealField::Stage) };
        facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
            let mut moves = moves(line, &part);
            for slot in 0..part.size {
                let moves = moves.remove(&slot).unwrap_or_default();
                deals.extend(deal(line, &part, slot, moves, until));
            }
        })
    })?;
    Ok(deals)
}

fn moves(line: &Line, part: &Part) -> HashMap<usize, Vec<Recorded>> {
    let mut moves: HashMap<usize, Vec<Recorded>> = HashMap::new();
    let events = part.events.iter().flat_map(Events::iter);
    for event in events.filter(|event| event.kind == EventKind::Move) {
        if let Some(place) = line.of_deal(event.asset) {
            let recorded = Recorded { at: event.at, place, exact: true };
            moves.entry(event.slot.into()).or_default().push(recorded);
        }
    }
    moves
}

fn deal(
    line: &Line,
    part: &Part,
    slot: usize,
    mut recorded: Vec<Recorded>,
    until: i64,
) -> Option<DealCourse> {
    let said = |at: usize| part.columns[at].get(slot);
    let time = |at: usize| said(at).parse::<i64>().ok();
    let (opened, closed) = (time(5), time(6));
    let minor = said(2).parse::<i64>().ok();
    let told = part.told.get(slot).map_or(until, |at| at.0).min(until);
    let history = part.history.of_row(u16::try_from(slot).unwrap_or(u16::MAX));
    recorded.extend(history.filter_map(|(at, stage)| {
        let place = line.of_deal(stage)?;
        Some(Recorded { at: at.0, place, exact: false })
    }));
    let ends = match said(1) {
        "won" => Some((Outcome::Won, Place::Past)),
        "lost" => Some((Outcome::Lost, Place::Lost)),
        _ => None,
    };
    let ended = ends.map(|(outcome, place)| (outcome, place, closed.unwrap_or(told)));
    let ended = ended.filter(|(.., at)| *at <= until);
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
    Some(DealCourse {
        leads: leads.filter(|lead| !lead.is_empty()).collect(),
        recorded,
        began,
        exact: opened.is_some(),
        outcome: ended.map_or(Outcome::Open, |(outcome, ..)| outcome),
        closed: ended.map(|(.., at)| at),
        value: minor.map(|minor| Money { minor, currency: said(3).to_owned() }),
        account: said(4).to_owned(),
    })
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
