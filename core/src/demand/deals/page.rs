//! One deal: its course, who decides on it, and the content that they touched.

use super::content::{DealContent, engaged};
use super::standing::{DealRow, Deals, Standing};
use crate::demand::leads::{LeadRow, rows};
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::funnel::{Exit, LineInDays, days};
use crate::id::StageId;
use crate::model::{Millis, words};
use crate::plan::Plan;
use serde::Serialize;
use ts_rs::TS;

words! {
    /// How a stay at a stage ended.
    DealMove {
        /// It went on.
        Advanced = "advanced",
        /// It went back to an earlier stage.
        MovedBack = "movedBack",
        /// It was lost.
        Lost = "lost",
        /// It is still there.
        Here = "here",
    }
}

impl From<Exit> for DealMove {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Advanced => Self::Advanced,
            Exit::MovedBack => Self::MovedBack,
            Exit::Lost => Self::Lost,
            Exit::Here => Self::Here,
        }
    }
}

/// A stay of a deal at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DealVisit {
    /// The stage.
    pub stage_id: StageId,
    /// Since when, at the latest.
    pub entered: Millis,
    /// How it ended.
    pub exit: DealMove,
    /// Whether nothing was recorded of it: it was passed between two stages that were.
    pub inferred: bool,
    /// How many days it lasted, or lasts until now; `None` where beginning or end are not known.
    pub days: Option<f64>,
}

/// What files tell of a deal.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DealFacts {
    /// The deal.
    pub deal: DealRow,
    /// The newest time in the files.
    pub as_of: Option<Millis>,
    /// The workspace's currency.
    pub currency: String,
    /// The line of the stage that it is at, as long as it is open; `None` = no data.
    pub line: Option<LineInDays>,
    /// Its stays at stages, the earliest first.
    pub course: Vec<DealVisit>,
    /// Its leads, or those of its account where it names none; those first who did something last. Of an
    /// account no more than 50.
    pub people: Vec<LeadRow>,
    /// Names of its leads of whom no file tells.
    pub unknown: Vec<String>,
    /// What they touched, the latest first.
    pub content: Vec<DealContent>,
    /// The stage at which most of the content is placed that they engaged with.
    pub content_says: Option<StageId>,
    /// The stage that is recorded of it.
    pub recorded: Option<StageId>,
}

/// What files tell of the deal of that number.
pub fn deal(plan: &Plan, deals: &Deals, key: u32) -> Result<DealFacts> {
    let view = plan.view();
    let one = deals.all.iter().find(|one| one.deal.key == FactKey(key)).ok_or_else(gone)?;
    let row = deals.row(one);
    let keys: Vec<FactKey> = one.people.leads.iter().copied().map(FactKey).collect();
    let engaged = engaged(plan, &view, deals, one)?;
    Ok(DealFacts {
        as_of: deals.as_of,
        currency: deals.currency.clone(),
        line: one
            .here()
            .filter(|_| row.days.is_some())
            .and_then(|visit| deals.line_at(visit.stage))
            .map(|line| line.in_days()),
        course: course(deals, one),
        people: rows(plan, &view, &keys, None)?,
        unknown: engaged.unknown,
        content: engaged.content,
        content_says: engaged.content_says,
        recorded: row.stage_id,
        deal: row,
    })
}

fn gone() -> Error {
    Error::invalid("This deal is no longer here. Its import may have been taken back.")
}

fn course(deals: &Deals, one: &Standing) -> Vec<DealVisit> {
    let told = one.visits.iter().filter_map(|visit| {
        Some(DealVisit {
            stage_id: deals.stage_at(visit.stage)?,
            entered: Millis(visit.entered),
            exit: visit.exit.into(),
            inferred: visit.inferred,
            days: visit.lasted.map(days),
        })
    });
    told.collect()
}
