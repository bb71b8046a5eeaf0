//! The score in closed form: by rule what its acts are worth at a time, so that no act is looked at
//! twice.
//!
//! A sum of decaying acts of one half-life is itself one decaying number: `s(t) = s(u) · 2^(-(t - u) /
//! half-life)`. The acts of a rule have one sign, so a rule's sum never crosses 0, and on a stretch of
//! time without acts the score is bounded by what the positive rules are worth at its end and the
//! negative ones at its beginning.

use super::recipe::{Act, PointRule, Recipe, Repeat, Rules};

/// What the acts of one rule are worth.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    points: f64,
    at: i64,
    day: i32,
    counted: u32,
}

/// The places of the rules in a set, the first first.
fn bits(mut rules: Rules) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = (rules != 0).then(|| rules.trailing_zeros() as usize);
        rules &= rules.wrapping_sub(1);
        first
    })
}

/// Behaviour at a moment, and what it was made of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Points {
    /// What the groups add up to, each cut at its cap.
    pub groups: f64,
    /// What open lapses take.
    pub lapses: f64,
    /// What is left of that, 0 at least.
    pub behaviour: f64,
}

/// What the acts so far are worth.
#[derive(Clone, Debug)]
pub struct Tally<'a> {
    recipe: &'a Recipe,
    sums: Vec<Sum>,
    /// The rules that have anything: one bit each.
    used: Rules,
    groups: Vec<f64>,
    last_activity: Option<i64>,
}

impl<'a> Tally<'a> {
    /// Of no acts.
    pub fn new(recipe: &'a Recipe) -> Self {
        Self {
            recipe,
            sums: vec![Sum::default(); recipe.rules.len()],
            used: 0,
            groups: vec![0.0; recipe.groups.len()],
            last_activity: None,
        }
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.used = 0;
        self.last_activity = None;
    }

    /// When there was activity last.
    pub fn last_activity(&self) -> Option<i64> {
        self.last_activity
    }

    /// When the next lapse opens after `t` if there is no more activity.
    pub(super) fn next_lapse(&self, t: i64) -> Option<i64> {
        let last = self.last_activity?;
        let opens = self.recipe.lapses.iter().map(|lapse| lapse.opens(last));
        opens.filter(|at| *at > t).min()
    }

    /// Whether anything that counts takes points, so that behaviour may rise as it decays.
    pub(super) fn may_rise(&self) -> bool {
        bits(self.used).any(|at| self.sums[at].points < 0.0)
    }

    /// The shortest half-life of what counts, in milliseconds; without end where all of it stays.
    pub(super) fn shortest(&self) -> f64 {
        bits(self.used).map(|at| self.recipe.rules[at].half_life).fold(f64::INFINITY, f64::min)
    }

    /// Whether behaviour surely falls, or stays, from one moment to another while no lapse opens: in
    /// each group what the positive rules lose at its end is no less than what the negative ones give
    /// back at its beginning.
    pub(super) fn falls(&mut self, from: i64, to: i64) -> bool {
        self.add_up(from, to, |rule, points| points / rule.half_life);
        self.groups.iter().all(|lost| *lost >= 0.0)
    }

    /// One more act, none earlier than those before.
    pub fn push(&mut self, act: &Act) {
        for at in bits(act.rules) {
            let Some(rule) = self.recipe.rules.get(at) else { break };
            let is_first = self.used & (1 << at) == 0;
            let sum = &mut self.sums[at];
            if is_first {
                *sum = Sum { points: 0.0, at: act.at, day: act.day, counted: 0 };
                self.used |= 1 << at;
            }
            if sum.day != act.day {
                (sum.day, sum.counted) = (act.day, 0);
            }
            let left = match rule.repeat {
                Repeat::PerDay(most) if sum.counted >= most => continue,
                Repeat::Once => 0.0,
                Repeat::Every | Repeat::PerDay(_) => rule.left(act.at.saturating_sub(sum.at)),
            };
            sum.counted = sum.counted.saturating_add(1);
            sum.points = sum.points * left + rule.points;
            sum.at = act.at;
        }
        if act.activity {
            self.last_activity = Some(act.at);
        }
    }

    /// Behaviour at a moment, none earlier than the acts.
    pub fn at(&mut self, t: i64) -> Points {
        self.between(t, t, t)
    }

    /// No more than behaviour ever is from one moment to another while no lapse opens: what the
    /// positive rules are worth at the end and the negative ones at the beginning. The same as [`at`]
    /// where both are one.
    ///
    /// [`at`]: Tally::at
    pub(super) fn at_least(&mut self, from: i64, to: i64) -> Points {
        self.between(from, to, from)
    }

    fn between(&mut self, from: i64, to: i64, lapses_at: i64) -> Points {
        let groups = self.grouped(from, to);
        let mut lapses = 0.0;
        if let Some(last) = self.last_activity {
            let open = self.recipe.lapses.iter().filter(|lapse| lapse.opens(last) <= lapses_at);
            lapses = open.map(|lapse| lapse.taken(groups)).sum();
        }
        Points { groups, lapses, behaviour: (groups - lapses).max(0.0) }
    }

    fn grouped(&mut self, from: i64, to: i64) -> f64 {
        self.add_up(from, to, |_, points| points);
        let capped = self.groups.iter().zip(&self.recipe.groups);
        capped.map(|(sum, cap)| cap.map_or(*sum, |cap| sum.min(cap))).sum()
    }

    /// Adds up in each group something of what its rules are worth: the positive ones at the end, the
    /// negative ones at the beginning.
    fn add_up(&mut self, from: i64, to: i64, of: impl Fn(&PointRule, f64) -> f64) {
        self.groups.fill(0.0);
        for at in bits(self.used) {
            let (rule, sum) = (&self.recipe.rules[at], &self.sums[at]);
            let t = if sum.points < 0.0 { from } else { to };
            if let Some(group) = self.groups.get_mut(rule.group) {
                *group += of(rule, sum.points * rule.left(t.saturating_sub(sum.at)));
            }
        }
    }
}
