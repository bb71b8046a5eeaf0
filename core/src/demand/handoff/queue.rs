//! The queue of sales: leads that were handed over, by their clocks.

use super::cases::{Case, Cases};
use super::waits::Wait;
use crate::demand::score::LeadState;
use crate::error::Result;
use crate::facts::field::LeadField;
use crate::facts::subject::Subject;
use crate::id::{AssetId, LeadAnswerId, MemberId, PersonaId};
use crate::model::{EventKind, LeadAnswer, Millis, SalesAnswer, TurnBackReason, words};
use crate::plan::Plan;
use crate::plan::facts::OneRow;
use crate::scoring::State;
use crate::sla::FollowUp;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// How many rows a window has unless told, and at most.
const USUAL: usize = 100;
const MOST: usize = 1_000;

words! {
    /// A part of the queue.
    #[derive(Default)]
    FollowUpList {
        /// Handed over, and not answered.
        #[default]
        ToAnswer = "toAnswer",
        /// Accepted, and nobody was in touch yet.
        ToCall = "toCall",
        /// Accepted, and somebody was in touch.
        Accepted = "accepted",
        /// Turned back.
        TurnedBack = "turnedBack",
    }
}

words! {
    /// How a lead was followed up.
    FollowUpStatus {
        /// Nobody was in touch, and there is time.
        Open = "open",
        /// Somebody was in touch before the wait was over.
        Early = "early",
        /// Somebody was in touch in time.
        OnTime = "onTime",
        /// Somebody was in touch, too late.
        Late = "late",
        /// Nobody was in touch, and the time is over.
        Missed = "missed",
        /// There was nothing to follow up any more.
        NotNeeded = "notNeeded",
    }
}

impl From<FollowUp> for FollowUpStatus {
    fn from(follow_up: FollowUp) -> Self {
        match follow_up {
            FollowUp::Open => Self::Open,
            FollowUp::Early => Self::Early,
            FollowUp::OnTime => Self::OnTime,
            FollowUp::Late => Self::Late,
            FollowUp::Missed => Self::Missed,
            FollowUp::NotNeeded => Self::NotNeeded,
        }
    }
}

/// Which leads, and which part of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FollowUpQuery {
    /// Those in this part of the queue.
    #[ts(as = "Option<FollowUpList>")]
    pub list: FollowUpList,
    /// Only those of this member.
    pub owner_id: Option<MemberId>,
    /// Only those assigned to nobody.
    #[ts(as = "Option<bool>")]
    pub unassigned: bool,
    /// The first row wanted, from 0.
    #[ts(as = "Option<usize>")]
    pub offset: usize,
    /// How many rows; 100 unless given, 1,000 at most.
    pub limit: Option<usize>,
}

/// What a lead asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpRequest {
    /// The content's name.
    pub title: String,
    /// The content of the plan that is meant.
    pub asset_id: Option<AssetId>,
    /// When it was asked for.
    pub at: Millis,
    /// When a human opened it first; `None` = nobody has.
    pub opened_at: Option<Millis>,
    /// How long to wait for that.
    pub wait: Wait,
}

/// What made a lead hot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HotAsk {
    /// A demo, a quote or a call was asked for.
    pub kind: EventKind,
    /// When.
    pub at: Millis,
}

/// What sales answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SalesReply {
    /// The answer.
    pub id: LeadAnswerId,
    /// What.
    pub answer: SalesAnswer,
    /// Why it was turned back.
    pub reason: Option<TurnBackReason>,
    /// When.
    pub at: Millis,
    /// Who answered.
    pub member_id: Option<MemberId>,
    /// What there is to say of it.
    pub note: String,
}

/// A lead in the queue.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpRow {
    /// The lead's number.
    pub key: u32,
    /// The e-mail address; empty where none is known.
    pub email: String,
    /// The name.
    pub name: String,
    /// The job title.
    pub title: String,
    /// The company.
    pub company: String,
    /// The persona that the title tells of.
    pub persona: Option<PersonaId>,
    /// Whom the routing rules give it to; `None` = nobody.
    pub owner_id: Option<MemberId>,
    /// Where it stands.
    pub state: LeadState,
    /// Its score.
    pub score: f64,
    /// Whether it asked for a demo, a quote or a call.
    pub hot: bool,
    /// What it asked for when it became hot, since when its clocks are those of a hot lead; `None` = it
    /// was warm all the time.
    pub hot_ask: Option<HotAsk>,
    /// When it was handed over.
    pub handed_at: Millis,
    /// Not to be called before.
    pub not_before: Millis,
    /// Not to be called after.
    pub not_after: Millis,
    /// What it asked for last by the handoff.
    pub request: Option<FollowUpRequest>,
    /// How it was followed up.
    pub follow_up: FollowUpStatus,
    /// When sales was in touch first.
    pub touched_at: Option<Millis>,
    /// What sales answered.
    pub answer: Option<SalesReply>,
}

/// A part of the queue.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpPage {
    /// The time that clocks stand at.
    pub at: Millis,
    /// The newest time in the files; `None` = there are none.
    pub as_of: Option<Millis>,
    /// Whether clocks run: the files are less than a day old.
    pub running: bool,
    /// Leads in each part of the queue, whoever they are assigned to.
    pub counts: FollowUpCounts,
    /// Leads that pass.
    pub total: usize,
    /// The rows wanted, by when they are to be called at the latest.
    pub rows: Vec<FollowUpRow>,
}

/// How many leads are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpCounts {
    /// Handed over, and not answered.
    pub to_answer: usize,
    /// Of those the ones whose time is over.
    pub overdue: usize,
    /// Of those the ones that are assigned to nobody.
    pub unassigned: usize,
    /// Accepted, and nobody was in touch yet.
    pub to_call: usize,
    /// Accepted, and somebody was in touch.
    pub accepted: usize,
    /// Turned back.
    pub turned_back: usize,
}

impl Case {
    /// The part of the queue it stands in; `None` = in none any more.
    fn list(&self) -> Option<FollowUpList> {
        match self.told.accepted {
            Some(true) if self.touch.is_none() => Some(FollowUpList::ToCall),
            Some(true) => Some(FollowUpList::Accepted),
            Some(false) => Some(FollowUpList::TurnedBack),
            None if self.is_last && self.state.is_handed() => Some(FollowUpList::ToAnswer),
            None => None,
        }
    }
}

/// The part of the queue that was asked for.
pub fn follow_ups(plan: &Plan, cases: &Cases, query: &FollowUpQuery) -> Result<FollowUpPage> {
    let mut counts = FollowUpCounts::default();
    let mut passing: Vec<&Case> = Vec::new();
    for case in &cases.all {
        let Some(list) = case.list() else { continue };
        counts.add(case, list);
        let owned = query.owner_id.is_none() || query.owner_id == case.owner;
        let unassigned = !query.unassigned || case.owner.is_none();
        if list == query.list && owned && unassigned {
            passing.push(case);
        }
    }
    passing.sort_by_key(|case| (case.clocks.not_after, case.handed_at, case.key));
    if matches!(query.list, FollowUpList::Accepted | FollowUpList::TurnedBack) {
        // What is done is looked up from the latest on.
        passing.sort_by_key(|case| {
            std::cmp::Reverse(case.answer.as_ref().map(|answer| answer.answered_at))
        });
    }
    let total = passing.len();
    let limit = query.limit.unwrap_or(USUAL).min(MOST);
    let first = query.offset.min(total);
    let rows = rows(plan, &passing[first..(first + limit).min(total)])?;
    let Cases { at, as_of, running, .. } = *cases;
    Ok(FollowUpPage { at: Millis(at), as_of, running, counts, total, rows })
}

impl FollowUpCounts {
    fn add(&mut self, case: &Case, list: FollowUpList) {
        match list {
            FollowUpList::ToAnswer => {
                self.to_answer += 1;
                self.overdue += usize::from(case.told.follow_up == FollowUp::Missed);
                self.unassigned += usize::from(case.owner.is_none());
            }
            FollowUpList::ToCall => self.to_call += 1,
            FollowUpList::Accepted => self.accepted += 1,
            FollowUpList::TurnedBack => self.turned_back += 1,
        }
    }
}

fn rows(plan: &Plan, cases: &[&Case]) -> Result<Vec<FollowUpRow>> {
    let mut by_segment: HashMap<u32, Vec<u16>> = HashMap::new();
    for case in cases {
        by_segment.entry(case.key.segment()).or_default().push(case.key.slot());
    }
    let mut found: HashMap<(u32, u16), OneRow> = HashMap::new();
    plan.read_facts(1, |facts, sessions| {
        for (segment, slots) in by_segment {
            let rows = facts.some(&mut *sessions[0], Subject::Lead, segment, &slots)?.rows;
            found.extend(rows.into_iter().map(|row| ((segment, row.slot), row)));
        }
        Ok(())
    })?;
    let blank = OneRow::default();
    let of = |case: &&Case| {
        row(case, found.get(&(case.key.segment(), case.key.slot())).unwrap_or(&blank))
    };
    Ok(cases.iter().map(of).collect())
}

pub(super) fn row(case: &Case, lead: &OneRow) -> FollowUpRow {
    let text = |field: LeadField| lead.get(field).to_owned();
    FollowUpRow {
        key: case.key.0,
        email: text(LeadField::Email),
        name: text(LeadField::Name),
        title: text(LeadField::Title),
        company: text(LeadField::Company),
        persona: case.persona,
        owner_id: case.owner,
        state: case.state.into(),
        score: case.score,
        hot: case.told.hot || case.state == State::Hot,
        hot_ask: case.hot_ask,
        handed_at: Millis(case.handed_at),
        not_before: Millis(case.clocks.not_before),
        not_after: Millis(case.clocks.not_after),
        request: case.asked.as_ref().map(|asked| FollowUpRequest {
            title: asked.content.clone(),
            asset_id: asked.asset,
            at: Millis(asked.at),
            opened_at: asked.opened.map(Millis),
            wait: asked.wait,
        }),
        follow_up: case.told.follow_up.into(),
        touched_at: case.touch.map(Millis),
        answer: case.answer.as_deref().map(given),
    }
}

fn given(answer: &LeadAnswer) -> SalesReply {
    SalesReply {
        id: answer.id,
        answer: answer.answer,
        reason: answer.reason,
        at: answer.answered_at,
        member_id: answer.member_id,
        note: answer.note.clone(),
    }
}
