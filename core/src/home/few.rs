//! The first of many.

use serde::Serialize;
use ts_rs::TS;

/// How many are named; the others are counted.
const NAMED: usize = 5;

/// How many there are, and the first of them.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Few<T> {
    /// How many.
    pub total: usize,
    /// The first.
    pub first: Vec<T>,
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        let mut few = Self { total: 0, first: Vec::new() };
        for one in all {
            few.total += 1;
            if few.first.len() < NAMED {
                few.first.push(one);
            }
        }
        few
    }
}
