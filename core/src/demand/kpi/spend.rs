//! What channels showed and cost, what programmes cost and content: totals that carry no person.

use super::passing::Passing;
use super::report::{KpiCost, KpiCosts};
use super::spans::Spans;
use super::split::amount;
use crate::demand::assets::Assets;
use crate::demand::programmes::Programmes;
use crate::error::Result;
use crate::facts::field::ChannelDayField;
use crate::id::ProgrammeId;
use crate::model::text::fold;
use crate::model::{Architecture, Money, Period, Status, Unit, WorkspaceFields};
use crate::plan::Plan;
use crate::plan::facts::Wanted;
use crate::sla::Calendar;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};

const FIELDS: [ChannelDayField; 8] = [
    ChannelDayField::Day,
    ChannelDayField::From,
    ChannelDayField::Channel,
    ChannelDayField::Asset,
    ChannelDayField::Campaign,
    ChannelDayField::Impressions,
    ChannelDayField::Cost,
    ChannelDayField::Currency,
];

/// Of which channels, content and days there are totals of impressions.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    channels: HashSet<(String, NaiveDate)>,
    assets: HashSet<(String, NaiveDate)>,
}

impl Shown {
    pub(super) fn has_channel(&self, channel: &str, day: NaiveDate) -> bool {
        !self.channels.is_empty() && self.channels.contains(&(fold(channel), day))
    }

    pub(super) fn has_asset(&self, asset: &str, day: NaiveDate) -> bool {
        !self.assets.is_empty() && self.assets.contains(&(fold(asset), day))
    }
}

/// Of which campaigns there are totals of mails.
#[derive(Clone, Debug, Default)]
pub(super) struct Mailed {
    pub(super) campaigns: HashSet<String>,
}

impl Mailed {
    pub(super) fn has(&self, campaign: &str) -> bool {
        self.campaigns.contains(&fold(campaign))
    }
}

/// What is counted by totals, so that single events of it do not count again.
#[derive(Clone, Debug, Default)]
pub(super) struct Totals {
    pub(super) shown: Shown,
    pub(super) mailed: Mailed,
}

/// Days of one channel, as a file tells them.
#[derive(Clone, Debug)]
pub(super) struct ChannelDay {
    days: Period,
    pub(super) channel: String,
    pub(super) asset: String,
    pub(super) campaign: String,
    impressions: Option<f64>,
    cost: Option<Money>,
}

/// What one channel, piece or campaign showed and cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Spent {
    pub(super) impressions: f64,
    /// Rows that say how many.
    pub(super) rows: u32,
    /// In minor units of the workspace's currency.
    pub(super) cost: f64,
    /// Amounts that are known.
    pub(super) counted: u32,
    /// Amounts without a rate.
    pub(super) left_out: u32,
}

impl Spent {
    fn add(&mut self, day: &ChannelDay, part: f64, workspace: &WorkspaceFields) {
        if let Some(impressions) = day.impressions {
            self.impressions += impressions * part;
            self.rows += 1;
        }
        match day.cost.as_ref().map(|cost| workspace.worth(cost, day.days.to)) {
            Some(Some(cost)) => {
                self.cost += amount(cost) * part;
                self.counted += 1;
            }
            Some(None) => self.left_out += 1,
            None => {}
        }
    }
}

/// What a period showed and cost.
#[derive(Clone, Debug, Default)]
pub(super) struct Spend {
    pub(super) all: Spent,
    pub(super) channels: BTreeMap<String, Spent>,
    pub(super) assets: BTreeMap<String, Spent>,
    pub(super) costs: KpiCosts,
    /// What programmes cost, their campaigns' days of channels among it; without those of which no amount
    /// is known.
    pub(super) programmes: BTreeMap<ProgrammeId, f64>,
}

/// The days of channels that pass. People cannot be told apart in them.
pub(super) fn channel_days(
    plan: &Plan,
    view: &Architecture,
    calendar: &Calendar,
    passing: &Passing<'_>,
) -> Result<Vec<ChannelDay>> {
    let mut found = Vec::new();
    if passing.filter().is_about_people() {
        return Ok(found);
    }
    let mut assets = Assets::of(view);
    plan.read_facts(1, |facts, sessions| {
        let wanted = Wanted { fields: &FIELDS, events: false, history: None };
        facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
            for slot in 0..part.size {
                let said = |at: usize| part.columns[at].get(slot);
                let day = |at: usize| Some(calendar.day_of(said(at).parse().ok()?));
                let Some(to) = day(0) else { continue };
                let from = day(1).filter(|from| *from <= to);
                let asset = if said(3).is_empty() {
                    String::new()
                } else {
                    let number = assets.number(said(3));
                    assets.names[number as usize].clone()
                };
                if !passing.is_of([&asset, said(2), said(4)]) {
                    continue;
                }
                let minor = said(6).parse::<i64>().ok();
                found.push(ChannelDay {
                    days: Period { from: from.unwrap_or(to), to },
                    channel: said(2).to_owned(),
                    asset,
                    campaign: said(4).to_owned(),
                    impressions: said(5).parse::<f64>().ok(),
                    cost: minor.map(|minor| Money { minor, currency: said(7).to_owned() }),
                });
            }
        })
    })?;
    Ok(found)
}

/// Of which channels, content and days there are totals.
pub(super) fn shown(days: &[ChannelDay]) -> Shown {
    let mut shown = Shown::default();
    for day in days.iter().filter(|day| day.impressions.is_some()) {
        for on in day.days.from.iter_days().take_while(|on| *on <= day.days.to) {
            shown.channels.insert((fold(&day.channel), on));
            if !day.asset.is_empty() {
                shown.assets.insert((fold(&day.asset), on));
            }
        }
    }
    shown
}

/// The part of some days that lies in a period, 0–1.
fn part(days: Period, period: Period) -> f64 {
    let common = Period { from: days.from.max(period.from), to: days.to.min(period.to) };
    number(common.days()) / number(days.days().max(1))
}

/// What was spent in each period.
pub(super) fn spend(
    view: &Architecture,
    workspace: &WorkspaceFields,
    days: &[ChannelDay],
    spans: &Spans<'_>,
    (passing, owners): (&Passing<'_>, &Programmes),
) -> Vec<Spend> {
    let mut all = vec![Spend::default(); spans.len()];
    for (period, spend) in spans.periods.iter().zip(&mut all) {
        for day in days {
            let part = part(day.days, *period);
            if part > 0.0 {
                spend.channel_day(day, part, (view, workspace, owners));
            }
        }
        if passing.filter().is_open() {
            spend.programmes(view, workspace, *period);
            spend.production(view, workspace, *period);
        }
    }
    all
}

impl Spend {
    /// What a piece showed and cost.
    pub(super) fn of_asset(&self, name: &str) -> &Spent {
        const NONE: &Spent =
            &Spent { impressions: 0.0, rows: 0, cost: 0.0, counted: 0, left_out: 0 };
        self.assets.get(name).unwrap_or(NONE)
    }

    fn channel_day(
        &mut self,
        day: &ChannelDay,
        part: f64,
        (view, workspace, owners): (&Architecture, &WorkspaceFields, &Programmes),
    ) {
        self.all.add(day, part, workspace);
        self.channels.entry(day.channel.clone()).or_default().add(day, part, workspace);
        if !day.asset.is_empty() {
            self.assets.entry(day.asset.clone()).or_default().add(day, part, workspace);
        }
        let owner = owners.of_campaign(&fold(&day.campaign));
        let owner = owner.and_then(|(id, _)| view.programmes.get(id));
        let month = Unit::Month.around(day.days.to, 1).from;
        let is_told = owner.is_some_and(|programme| {
            programme.months.iter().any(|one| one.month == month && one.cost.is_some())
        });
        if is_told {
            return;
        }
        let mut spent = Spent::default();
        spent.add(day, part, workspace);
        self.costs.channels.add(spent.cost, spent.counted, spent.left_out);
        if let Some(programme) = owner.filter(|_| spent.counted > 0) {
            *self.programmes.entry(programme.id).or_default() += spent.cost;
        }
    }

    fn programmes(&mut self, view: &Architecture, workspace: &WorkspaceFields, period: Period) {
        for programme in view.programmes.iter() {
            for told in &programme.months {
                let month = Unit::Month.around(told.month, 1);
                let (part, Some(cost)) = (part(month, period), &told.cost) else { continue };
                if part <= 0.0 {
                    continue;
                }
                let worth = workspace.worth(cost, month.from).map(|worth| amount(worth) * part);
                known(&mut self.costs.programmes, worth);
                if let Some(cost) = worth {
                    *self.programmes.entry(programme.id).or_default() += cost;
                }
            }
        }
    }

    fn production(&mut self, view: &Architecture, workspace: &WorkspaceFields, period: Period) {
        for asset in view.assets.iter() {
            let out = asset.published_on.filter(|day| period.holds(*day));
            let is_out = matches!(asset.status, Status::Published | Status::Retired);
            let (Some(day), Some(cost), true) = (out, &asset.cost, is_out) else { continue };
            known(&mut self.costs.production, workspace.worth(cost, day).map(amount));
        }
    }
}

/// Counts an amount; `None` = its currency has no rate.
fn known(into: &mut KpiCost, worth: Option<f64>) {
    match worth {
        Some(worth) => into.add(worth, 1, 0),
        None => into.add(0.0, 0, 1),
    }
}

#[expect(clippy::cast_precision_loss, reason = "nobody counts 2^53 days")]
fn number(days: u64) -> f64 {
    days as f64
}
