//! The requests of a segment, four bytes each.

use super::survival::Survival;
use super::{Consumption, ENOUGH, HOUR, MONTH, count, histogram, number};

/// A request: seconds (30 bits), whether it is censored, whether it is at least 30 days old. The
/// order of rows is by seconds; at the same second opens come before censorings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row(pub(super) u32);

impl Row {
    /// The longest that is told apart: 34 years.
    const LONGEST: u32 = (1 << 30) - 1;
    const CENSORED: u32 = 0b10;
    const SETTLED: u32 = 0b01;

    fn new(age: u32, gap: Option<u32>) -> Self {
        let gap = gap.filter(|gap| *gap <= age);
        let seconds = gap.unwrap_or(age).min(Self::LONGEST);
        let censored = if gap.is_none() { Self::CENSORED } else { 0 };
        let settled = if age >= MONTH { Self::SETTLED } else { 0 };
        Self(seconds << 2 | censored | settled)
    }

    /// From the request to its open, or as long as it was watched without one.
    pub(super) fn seconds(self) -> u32 {
        self.0 >> 2
    }

    pub(super) fn is_opened(self) -> bool {
        self.0 & Self::CENSORED == 0
    }

    /// Whether it is at least 30 days old.
    fn is_settled(self) -> bool {
        self.0 & Self::SETTLED != 0
    }
}

/// The requests of a segment.
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    rows: Vec<Row>,
    sorted: bool,
}

impl Gaps {
    /// None, with room for so many.
    pub fn with_capacity(requests: usize) -> Self {
        Self { rows: Vec::with_capacity(requests), sorted: false }
    }

    /// Adds a request: seconds from it to the as-of time, and to its first later open by a human.
    /// An open after the as-of time is none yet. Anything longer than 34 years is 34 years.
    pub fn push(&mut self, age: u32, gap: Option<u32>) {
        self.rows.push(Row::new(age, gap));
        self.sorted = false;
    }

    /// Adds the requests of another segment.
    pub fn merge(&mut self, other: &Self) {
        self.rows.extend_from_slice(&other.rows);
        self.sorted = false;
    }

    /// How many requests there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The gap of these requests. Puts them in order, which makes the next call cheaper.
    pub fn summary(&mut self) -> Consumption {
        if !self.sorted {
            self.rows.sort_unstable();
            self.sorted = true;
        }
        let rows = self.rows.as_slice();
        let (n, opened) = (rows.len(), rows.iter().filter(|row| row.is_opened()).count());
        let survival = Survival::of(rows);
        Consumption {
            n,
            opened,
            opened_share: (n > 0).then(|| count(opened) / count(n)),
            within_24h: survival.within_a_day(),
            mean_hours: (opened > 0).then(|| mean_hours(rows, opened)),
            median_hours: survival.quantile(0.5),
            p90_hours: survival.quantile(0.9),
            recommended_wait_hours: recommended_wait(rows),
            too_few: n < ENOUGH,
            histogram: histogram::histogram(rows),
            curve: survival.curve(),
        }
    }
}

fn mean_hours(rows: &[Row], opened: usize) -> f64 {
    let gaps = rows.iter().filter(|row| row.is_opened());
    let seconds: u64 = gaps.map(|row| u64::from(row.seconds())).sum();
    number(seconds) / (count(opened) * f64::from(HOUR))
}

/// Whole hours until half of what is opened by day 30 is. No request of 30 days is censored before
/// day 30, so Kaplan–Meier of them is a count up to there: of k opened, the ⌈k/2⌉th.
fn recommended_wait(rows: &[Row]) -> Option<u32> {
    let within = rows.partition_point(|row| row.seconds() <= MONTH);
    let opened = || rows[..within].iter().filter(|row| row.is_opened() && row.is_settled());
    let half = opened().count().checked_sub(1)? / 2;
    opened().nth(half).map(|row| row.seconds().div_ceil(HOUR))
}
