//! What marketing gives back of what it cost.

use super::attributed::Attributed;
use super::count::{Basis, Figures};
use super::figures::{column, rows, table};
use super::report::{KpiRows, KpiTable, ReturnInputs};
use super::touches::RevenueDimension;
use crate::attribution::AttributionModel;
use crate::kpi::Measure;
use crate::model::{Architecture, KpiId, Terms};
use std::collections::BTreeMap;

impl Basis {
    /// The figures of return, in the order of the dictionary. Without terms there is no lifetime value.
    pub(super) fn returned(&self, terms: Option<&Terms>) -> Vec<Measure> {
        let cost = self.costs.all().measured();
        let each = self.each();
        let of_customers = |value| Measure::median(value, self.customers);
        let won = |of: fn(&Terms, f64) -> f64| Some(of(terms?, each?));
        let acquisition = Measure::each(&cost, f64::from(self.customers), self.customers);
        let discounted = won(Terms::discounted);
        let net = || Some(discounted? - acquisition.value?);
        vec![
            Measure::total(self.revenue.map(|_| self.due), self.won),
            cost,
            Measure::total(Some(f64::from(self.customers)), self.customers),
            acquisition,
            of_customers(won(Terms::lifetime)),
            of_customers(discounted),
            of_customers(net()),
            returned(terms.map(|terms| terms.discounted(self.due)), &cost, self.won),
        ]
    }

    /// What a customer brought, in minor units.
    fn each(&self) -> Option<f64> {
        let revenue = self.revenue.filter(|_| self.customers > 0)?;
        Some(revenue / f64::from(self.customers))
    }

    pub(super) fn inputs(&self, terms: Option<Terms>) -> ReturnInputs {
        let acquired = self.costs.all().amount.zip(self.each());
        let sensitivity = || {
            let (cost, each) = acquired?;
            Some(terms?.sensitivity(each, cost / f64::from(self.customers)))
        };
        ReturnInputs {
            terms,
            revenue: self.revenue.unwrap_or(0.0),
            customers: self.customers,
            costs: self.costs,
            sensitivity: sensitivity(),
        }
    }
}

/// `(worth − cost) ÷ cost`.
fn returned(worth: Option<f64>, cost: &Measure, n: u32) -> Measure {
    match (worth, cost.value) {
        (Some(worth), Some(spent)) => Measure::ratio(worth - spent, spent, n),
        (_, spent) => Measure { denominator: spent, n, ..Measure::default() },
    }
}

/// Return by channel, persona, programme and the content of the first touch.
pub(super) fn tables(
    plan: &Architecture,
    figures: &Figures,
    (model, terms): (AttributionModel, Option<&Terms>),
) -> Vec<KpiTable> {
    let of = |by: RevenueDimension| &figures.attributed[by as usize];
    let none = BTreeMap::new();
    let due = |by: RevenueDimension, model| Due::of(of(by), model);
    let (programmes, costs) = programmes(plan, figures, model);
    let first = Due::of(&figures.first, AttributionModel::FirstTouch);
    let pieces: BTreeMap<String, f64> = first
        .0
        .keys()
        .filter_map(|name| Some((name.clone(), *figures.pieces.get(name)?)))
        .collect();
    let parts = [
        (KpiRows::Channel, due(RevenueDimension::Channel, model), &figures.channels),
        (KpiRows::Persona, due(RevenueDimension::Persona, model), &none),
        (KpiRows::Programme, programmes, &costs),
        (KpiRows::FirstTouch, first, &pieces),
    ];
    parts.into_iter().map(|(by, due, costs)| returned_by(by, &due, costs, terms)).collect()
}

/// By name, what is due to it in minor units, and of how many deals.
struct Due(BTreeMap<String, (f64, u32)>);

impl Due {
    fn of(told: &Attributed, model: AttributionModel) -> Self {
        let amounts = told.due_by(model);
        let deals = told.rows.iter().map(|row| (row.name.clone(), row.deals));
        let due = |(name, deals): (String, u32)| {
            let amount = amounts.get(&name).copied().unwrap_or(0.0);
            (name, (amount, deals))
        };
        Self(deals.map(due).collect())
    }
}

/// What is due to programmes, by their campaigns, and what they cost.
fn programmes(
    plan: &Architecture,
    figures: &Figures,
    model: AttributionModel,
) -> (Due, BTreeMap<String, f64>) {
    let Due(by_id) = Due::of(&figures.of_programmes, model);
    let (mut due, mut costs) = (BTreeMap::new(), BTreeMap::new());
    for programme in plan.programmes.iter() {
        let theirs = by_id.get(&programme.id.to_string());
        let (amount, deals) = theirs.copied().unwrap_or_default();
        let cost = figures.programmes.get(&programme.id);
        if deals > 0 || cost.is_some() {
            due.insert(programme.name.clone(), (amount, deals));
            costs.extend(cost.map(|cost| (programme.name.clone(), *cost)));
        }
    }
    (Due(due), costs)
}

fn returned_by(
    by: KpiRows,
    Due(due): &Due,
    costs: &BTreeMap<String, f64>,
    terms: Option<&Terms>,
) -> KpiTable {
    let columns = [
        KpiId::AttributedRevenue,
        KpiId::MarketingCost,
        KpiId::DiscountedValue,
        KpiId::ReturnOnInvestment,
    ];
    let row = |name: &String| {
        let (amount, deals) = due.get(name).copied().unwrap_or((0.0, 0));
        let cost = costs.get(name).copied();
        let cost = Measure::total(cost, u32::from(cost.is_some()));
        let worth = terms.map(|terms| terms.discounted(amount));
        vec![
            Measure::total(Some(amount), deals),
            cost,
            Measure::total(worth, deals),
            returned(worth, &cost, deals),
        ]
    };
    table(by, columns.map(column).to_vec(), rows(due.keys().chain(costs.keys()), row, 0))
}
