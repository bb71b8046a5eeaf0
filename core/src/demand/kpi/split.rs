//! What is counted of all together, and of each by its number or name.

use crate::kpi::Measure;
use std::collections::BTreeMap;

/// What can be added up.
pub(super) trait Merge {
    fn merge(&mut self, other: Self);
}

/// Of all, and of each.
#[derive(Clone, Debug, Default)]
pub(super) struct Split<K, T> {
    pub(super) all: T,
    pub(super) by: BTreeMap<K, T>,
}

impl<K: Ord, T: Merge + Default> Split<K, T> {
    pub(super) fn at(&mut self, key: K) -> &mut T {
        self.by.entry(key).or_default()
    }

    /// With a name in place of each number; those of one name are one.
    pub(super) fn named(self, name: impl Fn(&K) -> String) -> Split<String, T> {
        let mut named = Split { all: self.all, by: BTreeMap::new() };
        for (key, one) in self.by {
            named.at(name(&key)).merge(one);
        }
        named
    }
}

impl<K: Ord, T: Merge + Default> Merge for Split<K, T> {
    fn merge(&mut self, other: Self) {
        self.all.merge(other.all);
        for (key, one) in other.by {
            self.at(key).merge(one);
        }
    }
}

impl<T: Merge> Merge for Vec<T> {
    /// Of the same length.
    fn merge(&mut self, other: Self) {
        self.iter_mut().zip(other).for_each(|(ours, theirs)| ours.merge(theirs));
    }
}

/// A count of things.
pub(super) fn counted(n: u32) -> Measure {
    Measure::total(Some(f64::from(n)), n)
}

/// A count of what files tell of; no data where they do not.
pub(super) fn told(tells: bool, n: u32) -> Measure {
    if tells { counted(n) } else { Measure::default() }
}

/// An amount in minor units, to calculate with.
#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 minor units")]
pub(super) fn amount(minor: i64) -> f64 {
    minor as f64
}

/// So many of so many.
pub(super) fn share(part: u32, of: u32) -> Measure {
    Measure::ratio(f64::from(part), f64::from(of), of)
}
