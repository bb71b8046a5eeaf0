//! Figures of the dictionary that are not what they were, for people to read.

use super::demand::{DemandFigures, FrozenKpi};
use super::figures::Figures;
use crate::kpi::{Definition, change_in_words, dictionary, in_words};
use crate::model::{KpiId, KpiSense, KpiUnit};
use serde::Serialize;
use ts_rs::TS;

/// A figure that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiTurn {
    /// Which.
    pub id: KpiId,
    /// What it is called.
    pub name: &'static str,
    /// How much it was; "no data", or "not frozen then".
    pub before: String,
    /// How much it is.
    pub after: String,
    /// By how much it changed; `None` where either is not known, or the currency is another one.
    pub change: Option<String>,
    /// Whether that is better; `None` where nobody can say, as of too few.
    pub is_better: Option<bool>,
}

/// The figures whose value is not the same in both, in the order of the dictionary.
pub fn turned_kpis(older: &Figures, newer: &Figures) -> Vec<KpiTurn> {
    let [before, after] = [older, newer].map(|one| Side(one.demand.as_ref()));
    dictionary().iter().filter_map(|told| turn(told, &before, &after)).collect()
}

/// One side of a comparison; `None` = it was not frozen then.
struct Side<'a>(Option<&'a DemandFigures>);

impl Side<'_> {
    fn of(&self, id: KpiId) -> Option<&FrozenKpi> {
        self.0?.of(id)
    }

    fn currency(&self) -> &str {
        self.0.map_or("", |one| &one.currency)
    }

    fn said(&self, told: &Definition) -> String {
        if self.0.is_none() {
            return "not frozen then".to_owned();
        }
        let Some(one) = self.of(told.id) else { return "no data".to_owned() };
        let Some(value) = one.value else { return "no data".to_owned() };
        let few = if one.too_few { ", too few" } else { "" };
        format!("{}{few}", in_words(value, told.unit, self.currency()))
    }
}

fn turn(told: &Definition, before: &Side<'_>, after: &Side<'_>) -> Option<KpiTurn> {
    let (was, is) = (before.of(told.id), after.of(told.id));
    let value = |one: Option<&FrozenKpi>| one.and_then(|one| one.value);
    let is_money = matches!(told.unit, KpiUnit::Money | KpiUnit::MoneyPerDay);
    let is_other = is_money && before.currency() != after.currency();
    if value(was) == value(is) && (value(was).is_none() || !is_other) {
        return None;
    }
    let by = match (value(was), value(is)) {
        (Some(was), Some(is)) if !is_other => Some(is - was),
        _ => None,
    };
    let is_few = [was, is].into_iter().flatten().any(|one| one.too_few);
    let is_better = by.filter(|_| !is_few).and_then(|by| match told.sense {
        KpiSense::More => Some(by > 0.0),
        KpiSense::Less => Some(by < 0.0),
        KpiSense::Neither => None,
    });
    Some(KpiTurn {
        id: told.id,
        name: told.name,
        before: before.said(told),
        after: after.said(told),
        change: by.map(|by| change_in_words(by, told.unit, after.currency())),
        is_better,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(currency: &str, kpis: &[(KpiId, Option<f64>, bool)]) -> DemandFigures {
        let kpi = |(id, value, too_few): &(KpiId, Option<f64>, bool)| FrozenKpi {
            id: *id,
            value: *value,
            n: 40,
            too_few: *too_few,
        };
        DemandFigures {
            currency: currency.to_owned(),
            kpis: kpis.iter().map(kpi).collect(),
            ..DemandFigures::default()
        }
    }

    fn turns(before: Option<&DemandFigures>, after: Option<&DemandFigures>) -> Vec<KpiTurn> {
        let (before, after) = (Side(before), Side(after));
        dictionary().iter().filter_map(|told| turn(told, &before, &after)).collect()
    }

    const WON: KpiId = KpiId::ClosedRevenue;
    const RATE: KpiId = KpiId::WinRate;
    const COST: KpiId = KpiId::CostPerLead;

    #[test]
    fn a_figure_that_changed_is_told_with_its_change() {
        let was = side("EUR", &[(COST, Some(5_000.0), false), (RATE, Some(0.5), false)]);
        let is = side("EUR", &[(COST, Some(6_000.0), false), (RATE, Some(0.5), false)]);
        let [cost] = &turns(Some(&was), Some(&is))[..] else { panic!("one changed") };
        assert_eq!((cost.before.as_str(), cost.after.as_str()), ("50.00 EUR", "60.00 EUR"));
        assert_eq!((cost.change.as_deref(), cost.is_better), (Some("+10.00 EUR"), Some(false)));
    }

    #[test]
    fn of_too_few_nobody_says_whether_it_is_better() {
        let was = side("EUR", &[(RATE, Some(0.5), true)]);
        let is = side("EUR", &[(RATE, Some(0.75), false)]);
        let [rate] = &turns(Some(&was), Some(&is))[..] else { panic!("one changed") };
        assert_eq!((rate.before.as_str(), rate.is_better), ("50.0%, too few", None));
        assert_eq!(rate.change.as_deref(), Some("+25.0 points"));
    }

    #[test]
    fn what_was_not_frozen_or_is_no_data_has_no_change() {
        let is = side("EUR", &[(WON, Some(0.0), false), (RATE, None, false)]);
        let [won] = &turns(None, Some(&is))[..] else { panic!("no data is no turn") };
        assert_eq!((won.before.as_str(), won.after.as_str()), ("not frozen then", "0.00 EUR"));
        assert_eq!((&won.change, won.is_better), (&None, None));
        let none = DemandFigures::default();
        assert_eq!(turns(Some(&none), Some(&is))[0].before, "no data");
        assert_eq!(turns(None, Some(&none)), []);
    }

    #[test]
    fn amounts_in_two_currencies_are_not_subtracted() {
        let was = side("EUR", &[(WON, Some(100.0), false)]);
        let is = side("USD", &[(WON, Some(100.0), false)]);
        let [won] = &turns(Some(&was), Some(&is))[..] else { panic!("another currency") };
        assert_eq!((won.after.as_str(), &won.change), ("1.00 USD", &None));
    }
}
