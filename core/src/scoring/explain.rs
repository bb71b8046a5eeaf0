//! The score line by line, straight from what the lead did.

use super::recipe::{Act, RULE_LIMIT, Recipe, Repeat};
use std::collections::HashMap;

/// A step of an explanation. The points of all lines add up to the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Line {
    /// An act that counts.
    Act {
        /// The place of the act among those given.
        act: usize,
        /// The rule it meets.
        rule: usize,
        /// What is left of its points.
        points: f64,
    },
    /// What a group's cap cuts off: less than 0.
    Cap {
        /// The group.
        group: usize,
        /// The points.
        points: f64,
    },
    /// What an open lapse takes: 0 or less.
    Lapse {
        /// The lapse.
        lapse: usize,
        /// Since when it is open, in epoch milliseconds.
        since: i64,
        /// The points.
        points: f64,
    },
    /// What lifts behaviour from below 0 to 0.
    Floor {
        /// The points.
        points: f64,
    },
    /// Points of the person and the account.
    Fit {
        /// The points.
        points: f64,
    },
}

impl Line {
    /// The points of the line.
    pub fn points(&self) -> f64 {
        match self {
            Self::Act { points, .. }
            | Self::Cap { points, .. }
            | Self::Lapse { points, .. }
            | Self::Floor { points }
            | Self::Fit { points } => *points,
        }
    }
}

/// A score with its lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// The lines, in the order of the steps.
    pub lines: Vec<Line>,
    /// What the lead's acts earn, 0 at least.
    pub behaviour: f64,
    /// That with the points of person and account.
    pub score: f64,
}

/// Explains the score at a moment. `acts` in the order of time; those later than `t` do not count.
/// `fit` = points of person and account then.
pub fn explain(recipe: &Recipe, acts: &[Act], fit: f64, t: i64) -> Explanation {
    let mut lines = acts_counted(recipe, acts, t);
    let mut groups = vec![0.0; recipe.groups.len()];
    for line in &lines {
        if let Line::Act { rule, points, .. } = line
            && let Some(group) = groups.get_mut(recipe.rules[*rule].group)
        {
            *group += points;
        }
    }
    for (at, cap) in recipe.groups.iter().enumerate() {
        if let Some(cap) = cap.filter(|cap| groups[at] > *cap) {
            lines.push(Line::Cap { group: at, points: cap - groups[at] });
            groups[at] = cap;
        }
    }
    let raw: f64 = groups.iter().sum();
    let mut behaviour = raw;
    let last = acts.iter().filter(|act| act.at <= t && act.activity).map(|act| act.at).max();
    for (at, lapse) in recipe.lapses.iter().enumerate() {
        if let Some(since) = last.map(|last| lapse.opens(last)).filter(|since| *since <= t) {
            let points = 0.0 - lapse.taken(raw);
            lines.push(Line::Lapse { lapse: at, since, points });
            behaviour += points;
        }
    }
    if behaviour < 0.0 {
        lines.push(Line::Floor { points: -behaviour });
        behaviour = 0.0;
    }
    if fit != 0.0 {
        lines.push(Line::Fit { points: fit });
    }
    Explanation { lines, behaviour, score: behaviour + fit }
}

/// The acts that count, each with what is left of its points.
fn acts_counted(recipe: &Recipe, acts: &[Act], t: i64) -> Vec<Line> {
    let mut lines = Vec::new();
    let rules = recipe.rules.iter().enumerate().take(RULE_LIMIT);
    for (at, rule) in rules.filter(|(_, rule)| rule.group < recipe.groups.len()) {
        let theirs = acts.iter().enumerate();
        let theirs = theirs.filter(|(_, act)| act.at <= t && act.rules & (1 << at) != 0);
        let mut counted: Vec<(usize, &Act)> = Vec::new();
        let mut days: HashMap<i32, u32> = HashMap::new();
        for (place, act) in theirs {
            let of_day = days.entry(act.day).or_default();
            *of_day += 1;
            match rule.repeat {
                Repeat::Once => counted = vec![(place, act)],
                Repeat::Every => counted.push((place, act)),
                Repeat::PerDay(most) if *of_day <= most => counted.push((place, act)),
                Repeat::PerDay(_) => {}
            }
        }
        lines.extend(counted.into_iter().map(|(act, one)| Line::Act {
            act,
            rule: at,
            points: rule.points * rule.left(t.saturating_sub(one.at)),
        }));
    }
    lines
}
