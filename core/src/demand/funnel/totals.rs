//! What files count by stage without naming anybody, and what channels cost.

use super::line::Line;
use crate::error::Result;
use crate::facts::field::{ChannelDayField, StageCountField};
use crate::funnel::Place;
use crate::id::StageId;
use crate::model::{Money, StageKind, Sum, WorkspaceFields};
use crate::plan::Plan;
use crate::plan::facts::Wanted;
use crate::sla::Calendar;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What files count at a stage, without naming anybody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StageTotal {
    /// The stage; `None` = won or lost.
    pub stage_id: Option<StageId>,
    /// Its name, or won or lost.
    pub name: String,
    /// So many.
    pub count: u32,
    /// Of so many at the stage before that is counted, 0–1 and more; `None` = none is, or it is lost.
    pub of_before: Option<f64>,
    /// Their value together.
    pub value: Sum,
}

const WON: &str = "Won";
const LOST: &str = "Lost";

const COUNTED: [StageCountField; 5] = [
    StageCountField::Stage,
    StageCountField::Count,
    StageCountField::Value,
    StageCountField::Currency,
    StageCountField::Day,
];

/// A value on a day.
type Amount = (Option<Money>, NaiveDate);

/// What files count, by the stages of a line, in order; stages of which nothing is counted are left
/// out.
pub(super) fn totals(
    plan: &Plan,
    workspace: &WorkspaceFields,
    line: &Line,
    (calendar, until): (&Calendar, NaiveDate),
) -> Result<Vec<StageTotal>> {
    let names = names(line);
    let mut counted: Vec<(u32, Vec<Amount>)> = vec![(0, Vec::new()); names.len()];
    plan.read_facts(1, |facts, sessions| {
        let wanted = Wanted { fields: &COUNTED, events: false, history: None };
        facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
            for slot in 0..part.size {
                let said = |at: usize| part.columns[at].get(slot);
                let day = day(calendar, said(4)).unwrap_or(until);
                let Some(at) = line.column(said(0)).filter(|_| day <= until) else { continue };
                let n = if said(1).is_empty() { Some(1) } else { said(1).parse::<u32>().ok() };
                counted[at].0 = counted[at].0.saturating_add(n.unwrap_or(0));
                if let Some(value) = money(said(2), said(3)) {
                    counted[at].1.push((Some(value), day));
                }
            }
        })
    })?;
    let told = names.into_iter().zip(counted).filter(|(_, (count, _))| *count > 0);
    let mut before: Option<u32> = None;
    let told = told.map(|((stage_id, name), (count, amounts))| {
        let of_before = before
            .filter(|_| stage_id.is_some() || name == WON)
            .map(|n| f64::from(count) / f64::from(n));
        before = Some(count);
        let amounts = amounts.iter().map(|(value, day)| (value.as_ref(), *day));
        StageTotal { stage_id, name, count, of_before, value: Sum::of(workspace, amounts) }
    });
    Ok(told.collect())
}

/// The stages with their names, then won and lost.
fn names(line: &Line) -> Vec<(Option<StageId>, String)> {
    let stages = line.stages.iter().map(|stage| (Some(stage.id), stage.name.clone()));
    stages.chain([WON, LOST].map(|name| (None, name.to_owned()))).collect()
}

impl Line {
    /// The place of what a file calls a stage, won or lost among the stages, won and lost.
    fn column(&self, said: &str) -> Option<usize> {
        let at = |kind, place| {
            let id = self.stage(kind, place)?.id;
            self.stages.iter().position(|stage| stage.id == id)
        };
        match (self.of_deal(said), self.of_lead(said)) {
            (Some(Place::Past), _) => Some(self.stages.len()),
            (Some(Place::Lost), _) => Some(self.stages.len() + 1),
            (Some(Place::Stage(place)), _) => at(StageKind::Deal, place),
            (None, Some(Place::Stage(place))) => at(StageKind::Lead, place),
            (None, _) => None,
        }
    }
}

/// What all channels cost until a day.
pub(super) fn costs(
    plan: &Plan,
    workspace: &WorkspaceFields,
    (calendar, until): (&Calendar, NaiveDate),
) -> Result<Sum> {
    let fields = [ChannelDayField::Cost, ChannelDayField::Currency, ChannelDayField::Day];
    let mut amounts: Vec<Amount> = Vec::new();
    plan.read_facts(1, |facts, sessions| {
        let wanted = Wanted { fields: &fields, events: false, history: None };
        facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
            for slot in 0..part.size {
                let said = |at: usize| part.columns[at].get(slot);
                let day = day(calendar, said(2)).unwrap_or(until);
                let cost = money(said(0), said(1)).filter(|_| day <= until);
                amounts.extend(cost.map(|cost| (Some(cost), day)));
            }
        })
    })?;
    Ok(Sum::of(workspace, amounts.iter().map(|(cost, day)| (cost.as_ref(), *day))))
}

/// The workspace's day of a time.
fn day(calendar: &Calendar, text: &str) -> Option<NaiveDate> {
    Some(calendar.day_of(text.parse().ok()?))
}

fn money(minor: &str, currency: &str) -> Option<Money> {
    Some(Money { minor: minor.parse().ok()?, currency: currency.to_owned() })
}
