//! The list of deals: filtered, sorted, a window of it.

use super::standing::{DealOutcome, DealRow, Deals, Standing};
use crate::demand::kpi::Behind;
use crate::funnel::LineInDays;
use crate::id::{JourneyId, StageId};
use crate::model::text::fold;
use crate::model::{Millis, words};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use ts_rs::TS;

/// How many rows a window has unless told, and at most.
const USUAL: usize = 100;
const MOST: usize = 1_000;

words! {
    /// What a list of deals can be sorted by.
    DealSort {
        /// How long it has been at its stage, the longest first.
        Days = "days",
        /// Its name.
        Name = "name",
        /// Its account.
        Account = "account",
        /// Who is in charge of it.
        Owner = "owner",
        /// The stage, in the order of the journey.
        Stage = "stage",
        /// What it is worth, the most first.
        Value = "value",
        /// When it was opened, the latest first.
        Opened = "opened",
        /// When it is to be closed, or was: the earliest first.
        Close = "close",
        /// How many leads it has, the most first.
        People = "people",
        /// How many personas are missing, the most first.
        Missing = "missing",
        /// When one of its leads did something last, the latest first.
        Touch = "touch",
    }
}

/// Which deals, in which order, and which part of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DealQuery {
    /// Of which journey; the first unless given.
    pub journey: Option<JourneyId>,
    /// Only those whose name, account or owner holds this.
    #[ts(as = "Option<String>")]
    pub text: String,
    /// Only those at this stage, or that ended there.
    pub stage: Option<StageId>,
    /// Only those of which no file tells a stage.
    #[ts(as = "Option<bool>")]
    pub without_stage: bool,
    /// Only those of which this became.
    pub outcome: Option<DealOutcome>,
    /// Only those that are past the line of their stage.
    #[ts(as = "Option<bool>")]
    pub past_line: bool,
    /// Only those that the lead of this number is part of.
    pub lead: Option<u32>,
    /// Only those behind this figure.
    pub behind: Option<Behind>,
    /// Sorted by this; by days at the stage unless told.
    pub sort: Option<DealSort>,
    /// The other way round.
    #[ts(as = "Option<bool>")]
    pub reversed: bool,
    /// The first row wanted, from 0.
    #[ts(as = "Option<usize>")]
    pub offset: usize,
    /// How many rows; 100 unless given, 1,000 at most.
    pub limit: Option<usize>,
}

/// Open deals at a stage that pass every filter but those of stage and outcome.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DealStage {
    /// The stage; `None` = no file tells one.
    pub stage_id: Option<StageId>,
    /// How many deals.
    pub deals: usize,
    /// What those are worth whose value is known, in minor units of the workspace's currency.
    #[ts(type = "number")]
    pub worth: i64,
    /// Of so many of them.
    pub valued: usize,
    /// How many are past the line.
    pub past_line: usize,
    /// The line; `None` = no deal went on from there of which it is known how long it stayed.
    pub line: Option<LineInDays>,
}

/// A part of the list of deals.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DealList {
    /// The journey.
    pub journey_id: JourneyId,
    /// The newest time in the files.
    pub as_of: Option<Millis>,
    /// The workspace's currency.
    pub currency: String,
    /// All deals of the journey.
    pub deals: usize,
    /// Those that pass.
    pub total: usize,
    /// The stages with the open deals there, in order; deals without one last, if there are any.
    pub stages: Vec<DealStage>,
    /// The rows wanted.
    pub rows: Vec<DealRow>,
}

/// A part of the list of deals.
pub fn deal_list(deals: &Deals, query: &DealQuery) -> DealList {
    let passing = passing(deals, query);
    let limit = query.limit.unwrap_or(USUAL).min(MOST);
    let window = passing.iter().skip(query.offset).take(limit);
    DealList {
        journey_id: deals.journey_id,
        as_of: deals.as_of,
        currency: deals.currency.clone(),
        deals: deals.all.len(),
        total: passing.len(),
        stages: stages(deals, query),
        rows: window.map(|one| deals.row(one)).collect(),
    }
}

/// All deals that pass, in order.
pub fn deal_rows(deals: &Deals, query: &DealQuery) -> Vec<DealRow> {
    passing(deals, query).into_iter().map(|one| deals.row(one)).collect()
}

fn passing<'a>(deals: &'a Deals, query: &DealQuery) -> Vec<&'a Standing> {
    let text = fold(query.text.trim());
    let passes = |one: &&Standing| query.passes(deals, one, &text) && query.is_at(deals, one);
    let sort = query.sort.unwrap_or(DealSort::Days);
    let passing = deals.all.iter().filter(passes);
    let mut ranked: Vec<(Option<Rank>, &Standing)> =
        passing.map(|one| (rank(deals, one, sort), one)).collect();
    ranked.sort_by(|(a, one), (b, other)| {
        by_rank(a.as_ref(), b.as_ref(), query.reversed)
            .then_with(|| one.deal.key.cmp(&other.deal.key))
    });
    ranked.into_iter().map(|(_, one)| one).collect()
}

fn stages(deals: &Deals, query: &DealQuery) -> Vec<DealStage> {
    let text = fold(query.text.trim());
    let blank =
        |stage_id, line| DealStage { stage_id, deals: 0, worth: 0, valued: 0, past_line: 0, line };
    let known = deals.stages.iter();
    let mut stages: Vec<DealStage> =
        known.map(|(id, line)| blank(Some(*id), line.map(|line| line.in_days()))).collect();
    let mut without = blank(None, None);
    for one in &deals.all {
        if one.outcome() != DealOutcome::Open || !query.passes(deals, one, &text) {
            continue;
        }
        let at = one.here().and_then(|visit| stages.get_mut(visit.stage));
        let stage = at.unwrap_or(&mut without);
        stage.deals += 1;
        stage.worth = stage.worth.saturating_add(one.worth.unwrap_or_default());
        stage.valued += usize::from(one.worth.is_some());
        stage.past_line += usize::from(deals.is_past(one));
    }
    stages.extend(Some(without).filter(|one| one.deals > 0));
    stages
}

impl DealQuery {
    /// Whether a deal passes every filter but those of stage and outcome.
    fn passes(&self, deals: &Deals, one: &Standing, text: &str) -> bool {
        let deal = &one.deal;
        let holds = |said: &String| fold(said).contains(text);
        (!self.past_line || deals.is_past(one))
            && self.lead.is_none_or(|lead| one.people.leads.contains(&lead))
            && (text.is_empty() || [&deal.name, &deal.account, &deal.owner].into_iter().any(holds))
    }

    /// Whether it is at the stage asked for, and that became of it.
    fn is_at(&self, deals: &Deals, one: &Standing) -> bool {
        let at = one.last().and_then(|visit| deals.stage_at(visit.stage));
        self.stage.is_none_or(|stage| at == Some(stage))
            && (!self.without_stage || at.is_none())
            && self.outcome.is_none_or(|outcome| outcome == one.outcome())
    }
}

/// What a deal is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number(i64),
    Text(String),
}

/// The smaller the further up; `None` = there is nothing to sort it by, and it comes last.
fn rank(deals: &Deals, one: &Standing, sort: DealSort) -> Option<Rank> {
    let Standing { deal, people, .. } = one;
    let number = |number: Option<i64>| number.map(Rank::Number);
    let text = |text: &str| (!text.is_empty()).then(|| Rank::Text(fold(text)));
    let largest = |number: Option<i64>| number.map(|number| Rank::Number(!number));
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    match sort {
        DealSort::Days => largest(deals.been(one)),
        DealSort::Name => text(&deal.name),
        DealSort::Account => text(&deal.account),
        DealSort::Owner => text(&deal.owner),
        DealSort::Stage => number(one.last().map(|visit| whole(visit.stage))),
        DealSort::Value => largest(one.worth),
        DealSort::Opened => largest(deal.exact.then_some(deal.began)),
        DealSort::Close => number(deal.closed.or(deal.expected)),
        DealSort::People => largest(Some(people.count.into())),
        DealSort::Missing => largest(Some(whole(deals.missing(one)))),
        DealSort::Touch => largest(people.touched),
    }
}

fn by_rank(a: Option<&Rank>, b: Option<&Rank>, reversed: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if reversed => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        // What is blank stays last.
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}
