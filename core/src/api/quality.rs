//! The state that what is known of leads is in, and who gets too many e-mails.

use super::Context;
use crate::demand::{
    self, FlaggedList, FlaggedOrder, FlaggedQuery, GuardList, GuardQuery, GuardTally,
    QualityReport, VerifyList,
};
use crate::error::Result;
use crate::figure::{Figure, stock_ages};
use crate::model::Millis;
use serde::Deserialize;
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// What was worked out last, with what it was worked out from.
#[derive(Debug)]
struct Latest<Q, T>(Mutex<Option<(Q, Arc<T>)>>);

impl<Q, T> Default for Latest<Q, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<Q: PartialEq, T> Latest<Q, T> {
    /// That of a question, worked out unless it was asked last.
    fn of(&self, asked: Q, work_out: impl FnOnce() -> Result<T>) -> Result<Arc<T>> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = held.as_ref().filter(|(before, _)| *before == asked);
        if let Some((_, known)) = known {
            return Ok(Arc::clone(known));
        }
        drop(held);
        let found = Arc::new(work_out()?);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *held = Some((asked, Arc::clone(&found)));
        Ok(found)
    }
}

/// The lists that were asked for last, each with the revision of the plan.
#[derive(Debug, Default)]
pub(super) struct KeptLists {
    flagged: Latest<(FlaggedQuery, u64), FlaggedOrder>,
    guard: Latest<(Option<Millis>, u64), GuardTally>,
}

/// As of when.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct QualityOf {
    /// As of when; the newest time in the files unless given.
    pub at: Option<Millis>,
}

/// The state of all leads.
pub(super) fn report(context: Context<'_>, request: QualityOf) -> Result<QualityReport> {
    demand::quality(&context.open()?.plan, request.at)
}

/// What to verify first.
pub(super) fn verify(context: Context<'_>, request: QualityOf) -> Result<VerifyList> {
    demand::verify_first(&context.open()?.plan, request.at)
}

/// A part of the list of leads of which an answer is flagged.
pub(super) fn flagged(context: Context<'_>, request: FlaggedQuery) -> Result<FlaggedList> {
    let open = context.open()?;
    let whole = FlaggedQuery { offset: 0, limit: None, ..request };
    let asked = (whole, open.plan.revision());
    let order = open.quality.flagged.of(asked, || demand::flagged_order(&open.plan, &whole))?;
    demand::flagged_window(&open.plan, &request, &order)
}

/// A part of the list of leads that got more e-mails than they may.
pub(super) fn guard(context: Context<'_>, request: GuardQuery) -> Result<GuardList> {
    let open = context.open()?;
    let asked = (request.at, open.plan.revision());
    let tally = open.quality.guard.of(asked, || demand::guard_tally(&open.plan, request.at))?;
    demand::guard_window(&open.plan, &request, &tally)
}

/// What is expected to hold by its age, as a figure.
pub(super) fn ages(context: Context<'_>) -> Result<Figure> {
    let stock = demand::quality(&context.open()?.plan, None)?.stock;
    let bins = stock.ages.iter().map(|bin| (bin.from, bin.to, bin.leads, bin.invalid));
    Ok(stock_ages(&bins.collect::<Vec<_>>()))
}
