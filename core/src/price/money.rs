//! The money that waits at each stage, and in each of its cells.

use super::{JourneyPrices, Leak, Leaks, Pot, ShareOf, StagePrices, Wins};
use crate::id::{PersonaId, StageId};
use crate::model::StageKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A stake is never under this share of the mean of its journey.
const LEAST: f64 = 0.05;

/// The money that waits at a stage, and what that is made of. Amounts are minor units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StageMoney {
    /// Whether leads or deals are there.
    pub kind: StageKind,
    /// How many: open deals, or leads.
    pub n: u32,
    /// Of those: of no persona that is known.
    pub unnamed: u32,
    /// What the open deals are worth, as far as that is known; 0 for leads.
    pub value: f64,
    /// Open deals whose value is not known.
    pub unvalued: u32,
    /// The share of them that is won in the end, 0–1.
    pub share: f64,
    /// Won ones, of which that is the share.
    pub won: u32,
    /// Of so many.
    pub of: u32,
    /// What it is the share of.
    pub share_of: ShareOf,
    /// Whether those are too few to go by.
    pub too_few: bool,
    /// What a won deal is worth in the mean; `None` = none was won whose value is known.
    pub mean_won: Option<f64>,
    /// The money: for deals `value × share`, for leads `n × share × mean won`. `None` = leads are there,
    /// and what one is worth is not known, which is not 0.
    pub money: Option<f64>,
    /// Of that: of those of no persona that is known.
    pub unnamed_money: f64,
}

/// What the gaps of a journey are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Priced {
    /// What leaks at each stage.
    pub leaks: Vec<Leak>,
    /// What waits at each stage.
    pub stages: Vec<StageMoney>,
    /// What waits in each cell, row by row: `row × stages + column`.
    pub cells: Vec<f64>,
    /// The mean over the cells that apply.
    pub mean: f64,
}

impl Priced {
    /// What a journey's gaps are worth for personas with their decision weights, in the order of its
    /// stages; `applies` says of a row and a column whether that cell does.
    pub fn of(
        prices: &JourneyPrices,
        stages: &[(StageId, StageKind)],
        personas: &[(PersonaId, u8)],
        applies: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let none = StagePrices::default();
        let known: Vec<&StagePrices> =
            stages.iter().map(|(id, _)| prices.stages.get(id).unwrap_or(&none)).collect();
        let leaks: Vec<Leaks> = known.iter().map(|one| one.leaks).collect();
        let mut cells = vec![0.0; stages.len() * personas.len()];
        let mut told = Vec::with_capacity(stages.len());
        for (column, (one, (_, kind))) in known.iter().zip(stages).enumerate() {
            let stage = prices.at(one, *kind);
            for pot in &one.pots {
                let money = stage.of(pot);
                for (row, part) in parts(&pot.personas, personas) {
                    cells[row * stages.len() + column] += money * part;
                }
            }
            told.push(stage);
        }
        let count = stages.len().max(1);
        let applying = cells.iter().enumerate().filter(|(at, _)| applies(at / count, at % count));
        let (sum, n) = applying.fold((0.0, 0.0), |(sum, n), (_, money)| (sum + money, n + 1.0));
        let mean = if n > 0.0 { sum / n } else { 0.0 };
        Self { leaks: Leak::of_all(&leaks), stages: told, cells, mean }
    }

    /// Whether no money is known, so that every stake is 1.
    pub fn is_neutral(&self) -> bool {
        self.mean <= 0.0
    }

    /// The money in a cell.
    pub fn money(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.stages.len() + column]
    }

    /// What a cell's money counts as: 5% of the mean at least, and 1 where no money is known.
    pub fn stake(&self, row: usize, column: usize) -> f64 {
        if self.is_neutral() { 1.0 } else { self.money(row, column).max(LEAST * self.mean) }
    }
}

impl JourneyPrices {
    fn at(&self, stage: &StagePrices, kind: StageKind) -> StageMoney {
        let (share, wins, share_of) = match kind {
            StageKind::Deal => stage.wins.else_of(self.deals),
            StageKind::Lead => stage.wins.else_of(Wins::default()),
        };
        let count = |of: fn(&Pot) -> u32| stage.pots.iter().map(of).sum::<u32>();
        let n = count(|pot| pot.n);
        let mean_won =
            (self.won_valued > 0).then(|| amount(self.won_value) / f64::from(self.won_valued));
        let mut told = StageMoney {
            kind,
            n,
            unnamed: count(|pot| if pot.personas.is_empty() { pot.n } else { 0 }),
            value: 0.0,
            unvalued: 0,
            share,
            won: wins.won,
            of: wins.of,
            share_of,
            too_few: wins.are_few(),
            mean_won,
            money: None,
            unnamed_money: 0.0,
        };
        if kind == StageKind::Deal {
            told.value = sum(stage.pots.iter().map(|pot| amount(pot.value)));
            told.unvalued = count(|pot| pot.unknown);
        }
        if kind == StageKind::Deal || n == 0 || mean_won.is_some() {
            told.money = Some(sum(stage.pots.iter().map(|pot| told.of(pot))));
        }
        let unnamed = stage.pots.iter().filter(|pot| pot.personas.is_empty());
        told.unnamed_money = sum(unnamed.map(|pot| told.of(pot)));
        told
    }
}

impl StageMoney {
    /// The money in a pot of the stage.
    fn of(&self, pot: &Pot) -> f64 {
        match self.kind {
            StageKind::Deal => amount(pot.value) * self.share,
            StageKind::Lead => f64::from(pot.n) * self.share * self.mean_won.unwrap_or_default(),
        }
    }
}

/// The rows that a pot is parted among, and the part of each: by decision weight among those whose it
/// is, and among all where nobody knows or none of them is there any more.
fn parts(of: &[PersonaId], personas: &[(PersonaId, u8)]) -> Vec<(usize, f64)> {
    let rows = personas.iter().enumerate();
    let mut among: Vec<(usize, f64)> = rows
        .clone()
        .filter(|(_, (id, _))| of.contains(id))
        .map(|(row, (_, weight))| (row, f64::from(*weight)))
        .collect();
    if among.is_empty() {
        among = rows.map(|(row, (_, weight))| (row, f64::from(*weight))).collect();
    }
    let all: f64 = among.iter().map(|(_, weight)| weight).sum();
    for (_, weight) in &mut among {
        *weight /= all;
    }
    among
}

/// The sum of amounts; 0 of none, where the standard one gives −0.
fn sum(amounts: impl Iterator<Item = f64>) -> f64 {
    amounts.fold(0.0, |sum, amount| sum + amount)
}

#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 minor units")]
fn amount(minor: i64) -> f64 {
    minor as f64
}
