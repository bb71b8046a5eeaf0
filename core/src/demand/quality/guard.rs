//! The cadence guard: who got more e-mails than a lead may get, and of which programmes.

use super::flagged::rows;
use super::mails::{Counter, Mail, Sender};
use crate::demand::programmes::Programmes;
use crate::demand::scan::scan;
use crate::demand::stamps::newest;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::facts::subject::Subject;
use crate::id::ProgrammeId;
use crate::model::{EmailLimit, Millis};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// How many rows a window has unless told, and at most.
const USUAL: usize = 100;
const MOST: usize = 1_000;
/// So many programmes are named.
const NAMED: usize = 50;
/// Milliseconds of a day of 24 hours.
const DAY: i64 = 86_400_000;

/// Which part of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct GuardQuery {
    /// The end of the days that are looked at; the newest time in the files unless given.
    pub at: Option<Millis>,
    /// The first row wanted, from 0.
    #[ts(as = "Option<usize>")]
    pub offset: usize,
    /// How many rows; 100 unless given, 1,000 at most.
    pub limit: Option<usize>,
}

/// A programme, or a campaign that is of none, by which leads over the limit were mailed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuardCampaign {
    /// The programme's name, else what the files call the campaign; empty where they do not say.
    pub name: String,
    /// The programme; `None` = no programme goes by that name.
    pub programme_id: Option<ProgrammeId>,
    /// Leads over the limit that it mailed.
    pub leads: u64,
    /// E-mails it sent them.
    pub emails: u64,
}

impl GuardCampaign {
    fn of(sender: &Sender) -> Self {
        Self { name: sender.name.clone(), programme_id: sender.id, leads: 0, emails: 0 }
    }
}

/// What mailed a lead how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MailedBy {
    /// The programme's name, else that of the campaign; empty where no file says.
    pub name: String,
    /// The programme, where there is one.
    pub programme_id: Option<ProgrammeId>,
    /// So many e-mails.
    pub emails: u32,
}

/// A lead over the limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GuardRow {
    /// Its number.
    pub key: u32,
    /// The e-mail address; empty where none is known.
    pub email: String,
    /// The name.
    pub name: String,
    /// The company.
    pub company: String,
    /// E-mails it got in these days.
    pub emails: u32,
    /// By what, the most first.
    pub by: Vec<MailedBy>,
}

/// A part of the list of leads over the limit, the most e-mails first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuardList {
    /// The limit.
    pub limit: EmailLimit,
    /// The end of the days that are looked at.
    pub as_of: Option<Millis>,
    /// E-mails sent to anybody, as far back as the files go: with 0 there is no data.
    pub known: u64,
    /// E-mails sent to anybody in these days.
    pub emails: u64,
    /// Leads that got any in these days.
    pub mailed: u64,
    /// Leads over the limit.
    pub over: u64,
    /// By what those were mailed, the most leads first, 50 at most.
    pub campaigns: Vec<GuardCampaign>,
    /// How many more there are than are named.
    pub more: usize,
    /// The rows wanted.
    pub rows: Vec<GuardRow>,
}

/// What was counted, to be kept while somebody scrolls.
#[derive(Clone, Debug, Default)]
pub struct GuardTally {
    limit: EmailLimit,
    as_of: Option<Millis>,
    known: u64,
    emails: u64,
    mailed: u64,
    campaigns: Vec<GuardCampaign>,
    keys: Vec<FactKey>,
}

/// What one thread found.
struct Guard<'a> {
    counter: Counter<'a>,
    limit: u32,
    known: u64,
    emails: u64,
    mailed: u64,
    /// Leads and e-mails, by the number of what sent them.
    by: HashMap<u32, (u64, u64)>,
    over: Vec<(Reverse<u32>, FactKey)>,
}

impl Guard<'_> {
    fn look(&mut self, part: &Part) {
        let mails = self.counter.mails(&part.events, None);
        self.known += mails.len() as u64;
        for theirs in mails.chunk_by(|one, other| one.slot == other.slot) {
            let theirs: Vec<&Mail> =
                theirs.iter().filter(|mail| self.counter.is_in_span(mail)).collect();
            let Some(first) = theirs.first() else { continue };
            self.emails += theirs.len() as u64;
            self.mailed += 1;
            let count = u32::try_from(theirs.len()).unwrap_or(u32::MAX);
            if count <= self.limit {
                continue;
            }
            self.over.push((Reverse(count), FactKey::at(part.segment, first.slot)));
            for of_one in theirs.chunk_by(|one, other| one.sender == other.sender) {
                let sum = self.by.entry(of_one[0].sender).or_default();
                *sum = (sum.0 + 1, sum.1 + of_one.len() as u64);
            }
        }
    }
}

/// Counts who got more e-mails than a lead may get, in the days that end at `at`: at the newest time
/// in the files unless given.
pub fn guard_tally(plan: &Plan, at: Option<Millis>) -> Result<GuardTally> {
    let view = plan.view();
    let limit = view.workspace()?.quality.guard;
    let as_of = at.or_else(|| newest(&view));
    let Some(at) = as_of else { return Ok(GuardTally { limit, ..GuardTally::default() }) };
    let programmes = Programmes::of(&view);
    let make = || Guard {
        counter: Counter::new(&programmes, span(at, limit)),
        limit: limit.emails,
        known: 0,
        emails: 0,
        mailed: 0,
        by: HashMap::new(),
        over: Vec::new(),
    };
    let wanted = Wanted { fields: &[], events: true, history: None };
    Ok(summed(limit, as_of, scan(plan, wanted, make, Guard::look)?))
}

fn span(at: Millis, limit: EmailLimit) -> (i64, i64) {
    (at.0.saturating_sub(i64::from(limit.days) * DAY), at.0)
}

fn summed(limit: EmailLimit, as_of: Option<Millis>, guards: Vec<Guard<'_>>) -> GuardTally {
    let mut tally = GuardTally { limit, as_of, ..GuardTally::default() };
    let mut by: BTreeMap<_, GuardCampaign> = BTreeMap::new();
    let mut over = Vec::new();
    for guard in guards {
        tally.known += guard.known;
        tally.emails += guard.emails;
        tally.mailed += guard.mailed;
        over.extend(guard.over);
        for (number, (leads, emails)) in guard.by {
            let sender = &guard.counter.senders[number as usize];
            let one = by.entry(sender.key()).or_insert_with(|| GuardCampaign::of(sender));
            one.leads += leads;
            one.emails += emails;
        }
    }
    over.sort_unstable();
    tally.keys = over.into_iter().map(|(_, key)| key).collect();
    tally.campaigns = by.into_values().collect();
    tally.campaigns.sort_by_key(|one| Reverse((one.leads, one.emails)));
    tally
}

/// A part of the list whose order is known.
pub fn guard_window(plan: &Plan, query: &GuardQuery, tally: &GuardTally) -> Result<GuardList> {
    let limit = query.limit.unwrap_or(USUAL).min(MOST);
    let keys: Vec<FactKey> = tally.keys.iter().skip(query.offset).take(limit).copied().collect();
    Ok(GuardList {
        limit: tally.limit,
        as_of: tally.as_of,
        known: tally.known,
        emails: tally.emails,
        mailed: tally.mailed,
        over: tally.keys.len() as u64,
        campaigns: tally.campaigns.iter().take(NAMED).cloned().collect(),
        more: tally.campaigns.len().saturating_sub(NAMED),
        rows: over_rows(plan, tally, &keys)?,
    })
}

fn over_rows(plan: &Plan, tally: &GuardTally, keys: &[FactKey]) -> Result<Vec<GuardRow>> {
    let mut by = mailed_by(plan, tally, keys)?;
    let found = rows(plan, keys, |key, lead| {
        let text = |field: LeadField| lead.get(field).to_owned();
        GuardRow {
            key: key.0,
            email: text(LeadField::Email),
            name: text(LeadField::Name),
            company: text(LeadField::Company),
            emails: 0,
            by: Vec::new(),
        }
    })?;
    let told = |mut row: GuardRow| {
        row.by = by.remove(&FactKey(row.key)).unwrap_or_default();
        row.emails = row.by.iter().map(|one| one.emails).sum();
        row
    };
    Ok(found.into_iter().map(told).collect())
}

/// By what some leads were mailed how often, the most first.
fn mailed_by(
    plan: &Plan,
    tally: &GuardTally,
    keys: &[FactKey],
) -> Result<HashMap<FactKey, Vec<MailedBy>>> {
    let programmes = Programmes::of(&plan.view());
    let span = span(tally.as_of.unwrap_or(Millis(0)), tally.limit);
    let mut counter = Counter::new(&programmes, span);
    let mut by: HashMap<FactKey, Vec<MailedBy>> = HashMap::new();
    for (segment, slots) in by_segment(keys) {
        let chosen = plan.read_facts(1, |facts, sessions| {
            facts.some(&mut *sessions[0], Subject::Lead, segment, &[])
        })?;
        let mails = counter.mails(&chosen.events, Some(&slots));
        let mails: Vec<&Mail> = mails.iter().filter(|mail| counter.is_in_span(mail)).collect();
        for of_one in mails.chunk_by(|a, b| (a.slot, a.sender) == (b.slot, b.sender)) {
            let sender = &counter.senders[of_one[0].sender as usize];
            by.entry(FactKey::at(segment, of_one[0].slot)).or_default().push(MailedBy {
                name: sender.name.clone(),
                programme_id: sender.id,
                emails: u32::try_from(of_one.len()).unwrap_or(u32::MAX),
            });
        }
    }
    for list in by.values_mut() {
        list.sort_by(|a, b| b.emails.cmp(&a.emails).then_with(|| a.name.cmp(&b.name)));
    }
    Ok(by)
}

fn by_segment(keys: &[FactKey]) -> BTreeMap<u32, Vec<u16>> {
    let mut segments: BTreeMap<u32, Vec<u16>> = BTreeMap::new();
    for key in keys {
        segments.entry(key.segment()).or_default().push(key.slot());
    }
    segments
}
