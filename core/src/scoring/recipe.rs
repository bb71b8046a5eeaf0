//! A scoring model as it is counted with, and what it counts.

use super::DAY;

/// Which rules an act meets: one bit each.
pub type Rules = u64;

/// How many rules there can be.
pub const RULE_LIMIT: usize = 64;

/// How often acts of a rule count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// The latest alone.
    Once,
    /// Each.
    Every,
    /// The first so many of a day.
    PerDay(u32),
}

/// What an act that meets a rule earns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointRule {
    /// The place of its group.
    pub group: usize,
    /// Points for each; may be negative.
    pub points: f64,
    /// How often it counts.
    pub repeat: Repeat,
    /// In milliseconds; without end where points stay.
    pub(super) half_life: f64,
}

impl PointRule {
    /// A rule; `half_life` in days, `None` = points stay.
    pub fn new(group: usize, points: f64, half_life: Option<f64>, repeat: Repeat) -> Self {
        let half_life = half_life.map_or(f64::INFINITY, |days| days.max(1e-6) * span(DAY));
        Self { group, points, repeat, half_life }
    }

    /// What is left of 1 point after so many milliseconds: `2^(-elapsed / half-life)`. Exactly a half
    /// after one half-life, a quarter after two: with dated acts that happens.
    pub(super) fn left(&self, elapsed: i64) -> f64 {
        if elapsed == 0 { 1.0 } else { (-span(elapsed) / self.half_life).exp2() }
    }
}

/// A stretch of time in milliseconds, as a number to count with.
#[expect(clippy::cast_precision_loss, reason = "centuries have far fewer than 2^53 milliseconds")]
pub(super) fn span(millis: i64) -> f64 {
    millis as f64
}

/// What a lapse takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Take {
    /// So many points.
    Points(f64),
    /// That share (0–1) of what the groups add up to, where that is more than 0.
    Share(f64),
}

/// What silence costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lapse {
    /// After so many days of 24 hours without activity.
    pub after_days: u32,
    /// What it takes.
    pub take: Take,
}

impl Lapse {
    /// When it opens, after the last activity.
    pub(super) fn opens(&self, last_activity: i64) -> i64 {
        last_activity.saturating_add(i64::from(self.after_days) * DAY)
    }

    /// What it takes of what the groups add up to.
    pub(super) fn taken(&self, raw: f64) -> f64 {
        match self.take {
            Take::Points(points) => points,
            Take::Share(share) => share * raw.max(0.0),
        }
    }
}

/// How far points may be off by rounding: more than sums of thousands of points are, and less than
/// 40 points lose in a millisecond at a half-life of 27 years.
const ROUNDING: f64 = 1e-11;

/// From which score on a lead is handed over, and below which it is taken back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The score it takes to be warm.
    pub enter: f64,
    /// The score below which it is warm no more.
    pub stay: f64,
    /// The behaviour it takes besides.
    pub behaviour_enter: f64,
    /// The behaviour below which it is warm no more.
    pub behaviour_stay: f64,
}

impl Bounds {
    /// Whether these points make warm.
    pub(super) fn enters(&self, behaviour: f64, fit: f64) -> bool {
        behaviour + fit >= self.enter - ROUNDING && behaviour >= self.behaviour_enter - ROUNDING
    }

    /// The behaviour it takes to stay warm beside these points of person and account.
    pub(super) fn needed(&self, fit: f64) -> f64 {
        (self.stay - fit).max(self.behaviour_stay) - ROUNDING
    }
}

/// A scoring model.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// Rules about acts, [`RULE_LIMIT`] at most.
    pub rules: Vec<PointRule>,
    /// The cap of each group; `None` = any number of points.
    pub groups: Vec<Option<f64>>,
    /// What silence costs.
    pub lapses: Vec<Lapse>,
    /// When leads are handed over and taken back.
    pub bounds: Bounds,
    /// After so many days without an answer a hot lead is hot no more.
    pub hot_days: u32,
}

/// Something a lead did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Act {
    /// When, in epoch milliseconds.
    pub at: i64,
    /// On which day of the workspace, counted from any day; none earlier than that of an act before.
    pub day: i32,
    /// The rules it meets.
    pub rules: Rules,
    /// Whether it is engagement of a person, which ends lapses.
    pub activity: bool,
    /// Whether it makes the lead hot at once.
    pub hot: bool,
}

/// Points of person and account over time: from each moment on so many. What holds first held before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fit(pub Vec<(i64, f64)>);

impl Fit {
    /// The same points at any time.
    pub fn always(points: f64) -> Self {
        Self(vec![(i64::MIN, points)])
    }

    /// The points at a moment.
    pub fn at(&self, t: i64) -> f64 {
        let after = self.0.partition_point(|(from, _)| *from <= t);
        self.0.get(after.saturating_sub(1)).map_or(0.0, |(_, points)| *points)
    }

    /// When they change.
    pub(super) fn changes(&self) -> impl Iterator<Item = i64> {
        self.0.iter().skip(1).map(|(from, _)| *from)
    }

    /// When they change next after `t`.
    pub(super) fn next_change(&self, t: i64) -> Option<i64> {
        let after = self.0.partition_point(|(from, _)| *from <= t).max(1);
        self.0.get(after).map(|(from, _)| *from)
    }
}
