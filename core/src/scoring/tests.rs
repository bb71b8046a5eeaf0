//! Cases worked out by hand.

use super::*;

pub(super) fn day(number: i64) -> i64 {
    number * DAY
}

fn bounds() -> Bounds {
    Bounds { enter: 60.0, stay: 40.0, behaviour_enter: 20.0, behaviour_stay: 10.0 }
}

/// Rule 0: 10 points, half gone in 10 days. Rule 1: 80 points, half gone in 10 days. Rule 2: 5 points
/// that stay, once. Rule 3: 3 points that stay, twice a day. Rule 4: −30 points, half gone in 10 days.
pub(super) fn recipe() -> Recipe {
    let rule = |points, half_life, repeat| PointRule::new(0, points, half_life, repeat);
    Recipe {
        rules: vec![
            rule(10.0, Some(10.0), Repeat::Every),
            rule(80.0, Some(10.0), Repeat::Every),
            rule(5.0, None, Repeat::Once),
            rule(3.0, None, Repeat::PerDay(2)),
            rule(-30.0, Some(10.0), Repeat::Every),
        ],
        groups: vec![None],
        lapses: Vec::new(),
        bounds: bounds(),
        hot_days: 30,
    }
}

pub(super) fn act(at: i64, rule: u32) -> Act {
    let day = i32::try_from(at.div_euclid(DAY)).unwrap();
    Act { at, day, rules: 1 << rule, activity: true, hot: false }
}

pub(super) fn score(recipe: &Recipe, acts: &[Act], t: i64) -> f64 {
    let explained = explain(recipe, acts, 0.0, t);
    let mut tally = Tally::new(recipe);
    acts.iter().filter(|act| act.at <= t).for_each(|act| tally.push(act));
    assert!((tally.at(t).behaviour - explained.behaviour).abs() < 1e-9);
    explained.score
}

pub(super) fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

pub(super) fn lead<'a>(acts: &'a [Act], decisions: &'a [Decision], fit: &'a Fit) -> Lead<'a> {
    Lead { acts, decisions, fit, barred: false }
}

pub(super) fn states(
    recipe: &Recipe,
    acts: &[Act],
    decisions: &[Decision],
    t: i64,
) -> Vec<(i64, State)> {
    let fit = Fit::default();
    let spells = Walk::new(recipe).spells(&lead(acts, decisions, &fit), t);
    spells.iter().map(|spell| (spell.from, spell.state)).collect()
}

#[test]
fn points_are_halved_in_a_half_life() {
    let recipe = recipe();
    let acts = [act(0, 0)];
    assert!(near(score(&recipe, &acts, 0), 10.0));
    assert!(near(score(&recipe, &acts, day(10)), 5.0));
    assert!(near(score(&recipe, &acts, day(20)), 2.5));
    // Two acts ten days apart: 10 / 4 + 10 / 2 after twenty days.
    assert!(near(score(&recipe, &[act(0, 0), act(day(10), 0)], day(20)), 7.5));
}

#[test]
fn a_rule_counts_once_or_so_often_a_day() {
    let recipe = recipe();
    assert!(near(score(&recipe, &[act(1, 2), act(2, 2), act(3, 2)], 4), 5.0));
    // Three acts before midnight and one after: two of the first day and the one of the second.
    let acts = [act(day(1) - 3, 3), act(day(1) - 2, 3), act(day(1) - 1, 3), act(day(1), 3)];
    assert!(near(score(&recipe, &acts, day(1)), 9.0));
}

#[test]
fn groups_are_cut_at_their_caps() {
    let mut recipe = recipe();
    recipe.groups = vec![Some(15.0), None];
    recipe.rules[1].group = 1;
    let acts = [act(0, 0), act(0, 0), act(0, 1)];
    // 10 + 10, cut at 15, and 80 of the other group.
    let explained = explain(&recipe, &acts, 7.0, 0);
    assert!(near(explained.behaviour, 95.0) && near(explained.score, 102.0));
    assert!(explained.lines.contains(&Line::Cap { group: 0, points: -5.0 }));
    assert!(explained.lines.contains(&Line::Fit { points: 7.0 }));
}

#[test]
fn silence_costs_points_or_a_share() {
    let mut recipe = recipe();
    recipe.rules[0] = PointRule::new(0, 40.0, None, Repeat::Every);
    let points = Lapse { after_days: 10, take: Take::Points(8.0) };
    let share = Lapse { after_days: 20, take: Take::Share(0.5) };
    recipe.lapses = vec![points, share];
    let acts = [act(0, 0)];
    assert!(near(score(&recipe, &acts, day(10) - 1), 40.0));
    assert!(near(score(&recipe, &acts, day(10)), 32.0));
    assert!(near(score(&recipe, &acts, day(20)), 12.0));
    // It ends with the next activity, and not with what is none.
    let quiet = Act { activity: false, rules: 0, ..act(day(25), 0) };
    assert!(near(score(&recipe, &[acts[0], quiet], day(25)), 12.0));
    assert!(near(score(&recipe, &[acts[0], act(day(25), 0)], day(25)), 80.0));
}

#[test]
fn whoever_was_below_nothing_comes_back_from_nothing() {
    let recipe = recipe();
    let acts = [act(0, 4), act(0, 4)];
    let explained = explain(&recipe, &acts, 3.0, 0);
    assert!(near(explained.behaviour, 0.0) && near(explained.score, 3.0));
    assert!(explained.lines.contains(&Line::Floor { points: 60.0 }));
    // −60 has become −15 after twenty days: 80 more are enough to be warm.
    let acts = [acts[0], acts[1], act(day(20), 1)];
    assert!(near(score(&recipe, &acts, day(20)), 65.0));
    assert_eq!(
        states(&recipe, &acts, &[], day(20)),
        [(i64::MIN, State::Nurture), (day(20), State::Warm),]
    );
}

#[test]
fn warm_begins_at_60_and_ends_below_40() {
    let recipe = recipe();
    // 80 is 40 after ten days to the millisecond, and less a millisecond later.
    let acts = [act(0, 1)];
    assert_eq!(
        states(&recipe, &acts, &[], day(30)),
        [(i64::MIN, State::Nurture), (0, State::Warm), (day(10) + 1, State::Nurture),]
    );
    let fit = Fit::default();
    let mut walk = Walk::new(&recipe);
    let standing = walk.standing(&lead(&acts, &[], &fit), day(5));
    assert_eq!((standing.state, standing.since), (State::Warm, Some(0)));
    assert_eq!(standing.flips_at, Some(day(10) + 1));
    assert!(near(standing.score, 80.0 / 2.0_f64.sqrt()));
    // An act at the very instant keeps it.
    let kept = [act(0, 1), act(day(10) + 1, 0)];
    assert_eq!(walk.standing(&lead(&kept, &[], &fit), day(10) + 1).state, State::Warm);
    // 59 is not enough to enter, and 45 is enough to stay.
    let fit = Fit::always(-21.0);
    assert_eq!(walk.standing(&lead(&acts, &[], &fit), 0).state, State::Nurture);
}

#[test]
fn behaviour_has_a_bound_of_its_own() {
    let recipe = recipe();
    let fit = Fit::always(100.0);
    let mut walk = Walk::new(&recipe);
    assert_eq!(walk.standing(&lead(&[act(0, 0)], &[], &fit), 0).state, State::Nurture);
    let acts = [act(0, 0), act(1, 0), act(2, 1)];
    let standing = walk.standing(&lead(&acts, &[], &fit), 2);
    assert_eq!(standing.state, State::Warm);
    // 100 of behaviour, all but a few milliseconds of ten-day lives: 10 are left after 33.219 days.
    let flips = standing.flips_at.unwrap();
    assert_eq!(flips / DAY, 33);
    assert!(near((score(&recipe, &acts, flips) * 1e6).round() / 1e6, 10.0));
}

#[test]
fn a_hot_act_hands_over_at_once_for_thirty_days() {
    let recipe = recipe();
    let demo = Act { hot: true, ..act(0, 2) };
    let nurture = (i64::MIN, State::Nurture);
    let hot = (0, State::Hot);
    let cold = (day(30), State::Nurture);
    assert_eq!(states(&recipe, &[demo], &[], day(40)), [nurture, hot, cold]);
    // It met the bounds meanwhile and keeps them: it is warm then.
    let acts = [demo, act(day(28), 1)];
    let warm = (day(30), State::Warm);
    assert_eq!(states(&recipe, &acts, &[], day(31)), [nurture, hot, warm]);
}

#[test]
fn sales_answers_and_what_follows() {
    let recipe = recipe();
    let acts = [act(0, 1), act(day(20), 1), act(day(40), 1)];
    let decision = |at, answer| Decision { at: day(at), answer };
    let accepted = [decision(1, Answer::Accepted)];
    let nurture = (i64::MIN, State::Nurture);
    assert_eq!(
        states(&recipe, &acts, &accepted, day(50)),
        [nurture, (0, State::Warm), (day(1), State::Accepted),]
    );
    let back = [decision(1, Answer::TurnedBack), decision(21, Answer::Excluded)];
    assert_eq!(
        states(&recipe, &acts, &back, day(50)),
        [
            nurture,
            (0, State::Warm),
            (day(1), State::TurnedBack),
            (day(20), State::Warm),
            (day(21), State::Excluded),
        ]
    );
    let fit = Fit::default();
    let barred = Lead { barred: true, ..lead(&acts, &[], &fit) };
    assert_eq!(Walk::new(&recipe).standing(&barred, day(50)).state, State::Excluded);
}

#[test]
fn models_are_compared_by_what_became_of_leads() {
    let mut test = Backtest::default();
    let won = |old, new, opened| Run {
        old,
        new,
        outcome: Outcome::Won,
        opened: Some(opened),
        accepted: Some(true),
    };
    test.push(&won(Some(5), Some(3), 4));
    test.push(&won(None, Some(1), 4));
    test.push(&Run { old: Some(1), outcome: Outcome::Lost, ..Run::default() });
    test.push(&Run { new: Some(1), ..Run::default() });
    test.push(&Run::default());
    // Old: two handed over, one won too late, one lost. New: three, two of them won, both in time.
    assert_eq!(test.old.precision(), Some(0.5));
    assert_eq!(test.old.recall(), Some(0.0));
    assert_eq!(test.new.precision(), Some(1.0));
    assert_eq!(test.new.recall(), Some(1.0));
    assert_eq!((test.leads, test.both, test.only_old, test.only_new), (5, 1, 1, 2));
    assert_eq!(test.only_new_unknown, 1);
    let mut twice = test;
    twice.add(&test);
    assert_eq!((twice.leads, twice.new.handed), (10, 6));
    assert_eq!(Tested::default().precision(), None);
}

#[test]
fn the_curve_jumps_at_acts_and_decays_between() {
    let recipe = recipe();
    let acts = [act(day(10), 0)];
    let points = curve(&recipe, &acts, &Fit::always(1.0), (0, day(20)), 4);
    let at = |t: i64| points.iter().find(|point| point.at == t).unwrap();
    assert!(near(at(day(10) - 1).score, 1.0) && near(at(day(10)).score, 11.0));
    assert!(near(at(day(20)).behaviour, 5.0));
    assert!(points.is_sorted_by_key(|point| point.at));
}

#[test]
fn a_curve_of_many_acts_has_a_limit() {
    let recipe = recipe();
    let acts: Vec<Act> = (0..5_000).map(|hour| act(hour * DAY / 24, 0)).collect();
    let points = curve(&recipe, &acts, &Fit::default(), (-5, day(300)), 9);
    assert!(points.len() <= 1_010, "{}", points.len());
    let even: Vec<_> = (0..=9).map(|step| -5 + (day(300) + 5) * step / 9).collect();
    assert!(even.iter().all(|at| points.iter().any(|point| point.at == *at)));
}

#[test]
fn what_cannot_be_counted_is_left_out_by_both_ways() {
    let mut recipe = recipe();
    // A rule of no group, and rules beyond the last that can be named.
    recipe.rules[0].group = 9;
    recipe.rules.resize(70, PointRule::new(0, 1.0, None, Repeat::Every));
    let acts = [Act { rules: Rules::MAX, ..act(0, 0) }];
    // 80 + 5 + 3 - 30, and one of each from rule 5 to 63.
    assert!(near(score(&recipe, &acts, 0), 117.0));
    let lines = explain(&recipe, &acts, 0.0, 0).lines;
    assert!(near(lines.iter().map(Line::points).sum(), 117.0));
}
