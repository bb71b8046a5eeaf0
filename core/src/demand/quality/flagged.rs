//! The list of leads of which an answer is flagged.

use super::census::{ANSWERS, Looked};
use crate::demand::answers::Answers;
use crate::demand::scan::scan;
use crate::demand::stamps::newest;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::facts::subject::Subject;
use crate::hygiene::{self, AnswerFlag, FlagReason, flags};
use crate::model::{Millis, TurnBackReason};
use crate::plan::Plan;
use crate::plan::facts::{OneRow, Part, Wanted};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// How many rows a window has unless told, and at most.
const USUAL: usize = 100;
const MOST: usize = 1_000;

/// Which of them, and which part of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FlaggedQuery {
    /// Only those flagged for this reason.
    pub reason: Option<FlagReason>,
    /// Those that sales turned back as their data is not true, instead.
    #[ts(as = "Option<bool>")]
    pub by_sales: bool,
    /// The first row wanted, from 0.
    #[ts(as = "Option<usize>")]
    pub offset: usize,
    /// How many rows; 100 unless given, 1,000 at most.
    pub limit: Option<usize>,
}

/// A lead of which an answer is flagged, or sales says that its data is not true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlaggedRow {
    /// Its number.
    pub key: u32,
    /// The e-mail address; empty where none is known.
    pub email: String,
    /// The name.
    pub name: String,
    /// The job title.
    pub title: String,
    /// The level.
    pub level: String,
    /// The company.
    pub company: String,
    /// What is flagged, and why.
    pub flags: Vec<AnswerFlag>,
    /// Whether sales turned it back as its data is not true.
    pub by_sales: bool,
}

/// A part of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FlaggedList {
    /// All of them.
    pub total: usize,
    /// The rows wanted.
    pub rows: Vec<FlaggedRow>,
}

/// The order of the list, to be kept while somebody scrolls: most reasons first.
#[derive(Clone, Debug, Default)]
pub struct FlaggedOrder(Vec<FactKey>);

/// The leads that sales turned back as their data is not true, as of a time.
pub(super) fn bad_by_sales(plan: &Plan, at: Option<Millis>) -> Result<Vec<FactKey>> {
    let view = plan.view();
    let at = at.or_else(|| newest(&view)).unwrap_or(Millis(i64::MAX));
    Ok(Answers::of(plan)?.turned_back(&view, TurnBackReason::BadData, at))
}

/// The order of the leads that a list asks for.
pub fn flagged_order(plan: &Plan, query: &FlaggedQuery) -> Result<FlaggedOrder> {
    if query.by_sales {
        return bad_by_sales(plan, None).map(FlaggedOrder);
    }
    let reason = query.reason;
    let wanted = Wanted { fields: &ANSWERS, events: false, history: None };
    let found = scan(plan, wanted, Vec::new, |found, part| look(part, reason, found))?;
    let mut all: Vec<(u8, FactKey)> = found.into_iter().flatten().collect();
    all.sort_unstable();
    Ok(FlaggedOrder(all.into_iter().map(|(_, key)| key).collect()))
}

/// The flagged leads of a part, each with a number that is the smaller the more flags it has.
fn look(part: &Part, reason: Option<FlagReason>, found: &mut Vec<(u8, FactKey)>) {
    let looked = Looked::at(part);
    for slot in part.slots() {
        let flags = looked.flags(slot);
        let is_wanted = |flag: &AnswerFlag| reason.is_none_or(|reason| reason == flag.reason);
        if flags.iter().any(is_wanted) {
            let few = u8::MAX - u8::try_from(flags.len()).unwrap_or(u8::MAX);
            let slot = u16::try_from(slot).unwrap_or(u16::MAX);
            found.push((few, FactKey::at(part.segment, slot)));
        }
    }
}

/// A part of a list whose order is known.
pub fn flagged_window(
    plan: &Plan,
    query: &FlaggedQuery,
    order: &FlaggedOrder,
) -> Result<FlaggedList> {
    let limit = query.limit.unwrap_or(USUAL).min(MOST);
    let keys: Vec<FactKey> = order.0.iter().skip(query.offset).take(limit).copied().collect();
    let bad = bad_by_sales(plan, None)?;
    let row = |key: FactKey, lead: &OneRow| row(key, lead, bad.binary_search(&key).is_ok());
    Ok(FlaggedList { total: order.0.len(), rows: rows(plan, &keys, row)? })
}

/// Reads some leads, in the order of their keys here.
pub(super) fn rows<T>(
    plan: &Plan,
    keys: &[FactKey],
    make: impl Fn(FactKey, &OneRow) -> T,
) -> Result<Vec<T>> {
    let mut by_segment: HashMap<u32, Vec<u16>> = HashMap::new();
    for key in keys {
        by_segment.entry(key.segment()).or_default().push(key.slot());
    }
    let mut found: HashMap<FactKey, T> = HashMap::new();
    plan.read_facts(1, |facts, sessions| {
        for (segment, slots) in &by_segment {
            let chosen = facts.some(&mut *sessions[0], Subject::Lead, *segment, slots)?;
            for lead in &chosen.rows {
                let key = FactKey::at(*segment, lead.slot);
                found.insert(key, make(key, lead));
            }
        }
        Ok(())
    })?;
    Ok(keys.iter().filter_map(|key| found.remove(key)).collect())
}

/// What a lead answered.
pub(super) fn answers(lead: &OneRow) -> hygiene::Answers<'_> {
    hygiene::Answers {
        email: lead.get(LeadField::Email),
        name: lead.get(LeadField::Name),
        title: lead.get(LeadField::Title),
        level: lead.get(LeadField::Level),
        company: lead.get(LeadField::Company),
    }
}

fn row(key: FactKey, lead: &OneRow, by_sales: bool) -> FlaggedRow {
    let text = |field: LeadField| lead.get(field).to_owned();
    FlaggedRow {
        key: key.0,
        email: text(LeadField::Email),
        name: text(LeadField::Name),
        title: text(LeadField::Title),
        level: text(LeadField::Level),
        company: text(LeadField::Company),
        flags: flags(&answers(lead)),
        by_sales,
    }
}
