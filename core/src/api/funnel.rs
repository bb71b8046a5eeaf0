//! The funnel of a journey.

use super::Context;
use crate::demand::{self, FunnelQuery, FunnelReport};
use crate::error::Result;
use crate::figure::{self, Figure, FunnelStage, Seam};
use crate::id::JourneyId;
use crate::model::StageKind;

/// What came into each stage, and what became of it.
pub(super) fn report(context: Context<'_>, request: FunnelQuery) -> Result<FunnelReport> {
    demand::funnel(&context.open()?.plan, &request)
}

/// The flow from stage to stage.
pub(super) fn flow(context: Context<'_>, journey: Option<JourneyId>) -> Result<Figure> {
    let (view, query) = (context.view()?, FunnelQuery { journey, ..FunnelQuery::default() });
    let told = demand::funnel(&context.open()?.plan, &query)?;
    let name = view.journeys.need(told.journey_id)?.name.clone();
    let stages = told.stages.iter().filter_map(|one| Some((view.stages.get(one.stage_id)?, one)));
    let stages: Vec<FunnelStage<'_>> = stages
        .map(|(stage, one)| FunnelStage {
            name: &stage.name,
            is_deal: stage.kind == StageKind::Deal,
            ledger: &one.ledger,
        })
        .collect();
    let demand::Seam { leads, deals, direct } = told.seam;
    Ok(figure::funnel(&name, &stages, Some(Seam { leads, deals, direct })))
}
