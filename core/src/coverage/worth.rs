//! What a gap is worth, and what that is made of.

use super::cell::State;
use super::gap::Gap;
use super::layout::Section;
use super::ledger::Ledger;
use crate::model::{Money, StageKind, thousands};
use crate::price::{JourneyPrices, Leak, Priced, Prices, ShareOf, StageMoney};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// What leak and stake of a cell are made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Worth {
    /// The money that waits in the cell; none where leads are there and nobody knows what one is worth.
    pub waits: Option<Money>,
    /// Whether so little waits that the cell counts as 5% of the mean.
    pub raised: bool,
    /// What leaks at the stage.
    pub leak: Leak,
    /// What waits at the stage, of which the cell has its part.
    pub stage: StageMoney,
    /// The currency of all amounts.
    pub currency: String,
}

/// What the cells of a journey are worth.
pub(super) struct Worths<'a> {
    pub(super) priced: Priced,
    prices: &'a Arc<Prices>,
}

impl Ledger {
    /// What the cells of a journey are worth.
    pub(super) fn worths(&self, section: &Section) -> Worths<'_> {
        let none = JourneyPrices::default();
        let known = self.prices.journeys.get(&section.journey).unwrap_or(&none);
        let first = section.columns.start;
        let stages = self.layout.columns[section.columns.clone()].iter();
        let stages: Vec<_> = stages.map(|one| (one.stage.id, one.stage.kind)).collect();
        let personas: Vec<_> =
            self.rows.iter().map(|row| (row.persona.id, row.persona.weight)).collect();
        let applies =
            |row: usize, column: usize| self.rows[row].cells[first + column].state.is_applicable();
        let priced = Priced::of(known, &stages, &personas, applies);
        Worths { priced, prices: &self.prices }
    }
}

impl Worths<'_> {
    /// What a cell is worth; `None` where nothing was imported.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<Worth> {
        if self.prices.is_empty() {
            return None;
        }
        let (stage, money) = (self.priced.stages[column], self.priced.money(row, column));
        Some(Worth {
            waits: stage.money.map(|_| self.money(money)),
            raised: !self.priced.is_neutral() && self.priced.stake(row, column) > money,
            leak: self.priced.leaks[column],
            stage,
            currency: self.prices.currency.clone(),
        })
    }

    /// An amount in minor units as money.
    pub(super) fn money(&self, amount: f64) -> Money {
        Money { minor: whole(amount), currency: self.prices.currency.clone() }
    }
}

impl Gap {
    /// "CFO at Evaluation: nothing live; 1.2M EUR waits there; 41% leaks".
    pub fn in_words(&self) -> String {
        let place = format!("{} at {}: {}", self.persona, self.stage, missing(self.state));
        let worth = self.worth.as_ref().map(Worth::in_words);
        std::iter::once(place).chain(worth).collect::<Vec<_>>().join("; ")
    }
}

fn missing(state: State) -> &'static str {
    match state {
        State::Empty | State::Stale => "nothing live",
        State::Planned => "nothing live yet",
        State::Unproven => "live, but unproven",
        State::Unhelpful => "live, but nothing helps",
        State::Thin => "covered thinly",
        State::Covered => "covered",
        State::NotApplicable => "not applicable",
    }
}

impl Worth {
    /// "1.2M EUR waits there; 41% leaks".
    pub fn in_words(&self) -> String {
        let waits = match &self.waits {
            None => "what leads there are worth is not known yet".to_owned(),
            Some(money) if money.minor == 0 => "no money waits there".to_owned(),
            Some(money) => format!("{} waits there", money.short()),
        };
        format!("{waits}; {} leaks", percent(self.leak.share))
    }

    /// What leak and stake are made of: "At the stage 12 open deals of 4.3M EUR, of which 28% are won (9
    /// of 32 that ended); in the last four quarters 16 of 39 were lost or turned back".
    pub fn made_of(&self) -> String {
        let gone = self.leak.lost + self.leak.turned_back;
        let leak = match self.leak.resolved {
            0 => "nothing left the stage in the last four quarters".to_owned(),
            all => format!("in the last four quarters {gone} of {all} were lost or turned back"),
        };
        format!("At the stage {}; {leak}", self.there())
    }

    /// An amount in minor units as money.
    pub fn money(&self, amount: f64) -> Money {
        Money { minor: whole(amount), currency: self.currency.clone() }
    }

    fn there(&self) -> String {
        let StageMoney { kind, n, won, of, .. } = self.stage;
        let short = |amount: f64| self.money(amount).short();
        let share = percent(self.stage.share);
        let few = if self.stage.too_few { ", too few" } else { "" };
        match (kind, self.stage.share_of) {
            (StageKind::Lead, _) if n == 0 => "no leads".to_owned(),
            (StageKind::Deal, _) if n == 0 => "no open deals".to_owned(),
            (StageKind::Lead, _) => {
                let mean = self.stage.mean_won.map_or_else(
                    || "a won deal of no known value".to_owned(),
                    |mean| format!("a won deal of {} in the mean", short(mean)),
                );
                let leads = counted(n, "lead", "leads");
                format!("{leads}, of which {share} end in {mean} ({won} of {of} that came{few})")
            }
            (StageKind::Deal, basis) => {
                let of_whom = match basis {
                    ShareOf::Stage => format!("{won} of {of} that came and ended{few}"),
                    ShareOf::Deals => format!("{won} of all {of} deals that ended{few}"),
                    ShareOf::Nothing => "no deal has ended yet".to_owned(),
                };
                let value = short(self.stage.value);
                let deals = counted(n, "open deal", "open deals");
                let are = if n == 1 { "is" } else { "are" };
                format!("{deals} of {value}, of which {share} {are} won ({of_whom})")
            }
        }
    }
}

fn counted(n: u32, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{} {many}", thousands(n.into())) }
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// To whole minor units, half of one up.
pub(super) fn whole(amount: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "amounts stay far below 2^53 minor units")]
    let whole = (amount + 0.5).floor() as i64;
    whole
}
