//! Revenue by what it is due to, under each model side by side.

use super::split::amount;
use super::touches::{RevenueDimension, Touch};
use crate::attribution::{AttributionModel, split, weights};
use crate::demand::programmes::Programmes;
use crate::model::Word;
use crate::model::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// What is due to one content, channel, persona or campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttributedRow {
    /// Its name; empty where it is not known.
    pub name: String,
    /// Deals that it had a part in.
    pub deals: u32,
    /// What is due to it under each model, in the order of the models, in minor units of the
    /// workspace's currency.
    #[ts(type = "Array<number>")]
    pub amounts: Vec<i64>,
}

/// The revenue of a period by what it is due to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attributed {
    /// What it is told apart by.
    pub by: RevenueDimension,
    /// The models, in the order of the amounts.
    pub models: Vec<AttributionModel>,
    /// What it is due to, the largest by linear parts first.
    pub rows: Vec<AttributedRow>,
    /// The value of deals without a touch, in minor units: under every model the same.
    #[ts(type = "number")]
    pub unattributed: i64,
    /// All of it: under every model what the rows and what is unattributed come to.
    #[ts(type = "number")]
    pub revenue: i64,
}

/// A deal: how much, and its touches, the earliest first.
pub(super) type Won<'a> = (i64, &'a [Touch]);

/// What deals are due to, told apart by a dimension.
pub(super) fn attributed(deals: &[Won<'_>], by: RevenueDimension) -> Attributed {
    parted(deals, by, |touch| touch.of(by))
}

/// By the content of the first touch: the whole of each deal.
pub(super) fn by_first_touch(deals: &[Won<'_>]) -> Attributed {
    let firsts = deals.iter().map(|(value, touches)| (*value, first(touches)));
    attributed(&firsts.collect::<Vec<_>>(), RevenueDimension::Asset)
}

fn first(touches: &[Touch]) -> &[Touch] {
    &touches[..touches.len().min(1)]
}

/// By the ids of the programmes to whose campaigns touches belong; empty where that is none.
pub(super) fn by_programme(deals: &[Won<'_>], programmes: &Programmes) -> Attributed {
    let by = RevenueDimension::Campaign;
    let mut known: HashMap<&str, String> = HashMap::new();
    for touch in deals.iter().flat_map(|(_, touches)| *touches) {
        let id = |campaign: &str| programmes.of_campaign(&fold(campaign)).map(|(id, _)| id);
        let id = |campaign: &str| id(campaign).map_or_else(String::new, |id| id.to_string());
        known.entry(touch.of(by)).or_insert_with_key(|campaign| id(campaign));
    }
    parted(deals, by, |touch| &known[touch.of(by)])
}

/// `name` = which part of a deal a touch counts for.
fn parted<'a>(
    deals: &[Won<'a>],
    by: RevenueDimension,
    name: impl Fn(&'a Touch) -> &'a str,
) -> Attributed {
    let models = AttributionModel::ALL;
    let mut rows: BTreeMap<&str, (u32, Vec<i64>)> = BTreeMap::new();
    let (mut unattributed, mut revenue) = (0, 0);
    for (value, touches) in deals {
        revenue += value;
        if touches.is_empty() {
            unattributed += value;
        }
        let times: Vec<i64> = touches.iter().map(|touch| touch.at).collect();
        for (at, model) in models.iter().enumerate() {
            let parts = split(*value, &weights(*model, &times));
            for (touch, part) in touches.iter().zip(parts) {
                let row = rows.entry(name(touch)).or_insert_with(|| (0, vec![0; models.len()]));
                row.1[at] += part;
            }
        }
        let mut names: Vec<&str> = touches.iter().map(&name).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            rows.entry(name).and_modify(|row| row.0 += 1);
        }
    }
    let row = |(name, (deals, amounts)): (&str, (u32, Vec<i64>))| AttributedRow {
        name: name.to_owned(),
        deals,
        amounts,
    };
    let mut rows: Vec<AttributedRow> = rows.into_iter().map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.amounts[AttributionModel::Linear as usize]));
    Attributed { by, models: models.to_vec(), rows, unattributed, revenue }
}

impl Attributed {
    /// What is due to anything at all, in minor units: under every model the same.
    pub(super) fn due_amount(&self) -> f64 {
        amount(self.revenue - self.unattributed)
    }

    /// By name, what is due under a model, in minor units.
    pub(super) fn due_by(&self, model: AttributionModel) -> BTreeMap<String, f64> {
        let due = |row: &AttributedRow| (row.name.clone(), amount(row.amounts[model as usize]));
        self.rows.iter().map(due).collect()
    }
}
