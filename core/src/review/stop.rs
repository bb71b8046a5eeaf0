//! What we should stop producing.

use crate::check::{Mark, answers, mark};
use crate::coverage::{Ledger, MeanCost, mean_costs};
use crate::id::{AssetId, FormatId};
use crate::model::{Architecture, Asset, Money, Side, Status, Sum};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;
use ts_rs::TS;

/// What we should stop producing, and what it would still cost.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StopList {
    /// The content, what would cost most first; what nobody can price comes last.
    pub lines: Vec<StopLine>,
    /// What would still be spent on all of it.
    pub remaining: Sum,
}

/// Content that is not out yet and moves no deal, wherever it is placed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StopLine {
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
    /// What was spent on it, in the workspace's currency.
    pub spent: Option<Money>,
    /// What it would still cost: its budget, else the mean cost of its format, less what was spent,
    /// and never below 0. `None` = nobody can say.
    pub remaining: Option<Money>,
    /// The remaining cost rests on the mean cost of its format.
    pub estimated: bool,
    /// Why not, in the words of those who answered; sales first, each reason once.
    pub reasons: Vec<String>,
}

/// What we should stop producing: content marked *stop*.
pub fn stop_list(ledger: &Ledger) -> StopList {
    let plan = ledger.architecture();
    let marked = plan.assets.iter().filter(|asset| mark(plan, asset.id) == Some(Mark::Stop));
    let means = mean_costs(plan);
    let mut lines: Vec<StopLine> = marked.map(|asset| line(ledger, asset, &means)).collect();
    lines.sort_by_cached_key(|line| {
        let cost = line.remaining.as_ref().map(|remaining| remaining.minor);
        (std::cmp::Reverse(cost), line.title.clone())
    });
    let costs = lines.iter().map(|line| (line.remaining.as_ref(), ledger.as_of()));
    StopList { remaining: Sum::in_plan(plan, costs), lines }
}

fn line(ledger: &Ledger, asset: &Arc<Asset>, means: &HashMap<FormatId, MeanCost>) -> StopLine {
    let plan = ledger.architecture();
    let format = asset.format_id.and_then(|id| plan.formats.get(id));
    let spent = worth(ledger, asset.cost.as_ref());
    let budget = worth(ledger, asset.budget.as_ref());
    let mean = || asset.format_id.and_then(|id| means.get(&id)).map(|mean| mean.mean.clone());
    let has_budget = budget.is_some();
    let whole = budget.or_else(mean);
    StopLine {
        asset_id: asset.id,
        title: asset.title.clone(),
        format: format.map(|format| format.name.clone()).unwrap_or_default(),
        status: asset.status,
        owner: asset.owner.clone(),
        estimated: !has_budget && whole.is_some(),
        remaining: whole.map(|whole| less(whole, spent.as_ref())),
        spent,
        reasons: reasons(plan, asset.id),
    }
}

/// An amount in the workspace's currency, by the rates of the day of the coverage.
fn worth(ledger: &Ledger, amount: Option<&Money>) -> Option<Money> {
    let workspace = ledger.architecture().workspace().ok()?;
    let minor = workspace.worth(amount?, ledger.as_of())?;
    Some(Money { minor, currency: workspace.currency.clone() })
}

fn less(whole: Money, spent: Option<&Money>) -> Money {
    let spent = spent.map_or(0, |spent| spent.minor);
    Money { minor: (whole.minor - spent).max(0), ..whole }
}

fn reasons(plan: &Architecture, asset: AssetId) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for side in [Side::Sales, Side::Marketing] {
        for placement in plan.index.placements_of(asset) {
            let reason = answers(plan, placement).of(side).settled.map(|verdict| &verdict.reason);
            if let Some(reason) = reason.filter(|one| !one.is_empty() && !reasons.contains(one)) {
                reasons.push(reason.clone());
            }
        }
    }
    reasons
}
