//! States held to a second account of them, which looks at one instant after the other and scores
//! each by the definition.

use super::property_tests::{acts, decisions, fits, recipes, state_in};
use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

const HOUR: i64 = 3_600_000;
const UNTIL: i64 = 3_000 * HOUR;

/// What a number can tell.
const ROUNDING: f64 = 1e-11;

/// A lead's state as its instants go by.
#[derive(Default)]
struct Seen {
    warm: bool,
    hot_until: Option<i64>,
    base: State,
}

impl Seen {
    fn look(&mut self, recipe: &Recipe, lead: &Lead<'_>, t: i64) -> State {
        if !matches!(self.base, State::Accepted | State::Excluded) {
            self.score(recipe, lead, t);
        }
        for decision in lead.decisions.iter().filter(|one| one.at == t) {
            if self.base != State::Excluded {
                (self.warm, self.hot_until) = (false, None);
                self.base = match decision.answer {
                    Answer::Accepted => State::Accepted,
                    Answer::TurnedBack => State::TurnedBack,
                    Answer::Excluded => State::Excluded,
                };
            }
        }
        if self.hot_until.is_some() {
            State::Hot
        } else if self.warm {
            State::Warm
        } else {
            self.base
        }
    }

    fn score(&mut self, recipe: &Recipe, lead: &Lead<'_>, t: i64) {
        let Explanation { score, behaviour, .. } = explain(recipe, lead.acts, lead.fit.at(t), t);
        let bounds = recipe.bounds;
        let now = lead.acts.iter().filter(|act| act.at == t);
        if self.warm {
            self.warm =
                score >= bounds.stay - ROUNDING && behaviour >= bounds.behaviour_stay - ROUNDING;
        } else if now.clone().count() > 0 {
            self.warm =
                score >= bounds.enter - ROUNDING && behaviour >= bounds.behaviour_enter - ROUNDING;
        }
        self.hot_until = self.hot_until.filter(|until| *until > t);
        if now.clone().any(|act| act.hot) {
            self.hot_until = Some(t + i64::from(recipe.hot_days) * DAY);
        }
        if self.warm || self.hot_until.is_some() {
            self.base = State::Nurture;
        }
    }
}

/// All instants at which anything may jump, every eight hours, and those given.
fn instants(recipe: &Recipe, lead: &Lead<'_>, given: &[Spell]) -> BTreeSet<i64> {
    let mut all: BTreeSet<i64> = (0..UNTIL / HOUR / 8).map(|step| step * 8 * HOUR).collect();
    for act in lead.acts {
        let lapses = recipe.lapses.iter().map(|lapse| act.at + i64::from(lapse.after_days) * DAY);
        all.extend(lapses.chain([act.at, act.at + i64::from(recipe.hot_days) * DAY]));
    }
    all.extend(lead.decisions.iter().map(|one| one.at));
    all.extend(lead.fit.0.iter().map(|(at, _)| *at));
    all.extend(
        given.iter().filter(|one| one.from > i64::MIN).flat_map(|one| [one.from - 1, one.from]),
    );
    all.retain(|at| *at <= UNTIL);
    all
}

proptest! {
    #[test]
    fn states_are_those_of_looking_at_each_instant(
        recipe in recipes(), acts in acts(), decisions in decisions(), fit in fits(),
        barred in prop::bool::weighted(0.1),
    ) {
        let lead = Lead { acts: &acts, decisions: &decisions, fit: &fit, barred };
        let spells = Walk::new(&recipe).spells(&lead, UNTIL);
        let base = if barred { State::Excluded } else { State::Nurture };
        let mut seen = Seen { base, ..Seen::default() };
        for t in instants(&recipe, &lead, &spells) {
            let state = seen.look(&recipe, &lead, t);
            prop_assert_eq!(state_in(&spells, t), state, "at {} in {:?}", t, &spells);
        }
    }

    #[test]
    fn no_bound_is_broken_before_it_flips(
        recipe in recipes(), acts in acts(), fit in fits(), hour in 0..2_500_i64,
        samples in prop::collection::vec(0.0..1.0_f64, 20),
    ) {
        let lead = Lead { acts: &acts, decisions: &[], fit: &fit, barred: false };
        let t = hour * HOUR;
        let standing = Walk::new(&recipe).standing(&lead, t);
        if standing.state != State::Warm {
            return Ok(());
        }
        let until: Vec<Act> = acts.iter().copied().take_while(|act| act.at <= t).collect();
        let lead = Lead { acts: &until, ..lead };
        let enough = |at: i64| {
            let found = explain(&recipe, lead.acts, fit.at(at), at);
            found.score >= recipe.bounds.stay - 2.0 * ROUNDING
                && found.behaviour >= recipe.bounds.behaviour_stay - 2.0 * ROUNDING
        };
        let flips = standing.flips_at.unwrap_or(t + 40 * 365 * DAY);
        for share in samples.into_iter().chain([0.0, 1.0]) {
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "ms")]
            let at = t + ((flips - 1 - t) as f64 * share * share) as i64;
            prop_assert!(enough(at), "{} of {:?}", at, standing);
        }
        if let Some(at) = standing.flips_at {
            let found = explain(&recipe, lead.acts, fit.at(at), at);
            prop_assert!(found.score < recipe.bounds.stay
                || found.behaviour < recipe.bounds.behaviour_stay, "{:?}", standing);
        }
    }
}
