//! How much of what is known still holds.

use crate::model::{DecayRates, FieldGroup, Word};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Days of a year.
const YEAR: f64 = 365.25;
/// Milliseconds of a day of 24 hours.
const DAY: i64 = 86_400_000;
/// Ages are told in steps of half a year, the last of all that is older.
const BINS: u32 = 10;

/// The whole days from one time to another, both in epoch milliseconds; 0 where the first is later.
pub fn age_days(since: i64, at: i64) -> u32 {
    u32::try_from(at.saturating_sub(since).max(0) / DAY).unwrap_or(u32::MAX)
}

/// The share that still holds so many days after it was known to: `(1 - rate)^(days / 365.25)`.
/// `rate` = the share that goes bad in a year, 0–1.
pub fn valid_share(rate: f64, days: u32) -> f64 {
    (1.0 - rate).powf(f64::from(days) / YEAR)
}

/// Of which groups of fields something is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Held(u8);

impl Held {
    /// Those groups.
    pub fn of(groups: impl IntoIterator<Item = FieldGroup>) -> Self {
        groups.into_iter().fold(Self(0), |held, group| Self(held.0 | 1 << group as u8))
    }

    /// Whether something of a group is known.
    pub fn has(self, group: FieldGroup) -> bool {
        self.0 & 1 << group as u8 != 0
    }

    /// Whether nothing is.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The share of a lead that still holds: that of the group that has gone bad furthest, 0–1;
    /// `None` where nothing is known.
    pub fn valid(self, rates: &DecayRates, days: u32) -> Option<f64> {
        let known = FieldGroup::ALL.iter().filter(|group| self.has(**group));
        known.map(|group| valid_share(rates.share(*group), days)).reduce(f64::min)
    }
}

/// Leads by what is known of them and since when: what a stock is worked out from, at any rates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ages {
    /// What is known, how many days ago it was known to hold (`None` = nobody says), how many leads.
    #[serde(with = "as_list")]
    counts: BTreeMap<(Held, Option<u32>), u64>,
}

/// Keys of a map in JSON are texts; these are not.
mod as_list {
    use super::{BTreeMap, Held};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    type Counts = BTreeMap<(Held, Option<u32>), u64>;

    pub(super) fn serialize<S: Serializer>(counts: &Counts, to: S) -> Result<S::Ok, S::Error> {
        counts.iter().collect::<Vec<_>>().serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Counts, D::Error> {
        Vec::deserialize(from).map(|list: Vec<_>| list.into_iter().collect())
    }
}

/// How much of one group of fields, or of whole leads, is expected to hold no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, TS)]
pub struct GroupStock {
    /// Leads of which something of it is known.
    pub leads: u64,
    /// Of those, leads of which nobody says since when: they are in none of the figures beneath.
    pub undated: u64,
    /// Expected to hold no more, of those with a date.
    pub invalid: f64,
    /// The share that is expected to hold, 0–1; `None` = none has a date.
    pub valid: Option<f64>,
}

/// Leads that were known to hold about as long ago.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgeBin {
    /// From so many half years ago on.
    pub from: u32,
    /// Up to so many; `None` = any.
    pub to: Option<u32>,
    /// So many leads.
    pub leads: u64,
    /// Of those, expected to hold no more.
    pub invalid: f64,
}

/// How much of all that is known is expected to hold no more.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Stock {
    /// Name, title and level.
    pub person: GroupStock,
    /// The e-mail address.
    pub address: GroupStock,
    /// Company, industry, country and site.
    pub company: GroupStock,
    /// Whole leads: one holds no more once its worst group does.
    pub all: GroupStock,
    /// Whole leads by their age, the youngest first, up to the oldest there are.
    pub ages: Vec<AgeBin>,
}

impl Ages {
    /// One more lead. `days` = how long ago it was known to hold; `None` = nobody says.
    pub fn add(&mut self, held: Held, days: Option<u32>) {
        *self.counts.entry((held, days)).or_default() += 1;
    }

    /// Those of others, too.
    pub fn merge(&mut self, other: &Self) {
        for (key, leads) in &other.counts {
            *self.counts.entry(*key).or_default() += leads;
        }
    }

    /// What is expected to hold at such rates.
    pub fn stock(&self, rates: &DecayRates) -> Stock {
        let group = |group: FieldGroup| {
            self.counted(|held, days| {
                held.has(group).then(|| days.map(|days| valid_share(rates.share(group), days)))
            })
        };
        Stock {
            person: group(FieldGroup::Person),
            address: group(FieldGroup::Address),
            company: group(FieldGroup::Company),
            all: self.counted(|held, days| {
                (!held.is_none()).then(|| days.and_then(|days| held.valid(rates, days)))
            }),
            ages: self.bins(rates),
        }
    }

    /// Counts the leads that `valid` tells of: outer `None` = not this one, inner = no date.
    fn counted(&self, valid: impl Fn(Held, Option<u32>) -> Option<Option<f64>>) -> GroupStock {
        let mut stock = GroupStock::default();
        for ((held, days), leads) in &self.counts {
            let Some(valid) = valid(*held, *days) else { continue };
            stock.leads += leads;
            match valid {
                Some(valid) => stock.invalid += number(*leads) * (1.0 - valid),
                None => stock.undated += leads,
            }
        }
        let dated = stock.leads - stock.undated;
        stock.valid = (dated > 0).then(|| 1.0 - stock.invalid / number(dated));
        stock
    }

    fn bins(&self, rates: &DecayRates) -> Vec<AgeBin> {
        let bin = |at: u32| AgeBin {
            from: at,
            to: (at < BINS).then_some(at + 1),
            leads: 0,
            invalid: 0.0,
        };
        let mut bins: Vec<AgeBin> = (0..=BINS).map(bin).collect();
        for ((held, days), leads) in &self.counts {
            let Some((days, valid)) = days.and_then(|days| Some((days, held.valid(rates, days)?)))
            else {
                continue;
            };
            let bin = &mut bins[half_years(days)];
            bin.leads += leads;
            bin.invalid += number(*leads) * (1.0 - valid);
        }
        let used = bins.iter().rposition(|bin| bin.leads > 0).map_or(0, |at| at + 1);
        bins.truncate(used);
        bins
    }
}

/// The place of an age among the bins.
fn half_years(days: u32) -> usize {
    let whole = (f64::from(days) * 2.0 / YEAR).floor().min(f64::from(BINS));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 10")]
    let at = whole as usize;
    at
}

/// A count, to calculate with.
#[expect(clippy::cast_precision_loss, reason = "counts of leads stay below 2⁵³")]
pub(super) fn number(count: u64) -> f64 {
    count as f64
}
