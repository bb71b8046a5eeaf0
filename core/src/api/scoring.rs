//! Scores of leads, the models they go by, and what a changed one would do.

use super::Context;
use super::edit::{ById, Nothing};
use super::lead::OfLead;
use crate::demand::{self, AppliedModel, BacktestReport, LeadScore, ScoreDistribution};
use crate::error::Result;
use crate::figure::{Figure, lead_scores, score_bins};
use crate::id::{EntityId, ScoringModelId};
use crate::model::{
    Entity, Fields, Millis, ModelState, ScoringModel, ScoringModelFields, ScoringRecipe,
};
use crate::plan::{Op, Outcome, Verb};
use chrono::{DateTime, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

/// A lead at a time.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OfLeadAt {
    /// Its number.
    pub key: u32,
    /// As of when; the newest time in the files unless given.
    pub at: Option<Millis>,
}

/// A model that need not be kept.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct WithRecipe {
    /// What it says; the model that is applied unless given.
    pub recipe: Option<ScoringRecipe>,
    /// As of when; the newest time in the files unless given.
    pub at: Option<Millis>,
}

/// The model that leads are scored by.
pub(super) fn applied(context: Context<'_>, _: Nothing) -> Result<AppliedModel> {
    Ok(demand::applied(&*context.view()?))
}

/// Leads are scored by that model from now on.
pub(super) fn apply(context: Context<'_>, request: ById) -> Result<Outcome<ScoringModel>> {
    let id = ScoringModelId::from_uuid(request.id);
    let title = context.view()?.scoring_models.need(id)?.title();
    let now = context.by()?.at;
    context.transact(Op::one(Verb::Apply, ScoringModelFields::KIND, title), |tx| {
        let set = |model: &mut ScoringModelFields| {
            (model.state, model.applied_at) = (ModelState::Applied, Some(now));
            Ok(())
        };
        tx.update(id, None, set).map(|model| Entity::clone(&model))
    })
}

/// How all leads score.
pub(super) fn distribution(context: Context<'_>, request: WithRecipe) -> Result<ScoreDistribution> {
    let open = context.open()?;
    let recipe = request.recipe.unwrap_or_else(|| demand::applied(&open.plan.view()).recipe);
    demand::distribution(&open.plan, &recipe, request.at)
}

/// What a changed model would have done, beside the one that is applied.
pub(super) fn backtest(context: Context<'_>, request: WithRecipe) -> Result<BacktestReport> {
    let open = context.open()?;
    let recipe = request.recipe.unwrap_or_else(|| demand::applied(&open.plan.view()).recipe);
    demand::backtest(&open.plan, &recipe)
}

/// The score of one lead, line by line.
pub(super) fn of_lead(context: Context<'_>, request: OfLeadAt) -> Result<LeadScore> {
    demand::lead_score(&context.open()?.plan, request.key, request.at)
}

/// The number of the lead with that address or id.
pub(super) fn find(context: Context<'_>, request: Named) -> Result<OfLead> {
    demand::find_lead(&context.open()?.plan, &request.name).map(|key| OfLead { key })
}

/// What a lead is known by.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "LeadNamed")]
pub struct Named {
    /// The e-mail address, or the id in its own tool.
    pub name: String,
}

/// How the scores of all leads lie, as a figure.
pub(super) fn bins(context: Context<'_>) -> Result<Figure> {
    let open = context.open()?;
    let recipe = demand::applied(&open.plan.view()).recipe;
    let found = demand::distribution(&open.plan, &recipe, None)?;
    let bins: Vec<_> = found.bins.iter().map(|bin| (bin.from, bin.to, bin.leads)).collect();
    Ok(score_bins(&bins, recipe.bounds.enter, recipe.bounds.stay))
}

/// The score of a lead by day, as a figure.
pub(super) fn curve(context: Context<'_>, key: u32) -> Result<Figure> {
    let open = context.open()?;
    let score = demand::lead_score(&open.plan, key, None)?;
    let zone = open.plan.view().workspace()?.time_zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let mut days: Vec<(NaiveDate, f64, f64)> = Vec::new();
    for point in &score.curve {
        let Some(time) = DateTime::from_timestamp_millis(point.at.0) else { continue };
        let day = time.with_timezone(&zone).date_naive();
        // Of several moments of a day the last.
        days.pop_if(|last| last.0 == day);
        days.push((day, point.score, point.behaviour));
    }
    let bounds = &score.model.recipe.bounds;
    Ok(lead_scores(&days, bounds.enter, bounds.stay))
}
