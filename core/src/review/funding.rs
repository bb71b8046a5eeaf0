//! Planned content that asks for money.

use crate::check::{Mark, mark};
use crate::coverage::{Filter, Ledger, MeanCost, Standing, freshness, mean_costs};
use crate::id::{AssetId, PersonaId, StageId};
use crate::model::{Asset, Funding, Money, Status, Sum};
use chrono::NaiveDate;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;
use ts_rs::TS;

/// Planned content that asks for money, and the sums.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FundingList {
    /// What is planned: what nobody has answered first, then what is to be made, then what is not;
    /// the largest gap it closes first.
    pub lines: Vec<FundingLine>,
    /// The budgets that nobody has answered.
    pub asked: Sum,
    /// The budgets of what is to be made.
    pub funded: Sum,
    /// The budgets of what is not to be made now.
    pub not_now: Sum,
}

/// A planned asset that asks for money.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FundingLine {
    /// The asset.
    pub asset_id: AssetId,
    /// Its title.
    pub title: String,
    /// The name of its format, or empty.
    pub format: String,
    /// Its status.
    pub status: Status,
    /// Who is in charge of it.
    pub owner: String,
    /// When it should be out.
    pub due_on: Option<NaiveDate>,
    /// The largest gap at which it is placed, 100 = the largest of its journey; none where it closes
    /// none.
    pub gap: Option<f64>,
    /// Where that gap is.
    pub persona_id: Option<PersonaId>,
    /// Where that gap is.
    pub stage_id: Option<StageId>,
    /// What a reviewer answered.
    pub funding: Option<Funding>,
    /// What it may cost.
    pub budget: Option<Money>,
    /// What its format has cost so far, in the mean.
    pub usual: Option<MeanCost>,
}

/// What is planned and asks for money: ideas, what is planned and what is in production, unless the
/// deal check says to stop it.
pub fn funding(ledger: &Ledger) -> FundingList {
    let plan = ledger.architecture();
    let gaps = gaps(ledger);
    let means = mean_costs(plan);
    let is_planned = |asset: &&Arc<Asset>| {
        let planned = freshness(plan, asset, ledger.as_of()).standing == Standing::Planned;
        planned && asset.status != Status::Published && mark(plan, asset.id) != Some(Mark::Stop)
    };
    let line = |asset: &Arc<Asset>| {
        let gap = gaps.get(&asset.id);
        let format = asset.format_id.and_then(|id| plan.formats.get(id));
        FundingLine {
            asset_id: asset.id,
            title: asset.title.clone(),
            format: format.map(|format| format.name.clone()).unwrap_or_default(),
            status: asset.status,
            owner: asset.owner.clone(),
            due_on: asset.due_on,
            gap: gap.map(|(relative, ..)| *relative),
            persona_id: gap.map(|(_, persona, _)| *persona),
            stage_id: gap.map(|(.., stage)| *stage),
            funding: asset.funding,
            budget: asset.budget.clone(),
            usual: asset.format_id.and_then(|id| means.get(&id).cloned()),
        }
    };
    let mut lines: Vec<_> = plan.assets.iter().filter(is_planned).map(line).collect();
    lines.sort_by(|a, b| {
        let rank = |line: &FundingLine| (answered(line.funding), Reverse(line.gap.is_some()));
        let size = |line: &FundingLine| line.gap.unwrap_or_default();
        rank(a).cmp(&rank(b)).then(size(b).total_cmp(&size(a))).then_with(|| a.title.cmp(&b.title))
    });
    let sum = |funding| {
        let of = lines.iter().filter(|line| line.funding == funding);
        Sum::in_plan(plan, of.map(|line| (line.budget.as_ref(), ledger.as_of())))
    };
    let (asked, funded) = (sum(None), sum(Some(Funding::Fund)));
    FundingList { asked, funded, not_now: sum(Some(Funding::NotNow)), lines }
}

fn answered(funding: Option<Funding>) -> u8 {
    match funding {
        None => 0,
        Some(Funding::Fund) => 1,
        Some(Funding::NotNow) => 2,
    }
}

/// The largest gap at which each asset is placed.
fn gaps(ledger: &Ledger) -> HashMap<AssetId, (f64, PersonaId, StageId)> {
    let plan = ledger.architecture();
    let mut largest: HashMap<AssetId, (f64, PersonaId, StageId)> = HashMap::new();
    for journey in plan.journeys.in_order() {
        for gap in ledger.gaps(journey.id, &Filter::default()) {
            for id in plan.index.placements_at(gap.persona_id, gap.stage_id) {
                let Some(placement) = plan.placements.get(id) else { continue };
                let here = (gap.relative, gap.persona_id, gap.stage_id);
                let known = largest.entry(placement.asset_id).or_insert(here);
                if known.0 < here.0 {
                    *known = here;
                }
            }
        }
    }
    largest
}
