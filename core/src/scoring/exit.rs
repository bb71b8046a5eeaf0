//! When a lead that is warm falls out by time alone: the first millisecond at which a bound is broken.
//!
//! Between acts points only change by decay, by lapses that open and by fields that change; the last
//! two are looked at one after the other. In between, where points only fall, the one place where they
//! cross a bound is searched for. Where acts that take points decay too, they may fall and rise again:
//! a stretch of time in which they are enough at least is left out, one in which they surely fall is
//! searched, any other is halved.

use super::DAY;
use super::recipe::{Fit, span};
use super::standing::{Lead, State, Walk};

/// How far ahead a change is looked for, in milliseconds: a hundred years.
const AHEAD: i64 = 36_525 * DAY;

/// After so many stretches those of a day or less are judged by their ends. Only points that cancel
/// out at the very bound come to so many.
const STRETCHES: u32 = 1 << 16;

/// The first stretch that is looked at by itself where points may rise.
const MONTH: i64 = 32 * DAY;

impl Walk<'_> {
    /// When the state changes if nothing happens.
    pub(super) fn flips_at(&mut self, lead: &Lead<'_>) -> Option<i64> {
        match self.state {
            State::Hot => self.hot_until,
            State::Warm => self.exit(lead.fit, self.now, self.now.saturating_add(AHEAD)),
            _ => None,
        }
    }

    /// The first millisecond after `from` and up to `to` at which a lead that is warm is so no more.
    pub(super) fn exit(&mut self, fit: &Fit, from: i64, to: i64) -> Option<i64> {
        let mut start = from;
        loop {
            let next = [self.tally.next_lapse(start), fit.next_change(start)];
            let next = next.into_iter().flatten().min().filter(|at| *at <= to);
            let needed = self.recipe.bounds.needed(fit.at(start));
            let found = self.crossing(needed, start, next.map_or(to, |at| at - 1));
            if found.is_some() {
                return found;
            }
            start = next?;
            let needed = self.recipe.bounds.needed(fit.at(start));
            if self.tally.at(start).behaviour < needed {
                return Some(start);
            }
        }
    }

    /// The first millisecond after `from` and up to `to` at which behaviour is less than needed, while
    /// no lapse opens. At `from` it is enough.
    fn crossing(&mut self, needed: f64, from: i64, to: i64) -> Option<i64> {
        let (origin, may_rise) = (from, self.tally.may_rise());
        let mut looked = 0_u32;
        self.stretches.clear();
        self.stretches.push((from, to));
        while let Some((from, to)) = self.stretches.pop() {
            looked = looked.saturating_add(1);
            if from >= to || self.tally.at_least(from, to).behaviour >= needed {
                continue;
            }
            let by_end = to - from == 1 || (looked > STRETCHES && to - from <= DAY);
            if by_end || !may_rise || self.tally.falls(from, to) {
                if self.tally.at(to).behaviour < needed {
                    return Some(self.searched(needed, from, to));
                }
                continue;
            }
            let first = (from - origin).max(MONTH);
            let middle = from + ((to - from) / 2).min(first);
            self.stretches.push((middle, to));
            self.stretches.push((from, middle));
        }
        None
    }

    /// The same where behaviour only falls and is too little at `to`. Begins where points of the
    /// shortest half-life would be, doubles that until it is too far, and goes on by the chord of the
    /// logarithm, bent towards an end that stays (Illinois), and by halves now and then.
    fn searched(&mut self, needed: f64, from: i64, to: i64) -> i64 {
        let log = |behaviour: f64| (behaviour.max(f64::MIN_POSITIVE) / needed).log2();
        let (mut low, mut above) = (from, log(self.tally.at(from).behaviour));
        let (mut high, mut below) = (to, None);
        let mut step = (above * self.tally.shortest()).max(1.0);
        let (mut turn, mut was_low) = (0_u32, None);
        while high - low > 1 {
            turn += 1;
            let by = match below {
                None => step,
                Some(_) if turn % 4 == 0 => span(high - low) / 2.0,
                Some(below) => span(high - low) * above / (above - below),
            };
            #[expect(clippy::cast_possible_truncation, reason = "a whole millisecond in between")]
            let guess = low + (by.ceil() as i64).clamp(1, high - low - 1);
            let behaviour = self.tally.at(guess).behaviour;
            let is_low = behaviour >= needed;
            if is_low {
                (low, above, step) = (guess, log(behaviour), step * 2.0);
            } else {
                (high, below) = (guess, Some(log(behaviour)));
            }
            if was_low.replace(is_low) == Some(is_low) {
                if is_low { below = below.map(|below| below / 2.0) } else { above /= 2.0 }
            }
        }
        high
    }
}
