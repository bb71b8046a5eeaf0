//! States of leads, worked out by hand.

use super::tests::{act, day, lead, near, recipe, score, states};
use super::*;

const NURTURE: (i64, State) = (i64::MIN, State::Nurture);

fn decision(at: i64, answer: Answer) -> Decision {
    Decision { at, answer }
}

fn standing(recipe: &Recipe, acts: &[Act], fit: &Fit, t: i64) -> Standing {
    Walk::new(recipe).standing(&lead(acts, &[], fit), t)
}

#[test]
fn a_lapse_takes_out_at_its_instant() {
    let mut recipe = recipe();
    // 70 that stay; 35 are left when half is taken after 45 days.
    recipe.rules[0] = PointRule::new(0, 70.0, None, Repeat::Every);
    recipe.lapses = vec![Lapse { after_days: 45, take: Take::Share(0.5) }];
    let acts = [act(5, 0)];
    let out = (5 + day(45), State::Nurture);
    assert_eq!(states(&recipe, &acts, &[], day(99)), [NURTURE, (5, State::Warm), out]);
    assert_eq!(standing(&recipe, &acts, &Fit::default(), day(1)).flips_at, Some(5 + day(45)));
    // An act at that instant keeps it; one that is no activity does not.
    let kept = [acts[0], Act { rules: 0, ..act(5 + day(45), 0) }];
    assert_eq!(standing(&recipe, &kept, &Fit::default(), day(46)).state, State::Warm);
    let quiet = [kept[0], Act { activity: false, ..kept[1] }];
    assert_eq!(states(&recipe, &quiet, &[], day(99)), [NURTURE, (5, State::Warm), out]);
}

#[test]
fn a_field_takes_out_and_never_in() {
    let recipe = recipe();
    // 5 that stay cannot be enough of behaviour: 20 of twice 10 are, for the instant.
    let acts = [act(0, 0), act(0, 0)];
    let fit = Fit(vec![(0, 50.0), (day(1), 10.0), (day(2), 90.0)]);
    let found = Walk::new(&recipe).spells(&lead(&acts, &[], &fit), day(9));
    let found: Vec<_> = found.iter().map(|spell| (spell.from, spell.state)).collect();
    assert_eq!(found, [NURTURE, (0, State::Warm), (day(1), State::Nurture)]);
    assert_eq!(standing(&recipe, &acts, &fit, 0).flips_at, Some(day(1)));
}

#[test]
fn sixty_takes_in_and_forty_keeps() {
    let mut recipe = recipe();
    recipe.rules[0] = PointRule::new(0, 45.0, None, Repeat::Every);
    recipe.rules[2] = PointRule::new(0, 15.0, None, Repeat::Once);
    recipe.rules[3] = PointRule::new(0, -20.0, None, Repeat::Every);
    // 45; 60, which is enough; 40, which is enough to stay; 20.
    let acts = [act(0, 0), act(1, 2), act(2, 3), act(3, 3)];
    let expected = [NURTURE, (1, State::Warm), (3, State::Nurture)];
    assert_eq!(states(&recipe, &acts, &[], 9), expected);
}

#[test]
fn whole_half_lives_leave_whole_points() {
    // 80 of any half-life are 40 after it, which is enough, and less a millisecond later.
    let mut recipe = recipe();
    for days in 1..1_000_i32 {
        recipe.rules[1] = PointRule::new(0, 80.0, Some(days.into()), Repeat::Every);
        let start = 1_700_000_000_123;
        let half = start + day(days.into());
        let flips = standing(&recipe, &[act(start, 1)], &Fit::default(), start).flips_at;
        assert_eq!(flips, Some(half + 1), "{days}");
        // An act that earns nothing in between changes nothing.
        let zero = Act { rules: 0, ..act(start + day(days.into()) / 3, 1) };
        let acts = [act(start, 1), zero];
        assert_eq!(standing(&recipe, &acts, &Fit::default(), half).flips_at, Some(half + 1));
    }
}

#[test]
fn points_that_cancel_out_at_the_bound_keep_it() {
    let mut recipe = recipe();
    recipe.groups = vec![None, None];
    recipe.rules[0] = PointRule::new(0, 40.0, None, Repeat::Every);
    recipe.rules[2] = PointRule::new(0, 30.0, Some(10.0), Repeat::Every);
    recipe.rules[4] = PointRule::new(1, -30.0, Some(10.0), Repeat::Every);
    let acts = [Act { rules: 0b10101, ..act(0, 0) }];
    let fit = Fit(vec![(0, 20.0), (day(1), 0.0)]);
    let found = standing(&recipe, &acts, &fit, day(1));
    assert_eq!((found.state, found.flips_at), (State::Warm, None));
    // With a little less that stays it ends when the field changes.
    let fit = Fit(vec![(0, 20.0), (day(1), -1e-6)]);
    assert_eq!(standing(&recipe, &acts, &fit, day(0)).flips_at, Some(day(1)));
}

#[test]
fn what_dips_below_and_comes_back_is_out_at_the_dip() {
    let mut recipe = recipe();
    recipe.rules[0] = PointRule::new(0, 60.0, None, Repeat::Every);
    recipe.rules[1] = PointRule::new(0, 40.0, Some(5.0), Repeat::Every);
    recipe.rules[4] = PointRule::new(0, -40.0, Some(10.0), Repeat::Every);
    // 60 + 40·(x² − x), x = 2^(-t/10 days): least where x = ½, at 10 days, with 50.
    recipe.bounds.stay = 52.0;
    let acts = [Act { rules: 0b10011, ..act(0, 0) }];
    // 40·(x² − x) = −8: x = (1 + √0.2) / 2 = 0.7236, which is after 4.6672 days.
    let found = standing(&recipe, &acts, &Fit::default(), 0);
    let flips = found.flips_at.unwrap();
    assert!((score(&recipe, &acts, flips) - 52.0).abs() < 1e-7);
    assert!(score(&recipe, &acts, flips - 1) >= 52.0 && score(&recipe, &acts, flips) < 52.0);
    assert_eq!(flips * 1_000 / DAY, 4_667);
    // At 50 exactly it just touches, and stays.
    recipe.bounds.stay = 50.0;
    assert_eq!(standing(&recipe, &acts, &Fit::default(), 0).flips_at, None);
    recipe.bounds.stay = 50.001;
    assert_eq!(standing(&recipe, &acts, &Fit::default(), 0).flips_at.map(|at| at / DAY), Some(9));
}

#[test]
fn a_hot_lead_that_fell_below_meanwhile_is_in_nurture_then() {
    let recipe = recipe();
    let demo = Act { hot: true, ..act(0, 2) };
    // Warm by day 1, out by day 12; hot until day 30.
    let acts = [demo, act(day(1), 1)];
    let cold = (day(30), State::Nurture);
    assert_eq!(states(&recipe, &acts, &[], day(31)), [NURTURE, (0, State::Hot), cold]);
    // A second one begins the days anew; until then nothing changes.
    let again = [demo, Act { hot: true, ..act(day(29), 2) }];
    let cold = (day(59), State::Nurture);
    assert_eq!(states(&recipe, &again, &[], day(60)), [NURTURE, (0, State::Hot), cold]);
    let found = standing(&recipe, &again, &Fit::default(), day(29));
    assert_eq!((found.since, found.flips_at), (Some(0), Some(day(59))));
    assert!(near(found.score, 5.0));
}

#[test]
fn hot_ends_at_its_instant_whatever_is_done_then() {
    let recipe = recipe();
    let demo = Act { hot: true, ..act(0, 2) };
    let at_end = |rule| standing(&recipe, &[demo, act(day(30), rule)], &Fit::default(), day(30));
    // 5 more are not enough, 80 are; and who asks again stays hot.
    assert_eq!(at_end(2).state, State::Nurture);
    assert_eq!((at_end(1).state, at_end(1).since), (State::Warm, Some(day(30))));
    let again = [demo, Act { hot: true, ..act(day(30), 2) }];
    let found = standing(&recipe, &again, &Fit::default(), day(30));
    assert_eq!((found.state, found.since, found.flips_at), (State::Hot, Some(0), Some(day(60))));
}

#[test]
fn a_warm_lead_that_asks_is_hot_and_warm_again_after_it() {
    let mut recipe = recipe();
    recipe.rules[0] = PointRule::new(0, 70.0, None, Repeat::Every);
    let acts = [act(0, 0), Act { hot: true, rules: 0, ..act(day(1), 0) }];
    let expected = [NURTURE, (0, State::Warm), (day(1), State::Hot), (day(31), State::Warm)];
    assert_eq!(states(&recipe, &acts, &[], day(99)), expected);
}

#[test]
fn what_was_turned_back_comes_back_by_an_act() {
    let recipe = recipe();
    let back = [decision(1, Answer::TurnedBack)];
    // Above the bounds all the time, and yet not handed over before the next act.
    let acts = [act(0, 1), act(day(1), 0), Act { hot: true, ..act(day(40), 2) }];
    let expected = [
        NURTURE,
        (0, State::Warm),
        (1, State::TurnedBack),
        (day(1), State::Warm),
        // 90 less 5.4 lost in a day, 84.6, is below 40 after 10.8 days more.
        (out_of(&recipe, &acts[..2]), State::Nurture),
        (day(40), State::Hot),
        (day(70), State::Nurture),
    ];
    assert_eq!(states(&recipe, &acts, &back, day(99)), expected);
    assert_eq!(expected[4].0 / DAY, 11);
}

fn out_of(recipe: &Recipe, acts: &[Act]) -> i64 {
    standing(recipe, acts, &Fit::default(), day(1)).flips_at.unwrap()
}

#[test]
fn an_answer_at_the_instant_of_an_act_is_about_that_act() {
    let recipe = recipe();
    let answer = [decision(0, Answer::TurnedBack)];
    let acts = [act(0, 1)];
    assert_eq!(states(&recipe, &acts, &answer, 5), [NURTURE, (0, State::TurnedBack)]);
    let fit = Fit::default();
    let found = Walk::new(&recipe).standing(&lead(&acts, &answer, &fit), 5);
    assert_eq!((found.first_handed, found.flips_at), (Some(0), None));
}

#[test]
fn accepted_stays_and_excluded_is_for_ever() {
    let recipe = recipe();
    let acts = [act(0, 1), Act { hot: true, ..act(day(50), 1) }];
    let accepted = [decision(1, Answer::Accepted)];
    let expected = [NURTURE, (0, State::Warm), (1, State::Accepted)];
    assert_eq!(states(&recipe, &acts, &accepted, day(99)), expected);
    let excluded = [decision(1, Answer::Excluded), decision(2, Answer::TurnedBack)];
    let expected = [NURTURE, (0, State::Warm), (1, State::Excluded)];
    assert_eq!(states(&recipe, &acts, &excluded, day(99)), expected);
    let fit = Fit::default();
    let barred = Lead { barred: true, ..lead(&acts, &[], &fit) };
    let found = Walk::new(&recipe).standing(&barred, day(50));
    assert_eq!((found.state, found.since, found.first_handed), (State::Excluded, None, None));
}

#[test]
fn the_ends_of_time_are_no_trouble() {
    let recipe = recipe();
    let fit = Fit::always(1.0);
    let acts = [Act { at: i64::MIN, ..act(0, 1) }, act(0, 1), Act { at: i64::MAX, ..act(0, 1) }];
    let mut walk = Walk::new(&recipe);
    for t in [i64::MIN, -1, 0, i64::MAX - 1, i64::MAX] {
        walk.standing(&lead(&acts, &[], &fit), t);
        walk.spells(&lead(&acts[1..], &[], &fit), t);
        explain(&recipe, &acts, 1.0, t);
        curve(&recipe, &acts, &fit, (i64::MIN, t), 7);
    }
    let expected = [NURTURE, (0, State::Warm), (day(10) + 1, State::Nurture)];
    assert_eq!(states(&recipe, &acts[1..2], &[], i64::MAX), expected);
}
