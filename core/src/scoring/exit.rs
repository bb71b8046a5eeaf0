//! When a lead that is warm falls out by time alone: the first millisecond at which a bound is broken.
//!
//! Between acts points only change by decay, by lapses that open and by fields that change; the last
//! two are looked at one after the other. In between, what only takes away is searched for the one
//! place where it crosses. Where acts that take points decay too, behaviour may fall and rise again: a
//! stretch of time is left out where what it is at least is enough, else halved.

use super::DAY;
use super::recipe::{Fit, span};
use super::standing::{Lead, State, Walk};

/// How far ahead a change is looked for, in milliseconds: a hundred years.
const AHEAD: i64 = 36_525 * DAY;

/// After so many stretches those of a day or less are judged by their ends. Only points that cancel
/// out at the very bound come to so many.
const STRETCHES: u32 = 1 << 16;

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
            let end = next.map_or(to, |at| at - 1);
            if let Some(found) = self.crossing(fit.at(start), start, end) {
                return Some(found);
            }
            let at = next?;
            if self.above(fit.at(at), at) < 0.0 {
                return Some(at);
            }
            start = at;
        }
    }

    /// How far the lead is above its bounds.
    pub(super) fn above(&mut self, fit: f64, t: i64) -> f64 {
        self.recipe.bounds.above(self.tally.at(t).behaviour, fit)
    }

    /// The first millisecond after `from` and up to `to` at which the bounds are broken, while no lapse
    /// opens and no field changes. They hold at `from`.
    fn crossing(&mut self, fit: f64, from: i64, to: i64) -> Option<i64> {
        if from >= to || self.above_at_least(fit, from, to) >= 0.0 {
            None
        } else if self.tally.may_rise() {
            self.halved(fit, from, to)
        } else {
            Some(self.searched(fit, from, to))
        }
    }

    fn above_at_least(&mut self, fit: f64, from: i64, to: i64) -> f64 {
        self.recipe.bounds.above(self.tally.at_least(from, to).behaviour, fit)
    }

    /// The same where points may rise: stretches are halved until they tell.
    fn halved(&mut self, fit: f64, from: i64, to: i64) -> Option<i64> {
        self.stretches.clear();
        self.stretches.push((from, to));
        let mut looked = 0_u32;
        while let Some((from, to)) = self.stretches.pop() {
            looked = looked.saturating_add(1);
            let by_end = to - from == 1 || (looked > STRETCHES && to - from <= DAY);
            let start = if by_end { to } else { from };
            if self.above_at_least(fit, start, to) >= 0.0 {
                continue;
            }
            if to - from == 1 {
                return Some(to);
            }
            let middle = from + (to - from) / 2;
            self.stretches.push((middle, to));
            self.stretches.push((from, middle));
        }
        None
    }

    /// The same where points only fall, and are below a bound at `to`: by the chord, which is bent
    /// towards the end that stays (Illinois), within steps that double, and by halves now and then.
    fn searched(&mut self, fit: f64, from: i64, to: i64) -> i64 {
        let (mut low, mut above) = (from, self.above(fit, from));
        let (mut high, mut below) = (to, self.above(fit, to));
        let (mut step, mut turn) = (DAY, 0_u32);
        while high - low > 1 {
            let chord = if turn % 4 == 3 { 0.5 } else { above / (above - below) };
            #[expect(clippy::cast_possible_truncation, reason = "a whole millisecond in between")]
            let chord = (span(high - low) * chord) as i64;
            let guess = low + chord.min(step).clamp(1, high - low - 1);
            let found = self.above(fit, guess);
            if found < 0.0 {
                (high, below, above) = (guess, found, above / 2.0);
            } else {
                (low, above, below) = (guess, found, below / 2.0);
                step = step.saturating_mul(2);
            }
            turn += 1;
        }
        high
    }
}
