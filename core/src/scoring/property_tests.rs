//! What holds whatever happens.

use super::*;
use proptest::prelude::*;

const HOUR: i64 = 3_600_000;

fn repeats() -> impl Strategy<Value = Repeat> {
    prop_oneof![Just(Repeat::Once), Just(Repeat::Every), (1..3_u32).prop_map(Repeat::PerDay)]
}

pub(super) fn recipes() -> impl Strategy<Value = Recipe> {
    let rule = (0..3_usize, -40..60_i32, prop::option::of(1..40_u32), repeats()).prop_map(
        |(group, points, half_life, repeat)| {
            PointRule::new(group, points.into(), half_life.map(f64::from), repeat)
        },
    );
    let cap = prop::option::of((10..80_u32).prop_map(f64::from));
    let take = prop_oneof![
        (1..30_u32).prop_map(|points| Take::Points(points.into())),
        (1..100_u32).prop_map(|share| Take::Share(f64::from(share) / 100.0)),
    ];
    let lapse = (1..40_u32, take).prop_map(|(after_days, take)| Lapse { after_days, take });
    let rules = prop::collection::vec(rule, 1..5);
    let lapses = prop::collection::vec(lapse, 0..3);
    (rules, prop::collection::vec(cap, 3), lapses, 1..40_u32).prop_map(
        |(rules, groups, lapses, hot_days)| Recipe {
            rules,
            groups,
            lapses,
            bounds: Bounds { enter: 60.0, stay: 40.0, behaviour_enter: 20.0, behaviour_stay: 10.0 },
            hot_days,
        },
    )
}

/// Often midnights, so that instants are the same and days are whole.
fn hours() -> impl Strategy<Value = i64> {
    prop_oneof![0..2_000_i64, (0..84_i64).prop_map(|day| day * 24)]
}

pub(super) fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act =
        (hours(), 0..32_u64, any::<bool>(), 0..12_u32).prop_map(|(hour, rules, activity, hot)| {
            Act {
                at: hour * HOUR,
                day: i32::try_from(hour / 24).unwrap(),
                rules,
                activity,
                hot: hot == 0,
            }
        });
    prop::collection::vec(act, 0..12).prop_map(|mut acts| {
        acts.sort_by_key(|act| act.at);
        acts
    })
}

pub(super) fn decisions() -> impl Strategy<Value = Vec<Decision>> {
    let answer =
        prop_oneof![Just(Answer::Accepted), Just(Answer::TurnedBack), Just(Answer::Excluded)];
    let decision = (hours(), answer, 0..2_i64)
        .prop_map(|(hour, answer, late)| Decision { at: hour * HOUR + late, answer });
    prop::collection::vec(decision, 0..3).prop_map(|mut all| {
        all.sort_by_key(|one| one.at);
        all
    })
}

pub(super) fn fits() -> impl Strategy<Value = Fit> {
    prop::collection::vec((hours(), -10..40_i32), 0..3).prop_map(|mut steps| {
        steps.sort_unstable();
        steps.dedup_by_key(|(hour, _)| *hour);
        Fit(steps.into_iter().map(|(hour, points)| (hour * HOUR, points.into())).collect())
    })
}

fn runs() -> impl Strategy<Value = Run> {
    let at = || prop::option::of(0..10_i64);
    let outcome = prop_oneof![
        Just(Outcome::None),
        Just(Outcome::Open),
        Just(Outcome::Won),
        Just(Outcome::Lost)
    ];
    let accepted = prop::option::of(any::<bool>());
    (at(), at(), outcome, at(), accepted).prop_map(|(old, new, outcome, opened, accepted)| Run {
        old,
        new,
        outcome,
        opened,
        accepted,
    })
}

/// The state at a moment, read off a history.
pub(super) fn state_in(spells: &[Spell], t: i64) -> State {
    spells.iter().rfind(|spell| spell.from <= t).unwrap().state
}

fn holds(recipe: &Recipe, lead: &Lead<'_>, t: i64) -> bool {
    let explained = explain(recipe, lead.acts, lead.fit.at(t), t);
    explained.score >= recipe.bounds.stay - 2e-11
        && explained.behaviour >= recipe.bounds.behaviour_stay - 2e-11
}

proptest! {
    #[test]
    fn the_lines_add_up_and_the_closed_form_says_the_same(
        recipe in recipes(), acts in acts(), hour in 0..3_000_i64, fit in -20..20_i32,
    ) {
        let t = hour * HOUR;
        let explained = explain(&recipe, &acts, fit.into(), t);
        let sum: f64 = explained.lines.iter().map(Line::points).sum();
        prop_assert!((sum - explained.score).abs() < 1e-9);
        prop_assert!(explained.behaviour >= 0.0);
        let mut tally = Tally::new(&recipe);
        acts.iter().filter(|act| act.at <= t).for_each(|act| tally.push(act));
        prop_assert!((tally.at(t).behaviour - explained.behaviour).abs() < 1e-9);
    }

    #[test]
    fn no_group_passes_its_cap(recipe in recipes(), acts in acts(), hour in 0..3_000_i64) {
        let explained = explain(&recipe, &acts, 0.0, hour * HOUR);
        for (at, cap) in recipe.groups.iter().enumerate() {
            let of_group = explained.lines.iter().filter(|line| match line {
                Line::Act { rule, .. } => recipe.rules[*rule].group == at,
                Line::Cap { group, .. } => *group == at,
                _ => false,
            });
            let sum: f64 = of_group.map(Line::points).sum();
            prop_assert!(cap.is_none_or(|cap| sum <= cap + 1e-9));
        }
    }

    #[test]
    fn the_order_of_acts_of_one_instant_does_not_matter(
        recipe in recipes(), hour in 0..3_000_i64,
        (acts, mut other) in acts().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        other.sort_by_key(|act| act.at);
        let fit = Fit::default();
        let lead = |acts| Lead { acts, decisions: &[], fit: &fit, barred: false };
        let mut walk = Walk::new(&recipe);
        let (one, two) =
            (walk.standing(&lead(&acts), hour * HOUR), walk.standing(&lead(&other), hour * HOUR));
        prop_assert_eq!((one.state, one.since), (two.state, two.since));
        prop_assert!((one.score - two.score).abs() < 1e-9);
    }

    #[test]
    fn what_is_known_at_a_time_is_what_is_known_of_it_later(
        recipe in recipes(), acts in acts(), decisions in decisions(), fit in fits(),
        moments in prop::collection::vec((0..3_000_i64, -1..2_i64), 1..6),
    ) {
        let lead = Lead { acts: &acts, decisions: &decisions, fit: &fit, barred: false };
        let mut walk = Walk::new(&recipe);
        let spells = walk.spells(&lead, 3_000 * HOUR);
        for t in moments.into_iter().map(|(hour, millis)| hour * HOUR + millis) {
            let standing = walk.standing(&lead, t);
            prop_assert_eq!(standing.state, state_in(&spells, t));
            // A walk that was used before says what a new one does.
            prop_assert_eq!(standing, Walk::new(&recipe).standing(&lead, t));
            let last = walk.spells(&lead, t).pop().unwrap();
            prop_assert_eq!(standing.since, (last.from > i64::MIN).then_some(last.from));
            let explained = explain(&recipe, &acts, fit.at(t), t);
            prop_assert!((standing.score - explained.score).abs() < 1e-9);
            // Until something happens the state is that until it flips, and another then.
            let next = acts.iter().map(|act| act.at).chain(decisions.iter().map(|one| one.at));
            let next = next.filter(|at| *at > t).min().unwrap_or(3_000 * HOUR);
            if let Some(at) = standing.flips_at.filter(|at| *at < next) {
                prop_assert_eq!(state_in(&spells, at - 1), standing.state);
                prop_assert_ne!(state_in(&spells, at), standing.state);
            } else {
                prop_assert_eq!(state_in(&spells, next - 1), standing.state);
            }
        }
    }

    #[test]
    fn warm_begins_at_acts_alone_and_ends_when_a_bound_is_broken(
        recipe in recipes(), acts in acts(), fit in fits(),
    ) {
        let lead = Lead { acts: &acts, decisions: &[], fit: &fit, barred: false };
        let spells = Walk::new(&recipe).spells(&lead, 3_000 * HOUR);
        for (before, spell) in spells.iter().zip(&spells[1..]) {
            let at_act = acts.iter().any(|act| act.at == spell.from);
            if spell.state.is_handed() && !before.state.is_handed() {
                prop_assert!(at_act, "{spell:?}");
            }
            if before.state == State::Warm && spell.state == State::Nurture && !at_act {
                // The bounds held a millisecond before, within what a number can tell.
                prop_assert!(holds(&recipe, &lead, spell.from - 1), "{spell:?}");
                let then = explain(&recipe, &acts, fit.at(spell.from), spell.from);
                let broken = then.score < recipe.bounds.stay
                    || then.behaviour < recipe.bounds.behaviour_stay;
                prop_assert!(broken, "{spell:?}");
            }
        }
    }

    #[test]
    fn decay_halves_in_a_half_life(
        points in -500..500_i32, days in 1..4_000_i32, start in 0..2_000_000_000_000_i64,
        after in 0..4_000_i64,
    ) {
        let rule = PointRule::new(0, points.into(), Some(days.into()), Repeat::Every);
        let bounds = Bounds { enter: 0.0, stay: 0.0, behaviour_enter: 0.0, behaviour_stay: 0.0 };
        let (rules, groups, lapses) = (vec![rule], vec![None], Vec::new());
        let recipe = Recipe { rules, groups, lapses, bounds, hot_days: 1 };
        let acts = [Act { at: start, rules: 1, ..Act::default() }];
        let left = |t: i64| match explain(&recipe, &acts, 0.0, t).lines[0] {
            Line::Act { points, .. } => points,
            _ => f64::NAN,
        };
        let t = start + after * HOUR;
        let half = t + i64::from(days) * DAY;
        prop_assert!((left(half) * 2.0 - left(t)).abs() < 1e-9);
        prop_assert!((left(start + i64::from(days) * DAY) * 2.0 - f64::from(points)).abs() == 0.0);
    }

    #[test]
    fn a_curve_is_made_of_scores(
        recipe in recipes(), acts in acts(), fit in fits(), even in 0..50_u32,
        (from, to) in (0..2_000_i64, 0..2_500_i64),
    ) {
        let points = curve(&recipe, &acts, &fit, (from * HOUR, to * HOUR), even);
        prop_assert!(points.windows(2).all(|two| two[0].at < two[1].at));
        prop_assert_eq!(points.is_empty(), from > to);
        for point in &points {
            let explained = explain(&recipe, &acts, fit.at(point.at), point.at);
            prop_assert!((explained.score - point.score).abs() < 1e-9);
            prop_assert!((explained.behaviour - point.behaviour).abs() < 1e-9);
        }
        let within = |at: &&Act| (from * HOUR..=to * HOUR).contains(&at.at);
        let drawn = |at: i64| points.iter().any(|point| point.at == at);
        prop_assert!(acts.iter().filter(within).all(|act| drawn(act.at)));
        prop_assert!(from > to || drawn(from * HOUR) && drawn(to * HOUR));
    }

    #[test]
    fn backtests_of_two_halves_are_that_of_all(runs in prop::collection::vec(runs(), 0..40)) {
        let tested = |runs: &[Run]| {
            let mut test = Backtest::default();
            for run in runs {
                test.push(run);
            }
            test
        };
        let all = tested(&runs);
        let (one, other) = runs.split_at(runs.len() / 3);
        let mut both = tested(one);
        both.add(&tested(other));
        prop_assert_eq!(all, both);
        prop_assert_eq!(all.both + all.only_old, all.old.handed);
        prop_assert_eq!(all.both + all.only_new, all.new.handed);
        prop_assert!(all.only_new_unknown <= all.new.unknown());
        for one in [all.old, all.new] {
            prop_assert_eq!(one.won + one.lost + one.unknown(), one.handed);
            for share in [one.precision(), one.recall()].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&share));
            }
        }
    }
}
