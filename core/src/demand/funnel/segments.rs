//! How long it takes until leads become deals, and until these are won, by what leads are.

use crate::funnel::median_days;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Leads that have something in common, and what became of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FunnelSegment {
    /// What they have in common; empty where it is not known.
    pub name: String,
    /// All leads.
    pub leads: u32,
    /// Those that became part of a deal.
    pub deals: u32,
    /// Those with a deal that was won.
    pub won: u32,
    /// How long it took until there was a deal: the median, in days; `None` = no data.
    pub days_to_deal: Option<f64>,
    /// Of so many leads.
    pub timed_deals: u32,
    /// How long it took until a deal was won: the median, in days; `None` = no data.
    pub days_to_won: Option<f64>,
    /// Of so many leads.
    pub timed_won: u32,
}

/// What is counted of a segment.
#[derive(Clone, Debug, Default)]
struct Counted {
    leads: u32,
    deals: u32,
    won: u32,
    to_deal: Vec<i64>,
    to_won: Vec<i64>,
}

/// What became of one lead.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Converted {
    /// When it was there first.
    pub(super) began: Option<i64>,
    /// Whether it became part of a deal.
    pub(super) has_deal: bool,
    /// When, as far as that is known.
    pub(super) deal: Option<i64>,
    /// When a deal was won.
    pub(super) won: Option<i64>,
}

/// Counts leads by segment.
#[derive(Clone, Debug, Default)]
pub(super) struct Segments(BTreeMap<String, Counted>);

impl Segments {
    /// One more lead. Where it began is not known, or later than what came of it, nothing is said of
    /// how long that took.
    pub(super) fn push(&mut self, name: &str, lead: Converted) {
        if !self.0.contains_key(name) {
            self.0.insert(name.to_owned(), Counted::default());
        }
        let Some(counted) = self.0.get_mut(name) else { return };
        let since = |at: Option<i64>| Some(at? - lead.began?).filter(|lasted| *lasted >= 0);
        counted.leads += 1;
        counted.deals += u32::from(lead.has_deal);
        counted.won += u32::from(lead.won.is_some());
        counted.to_deal.extend(since(lead.deal));
        counted.to_won.extend(since(lead.won));
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (name, theirs) in other.0 {
            let ours = self.0.entry(name).or_default();
            ours.leads += theirs.leads;
            ours.deals += theirs.deals;
            ours.won += theirs.won;
            ours.to_deal.extend(theirs.to_deal);
            ours.to_won.extend(theirs.to_won);
        }
    }

    /// What they come to, the largest segment first.
    pub(super) fn told(self) -> Vec<FunnelSegment> {
        let count = |times: &[i64]| u32::try_from(times.len()).unwrap_or(u32::MAX);
        let told = |(name, mut one): (String, Counted)| FunnelSegment {
            name,
            leads: one.leads,
            deals: one.deals,
            won: one.won,
            timed_deals: count(&one.to_deal),
            days_to_deal: median_days(&mut one.to_deal),
            timed_won: count(&one.to_won),
            days_to_won: median_days(&mut one.to_won),
        };
        let mut all: Vec<FunnelSegment> = self.0.into_iter().map(told).collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.leads));
        all
    }
}
