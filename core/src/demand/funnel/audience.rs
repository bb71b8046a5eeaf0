//! Leads that nobody looks after, those that left, and those that are kept as an audience.

use crate::model::{Money, Sum, words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// Leads that have to do with the audience.
    LeadGroup {
        /// No-man's-land.
        NoMansLand = "noMansLand",
        /// Left and retained.
        Retained = "retained",
        /// Of those awake again.
        Awake = "awake",
        /// Retained once and taken up again.
        CameBack = "cameBack",
        /// Marked as advocates.
        Advocates = "advocates",
        /// Left and not retained.
        PouredOut = "pouredOut",
    }
}

/// How a lead is there that left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    PouredOut,
    Retained,
    /// Retained, and it did something of its own accord since.
    Awake,
}

/// What one lead is of that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) is_forgotten: bool,
    pub(super) left: Option<Left>,
    pub(super) came_back: bool,
    pub(super) is_advocate: bool,
}

impl Beside {
    /// Whether it belongs to a group.
    pub(super) fn is_of(self, group: LeadGroup) -> bool {
        match group {
            LeadGroup::NoMansLand => self.is_forgotten,
            LeadGroup::Retained => self.is_retained(),
            LeadGroup::Awake => self.left == Some(Left::Awake),
            LeadGroup::CameBack => self.came_back,
            LeadGroup::Advocates => self.is_advocate,
            LeadGroup::PouredOut => self.left == Some(Left::PouredOut),
        }
    }

    fn is_retained(self) -> bool {
        matches!(self.left, Some(Left::Retained | Left::Awake))
    }
}

/// Leads beside the way to a deal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Audience {
    /// No-man's-land: at the stage before the handoff, neither accepted nor turned back after the
    /// time that sales promised.
    pub no_mans_land: u32,
    /// Left: turned back or lost, and not taken up again.
    pub left: u32,
    /// Of those retained: not ready, without money or lost, and within reach.
    pub retained: u32,
    /// Of those awake again: they did something of their own accord since.
    pub awake: u32,
    /// Were retained once and taken up again.
    pub came_back: u32,
    /// Are marked as advocates: those who speak for us, whether or not they buy.
    pub advocates: u32,
    /// Of those retained.
    pub retained_advocates: u32,
    /// Left and are not retained.
    pub poured_out: u32,
    /// What all channels cost, as far as files tell.
    pub costs: Sum,
    /// That for each lead; `None` = no data.
    pub cost_per_lead: Option<Money>,
    /// What was poured out with those who left: `cost per lead × poured out`; `None` = no data.
    pub poured_out_cost: Option<Money>,
}

impl Audience {
    /// One more lead.
    pub(super) fn push(&mut self, one: Beside) {
        self.no_mans_land += u32::from(one.is_forgotten);
        self.left += u32::from(one.left.is_some());
        self.retained += u32::from(one.is_retained());
        self.poured_out += u32::from(one.is_of(LeadGroup::PouredOut));
        self.awake += u32::from(one.is_of(LeadGroup::Awake));
        self.came_back += u32::from(one.came_back);
        self.advocates += u32::from(one.is_advocate);
        self.retained_advocates += u32::from(one.is_advocate && one.is_retained());
    }

    /// With what `leads` cost together.
    pub(super) fn with_costs(self, costs: Sum, leads: u32) -> Self {
        let each = costs.total.as_ref().filter(|_| leads > 0);
        let share = |of: u32| {
            let total = each?;
            let (minor, leads) = (i128::from(total.minor), i128::from(leads));
            // Half a minor unit up.
            let minor = (2 * minor * i128::from(of) + leads).div_euclid(2 * leads);
            Some(Money { minor: i64::try_from(minor).ok()?, currency: total.currency.clone() })
        };
        let (cost_per_lead, poured_out_cost) = (share(1), share(self.poured_out));
        Self { costs, cost_per_lead, poured_out_cost, ..self }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.no_mans_land += other.no_mans_land;
        self.left += other.left;
        self.retained += other.retained;
        self.awake += other.awake;
        self.came_back += other.came_back;
        self.advocates += other.advocates;
        self.retained_advocates += other.retained_advocates;
        self.poured_out += other.poured_out;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(minor: i64) -> Money {
        Money { minor, currency: "EUR".to_owned() }
    }

    /// 1,000.00 € for 48 leads are 20.83 € a lead; 7 of them poured out cost 145.83 €.
    #[test]
    fn what_is_poured_out_costs_its_share() {
        let costs = Sum { total: Some(euros(100_000)), counted: 3, ..Sum::default() };
        let told = Audience { poured_out: 7, ..Audience::default() }.with_costs(costs, 48);
        assert_eq!(told.cost_per_lead, Some(euros(2_083)));
        assert_eq!(told.poured_out_cost, Some(euros(14_583)));
    }

    #[test]
    fn without_costs_or_leads_there_is_no_data() {
        let none = Audience::default().with_costs(Sum::default(), 48);
        assert_eq!((none.cost_per_lead, none.poured_out_cost), (None, None));
        let costs = Sum { total: Some(euros(100)), counted: 1, ..Sum::default() };
        assert_eq!(Audience::default().with_costs(costs, 0).cost_per_lead, None);
    }
}
